"""The merits for which a clip is memorised: each can be named, and a clip without any is padding."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from jinju.extract.sieve import sieve
from jinju.extract.standing import PRESCRIPTIVE
from jinju.model.worn import WORN

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from jinju.model.article import Span
    from jinju.model.picks import Parallel, Phrase

_FRAMES: Final = (
    (0.5, re.compile(r"(?:唯有|惟有|只有|唯).{2,40}?(?:方能|才能|方可|才会|才可|方|才)")),
    (0.6, re.compile(r"(?:不是|不在于|并非|绝非|与其|不在).{2,26}?(?:而是|而在于|不如|而在)")),
    (0.4, re.compile(r"既(?!然|定|有的|往|得).{2,26}?[，,].{0,2}(?:又|也|更|还)")),
    (0.35, re.compile(r"(?:不仅|不但|不只).{2,30}?(?:更|还|也)")),
    (0.6, re.compile(r"没有.{1,16}?[，,].{0,4}(?:就没有|便没有|就无|何谈|哪有|哪来)")),
    (0.5, re.compile(r"越.{1,8}?越")),
    (0.3, re.compile(r"让.{2,16}(?:成为|变成|起来)")),
    (0.3, re.compile(r"从[^，。]{1,14}?(?:到|走向|转向)")),
    (0.3, re.compile(r"(?:多一|少一)[些点份分].{1,20}?(?:少一|多一)[些点份分]")),
)
"""Frames that another essay can reuse."""
_TAKE_AS: Final = (0.3, re.compile(r"以[^，。]{1,10}为[^，。]{1,8}(?=[，。；、]|$)"))
"""One more, which may end with the clip."""
_MORE: Final = 0.4
"""What further parallelisms count beside the best."""
_TIGHT, _FIRM = 0.5, 0.2
"""A frame of this weight gains so much where the clip is a whole sentence."""
_IS: Final = re.compile(
    r"^[^，。；：“”]{2,16}(?<![不还也就但正只都又可要于若凡更而])是(?!否|不是|因为|由于|在[^，]{0,4}[时年月]|指)[^，。]{4,}"
)
_ESSENCE: Final = re.compile(
    r"(?:是|为|在于)[^，。；]{0,24}(?:根本|关键|核心|基础|基石|前提|保障|保证|灵魂|本质|源泉|动力|之[本源基要魂根道举义钥匙]|重中之重|生命线|要义|真谛|底色|标尺|支撑|依托|引擎|钥匙|纽带|根基|出发点|落脚点|命脉|脊梁|压舱石|试金石)(?:[，。；！和]|$|所在)"
)
_VEHICLE: Final = re.compile(
    r"试金石|练兵场|主心骨|压舱石|指南针|定盘星|风向标|金钥匙|催化剂|助推器|加速器|孵化器|晴雨表|排头兵|领头雁|领头羊|领跑者|"
    r"牛鼻子|硬骨头|敲门砖|拦路虎|绊脚石|顶梁柱|安全阀|防火墙|连心桥|聚宝盆|源头活水|总开关|必修课|起跑线|"
    r"基石|磐石|灯塔|明灯|航船|巨轮|引擎|翅膀|双翼|火炬|火种|土壤|沃土|纽带|钥匙|脊梁|丰碑|阶梯|航标|坐标|"
    r"春风|甘泉|清泉|雨露|阳光|血脉|命脉|底色|画卷|乐章|华章|答卷|蓝图|之[舟帆花光魂根石钙钥]|洪流|浪潮|顽疾|良方|良药"
)
_LIKE: Final = re.compile(
    r"犹如|如同|宛如|恰似|恰如|好比|像[^，。]{1,16}[一那]?[样般]|仿佛|是[^，。]{0,10}[的一][把盏座面条扇朵缕泓股艘剂米场]"
)
_VERB: Final = re.compile(
    r"点燃|照亮|擦亮|浇灌|滋养|绽放|扬帆|起航|掌舵|铸就|铸牢|筑牢|夯实|织密|架起|激活|焕发|谱写|书写|描绘|扎根|播撒|孕育|撑起|唱响|吹响|奏响|凝聚|汇聚|敲响|奏出|扣好|拧紧|拔除"
)
_FIGURES: Final = ((0.45, _VEHICLE), (0.3, _LIKE))
_FRAMES_IN: Final = sieve(_FRAMES)
_FIGURES_IN: Final = sieve(_FIGURES)
_SAID: Final = re.compile(r"“([^“”]{7,60})”")
_NAMED: Final = re.compile(
    r"(?:曾[经]?[说言写讲]|曾(?:指出|提出)|说过|有云|有言|名言|古人[说云]|古语|格言|谚语|诗[句云]?|所言|所说|告诫我?们?|所写)[^“”。]{0,5}[：，]?$"
)
_TODAY: Final = re.compile(r"我(?!们)|你|今天|今年|目前|公司|[0-9%]")
_HALVES: Final = re.compile(r"[，,；;。、？?！!]+")
_MODERN: Final = re.compile(r"[的了们着这那就和在把被会到等个我你他]|是(?!非|以)|问题|工作")
_WEIGHTS: Final = {
    "even-pair": 0.6,
    "idiom": 0.42,
    "shape": 0.42,
    "set-phrase": 0.32,
    "quoted": 0.25,
    "four-character": 0.25,
}
_STRONG: Final = 0.8
"""What a phrase must be worth to be a merit."""
_URGES: Final = re.compile(r"^(?:将|把|以|用|真正|切实|始终)|提升|促进|增强|确保|切实|真正")
_WORN_NAMES: Final = re.compile("|".join(sorted(WORN)))
_LIGHT: Final = re.compile(r"[你我他她它这那就会都么个了着]")
_WORN: Final = re.compile(
    r"重要(?:组成|内容|手段|因素|力量|课题|智力|途径|举措|特点|阵地)|主要|之一|基本国策"
)
_OLD: Final = re.compile(r"[之其于以而则乃者也矣焉哉乎兮惟莫弗勿毋何岂若所]")
_APART, _UNEVEN, _PROSY = 3, 0.7, 17
"""Characters between two members, unevenness and mean length from which they are hardly heard as such."""


def merits(
    text: str,
    span: Span,
    groups: Sequence[tuple[Parallel, float]],
    phrases: Sequence[Phrase],
    *,
    around: str,
    whole: bool,
    head: bool,
) -> Iterator[tuple[str, float]]:
    """The merits of the clip `span`, by name: `whole`, it is a whole sentence; `head`, it opens a paragraph.

    `groups` are the parallelisms within it with their strength, `phrases` the phrases, best first; `around`
    the sentence, or the sentences, of which it is a part. About 1 in all is enough.
    """
    clip = span.of(text)
    parallel = sorted((_parallel(span, group, worth) for group, worth in groups), reverse=True)
    if parallel:
        yield "parallel", parallel[0] + min(_MORE * sum(parallel[1:]), _MORE)
    frames = (*_FRAMES_IN(around), _TAKE_AS)
    best = max([weight for weight, frame in frames if frame.search(clip)], default=0.0)
    if best:
        yield "template", best + (_FIRM if whole and best >= _TIGHT else 0.0)
    if whole and len(clip) <= 48 and _IS.match(clip) and not _WORN.search(clip):
        yield "definition", 0.45 + (0.15 if len(clip) <= 26 else 0.0) + 0.15 * head
    if _ESSENCE.search(clip):
        yield "thesis", 0.35 + 0.2 * head
    figure = next((weight for weight, figure in _FIGURES_IN(around) if figure.search(clip)), 0.0)
    if figure:
        yield "metaphor", figure
    if _VERB.search(clip):
        yield "metaphor-verb", 0.25
    quoted = _SAID.finditer(clip) if "“" in clip else ()
    saying = max((_saying(m[1], text[: span.start + m.start()]) for m in quoted), default=0.0)
    if saying:
        yield "quotation", saying
    fine = _fine(text, phrases)
    if fine:
        argues = PRESCRIPTIVE.search(clip) or _URGES.search(clip)
        yield "phrase", fine if argues else 0.6 * fine


def _fine(text: str, phrases: Sequence[Phrase]) -> float:
    """What the best three phrases that do not overlap add up to."""
    total = 0.0
    taken: list[Span] = []
    for phrase in phrases:
        if phrase.score < _STRONG:
            break
        if (
            all(r.code not in _WEIGHTS for r in phrase.reasons)
            or _LIGHT.search(phrase.span.of(text))
            or any(phrase.span.overlaps(t) for t in taken)
        ):
            continue
        total += max(_WEIGHTS.get(r.code, 0.0) for r in phrase.reasons)
        taken.append(phrase.span)
        if len(taken) == 3:
            break
    return min(total, 1.1)


def strength(text: str, group: Parallel, refrains: Container[str]) -> float:
    """What a parallelism is worth by itself: the more members, the longer and the more even, the stronger."""
    sizes = [len(b) for b in group.branches]
    if any(b.of(text) in refrains for b in group.branches):
        return 0.0
    if all(_WORN_NAMES.search(text, b.start, b.end) for b in group.branches):
        return 0.3
    mean = sum(sizes) / len(sizes)
    worth = 0.75 if len(sizes) == 2 else 1.0
    worth += 0.25 if mean >= 6 else -(0.1 if len(sizes) > 2 else 0.25) if mean < 4 else 0.0
    if not any(group.slots) and mean <= 4:
        worth *= 0.7
    between = sum(b.start - a.end for a, b in pairwise(group.branches))
    if between > _APART * (len(sizes) - 1):
        worth *= 0.5
    if min(sizes) < _UNEVEN * max(sizes):
        worth *= 0.6
    if mean > _PROSY:
        worth *= 0.85
    sure = max(0.3, min(1.0, (group.score - 0.3) / 0.5)) if mean > 4 else min(1.0, group.score + 0.15)
    return worth * sure


def _parallel(clip: Span, group: Parallel, worth: float) -> float:
    """The strength of the parallelism in this clip: the more of the clip it is, the more."""
    covered = sum(map(len, group.branches)) / len(clip)
    return worth * (0.4 + 0.6 * min(1.0, covered / 0.6))


def _saying(quoted: str, before: str) -> float:
    """A classical quotation of two halves, a whole classical clause, or the words of a named mouth."""
    if _MODERN.search(quoted):
        return 0.6 if _NAMED.search(before[-16:]) and len(quoted) <= 40 and not _TODAY.search(quoted) else 0.0
    halves = [h for h in _HALVES.split(quoted) if h]
    if len(halves) > 1 and max(map(len, halves)) <= 14:
        return 1.0 if _OLD.search(quoted) else 0.55
    return 0.5 if len(quoted) <= 14 and _OLD.search(quoted) else 0.25 if len(quoted) <= 10 else 0.0
