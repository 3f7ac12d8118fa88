from dataclasses import replace
from hashlib import sha256

import pytest

from jinju.adapters.deck_file import hand_edited, merge_text, parse_deck, render_deck
from jinju.adapters.deck_file.read import Parsed
from jinju.model.cloze import parse
from jinju.model.deck import ArticleEntry, Deck
from jinju.model.item import Item
from jinju.revise.identity import article_key, sentence_hash
from jinju.revise.merge import begin, merge

PARAGRAPHS = (
    "下的是基层、察的是民情、解的是民忧。干部多走一步，群众少跑一趟。",
    "事情办没办群众一目了然，能力强不强群众心里有数。",
    "把小事当大事，把难事当要事，久久为功方能取信于民。",
)
CLIPS = (
    (0, "下的是{{c1::基层}}、察的是{{c2::民情}}、解的是{{c3::民忧}}。"),
    (0, "干部{{c1::多走一步}}，群众{{c2::少跑一趟}}。"),
    (1, "事情办没办群众{{c1::一目了然}}，能力强不强群众{{c2::心里有数}}。"),
    (2, "把小事当{{c1::大事}}，把难事当{{c2::要事}}，{{c3::久久为功}}方能{{c4::取信于民}}。"),
)


def made(paragraphs=PARAGRAPHS, clips=CLIPS, title="走下去", **more):
    """A deck as the program makes it: ids yet to be drawn, nothing dated."""
    text = "\n".join(paragraphs)
    key = article_key(text)
    article = ArticleEntry(key, title, sha256(text.encode()).hexdigest(), tuple(paragraphs))
    items = []
    for paragraph, marked in clips:
        numbers = parse(marked).numbers
        hints = {n: (f"{n} 号",) for n in numbers}
        kinds = dict.fromkeys(numbers, "slot")
        items.append(Item("", key, marked, hints, kinds, paragraph=paragraph, tags=("申论",), **more))
    return Deck("名", (article,), tuple(items), {"notes": 4})


def first(deck=None):
    return begin(deck or made(), 1000)


def again(old, new, now=2000, **more):
    return merge(old.deck, new, now, old.ledger, **more)


def swapped(text, a, b):
    assert any(a in p for p in text)
    return tuple(p.replace(a, b) for p in text)


def clips_with(a, b):
    assert any(a in c for _, c in CLIPS)
    return tuple((p, c.replace(a, b)) for p, c in CLIPS)


def kinds(merged):
    return [c.kind for c in merged.changes]


def edited(old, place, **edit):
    items = list(old.deck.items)
    items[place] = replace(items[place], **edit)
    return replace(old, deck=replace(old.deck, items=tuple(items)))


def without(old, place):
    items = old.deck.items
    return replace(old, deck=replace(old.deck, items=items[:place] + items[place + 1 :]))


def test_the_first_make_adds_all_and_dates_them():
    merged = first()
    assert kinds(merged) == ["added"] * 4
    assert {i.changed for i in merged.deck.items} == {1000}
    assert len({i.id for i in merged.deck.items}) == 4
    assert set(merged.ledger.made) == {i.id for i in merged.deck.items}
    assert first() == merged


def test_the_same_article_again_changes_nothing():
    old = first()
    merged = again(old, made())
    assert kinds(merged) == ["kept"] * 4
    assert merged.deck == old.deck
    assert merged.ledger == old.ledger


def test_a_mended_typo_updates_its_item_only():
    old = first(made(swapped(PARAGRAPHS, "久久为功", "久久为工"), clips_with("久久为功", "久久为工")))
    merged = again(old, made())
    assert kinds(merged) == ["kept", "kept", "kept", "updated"]
    before, after = old.deck.items[3], merged.deck.items[3]
    assert after.id == before.id
    assert after.text == CLIPS[3][1]
    assert after.changed == 2000
    assert after.retired == ()
    assert merged.deck.items[:3] == old.deck.items[:3]
    assert merged.deck.articles[0].key == old.deck.articles[0].key


