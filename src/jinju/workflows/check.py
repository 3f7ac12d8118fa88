"""`jinju check`: what is wrong with the cards of deck files and packages, and mending what is safe."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jinju.adapters.apkg_items import package_deck
from jinju.adapters.deck_file import BadDeck, Parsed, edit_text, parse_deck, save
from jinju.adapters.deck_file.places import item_lines
from jinju.adapters.deck_file.store import read_text
from jinju.adapters.word_facts import WordFacts
from jinju.model.cloze import ClozeError, parse
from jinju.revise.lint import lint, mend

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from jinju.model.deck import Deck
    from jinju.model.errors import Problem
    from jinju.model.finding import Finding, Severity

PACKAGES = (".apkg", ".colpkg")
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Checked:
    """One finding with its file and line; `code` and `details` are its message in `jinju.messages`.

    A fault of the deck file itself has no item, and its message says the remedy too. `fixed` tells that
    the file no longer has it.
    """

    file: Path
    line: int | None
    rule: str
    severity: Severity
    code: str
    details: tuple[tuple[str, object], ...]
    item: str = ""
    key: str = ""
    remedy: str = ""
    fixable: bool = False
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class CheckReport:
    """All findings in the order of files and lines; `items` counts what was looked at.

    `packages` are the files that a fix was asked for and that are never changed.
    """

    findings: tuple[Checked, ...]
    items: int
    written: tuple[Path, ...] = ()
    packages: tuple[Path, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether no error and no warning is left."""
        return all(f.fixed or f.severity == "info" for f in self.findings)


@dataclass(frozen=True, slots=True)
class _Source:
    path: Path
    text: str | None
    parsed: Parsed | None
    deck: Deck


def check(paths: Sequence[Path], *, fix: bool = False, cache: Path | None = None) -> CheckReport:
    """Check files together, duplicates across them included; `fix` writes deck files back.

    Raises UserError for a file that cannot be read at all; then nothing is written.
    """
    sources: list[_Source] = []
    findings: list[Checked] = []
    for path in paths:
        if path.suffix.lower() in PACKAGES:
            sources.append(_Source(path, None, None, package_deck(path)))
            continue
        text = read_text(path)
        try:
            parsed = parse_deck(text, path)
        except BadDeck as bad:
            findings += [_of_file(path, problem) for problem in bad.problems]
        else:
            sources.append(_Source(path, text, parsed, parsed.deck))
    known = WordFacts("\n".join(_answers(s.deck for s in sources)), cache)
    found = lint([s.deck for s in sources], known)
    written: list[Path] = []
    if fix and any(f.fix for f in found):
        mended, left = _until_nothing_changes(sources, found, known)
        findings += _placed(_without(found, left), sources, fixed=True)
        for old, new in zip(sources, mended, strict=True):
            if new.text is not None and new.text != old.text:
                save(old.path, new.text, old.text)
                written.append(old.path)
        sources, found = mended, left
    findings += _placed(found, sources, fixed=False)
    order = {path: n for n, path in enumerate(paths)}
    findings.sort(key=lambda f: (order[f.file], f.line or 0))
    items = sum(i.keep for s in sources for i in s.deck.items)
    packages = tuple(s.path for s in sources if s.text is None) if fix else ()
    return CheckReport(tuple(findings), items, tuple(written), packages)


def _answers(decks: Iterable[Deck]) -> Iterator[str]:
    for deck in decks:
        for item in deck.items:
            try:
                cloze = parse(item.text)
            except ClozeError:
                continue
            yield from (mark.span.of(cloze.plain) for mark in cloze.marks)


def _until_nothing_changes(
    sources: Sequence[_Source], found: Sequence[Finding], known: WordFacts
) -> tuple[list[_Source], list[Finding]]:
    """The sources mended, and what is left; one fix may bring another fault to light."""
    mended, left = list(sources), list(found)
    for _ in range(_ROUNDS):
        decks = [s.deck for s in mended]
        mended = [_mended(s, [f for f in left if f.deck == n]) for n, s in enumerate(mended)]
        if [s.deck for s in mended] == decks:
            break
        left = lint([s.deck for s in mended], known)
    return mended, left


def _mended(source: _Source, findings: Sequence[Finding]) -> _Source:
    if source.text is None or source.parsed is None:
        return source
    by_place: dict[int, list[Finding]] = {}
    for finding in findings:
        by_place.setdefault(finding.place, []).append(finding)
    items = tuple(mend(item, by_place.get(place, ())) for place, item in enumerate(source.deck.items))
    if items == source.deck.items:
        return source
    deck = replace(source.deck, items=items)
    parsed = Parsed(deck, source.parsed.ledger)
    return _Source(source.path, edit_text(source.text, source.parsed, parsed), parsed, deck)


def _without(found: Sequence[Finding], left: Sequence[Finding]) -> list[Finding]:
    still = {(f.deck, f.place, f.rule, f.key, f.details) for f in left}
    return [f for f in found if (f.deck, f.place, f.rule, f.key, f.details) not in still]


def _placed(findings: Sequence[Finding], sources: Sequence[_Source], *, fixed: bool) -> list[Checked]:
    wanted = {f.deck for f in findings}
    lines = {n: item_lines(s.text) for n, s in enumerate(sources) if n in wanted and s.text is not None}
    placed = []
    for finding in findings:
        source = sources[finding.deck]
        here = lines[finding.deck][finding.place] if finding.deck in lines else {}
        details = dict(finding.details)
        if "other_deck" in details:
            details["other_file"] = sources[int(str(details.pop("other_deck")))].path
        placed.append(
            Checked(
                source.path,
                here.get(finding.key, here.get("")),
                finding.rule,
                finding.severity,
                f"check.{finding.rule}",
                tuple(details.items()),
                finding.item,
                finding.key,
                f"remedy.{finding.rule}",
                fixable=finding.fix is not None and source.text is not None,
                fixed=fixed,
            )
        )
    return placed


def _of_file(path: Path, problem: Problem) -> Checked:
    return Checked(path, problem.line, problem.code, "error", problem.code, problem.details)
