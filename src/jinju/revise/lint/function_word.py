"""A blank that begins or ends with a function word: nobody learns anything by recalling 将 or 的."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinju.revise.lint.subject import letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.model.finding import Finding
    from jinju.revise.lint.subject import Known, Subject

FUNCTION: Final = frozenset(
    "的地得了着过是在和与及或而且但也都就才还又更很把被将对向从以为于所之其这那此该要会能可应让使给跟同并即则因由们等呢吗吧啊"
)

MAY_BEGIN: Final = frozenset("其所")
"""所思所盼, 其乐融融."""
MAY_END: Final = frozenset("之")
"""起而行之."""


def check(subject: Subject, known: Known) -> Iterator[Finding]:
    """A warning for an edge that is a word of its own; idioms, quotations and recitations are left alone."""
    if subject.cloze is None:
        return
    for number in subject.cloze.numbers:
        if subject.item.kinds.get(number) in ("recite", "quote"):
            continue
        for answer in subject.cloze.answers(number):
            word = _loose_edge(answer, known)
            if word:
                yield subject.finding("function-word", "warn", number=number, answer=answer, word=word)


def _loose_edge(answer: str, known: Known) -> str:
    bare = letters(answer)
    if not bare or not {bare[0], bare[-1]} & FUNCTION or known.is_phrase(bare):
        return ""
    words = [w for w in known.words(answer) if letters(w)]
    if words and words[0] in FUNCTION - MAY_BEGIN:
        return words[0]
    return words[-1] if words and words[-1] in FUNCTION - MAY_END else ""
