"""docs/reimport.md promises a test for each case."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_case_names_a_test_that_exists():
    rows = [
        row for row in (ROOT / "docs" / "reimport.md").read_text("utf-8").splitlines() if row.startswith("| ")
    ]
    assert len(rows) > 14
    for row in rows[1:]:
        named = re.findall(r"`([\w/.]*)::(test_\w+)`", row)
        assert named or "| the same |" in row, row
        for file, name in named:
            path = ROOT / file if "/" in file else ROOT / "tests" / "anki" / (file or "test_reimport.py")
            assert f"def {name}(" in path.read_text("utf-8"), (path, name)
