"""The two use cases on files and other sources that are read once: `scan` and `classify`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from inbox_watch.app.findings import conclude
from inbox_watch.app.mails import collect, lines_of, settle
from inbox_watch.app.readings import as_said, insist, own_reading, read
from inbox_watch.app.settings import Collected, Line, Outcome, Settings, Source
from inbox_watch.core import candidate as candidates
from inbox_watch.core.doubts import doubts
from inbox_watch.core.mark import is_own
from inbox_watch.core.types import Entry, Scan, SourceReport
from inbox_watch.core.word.about import verdicts, with_verdicts
from inbox_watch.errors import InboxWatchError


def scan(sources: Sequence[Source], settings: Settings) -> Outcome:
    """Read every source once and say what is owed and whom to ask, at `settings.now`.

    Which mail counts, `in_time` says. A source that fails is reported; the others go on.
    """
    collected = [settle(collect(source), settings) for source in sources]
    messages = [message for one in collected for message in one.messages if not is_own(message, settings.mark_key)]
    me = settings.me or candidates.infer(messages)
    threads, readings = read(messages, me, settings.calendar)
    readings = insist(threads, readings, me, settings)
    counts_as = with_verdicts(threads, readings, settings.words)
    reports = tuple(_report(one, counts_as) for one in collected)
    found, left_out = conclude(threads, readings, me, settings)
    spoken_of = verdicts(threads, settings.words)
    made = Scan(
        now=settings.now,
        candidate=tuple(sorted(me)),
        sources=reports,
        findings=found,
        doubts=doubts([thread for thread in threads if thread.id not in spoken_of], readings, found),
        left_out=left_out,
    )
    others = tuple(
        Entry(message=message, reading=readings[message.key], thread_id=thread.id)
        for thread in threads
        if not spoken_of.get(thread.id, True)
        for message in thread.messages
    )
    failures = tuple((one.name, one.error) for one in collected if one.error)
    return Outcome(scan=made, failures=failures, others=others)


def classify(sources: Sequence[Source], settings: Settings) -> Iterator[Line | InboxWatchError]:
    """Yield what is read in each mail, in the order of the sources, duplicates and broken mails too.

    The user's word on what is a recruiter's counts as in a scan; the score stays the model's. `now` and `since` leave
    nothing out. A source that can't be read to its end yields its error in its place; the others go on.
    """
    lines = [line for source in sources for line in lines_of(source)]
    every = [line.message for line in lines if isinstance(line, Line) and line.message]
    messages = [message for message in every if not is_own(message, settings.mark_key)]
    me = settings.me or candidates.infer(messages)
    threads, readings = read(messages, me, settings.calendar)
    readings = as_said(threads, insist(threads, readings, me, settings), settings.words)
    for line in lines:
        if isinstance(line, Line) and line.message:
            yield replace(line, reading=readings.get(line.message.key) or own_reading(line.message))
        else:
            yield line


def _report(collected: Collected, is_recruiting: Mapping[str, bool]) -> SourceReport:
    count = len(collected.messages)
    return SourceReport(
        name=collected.name,
        messages=count,
        new=count,
        recruiting=sum(is_recruiting.get(message.key, False) for message in collected.messages),
        skipped=collected.skipped,
        error=collected.error.what if collected.error else None,
    )
