"""One scan of the configured accounts: bring the store up to date, read what is new, conclude from what is held."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from types import MappingProxyType

from filelock import FileLock, Timeout

from inbox_watch import __version__, app, nlp, state, store
from inbox_watch.app import Outcome, Settings
from inbox_watch.config import Account
from inbox_watch.core import candidate as candidates
from inbox_watch.core.mailbox import Progress
from inbox_watch.core.mark import is_own
from inbox_watch.core.thread import thread as make_threads
from inbox_watch.core.types import Message, Reading, Said, Scan, SourceReport, Thread
from inbox_watch.core.word.about import verdicts, with_verdicts
from inbox_watch.errors import BrokenMessage, InboxWatchError, SourceError, TemporaryError, UsageError
from inbox_watch.store import Ledger, Store, digests, messages, values, words

Tell = Callable[[Progress], None]
Group = tuple[Thread, ...]

LOCK = "scan.lock"
_MOST_ROUNDS = 5  # of fetching what a thread made worth reading, before it waits for the next scan
_AT_ONCE = 200  # mails in memory with their text, while they are read
_PARSED_AT_ONCE = 100


def scan(
    accounts: Sequence[Account],
    settings: Settings,
    folder: Path,
    tell: Tell,
    *,
    resting: Mapping[str, InboxWatchError] = MappingProxyType({}),
) -> Outcome:
    """Scan the accounts and say what is owed at `settings.now`. An account that fails is reported; the others go on.

    While another scan runs, nothing is fetched: what the store holds by now is what is reported. The servers of those
    that are `resting` after a failure are left alone; the failure is reported for them.
    """
    errors = {account.name: resting[account.name] for account in accounts if account.name in resting}
    settings = replace(settings, mark_key=state.mark_key(folder), words=words.read(folder))
    with store.opened(folder) as held, _alone(folder) as is_alone:
        for account in [one for one in accounts if one.name not in resting] if is_alone else ():
            try:
                _bring(held, account, settings, tell)
            except InboxWatchError as error:
                errors[account.name] = error
        if is_alone and messages.is_any_waiting(held.database):  # the network broke off: what came by then is read
            read_waiting(held, settings)
        outcome = _conclude(held, accounts, settings, errors, may_write=is_alone)
        if is_alone:
            messages.seen(held.database)
            whole = [account.name for account in accounts if account.name not in errors]
            digests.note_complete(held.database, whole, settings.now)
        return outcome


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[bool]:
    """Yield whether no other scan runs."""
    lock = FileLock(folder / LOCK, timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


# --- bring the store up to date -------------------------------------------------------------------------------------


def _bring(held: Store, account: Account, settings: Settings, tell: Tell) -> None:
    from inbox_watch import credentials
    from inbox_watch.sources.imap.connection import connected
    from inbox_watch.sources.imap.sync import sync

    host = app.host(account)
    ledger = held.ledger(account.name, f"{account.user} at {host}:{account.port}")
    fault: SourceError | None = None
    with connected(account, host, credentials.secret(account), lambda: credentials.renew(account)) as client:
        try:
            for batch in sync(client, account, ledger, tell):
                ledger.commit(batch)
        except SourceError as error:
            fault = error  # of one mailbox: what the others gave is read
        if not ledger.is_settled(model_version()):
            read_waiting(held, settings)
            _follow_threads(client, held, ledger, settings, ledger.stale(model_version()) or ledger.wanted())
            ledger.settle(model_version())
        for word in settings.words:
            if word.kind is Said.RECRUITING and (named := ledger.named(word.value, f"word {word.number}")):
                _follow_threads(client, held, ledger, settings, named)
                ledger.give_up(named, reason=f"word {word.number}")
    if fault:
        raise fault


def _follow_threads(
    client: object, held: Store, ledger: Ledger, settings: Settings, wanted: list[tuple[str, int]]
) -> None:
    """Fetch these texts (by mailbox and UID), and those that a thread makes worth reading, until no more come up."""
    from inbox_watch.sources.imap.sync import read_wanted

    for _ in range(_MOST_ROUNDS):
        if not wanted:
            return
        for mailbox, located in read_wanted(client, wanted):  # type: ignore[arg-type]  # sources load on demand
            ledger.give_text(mailbox, located)
        ledger.give_up(wanted)
        read_waiting(held, settings)
        wanted = ledger.wanted()


def model_version() -> str:
    """Return the version of the model that ships with the program, without loading it: of each part that it has."""
    folder = Path(nlp.__file__).parent / "model"
    meta = (folder / "meta.json").read_bytes()
    parts = [path.read_bytes() for path in sorted(folder.rglob("settings.json"))]
    return f"{json.loads(meta)['version']} {hashlib.sha256(b''.join((meta, *parts))).hexdigest()[:12]}"


# --- read what waits ------------------------------------------------------------------------------------------------


def read_waiting(held: Store, settings: Settings) -> None:
    """Parse and read what was fetched; of what has nothing to do with jobs, keep the verdict alone."""
    _parse_new(held, settings.mark_key)
    rows: dict[str, list[int]] = {}
    bare: list[Message] = []
    bases: dict[str, str | None] = {}
    for one in messages.held(held.database):
        rows.setdefault(one.message.key, []).append(one.row)
        bare.append(replace(one.message, text="", attachments=()))
        bases[one.message.key] = None if one.is_waiting else one.basis
    me = settings.me or candidates.infer(bare)
    unread = [
        group
        for group in _grouped(make_threads(bare), _ties(bare, me))
        if {bases[message.key] for thread in group for message in thread.messages} != {_basis(group, me, settings)}
    ]
    for some in _portions(unread):
        _read_portion(held, some, rows, me, settings)


def _ties(mails: Sequence[Message], me: frozenset[str]) -> dict[str, set[str]]:
    """Return, by each mail's key, the names by which its thread may know of others: invitations and who invites."""
    invited = {event.organizer.address for one in mails for event in one.events if event.organizer} - me
    ties: dict[str, set[str]] = {}
    for one in mails:
        named = ties.setdefault(one.key, set())
        named.update(event.uid for event in one.events if event.uid)
        named.update(_organizers(one) - me)
        if one.sender and one.sender.address in invited:
            named.add(one.sender.address)
    return ties


