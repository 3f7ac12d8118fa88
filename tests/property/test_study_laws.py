"""Laws of studying: whatever a learner does, these hold."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from jinju.model.article import Span
from jinju.model.cloze import Cloze, Mark, parse, render
from jinju.model.item import ArticleKey, Item, ItemId
from jinju.model.review import CardKey, Day, Moment, Rating, Review, Schedule
from jinju.model.study_settings import StudySettings
from jinju.study.cue import face, level
from jinju.study.day import day_of
from jinju.study.face import CueLevel
from jinju.study.scheduler import Scheduler

DAY = 86_400_000
START = 20_000 * DAY
KEY = CardKey(ItemId("iabc"), 2)

answers = st.tuples(
    st.sampled_from(Rating),
    st.one_of(st.integers(0, 3_600_000), st.integers(0, 40 * DAY), st.integers(-3 * DAY, 0)),
)
histories = st.lists(answers, max_size=12)
many_settings = st.builds(
    StudySettings,
    retention=st.sampled_from((0.7, 0.9, 0.97)),
    learning_steps=st.sampled_from(((), (60_000,), (60_000, 600_000), (60_000, 20 * 3_600_000))),
    relearning_steps=st.sampled_from(((), (600_000,))),
    maximum_interval=st.sampled_from((1, 30, 36_500)),
    rollover=st.integers(0, 23),
    exam=st.sampled_from((None, Day(20_010), Day(20_060))),
)
offsets = st.sampled_from((0, 8 * 3600, -10 * 3600, 20_700))


def told(history, offset):
    at = START
    for rating, gap in history:
        at += gap
        yield Review(KEY, Moment(at, offset), rating)


@given(histories, many_settings, offsets)
@settings(max_examples=150)
def test_a_schedule_is_a_fold_and_stays_within_bounds(history, wishes, offset):
    scheduler = Scheduler(wishes)
    schedule = Schedule()
    reviews = list(told(history, offset))
    for review in reviews:
        today = day_of(review.when, wishes.rollover)
        schedule = scheduler.answered(schedule, review.rating, review.when, KEY)
        assert 0.001 <= schedule.stability <= 36_500
        assert 1 <= schedule.difficulty <= 10
        if schedule.phase == "review":
            assert schedule.due_at is None
            assert schedule.due_day == today + schedule.interval
            assert 1 <= schedule.interval <= max(1, wishes.maximum_interval)
            if wishes.exam is not None and today < wishes.exam:
                assert schedule.due_day <= wishes.exam
        else:
            assert schedule.due_day >= today
            assert (schedule.due_at is not None) == (schedule.due_day == today)
    assert scheduler.replay(reviews) == schedule
    assert scheduler.replay(iter(reviews)) == schedule
    assert schedule.reps == len(history)
    assert 0 <= scheduler.retrievability(schedule, Day(20_100)) <= 1


@given(histories.filter(len), offsets)
@settings(max_examples=60)
def test_an_exam_changes_only_when_cards_come_up(history, offset):
    free, bound = StudySettings(), StudySettings(exam=Day(20_040))
    reviews = list(told(history, offset))
    one, other = Scheduler(free).replay(reviews), Scheduler(bound).replay(reviews)
    assert (one.stability, one.difficulty, one.phase) == (other.stability, other.difficulty, other.phase)
    brought = Scheduler(bound).brought_forward(one, KEY)
    assert replace(brought, due_day=None, interval=0) == replace(one, due_day=None, interval=0)
    if one.phase == "review":
        assert brought.due_day <= one.due_day


@given(histories, st.integers(20_000, 20_400))
def test_what_is_known_today_is_known_no_better_tomorrow(history, day):
    scheduler = Scheduler(StudySettings())
    schedule = scheduler.replay(told(history, 0))
    assert scheduler.retrievability(schedule, Day(day + 1)) <= scheduler.retrievability(schedule, Day(day))


@st.composite
def clozes(draw):
    """Text with marks that lie apart or nest."""
    plain = draw(
        st.text(st.sampled_from("民忧解困学本领，、。“”a b{}:\\e\u0301👩🏽\n"), min_size=1, max_size=60)
    )
    cuts = sorted(draw(st.lists(st.integers(0, len(plain)), min_size=2, max_size=8)))
    marks = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        if start < end:
            number = draw(st.integers(1, 3))
            marks.append(Mark(number, Span(start, end)))
            if end - start > 2 and draw(st.booleans()):
                marks.append(Mark(draw(st.integers(1, 3)), Span(start + 1, end - 1)))
    return Cloze(plain, tuple(marks))


@given(clozes(), st.sampled_from(CueLevel), st.booleans())
@settings(max_examples=300)
def test_every_face_gives_its_sentence_back_and_hides_its_answer(cloze, wished, rich):
    item = Item(
        ItemId("iabc"),
        ArticleKey("aabc"),
        render(cloze),
        hints={1: ("提示", " ", "提示")},
        theme="主题" if rich else "",
        before="前文。" if rich else "",
    )
    assert parse(item.text).plain == cloze.plain
    for number in cloze.numbers:
        shown = face(item, number, wished)
        assert "".join(p.text for p in shown.back) == cloze.plain
        assert shown.level <= wished or shown.level is CueLevel.LINE
        assert {p.number for p in shown.front if p.kind == "gap"} == {number}
        assert not any(p.kind == "answer" for p in shown.front)
        assert all(p.text for p in shown.back)
        assert all(shown.answers)
        if shown.answers != (cloze.plain,):
            assert [p.text for p in shown.back if p.kind == "answer"] == list(shown.answers)
            gaps = sum(p.kind == "gap" for p in shown.front)
            assert gaps == len(shown.answers)
        whole = [p for p in face(item, number, CueLevel.DEMAND).front if p.kind == "text"]
        left = sum(len(p.text) for p in shown.front if p.kind in ("text", "faded"))
        assert left <= sum(len(p.text) for p in whole)
        assert shown.free in (0, 1)
        assert shown.free <= len(shown.hints)


@given(st.floats(0.001, 36_500), st.floats(0.001, 36_500))
def test_a_cue_never_grows_with_stability(one, other):
    low, high = sorted((one, other))
    settings = StudySettings()
    assert level(Schedule("review", stability=low), settings) <= level(
        Schedule("review", stability=high), settings
    )
