"""What studying costs when the store is big: 50,000 cards and 500,000 reviews.

    python benchmarks/study_store.py [--items N] [--reviews N] [--answers N] [--runs N] [--rounds N]
        [--keep D]

Makes a deck file and a store of that size from a fixed seed (half of the cards learnt and nearly all of those
overdue, the rest new), then measures sessions, each in a process of its own on a copy, orders interleaved:

open     from the call to the first card, the deck file unchanged; loading the modules is shown apart
next     from a grade to the next card with its options and the progress line, committed (synchronous=FULL)
memory   the peak of that process (Linux)

and at the end runs `study_killed.py` for `--rounds` rounds. Seconds are wall-clock, on a disk that other work
shares; `processor` is what this process itself took. A plain file of the same disk, written and synced
once per line, is timed beside it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinju.adapters.deck_file import render_deck
from jinju.adapters.review_store import Logged, open_store
from jinju.model.deck import ArticleEntry, Deck
from jinju.model.item import ArticleKey, Item, ItemId
from jinju.model.review import CardKey, Moment, Rating, Review
from jinju.model.study_settings import StudySettings
from jinju.study.scheduler import Scheduler

if TYPE_CHECKING:
    from collections.abc import Iterator

CARDS_AN_ITEM = 2
ITEMS_AN_ARTICLE = 20
NOW = 1_800_000_000_000
DAY = 86_400_000
OFFSET = 8 * 3600
LINE = "要把{{{{c1::第{n}件实事}}}}办在基层、把{{{{c2::第{n}句实话}}}}说到心坎，以实干实效取信于民。"


def deck(items: int) -> Deck:
    """A deck of `items` items with two cards each, twenty items an article."""
    articles = tuple(
        ArticleEntry(ArticleKey(f"a{n:07}"), f"第{n}篇", f"{n:064x}", ("群众在哪里，我们就下到哪里。" * 20,))
        for n in range((items + ITEMS_AN_ARTICLE - 1) // ITEMS_AN_ARTICLE)
    )
    made = tuple(
        Item(
            ItemId(f"i{n:07}"),
            articles[n // ITEMS_AN_ARTICLE].key,
            LINE.format(n=n),
            {1: ("四字", "第…"), 2: ("与“实事”并列", "第…")},
            {1: "phrase", 2: "phrase"},
            theme=f"主题{n % 50}",
            reasons=("固定搭配",),
        )
        for n in range(items)
    )
    return Deck("测量", articles, made)


def history(items: int, reviews: int) -> Iterator[Review]:
    """`reviews` reviews of the first half of the cards over two years, the latest of each a few days ago."""
    dice = random.Random(6)
    half = items // 2
    each = reviews // (half * CARDS_AN_ITEM)
    for n in range(half):
        for number in range(1, CARDS_AN_ITEM + 1):
            days = sorted(dice.sample(range(2, 730), each), reverse=True)
            for ago in days:
                at = NOW - ago * DAY + dice.randrange(3_600_000) * 3
                rating = dice.choices(tuple(Rating), (10, 10, 70, 10))[0]
                key = CardKey(ItemId(f"i{n:07}"), number)
                yield Review(key, Moment(at, OFFSET), rating, dice.randrange(2000, 20_000), dice.randrange(2))


def prepare(folder: Path, items: int, reviews: int) -> None:
    """The deck file and the store, made through the doors that people use."""
    scheduler = Scheduler(StudySettings())
    path = folder / "deck.yaml"
    began = time.perf_counter()
    path.write_text(render_deck(deck(items)), encoding="utf-8")
    os.utime(path, (NOW / 1000 - 10 * 365 * 86_400, NOW / 1000 - 10 * 365 * 86_400))
    with open_store(folder / "reviews.db") as store:
        read = time.perf_counter()
        store.decks.refresh(path, now_ns=time.time_ns())
        imported = time.perf_counter()
        added = store.reviews.add(
            (Logged(r) for r in history(items, reviews)),
            lambda s, r: scheduler.answered(s, r.rating, r.when, r.card),
        )
        done = time.perf_counter()
    size = sum(f.stat().st_size for f in folder.glob("reviews.db*"))
    print(f"deck file  {items} items written in {read - began:.1f} s, first read in {imported - read:.1f} s")
    print(f"import     {added.new} reviews of {added.cards} cards in {done - imported:.1f} s")
    print(f"store      {size / 1e6:.1f} MB")


STUDY = """
import json, sys, time
from pathlib import Path
began = time.perf_counter()
from jinju.model.review import Moment, Rating
from jinju.model.study_settings import StudySettings
from jinju.workflows.study import open_session
imported, loaded = time.perf_counter(), time.process_time()
folder, count, kind = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
clock = [{now}]
def now():
    clock[0] += 5000
    return Moment(clock[0], {offset})
