"""Asking for a whole line: from its theme, from what is fine about it, and from how it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinju.messages import word
from jinju.study.grapheme import graphemes
from jinju.study.shrink import clauses, letters, opening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.model.item import Item

SHORTEST, LONGEST = 8, 42
"""Letters of a line that a person can be asked for whole; the upper bound is that of recitation items."""
MOST_REASONS = 2
MOST_OPENING = 4
"""Letters; less than a quarter of the line in any case."""
BETWEEN: Final = "｜"
_AHEAD: Final = "　"


def cue(item: Item, plain: str, answers: Sequence[str]) -> str:
    """The cue for the whole line, "" where there is not enough for one best answer.

    That takes the opening and a theme, a cue of the person's own, or a reason. Nothing in it holds a part
    of an answer.
    """
    if not SHORTEST <= len(letters(plain)) <= LONGEST:
        return ""
    begins = opening_words(plain, answers)
    about = [part for part in (item.cue, item.theme) if part and not _tells(part, answers)]
    reasons = [r for r in item.reasons if not _tells(r, answers)][:MOST_REASONS]
    if not begins or not (about or reasons):
        return ""
    return BETWEEN.join(dict.fromkeys((*about, *reasons, f"{begins}……")))


def opening_words(plain: str, answers: Sequence[str]) -> str:
    """The first letters of the line, no quarter of it, and nothing of an answer."""
    most = min(MOST_OPENING, len(letters(plain)) // 4)
    ends = min((at for at in map(plain.find, answers) if at >= 0), default=len(plain))
    out = ""
    for cluster in graphemes(plain[:ends]):
        if letters(cluster) and len(letters(out)) >= most and not _inside_word(out, cluster):
            break
        out += cluster
    return out.strip("，；：。！？、“”‘’「」『』（）《》…— ")


def hints(plain: str) -> tuple[str, ...]:
    """How many letters each clause has, then how each begins."""
    parts = [span.of(plain) for span in clauses(plain)]
    shape = word("hint.length", count="+".join(str(len(letters(p))) for p in parts))
    if len(parts) * 4 > len(letters(plain)):
        return (shape,)
    return (shape, _AHEAD.join(f"{opening(p)}…" for p in parts))


def _inside_word(out: str, cluster: str) -> bool:
    return bool(out) and out[-1].isascii() and out[-1].isalnum() and cluster.isascii()


def _tells(said: str, answers: Sequence[str]) -> bool:
    """Whether two neighbouring letters of an answer, or an answer of one, stand in `said`."""
    for answer in map(letters, answers):
        pairs = [answer[i : i + 2] for i in range(len(answer) - 1)] or [answer]
        if any(pair in said for pair in pairs if pair):
            return True
    return False
