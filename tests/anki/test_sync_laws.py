"""What holds whatever a person and a learner do in turn, asked of a real collection."""

import random

import pytest
from tests.anki.collection import faults, notes, take_in
from tests.anki.connect_server import AnkiConnectServer
from tests.anki.decks import essay_deck

from jinju.workflows.export import export


@pytest.mark.parametrize("seed", range(25))
def test_any_sequence_of_edits_pushes_and_pulls_loses_nothing(col, home, tmp_path, seed):
    """Marks are letters added to texts: the learner's stay in Anki, a note stands once, reviews stay."""
    dice = random.Random(seed)
    home.write(essay_deck())
    theirs = {}
    with AnkiConnectServer(col, edition=dice.choice((2023, 2025))) as server:
        home.push(server)
        col.decks.select(col.decks.id("金句::测试"))
        for _ in range(6):
            card = col.sched.getCard()
            card.start_timer()
            col.sched.answerCard(card, 3)
        reviews = col.db.list("select cid from revlog order by id")
        packages = dice.random() < 0.3
        for turn in range(10):
            name = f"i000{dice.randint(1, 9)}"
            mark = f"{turn}"
            match dice.choice(("deck", "deck", "learner", "learner", "tag", "push", "pull", "package")):
                case "deck":
                    text = home.path.read_text("utf-8")
                    start = text.index("theme:", text.index(f"id: {name}"))
                    end = text.index("\n", start)
                    home.path.write_text(f"{text[:end]}D{mark}{text[end:]}", "utf-8")
                case "learner":
                    note = notes(col)[name]
                    note["Text"] += f"L{mark}"
                    theirs.setdefault(name, []).append(f"L{mark}")
                    col.update_note(note)
                case "tag":
                    note = notes(col)[name]
                    note.tags.append(f"T{mark}")
                    col.update_note(note)
                case "push":
                    home.push(server)
                case "pull":
                    home.pull(server, write=True)
                case "package" if packages:
                    export([home.path], tmp_path / "p.apkg", now=home.now)
                    take_in(col, tmp_path / "p.apkg")
        home.push(server)
        again = home.push(server)
        assert not any(s.touches or s.action == "create" for s in again.steps)
        assert col.db.scalar("select count(*) from notes") == 9
        assert col.db.list("select cid from revlog order by id") == reviews
        assert set(reviews) <= set(col.db.list("select id from cards"))
        assert faults(col) == []
        if not packages:
            held = notes(col)
            assert all(m in held[name]["Text"] for name, marks in theirs.items() for m in marks)
        home.pull(server, write=True)
        for _ in range(2):
            home.push(server)
        if not packages:
            assert home.pull(server).diff == ""
