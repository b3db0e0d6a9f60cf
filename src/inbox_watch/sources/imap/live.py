"""The connections that are open now, so that another thread can end them: at a stop, or after the computer slept."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator

from inbox_watch.sockets import shut

_LOCK = threading.Lock()
_OPEN: list[socket.socket] = []  # one may stand in it twice: for a command, and for the whole scan


@contextlib.contextmanager
def listed(sock: socket.socket) -> Iterator[None]:
    """Let `drop` reach this connection while what is inside runs."""
    with _LOCK:
        _OPEN.append(sock)
    try:
        yield
    finally:
        with _LOCK:
            _OPEN.remove(sock)


def drop() -> int:
    """Shut every open connection; whoever waits on one sees it end. Returns how many there were."""
    with _LOCK:
        for sock in _OPEN:
            shut(sock)
        return len(_OPEN)
