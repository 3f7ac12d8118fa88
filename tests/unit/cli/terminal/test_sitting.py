"""The stages of a sitting, on a real store."""

from jinju.adapters.review_store import open_store
from jinju.cli.terminal.sitting import LONGEST
from jinju.model.review import Rating


def stored(tmp_path):
    with open_store(tmp_path / "reviews.db") as store:
        return [(r.card, r.rating, r.taken, r.hints, r.mode) for r in store.reviews.all()]


def test_a_card_is_asked_shown_and_graded(sit, clock, tmp_path):
    sitting = sit()
    first = sitting.card
    assert sitting.stage == "asking"
    assert not sitting.grade(Rating.GOOD), "no grade before the answer was seen"
    clock.pass_by(4_000)
    sitting.show()
    clock.pass_by(60_000)
    assert sitting.stage == "answered"
    assert sitting.grade(Rating.GOOD)
    assert sitting.card.key != first.key
    assert stored(tmp_path) == [(first.key, Rating.GOOD, 4_000, 0, "reveal")]


def test_pages_and_the_editor_take_no_thinking_time(sit, clock, tmp_path):
    sitting = sit()
    clock.pass_by(1_000)
    sitting.pause()
    clock.pass_by(600_000)
    sitting.resume()
    clock.pass_by(2_000)
    sitting.show()
    sitting.grade()
    assert stored(tmp_path)[0][2] == 3_000


def test_a_learner_who_left_the_room_is_not_a_slow_one(sit, clock, tmp_path):
    sitting = sit()
    clock.pass_by(8 * 3_600_000)
    sitting.show()
    sitting.grade()
    assert stored(tmp_path)[0][2] == LONGEST


def test_the_mark_moves_and_is_what_accepting_gives(sit, tmp_path):
    sitting = sit()
    sitting.show()
    sitting.mark(-1)
    sitting.mark(-1)
    sitting.mark(-1)
    assert sitting.marked == Rating.AGAIN
    sitting.grade()
    assert stored(tmp_path)[0][1] == Rating.AGAIN


def test_a_typed_answer_is_compared_and_suggests_its_grade(sit, tmp_path):
    sitting = sit(typing=True)
    sitting.check(" ".join(sitting.card.face.answers))
    assert sitting.comparison.right
    assert sitting.marked >= Rating.GOOD
    sitting.grade()
    sitting.check("全不对")
    assert not sitting.comparison.right
    assert sitting.marked == Rating.AGAIN
    sitting.grade()
    assert [(rating, mode) for _, rating, _, _, mode in stored(tmp_path)] == [
        (Rating.GOOD, "type"),
        (Rating.AGAIN, "type"),
    ]


def test_hints_end_and_lower_the_grade(sit, tmp_path):
    sitting = sit(typing=True)
    asked = 0
    while sitting.hint():
        asked += 1
    assert asked == len(sitting.card.face.hints) - sitting.card.face.free > 0
    assert sitting.card.hints_shown == sitting.card.face.hints
    sitting.check(" ".join(sitting.card.face.answers))
    assert sitting.marked == Rating.HARD
    sitting.grade()
    assert stored(tmp_path)[0][3] == asked


def test_a_limit_ends_the_sitting_and_undo_reopens_it(sit):
    sitting = sit(limit=2)
    for _ in range(2):
        sitting.show()
        sitting.grade()
    assert (sitting.stage, sitting.full) == ("done", True)
    assert sitting.undo()
    assert (sitting.stage, sitting.answers) == ("asking", 1)


def test_undo_brings_the_card_back(sit, tmp_path):
    sitting = sit()
    first = sitting.card.key
    sitting.show()
    sitting.grade(Rating.AGAIN)
    assert sitting.undo()
    assert sitting.card.key == first
    assert stored(tmp_path) == []
    assert not sitting.undo()


def test_put_away_cards_come_back_with_undo(sit):
    sitting = sit()
    first = sitting.card.key
    for how in ("suspend", "bury"):
        assert sitting.put_away(how)
        assert sitting.card.key != first
        assert sitting.undo()
        assert sitting.card.key == first


def test_a_learning_step_is_waited_for_or_taken_early(sit, clock):
    sitting = sit(new_a_day=1)
    sitting.show()
    sitting.grade(Rating.AGAIN)
    assert sitting.stage == "waiting"
    assert sitting.session.progress().waiting_until_ms == clock.at + 60_000
    sitting.look()
    assert sitting.stage == "waiting"
    sitting.go_on()
    assert sitting.stage == "asking"


def test_waiting_ends_when_the_time_has_come(sit, clock):
    sitting = sit(new_a_day=1)
    sitting.show()
    sitting.grade(Rating.AGAIN)
    clock.pass_by(60_000)
    sitting.look()
    assert sitting.stage == "asking"


def test_nothing_to_study(sit):
    sitting = sit(new_a_day=0)
    assert (sitting.stage, sitting.card) == ("done", None)
    assert not sitting.put_away("bury")
    assert not sitting.hint()


def test_a_flag_shows_at_once(sit):
    sitting = sit()
    sitting.session.flag()
    sitting.refresh()
    assert sitting.card.flagged


def test_a_changed_deck_file_changes_the_card_that_stands(sit, deck):
    sitting = sit()
    before = sitting.card
    text = deck.read_text(encoding="utf-8")
    deck.write_text(text.replace("着眼于“解”", "着眼于“改”"), encoding="utf-8")
    sitting.session.reload()
    sitting.refresh()
    assert sitting.card.key == before.key
    assert "着眼于“改”" in "".join(piece.text for piece in sitting.card.face.front)
