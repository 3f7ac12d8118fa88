from pathlib import Path

from jinju.text.clean import clean

DECKS = Path(__file__).parents[2] / "decks"


def test_the_example_page_comes_out_as_its_author_wrote_it(request, text_tools):
    raw = (DECKS / "xianchang-bangong" / "article.txt").read_bytes().decode("utf-8")
    article = clean(raw, text_tools)
    paragraphs = ("\n".join(s.span.of(article.text) for s in p.sentences) for p in article.paragraphs)
    got = "\n\n".join([article.title, *paragraphs]) + "\n"
    path = Path(__file__).with_name("xianchang-bangong.txt")
    if request.config.getoption("--update-golden"):
        path.write_text(got, encoding="utf-8")
    assert got == path.read_text(encoding="utf-8")


def test_every_repair_of_the_example_page_leads_back_to_the_page(text_tools):
    raw = (DECKS / "xianchang-bangong" / "article.txt").read_bytes().decode("utf-8")
    article = clean(raw, text_tools)
    assert len(article.repairs) > 300
    for repair in article.repairs:
        assert repair.original.of(raw) == repair.before
        assert repair.clean.of(article.text) == repair.after
