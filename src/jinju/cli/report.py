"""What the commands print: a small table for people, the same as JSON for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import typer

from jinju.messages import reason_words, say, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinju.model.errors import Problem
    from jinju.model.picks import Phrase, Quote, Reason
    from jinju.revise.changes import Change
    from jinju.revise.repeats import Repeat
    from jinju.workflows.export import ExportReport
    from jinju.workflows.made import MadeDeck, MakeReport
    from jinju.workflows.reading import Picked

MOST_TWINS = 10
"""Items standing twice that an export names one by one."""

SMALL = 8
"""Of an article with fewer notes it is told how to get more (design: at least so many from a real essay)."""
_BOOKKEEPING: Final = frozenset(("layout", "title", "front"))
"""Changes of the text that mend nothing."""
_SIGNS: Final = {"added": "+", "updated": "~", "theirs": "=", "gone": "?", "rejected": "-", "kept": " "}


def show_make(report: MakeReport, *, as_json: bool) -> None:
    """What a make did: articles, notes, cards, kinds, repairs, files; problems go to standard error."""
    if as_json:
        _print_json(
            {
                "decks": [
                    {
                        "deck": d.name,
                        "package": str(d.package),
                        "deck_file": str(d.deck_file),
                        "backup": str(d.backup) if d.backup else None,
                        "written": d.written,
                        "changes": [_change(c) for c in d.changes],
                        "repeats": [r._asdict() for r in d.repeats],
                        "notes": d.notes,
                        "cards": d.cards,
                        "articles": [
                            {
                                "title": a.title,
                                "source": a.source,
                                "characters": a.characters,
                                "notes": a.notes,
                                "cards": a.cards,
                                "kinds": a.kinds,
                                "repairs": a.repairs,
                                "doubtful_repairs": a.doubtful,
                                "spare": a.spare,
                            }
                            for a in d.articles
                        ],
                    }
                    for d in report.decks
                ],
                "repeats": [r._asdict() for r in report.repeats],
                "problems": [
                    {"where": p.where, "line": p.line, "code": p.code, "message": _message(p)}
                    for p in report.problems
                ],
            }
        )
    else:
        rows = [
            (
                a.title,
                str(a.notes),
                str(a.cards),
                _counts(a.kinds, "kind"),
                _counts(a.repairs, "repair") or "–",
            )
            for d in report.decks
            for a in d.articles
        ]
        if rows:
            _print_table(
                [say(f"column.{c}") for c in ("article", "notes", "cards", "kinds", "repairs")], rows
            )
        for deck in report.decks:
            done = "made" if deck.written else "would-make"
            typer.echo(say(done, deck=deck.name, package=deck.package, deck_file=deck.deck_file))
            doubtful = sum(a.doubtful for a in deck.articles)
            if doubtful:
                typer.echo(say("doubtful", count=doubtful))
            small = [a for a in deck.articles if a.notes < SMALL and a.spare]
            if small:
                most = max(a.notes + (a.spare if a in small else 0) for a in deck.articles)
                typer.echo(say("spare", count=sum(a.spare for a in small), most=most))
            if deck.backup:
                typer.echo(say("backup-kept", backup=deck.backup))
            _print_changes(deck)
            _print_repeats(deck.repeats)
        _print_repeats(report.repeats)
    for problem in report.problems:
        typer.echo(_message(problem), err=True)


def _print_repeats(repeats: Sequence[Repeat]) -> None:
    """The sentences that stand twice, and what became of them."""
    for repeat in repeats[:MOST_TWINS]:
        details = {"text": repeat.text, "here": repeat.here, "there": repeat.there}
        typer.echo(_printable(say(f"repeat.{repeat.kind}", **details)), err=True)
    if len(repeats) > MOST_TWINS:
        typer.echo(say("repeats-more", count=len(repeats) - MOST_TWINS), err=True)


def show_changes(report: MakeReport, *, as_json: bool) -> None:
    """What a re-run would change, item by item."""
    if as_json:
        decks = [
            {"deck_file": str(d.deck_file), "changes": [_change(c) for c in d.changes]} for d in report.decks
        ]
        _print_json({"decks": decks})
    else:
        for deck in report.decks:
            typer.echo(say("diff-of", deck_file=deck.deck_file))
            if not deck.changes:
                typer.echo(say("diff-none"))
            _print_changes(deck)
    for problem in report.problems:
        typer.echo(_message(problem), err=True)


def _print_changes(deck: MadeDeck) -> None:
    """One line an item, its text before and after, and the numbers whose cards will be empty in Anki."""
    for change in deck.changes:
        typer.echo(f"  {_SIGNS[change.kind]} {change.id}  {say(change.reason)}")
        if change.before and change.before != change.after:
            typer.echo(f"      - {_printable(change.before)}")
        if change.after and change.kind in ("added", "updated"):
            typer.echo(f"      + {_printable(change.after)}")
        if change.retired:
            typer.echo("      " + say("diff-retired", numbers="、".join(f"c{n}" for n in change.retired)))


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "id": change.id,
        "reason": say(change.reason),
        "before": change.before,
        "after": change.after,
        "retired": list(change.retired),
    }


def show_export(report: ExportReport, *, as_json: bool) -> None:
    """What an export wrote, and what stands twice in it."""
    if as_json:
        _print_json(
            {
                "package": str(report.package.path),
                "format": report.format,
                "notes": report.package.notes,
                "cards": report.package.cards,
                "edited": list(report.edited),
                "emptied": {item: list(numbers) for item, numbers in report.emptied.items()},
                "twins": [{"kind": t.kind, "item": t.item, "other": t.other} for t in report.twins],
            }
        )
        return
    typer.echo(
        say("exported", path=report.package.path, notes=report.package.notes, cards=report.package.cards)
    )
    if report.edited:
        typer.echo(say("stamped", count=len(report.edited)))
    for item, numbers in report.emptied.items():
        typer.echo(f"  {item}  " + say("diff-retired", numbers="、".join(f"c{n}" for n in numbers)))
    for twin in report.twins[:MOST_TWINS]:
        typer.echo(say(f"twin.{twin.kind}", item=twin.item, other=twin.other), err=True)
    if len(report.twins) > MOST_TWINS:
        typer.echo(say("twins-more", count=len(report.twins) - MOST_TWINS), err=True)


def show_picks(picked: Picked, *, as_json: bool) -> None:
    """The ranked phrases and sentences, each with score, reasons and span into the cleaned article."""
    text = picked.article.text
    phrases, quotes = picked.picks.phrases, picked.picks.quotes
    if as_json:
        _print_json(
            {
                "title": picked.article.title,
                "phrases": [_pick(p, text) for p in phrases],
                "sentences": [_pick(q, text) for q in quotes],
                "parallels": [
                    {
                        "branches": [
                            {"start": b.start, "end": b.end, "text": b.of(text)} for b in g.branches
                        ],
                        "slots": [[s.of(text) for s in slots] for slots in g.slots],
                        "score": round(g.score, 3),
                    }
                    for g in picked.picks.parallels
                ],
            }
        )
        return
    for name, rows in (("phrases", phrases), ("sentences", quotes)):
        typer.echo(say(f"heading.{name}"))
        headings = [say(f"column.{c}") for c in ("score", "pick", "reasons", "span")]
        _print_table(
            headings,
            [
                (
                    f"{p.score:.2f}",
                    p.span.of(text),
                    "、".join(reason_words(p.reasons)),
                    f"{p.span.start}–{p.span.end}",
                )
                for p in rows
            ],
        )


def _pick(pick: Phrase | Quote, text: str) -> dict[str, Any]:
    return {
        "text": pick.span.of(text),
        "start": pick.span.start,
        "end": pick.span.end,
        "score": pick.score,
        "reasons": [_reason(r) for r in pick.reasons],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "code": reason.code,
        "weight": reason.weight,
        "detail": reason.detail,
        "words": "".join(reason_words([reason])),
    }


def _message(problem: Problem) -> str:
    return say(problem.code, **dict(problem.details))


def _counts(counts: Mapping[str, int], group: str) -> str:
    known = table()
    named = (
        (known.get(f"{group}.{name}", name), n)
        for name, n in sorted(counts.items(), key=lambda c: -c[1])
        if name not in _BOOKKEEPING
    )
    return say("list-comma").join(f"{name} {n}" for name, n in named)


def _print_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_printable(cell)) for cell in row))
    Console(highlight=False, markup=False, emoji=False, soft_wrap=False).print(table)


def _printable(cell: str) -> str:
    """An article may hold control characters; a terminal must not obey them."""
    return "".join(c if c.isprintable() or c == " " else "\N{REPLACEMENT CHARACTER}" for c in cell)


def _print_json(value: object) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))
