"""A deck file's text brought up to date: what did not change keeps its lines and comments, byte for byte."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jinju.adapters.deck_file.elements import Elements
from jinju.adapters.deck_file.fields import Problems, TooManyProblems
from jinju.adapters.deck_file.items import ItemReader
from jinju.adapters.deck_file.parse import BadDeck, parse_deck
from jinju.adapters.deck_file.read import Parsed
from jinju.adapters.deck_file.render import (
    LEDGER_COMMENTS,
    article_fields,
    hand_edited,
    head_fields,
    item_fields,
    ledger_fields,
    line,
    render_deck,
    signed,
)
from jinju.adapters.deck_file.splice import CannotSpliceError, Edit, Source, apply
from jinju.adapters.deck_file.tree import TreeError, compose

if TYPE_CHECKING:
    from jinju.adapters.deck_file.tree import Node
    from jinju.model.item import Item, ItemId
    from jinju.model.ledger import Mine, Stamped


def merge_text(old_text: str, old: Parsed, new: Parsed) -> str:
    """The text of `new`, made from `old_text`, which holds `old`.

    Items, articles and settings that are equal in both are not touched. Where the text is laid out so that
    this cannot be (lists in brackets, items in another order), it is written anew, without its comments.
    """
    return _checked(old_text, old, new, sign=True)


def edit_text(text: str, old: Parsed, new: Parsed) -> str:
    """The text with what changed from `old` to `new` written in as a person's editor would.

    So it counts as edited by hand, and a later make asks before it replaces it.
    """
    return _checked(text, old, new, sign=False)


def stamp_text(text: str, parsed: Parsed, stamped: Stamped) -> str:
    """The text with the few values written in that `revise.edits.stamp` changed.

    A file that was edited by hand stays recognisable as such.
    """
    if not stamped.changed:
        return text
    mine = dict(parsed.ledger.mine)
    for name, part in stamped.changed.items():
        if part is not None and mine.get(name) != "all":
            mine[name] = part
    new = Parsed(stamped.deck, replace(parsed.ledger, mine=mine))
    import yaml

    try:
        out = _spliced(text, parsed, new)
        if _holds(out, new, {*stamped.changed}):
            return out if hand_edited(text) else signed(out)
    except (CannotSpliceError, TreeError, TooManyProblems, yaml.YAMLError):
        pass
    return _checked(text, parsed, new, sign=not hand_edited(text))


def _holds(text: str, new: Parsed, changed: set[ItemId]) -> bool:
    """Whether the items that changed stand in the text as meant; the rest of it was not touched."""
    problems = Problems("")
    reader = ItemReader(problems)
    places = [n for n, item in enumerate(new.deck.items) if item.id in changed]
    wanted = {*places}
    nodes: list[Node] = []
    compose(text, {"items": nodes.append}, lambda key, n: key != "items" or n in wanted)
    if len(nodes) != len(new.deck.items):
        return False
    for place in places:
        reader.take(nodes[place])
    read = reader.finish(new.deck.articles)
    mine = {i: m for i, m in new.ledger.mine.items() if i in changed}
    return not problems.found and reader.mine == mine and read == tuple(new.deck.items[n] for n in places)


def _checked(text: str, old: Parsed, new: Parsed, *, sign: bool) -> str:
    """Spliced where that says what is meant, else rendered; an odd layout never costs more than comments."""
    try:
        spliced = _spliced(text, old, new)
        spliced = signed(spliced) if sign else spliced
        if parse_deck(spliced) == new:
            return spliced
    except (CannotSpliceError, BadDeck):
        pass
    return render_deck(*new)


def _spliced(text: str, old: Parsed, new: Parsed) -> str:
    source = Source(text)
    items = Elements(source, _items(old), _items(new), lambda entry: item_fields(*entry), blank_between=True)
    articles = Elements(
        source,
        {a.key: a for a in old.deck.articles},
        {a.key: a for a in new.deck.articles},
        article_fields,
        blank_between=False,
    )
    lists: dict[str, Elements[Any]] = {"items": items, "articles": articles}
    root = compose(
        text,
        {"items": items.take, "articles": articles.take},
        lambda key, number: lists[key].wants(number),
    )
    keys = {key.text: (key, value) for key, value in root.pairs or ()}
    old_fields, new_fields = _top_fields(old), _top_fields(new)
    edits = [*articles.edits(*keys["articles"]), *items.edits(*keys["items"])]
    for name, comment in LEDGER_COMMENTS.items():
        if name in new_fields and name not in keys:
            ending = "" if text.endswith("\n") else "\n"
            added = f"{ending}\n{comment}\n{line(name, new_fields.pop(name))}\n"
            edits.append(Edit(len(text), len(text), added))
    return apply(text, [*edits, *source.fields(root, old_fields, new_fields, 0)])


def _items(parsed: Parsed) -> dict[str, tuple[Item, Mine | None]]:
    return {i.id: (i, parsed.ledger.mine.get(i.id)) for i in parsed.deck.items}


def _top_fields(parsed: Parsed) -> dict[str, str]:
    fields = dict(head_fields(parsed.deck)) | dict(ledger_fields(parsed.deck, parsed.ledger))
    del fields["written"]
    return fields
