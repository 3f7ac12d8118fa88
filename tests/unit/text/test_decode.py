import codecs

import pytest

from jinju.model.errors import UserError
from jinju.text.decode import decode

SIMPLIFIED = "人民对美好生活的向往，就是我们的奋斗目标。\n要把群众的小事当作自己的大事来办。\n"
TRADITIONAL = "人民對美好生活的嚮往，就是我們的奮鬥目標。\n要把群眾的小事當作自己的大事來辦。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "gb18030", "utf-16-le", "utf-16-be"])
def test_simplified_text_without_a_mark(encoding):
    assert decode(SIMPLIFIED.encode(encoding)).text == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_believed_and_removed(encoding):
    decoded = decode(SIMPLIFIED.encode(encoding))
    assert (decoded.text, decoded.confidence) == (SIMPLIFIED, 1.0)


def test_big_endian_utf16_with_mark():
    assert decode(codecs.BOM_UTF16_BE + SIMPLIFIED.encode("utf-16-be")).text == SIMPLIFIED


@pytest.mark.parametrize(
    ("encoding", "said"), [("big5", "big5hkscs"), ("gbk", "gb18030"), ("utf-8", "utf-8")]
)
def test_traditional_text(encoding, said):
    decoded = decode(TRADITIONAL.encode(encoding))
    assert (decoded.text, decoded.encoding) == (TRADITIONAL, said)


def test_a_page_whose_lines_differ_in_encoding():
    lines = SIMPLIFIED.splitlines(keepends=True) * 2
    data = b"".join(line.encode("gbk" if i % 2 else "utf-8") for i, line in enumerate(lines))
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == ("".join(lines), "mixed")
    assert decoded.confidence < 1


def test_a_file_cut_in_the_middle_of_a_character_says_what_it_lost():
    decoded = decode(SIMPLIFIED.encode()[:40])
    assert decoded.lost == 1
    assert decoded.text == SIMPLIFIED[:13] + "\ufffd"


def test_european_text_in_the_old_windows_encoding_is_read_with_doubt():
    text = "Déjà vu : l'été était très long, et la forêt près du café était fermée."
    decoded = decode(text.encode("cp1252"))
    assert decoded.text == text
    assert decoded.confidence < 0.8


def test_nothing_is_text():
    assert decode(b"").text == ""


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0",
        bytes(range(256)) * 8,
        b"PK\x03\x04\x14\0\0\0\x08\0" * 9,
        b"\x01\x02\x03\x04" * 9,
    ],
)
def test_what_is_no_text_is_refused_by_name(data):
    with pytest.raises(UserError) as caught:
        decode(data, "照片.txt")
    assert caught.value.code == "not-text"
    assert caught.value.details == {"path": "照片.txt"}
