import zipfile

import pytest

CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
    '<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>"
)
CHAPTERS = {
    "Text/one 1.xhtml": "<h1>第一篇</h1><p>问需于民，<br/>问计于民。</p>"
    "<p>实<ruby>惠<rt>huì</rt></ruby>&nbsp;在心。</p>",
    "Text/two.xhtml": '<h2 id="x">第二篇</h2><div>办好<b>小事</b>，方见真心。</div><script>var x</script>',
}


def book(path, chapters=CHAPTERS, more=None, package=None):
    items = "".join(
        f'<item id="c{n}" href="{name.replace(" ", "%20")}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr(
            "OEBPS/book.opf",
            package
            or '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>基层文选</dc:title><dc:creator>田埂</dc:creator>'
            "<dc:date>2024-03-01T00:00:00Z</dc:date><dc:publisher>某社</dc:publisher></metadata><manifest>"
            f'<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
            f"{items}</manifest>"
            f'<spine><itemref idref="nav"/>{spine}</spine></package>',
        )
        archive.writestr("OEBPS/nav.xhtml", "<html><body><p>目录</p></body></html>")
        for name, body in chapters.items():
            archive.writestr(
                f"OEBPS/{name}",
                '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">'
                f"<head><title>x</title></head><body>{body}</body></html>",
            )
        for name, data in (more or {}).items():
            archive.writestr(name, data)
    return path


def test_a_book_is_its_chapters_in_order(read, tmp_path):
    [document] = read(book(tmp_path / "a.zip"))
    assert document.text.split("\n") == [
        "第一篇",
        "问需于民，",
        "问计于民。",
        "实惠\xa0在心。",
        "第二篇",
        "办好小事，方见真心。",
    ]
    assert (document.title, document.author, document.date) == ("基层文选", "田埂", "2024-03-01")
    assert (document.kind, document.site) == ("epub", "某社")


def test_chapters_are_split_on_demand(read, tmp_path):
    one, two = read(book(tmp_path / "a.epub"), split=True)
    assert (one.title, one.author, one.site, one.part) == ("第一篇", "田埂", "基层文选", 1)
    assert (two.title, two.text, two.part) == ("第二篇", "办好小事，方见真心。", 2)


def test_copy_protection_and_fonts_that_are_merely_scrambled(read, refused, tmp_path):
    def locked(name):
        return {
            "META-INF/encryption.xml": '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData>'
            f'<e:CipherData><e:CipherReference URI="{name}"/></e:CipherData></e:EncryptedData></encryption>'
        }

    assert refused(book(tmp_path / "a.epub", more=locked("OEBPS/Text/two.xhtml"))).code == "source-epub-drm"
    assert len(read(book(tmp_path / "b.epub", more=locked("OEBPS/Fonts/a.otf")))) == 1


@pytest.mark.parametrize("package", ["<package>", "<!DOCTYPE p [<!ENTITY a 'b'>]><package/>", "x"])
def test_a_broken_book(refused, tmp_path, package):
    assert refused(book(tmp_path / "a.epub", package=package)).code == "source-broken"


def test_a_book_without_text_and_one_without_its_package(refused, tmp_path):
    assert refused(book(tmp_path / "a.epub", {"a.xhtml": "<img src='cover.jpg'/>"})).code == "source-empty"
    with zipfile.ZipFile(tmp_path / "b.epub", "w") as archive:
        archive.writestr("META-INF/container.xml", CONTAINER)
    assert refused(tmp_path / "b.epub").code == "source-broken"


def test_a_bomb_among_the_chapters(refused, tmp_path):
    path = book(tmp_path / "a.epub", {f"{n}.xhtml": "<p>" + "a" * 9_000_000 + "</p>" for n in range(5)})
    assert path.stat().st_size < 200_000
    assert refused(path).code == "source-bomb"
