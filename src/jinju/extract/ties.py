"""What ties a clip to one case, one day or one mouth."""

from __future__ import annotations

import re
from typing import Final

from jinju.extract.names import places
from jinju.extract.sieve import sieve
from jinju.extract.standing import META, PRESCRIPTIVE

_TIES: Final = (
    ("title", re.compile(r"《[^》]+》")),
    ("speech", re.compile(r"(?:说|道|问|答|表示|认为|指出|强调|写道|喊)[：:，,]\s*“")),
    (
        "then",
        re.compile(
            r"后来|那天|那时|当时|有一[次天个位]|曾经|曾[^国祖]|一位|一名|这位|于是|终于|不料|没想到|此刻|刚才|昨|去年|今年|日前|近日|近年"
            r"|一度|至今|截至|据统计|数据显示|开展了|召开|举行|隆重"
        ),
    ),
    (
        "person",
        re.compile(
            r"我(?!们|国|党|军|省|市|县|区|院|校)|[他她](?!人|山|日|乡)|先生|女士|同学|同志|爷爷|奶奶|妈妈|爸爸|老[王李张刘陈]|小[王李张刘陈明]"
        ),
    ),
    (
        "event",
        re.compile(
            r"疫情|疫病|抗疫|新冠|防汛|汛情|地震|世博会|奥运|冬奥|冬残奥|亚运|两会|本次|此次|这次|党的十[六七八九]大|二十大|主题教育"
            r"|十[一二三四五六七八九]届|“十[一二三四五]五”|[一二三四五六七八九]中全会"
        ),
    ),
    ("degree", re.compile(r"这么|那么")),
    ("this", re.compile(r"这样|那样|这些|那些|这种|那种|这一|那一")),
    ("reported", re.compile(r"”[，、](?:认为|强调|指出|并|提出|明确)")),
    (
        "of-quotation",
        re.compile(
            r"[”」』](?:的|这)?[^，。]{0,6}(?:句子|名言|道理|故事|典故|诗句|这句话|这首诗|口号|警[词句]|成语|俗语|形式出现)"
            r"|这句|这首|专栏|栏目|系列报道"
        ),
    ),
    ("exams", META),
    (
        "wish",
        re.compile(
            r"祝(?:愿|[大各你您同]|福[大各你您])|敬祝|谨祝|恭祝|衷心祝|前程似锦|身体健康|新年快乐|阖家|万事如意|谢谢大家"
        ),
    ),
)
"""Titles, talk, events, people, dated matters, pointing back, talk of a quotation."""
_FIGURE: Final = re.compile(r"\d+(?![+])")
_PAST: Final = re.compile(r"(?<![为除到极受罢不])了(?![解然却])")
_PRESENT: Final = sieve(_TIES)
_TURN: Final = re.compile(r"[^，。；]{2,8}却")
_ASKS: Final = ("？", "?")
_LIST: Final = re.compile(r"(?:[^，。；：、“”]{2,8}、){4,}")
_FEWEST: Final = 4
"""“、” in a list."""
_DIGIT: Final = re.compile(r"\d")
_FAULT: Final = re.compile(
    r"的的|了了|是是|到到|从从|把把|被被|与与|，[”’]|、[”’]|，，|。。|、、|，。|[【】]|[。！？]”?[（(][^）)]{1,12}[）)].|[a-zA-Z]{4,}|病有所[^医疗救]|（[^（）]*(?:排比|比喻|引用|论[点据证]|过渡(?!期)|例证|设问|反问)[^（）]*）|\ufffd|、等[^，。]{0,4}(?:网站|企业|公司)"
)
_FAULTY_END: Final = re.compile(
    r"[，、；（(]$|，等等。?$|”[^，。“”]{1,10}(?:表示|说|说道|坦言|介绍|指出|强调|认为)。$"
)
_TAIL: Final = 16
_FAULTY_HEADS: Final = tuple("，。；、")
_QUOTED_ROW: Final = re.compile(r"(?:“[^“”]+”[、，和与]?){2,}[。！？]?")
_STUB: Final = re.compile(
    r"^(?!首先|其次|如今|今天|当前|未来|同志|是的|人民|其实)[^，。；、：]{1,2}，(?!是|乃|就|即|以|贵|重在|必|不)"
)
_RUN_ON: Final = re.compile(
    r"“[^“”]*，[^“”]*[^，。！？…“”]”"
    r"(?![的地得之这那此其该一等式类般样是为和与及或并而也都就便才又还却既以于在里中上下成作变让使令把被已曾将即若则"
    r"说道问讲告启提正恰所不无有犹如两三四五六七八九十揭体彰诠强反映表昭印证蕴折凝写描绝仍依值需应能可难掷早深永尽虽因从到对向给"
    r"被没未只常更最再同当要必须会来去出起传流唱响])"
    r"(?!精神|思想|理念|战略|方针|情怀|原则|要求|目标|口号|现象|问题|心态|模式|工程|行动|机制|制度|体系|格局|价值|意识|做法"
    r"|方式|政策|观念|态度|作风|境界|胸怀|局面|状态|标准|道路|追求|担当|品格|思维|传统|倡议|主张|论断|古训|名言|警句|诗句)"
    r"[^\W\d_]"
)
"""A cited line and a sentence with nothing between them: “民惟邦本，本固邦宁”民生连着民心."""
_MOST_FIGURES, _MOST_NAMES, _MOST_PAST = 3, 2, 2


def faulty(clip: str) -> bool:
    """Whether the clip cannot stand on a card: slips in its marks, a stub at its head, mere quotations."""
    edges = clip.startswith(_FAULTY_HEADS) or _FAULTY_END.search(clip[-_TAIL:]) or _QUOTED_ROW.fullmatch(clip)
    return bool(edges or _FAULT.search(clip) or _STUB.match(clip) or _RUN_ON.match(clip))


def ties(clip: str, names: int, slips: int, around: str = "") -> dict[str, float]:
    """What ties the clip to its case, by name, with how often.

    `names` counts the people named in it, `slips` the words in it that nobody else writes; `around` is the
    sentence, or the sentences, of which the clip is a part.
    """
    found = {name: 1.0 for name, tie in _PRESENT(around or clip) if tie.search(clip)}
    if clip.endswith(_ASKS):
        found["asks"] = 1.0
    if _TURN.match(clip):
        found["turn"] = 1.0
    if clip.count("、") >= _FEWEST and _LIST.search(clip):
        found["list"] = 1.0
    told = min(_MOST_PAST, len(_PAST.findall(clip)))
    argues = bool(PRESCRIPTIVE.search(clip))
    counted = {
        "figures": min(_MOST_FIGURES, len(_FIGURE.findall(clip))) if _DIGIT.search(clip) else 0,
        "names": min(_MOST_NAMES, names + places(clip)),
        "slips": slips,
        "past": told,
        "past-argued": told * argues,
        "argues": argues,
    }
    return found | {name: float(count) for name, count in counted.items() if count}
