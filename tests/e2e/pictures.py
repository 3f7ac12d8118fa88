"""Takes the README's pictures of real cards anew: `python -m tests.e2e.pictures`."""

import tempfile
from pathlib import Path

from tests.anki.collection import collection, notes, take_in
from tests.anki.decks import essay_deck
from tests.e2e import chromium
from tests.e2e.frame import page

from jinju.adapters.apkg import write_apkg
from jinju.cards.note import notes_of

DOCS = Path(__file__).parents[2] / "docs"


def main():
    """Photograph the front of a card with two hints open, and its back by night."""
    made = essay_deck()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_apkg(made.name, notes_of(made, 0), folder / "deck.apkg")
        with collection(folder) as col:
            take_in(col, folder / "deck.apkg")
            card = notes(col)["i0006"].cards()[0]
            front, back = card.question(), card.answer()
        with chromium.running(chromium.find(), folder / "profile") as browser:
            browser.show(page(front, 1), 360, 440, scale=1.25)
            browser.press("h")
            browser.press("h")
            (DOCS / "card-front.png").write_bytes(browser.picture())
            browser.show(page(back, 1, "nightMode"), 360, 520, scale=1.25)
            (DOCS / "card-back-night.png").write_bytes(browser.picture())


if __name__ == "__main__":
    main()
