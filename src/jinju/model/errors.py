"""What can go wrong for a person, as values; bugs of our own stay tracebacks."""

from __future__ import annotations

from dataclasses import dataclass


class UserError(Exception):
    """Something that cannot go on: says what, where and what to do.

    `code` names a message in `jinju.messages`; the keyword arguments are filled into it.
    """

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details


@dataclass(frozen=True, slots=True)
class Problem:
    """A bad record that stands beside the good ones: `where` is a file with an optional line."""

    where: str
    line: int | None
    code: str
    details: tuple[tuple[str, object], ...] = ()
