"""Conclude from what the store holds, as a scan of files does from what it has read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time

from inbox_watch import app
from inbox_watch.accounts import basis
from inbox_watch.accounts.groups import bonds_of, booked_in, grouped, ties
from inbox_watch.app import Outcome, Settings
from inbox_watch.config import Account
from inbox_watch.core import candidate as candidates
from inbox_watch.core.thread import thread as make_threads
from inbox_watch.core.types import Message, Reading, Scan, Skipped, SourceReport, Thread
from inbox_watch.core.word.about import with_verdicts
from inbox_watch.errors import InboxWatchError
from inbox_watch.store import Store, messages


def conclude(
    held: Store,
    accounts: Sequence[Account],
    settings: Settings,
    errors: Mapping[str, InboxWatchError],
    *,
    may_write: bool,
) -> Outcome:
    """Return what the mails that are held come to at `settings.now`; `errors` are those of accounts that failed.

    Where nobody else writes (`may_write`), what had to be read again is kept, and what isn't wanted any more let go.
    """
    names = {account.name for account in accounts}
    every = list(messages.held(held.database))
    mails = [one for one in every if one.account in names and not one.is_waiting]
    placed = [(one, app.in_time(one.message, settings)) for one in mails]
    there = [replace(one, message=message) for one, message in placed if isinstance(message, Message)]
    moved = {one.row for one, message in placed if isinstance(message, Message) and message is not one.message}
    may_write = may_write and not moved  # for as long as a date lies ahead; what is read then isn't for later
    me = settings.me or candidates.infer(one.message for one in mails)
    threads = make_threads(one.message for one in there)
    readings, bases = _readings(threads, there, me, settings)
    if bases and may_write and len(there) == len(mails):  # another zone or address than last time, not another day
        again = {one.row: (bases[key], readings[key]) for one in there if (key := one.message.key) in bases}
        messages.keep_readings(held.database, again, {}, basis.model_version(), {})
    readings = app.insist(threads, readings, me, settings)
    if may_write and len(there) == len(every):
        _let_go(held, threads, readings, there)
    counts_as = with_verdicts(threads, readings, settings.words)
    recruiting = {one.row for one in there if counts_as[one.message.key]}
    reports = tuple(
        _report(held, account.name, recruiting, moved, settings, errors.get(account.name)) for account in accounts
    )
    findings, left_out = app.conclude(threads, readings, me, settings)
    made = Scan(now=settings.now, candidate=tuple(sorted(me)), sources=reports, findings=findings, left_out=left_out)
    origins = {one.message.key: one.account for one in there}
    return Outcome(scan=made, failures=tuple(errors.items()), origins=origins)


def _readings(
    threads: Sequence[Thread], there: Sequence[messages.Held], me: frozenset[str], settings: Settings
) -> tuple[dict[str, Reading], dict[str, str]]:
    """Return what is read in each mail, by its key; and of those that had to be read again, what that rests on."""
    known = {one.message.key: (one.basis, one.reading) for one in there}
    readings: dict[str, Reading] = {}
    unread: list[Thread] = []
    bases: dict[str, str] = {}
    mails = [one.message for one in there]
    booked = booked_in(mails, me)
    bonds = {one.key: bonds_of(one, me, booked) for one in mails}
    for group in grouped(threads, ties(mails, me, bonds)):
        keys = [message.key for thread in group for message in thread.messages]
        based_on = basis.basis_of(group, me, settings)
        if all(known[key][0] == based_on for key in keys):
            readings |= {key: reading for key in keys if (reading := known[key][1])}
        else:
            unread += group
            bases |= dict.fromkeys(keys, based_on)
    return readings | app.read_threads(unread, me, settings.calendar), bases


def _let_go(
    held: Store, threads: Sequence[Thread], readings: Mapping[str, Reading], there: Sequence[messages.Held]
) -> None:
    """Delete the text of threads that were held on the user's word alone, once that was taken back."""
    about = {
        message.key: any(readings[one.key].recruiting for one in thread.messages)
        for thread in threads
        for message in thread.messages
    }
    dropped = {one.row: readings[one.message.key] for one in there if not about[one.message.key]}
    if dropped:
        messages.keep_readings(held.database, {}, dropped, basis.model_version(), {})


def _report(
    held: Store, name: str, recruiting: set[int], moved: set[int], settings: Settings, error: InboxWatchError | None
) -> SourceReport:
    what = error.what if error else None
    row = held.accounts().get(name)
    if row is None:
        return SourceReport(name=name, error=what)
    since = datetime.combine(settings.since, time(), tzinfo=settings.zone).astimezone(UTC) if settings.since else None
    counts = messages.counts(held.database, row, since, settings.now)
    copies = messages.copies(held.database, row)
    later = messages.later(held.database, row, settings.now, moved) if settings.is_by_clock else ()
    aside = tuple(Skipped(where=where, error=app.future(moment.astimezone(settings.zone))) for where, moment in later)
    return SourceReport(
        name=name,
        messages=counts.messages + sum(copies.get(one, 0) for one in moved),
        new=counts.new,
        recruiting=sum(copies.get(one, 0) for one in recruiting),
        skipped=(*messages.skipped(held.database, row), *aside),
        error=what,
    )
