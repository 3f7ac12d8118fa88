"""Where a deck belongs: its name in Anki and the file that holds it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jinju.cards.context import leading_topic
from jinju.workflows.names import ROOT, deck_name, file_name, sub_folders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.workflows.drafts import Draft


@dataclass(frozen=True, slots=True)
class Shelf:
    """Names and places of one make; the arguments are those of `MakeOptions`.

    `folders` are what articles were asked for by; those among them that are no folders hold none.
    """

    out: Path | None
    deck: str | None
    folders: tuple[Path, ...]
    by_theme: bool = False

    @property
    def together(self) -> Path | None:
        """The one package for everything, if that was asked for."""
        return self.out if self.out is not None and self.out.suffix == ".apkg" else None

    def deck_file(self, draft: Draft) -> Path:
        """The deck file of a draft, met again when the same article comes again.

        So never below its topic, which an edit of the article may change. One package by theme has its deck
        files in a folder beside it, of the same name.
        """
        path = draft.document.path
        stem = path.stem if path and not draft.document.part else file_name(draft.entry.title)
        if self.out is None:
            return (path.parent if path else Path()) / f"{stem}.yaml"
        if self.together and not self.by_theme:
            return self.out.with_suffix(".yaml")
        top = self.out.with_suffix("") if self.together else self.out
        return top.joinpath(*sub_folders(path, self.folders), f"{stem}.yaml")

    def name(self, drafts: Sequence[Draft], target: Path) -> str:
        """What a new deck of these drafts is called, whose file will be `target`."""
        first = drafts[0]
        title = first.entry.title if len(drafts) == 1 else target.stem
        if not self.by_theme:
            return self.deck or deck_name(title)
        themes = sub_folders(first.document.path, self.folders)
        topic = "" if themes else leading_topic(first.picked.article, first.picked.topics)
        return deck_name(title, themes or (topic,), self.deck or ROOT)
