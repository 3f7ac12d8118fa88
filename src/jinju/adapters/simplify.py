"""Traditional to simplified characters by OpenCC, with what its table gets wrong put right."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

_WORKS = re.compile(
    "(?<=[显顯名专專卓土论論原编編巨遗遺昭译譯拙合新共执執撰见見])著|著(?=[作名称稱述者书書录錄])"
)
_LEFT = str.maketrans("祇妳牠枱粧啰峯羣裏衆麽喫", "只你它台妆罗峰群里众么吃")
"""Variants that OpenCC's table leaves as they are."""


class OpenCC:
    """Converts by OpenCC's `t2s`; the library is loaded at the first text that needs it."""

    def simplify(self, text: str) -> str:
        """The same text in simplified characters, one for one."""
        kept = _WORKS.sub("\ue000", text)
        converted: str = self._converter.convert(kept.replace("著", "着")).replace("\ue000", "著")
        converted = converted.translate(_LEFT).replace("甚么", "什么").replace("薰陶", "熏陶")
        return converted if len(converted) == len(text) else "".join(map(self._one, text))

    def _one(self, character: str) -> str:
        converted: str = self._converter.convert(character)
        return converted if len(converted) == 1 else character

    @cached_property
    def _converter(self) -> Any:
        import opencc

        return opencc.OpenCC("t2s")
