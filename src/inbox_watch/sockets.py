"""What the lines to mail servers share: whom they trust, what is read before TLS, how another thread ends one."""

from __future__ import annotations

import contextlib
import socket
import ssl

from inbox_watch.errors import ConfigError

MOST_LINE = 8192


class BrokenOff(OSError):
    """The server ended the connection in the middle of a line, or its line has no end."""


def trusted(ca_file: str, *, key: str) -> ssl.SSLContext:
    """Return what is trusted: the system's authorities and `ca_file`. Raises `ConfigError` that names `key`."""
    try:
        return ssl.create_default_context(cafile=ca_file or None)
    except OSError as error:
        raise ConfigError(
            f"{key}: can't read {ca_file}: {error.strerror or error}", advice="Name the CA's certificate as PEM."
        ) from None


def read_line(sock: socket.socket, *, end: bytes) -> bytes:
    """Read one line byte by byte, so that nothing after it is taken out of the socket. Raises `BrokenOff`."""
    line = b""
    while not line.endswith(end):
        byte = sock.recv(1)
        if not byte or len(line) > MOST_LINE:
            raise BrokenOff("the server broke off")
        line += byte
    return line


def early(sock: socket.socket, timeout: float) -> bytes | None:
    """Look, without taking it, at what waits in the socket before the handshake, where nothing may wait.

    It would be read as if it had come under TLS (CVE-2011-0411). None where all is well, b"" where the server hung up.
    Leaves the socket with `timeout`, in seconds.
    """
    sock.setblocking(False)
    try:
        return sock.recv(1, socket.MSG_PEEK)
    except BlockingIOError:
        return None
    finally:
        sock.settimeout(timeout)


def shut(sock: socket.socket) -> None:
    """End a connection that another thread is using.

    The shutdown of `ssl` would take TLS off the socket first: whatever that thread sends then would go out in plain
    text, and what it reads would be what stands on the wire.
    """
    with contextlib.suppress(OSError):
        socket.socket.shutdown(sock, socket.SHUT_RDWR)
