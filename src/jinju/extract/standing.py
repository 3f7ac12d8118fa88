"""Whether a clip reads alone: no dangling pronoun, no half of a paired frame, no unbalanced quotation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinju.extract.paired import left_behind, left_open

if TYPE_CHECKING:
    from collections.abc import Mapping

_PAIRS = (("“", "”"), ("‘", "’"), ("《", "》"), ("（", "）"), ("(", ")"), ("「", "」"), ("『", "』"))

_DANGLING = re.compile(
    r"^(这|那|它|他(?!人|山|乡|日)|她|其(?!身|实|志)|此(?!心)|该|前者|后者|上述|同样|对此|为此|与此|如此|由此|就此|以此|据此|也|还(?!原|清)|又|更(?!新|迭|替)"
    r"|却|则|便(?!民|利|捷)|便是|就(?!业|地|近|读|医|职|任)|才(?!能力|能者|华|干|智|思|学|识|俊)|都(?!市|城)"
    r"|而(?!是|立)|并(?!非|肩|驾|举|重|轨|联)|且|或(?!许)|及(?!时|早|格)|以及|从而|进而|否则|不然|甚至|尤其|特别是|包括|比如|例如|譬如|诸如|其中|有的|有人|一方面|另一方面"
    r"|总(?!书记|体|之|的|结|理|统|要|开关)|一直|往往|正在|已经|再到|到[^，。；]{2,20}，再到|方[能可得会才]|逐渐|日益|几乎|也许|可是|认为|以为|觉得|指出|强调|表示|提出|写道|回答|证明|要求(?!真)|首先|其次|再次|最后(?!一)|第[一二三四五六七八九十]|[一二三四五六七八九十]是|而是|但(?!愿|求)"
    r"|可(?!持续|能|以|谓|靠|爱|贵|敬|信|怕|行|再生|歌)|然而|不过|只是|于是|所以|因此|因而"
    r"|(?:使|让|令|把|将|给|对|被)(?:之|其|它|他们|她|此)|背后[是有的]|总之|可见|换言之|与其说|的|地(?!方|球|位|区|域|理|利|基|道)|得(?!道|民|人|众|失|天|其)|着(?!力|眼|手|重|实|急)|了(?!解|结|却|然|悟|断)|过(?!度|快|慢|去|往|多|分|犹|硬|剩|紧|客|程)|们|所(?!谓|有|向))"
)
"""Openings that lean on what came before. Some are trimmed off below, the rest refuse the clip."""

_TWICE = ("有的", "有人", "一方面")
_TRIM = re.compile(
    r"^([—–…·•◆★■▲]+|(?:\d{1,3}|[一二三四五六七八九十]{1,2})[、.．](?![\d一二三四五六七八九十])|[（(][一二三四五六七八九十\d]{1,2}[)）]|[①-⑳]|(?:有)?鉴于此|基于此|因此|所以(?!然)|因而|总之|可见(?!一|光|度)|由此可见|换言之|换句话说|然而|但是|不过(?!分|度|于|问|去|是)|于是(?!非)|为此|对此|同时(?!代|期|刻|间)|此外|另外|当然(?!之|的)|其实(?!难)|事实上|实际上"
    r"|显然|的确|诚然|首先|其次|再次|最后(?!一|关|的|阶)|一方面|另一方面|也就是说|归根结底|归根到底|总而言之|综上所述|毋庸置疑|毫无疑问|不可否认"
    r"|众所周知|俗话说|常言道|正因如此|正因为如此|只是|但(?!是|愿|求|凡|丁)|而(?!是|且|言|立|今|已)|故(?!意|事|乡|宫|土|国|人|里|居|障|园|都|旧|地|交|友|步)|况且|何况|更何况|进一步说|具体来说|一言以蔽之)[，,：:]?"
    r"|^(?:让[^，。]{1,8}的是|值得[^，。]{1,8}的是|为(?:了|做到|实现|确保|保证|推动|促进|解决|达到|防止|避免)[^，。]{2,16}(?=，让)|更[^，。]{1,6}的是|(?:我们)?(?:还|也)?(?:要|应该|应当|必须)?(?:看到|认识到)|(?:实践|历史|事实)[^，。]{0,10}证明|(?![^，。；：]{0,20}(?:没|不|未|无|谁|别|莫|勿|如果|若|假如|倘|只有|难道|曾))[^，。；：]{1,20}(?:启示|告诉|提醒|告诫|警示)着?(?:我们|人们|世人|大家)(?=[，：](?!如何|怎样|怎么|什么|为什么|为何|谁|哪))|俗话[说讲]|古人[说云曰]|记住|我(?:经常|常常|常|一直|多次|曾)?(?:讲|说|强调)(?:过)?|我?(?:要|想|还要)强调的是)[，：](?!“)"
    r"|^(?:[^，。；：“”]{1,6}[时中上]，)?[^，。；：“”]{2,14}(?:指出|强调|表示|认为|写道|(?<![有的么光只])(?:说|提出|要求))[，：](?!“)"
)
"""Connectives that may be dropped at the edge: nothing is lost without them."""

_CLOSERS = re.compile(
    r"^(而且|并且|而是|才能|方能|才会|方可|不如|也不|那么|却|更要|又要|还要|也要|就会|就能|便会|便能|更是|也是|又是|还是|就是|才是|方得"
    r"|都要|都会|都能|都是|都有|均|皆|使|让|令|导致|致使|造成)"
)
_LOOSE_END = re.compile(
    r"(：|:|——|—|、|，|,|；|;|的|和|与|及|或|是|在|把|被|对|从|以|为|向|于|等|指出|强调|认为|说|表示|即|如|像|一道|之际|之时|的同时|以来|过程中|然而|但是|不过|因此|所以|因而|同时|此外|另外|于是|从而|可见|例如|比如)$"
)
_LOOSEST = 4
"""Its longest alternative and a line break."""
_OPEN_END = re.compile(
    r"(?:^|[，；。：])(?:然而|但是|但|可是)?[，]?(?:当(?!代|今|家|之)|如果|若(?!干)|只要|虽然|尽管|即使|即便|因为|由于|随着|为了|面对|除了|对于|关于|通过|根据|作为|本着|怀着|抱着|秉着|带着|鉴于|按照|依照)"
    r"[^，；。]*$"
    r"|(?:^|[，；。：])在[^，；。]{1,20}(?:中|下|时|后|上|里|前|之际|方面)$"
    r"|(?:^|[，；。])[^，；。]{1,6}(?:中|之际|之时|时期|以后|之后|以来)$"
    r"|(?:^|[，；。])[^，；。]{0,4}(?:按照|根据|本着)[^，；。]*的(?:总?要求|原则|精神|方针|思路)$"
    r"|让[^，；。]{1,8}(?:们|者|人|群众|百姓)$"
    r"|(?:将|把)[^，；。]{1,10}(?:与|和)[^，；。]{1,6}$"
    r"|(?:^|[，；。：])以[^，；。]{2,30}的(?:勇气|决心|姿态|精神|态度|担当|魄力|毅力|劲头|韧劲|定力|信心|情怀|作风|胸怀|智慧|力度|方式)$"
    r"|^(?:任何|一切|所有)(?:[^，。；是就都必将不]|是非|不[良法正])*的[^，。；的]{1,4}$"
)
"""A clause that only leads on to the next."""
_ANAPHORA = re.compile(
    r"(这(?!样那样|边那边)|那(?=个|种|些|样|一|位|里|时)|该(?=[县市省区校院公项])|上述|他们|她们|它们|他(?!人|山|日|乡)|她|它"
    r"|其(?!他|实|中|余|乐)|如此|二者|两者|前者|后者)"
)
_PREDICATE_ONLY = re.compile(
    r"^(\w{1,2}了|是|成为|为(?!了|政|民|人|官|学)|无不|饱含|折射|反映|体现|说明|彰显|意味着|表明|导致|引发|引起|造成|从而|进而|以此|使得|令人|让人|被|给|跟|和|与(?!其|时)|同(?!心|舟)"
    r"|时|后|中|里|上|下|内|外|之|等|则|而|便|都|也|就|才|吗|呢|吧)"
)
_SUBJECTLESS = re.compile(
    r"使(?!命|者|劲|用)|令(?!人|行禁止|出[必惟唯]|之以)|导致|致使|造成|始终|仍|早已|早就|从来|表现[为在]|体现[为在]"
)
"""Openings in mid-sentence whose subject stands before them."""
_ALSO = re.compile(r"[^，。；“”]{1,6}也(?:让|使|令)")
"""One more thing of a kind named before: 检查多也让人疲于应付."""
_BACKGROUND = re.compile(
    r"^(近年来|近来|近日|日前|如今|目前|当前|当下|据|根据|随着|面对|当(?!代|今|作|家|好|先|以)|例如|比如|譬如|正如|看过|曾经|有一次"
    r"|记得|去年|今年|昨天|今天|\d)"
)
_NARRATIVE = re.compile(
    r"(女士|先生|民警|警方|妈妈|爸爸|爷爷|奶奶|叔叔|阿姨|老[王李张刘陈杨赵黄周吴]|小[王李张刘陈明红刚]|说道|笑着|哭着|只见|那天|那年"
    r"|我(?!们|国|党|军|省|市|县|区|院|校))"
)
_THEN = re.compile(r"[^，]{0,8}(?:后|以后|之后|时分|许)，")
"""The head of a story."""
PRESCRIPTIVE = re.compile(
    r"(要(?!求|素|点|么|是)|必须|应当|应该|务必|坚持|坚定|推动|推进|实现|加强|弘扬|践行|才能|方能|才会|方可|唯有|只有|不能|不可|必将|必然|离不开"
    r"|没有[^，。]{1,12}(?:就|便)|既|不仅|不是|而是|让|以[^，。]{1,8}为|是[^，。]{2,}的|在于|意味着|就是|无不|越|则|与其|宁可|愿|勿|莫)"
)
"""Signs of argument: demand, condition, contrast, judgement. Plain telling has none of them."""
_ONLY_BY = re.compile(r"^(通过|基于|为了|根据|按照|围绕|本着|作为|对于|关于|由于|随着|面对|经过)[^，；]*$")
_ADVERBIAL = re.compile(r"^(通过|基于|为了|根据|按照|围绕|本着|作为|对于|关于|由于|在|以)[^，；]*$")
"""A clip of one clause that begins so is an adverbial without its sentence."""
META = re.compile(
    r"(考生|申论|作文题|给定(?:资料|材料)|中公|华图|备考|真题|题干|命题|小编|点击|扫码|公众号|本报|记者|新华社|通讯员|图为|责任编辑|出席|列席|致[词辞]|主持(?:会议|召开)|开幕[会式]|电视电话会议|座谈会|重要指示|重要批示|强烈反响|纷纷表示|备受鼓舞|在京(?:召开|举行)|致以[^，]{0,6}(?:问候|祝贺|敬意)|热烈祝贺|评分|阅卷|划线句子)"
)
_QUOTED = re.compile(r"“[^“”]+”[。！？]?")
_DIGIT = re.compile(r"\d")
_DATED = re.compile(
    r"公元前?\s*\d+\s*(?:年|世纪)?|\d{4}\s*年|(?<!\d)(?:1\d|20|\d)\s*世纪|\d+月\d+日"
    r"|\d[\d,.]*\s*(?:万|亿|％|%|公里|元|人|个|名|家|次)"
)


_EARLY = 10
"""Code points within which a pronoun points back beyond the clip."""
_MOST_DATES = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """How a clip stands: code points to trim at its start, and by name what still makes it loose."""

    trim: int
    loose: Mapping[str, float]


def standing(text: str, *, at_start: bool, before: str = "", ends: bool = True) -> Standing | None:
    """How `text` stands alone, None where it does not.

    `at_start`: it begins a sentence; `before` is what precedes it in its sentence; `ends`: it ends one.
    """
    trim = 0
    while match := _TRIM.match(text[trim:]):
        if not match.end():
            break
        trim += match.end()
    clip = text[trim:]
    if not clip or not _balanced(clip) or _leans(clip, at_start=at_start):
        return None
    if _QUOTED.fullmatch(clip):
        return Standing(trim, {})
    bare = clip.rstrip("。！？!?…”’")
    if _LOOSE_END.search(bare[-_LOOSEST:]) and not (ends and clip[-1] in "。！？"):
        return None
    if not ends and _OPEN_END.search(bare):
        return None
    if (before and left_behind(clip, before)) or left_open(clip, whole=at_start and ends):
        return None
    return Standing(trim, _looseness(clip, at_start=at_start))


def connective(text: str) -> int:
    """How many characters at the start of `text` only lead over from what stands before it."""
    found = _TRIM.match(text)
    return found.end() if found else 0


def _leans(clip: str, *, at_start: bool) -> bool:
    """Whether the opening leans on what came before; 有人…有人… does not."""
    found = _DANGLING.match(clip)
    if found and not (found[0] in _TWICE and clip.count(found[0]) > 1):
        return True
    if _ALSO.match(clip):
        return True
    alone = not at_start and (
        _SUBJECTLESS.match(clip) or (_PREDICATE_ONLY.match(clip) and not _CLOSERS.match(clip))
    )
    return bool(alone or _ONLY_BY.match(clip.rstrip("。！？!?…")))


def _looseness(clip: str, *, at_start: bool) -> dict[str, float]:
    """What speaks against a clip that stands, by name."""
    found: dict[str, float] = {} if at_start else {"middle": 1.0}
    anaphora = _ANAPHORA.search(clip)
    if anaphora:
        found["points-early" if anaphora.start() < _EARLY else "points"] = 1.0
    if _PREDICATE_ONLY.match(clip):
        found["predicate"] = 1.0
    closer = _CLOSERS.match(clip)
    if closer:
        found["closes"] = found[f"closes-{closer[0]}"] = 1.0
    if _BACKGROUND.match(clip):
        found["background"] = 1.0
    if _ADVERBIAL.match(clip.rstrip("。！？!?…")):
        found["adverbial"] = 1.0
    if _NARRATIVE.search(clip) or _THEN.match(clip):
        found["narrates"] = 1.0
    dates = len(_DATED.findall(clip)) if _DIGIT.search(clip) else 0
    if dates:
        found["dated"] = float(min(_MOST_DATES, dates))
    return found


def _balanced(text: str) -> bool:
    for left, right in _PAIRS:
        count = text.count(left)
        if count != text.count(right):
            return False
        if not count:
            continue
        depth = 0
        for character in text:
            depth += (character == left) - (character == right)
            if depth < 0:
                return False
    return True
