"""The look of the screen is the terminal's own."""

from __future__ import annotations

from textual.theme import Theme

THEME = Theme(
    name="jinju",
    primary="ansi_default",
    secondary="ansi_default",
    accent="ansi_magenta",
    success="ansi_green",
    warning="ansi_yellow",
    error="ansi_red",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables=dict.fromkeys(
        (
            *("ansi-background", "ansi-foreground", "border-blurred"),
            *("block-cursor-background", "block-cursor-foreground"),
            *("input-cursor-background", "input-cursor-foreground"),
            *("input-selection-background", "input-selection-foreground"),
            *("screen-selection-background", "screen-selection-foreground"),
        ),
        "ansi_default",
    )
    | {"input-cursor-text-style": "reverse"},
)
"""The terminal's own colours: light stays light, dark stays dark."""
