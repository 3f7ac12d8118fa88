"""Characters that only look like the right ones, as PDF files leave them: ⼈ for 人, ﬁ for fi."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from jinju.text.edits import Edit

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_LOOKALIKE: Final = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]+")
_RADICALS: Final = str.maketrans(
    "⺠⻓⻛⻄⻋⻅⻔⻢⻥⻦⻩⻬⻮⻰⻚⻝⻁⻆⻉⻘⻜⻣⻤⻳⺟⺝⺮",
    "民长风西车见门马鱼鸟黄齐齿龙页食虎角贝青飞骨鬼龟母月竹",
)
"""Radicals that Unicode gives no equivalent."""


def unify_variants(text: str, _: Tools) -> list[Edit]:
    """Radicals, compatibility characters and ligatures as the letters and characters that they stand for."""
    edits = []
    for m in _LOOKALIKE.finditer(text):
        meant = normalize("NFKC", m[0].translate(_RADICALS))
        if meant != m[0]:
            edits.append(Edit(m.start(), m.end(), meant, "variant", 0.98))
    return edits
