import gzip
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from jinju.adapters.sources import Limits
from jinju.model.document import Document
from jinju.model.errors import Problem

PARAGRAPHS = (
    "现场办公下基层，下的是基层、察的是民情、解的是民忧、得的是民心。脚步挪动的是距离，拉近的是人心。",
    "坐在办公室里碰到的都是问题，走到群众中去看到的全是办法；问需于民、问计于民，才能把实事办好。",
    "作风硬不硬，群众看得清；办法好不好，实践来检验。唯有俯下身子、迈开步子，方能听到真话。",
)
MENU_WORDS = ("首页", "时政", "评论", "理论", "党建", "社会")
MENU = "<ul>" + "".join(f'<li><a href="/{word}">{word}</a></li>' for word in MENU_WORDS) + "</ul>"
FOOT = "<div class=footer><p>关于我们 | 联系我们</p><p>电话：010-12345678 京ICP备12345678号</p></div>"


def page(paragraphs=PARAGRAPHS, title="把办公桌搬到田埂上", head="", after=""):
    body = "".join(f"<p>　　{p}</p>" for p in paragraphs)
    return (
        f"<!DOCTYPE html><html><head><title>{title}_评论_某报网</title>"
        '<meta property="og:site_name" content="某报网">'
        f'<meta name="author" content="田埂"><meta name="publishdate" content="2024-03-01">{head}</head>'
        f"<body><div class=nav>{MENU}</div><div class=article>"
        f"<h1>{title}</h1>{body}{after}</div>{FOOT}</body></html>"
    )


