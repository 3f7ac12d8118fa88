"""Deck -> YAML text: stable order, empty things left out, pleasant to edit by hand."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from jinju.adapters.deck_file.scalars import block, flag, flow_list, plain_or_quoted
from jinju.model.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jinju.model.deck import ArticleEntry, Deck
    from jinju.model.item import ArticleKey, Item
    from jinju.model.ledger import Made, Mine, Refusal

HEADER = """\
# 金句牌组的源文件。可直接修改：text、hints、cue、theme、tags、keep（no 表示不要这一条），也可整条删去；
# 改完运行 jinju export。填空写作 {{c1::答案}}，新增的填空用没有用过的编号。缩进用空格，不用制表符。
# The source of an Anki deck. Edit text, hints, cue, theme, tags and keep as you like, or delete whole items,
# then run: jinju export. A new blank takes a number never used before. Indent with spaces, never with tabs.
# id, article, retired, changed, written, made: 由程序维护，请勿改动 / kept by jinju, leave them alone.
"""
LEDGER_COMMENTS = {
    "refused": "# 删去的条目，不再出现；去掉一条即可恢复 / deleted for good; remove one to allow it again",
    "made": "# 程序写过的条目，用来认出哪些被删去 / what jinju wrote, to tell what you deleted",
}
_WRITTEN = re.compile(r"^written:[ \t]*([0-9a-f]*)[ \t]*\r?$", re.MULTILINE)
_ANY_WRITTEN = re.compile(r"^written:[^\r\n]*", re.MULTILINE)
_KEY = re.compile(r"^[a-z]+:", re.MULTILINE)
Field = tuple[str, str]
"""A key and its value as YAML, the value's further lines indented by two spaces more than the key."""


def render_deck(deck: Deck, ledger: Ledger | None = None) -> str:
    """The whole deck file. `parse_deck(render_deck(d)).deck == d` for every deck without lone surrogates."""
    ledger = ledger or Ledger()
    parts = [HEADER]
    parts += [f"{line(*field)}\n" for field in head_fields(deck)]
    parts.append("\narticles:" + ("\n" if deck.articles else " []\n"))
    parts += [render_article(a) for a in deck.articles]
    parts.append("\nitems:" + ("\n" if deck.items else " []\n"))
    parts.append("\n".join(render_item(i, ledger.mine.get(i.id)) for i in deck.items))
    for name, value in ledger_fields(deck, ledger):
        parts.append(f"\n{LEDGER_COMMENTS[name]}\n{line(name, value)}\n")
    return signed("".join(parts))


def head_fields(deck: Deck) -> list[Field]:
    """The fields above the articles."""
    fields = [("format", str(deck.format)), ("deck", plain_or_quoted(deck.name)), ("written", "")]
    if deck.settings:
        lines = (f"\n  {plain_or_quoted(k)}: {_setting(v)}" for k, v in deck.settings.items())
        fields.append(("settings", "".join(lines)))
    return fields


def signed(text: str) -> str:
    """The text with `written` set to the digest of all the rest."""
    if not _WRITTEN.search(text):
        text, found = _ANY_WRITTEN.subn("written:", text, count=1)
        text = text if found else _KEY.sub("written:\n\\g<0>", text, count=1)
    return _WRITTEN.sub(f"written: {_file_digest(text)}", text, count=1)


def hand_edited(text: str) -> bool:
    """Whether anything in the file, comments included, was changed since jinju wrote it."""
    match = _WRITTEN.search(text)
    return match is None or match[1] != _file_digest(text)


