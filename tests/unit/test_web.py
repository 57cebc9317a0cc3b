"""The door to the network opens to this machine only, and knows when nothing left."""

import socket
import threading

import pytest

from desktop.domain.errors import WrongValue
from desktop.kit.web import Limits, Web, session
from desktop.ports.banks import NoAnswer, NotSent

QUICK = Limits(connect_s=1, read_s=0.5, whole_s=1, most_bytes=1000)


@pytest.mark.parametrize(
    "url",
    [
        "http://bank.example/",
        "https://10.0.0.1:443",
        "http://127.0.0.1.example.com",
        "http://127.0.0.2",
        "ftp://127.0.0.1",
        "file:///etc/passwd",
        "http://user:secret@127.0.0.1",
        "http://127.0.0.1:99999",
        "http://[::1",
        "",
    ],
)
def test_other_machines_are_refused(url):
    with pytest.raises(WrongValue):
        Web(url)


def test_the_session_trusts_nothing_around_it(monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    assert session().trust_env is False
    assert all(adapter.max_retries.total == 0 for adapter in session().adapters.values())


def test_a_closed_door_means_nothing_was_sent():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(NotSent):
        Web(f"http://127.0.0.1:{port}", QUICK).post("/payments", b"<x/>")


@pytest.fixture
def peer():
    """A server that answers one connection with given bytes; returns (url, what it got)."""
    threads, got = [], []
    server = socket.create_server(("127.0.0.1", 0))

    def serve(answer):
        def talk():
            client, _ = server.accept()
            with client:
                got.append(client.recv(65536))
                client.sendall(answer)

        thread = threading.Thread(target=talk, daemon=True)
        thread.start()
        threads.append(thread)
        return f"http://127.0.0.1:{server.getsockname()[1]}"

    yield serve, got
    for thread in threads:
        thread.join(2)
    server.close()


HEAD = b"HTTP/1.0 200 OK\r\n"


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"nonsense",
        HEAD + b"Content-Length: 10\r\n\r\nhalf",
        HEAD + b"\r\n" + b"x" * 5000,
    ],
    ids=["nothing", "nonsense", "half", "too-much"],
)
def test_once_connected_the_outcome_is_unknown(peer, answer):
    serve, _ = peer
    with pytest.raises(NoAnswer):
        Web(serve(answer), QUICK).post("/payments", b"<x/>")


def test_a_redirect_is_an_answer_and_is_not_followed(peer):
    serve, got = peer
    moved = b"HTTP/1.0 307 Moved\r\nLocation: http://192.0.2.1/\r\nContent-Length: 0\r\n\r\n"
    assert Web(serve(moved), QUICK).post("/payments", b"<secret/>").status == 307
    assert len(got) == 1