class Server:
    """A real HTTP server on loopback; `pages` maps a path to (status, headers, body or a writer of it)."""

    def __init__(self):
        server = self
        self.pages = {}
        self.asked = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                server.asked.append(self.path)
                status, headers, body = server.pages.get(self.path, (404, {}, b"gone"))
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                try:
                    if callable(body):
                        body(self.wfile)
                    else:
                        self.wfile.write(body)
                except OSError:
                    pass

            def log_message(self, *args):
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        self._thread = threading.Thread(
            target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self._thread.start()

    def html(self, path, text, encoding="utf-8", content_type="text/html", **headers):
        self.pages[path] = (200, {"Content-Type": content_type, **headers}, text.encode(encoding))
        return self.url + path

    def close(self):
        self._http.shutdown()
        self._http.server_close()


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")
    server = Server()
    yield server
    server.close()


def test_an_article_comes_without_menus_and_with_what_the_page_says_of_it(read, server):
    [document] = read(server.html("/a.html?id=7", page()))
    assert [line.strip() for line in document.text.split("\n")] == list(PARAGRAPHS)
    assert document.title == "把办公桌搬到田埂上"
    assert (document.author, document.date, document.site) == ("田埂", "2024-03-01", "某报网")
    assert document.url == server.url + "/a.html?id=7"
    assert document.name == server.url + "/a.html?…"
    assert (document.path, document.kind) == (None, "html")


@pytest.mark.parametrize(
    "tags", ["<table><tr><td>{}</td></tr></table>", "<div>{}</div>", "{}", "<font size=3>{}</font>"]
)
def test_paragraphs_between_line_breaks(read, tmp_path, tags):
    soup = tags.format("<br><br>".join(f"　　{p}" for p in PARAGRAPHS))
    (tmp_path / "a.html").write_text(
        f"<html><head><title>题</title></head><body>{MENU}{soup}{FOOT}</body></html>", "utf-8"
    )
    [document] = read(tmp_path / "a.html")
    lines = [line.strip() for line in document.text.split("\n")]
    assert [line for line in lines if line in PARAGRAPHS] == list(PARAGRAPHS)
    assert not set(lines) & set(MENU_WORDS)


@pytest.mark.parametrize(
    ("encoding", "content_type", "head"),
    [
        ("gb18030", "text/html; charset=utf-8", '<meta charset="gb2312">'),
        ("gb18030", "text/html; charset=iso-8859-1", ""),
        (
            "gb18030",
            "text/html; charset=nonsense",
            '<meta http-equiv="Content-Type" content="text/html; charset=gbk">',
        ),
        ("utf-8", "text/html; charset=gbk", '<meta charset="gbk">'),
        ("utf-16", "text/html", ""),
        ("big5", "text/html; charset=big5", ""),
    ],
)
def test_a_page_that_lies_about_its_encoding(read, server, encoding, content_type, head):
    words = (
        "問需於民，問計於民，才能把好事辦實、把實事辦好，這樣的道理人人都懂，做到卻不容易。"
        if encoding == "big5"
        else PARAGRAPHS[0]
    )
    title = "把辦公桌搬到田埂上" if encoding == "big5" else "把办公桌搬到田埂上"
    html = page((words,) * 3, title, head)
    if encoding == "big5":
        html = (
            html.replace("评论", "評論")
            .replace("某报网", "某報")
            .replace("首页", "首頁")
            .replace("时政", "時政")
        )
        html = html.replace("理论", "理論").replace("党建", "黨建").replace("社会", "社會")
        html = (
            html.replace("关于我们", "關於")
            .replace("联系我们", "聯絡")
            .replace("电话", "電話")
            .replace("备", "備")
            .replace("号", "號")
        )
    [document] = read(server.html("/a", html, encoding, content_type))
    assert words in document.text
    assert document.title == title


def test_a_year_in_the_text_is_not_the_date_of_the_page(read, tmp_path):
    words = "".join(f"<p>2023年，{p}</p>" for p in PARAGRAPHS)
    (tmp_path / "a.html").write_text(
        f"<html><head><title>题</title></head><body>{words}</body></html>", "utf-8"
    )
    [document] = read(tmp_path / "a.html")
    assert document.date == ""


def test_a_wechat_article_needs_nothing_installed(read, server):
    html = (
        '<!DOCTYPE html><html><head><meta property="og:title" content="田埂上的办公桌" />'
        '<meta name="author" content="甲乙" />'
        '<script>var ct = "1709251200"; var nickname = "x";</script></head><body><div id="img-content">'
        '<h1 id="activity-name"> 田埂上的办公桌 </h1><a id="js_name"> 基层观察 </a>'
        '<div class="rich" id="js_content" style="visibility: hidden; opacity: 0;">'
        f"<section><section><p><span>{PARAGRAPHS[0][:10]}</span><strong>{PARAGRAPHS[0][10:]}</strong></p></section>"
        f'<p style="display: none;">隐藏的广告</p><p>{PARAGRAPHS[1]}<br>'
        f"{PARAGRAPHS[2]}</p><div>尾<div>声</div></div>"
        "</section></div><div>阅读原文 喜欢此内容的人还喜欢</div></div></body></html>"
    )
    [document] = read(server.html("/s?__biz=1", html))
    assert document.text.split("\n") == [*PARAGRAPHS, "尾", "声"]
    assert (document.title, document.author, document.site) == ("田埂上的办公桌", "甲乙", "基层观察")
    assert document.date == "2024-03-01"


def test_a_long_article_is_followed_to_its_last_page_and_no_further(read, server):
    link = '<div class=pages><a href="a.html">1</a> <a href="{}">下一页</a></div>'
    server.html("/n/a.html", page(PARAGRAPHS[:1] * 2, after=link.format("a_2.html")))
    server.html("/n/a_2.html", page(PARAGRAPHS[1:2], after=link.format("a_3.html")))
    server.html("/n/a_3.html", page(PARAGRAPHS[2:], after=link.format("b.html")))
    [document] = read(server.url + "/n/a.html")
    assert [line.strip() for line in document.text.split("\n") if line.strip() in PARAGRAPHS] == [
        PARAGRAPHS[0],
        *PARAGRAPHS,
    ]
    assert server.asked == ["/n/a.html", "/n/a_2.html", "/n/a_3.html"]


def test_a_further_page_that_is_gone_is_named(read, server):
    server.html("/a.html", page(after='<a href="/a.html?page=2">下一页</a>'))
    server.pages["/a.html?page=2"] = (500, {}, b"")
    document, problem = read(server.url + "/a.html")
    assert isinstance(document, Document)
    assert (problem.code, dict(problem.details)["status"]) == (
        "source-url-status",
        "500 Internal Server Error",
    )


@pytest.mark.parametrize(
    "body", [MENU + FOOT, "<form><input name=u><button>登录</button></form><p>请登录后查看。</p>", "<p></p>"]
)
def test_a_page_without_an_article(refused, server, body):
    error = refused(
        server.html("/a", f"<!DOCTYPE html><html><head><title>首页</title></head><body>{body}</body></html>")
    )
    assert error.code == "source-no-article"


def test_what_is_gone_is_a_problem_beside_the_good(read, refused, server):
    good = server.html("/good", page())
    assert refused(server.url + "/none").details["status"] == "404 Not Found"
    problem, document = read(server.url + "/none?token=secret", good)
    assert isinstance(document, Document)
    assert isinstance(problem, Problem)
    assert problem.where == server.url + "/none?…"
    assert "secret" not in repr(problem)


def test_redirects_lead_to_the_article_and_its_address(read, server):
    server.pages["/old"] = (302, {"Location": "/mid 页"}, b"")
    server.pages["/mid%20%E9%A1%B5"] = (301, {"Location": server.url + "/new"}, b"")
    server.html("/new", page())
    server.pages["/old"] = (302, {"Location": "/mid%20%E9%A1%B5"}, b"")
    [document] = read(server.url + "/old")
    assert document.url == server.url + "/new"


def test_a_redirect_loop_ends(refused, server):
    server.pages["/a"] = (302, {"Location": "/b"}, b"")
    server.pages["/b"] = (302, {"Location": "/a"}, b"")
    assert refused(server.url + "/a").code == "source-url-redirects"
    assert len(server.asked) == Limits().redirects + 1


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.1/a", "data:text/html,<p>x", "gopher://x/"]
)
def test_a_redirect_to_another_scheme_is_refused(refused, server, target):
    server.pages["/a"] = (302, {"Location": target}, b"")
    error = refused(server.url + "/a")
    assert (error.code, error.details["path"]) == ("source-url-redirect-scheme", server.url + "/a")


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("file:///etc/passwd", "source-url-scheme"),
        ("ftp://example.org/a.txt", "source-url-scheme"),
        ("http://", "source-url-malformed"),
        ("http://[::1/a", "source-url-malformed"),
        ("http://127.0.0.1:99999/", "source-url-malformed"),
        ("http://me:hunter2@127.0.0.1/", "source-url-credentials"),
    ],
)
def test_other_addresses_are_refused_without_their_secrets(refused, url, code):
    error = refused(url)
    assert error.code == code
    assert "hunter2" not in repr(error.details)


