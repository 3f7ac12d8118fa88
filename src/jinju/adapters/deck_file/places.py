"""Where the fields of a deck file's items stand, for messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.adapters.deck_file.tree import compose

if TYPE_CHECKING:
    from jinju.adapters.deck_file.tree import Node


def item_lines(text: str) -> list[dict[str, int]]:
    """For each item, in order, the line of every field, counted from 1; "" is the item's own.

    `text` must be a deck file that `parse_deck` takes. A block's line is that of its first words.
    """
    lines: list[dict[str, int]] = []

    def take(node: Node) -> None:
        here = {"": node.line}
        for key, value in node.pairs or ():
            here[key.text or ""] = key.line + (value.block and value.text is not None)
        lines.append(here)

    compose(text, {"items": take})
    return lines
