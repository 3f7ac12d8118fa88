"""Around the card: the sentences beside it, and the whole paragraph; answers stay hidden until shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.cli.terminal import faces
from jinju.cli.terminal.run import Run

if TYPE_CHECKING:
    from jinju.study.face import Face
    from jinju.workflows.studied import Context


def context_runs(context: Context, face: Face, *, answered: bool) -> tuple[Run, ...]:
    """The sentence before, the card's, the one after, and where they stand."""
    sentence = faces.back(face) if answered else faces.front(face)
    origin = " · ".join(part for part in (context.title, context.source) if part)
    return (
        *_beside(context.before, face, answered=answered),
        *sentence,
        *_beside(context.after, face, answered=answered),
        Run(f"\n\n{origin}", "dim"),
    )


def paragraph_runs(context: Context, face: Face, *, answered: bool) -> tuple[Run, ...]:
    """The paragraph as the article has it."""
    return (Run(context.paragraph),) if answered else faces.hidden(context.paragraph, face.answers)


def _beside(text: str, face: Face, *, answered: bool) -> tuple[Run, ...]:
    if answered:
        return (Run(text, "dim"),)
    return tuple(
        run if run.role == "gap" else Run(run.text, "dim") for run in faces.hidden(text, face.answers)
    )
