"""From decoded text to clean text, as a visible list of steps.

A step is given a text and returns edits on it; it never looks at what another step did. A new step is a new
file, one line here and one golden case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinju.text.steps.boilerplate import drop_boilerplate
from jinju.text.steps.breaks import mend_breaks
from jinju.text.steps.emoji import drop_emoji
from jinju.text.steps.invisible import drop_invisible
from jinju.text.steps.layout import tidy_layout
from jinju.text.steps.markup import drop_markup
from jinju.text.steps.misaligned import mend_misaligned
from jinju.text.steps.mojibake import mend_mojibake
from jinju.text.steps.noise import drop_noise
from jinju.text.steps.pinyin import drop_pinyin
from jinju.text.steps.punctuation import mend_punctuation
from jinju.text.steps.questions import mend_questions
from jinju.text.steps.quotes import turn_quotes
from jinju.text.steps.repeats import drop_repeats
from jinju.text.steps.simplified import simplify
from jinju.text.steps.spaces import drop_spaces
from jinju.text.steps.variants import unify_variants
from jinju.text.steps.width import narrow
from jinju.text.steps.wraps import join_wraps

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinju.text.edits import Edit
    from jinju.text.tools import Tools

    Step = Callable[[str, Tools], list[Edit]]

STEPS: Final[tuple[tuple[str, Step], ...]] = (
    ("mojibake", mend_mojibake),
    ("breaks", mend_breaks),
    ("markup", drop_markup),
    ("invisible", drop_invisible),
    ("variants", unify_variants),
    ("misaligned", mend_misaligned),
    ("pinyin", drop_pinyin),
    ("emoji", drop_emoji),
    ("traditional", simplify),
    ("width", narrow),
    ("noise", drop_noise),
    ("boilerplate", drop_boilerplate),
    ("wraps", join_wraps),
    ("repeats", drop_repeats),
    ("questions", mend_questions),
    ("quotes", turn_quotes),
    ("punctuation", mend_punctuation),
    ("spaces", drop_spaces),
    ("layout", tidy_layout),
)
