"""Documents from the command line's arguments, with the bad ones beside the good."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from jinju.adapters.sources import read_sources
from jinju.model.errors import Problem
from jinju.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.model.document import Document


class Documents:
    """The documents behind `arguments`, read one by one; `problems` fills as they are read."""

    def __init__(self, arguments: Sequence[str], *, split: bool = False) -> None:
        self._arguments = arguments
        self._split = split
        self.problems: list[Problem] = []

    @property
    def single(self) -> bool:
        """Whether one source was asked for by name, so that its fault is the run's fault."""
        return len(self._arguments) == 1 and self._read <= 1

    _read = 0

    def __iter__(self) -> Iterator[Document]:
        """The good documents. Raises UserError where the only source cannot be read."""
        found = read_sources(
            self._arguments,
            stdin=sys.stdin.buffer,
            decode=lambda data: decode(data).text,
            split=self._split,
        )
        for document in found:
            if isinstance(document, Problem):
                self.problems.append(document)
            else:
                self._read += 1
                yield document
