"""Clips: the runs of clauses that could stand on a card by themselves, each with its worth.

A clip is a sentence, some neighbouring clauses of one, or neighbouring sentences that share a parallelism. It
must read alone; how much it is worth, learnt weights say.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from jinju.extract.clip_score import judged
from jinju.extract.cut import chances
from jinju.extract.merits import merits
from jinju.extract.signals.clips.look import Look, Place
from jinju.extract.standing import standing
from jinju.extract.ties import faulty, ties
from jinju.extract.windows import SHORTEST, SHORTEST_WHOLE, pieces_of, windows
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jinju.extract.clip_score import Judged
    from jinju.extract.scene import Scene
    from jinju.extract.worth import ScoredLine
    from jinju.model.article import Article
    from jinju.model.famous import Citation
    from jinju.model.picks import Parallel, Phrase, Quote
    from jinju.model.weights import Judges

TORN = 0.5
"""A parallelism surer than this should not be torn apart."""
HEAD = 8
"""Code points of a connective that may stand before a clip that opens its paragraph."""
_BESIDE = 2
"""Letters beside a famous line that make no more of it."""
_SCARCELY = 5
"""Letters beside a famous line that make scarcely more of it."""
_ENDS = "。！？”!?"
_ENDED = re.compile(r"[。！？!?]")
_SHORT_CLAUSE = re.compile(r"[^，。；：、“”]{1,4}，")


def find_clips(
    article: Article, scene: Scene, worth: Callable[[int], ScoredLine], judges: Judges, ground: float
) -> list[Quote]:
    """The clips of the article that read alone and are not hopeless, by their starts, scored; they overlap.

    `worth(i)` is what sentence i is worth memorising, 0..1, with reasons; `ground` what the article's temper
    adds to each clip.
    """
    found: dict[Span, Judged] = {}
    for look in looks(article, scene, worth):
        clip = judged(look, judges, ground)
        span = look.span
        if span not in found or clip.score > found[span].score:
            found[span] = clip
    spans = sorted(found)
    likely = chances([(span.start, span.end) for span in spans], [found[span].edges for span in spans])
    settled = (
        found[span].settled(chance, judges, scene.tones.of(span))
        for span, chance in zip(spans, likely, strict=True)
    )
    return [quote for quote in settled if quote is not None]


def looks(article: Article, scene: Scene, worth: Callable[[int], ScoredLine]) -> Iterator[Look]:
    """All clips of the article that read alone, with what their signals look at."""
    text = article.text
    body = [p for p in article.paragraphs if p.kind != "heading"]
    number = 0
    for paragraph in article.paragraphs:
        first = number
        number += len(paragraph.sentences)
        if paragraph.kind == "heading":
            continue
        sentences = [s.span for s in paragraph.sentences]
        starts, ends = [s.start for s in sentences], [s.end for s in sentences]
        for window, index in windows(text, pieces_of(text, paragraph, first), scene):
            sentence = sentences[index - first]
            begin = window.start - (text[window.start - 1 : window.start] == "“")
            colon = text[begin - 1 : begin] in ("：", ":")
            stand = standing(
                window.of(text),
                at_start=colon or begin == sentence.start,
                before="" if colon else text[sentence.start : begin],
                ends=text[window.end - 1] in _ENDS,
            )
            if stand is None:
                continue
            span = Span(window.start + stand.trim, window.end)
            reached = range(bisect_right(ends, span.start), bisect_left(starts, span.end))
            ending = sentences[reached[-1]]
            after = scene.letters(span.end, ending.end)
            place = Place(
                before=scene.letters(sentence.start, span.start),
                after=after,
                sentences=len(reached),
                head=sentence is sentences[0] and span.start - sentence.start <= HEAD,
                tail=ending is sentences[-1] and not after,
                sole=len(sentences) == 1,
                first=paragraph is body[0],
                last=paragraph is body[-1],
                colon=colon,
                left=text[span.start - 1 : span.start],
                right=text[span.end : span.end + 1],
                opener="" if begin == sentence.start else scene.word_at(sentence.start),
                follower=_follower(scene, span.end) if after else "",
            )
            lines = [worth(first + i) for i in reached]
            around = Span(sentences[reached[0]].start, ending.end)
            look = _look(scene, (window, span, around), place, lines, dict(stand.loose))
            if look is not None:
                yield look


def _follower(scene: Scene, at: int) -> str:
    """The first word from there on; a letter follows."""
    while not scene.text[at].isalnum():
        at += 1
    return scene.word_at(at)


def _worth_citing(clip: str, span: Span, length: int, cited: Sequence[Citation]) -> bool:
    """Whether a short clip of `length` letters is quoted or mostly a famous line, and its lines argue."""
    if any(c.line.use != "argument" for c in cited):
        return False
    return "“" in clip or any(span.contains(c.span) and 2 * len(c.line.letters) > length for c in cited)


def _bare(length: int, cited: Sequence[Citation]) -> bool:
    """Whether a clip of `length` letters is famous lines and nothing else."""
    return length - sum(len(c.line.letters) for c in cited) <= _BESIDE


def _short_and_worn(length: int, cited: Sequence[Citation]) -> bool:
    """Whether a clip is short famous lines that do not argue, and scarcely more: 看看乡村，日出而作…."""
    lines = sum(len(c.line.letters) for c in cited)
    return (
        lines < SHORTEST and length - lines <= _SCARCELY and not any(c.line.use == "argument" for c in cited)
    )


def _argues(citation: Citation) -> bool:
    """Whether a card may hold nothing but the line: a view, a stock phrase or a trite saying is none."""
    line = citation.line
    return line.use == "argument" or (line.use == "trite" and line.sort != "saying")


def _look(
    scene: Scene,
    spans: tuple[Span, Span, Span],
    place: Place,
    lines: Sequence[ScoredLine],
    loose: dict[str, float],
) -> Look | None:
    """What lies in a clip, `spans` its window, itself, and the sentences of which it is a part.

    None where it is none: too short or faulty.
    """
    window, span = spans[:2]
    text, clip, around = scene.text, span.of(scene.text), spans[2].of(scene.text)
    groups = scene.groups(window)
    length = scene.letters(span.start, span.end)
    cited = scene.cited(span)
    if length < SHORTEST_WHOLE or faulty(clip) or not all(c.exact for c in cited):
        return None
    if length < SHORTEST and not _worth_citing(clip, span, length, cited):
        return None
    inside = [c for c in cited if span.contains(c.span)]
    if inside and _bare(length, inside) and not any(_argues(c) for c in inside):
        return None
    if inside and length < SHORTEST + _SCARCELY and _short_and_worn(length, inside):
        return None
    if "middle" in loose and _leftover(scene, span, groups):
        loose["leftover"] = 1.0
    whole = [g for g in groups if span.start <= g.branches[0].start and g.branches[-1].end <= span.end]
    torn = 0
    if len(whole) < len(groups):
        torn = sum(
            g.score > TORN and g not in whole and any(span.overlaps(b) for b in g.branches) for g in groups
        )
    complete = "middle" not in loose and bool(
        text[window.end - 1] in _ENDS or _ENDED.search(text, window.start, window.end)
    )
    phrases = scene.phrases(span)
    strong = sorted(((scene.strength(g), g) for g in whole), key=lambda s: (-s[0], s[1].branches[0]))
    return Look(
        text=clip,
        span=span,
        window=window,
        length=length,
        complete=complete,
        place=place,
        worth=lines[0],
        best=max(line.score for line in lines),
        groups=strong,
        torn=torn,
        member=scene.is_member(span),
        phrases=_apart(phrases),
        merits=dict(
            merits(
                text,
                span,
                [(g, s) for s, g in strong],
                phrases,
                around=around,
                whole=complete,
                head=place.head,
            )
        ),
        ties=loose | ties(clip, scene.names(span), scene.slips(span), around),
        tokens=scene.tokens(span),
        counts=scene.counts(span),
        words=scene.words,
        topics=scene.topics,
        cited=cited,
    )


def _apart(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The best phrases that do not overlap."""
    taken: list[Phrase] = []
    for phrase in phrases:
        start, end = phrase.span.start, phrase.span.end
        if all(t.span.end <= start or end <= t.span.start for t in taken):
            taken.append(phrase)
    return taken


def _leftover(scene: Scene, span: Span, groups: Sequence[Parallel]) -> bool:
    """Whether the clip begins with a short clause that belongs to what stands before it."""
    first = _SHORT_CLAUSE.match(scene.text, span.start, span.end)
    return first is not None and not any(g.branches[0].start == span.start for g in groups)
