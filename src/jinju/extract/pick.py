"""Article -> Picks: the one code path behind decks, `jinju pick` and the benchmarks."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from jinju.extract.citations import citations
from jinju.extract.clips import find_clips
from jinju.extract.couplets import couplets
from jinju.extract.echoes import echoes
from jinju.extract.line import line_of
from jinju.extract.members import split
from jinju.extract.mirrored import mirrored
from jinju.extract.parallel import branch_shares, find_parallels, score_whole_sentences
from jinju.extract.phrases import find_phrases, topic_words
from jinju.extract.scene import Scene
from jinju.extract.tails import with_tails
from jinju.extract.temper import temper
from jinju.extract.worth import ScoredLine, score_sentences
from jinju.model.article import Span
from jinju.model.picks import Phrase, Picks, Reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from jinju.extract.members import Member
    from jinju.model.article import Article
    from jinju.model.lexicon import Token, Words
    from jinju.model.picks import Parallel
    from jinju.model.weights import Judges

EVEN = (3, 4)
"""Characters of the members of a short even pair that counts as one phrase."""
LONGEST_EVEN = 9
SLOT = (2, 6)
"""Characters of a slot that may be asked for by itself."""
PAIR = 0.05
"""What a pair taken whole is worth beyond its better half."""


def pick(
    article: Article, cut: Callable[[str], Sequence[Token]], words: Words, judges: Judges
) -> tuple[Picks, frozenset[str]]:
    """Everything worth memorising in the article, and its topic words; linear in the article's length.

    `cut` segments a sentence into tokens with offsets into that sentence.
    """
    lines = [line_of(article.text, s, cut(s.span.of(article.text))) for s in article.sentences]
    topics = topic_words(lines, article.title)
    tokens = [t.shifted(line.start) for line in lines for t in line.tokens]
    spans = [s.span for s in article.sentences]
    parallels = find_parallels(article.text, spans, tokens, words)
    parallels = [*parallels, *mirrored(lines, parallels)]
    parallels += [*echoes(lines, parallels)]
    parallels = sorted([*parallels, *couplets(lines, parallels)], key=lambda g: g.branches[0])
    parallels = list(with_tails(article.text, parallels, tokens))
    found = find_phrases(lines, words, topics, article.title)
    on_cards, alone = split(article.text, parallels)
    phrases = _merged([*found, *_even_runs(parallels, article.text), *_slots_of(alone, article.text)])
    worth = worth_of(
        article.text,
        spans,
        [line.tokens for line in lines],
        parallels,
        words=words,
        judges=judges,
        title=article.title,
        paragraphs=[s.paragraph for s in article.sentences],
    )
    mood = temper(article)
    cited = citations(article.text, words.famous)
    scene = Scene(
        article.text,
        phrases=phrases,
        parallels=on_cards,
        members=alone,
        tokens=tokens,
        words=words,
        topics=topics,
        cited=cited,
        tones=judges.tones,
    )
    ground = sum(judges.clips.values.get(name, 0.0) * value for name, value in mood.signals())
    clips = find_clips(article, scene, worth.__getitem__, judges, ground)
    ranked = tuple(sorted(phrases, key=lambda p: (-p.score, p.span)))
    quotes = tuple(sorted(clips, key=lambda q: (-q.score, q.span)))
    exact = tuple(c for c in cited if c.exact)
    return Picks(ranked, quotes, tuple(on_cards), exact, mood.tale), topics


def worth_of(
    text: str,
    sentences: Sequence[Span],
    tokens: Sequence[Sequence[Token]],
    parallels: Sequence[Parallel],
    *,
    words: Words,
    judges: Judges,
    title: str = "",
    paragraphs: Sequence[int] = (),
) -> list[ScoredLine]:
    """What each sentence of a whole article is worth memorising, `tokens` and `parallels` its own."""
    places = paragraphs or [0] * len(sentences)
    scores = score_whole_sentences(text, sentences, places, judges.pairs, judges.parallel)
    return score_sentences(
        [span.of(text) for span in sentences],
        judges.worth,
        title=title,
        parallel=[s.score for s in scores],
        branches=branch_shares(sentences, parallels),
        words=words,
        tokens=[[t.text for t in row] for row in tokens],
        sayings=judges.sayings,
    )


def _even_runs(parallels: Iterable[Parallel], text: str) -> Iterable[Phrase]:
    """Short parallel runs as one phrase: 俯下身子、迈开步子."""
    for group in parallels:
        whole = Span(group.branches[0].start, group.branches[-1].end)
        sizes = {len(b) for b in group.branches}
        if len(sizes) == 1 and EVEN[0] <= min(sizes) <= EVEN[1] and len(whole) <= LONGEST_EVEN:
            between = text[group.branches[0].end : group.branches[1].start]
            inside_list = "、" in (text[whole.start - 1 : whole.start], text[whole.end : whole.end + 1])
            if between in ("、", "，") and not inside_list:
                reason = Reason("even-pair", 1.0, whole.of(text))
                yield Phrase(whole, round(0.4 + 0.6 * group.score, 3), (reason,))


def _slots_of(alone: Iterable[Member], text: str) -> Iterator[Phrase]:
    """What varies in a member whose sisters stand elsewhere: 建设宜居城市，科学规划是基础."""
    for member in alone:
        for slot in member.slots:
            if SLOT[0] <= len(slot) <= SLOT[1]:
                yield Phrase(
                    slot, round(member.score, 3), (Reason("collocation", member.score, slot.of(text)),)
                )


def _merged(phrases: Iterable[Phrase]) -> list[Phrase]:
    """One phrase a span, the better of two; a pair is worth more than either half."""
    best: dict[Span, Phrase] = {}
    for phrase in phrases:
        if phrase.span not in best or phrase.score > best[phrase.span].score:
            best[phrase.span] = phrase
    ordered = [best[span] for span in sorted(best)]
    starts = [p.span.start for p in ordered]
    for index, phrase in enumerate(ordered):
        if phrase.reasons[0].code == "even-pair":
            near = ordered[bisect_left(starts, phrase.span.start) : bisect_left(starts, phrase.span.end)]
            halves = [p.score for p in near if p is not phrase and phrase.span.contains(p.span)]
            ordered[index] = replace(phrase, score=max([phrase.score, *(h + PAIR for h in halves)]))
    return ordered
