"""The folder in which jinju keeps what belongs to a deck file but not beside it: locks and past versions."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def state_of(path: Path, state: Path | None = None) -> Path:
    """The folder for one file, made where it is missing, for this user alone. Raises OSError.

    `state` is the folder for all of them; by default the user's state directory.
    """
    if state is None:
        from platformdirs import user_state_path

        state = user_state_path("jinju", appauthor=False)
    real = os.path.realpath(path)
    name = hashlib.sha256(os.fsencode(real)).hexdigest()[:24]
    folder = state / "decks" / name
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
