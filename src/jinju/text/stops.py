"""Whether a dot ends a sentence."""

from __future__ import annotations

import re
from string import ascii_uppercase, digits
from typing import Final

from jinju.text.characters import is_han

_BEFORE_FIRST: Final = re.compile(r"\s*[“‘\"'(（\[《「『]*")

_BEFORE_NAME: Final = re.compile(
    r"(?:ca|ST|Supt|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|St|Mt|Gen|Brig|Maj|Adm|Cpl|Col|Capt|Lt|Sgt|Gov|Sen|Rep|Pres|vs|cf|Nos?|Figs?|Eq|pp|e\.g|i\.e|viz|"
    r"approx|vol|ch|sec|eds?)"
)
"""Never the last word of a sentence."""

_MAY_END: Final = re.compile(
    r"(?:Sr|Jr|al|Inc|Ltd|Co|Corp|Bros|Ave|Blvd|Rd|dept|est|U\.S|U\.K|U\.N|D\.C|Ph\.D|M\.D|B\.A|M\.A|Jan|Feb|Mar|"
    r"Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
)
_OFTEN_ENDS: Final = frozenset(["a.m", "p.m", "A.M", "P.M", "etc"])
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z.]*$")
_INITIAL: Final = re.compile(r"(?:[A-Z]\.)*[A-Z]$")
_ENUMERATOR: Final = re.compile(r"(?:^|[\n。]|[.!?]\s)\s*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})$")
_STARTER: Final = re.compile(
    r"\s+[“\"‘]?(?:The|This|That|These|Those|He|She|It|They|We|I|You|But|And|So|In|On|At|An?|If|When|However|There|"
    r"Then|My|Our|Your|His|Her|Their|Its|Nobody|Everyone|Everybody|All|Some|Many|Most|As|For|After|Before|With|While|"
    r"What|Who|Why|How|Yet|Not)\b"
)
_CAPITALS_AND_DIGITS: Final = frozenset(ascii_uppercase + digits)
_LOOK_BACK = 12


def begins_sentence(text: str, at: int) -> bool:
    """Whether a sentence may begin at `at`, white space and opening marks included."""
    found = _BEFORE_FIRST.match(text, at)
    first = text[found.end() : found.end() + 1] if found else ""
    return is_han(first) or first in _CAPITALS_AND_DIGITS


def ends_sentence(text: str, dot: int, at: int) -> bool:
    """Whether the dot (or dots) at `dot` ends a sentence that would end at `at`, closing marks included.

    It does not in abbreviations, numbers, enumerators, initials and addresses.
    """
    before = text[max(0, dot - _LOOK_BACK) : dot]
    if not before or not begins_sentence(text, at):
        return False
    if is_han(before.removesuffix("\n")[-1:]):
        return True
    if not text[at].isspace():  # Chinese may follow a closing mark at once
        return at > dot + 1 and text[at - 1] != "." and is_han(text[at])
    if text.startswith("..", dot):
        return True
    if _ENUMERATOR.search(before):
        return False
    word = _WORD.search(before)
    if word is None or word[0] in _OFTEN_ENDS:
        return True
    if _MAY_END.fullmatch(word[0]):
        return _STARTER.match(text, at) is not None
    return not _BEFORE_NAME.fullmatch(word[0]) and not _INITIAL.fullmatch(word[0])
