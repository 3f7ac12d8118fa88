"""Which spans of a clip could be hidden at all: what the kinds propose, runs of words, even pairs."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from jinju.cards.gates import letters
from jinju.cards.kinds import KINDS
from jinju.cards.signals.view import Hidden, Slot, View, cut_at
from jinju.model.article import Span
from jinju.model.plain import CLASSICAL_PARTICLES, HOLLOW, LINKS, PARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.cards.candidate import Candidate, Card, Clip
    from jinju.model.lexicon import Token
    from jinju.model.picks import Phrase

WORDS, RUN, LONGEST, SHARE = 4, range(2, 9), 14, 0.6
"""Words and code points of a run; letters of any blank; the most of a clip's letters that may be hidden."""
EVEN, TAILS, JOINED = 8, range(2, 6), range(2, 5)
"""Code points of the units of a pair: whole ones, the ends that meet at a mark, those that 和 joins."""
LONGEST_QUOTED = 9
"""Code points of a quotation with a comma up to which it may be hidden whole."""
_CLOSED: Final = re.compile(r"[。！？；…]?”")
_JOINTS: Final = ("、", "，")
FRAMING: Final = frozenset("以为把将从到向对在用让使于")
"""What leads a slot of a frame."""
_AND: Final = re.compile(r"[和与及]")


def view_of(clip: Clip, article: str) -> tuple[View, list[tuple[Card, ...]]]:
    """The clip laid out, and the cards that each kind of blanks proposes."""
    cards = [tuple(kind(clip)) for kind in KINDS]
    proposed: dict[Span, list[Candidate]] = {}
    for candidate in (c for of_kind in cards for card in of_kind for c in card):
        proposed.setdefault(candidate.span, []).append(candidate)
    slots: dict[Span, Slot] = {}
    for group, column in zip(clip.parallels, clip.columns, strict=True):
        for place, slot in enumerate(column):
            slots[slot] = Slot(place, len(column), group)
        for place, several in enumerate(group.slots):
            for slot in several:
                slots.setdefault(slot, Slot(place, len(group.branches), group))
    phrases: dict[Span, Phrase] = {p.span: p for p in reversed(clip.phrases)}
    edges = {e for spans in (proposed, slots, phrases) for s in spans for e in (s.start, s.end)}
    return View(clip, article, cut_at(clip, edges), slots, phrases, proposed), cards


def proposals(view: View) -> list[Hidden]:
    """Every span that could be hidden, each once, in reading order."""
    found: dict[Span, Hidden] = {}
    for span in (
        *_runs(view.tokens),
        *view.proposed,
        *view.slots,
        *view.phrases,
        *view.clip.ranked,
        *_pairs(view),
    ):
        first, stop = view.starts.get(span.start), view.stops.get(span.end)
        if first is None or stop is None or first >= stop or span in found:
            continue
        said = span.of(view.clip.text)
        if _frame_at_joint(view.tokens[first : stop + 1]):
            continue
        edges = view.tokens[first].text, view.tokens[stop - 1].text
        if edges[0] in PARTICLES or edges[1] in PARTICLES or edges[1] in CLASSICAL_PARTICLES:
            continue
        if said in LINKS or _whole_saying(span, view.clip):
            continue
        if 1 <= len(letters(said)) <= min(LONGEST, SHARE * view.size):
            found[span] = Hidden(view, span, first, stop)
    return [found[span] for span in sorted(found)]


def _frame_at_joint(run: Sequence[Token]) -> bool:
    """Whether a pair lies across frames, as of 以研究|为支点、以学术|为支撑 what is between the bars.

    `run` has the word behind the pair too; it and the first words of both units frame what follows them.
    """
    joint = next((i for i, token in enumerate(run) if token.text in _JOINTS), 0)
    if not 0 < joint < len(run) - 2:
        return False
    return {run[0].text, run[joint + 1].text, run[-1].text} <= FRAMING


def _whole_saying(span: Span, clip: Clip) -> bool:
    """Of a span with a comma: whether it is a long quotation, or more of a line than a tutor hides."""
    said = span.of(clip.text)
    if "，" not in said and "、" not in said:
        return False
    quoted = clip.text[span.start - 1 : span.start] == "“" and _CLOSED.match(clip.text, span.end)
    known = any(span != h and span.contains(h) for c in clip.citations for h in c.hidden)
    return known or (bool(quoted) and "，" in said and len(span) > LONGEST_QUOTED)


def _runs(tokens: Sequence[Token]) -> Iterator[Span]:
    """Runs of a few words without a mark, begun and ended by no hollow word."""
    for first, token in enumerate(tokens):
        if not token.text[0].isalnum() or token.text in HOLLOW:
            continue
        for last in tokens[first : first + WORDS]:
            if not last.text[0].isalnum() or last.end - token.start >= RUN.stop:
                break
            if last.end - token.start in RUN and last.text not in HOLLOW:
                yield Span(token.start, last.end)


def _pairs(view: View) -> Iterator[Span]:
    """Even units on both sides of a mark or of 和: the whole of both, or the ends that meet there."""
    text = view.clip.text
    for left, right in pairwise(view.pieces):
        if right.start - left.end != 1 or text[left.end] not in "、，":
            continue
        if len(left) == len(right) <= EVEN:
            yield Span(left.start, right.end)
        for size in TAILS:
            if min(len(left), len(right)) >= size:
                yield Span(left.end - size, right.start + size)
    for match in _AND.finditer(text):
        for size in JOINED:
            if match.start() >= size and match.end() + size <= len(text):
                yield Span(match.start() - size, match.end() + size)
