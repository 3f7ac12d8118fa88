"""What kind of text an article is by its own signals, and how much a clip of it must show to be taken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinju.extract.standing import PRESCRIPTIVE

if TYPE_CHECKING:
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
ESSAY, TELLING, STORY, NEWS, TIPS = 0.85, 1.15, 1.3, 1.75, 2.2
"""What merit a clip must have: in an argument, a report, a story or school essay, news, advice on writing."""


FEW = 7
"""In so few sentences shares say little."""


def bar(article: Article) -> float:
    """The merit below which a clip of this article is no note."""
    sentences = [s.span.of(article.text) for s in article.sentences]
    if not sentences:
        return ESSAY
    count = len(sentences)
    arguing = sum(bool(PRESCRIPTIVE.search(s)) for s in sentences) / count
    figures = len(_FIGURE.findall(article.text)) / count
    reports = sum(bool(_REPORTS.search(s)) for s in sentences) / count
    story = sum(bool(_STORY.search(s)) for s in sentences) / count
    tips = sum(bool(_TIPS.search(s)) for s in sentences) / count
    if tips > 0.25:
        return TIPS
    news = (
        0.5 * bool(_DATELINE.search(article.text[:400])) + min(figures, 1.0) + reports + 1.2 * (0.5 - arguing)
    )
    if news > 0.9:
        return NEWS
    if count < FEW:
        return STORY if story > 0.5 else ESSAY
    if story > 0.25 or sum(bool(_CIVIC.search(s)) for s in sentences) < 0.3 * count:
        return STORY
    if news > 0.45 or arguing < 0.4:
        return TELLING
    return ESSAY
