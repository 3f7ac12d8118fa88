"""The screens in the documents are real: with --update-golden they are taken anew."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLACES = {
    "screen-shown": ("docs/study.md",),
    "screen-typed": ("README.md", "docs/study.md"),
    "screen-narrow": ("docs/study.md",),
}


def shown(study):
    terminal = study(columns=72, rows=20, JINJU_LANG="zh")
    terminal.wait_for("______", "空格 看答案")
    terminal.press("Space")
    return terminal.wait_for("▸ 3 良好", "10 分钟", "空格 按所选")


def typed(study):
    terminal = study("--type", columns=72, rows=20, JINJU_LANG="en")
    terminal.wait_for("______", "Enter check")
    terminal.type("解民忧解民困")
    terminal.press("Enter")
    return terminal.wait_for("yours", "▸ ", "Space accept")


def narrow(study):
    terminal = study(columns=20, rows=14, JINJU_LANG="zh")
    terminal.wait_for("______", "空格 看答案")
    terminal.press("h")
    return terminal.wait_for("3+3 字")


@pytest.mark.parametrize("take", [shown, typed, narrow])
def test_the_documents_show_the_real_screen(study, request, take):
    screen = take(study)
    name = f"screen-{take.__name__}"
    block = re.compile(rf"(?<=^```text {name}\n)[^`]*(?=^```$)", re.MULTILINE)
    for place in PLACES[name]:
        path = ROOT / place
        text = path.read_text(encoding="utf-8")
        assert len(block.findall(text)) == 1, f"{place} has no place for {name}"
        if request.config.getoption("--update-golden"):
            path.write_text(block.sub(lambda _: screen + "\n", text), encoding="utf-8")
        else:
            assert block.search(text)[0] == screen + "\n"
