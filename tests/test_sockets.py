"""What is read before TLS begins: one bounded line at a time, and nothing that waits behind it goes unseen."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from inbox_watch import sockets

Pair = tuple[socket.socket, socket.socket]


@pytest.fixture
def pair() -> Iterator[Pair]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.settimeout(5)
        theirs.settimeout(5)
        yield ours, theirs


@pytest.mark.parametrize(
    ("said", "end", "line", "left"),
    [
        (b"* OK hi\r\nmore", b"\r\n", b"* OK hi\r\n", b"more"),
        (b"* OK hi\nall one\r\nmore", b"\r\n", b"* OK hi\nall one\r\n", b"more"),
        (b"220 hi\nmore", b"\n", b"220 hi\n", b"more"),
        (b"x" * sockets.MOST_LINE + b"\n.", b"\n", b"x" * sockets.MOST_LINE + b"\n", b"."),
    ],
)
def test_a_line_is_read_to_its_end_and_nothing_behind_it(
    said: bytes, end: bytes, line: bytes, left: bytes, pair: Pair
) -> None:
    ours, theirs = pair
    theirs.sendall(said)
    assert sockets.read_line(ours, end=end) == line
    assert ours.recv(10_000) == left


def test_a_line_without_end_is_given_up_at_the_bound(pair: Pair) -> None:
    ours, theirs = pair
    theirs.sendall(b"x" * 20_000)
    with pytest.raises(sockets.BrokenOff):
        sockets.read_line(ours, end=b"\n")
    ours.setblocking(False)
    assert len(ours.recv(20_000)) == 20_000 - sockets.MOST_LINE - 2


@pytest.mark.parametrize("said", [b"", b"* OK half"])
def test_a_line_that_breaks_off_is_none(said: bytes, pair: Pair) -> None:
    ours, theirs = pair
    theirs.sendall(said)
    theirs.close()
    with pytest.raises(sockets.BrokenOff):
        sockets.read_line(ours, end=b"\r\n")


def test_what_waits_before_the_handshake_is_seen_and_left_where_it_is(pair: Pair) -> None:
    ours, theirs = pair
    assert sockets.early(ours, 5) is None
    theirs.sendall(b"* OK injected\r\n")
    assert sockets.early(ours, 5) == b"*"
    assert ours.gettimeout() == 5
    assert sockets.read_line(ours, end=b"\r\n") == b"* OK injected\r\n"


def test_a_server_that_hung_up_before_the_handshake_is_no_silent_one(pair: Pair) -> None:
    ours, theirs = pair
    theirs.close()
    assert sockets.early(ours, 5) == b""
