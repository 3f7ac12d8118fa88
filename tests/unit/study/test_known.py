from jinju.model.review import CardKey, Moment, Rating, Review
from jinju.study.known import NEAR, unknown_of

A, B = CardKey("i0001", 1), CardKey("i0001", 2)


def review(at, card=A, rating=Rating.GOOD):
    return Review(card, Moment(at), rating)


def test_what_is_there_is_known_and_the_rest_is_not():
    there = [review(1000), review(9000)]
    found = [review(1000), review(5000), review(9000, B)]
    assert unknown_of(found, there) == found[1:]


def test_an_answer_that_moved_on_a_little_is_known():
    assert unknown_of([review(1000 + NEAR)], [review(1000)]) == []
    assert unknown_of([review(1001 + NEAR)], [review(1000)]) == [review(1001 + NEAR)]


def test_another_grade_is_another_answer():
    assert unknown_of([review(1001, rating=Rating.AGAIN)], [review(1000)]) != []


def test_one_answer_stands_for_one():
    assert unknown_of([review(1000), review(1001)], [review(1000)]) == [review(1001)]
    assert unknown_of([review(1001), review(1002)], [review(1000)]) == [review(1002)]
    assert unknown_of([review(1001), review(1002)], [review(1000), review(1001)]) == []
