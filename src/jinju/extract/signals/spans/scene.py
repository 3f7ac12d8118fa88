"""A sentence laid out for the span signals: what can be known once, before any span is looked at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from jinju.extract.signals.spans.signal import NUMBERS
from jinju.extract.signals.spans.surround import Surround, surround

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
    `joint[b]` is how strongly the tokens on both sides of boundary b attract each other: 1..9, 0 where they
    stand together in fewer than three articles. `shown` is the token with all digits as "#".
    """

    text: str
    tokens: Sequence[Token]
    words: Words
    starts: list[int]
    ends: list[int]
    shown: list[str]
    kind: list[str]
    mark: list[bool]
    tag: list[str]
    """The whole tag, "?" where unknown."""
    named: list[str]
    """The mark itself, else the whole tag."""
    size: list[str]
    """The length of the word, at most 5, as a key."""
    frequency: list[float]
    articles: list[float]
    """Logarithms of the dictionary's frequency and of the number of reference articles, plus one."""
    empty: list[str]
    """"1" for marks and function words, else nothing."""
    hollow: list[str]
    """"1" for function words, else nothing."""
    joint: list[int]
    outline: str
    """The kinds of all tokens, a character each, between "^" and "$"."""
    meetings: list[str]
    """The kinds on both sides of each boundary."""
    bigrams: list[str]
    """Each token and the next."""
    again: list[str]
    """"1" for the first of several such words, "2" for a later one, else nothing (empty and short words)."""
    clause: list[int]
    """Index of the clause in which the token stands; its closing mark counts as part of it."""
    clauses: int
    said: list[int]
    """How many clauses ago a saying verb closed one (after "指出，": 1); 0 where none did, at most 3."""
    depth: list[str]
    """What the token stands inside: "q" quotation marks, "b" title marks, "p" brackets, "-" nothing."""
    source: int
    """Index of the token at which a source note begins, else the number of tokens."""
    surround: Surround


def lay_out(text: str, tokens: Sequence[Token], words: Words) -> Scene:
    """The scene of one sentence; linear in its length."""
    size = len(tokens)
    texts = [t.text for t in tokens]
    entries = [words.get(text) for text in texts]
    mark = [MARKS.issuperset(text) for text in texts]
    shown = ["#" if text[0].isdigit() else text for text in texts]
    tag = [t.tag or "?" for t in tokens]
    kind = [word[0] if m or word == "#" else full[0] for word, full, m in zip(shown, tag, mark, strict=True)]
    empty = ["1" if m or text in FUNCTION_WORDS else "" for text, m in zip(texts, mark, strict=True)]
    clause, said, depth = [0] * size, [0] * size, ["-"] * size
    source, number, speech = size, 0, 0
    stack: list[str] = []
    for k, word in enumerate(texts):
        first = word[0]
        if mark[k] and first in CLOSING and stack:
            stack.pop()
        clause[k], said[k] = number, speech
        if stack:
            depth[k] = stack[-1]
        if not mark[k]:
            if word == "来源" and source == size and k > size // 2:
                source = k
        elif first in OPENING:
            stack.append("b" if first in "《〈" else "p" if first in "（([【" else "q")
        elif first in SEPARATORS and first != "、" and depth[k] != "b":
            before = texts[k - 1] if k else ""
            speech = 1 if before in SAYING else min(3, speech + 1) if speech else 0
            number += 1
    together = words.entries
    joint = [0] * (size + 1)
    for b in range(1, size):
        both = together.get(texts[b - 1] + texts[b])
        if both is not None and both.articles:
            joint[b] = _joint(entries[b - 1], entries[b], both.articles)
    outline = f"^{''.join(kind)}$"
    return Scene(
        text=text,
        tokens=tokens,
        words=words,
        starts=[t.start for t in tokens],
        ends=[t.end for t in tokens],
        shown=shown,
        kind=kind,
        mark=mark,
        tag=tag,
        named=[word[0] if m else full for word, full, m in zip(shown, tag, mark, strict=True)],
        size=[NUMBERS[min(5, len(word))] for word in shown],
        frequency=[log(t.frequency + 1) for t in tokens],
        articles=[log(entry.articles + 1) for entry in entries],
        empty=empty,
        hollow=["" if m else bare for bare, m in zip(empty, mark, strict=True)],
        joint=joint,
        outline=outline,
        meetings=[a + b for a, b in pairwise(outline)],
        bigrams=[f"{a} {b}" for a, b in pairwise(shown)],
        again=_again(texts, empty),
        clause=clause,
        clauses=number + 1,
        said=said,
        depth=depth,
        source=source,
        surround=surround(shown, kind, mark, clause, empty),
    )


def _again(texts: Sequence[str], empty: Sequence[str]) -> list[str]:
    """Which words come back in the sentence."""
    found = [""] * len(texts)
    if len(set(texts)) == len(texts):
        return found
    times = Counter(texts)
    seen: set[str] = set()
    for k, text in enumerate(texts):
        if times[text] > 1 and not empty[k] and len(text) > 1:
            found[k] = "2" if text in seen else "1"
            seen.add(text)
    return found


def _joint(left: Word, right: Word, together: int) -> int:
    """1..9, by the share of the rarer word's articles in which both stand together."""
    rarer = min(left.articles or together, right.articles or together)
    return max(1, min(9, round(9 + 2 * log(together / max(rarer, together)))))
