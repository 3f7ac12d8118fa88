"""The simulator of learners, at sizes that take no time."""

import re
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[3] / "benchmarks" / "study_simulation.py"


def simulated(*args):
    command = [sys.executable, str(SCRIPT), *args]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


def test_it_prints_the_same_table_each_time():
    small = ("--learners", "2", "--cards", "12", "--days", "10", "--minutes", "5")
    table = simulated(*small)
    rows = [line for line in table.splitlines() if re.search(r"\d ±", line)]
    assert {row.split(",")[0].split()[1] for row in rows} == {"FSRS", "SM-2", "fixed"}
    assert len({row.split("|")[2] for row in rows}) > 3
    assert simulated(*small) == table
