"""How long a big deck file takes: read, merge, write. Run: python benchmarks/decks.py [ITEMS]..."""

from __future__ import annotations

import random
import resource
import sys
import time
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

from jinju.adapters.deck_file import Parsed, merge_text, parse_deck, render_deck, stamp_text
from jinju.model.deck import ArticleEntry, Deck
from jinju.model.item import ArticleKey, Item, ItemId
from jinju.revise.edits import stamp
from jinju.revise.merge import begin, merge

if TYPE_CHECKING:
    from collections.abc import Callable

PER_ARTICLE = 20
T = TypeVar("T")


def article(number: int, chance: random.Random) -> tuple[ArticleEntry, list[Item]]:
    """Twenty items of random characters: no two sentences are alike, which is the slowest case to match."""
    key = ArticleKey(f"a{number}")
    paragraphs, items = [], []
    for paragraph in range(5):
        sentences = ["".join(chr(chance.randrange(0x4E00, 0x5A00)) for _ in range(30)) for _ in range(4)]
        paragraphs.append("。".join(sentences))
        items += [
            Item(
                ItemId(""),
                key,
                f"{s[:4]}{{{{c1::{s[4:8]}}}}}{s[8:15]}{{{{c2::{s[15:19]}}}}}{s[19:]}",
                {1: ("并列第 1 项", "4 字"), 2: ("四字格", "4 字")},
                {1: "slot", 2: "phrase"},
                paragraph=paragraph,
                reasons=("排比 2 项", "引号热词"),
                score=1.25,
                tags=("申论", "基层"),
            )
            for s in sentences
        ]
    text = "\n".join(paragraphs)
    return ArticleEntry(key, f"题{number}", sha256(text.encode()).hexdigest(), tuple(paragraphs)), items


def mended(deck: Deck) -> Deck:
    """The same articles after a typo in the first sentence of each."""
    articles = []
    for entry in deck.articles:
        paragraphs = ("改" + entry.paragraphs[0][1:], *entry.paragraphs[1:])
        articles.append(
            replace(entry, digest=sha256("".join(paragraphs).encode()).hexdigest(), paragraphs=paragraphs)
        )
    items = [
        replace(i, text="改" + i.text[1:]) if n % PER_ARTICLE == 0 else i for n, i in enumerate(deck.items)
    ]
    return replace(deck, articles=tuple(articles), items=tuple(items))


def measured(what: str, act: Callable[[], T]) -> T:
    """Do it once and say what it took."""
    start = time.process_time()
    result = act()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"  {what:<28}{time.process_time() - start:6.2f} s   peak so far {peak} MB")
    return result


def run(count: int) -> None:
    """All steps with one size of deck."""
    chance = random.Random(1)
    made = [article(n, chance) for n in range(count // PER_ARTICLE)]
    new = Deck("名", tuple(a for a, _ in made), tuple(i for _, items in made for i in items))
    print(f"{count} items")
    first = measured("first make", lambda: begin(new, 1000))
    text = measured("render", lambda: render_deck(first.deck, first.ledger))
    print(f"  {len(text.encode()) / 1e6:.1f} MB of YAML")
    parsed = measured("read", lambda: parse_deck(text))
    same = measured("merge, nothing new", lambda: merge(parsed.deck, new, 2000, parsed.ledger))
    assert same.deck == parsed.deck
    other = measured("merge, 1 in 20 mended", lambda: merge(parsed.deck, mended(new), 2000, parsed.ledger))
    after = Parsed(other.deck, other.ledger)
    measured("write that into the file", lambda: merge_text(text, parsed, after))
    edited = text.replace("四字格", "四个字", 1)
    theirs = parse_deck(edited)
    stamped = measured("find one edit", lambda: stamp(theirs.deck, 3000))
    assert len(stamped.changed) == 1
    measured("date it in the file", lambda: stamp_text(edited, theirs, stamped))


if __name__ == "__main__":
    for size in map(int, sys.argv[1:] or ["10000"]):
        run(size)
