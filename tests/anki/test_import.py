"""What real Anki holds after importing a package."""

import re
import sqlite3
import unicodedata
import zipfile
from dataclasses import replace

import pytest
from tests.anki.collection import faults, notes, take_in
from tests.anki.decks import WHEN, deck, essay_deck, item
from tests.anki.sides import Side, visible

from jinju.adapters import note_type
from jinju.adapters.apkg import write_apkg
from jinju.cards.note import notes_of
from jinju.model.cloze import parse
from jinju.model.note import FIELDS

HOSTILE = {
    "literal marks": r"原文里写着 \{\{c2::假的\}\} 和 \{\{c1\:\:也是假的\}\}，真的是{{c1::这里}}。",
    "braces at the edges": r"甲\{{{c1::\{乙\}}}\}丙\{\{{{c2::\}\}丁\{\{}}\}\}戊",
    "colons": r"比如 std\:\:vector，{{c1::\:\:命名空间\:\:甲}}，冒号:{{c2:::乙:}}:丙",
    "HTML": "标签 <script>alert(1)</script> 与 <b>{{c1::A&B <i>斜</i>}}</b> &amp; &#123;&#123;c9::x",
    "TeX": r"公式 \\(\frac\{\{a\}\}\{b\}\\) 中，{{c1::分母是 \\(b_\{\{1\}\}\\) 的情形}}，又 \\[x\:\:y\\]。",
    "TeX cut by a mark": r"公式 \\(a + {{c1::b + c}}\\) 的后半，文字照旧。",
    "unfinished TeX": r"半个公式 \\(x 与 {{c1::多余的 \\) 括号}} 还有 \\[。",
    "old TeX": "旧写法 [latex]x[/latex] [$]y[/$] [$$]z[/$$] 之中{{c1::藏一处}}。",
    "sounds": "这里写 [sound:a.mp3] 和 [anki:tts lang=zh_CN]读[/anki:tts]，{{c1::[sound:b.mp3] 不是声音}}。",
    "emoji": "笑脸 😀 与家庭 👨‍👩‍👧‍👦 还有{{c1::国旗🇨🇳}}",
    "control characters": "响铃\x07{{c1::退\x08格}}、垂直\x0b制表\x00、换页\x0c，\x1f分隔、\x85新行。",
    "lines": "第一行\n{{c1::第二行\r\n第三行}}\u2028第四行",
    "combining": "重音 e\u0301 与{{c1::\u0338不等号 >\u0338}} 及 \u0338 兼容字 \uf900\n\u0338",
    "damage": "坏字 \ufffd 与{{c1::\ufffd坏\udc80了}}完",
    "nested": "{{c1::外层{{c2::中层{{c3::里层}}后}}}}尾，余下的文字",
    "number gaps": "只有{{c3::三}}号、{{c7::七七}}号和{{c12::十二}}号",
    "last number": "最后一号是{{c499::四九九号}}",
    "spaces": "空格\u00a0不断行，全角\u3000空格，{{c1::a b}}，末尾 ",
    "hint in a mark": "提示写在里面：{{c1::答案在此::一条提示}}，后面还有字。",
    "templates": "模板 {{#Text}} {{Title}} {{FrontSide}} 与{{c1::空空}}",
    "comments": "注释 <!-- 不该消失 --> 与{{c1::--> 还在}}",
}


def shown(text):
    """What a learner should read of `text`: its lines, with nothing but white space made plain."""
    text = text.replace("\r\n", "\n").translate({0x2028: "\n", 0x0B: "\n", 0x0C: "\n", 0x85: "\n"})
    text = re.sub(r"[\x00-\x09\x0b-\x1f]", "", text).replace("\u00a0", " ").replace("\ufffd", "□")
    return re.sub(r"[\ud800-\udfff]", "□", text)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_becomes_what_it_says(col, package, name):
    text = HOSTILE[name]
    more = {
        "before": r"上一句 {{c5::不是}} <b>标记</b> \(x\)",
        "after": "}} :: &",
        "theme": "<i>",
        "reasons": ("a<b", "{{"),
    }
    assert take_in(col, package(deck(item(1, text, hints={1: ("<u>{{c8::x}}</u>",)}, **more)))) == {"new": 1}
    note = notes(col)["i0001"]
    cloze = parse(text)
    assert sorted(note.cloze_numbers_in_fields()) == list(cloze.numbers)
    assert sorted(card.ord + 1 for card in note.cards()) == list(cloze.numbers)
    assert faults(col) == []
    for card in note.cards():
        back = re.search(r'(?s)<div class="jj-text" id="answer">(.*?)</div>', card.answer())[1]
        read = visible(back)
        wanted = unicodedata.normalize("NFC", shown(cloze.plain))
        if name == "TeX":
            read, wanted = read.replace(" ", ""), wanted.replace(" ", "")
        assert read == wanted
        asked = Side(card.question()).answers
        assert [visible(a).replace(" ", "") for a in asked] == [
            unicodedata.normalize("NFC", shown(a)).replace(" ", "") for a in cloze.answers(card.ord + 1)
        ]


