"""Run under a time zone of its own: a history goes into a collection of that zone and comes back."""

import json
import sys
from pathlib import Path

root = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(root))

from tests.anki.collection import collection, take_in  # noqa: E402
from tests.anki.decks import essay_deck  # noqa: E402
from tests.anki.histories import SETTINGS, learner  # noqa: E402
from tests.anki.test_history import NOW, compare, offset  # noqa: E402

from jinju.adapters.anki_history import read_history, write_history  # noqa: E402
from jinju.cards.note import notes_of  # noqa: E402

folder = Path(sys.argv[1])
made = essay_deck()
packed = list(notes_of(made, 0))
history = learner(packed, NOW, seed=8)
write_history([(made.name, packed)], history, folder / "a.apkg", now=NOW, settings=SETTINGS)
with collection(folder) as col:
    col.set_config("fsrs", True)
    take_in(col, folder / "a.apkg", with_scheduling=True)
    compare(col, history)
    for card in map(col.get_card, col.find_cards("-is:new")):
        state = col.compute_memory_state(card.id)
        assert abs(state.stability - card.memory_state.stability) < 1e-3, (state, card.memory_state)
    col.export_collection_package(str(folder / "out.colpkg"), include_media=False, legacy=False)
found = read_history(folder / "out.colpkg", {i.id for i in made.items}, offset)
assert len(found.reviews) == sum(len(h.steps) for h in history.values())
sys.stdout.write(json.dumps({"compared": len(history), "offset": NOW.offset}))
