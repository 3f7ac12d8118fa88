import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.anki.decks import ESSAY, deck, essay_deck, item

from jinju.adapters.exporters import EXPORTERS, exporter_for, exporter_named, write_export
from jinju.cards.note import notes_of
from jinju.model.cloze import Cloze, Mark, Span, render
from jinju.model.deck import ArticleEntry
from jinju.model.filled import FilledDeck

SCHEMA = json.loads((Path(__file__).parents[4] / "docs" / "deck.schema.json").read_text(encoding="utf-8"))
HOSTILE = (
    """<script>alert("x")</script> </style><img src=x onerror=y> ==甲== #标签 $x$ [a](b) =1 &lt; \x1b[3m"""
)


def filled(made):
    return FilledDeck(made, tuple(notes_of(made, 0)))


def exported(name, *decks):
    return "".join(exporter_named(name).render([filled(d) for d in decks]))


def hostile_deck():
    plain = f"开头{HOSTILE}结尾的一句话"
    start = plain.index(HOSTILE)
    text = render(Cloze(plain, (Mark(1, Span(start, start + len(HOSTILE))),)))
    article = ArticleEntry("a1", HOSTILE, "", (f"前{plain}后",), source=HOSTILE, author=HOSTILE)
    made = item(
        1,
        text,
        article="a1",
        paragraph=0,
        hints={1: (HOSTILE[:5],)},
        cue=HOSTILE[9:20],
        before=HOSTILE[:9],
        after=HOSTILE,
        theme=HOSTILE,
        reasons=(HOSTILE,),
        tags=(HOSTILE,),
    )
    return deck(made, articles=(article,), name=HOSTILE.replace("::", ""))


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        *(("a.txt", "anki-text"), ("a.csv", "csv"), ("A.MD", "markdown"), ("a.json", "json")),
        *(("a.html", "html"), ("a.worksheet.html", "worksheet"), ("a.print.html", "worksheet")),
    ],
)
def test_the_ending_says_the_format(name, wanted):
    assert exporter_for(Path(name)).name == wanted


def test_an_unknown_ending_has_no_format():
    assert exporter_for(Path("a.docx")) is None


def test_names_are_unique():
    assert len({e.name for e in EXPORTERS}) == len(EXPORTERS)


def test_json_follows_its_schema_and_gives_every_clip_back():
    whole = json.loads(exported("json", essay_deck(), hostile_deck()))
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(whole)
    notes = [note for d in whole["decks"] for note in d["notes"]]
    assert len(notes) == 10
    for note in notes:
        for card in note["cards"]:
            assert "".join(p["text"] for p in card["pieces"]) == note["text"]
            assert [p["text"] for p in card["pieces"] if p["hidden"]] == card["answers"]


def test_the_schema_refuses_what_it_does_not_know():
    whole = json.loads(exported("json", essay_deck()))
    whole["decks"][0]["notes"][0]["cards"] = []
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(whole, SCHEMA)


def test_csv_has_a_row_a_card():
    rows = list(csv.DictReader(io.StringIO(exported("csv", essay_deck()), newline="")))
    made = essay_deck()
    assert len(rows) == sum(len(n.cards) for n in notes_of(made, 0))
    row = next(r for r in rows if r["id"] == "i0003" and r["card"] == "2")
    assert row["question"] == "下的是基层、察的是民情、解的是____、得的是民心。"
    assert row["answer"] == "民忧"
    assert row["title"] == ESSAY.title
    assert row["hints"].split("\n") == ["四项并列第 3 项，与“民情”相对", "2 个字", "m y"]


