"""The note type of every jinju note: what Anki knows it by, and what it looks like.

All numbers here were drawn at random once and stay for good: Anki matches the type, its fields and its
template by them, so that names and looks may change without a fork. Whoever changes a template or the
style sheet sets `CHANGED` to the time of doing so, or Anki keeps the old look (a test holds this).
"""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Final

from jinju.model.note import FIELDS

ID: Final = 1173970395302
NAME: Final = "jinju 金句 填空"
CHANGED: Final = 1795420664
"""Seconds since 1970 UTC of the last change to a template or the style sheet."""

TEMPLATE_ID: Final = 2483834653890543520
TEMPLATE_NAME: Final = "填空"

FIELD_IDS: Final = dict(
    zip(
        FIELDS,
        (
            45888907366922025,
            4517668844395742042,
            444476342087272146,
            1499065524582906633,
            3820271852056716370,
            4573926961972282595,
            3303347229034080221,
            1113963993209773066,
            3804238316675613458,
            4546735502051040461,
            3066256350144780113,
            3226546639222455658,
            770341295115840519,
            1901638389373087890,
            1369823550274454135,
            4359400914083176918,
            4577305905221924167,
            4071136761207845068,
        ),
        strict=True,
    )
)

_VERSION = re.compile(r"/\* jinju (\d{1,12}) \*/")

OPEN_IN_EDITOR: Final = frozenset({"Text", "Cue", "Theme"})
"""Fields that Anki's editor shows unfolded."""


def style() -> str:
    """The style sheet with a last line that says of which `CHANGED` it is, for a push to read."""
    return f"{part('style.css').rstrip()}\n/* jinju {CHANGED} */\n"


def style_version(css: str) -> int | None:
    """The `CHANGED` of a style sheet in somebody's Anki; None where its owner took the line out."""
    found = _VERSION.search(css)
    return int(found[1]) if found else None


def part(name: str) -> str:
    """The text of `front.html`, `back.html` or `style.css`."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
