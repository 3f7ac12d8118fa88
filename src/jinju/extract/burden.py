"""What ties a clip to one case, one day or one mouth: the more of it, the more merit the clip must show."""

from __future__ import annotations

import re
from typing import Final

from jinju.extract.names import places
from jinju.extract.standing import META, PRESCRIPTIVE

_TIES: Final = (
    (0.35, re.compile(r"《[^》]+》")),
    (0.5, re.compile(r"(?:说|道|问|答|表示|认为|指出|强调|写道|喊)[：:，,]\s*“")),
    (
        0.5,
        re.compile(
            r"后来|那天|那时|当时|有一[次天个位]|曾经|曾[^国祖]|一位|一名|这位|于是|终于|不料|没想到|此刻|刚才|昨|去年|今年|日前|近日|近年"
            r"|一度|至今|截至|据统计|数据显示|开展了|召开|举行|隆重"
        ),
    ),
    (
        0.5,
        re.compile(
            r"我(?!们|国|党|军|省|市|县|区|院|校)|[他她](?!人|山|日|乡)|先生|女士|同学|同志|爷爷|奶奶|妈妈|爸爸|老[王李张刘陈]|小[王李张刘陈明]"
        ),
    ),
    (
        0.5,
        re.compile(
            r"疫情|疫病|抗疫|新冠|防汛|汛情|地震|世博会|奥运|冬奥|冬残奥|亚运|两会|本次|此次|这次|党的十[六七八九]大|二十大|主题教育"
            r"|十[一二三四五六七八九]届|“十[一二三四五]五”|[一二三四五六七八九]中全会"
        ),
    ),
    (0.6, re.compile(r"这么|那么")),
    (0.3, re.compile(r"这样|那样|这些|那些|这种|那种|这一|那一")),
    (0.4, re.compile(r"”[，、](?:认为|强调|指出|并|提出|明确)")),
    (
        0.6,
        re.compile(
            r"[”」』](?:的|这)?[^，。]{0,6}(?:句子|名言|道理|故事|典故|诗句|这句话|这首诗|口号|警[词句]|成语|俗语|形式出现)"
            r"|这句|这首|专栏|栏目|系列报道"
        ),
    ),
    (0.25, re.compile(r"(?:[^，。；：、“”]{2,8}、){4,}")),
    (0.3, re.compile(r"[？?]$")),
    (0.2, re.compile(r"^[^，。；]{2,8}却")),
    (1.0, META),
)
"""Titles, talk, events, people, dated matters, pointing back, talk of a quotation, lists, a question."""
_FIGURE: Final = re.compile(r"\d+(?![+])")
_PAST: Final = re.compile(r"(?<![为除到极受罢不])了(?![解然却])")
_FAULT: Final = re.compile(
    r"的的|了了|是是|，，|。。|、、|，。|[，、；]$|^[，。；、]|[a-zA-Z]{4,}|\ufffd|[（(]$|、等[^，。]{0,4}(?:网站|企业|公司)"
)
_STUB: Final = re.compile(r"^(?!首先|其次|如今|今天|当前|未来|同志|是的|人民|其实)[^，。；、：]{1,2}，")
_NUMBER, _NAME, _SLIP = 0.35, 0.35, 0.5
_TOLD, _ARGUED = 0.45, 0.15
"""What each 了 weighs in a clip that only tells, and in one that argues."""


def burden(clip: str, names: int, slips: int, *, framed: bool) -> float | None:
    """What the clip's merits must come to beyond the article's bar; None where it is no clip at all.

    `names` counts the people named in it, `slips` the words in it that nobody else writes; `framed`: it holds
    a parallelism.
    """
    if _FAULT.search(clip) or _STUB.match(clip):
        return None
    weight = sum(weight for weight, tie in _TIES if tie.search(clip))
    weight += _NUMBER * min(3, len(_FIGURE.findall(clip))) + _NAME * min(2, names + places(clip))
    told = min(2, len(_PAST.findall(clip)))
    return weight + _SLIP * slips + told * (_ARGUED if framed or PRESCRIPTIVE.search(clip) else _TOLD)
