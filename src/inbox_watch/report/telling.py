"""What a digest has to tell: each thing as a line of clean text, in sections, and how the accounts were read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from inbox_watch.core.changes import Change, Changes, key_of
from inbox_watch.core.clean import clean
from inbox_watch.core.types import ActionKind, Finding, Message, Scan, SourceReport, State, Turn
from inbox_watch.report import words

_MOST_ASIDE = 5
_MOST_HEALTH = 40
_ADDRESS = re.compile(
    r"\b(?:[a-z][a-z0-9+.-]{1,20}://|www\.)\S{1,2000}|\b(?:mailto|tel|javascript|data|vbscript|file):\S{1,2000}|"
    r"(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/\S{1,2000}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that the digest tells. Every text is clean; `link` opens the thread, `mail` says how to find it."""

    what: str
    when: str
    where: str
    id: str
    why: str = ""
    is_quote: bool = False
    careful: str = ""
    mail: str = ""
    link: str | None = None
    tone: str = "quiet"
    is_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One heading, its lines at length, those that are still open in brief, and how many were left out."""

    heading: str
    lines: tuple[Line, ...]
    still: tuple[Line, ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around the sections: the day, how much there is of each, and how the accounts were read."""

    now: datetime
    counts: tuple[str, ...]
    nothing: str
    unread: tuple[str, ...]
    health: tuple[str, ...]


def frame(scan: Scan, changes: Changes, complete: Mapping[str, datetime]) -> Frame:
    """Return what stands around the sections; `complete` says, by source, when it was last read to its end."""
    return Frame(
        now=scan.now,
        counts=tuple(_counts(scan, changes)),
        nothing=_nothing(scan),
        unread=_capped(_unread(scan, complete)),
        health=_capped(_health(scan, complete)),
    )


def _counts(scan: Scan, changes: Changes) -> Iterator[str]:
    pressing = [item for item in words.items(scan) if item.action.state is not State.UPCOMING]
    asking = sum(_is_request(item) for item in pressing)
    failed = sum(source.error is not None for source in scan.sources)
    counts = [(len(pressing) - asking, "due"), (asking, "to ask"), (len(changes.new), "new")]
    yield from (f"{count:,} {word}" for count, word in counts if count)
    if failed:
        yield f"{words.counted(failed, 'account')} not read"


def sections(scan: Scan, changes: Changes, links: Mapping[str, str]) -> list[Section]:
    """Return all that there is to tell, what is new or changed at length; `links` opens mails, by Message-ID."""
    items = words.items(scan)
    owed = [item for item in items if not _is_request(item)]
    asking = [item for item in items if _is_request(item) and item.action.state is not State.UPCOMING]
    acting = {item.finding.opportunity.id for item in (*owed, *asking)}
    under_way = [one for one in scan.findings if one.opportunity.id not in acting and not one.judgement.is_muted]
    ended = [one for one in scan.findings if one.opportunity.id in changes.ended]
    waits = [one for one in under_way if one.judgement.turn is Turn.RECRUITER or one.judgement.parked]
    new = [one for one in scan.findings if one.opportunity.id in changes.new]
    made = [
        _section("You owe", [_of_item(item, scan, changes, links) for item in owed]),
        _section("Ask for an update", [_of_item(item, scan, changes, links) for item in asking]),
        _section("New", [_of_new(one, scan, links) for one in new]),
        _section("Ended", [_of_end(one, scan, links) for one in ended]),
        _section("Waiting for them", [_of_wait(one, scan, changes, links) for one in waits]),
    ]
    return [section for section in made if section.lines or section.still]


def _is_request(item: words.Item) -> bool:
    return item.action.kind is ActionKind.REQUEST_UPDATE


def _section(heading: str, lines: Sequence[Line]) -> Section:
    return Section(
        heading=heading,
        lines=tuple(line for line in lines if not line.is_open),
        still=tuple(line for line in lines if line.is_open),
    )


def cut(section: Section, most: int) -> Section:
    """Return a section with at most so many lines; it counts what it leaves out."""
    lines = section.lines[:most]
    still = section.still[: most - len(lines)]
    return Section(
        heading=section.heading,
        lines=lines,
        still=still,
        left_out=len(section.lines) + len(section.still) - len(lines) - len(still),
    )


def _of_item(item: words.Item, scan: Scan, changes: Changes, links: Mapping[str, str]) -> Line:
    mail = _mail_of(item.finding, item.action.message_id)
    return Line(
        what=_plain(item.what),
        when=item.when,
        where=_where(item.finding),
        id=item.finding.opportunity.id,
        why=_plain(item.why),
        is_quote=item.why != item.reason,
        careful=_careful(item.finding),
        mail=_told(mail, scan.now),
        link=links.get(item.action.message_id),
        tone=str(item.action.state),
        is_open=changes.actions.get(key_of(item.finding, item.action)) is Change.OPEN,
    )


