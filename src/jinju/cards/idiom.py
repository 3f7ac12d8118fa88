"""What is an idiom and what the dictionary merely calls one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinju.model.lexicon import Words

RARELY = 6
"""Below this dictionary frequency jieba's idioms are everyday words side by side (交通拥堵, 振奋精神)."""
EVERYDAY = 3000
"""A half of such frequency beside another word makes two words, no idiom."""
_UNIT = 4


def is_idiom(text: str, words: Words) -> bool:
    """Whether the dictionary knows `text` as an idiom and it is more than two everyday words."""
    entry = words.get(text)
    if entry.tag != "i" or entry.frequency < RARELY or len(text) < _UNIT:
        return False
    first, second = words.get(text[:2]).frequency, words.get(text[2:]).frequency
    return not (max(first, second) >= EVERYDAY and min(first, second) >= 2 * RARELY)