def test_a_clause_changed_keeps_the_numbers_of_the_blanks_that_stay():
    new = made(
        swapped(PARAGRAPHS, "把难事当要事，", "把急事当本分，"),
        clips_with(
            "把难事当{{c2::要事}}，{{c3::久久为功}}方能{{c4::取信于民}}",
            "把急事当本分，{{c2::久久为功}}方能{{c3::取信于民}}",
        ),
    )
    after = again(first(), new).deck.items[3]
    assert after.text == "把小事当{{c1::大事}}，把急事当本分，{{c3::久久为功}}方能{{c4::取信于民}}。"
    assert after.retired == (2,)
    assert after.hints == {1: ("1 号",), 3: ("2 号",), 4: ("3 号",)}


def test_a_retired_number_never_comes_back():
    fewer = made(
        swapped(PARAGRAPHS, "群众少跑一趟", "群众称好"), clips_with("群众{{c2::少跑一趟}}", "群众称好")
    )
    once = again(first(), fewer)
    assert once.deck.items[1].retired == (2,)
    assert [c.retired for c in once.changes if c.kind == "updated"] == [(2,)]
    twice = again(once, made(), 3000)
    assert twice.deck.items[1].text == "干部{{c1::多走一步}}，群众{{c3::少跑一趟}}。"
    assert twice.deck.items[1].retired == (2,)


def test_other_blanks_in_the_same_clip_do_not_disturb_a_learner():
    other = made(clips=clips_with("把小事当{{c1::大事}}", "把{{c1::小事}}当大事"))
    merged = again(first(), other)
    assert merged.deck == first().deck
    chosen = again(first(), other, reblank=True).deck.items[3]
    assert chosen.text.startswith("把{{c5::小事}}当大事，把难事当{{c2::要事}}")
    assert chosen.retired == (1,)


def test_better_hints_arrive_and_are_dated():
    better = replace(
        made(), items=tuple(replace(i, hints={1: ("新",)}) for i in made().items[:1]) + made().items[1:]
    )
    merged = again(first(), better)
    assert merged.deck.items[0].hints == {1: ("新",)}
    assert merged.deck.items[0].changed == 2000
    assert kinds(merged) == ["updated", "kept", "kept", "kept"]


def test_a_person_s_edit_wins_and_is_marked_as_theirs():
    old = edited(first(), 3, text="把小事当{{c1::大事}}，把难事当{{c2::要事}}。")
    merged = again(old, made(swapped(PARAGRAPHS, "久久为功", "持之以恒"), clips_with("久久为功", "持之以恒")))
    item = merged.deck.items[3]
    assert item.text == "把小事当{{c1::大事}}，把难事当{{c2::要事}}。"
    assert item.retired == (3, 4)
    assert item.changed == 2000
    assert merged.ledger.mine == {item.id: "all"}
    assert kinds(merged).count("theirs") == 1
    later = again(merged, made(), 3000)
    assert later.deck.items[3].text == item.text
    assert len(later.deck.items) == 4


def test_a_person_s_tags_stay_while_the_text_is_mended():
    old = edited(first(), 3, tags=("我的",))
    merged = again(old, made(swapped(PARAGRAPHS, "久久为功", "持之以恒"), clips_with("久久为功", "持之以恒")))
    assert merged.deck.items[3].tags == ("我的",)
    assert "持之以恒" in merged.deck.items[3].text
    assert merged.ledger.mine == {old.deck.items[3].id: "tags"}


def test_an_item_of_the_person_s_own_stays():
    own = Item("imine", first().deck.articles[0].key, "我自己的{{c1::一句}}话")
    old = first()
    old = replace(old, deck=replace(old.deck, items=(*old.deck.items, own)))
    merged = again(old, made(PARAGRAPHS[:2], CLIPS[:3]))
    assert merged.deck.items[4].text == own.text
    assert merged.ledger.mine == {"imine": "all"}
    assert [c.kind for c in merged.changes if c.id == "imine"] == ["theirs"]


