"""Bytes of an http or https address, within limits of size, time and redirects."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import urllib.request
import zlib
from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from jinju.adapters.sources.names import public_address
from jinju.adapters.sources.raw import MEGABYTE, Raw
from jinju.model.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.adapters.sources.raw import Limits

_CHUNK = 64 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; jinju)",
    "Accept": "text/html,application/xhtml+xml,text/plain,application/pdf,*/*;q=0.5",
    "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}


def fetch(url: str, limits: Limits) -> Raw:
    """What an address holds; `Raw.url` is where redirects led to.

    Raises UserError for another scheme (also one redirected to), for a user name or password in the
    address, a status that is not success, too many redirects, and past the limits of time and size.
    """
    fetching = _Fetching(url, limits)
    thread = threading.Thread(target=fetching.run, daemon=True)
    thread.start()
    thread.join(limits.fetch)
    fetching.stopped.set()
    if fetching.failure is not None:
        raise fetching.failure
    if fetching.found is None:
        raise UserError("source-url-timeout", path=public_address(url), seconds=round(limits.fetch))
    return fetching.found


def checked(url: str, name: str, code: str = "source-url-scheme") -> str:
    """`url` as it can be sent, in ASCII; raises UserError unless it is http or https without credentials."""
    try:
        parts = urlsplit(url.strip())
        if parts.scheme not in {"http", "https"}:
            raise UserError(code, path=name)
        if parts.username is not None or parts.password is not None:
            raise UserError("source-url-credentials", path=name)
        return _ascii(parts)
    except ValueError as error:
        raise UserError("source-url-malformed", path=name) from error


def _ascii(parts: SplitResult) -> str:
    host = (parts.hostname or "").encode("idna").decode("ascii")
    if not host:
        raise ValueError(parts)
    host = f"[{host}]" if ":" in host else host
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]|")
    port = f":{parts.port}" if parts.port is not None else ""
    return f"{parts.scheme}://{host}{port}{path or '/'}{'?' * bool(query)}{query}"


class _Fetching:
    """One fetch, in a thread of its own so that nothing a server does can hold it up past its time."""

    def __init__(self, url: str, limits: Limits) -> None:
        self.name = public_address(url)
        self.found: Raw | None = None
        self.failure: BaseException | None = None
        self.stopped = threading.Event()
        self._url = checked(url, self.name)
        self._limits = limits

    def run(self) -> None:
        try:
            self.found = self._follow()
        except TimeoutError:
            self._fail("source-url-timeout", seconds=round(self._limits.connect))
        except (OSError, http.client.HTTPException, ValueError) as error:
            cause = error.reason if isinstance(error, URLError) else error
            if isinstance(cause, TimeoutError):
                self._fail("source-url-timeout", seconds=round(self._limits.connect))
            else:
                self._fail("source-url-unreachable", reason=_reason(cause))
        except BaseException as error:  # noqa: BLE001 (handed to the thread that waits)
            self.failure = error

    def _fail(self, code: str, **details: object) -> None:
        self.failure = UserError(code, path=self.name, **details)

    def _follow(self) -> Raw:
        opener = _opener()
        url = self._url
        for _ in range(self._limits.redirects + 1):
            request = urllib.request.Request(url, headers=_HEADERS)  # noqa: S310 (the scheme was checked)
            with opener.open(request, timeout=self._limits.connect) as response:
                target = response.headers.get("Location")
                if response.status not in _REDIRECTS or not target:
                    return self._take(response, url)
            url = checked(urljoin(url, target), self.name, "source-url-redirect-scheme")
        raise UserError("source-url-redirects", path=self.name, count=self._limits.redirects)

    def _take(self, response: http.client.HTTPResponse, url: str) -> Raw:
        if not HTTPStatus.OK <= response.status < HTTPStatus.MULTIPLE_CHOICES:
            phrase = ""
            with suppress(ValueError):
                phrase = HTTPStatus(response.status).phrase
            raise UserError("source-url-status", path=self.name, status=f"{response.status} {phrase}".strip())
        limit = self._limits.page
        data = bytearray()
        for chunk in self._unpacked(response):
            data += chunk
            if len(data) > limit:
                raise UserError("source-too-large", path=self.name, limit=limit // MEGABYTE)
        charset = response.headers.get_content_charset("")
        return Raw(bytes(data), self.name, url=url, charset=charset)

    def _unpacked(self, response: http.client.HTTPResponse) -> Iterator[bytes]:
        """The body, piece by piece, so that neither its length nor what it unpacks to is trusted."""
        packing = response.headers.get("Content-Encoding", "").strip().lower()
        if packing in {"", "identity"}:
            yield from self._pieces(response)
            return
        if packing not in {"gzip", "x-gzip", "deflate"}:
            raise UserError("source-url-encoding", path=self.name, encoding=packing[:20])
        unpack = zlib.decompressobj(wbits=47)
        try:
            for piece in self._pieces(response):
                rest = piece
                while rest and not unpack.eof:
                    yield unpack.decompress(rest, _CHUNK)
                    rest = unpack.unconsumed_tail
        except zlib.error as error:
            raise UserError("source-url-encoding", path=self.name, encoding=packing) from error

    def _pieces(self, response: http.client.HTTPResponse) -> Iterator[bytes]:
        promised = response.headers.get("Content-Length", "")
        got = 0
        while not self.stopped.is_set() and (piece := response.read1(_CHUNK)):
            got += len(piece)
            yield piece
        if promised.isdigit() and got < int(promised):
            raise http.client.IncompleteRead(b"", int(promised) - got)


def _opener() -> urllib.request.OpenerDirector:
    """Only http and https, through the person's proxy if there is one; redirects are not followed."""
    context = ssl.create_default_context()
    with suppress(ImportError, OSError):
        import certifi

        context.load_verify_locations(certifi.where())
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(context=context),
        urllib.request.HTTPCookieProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _reason(cause: object) -> str:
    """Why it failed, without the address that some errors repeat."""
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"TLS: {cause.verify_message}"
    if isinstance(cause, socket.gaierror):
        return "DNS"
    if isinstance(cause, OSError) and cause.strerror:
        return cause.strerror
    return type(cause).__name__
