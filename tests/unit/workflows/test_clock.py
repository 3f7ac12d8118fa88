"""The learner's clock at any instant, summer time and all."""

import time

import pytest

from jinju.workflows import clock

SUMMER, WINTER = 1_783_000_000_000, 1_797_000_000_000
HOUR = 3600


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone of a process is fixed on Windows")
@pytest.mark.parametrize(
    ("zone", "summer", "winter"),
    [("Asia/Shanghai", 8, 8), ("America/New_York", -4, -5), ("UTC", 0, 0), ("Asia/Kolkata", 5.5, 5.5)],
)
def test_offsets(monkeypatch, zone, summer, winter):
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert (clock.offset(SUMMER), clock.offset(WINTER)) == (summer * HOUR, winter * HOUR)
        assert clock.now().offset in {summer * HOUR, winter * HOUR}
    finally:
        monkeypatch.undo()
        time.tzset()
