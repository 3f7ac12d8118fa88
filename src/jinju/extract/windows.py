"""The runs of clauses that a clip could be, in one sentence or in neighbouring ones, and what is quoted."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinju.extract.standing import connective
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.extract.scene import Scene
    from jinju.model.article import Paragraph
    from jinju.model.picks import Parallel

SHORTEST, LONGEST = 11, 60
"""Characters without punctuation (design: 80 % of good clips have 17 to 45)."""
LONGEST_RUN = 64
"""The same for neighbouring sentences that share a parallelism."""
SHORTEST_WHOLE = 7
"""The same of a whole saying or sentence."""
SHORT_SENTENCE, LONGEST_JOINED = 16, 45
"""A sentence this short may stand with what follows it, up to that length."""
_AFTER = "、和与及的等之“《，。；！？"
"""What after a closing mark shows that it stands in the middle of a phrase."""
_SAYING = re.compile(r"“[^“”。！？\n]{3,40}[，；][^“”。！？\n]{3,40}[。！？]?”")
_SEGMENT = re.compile(r"[。！？!?；;：:…]")
_NEAR = 8
"""Code points by which a window may be longer than a parallelism at each end."""
_CLOSING = re.compile(r"[。！？!?”’』」）]+")
_CUTS = re.compile(r"[，；：。！？,;:!?…—]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause with the punctuation that follows it, and the sentence it belongs to."""

    span: Span
    separator: str
    sentence: int
    goes_on: bool = False
    """Whether it goes on after a quotation with which no clause ends."""


def content_length(text: str) -> int:
    """Characters that are no punctuation or space."""
    return sum(map(str.isalnum, text))


def pieces_of(text: str, paragraph: Paragraph, first: int) -> list[Piece]:
    """The paragraph's clauses, joined where the separator between them is none to cut at."""
    pieces: list[Piece] = []
    for index, sentence in enumerate(paragraph.sentences):
        start = sentence.span.start
        for clause in sentence.clauses:
            if _CUTS.search(clause.separator) or clause is sentence.clauses[-1]:
                piece = Piece(Span(start, clause.span.end), clause.separator, first + index)
                pieces += _split_after_quotation(text, sentence.span.start, piece)
                start = clause.span.end + len(clause.separator)
        if not sentence.clauses:
            pieces.append(Piece(sentence.span, "", first + index))
    return [p for p in pieces if content_length(p.span.of(text))]


def _split_after_quotation(text: str, sentence: int, piece: Piece) -> list[Piece]:
    """The piece, or its two parts where a whole saying that opens a clause ends within it."""
    close = text.find("”", piece.span.start, piece.span.end - 1)
    opening = text.rfind("“", sentence, close) if close >= 0 else -1
    if opening < 0 or text.find("”", opening, close) >= 0:
        return [piece]
    opens = opening == sentence or text[opening - 1] in "，：；。"
    if not opens or content_length(text[opening:close]) < SHORTEST_WHOLE or text[close + 1] in _AFTER:
        return [piece]
    left = Piece(Span(piece.span.start, close + 1), "", piece.sentence)
    return [left, Piece(Span(close + 1, piece.span.end), piece.separator, piece.sentence, goes_on=True)]


def windows(text: str, pieces: Sequence[Piece], scene: Scene) -> Iterator[tuple[Span, int]]:
    """Runs of pieces in one sentence, in sentences that a parallelism joins, or from a short one on; sayings.

    Each with the number of the sentence in which it begins.
    """
    given: set[Span] = set()
    lengths = [scene.letters(p.span.start, p.span.end) for p in pieces]
    parted = ["；" in p.separator or ";" in p.separator for p in pieces]
    for i, piece in enumerate(pieces):
        if piece.goes_on:
            continue
        total = first = 0
        crossing = False
        for j in range(i, len(pieces)):
            crossing = crossing or (j > i and parted[j - 1])
            total += lengths[j]
            last = pieces[j]
            across = last.sentence - piece.sentence
            first += 0 if across else lengths[j]
            if total > (LONGEST_RUN if across else LONGEST):
                break
            if total < SHORTEST_WHOLE:
                continue
            closing = _CLOSING.match(last.separator)
            window = Span(piece.span.start, last.span.end + (closing.end() if closing else 0))
            if total < SHORTEST and not _is_whole(text, pieces, (i, j), window):
                continue
            if across and not any(_joins(g, window) for g in scene.groups(window)):
                short = closing and SHORTEST - 3 <= first <= SHORT_SENTENCE and total <= LONGEST_JOINED
                if not short or across > 1 or not _follows(text, pieces, (i, j), window.end):
                    continue
            if not (crossing and _crosses(pieces, i, j, scene)):
                window = _unquoted(text, window)
                given.add(window)
                yield window, piece.sentence
    for window, sentence in _sayings(text, pieces):
        if window not in given and scene.letters(window.start, window.end) <= LONGEST:
            yield window, sentence


def _sayings(text: str, pieces: Sequence[Piece]) -> Iterator[tuple[Span, int]]:
    """What is quoted in one sentence and has two halves: …“民惟邦本，本固邦宁”的道理."""
    if not pieces:
        return
    starts = [p.span.start for p in pieces]
    last = pieces[-1]
    for match in _SAYING.finditer(text, starts[0], last.span.end + len(last.separator)):
        yield Span(*match.span()), pieces[bisect_right(starts, match.start()) - 1].sentence


def _is_whole(text: str, pieces: Sequence[Piece], run: tuple[int, int], window: Span) -> bool:
    """Whether the run is a saying in quotation marks or a whole sentence."""
    i, j = run
    quoted = text[window.start] == "“" and text[window.end - 1] == "”"
    head = i == 0 or pieces[i - 1].sentence != pieces[i].sentence
    return quoted or (head and bool(_SEGMENT.search(pieces[j].separator)))


def _unquoted(text: str, window: Span) -> Span:
    """The window without a quotation mark at its edge whose partner lies elsewhere, as in a speech."""
    said = window.of(text)
    start = window.start + (said[0] == "“" and "”" not in said)
    return Span(start, window.end - (said[-1] == "”" and "“" not in said))


def _follows(text: str, pieces: Sequence[Piece], run: tuple[int, int], end: int) -> bool:
    """Whether a whole sentence begins the run, and the one behind it neither asks nor leads over from it."""
    i, j = run
    if (i and pieces[i - 1].sentence == pieces[i].sentence) or text[end - 1] in "？?":
        return False
    second = next(p for p in pieces[i : j + 1] if p.sentence != pieces[i].sentence)
    return not connective(text[second.span.start : end])


def _crosses(pieces: Sequence[Piece], first: int, last: int, scene: Scene) -> bool:
    """Whether a run across “；” begins or ends in the middle of what that mark separates."""
    window = Span(pieces[first].span.start, pieces[last].span.end)
    quoted = scene.text[window.start] == "“" and scene.text[window.end - 1] == "”"
    if quoted or any(_joins(g, window) for g in scene.groups(window)):
        return False
    head = first == 0 or bool(_SEGMENT.search(pieces[first - 1].separator))
    return not (head and _SEGMENT.search(pieces[last].separator))


def _joins(group: Parallel, window: Span) -> bool:
    """Whether the group's first branch begins the window and its last ends it, roughly."""
    before, behind = group.branches[0].start - window.start, window.end - group.branches[-1].end
    return 0 <= before <= _NEAR and 0 <= behind <= _NEAR
