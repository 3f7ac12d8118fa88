"""Front matter: what a Markdown file says of itself above its text, in YAML (`---`) or TOML (`+++`)."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_FENCED = re.compile(
    r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(.{0,65536}?)^(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_KNOWN = {
    "title": ("title", "标题", "题目"),
    "author": ("author", "authors", "by", "作者"),
    "date": ("date", "published", "created", "日期", "时间"),
    "url": ("url", "source_url", "link", "original", "原文", "链接"),
    "site": ("site", "publisher", "source", "来源", "出处"),
}
_LONGEST = 500
_ADDRESS = re.compile(r"https?://\S+")


def take_front_matter(text: str) -> tuple[dict[str, str], str]:
    """What the front matter says of title, author, date, url and site, and the text below it.

    Front matter that cannot be read as a mapping is no front matter: the text comes back whole.
    """
    found = _FENCED.match(text)
    if found is None:
        return {}, text
    raw = _yaml(found[2]) if found[1] == "---" else _toml(found[2])
    if raw is None:
        return {}, text
    return _fields({str(key).lower(): value for key, value in raw.items()}), text[found.end() :]


def _fields(raw: Mapping[str, object]) -> dict[str, str]:
    fields = {}
    for field, names in _KNOWN.items():
        value = next((v for name in names if (v := _scalar(raw.get(name)))), "")
        if value:
            fields[field] = value
    if _ADDRESS.fullmatch(fields.get("site", "")):
        fields.setdefault("url", fields.pop("site"))
    return fields


def _scalar(value: object) -> str:
    if isinstance(value, list):
        return "、".join(str(one).strip() for one in value[:10] if isinstance(one, str))[:_LONGEST]
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, (str, int, float, date)) and not isinstance(value, bool):
        return str(value).strip()[:_LONGEST]
    return ""


def _yaml(text: str) -> Mapping[object, object] | None:
    """The mapping in `text`, all scalars as strings; the plainest loader, which merges and makes nothing."""
    import yaml

    loader = yaml.BaseLoader(text)
    try:
        raw = loader.get_single_data()
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    finally:
        loader.dispose()
    return raw if isinstance(raw, dict) else None


def _toml(text: str) -> Mapping[str, object] | None:
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
