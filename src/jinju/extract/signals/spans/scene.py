"""A sentence laid out for the span signals: what can be known once, before any span is looked at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.model.lexicon import Token, Word, Words

_FUNCTION_WORDS = """
的 了 在 是 和 与 及 以及 或 也 都 就 还 而 则 且 但 但是 于 被 把
为 对 从 到 向 将 这 那 其 该 我 你 他 她 它 我们 你们 他们 她们 它们
吗 呢 吧 着 过 个 等 让 使 由 以 之 所 地 得 不 一 一个 一种 这个
这种 那个 有 要 会 能 可以 能够 应该 应当 必须 已经 正在 并 并且 因为
所以 如果 虽然 只有 只要 才 又 再 更 最 很 非常 通过 根据 按照 作为 成为
称为 叫 叫做 中 上 下 里 内 外 前 后 时 间 来 去 起来
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
SEPARATORS = frozenset("，。；：！？、,.;:!?…—．|\n\t ")
OPENING = frozenset("“‘《〈（(「『【[\"'")
CLOSING = frozenset("”’》〉）)」』】]\"'")
MARKS = SEPARATORS | OPENING | CLOSING
SAYING = frozenset("指出 强调 说 提出 要求 认为 表示 曾说 写道 规定 明确 讲话 报告 会议".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with its tokens; every list has one entry a token, `joint` one a boundary.

    `kind[k]` is the mark itself for punctuation, else the first letter of the tag ("?" where unknown);
    `joint[b]` is how strongly the tokens on both sides of boundary b attract each other, 0..9.
    """

    text: str
    tokens: Sequence[Token]
    words: Words
    entries: list[Word]
    shown: list[str]
    kind: list[str]
    mark: list[bool]
    empty: list[bool]
    joint: list[int]
    outline: str
    """The kinds of all tokens, a character each, between "^" and "$"."""
    again: list[int]
    """0: the word stands once, or is empty or one character; 1: first of several; 2: a later one."""
    clause: list[int]
    """Index of the clause in which the token stands; its closing mark counts as part of it."""
    clauses: int
    said: list[int]
    """How many clauses ago a saying verb closed one (after "指出，": 1); 0 where none did, at most 3."""
    depth: list[str]
    """What the token stands inside: "q" quotation marks, "b" title marks, "p" brackets, "" nothing."""
    source: int
    """Index of the token at which a source note begins, else the number of tokens."""


def lay_out(text: str, tokens: Sequence[Token], words: Words) -> Scene:
    """The scene of one sentence; linear in its length."""
    size = len(tokens)
    entries = [words.get(t.text) for t in tokens]
    mark = [all(c in MARKS for c in t.text) for t in tokens]
    shown = [_shown(t.text) for t in tokens]
    kind = [
        t.text[0] if m else "#" if t.text[0].isdigit() else (t.tag[:1] or "?")
        for t, m in zip(tokens, mark, strict=True)
    ]
    empty = [m or t.text in FUNCTION_WORDS for t, m in zip(tokens, mark, strict=True)]
    clause, said, depth = [0] * size, [0] * size, [""] * size
    source, number, speech = size, 0, 0
    stack: list[str] = []
    for k, token in enumerate(tokens):
        first = token.text[0]
        if mark[k] and first in CLOSING and stack:
            stack.pop()
        clause[k], said[k], depth[k] = number, speech, stack[-1] if stack else ""
        if mark[k] and first in OPENING:
            stack.append("b" if first in "《〈" else "p" if first in "（([【" else "q")
        elif mark[k] and first in SEPARATORS and first != "、" and depth[k] != "b":
            before = tokens[k - 1].text if k else ""
            speech = 1 if before in SAYING else min(3, speech + 1) if speech else 0
            number += 1
        if token.text == "来源" and source == size and k > size // 2:
            source = k
    joint = [0] * (size + 1)
    for b in range(1, size):
        joint[b] = _joint(entries[b - 1], entries[b], words, tokens[b - 1].text + tokens[b].text)
    outline = f"^{''.join(kind)}$"
    return Scene(
        text=text,
        tokens=tokens,
        words=words,
        entries=entries,
        shown=shown,
        kind=kind,
        mark=mark,
        empty=empty,
        joint=joint,
        outline=outline,
        again=_again(tokens, empty),
        clause=clause,
        clauses=number + 1,
        said=said,
        depth=depth,
        source=source,
    )


def _again(tokens: Sequence[Token], empty: list[bool]) -> list[int]:
    """Which words come back in the sentence."""
    times = Counter(token.text for token in tokens)
    seen: set[str] = set()
    found = [0] * len(tokens)
    for k, token in enumerate(tokens):
        if times[token.text] > 1 and not empty[k] and len(token.text) > 1:
            found[k] = 2 if token.text in seen else 1
            seen.add(token.text)
    return found


def _shown(text: str) -> str:
    """The token as the signals name it: digits are all one."""
    return "#" if text[0].isdigit() else text


def _joint(left: Word, right: Word, words: Words, both: str) -> int:
    """0: never seen together in three articles; else 1..9, by the share of the rarer word's articles."""
    together = words.get(both).articles
    if not together:
        return 0
    rarer = min(left.articles or together, right.articles or together)
    return max(1, min(9, round(9 + 2 * log(together / max(rarer, together)))))
