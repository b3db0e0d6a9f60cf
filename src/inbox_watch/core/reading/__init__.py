"""One message, its text taken apart and its scores → what it says: asks, promises, appointments, acts, people."""

from __future__ import annotations

from inbox_watch.core.reading.read import RECRUITING_FROM, is_recruiting, read
from inbox_watch.core.reading.thread_evidence import SURE
from inbox_watch.core.reading.threads import read_thread, read_threads

__all__ = ["RECRUITING_FROM", "SURE", "is_recruiting", "read", "read_thread", "read_threads"]
