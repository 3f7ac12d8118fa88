"""Everything jinju says to a person, in Chinese and English, in one place."""

from __future__ import annotations

import os
import re
from functools import cache
from typing import TYPE_CHECKING

from jinju.messages.cards import WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinju.model.picks import Reason


_DETAIL = re.compile(r" ?“?\{detail\}”?(?: 项)?")


@cache
def language() -> str:
    """`"zh"` under a Chinese locale, else `"en"`; `JINJU_LANG` overrides the locale."""
    for name in ("JINJU_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def say(code: str, **details: object) -> str:
    """The message `code` in the person's language, with `details` filled in."""
    return table()[code].format(**details)


@cache
def table() -> Mapping[str, str]:
    """All messages of the person's language."""
    if language() == "zh":
        from jinju.messages.zh import MESSAGES
    else:
        from jinju.messages.en import MESSAGES
    return MESSAGES


def word(code: str, **details: object) -> str:
    """A word that stands on a card or in a deck file: always in the article's language, Chinese."""
    return WORDS[code].format(**details)


def reason_words(reasons: Sequence[Reason], most: int = 4) -> tuple[str, ...]:
    """The reasons that carried a pick, in words a learner understands, strongest first."""
    said: list[str] = []
    for reason in reasons:
        code = f"reason.{reason.code}"
        if code in WORDS and reason.weight > 0:
            said_of = WORDS[code] if reason.detail else _DETAIL.sub("", WORDS[code])
            text = said_of.format(detail=reason.detail)
            if text not in said:
                said.append(text)
    return tuple(said[:most])
