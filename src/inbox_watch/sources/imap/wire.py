"""Bytes of a connection, in both directions: read without ever holding more than was allowed, deflated where agreed."""

from __future__ import annotations

import socket
import zlib

_CHUNK = 64 * 1024
_MOST_INFLATED = 1024 * 1024  # at once: a few bytes may stand for gigabytes


class Wire:
    """A connected socket with a buffer of its own. `received` counts the bytes as they came over the line."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self.received = 0
        self._buffer = bytearray()
        self._packed = b""
        self._inflater: zlib._Decompress | None = None
        self._deflater: zlib._Compress | None = None

    def deflate(self) -> None:
        """From here on both directions are deflated (RFC 4978); what has come already is the begin of it."""
        self._inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        self._deflater = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
        self._packed, self._buffer = bytes(self._buffer), bytearray()

    def send(self, data: bytes) -> None:
        """Send all of it."""
        if self._deflater:
            data = self._deflater.compress(data) + self._deflater.flush(zlib.Z_SYNC_FLUSH)
        self.sock.sendall(data)

    def readline(self, most: int) -> bytes:
        """Return one line with its end; a longer one cut short, nothing where the connection has ended."""
        looked_at = 0
        while (end := self._buffer.find(b"\n", looked_at)) < 0 and len(self._buffer) < most:
            looked_at = len(self._buffer)
            if not self._more():
                return b""
        return self._take(end + 1 if end >= 0 else most)

    def read(self, size: int) -> bytes:
        """Return exactly so many bytes; fewer only where the connection has ended."""
        pieces = []
        left = size
        while left:
            if not self._buffer and not self._more():
                break
            pieces.append(self._take(min(left, len(self._buffer))))
            left -= len(pieces[-1])
        return b"".join(pieces)

    def _take(self, size: int) -> bytes:
        taken = bytes(self._buffer[:size])
        del self._buffer[:size]
        return taken

    def _more(self) -> bool:
        """Take in what has come; return False where nothing more will. Raises OSError where it can't be inflated."""
        while True:
            if self._inflater and self._packed:
                try:
                    found = self._inflater.decompress(self._packed, _MOST_INFLATED)
                except zlib.error as error:
                    raise ConnectionError(f"the server's compressed answer is damaged: {error}") from None
                self._packed = self._inflater.unconsumed_tail
                if found:
                    self._buffer += found
                    return True
            data = self.sock.recv(_CHUNK)
            if not data:
                return False
            self.received += len(data)
            if not self._inflater:
                self._buffer += data
                return True
            self._packed += data
