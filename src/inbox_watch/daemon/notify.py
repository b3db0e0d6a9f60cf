"""A word to systemd, where it listens (sd_notify(3)): READY=1, STOPPING=1, WATCHDOG=1."""

from __future__ import annotations

import contextlib
import os
import socket


def notify(*words: str) -> None:
    """Tell systemd; without it, nothing happens."""
    place = os.environ.get("NOTIFY_SOCKET", "")
    if not place.startswith(("/", "@")):
        return
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sock:
        sock.sendto("\n".join(words).encode(), place.replace("@", "\0", 1) if place[0] == "@" else place)
