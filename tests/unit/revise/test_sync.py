"""The decision alone: deck, Anki, and what is to be done, in one line each."""

import pytest

from jinju.model.held import Held
from jinju.model.note import Note
from jinju.model.written import FIELD, stamp
from jinju.revise.sync import decide


def note(number=1, tags=(), **fields):
    fields = {"Text": "学{{c1::本领}}", "ItemId": f"i{number}"} | fields
    return Note(f"i{number}", 1, fields | {FIELD: stamp(fields, tags)}, tags, number, (1,))


def held(number=1, of=None, nid=None, tags=None, **fields):
    """The note `of` as Anki holds it after an edit of `fields` and `tags`."""
    was = of or note(number)
    empty = dict.fromkeys(("Cue", "Hints", "Before", "After", "Theme", "Title"), "")
    return Held(
        nid or number,
        f"i{number}",
        {**empty, **was.fields, **fields},
        was.tags if tags is None else tags,
        (number,),
    )


@pytest.mark.parametrize(
    ("ours", "theirs", "action", "written"),
    [
        (note(), held(), "same", set()),
        (note(Theme="甲"), held(), "update", {"Theme", FIELD}),
        (note(), held(Theme="乙"), "theirs", set()),
        (note(Theme="甲"), held(Theme="乙"), "conflict", set()),
        (note(Theme="甲"), held(Theme="甲"), "same", {FIELD}),
        (note(Theme="甲"), held(Title="乙"), "theirs", {"Theme", FIELD}),
        (note(Hints="甲"), held(Text="{{c1::乙}}"), "conflict", set()),
        (note(), held(Spare1="我的"), "same", set()),
        (note(), held(**{FIELD: ""}), "same", {FIELD}),
        (note(Theme="甲"), held(**{FIELD: ""}), "conflict", {FIELD}),
    ],
)
def test_fields(ours, theirs, action, written):
    (step,) = decide([ours], [theirs])
    assert step.action == action
    assert set(step.fields) == written


def test_after_the_step_the_next_decision_is_quiet_or_the_same():
    ours, theirs = note(Theme="甲", Title="丙"), held(Theme="乙")
    (step,) = decide([ours], [theirs])
    assert step.fields["Title"] == "丙"
    (again,) = decide([ours], [held(Theme="乙", **{k: v for k, v in step.fields.items() if k != "Theme"})])
    assert (again.action, again.fields, again.kept) == ("conflict", {}, ("Theme",))


def test_overwrite_takes_ours():
    (step,) = decide([note(Theme="甲")], [held(Theme="乙")], overwrite=True)
    assert (step.action, step.fields["Theme"]) == ("update", "甲")


@pytest.mark.parametrize(
    ("was", "ours", "theirs", "add", "remove"),
    [
        (("甲",), ("甲",), ("甲", "我"), (), ()),
        (("甲",), ("乙",), ("甲", "我"), ("乙",), ("甲",)),
        (("甲",), ("甲",), ("我",), (), ()),
        (("甲",), ("甲", "我"), ("甲", "我"), (), ()),
        (("Tag",), ("tag",), ("TAG",), (), ()),
        ((), ("甲",), (), ("甲",), ()),
    ],
)
def test_tags(was, ours, theirs, add, remove):
    (step,) = decide([note(tags=ours)], [held(of=note(tags=was), tags=theirs)])
    assert (step.add, step.remove) == (add, remove)


def test_a_note_that_is_not_there():
    assert decide([note()], [])[0].action == "create"
    assert decide([note()], [], seen={"i1"})[0].action == "deleted"
    assert decide([note()], [], seen={"i1"}, overwrite=True)[0].action == "create"


def test_a_note_that_is_too_much():
    steps = decide([note()], [held(), held(2)], gone={"i2", "i3"})
    assert [(s.action, s.item) for s in steps] == [("same", "i1"), ("surplus", "i2")]
    assert decide([note()], [held(), held(2)], gone={"i2"}, delete=True)[1].action == "delete"
    assert len(decide([note()], [held(), held(2)])) == 1


def test_of_two_with_one_id_the_older_is_ours():
    steps = decide([note(Theme="甲")], [held(nid=9), held(nid=3)])
    assert [(s.action, s.note) for s in steps] == [("update", 3), ("copy", 9)]


def test_a_card_that_loses_its_blank_is_named():
    was = note(Text="学{{c1::本领}}、练{{c2::功夫}}")
    (step,) = decide([note(Text="学本领、练{{c2::功夫}}")], [held(of=was)])
    assert step.emptied == (1,)


def test_a_note_of_another_type_is_left_alone():
    other = Held(1, "i1", {"Front": "x", "ItemId": "i1"}, (), (1,))
    (step,) = decide([note()], [other])
    assert (step.action, step.touches) == ("elsewhere", False)
