"""Ending a connection from another thread: TLS stays on it to its last byte."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from inbox_watch import deliver, sockets
from inbox_watch.sources.imap import live
from tests.servers.dovecot import make_ca_and_cert


def _drop(sock: socket.socket) -> None:
    with live.listed(sock):
        assert live.drop() == 1


@pytest.mark.parametrize("end", [sockets.shut, _drop, lambda sock: deliver._shut([sock])])
def test_what_is_sent_or_read_after_the_end_is_never_plain_text(
    end: Callable[[socket.socket], None], tmp_path: Path
) -> None:
    ca, certificate, key = make_ca_and_cert(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        plain = socket.create_connection(listener.getsockname(), timeout=10)
        peer, _ = listener.accept()
    secured: list[ssl.SSLSocket] = []
    thread = threading.Thread(target=lambda: secured.append(context.wrap_socket(peer, server_side=True)))
    thread.start()
    with ssl.create_default_context(cafile=str(ca)).wrap_socket(plain, server_hostname="localhost") as sock:
        thread.join()
        (server,) = secured
        with server:
            server.sendall(b"* OK waiting to be read\r\n")
            end(sock)
            with pytest.raises(OSError, match=r".*"):
                sock.sendall(b"a LOGIN sam hunter2\r\n")
            read = b"".join(iter(lambda: _read(sock), b""))
    assert read in (b"", b"* OK waiting to be read\r\n")


def _read(sock: socket.socket) -> bytes:
    try:
        return sock.recv(10_000)
    except OSError:
        return b""
