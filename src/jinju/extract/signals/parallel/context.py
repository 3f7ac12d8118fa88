"""Where a sentence stands in its essay, and how parallel its paragraph, its neighbours and the essay are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinju.extract.signals.parallel.web import odds

if TYPE_CHECKING:
    from jinju.extract.signals.parallel.web import Web

_LONG: Final = 60


def context_signals(web: Web, i: int) -> list[tuple[str, float]]:
    """First, last, closing its paragraph; the links of its paragraph; whether its neighbours run parallel."""
    shape = web.shapes[i]
    last = len(web.shapes) - 1
    mates = [j for j in web.paragraphs[shape.paragraph] if j != i]
    own = odds(web.best[i])
    inner = [p for j, p in web.linked[i].items() if web.shapes[j].paragraph == shape.paragraph]
    heads = [p for j, p in web.linked[i].items() if shape.opens and web.shapes[j].opens]
    found = [
        ("first", float(i == 0)),
        ("last", float(i == last)),
        ("closes", float(i == last or web.shapes[i + 1].paragraph != shape.paragraph)),
        ("paragraph-alone", float(not mates)),
        ("paragraph-mean", odds(sum(web.best[j] for j in mates) / (len(mates) or 1))),
        ("essay-level", odds(web.level)),
        ("opens*partner", shape.opens * own),
        ("size*partner", min(len(shape.body), _LONG) / _LONG * own),
        ("open-link", odds(max(heads, default=0.0))),
        ("inner-link", odds(max(inner, default=0.0))),
        ("inner-mean", odds(sum(inner) / (len(inner) or 1))),
    ]
    if i > 0:
        found.append(("inside-before", web.inside[i - 1]))
    if i < last:
        found.append(("inside-after", web.inside[i + 1]))
    return found