def test_the_essay_deck_is_as_promised(col, package):
    made = essay_deck()
    assert take_in(col, package(made)) == {"new": len(made.items)}
    assert faults(col) == []
    assert col.card_count() == sum(len(parse(i.text).numbers) for i in made.items) == 23
    for one in made.items:
        note = notes(col)[one.id]
        assert note.mod == one.changed
        assert note["ItemId"] == one.id
        assert note["Title"] == made.articles[0].title
        assert len(note.fields) == len(FIELDS)
    assert {d.name for d in col.decks.all_names_and_ids()} >= {"金句", "金句::测试"}
    assert notes(col)["i0003"].tags == ["主题::调查_研究", "金句::排比"]
    assert "https://example.org/shenlun?id=1&amp;page=2" in notes(col)["i0001"]["Source"]


def test_typing_and_speech_are_switched_on_by_the_deck(col, package):
    take_in(col, package(essay_deck(type_in=True, speak=True)))
    assert faults(col) == []
    card = notes(col)["i0003"].cards()[1]
    assert "[[type:cloze:Text]]" in card.question()
    assert card.question_av_tags() == []
    assert [tag.field_text for tag in card.answer_av_tags()] == ["民忧"]


def test_new_cards_come_in_the_order_of_the_article_and_recitations_last(col, package):
    made = essay_deck()
    recitation = made.items[-1]
    moved = replace(made, items=(recitation, *made.items[:-1]))
    take_in(col, package(moved))
    dues = {guid: {card.due for card in note.cards()} for guid, note in notes(col).items()}
    assert dues == {f"i{n:04d}": {n} for n in range(1, 10)}
    col.decks.select(col.decks.id("金句::测试"))
    first = col.sched.getCard()
    assert first.note().guid == "i0001"


def test_in_a_merged_deck_each_article_keeps_its_recitations(col, package):
    essay = essay_deck().articles[0]
    second = replace(essay, key="b", title="第二篇")
    made = deck(
        item(1, "{{c1::整句背诵的一行}}", kinds={1: "recite"}, cue="甲"),
        item(2, "第二篇的{{c1::一句}}话", article="b"),
        item(3, "第一篇的{{c1::一句}}话"),
        articles=(essay, second),
    )
    take_in(col, package(made))
    assert [n.guid for n in sorted(notes(col).values(), key=lambda n: n.cards()[0].due)] == [
        "i0003",
        "i0001",
        "i0002",
    ]


def test_items_not_kept_stay_out(col, package):
    made = deck(item(1, "留下{{c1::这条}}吧"), item(2, "不要{{c1::那条}}了", keep=False))
    take_in(col, package(made))
    assert set(notes(col)) == {"i0001"}


def test_two_decks_of_the_same_second_do_not_disturb_each_other(col, package):
    first = deck(*(item(n, f"第一副里数字{n}是{{{{c1::第{n}条}}}}", changed=WHEN) for n in range(1, 30)))
    second = deck(
        *(item(n, f"第二副里数字{n}是{{{{c1::第{n}条}}}}", changed=WHEN) for n in range(30, 60)),
        name="另一副",
    )
    assert take_in(col, package(first)) == {"new": 29}
    assert take_in(col, package(second)) == {"new": 30}
    assert col.card_count() == 59
    assert faults(col) == []


@pytest.mark.parametrize(
    "name", ["甲::乙 丙", 'a "quoted" 题', "前 :: 后", "：全角", "e\u0301tude", "空::", "行\n二"]
)
def test_the_report_names_the_deck_as_anki_does(col, tmp_path, name):
    made = deck(item(1, "一句{{c1::话}}在此"), name=name)
    report = write_apkg(name, notes_of(made, 0), tmp_path / "a.apkg")
    take_in(col, report.path)
    assert col.decks.name(notes(col)["i0001"].cards()[0].did) == report.deck


def test_the_note_type_is_ours_down_to_the_numbers(col, package):
    take_in(col, package(essay_deck()))
    kind = col.models.get(note_type.ID)
    assert kind["name"] == note_type.NAME
    assert [(f["name"], f["id"]) for f in kind["flds"]] == list(note_type.FIELD_IDS.items())
    assert [t["id"] for t in kind["tmpls"]] == [note_type.TEMPLATE_ID]
    assert kind["mod"] == note_type.CHANGED
    assert kind["type"] == 1


def test_the_package_is_compressed_and_of_the_format_that_every_anki_reads(package):
    with zipfile.ZipFile(package(essay_deck())) as opened:
        assert opened.namelist() == ["collection.anki2", "media"]
        assert all(entry.compress_type == zipfile.ZIP_DEFLATED for entry in opened.infolist())
        assert opened.read("media") == b"{}"
        assert opened.read("collection.anki2").startswith(b"SQLite format 3")


def test_the_collection_inside_is_sound_and_has_its_indexes(package, tmp_path):
    with zipfile.ZipFile(package(essay_deck())) as opened:
        opened.extract("collection.anki2", tmp_path)
    db = sqlite3.connect(tmp_path / "collection.anki2")
    try:
        assert db.execute("pragma integrity_check").fetchall() == [("ok",)]
        names = {name for (name,) in db.execute("select name from sqlite_master where type = 'index'")}
    finally:
        db.close()
    assert {"ix_cards_nid", "ix_notes_csum", "ix_cards_sched"} <= names
