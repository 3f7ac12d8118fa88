"""The settings file: a small YAML text with a section `study`, read strictly."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any, Final

from jinju.messages import say
from jinju.model.errors import UserError
from jinju.model.study_wishes import WISHES, BadWish, read_wish

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from jinju.adapters.deck_file.tree import Node

SECTIONS: Final = ("study",)
MAX_BYTES: Final = 1 << 20


def default_path() -> Path:
    """`settings.yaml` in the user's configuration directory."""
    from platformdirs import user_config_path

    return user_config_path("jinju", appauthor=False) / "settings.yaml"


def read_settings(path: Path | None = None) -> dict[str, Any]:
    """The values in the section `study`, by the names of `StudySettings`; empty where there is no file.

    Raises UserError that names the file, the line and, for an unknown key, the nearest known one.
    """
    place = path or default_path()
    text = _text(place)
    if text is None or not re.sub(r"(?m)^\s*#.*$", "", text).strip():
        return {}
    return dict(_study(_root(text, place), place))


def _text(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError("settings-unreadable", path=path, reason=reason) from error
    try:
        if len(data) > MAX_BYTES:
            raise UserError("settings-unreadable", path=path, reason=say("settings-too-big"))
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UserError("settings-unreadable", path=path, reason="UTF-8") from None


def _root(text: str, path: Path) -> Node:
    import yaml

    from jinju.adapters.deck_file.tree import TreeError, compose

    try:
        return compose(text, {})
    except TreeError as error:
        raise UserError("settings-bad-yaml", path=path, line=error.line) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise UserError("settings-bad-yaml", path=path, line=mark.line + 1 if mark else 1) from error


def _study(root: Node, path: Path) -> Iterator[tuple[str, Any]]:
    for section, node in _pairs(root, path, SECTIONS, root.line):
        if node.text == "":
            continue
        for name, value in _pairs(node, path, tuple(WISHES), node.line):
            try:
                yield name, read_wish(name, _texts(value))
            except BadWish as bad:
                where = f"{path}:{value.line}: {section}"
                raise UserError("setting-wrong", **bad.details(where, say(bad.want))) from bad


def _pairs(node: Node, path: Path, known: Sequence[str], line: int) -> Iterator[tuple[str, Node]]:
    if node.pairs is None:
        raise UserError("settings-want-keys", path=path, line=line, keys=", ".join(known))
    seen: set[str] = set()
    for key, value in node.pairs:
        name = (key.text or "").strip().replace("-", "_")
        if name not in known:
            near = difflib.get_close_matches(name, known, 1, 0.5)
            nearest = near[0] if near else ", ".join(known)
            raise UserError("settings-unknown-key", path=path, line=key.line, key=key.text, nearest=nearest)
        if name in seen:
            raise UserError("settings-key-twice", path=path, line=key.line, key=key.text)
        seen.add(name)
        yield name, value


def _texts(node: Node) -> list[str]:
    if node.text is not None:
        return [node.text]
    return [e.text for e in node.elements or () if e.text is not None]
