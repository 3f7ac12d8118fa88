"""Rendered cards as a person sees them: real Anki's HTML in a real Chromium."""

import json
import re

import pytest
from tests.anki.collection import collection, notes, take_in
from tests.anki.decks import deck, essay_deck, item
from tests.e2e.frame import page

from jinju.adapters.apkg import write_apkg
from jinju.cards.note import notes_of

pytestmark = pytest.mark.browser

PHONE, DESKTOP = (360, 640), (1280, 800)
DAY, NIGHT, OLD_NIGHT = "", "nightMode", "night_mode"

CONTRASTS = """(() => {
  const part = c => { c /= 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4 };
  const light = c => 0.2126 * part(c[0]) + 0.7152 * part(c[1]) + 0.0722 * part(c[2]);
  const colour = s => s.match(/[\\d.]+/g).map(Number);
  const ground = e => {
    for (; e; e = e.parentElement) {
      const c = colour(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] === 1) return c;
    }
    return [255, 255, 255];
  };
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement, text = walk.currentNode.data.trim();
    if (!text || !e.getClientRects().length || e.closest("script, style")) continue;
    const [a, b] = [light(colour(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
    found.push([text, (a + 0.05) / (b + 0.05)]);
  }
  return found;
})()"""


@pytest.fixture(scope="module")
def cards(tmp_path_factory):
    """(guid, number) -> the two sides of the card, as real Anki renders them."""
    folder = tmp_path_factory.mktemp("collection")
    return sides(folder, essay_deck())


def sides(folder, made):
    write_apkg(made.name, notes_of(made, 0), folder / "deck.apkg")
    with collection(folder) as col:
        take_in(col, folder / "deck.apkg")
        return {
            (note.guid, card.ord + 1): (card.question(), card.answer())
            for note in notes(col).values()
            for card in note.cards()
        }


def seen(browser):
    """The text that stands open on the page."""
    return browser.ask("document.body.innerText")


def middle(browser, selector):
    """The middle of the first element that shows, in window coordinates; None where none shows."""
    found = browser.ask(
        f"""JSON.stringify([...document.querySelectorAll({json.dumps(selector)})]
        .map(e => e.getBoundingClientRect()).filter(r => r.width && r.height)
        .map(r => [r.x + r.width / 2, r.y + r.height / 2, r.width, r.height]))"""
    )
    return next(iter(json.loads(found)), None)


def tap(browser, selector):
    x, y, *_ = middle(browser, selector)
    browser.click(x, y)


@pytest.mark.parametrize(
    ("window", "mode"), [(PHONE, DAY), (PHONE, NIGHT), (DESKTOP, DAY), (DESKTOP, OLD_NIGHT)]
)
def test_every_side_fits_the_window_and_reads_well(browser, cards, window, mode):
    for (guid, number), both in cards.items():
        for side in both:
            browser.show(page(side, number, mode), *window)
            browser.ask("document.querySelectorAll('details').forEach(d => { d.open = true })")
            assert browser.ask("document.documentElement.scrollWidth") <= window[0], (guid, number)
            contrasts = browser.ask(CONTRASTS)
            assert contrasts
            for text, contrast in contrasts:
                assert contrast >= 4.5, (guid, number, text, contrast)


@pytest.mark.parametrize("mode", [NIGHT, OLD_NIGHT])
def test_night_is_dark_and_day_is_light(browser, cards, mode):
    front = cards["i0003", 1][0]
    ground = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).reduce((a, b) => a + +b, 0)"
    browser.show(page(front, 1), *PHONE)
    assert browser.ask(ground) > 690
    browser.show(page(front, 1, mode), *PHONE)
    assert browser.ask(ground) < 120


@pytest.mark.parametrize("scripts", [True, False])
def test_the_front_hides_the_answer_and_the_back_shows_it_marked(browser, cards, scripts):
    front, back = cards["i0003", 2]
    browser.show(page(front, 2), *PHONE, scripts=scripts)
    assert "下的是基层、察的是民情、解的是[...]、得的是民心。" in seen(browser)
    assert "民忧" not in seen(browser)
    browser.show(page(back, 2), *PHONE, scripts=scripts)
    assert "解的是民忧、" in seen(browser)
    assert browser.ask("document.querySelector('.cloze').innerText") == "民忧"
    plain, marked = (
        browser.ask(f"getComputedStyle(document.querySelector('{selector}')).color")
        for selector in (".jj-text", ".cloze")
    )
    assert plain != marked


@pytest.mark.parametrize("scripts", [True, False])
def test_hints_open_one_step_a_tap(browser, cards, scripts):
    steps = ["四项并列第 3 项，与“民情”相对", "2 个字", "m y"]
    browser.show(page(cards["i0003", 2][0], 2), *PHONE, scripts=scripts)
    for opened in range(len(steps) + 1):
        text = seen(browser)
        assert [step in text for step in steps] == [n < opened for n in range(len(steps))]
        _, _, width, height = middle(browser, "summary") or (0, 0, 0, 0)
        if opened < len(steps):
            assert width >= 44
            assert height >= 44
            tap(browser, "summary")
    assert middle(browser, "summary") is None


