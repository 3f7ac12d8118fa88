"""Fits what decks are made by: which clips to take, what to hide in them, which notes are worth keeping.

fit_decks.py ARTICLES.jsonl [--date YYYY-MM-DD] [--folds N] [--dry]

Learns from deck_fit/tutor_decks.jsonl, decks written by hand, and deck_fit/verdicts.jsonl, readers' verdicts
on notes that jinju made; both name articles of ARTICLES and hold no text. Prints how good the weights are on
articles not learnt from; near-copies stand in one fold. Writes clips.json, readers.json, edges.json,
blanks.json, notes.json and tones.json in src/jinju/data. Needs the extra `bench` (numpy, scipy).
About a quarter of an hour.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE)]

import numpy as np  # noqa: E402

from deck_fit import blanks, characters, clips, edges, notes, tones  # noqa: E402
from deck_fit.sparse import common_names, design, logistic  # noqa: E402
from deck_fit.tutor import tutor_decks  # noqa: E402
from deck_fit.verdicts import judged_articles  # noqa: E402
from fitting import folds  # noqa: E402
from jinju.cards.blank_score import RIVALRY  # noqa: E402
from jinju.model.tones import PLACES  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Sequence

DATA = HERE.parent / "src" / "jinju" / "data"
SMALL, FAINT = 0.04, 0.01
"""Smaller weights are left out of the files; those learnt from verdicts or choices alone are fainter."""


def main() -> None:
    """Read, cross-validate, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--date", default="")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--dry", action="store_true")
    given = parser.parse_args()
    essays, rows, verdicts = read(given.articles)
    fold = folds([e.text for e in essays], given.folds)
    clip_names = blanks.widely_used(given.articles, common_names([e.signals for e in essays], clips.LEAST))
    clip_matrix = design([e.signals for e in essays], clip_names)
    blank_names = blanks.widely_used(
        given.articles, common_names([row.signals for row in rows], blanks.LEAST)
    )
    blank_matrix = design([row.signals for row in rows], blank_names)
    of_clip = np.repeat(fold, [len(e.clips) for e in essays])
    row_fold = [fold[row.article] for row in rows]
    of_blank = np.repeat(row_fold, [len(row.spans) for row in rows])
    kept = {case.row for case in verdicts if case.verdict.verdict == "keep"}
    vectors = characters.vectors(given.articles)
    places = edges.choices(essays, verdicts)
    clip_scores, readers, cuts = (np.zeros(len(of_clip)) for _ in range(3))
    chances = np.zeros(len(of_blank))
    for f in range(given.folds):
        weights = clips.train(clip_matrix, essays, clip_names, [g != f for g in fold])
        clip_scores[of_clip == f] = logistic(clip_matrix[of_clip == f] @ weights)
        weights = clips.train_readers(clip_matrix, essays, clip_names, [g != f for g in fold])
        readers[of_clip == f] = clip_matrix[of_clip == f] @ weights
        weights = edges.train(clip_matrix, essays, [p for p in places if fold[p.essay] != f], clip_names)
        cuts[of_clip == f] = clip_matrix[of_clip == f] @ weights
        fitted = blanks.train(blank_matrix, rows, [g != f for g in row_fold], row_fold, kept)
        chances[of_blank == f] = blanks.scores(blank_matrix, rows, fitted)[of_blank == f]
    likely = edges.chances_of(essays, cuts)
    judged = notes.cases(
        essays,
        rows,
        verdicts,
        clip_scores=clip_scores,
        readers=readers,
        edges=likely,
        chances=chances,
        vectors=vectors,
    )
    figures = notes.names_of(judged)
    said = (
        clips.report(essays, clip_scores * np.sqrt(likely)),
        blanks.report(rows, chances),
        notes.report(judged, notes.chances_of(judged, fold, figures)),
        [edges.report(essays, places, cuts)],
    )
    for lines in said:
        print(*lines, "", sep="\n")
    if given.dry:
        return
    when = given.date and f", {given.date}"
    source = f"fit_decks.py on {len({e.text for e in essays})} articles{when}; on articles not learnt from: "
    weights = clips.train(clip_matrix, essays, clip_names, [True] * len(essays))
    write("clips", clip_names, weights, source + said[0][2], {})
    weights = clips.train_readers(clip_matrix, essays, clip_names, [True] * len(essays))
    write("readers", clip_names, weights, source + "see notes.json", {}, least=FAINT)
    weights = edges.train(clip_matrix, essays, places, clip_names)
    write("edges", clip_names, weights, source + said[3][0], {}, least=FAINT)
    fitted = blanks.train(blank_matrix, rows, [True] * len(rows), row_fold, kept)
    write(
        "blanks",
        blank_names,
        fitted.weights,
        source + said[1][2],
        dict(zip(RIVALRY, fitted.rivals, strict=True)),
    )
    weights = notes.train(judged, figures)
    at = len(tones.ridges())
    told = {f"tone.{place}": 1.0 for place in PLACES}
    write(
        "notes",
        [*figures, *told],
        [*weights[at:-1], *told.values(), weights[-1]],
        source + said[2][2],
        {},
        least=0.0,
    )
    write_tones(tones.table(vectors, weights[:at]), source + "see notes.json")


def read(articles: Path) -> tuple[list[clips.Essay], list[blanks.Row], list[notes.Case]]:
    """All articles with their clips, all clips with their spans, all verdicts."""
    essays: list[clips.Essay] = []
    rows: list[blanks.Row] = []
    verdicts: list[notes.Case] = []
    decks = {d.id: d for d in tutor_decks(articles, HERE / "deck_fit" / "tutor_decks.jsonl")}
    read_again = {a.id: a for a in judged_articles(articles, HERE / "deck_fit" / "verdicts.jsonl")}
    for name, source in (decks | read_again).items():
        article = clips.seen(source.document, source.reader)
        deck, judged = decks.get(name), read_again.get(name)
        said = clips.said_of(judged, article.text) if judged else {}
        if deck:
            rows += [blanks.taught(article.picked, len(essays), note) for note in deck.notes]
            essays.append(clips.taught(article, deck, said))
        if judged:
            for verdict in judged.verdicts:
                verdicts.append(notes.Case(len(essays), len(rows), verdict))
                rows.append(blanks.judged(article.picked, len(essays), verdict))
            rows += [blanks.taught(article.picked, len(essays), note) for note in judged.better()]
            asked = clips.said_of(judged, article.text, written=False)
            essays.append(clips.judged(article, said, asked))
    return essays, rows, verdicts


def write_tones(figures: dict[str, list[int]], provenance: str) -> None:
    """The file that `load_tones` reads."""
    raw = {"provenance": provenance, "step": tones.STEP, "figures": figures}
    text = json.dumps(raw, ensure_ascii=False, separators=(",", ":"))
    (DATA / "tones.json").write_text(text + "\n", encoding="utf-8")


def write(
    name: str,
    names: Sequence[str],
    weights: Any,
    provenance: str,
    extra: dict[str, Any],
    *,
    least: float = SMALL,
) -> None:
    """One weights file, the bias last among `weights`."""
    kept = {n: round(float(w), 3) for n, w in zip(names, weights[:-1], strict=True) if abs(w) >= least}
    body = {
        "provenance": provenance,
        "bias": round(float(weights[-1]), 4),
        "weights": kept,
        "extra": {n: round(float(w), 4) for n, w in extra.items()},
    }
    (DATA / f"{name}.json").write_text(
        json.dumps(body, ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