def _organizers(message: Message) -> frozenset[str]:
    return frozenset(event.organizer.address for event in message.events if event.organizer)


def _grouped(threads: Sequence[Thread], ties: Mapping[str, Collection[str]]) -> list[Group]:
    """Put threads that know of each other by an invitation, or by who sent it, together: they are read as one."""
    root = list(range(len(threads)))

    def top(place: int) -> int:
        while root[place] != place:
            root[place] = place = root[root[place]]
        return place

    first: dict[str, int] = {}
    for number, thread in enumerate(threads):
        for name in (name for message in thread.messages for name in ties[message.key]):
            earlier, later = sorted((top(first.setdefault(name, number)), top(number)))
            root[later] = earlier
    groups: dict[int, list[Thread]] = {}
    for number, thread in enumerate(threads):
        groups.setdefault(top(number), []).append(thread)
    return [tuple(group) for group in groups.values()]


def _portions(groups: Sequence[Group]) -> Iterator[list[Group]]:
    """Cut groups into runs of at most `_AT_ONCE` mails, past the first group of each."""
    portion: list[Group] = []
    count = 0
    for group in groups:
        size = sum(len(thread.messages) for thread in group)
        if portion and count + size > _AT_ONCE:
            yield portion
            portion, count = [], 0
        portion.append(group)
        count += size
    if portion:
        yield portion


def _parse_new(held: Store, mark_key: bytes | None) -> None:
    """Parse what was fetched. Our own digests, where the sift let one through, go: they quote what was read already."""
    from inbox_watch.core.parse import parse  # 0.1 s: a scan that finds nothing new doesn't need it

    form = _form()
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
        messages.keep_readings(held.database, {}, own, model_version(), {})


def _form() -> str:
    """Return what a parsed mail in the store depends on: the program that parsed it, and the fields of its types."""
    return f"{__version__} {hashlib.sha256((values.shape(Message) + values.shape(Reading)).encode()).hexdigest()[:16]}"


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
        basis = _basis(group, me, settings)
        said = verdicts(group, settings.words)
        for thread in group:
            is_about_a_job = any(readings[message.key].recruiting for message in thread.messages) or said.get(thread.id)
            read = [(row, readings[message.key]) for message in thread.messages for row in rows[message.key]]
            if is_about_a_job:
                kept |= {row: (basis, reading) for row, reading in read}
            else:
                dropped |= dict(read)
    persons = _persons(whole.values(), rows, kept, me)
    messages.keep_readings(held.database, kept, dropped, model_version(), persons)


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


def _basis(group: Group, me: frozenset[str], settings: Settings) -> str:
    """Return a digest of all that the readings of some threads depend on besides their text."""
    parts = (
        __version__,
        model_version(),
        *sorted(me),
        str(settings.zone),
        settings.country or "",
        *(message.key for thread in group for message in thread.messages),
    )
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()[:32]


# --- conclude -------------------------------------------------------------------------------------------------------


