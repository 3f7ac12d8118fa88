from jinju.extract.couplets import couplets
from jinju.extract.line import Line
from jinju.model.article import Span
from jinju.model.picks import Parallel


def found(text, known=(), start=0):
    line = Line(text, start, (), frozenset())
    return [[b.of("。" * start + text) for b in g.branches] for g in couplets([line], known)]


def test_segments_whose_clauses_are_of_one_length():
    text = "青山遮不住归途，游子心向故园；江水流不尽乡愁，老屋灯照旧人。"
    both = ["青山遮不住归途，游子心向故园", "江水流不尽乡愁，老屋灯照旧人"]
    assert found(text) == found(text, start=7) == [both]


def test_segments_of_other_lengths_and_figures_are_none():
    assert found("青山遮不住归途，游子心向故园；江水流不尽，老屋的灯火依旧照着人。") == []
    assert found("一季度投产120个项目；二季度投产150个项目。") == []


def test_what_is_known_already_is_left():
    text = "青山遮不住归途，游子心向故园；江水流不尽乡愁，老屋灯照旧人。"
    assert found(text, [Parallel((Span(0, 7), Span(8, 14)), ((), ()), 0.9)]) == []
