"""YAML text -> nodes that know their place; streamed, so that 10,000 items never stand in memory as nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

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


def compose(text: str, streams: Mapping[str, Callable[[Node], None]]) -> Node:
    """The root mapping of `text`. Lists under the keys in `streams` are handed over element by element.

    Raises TreeError for what a deck file never needs (anchors, tags, several documents, deep nesting), and
    yaml.YAMLError where the text is not YAML.
    """
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return _Composer(yaml.parse(text, Loader=loader)).root(streams)


class _Composer:
    def __init__(self, events: Iterator[Any]) -> None:
        import yaml

        self._events = events
        self._closed = 0
        self._scalar = yaml.ScalarEvent
        self._mapping = yaml.MappingStartEvent
        self._list = yaml.SequenceStartEvent
        self._ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        self._alias = yaml.AliasEvent
        self._around = (yaml.StreamStartEvent, yaml.DocumentStartEvent)
        self._after = (yaml.DocumentEndEvent, yaml.StreamEndEvent)

    def root(self, streams: Mapping[str, Callable[[Node], None]]) -> Node:
        event: Any = next(self._events)
        while isinstance(event, self._around):
            event = next(self._events)
        if not isinstance(event, self._mapping):
            raise TreeError("deck-not-a-mapping", event.start_mark.line + 1)
        self._check(event)
        pairs = []
        for key, inner in self._keys():
            if key.text and key.text in streams and isinstance(inner, self._list):
                value = self._streamed(inner, streams[key.text])
            else:
                value = self._node(inner, 1)
            pairs.append((key, value))
        for after in self._events:
            if not isinstance(after, self._after):
                raise TreeError("deck-several-documents", after.start_mark.line + 1)
        mark: Any = event.start_mark
        end = pairs[-1][1].end if pairs else mark.index
        return Node(mark.line + 1, mark.index, end, pairs=tuple(pairs), block=not event.flow_style)

    def _keys(self) -> Iterator[tuple[Node, Any]]:
        """Each key of the mapping that is open, with the first event of its value."""
        for event in self._elements():
            if not isinstance(event, self._scalar):
                raise TreeError("deck-key-not-text", event.start_mark.line + 1)
            yield self._node(event, 0), next(self._events)

    def _elements(self) -> Iterator[Any]:
        """The first event of each element of the collection that is open."""
        for event in self._events:
            if isinstance(event, self._ends):
                ending: Any = event.end_mark
                self._closed = ending.index
                return
            yield event

    def _streamed(self, event: Any, take: Callable[[Node], None]) -> Node:
        self._check(event)
        mark: Any = event.start_mark
        end: int = mark.index
        for inner in self._elements():
            node = self._node(inner, 2)
            end = node.end
            take(node)
        end = self._end(event, end)
        return Node(
            mark.line + 1, mark.index, end, elements=(), block=not event.flow_style, column=mark.column
        )

    def _node(self, event: Any, depth: int) -> Node:
        mark: Any = event.start_mark
        line, start, column = mark.line + 1, mark.index, mark.column
        if isinstance(event, self._scalar):
            if event.anchor is not None or event.tag is not None:
                self._check(event)
            style = event.style
            block = style in {"|", ">"}
            ending: Any = event.end_mark
            return Node(
                line, start, ending.index, text=event.value, plain=not style, block=block, column=column
            )
        self._check(event)
        if depth >= MAX_DEPTH:
            raise TreeError("deck-too-deep", line)
        if isinstance(event, self._mapping):
            pairs = tuple((key, self._node(inner, depth + 1)) for key, inner in self._keys())
            end = self._end(event, pairs[-1][1].end if pairs else start)
            return Node(line, start, end, pairs=pairs, block=not event.flow_style, column=column)
        elements = tuple(self._node(inner, depth + 1) for inner in self._elements())
        end = self._end(event, elements[-1].end if elements else start)
        return Node(line, start, end, elements=elements, block=not event.flow_style, column=column)

    def _end(self, event: Any, last: int) -> int:
        """Where a collection ends: at its bracket, or with its last part."""
        return self._closed if event.flow_style else last

    def _check(self, event: Any) -> None:
        line = event.start_mark.line + 1
        if isinstance(event, self._alias) or event.anchor is not None:
            raise TreeError("deck-anchor", line)
        if event.tag is not None:
            raise TreeError("deck-tag", line)
