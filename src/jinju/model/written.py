"""What jinju last put into a note, remembered in the note itself, so that a learner's edits can be told.

The field `Written` holds a digest for each field that jinju fills and for each tag. It travels with the
note: through packages, other computers and AnkiWeb. See docs/decisions/0003.
"""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FIELD: Final = "Written"
TRACKED: Final = (
    *("Text", "Cue", "Hints", "Before", "After", "Paragraph", "Reason", "Theme", "Title", "Source"),
    *("TypeIn", "Speak"),
)
"""The fields whose digests are kept, in their order in the stamp. New ones go to the end."""

UNKNOWN: Final = "-"
"""Stands where nobody knows what jinju wrote; equal to no digest."""

_VERSION: Final = "1"
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LAST_BREAKS = re.compile(r"(?:<br>|\s)+$")


class Written(NamedTuple):
    """Digest by field name, and the digests of the tags."""

    fields: Mapping[str, str]
    tags: frozenset[str]


@lru_cache(maxsize=4096)
def digest(value: str) -> str:
    """A digest of what a field shows (32 bits), the same for any way in which an editor writes it down.

    Empty for an empty field. An edit goes unnoticed once in four billion.
    """
    if "<" in value:
        value = _LAST_BREAKS.sub("", _BREAK.sub("<br>", _COMMENT.sub("", value)))
    shown = unicodedata.normalize("NFC", html.unescape(value)).replace("\xa0", " ").strip()
    if not shown:
        return ""
    return hashlib.blake2b(shown.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def tag_digest(tag: str) -> str:
    """A digest of a tag; Anki takes no notice of case in tags."""
    return digest(tag.casefold())


def stamp(fields: Mapping[str, str], tags: Iterable[str]) -> str:
    """The value of the field `Written` for a note with `fields` and `tags`; ASCII, fit for HTML."""
    return of_digests({name: digest(fields.get(name, "")) for name in TRACKED}, map(tag_digest, tags))


def of_digests(fields: Mapping[str, str], tags: Iterable[str]) -> str:
    """The same from digests."""
    shown = ".".join(fields.get(name, "") for name in TRACKED)
    return f"{_VERSION}/{shown}/{'.'.join(sorted(tags))}"


def read_stamp(value: str) -> Written | None:
    """What `stamp` wrote; None where it is missing or not to be understood."""
    version, _, rest = value.strip().partition("/")
    fields, slash, tags = rest.partition("/")
    digests = fields.split(".")
    if version != _VERSION or not slash or len(digests) < len(TRACKED):
        return None
    return Written(dict(zip(TRACKED, digests, strict=False)), frozenset(t for t in tags.split(".") if t))
