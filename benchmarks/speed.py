"""How long a person waits for one deck, against the script that a programmer would write in ten minutes.

    python benchmarks/speed.py [--runs N]

Whole processes, interleaved in one run: (a) `jinju make` on the example article, (b) jieba's keywords put
into genanki cards for the same article, (c) `python -c pass`. Prints medians, the ratio a/b taken pair by
pair, and peak memory. A warm-up of each comes first: it fills the file cache, and prepares jinju's lexicon.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "decks" / "xianchang-bangong" / "article.txt"
TEN_MINUTES = """
import sys
import genanki
import jieba.analyse

text = open(sys.argv[1], encoding="utf-8").read()
words = jieba.analyse.extract_tags(text, topK=30)
model = genanki.Model(
    1415926535,
    "keywords",
    fields=[{"name": "Text"}],
    templates=[{"name": "Cloze", "qfmt": "{{cloze:Text}}", "afmt": "{{cloze:Text}}"}],
    model_type=genanki.Model.CLOZE,
)
deck = genanki.Deck(2718281828, "keywords")
for sentence in text.replace("\\n", "。").split("。"):
    for word in words:
        if word in sentence:
            deck.add_note(genanki.Note(model, [sentence.replace(word, "{{c1::%s}}" % word, 1)]))
            break
genanki.Package(deck).write_to_file(sys.argv[2])
"""


def measure(command: list[str]) -> tuple[float, int]:
    """Wall-clock seconds and peak resident memory in KiB of one process (POSIX)."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    complaint = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode:
        sys.exit(f"{command}: {complaint.decode(errors='replace')}")
    return seconds, usage.ru_maxrss


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        article = folder / "article.txt"
        article.write_bytes(ARTICLE.read_bytes())
        script = folder / "keywords.py"
        script.write_text(TEN_MINUTES, encoding="utf-8")
        commands = {
            "a  jinju make": [sys.executable, "-m", "jinju", "make", str(article)],
            "b  jieba + genanki script": [sys.executable, str(script), str(article), str(folder / "b.apkg")],
            "c  python -c pass": [sys.executable, "-c", "pass"],
        }
        results: dict[str, list[tuple[float, int]]] = {key: [] for key in commands}
        for turn in range(runs + 1):
            for key, command in commands.items():
                result = measure(command)
                if turn:
                    results[key].append(result)
    print(f"{'':28} median s   min s   max s   peak MB   ({runs} runs each, interleaved)")
    for key, rows in results.items():
        times = [seconds for seconds, _ in rows]
        peak = max(kib for _, kib in rows) / 1024
        print(f"{key:28} {statistics.median(times):8.3f} {min(times):7.3f} {max(times):7.3f} {peak:9.1f}")
    a, b, _ = results.values()
    ratios = [x[0] / y[0] for x, y in zip(a, b, strict=True)]
    low, middle, high = min(ratios), statistics.median(ratios), max(ratios)
    print(f"a/b, pair by pair: median {middle:.3f} (min {low:.3f}, max {high:.3f}); target 0.5")


if __name__ == "__main__":
    main()
