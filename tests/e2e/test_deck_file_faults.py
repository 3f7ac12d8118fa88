"""Two runs at once, and kills at any moment: the deck file is always one that somebody meant to write.

JINJU_FAULT_ROUNDS sets how often (200 in an ordinary run).
"""

import os
import subprocess
import sys

import pytest

from jinju.adapters.deck_file import parse_deck, read_text, save
from jinju.adapters.history import undo

ROUNDS = int(os.environ.get("JINJU_FAULT_ROUNDS", "200"))

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks and kills")

KILLED = """
import os, random, signal, sys, time
from pathlib import Path
from jinju.adapters.deck_file import save
path, state, rounds = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
texts = [f"# {n}\\n" + f"{n}" * 200_000 + "\\n" for n in range(2)]
save(path, texts[0], None, state)
chance = random.Random(7)
writes = 0
for _ in range(rounds):
    child = os.fork()
    if child == 0:
        at = 0 if path.read_bytes() == texts[0].encode() else 1
        while True:
            save(path, texts[1 - at], texts[at], state)
            at = 1 - at
    time.sleep(chance.random() * 0.012)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the child ended by itself"
    now = path.read_bytes()
    assert now in (texts[0].encode(), texts[1].encode()), "a torn file"
    litter = [p for p in path.parent.iterdir() if p not in (path, state)]
    assert len(litter) <= 1, litter
    writes += bool(litter)
print(writes)
"""


def run(code, *arguments):
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_kill_at_any_moment_leaves_a_whole_file(tmp_path):
    path, state = tmp_path / "a.yaml", tmp_path / "state"
    in_the_middle = int(run(KILLED, path, state, ROUNDS))
    assert in_the_middle > 0, "no kill hit a write: the test would prove nothing"
    now = read_text(path)
    save(path, "# 末\n", now, state)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.yaml", "state"]
    undo(path, state)
    assert read_text(path) == now


ADDING = """
import sys, time
from dataclasses import replace
from pathlib import Path
from jinju.adapters.deck_file import Parsed, load, merge_text, save
from jinju.model.errors import UserError
from jinju.model.item import Item
path, state, name, rounds = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
again = 0
Path(sys.argv[5], name).touch()
while len(list(Path(sys.argv[5]).iterdir())) < 2:
    time.sleep(0.001)
for n in range(rounds):
    while True:
        deck, ledger, text = load(path)
        new = replace(deck, items=(*deck.items, Item(f"i{name}{n}", "a1", "甲{{c1::乙}}")))
        try:
            save(path, merge_text(text, Parsed(deck, ledger), Parsed(new, ledger)), text, state)
            break
        except UserError as error:
            assert error.code == "deck-changed-meanwhile", error.code
            again += 1
print(again)
"""


def test_two_runs_at_once_lose_nothing(tmp_path):
    path, state = tmp_path / "a.yaml", tmp_path / "state"
    save(path, "# 我的\nformat: 1\ndeck: 名\narticles:\n- key: a1\nitems: []\n", None, state)
    rounds = max(15, ROUNDS // 10)
    meet = tmp_path / "meet"
    meet.mkdir()
    running = [
        subprocess.Popen(
            [sys.executable, "-c", ADDING, str(path), str(state), name, str(rounds), str(meet)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in "xy"
    ]
    collisions = 0
    for process in running:
        out, _ = process.communicate(timeout=600)
        assert process.returncode == 0
        collisions += int(out)
    ids = [i.id for i in parse_deck(read_text(path)).deck.items]
    assert sorted(ids) == sorted(f"i{name}{n}" for name in "xy" for n in range(rounds))
    assert collisions > 0, "the two never met: the test would prove nothing"
    assert read_text(path).startswith("# 我的\n")


WAITING = """
import sys, time
from pathlib import Path
from jinju.adapters.lock import only_one
path, state, log = map(Path, sys.argv[1:4])
with only_one(path, state):
    for _ in range(20):
        with log.open("a") as out:
            out.write(sys.argv[4])
        time.sleep(0.002)
"""


def test_the_lock_keeps_runs_apart(tmp_path):
    log = tmp_path / "log"
    running = [
        subprocess.Popen(
            [sys.executable, "-c", WAITING, str(tmp_path / "a"), str(tmp_path / "s"), str(log), name]
        )
        for name in "xyz"
    ]
    assert [p.wait(timeout=60) for p in running] == [0, 0, 0]
    text = log.read_text()
    assert sorted(text[n : n + 20] for n in (0, 20, 40)) == ["x" * 20, "y" * 20, "z" * 20]
