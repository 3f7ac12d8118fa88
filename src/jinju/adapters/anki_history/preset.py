"""How a person studies, as a preset of Anki's deck options; taken in only if they ask for presets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from jinju.model.study_settings import StudySettings

ID: Final = 1_716_208_934_417
"""Drawn once; the same preset is met again at the next import."""

NAME: Final = "jinju"
_MINUTE: Final = 60_000


def preset(settings: StudySettings, changed: int) -> dict[str, Any]:
    """The preset in the layout of the older collections; `changed` is in seconds since 1970 UTC."""
    return {
        "id": ID,
        "mod": changed,
        "name": NAME,
        "usn": -1,
        "maxTaken": 60,
        "autoplay": True,
        "timer": 0,
        "replayq": True,
        "dyn": False,
        "new": {
            "bury": settings.bury_siblings,
            "delays": [step / _MINUTE for step in settings.learning_steps],
            "initialFactor": 2500,
            "ints": [1, 4, 0],
            "order": 1,
            "perDay": settings.new_a_day,
        },
        "rev": {
            "bury": settings.bury_siblings,
            "ease4": 1.3,
            "ivlFct": 1.0,
            "maxIvl": settings.maximum_interval,
            "perDay": settings.reviews_a_day,
            "hardFactor": 1.2,
        },
        "lapse": {
            "delays": [step / _MINUTE for step in settings.relearning_steps],
            "leechAction": 1,
            "leechFails": settings.leech,
            "minInt": 1,
            "mult": 0.0,
        },
        "desiredRetention": settings.retention,
        "fsrsParams6": list(settings.weights),
    }
