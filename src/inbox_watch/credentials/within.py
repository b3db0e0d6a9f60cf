"""A bounded wait for what can't be stopped: a keyring that hangs, a login server that drips."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")

_stuck: dict[str, threading.Thread] = {}


def within(seconds: float, task: Callable[[], Answer], name: str) -> Answer:
    """Return what `task` returns, or raise what it raises. Raises `TimeoutError` when its time is up.

    The thread is left behind then, and as long as it hangs no other of this name is started: a daemon mustn't collect
    them.
    """
    if name in _stuck and _stuck[name].is_alive():
        raise TimeoutError
    answers: list[Answer] = []
    errors: list[Exception] = []

    def run() -> None:
        try:
            answers.append(task())
        except Exception as error:
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True, name=name)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        _stuck[name] = thread
        raise TimeoutError
    if errors:
        raise errors[0]
    return answers[0]
