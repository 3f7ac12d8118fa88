"""The way back from a field: what Anki shows, as notation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinju.cards.field import clean, field_html
from jinju.cards.unfield import plain_of, read_field
from jinju.model.article import Span
from jinju.model.cloze import Cloze, Mark, parse, render


def told(source):
    return render(read_field(source).cloze)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("学{{c1::本领}}", "学{{c1::本领}}"),
        ("学{{c1::本领::提示}}", "学{{c1::本领::提示}}"),
        ("学{{c1::本领::a::b}}", r"学{{c1::本领::a\:\:b}}"),
        ("{{c1::甲{{c2::乙::h}}丙::H}}", "{{c1::甲{{c2::乙::h}}丙::H}}"),
        ("{{c1,3::甲}}", "{{c1::{{c3::甲}}}}"),
        ("{{c1::甲", r"\{\{c1\:\:甲"),
        ("{{c1::甲{{c2::乙}}", r"\{\{c1\:\:甲{{c2::乙}}"),
        ("甲}}乙::丙{{丁", r"甲\}\}乙\:\:丙\{\{丁"),
        ("{<!-- -->{c1<!-- -->::甲}<!-- -->}", r"\{\{c1\:\:甲\}\}"),
        ("{{c0::甲}}{{c500::乙}}{{c12345678::丙}}{{c7::}}", "甲乙丙"),
        ("<b>学{{c1::本</b>领}}", "学{{c1::本领}}"),
        ("甲<br>乙<div>丙</div><div>丁</div><p>戊", "甲\n乙\n丙\n丁\n戊"),
        ("甲&nbsp;乙 &lt;b&gt; &amp;amp;", "甲 乙 <b> &amp;"),
        ("{{c1:: 甲 <br>}}乙", "{{c1::甲}} \n乙"),
        ("甲  {{c1::<br>乙}}", "甲  \n{{c1::乙}}"),
        ("甲  <br>{{c1::乙}}", "甲\n{{c1::乙}}"),
        ("<style>x{{c1::y}}</style><script>z</script>甲", "甲"),
        ("<ruby>汉<rt>han</rt></ruby>", "汉（han）"),
        ("甲[sound:a.mp3]乙<img src='x>y'>", "甲乙y'>"),
        ("a < b > c <3", "a < b > c <3"),
        (r"\(\frac{a}{b}\)", r"\\(\\frac\{a\}\{b\}\\)"),
        ("", ""),
    ],
)
def test_a_field_is_read_as_anki_reads_it(source, text):
    assert told(source) == text


@pytest.mark.parametrize(
    ("source", "lost"),
    [
        ("甲", set()),
        ("<b>甲</b>", {"looks"}),
        ("<img src=a>", {"media"}),
        ("甲[sound:a.mp3]", {"media"}),
        ("{{c1::}}甲", {"blanks"}),
        ("{{c900::甲}}", {"blanks"}),
        ("甲<br>", set()),
    ],
)
def test_what_plain_text_cannot_hold_is_named(source, lost):
    assert read_field(source).lost == lost


ODD = st.sampled_from(
    ["{{", "}}", "::", "{{c1::", "<", ">", "&", "-->", "<!--", "\\", "\n", "[sound:a]", "｛｛"]
)
TEXTS = st.lists(st.text(max_size=5) | ODD, max_size=10).map("".join)


def same(text):
    """Apart from white space at the ends of lines, which HTML does not keep, and what a deck file forbids."""
    return "".join(clean(text).replace("｛｛", "｛ ｛").replace("｝｝", "｝ ｝").split())


@given(st.lists(TEXTS, min_size=3, max_size=3), st.integers(1, 499))
def test_reading_undoes_writing(parts, number):
    before, answer, after = parts
    plain = before + answer + after
    start, end = len(before), len(before) + len(answer)
    marks = (Mark(number, Span(start, end)),) if answer else ()
    got = read_field(field_html(plain, marks)).cloze
    assert same(got.plain) == same(plain)
    if same(answer):
        assert [same(a) for a in got.answers(number)] == [same(answer)]


@given(TEXTS)
def test_any_html_gives_notation_that_parses(source):
    cloze = read_field(source).cloze
    assert parse(render(cloze)) == Cloze(cloze.plain, cloze.marks)
    assert plain_of(source) == cloze.plain
