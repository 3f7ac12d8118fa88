"""What a learner sees of one side of a rendered card."""

import html
import re
import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "meta", "link", "wbr"}
OURS = {"a", "br", "details", "div", "hr", "input", "mark", "script", "span", "style", "summary"} | {
    "code",
    "center",
}
GAP = "\ufffc"
MATH = re.compile(r"\\\(.*?\\\)|\\\[.*?\\\]", re.DOTALL)


@dataclass
class Side(HTMLParser):
    """`text` is what stands in plain sight, with `GAP` for each active cloze; `gaps` what stands in those."""

    source: str
    text: str = ""
    gaps: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    strange_tags: set[str] = field(default_factory=set)
    _open: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self):
        super().__init__(convert_charrefs=True)
        self.feed(self.source)
        self.close()

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        if tag not in OURS:
            self.strange_tags.add(tag)
        role = ""
        if tag in {"script", "style"} or "display:none" in attributes.get("style", "").replace(" ", ""):
            role = "hidden"
        elif "cloze" in attributes.get("class", "").split():
            role = "gap"
            if "gap" not in self._roles():
                self.text += GAP
            self.gaps.append("")
            if "data-cloze" in attributes:
                self.answers.append(attributes["data-cloze"])
        if tag not in VOID:
            self._open.append((tag, role))
        elif "gap" not in self._roles():
            self.text += "\n"

    def handle_endtag(self, tag):
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] == tag:
                del self._open[at:]
                return

    def handle_data(self, data):
        roles = self._roles()
        if "hidden" in roles:
            return
        if "gap" in roles:
            self.gaps[-1] += data
        else:
            self.text += data

    def _roles(self):
        return {role for _, role in self._open}


def visible(source):
    """All text of a side, answers included, as lines without tags."""
    source = re.sub(r"(?is)<(script|style).*?</\1>|<!--.*?-->", "", source)
    source = re.sub(r"(?i)<br>", "\n", source)
    return html.unescape(re.sub(r"<[^>]*>", "", source))


def squash(text):
    return "".join(unicodedata.normalize("NFKC", text).split())
