import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinju.model.written import TRACKED, digest, read_stamp, stamp, tag_digest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a &lt; b", "a < b"),
        ("a<!-- -->b", "ab"),
        ("甲&nbsp;乙", "甲 乙"),
        ("甲<br>乙", "甲<br />乙"),
        ("甲<br><br>", "甲"),
        ("e\u0301", "\u00e9"),
        ("  ", ""),
    ],
)
def test_another_way_to_write_the_same_is_no_edit(one, other):
    assert digest(one) == digest(other)


@pytest.mark.parametrize(
    ("one", "other"), [("甲", "乙"), ("甲", "<b>甲</b>"), ("甲 乙", "甲乙"), ("甲<br>乙", "甲乙"), ("甲", "")]
)
def test_an_edit_is_told(one, other):
    assert digest(one) != digest(other)


@given(st.dictionaries(st.sampled_from(TRACKED), st.text()), st.lists(st.text()))
def test_a_stamp_is_ascii_without_html_and_read_back(fields, tags):
    made = stamp(fields, tags)
    assert made.isascii()
    assert not set(made) & set("<>&{} ")
    told = read_stamp(made)
    assert told.fields == {name: digest(fields.get(name, "")) for name in TRACKED}
    assert told.tags == {tag_digest(t) for t in tags} - {""}


@pytest.mark.parametrize("value", ["", "x", "1/a.b/", "2/" + "." * 30 + "/", "my own note"])
def test_what_is_no_stamp_says_nothing(value):
    assert read_stamp(value) is None
