"""What ties a clip to one case, one day or one mouth: the more of it, the more merit the clip must show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinju.extract.standing import META, PRESCRIPTIVE

if TYPE_CHECKING:
    from jinju.model.lexicon import Token, Words

_FIGURE: Final = re.compile(r"\d+(?![+])")
_TITLE: Final = re.compile(r"《[^》]+》")
_SPEECH: Final = re.compile(r"(?:说|道|问|答|表示|认为|指出|强调|写道|喊)[：:，,]\s*“")
_EVENT: Final = re.compile(
    r"后来|那天|那时|当时|有一[次天个位]|曾经|曾[^国祖]|一位|一名|这位|于是|终于|不料|没想到|此刻|刚才|昨|去年|今年|日前|近日|近年|一度|至今|截至|据统计|数据显示|开展了|召开|举行|隆重"
)
_PERSON: Final = re.compile(
    r"我(?!们|国|党|军|省|市|县|区|院|校)|[他她](?!人|山|日|乡)|先生|女士|同学|同志|爷爷|奶奶|妈妈|爸爸|老[王李张刘陈]|小[王李张刘陈明]"
)
_CASE: Final = re.compile(
    r"疫情|疫病|抗疫|新冠|防汛|汛情|地震|世博会|奥运|冬奥|冬残奥|亚运|两会|本次|此次|这次|党的十[六七八九]大|二十大|主题教育|十[一二三四五六七八九]届|“十[一二三四五]五”|[一二三四五六七八九]中全会"
)
_POINTING: Final = re.compile(r"这么|那么|这样|那样|这些|那些|这种|那种|这一|那一")
_SAID_MORE: Final = re.compile(r"”[，、](?:认为|强调|指出|并|提出|明确)")
_PAST: Final = re.compile(r"(?<![为除到极受罢不])了(?![解然却])")
_FAULT: Final = re.compile(
    r"的的|了了|是是|，，|。。|、、|，。|[，、；]$|^[，。；、]|[a-zA-Z]{4,}|\ufffd|[（(]$|、等[^，。]{0,4}(?:网站|企业|公司)"
)
_TOLD: Final = re.compile(
    r"[”」』](?:的|这)?[^，。]{0,6}(?:故事|典故|诗句|这句话|这首诗|口号|警[词句]|成语|俗语|形式出现)|这句|这首|专栏|栏目|系列报道"
)
_STUB: Final = re.compile(r"^(?!首先|其次|如今|今天|当前|未来|同志|是的|人民|其实)[^，。；、：]{1,2}，")
_LIST: Final = re.compile(r"(?:[^，。；：、“”]{2,8}、){4,}")
_SURNAMES: Final = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费岑薛雷贺倪汤滕"
    "殷罗毕郝邬安常乐于傅卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄米贝臧伏成戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路娄江童颜郭梅林刁钟徐邱骆高夏"
    "蔡田樊胡凌霍虞万支柯管卢莫房裘解应宗丁宣邓洪包左石崔吉龚程邢裴陆荣翁荀曲靳段侯蓬全班仲宁甘厉武符刘景龙叶司黎白温庄晏瞿阎连习艾向古易廖聂曾关游"
)
_PLACE: Final = re.compile(
    r"(?<!大中小)(?:北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃"
    r"|青海|广西|西藏|宁夏|新疆|香港|澳门|台湾|美国|英国|法国|德国|俄罗斯|日本|韩国|印度|欧洲|非洲|美洲|广州|深圳|杭州|南京|武汉|成都|西安"
    r"|伦敦|纽约|巴黎|莫斯科|[^，。的大城都州]{2}(?<!大中|大型|特大|现代|宜居)[省县镇])"
)
_KNOWN: Final = 300


def is_name(token: Token, words: Words) -> bool:
    """Whether the word is a person's full name: 安全观 and 高水平 carry the same tag."""
    name = token.text
    if token.tag == "nrt" or "·" in name:
        return len(name) > 2
    if token.tag not in ("nr", "nrfg") or len(name) != 3 or name[0] not in _SURNAMES:
        return False
    return max(words.get(name[:2]).frequency, words.get(name[1:]).frequency) < _KNOWN


def burden(clip: str, names: int) -> float | None:
    """What the clip's merits must come to beyond the article's bar; None where it is no clip at all.

    `names` counts the people named in it.
    """
    if _FAULT.search(clip) or _STUB.match(clip):
        return None
    weight = 0.35 * min(3, len(_FIGURE.findall(clip)))
    weight += 0.35 * bool(_TITLE.search(clip))
    weight += 0.5 * bool(_SPEECH.search(clip))
    weight += 0.5 * bool(_EVENT.search(clip))
    weight += 0.5 * bool(_PERSON.search(clip))
    weight += 0.6 * bool(_TOLD.search(clip))
    weight += 1.0 * bool(META.search(clip))
    argues = PRESCRIPTIVE.search(clip)
    weight += 0.35 * bool(_CASE.search(clip)) + 0.3 * bool(_POINTING.search(clip))
    weight += 0.4 * bool(_SAID_MORE.search(clip))
    weight += (0.15 if argues else 0.45) * min(2, len(_PAST.findall(clip)))
    weight += 0.35 * min(2, names + len(set(_PLACE.findall(clip))))
    if _LIST.search(clip):
        weight += 0.25
    if clip[-1] in "？?":
        weight += 0.3
    return weight
