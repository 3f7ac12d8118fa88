"""What push and pull share: the running Anki, and the deck's notes on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinju.adapters.anki_connect import ADDRESS, TIMEOUT, AnkiConnect
from jinju.adapters.running_anki import RunningAnki
from jinju.adapters.seen_notes import seen_file

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class AnkiOptions:
    """Where Anki listens. `state` replaces the user's state directory; `timeout` is in seconds."""

    address: str = ADDRESS
    key: str = ""
    timeout: float = TIMEOUT
    state: Path | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """An Anki that answered, and the file that says which items its profile once held."""

    anki: RunningAnki
    seen: Path


def open_anki(options: AnkiOptions) -> Session:
    """Raises UserError where no AnkiConnect answers, saying what to do."""
    anki = RunningAnki(AnkiConnect(options.address, options.key, options.timeout))
    return Session(anki, seen_file(options.address, anki.profile, options.state))
