"""What kind of text an article is, by its own signals: an argument, a report, a story, advice on writing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jinju.extract.standing import PRESCRIPTIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.model.article import Article

_DATELINE: Final = re.compile(
    r"(?:本报|新华社|中新[社网]|人民网|据)[^。，]{0,14}\d{1,2}\s*月\s*\d{1,2}\s*日|记者[^。，]{0,20}(?:获悉|了解到|采访|从|注意到|看到)"
    r"|[（(](?:本报)?(?:记者|实习生|通讯员)|(?:通讯员|责任编辑)"
)
_FIGURE: Final = re.compile(r"\d[\d,.]*\s*(?:％|%|万|亿|元|人|起|户|家|次|个|名|年|月|日|公里|点|届|多)")
_TIPS: Final = re.compile(
    r"考生|申论|作文|材料|题目|写作|答题|审题|文章|论点|阅卷|备考|押题|题干|分论点|开头|结尾|段落|复习|命题|考试|字数"
)
_STORY: Final = re.compile(
    r"[他她](?!人|山|日|乡)|我(?!们|国|党|军|省|市|县|区|院|校)|爷爷|奶奶|妈妈|爸爸|同学|先生|女士"
)
_REPORTS: Final = re.compile(r"(?:表示|介绍|说|认为|指出|告诉记者|透露)[，：,:。“]|[”。]\S{1,12}说。")

_CIVIC: Final = re.compile(
    r"发展|建设|治理|政府|群众|制度|改革|国家|社会|人民|政策|干部|经济|法治|文明|民生|乡村|城市|创新|服务|监管|管理|推动|推进"
)
_FEW, _SMALL, _MIDDLING = 8, 16, 30
"""Sentences of a note, a short article, one of middling size."""
_TALE, _UNCIVIC = 0.25, 0.3
"""The share of sentences about one person, and of those about public matters, from which it is a story."""
_PLOT, _PERSON = 0.2, 0.15
"""The same from which lines are the plot's; the same where public matters are few."""


@dataclass(frozen=True, slots=True)
class Temper:
    """What kind of text an article is: shares of its sentences, 0..1, and its size."""

    arguing: float
    figures: float
    reports: float
    story: float
    tips: float
    civic: float
    dateline: bool
    sentences: int

    @property
    def tale(self) -> bool:
        """Whether lines that sound well are mostly its plot's.

        Of notes scored .6 to .8 on 872 dev articles readers kept .47 in these (75) and .73 in the others
        (1,462), .71 in those about a person as often but about public matters too (48).
        """
        return self.story > _PLOT or (self.story > _PERSON and self.civic < _UNCIVIC)

    @property
    def careless(self) -> bool:
        """Whether it tells a story or is a school essay, in which slips are common."""
        return self.story > _TALE or self.civic < _UNCIVIC

    def signals(self) -> Iterator[tuple[str, float]]:
        """The same as named signals."""
        yield "text.arguing", self.arguing
        yield "text.figures", self.figures
        yield "text.reports", self.reports
        yield "text.story", self.story
        yield "text.tips", self.tips
        yield "text.civic", self.civic
        if self.dateline:
            yield "text.dateline", 1.0
        if self.careless:
            yield "text.careless", 1.0
        size = sum(self.sentences >= n for n in (_FEW, _SMALL, _MIDDLING))
        yield f"text.size-{size}", 1.0


def temper(article: Article) -> Temper:
    """The temper of an article; linear in its length."""
    sentences = [s.span.of(article.text) for s in article.sentences]
    count = max(1, len(sentences))

    def share(pattern: re.Pattern[str]) -> float:
        return sum(bool(pattern.search(s)) for s in sentences) / count

    return Temper(
        arguing=share(PRESCRIPTIVE),
        figures=min(1.0, len(_FIGURE.findall(article.text)) / count),
        reports=share(_REPORTS),
        story=share(_STORY),
        tips=share(_TIPS),
        civic=share(_CIVIC),
        dateline=bool(_DATELINE.search(article.text[:400])),
        sentences=len(sentences),
    )
