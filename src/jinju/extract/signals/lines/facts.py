"""What ties a sentence to one day or one case: numbers, dates, names of books, examination talk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.lines.line import Line

_NUMBER: Final = re.compile(r"[0-9０-９]+")
_DATE: Final = re.compile(r"[0-9]{4}年|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}月")
_PRONOUN: Final = re.compile(r"^(?:这|那|它|他|她|其|此|该)")
_ENGLISH: Final = re.compile(r"[A-Za-z]{3,}")
_EXAM: Final = re.compile(
    "考生|申论|中公|命题|标题|给定资料|给定材料|范文|字数|论点|考试|作文|写一篇|自拟|段落"
)
"""Talk about writing essays, which stands around an essay and is none."""
_SPEECH: Final = re.compile(r"(?:说|道|问|答)[：:，,]?[“\"]")


def facts(line: Line) -> Iterator[tuple[str, float]]:
    """Numbers, dates, titles of works, letters, a dangling pronoun, direct speech, examination talk."""
    yield "facts.numbers", min(len(_NUMBER.findall(line.text)), 3) / 2
    yield "facts.date", float(bool(_DATE.search(line.text)))
    yield "facts.pronoun", float(bool(_PRONOUN.match(line.text)))
    yield "facts.titles", float("《" in line.text)
    yield "facts.letters", float(bool(_ENGLISH.search(line.text)))
    yield "facts.speech", float(bool(_SPEECH.search(line.text)))
    yield "facts.exam", float(bool(_EXAM.search(line.text)))
    yield "facts.brackets", float("（" in line.text or "(" in line.text)
