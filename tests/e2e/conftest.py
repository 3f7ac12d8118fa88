"""The command as a person types it, in a process and a home of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ESSAY = Path(__file__).resolve().parents[2] / "decks" / "xianchang-bangong" / "article.txt"


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def jinju(home, tmp_path):
    def run(*arguments, stdin=b"", lang="en", cwd=tmp_path):
        environment = {
            **os.environ,
            "HOME": str(home),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_STATE_HOME": str(home / "state"),
            "JINJU_LANG": lang,
            "PYTHONWARNINGS": "ignore",
        }
        command = [sys.executable, "-m", "jinju", *map(str, arguments)]
        done = subprocess.run(
            command, input=stdin, capture_output=True, cwd=cwd, env=environment, check=False
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    return run


@pytest.fixture
def essay(tmp_path):
    path = tmp_path / "essay.txt"
    path.write_bytes(ESSAY.read_bytes())
    return path
