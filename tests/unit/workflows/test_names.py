"""Names of decks, and the folders that stand for themes."""

from pathlib import Path

import pytest

from jinju.workflows.names import deck_name, sub_folders


def test_a_theme_is_a_level_of_its_own_and_none_leaves_none():
    assert deck_name("题") == "金句::题"
    assert deck_name("题", ("民生",)) == "金句::民生::题"
    assert deck_name("甲::乙", ("一", "二 :", ""), "申论") == "申论::一::二::甲：：乙"


@pytest.mark.parametrize(
    ("path", "folders", "themes"),
    [
        ("in/民生/a.txt", ["in"], ("民生",)),
        ("in/民生/教育/a.txt", ["in"], ("民生", "教育")),
        ("民生/a.txt", ["."], ("民生",)),
        ("in/a.txt", ["in"], ()),
        ("in/a.txt", ["in/a.txt"], ()),
        ("b/x/a.txt", ["in", "b"], ("x",)),
        (None, ["-"], ()),
    ],
)
def test_the_folders_below_the_one_that_was_asked_for(path, folders, themes):
    assert sub_folders(path and Path(path), [Path(f) for f in folders]) == themes
