"""The learner's clock: the one place where studying asks what time it is."""

from __future__ import annotations

import time

from jinju.model.review import Moment


def now() -> Moment:
    """The present instant, with the offset of this computer's clock from UTC."""
    at = time.time_ns() // 1_000_000
    return Moment(at, time.localtime(at // 1000).tm_gmtoff)


def offset(at: int) -> int:
    """The offset of this computer's clock at an instant (milliseconds since 1970), in seconds east of UTC."""
    return time.localtime(at // 1000).tm_gmtoff
