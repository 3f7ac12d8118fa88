"""What writing packages costs, against the least it can cost.

    python benchmarks/packages.py [--notes N] [--items N] [--runs N]

Each measurement is a process of its own, interleaved in one run (POSIX):

a  the package writer, fed a stream of notes of two cards each. The floor inserts the very rows that it wrote
   into the same schema (rows ready in memory, indexes afterwards) and zips the file, compressed as ours is.
   Making the notes counts for the writer, which makes the ratio a strict one; it is shown apart, too.
b  `jinju export` of a deck file, from its command line to the package, and what YAML alone takes of the same
   file: libyaml's events, which is how jinju reads, and a whole load with PyYAML's C loader.

Seconds are wall-clock, `cpu` those of the processor, which a busy machine disturbs less.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE)]

import yaml  # noqa: E402

from decks import PER_ARTICLE, article  # noqa: E402
from jinju.adapters.apkg import write_apkg  # noqa: E402
from jinju.adapters.deck_file import render_deck  # noqa: E402
from jinju.model.deck import Deck  # noqa: E402
from jinju.model.note import Note  # noqa: E402
from jinju.revise.merge import begin  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CHANGED = 1_790_000_000


class Cost(NamedTuple):
    """Seconds, processor seconds and peak resident memory in MiB."""

    wall: float
    cpu: float
    peak: float


def stream(count: int) -> Iterator[Note]:
    """Notes of about the size of real ones, two cards each, no two alike."""
    chance = random.Random(1)
    clauses = ["".join(chr(chance.randrange(0x4E00, 0x5A00)) for _ in range(12)) for _ in range(5000)]
    for number in range(1, count + 1):
        a, b, c, d, e, f = chance.choices(clauses, k=6)
        fields = {
            "Text": f"{a}，{{{{c1::{b}}}}}，{{{{c2::{c}}}}}。",
            "Cue": d,
            "ItemId": f"i{number:013d}",
            "Hints": f"<i>1</i>{d[:4]}<i>2</i>{e[:4]}",
            "Before": f"{d}，{e}。",
            "After": f"{e}，{f}。",
            "Paragraph": f"{d}，{e}。{a}，{b}，{c}。{e}，{f}。",
            "Reason": "排比 3 项 · 四字格",
            "Theme": d[:4],
            "Title": f"题{number // 20}",
        }
        yield Note(f"i{number:013d}", CHANGED + number, fields, ("申论", "基层"), number, (1, 2))


def write_ours(count: int, out: Path) -> None:
    """The writer of `jinju export`."""
    write_apkg("金句::量", stream(count), out)


def write_floor(rows: dict[str, list[Any]], schema: list[tuple[str, str]], out: Path) -> None:
    """Nothing but SQLite and zip."""
    collection = out.with_suffix(".anki2")
    db = sqlite3.connect(collection, isolation_level=None)
    db.execute("pragma journal_mode = off")
    db.execute("pragma synchronous = off")
    for kind, sql in schema:
        if kind == "table":
            db.execute(sql)
    db.execute("begin")
    for table, found in rows.items():
        if found:
            db.executemany(f"insert into {table} values ({','.join('?' * len(found[0]))})", found)
    db.execute("commit")
    for kind, sql in schema:
        if kind == "index":
            db.execute(sql)
    db.close()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.write(collection, "collection.anki2")
        package.writestr("media", "{}")


def rows_of(package: Path, folder: Path) -> tuple[dict[str, list[Any]], list[tuple[str, str]]]:
    """All rows of a package, and the SQL that made its tables and indexes."""
    with zipfile.ZipFile(package) as opened:
        db = sqlite3.connect(opened.extract("collection.anki2", folder))
    made = "select type, sql from sqlite_master where sql is not null and name not like 'sqlite_%'"
    schema = db.execute(made).fetchall()
    names = db.execute("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    rows = {name: db.execute(f"select * from {name}").fetchall() for (name,) in names.fetchall()}
    db.close()
    return rows, schema


def write_deck(count: int, out: Path) -> None:
    """A deck file of `count` items, as the first make writes it."""
    chance = random.Random(1)
    made = [article(n, chance) for n in range(max(1, count // PER_ARTICLE))]
    items = tuple(i for _, items in made for i in items)[:count]
    first = begin(Deck("量", tuple(a for a, _ in made), items), CHANGED)
    out.write_text(render_deck(first.deck, first.ledger), encoding="utf-8", newline="")


def read_events(text: str) -> None:
    """What libyaml and its Python events cost."""
    loader = yaml.CBaseLoader(text)
    while loader.check_event():
        loader.get_event()
    loader.dispose()


def load_whole(text: str) -> None:
    """What a script would do: PyYAML's C loader, the whole file at once."""
    yaml.load(text, yaml.CSafeLoader)


def timed(act: Callable[[], object]) -> None:
    """Do it and print the wall-clock and processor seconds it took."""
    wall, cpu = time.perf_counter(), time.process_time()
    act()
    print(time.perf_counter() - wall, time.process_time() - cpu)


