"""Laws of merging, over articles that change and people who edit."""

from dataclasses import replace
from hashlib import sha256

from hypothesis import given, settings
from hypothesis import strategies as st

from jinju.adapters.deck_file import Parsed, merge_text, parse_deck, render_deck
from jinju.model.article import Span
from jinju.model.cloze import Cloze, Mark, parse, render
from jinju.model.deck import ArticleEntry, Deck
from jinju.model.item import Item
from jinju.revise.identity import article_key
from jinju.revise.merge import begin, merge
from jinju.revise.numbers import renumber
from jinju.revise.update import updated

WORDS = ["基层", "民情", "民忧", "一线", "实干", "担当", "久久为功", "取信于民", "小事", "大事", "见微知著"]
FRAMES = ["下的是{}、察的是{}。", "把{}当{}。", "{}方能{}。", "既要{}，又要{}。", "从{}到{}，步步为营。"]


@st.composite
def clozes(draw):
    pieces = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6))
    plain = "，".join(pieces)
    marks, at = [], 0
    for piece in pieces:
        if draw(st.booleans()) or not marks:
            marks.append(Mark(draw(st.integers(1, 4)), Span(at, at + len(piece))))
        at += len(piece) + 1
    return Cloze(plain, tuple(marks))


@settings(deadline=None)
@given(clozes(), clozes(), st.sets(st.integers(5, 8)))
def test_numbers_are_never_used_twice(old, new, retired):
    done = renumber(old, retired, new)
    used = {*old.numbers, *retired}
    assert done.cloze.plain == new.plain
    assert [m.span for m in done.cloze.marks] == [m.span for m in new.marks]
    assert len(done.cloze.numbers) == len(new.numbers)
    assert not {*done.cloze.numbers} & {*done.retired}
    assert used <= {*done.cloze.numbers, *done.retired}
    for number in {*done.cloze.numbers} & used:
        assert number in old.numbers
    for number in {*done.cloze.numbers} - used:
        assert number > max(used)


@given(clozes(), st.sets(st.integers(5, 8)))
def test_the_same_blanks_keep_their_numbers(cloze, retired):
    assert renumber(cloze, retired, cloze).cloze == cloze
    shuffled = Cloze(cloze.plain, tuple(replace(m, number=9 - m.number) for m in cloze.marks))
    assert renumber(cloze, retired, shuffled).cloze == cloze


@st.composite
def runs(draw):
    """An article of a few sentences, some of them picked, as the program would make it."""
    count = draw(st.integers(1, 6))
    sentences = [
        draw(st.sampled_from(FRAMES)).format(draw(st.sampled_from(WORDS)), draw(st.sampled_from(WORDS)))
        for _ in range(count)
    ]
    cut = draw(st.integers(0, count))
    paragraphs = tuple("".join(p) for p in (sentences[:cut], sentences[cut:]) if p)
    text = "始终如一走好群众路线，脚踏实地办好民生实事。" + "".join(paragraphs)
    paragraphs = ("始终如一走好群众路线，脚踏实地办好民生实事。", *paragraphs)
    key = article_key(text)
    items, seen = [], set()
    for paragraph, body in enumerate(paragraphs):
        for sentence in body.split("。"):
            words = [w for w in WORDS if sentence.count(w) == 1]
            if not words or sentence in seen or draw(st.integers(0, 3)) == 0:
                continue
            seen.add(sentence)
            marks = []
            for n, word in enumerate(draw(st.lists(st.sampled_from(words), min_size=1, unique=True))):
                start = sentence.index(word)
                marks.append(Mark(n + 1, Span(start, start + len(word))))
            marks = [m for m in marks if not any(o is not m and o.span.overlaps(m.span) for o in marks)]
            if marks:
                cloze = Cloze(sentence, tuple(marks))
                items.append(
                    Item("", key, render(cloze), {1: ("提示",)}, paragraph=paragraph, tags=("申论",))
                )
    entry = ArticleEntry(key, "题", sha256(text.encode()).hexdigest(), paragraphs)
    return Deck("名", (entry,), tuple(items))


@st.composite
def edits(draw, deck):
    """What a person may do to a deck."""
    items = []
    for item in deck.items:
        what = draw(st.sampled_from(["nothing", "nothing", "nothing", "text", "tags", "no", "delete"]))
        edit = {"text": {"text": item.text + "（改）"}, "tags": {"tags": ("我的",)}, "no": {"keep": False}}
        if what != "delete":
            items.append(replace(item, **edit.get(what, {})))
    return replace(deck, items=tuple(items))


