"""Which items each Anki profile once held, kept in the user's state directory, one text file a profile.

By it a note that the learner deleted is told from one that was never there. A lost file costs only that.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from jinju.adapters.files import write_whole
from jinju.model.item import ItemId

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def seen_file(address: str, profile: str, folder: Path | None = None) -> Path:
    """Where the items of a profile are noted; `folder` replaces the user's state directory."""
    if folder is None:
        from platformdirs import user_state_path

        folder = user_state_path("jinju", appauthor=False)
    plain = re.sub(r"\W+", "-", profile).strip("-")[:40] or "profile"
    mark = hashlib.sha256(f"{address}\n{profile}".encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return folder / "anki" / f"{plain}-{mark}.txt"


def seen_items(path: Path) -> set[ItemId]:
    """The items noted there; none where there is no file."""
    try:
        return {ItemId(line) for line in path.read_text("utf-8").split("\n") if line}
    except FileNotFoundError:
        return set()


def note_seen(path: Path, items: Iterable[ItemId], forget: Iterable[ItemId] = ()) -> None:
    """Note that the profile holds `items` and that `forget` left it by our own doing. Raises UserError."""
    was = seen_items(path)
    now = (was | set(items)) - set(forget)
    if now != was:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, "".join(f"{item}\n" for item in sorted(now)).encode("utf-8"))
