from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jinju.extract.members import LONGEST, split
from jinju.model.article import Span
from jinju.model.picks import Parallel


def group(sizes, gaps):
    branches, at = [], 0
    for size, gap in zip(sizes, gaps, strict=True):
        branches.append(Span(at, at + size))
        at += size + len(gap)
    text = "".join("甲" * size + gap for size, gap in zip(sizes, gaps, strict=True))
    return text, Parallel(tuple(branches), ((),) * len(sizes), 0.9)


MEMBERS = st.lists(st.tuples(st.integers(3, 70), st.sampled_from("，；。\n")), min_size=2, max_size=7)


@given(MEMBERS)
def test_no_member_is_lost_and_every_group_fits_on_a_card(members):
    text, parallel = group(*zip(*members, strict=True))
    groups, alone = split(text, [parallel])
    kept = sorted([*(b for g in groups for b in g.branches), *(m.span for m in alone)])
    assert kept == sorted(parallel.branches)
    for part in groups:
        assert len(part.branches) > 1
        assert part.branches[-1].end - part.branches[0].start <= LONGEST
        assert not any("\n" in text[a.end : b.start] for a, b in pairwise(part.branches))


def test_four_members_of_twenty_come_as_two_and_two():
    text, parallel = group([20] * 4, "；；；。")
    groups, alone = split(text, [parallel])
    assert [len(g.branches) for g in groups] == [2, 2]
    assert alone == []


def test_heads_of_paragraphs_stand_alone():
    text, parallel = group([13] * 3, "\n\n\n")
    groups, alone = split(text, [parallel])
    assert groups == []
    assert len(alone) == 3
