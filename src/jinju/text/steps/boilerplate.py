"""Lines that belong to the page, not to the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinju.text.characters import HAN
from jinju.text.edits import Edit

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_LONGEST = 160
"""A longer line is prose."""

_ALWAYS: Final = re.compile(
    r"""
      ICP\s*[备備证證]|公网安备|公安备案|备案号|版权所有|版權所有|著作权所有|[Aa]ll\s+[Rr]ights\s+[Rr]eserved
    | ^\W*(?:Copyright|©)|经营许可证|增值电信|网络视听许可证|互联网新闻信息服务
    | ^\W*(?:责任编辑|责编|本文编辑|网络编辑|实习编辑|编辑|校对|审核|值班编委|监制|排版|美编|统筹|终审)\s*[:：丨|/]
    | ^[\[【(（]\s*(?:责任编辑|责编|编辑|打印|关闭)[^\n]{0,20}[\]】)）]$
    | ^\W*(?:上一[篇页章条]|下一[篇页章条]|上篇|下篇|前一篇|后一篇)\s*[:：>»]
    | ^\W*(?:上一[篇页章条]|下一[篇页章条]|返回列表|返回首页|返回顶部|回到顶部|加入收藏|设为首页)(?:\s+\S{2,6})*\W*$
    | ^\W*(?:相关阅读|相关文章|相关新闻|相关链接|相关推荐|推荐阅读|延伸阅读|热门文章|热门推荐|猜你喜欢|更多精彩|点击排行|最新文章)\s*[:：>]?\W*$
    | ^\W*字[号体]\s*[:：]|^(?:大\s+中\s+小|打印本页|关闭窗口|我要打印|收藏本文)
    | ^\W*(?:来源|稿源|文章来源|信息来源|资料来源|图片来源|本文来源)\s*[:：]\s*\S{0,40}(?:\s{1,}\S.{0,90})?$
    | ^\W*(?:作者|发布时间|发布日期|发布人|更新时间|浏览次数|浏览量|浏览|阅读量|阅读次数|阅读|点击数|点击率|点击|人气|访问量)\s*[:：]\s*[\w\-/:. ]{1,30}(?:\s+\S{1,10}\s*[:：].{0,90})?$
    | ^\W*(?:扫一扫|扫码|扫描(?:上方|下方)?二维码|长按(?:识别)?二维码|微信扫|分享到|分享至|转发到)
    | (?:关注|添加)\S{0,12}(?:公众号|微信号|官方微信|官方微博)\W{0,3}$|微信公众号\s*[:：]|公众号\s*[:：]\s*\S+$
    | ^\W*(?:点击|戳|请点击)\S{0,14}(?:阅读原文|查看更多|关注|下载)\W*$|^\W*阅读原文\W*$
    | ^\W*(?:地址|公司地址|联系地址|通讯地址|办公地址|电话|联系电话|咨询电话|咨询热线|服务热线|客服电话|举报电话|报名电话|传真|邮编|邮政编码|邮箱|电子邮箱|客服QQ|QQ群|E-?mail)\s*[:：]\s*\S
    | ^\W*(?:免责声明|版权声明|转载声明|特别声明|郑重声明)\s*[:：]|^\W*声明\s*[:：].*(?:转载|版权|本站|本网)
    | (?:未经\S{0,10}(?:授权|许可|同意))\S{0,12}(?:禁止|不得|严禁)
    | ^\W*(?:首页|主页|您(?:现)?(?:当前)?(?:所)?在(?:的)?位置|当前位置|你的位置)\s*[:：>»/|]
    | ^\W*第?\s*\d{1,4}\s*(?:页|/\s*\d{1,4})\s*(?:页)?(?:[,，/]?\s*共\s*\d{1,4}\s*页)?\W*$|^共\s*\d{1,4}\s*页\W*$|^\W*[-—–]+\s*\d{1,4}\s*[-—–]+\W*$
    | ^\W*(?:广告|赞助商|ADVERTISEMENT|Advertisement)\W*$|^\W*(?:工信部备案|技术支持|主办单位|承办单位|建议使用)\s*[:：]
    | ^(?:本站|本网|本公众号)\S{0,20}(?:转载|版权|侵权|声明)
    | ^更多\S{0,30}(?:请见|请关注|请点击|尽在|请登录|请查看)\S{0,20}\W*$
    """,
    re.VERBOSE,
)
_MENU: Final = re.compile(
    rf"^\W*[{HAN}A-Za-z0-9]{{1,12}}(?:\s*[>»›|｜·/]\s*[{HAN}A-Za-z0-9]{{1,14}}){{2,}}\s*[>»›|｜]?$"
)
_EMPTY: Final = re.compile(r"^[\s|｜_=*#~+\-—–─━•·.>»]+$")
_ONLY_ARROWS: Final = re.compile(r"^[\s>»›|｜]+$")
_OWNER: Final = re.compile(rf"([{HAN}]{{2,12}})\s*版权所有|版权所有\s*[:：©]?\s*([{HAN}]{{2,12}})")
_CALLS: Final = re.compile("您|欢迎|关注|收藏|订阅|点赞|转发|扫码|咨询|报名|客服")
_PROSE_END: Final = re.compile("[。；，、][”’」』）)]?$")


def drop_boilerplate(text: str, _: Tools) -> list[Edit]:
    """Source and editor lines, menus, addresses, notices and page numbers away, wherever they stand.

    Short calls and slogans go only where they stand beside such lines at the end of the text.
    """
    lines = _lines(text)
    certain = [i for i, (start, end) in enumerate(lines) if _certain(text[start:end].strip())]
    slogans = _slogans(text, lines, certain)
    edits = [_dropped(text, lines, i, 0.97) for i in certain]
    edits += [_dropped(text, lines, i, 0.85) for i in slogans]
    return edits


def _lines(text: str) -> list[tuple[int, int]]:
    lines = []
    at = 0
    for line in text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    return lines


def _certain(line: str) -> bool:
    if not line or len(line) > _LONGEST:
        return False
    if _EMPTY.match(line):
        return line[0] in "|｜>»" or len(line) > 2
    return _ALWAYS.search(line) is not None or _MENU.match(line) is not None


def _slogans(text: str, lines: list[tuple[int, int]], certain: list[int]) -> list[int]:
    """Weak lines that lie within or directly before the page's foot."""
    known = set(certain)
    owner = next((m[1] or m[2] for i in certain if (m := _OWNER.search(text[slice(*lines[i])]))), "")
    found = []
    strong = 0
    for i in range(len(lines) - 1, -1, -1):
        line = text[slice(*lines[i])].strip()
        if not line:
            continue
        if i in known:
            strong += 1
        elif strong >= 2 and len(line) <= 24 and not _PROSE_END.search(line) and _weak(line, owner):
            found.append(i)
        else:
            break
    return found


def _weak(line: str, owner: str) -> bool:
    return bool(_CALLS.search(line)) or (len(owner) > 2 and line.startswith(owner[:2]))


def _dropped(text: str, lines: list[tuple[int, int]], index: int, confidence: float) -> Edit:
    start, end = lines[index]
    return Edit(start, min(end + 1, len(text)), "", "boilerplate", confidence)
