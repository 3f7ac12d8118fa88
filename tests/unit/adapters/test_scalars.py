from jinju.adapters.deck_file.scalars import plain_or_quoted


def test_every_chinese_character_is_written_plainly():
    refused = [c for c in map(chr, range(0x3400, 0xA000)) if plain_or_quoted(f"{c}甲{c}") != f"{c}甲{c}"]
    assert refused == []


def test_digits_stand_plainly_only_before_a_chinese_character():
    assert plain_or_quoted("2 个") == "2 个"
    assert plain_or_quoted("2个", flow=True) == "2个"
    assert plain_or_quoted("2 x") == '"2 x"'
