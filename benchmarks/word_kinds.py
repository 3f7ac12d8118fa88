"""Sorts words into kinds by the company they keep, and writes jinju's table of them.

word_kinds.py ARTICLES.jsonl [--date YYYY-MM-DD]

ARTICLES has one JSON object a line with a `text`. A word is described by its neighbours (the next on either
side, and those within four words) and by the articles in which it stands: positive pointwise mutual
information, reduced to 100 and 60 dimensions by singular value decomposition; then k-means. The table
(src/jinju/data/word_kinds.tsv) has a kind a line, its commonest word first, and only words that stand in at
least three articles. The learnt weights count kinds: so a word that no label holds is known by its like.
Needs the extra `bench` (numpy, scipy). Two minutes for 2.3 million characters.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))

import numpy as np  # noqa: E402
import scipy.sparse as sp  # noqa: E402
from scipy.cluster.vq import kmeans2  # noqa: E402
from scipy.sparse.linalg import svds  # noqa: E402

from jinju.adapters.lexicon import open_lexicon  # noqa: E402
from jinju.adapters.segmenter import Segmenter  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Sequence

TABLE = HERE.parent / "src" / "jinju" / "data" / "word_kinds.tsv"
KINDS, FLOOR, REACH = 256, 3, 4
BY_NEIGHBOURS, BY_ARTICLES, SHARE = 100, 60, 0.5
SMOOTHING = 0.75
"""Contexts are counted to this power, so that rare ones do not weigh too much (Levy and others, 2015)."""
SEED, ROUNDS = 1, 60
_SENTENCE = re.compile(r"[。！？\n]")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_LONGEST = 8

Documents = list[list[list[str]]]


def segmented(articles: Path) -> Documents:
    """The words of each sentence of each article."""
    lexicon = open_lexicon()
    found = []
    for line in articles.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        cut = Segmenter(lexicon.over(text)).cut
        found.append([[t.text for t in cut(s)] for s in _SENTENCE.split(text) if s.strip()])
    return found


def attraction(table: Any) -> Any:
    """Positive pointwise mutual information of rows and columns."""
    table = table.tocoo()
    rows = np.asarray(table.sum(1)).ravel()
    columns = np.asarray(table.sum(0)).ravel() ** SMOOTHING
    value = np.log(table.data * columns.sum() / (rows[table.row] * columns[table.col]))
    kept = value > 0
    return sp.csr_matrix((value[kept], (table.row[kept], table.col[kept])), shape=table.shape)


def reduced(table: Any, dimensions: int) -> Any:
    """The rows in fewer dimensions, each of length 1."""
    start = np.random.RandomState(SEED).rand(min(table.shape))
    left, sizes, _ = svds(table, k=dimensions, v0=start)
    rows = left * sizes
    return rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)


def described(documents: Documents, words: Sequence[str]) -> Any:
    """A row for each word: its neighbours, then its articles."""
    index = {word: i for i, word in enumerate(words)}
    size = len(words)
    beside: Counter[tuple[int, int]] = Counter()
    within: Counter[tuple[int, int]] = Counter()
    for number, sentences in enumerate(documents):
        for sentence in sentences:
            places = [index.get(word, -1) for word in sentence]
            for i, mine in enumerate(places):
                if mine < 0:
                    continue
                within[mine, number] = 1
                for k in range(max(0, i - REACH), min(len(places), i + REACH + 1)):
                    if k != i and places[k] >= 0:
                        beside[mine, places[k] + size * {i - 1: 0, i + 1: 1}.get(k, 2)] += 1
    near = reduced(attraction(_table(beside, (size, 3 * size))), BY_NEIGHBOURS)
    where = reduced(attraction(_table(within, (size, len(documents)))), BY_ARTICLES)
    return np.hstack([near, SHARE * where])


def _table(counts: Counter[tuple[int, int]], shape: tuple[int, int]) -> Any:
    places = np.array(list(counts))
    return sp.csr_matrix((np.array(list(counts.values()), float), (places[:, 0], places[:, 1])), shape=shape)


def main() -> None:
    """Read, sort, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--date", default="")
    given = parser.parse_args()
    documents = segmented(given.articles)
    counts = Counter(w for d in documents for s in d for w in s)
    articles = Counter(w for d in documents for w in {w for s in d for w in s})
    words = [
        word
        for word, _ in sorted(counts.items(), key=lambda c: (-c[1], c[0]))
        if articles[word] >= FLOOR and _HAN.fullmatch(word) and len(word) <= _LONGEST
    ]
    rows = described(documents, words)
    _, kind = kmeans2(rows, KINDS, iter=ROUNDS, minit="++", seed=SEED)
    kinds: dict[int, list[str]] = {}
    for word, k in zip(words, kind, strict=True):
        kinds.setdefault(int(k), []).append(word)
    when = given.date and f"; {given.date}"
    head = (
        "# Words that keep the same company, a kind a line, its commonest word first.\n"
        f"# source: {given.articles.name}, {len(documents)} rows{when}; method: benchmarks/word_kinds.py\n"
    )
    lines = sorted(kinds.values(), key=lambda group: words.index(group[0]))
    TABLE.write_text(head + "".join(" ".join(group) + "\n" for group in lines), encoding="utf-8")
    print(f"{len(words)} words in {len(kinds)} kinds; the largest has {max(map(len, lines))}")


if __name__ == "__main__":
    main()
