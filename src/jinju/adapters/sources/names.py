"""How a source is called in a message: on one line, printable, and without secrets."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://")


def printable(name: object) -> str:
    """`name` with control, direction and undecodable characters written as escapes."""
    return _CONTROL.sub(lambda m: m.group().encode("unicode_escape", "surrogatepass").decode(), str(name))


def is_address(argument: str) -> bool:
    """Whether an argument is an address of any scheme rather than a path."""
    return _SCHEME.match(argument) is not None


def public_address(url: str) -> str:
    """An address for a message: without user name and password, query and fragment."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return printable(url.partition("?")[0].rpartition("@")[2])
    query = "?…" if parts.query else ""
    return printable(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}{query}")
