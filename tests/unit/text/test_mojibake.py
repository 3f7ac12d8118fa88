import pytest

from jinju.text.clean import repair

TEXT = (
    "2023年3月20日，人民群众的事再小也是大事，要一件一件地办好。\n"
    "他问：“为了谁、依靠谁、我是谁？”\n【示例】\n老书记说：“为了大家！”\n基层是服务群众的最前沿……"
)


def cp1252(data, lost):
    return "".join(
        lost or chr(b) if b in b"\x81\x8d\x8f\x90\x9d" else bytes([b]).decode("cp1252") for b in data
    )


@pytest.mark.parametrize(
    "wrong",
    [
        TEXT.encode("gbk").decode("latin-1"),
        TEXT.encode("gbk").decode("cp1252", "replace"),
        TEXT.encode().decode("latin-1"),
        cp1252(TEXT.encode(), ""),
        TEXT.encode().decode("gbk", "replace"),
        TEXT.encode().decode("gb18030", "replace"),
        TEXT.encode().decode("gbk", "replace").replace("\ufffd", "?"),
    ],
    ids=["gbk-1", "gbk-cp1252", "utf8-1", "utf8-cp1252", "utf8-gbk", "utf8-gb18030", "utf8-gbk-?"],
)  # fmt: skip
def test_text_read_in_the_wrong_encoding_comes_back(wrong, text_tools):
    draft = repair(wrong, text_tools)
    assert draft.text == TEXT
    assert {kind for r in draft.repairs() for kind in r.kind.split("+")} >= {"mojibake"}


def test_where_bytes_are_lost_nearly_all_comes_back(text_tools):
    mended = repair(cp1252(TEXT.encode(), "\ufffd"), text_tools).text
    assert len(mended) == len(TEXT)
    assert sum(a != b for a, b in zip(mended, TEXT, strict=True)) <= 2


def test_a_byte_that_was_lost_makes_its_character_less_certain(text_tools):
    wrong = "人民至上。\n群众为先，我们的事业。\n".encode().decode("gbk", "replace")
    sure = {r.confidence for r in repair(wrong, text_tools).repairs() if "mojibake" in r.kind}
    assert min(sure) < 0.8 < max(sure)


def test_one_wrong_line_among_right_ones(text_tools):
    right = "我们的目标是为人民服务，这是初心。"
    wrong = right.encode().decode("latin-1")
    assert repair(f"{right}\n{wrong}\n{right}", text_tools).text == "\n".join([right] * 3)


@pytest.mark.parametrize(
    "text", ["Überall hören wir Lärm; größere Städte müssen schöner werden, für alle Bürger."]
)
def test_other_languages_stay(text, text_tools):
    assert repair(text, text_tools).text == text
