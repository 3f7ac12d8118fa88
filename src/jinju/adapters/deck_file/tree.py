"""YAML text -> nodes that know their place; streamed, so that 10,000 items never stand in memory as nodes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MAX_DEPTH = 8


class Node(NamedTuple):
    """A scalar (`text`), a mapping (`pairs`) or a list (`elements`); offsets are code points of the text.

    `line` counts from 1. `end` is where a it ends: a scalar, the bracket of a collection, or its last part.
    """

    line: int
    start: int
    end: int
    text: str | None = None
    pairs: tuple[tuple[Node, Node], ...] | None = None
    elements: tuple[Node, ...] | None = None
    plain: bool = False
    """A scalar without quotes."""
    block: bool = False
    """A literal or folded scalar; a collection written over several lines."""
    column: int = 0


class TreeError(Exception):
    """The text is no tree of ours: `code` of the message, and the line, counted from 1."""

    def __init__(self, code: str, line: int) -> None:
        super().__init__(code)
        self.code = code
        self.line = line


def compose(
    text: str,
    streams: Mapping[str, Callable[[Node], None]],
    wants: Callable[[str, int], bool] = lambda _key, _number: True,
) -> Node:
    """The root mapping of `text`. Lists under the keys in `streams` are handed over element by element.

    Of an element that `wants` does not want, by key and number, only the place is read.

    Raises TreeError for what a deck file never needs (anchors, tags, several documents, deep nesting), and
    yaml.YAMLError where the text is not YAML.
    """
    import yaml

    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text)
    try:
        return _Composer(loader.get_event).root(streams, wants)
    finally:
        loader.dispose()


class _Composer:
    """Turns events into nodes. Written for speed: half a million events are an ordinary deck."""

    def __init__(self, following: Callable[[], Any]) -> None:
        import yaml

        self._next = following
        self._scalar = yaml.ScalarEvent
        self._mapping = yaml.MappingStartEvent
        self._list = yaml.SequenceStartEvent
        self._mapping_end = yaml.MappingEndEvent
        self._list_end = yaml.SequenceEndEvent
        self._alias = yaml.AliasEvent
        self._around = (yaml.StreamStartEvent, yaml.DocumentStartEvent)
        self._document_end = yaml.DocumentEndEvent
        self._stream_end = yaml.StreamEndEvent

    def root(self, streams: Mapping[str, Callable[[Node], None]], wants: Callable[[str, int], bool]) -> Node:
        event: Any = self._next()
        while isinstance(event, self._around):
            event = self._next()
        if event.__class__ is not self._mapping:
            raise TreeError("deck-not-a-mapping", event.start_mark.line + 1)
        self._check(event)
        pairs = []
        while (inner := self._next()).__class__ is not self._mapping_end:
            key = self._key(inner)
            inner = self._next()
            if key.text in streams and inner.__class__ is self._list:
                name = key.text or ""
                value = self._streamed(inner, streams[name], partial(wants, name))
            else:
                value = self._node(inner, 1)
            pairs.append((key, value))
        while (after := self._next()).__class__ is not self._stream_end:
            if after.__class__ is not self._document_end:
                raise TreeError("deck-several-documents", after.start_mark.line + 1)
        mark: Any = event.start_mark
        end = pairs[-1][1].end if pairs else mark.index
        return Node(mark.line + 1, mark.index, end, pairs=tuple(pairs), block=not event.flow_style)

    def _streamed(self, event: Any, take: Callable[[Node], None], wants: Callable[[int], bool]) -> Node:
        self._check(event)
        mark: Any = event.start_mark
        end: int = mark.index
        number = 0
        while (inner := self._next()).__class__ is not self._list_end:
            node = self._node(inner, 2) if wants(number) else self._passed(inner)
            number += 1
            end = node.end
            take(node)
        if event.flow_style:
            end = _end(inner)
        return Node(
            mark.line + 1, mark.index, end, elements=(), block=not event.flow_style, column=mark.column
        )

    def _passed(self, event: Any) -> Node:
        """The place of a node, its parts left unread."""
        if event.__class__ is self._scalar or event.__class__ is self._alias:
            return self._node(event, 2)
        mark: Any = event.start_mark
        last = event
        open_flows = [event.flow_style]
        while open_flows:
            inner: Any = self._next()
            if inner.__class__ is self._mapping or inner.__class__ is self._list:
                open_flows.append(inner.flow_style)
            elif inner.__class__ is self._mapping_end or inner.__class__ is self._list_end:
                if open_flows.pop():
                    last = inner
            else:
                last = inner
        return Node(mark.line + 1, mark.index, _end(last), block=not event.flow_style, column=mark.column)

    def _key(self, event: Any) -> Node:
        if event.__class__ is not self._scalar:
            raise TreeError("deck-key-not-text", event.start_mark.line + 1)
        return self._node(event, 0)

    def _node(self, event: Any, depth: int) -> Node:
        mark: Any = event.start_mark
        if event.__class__ is self._scalar:
            if event.anchor is not None or event.tag is not None:
                self._check(event)
            style = event.style
            return Node(
                mark.line + 1,
                mark.index,
                _end(event),
                event.value,
                None,
                None,
                not style,
                style == "|" or style == ">",  # noqa: PLR1714 - a set costs a tenth of the whole reading
                mark.column,
            )
        self._check(event)
        if depth >= MAX_DEPTH:
            raise TreeError("deck-too-deep", mark.line + 1)
        end = mark.index
        block = not event.flow_style
        if event.__class__ is self._mapping:
            pairs = []
            while (inner := self._next()).__class__ is not self._mapping_end:
                key = self._key(inner)
                value = self._node(self._next(), depth + 1)
                end = value.end
                pairs.append((key, value))
            if not block:
                end = _end(inner)
            return Node(mark.line + 1, mark.index, end, pairs=tuple(pairs), block=block, column=mark.column)
        elements = []
        while (inner := self._next()).__class__ is not self._list_end:
            node = self._node(inner, depth + 1)
            end = node.end
            elements.append(node)
        if not block:
            end = _end(inner)
        return Node(mark.line + 1, mark.index, end, elements=tuple(elements), block=block, column=mark.column)

    def _check(self, event: Any) -> None:
        line = event.start_mark.line + 1
        if event.__class__ is self._alias or event.anchor is not None:
            raise TreeError("deck-anchor", line)
        if event.tag is not None:
            raise TreeError("deck-tag", line)


def _end(event: Any) -> int:
    """Where what the event stands for ends."""
    end: int = event.end_mark.index
    return end
