"""Words that nobody else writes: in a careless text most of them are slips (昭气 for 朝气)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from jinju.extract.alignment import FUNCTION
from jinju.extract.line import is_han

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.model.lexicon import Token, Words

_PLAIN: Final = FUNCTION | frozenset("到得人年月日时再等比说看想走做给跟请问用好像只便乃且仍古今")
_PAIR: Final = 2


def slips(tokens: Sequence[Token], words: Words) -> Iterator[int]:
    """Where pairs of content characters stand that neither the dictionary nor our articles know as a word.

    `tokens` are those of a whole article in order.
    """
    for token, after in pairwise([*tokens, *tokens[-1:]]):
        pair = token.text
        if len(pair) == 1 and len(after.text) == 1 and after.start == token.start + 1:
            pair += after.text
        if len(pair) == _PAIR and _PLAIN.isdisjoint(pair) and is_han(pair):
            word = words.get(pair)
            if not (word.frequency or word.articles or word.phrase):
                yield token.start
