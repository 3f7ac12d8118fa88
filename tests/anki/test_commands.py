"""push, pull and import as a person types them, against a real collection."""

import json
import os
import subprocess
import sys

import pytest
from tests.anki.collection import notes
from tests.anki.decks import essay_deck
from tests.anki.test_push import learner


@pytest.fixture
def jinju(tmp_path, server, home):
    home.write(essay_deck())

    def run(*arguments, lang="en", **more):
        environment = {
            **os.environ,
            "XDG_STATE_HOME": str(tmp_path / "state"),
            "HOME": str(tmp_path),
            "JINJU_LANG": lang,
            "JINJU_ANKI_ADDRESS": server.address,
            "PYTHONWARNINGS": "ignore",
            **more,
        }
        command = [sys.executable, "-m", "jinju", *map(str, arguments)]
        done = subprocess.run(
            command, capture_output=True, env=environment, check=False, stdin=subprocess.DEVNULL
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    return run


def test_from_push_to_pull_and_back(col, jinju, home):
    status, out, _ = jinju("push", home.path, "--dry-run")
    assert (status, notes(col)) == (0, {})
    assert "new 9" in out
    status, out, _ = jinju("push", home.path, "--json")
    assert status == 0
    assert json.loads(out)["counts"]["create"] == 9
    assert len(notes(col)) == 9
    learner(col, "i0003", Text=notes(col)["i0003"]["Text"].replace("民忧", "民愁"))
    text = home.path.read_bytes()
    status, out, _ = jinju("pull", home.path)
    assert status == 0
    assert "+    下的是基层、察的是{{c1::民情}}、解的是{{c2::民愁}}" in out
    assert home.path.read_bytes() == text
    assert jinju("pull", home.path, "--write")[0] == 0
    assert "民愁" in home.path.read_text("utf-8")
    status, out, _ = jinju("pull", home.path, "--json")
    assert json.loads(out) == {"changes": [], "diff": "", "written": False, "lost": False}


@pytest.mark.parametrize(("lang", "said"), [("en", "2055492159"), ("zh", "请启动 Anki")])
def test_without_anki_one_message_says_what_to_do(jinju, home, lang, said):
    for command in ("push", "pull"):
        status, out, err = jinju(command, home.path, lang=lang, JINJU_ANKI_ADDRESS="http://127.0.0.1:9")
        assert (status, out) == (1, "")
        assert said in err


def test_a_key_that_is_missing_is_asked_for(jinju, home, server):
    server.key = "geheim"
    status, _, err = jinju("push", home.path)
    assert status == 1
    assert "--key" in err
    assert jinju("push", home.path, JINJU_ANKI_KEY="geheim")[0] == 0


def test_a_refused_note_is_a_failure_for_scripts(col, jinju, home, server):
    jinju("push", home.path)
    server.browser.update(n.id for n in notes(col).values())
    home.edit("{{c3::幸福指数}}", "{{c3::幸福感}}")
    status, out, _ = jinju("push", home.path, lang="zh")
    assert status == 1
    assert "请关闭 Anki 的浏览和编辑窗口" in out


def test_an_import_says_what_it_left_out(col, jinju, home, package, tmp_path):
    path = package(essay_deck())
    status, out, _ = jinju("import", path, "-o", tmp_path / "neu.yaml")
    assert status == 0
    assert "9 notes, 23 cards" in out
    status, _, err = jinju("import", path, "-o", tmp_path / "neu.yaml")
    assert status == 1
    assert "--force" in err
    status, out, _ = jinju("import", path, "-o", tmp_path / "neu.yaml", "--force", "--json")
    assert json.loads(out)["decks"][0]["notes"] == 9
    status, _, err = jinju("import", home.path, lang="zh")
    assert status == 1
    assert "不是完整的 Anki 牌组包" in err
