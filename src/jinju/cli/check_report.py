"""What `jinju check` prints: a finding with its place and remedy, or the same as JSON."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import typer

from jinju.messages import say

if TYPE_CHECKING:
    from jinju.workflows.check import Checked, CheckReport


def show_check(report: CheckReport, *, as_json: bool) -> None:
    """Every finding, then how many there are of each severity."""
    if as_json:
        found = [
            {
                "file": str(f.file),
                "line": f.line,
                "rule": f.rule,
                "severity": f.severity,
                "item": f.item or None,
                "key": f.key or None,
                "message": _message(f),
                "remedy": say(f.remedy) if f.remedy else None,
                "fixable": f.fixable,
                "fixed": f.fixed,
            }
            for f in report.findings
        ]
        written = [str(path) for path in report.written]
        whole = {"clean": report.clean, "items": report.items, "written": written, "findings": found}
        typer.echo(json.dumps(whole, ensure_ascii=False, indent=2))
        return
    for finding in report.findings:
        place = f"{finding.file}:{finding.line}" if finding.line else str(finding.file)
        name = f" [{finding.item}]" if finding.item else ""
        state = say("check-fixed") if finding.fixed else say(f"severity.{finding.severity}")
        typer.echo(_printable(f"{place}: {state} {finding.rule}{name} {_message(finding)}"))
        if finding.remedy and not finding.fixed:
            fixable = f" {say('check-fixable')}" if finding.fixable else ""
            typer.echo(f"    {say(finding.remedy)}{fixable}")
    for path in report.packages:
        typer.echo(say("check-package-kept", path=path), err=True)
    left = Counter(f.severity for f in report.findings if not f.fixed)
    fixed = sum(f.fixed for f in report.findings)
    counts = {name: left[name] for name in ("error", "warn", "info")}
    typer.echo(say("check-summary", items=report.items, fixed=fixed, **counts))


def _message(finding: Checked) -> str:
    return say(finding.code, **dict(finding.details))


def _printable(line: str) -> str:
    """A card may hold control characters; a terminal must not obey them."""
    return "".join(c if c.isprintable() or c == " " else "\N{REPLACEMENT CHARACTER}" for c in line)