def part(name: str, count: int, folder: Path) -> None:
    """One measurement, in this process."""
    if name == "ours":
        timed(lambda: write_ours(count, folder / "ours.apkg"))
    elif name == "stream":
        timed(lambda: sum(1 for _ in stream(count)))
    elif name == "floor":
        scratch = folder / "floor"
        scratch.mkdir(exist_ok=True)
        rows, schema = rows_of(folder / "ours.apkg", scratch)
        (scratch / "floor.anki2").unlink(missing_ok=True)
        timed(lambda: write_floor(rows, schema, scratch / "floor.apkg"))
    elif name == "deck":
        write_deck(count, folder / "deck.yaml")
    else:
        text = (folder / "deck.yaml").read_text(encoding="utf-8")
        acts: dict[str, Callable[[str], None]] = {"events": read_events, "load": load_whole}
        acts["nothing"] = lambda _text: None
        assert yaml.__with_libyaml__
        timed(lambda: acts[name](text))


def cost(command: list[str], folder: Path, *, told: bool) -> Cost:
    """What a process costs; with `told` the seconds are what it printed, else those of its whole life."""
    state = {key: str(folder / "state") for key in ("XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    start = time.perf_counter()
    source = {"PYTHONPATH": str(HERE.parent / "src")}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, **state, **source})
    assert process.stdout is not None
    said = process.stdout.read()
    process.stdout.close()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command} ended with {process.returncode}")
    cpu = usage.ru_utime + usage.ru_stime
    if told:
        wall, cpu = map(float, said.split())
    return Cost(wall, cpu, usage.ru_maxrss / (1 << (20 if sys.platform == "darwin" else 10)))


def line(what: str, rows: list[Cost]) -> None:
    """One row of the report."""
    walls = [r.wall for r in rows]
    cpu, peak = statistics.median(r.cpu for r in rows), max(r.peak for r in rows)
    print(
        f"  {what:34}{statistics.median(walls):9.3f}{min(walls):9.3f}{max(walls):9.3f}{cpu:9.3f}{peak:9.1f}"
    )


def ratios(ours: list[Cost], floor: list[Cost]) -> str:
    """Ours by the floor, pair by pair, on the clock and on the processor."""
    wall = [a.wall / b.wall for a, b in zip(ours, floor, strict=True)]
    cpu = [a.cpu / b.cpu for a, b in zip(ours, floor, strict=True)]
    spread = f"{statistics.median(wall):.2f} (min {min(wall):.2f}, max {max(wall):.2f})"
    return f"{spread}, on the processor {statistics.median(cpu):.2f}"


def report(notes: int, items: int, runs: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        this = [sys.executable, str(Path(__file__).resolve())]
        export = [sys.executable, "-m", "jinju", "export", str(folder / "deck.yaml")]
        parts = ("ours", "floor", "stream", "export", "events", "load", "nothing")
        costs: dict[str, list[Cost]] = {key: [] for key in parts}
        subprocess.run([*this, "--part", "deck", "--count", str(items), "--folder", name], check=True)
        size = (folder / "deck.yaml").stat().st_size / 1e6
        for _ in range(runs):
            for key in parts:
                told = key != "export"
                count = str(notes if key in parts[:3] else items)
                command = [*this, "--part", key, "--count", count, "--folder", name] if told else export
                costs[key].append(cost(command, folder, told=told))
    print(f"{'':36}{'median s':>9}{'min s':>9}{'max s':>9}{'cpu s':>9}{'peak MB':>9}")
    print(f"a  {notes} notes, {2 * notes} cards ({runs} runs each, interleaved)")
    for key, what in zip(parts[:3], ("package writer", "floor", "making the notes alone"), strict=True):
        line(what, costs[key])
    print(f"  writer / floor: {ratios(costs['ours'], costs['floor'])}; target 1.6 and 200 MB")
    print(f"b  {items} items, {size:.1f} MB of YAML ({runs} runs each, interleaved)")
    for key, what in zip(
        parts[3:], ("jinju export", "libyaml's events", "yaml.load, C loader", "text and yaml"), strict=True
    ):
        line(what, costs[key])
    print("  target 5 s and 300 MB")
    whole = statistics.median(c.cpu for c in costs["export"])
    bare = max(c.peak for c in costs["nothing"])
    for key, what in (("events", "libyaml's events"), ("load", "yaml.load, C loader")):
        share = statistics.median(c.cpu for c in costs[key]) / whole
        more = max(0.0, max(c.peak for c in costs[key]) - bare)
        print(f"  {what}: {share:.0%} of the export's processor time, {more:.1f} MB")


def main() -> None:
    """Read the options; `--part` is for the processes that this one starts."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--notes", type=int, default=100_000)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    for hidden in ("--part", "--count", "--folder"):
        parser.add_argument(hidden, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.part:
        part(options.part, int(options.count), Path(options.folder))
    else:
        report(options.notes, options.items, options.runs)


if __name__ == "__main__":
    main()