def test_a_deleted_item_stays_away_even_when_its_sentence_changes():
    old = without(first(), 3)
    gone = first().deck.items[3]
    merged = again(old, made())
    assert [i.id for i in merged.deck.items] == [i.id for i in first().deck.items[:3]]
    assert [r.id for r in merged.ledger.refused] == [gone.id]
    assert merged.refused == {sentence_hash(parse(gone.text).plain)}
    mended = made(swapped(PARAGRAPHS, "方能取信", "才能取信"), clips_with("方能{{c4", "才能{{c4"))
    for new in (
        mended,
        made(),
        made(clips=(*CLIPS[:3], (2, "把难事当{{c1::要事}}，{{c2::久久为功}}方能取信于民。"))),
    ):
        merged = again(merged, new, 3000)
        assert len(merged.deck.items) == 3
        assert kinds(merged).count("rejected") == 1


def test_a_refused_item_can_be_let_in_again():
    merged = again(without(first(), 3), made())
    forgiven = replace(merged, ledger=replace(merged.ledger, refused=()))
    assert len(again(forgiven, made()).deck.items) == 4


def test_keep_no_stays_no():
    old = edited(first(), 0, keep=False)
    merged = again(old, made())
    assert merged.deck == old.deck
    assert kinds(merged)[0] == "rejected"
    assert merged.refused == {sentence_hash("下的是基层、察的是民情、解的是民忧。")}


def test_what_was_refused_elsewhere_is_not_taken_up():
    refused = {sentence_hash("事情办没办，群众一目了然；能力强不强，群众心里有数！")}
    merged = begin(made(), 1000, refused)
    assert len(merged.deck.items) == 3
    old = first()
    kept = again(old, made(), refused=refused)
    assert kept.deck == old.deck
    assert kept.allowed == refused


def test_what_no_longer_stands_is_kept_and_reported():
    merged = again(first(), made((PARAGRAPHS[0], PARAGRAPHS[2]), (*CLIPS[:2], (1, CLIPS[3][1]))))
    assert [(c.kind, c.before) for c in merged.changes if c.kind == "gone"] == [("gone", CLIPS[2][1])]
    assert [i.text for i in merged.deck.items] == [c for _, c in CLIPS]
    assert [i.paragraph for i in merged.deck.items] == [0, 0, 1, 1]
    assert merged.deck.items[3].changed == 1000


def test_what_is_only_not_picked_any_more_is_kept_without_alarm():
    merged = again(first(), made(clips=CLIPS[:3]))
    assert merged.deck == first().deck
    assert kinds(merged) == ["kept"] * 4


def test_new_picks_stand_where_they_belong():
    old = first(made(clips=(CLIPS[1], CLIPS[3])))
    merged = again(old, made())
    assert [i.text for i in merged.deck.items] == [c for _, c in CLIPS]
    assert kinds(merged).count("added") == 2
    moved = replace(old, deck=replace(old.deck, items=old.deck.items[::-1]))
    assert [i.text for i in again(moved, made()).deck.items] == [CLIPS[n][1] for n in (0, 3, 1, 2)]


def test_a_new_pick_is_not_laid_over_a_kept_item():
    merged = again(
        first(made(clips=CLIPS[:1])),
        made(clips=((0, "解的是{{c1::民忧}}。干部多走一步，群众{{c2::少跑一趟}}。"),)),
    )
    assert len(merged.deck.items) == 1
    assert [c.reason for c in merged.changes] == ["change-not-picked", "change-overlap"]


def test_a_parallel_neighbour_is_not_taken_for_the_same_sentence():
    paragraphs = ("下的是基层、察的是民情。解的是民忧、得的是民心。",)
    old = first(made(paragraphs, ((0, "下的是{{c1::基层}}、察的是{{c2::民情}}。"),)))
    merged = again(old, made(paragraphs, ((0, "解的是{{c1::民忧}}、得的是{{c2::民心}}。"),)))
    assert len(merged.deck.items) == 2
    assert kinds(merged) == ["kept", "added"] or kinds(merged) == ["added", "kept"]


def test_a_longer_clip_of_the_same_sentence_keeps_the_id():
    old = first(made(clips=((2, "把小事当{{c1::大事}}，把难事当{{c2::要事}}"),)))
    merged = again(old, made(clips=CLIPS[3:]))
    assert [i.id for i in merged.deck.items] == [old.deck.items[0].id]
    assert merged.deck.items[0].text == CLIPS[3][1]


