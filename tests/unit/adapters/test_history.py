import pytest

from jinju.adapters.deck_file import read_text, save
from jinju.adapters.history import KEPT, remember, undo
from jinju.adapters.lock import only_one
from jinju.adapters.refused import learn, read_refused
from jinju.model.errors import UserError


def code(act, *arguments, **more):
    with pytest.raises(UserError) as caught:
        act(*arguments, **more)
    return caught.value.code


def test_changes_are_taken_back_one_by_one(tmp_path):
    path, state = tmp_path / "a.yaml", tmp_path / "state"
    save(path, "一\n", None, state)
    save(path, "二\n", "一\n", state)
    save(path, "三\n", "二\n", state)
    undone = undo(path, state)
    assert read_text(path) == "二\n"
    assert undone.read_text(encoding="utf-8") == "三\n"
    undo(path, state)
    assert read_text(path) == "一\n"
    assert code(undo, path, state) == "undo-nothing"
    assert read_text(path) == "一\n"


def test_a_person_s_edit_is_not_undone_by_the_way(tmp_path):
    path, state = tmp_path / "a.yaml", tmp_path / "state"
    save(path, "一\n", None, state)
    save(path, "二\n", "一\n", state)
    path.write_text("二，改\n", encoding="utf-8")
    assert code(undo, path, state) == "undo-edited"
    assert read_text(path) == "二，改\n"
    assert undo(path, state, force=True).read_text(encoding="utf-8") == "二，改\n"
    assert read_text(path) == "一\n"


def test_a_version_left_by_a_killed_process_is_passed_over(tmp_path):
    path, state = tmp_path / "a.yaml", tmp_path / "state"
    save(path, "一\n", None, state)
    save(path, "二\n", "一\n", state)
    remember(path, "二\n".encode(), "三\n".encode(), state)
    undo(path, state)
    assert read_text(path) == "一\n"


def test_only_the_last_versions_are_kept(tmp_path):
    path, state = tmp_path / "a.yaml", tmp_path / "state"
    save(path, "0", None, state)
    for n in range(KEPT + 5):
        save(path, str(n + 1), str(n), state)
    assert len(list(state.rglob("*.version"))) == KEPT
    for _ in range(KEPT):
        undo(path, state)
    assert read_text(path) == "5"
    assert code(undo, path, state) == "undo-nothing"


def test_a_byte_order_mark_stays(tmp_path):
    path, state = tmp_path / "a.yaml", tmp_path / "state"
    path.write_bytes(b"\xef\xbb\xbfa\r\n")
    save(path, "b\r\n", "a\r\n", state)
    assert path.read_bytes() == b"\xef\xbb\xbfb\r\n"
    undo(path, state)
    assert path.read_bytes() == b"\xef\xbb\xbfa\r\n"


def test_without_a_state_folder_saving_still_works(tmp_path):
    state = tmp_path / "state"
    state.write_text("no folder")
    path = tmp_path / "a.yaml"
    save(path, "一\n", None, state)
    save(path, "二\n", "一\n", state)
    assert read_text(path) == "二\n"
    assert code(undo, path, state) == "undo-nothing"


def test_the_lock_nests_and_lets_go(tmp_path):
    path, state = tmp_path / "a.yaml", tmp_path / "state"
    with only_one(path, state), only_one(path, state):
        save(path, "一\n", None, state)
    with pytest.raises(ValueError), only_one(path, state):
        raise ValueError
    with only_one(path, state, patience=0):
        pass


def test_the_list_of_the_refused(tmp_path):
    a, b = "a" * 16, "b" * 16
    assert read_refused(tmp_path / "x") == frozenset()
    learn({a, b}, folder=tmp_path / "x")
    learn({a}, folder=tmp_path / "x")
    assert read_refused(tmp_path / "x") == {a, b}
    file = tmp_path / "x" / "refused.txt"
    assert file.read_text(encoding="ascii").count(a) == 1
    with file.open("a", encoding="ascii") as out:
        out.write("+ccc")
    learn({"d" * 16}, {a}, folder=tmp_path / "x")
    assert read_refused(tmp_path / "x") == {b, "d" * 16}
