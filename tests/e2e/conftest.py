"""The command as a person types it, in a process and a home of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.e2e import chromium, tmux

ESSAY = Path(__file__).resolve().parents[2] / "decks" / "xianchang-bangong" / "article.txt"
DECK = Path(__file__).resolve().parents[1] / "decks" / "xianchang-bangong.yaml"
"""Fixed, so that what the screens show changes only with the screen."""


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


@pytest.fixture
def deck(tmp_path):
    path = tmp_path / "deck.yaml"
    shutil.copy(DECK, path)
    return path


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    """A page of a real Chromium; without one the test is skipped, or fails where one is required."""
    program = chromium.find()
    if program is None:
        if os.environ.get("JINJU_REQUIRE_BROWSER") == "1":
            pytest.fail("JINJU_REQUIRE_BROWSER=1, but there is no Chromium on this machine")
        pytest.skip("no Chromium on this machine")
    with chromium.running(program, tmp_path_factory.mktemp("profile")) as page:
        yield page


@pytest.fixture
def study(tmp_path, deck):
    """`study(*arguments, columns=…, rows=…, **environment)` starts `jinju study` in a terminal."""
    if tmux.find() is None:
        if os.environ.get("JINJU_REQUIRE_TMUX") == "1":
            pytest.fail("JINJU_REQUIRE_TMUX=1, but there is no tmux on this machine")
        pytest.skip("no tmux on this machine")
    running = []

    def start(*arguments, columns=80, rows=24, decks=(deck,), **environment):
        own = {
            "HOME": tmp_path / "home",
            "XDG_CACHE_HOME": tmp_path / "cache",
            "XDG_CONFIG_HOME": tmp_path / "config",
            "XDG_DATA_HOME": tmp_path / "data",
            "XDG_STATE_HOME": tmp_path / "state",
            "JINJU_LANG": "zh",
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
            "PYTHONWARNINGS": "ignore",
            **environment,
        }
        command = tmux.jinju("study", *decks, "--store", tmp_path / "reviews.db", *arguments)
        terminal = tmux.Terminal(command, own, columns=columns, rows=rows)
        running.append(terminal)
        return terminal

    yield start
    for terminal in running:
        terminal.end()
