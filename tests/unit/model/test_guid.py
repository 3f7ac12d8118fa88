import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinju.model.guid import guid_of, item_id_of

LEGAL = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
GUIDS = st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=12)


@pytest.mark.parametrize(
    ("guid", "item"),
    [
        ("iabc234", "iabc234"),
        ("B_a-9", "B_a-9"),
        ("7x", "guid_7x"),
        ("a:b", "guid_a-3ab"),
        ("guid_x", "guid_guid-5fx"),
        ("", "guid_"),
        ("中", "guid_-e4-b8-ad"),
    ],
)
def test_a_guid_becomes_a_legal_id(guid, item):
    assert item_id_of(guid) == item
    assert guid_of(item) == guid


@given(GUIDS)
def test_the_way_there_and_back_loses_nothing(guid):
    item = item_id_of(guid)
    assert LEGAL.fullmatch(item)
    assert guid_of(item) == guid


@given(st.sets(GUIDS, min_size=2))
def test_two_guids_never_share_an_id(guids):
    assert len({item_id_of(g) for g in guids}) == len(guids)


@pytest.mark.parametrize("item", ["guid_-zz", "guid_a_b", "guid_-ff", "iabc", "guid"])
def test_an_id_that_codes_nothing_is_its_own_guid(item):
    assert guid_of(item) == item
