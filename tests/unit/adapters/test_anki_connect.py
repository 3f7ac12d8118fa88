"""Whatever answers at the address, a person gets one sentence; asked of real sockets."""

import socket
import threading
from contextlib import contextmanager

import pytest

from jinju.adapters.anki_connect import AnkiConnect
from jinju.adapters.seen_notes import note_seen, seen_file, seen_items
from jinju.messages import say
from jinju.model.errors import UserError


@contextmanager
def answering(*answers):
    """A server on loopback that gives each connection the next of `answers`, raw, and keeps what it heard."""
    heard = []
    listener = socket.create_server(("127.0.0.1", 0))

    def serve():
        for answer in answers:
            connection, _ = listener.accept()
            with connection:
                heard.append(connection.recv(1 << 16))
                connection.sendall(answer)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", heard
    finally:
        thread.join(2)
        listener.close()


def ok(body):
    data = body.encode()
    return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(data), data)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (b"", "anki-gone"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{", "anki-gone"),
        (b"SSH-2.0-x\r\n", "anki-gone"),
        (b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "anki-not-the-addon"),
        (
            b"HTTP/1.1 302 Found\r\nLocation: http://192.0.2.1/\r\nContent-Length: 0\r\n\r\n",
            "anki-not-the-addon",
        ),
        (ok("<html>"), "anki-not-the-addon"),
        (ok("null"), "anki-odd-answer"),
        (ok("6"), "anki-odd-answer"),
        (ok('{"result": 6}'), "anki-odd-answer"),
        (ok('{"result": null, "error": "valid api key must be provided"}'), "anki-key"),
        (ok('{"result": null, "error": "collection is not available"}'), "anki-no-profile"),
    ],
)
def test_an_odd_answer_is_explained(answer, code):
    with answering(answer) as (address, _), pytest.raises(UserError) as caught:
        AnkiConnect(address, timeout=2).ask("version")
    assert caught.value.code == code
    assert address in say(code, **caught.value.details)


def test_a_proxy_in_the_environment_is_not_asked(monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with answering(ok('{"result": 6, "error": null}')) as (address, heard):
        assert AnkiConnect(address).ask("version") == 6
    assert heard[0].startswith(b"POST / HTTP/1.1")


@pytest.mark.parametrize(
    "address", ["", "127.0.0.1:8765", "ftp://x", "http://", "http://[", "http://x:0", "http://x:y"]
)
def test_what_is_no_address_is_said_at_once(address):
    with pytest.raises(UserError) as caught:
        AnkiConnect(address)
    assert caught.value.code == "anki-bad-address"


def test_many_actions_go_in_small_parts_and_errors_stand_in_their_place():
    one = '{"result": 1, "error": null}'
    replies = [ok(f'{{"result": [{", ".join([one] * n)}], "error": null}}') for n in (50, 49)]
    bad = ok('{"result": [{"result": null, "error": ["a", "b"]}], "error": null}')
    with answering(*replies) as (address, heard):
        assert list(AnkiConnect(address, key="k").ask_all([("x", {"n": 1})] * 99)) == [1] * 99
    assert all(h.count(b'"key": "k"') == h.count(b'"action"') for h in heard)
    with answering(bad) as (address, _):
        (refused,) = AnkiConnect(address).ask_all([("x", {})])
    assert (refused.action, refused.said) == ("x", "a; b")


def test_each_profile_has_its_own_memory(tmp_path):
    one = seen_file("http://a", "Ä/../b", tmp_path)
    other = seen_file("http://a", "c", tmp_path)
    assert one.parent == other.parent == tmp_path / "anki"
    assert one != other
    assert seen_items(one) == set()
    note_seen(one, ["i1", "i2"])
    note_seen(one, ["i3"], forget=["i1"])
    assert seen_items(one) == {"i2", "i3"}
    assert seen_items(other) == set()
