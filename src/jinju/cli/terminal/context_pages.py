"""Around the card: the sentences beside it, and the whole paragraph; answers stay hidden until shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.cli.terminal import faces
from jinju.cli.terminal.run import Run
from jinju.messages import say

if TYPE_CHECKING:
    from jinju.study.face import Face
    from jinju.workflows.studied import Context


def context_runs(context: Context, face: Face, *, answered: bool) -> tuple[Run, ...]:
    """The sentence, what stands beside it, and where; once answered also why it was picked."""
    sentence = faces.back(face) if answered else faces.front(face)
    origin = " · ".join(part for part in (context.title, context.source) if part)
    reasons = say("terminal.reasons", reasons=" · ".join(context.reasons)) if context.reasons else ""
    return (
        *_beside(f"{context.before}\n\n" if context.before else "", face, answered=answered),
        *sentence,
        *_beside(f"\n\n{context.after}" if context.after else "", face, answered=answered),
        Run(f"\n\n{reasons}" if answered and reasons else ""),
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
