"""The items of a deck file, one at a time."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast, get_args

from jinju.adapters.deck_file.fields import NO, YES, Fields, Problems, short
from jinju.adapters.deck_file.scalars import looks_like_a_key
from jinju.model.blanks import blanks_told, usurped
from jinju.model.cloze import MAX_NUMBER, ClozeError, parse
from jinju.model.ids import item_id
from jinju.model.item import ArticleKey, BlankKind, Item, ItemId

if TYPE_CHECKING:
    from jinju.adapters.deck_file.tree import Node
    from jinju.model.deck import ArticleEntry
    from jinju.model.ledger import Mine

ITEM = (
    *("id", "article", "text", "hints", "kinds", "cue", "before", "after", "theme", "paragraph"),
    *("reasons", "score", "tags", "keep", "mine", "retired", "changed", "written"),
)
ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_KINDS = get_args(BlankKind)
_NEARLY_A_MARK = re.compile(r"(?<!\\)(?:\{\{|\}\})|(?<![\\{])\{c\d+::?|｛｛|｝｝")
_WHOLE_MARK = re.compile(r"\{\{c\d+::")


class ItemReader:
    """Takes the nodes of `items` one by one and lets go of them."""

    def __init__(self, problems: Problems) -> None:
        self.mine: dict[ItemId, Mine] = {}
        self._mine_unnamed: dict[int, Mine] = {}
        self._problems = problems
        self._items: list[tuple[Item, int, int]] = []
        self._lines: dict[str, int] = {}

    def take(self, node: Node) -> None:
        """One element of `items`."""
        fields = Fields(node, ITEM, "item", self._problems)
        if node.pairs is None:
            return
        name = fields.text("id")
        if name and not ID.fullmatch(name):
            self._problems.add(fields.line_of("id"), "deck-bad-id", id=short(name))
        if name and name in self._lines:
            self._problems.add(fields.line_of("id"), "deck-same-id", id=short(name), first=self._lines[name])
        elif name:
            self._lines[name] = fields.line_of("id")
        item = Item(
            id=ItemId(name),
            article=ArticleKey(fields.text("article")),
            text=fields.text("text", needed=True),
            hints=fields.ladders("hints", 1, MAX_NUMBER),
            kinds=self._kinds(fields),
            cue=fields.text("cue"),
            before=fields.text("before"),
            after=fields.text("after"),
            theme=fields.text("theme"),
            paragraph=fields.integer("paragraph", 1, 1, 10**9) - 1,
            reasons=fields.texts("reasons"),
            score=fields.decimal("score"),
            tags=self._tags(fields),
            keep=fields.flag("keep", default=True),
            retired=fields.integers("retired", 1, MAX_NUMBER),
            changed=fields.moment("changed"),
            written=fields.text("written"),
        )
        mine = self._mine(fields)
        if mine is not None and item.id:
            self.mine[item.id] = mine
        elif mine is not None:
            self._mine_unnamed[len(self._items)] = mine
        if item.text.strip():
            self._check_text(item, fields)
        self._items.append((item, fields.line_of("article"), fields.line_of("paragraph")))

    def finish(self, articles: tuple[ArticleEntry, ...]) -> tuple[Item, ...]:
        """All items, once the articles are known.

        An item that a person added needs no id, and no article where there is only one.
        """
        known = {a.key: len(a.paragraphs) for a in articles}
        items = []
        for item, line, paragraph_line in self._items:
            only = articles[0].key if len(articles) == 1 else item.article
            here = replace(item, article=item.article or only)
            items.append(here if here.id else replace(here, id=self._drawn(here)))
            if here.article not in known:
                keys = ", ".join(known) or "–"
                name = short(here.article)
                self._problems.add(line, "deck-no-such-article", id=here.id, key=name, keys=keys)
            elif here.paragraph >= max(1, known[here.article]):
                count = known[here.article]
                self._problems.add(paragraph_line, "deck-no-such-paragraph", id=here.id, count=count)
        for place, mine in self._mine_unnamed.items():
            self.mine[items[place].id] = mine
        return tuple(items)

    def _drawn(self, item: Item) -> ItemId:
        """An id for an item without one, which no other item has."""
        try:
            clip = parse(item.text).plain
        except ClozeError:
            clip = item.text
        recite = bool(item.kinds) and all(kind == "recite" for kind in item.kinds.values())
        occurrence = 0
        while (name := item_id(item.article, clip, occurrence, recite=recite)) in self._lines:
            occurrence += 1
        self._lines[name] = 0
        return name

    def _kinds(self, fields: Fields) -> dict[int, BlankKind]:
        kinds: dict[int, BlankKind] = {}
        for number, node in fields.by_number("kinds", 1, MAX_NUMBER):
            if node.text not in _KINDS:
                value = short(node.text or "")
                self._problems.add(node.line, "deck-bad-kind", value=value, kinds=", ".join(_KINDS))
            else:
                kinds[number] = cast("BlankKind", node.text)
        return kinds

    def _tags(self, fields: Fields) -> tuple[str, ...]:
        """The tags; none with a space in it, for Anki parts them there."""
        tags = fields.texts("tags")
        for tag in tags:
            if len(tag.split()) > 1:
                joined, apart = "_".join(tag.split()), ", ".join(tag.split())
                line = fields.line_of("tags")
                self._problems.add(
                    line, "deck-tag-space", tag=short(tag), joined=short(joined), apart=short(apart)
                )
        return tags

    def _mine(self, fields: Fields) -> Mine | None:
        value = fields.text("mine").lower()
        if value in {"", *NO}:
            return None
        if value in {"all", *YES}:
            return "all"
        if value != "tags":
            self._problems.add(fields.line_of("mine"), "deck-bad-mine", value=short(value))
        return "tags"

    def _check_text(self, item: Item, fields: Fields) -> None:
        add, in_block = self._problems.add, fields.nodes["text"][1].block
        line = fields.line_of("text") + in_block
        if in_block and (looks_like_a_key(item.text) or "\n#" in item.text):
            add(line, "deck-key-in-text", id=item.id)
        try:
            cloze = parse(item.text)
        except ClozeError as error:
            row = line + item.text.count("\n", 0, error.at)
            add(row, f"deck-cloze-{error.problem}", id=item.id, near=short(item.text[error.at :]))
            return
        rest = _without_marks(item.text)
        left = _NEARLY_A_MARK.search(rest)
        if left is not None:
            add(line, "deck-cloze-nearly", id=item.id, near=short(rest[left.start() :]))
        elif not cloze.marks and item.keep:
            add(line, "deck-no-blank", id=item.id)
        before = blanks_told(item.written)
        used = {*cloze.numbers, *item.retired, *item.kinds, *before}
        free = max(used, default=0) + 1
        reused = sorted({*cloze.numbers} & {*item.retired})
        if reused:
            add(line, "deck-number-reused", id=item.id, number=reused[0], free=free)
        for number in usurped(cloze, item.written)[:1]:
            was = before[number][0].answer
            add(line, "deck-number-moved", id=item.id, number=number, was=was, free=free)
        lone = sorted({*item.hints} - used)
        if lone and cloze.marks:
            here = ", ".join(map(str, cloze.numbers))
            add(fields.line_of("hints"), "deck-hints-lone", id=item.id, number=lone[0], numbers=here)


def _without_marks(text: str) -> str:
    """`text` with every whole mark taken out, so that only stray braces are left."""
    out: list[str] = []
    depth = at = 0
    for m in re.finditer(r"\\[{}:\\]|\{\{c\d+::|\}\}", text):
        out.append(text[at : m.start()])
        at = m.end()
        if _WHOLE_MARK.match(m[0]):
            depth += 1
        elif m[0] == "}}" and depth:
            depth -= 1
        elif m[0][0] != "\\":
            out.append(m[0])
    return "".join([*out, text[at:]])
