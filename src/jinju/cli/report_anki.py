"""What push, pull and import print: one line a note that is not as it was, or the same as JSON."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import typer

from jinju.messages import say

if TYPE_CHECKING:
    from jinju.revise.sync import Step
    from jinju.workflows.import_ import ImportReport
    from jinju.workflows.pull import PullReport
    from jinju.workflows.push import PushReport

_SHOWN = 30
_ACTIONS = (
    *("create", "update", "same", "theirs", "conflict", "deleted"),
    *("elsewhere", "surplus", "delete", "copy"),
)


def show_push(report: PushReport, *, as_json: bool) -> None:
    """What became of each note."""
    if as_json:
        _print_json(
            {
                "deck": report.deck,
                "dry_run": report.dry_run,
                "look_is_ours": report.look,
                "edited": list(report.edited),
                "counts": {a: report.count(a) for a in _ACTIONS},
                "notes": [_step(s, report) for s in report.steps],
            }
        )
        return
    for step in report.steps:
        if step.action == "same" and not step.emptied and step.item not in report.refused:
            continue
        _line(_told(step, report), step.item, report.texts.get(step.item, ""))
    counts = "，".join(
        f"{say(f'push.{a}')} {report.count(a)}" for a in _ACTIONS if report.count(a) or a == "create"
    )
    typer.echo(say("push-would" if report.dry_run else "pushed", deck=report.deck, counts=counts))
    hints = {s.action for s in report.steps} & {"conflict", "deleted", "surplus", "elsewhere", "copy"}
    for action in sorted(hints):
        typer.echo(say(f"push-hint.{action}"))
    if any(s.emptied for s in report.steps):
        typer.echo(say("push-hint.emptied"))
    if not report.look:
        typer.echo(say("push-hint.look"))


def _told(step: Step, report: PushReport) -> str:
    said = report.refused.get(step.item)
    if said is not None:
        return (
            say(f"push-refused.{said}")
            if said in {"other-type", "not-written"}
            else say("push-refused", said=said)
        )
    parts = [say(f"push.{step.action}")]
    if step.kept:
        parts.append("(" + ", ".join(step.kept) + ")")
    parts += [f"+{t}" for t in step.add] + [f"-{t}" for t in step.remove]
    if step.emptied:
        parts.append(say("push-emptied", numbers=", ".join(map(str, step.emptied))))
    return " ".join(parts)


def _step(step: Step, report: PushReport) -> dict[str, Any]:
    return {
        "id": step.item,
        "note": step.note,
        "action": step.action,
        "fields": [n for n in step.fields if n != "Written"],
        "tags_added": list(step.add),
        "tags_removed": list(step.remove),
        "kept": list(step.kept),
        "emptied_cards": list(step.emptied),
        "refused": report.refused.get(step.item),
    }


def show_pull(report: PullReport, *, as_json: bool) -> None:
    """What the learner changed, and the diff."""
    if as_json:
        changes = [{"id": c.item, "kind": c.kind, "detail": list(c.detail)} for c in report.changes]
        _print_json({"changes": changes, "diff": report.diff, "written": report.written, "lost": report.lost})
        return
    for change in report.changes:
        told = " ".join((say(f"pull.{change.kind}"), *change.detail))
        _line(told, change.item, report.texts.get(change.item, ""))
    if report.lost:
        typer.echo(say("pull-lost"))
    if report.diff:
        typer.echo()
        typer.echo(report.diff)
    if report.written:
        typer.echo(say("pulled"))
    else:
        typer.echo(say("pull-shown" if report.diff else "pull-nothing"))


def show_import(report: ImportReport, *, as_json: bool) -> None:
    """The deck files, and what was left out."""
    if as_json:
        _print_json(
            {
                "written": report.written,
                "decks": [
                    {
                        "deck": d.name,
                        "deck_file": str(d.path),
                        "notes": d.notes,
                        "cards": d.cards,
                        "backup": str(d.backup) if d.backup else None,
                    }
                    for d in report.decks
                ],
                "skipped": [{"guid": s.guid, "reason": s.reason, "text": s.text} for s in report.skipped],
                "lost": {item: sorted(what) for item, what in report.lost.items()},
            }
        )
        return
    for deck in report.decks:
        done = "imported" if report.written else "would-import"
        typer.echo(say(done, deck=deck.name, path=deck.path, notes=deck.notes, cards=deck.cards))
        if deck.backup:
            typer.echo(say("backup-kept", backup=deck.backup))
    for reason, count in sorted(Counter(s.reason for s in report.skipped).items()):
        some = "；".join(_printable(s.text) for s in report.skipped if s.reason == reason and s.text)
        typer.echo(say(f"import-skipped.{reason}", count=count, some=some[:80]))
    for what, count in sorted(Counter(w for lost in report.lost.values() for w in lost).items()):
        typer.echo(say(f"import-lost.{what}", count=count))


def _line(told: str, item: str, text: str) -> None:
    shown = text.replace("\n", " ")
    shown = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
    typer.echo(_printable(f"{item}  {told}  {shown}".rstrip()))


def _printable(text: str) -> str:
    """An article may hold control characters; a terminal must not obey them."""
    return "".join(c if c.isprintable() or c == " " else "\N{REPLACEMENT CHARACTER}" for c in text)


def _print_json(value: object) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))
