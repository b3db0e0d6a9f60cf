"""What the program said to any server during the tests: the servers put it here, the end of the session reads it."""

from __future__ import annotations

from collections.abc import Iterable

from tests.servers.grammar import is_reading

HEARD: list[bytes] = []
_ANSWERS = 2  # at most, after AUTHENTICATE: the secret, and that one gives up


def hear(lines: Iterable[bytes]) -> None:
    """Take down what a server received, up to where it can't be read any more (TLS or compression begins).

    What answers a server's question at login is no command: a word without blanks, right after AUTHENTICATE.
    """
    answers = 0
    for line in lines:
        if answers and b" " not in line.rstrip(b"\r\n"):
            answers -= 1
            continue
        answers = _ANSWERS if line.partition(b" ")[2].startswith(b"AUTHENTICATE ") else 0
        HEARD.append(line)
        if line.rstrip().endswith((b"STARTTLS", b"COMPRESS DEFLATE")):
            return


def wrong() -> list[bytes]:
    """Return what doesn't only read. A line that was cut off with its connection never became a command."""
    return [line for line in HEARD if line.endswith(b"\n") and not is_reading(line)]
