"""A command whose plain parameters need no pydantic.

Typer from 0.28 turns every parameter's text into its type through pydantic, which takes 90 ms to load: a
tenth of the whole time of making a deck. Texts, paths and lists of texts need none of it. An option of
another type loads it only when it is given, and an older Typer is left as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_PLAIN: dict[Any, Callable[[Any], Any]] = {
    str: str,
    bool: bool,
    Path: Path,
    list[str]: list,
    list[Path]: lambda values: [Path(v) for v in values],
}


@dataclass(frozen=True, slots=True)
class _Plain:
    """Turns a value into its type, as Typer's own conversion would."""

    convert: Callable[[Any], Any] | None
    later: Callable[[], Any]

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value in its type; Typer's own conversion for what is not plain."""
        if value is None or value == ():
            return () if param.multiple or param.nargs == -1 else None
        if self.convert is None:
            return self.later().coerce(value, param=param, ctx=ctx)
        return self.convert(value)


class LightCommand(TyperCommand):
    """A Typer command that loads pydantic only for a value that needs it."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As Typer's, the parameters made light first."""
        _lighten(self.get_params(ctx))
        return super().parse_args(ctx, args)


class LightGroup(TyperGroup):
    """A Typer group that loads pydantic only for a value that needs it."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As Typer's, the parameters made light first."""
        _lighten(self.get_params(ctx))
        return super().parse_args(ctx, args)


def _lighten(params: Iterable[Any]) -> None:
    for param in params:
        descriptor = getattr(param, "type_descriptor", None)
        if descriptor is not None and getattr(param, "_runtime_param", param) is None:
            convert = _PLAIN.get(descriptor.annotation)
            vars(param)["_runtime_param"] = _Plain(convert, _real(descriptor))


def _real(descriptor: Any) -> Callable[[], Any]:
    def build() -> Any:
        from typer._coercion import build_runtime_param

        return build_runtime_param(descriptor)

    return build
