"""Names that tie a clip to one case: people in full, and well-known places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from jinju.model.lexicon import Token, Words

_SURNAMES: Final = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费岑薛雷贺倪汤滕"
    "殷罗毕郝邬安常乐于傅卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄米贝臧伏成戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路娄江童颜郭梅林刁钟徐邱骆高夏"
    "蔡田樊胡凌霍虞万支柯管卢莫房裘解应宗丁宣邓洪包左石崔吉龚程邢裴陆荣翁荀曲靳段侯蓬全班仲宁甘厉武符刘景龙叶司黎白温庄晏瞿阎连习艾向古易廖聂曾关游"
)
_PLACE: Final = re.compile(
    r"北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃"
    r"|青海|广西|西藏|宁夏|新疆|香港|澳门|台湾|美国|英国|法国|德国|俄罗斯|日本|韩国|印度|欧洲|非洲|美洲|广州|深圳|杭州|南京|武汉"
    r"|成都|西安|伦敦|纽约|巴黎|莫斯科"
)
_KNOWN: Final = 300
"""Dictionary frequency from which a part of a name is a word of its own."""


def is_name(token: Token, words: Words) -> bool:
    """Whether the word is a person's full name: 安全观 and 高水平 carry the same tag."""
    name = token.text
    if token.tag == "nrt" or "·" in name:
        return len(name) > 2
    if token.tag not in ("nr", "nrfg") or len(name) != 3 or name[0] not in _SURNAMES:
        return False
    return max(words.get(name[:2]).frequency, words.get(name[1:]).frequency) < _KNOWN


def places(clip: str) -> int:
    """How many different places are named in it."""
    return len(set(_PLACE.findall(clip)))
