"""One sentence, several articles."""

from jinju.model.deck import ArticleEntry, Deck
from jinju.model.ids import article_digest, article_key
from jinju.model.item import Item
from jinju.model.ledger import Made
from jinju.revise.identity import mint
from jinju.revise.repeats import across, without_repeats

LINES = {
    "甲": ("学{{c1::本领}}，练功夫，长本事。", "小事{{c1::见微知著}}，大事从善如流。"),
    "乙": ("学本领，{{c1::练功夫}}，长本事。", "{{c1::久久为功}}，方能取信于民。"),
}
EMPTY = Deck("名", (), ())


def deck(*titles, recite=False, more=""):
    articles, items = [], []
    for title in titles:
        text = more + "".join(LINES[title]).replace("{{c1::", "").replace("}}", "")
        key = article_key(text)
        articles.append(ArticleEntry(key, title, article_digest(text), (text,)))
        kinds = {1: "recite" if recite and title == "乙" else "slot"}
        items += [Item("", key, line, kinds=kinds) for line in LINES[title]]
    return mint(Deck("名", tuple(articles), tuple(items)))


def texts(made):
    return [item.text for item in made.items]


def test_the_first_article_keeps_the_sentence_whatever_is_hidden_in_it():
    kept, found = without_repeats(EMPTY, deck("甲", "乙"), {})
    assert texts(kept) == [*LINES["甲"], LINES["乙"][1]]
    assert found == [("once", "学本领，练功夫，长本事。", "乙", "甲")]


def test_a_recitation_is_no_repeat():
    both = deck("甲", "乙", recite=True)
    assert without_repeats(EMPTY, both, {}) == (both, [])


def test_what_the_deck_file_has_counts_though_its_article_is_not_made_again():
    kept, found = without_repeats(deck("甲"), deck("乙"), {})
    assert texts(kept) == [LINES["乙"][1]]
    assert [r.there for r in found] == ["甲"]


def test_reviews_of_the_one_that_was_there_first_go_on():
    kept, found = without_repeats(deck("乙"), deck("甲", "乙"), {})
    assert texts(kept) == [LINES["甲"][1], *LINES["乙"]]
    assert [(r.here, r.there) for r in found] == [("甲", "乙")]
    both = deck("甲", "乙")
    assert without_repeats(both, both, {}) == (both, [])


def test_an_article_that_was_mended_does_not_repeat_itself():
    mended = deck("甲", more="加了一句话，别的都没有动。")
    assert mended.articles[0].key != deck("甲").articles[0].key
    assert without_repeats(deck("甲"), mended, {}) == (mended, [])


def test_a_sentence_that_the_person_edited_is_still_known():
    old = deck("甲")
    first = old.items[0]
    edited = Deck("名", old.articles, (Item(first.id, first.article, "学{{c1::真本领}}。"),))
    made = {first.id: Made(first.article, "学本领，练功夫，长本事。")}
    assert texts(without_repeats(edited, deck("乙"), made)[0]) == [LINES["乙"][1]]
    assert texts(without_repeats(edited, deck("乙"), {})[0]) == [*LINES["乙"]]


def test_across_decks_each_sentence_is_told_once():
    one, other = deck("甲"), Deck("另", *(getattr(deck("乙"), name) for name in ("articles", "items")))
    assert list(across([one, other])) == [("twice", "学本领，练功夫，长本事。", "另", "名")]
    assert [r.kind for r in across([one, Deck("副本", one.articles, one.items)])] == ["id", "id"]
    assert list(across([deck("甲", "乙")])) == []
