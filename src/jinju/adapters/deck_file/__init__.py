"""The deck file: a YAML text that a person edits, read strictly, written pleasantly (docs/deck-file.md)."""

from jinju.adapters.deck_file.parse import BadDeck, explain, parse_deck
from jinju.adapters.deck_file.read import Parsed
from jinju.adapters.deck_file.render import hand_edited, render_deck
from jinju.adapters.deck_file.rewrite import edit_text, merge_text, stamp_text
from jinju.adapters.deck_file.store import Loaded, load, read_deck, read_text, save, write_deck

__all__ = [
    "BadDeck",
    "Loaded",
    "Parsed",
    "edit_text",
    "explain",
    "hand_edited",
    "load",
    "merge_text",
    "parse_deck",
    "read_deck",
    "read_text",
    "render_deck",
    "save",
    "stamp_text",
    "write_deck",
]