def test_nobody_listens(refused, server):
    server.close()
    assert refused(server.url + "/a").code == "source-url-unreachable"


def test_a_huge_page_is_not_read_to_its_end(refused, server):
    written = []

    def endless(out):
        for _ in range(200):
            out.write(b"<p>" + b"a" * 1024 * 1024)
            written.append(1)

    server.pages["/big"] = (200, {"Content-Type": "text/html"}, endless)
    error = refused(server.url + "/big", limits=Limits(page=4 * 1024 * 1024))
    assert (error.code, error.details["limit"]) == ("source-too-large", 4)
    assert len(written) < 30


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_packed_pages_and_bombs(read, refused, server, pack):
    server.pages["/ok"] = (200, {"Content-Encoding": "gzip"}, pack(page().encode()))
    server.pages["/bomb"] = (200, {"Content-Encoding": "gzip"}, pack(bytes(200 * 1024 * 1024)))
    assert len(server.pages["/bomb"][2]) < 300_000
    [document] = read(server.url + "/ok")
    assert document.title == "把办公桌搬到田埂上"
    assert refused(server.url + "/bomb").code == "source-too-large"


def test_packing_that_is_not_known_or_broken(refused, server):
    server.pages["/br"] = (200, {"Content-Encoding": "br"}, b"\x00")
    server.pages["/bad"] = (200, {"Content-Encoding": "gzip"}, b"not gzip at all")
    assert refused(server.url + "/br").code == "source-url-encoding"
    assert refused(server.url + "/bad").code == "source-url-encoding"


def test_an_answer_cut_short(refused, server):
    server.pages["/cut"] = (200, {"Content-Length": "100000"}, page().encode())
    assert refused(server.url + "/cut").code == "source-url-unreachable"


def test_a_silent_server_and_one_that_drips(refused, server):
    def drip(out):
        for _ in range(200):
            out.write(b"a")
            out.flush()
            time.sleep(0.05)

    server.pages["/silent"] = (200, {}, lambda _: time.sleep(3))
    server.pages["/drip"] = (200, {}, drip)
    assert refused(server.url + "/silent", limits=Limits(connect=0.3)).code == "source-url-timeout"
    assert refused(server.url + "/drip", limits=Limits(fetch=0.5)).code == "source-url-timeout"


def test_other_files_at_an_address(read, refused, server):
    server.pages["/a.txt"] = (200, {"Content-Type": "text/html"}, "一段纯文本。\n".encode("gbk"))
    server.pages["/a.md"] = (200, {}, "# 题\n\n正文。\n".encode())
    server.pages["/a.png"] = (200, {"Content-Type": "text/html"}, b"\x89PNG\r\n\x1a\n" + bytes(100))
    server.pages["/empty"] = (200, {}, b"")
    assert [d.text for d in read(server.url + "/a.txt")] == ["一段纯文本。\n"]
    assert [(d.title, d.text, d.url) for d in read(server.url + "/a.md")] == [
        ("题", "正文。", server.url + "/a.md")
    ]
    assert refused(server.url + "/a.png").code == "source-binary"
    assert refused(server.url + "/empty").code == "source-empty"


def test_without_the_extra_it_says_what_to_install(refused, tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    (tmp_path / "a.html").write_text(page(), "utf-8")
    error = refused(tmp_path / "a.html")
    assert (error.code, error.details["extra"]) == ("source-needs-extra", "web")
