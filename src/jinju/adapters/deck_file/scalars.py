"""One string as YAML: plain where it cannot be misread, a block where it is long, quoted where it must be."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_NO_COLON = re.compile(r" *(?:- +)?(?:([a-z]+) *(?:：|:(?=[^\s:]))|(\d{1,3}) *(?:：|:(?=\[)) *(?=\[))")
_PLAIN_BLOCK = re.compile(
    r"(?:(?:\d+ ?)?[\u3400-\u9fff]|[《（A-Za-z]|[“‘「](?!$))"
    r"(?:[\w\u4dc0-\u4dff，。、；：？！“”‘’「」《》（）…—·％%./+@=?&;~-]|:(?=[^\s:]|:[^\s:])| (?=[^\s#]))*"
)
_PLAIN_FLOW = re.compile(
    r"(?:(?:\d+ ?)?[\u3400-\u9fff]|[A-Za-z《“])(?:[\w，。、；：？！“”‘’《》（）…—·％%./+-]| (?=\S))*"
)
_OTHER_TYPE = re.compile(r"(?i:yes|no|y|n|true|false|on|off|null|nan|inf)")
# What the YAML reader refuses or takes for a line break; lone surrogates cannot be written at all.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_NOT_IN_BLOCK = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|[ \t]$|^[ \t#]", re.MULTILINE
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_KEY_LIKE = re.compile(r"^[a-z]+:(?:\s|$)", re.MULTILINE)


def plain_or_quoted(text: str, *, flow: bool = False) -> str:
    """`text` on one line; `flow` where it stands between brackets."""
    pattern = _PLAIN_FLOW if flow else _PLAIN_BLOCK
    if pattern.fullmatch(text) and not _OTHER_TYPE.fullmatch(text) and not text.endswith(":"):
        return text
    quoted = json.dumps(_SURROGATE.sub("\ufffd", text), ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda m: f"\\u{ord(m[0]):04x}", quoted)


def block(text: str, indent: str) -> str:
    """`text` as a literal block whose lines begin with `indent`; quoted where a block cannot hold it."""
    fits = text and not text.endswith("\n") and not text.startswith("\n")
    if not fits or _NOT_IN_BLOCK.search(text) or _SURROGATE.search(text) or looks_like_a_key(text):
        return plain_or_quoted(text)
    return "|-\n" + "\n".join(indent + line if line else "" for line in text.split("\n"))


def looks_like_a_key(text: str) -> bool:
    """Whether a line of `text` begins like a key of the deck file, or like a comment."""
    return _KEY_LIKE.search(text) is not None


def key_without_colon(line: str, keys: Collection[str]) -> str | None:
    """The key that a line begins with where a full-width colon follows it, or one without a space."""
    match = _NO_COLON.match(line)
    if match is None or (match[1] is not None and match[1] not in keys):
        return None
    return match[1] or match[2]


def flow_list(values: tuple[str, ...]) -> str:
    """Several short strings between brackets."""
    return "[" + ", ".join(plain_or_quoted(v, flow=True) for v in values) + "]"


def flag(*, value: bool) -> str:
    """`yes` or `no`."""
    return "yes" if value else "no"
