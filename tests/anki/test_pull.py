"""What `pull` brings from a real collection into a deck file, and how little of the file it touches."""

from dataclasses import replace

import pytest
from tests.anki.collection import faults, notes
from tests.anki.decks import deck, essay_deck, item
from tests.anki.home import Home
from tests.anki.test_push import actions, learner, state

from jinju.adapters.deck_file import load, read_deck
from jinju.messages import en, zh

COMMENT = "# 这条要背熟\n"


@pytest.fixture
def pushed(server, home):
    """The essay's deck in the file, with a comment of the person's, and in Anki."""
    home.write(essay_deck())
    home.edit("- id: i0003\n", f"{COMMENT}- id: i0003\n")
    home.push(server)
    return home


def kinds(report):
    return {(c.item, c.kind): c.detail for c in report.changes}


def changed_lines(report):
    lines = report.diff.splitlines()[2:]
    return [line for line in lines if line[:1] in {"+", "-"} and "changed:" not in line]


def items(home):
    return {i.id: i for i in read_deck(home.path).items}


def test_nothing_changed_nothing_pulled(server, pushed):
    text = pushed.path.read_bytes()
    report = pushed.pull(server, write=True)
    assert (report.changes, report.diff, report.written) == ((), "", False)
    assert pushed.path.read_bytes() == text


def test_a_text_edited_in_anki_is_shown_and_only_written_when_asked(col, server, pushed):
    learner(col, "i0003", Text=notes(col)["i0003"]["Text"].replace("民忧", "<b>民愁</b>"), Theme="我的主题")
    text = pushed.path.read_text("utf-8")
    report = pushed.pull(server)
    assert kinds(report) == {("i0003", "text"): ("Text", "Theme")}
    assert not report.written
    assert pushed.path.read_text("utf-8") == text
    assert pushed.pull(server, write=True).written
    after = pushed.path.read_text("utf-8")
    assert items(pushed)["i0003"].text == (
        "下的是基层、察的是{{c1::民情}}、解的是{{c2::民愁}}、得的是{{c3::民心}}。"
    )
    assert items(pushed)["i0003"].theme == "我的主题"
    assert COMMENT in after
    same = set(text.splitlines()) & set(after.splitlines())
    assert len(set(after.splitlines()) - same) == 5  # text, theme, mine, changed, written
    assert load(pushed.path).ledger.mine == {"i0003": "all"}


def test_after_a_pull_both_sides_agree(col, server, pushed):
    learner(col, "i0003", Text=notes(col)["i0003"]["Text"].replace("民忧", "民愁"), tags=["我的"])
    pushed.pull(server, write=True)
    assert pushed.pull(server).changes == ()
    before = state(col)[1:]
    report = pushed.push(server)
    assert actions(report) == {"i0003": "update"}
    assert set(report.steps[2].fields) == {"Paragraph", "Written"}  # the clip no longer stands in it
    assert pushed.pull(server).changes == ()
    assert actions(pushed.push(server)) == {}
    assert state(col)[1:] == before
    learner(col, "i0003", Text=notes(col)["i0003"]["Text"].replace("民愁", "民难"))
    assert actions(pushed.push(server)) == {"i0003": "theirs"}  # settled: what was pulled counts as ours


def test_what_was_pulled_is_not_pulled_again_before_a_push(col, server, pushed):
    text = notes(col)["i0003"]["Text"].replace("民忧", "<b>民愁</b>").replace("民心}}", "民心::二字}}")
    learner(col, "i0003", Text=text, Theme="<i>甲</i>")
    pushed.pull(server, write=True)
    assert items(pushed)["i0003"].hints[3][0] == "二字"
    assert pushed.pull(server).changes == ()
    pushed.push(server)
    assert notes(col)["i0003"]["Text"] == text
    assert pushed.pull(server).changes == ()


def test_tags_come_and_go(col, server, pushed):
    note = notes(col)["i0003"]
    note.tags = ["主题::调查_研究", "leech", "我的"]
    col.update_note(note)
    report = pushed.pull(server, write=True)
    assert kinds(report)["i0003", "leech"] == ()
    assert set(kinds(report)["i0003", "tags"]) == {"+leech", "+我的", "-金句::排比"}
    assert items(pushed)["i0003"].tags == ("主题::调查_研究", "leech", "我的")
    assert load(pushed.path).ledger.mine == {"i0003": "tags"}
    assert actions(pushed.push(server)) == {}
    assert sorted(notes(col)["i0003"].tags) == sorted(["主题::调查_研究", "leech", "我的"])


def test_suspended_cards_are_told_as_tags_and_taken_back(col, server, pushed):
    all_of_one = [c.id for c in notes(col)["i0003"].cards()]
    one_of_many = notes(col)["i0001"].cards()[1].id
    col.sched.suspend_cards([*all_of_one, one_of_many])
    report = pushed.pull(server, write=True)
    assert kinds(report)["i0003", "suspended"] == ("anki::suspended",)
    assert kinds(report)["i0001", "suspended"] == ("anki::suspended::2",)
    assert "anki::suspended" in items(pushed)["i0003"].tags
    assert pushed.pull(server).changes == ()
    pushed.push(server)
    assert pushed.pull(server).changes == ()
    col.sched.unsuspend_cards([*all_of_one, one_of_many])
    pushed.pull(server, write=True)
    assert not any("suspended" in tag for i in items(pushed).values() for tag in i.tags)
    pushed.push(server)
    assert not any("suspended" in tag for n in notes(col).values() for tag in n.tags)


