"""What `jinju due` and `jinju stats` say, in English."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "help.due": "Say what there is to study today, by deck file.",
    "help.due-decks": "Deck files; by default all that were studied before.",
    "examples.due": "Example: jinju due   |   jinju due essay.yaml --json",
    "due.deck": "deck",
    "due.new": "new",
    "due.learning": "learning",
    "due.review": "due",
    "due.session": "A session now: {new} new, {learning} in a learning step, {review} to review. jinju study",
    "due.nothing": "Nothing left for today. Next: {day}, {count} cards.",
    "due.nothing-ahead": "Nothing left for today, and nothing is scheduled yet.",
    "due.waiting": "The next learning step is due at {time}.",
}