def test_a_csv_cell_is_never_a_formula():
    made = deck(item(1, "=HYPERLINK({{c1::一个}})，这是一条公式吗"), item(2, "{{c1::+加号}}开头的这一句话"))
    rows = list(csv.reader(io.StringIO(exported("csv", made), newline="")))
    cells = [cell for row in rows for cell in row]
    assert not [c for c in cells if c.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert "'=HYPERLINK(一个)，这是一条公式吗" in cells


def test_the_byte_order_mark_is_there_when_asked_for(tmp_path):
    for bom in (True, False):
        write_export(exporter_named("csv"), [filled(essay_deck())], tmp_path / "a.csv", bom=bom)
        data = (tmp_path / "a.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf") == bom
        assert data.removeprefix(b"\xef\xbb\xbf").startswith(b"deck,title,id")


def clozes(text):
    """The blanks and groups that Obsidian's Spaced Repetition plugin would find in a paragraph."""
    bare = re.sub(r"\\.", "", text)
    return re.findall(r"==(.+?)==(?:\^\[(.*?)\]|\[\^(\d+)\])?", bare)


def test_markdown_has_a_cloze_a_card():
    text = exported("markdown", essay_deck())
    paragraph = next(p for p in text.split("\n\n") if "下的是基层" in p)
    assert clozes(paragraph) == [
        ("民情", "四项并列第 2 项", ""),
        ("民忧", "四项并列第 3 项，与“民情”相对", ""),
        ("民心", "四项并列第 4 项，“民”字词", ""),
    ]
    assert "#flashcards/金句/测试" in text


def test_markdown_groups_the_blanks_that_share_a_card():
    paragraph = next(p for p in exported("markdown", essay_deck()).split("\n\n") if "以“实”为基" in p)
    assert [group for _, _, group in clozes(paragraph)] == ["1", "1", "1", "2", "3"]


def test_in_markdown_the_text_makes_no_blank_no_tag_and_no_html():
    text = exported("markdown", hostile_deck())
    bare = re.sub(r"\\.", "", text)
    assert len(re.findall(r"==", bare)) == 2
    assert not re.search(r"[<$]", bare)
    tags = re.findall(r"#[^\s#]+", bare)
    assert len(tags) == 1
    assert tags[0].startswith("#flashcards/")


class Tags(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.found, self.attributes = [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found.append(tag)
        self.attributes += [name for name, _ in attrs]


@pytest.mark.parametrize("name", ["html", "worksheet"])
def test_nothing_of_an_article_comes_alive_in_html(name):
    ours = Tags(exported(name, essay_deck()))
    theirs = Tags(exported(name, hostile_deck()))
    assert set(theirs.found) <= set(ours.found) | {"ol", "li"}
    assert not {"script", "img", "iframe"} & set(theirs.found)
    assert not [a for a in theirs.attributes if a.startswith("on")]
    assert exported(name, hostile_deck()).count("</style>") == 1


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    [
        "=1+1",
        "==",
        "{{c1::",
        "}}",
        "::",
        "</style>",
        "<script>",
        "#标签",
        "\t",
        "\r\n",
        '"',
        "^[a]",
        "$$",
        "%%",
    ]
)


@given(before=TEXT, answer=TEXT, hint=TEXT, name=TEXT)
def test_any_text_leaves_in_every_format(before, answer, hint, name):
    answer = f"答{answer}案"
    plain = f"{before}{answer}。"
    marked = Cloze(plain, (Mark(1, Span(len(before), len(before) + len(answer))),))
    made = item(1, render(marked), before=before, hints={1: (hint,)}, reasons=(hint,), theme=before)
    ready = filled(deck(made, name=f"名{name}"))
    out = {e.name: "".join(e.render([ready])) for e in EXPORTERS}
    assert json.loads(out["json"])["decks"][0]["notes"][0]["text"] == plain
    heading, row = csv.reader(io.StringIO(out["csv"], newline=""))
    assert len(heading) == len(row)
    assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert len(clozes(out["markdown"])) == 1
    for page in ("html", "worksheet"):
        assert not {"script", "img"} & set(Tags(out[page]).found)
        assert out[page].count("</style>") == 1
    lines = out["anki-text"].split("\n")
    assert [line for line in lines if line.startswith("#")] == lines[:7]