def test_a_card_shows_its_own_ladder_only(browser, cards):
    for number, own in ((1, "四项并列第 2 项"), (2, "第 3 项，与“民情”相对"), (3, "第 4 项")):
        browser.show(page(cards["i0003", number][0], number), *PHONE)
        browser.ask("document.querySelectorAll('details').forEach(d => { d.open = true })")
        text = seen(browser)
        assert own in text
        assert text.count("并列") == 1


def test_ladders_of_high_numbers_name_their_number(browser, tmp_path):
    numbers = (50, 51, 499)
    text = "，".join(f"第{n}处{{{{c{n}::答案{n}}}}}" for n in numbers)
    made = deck(item(1, text, hints={n: (f"线索{n}",) for n in numbers}))
    found = sides(tmp_path, made)
    browser.show(page(found["i0001", 50][0], 50), *PHONE)
    assert seen(browser).split("\n")[-3:] == ["提示", "提示（第 51 空）", "提示（第 499 空）"]
    browser.show(page(found["i0001", 499][0], 499), *PHONE)
    assert "\n提示\n" not in seen(browser)
    tap(browser, ".jj-nx + .jj-nx summary")
    assert "线索499" in seen(browser)


def test_the_key_opens_the_next_hint_once_however_often_the_card_was_loaded(browser, cards):
    front = cards["i0003", 2][0]
    script = re.search(r"(?s)<script>(.*?)</script>", front)[1]
    browser.show(page(front, 2), *PHONE)
    browser.ask(script)  # the desktop runs the template's script again with every card
    browser.ask(script)
    browser.press("h")
    assert browser.ask("document.querySelectorAll('details[open]').length") == 1
    assert "四项并列第 3 项" in seen(browser)
    browser.press("h")
    assert browser.ask("document.querySelectorAll('details[open]').length") == 2


def test_the_paragraph_comes_on_demand_with_the_clip_marked(browser, cards):
    browser.show(page(cards["i0003", 2][1], 2), *PHONE, scripts=False)
    assert "百姓家门口" not in seen(browser)
    tap(browser, ".jj-whole summary")
    assert "百姓家门口" in seen(browser)
    assert (
        browser.ask("document.querySelector('mark').innerText")
        == "下的是基层、察的是民情、解的是民忧、得的是民心。"
    )


def test_the_clip_is_the_largest_text_and_its_lines_are_of_comfortable_length(browser, cards):
    for window, most in ((PHONE, 17), (DESKTOP, 36)):
        browser.show(page(cards["i0001", 2][0], 2), *window)
        size, width, line = (
            browser.ask(f"parseFloat(getComputedStyle(document.querySelector('.jj-text')).{name})")
            for name in ("fontSize", "width", "lineHeight")
        )
        assert size >= 20
        assert width / size <= most
        assert 1.6 <= line / size <= 2.1
        sizes = browser.ask(
            "[...document.querySelectorAll('.jj *:not(.jj-text, .jj-text *)')]"
            ".map(e => parseFloat(getComputedStyle(e).fontSize))"
        )
        assert max(sizes) < size


def test_han_glyphs_are_asked_for_in_their_mainland_form(browser, cards):
    for side in cards["i0001", 1]:
        browser.show(page(side, 1), *PHONE)
        assert browser.ask("document.querySelector('.jj-text').closest('[lang]').lang") == "zh-CN"


def test_a_card_asks_for_nothing_from_outside(browser, cards):
    for (_, number), both in cards.items():
        for side in both:
            browser.show(page(side, number), *PHONE)
            assert browser.ask("performance.getEntriesByType('resource').length") == 0


def test_typing_is_offered_where_it_is_switched_on(browser, cards, tmp_path):
    assert not any("type:" in side for side in cards["i0003", 2])
    with collection(tmp_path) as col:
        made = essay_deck(type_in=True)
        write_apkg(made.name, notes_of(made, 0), tmp_path / "deck.apkg")
        take_in(col, tmp_path / "deck.apkg")
        card = notes(col)["i0003"].cards()[1]
        assert "[[type:cloze:Text]]" in card.question()
        assert "[[type:cloze:Text]]" in card.answer()
        wanted = col.extract_cloze_for_typing(notes(col)["i0003"]["Text"], 2)
        assert wanted == "民忧"
        compared = col.compare_answer(wanted, "民优")
        box = '<center><input type="text" id="typeans"></center>'
        front = card.question().replace("[[type:cloze:Text]]", box)
        back = card.answer().replace("[[type:cloze:Text]]", compared)
    for mode in (DAY, NIGHT):
        browser.show(page(front, 2, mode), *PHONE)
        assert browser.ask("document.querySelector('#typeans').getBoundingClientRect().width") > 250
        assert browser.ask("document.documentElement.scrollWidth") <= PHONE[0]
        browser.ask("document.querySelector('#typeans').focus()")
        browser.press("h")
        assert browser.ask("document.querySelector('#typeans').value") == "h"
        assert browser.ask("document.querySelectorAll('details[open]').length") == 0
        browser.show(page(back, 2, mode), *PHONE)
        assert all(contrast >= 4.5 for _, contrast in browser.ask(CONTRASTS))
        assert "民优" in seen(browser)
