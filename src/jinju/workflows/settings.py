"""How this person wants to study: defaults, then the settings file, then flags."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from jinju.adapters.settings_file import read_settings
from jinju.messages import say
from jinju.model.errors import UserError
from jinju.model.study_settings import StudySettings
from jinju.model.study_wishes import BadWish, read_wish

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

AS_NEEDED: Final = 9_999
"""Cards a day where an exam is set and the person has named no limit: the plan for the exam decides."""


def study_settings(
    flags: Mapping[str, object] | None = None,
    *,
    file: Path | None = None,
    names: Mapping[str, str] | None = None,
) -> StudySettings:
    """Defaults < settings file < flags. `flags` go by the names of `StudySettings`; None: not given.

    Texts are read as in the file, other values are taken through the same checks. `names` says how a flag
    is called on the command line, by default `--name`. `file` is by default the user's own. With an exam the
    limits a day are AS_NEEDED unless they are wished for. Raises UserError.
    """
    wished: dict[str, Any] = read_settings(file)
    for name, value in (flags or {}).items():
        if value is None:
            continue
        texts = [str(v) for v in value] if isinstance(value, list | tuple) else [str(value)]
        try:
            wished[name] = read_wish(name, texts)
        except BadWish as bad:
            flag = (names or {}).get(name, "--" + name.replace("_", "-"))
            raise UserError("setting-wrong", **bad.details(flag, say(bad.want))) from bad
    if wished.get("exam") is not None:
        wished = {"new_a_day": AS_NEEDED, "reviews_a_day": AS_NEEDED, **wished}
    return replace(StudySettings(), **wished)
