"""What the program said to any server during the tests: the servers put it here, the end of the session reads it."""

from __future__ import annotations

from collections.abc import Iterable

from tests.servers.grammar import is_reading

HEARD: list[bytes] = []
_SECRET = (b" LOGIN ", b" AUTHENTICATE ")


def hear(lines: Iterable[bytes]) -> None:
    """Take down what a server received, up to where it can't be read any more (TLS or compression begins)."""
    for line in lines:
        HEARD.append(line)
        if line.rstrip().endswith((b"STARTTLS", b"COMPRESS DEFLATE")):
            return


def wrong() -> list[bytes]:
    """Return what doesn't only read. A line that was cut off with its connection never became a command."""
    return [line for line in HEARD if line.endswith(b"\n") and not is_reading(line)]