def _file_digest(text: str) -> str:
    bare = _WRITTEN.sub("written:", text, count=1).replace("\r\n", "\n")
    return hashlib.sha256(bare.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _setting(value: str | float) -> str:
    if isinstance(value, bool):
        return flag(value=value)
    return plain_or_quoted(value) if isinstance(value, str) else repr(value)


def render_article(article: ArticleEntry) -> str:
    """One element of `articles`."""
    return element(article_fields(article))


def article_fields(article: ArticleEntry) -> Iterator[Field]:
    """The fields of an article in their order, empty ones left out."""
    yield "key", plain_or_quoted(article.key)
    for name in ("title", "source", "url", "author", "date", "digest"):
        value: str = getattr(article, name)
        if value:
            yield name, plain_or_quoted(value)
    if article.paragraphs:
        yield "paragraphs", "".join(f"\n    - {block(p, '      ')}" for p in article.paragraphs)


def render_item(item: Item, mine: Mine | None = None) -> str:
    """One element of `items`."""
    return element(item_fields(item, mine))


def item_fields(item: Item, mine: Mine | None = None) -> Iterator[Field]:
    """The fields of an item in their order, empty ones left out."""
    yield "id", plain_or_quoted(item.id)
    yield "article", plain_or_quoted(item.article)
    yield "text", block(item.text, "    ")
    if any(item.hints.values()):
        yield "hints", "".join(f"\n    {n}: {flow_list(h)}" for n, h in sorted(item.hints.items()) if h)
    if item.kinds:
        yield "kinds", "{" + ", ".join(f"{n}: {kind}" for n, kind in sorted(item.kinds.items())) + "}"
    for name in ("cue", "before", "after", "theme"):
        value: str = getattr(item, name)
        if value:
            yield name, block(value, "    ") if "\n" in value else plain_or_quoted(value)
    yield "paragraph", str(item.paragraph + 1)
    if item.reasons:
        yield "reasons", flow_list(item.reasons)
    if item.score:
        yield "score", repr(float(item.score))
    if item.tags:
        yield "tags", flow_list(item.tags)
    if not item.keep:
        yield "keep", "no"
    if mine is not None:
        yield "mine", {"all": "yes", "tags": "tags"}[mine]
    if item.retired:
        yield "retired", "[" + ", ".join(map(str, item.retired)) + "]"
    if item.changed:
        yield "changed", timestamp(item.changed)
    if item.written:
        yield "written", plain_or_quoted(item.written)


def timestamp(seconds: int) -> str:
    """Seconds since 1970 as ISO 8601 in UTC."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")


def ledger_fields(deck: Deck, ledger: Ledger) -> Iterator[Field]:
    """The fields below the items: the refused, and what jinju made."""
    if ledger.refused:
        yield "refused", "\n" + "".join(element(_refusal_fields(r)) for r in ledger.refused).rstrip("\n")
    if ledger.made:
        places = {a.key: (n, a) for n, a in enumerate(deck.articles)}
        yield "made", "|-" + "".join(f"\n  {i} {locate(m, places)}" for i, m in ledger.made.items())


def _refusal_fields(refusal: Refusal) -> Iterator[Field]:
    yield "id", plain_or_quoted(refusal.id)
    if refusal.article:
        yield "article", plain_or_quoted(refusal.article)
    if refusal.text:
        yield "text", block(refusal.text, "    ")


def locate(made: Made, places: Mapping[ArticleKey, tuple[int, ArticleEntry]]) -> str:
    """Where the clip stands, `article paragraph start length check`; the clip itself where it does not."""
    if made.article in places and made.text:
        number, article = places[made.article]
        inside = made.paragraph < len(article.paragraphs)
        start = article.paragraphs[made.paragraph].find(made.text) if inside else -1
        if start >= 0:
            return f"{number + 1} {made.paragraph + 1} {start} {len(made.text)} {check(made.text)}"
    place = f"{plain_or_quoted(made.article)} {made.paragraph + 1}"
    return f"{place} {plain_or_quoted(made.text)}" if made.text else place


def check(text: str) -> str:
    """A few characters by which a clip is known again."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def line(key: str, value: str) -> str:
    """A key with its value, without the line break that ends it."""
    return f"{key}:{value}" if value.startswith("\n") else f"{key}: {value}"


def element(fields: Iterable[Field]) -> str:
    """One element of a list."""
    lines = [line(*field) for field in fields]
    return "- " + "\n  ".join(lines) + "\n"
