"""How well jinju picks, measured against people.

quality.py predict TASK INPUT OUTPUT    answer the rows that the scorer's `strip` printed; TASK is one of
                                        blanks, sentences, parallel, text, phrases, pairs
quality.py report [--bench DIR]         score every task on the dev files of DIR (default ../shared/bench),
                                        beside common tools and a frontier language model

Each task lives in tasks/<task>.py, whose `predict(row)` answers one row with the code that makes decks.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))

TASKS = ("blanks", "sentences", "parallel", "text", "phrases", "pairs")

# task, dev file, figure, best common tool, frontier language model (a sample of the sealed half).
# Source: the README beside the scorer.
FIGURES: tuple[tuple[str, str, str, str, str], ...] = (
    ("blanks", "blanks_exam", "exact", ".044", ".369"),
    ("blanks", "blanks_exam", "overlap", ".102", ".506"),
    ("blanks", "blanks_exam", "char_f1", ".081", ".464"),
    ("blanks", "blanks_learner", "exact", ".111", ".561"),
    ("blanks", "blanks_learner", "overlap", ".470", ".833"),
    ("blanks", "blanks_learner", "char_f1", ".310", ".754"),
    ("sentences", "sentences_golden", "auc", ".74", ".94"),
    ("sentences", "sentences_golden", "mrr", ".39", ".74"),
    ("sentences", "sentences_golden", "r5", ".53", ".90"),
    ("sentences", "sentences_examined", "auc", ".59", ".76"),
    ("sentences", "sentences_examined", "map", ".68", ".75"),
    ("parallel", "parallel", "auc", ".68", ".97"),
    ("parallel", "parallel", "map", ".44", ".87"),
    ("parallel", "parallel", "precision", "", ".66"),
    ("parallel", "parallel", "recall", "", ".89"),
    ("parallel", "parallel", "f1", "", ".76"),
    ("text", "text_pairs", "error", ".338", ""),
    ("text", "text_pairs", "debris", ".485", ""),
    ("phrases", "phrases_english", "f1@10", ".167", ""),
    ("phrases", "phrases_english", "p@10", ".438", ""),
    ("pairs", "quotable_english", "accuracy", ".595", ""),
)


def predictor(task: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """The `predict` of tasks/<task>.py; leaves with a message where there is none."""
    path = HERE / "tasks" / f"{task}.py"
    if not path.is_file():
        have = ", ".join(t for t in TASKS if (HERE / "tasks" / f"{t}.py").is_file())
        sys.exit(f"quality.py: no task {task!r}: there is no {path}. Tasks that can be run: {have}.")
    spec = importlib.util.spec_from_file_location(f"quality_task_{task}", path)
    if spec is None or spec.loader is None:
        sys.exit(f"quality.py: cannot load {path}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    predict: Callable[[dict[str, Any]], dict[str, Any]] = module.predict
    return predict


def predict(task: str, source: Path, target: Path) -> tuple[int, float]:
    """Answer every row of `source` into `target`; returns the number of rows and the seconds it took."""
    answer = predictor(task)
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
    began = time.perf_counter()
    lines = [json.dumps({"id": row["id"], **answer(row)}, ensure_ascii=False) + "\n" for row in rows]
    seconds = time.perf_counter() - began
    target.write_text("".join(lines), encoding="utf-8")
    return len(rows), seconds


def measure(task: str, gold: Path, scorer: Path) -> tuple[dict[str, float], float]:
    """The scorer's figures for `task` on the labelled rows `gold`, and the milliseconds a row."""
    with tempfile.TemporaryDirectory() as folder:
        shown, said = Path(folder, "shown.jsonl"), Path(folder, "said.jsonl")
        python = [sys.executable, str(scorer)]
        stripped = subprocess.run([*python, "strip", task, str(gold)], check=True, capture_output=True)
        shown.write_bytes(stripped.stdout)
        count, seconds = predict(task, shown, said)
        scored = subprocess.run([*python, task, str(gold), str(said)], check=True, capture_output=True)
    figures: dict[str, float] = json.loads(scored.stdout)
    return figures, 1000 * seconds / max(1, count)


def report(bench: Path) -> None:
    """Print all figures as a table, a line a figure."""
    scorer = bench / "score.py"
    if not scorer.is_file():
        sys.exit(f"quality.py: no scorer at {scorer}. Name the folder that holds score.py with --bench.")
    print("Shipped weights on the dev rows; where they were fitted on these very rows the figure is")
    print("optimistic: cross-validated ones stand in benchmarks/RESULTS.md.\n")
    print(f"{'rows':20s} {'figure':12s} {'jinju':>7s} {'tools':>7s} {'LM':>7s} {'ms/row':>7s}")
    done: dict[str, tuple[dict[str, float], float]] = {}
    for task, name, figure, tool, model in FIGURES:
        if not (HERE / "tasks" / f"{task}.py").is_file():
            continue
        if name not in done:
            gold = bench / "dev" / f"{name}.jsonl"
            if not gold.is_file():
                continue
            done[name] = measure(task, gold, scorer)
        figures, speed = done[name]
        value = f"{figures[figure]:.3f}" if figure in figures else "-"
        print(f"{name:20s} {figure:12s} {value:>7s} {tool:>7s} {model:>7s} {speed:7.1f}", flush=True)


def main() -> None:
    """Read the command line and do as it says."""
    parser = argparse.ArgumentParser(description="How well jinju picks, measured against people.")
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("predict", help="answer the rows of INPUT into OUTPUT")
    one.add_argument("task", choices=TASKS)
    one.add_argument("input", type=Path)
    one.add_argument("output", type=Path)
    every = commands.add_parser("report", help="score every task on the dev files")
    every.add_argument("--bench", type=Path, default=HERE.parent.parent / "shared" / "bench")
    said = parser.parse_args()
    if said.command == "predict":
        predict(said.task, said.input, said.output)
    else:
        report(said.bench)


if __name__ == "__main__":
    main()
