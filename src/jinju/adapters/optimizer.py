"""The optimiser of FSRS's own authors, in Rust, without torch; an extra of jinju."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from jinju.model.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinju.model.example import Example, Weights


def fitter(relearning_steps: int) -> Callable[[Sequence[Example]], Weights]:
    """What fits parameters to examples; the same examples always give the same ones.

    `relearning_steps` is how many steps a forgotten card goes through. Raises UserError where the extra is
    not installed; the fitter raises one where the library gives up.
    """
    try:
        from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview
    except ImportError as error:
        raise UserError("optimize-missing") from error

    def fit(examples: Sequence[Example]) -> Weights:
        items = [
            FSRSItem([FSRSReview(rating, days) for rating, days in example.answers]) for example in examples
        ]
        try:
            found = FSRS(DEFAULT_PARAMETERS).compute_parameters(
                items, enable_short_term=True, num_relearning_steps=relearning_steps
            )
        except Exception as error:  # the library raises bare exceptions
            raise UserError("optimize-failed", reason=error) from error
        return tuple(round(float(weight), 4) for weight in found)

    return fit


def name() -> str:
    """The library and its version, to be kept with what it fitted."""
    return f"fsrs-rs-python {version('fsrs-rs-python')}"
