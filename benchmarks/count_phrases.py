"""Counts in how many articles strings stand, and writes jinju's phrase table from them.

count_phrases.py ARTICLES.jsonl [--date YYYY-MM-DD]

ARTICLES has one JSON object a line with a `text`. The table (src/jinju/data/phrases.tsv) holds only strings
of 2 to 8 characters that stand in at least three articles: words of jieba's dictionary, strings that cohere
(whose halves attract each other, whose neighbours vary, and which begin and end where words do), and the
reviewed phrases of benchmarks/reviewed_phrases.txt, marked 1. Needs jieba. About a minute for 2.3 million
characters.
"""

from __future__ import annotations

import argparse
import json
import logging
import math
import re
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).resolve().parent
TABLE = HERE.parent / "src" / "jinju" / "data" / "phrases.tsv"
REVIEWED = HERE / "reviewed_phrases.txt"
LONGEST = 8
FLOOR = 3
ATTRACTION = 2.0
"""Least pointwise mutual information, in nats, between the halves of a string at its weakest joint."""
VARIETY = 0.9
"""Least entropy, in nats, of the neighbours on either side; a clause's edge counts as a new neighbour."""
ALIGNED = 0.6
"""Least share of a string's places in which it begins and ends at word boundaries."""

_RUN = re.compile(r"[\u4e00-\u9fff、]+")
_LOOSE_EDGES = frozenset(
    "的了在是和与及也都就还而则且但于被把为对从到向将这那其该我你他她它们吗呢吧着过个、等让"
)


def distinct(texts: Iterable[str]) -> list[str]:
    """`texts` without those of which more than half, by runs of 20 Han characters, stands in earlier ones."""
    seen: set[str] = set()
    kept = []
    for text in texts:
        han = re.sub(r"[^\u4e00-\u9fff]", "", text)
        pieces = {han[i : i + 20] for i in range(max(1, len(han) - 19))}
        if 2 * len(pieces & seen) <= len(pieces):
            kept.append(text)
        seen |= pieces
    return kept


def count(runs: list[list[str]]) -> tuple[Counter[str], Counter[str]]:
    """For all strings in FLOOR or more articles: the articles and the places in which they stand."""
    articles: Counter[str] = Counter()
    places: Counter[str] = Counter()
    shorter: set[str] = set()
    for size in range(1, LONGEST + 1):
        here: Counter[str] = Counter()
        times: Counter[str] = Counter()
        for article in runs:
            found: Counter[str] = Counter()
            for run in article:
                for i in range(len(run) - size + 1):
                    string = run[i : i + size]
                    if size == 1 or (string[:-1] in shorter and string[1:] in shorter):
                        found[string] += 1
            here.update(found.keys())
            times.update(found)
        shorter = {string for string, number in here.items() if number >= FLOOR}
        articles.update({string: here[string] for string in shorter})
        places.update({string: times[string] for string in shorter})
    return articles, places


def varied(runs: list[list[str]], strings: set[str]) -> dict[str, float]:
    """The lesser entropy of each string's left and right neighbours."""
    sides: tuple[dict[str, Counter[str]], dict[str, Counter[str]]] = ({}, {})
    for article in runs:
        for run in article:
            for start in range(len(run)):
                for end in range(start + 2, min(len(run), start + LONGEST) + 1):
                    string = run[start:end]
                    if string in strings:
                        before = run[start - 1] if start else ""
                        after = run[end : end + 1]
                        sides[0].setdefault(string, Counter())[before] += 1
                        sides[1].setdefault(string, Counter())[after] += 1
    return {s: min(_entropy(sides[0][s]), _entropy(sides[1][s])) for s in sides[0]}


def _entropy(neighbours: Counter[str]) -> float:
    total = sum(neighbours.values())
    each = (n / total * math.log(total / (1 if side in ("", "、") else n)) for side, n in neighbours.items())
    return sum(each)


def attraction(string: str, places: Counter[str], characters: int) -> float:
    """Pointwise mutual information at the weakest joint."""
    return min(
        math.log(places[string] * characters / (places[string[:i]] * places[string[i:]]))
        for i in range(1, len(string))
    )


def aligned(texts: list[str]) -> Counter[str]:
    """How often each run of up to six words, of at most LONGEST characters, stands in `texts`."""
    import jieba  # noqa: PLC0415 - slow

    jieba.setLogLevel(logging.ERROR)
    runs: Counter[str] = Counter()
    for text in texts:
        words = list(jieba.cut(text))
        for i in range(len(words)):
            string = ""
            for word in words[i : i + 6]:
                string += word
                if len(string) > LONGEST:
                    break
                runs[string] += 1
    return runs


def dictionary() -> set[str]:
    """The words of jieba's dictionary."""
    text = files("jieba").joinpath("dict.txt").read_text(encoding="utf-8")
    return {line.split(" ", 1)[0] for line in text.splitlines()}


def main() -> None:
    """Count, choose, write."""
    parser = argparse.ArgumentParser(description="Build jinju's phrase table from articles.")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--date", default="undated", help="stands in the table's provenance")
    said = parser.parse_args()
    lines = said.articles.read_text(encoding="utf-8").splitlines()
    texts = distinct(json.loads(line)["text"] for line in lines if line.strip())
    runs = [_RUN.findall(text) for text in texts]
    articles, places = count(runs)
    characters = sum(number for string, number in places.items() if len(string) == 1)
    known = dictionary()
    ends = aligned(texts)
    reviewed = set(REVIEWED.read_text(encoding="utf-8").split())
    lost = sorted(s for s in reviewed if articles[s] < FLOOR or len(s) > LONGEST)
    likely = {
        s
        for s in articles
        if len(s) > 2
        and s not in known
        and s[0] not in _LOOSE_EDGES
        and s[-1] not in _LOOSE_EDGES
        and ends[s] >= ALIGNED * places[s]
        and attraction(s, places, characters) >= ATTRACTION
    }
    variety = varied(runs, likely)
    chosen = {s for s in articles if len(s) > 1 and s in known}
    chosen |= {s for s in likely if variety[s] >= VARIETY}
    chosen |= reviewed.difference(lost)
    head = (
        "# Strings of at most 8 characters, in how many articles they stand, 1 = reviewed phrase.\n"
        f"# articles: {len(texts)}\n"
        f"# source: {said.articles.name}, {len(lines)} rows, near-copies left out; {said.date}\n"
        "# method: benchmarks/count_phrases.py; reviewed by hand: benchmarks/reviewed_phrases.txt\n"
    )
    body = "".join(f"{s}\t{articles[s]}\t{int(s in reviewed)}\n" for s in sorted(chosen))
    TABLE.write_text(head + body, encoding="utf-8")
    print(f"{len(texts)} articles, {len(chosen)} strings, {len(reviewed) - len(lost)} reviewed")
    if lost:
        print(f"reviewed, but below {FLOOR} articles: {' '.join(lost)}")


if __name__ == "__main__":
    main()
