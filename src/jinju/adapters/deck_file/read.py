"""YAML text -> Deck and Ledger, or a list of everything that is wrong with it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from jinju.adapters.deck_file.fields import NO, YES, Fields, Problems, short
from jinju.adapters.deck_file.items import ID, ItemReader
from jinju.adapters.deck_file.render import check
from jinju.adapters.deck_file.tree import Node, compose
from jinju.model.deck import FORMAT, ArticleEntry, Deck
from jinju.model.item import ArticleKey, ItemId
from jinju.model.ledger import Ledger, Made, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

TOP = ("format", "deck", "written", "settings", "articles", "items", "refused", "made")
ARTICLE = ("key", "title", "source", "url", "author", "date", "digest", "paragraphs")
_REFUSED = ("id", "article", "text")
_PLACE = re.compile(r"(\d{1,9}) (\d{1,9}) (\d{1,9}) (\d{1,9}) ([0-9a-f]{6})")


class Parsed(NamedTuple):
    """A deck file's content; `ledger` is what it remembers beside the deck."""

    deck: Deck
    ledger: Ledger


def build(text: str, problems: Problems) -> Parsed:
    """Read `text`, adding to `problems`; what is returned is only whole if none were added.

    Raises TreeError, yaml.YAMLError or TooManyProblems where reading cannot go on.
    """
    items = ItemReader(problems)
    root = compose(text, {"items": items.take})
    top = Fields(root, TOP, "deck", problems)
    number = top.integer("format", FORMAT, 1, 10**6)
    if number > FORMAT:
        problems.found.clear()
        problems.add(top.line_of("format"), "deck-newer", format=number, known=FORMAT)
        return Parsed(Deck("", (), ()), Ledger())
    name = top.text("deck", needed=True)
    if "articles" not in top.nodes:
        problems.add(top.line, "deck-missing", key="articles")
    if "items" not in top.nodes:
        problems.add(top.line, "deck-missing", key="items")
    elif top.nodes["items"][1].elements is None and top.nodes["items"][1].text != "":
        problems.add(top.line_of("items"), "deck-want-list", key="items")
    articles = tuple(_articles(top, problems))
    deck = Deck(name, articles, items.finish(articles), dict(_settings(top, problems)), number)
    refused = tuple(_refused(top, problems))
    return Parsed(deck, Ledger(items.mine, dict(_made(top, articles, problems)), refused))


def _settings(top: Fields, problems: Problems) -> Iterator[tuple[str, str | int | float | bool]]:
    if "settings" not in top.nodes:
        return
    node = top.nodes["settings"][1]
    if node.pairs is None:
        if node.text != "":
            problems.add(top.line_of("settings"), "deck-want-mapping", what="settings", keys="")
        return
    seen: dict[str, int] = {}
    for key, value in node.pairs:
        name = key.text or ""
        if name in seen:
            problems.add(key.line, "deck-key-twice", key=name, first=seen[name])
        seen[name] = key.line
        if value.text is None:
            problems.add(key.line, "deck-want-text", key=name)
        else:
            yield name, _typed(value)


def _typed(node: Node) -> str | int | float | bool:
    text = node.text or ""
    if not node.plain:
        return text
    if text.lower() in YES | NO:
        return text.lower() in YES
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def _articles(top: Fields, problems: Problems) -> Iterator[ArticleEntry]:
    seen: dict[str, int] = {}
    for node in top.elements("articles"):
        fields = Fields(node, ARTICLE, "article", problems)
        key = fields.text("key", needed=True)
        if key in seen:
            problems.add(fields.line_of("key"), "deck-same-key", key=key, first=seen[key])
        seen[key] = fields.line_of("key")
        if key and not ID.fullmatch(key):
            problems.add(fields.line_of("key"), "deck-bad-id", id=short(key))
        yield ArticleEntry(
            ArticleKey(key),
            fields.text("title"),
            fields.text("digest"),
            fields.texts("paragraphs"),
            fields.text("source"),
            fields.text("url"),
            fields.text("author"),
            fields.text("date"),
        )


def _refused(top: Fields, problems: Problems) -> Iterator[Refusal]:
    for node in top.elements("refused"):
        fields = Fields(node, _REFUSED, "refused", problems)
        name, article = fields.text("id", needed=True), fields.text("article")
        yield Refusal(ItemId(name), fields.text("text"), ArticleKey(article))


def _made(
    top: Fields, articles: tuple[ArticleEntry, ...], problems: Problems
) -> Iterator[tuple[ItemId, Made]]:
    for number, line in enumerate(top.text("made").split("\n"), top.line_of("made") + 1):
        name, _, rest = line.strip().partition(" ")
        if not name or name.startswith("#"):
            continue
        if not rest:
            problems.add(number, "deck-made", value=line)
            continue
        yield ItemId(name), _place(rest, articles)


def _place(rest: str, articles: tuple[ArticleEntry, ...]) -> Made:
    """Where a clip was taken from; its text is empty where the place no longer holds it."""
    match = _PLACE.fullmatch(rest)
    if match is None:
        key, rest = _first(rest)
        number, _, text = rest.partition(" ")
        try:
            clip = json.loads(text) if text.startswith('"') else text
        except ValueError:
            clip = ""
        return Made(ArticleKey(key), clip, max(1, int(number)) - 1 if number.isdecimal() else 0)
    article, paragraph, start, length = (int(match[n]) for n in range(1, 5))
    if not 0 < article <= len(articles):
        return Made(ArticleKey(""), "")
    entry = articles[article - 1]
    inside = 0 < paragraph <= len(entry.paragraphs)
    text = entry.paragraphs[paragraph - 1][start : start + length] if inside else ""
    return Made(entry.key, text if check(text) == match[5] else "", max(0, paragraph - 1))


def _first(text: str) -> tuple[str, str]:
    """The first word of a line, quoted or not, and what follows it."""
    if text.startswith('"'):
        try:
            word, end = json.JSONDecoder().raw_decode(text)
        except ValueError:
            pass
        else:
            return str(word), text[end:].removeprefix(" ")
    word, _, rest = text.partition(" ")
    return word, rest
