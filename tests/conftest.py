"""Golden files: cases of title, input and expected output that grow without new code."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

RULE = "=" * 20
ARROW = "-" * 20


@dataclass
class Golden:
    """One golden file. A case is a title between two rules, the input, an arrow line, the expected output."""

    path: Path
    update: bool
    results: dict[str, str] = field(default_factory=dict)

    def cases(self) -> list[tuple[str, str, str]]:
        cases = []
        for part in self.path.read_text(encoding="utf-8").split(f"{RULE}\n")[1:]:
            head, _, expected = part.partition(f"\n{ARROW}\n")
            title, _, given = head.partition("\n")
            cases.append((title, given, expected.rstrip("\n")))
        return cases

    def check(self, answer: Callable[[str], str]) -> None:
        """Compare every case; with --update-golden write what comes out instead."""
        cases = self.cases()
        assert cases, f"no cases in {self.path}"
        assert len({title for title, _, _ in cases}) == len(cases), "two cases share a title"
        got = [answer(given) for _, given, _ in cases]
        if self.update:
            body = "\n".join(
                f"{RULE}\n{title}\n{given}\n{ARROW}\n{out}\n"
                for (title, given, _), out in zip(cases, got, strict=True)
            )
            self.path.write_text(body, encoding="utf-8")
            return
        wrong = [
            f"{title}\n  expected {expected!r}\n  got      {out!r}"
            for (title, _, expected), out in zip(cases, got, strict=True)
            if out != expected
        ]
        assert not wrong, f"{len(wrong)} of {len(cases)} in {self.path.name}:\n" + "\n".join(wrong)


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="write what comes out into the golden files"
    )


@pytest.fixture
def golden(request):
    """`golden("sentences.txt")` opens the golden file of that name beside the test."""

    def open_golden(name: str) -> Golden:
        return Golden(Path(request.path).parent / name, request.config.getoption("--update-golden"))

    return open_golden


@pytest.fixture(scope="session")
def text_tools(tmp_path_factory):
    """The real lexicon and the real converter."""
    from jinju.adapters.lexicon import open_lexicon
    from jinju.adapters.simplify import OpenCC
    from jinju.text.tools import Tools

    folder = tmp_path_factory.mktemp("lexicon")
    folder.chmod(0o700)
    lexicon = open_lexicon(folder)
    yield Tools(lexicon, OpenCC())
    lexicon.close()


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory, monkeypatch):
    """No test reads or writes what the person who runs it has refused, undone or pushed."""
    home = tmp_path_factory.mktemp("person")
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
