"""Two people's worth of studying on one store, killed (SIGKILL) at a random moment, again and again.

    python benchmarks/study_killed.py [--rounds N] [--seed N] [--folder FOLDER]

Each round starts two processes that open the same store and study: answers, undos, hints, a deck file that is
rewritten and read again, reviews brought in from a file, a backup. What a process has done it says through a
pipe only after jinju returned. Then both are killed. At the end of each round, which is a day, the store is
opened and must hold every answer and every undo that was acknowledged. Prints one line of JSON. POSIX only.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sqlite3
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinju.adapters.deck_file import render_deck
from jinju.adapters.files import write_whole
from jinju.adapters.review_store import Logged, open_store
from jinju.model.deck import ArticleEntry, Deck
from jinju.model.item import ArticleKey, Item, ItemId
from jinju.model.review import Moment, Rating, Review
from jinju.model.study_settings import StudySettings
from jinju.study.scheduler import Scheduler
from jinju.workflows.backup import backup
from jinju.workflows.fold import step_of
from jinju.workflows.study import open_session

if TYPE_CHECKING:
    from collections.abc import Callable

PROCESSES = 2
LONGEST = 0.4
"""Seconds after which a process is killed at the latest; it has begun to study after some 0.05."""
ITEMS = 40
DAY = 86_400_000
EVERYTHING = StudySettings(new_a_day=9999, reviews_a_day=9999, bury_siblings=False)


def deck(changed: int) -> str:
    """The deck file; `changed` turns one of its items into another wording."""
    article = ArticleEntry(ArticleKey("a1"), "一篇", "0" * 64, ("群众在哪里，我们就下到哪里。",))
    items = [
        Item(
            ItemId(f"i{n:03}"), article.key, f"要把{{{{c1::实事{n}}}}}办在基层、把{{{{c2::实话{n}}}}}说到心坎"
        )
        for n in range(ITEMS)
    ]
    gone = changed % ITEMS
    return render_deck(Deck("测量", (article,), (*items[:gone], *items[gone + 1 :])))


def study(folder: Path, say: Callable[[dict[str, Any]], None], dice: random.Random, day: int) -> None:
    """Study `day` days from now until killed, saying what is done once it is done."""
    path = folder / "deck.yaml"

    def now() -> Moment:
        return Moment(time.time_ns() // 1_000_000 + day * DAY, 28_800)

    session = open_session([path], store=folder / "reviews.db", settings=EVERYTHING, now=now)
    say({"did": "open"})
    answered: list[dict[str, Any]] = []
    while True:
        shown = session.go_on()
        if shown is None:
            time.sleep(0.001)
            continue
        what = dice.random()
        if what < 0.05 and answered:
            if session.undo():
                last = answered.pop()
                say({**last, "did": "undo"})
        elif what < 0.07:
            write_whole(path, deck(dice.randrange(ITEMS)).encode())
            session.reload()
            answered.clear()  # an undo after it would still work; what it undoes is not told here
        elif what < 0.08:
            backup(folder / f"copy-{os.getpid()}.db", folder / "reviews.db", force=True)
        elif what < 0.1:
            key, at = shown.key, now().at - dice.randrange(10**9)
            with open_store(folder / "reviews.db") as store:
                brought = [Logged(Review(key, Moment(at + n, 0), Rating.GOOD), "file") for n in range(20)]
                store.reviews.add(brought, step_of(Scheduler(EVERYTHING)))
            for one in brought:
                say({"did": "answer", "item": key.item, "number": key.number, "at": one.review.when.at})
        else:
            if what < 0.2:
                session.hint()
            before = session.summary().done
            session.answer(dice.choice(list(Rating)), 1000)
            if session.summary().done == before + 1:
                recorded = session._answers()[-1].review  # noqa: SLF001
                done = {"item": recorded.card.item, "number": recorded.card.number, "at": recorded.when.at}
                answered.append(done)
                say({**done, "did": "answer"})


def start(folder: Path, seed: int, day: int) -> tuple[int, int]:
    """A process that studies; its number, and the pipe that it speaks through."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    os.close(reading)
    try:
        study(
            folder,
            lambda told: os.write(writing, (json.dumps(told) + "\n").encode()) and None,
            random.Random(seed),
            day,
        )
    except BaseException as error:  # noqa: BLE001 - told to the parent, which counts it
        os.write(writing, (json.dumps({"did": "fail", "error": repr(error)}) + "\n").encode())
    finally:
        os._exit(1)
    raise AssertionError


def killed(folder: Path, dice: random.Random, day: int) -> list[dict[str, Any]]:
    """One round; what its processes had said when they were killed."""
    running = [start(folder, dice.randrange(1 << 30), day) for _ in range(PROCESSES)]
    told: list[dict[str, Any]] = []
    ends = sorted((time.monotonic() + dice.uniform(0, LONGEST), process) for process, _ in running)
    for end, process in ends:
        time.sleep(max(0.0, end - time.monotonic()))
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
    for _, reading in running:
        with os.fdopen(reading, encoding="utf-8") as pipe:
            told += [json.loads(line) for line in pipe if line.endswith("\n")]
    return told


def main() -> None:
    """Rounds, then one line of JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--folder", type=Path)
    chosen = parser.parse_args()
    dice = random.Random(chosen.seed)
    folder = chosen.folder or Path(tempfile.mkdtemp(prefix="jinju-killed-"))
    (folder / "deck.yaml").write_text(deck(0), encoding="utf-8")
    place = folder / "reviews.db"
    answers: set[tuple[str, int, int]] = set()
    undone: set[tuple[str, int, int]] = set()
    result: dict[str, Any] = {
        "rounds": chosen.rounds,
        "lost": 0,
        "undo_lost": 0,
        "not_opened": 0,
        "failed": [],
    }
    studied = 0
    for day in range(chosen.rounds):
        told = killed(folder, dice, day)
        studied += any(one["did"] == "answer" for one in told)
        for one in told:
            if one["did"] == "fail":
                result["failed"].append(one["error"])
            elif one["did"] != "open":
                (answers if one["did"] == "answer" else undone).add((one["item"], one["number"], one["at"]))
        try:
            with open_store(place) as store:
                result["not_opened"] += bool(store.problems)
                log = list(store.reviews.log())
        except Exception as error:  # noqa: BLE001 - counted, and told
            result["not_opened"] += 1
            result["failed"].append(repr(error))
            continue
        there = {(*one.review.card, one.review.when.at): one.retracted for one in log}
        result["lost"] = len(answers - there.keys())
        result["undo_lost"] = sum(there.get(one) is None for one in undone)
    with open_store(place) as store:
        scheduler = Scheduler(EVERYTHING)
        wrong = [
            c.key
            for c in store.cards.all(archived=True)
            if c.schedule != scheduler.replay(store.reviews.all(c.key))
        ]
        check = store.connection.one("PRAGMA integrity_check")[0]
    raw = sqlite3.connect(place)
    result |= {
        "acknowledged": len(answers),
        "undone": len(undone),
        "logged": raw.execute("SELECT count(*) FROM reviews").fetchone()[0],
        "rounds_with_answers": studied,
        "wrong_schedules": len(wrong),
        "integrity": check,
        "left_behind": sorted(f.name for f in folder.iterdir() if ".jinju-" in f.name or "damaged" in f.name),
    }
    raw.close()
    print(json.dumps(result, ensure_ascii=False))


if __name__ == "__main__":
    main()
