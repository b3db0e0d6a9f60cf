"""The use cases: scan, classify, explain. Joins the outside (sources, model, files) to the pure core."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo
from functools import cache
from pathlib import Path

from inbox_watch import nlp
from inbox_watch.config import Account
from inbox_watch.core import candidate as candidates
from inbox_watch.core.calendar import Calendar
from inbox_watch.core.doubts import doubts
from inbox_watch.core.mark import is_own
from inbox_watch.core.opportunity import cautions_of, gather
from inbox_watch.core.thread import thread as make_threads
from inbox_watch.core.timing import Rhythms, judge, learn
from inbox_watch.core.types import (
    Entry,
    Finding,
    Message,
    Opportunity,
    RawMail,
    Reading,
    Scan,
    Scores,
    Skipped,
    SourceReport,
    State,
    Thread,
    Timing,
    Word,
    Zones,
)
from inbox_watch.core.word.about import insisted, verdicts, with_verdicts
from inbox_watch.core.word.apply import apply
from inbox_watch.errors import BrokenMessage, ConfigError, InboxWatchError, UsageError

Say = Callable[[str], None]

KNOWN = 0.5  # from here on, an earlier mail makes its thread a recruiting one for the mails after it
UNDATED = "no usable date: it can't be put in time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a scan needs to know besides the mail. `me` is empty where the candidate is to be inferred.

    `is_by_clock` says that `now` is the clock's, and wasn't chosen. `mark_key` is the key by which our own digests are
    known: they are no recruiter's mail, whatever they quote. `words` are the user's, in the order in which they were
    said.
    """

    now: datetime
    zone: tzinfo
    country: str | None = None
    me: frozenset[str] = frozenset()
    since: date | None = None
    timing: Timing = field(default_factory=Timing)
    is_by_clock: bool = False
    mark_key: bytes | None = field(default=None, repr=False)
    words: tuple[Word, ...] = ()

    @property
    def calendar(self) -> Calendar:
        """Return the candidate's business days."""
        return Calendar(zone=self.zone, country=self.country)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A place that mail comes from: its name, and a function that reads it once."""

    name: str
    read: Callable[[], Iterator[RawMail | Skipped]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """One source after it was read: its messages, what was set aside, and the error that ended it early, if any."""

    name: str
    messages: tuple[Message, ...]
    skipped: tuple[Skipped, ...]
    error: InboxWatchError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One mail of `classify`: its message and reading, or the reason why it can't be read."""

    source: str
    message: Message | None = None
    reading: Reading | None = None
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A scan and the errors that ended sources early, each with the source's name.

    `origins` names, by a mail's key, the account that it lies in. `others` are the mails of files of
    which the user said that they aren't a recruiter's.
    """

    scan: Scan
    failures: tuple[tuple[str, InboxWatchError], ...]
    origins: Mapping[str, str] = field(default_factory=dict)
    others: tuple[Entry, ...] = ()

    @property
    def errors(self) -> tuple[InboxWatchError, ...]:
        """Return the errors alone."""
        return tuple(error for _, error in self.failures)


def scan(sources: Sequence[Source], settings: Settings) -> Outcome:
    """Read every source once and say what is owed and whom to ask, at `settings.now`.

    Which mail counts, `in_time` says. A source that fails is reported; the others go on.
    """
    collected = [_settle(collect(source), settings) for source in sources]
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
    lines = [line for source in sources for line in _parsed(source)]
    every = [line.message for line in lines if isinstance(line, Line) and line.message]
    messages = [message for message in every if not is_own(message, settings.mark_key)]
    me = settings.me or candidates.infer(messages)
    threads, readings = read(messages, me, settings.calendar)
    readings = _as_said(threads, insist(threads, readings, me, settings), settings.words)
    for line in lines:
        if isinstance(line, Line) and line.message:
            yield replace(line, reading=readings.get(line.message.key) or own_reading(line.message))
        else:
            yield line


def _as_said(threads: Sequence[Thread], readings: dict[str, Reading], words: Sequence[Word]) -> dict[str, Reading]:
    """Return the readings with the user's word on what is a recruiter's; of what isn't, nothing is concluded."""
    said = verdicts(threads, words)
    spoken = {message.key: said[thread.id] for thread in threads if thread.id in said for message in thread.messages}
    kept = {key: replace(readings[key], review=False) for key, is_one in spoken.items() if is_one}
    others = {key: _of_no_recruiter(readings[key]) for key, is_one in spoken.items() if not is_one}
    return readings | kept | others


