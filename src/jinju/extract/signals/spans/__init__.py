"""The span signals; a new one is a new file and a line here."""

from jinju.extract.signals.spans import content, edges, joints, neighbours, place, syntax, whole
from jinju.extract.signals.spans.signal import Signal

SIGNALS: tuple[Signal, ...] = (
    edges.FIRST,
    edges.LAST,
    neighbours.BEFORE,
    neighbours.AFTER,
    joints.LEFT,
    joints.RIGHT,
    joints.WITHIN,
    content.WORDS,
    content.RARITY,
    place.PLACE,
    place.ENDING,
    syntax.GOVERNED,
    syntax.HEADING,
    syntax.LISTED,
    whole.SHAPE,
    whole.KNOWN,
    whole.FRAMED,
)
