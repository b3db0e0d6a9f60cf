"""Parse and read what was fetched; of what has nothing to do with jobs, keep the verdict alone."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from inbox_watch import app
from inbox_watch.accounts import basis
from inbox_watch.accounts.groups import (
    Bonds,
    Group,
    bonds_of,
    booked_in,
    grouped,
    read_at_once,
    tells_of_others,
    ties,
)
from inbox_watch.app import Settings
from inbox_watch.core import candidate as candidates
from inbox_watch.core.mark import is_own
from inbox_watch.core.thread import thread as make_threads
from inbox_watch.core.types import Message, Reading
from inbox_watch.core.word.about import verdicts
from inbox_watch.errors import BrokenMessage
from inbox_watch.store import Store, messages

_PARSED_AT_ONCE = 100


def read_waiting(held: Store, settings: Settings) -> None:
    """Parse and read what was fetched; of what has nothing to do with jobs, keep the verdict alone."""
    _parse_new(held, settings.mark_key)
    known = _Known()
    passing = _noting(held, known)
    me = settings.me or candidates.infer(passing)
    deque(passing, maxlen=0)  # where nobody had to be inferred, nothing has passed yet
    bonds = _bonds(held, known, me)
    unread = [
        group
        for group in grouped(make_threads(known.bare), ties(known.bare, me, bonds))
        if {known.bases[message.key] for thread in group for message in thread.messages}
        != {basis.basis_of(group, me, settings)}
    ]
    for some in read_at_once(unread):
        _read_portion(held, some, known.rows, me, settings)


@dataclass(slots=True)
class _Known:
    """What is noted of the mails that are held, without their texts: rows and bases by key; and the platforms' notices,
    which are few, whole.
    """

    rows: dict[str, list[int]] = field(default_factory=dict)
    bare: list[Message] = field(default_factory=list)
    bases: dict[str, str | None] = field(default_factory=dict)
    notices: list[Message] = field(default_factory=list)


def _noting(held: Store, known: _Known) -> Iterator[Message]:
    """Yield the mails that are held, with their texts, and note each: to go through all of them takes its time."""
    for one in messages.held(held.database):
        known.rows.setdefault(one.message.key, []).append(one.row)
        known.bare.append(replace(one.message, text="", attachments=()))
        known.bases[one.message.key] = None if one.is_waiting else one.basis
        if tells_of_others(one.message):
            known.notices.append(one.message)
        yield one.message


def _bonds(held: Store, known: _Known, me: frozenset[str]) -> dict[str, Bonds]:
    """Return, by key, by what each mail may know of others; the texts are needed only where platforms write."""
    booked = booked_in(known.notices, me)
    mails = (one.message for one in messages.held(held.database)) if booked else known.bare
    return {one.key: bonds_of(one, me, booked) for one in mails}


def _parse_new(held: Store, mark_key: bytes | None) -> None:
    """Parse what was fetched. Our own digests, where the sift let one through, go: they quote what was read already."""
    from inbox_watch.core.parse import parse  # 0.1 s: a scan that finds nothing new doesn't need it

    form = basis.form_of_parsed()
    parsed: list[tuple[int, Message]] = []
    broken: list[tuple[int, str]] = []
    own: dict[int, Reading] = {}
    for one in messages.unparsed(held.database, form):
        try:
            message = parse(one.data, source=one.source, is_junk=one.is_junk, thread_hint=one.thread_hint)
        except BrokenMessage as error:
            broken.append((one.row, error.what))
            continue
        if message.instant is None:
            broken.append((one.row, app.UNDATED))
        elif is_own(message, mark_key):
            own[one.row] = app.own_reading(message)
        else:
            parsed.append((one.row, message))
        if len(parsed) >= _PARSED_AT_ONCE:
            messages.keep_parsed(held.database, form, parsed)
            parsed.clear()
    messages.keep_parsed(held.database, form, parsed)
    messages.set_aside(held.database, broken)
    if own:
        messages.keep_readings(held.database, {}, own, basis.model_version(), {})


def _read_portion(
    held: Store, bare: Sequence[Group], rows: Mapping[str, Sequence[int]], me: frozenset[str], settings: Settings
) -> None:
    wanted = [row for group in bare for thread in group for message in thread.messages for row in rows[message.key]]
    whole = {(one.message.key, one.message.source): one.message for one in messages.held(held.database, wanted)}
    groups = [
        tuple(
            replace(thread, messages=tuple(whole[message.key, message.source] for message in thread.messages))
            for thread in group
        )
        for group in bare
    ]
    readings = app.read_threads([thread for group in groups for thread in group], me, settings.calendar)
    kept: dict[int, tuple[str, Reading]] = {}
    dropped: dict[int, Reading] = {}
    for group in groups:
        based_on = basis.basis_of(group, me, settings)
        said = verdicts(group, settings.words)
        for thread in group:
            is_about_a_job = any(readings[message.key].recruiting for message in thread.messages) or said.get(thread.id)
            read = [(row, readings[message.key]) for message in thread.messages for row in rows[message.key]]
            if is_about_a_job:
                kept |= {row: (based_on, reading) for row, reading in read}
            else:
                dropped |= dict(read)
    persons = _persons(whole.values(), rows, kept, me)
    messages.keep_readings(held.database, kept, dropped, basis.model_version(), persons)


def _persons(
    mails: Iterable[Message],
    rows: Mapping[str, Sequence[int]],
    kept: Mapping[int, tuple[str, Reading]],
    me: frozenset[str],
) -> dict[int, str]:
    """Return, by row, who wrote the mails of jobs' threads: an earlier invitation of theirs is wanted then."""
    return {
        row: one.sender.address
        for one in mails
        if one.sender and one.sender.address not in me
        for row in rows[one.key]
        if row in kept and kept[row][1].recruiting and not kept[row][1].is_automatic
    }
