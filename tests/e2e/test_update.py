"""An article made, edited, changed and made again, through the files."""

from dataclasses import replace
from hashlib import sha256

import pytest

from jinju.adapters.deck_file import read_text
from jinju.adapters.history import undo
from jinju.model.deck import ArticleEntry, Deck
from jinju.model.errors import UserError
from jinju.model.item import Item
from jinju.revise.identity import article_key
from jinju.workflows.update import carry_out, prepare

LINES = (
    "下的是{{c1::基层}}，察的是{{c2::民情}}。",
    "小事{{c1::见微知著}}，大事{{c2::从善如流}}。",
    "{{c1::久久为功}}，方能取信于民。",
)


def plain(marked):
    for mark in ("{{c1::", "{{c2::", "}}"):
        marked = marked.replace(mark, "")
    return marked


def made(lines=LINES):
    text = "".join(map(plain, lines))
    key = article_key(text)
    article = ArticleEntry(key, "走下去", sha256(text.encode()).hexdigest(), (text,))
    return Deck("名", (article,), tuple(Item("", key, line) for line in lines))


@pytest.fixture(autouse=True)
def folders(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def test_a_deck_lives(tmp_path):
    path = tmp_path / "a.yaml"
    carry_out(prepare(path, made(), 1000))
    first = read_text(path)
    carry_out(prepare(path, made(), 2000))
    assert read_text(path) == first

    block = first[first.index("items:\n") + len("items:\n") :].split("\n\n")[0] + "\n\n"
    edited = first.replace("{{c1::久久为功}}", "{{c1::久久为功}}（我的话）").replace(block, "# 删了一条\n", 1)
    assert edited.count("- id: ") == first.count("- id: ") - 1
    path.write_text(edited, encoding="utf-8")
    look = prepare(path, made((LINES[0], LINES[1].replace("大事", "要事"), LINES[2])), 3000)
    assert read_text(path) == edited
    assert sorted(c.kind for c in look.merged.changes) == ["rejected", "theirs", "updated"]
    carry_out(look)
    third = read_text(path)
    assert "（我的话）" in third
    assert "要事" in third
    assert "# 删了一条\n" in third
    assert "mine: yes\n" in third
    assert third.count("changed: 1970-01-01T00:50:00Z") == 2
    undo(path)
    assert read_text(path) == edited

    other = tmp_path / "b.yaml"
    carry_out(prepare(other, replace(made(LINES[:1]), name="另一个"), 4000))
    assert "下的是" not in read_text(other)[read_text(other).index("items:") :]


def test_a_file_that_changed_since_the_look_is_left_alone(tmp_path):
    path = tmp_path / "a.yaml"
    carry_out(prepare(path, made(), 1000))
    look = prepare(path, made(LINES[:2]), 2000)
    path.write_text(read_text(path) + "# 我在写\n", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        carry_out(replace(look, text=look.text + "\n"))
    assert caught.value.code == "deck-changed-meanwhile"
    assert read_text(path).endswith("# 我在写\n")
