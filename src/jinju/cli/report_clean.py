"""What `jinju clean` prints."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import typer

from jinju.messages import say, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.model.article import Article, Repair, Span


def show_article(article: Article, *, repairs: bool, original: bool) -> None:
    """Title and text, then on request every repair: where, before, after, kind, how sure.

    With `original` the spans lead into the text as it was decoded, else into the article.
    """
    if article.title:
        typer.echo(article.title + "\n")
    typer.echo(article.text)
    if not repairs:
        return
    typer.echo("\n" + say("heading.repairs", count=len(article.repairs)))
    for repair in article.repairs:
        span = repair.original if original else repair.clean
        change = f"{_shown(repair.before)} → {_shown(repair.after)}"
        kinds = "+".join(table().get(f"repair.{kind}", kind) for kind in repair.kind.split("+"))
        typer.echo(f"{span.start}–{span.end}\t{repair.confidence:.2f}\t{kinds}\t{change}")


def show_articles_json(articles: Sequence[Article]) -> None:
    """Everything known of the cleaned articles; spans are half-open ranges of code points."""
    found = [_article(a) for a in articles]
    typer.echo(json.dumps(found[0] if len(found) == 1 else found, ensure_ascii=False, indent=2))


def _article(article: Article) -> dict[str, Any]:
    return {
        "title": article.title,
        "subtitle": article.subtitle,
        "author": article.source.author,
        "date": article.source.date,
        "url": article.source.url,
        "site": article.source.site,
        "text": article.text,
        "paragraphs": [
            {
                **_span(p.span),
                "kind": p.kind,
                "language": p.language,
                "sentences": [_span(s.span) for s in p.sentences],
            }
            for p in article.paragraphs
        ],
        "repairs": [_repair(r) for r in article.repairs],
    }


def _repair(repair: Repair) -> dict[str, Any]:
    return {
        "kind": repair.kind,
        "confidence": round(repair.confidence, 3),
        "before": repair.before,
        "after": repair.after,
        "original": _span(repair.original),
        "clean": _span(repair.clean),
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _shown(text: str) -> str:
    """A short, printable form: white space and control characters as escapes."""
    plain = "".join(c if c.isprintable() else repr(c)[1:-1] for c in text) or "∅"
    return plain if len(plain) <= 40 else plain[:39] + "…"
