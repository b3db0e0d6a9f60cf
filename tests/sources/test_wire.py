import contextlib
import socket
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_watch.sources.imap.wire import Wire


@contextlib.contextmanager
def wired() -> Iterator[tuple[Wire, socket.socket]]:
    near, far = socket.socketpair()
    with near, far:
        near.settimeout(5)
        yield Wire(near), far


@given(st.lists(st.binary(max_size=200), max_size=8), st.booleans())
def test_lines_and_literals_come_as_they_were_sent(pieces: list[bytes], is_packed: bool) -> None:
    with wired() as (wire, far):
        whole = b"".join(piece.replace(b"\n", b"") + b"\n" for piece in pieces)
        if is_packed:
            wire.deflate()
            packer = zlib.compressobj(6, zlib.DEFLATED, -15)
            far.sendall(packer.compress(whole) + packer.flush(zlib.Z_SYNC_FLUSH))
        else:
            far.sendall(whole)
        for piece in pieces:
            line = piece.replace(b"\n", b"") + b"\n"
            half = len(line) // 2
            assert wire.read(half) == line[:half]
            assert wire.readline(1_000) == line[half:]
        far.close()
        assert wire.readline(10) == b""
        assert wire.read(1) == b""


def test_what_came_with_the_agreement_to_compress_is_the_begin_of_it() -> None:
    with wired() as (wire, far):
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        far.sendall(b"A1 OK go\r\n" + packer.compress(b"* 1 EXISTS\r\n") + packer.flush(zlib.Z_SYNC_FLUSH))
        assert wire.readline(100) == b"A1 OK go\r\n"
        wire.deflate()
        assert wire.readline(100) == b"* 1 EXISTS\r\n"
        wire.send(b"A2 NOOP\r\n")
        assert zlib.decompressobj(-15).decompress(far.recv(100)) == b"A2 NOOP\r\n"


def test_a_line_without_end_is_cut_where_it_passes_the_limit() -> None:
    with wired() as (wire, far):
        far.sendall(b"x" * 5_000)
        assert wire.readline(1_000) == b"x" * 1_000


def test_a_few_bytes_that_stand_for_many_are_taken_in_portions() -> None:
    with wired() as (wire, far):
        wire.deflate()
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        far.sendall(packer.compress(b"x" * 50_000_000) + packer.flush(zlib.Z_SYNC_FLUSH))
        assert wire.readline(1_000) == b"x" * 1_000
        assert len(wire._buffer) <= 1024 * 1024


def test_damage_is_an_error() -> None:
    with wired() as (wire, far):
        wire.deflate()
        far.sendall(b"\xff" * 100)
        with pytest.raises(ConnectionError, match="damaged"):
            wire.readline(100)
