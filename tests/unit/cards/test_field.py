import pytest

from jinju.cards.field import clean, field_html
from jinju.model.cloze import parse


@pytest.mark.parametrize(
    ("notation", "html"),
    [
        ("察的是{{c1::民情}}。", "察的是{{c1::民情}}。"),
        ("{{c1::a::一条提示}}", "{{c1::a}}"),
        ("{{c1::甲{{c2::乙}}}}", "{{c1::甲{{c2::乙}}}}"),
        ("a<b>&c", "a&lt;b&gt;&amp;c"),
        (r"\{\{c1\:\:x\}\}", "{<!-- -->{c1:<!-- -->:x}<!-- -->}"),
        (r"\{{{c1::\{x\}}}\}", "{<!-- -->{{c1::<!-- -->{x}<!-- -->}}<!-- -->}"),
        ("一:{{c1:::二:}}:", "一:<!-- -->{{c1::<!-- -->:二:<!-- -->}}<!-- -->:"),
        ("[sound:a.mp3][$]", "[<!-- -->sound:a.mp3][<!-- -->$]"),
        ("[[type:Text]]", "[<!-- -->[type:Text]]"),
        ("一\r\n二\u2028三", "一<br>二<br>三"),
        ("\x00一\x1f\t二\x85三\u00a0四\ufffd", "一 二<br>三 四□"),
        ("e\u0301 \uf900", "é 豈"),
    ],
)
def test_text_becomes_html(notation, html):
    cloze = parse(notation)
    assert field_html(cloze.plain, cloze.marks) == html


@pytest.mark.parametrize(
    ("plain", "html"),
    [
        (r"\(\frac{{a}}{b}\)", r"\(\frac{ {a} }{b}\)"),
        (r"\[a<b::c\]", r"\[a&lt;b: :c\]"),
        (r"\(\{\)", r"\(\{\)"),
        (r"\(}{\)", r"\<!-- -->(}{\<!-- -->)"),
        (r"\({\)", r"\<!-- -->({\<!-- -->)"),
        ("{:}:{}", "{:}:{}"),
        (r"\(a", r"\<!-- -->(a"),
        (r"\(a\(b\)", r"\<!-- -->(a\(b\)"),
        (r"\([sound:a]\)", r"\<!-- -->([<!-- -->sound:a]\<!-- -->)"),
    ],
)
def test_mathematics_lives_where_it_is_whole(plain, html):
    assert field_html(plain) == html


def test_mathematics_that_a_mark_cuts_is_shown_as_written():
    cloze = parse(r"\\(a{{c1::b}}\\) {{c2::\\(c\\)}}")
    assert field_html(cloze.plain, cloze.marks) == r"\<!-- -->(a{{c1::b}}\<!-- -->) {{c2::\(c\)}}"


def test_clean_is_idempotent_on_what_it_changes():
    text = "\x00e\u0301\r\n\ufffd\ud800"
    assert clean(text) == "é\n□□" == clean(clean(text))


@pytest.mark.parametrize("piece", [r"\(", r"\(\[", "{{c1::", r"\({", "<a&", r"\(a\)"])
def test_a_long_hostile_text_comes_through(piece):
    """In time linear in its length; a square would take minutes here."""
    found = field_html(piece * 100_000)
    assert "{{" not in found
    assert "<a" not in found
    assert len(found) >= len(piece) * 100_000