exam = dict(exam={now} // {day} + 60, new_a_day=9999, reviews_a_day=9999)
settings = StudySettings(**exam if kind == "exam" else dict(order=kind))
session = open_session([folder / "deck.yaml"], store=folder / "reviews.db", settings=settings, now=now)
first = session.card
opened, ready = time.perf_counter(), time.process_time()
times = []
for n in range(count):
    if session.go_on() is None:
        break
    start = time.perf_counter()
    session.answer(Rating.GOOD if n % 5 else Rating.AGAIN, 5000)
    session.progress()
    times.append(time.perf_counter() - start)
worked = time.process_time() - ready
session.close()
try:
    status = Path("/proc/self/status").read_text()
    peak = int(status.split("VmHWM:")[1].split()[0]) / 1024
except OSError:
    peak = 0
print(json.dumps(dict(modules=imported - began, open=opened - imported, times=times, peak=peak,
      open_cpu=ready - loaded, next_cpu=worked / max(1, len(times)))))
"""


def study(folder: Path, answers: int, kind: str) -> dict[str, Any]:
    """One session in a process of its own, on a copy of the store."""
    copy = Path(tempfile.mkdtemp(prefix="copy-", dir=folder))
    shutil.copy(folder / "reviews.db", copy)
    (copy / "deck.yaml").symlink_to(folder / "deck.yaml")
    code = STUDY.format(now=NOW, offset=OFFSET, day=DAY)
    command = [sys.executable, "-c", code, str(copy), str(answers), kind]
    done = subprocess.run(command, check=True, capture_output=True)
    shutil.rmtree(copy)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def synced(folder: Path, lines: int) -> list[float]:
    """What the disk itself takes to have a line of 100 bytes for good."""
    times = []
    with (folder / "lines").open("ab") as file:
        for _ in range(lines):
            start = time.perf_counter()
            file.write(b"x" * 99 + b"\n")
            file.flush()
            os.fsync(file.fileno())
            times.append(time.perf_counter() - start)
    (folder / "lines").unlink()
    return times


def told(times: list[float]) -> str:
    """Median, 95th percentile and worst, in milliseconds."""
    times = sorted(times)
    middle, late, worst = statistics.median(times), times[int(len(times) * 0.95)], times[-1]
    return f"median {middle * 1000:.1f} ms, p95 {late * 1000:.1f}, worst {worst * 1000:.1f} of {len(times)}"


def main() -> None:
    """Prepare, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--items", type=int, default=25_000)
    parser.add_argument("--reviews", type=int, default=500_000)
    parser.add_argument("--answers", type=int, default=200)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--keep", type=Path)
    chosen = parser.parse_args()
    folder = chosen.keep or Path(tempfile.mkdtemp(prefix="jinju-store-"))
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "reviews.db").exists():
        prepare(folder, chosen.items, chosen.reviews)
    kinds = ("due", "retrievability", "exam")
    runs: dict[str, list[dict[str, Any]]] = {kind: [] for kind in kinds}
    plain: list[float] = []
    for _ in range(chosen.runs):
        for kind in kinds:
            runs[kind].append(study(folder, chosen.answers, kind))
        plain += synced(folder, chosen.answers)
    for kind, found in runs.items():
        opened = sorted(run["open"] for run in found)
        modules = statistics.median(run["modules"] for run in found)
        peak = max(run["peak"] for run in found)
        middle = opened[len(opened) // 2]
        cpu = [statistics.median(run[name] for run in found) for name in ("open_cpu", "next_cpu")]
        print(f"{kind:15} open {middle:.3f} s (worst {opened[-1]:.3f}; processor {cpu[0]:.3f}),", end=" ")
        print(f"modules {modules:.3f} s, peak {peak:.0f} MB")
        print(f"{'':15} next card {told([t for run in found for t in run['times']])}", end=" ")
        print(f"(processor {cpu[1] * 1000:.1f})")
    print(f"{'the disk alone':15} {told(plain)}")
    if chosen.rounds:
        killed = Path(__file__).with_name("study_killed.py")
        subprocess.run([sys.executable, str(killed), "--rounds", str(chosen.rounds)], check=True)


if __name__ == "__main__":
    main()