def test_a_note_deleted_in_anki_is_put_aside_and_stays_so(col, server, pushed):
    col.remove_notes([notes(col)["i0005"].id])
    report = pushed.pull(server, write=True)
    assert kinds(report) == {("i0005", "deleted"): ()}
    assert changed_lines(report) == ["+  keep: no"]
    assert not items(pushed)["i0005"].keep
    assert actions(pushed.push(server)) == {}
    assert "i0005" not in notes(col)


def test_an_empty_profile_is_not_taken_for_a_deletion_of_all(col, server, pushed):
    col.remove_notes([n.id for n in notes(col).values()])
    report = pushed.pull(server, write=True)
    assert report.lost
    assert report.changes == ()
    assert all(i.keep for i in items(pushed).values())


def test_another_profile_knows_nothing_of_the_first(col, server, pushed):
    if server.edition < 2025:
        pytest.skip("the add-on of 2023 does not tell the profile")
    col.remove_notes([notes(col)["i0005"].id])
    server.profile = "Zweiter"
    assert pushed.pull(server).changes == ()


def test_both_changed_is_a_conflict_that_only_overwrite_decides(col, server, pushed):
    learner(col, "i0003", Text=notes(col)["i0003"]["Text"].replace("民忧", "民愁"))
    pushed.edit("得的是{{c3::民心}}", "赢的是{{c3::民心}}")
    report = pushed.pull(server, write=True)
    assert kinds(report) == {("i0003", "conflict"): ("Text",)}
    assert "赢的" in items(pushed)["i0003"].text
    pushed.pull(server, write=True, overwrite=True)
    assert "赢的" not in items(pushed)["i0003"].text
    assert "民愁" in items(pushed)["i0003"].text


def test_blanks_changed_in_anki_keep_the_rules_of_numbers(col, server, home):
    home.write(
        deck(
            item(
                1,
                "学{{c1::本领}}、练{{c2::功夫}}、长本事",
                kinds={1: "slot", 2: "slot"},
                hints={1: ("甲",)},
                retired=(3,),
            )
        )
    )
    home.push(server)
    learner(col, "i0001", Text="学本领、练{{c2::功夫::两字}}、长{{c3::本事}} {{c9::}}")
    home.pull(server, write=True)
    got = items(home)["i0001"]
    assert got.text == "学本领、练{{c2::功夫}}、长{{c3::本事}}"
    assert got.hints == {2: ("两字",)}
    assert got.retired == (1,)
    assert set(got.kinds) == {2, 3}
    home.push(server)
    held = notes(col)["i0001"]
    assert (
        held["Text"] == "学本领、练{{c2::功夫::两字}}、长{{c3::本事}} {{c9::}}"
    )  # the learner's way to say it
    assert "两字" in held["Hints"]
    before = state(col)
    assert actions(home.push(server)) == {}
    assert home.pull(server).changes == ()
    assert state(col) == before


def test_a_text_without_a_blank_is_not_taken(col, server, pushed):
    learner(col, "i0003", Text="没有空了")
    assert kinds(pushed.pull(server)) == {("i0003", "no-blank"): ()}


def test_what_jinju_fills_itself_is_only_reported(col, server, pushed):
    learner(col, "i0003", Title="我的题目", Spare1="随便")
    report = pushed.pull(server)
    assert kinds(report) == {("i0003", "not-taken"): ("Title",)}
    assert report.diff == ""


def test_signs_that_mean_something_come_back_as_they_were(col, server, home):
    home.write(deck(item(1, r"甲\{\{乙\}\} a<b & std\:\:vector，{{c1::丙\:\:丁}}")))
    home.push(server)
    learner(col, "i0001", Text=notes(col)["i0001"]["Text"] + "戊{")
    home.pull(server, write=True)
    assert items(home)["i0001"].text == r"甲\{\{乙\}\} a<b & std\:\:vector，{{c1::丙\:\:丁}}戊\{"
    home.push(server)
    assert faults(col) == []


def test_a_deck_edited_meanwhile_only_keeps_its_edit(col, server, pushed):
    pushed.edit("得的是{{c3::民心}}", "赢的是{{c3::民心}}")
    assert pushed.pull(server).changes == ()
    assert actions(pushed.push(server)) == {"i0003": "update"}


def test_both_languages_say_it_all():
    mine = [k for k in en.MESSAGES if k.split("-")[0].split(".")[0] in {"anki", "push", "pull", "package"}]
    assert mine
    assert all(k in zh.MESSAGES for k in mine)


def test_two_people_share_a_collection(col, server, tmp_path):
    """A second computer, without the first one's state directory, sees the same edits."""
    first, second = Home(tmp_path / "a"), Home(tmp_path / "b")
    for one in (first, second):
        one.folder.mkdir()
    first.write(essay_deck())
    first.push(server)
    second.path.write_bytes(first.path.read_bytes())
    assert actions(second.push(server)) == {}
    learner(col, "i0003", Theme="甲")
    assert actions(second.push(server)) == {"i0003": "theirs"}
    second.write(replace(essay_deck(), items=essay_deck().items[:3]))
    assert actions(first.push(server)) == {"i0003": "theirs"}
