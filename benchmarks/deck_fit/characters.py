"""Characters as vectors: those that keep the same company lie near each other."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np
import scipy.sparse as sp
from scipy.sparse.linalg import svds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

SIZE, LEAST, ARTICLES = 64, 5, 3
"""Numbers a vector; how often and in how many articles a character must stand."""
_BESIDE = ((1, 1), (-1, 0), (2, 2), (-2, 2), (3, 2), (-3, 2))
"""Distance of a neighbour, and the part of the table in which it is counted: left, right, near."""
_SMOOTH = 0.75


def vectors(articles: Path) -> dict[str, Any]:
    """A vector of length 1 for each character of ARTICLES that is common enough.

    Positive pointwise mutual information with the neighbours, the first `SIZE` singular vectors.
    """
    texts = [json.loads(line)["text"] for line in articles.read_text(encoding="utf-8").splitlines()]
    counts, widely = Counter("".join(texts)), Counter(c for text in texts for c in set(text))
    known = [c for c, n in counts.most_common() if n >= LEAST and widely[c] >= ARTICLES and not c.isspace()]
    table = _information(texts, {c: i for i, c in enumerate(known)})
    left, strengths, _ = svds(table, k=SIZE, v0=np.ones(min(table.shape)))
    rows = left * strengths
    rows /= np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9
    return dict(zip(known, rows, strict=True))


def _information(texts: Sequence[str], place: Mapping[str, int]) -> Any:
    size = len(place)
    rows, columns = [], []
    for text in texts:
        said = np.array([place.get(c, -1) for c in text])
        for by, part in _BESIDE:
            one, other = (said[:-by], said[by:]) if by > 0 else (said[-by:], said[:by])
            both = (one >= 0) & (other >= 0)
            rows.append(one[both])
            columns.append(other[both] + part * size)
    row, column = np.concatenate(rows), np.concatenate(columns)
    seen = sp.coo_matrix((np.ones(len(row)), (row, column)), shape=(size, 3 * size)).tocsr().tocoo()
    of_row = np.asarray(seen.sum(1)).ravel()
    of_column = np.asarray(seen.sum(0)).ravel() ** _SMOOTH
    value = np.log(seen.data * of_column.sum() / (of_row[seen.row] * of_column[seen.col]))
    more = value > 0
    return sp.csr_matrix((value[more], (seen.row[more], seen.col[more])), shape=seen.shape)
