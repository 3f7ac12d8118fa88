"""What lines of a page look like that belong to no article, as a visible list of (name, pattern)."""

from __future__ import annotations

import re
from typing import Final


def _words(words: str) -> str:
    return "(?:" + "|".join(words.split()) + ")"


_EDITORS = _words("责任编辑 责编 本文编辑 网络编辑 实习编辑 编辑 校对 审核 值班编委 监制 排版 美编 统筹 终审")
_SOURCES = _words("来源 稿源 文章来源 信息来源 资料来源 图片来源 本文来源 原文来源")
_FIELDS = _words(
    "作者 发布时间 发布日期 发布人 更新时间 "
    "浏览次数 浏览量 浏览 阅读量 阅读次数 阅读 点击数 点击率 点击 人气 访问量"
)
_CONTACTS = _words(
    "地址 公司地址 联系地址 通讯地址 办公地址 电话 联系电话 咨询电话 咨询热线 服务热线 客服电话 "
    "举报电话 报名电话 传真 邮编 邮政编码 邮箱 电子邮箱 客服QQ QQ群 E-?mail"
)
_NEIGHBOURS = _words("上一[篇页章条] 下一[篇页章条] 上篇 下篇 前一篇 后一篇")
_BUTTONS = _words(
    "上一[篇页章条] 下一[篇页章条] 返回列表 返回首页 返回顶部 回到顶部 加入收藏 设为首页 "
    "打印本页 关闭窗口 我要打印 收藏本文 阅读原文 查看原文 查看全文 展开全文"
)
_LISTS = _words(
    "相关阅读 相关文章 相关新闻 相关链接 相关推荐 相关报道 推荐阅读 延伸阅读 热门文章 热门推荐 "
    "猜你喜欢 更多精彩 点击排行 最新文章 精彩推荐"
)

PATTERNS: Final[tuple[tuple[str, str], ...]] = (
    ("licence", r"ICP\s*[备证證]|公网安备|公安备案|备案号|经营许可证|增值电信|视听许可证|新闻信息服务许可"),
    ("copyright", r"版权所有|版權所有|著作权所有|[Aa]ll\s+[Rr]ights\s+[Rr]eserved|^\W*(?:Copyright\b|©)"),
    ("editor", rf"^\W*{_EDITORS}\s*[:：丨|/]"),
    ("in brackets", r"^[\[【(（]\s*(?:责任编辑|责编|编辑|打印|关闭)[^\n]{0,20}[\]】)）]$"),
    ("neighbour", rf"^\W*{_NEIGHBOURS}\s*[:：>»]"),
    ("button", rf"^\W*{_BUTTONS}(?:\s+\S{{2,6}})*\W*$"),
    ("list of links", rf"^\W*{_LISTS}\s*[:：>]?\W*$"),
    ("letter size", r"^\W*字[号体]\s*[:：]|^大\s+中\s+小\b"),
    ("source", rf"^\W*{_SOURCES}\s*[:：丨|]\s*\S{{0,40}}(?:\s+\S.{{0,90}})?$"),
    ("field", rf"^\W*{_FIELDS}\s*[:：]\s*[\w\-/:. ]{{1,30}}(?:\s+\S{{1,10}}\s*[:：].{{0,90}})?$"),
    ("share", r"^\W*(?:扫一扫|扫码|扫描(?:上方|下方)?二维码|长按(?:识别)?二维码|微信扫|分享[到至]|转发到)"),
    ("follow", r"(?:关注|添加)\S{0,12}(?:公众号|微信号|官方微信|官方微博)\W{0,3}$|公众号\s*[:：]\s*\S+$"),
    ("tap", r"^\W*(?:点击|戳|请点击)\S{0,14}(?:阅读原文|查看更多|关注|下载)\W*$"),
    ("contact", rf"^\W*{_CONTACTS}\s*[:：]\s*\S"),
    ("notice", r"^\W*(?:免责声明|版权声明|转载声明|特别声明|郑重声明)\s*[:：]"),
    ("our rights", r"^\W*声明\s*[:：].*(?:转载|版权|本[站网])|^本(?:站|网|公众号)\S{0,20}(?:转载|版权|侵权)"),
    ("permission", r"未经\S{0,9}(?:授权|许可|同意)\S{0,9}[禁不严][止得禁]\S{0,9}(?:转载|使用|复制|摘编)"),
    ("position", r"^\W*(?:首页|主页|(?:您|你)?(?:现在)?(?:当前)?(?:所在)?(?:的)?位置)\s*[:：>»/|]"),
    ("page number", r"^\W*第\s*\d{1,4}\s*页(?:\W*共\s*\d{1,4}\s*页)?\W*$|^\W*共\s*\d{1,4}\s*页\W*$"),
    ("page of pages", r"^\W*\d{1,4}\s*/\s*\d{1,4}\W*$"),
    ("page mark", r"^\W*[-—–]+\s*\d{1,4}\s*[-—–]+\W*$|^Page\s+\d{1,4}(?:\s+of\s+\d{1,4})?$"),
    ("advertisement", r"^\W*(?:广告|赞助商|推广|ADVERTISEMENT|Advertisement)\W*$"),
    ("WeChat", r"^\W*(?:点击上方|点[亮个].{0,4}在看|喜欢此内容的人还喜欢|预览时标签不可点|收录于)"),
    ("WeChat counts", r"^\W*(?:阅读\s*\d[\d.万+]*|原创\s+\S+)$"),
    ("end mark", r"^\W*(?:END|The End|THE END|完|全文完)\W*$"),
    ("operator", r"^\W*(?:工信部备案|技术支持|主办单位|承办单位|建议使用)\s*[:：]"),
    ("more", r"^更多\S{0,30}(?:请见|请关注|请点击|尽在|请登录|请查看)\S{0,20}\W*$"),
    ("menu", r"^\W*[^\W_]{1,12}(?:\s*[>»›|｜]\s*[^\W_]{1,14}){2,}\s*[>»›|｜]?$"),
    ("arrows", r"^[|｜>»›\s]+$"),
    ("rule", r"^[\s_=*#~+\-—–─━]{3,}$"),
)  # fmt: skip

_ANY: Final = re.compile("|".join(f"(?:{pattern})" for _, pattern in PATTERNS))
_LINKS: Final = re.compile(dict(PATTERNS)["list of links"])
_LONGEST: Final = 160


def is_furniture(line: str) -> bool:
    """Whether a line, without white space around it, is part of the page and not of its article."""
    return 0 < len(line) <= _LONGEST and _ANY.search(line) is not None


def introduces_links(line: str) -> bool:
    """Whether what follows the line is a list of other pages' titles."""
    return _LINKS.search(line) is not None
