"""Whether slots of a parallelism can be asked for: alike, whole, short, with a frame left to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.cards.strength import inside
from jinju.model.plain import POINTING, TRAILING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.cards.candidate import Clip
    from jinju.model.article import Span
    from jinju.model.picks import Parallel

LONGEST = 6
"""Characters of a slot; more of free text is not recoverable, unless it stands in quotation marks."""
LONGEST_QUOTED = 9
SHORT = 4
"""Characters of a member up to which a pair is one unit, and a longer run is asked for on one card."""
TIGHT = 10
"""Characters of a member up to which a slot of one character is tight enough to be recalled."""
_STREETS = frozenset("路街镇县市")
"""What stands behind a name."""


def fits(slots: Sequence[Span], group: Parallel, clip: Clip, *, quoted: bool = False) -> bool:
    """Whether the slots can be asked for: alike in size, all different, nothing cut, a frame left to see."""
    text = clip.text
    answers = [s.of(text) for s in slots]
    if not _alike(answers, LONGEST_QUOTED if quoted else LONGEST, quoted=quoted):
        return False
    if all(text[s.end : s.end + 1] in _STREETS for s in slots):
        return False
    tight = max(map(len, group.branches)) <= TIGHT and all(text[s.start].isalpha() for s in slots)
    if min(map(len, answers)) == 1 and not tight:
        return False
    pairs = zip(slots, group.branches, strict=True)
    if not quoted and (
        any(_cuts_list(s, b, text) for s, b in pairs) or any(_leans(s, clip) for s in slots[1:])
    ):
        return False
    if not quoted and any({"和", "与"} & set(a) and not clip.words.get(a).phrase for a in answers):
        return False
    return all(
        len(branch) - len(slot) >= (1 if len(branch) <= SHORT else 2)
        for branch, slot in zip(group.branches, slots, strict=True)
    )


def _alike(answers: Sequence[str], longest: int, *, quoted: bool) -> bool:
    """Whether the answers all differ, none in another, and are of one size or nearly."""
    sizes = [len(a) for a in answers]
    if not all(sizes) or max(sizes) > longest or any(a.count("“") != a.count("”") for a in answers):
        return False
    if any(i != j and a in b for i, a in enumerate(answers) for j, b in enumerate(answers)):
        return False
    if min(sizes) == 1:
        return max(sizes) == 1
    return quoted or max(sizes) < 2 * min(sizes) or max(sizes) <= min(sizes) + 1


def _leans(slot: Span, clip: Clip) -> bool:
    run = inside(slot, clip)
    points = any(t.text in POINTING for t in run)
    return len(slot) > 1 and (points or bool(run and run[-1].text in TRAILING))


def _cuts_list(slot: Span, branch: Span, text: str) -> bool:
    """Whether the slot is one of several units that a member lists: 也不能|惊慌失措|、乱了阵脚."""
    return (slot.end < branch.end and text[slot.end] == "、") or (
        slot.start > branch.start and text[slot.start - 1] == "、"
    )


def in_quotes(slot: Span, text: str) -> bool:
    """Whether the slot is all that stands in a pair of quotation marks."""
    return text[slot.start - 1 : slot.start] == "“" and text[slot.end : slot.end + 1] == "”"
