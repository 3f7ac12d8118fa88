"""From a document to its picks: the one path that `make`, `pick` and the benchmarks all take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinju.adapters.judges import load_judges
from jinju.adapters.lexicon import open_lexicon
from jinju.adapters.segmenter import Segmenter
from jinju.adapters.simplify import OpenCC
from jinju.extract.pick import pick
from jinju.extract.ranked import Ranked
from jinju.model.article import Source
from jinju.model.errors import UserError
from jinju.text.clean import clean
from jinju.text.tools import Tools

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from jinju.model.article import Article
    from jinju.model.document import Document
    from jinju.model.lexicon import Token, Words
    from jinju.model.picks import Picks
    from jinju.model.weights import Judges


@dataclass(frozen=True, slots=True)
class Picked:
    """An article with all that was found in it."""

    article: Article
    picks: Picks
    topics: frozenset[str]
    words: Words
    cut: Callable[[str], Sequence[Token]]
    judges: Judges
    ranked: Ranked
    """What people would hide in the sentences."""


LONGEST, LONGEST_RAW = 200_000, 2_000_000
"""Characters of an article, cleaned and as read: more is a book, of which no deck would be learnt."""


class Reader:
    """Reads documents one after another with the same lexicon and weights."""

    def __init__(self, cache: Path | None = None) -> None:
        self._lexicon = open_lexicon(cache)
        self._tools = Tools(self._lexicon, OpenCC())
        self._judges = load_judges()

    def clean(self, document: Document) -> Article:
        """The cleaned article of `document`."""
        source = Source(document.name, document.url, document.author, document.date, document.site)
        return clean(document.text, self._tools, source, document.title)

    def picked(self, document: Document) -> Picked:
        """The cleaned article and its picks. Raises UserError for a book."""
        if len(document.text) > LONGEST_RAW:
            raise UserError("article-too-long", path=document.name, limit=LONGEST)
        article = self.clean(document)
        if len(article.text) > LONGEST:
            raise UserError("article-too-long", path=document.name, limit=LONGEST)
        words = self._lexicon.over(f"{article.title}\n{article.text}")
        cut = Segmenter(words).cut
        picks, topics = pick(article, cut, words, self._judges)
        ranked = Ranked(article, cut, words, self._judges.spans)
        return Picked(article, picks, topics, words, cut, self._judges, ranked)
