"""The benchmark of packages, with sizes that take no time."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[3] / "benchmarks" / "packages.py"
COUNT = "30"


@pytest.mark.skipif(sys.platform == "win32", reason="it measures with wait4")
def test_it_reports_both_ratios_and_the_memory():
    command = [sys.executable, str(SCRIPT), "--notes", COUNT, "--items", "40", "--runs", "1"]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    assert "30 notes, 60 cards" in said
    assert re.search(r"writer / floor: \d+\.\d\d .* target 1\.6 and 200 MB", said)
    exported = re.search(r"jinju export +([\d.]+) +[\d.]+ +[\d.]+ +([\d.]+) +([\d.]+)", said)
    assert all(float(figure) > 0 for figure in exported.groups())
    assert re.search(r"libyaml's events: \d+% of the export's processor time, [\d.]+ MB", said)


def test_the_floor_holds_the_very_rows_of_the_writer(tmp_path):
    (tmp_path / "floor").mkdir()
    for part in ("ours", "floor"):
        command = [sys.executable, str(SCRIPT), "--part", part, "--count", COUNT, "--folder", str(tmp_path)]
        subprocess.run(command, check=True, capture_output=True)
    held = [rows(path, tmp_path) for path in (tmp_path / "ours.apkg", tmp_path / "floor" / "floor.apkg")]
    assert held[0] == held[1]
    assert [len(held[0][0][table]) for table in ("notes", "cards")] == [30, 60]


def rows(package, folder):
    import importlib.util

    spec = importlib.util.spec_from_file_location("packages", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    with zipfile.ZipFile(package) as opened:
        assert {e.compress_type for e in opened.infolist() if e.filename != "media"} == {zipfile.ZIP_DEFLATED}
    found, schema = module.rows_of(package, folder)
    return found, sorted(schema)
