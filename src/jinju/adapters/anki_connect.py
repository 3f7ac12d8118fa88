"""The protocol of the AnkiConnect add-on, version 6, as far as jinju speaks it.

Only what the add-on of 2023 has is asked for, and what newer ones add only where it may be missing. The
add-on reads about 40 kB a second, so requests are kept small and time-outs grow with their size.
"""

from __future__ import annotations

import http.client
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from jinju.model.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ADDRESS: Final = "http://127.0.0.1:8765"
VERSION: Final = 6
TIMEOUT: Final = 30.0
"""Seconds without an answer, beside the time that sending takes."""

_BYTES_A_SECOND: Final = 20_000
_MOST_BYTES: Final = 1 << 30
_BATCH_BYTES: Final = 200_000
_BATCH: Final = 50


class Refused(Exception):  # noqa: N818 - an answer of the add-on, not a fault of ours
    """The add-on answered an action with an error; `said` is its text."""

    def __init__(self, action: str, said: str) -> None:
        super().__init__(f"{action}: {said}")
        self.action = action
        self.said = said


class _NoRedirect(HTTPRedirectHandler):
    """A redirect would send the key and the notes elsewhere."""

    def redirect_request(self, *_: Any) -> None:
        return None


@dataclass(frozen=True, slots=True)
class AnkiConnect:
    """A running Anki at `address`; `key` is the add-on's `apiKey`, empty where none is set."""

    address: str = ADDRESS
    key: str = ""
    timeout: float = TIMEOUT

    def __post_init__(self) -> None:
        try:
            parts = urlsplit(self.address)
            good = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
        except ValueError:
            good = False
        if not good:
            raise UserError("anki-bad-address", address=self.address, example=ADDRESS)

    def ask(self, action: str, **params: Any) -> Any:
        """The result of an action. Raises Refused, or UserError where no AnkiConnect answers."""
        answer = self._post(self._request(action, params))
        return _result(action, answer, self.address)

    def ask_all(self, actions: Sequence[tuple[str, dict[str, Any]]]) -> Iterator[Any | Refused]:
        """The results of many actions in their order, sent in small batches; an error stands in its place."""
        for batch in _batches([self._request(*a) for a in actions]):
            answers = self.ask("multi", actions=batch)
            if not isinstance(answers, list) or len(answers) != len(batch):
                raise UserError("anki-odd-answer", address=self.address)
            for request, answer in zip(batch, answers, strict=True):
                try:
                    yield _result(request["action"], answer, self.address)
                except Refused as refused:
                    yield refused

    def _request(self, action: str, params: dict[str, Any]) -> dict[str, Any]:
        request: dict[str, Any] = {"action": action, "version": VERSION}
        if params:
            request["params"] = params
        if self.key:
            request["key"] = self.key  # each part of a multi is checked for it again
        return request

    def _post(self, request: dict[str, Any]) -> Any:
        body = json.dumps(request, ensure_ascii=False).encode("utf-8", "replace")
        sent = Request(self.address, body, {"Content-Type": "application/json"})  # noqa: S310
        wait = self.timeout + len(body) / _BYTES_A_SECOND
        try:
            with build_opener(ProxyHandler({}), _NoRedirect).open(sent, timeout=wait) as answer:
                data = answer.read(_MOST_BYTES)
                if len(data) < int(answer.headers.get("Content-Length") or 0):
                    raise http.client.IncompleteRead(data)
        except HTTPError as error:
            error.close()
            raise UserError("anki-not-the-addon", address=self.address, status=error.code) from error
        except TimeoutError as error:
            raise UserError("anki-slow", address=self.address, seconds=round(wait)) from error
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise UserError("anki-slow", address=self.address, seconds=round(wait)) from error
            reason = getattr(error.reason, "strerror", None) or error.reason
            raise UserError("anki-not-running", address=self.address, reason=reason) from error
        except (http.client.HTTPException, OSError) as error:
            reason = getattr(error, "strerror", None) or type(error).__name__
            raise UserError("anki-gone", address=self.address, reason=reason) from error
        try:
            return json.loads(data)
        except ValueError as error:
            raise UserError("anki-not-the-addon", address=self.address, status=200) from error


def _result(action: str, answer: Any, address: str) -> Any:
    if not isinstance(answer, dict) or set(answer) != {"result", "error"}:
        raise UserError("anki-odd-answer", address=address)
    error = answer["error"]
    if error is None:
        return answer["result"]
    said = "; ".join(map(str, error)) if isinstance(error, list) else str(error)
    if "api key" in said:
        raise UserError("anki-key", address=address)
    if "collection is not available" in said:
        raise UserError("anki-no-profile", address=address)
    raise Refused(action, said)


def _batches(requests: Sequence[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    batch: list[dict[str, Any]] = []
    size = 0
    for request in requests:
        length = len(json.dumps(request))
        if batch and (len(batch) >= _BATCH or size + length > _BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(request)
        size += length
    if batch:
        yield batch
