"""An article's paragraphs with the picked clips highlighted, each a link to its cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.adapters.exporters.faces import all_pieces
from jinju.adapters.exporters.html_parts import text
from jinju.messages import word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jinju.model.deck import ArticleEntry
    from jinju.model.filled import FilledItem


def paragraphs(
    article: ArticleEntry, entries: Sequence[FilledItem], names: Mapping[str, str]
) -> Iterator[str]:
    """Every paragraph as HTML; `names` gives the id of an item's cards on the page.

    Why a clip was picked shows while the pointer or the keyboard's focus is on it. A line that is recited
    as well says so. A clip that no longer stands in its paragraph has no highlight.
    """
    here: dict[int, list[FilledItem]] = {}
    for entry in entries:
        here.setdefault(entry.item.paragraph, []).append(entry)
    for index, paragraph in enumerate(article.paragraphs):
        yield f"<p>{''.join(_marked(paragraph, here.get(index, ()), names))}</p>\n"


def _marked(paragraph: str, entries: Sequence[FilledItem], names: Mapping[str, str]) -> Iterator[str]:
    places: dict[str, tuple[int, FilledItem]] = {}
    recited: set[str] = set()
    for entry in entries:
        clip = entry.cloze.plain
        if "recite" in entry.item.kinds.values():
            recited.add(clip)
        start = paragraph.find(clip)
        if start >= 0:
            places.setdefault(clip, (start, entry))
    at = 0
    for clip, (start, entry) in sorted(places.items(), key=lambda p: (p[1][0], -len(p[0]))):
        if start < at:
            continue
        yield text(paragraph[at:start])
        yield _pick(entry, names[entry.item.id], recited=clip in recited)
        at = start + len(clip)
    yield text(paragraph[at:])


def _pick(entry: FilledItem, name: str, *, recited: bool) -> str:
    item = entry.item
    whole = all(kind == "recite" for kind in item.kinds.values()) and bool(item.kinds)
    inner = "".join(
        f"<b>{text(p.text)}</b>" if p.number and not whole else text(p.text) for p in all_pieces(entry.cloze)
    )
    why = [*item.reasons, *([word("kind.recite")] if recited else [])]
    said = text(" · ".join(why) or item.theme or word("export.picked"))
    return f'<a class="pick" href="#{name}">{inner}<span class="why"><i>{said}</i></span></a>'
