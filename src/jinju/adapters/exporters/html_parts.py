"""HTML in which nothing of an article comes alive: text is escaped, and the page may load and run nothing."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from jinju.adapters.exporters.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def text(value: str) -> str:
    """Plain text as HTML, line breaks kept."""
    return escape(plain(value)).replace("\n", "<br>")


def document(title: str, style: str, body: Iterable[str]) -> Iterator[str]:
    """A whole page that needs no other file; `style` names a style sheet beside this module."""
    css = files(__package__).joinpath(style).read_text(encoding="utf-8")
    yield (
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{text(title)}</title>\n<style>\n{css}</style>\n</head>\n<body>\n"
    )
    yield from body
    yield "</body>\n</html>\n"
