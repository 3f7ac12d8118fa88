"""The page and the worksheet as a person sees and prints them: in a real Chromium."""

import base64
import io
import json

import pypdfium2
import pytest
from tests.anki.decks import deck, essay_deck, item
from tests.e2e.test_card_in_browser import CONTRASTS

from jinju.adapters.exporters import exporter_named
from jinju.cards.note import notes_of
from jinju.model.filled import FilledDeck

pytestmark = pytest.mark.browser

PHONE, DESKTOP = (360, 740), (1200, 900)


def exported(name, *decks):
    ready = [FilledDeck(d, tuple(notes_of(d, 0))) for d in decks]
    return "".join(exporter_named(name).render(ready))


def by(browser, mode):
    browser.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": mode}])


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("window", [PHONE, DESKTOP])
def test_the_page_fits_the_window_and_reads_well_by_day_and_night(browser, window, mode):
    by(browser, mode)
    browser.show(exported("html", essay_deck()), *window)
    browser.ask("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert browser.ask("document.documentElement.scrollWidth") <= window[0]
    contrasts = browser.ask(CONTRASTS)
    assert len(contrasts) > 100
    for text, contrast in contrasts:
        assert contrast >= 4.5, (text, contrast)
    ground = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).reduce((a, b) => a + +b, 0)"
    assert (browser.ask(ground) > 690) == (mode == "light")


def test_every_card_shows_its_front_without_the_answer_and_its_back_with_it(browser):
    made = essay_deck()
    by(browser, "light")
    browser.show(exported("html", made), *DESKTOP)
    cards = json.loads(
        browser.ask(
            """JSON.stringify([...document.querySelectorAll('.card')].map(c => [
            c.querySelector('.front .clip').innerText, c.querySelector('.back .clip').innerText,
            [...c.querySelectorAll('.back mark')].map(m => m.innerText)]))"""
        )
    )
    assert len(cards) == sum(len(n.cards) for n in notes_of(made, 0))
    assert [c for c in cards if "解的是[…]" in c[0]] == [
        [
            "下的是基层、察的是民情、解的是[…]、得的是民心。",
            "下的是基层、察的是民情、解的是民忧、得的是民心。",
            ["民忧"],
        ]
    ]
    for front, back, answers in cards:
        assert front.count("[…]") == len(answers) >= 1
        for answer in answers:
            assert answer in back
            assert len(answer) == 1 or answer not in front


def test_every_pick_of_the_article_is_highlighted_and_leads_to_its_cards(browser):
    made = essay_deck()
    browser.show(exported("html", made), *DESKTOP)
    texts = json.loads(
        browser.ask(
            """JSON.stringify([...document.querySelectorAll('.pick')].map(p => {
            const copy = p.cloneNode(true); copy.querySelector('.why').remove();
            return [copy.textContent, !!document.querySelector(p.getAttribute('href')),
                    getComputedStyle(p).backgroundImage !== 'none'] }))"""
        )
    )
    assert len(texts) == len(made.items)
    assert all(leads and washed for _, leads, washed in texts)
    assert "下的是基层、察的是民情、解的是民忧、得的是民心。" in [t for t, *_ in texts]


def test_the_reasons_show_under_the_pointer_and_under_the_focus(browser):
    browser.show(exported("html", essay_deck()), *DESKTOP)
    shown = (
        "[...document.querySelectorAll('.why')].filter(w => w.getClientRects().length)"
        ".map(w => w.innerText).join()"
    )
    assert browser.ask(shown) == ""
    browser.ask("document.querySelectorAll('.pick')[0].focus()")
    assert browser.ask(shown) == "排比 3 项 · 首段点题"
    browser.ask("document.activeElement.blur()")
    assert browser.ask(shown) == ""
    x, y = json.loads(
        browser.ask(
            """(() => { const p = document.querySelectorAll('.pick')[1]; p.scrollIntoView({block: 'center'});
            const r = p.getClientRects()[0]; return JSON.stringify([r.x + 5, r.y + r.height / 2]) })()"""
        )
    )
    browser.send("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
    assert browser.ask(shown) == "判断句 · 段首 · 背诵"


def test_the_page_runs_no_script_and_loads_nothing(browser):
    hostile = deck(
        item(
            1, "<script>window.ran = 1</script>开头的{{c1::一句话}}，<img src=x onerror='window.ran = 2'>结尾"
        ),
        name="</title><script>window.ran = 3</script>",
    )
    for name in ("html", "worksheet"):
        browser.show(exported(name, hostile), *DESKTOP)
        assert browser.ask("window.ran") is None
        assert browser.ask("document.scripts.length + document.images.length") == 0
        assert browser.ask("performance.getEntriesByType('resource').length") == 0
        assert "<script>window.ran = 1</script>" in browser.ask("document.body.innerText")


def printed(browser, page):
    """The text of each page of the PDF that Chromium prints."""
    browser.show(page, *DESKTOP)
    data = base64.b64decode(browser.send("Page.printToPDF", preferCSSPageSize=True)["data"])
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    sizes = {tuple(round(v) for v in page.get_size()) for page in document}
    assert sizes == {(595, 842)}, "A4 in points"
    return [page.get_textpage().get_text_bounded() for page in document]


def test_the_worksheet_prints_with_the_answers_on_a_page_of_their_own(browser):
    pages = printed(browser, exported("worksheet", essay_deck()))
    assert len(pages) == 2
    assert "参考答案" not in pages[0]
    assert "参考答案" in pages[1]
    for answer in ("民忧", "一目了然", "紧盯不放、一抓到底"):
        assert answer not in pages[0]
        assert answer in pages[1]
    assert "姓名" in pages[0]


def test_blanks_and_answers_are_numbered_alike(browser):
    browser.show(exported("worksheet", essay_deck()), *DESKTOP)
    blanks = browser.ask("[...document.querySelectorAll('.sheet sup')].map(s => s.innerText).join()")
    answers = browser.ask("[...document.querySelectorAll('.answers li')].map(l => l.value).join()")
    assert blanks == answers
    assert blanks.split(",") == [str(n) for n in range(1, 28)]
    first = browser.ask(
        "[...document.querySelectorAll('.answers li')].slice(0, 4).map(l => l.innerText).join()"
    )
    assert first == "下,解,促,解民忧、纾民困"


def test_a_blank_and_the_quotation_mark_before_it_share_a_line(browser):
    quoted = deck(item(1, "一二三四五六七八" * 4 + "又要关注群众心心念念的“{{c1::关键小事}}”，"))
    for width in range(300, 900, 20):
        browser.show(exported("worksheet", quoted), width, 900)
        assert browser.ask("document.documentElement.scrollWidth") <= width
        assert browser.ask("document.querySelector('.tight').getClientRects().length") == 1
    assert browser.ask("document.querySelector('.tight').innerText").replace("\n", "") == "“1”，"


def test_each_deck_starts_a_sheet(browser):
    other = deck(item(1, "学{{c1::本领}}、练{{c1::功夫}}、长本事，一样也不能少"), name="金句::另一份")
    pages = printed(browser, exported("worksheet", essay_deck(), other))
    assert len(pages) == 3
    assert "另一份" in pages[1]
    assert "本领" not in pages[1]
    assert "另一份" in pages[2]