def test_a_recitation_is_never_taken_for_the_note_on_the_same_line():
    line = "干部多走一步，群众少跑一趟。"
    recite = Item("", made().articles[0].key, f"{{{{c1::{line}}}}}", kinds={1: "recite"}, paragraph=0)
    both = replace(made(), items=(*made().items, recite))
    old = first(both)
    assert len({i.id for i in old.deck.items}) == 5
    alone = replace(made(), items=(recite,))
    merged = again(old, alone)
    assert merged.deck == old.deck


def test_another_article_joins_and_the_first_is_left_alone():
    other = made(("春风化雨润无声，担当作为显真功。",), ((0, "{{c1::春风化雨}}润无声"),), "另一篇")
    merged = again(first(), other)
    assert merged.deck.items[:4] == first().deck.items
    assert len(merged.deck.articles) == 2
    assert kinds(merged) == ["added"]


def test_a_new_title_or_url_changes_no_id():
    old = first()
    renamed = replace(made(), articles=(replace(made().articles[0], title="新题", url="u"),))
    merged = again(old, renamed)
    assert [i.id for i in merged.deck.items] == [i.id for i in old.deck.items]
    assert merged.deck.articles[0].title == "走下去"
    assert merged.deck.articles[0].url == "u"


@pytest.mark.parametrize("order", [1, -1])
def test_the_file_is_only_touched_where_something_changed(order):
    old = first(made(clips=CLIPS[::order]))
    text = render_deck(old.deck, old.ledger).replace("- id: ", "# 我的话\n- id: ")
    parsed = parse_deck(text)
    new = made(swapped(PARAGRAPHS, "久久为功", "持之以恒"), clips_with("久久为功", "持之以恒")[::order])
    merged = merge(parsed.deck, new, 2000, parsed.ledger)
    out = merge_text(text, parsed, Parsed(merged.deck, merged.ledger))
    assert parse_deck(out) == (merged.deck, merged.ledger)
    assert out.count("# 我的话\n- id: ") == 4
    was, now = text.splitlines(), out.splitlines()
    added = [line.strip() for line in now if line not in was]
    assert len(added) == 10, added  # digests, paragraph, text, hint, kinds, retired, changed, its place
    assert not hand_edited(out)
    later = again(replace(merged), new, 5000)
    assert (later.deck, later.ledger) == (merged.deck, merged.ledger)
    assert merge_text(out, parse_deck(out), Parsed(later.deck, later.ledger)) == out


def test_an_item_follows_its_mended_sentence_even_if_it_is_no_longer_picked():
    new = made(swapped(PARAGRAPHS, "能力强不强", "能力够不够"), CLIPS[:2])
    merged = again(first(), new)
    item = merged.deck.items[2]
    assert item.text == "事情办没办群众{{c1::一目了然}}，能力够不够群众{{c2::心里有数}}。"
    assert item.id == first().deck.items[2].id
    assert item.changed == 2000
    assert item.retired == ()
    assert [c.kind for c in merged.changes].count("updated") == 1
    assert again(merged, new, 3000).deck == merged.deck


def test_a_sentence_too_different_is_not_followed():
    new = made(swapped(PARAGRAPHS, "多走一步", "俯身倾听"), CLIPS[2:])
    merged = again(first(), new)
    assert merged.deck.items[1].text == CLIPS[1][1]
    assert [c.kind for c in merged.changes if c.before == CLIPS[1][1]] == ["gone"]


def test_a_blank_in_the_mended_place_moves_along():
    mended = made(swapped(PARAGRAPHS, "少跑一趟", "少跑半趟"), CLIPS[2:])
    assert again(first(), mended).deck.items[1].text == "干部{{c1::多走一步}}，群众{{c2::少跑半趟}}。"


LINE = "下的是基层、察的是民情、解的是民忧、得的是民心"


