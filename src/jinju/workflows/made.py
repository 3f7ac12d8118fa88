"""What a make did: by article, by deck, and in all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jinju.model.errors import Problem
    from jinju.model.item import Item
    from jinju.revise.changes import Change
    from jinju.revise.repeats import Repeat
    from jinju.workflows.drafts import Draft


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """What one article gave."""

    title: str
    source: str
    characters: int
    notes: int
    cards: int
    kinds: dict[str, int]
    repairs: dict[str, int]
    doubtful: int
    spare: int
    """Notes that could be made beside these, less sure ones."""


@dataclass(frozen=True, slots=True)
class MadeDeck:
    """One deck with its two files; `written` is false on a dry run."""

    name: str
    package: Path
    deck_file: Path
    articles: tuple[MadeArticle, ...]
    backup: Path | None
    written: bool
    changes: tuple[Change, ...] = ()
    """What became of the items of an earlier make; empty at the first."""
    repeats: tuple[Repeat, ...] = ()
    """Sentences left out because another article of the deck has them."""

    @property
    def notes(self) -> int:
        """Notes in the deck."""
        return sum(a.notes for a in self.articles)

    @property
    def cards(self) -> int:
        """Cards in the deck."""
        return sum(a.cards for a in self.articles)


@dataclass(frozen=True, slots=True)
class MakeReport:
    """Everything that was made, and what could not be."""

    decks: tuple[MadeDeck, ...]
    problems: tuple[Problem, ...] = field(default=())
    repeats: tuple[Repeat, ...] = ()
    """Sentences that stand in two of the decks."""


def account_of(draft: Draft, items: Iterable[Item]) -> MadeArticle:
    """What the article gave; `items` are those of it in the deck, put aside or not."""
    mine = [i for i in items if i.keep]
    kinds: dict[str, int] = {}
    for item in mine:
        for kind in item.kinds.values():
            kinds[kind] = kinds.get(kind, 0) + 1
    repairs: dict[str, int] = {}
    for repair in draft.picked.article.repairs:
        for part in repair.kind.split("+"):
            repairs[part] = repairs.get(part, 0) + 1
    return MadeArticle(
        title=draft.entry.title,
        source=draft.document.name,
        characters=len(draft.picked.article.text),
        notes=len(mine),
        cards=sum(kinds.values()),
        kinds=kinds,
        repairs=repairs,
        doubtful=sum(r.confidence < 0.8 for r in draft.picked.article.repairs),
        spare=max(0, draft.possible - sum("recite" not in i.kinds.values() for i in mine)),
    )