def _conclude(
    held: Store,
    accounts: Sequence[Account],
    settings: Settings,
    errors: Mapping[str, InboxWatchError],
    *,
    may_write: bool,
) -> Outcome:
    names = {account.name for account in accounts}
    every = list(messages.held(held.database))
    mails = [one for one in every if one.account in names and not one.is_waiting]
    there = [one for one in mails if one.message.instant and app.counts(one.message.instant, settings)]
    me = settings.me or candidates.infer(one.message for one in mails)
    threads = make_threads(one.message for one in there)
    known = {one.message.key: (one.basis, one.reading) for one in there}
    readings: dict[str, Reading] = {}
    unread: list[Thread] = []
    bases: dict[str, str] = {}
    for group in _grouped(threads, _ties([one.message for one in there], me)):
        keys = [message.key for thread in group for message in thread.messages]
        basis = _basis(group, me, settings)
        if all(known[key][0] == basis for key in keys):
            readings |= {key: reading for key in keys if (reading := known[key][1])}
        else:
            unread += group
            bases |= dict.fromkeys(keys, basis)
    readings |= app.read_threads(unread, me, settings.calendar)
    if unread and may_write and len(there) == len(mails):  # another zone or address than last time, not another day
        again = {one.row: (bases[key], readings[key]) for one in there if (key := one.message.key) in bases}
        messages.keep_readings(held.database, again, {}, model_version(), {})
    readings = app.insist(threads, readings, me, settings)
    if may_write and len(there) == len(every):
        _let_go(held, threads, readings, there)
    counts_as = with_verdicts(threads, readings, settings.words)
    recruiting = {one.row for one in there if counts_as[one.message.key]}
    reports = tuple(_report(held, account.name, recruiting, settings, errors.get(account.name)) for account in accounts)
    findings, left_out = app.conclude(threads, readings, me, settings)
    made = Scan(now=settings.now, candidate=tuple(sorted(me)), sources=reports, findings=findings, left_out=left_out)
    origins = {one.message.key: one.account for one in there}
    return Outcome(scan=made, errors=tuple(errors.values()), origins=origins)


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
        messages.keep_readings(held.database, {}, dropped, model_version(), {})


def _report(
    held: Store, name: str, recruiting: set[int], settings: Settings, error: InboxWatchError | None
) -> SourceReport:
    what = error.what if error else None
    row = held.accounts().get(name)
    if row is None:
        return SourceReport(name=name, error=what)
    since = datetime.combine(settings.since, time(), tzinfo=settings.zone).astimezone(UTC) if settings.since else None
    counts = messages.counts(held.database, row, since, settings.now)
    copies = messages.copies(held.database, row)
    return SourceReport(
        name=name,
        messages=counts.messages,
        new=counts.new,
        recruiting=sum(copies.get(one, 0) for one in recruiting),
        skipped=messages.skipped(held.database, row),
        error=what,
    )


# --- forget ---------------------------------------------------------------------------------------------------------


def forget_account(folder: Path, account: str) -> int:
    """Delete what is known of an account for good; return how many mails were known.

    Raises `UsageError` for an account of which nothing is known, and `TemporaryError` while a scan runs.
    """
    with _only_user(folder) as held:
        if account not in held.accounts():
            known = ", ".join(held.accounts()) or "none"
            raise UsageError(f'nothing is known of an account "{account}"', advice=f"Known accounts: {known}.")
        return held.forget(account)


def forget_everything(folder: Path) -> int:
    """Delete all that is known, a damaged store too, and the last question; return how many mails were known."""
    count = 0
    with contextlib.suppress(store.Damaged), _only_user(folder) as held:
        count = held.forget()
    with _alone(folder) as is_alone:
        if is_alone:
            store.remove(folder)
            words.forget(folder)
            state.forget(folder)
    return count


def forget_opportunity(accounts: Sequence[Account], settings: Settings, folder: Path, word: str) -> int:
    """Delete the text and the readings of one opportunity's mails for good; return how many they were.

    What the user said of it goes too. The mails are not read again; a later mail of the same thread begins anew. Raises
    `UsageError` as `app.find` does.
    """
    settings = replace(settings, words=words.read(folder))
    with _only_user(folder) as held:
        found = app.find(_conclude(held, accounts, settings, {}, may_write=False).scan, word)
        keys = {entry.message.key for entry in found.opportunity.entries}
        rows = [one.row for one in messages.held(held.database) if one.message.key in keys]
        messages.forget(held.database, rows)
        digests.forget_waiting(held.database)
        names = {entry.message.message_id for entry in found.opportunity.entries}
        spoken = [word for word in settings.words if keys & {*word.anchors, *word.others} or word.value in names]
        words.remove(folder, [word.number for word in spoken])
        return len(rows)


def check(folder: Path) -> str:
    """Say what the store holds, and that it is whole. Raises `InboxWatchError` where it isn't."""
    if not store.exists(folder):
        return "none yet"
    with store.opened(folder) as held:
        if (found := held.check()) != "ok":
            raise InboxWatchError(f"damaged: {found}", advice="Run inbox-watch forget everything, and scan anew.")
        return f"whole; {', '.join(held.accounts()) or 'no account in it'}"


@contextlib.contextmanager
def _only_user(folder: Path) -> Iterator[Store]:
    with store.opened(folder) as held, _alone(folder) as is_alone:
        if not is_alone:
            raise TemporaryError("a scan is running", advice="Wait for its end, then try again.")
        yield held
