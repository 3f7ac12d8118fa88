"""The slots of a parallelism cut down to their content words, the same side throughout."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.cards.kinds.fitting import SHORT, TIGHT, fits, in_quotes
from jinju.cards.strength import inside
from jinju.model.article import Span
from jinju.model.plain import LEADING, LEANING, MANNER, TRAILING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from jinju.cards.candidate import Clip
    from jinju.model.lexicon import Token
    from jinju.model.picks import Parallel

_LIGHT = LEANING - MANNER
_QUOTED = re.compile(r"“([^“”]{2,9})”")
_VERBAL, _NOMINAL, _SUBJECTS = frozenset("vad"), frozenset("nrsft"), frozenset("nrsftad")


def refined(column: Sequence[Span], group: Parallel, clip: Clip) -> list[Span] | None:
    """The column cut down to its content words, None where one of them is unfit."""
    slots = [_inner(clip.text, slot) for slot in column]
    quoted = all(in_quotes(s, clip.text) for s in slots)
    if not quoted:
        slots = _snapped(slots, clip)
        slots = _behind_hinge(slots, clip)
        slots = _without_shared(slots, clip)
        slots = _without_leaning(slots, clip)
        slots = _without_subject(slots, group, clip)
        slots = _without_verb(slots, clip)
        slots = _varying(slots, group, clip)
        slots = [_word_around(s, clip) for s in slots] if _inside_words(slots, clip) else slots
        slots = _heads(slots, clip.text)
    return slots if fits(slots, group, clip, quoted=quoted) else None


def _snapped(slots: list[Span], clip: Clip) -> list[Span]:
    """Where the column cuts through a word in half of its members or more, the cut word is left out."""
    edges = clip.edges
    starts = sum(s.start not in edges for s in slots)
    ends = sum(s.end not in edges for s in slots)
    out = []
    for slot in slots:
        start, end = slot.start, slot.end
        if len(slot) > 1:
            while ends * 2 >= len(slots) and end > start and end not in edges:
                end -= 1
            while starts * 2 >= len(slots) and start < end and start not in edges:
                start += 1
        out.append(Span(start, end))
    return out


def _behind_hinge(slots: list[Span], clip: Clip) -> list[Span]:
    """Only what follows a hinge that all members hold: 强则|国强, 智则|国智."""
    at = [s.of(clip.text).find("则") for s in slots]
    if all(0 < i < len(s) - 1 for i, s in zip(at, slots, strict=True)):
        return [Span(s.start + i + 1, s.end) for i, s in zip(at, slots, strict=True)]
    return slots


def _without_shared(slots: list[Span], clip: Clip) -> list[Span]:
    """Whole words that all members begin or end with belong to the frame: 一阵子|的事, 医疗|模式."""
    while all(s for s in slots):
        runs = [inside(s, clip) for s in slots]
        if not all(len(r) > 1 for r in runs):
            break
        if len({r[-1].text for r in runs}) == 1:
            slots = [Span(s.start, r[-1].start) for s, r in zip(slots, runs, strict=True)]
        elif len({r[0].text for r in runs}) == 1:
            slots = [Span(r[0].end, s.end) for s, r in zip(slots, runs, strict=True)]
        else:
            break
    return [_without_echo(s, clip) for s in slots]


def _without_echo(slot: Span, clip: Clip) -> Span:
    """Without a noun after 的 that can be read elsewhere in the clip: 没有出路|的民族."""
    text = slot.of(clip.text)
    head, found, noun = text.rpartition("的")
    if found and head and noun and clip.text.count(noun) > 1:
        return Span(slot.start, slot.start + len(head))
    return slot


def _without_leaning(slots: list[Span], clip: Clip) -> list[Span]:
    """Without copulas and modals at their edges (是|芬芳), and without adverbs where all have them."""
    answers = [s.of(clip.text) for s in slots]
    glued = all(len(a) > 2 and a[0] in LEADING and not clip.words.get(a).phrase for a in answers)
    if glued:
        slots = [Span(s.start + 1, s.end) for s in slots]
    adverbs = all(run and run[0].text in MANNER for run in (inside(s, clip) for s in slots))
    return [_bared(s, clip, LEANING if adverbs else _LIGHT) for s in slots]


def _bared(slot: Span, clip: Clip, leaning: AbstractSet[str]) -> Span:
    if clip.words.get(slot.of(clip.text)).phrase:
        return slot
    run = whole = inside(slot, clip)
    while len(run) > 1 and run[0].text in leaning and run[-1].end - run[1].start > 1:
        run = run[1:]
    while len(run) > 1 and run[-1].text in TRAILING and run[-2].end - run[0].start > 1:
        run = run[:-1]
    return slot if run == whole else Span(run[0].start, run[-1].end)


def _without_subject(slots: list[Span], group: Parallel, clip: Clip) -> list[Span]:
    """In clauses of noun and verb the verb is asked for, the noun stays: 用信念|影响|人.

    Units of four at the end of their members stay whole: 报以|茁壮雄健.
    """
    ending = all(s.end == b.end for s, b in zip(slots, group.branches, strict=True))
    if ending and all(len(s) == SHORT for s in slots):
        return slots
    runs = [inside(s, clip) for s in slots]
    cuts = [_predicate(run) for run in runs]
    sure = {cut for cut, run in zip(cuts, runs, strict=True) if cut and run[cut].tag != "vn"}
    agreed = [cut for cut in cuts if cut in sure]
    if len(sure) != 1 or 2 * len(agreed) <= len(runs) or any(len(run) <= agreed[0] for run in runs):
        return slots
    return [Span(run[agreed[0]].start, s.end) for run, s in zip(runs, slots, strict=True)]


def _without_verb(slots: list[Span], clip: Clip) -> list[Span]:
    """In long chains of verb and object only the object is asked for: 超越|以邻为壑."""
    runs = [inside(s, clip) for s in slots]
    verbs = sum(bool(r) and r[0].tag == "v" for r in runs)
    parts = all(len(r) > 1 and len(r[0].text) > 1 and r[-1].end - r[1].start > 1 for r in runs)
    if max(map(len, slots)) > SHORT and parts and 2 * verbs >= len(runs):
        rests = [Span(r[1].start, s.end) for r, s in zip(runs, slots, strict=True)]
        return slots if any(r[1].tag[:1] in ("m", "q") for r in runs) else rests
    return slots


def _varying(slots: list[Span], group: Parallel, clip: Clip) -> list[Span]:
    """In a tight frame without the half that all members share: 人皆|见, 人皆|仰."""
    answers = [s.of(clip.text) for s in slots]
    shared = 0
    while all(len(a) > shared and a[shared] == answers[0][shared] for a in answers):
        shared += 1
    if all(clip.words.get(a).frequency for a in answers):
        return slots  # 民生, 民心
    if max(map(len, group.branches)) > TIGHT or not all(shared < len(a) <= 2 * shared for a in answers):
        return slots
    return [Span(s.start + shared, s.end) for s in slots]


def _inside_words(slots: Sequence[Span], clip: Clip) -> bool:
    """Whether every slot is one character of a word of the dictionary: |敢|于, |善|于."""
    return all(len(s) == 1 and len(_word_around(s, clip)) > 1 for s in slots)


def _word_around(slot: Span, clip: Clip) -> Span:
    word = next((t for t in clip.tokens if t.start <= slot.start and slot.end <= t.end), None)
    return Span(word.start, word.end) if word is not None and word.frequency else slot


def _heads(slots: list[Span], text: str) -> list[Span]:
    """In a longer run where only some members have a modifier, the nouns: 食堂, 良心, 孩子的|健康."""
    sizes = [len(s) for s in slots]
    if len(sizes) <= 2 or max(sizes) < 2 * min(sizes):
        return slots
    return [Span(s.start + s.of(text).rfind("的") + 1, s.end) for s in slots]


def _predicate(run: Sequence[Token]) -> int:
    """The place of the first verb or adjective behind the words with which a clause begins, 0 for none."""
    if len(run) < 2 or run[0].tag[:1] not in _SUBJECTS or run[0].tag in ("vn", "an"):
        return 0
    rest = next((i for i, t in enumerate(run) if i and t.tag[:1] not in _NOMINAL), 0)
    verb = run[rest]
    return rest if verb.tag[:1] in _VERBAL and verb.tag != "an" and len(verb.text) > 1 else 0


def _inner(text: str, span: Span) -> Span:
    """The slot's quoted part if it has one, else the slot without punctuation at its edges."""
    quoted = _QUOTED.search(text, span.start, span.end)
    if quoted:
        return Span(*quoted.span(1))
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    if text.count("”", start, end) > text.count("“", start, end) and start > span.start:
        start -= 1
    return Span(start, end)