def _of_no_recruiter(reading: Reading) -> Reading:
    return replace(
        reading,
        recruiting=False,
        review=False,
        signal=None,
        signal_score=0.0,
        signal_quote=None,
        acts=frozenset(),
        asks=(),
        promises=(),
        appointments=(),
        reasons=(*reading.reasons, "you said that it isn't about recruiting"),
    )


def own_reading(message: Message) -> Reading:
    """Return the reading of a digest of our own: it says nothing that the mails which it quotes didn't say."""
    return Reading(
        key=message.key,
        message_id=message.message_id,
        recruiting=False,
        score=0.0,
        is_automatic=True,
        is_bulk=True,
        reasons=("our own digest",),
    )


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


def read(
    messages: Iterable[Message], me: frozenset[str], calendar: Calendar
) -> tuple[tuple[Thread, ...], dict[str, Reading]]:
    """Return the threads of these messages, and what is read in each message by its key."""
    threads = make_threads(messages)
    return threads, read_threads(threads, me, calendar)


def insist(
    threads: Sequence[Thread], readings: dict[str, Reading], me: frozenset[str], settings: Settings
) -> dict[str, Reading]:
    """Return the readings with those mails read again, as a recruiter's, that are the user's word for it."""
    keys = insisted(threads, readings, settings.words)
    if not keys:
        return readings
    some = [thread for thread in threads if any(message.key in keys for message in thread.messages)]
    return readings | read_threads(some, me, settings.calendar, as_recruiting=keys)


def read_threads(
    threads: Sequence[Thread], me: frozenset[str], calendar: Calendar, *, as_recruiting: frozenset[str] = frozenset()
) -> dict[str, Reading]:
    """Return what is read in each message of these threads, by its key.

    Those of `as_recruiting` are read so, whatever the model makes of them; their score stays the model's.
    """
    if not threads:
        return {}
    from inbox_watch.core import reading  # 0.2 s: a scan that finds nothing new needs none of it
    from inbox_watch.core.zones import split

    zones = {message.key: split(message.text) for thread in threads for message in thread.messages}
    scores = _scored(threads, zones, me)
    sure = {key: replace(scores[key], recruiting=1.0) if key in as_recruiting else scores[key] for key in scores}
    found = reading.read_threads(threads, zones, sure, candidate=me, calendar=calendar)
    return found | {key: replace(found[key], score=scores[key].recruiting) for key in as_recruiting & found.keys()}


def find(scan: Scan, word: str) -> Finding:
    """Return the one opportunity that `word` names: its id, the start of it, or a word of company, role or contact.

    Raises `UsageError` where none or several fit.
    """
    wanted = word.casefold().strip()
    if not wanted:
        raise UsageError("an empty word names no opportunity", advice="Give an id or a word of company or contact.")
    by_id = [one for one in scan.findings if one.opportunity.id.startswith((wanted, f"o-{wanted}"))]
    found = by_id or [one for one in scan.findings if wanted in _names(one)]
    if len(found) == 1:
        return found[0]
    if not found:
        _refuse_left_out(scan, wanted)
        raise UsageError(f'no opportunity fits "{word}"', advice="inbox-watch scan --all lists them with their ids.")
    named = ", ".join(f"{one.opportunity.id} ({one.opportunity.company or 'no company'})" for one in found[:8])
    more = f" and {len(found) - 8} more" if len(found) > 8 else ""
    raise UsageError(f'"{word}" fits {len(found)} opportunities: {named}{more}', advice="Give one of these ids.")


def _refuse_left_out(scan: Scan, wanted: str) -> None:
    gone = next((one for one in scan.left_out if one.id.startswith((wanted, f"o-{wanted}"))), None)
    if gone is not None:
        raise UsageError(
            f"{gone.id} is left out: you said that it isn't about recruiting",
            advice=f"inbox-watch correct {gone.id} --recruiting brings it back.",
        )


def has_due(scan: Scan) -> bool:
    """Say whether any action is due or overdue."""
    return any(action.state is not State.UPCOMING for one in scan.findings for action in one.judgement.actions)


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


def account_state(account: Account, *, may_ask: bool = False, say: Say = lambda _: None) -> str:
    """Log in and say which mailboxes would be read. Raises the error that a scan would meet.

    `say` gets a line for each wait that the server asks for, before it begins.
    """
    from inbox_watch import credentials

    host(account)  # before anybody is asked for a secret
    secret = credentials.secret(account, may_ask=may_ask)
    found = readable(account, secret, lambda: credentials.renew(account), say)
    return f"logged in; reads {', '.join(f'{name} ({count})' for name, count in found)}"