def _of_new(finding: Finding, scan: Scan, links: Mapping[str, str]) -> Line:
    first = finding.opportunity.entries[0].message if finding.opportunity.entries else None
    who = clean((first and first.sender and (first.sender.name or first.sender.address)) or "", limit=60)
    return Line(
        what=_plain(words.title(finding)),
        when=words.moment(first.instant, scan.now) if first and first.instant else "",
        where=_plain(f"{words.stage(finding)}, from {who}" if who else words.stage(finding)),
        id=finding.opportunity.id,
        careful=_careful(finding),
        mail=_told(first, scan.now),
        link=links.get(first.message_id) if first else None,
        tone="new",
    )


def _of_end(finding: Finding, scan: Scan, links: Mapping[str, str]) -> Line:
    found = finding.opportunity
    evidence = found.stage_evidence
    quote = clean(evidence.quote, limit=240) if evidence else ""
    return Line(
        what=_plain(words.title(finding)),
        when=words.stage(finding),
        where=f"since {words.moment(found.stage_since, scan.now)}" if found.stage_since else "",
        id=found.id,
        why=_plain(f"“{quote}”") if quote else "",
        is_quote=bool(quote),
        mail=_told(_mail_of(finding, evidence.message_id), scan.now) if evidence else "",
        link=links.get(evidence.message_id) if evidence else None,
        tone="ended",
    )


def _of_wait(finding: Finding, scan: Scan, changes: Changes, links: Mapping[str, str]) -> Line:
    upcoming = next(iter(words.actions_of(finding, scan.now)), None)
    newest = finding.opportunity.entries[-1].message if finding.opportunity.entries else None
    if upcoming:
        when, why = f"ask {upcoming.when}", upcoming.reason
        same = changes.actions.get(key_of(finding, upcoming.action)) is Change.OPEN
    else:
        judged = finding.judgement
        when = "parked" if judged.parked else ""
        why = clean(judged.parked_suggestion if judged.parked else judged.turn_reason)
        same = not changes.is_first
    moved = finding.opportunity.id in changes.moved or finding.opportunity.id in changes.new
    return Line(
        what=_plain(words.title(finding)),
        when=when,
        where=words.stage(finding),
        id=finding.opportunity.id,
        why=_plain(why),
        mail=_told(newest, scan.now),
        link=links.get(newest.message_id) if newest else None,
        is_open=same and not moved,
    )


def _where(finding: Finding) -> str:
    return _plain(f"{words.title(finding)}, {words.stage(finding)}")


def _careful(finding: Finding) -> str:
    return _plain(clean(finding.cautions[0].reason, limit=240)) if finding.cautions else ""


def _mail_of(finding: Finding, message_id: str) -> Message | None:
    return next(
        (entry.message for entry in finding.opportunity.entries if entry.message.message_id == message_id), None
    )


def _told(mail: Message | None, now: datetime) -> str:
    """Say how to find a mail where no link opens it: its date and its subject."""
    if mail is None or mail.instant is None:
        return ""
    return f"{words.moment(mail.instant, now)}, “{_plain(clean(mail.subject, limit=70)) or 'no subject'}”"


def _plain(text: str) -> str:
    """Take addresses of the web out of text that a sender wrote: mail programs make links of them by themselves."""
    return _ADDRESS.sub("[link]", text)


def _unread(scan: Scan, complete: Mapping[str, datetime]) -> Iterator[str]:
    """Say of every account that failed why it did, and since when nothing is known: nobody may miss mail in silence."""
    for source in scan.sources:
        if source.error:
            at = _last(source, complete, scan.now)
            name, reason = _name(source), _reason(source.error)
            why = reason if reason.startswith(name) else f"{name}: {reason}"
            yield f"Not read to its end: {why}. Last complete scan: {at}."


def _health(scan: Scan, complete: Mapping[str, datetime]) -> Iterator[str]:
    """Say of every account when it was last read, how many mails it holds and what was set aside."""
    for source in scan.sources:
        mails = words.counted(source.messages, "mail")
        aside = f", {words.counted(len(source.skipped), 'mail')} set aside" if source.skipped else ""
        yield f"{_name(source)}: last complete scan {_last(source, complete, scan.now)}, {mails}{aside}."
        for entry in source.skipped[:_MOST_ASIDE]:
            yield f"Set aside in {_name(source)}: {_plain(clean(entry.where, limit=80))}: {_reason(entry.error)}"
        if (more := len(source.skipped) - _MOST_ASIDE) > 0:
            yield f"Set aside in {_name(source)} as well: {words.counted(more, 'mail')}. scan --format json names each."


def _last(source: SourceReport, complete: Mapping[str, datetime], now: datetime) -> str:
    last = complete.get(source.name)
    return words.moment(last, now) if last else "never"


def _name(source: SourceReport) -> str:
    return _plain(clean(source.name, limit=60))


def _reason(error: str) -> str:
    return _plain(clean(error, limit=240)).rstrip(".")


def _capped(lines: Iterator[str]) -> tuple[str, ...]:
    every = list(lines)
    more = len(every) - _MOST_HEALTH
    left = [f"And {more:,} more: inbox-watch scan --format json names each."] if more > 0 else []
    return tuple(every[:_MOST_HEALTH] + left)


def _nothing(scan: Scan) -> str:
    if any(source.error for source in scan.sources):
        return "Not everything could be read; of what was, there is nothing to do."
    return "Nothing to do now, and nobody to ask yet."