def test_a_comma_moves_no_blank_to_another_number():
    """A blank whose answer still stands keeps its number, whatever the new run would choose."""
    old = first(
        made((LINE,), ((0, "下的是{{c1::基层}}、察的是民情、解的是{{c2::民忧}}、得的是{{c3::民心}}"),))
    )
    mended = "下的是基层，察的是民情，解的是民忧、得的是民心"
    chosen = "下的是{{c1::基层}}，察的是{{c2::民情}}，解的是民忧、得的是{{c3::民心}}"
    merged = again(old, made((mended,), ((0, chosen),)))
    (item,) = merged.deck.items
    assert item.text == "下的是{{c1::基层}}，察的是民情，解的是{{c2::民忧}}、得的是{{c3::民心}}"
    assert item.retired == ()
    assert again(merged, made((mended,), ((0, chosen),)), 3000).deck == merged.deck
    reblanked = again(old, made((mended,), ((0, chosen),)), reblank=True).deck.items[0]
    assert reblanked.text == "下的是{{c1::基层}}，察的是{{c4::民情}}，解的是民忧、得的是{{c3::民心}}"
    assert reblanked.retired == (2,)


def test_a_blank_that_is_lost_gives_way_to_one_of_the_new_run():
    old = first(made((LINE,), ((0, "下的是{{c1::基层}}、察的是民情、解的是{{c2::民忧}}、得的是民心"),)))
    mended = LINE.replace("、解的是民忧", "")
    chosen = "下的是基层、察的是{{c1::民情}}、得的是{{c2::民心}}"
    (item,) = again(old, made((mended,), ((0, chosen),))).deck.items
    assert item.text == "下的是{{c1::基层}}、察的是{{c3::民情}}、得的是民心"
    assert item.retired == (2,)


def test_a_comma_reaches_an_item_that_is_no_longer_picked():
    mended = made(swapped(PARAGRAPHS, "多走一步，", "多走一步；"), CLIPS[2:])
    merged = again(first(), mended)
    assert merged.deck.items[1].text == "干部{{c1::多走一步}}；群众{{c2::少跑一趟}}。"
    assert [i.text for i in merged.deck.items] == [
        CLIPS[0][1],
        merged.deck.items[1].text,
        *(c for _, c in CLIPS[2:]),
    ]
    assert again(merged, mended, 3000).deck == merged.deck


SHORT = "干部多走一步，群众少跑一趟；事情办没办，群众一目了然。"
LONG = (
    *PARAGRAPHS,
    "新征程上，广大党员干部要把群众的事放在心头，问需于民、问计于民，在田间地头找答案。",
    "作风建设永远在路上，不能有丝毫松懈，须以钉钉子精神一件一件抓下去，直到群众满意为止。",
    "千头万绪的事，说到底是千家万户的事，民生无小事，枝叶总关情，一枝一叶都要放在心上。",
)


def test_an_article_quoted_in_a_longer_one_is_another_article():
    """Much of the short one stands in the long one, not the other way round."""
    old = first(made((SHORT,), ((0, "干部{{c1::多走一步}}，群众{{c2::少跑一趟}}"),), "短评"))
    new = made((*LONG, SHORT), CLIPS[3:], "长文")
    merged = again(old, new)
    assert len(merged.deck.articles) == 2
    assert merged.deck.items[0].text == old.deck.items[0].text


def test_an_article_grown_under_its_title_is_the_same_one():
    old = first(made((SHORT,), ((0, "干部{{c1::多走一步}}，群众{{c2::少跑一趟}}"),)))
    assert len(again(old, made((*LONG, SHORT), CLIPS[3:])).deck.articles) == 1


def test_an_article_told_by_its_text_alone_is_named():
    merged = again(first(), made(swapped(PARAGRAPHS, "心里有数", "心中有数"), CLIPS[:2], "沉下来"))
    assert len(merged.deck.articles) == 1
    (told,) = [c for c in merged.changes if c.reason == "change-alike"]
    assert (told.id, told.before, told.after) == (merged.deck.articles[0].key, "走下去", "沉下来")
    named = again(first(), made(swapped(PARAGRAPHS, "心里有数", "心中有数"), CLIPS[:2]))
    assert "change-alike" not in {c.reason for c in named.changes}


def test_a_tag_with_a_space_becomes_one_that_anki_takes():
    deck = made()
    spaced = replace(deck, items=tuple(replace(i, tags=("申论 基层",)) for i in deck.items))
    old = first(spaced)
    assert {i.tags for i in old.deck.items} == {("申论_基层",)}
    assert again(old, spaced).deck == old.deck
    assert parse_deck(render_deck(old.deck, old.ledger)).deck == old.deck
