"""Charts as one HTML page that needs no network: Plotly, its script inside the page."""

from __future__ import annotations

from datetime import timedelta
from html import escape
from typing import TYPE_CHECKING, Any, Final

from jinju.model.chart import Bars, Calendar, Listing
from jinju.model.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.model.chart import Chart

_COLOURS: Final = ("#2a7f62", "#7bb662", "#e3b23c", "#9aa5b1")
_GREENS: Final = ((0.0, "#e3f1e8"), (1.0, "#14532d"))
_GREY: Final = "rgba(128,128,128,.25)"
_STYLE: Final = (
    ":root{color-scheme:light dark}"
    "body{margin:0 auto;max-width:60rem;padding:1.5rem;font:1rem/1.6 system-ui,'Noto Sans CJK SC',sans-serif}"
    "h1{font-size:1.5rem}h2{font-size:1.1rem;margin:2rem 0 .3rem}p.note{color:GrayText;margin:.2rem 0}"
    "table{border-collapse:collapse;width:100%}td,th{padding:.3rem .6rem;text-align:left;"
    "border-bottom:1px solid rgba(128,128,128,.3);vertical-align:top}"
)


def page(title: str, summary: Sequence[str], charts: Sequence[Chart], language: str) -> str:
    """A whole page with `summary` lines above the charts; every text is escaped.

    Raises UserError where Plotly is not installed.
    """
    try:
        from plotly.offline import get_plotlyjs
    except ImportError as error:
        raise UserError("charts-missing") from error
    lines = "".join(f"<p>{escape(line)}</p>" for line in summary)
    body = "".join(_section(chart, f"chart{number}") for number, chart in enumerate(charts))
    return (
        f'<!DOCTYPE html><html lang="{escape(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style><script>{get_plotlyjs()}</script></head>"
        f"<body><h1>{escape(title)}</h1>{lines}{body}</body></html>\n"
    )


def _section(chart: Chart, name: str) -> str:
    note = f'<p class="note">{escape(chart.note)}</p>' if chart.note else ""
    drawn = _table(chart) if isinstance(chart, Listing) else _figure(chart, name)
    return f"<section><h2>{escape(chart.title)}</h2>{note}{drawn}</section>"


def _figure(chart: Bars | Calendar, name: str) -> str:
    import plotly.graph_objects as go
    from plotly.io import to_html

    traces = _bars(chart, go) if isinstance(chart, Bars) else [_calendar(chart, go)]
    figure = go.Figure(list(traces), _layout(chart))
    config = {"displayModeBar": False, "responsive": True}
    return str(to_html(figure, config=config, include_plotlyjs=False, full_html=False, div_id=name))


def _bars(chart: Bars, go: Any) -> Iterator[Any]:
    numbers = list(range(len(chart.labels)))
    for colour, (name, values) in zip(_COLOURS, chart.series.items(), strict=False):
        along = {"x": values, "y": numbers} if chart.lying else {"x": numbers, "y": values}
        shown = (
            "%{customdata}<br>%{"
            + ("x" if chart.lying else "y")
            + (":.0%}" if chart.unit == "share" else "}")
        )
        yield go.Bar(
            **along,
            name=escape(name),
            orientation="h" if chart.lying else "v",
            marker_color=colour,
            customdata=[escape(label) for label in chart.labels],
            hovertemplate=f"{shown} {escape(name)}<extra></extra>",
        )


def _calendar(chart: Calendar, go: Any) -> Any:
    """Weeks from left to right, Monday on top."""
    monday = chart.first - timedelta(days=chart.first.weekday())
    weeks = (chart.last - monday).days // 7 + 1
    grid: list[list[int | None]] = [[None] * weeks for _ in range(7)]
    texts = [[""] * weeks for _ in range(7)]
    for offset in range((chart.last - chart.first).days + 1):
        day = chart.first + timedelta(days=offset)
        week, weekday = divmod((day - monday).days, 7)
        grid[weekday][week] = chart.counts.get(day, 0)
        texts[weekday][week] = day.isoformat()
    starts = [(monday + timedelta(weeks=w)).isoformat() for w in range(weeks)]
    return go.Heatmap(
        z=grid,
        x=starts,
        y=list(range(7)),
        text=texts,
        colorscale=[list(stop) for stop in _GREENS],
        xgap=2,
        ygap=2,
        showscale=False,
        hovertemplate="%{text}<br>%{z}<extra></extra>",
    )


def _layout(chart: Bars | Calendar) -> dict[str, Any]:
    look: dict[str, Any] = {
        "barmode": "stack",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"color": "#808080"},
        "margin": {"l": 40, "r": 10, "t": 40, "b": 40},
        "height": 300,
        "legend": {"orientation": "h", "y": 1, "yanchor": "bottom", "traceorder": "normal"},
        "showlegend": isinstance(chart, Bars) and len(chart.series) > 1,
    }
    if isinstance(chart, Calendar):
        return look | {
            "height": 180,
            "margin": look["margin"] | {"t": 10},
            "yaxis": {"autorange": "reversed", "showticklabels": False, "fixedrange": True},
            "xaxis": {"fixedrange": True},
        }
    count = len(chart.labels)
    step = max(1, -(-count // 15)) if not chart.lying else 1
    named: dict[str, Any] = {
        "tickmode": "array",
        "tickvals": list(range(0, count, step)),
        "ticktext": [escape(_short(label)) for label in chart.labels[::step]],
        "fixedrange": True,
        "automargin": True,
    }
    counted: dict[str, Any] = {"gridcolor": _GREY, "fixedrange": True}
    if chart.unit == "share":
        counted |= {"tickformat": ".0%", "range": [0, 1]}
    if chart.lying:
        return look | {
            "height": 110 + 28 * count,
            "yaxis": named | {"autorange": "reversed"},
            "xaxis": counted,
        }
    return look | {"xaxis": named, "yaxis": counted}


def _short(label: str, most: int = 24) -> str:
    return label if len(label) <= most else label[: most - 1] + "…"


def _table(chart: Listing) -> str:
    head = "".join(f"<th>{escape(text)}</th>" for text in chart.head)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in chart.rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
