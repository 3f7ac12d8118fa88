"""The settings file is read strictly, and flags go before it."""

import pytest

from jinju.adapters.settings_file import read_settings
from jinju.messages import en, zh
from jinju.model.errors import UserError
from jinju.model.study_settings import StudySettings
from jinju.model.study_wishes import WISHES
from jinju.workflows.settings import AS_NEEDED, study_settings


@pytest.fixture
def file(tmp_path):
    def write(text):
        path = tmp_path / "settings.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def _error(call, *arguments, **more):
    with pytest.raises(UserError) as caught:
        call(*arguments, **more)
    error = caught.value
    for table in (en, zh):
        table.MESSAGES[error.code].format(**error.details)
    return error


def test_without_a_file_all_is_as_by_default(tmp_path):
    assert study_settings(file=tmp_path / "none.yaml") == StudySettings()


@pytest.mark.parametrize("text", ["", "\n# only a comment\n", "study:\n", "study: {}\n"])
def test_an_empty_file_says_nothing(file, text):
    assert study_settings(file=file(text)) == StudySettings()


def test_every_setting_can_be_written(file):
    path = file(
        "study:\n  retention: 92%\n  weights: []\n  learning_steps: [30s, 5m, 2h]\n  relearning-steps: 15\n"
        "  maximum_interval: 365\n  new_a_day: 7\n  reviews_a_day: 80\n  rollover: 3\n"
        "  order: retrievability\n  bury_siblings: no\n  leech: 6\n  exam: 2026-12-01\n  progressive: off\n"
    )
    found = study_settings(file=path)
    assert found == StudySettings(
        retention=0.92,
        learning_steps=(30_000, 300_000, 7_200_000),
        relearning_steps=(900_000,),
        maximum_interval=365,
        new_a_day=7,
        reviews_a_day=80,
        rollover=3,
        order="retrievability",
        bury_siblings=False,
        leech=6,
        exam=20_788,
        progressive=False,
    )


def test_every_field_of_the_settings_is_a_wish():
    assert set(WISHES) == set(StudySettings.__dataclass_fields__)


def test_flags_go_before_the_file(file):
    path = file("study:\n  new_a_day: 7\n  retention: 0.8\n")
    found = study_settings({"new_a_day": "9", "retention": None, "progressive": False}, file=path)
    assert (found.new_a_day, found.retention, found.progressive) == (9, 0.8, False)


def test_an_exam_lifts_the_limits_that_nobody_named(file):
    path = file("study:\n  reviews_a_day: 50\n")
    found = study_settings({"exam": "2026-12-01"}, file=path)
    assert (found.new_a_day, found.reviews_a_day) == (AS_NEEDED, 50)


@pytest.mark.parametrize(
    ("text", "line", "nearest"),
    [
        ("study:\n  new_a_dya: 7\n", 2, "new_a_day"),
        ("# mine\n\nstdy:\n  leech: 7\n", 3, "study"),
        ("study:\n  leech: 7\n  retentoin: 0.9\n", 3, "retention"),
    ],
)
def test_an_unknown_key_names_the_file_the_line_and_the_nearest(file, text, line, nearest):
    path = file(text)
    error = _error(read_settings, path)
    assert error.code == "settings-unknown-key"
    assert (error.details["path"], error.details["line"], error.details["nearest"]) == (path, line, nearest)


@pytest.mark.parametrize(
    "line",
    [
        "retention: 1.2",
        "retention: nan",
        "retention: [0.8, 0.9]",
        "retention: {}",
        "weights: [1, 2]",
        "learning_steps: soon",
        "learning_steps: 0m",
        "new_a_day: -1",
        "new_a_day: 3.5",
        "rollover: 24",
        "order: random",
        "bury_siblings: maybe",
        "leech: 0",
        "exam: 2026-02-30",
        "exam: tomorrow",
    ],
)
def test_a_wrong_value_says_where_and_what_it_may_be(file, line):
    path = file(f"study:\n  {line}\n")
    error = _error(study_settings, file=path)
    assert error.code == "setting-wrong"
    assert error.details["where"].startswith(f"{path}:2")
    assert error.details["name"] == line.split(":")[0]


def test_a_wrong_flag_is_called_by_its_name(tmp_path):
    none = tmp_path / "none.yaml"
    error = _error(study_settings, {"new_a_day": "many"}, file=none, names={"new_a_day": "--new"})
    assert error.details["where"] == "--new"
    assert _error(study_settings, {"rollover": "99"}, file=none).details["where"] == "--rollover"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("study: [", "settings-bad-yaml"),
        ("study:\n\tleech: 3\n", "settings-bad-yaml"),
        ("a: &x 1\nb: *x\n", "settings-bad-yaml"),
        ("- study\n", "settings-bad-yaml"),
        ("study: yes\n", "settings-want-keys"),
        ("study:\n  leech: 3\n  leech: 4\n", "settings-key-twice"),
    ],
)
def test_a_broken_file_says_what_is_wrong(file, text, code):
    assert _error(read_settings, file(text)).code == code


def test_a_file_that_is_no_text_is_named(tmp_path):
    path = tmp_path / "settings.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    assert _error(read_settings, path).code == "settings-unreadable"
    assert _error(read_settings, tmp_path).code == "settings-unreadable"