@settings(max_examples=60, deadline=None)
@given(st.data(), runs(), st.lists(runs(), min_size=1, max_size=4))
def test_nothing_a_person_or_a_learner_has_is_ever_lost(data, start, later):
    merged = begin(start, 1000)
    ever: dict[str, set[int]] = {}
    deleted: set[str] = set()
    for step, new in enumerate(later):
        deck = data.draw(edits(merged.deck))
        deleted |= {i.id for i in merged.deck.items} - {i.id for i in deck.items}
        text = render_deck(merged.deck, merged.ledger)
        now = 2000 + step
        result = merge(deck, new, now, merged.ledger)
        here = {i.id: i for i in result.deck.items}
        assert len(here) == len(result.deck.items)
        assert [i.id for i in deck.items] == [
            i.id for i in result.deck.items if i.id in {j.id for j in deck.items}
        ]
        assert not deleted & set(here)
        for item in deck.items:
            kept = here[item.id]
            was = next(i for i in merged.deck.items if i.id == item.id)
            if item.text != was.text:
                assert kept.text == item.text
                assert result.ledger.mine[item.id] == "all"
            if item.tags != was.tags:
                assert kept.tags == item.tags
            assert kept.keep == item.keep
            assert kept.changed in {item.changed, max(now, item.changed + 1)}
            if (kept.text, kept.hints, kept.tags) != (was.text, was.hints, was.tags):
                assert kept.changed > was.changed
        for item in result.deck.items:
            cloze = parse(item.text)
            assert not {*cloze.numbers} & {*item.retired}
            assert ever.get(item.id, set()) <= {*cloze.numbers, *item.retired}
            ever[item.id] = {*cloze.numbers, *item.retired}
        again = merge(result.deck, new, now + 100, result.ledger)
        assert again.deck == result.deck, [c for c in again.changes if c.kind != "kept"]
        assert again.ledger == result.ledger
        spliced = merge_text(text, parse_deck(text), Parsed(result.deck, result.ledger))
        assert parse_deck(spliced) == (result.deck, result.ledger)
        merged = result


@st.composite
def mended(draw):
    """A clip of clauses with blanks, the same clip with a few slips mended, and a new choice of blanks."""
    verbs = ["下", "察", "解", "得", "守", "办"]
    words = draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=6, unique=True))
    clauses = [f"{verb}的是{word}" for verb, word in zip(verbs, words, strict=False)]
    blanked = draw(st.sets(st.sampled_from(words), min_size=1))
    numbers = dict(zip(sorted(blanked), draw(st.permutations(range(1, len(blanked) + 1))), strict=True))
    signs = [draw(st.sampled_from("、，；")) for _ in clauses]
    later = [draw(st.sampled_from("、，；")) for _ in clauses]
    now = list(clauses)
    what = draw(st.sampled_from(["punctuation", "typo", "clause", "drop"]))
    place = draw(st.integers(0, len(now) - 1))
    if what == "typo":
        now[place] = now[place].replace("的是", "得是")
    if what == "clause":
        now.insert(place, "走的是新路")
        later.append("。")
    if what == "drop" and len(now) > 1:
        del now[place]
    old = _marked("".join(map("".join, zip(clauses, signs, strict=True))), numbers)
    plain = "".join(a + b for a, b in zip(now, later, strict=False))
    choice = draw(st.sets(st.sampled_from([w for w in words if w in plain] or ["的"]), min_size=1))
    return old, _marked(plain, {w: n + 1 for n, w in enumerate(sorted(choice))})


def _marked(plain, numbers):
    marks = [Mark(n, Span(plain.index(w), plain.index(w) + len(w))) for w, n in numbers.items()]
    return Cloze(plain, tuple(sorted(marks, key=lambda m: m.span.start)))


@settings(deadline=None)
@given(mended())
def test_an_answer_that_still_stands_keeps_its_number(pair):
    old, new = pair
    item = updated(Item("i", "a", render(old)), Item("", "a", render(new)), None)
    now = parse(item.text)
    assert now.plain == new.plain
    for number in old.numbers:
        (answer,) = old.answers(number)
        if answer in new.plain:
            assert now.answers(number) == (answer,)
            assert number not in item.retired
    assert {*old.numbers} <= {*now.numbers, *item.retired}
    assert updated(item, Item("", "a", render(new)), None) == item
