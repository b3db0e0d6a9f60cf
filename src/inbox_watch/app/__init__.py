"""The use cases: scan, classify, explain. Joins the outside (sources, model, files) to the pure core."""

from __future__ import annotations

from inbox_watch.app.findings import conclude, find, finding_of, has_due
from inbox_watch.app.mails import UNDATED, collect, counts, file_source, future, in_time
from inbox_watch.app.readings import insist, own_reading, read, read_threads
from inbox_watch.app.scanning import classify, scan
from inbox_watch.app.servers import account_state, host, readable
from inbox_watch.app.settings import Collected, Line, Outcome, Say, Settings, Source

__all__ = [
    "UNDATED",
    "Collected",
    "Line",
    "Outcome",
    "Say",
    "Settings",
    "Source",
    "account_state",
    "classify",
    "collect",
    "conclude",
    "counts",
    "file_source",
    "find",
    "finding_of",
    "future",
    "has_due",
    "host",
    "in_time",
    "insist",
    "own_reading",
    "read",
    "read_threads",
    "readable",
    "scan",
]
