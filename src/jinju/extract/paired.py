"""Frames of two halves, 不仅…更…, of which a clip may not take one alone."""

from __future__ import annotations

import re

_PAIRED = (
    (r"不仅|不但|不光|不只|不单", r"还|也|更|而且|并且|又|亦"),
    (r"不是", r"而是|就是|(?<!不)是"),
    (r"既(?!然|定|有|往|得)", r"又|也|还|且|更"),
    (r"虽然|虽|尽管", r"但|却|可|然而|仍|依然|也"),
    (r"如果|假如|倘若|若(?!干)|要是|一旦", r"就|那么|便|则|将|会|必|都|，"),
    (r"只有(?![^，。；]{0,8}(?:之分|之别|进行时|没有))|唯有|惟有", r"才|方"),
    (r"只要", r"就|便|都|总"),
    (r"无论|不论|不管", r"都|也|总|皆"),
    (r"因为|由于", r"所以|因此|因而|，"),
    (r"与其", r"不如|宁"),
    (r"宁可|宁愿", r"也"),
    (r"即使|即便|哪怕|纵使|纵然", r"也|都|仍|，"),
    (r"一方面", r"另一方面|一方面"),
)
_OPENER = re.compile("|".join(opener for opener, _ in _PAIRED))
"""Few clips open any frame: one search refuses all others."""
_FRAMES = tuple((re.compile(opener), re.compile(closer)) for opener, closer in _PAIRED)
_ALLOWED = _FRAMES[1][0]
"""The frame that a whole sentence may leave open: 不是…."""
_LOST = (
    (
        re.compile(r"(?:^|[，；])[^，；]{0,6}?(?:才能|方能|才会|方可|才可|才是|方得)"),
        re.compile(r"只有|唯有|惟有|必须|唯"),
    ),
    (re.compile(r"(?:^|[，；])(?:而是|而在于)"), re.compile(r"不是|不在于|并非|绝非|不在")),
    (
        re.compile(
            r"(?:^|[，；])(?:而且|并且|更(?:是|要|能|应)|还(?:是|要|能)|也(?:是|要|能|有)|又(?:是|要|能|有))"
        ),
        re.compile(r"不仅|不但|不只|不光|既(?!然|定|有的)"),
    ),
    (
        re.compile(r"(?:^|[，；])(?:那么|就(?:会|能|要|是|必)|便(?:会|能|是))"),
        re.compile(r"如果|若(?!干)|只要|一旦|倘若|假如"),
    ),
    (re.compile(r"(?:^|[，；])(?:但|却|仍|依然|然而)"), re.compile(r"虽然|尽管|虽|即使|即便|纵使")),
    (re.compile(r"^[^，；。]{0,8}越(?!来越)"), re.compile(r"越(?!来越)[^，。；]{1,6}，$")),
    (re.compile(r"，是"), re.compile(r"^(?:这|那|此)[^，；]{0,12}，$")),
)
"""Second halves of paired frames, and the first half that may not stay behind before the clip."""


_NEAR = 300
"""Code points before a clip in which the first half of its frame may stand."""


def left_behind(clip: str, before: str) -> bool:
    """Whether the clip has the second half of a frame whose first half stays in `before`, not far from it."""
    near = before[-_NEAR:]
    return any(early.search(near) and late.search(clip) and not early.search(clip) for late, early in _LOST)


def left_open(clip: str, *, whole: bool) -> bool:
    """Whether the clip opens a paired frame and does not close it; `whole`: it is a whole sentence."""
    if not _OPENER.search(clip):
        return False
    for opener, closer in _FRAMES:
        found = opener.search(clip)
        if found and not (whole and opener is _ALLOWED) and not closer.search(clip[found.end() :]):
            return True
    return False
