"""How cards were answered, out of Anki's collections and into packages for it."""

from jinju.adapters.anki_history.read import read_history
from jinju.adapters.anki_history.write import write_history

__all__ = ["read_history", "write_history"]
