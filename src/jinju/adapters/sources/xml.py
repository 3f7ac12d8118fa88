"""XML as a stream of starts, ends and text, with no entities of a document's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Mapping


class XmlError(ValueError):
    """Not well-formed, or more than an article needs."""


class Listener(Protocol):
    """Told of what stands in the XML; names and attributes come without their namespaces."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Characters of an element."""


def listen(data: bytes, listener: Listener) -> None:
    """Tell `listener` all that `data` holds; raises XmlError. Entity bombs and outside files are refused."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def start(name: str, attributes: Mapping[str, str]) -> None:
        listener.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def declared(*_: object) -> None:
        raise XmlError("entity declared")

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: listener.end(_local(name))
    parser.CharacterDataHandler = listener.text
    parser.EntityDeclHandler = declared
    try:
        parser.Parse(data, True)  # noqa: FBT003 (expat takes it by position)
    except expat.ExpatError as error:
        raise XmlError(str(error)) from error


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
