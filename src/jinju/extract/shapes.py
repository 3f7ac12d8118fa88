"""Shapes by which a clause shows that it wants a sister."""

from __future__ import annotations

import re
from typing import Final

_QUESTION: Final = re.compile(r"(.)[不没]\1")

CORRELATIVE: Final = re.compile(r"(哪里|哪儿|谁|什么|多少|怎么|何处).*\1")
"""群众在哪里，我们就到哪里."""


def asks(clause: str) -> bool:
    """Whether it puts a question by doubling: 办没办, 好不好."""
    return ("不" in clause or "没" in clause) and bool(_QUESTION.search(clause))
