"""One message, its text taken apart and its scores → what it says: asks, promises, appointments, acts, people."""

from __future__ import annotations

from inbox_watch.core.reading.read import RECRUITING_FROM, read
from inbox_watch.core.reading.threads import read_thread, read_threads

__all__ = ["RECRUITING_FROM", "read", "read_thread", "read_threads"]
