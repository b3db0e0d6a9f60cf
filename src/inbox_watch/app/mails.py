"""From a source to parsed messages: what is broken is set aside, and what lies out of time is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from inbox_watch.app.settings import Collected, Line, Settings, Source
from inbox_watch.core.types import Message, RawMail, Skipped
from inbox_watch.errors import BrokenMessage, InboxWatchError

UNDATED = "no usable date: it can't be put in time"


def file_source(path: Path, *, whole: bool = False) -> Source:
    """Return a source that reads mail files; `whole`, with the mails that are left out of a scan (a file's drafts)."""
    from inbox_watch.sources import LeftOut, files

    def read() -> Iterator[RawMail | Skipped]:
        for found in files.read(path):
            if not isinstance(found, LeftOut):
                yield found
            elif whole and found.mail:
                yield found.mail

    return Source(name=str(path), read=read)


def collect(source: Source) -> Collected:
    """Read and parse one source; what is broken is set aside with its reason."""
    messages: list[Message] = []
    skipped: list[Skipped] = []
    error = None
    try:
        for mail in source.read():
            parsed = _message(mail) if isinstance(mail, RawMail) else mail
            messages.append(parsed) if isinstance(parsed, Message) else skipped.append(parsed)
    except InboxWatchError as failed:
        error = failed
    return Collected(name=source.name, messages=tuple(messages), skipped=tuple(skipped), error=error)


def _message(mail: RawMail) -> Message | Skipped:
    from inbox_watch.core.parse import parse  # 0.1 s: a scan that finds nothing new needs none of it

    try:
        found = parse(mail.data, source=mail.source, is_junk=mail.is_junk, thread_hint=mail.thread_hint)
    except BrokenMessage as broken:
        return Skipped(where=mail.source, error=broken.what)
    if found.instant is None and mail.received:
        return replace(found, received=mail.received, instant=mail.received)
    return found


def lines_of(source: Source) -> Iterator[Line | InboxWatchError]:
    try:
        yield from _lines(source)
    except InboxWatchError as failed:
        yield failed


def _lines(source: Source) -> Iterator[Line]:
    for mail in source.read():
        parsed = _message(mail) if isinstance(mail, RawMail) else mail
        if isinstance(parsed, Message):
            yield Line(source=parsed.source, message=parsed)
        else:
            yield Line(source=parsed.where, error=parsed.error)


def settle(collected: Collected, settings: Settings) -> Collected:
    """Leave out what isn't there yet or too old; set aside what can't be put in time."""
    placed = [in_time(one, settings) for one in collected.messages]
    kept = tuple(one for one in placed if isinstance(one, Message))
    aside = tuple(one for one in placed if isinstance(one, Skipped))
    return replace(collected, messages=kept, skipped=(*collected.skipped, *aside))


def in_time(message: Message, settings: Settings) -> Message | Skipped | None:
    """Return the mail as it counts at `settings.now`; why it is set aside; or None where it isn't there.

    A mail whose date lies after `now` was sent by a wrong clock where it was received by then: its receipt is its
    moment. Any other of after `now` isn't there yet where `now` was chosen; by the clock no mail can be from the
    future, so it is set aside with its date, and not lost. Mail of before `since` isn't there.
    """
    if message.instant is None:
        return Skipped(where=message.source, error=UNDATED)
    moment = message.instant
    if moment > settings.now and message.received and message.received <= settings.now:
        moment = message.received
    if moment > settings.now and settings.is_by_clock:
        return Skipped(where=message.source, error=future(moment.astimezone(settings.zone)))
    if not counts(moment, settings):
        return None
    return message if moment == message.instant else replace(message, instant=moment)


def future(moment: datetime) -> str:
    """Return why a mail of this moment is set aside."""
    return f"dated in the future: {moment.isoformat(' ', 'minutes')}"


def counts(instant: datetime, settings: Settings) -> bool:
    """Say whether a mail of this moment is there at all: not after `now`, and not before `since`."""
    if instant > settings.now:
        return False
    return settings.since is None or instant.astimezone(settings.zone).date() >= settings.since