def readable(
    account: Account, secret: str, renew: Callable[[], str] | None = None, say: Say = lambda _: None
) -> list[tuple[str, str]]:
    """Log in and return the mailboxes that would be read, each with its number of mails, ready for a terminal.

    Where an access token is refused, `renew` gives another; without it, it is this one that has to be good. `say` as in
    `account_state`.
    """
    from inbox_watch.core.clean import clean
    from inbox_watch.sources.imap.survey import survey

    found = survey(account, host(account), secret, renew, say)
    return [(clean(one.name, limit=80), "?" if one.messages is None else f"{one.messages:,}") for one in found]


def host(account: Account) -> str:
    """Return the account's server. Raises `ConfigError` where it is neither configured nor known."""
    from inbox_watch.sources.providers import host_of

    if found := account.host or host_of(account.user):
        return found
    raise ConfigError(
        f"account {account.name}: host is missing", advice=f"Name the IMAP server of {account.user} as host."
    )


def _names(finding: Finding) -> str:
    found = finding.opportunity
    people = (part for contact in found.contacts for part in (contact.name, contact.address))
    return " ".join((found.company or "", found.role or "", *people)).casefold()


def _message(mail: RawMail) -> Message | Skipped:
    from inbox_watch.core.parse import parse  # 0.1 s: a scan that finds nothing new needs none of it

    try:
        found = parse(mail.data, source=mail.source, is_junk=mail.is_junk, thread_hint=mail.thread_hint)
    except BrokenMessage as broken:
        return Skipped(where=mail.source, error=broken.what)
    if found.instant is None and mail.received:
        return replace(found, received=mail.received, instant=mail.received)
    return found


def _parsed(source: Source) -> Iterator[Line | InboxWatchError]:
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


def _settle(collected: Collected, settings: Settings) -> Collected:
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


@cache
def _loaded(load: Callable[[], nlp.Scorer]) -> nlp.Scorer:
    """Load the model once, not once for each portion of mail."""
    return load()


def _scored(threads: Sequence[Thread], zones: Mapping[str, Zones], me: frozenset[str]) -> dict[str, Scores]:
    """Score every message, thread by thread from the oldest on, so that each knows what came before it."""
    scores: dict[str, Scores] = {}
    if not threads:
        return scores
    scorer = _loaded(nlp.load)
    for place in range(max(len(thread.messages) for thread in threads)):
        at_place = [thread.messages for thread in threads if len(thread.messages) > place]
        items = [
            (messages[place], zones[messages[place].key], _context(messages[: place + 1], scores, me))
            for messages in at_place
        ]
        scores |= dict(zip((message.key for message, _, _ in items), scorer.score(items), strict=True))
    return scores


def _context(messages: Sequence[Message], scores: Mapping[str, Scores], me: frozenset[str]) -> nlp.Context:
    *earlier, message = messages
    return nlp.Context(
        from_candidate=candidates.is_candidate(message, me),
        known_thread=any(scores[one.key].recruiting >= KNOWN for one in earlier),
        candidate_wrote=any(candidates.is_candidate(one, me) for one in earlier),
    )


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


def conclude(
    threads: Sequence[Thread], readings: Mapping[str, Reading], me: frozenset[str], settings: Settings
) -> tuple[tuple[Finding, ...], tuple[Opportunity, ...]]:
    """Return the opportunities with what the clock makes of them, the most pressing first, and those left out.

    The rhythms are learned from what was found, before any word of the user's: a word about one opportunity changes
    nothing about another.
    """
    found = gather(threads, readings, candidate=me)
    rhythms = learn(found, now=settings.now, calendar=settings.calendar, timing=settings.timing)
    words = [word for word in settings.words if word.is_known_at(settings.now)]
    applied = apply(found, words, candidate=me)
    without = {name: finding_of(one, rhythms, settings) for name, one in applied.without.items()}
    made = [replace(finding_of(one, rhythms, settings), without=without.get(one.id)) for one in applied.opportunities]
    return tuple(sorted(made, key=_pressing)), applied.left_out


def finding_of(opportunity: Opportunity, rhythms: Rhythms, settings: Settings) -> Finding:
    """Return an opportunity with what the clock makes of it at `settings.now`, and what looks odd in its mail."""
    return Finding(
        opportunity=opportunity,
        judgement=judge(
            opportunity, now=settings.now, calendar=settings.calendar, timing=settings.timing, rhythms=rhythms
        ),
        cautions=cautions_of(opportunity.entries),
    )


def _pressing(finding: Finding) -> tuple[int, float, str]:
    """Order: the most pressing first, those with nothing to do last; then by id."""
    order = list(State)
    actions = finding.judgement.actions
    state, due = min(((order.index(one.state), one.due.timestamp()) for one in actions), default=(len(order), 0.0))
    return state, due, finding.opportunity.id
