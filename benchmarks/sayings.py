"""Which clauses recur across articles because people quote them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from jinju.extract.signals.lines.line import quotations, split_clauses
from jinju.extract.signals.lines.sayings import LONGEST

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHORTEST = 4
_FLOOR = 3
_GRAM = 14
_SAMPLE = 17
_REFUSED = re.compile(
    "我们所做|现实世界|就是我们的|替天行道|尽心尽力|小康不小康|绿色通道|百年$|四个意识|四个全面|四个自信|中国制造|最后一公里|五位一体|万众创新|大众创业|乡风文明|生态宜居|开放包容|绿色发展|敢于担当|合作共赢|可持续|顺势而为|以人为本|面向未来|一国两制|两学一做|中国式|最美|弘扬黄河|人民幸福|生活富裕|现代化|关键少数|最多跑|为人民服务|治理有效|三会一课|互利共赢|陌生人|熟人社会|美丽|三严三实|三个代表|毫不动摇|精准扶贫|工匠|公约数|宜居城市|睦邻|互学互鉴|海绵|破窗|先污染|我国发展|文化交流|黄河精神|吸引力|引领时代|以人民为中心|三位一体|农村路|三去一|证照|多规|上海精神|万企|三区|三支|两个维护|中国经济是|感谢有你|感恩的心|不忘初心|牢记使命|看得见|看不见|稳中求进|乞终养|地动山摇|竭泽|医保|救了|打工还钱|给定资料|作文|申论|自在有为|染色馒头|科技|大海依旧|中国依旧|中国将永远|狂风|水到底|水怎么样|"
    "应为梦想|为钱创业|题好文|文章意为|我们或许|让我有勇气|我也得努力|东方不败|半壁江山|一饭千金|人文是精彩"
)
"""Catch-words of policy and prompts of examinations, which are no sayings: read and refused by hand."""


def keys(text: str) -> set[str]:
    """The clauses of a text as the table names them."""
    return {c[:LONGEST] for c in split_clauses(text) if len(c) >= _SHORTEST}


def counted(articles: Sequence[dict[str, Any]]) -> tuple[dict[str, int], int]:
    """Clause -> number of articles, for clauses that a third of them (at least two) put in quotation marks.

    Copies of an article count once. Also the number of articles counted.
    """
    texts = distinct([a["text"] for a in articles])
    held: Counter[str] = Counter()
    quoted: Counter[str] = Counter()
    for text in texts:
        held.update(keys(text))
        quoted.update({k for q in quotations(text) for k in keys(q)})
    table = {
        k: n
        for k, n in held.items()
        if n >= _FLOOR
        and quoted[k] >= 2
        and quoted[k] * 3 >= n
        and re.fullmatch(r"[\u4e00-\u9fff]+", k)
        and not _REFUSED.search(k)
    }
    return table, len(texts)


def distinct(texts: Sequence[str]) -> list[str]:
    """The texts without those half of whose sampled 14-character strings stand in an earlier one."""
    seen: dict[int, list[int]] = {}
    kept: list[str] = []
    for i, text in enumerate(texts):
        plain = re.sub(r"\s", "", text)
        grams = {
            sum(map(ord, plain[k : k + _GRAM])) * 31 + ord(plain[k])
            for k in range(max(0, len(plain) - _GRAM))
        }
        sample = {g for g in grams if g % _SAMPLE == 0}
        shared = Counter(j for g in sample for j in seen.get(g, ()))
        if not shared or shared.most_common(1)[0][1] <= 0.5 * len(sample):
            kept.append(text)
        for g in sample:
            seen.setdefault(g, []).append(i)
    return kept
