"""What extraction costs: processor time from the cleaned article to its picks, and whether it grows linearly.

extraction.py ARTICLES.jsonl [--runs N]

ARTICLES has one JSON object a line with a `text`. Takes 21 of them of 700 to 1,600 characters and the example
article; of each the least of N runs after a warm-up, as other work on the machine can only add. Prints
medians a thousand characters: looking words up, and picking with segmentation. Then the example's text 1, 4
and 16 times over: the cost a thousand characters should stay about the same.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from jinju.adapters.judges import load_judges  # noqa: E402
from jinju.adapters.lexicon import open_lexicon  # noqa: E402
from jinju.adapters.segmenter import Segmenter  # noqa: E402
from jinju.adapters.simplify import OpenCC  # noqa: E402
from jinju.extract.pick import pick  # noqa: E402
from jinju.text.clean import clean  # noqa: E402
from jinju.text.tools import Tools  # noqa: E402

if TYPE_CHECKING:
    from jinju.model.article import Article

EXAMPLE = ROOT / "decks" / "xianchang-bangong" / "article.txt"
SHORTEST, LONGEST, STEP, COUNT = 700, 1600, 40, 21


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What extraction costs.")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--runs", type=int, default=9)
    said = parser.parse_args()
    lexicon, judges = open_lexicon(), load_judges()
    tools = Tools(lexicon, OpenCC())

    def once(article: Article) -> tuple[float, float]:
        """Milliseconds a thousand characters: the words, the picks."""
        start = time.process_time()
        words = lexicon.over(f"{article.title}\n{article.text}")
        between = time.process_time()
        pick(article, Segmenter(words).cut, words, judges)
        end = time.process_time()
        each = 1e6 / len(article.text)
        return (between - start) * each, (end - between) * each

    def least(article: Article) -> tuple[float, float, float]:
        runs = [once(article) for _ in range(said.runs + 1)][1:]
        return min(a for a, _ in runs), min(b for _, b in runs), min(a + b for a, b in runs)

    lines = said.articles.read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines if line.strip()]
    texts = [t for t in texts if SHORTEST < len(t) < LONGEST][::STEP][:COUNT]
    example = EXAMPLE.read_text(encoding="utf-8")
    found = [least(clean(text, tools)) for text in [*texts, example]]
    words, picks, both = (statistics.median(column) for column in zip(*found, strict=True))
    print(f"ms for 1,000 characters, median of {len(found)} articles:")
    print(f"words {words:.1f}, picks {picks:.1f}, both {both:.1f}")
    body = clean(example, tools).text
    for times in (1, 4, 16):
        article = clean("\n".join([body] * times), tools)
        print(f"{len(article.text):7d} characters: {sum(once(article)):.1f}")


if __name__ == "__main__":
    main()
