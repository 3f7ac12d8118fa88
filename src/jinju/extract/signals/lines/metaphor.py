"""Figures: a thing called by the name of another, verbs at home in another field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.lines.line import Line

_VEHICLE: Final = re.compile(
    r"试金石|练兵场|主心骨|压舱石|指南针|定盘星|风向标|金钥匙|催化剂|助推器|加速器|孵化器|晴雨表|排头兵|领头雁|"
    r"牛鼻子|硬骨头|敲门砖|拦路虎|绊脚石|顶梁柱|安全阀|防火墙|连心桥|聚宝盆|源头活水|最后一公里|总开关|必修课|"
    r"基石|磐石|灯塔|明灯|航船|巨轮|引擎|翅膀|双翼|火炬|火种|种子|土壤|沃土|桥梁|纽带|钥匙|脊梁|丰碑|阶梯|"
    r"春风|甘泉|清泉|雨露|阳光|血脉|命脉|底色|画卷|乐章|华章|篇章|答卷|蓝图|底线|短板|之[舟帆花光魂根石钙钥]"
)
_LIKE: Final = re.compile(
    r"犹如|如同|宛如|恰似|恰如|好比|像[^，。]{1,16}[一那]?[样般]|仿佛|是一[种把盏座面条扇朵缕泓股艘剂]"
)
_VERB: Final = re.compile(
    r"点燃|照亮|擦亮|浇灌|滋养|绽放|扬帆|起航|掌舵|铸就|铸牢|筑牢|夯实|织密|架起|打通|激活|焕发|谱写|书写|描绘|扎根|播撒|孕育|撑起|唱响|吹响|奏响|凝聚"
)


def metaphor(line: Line) -> Iterator[tuple[str, float]]:
    """A vehicle that has become common coin, a comparison, a figurative verb."""
    if _VEHICLE.search(line.text):
        yield "metaphor.vehicle", 1.0
    if _LIKE.search(line.text):
        yield "metaphor.like", 1.0
    if _VERB.search(line.text):
        yield "metaphor.verb", 1.0
