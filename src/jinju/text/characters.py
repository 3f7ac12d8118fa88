"""What a character is: Han or not, simplified or traditional, common or rare; and how plausible a text is."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

HAN: Final = "〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
"""Inside a character class of a regular expression."""

WRITTEN: Final = r"[^\W\dA-Za-z_]"
"""One letter that is not Latin: Han in what people paste. A class of all Han is slow to compile."""

HAN_CHARACTER: Final = re.compile(f"[{HAN}]")
CHINESE_PUNCTUATION: Final = "，。、；：？！“”‘’（）《》〈〉【】「」『』…—·"
TONED: Final = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"

_FUNCTION: Final = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后"
    "作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只"
    "从想实日者意无力它与长把机十民公此已工使情明性全三关点正业外将两高间由问很最重并物手应向头文体政"
    "這個們來為國說時會對發後裡裏經麼學現當沒動還進樣開從實無與長機關點業將兩間問並應頭體過種於爲"
)


def is_han(character: str) -> bool:
    """Whether this is a Chinese character."""
    return HAN_CHARACTER.match(character) is not None


def plausible(text: str) -> float:
    """Share of Chinese characters that are among the commonest 200: prose has .25 to .5, garble ~0."""
    found = HAN_CHARACTER.findall(text)
    return sum(c in _FUNCTION for c in found) / len(found) if found else 0.0


@cache
def simplified_only(character: str) -> bool:
    """Whether a character stands in the simplified standard alone (GB 2312, not Big5)."""
    return is_han(character) and _in(character, "gb2312") and not _in(character, "big5")


@cache
def traditional_only(character: str) -> bool:
    """Whether a character stands in the traditional standard alone (Big5, not GB 2312)."""
    return is_han(character) and _in(character, "big5") and not _in(character, "gb2312")


@cache
def common(character: str) -> bool:
    """Whether it is one of the 3,755 characters of GB 2312's first level."""
    try:
        return 0xB0 <= character.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return False


def _in(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
