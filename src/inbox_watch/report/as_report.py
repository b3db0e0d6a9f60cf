"""The search as one page to look at: what is due, the board, every course, how the other side answers, the figures.

The page stands alone: no script, nothing fetched, no link of a sender's. Its links lead to places in itself, and, where
the mail lies in an account, to the mail.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from inbox_watch.core import figures
from inbox_watch.core.calendar import Calendar
from inbox_watch.core.clean import clean
from inbox_watch.core.figures import ENOUGH, ENOUGH_FOR_SHARES, Course
from inbox_watch.core.types import ENDS, Contact, Scan, SourceReport, Stage, State, Timing, Turn
from inbox_watch.report import drawing, numbers, said, storyline, words
from inbox_watch.report.drawing import Drawing
from inbox_watch.report.storyline import Line

ON_TOP = 10  # of a list that may be long: the rest is one click away
AT_LENGTH = 40  # of what is pressing, and of opportunities told at length
_MOST_ASIDE = 50
_MOST_PEOPLE = 4
_MOST_CAUTIONS = 10
_AT_REST = ENDS | {Stage.ON_HOLD}
_MAIL = frozenset({"them", "you", "automatic"})
_COLUMNS = {
    Stage.OUTREACH: "First contact",
    Stage.APPLIED: "Applied",
    Stage.SCREENING: "First call",
    Stage.ASSESSMENT: "Test",
    Stage.INTERVIEW: "Interview",
    Stage.OFFER: "Offer",
    Stage.ON_HOLD: "On hold",
    Stage.ACCEPTED: "Accepted",
    Stage.REJECTED: "Rejected",
    Stage.WITHDRAWN: "Withdrawn",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One thing to do. Every text is clean; `anchor` is the place of its opportunity on the page."""

    state: str
    when: str
    what: str
    where: str
    stage: str
    why: str
    is_quote: bool
    reason: str
    anchor: str
    careful: bool
    link: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An opportunity on the board, in a few lines."""

    anchor: str
    role: str
    company: str
    contact: str
    turn: str
    is_yours: bool
    is_parked: bool
    next: str
    state: str
    careful: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A stage of the board: the cards on top, and those that take a click."""

    name: str
    kind: str
    cards: Sequence[Card]
    more: Sequence[Card]

    @property
    def count(self) -> int:
        """Return how many opportunities stand there."""
        return len(self.cards) + len(self.more)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One opportunity at length. `drawn` says in words what the drawing shows."""

    anchor: str
    title: str
    stage: str
    turn: str
    is_yours: bool
    people: str
    standing: str
    due: Sequence[words.Item]
    careful: Sequence[tuple[str, str]]
    said: Sequence[str]
    drawing: Drawing
    drawn: str
    latest: Line | None
    lines: Sequence[Line]
    left_out: int


def report_page(
    scan: Scan,
    *,
    calendar: Calendar,
    timing: Timing,
    links: Mapping[str, str],
    complete: Mapping[str, datetime],
) -> str:
    """Return the page. Times are in the calendar's zone.

    `links` opens mails, by Message-ID; `complete` says, by source, when it was last read to its end.
    """
    now = calendar.to_local(scan.now)
    courses = [figures.course_of(one, now=now, calendar=calendar, timing=timing) for one in scan.findings]
    told = {
        "date": words.long_date(now),
        "summary": words.summary(scan),
        "failed": [(clean(source.name), clean(source.error)) for source in scan.sources if source.error],
        "enough": ENOUGH,
        "enough_for_shares": ENOUGH_FOR_SHARES,
        **_due_part(scan, links),
        **_board_part(courses),
        **_story_part(courses, links),
        **_answers_part(courses),
        **_search_part(courses, now),
        **_read_part(scan, complete, now),
    }
    return _environment().get_template("report.html.jinja").render(told)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("inbox_watch.report", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


# --- what is due ----------------------------------------------------------------------------------------------------


def _due_part(scan: Scan, links: Mapping[str, str]) -> dict[str, object]:
    due = [_due(item, links) for item in words.items(scan)]
    groups = {state: [one for one in due if one.state == state] for state in State}
    room = {State.OVERDUE: AT_LENGTH, State.DUE: AT_LENGTH, State.UPCOMING: ON_TOP}
    return {
        "overdue": len(groups[State.OVERDUE]),
        "due": len(groups[State.DUE]),
        "later": len(groups[State.UPCOMING]),
        "due_groups": [
            (heading, groups[state][: room[state]], groups[state][room[state] :])
            for state, heading in words.HEADINGS.items()
        ],
    }


def _due(item: words.Item, links: Mapping[str, str]) -> Due:
    found = item.finding.opportunity
    return Due(
        state=str(item.action.state),
        when=item.when,
        what=item.what,
        where=item.where,
        stage=_COLUMNS[found.stage].lower(),
        why=item.why,
        is_quote=item.why != item.reason,
        reason=item.reason,
        anchor=found.id,
        careful=bool(item.finding.cautions),
        link=links.get(item.action.message_id),
    )


# --- the board ------------------------------------------------------------------------------------------------------


def _board_part(courses: Sequence[Course]) -> dict[str, object]:
    columns = [_column(stage, courses) for stage in _COLUMNS]
    return {
        "columns": [one for one in columns if one.kind == "stage"],
        "rows": [one for one in columns if one.kind != "stage" and one.count],
        "under_way": sum(one.finding.opportunity.stage not in _AT_REST for one in courses),
        "yours": sum(one.finding.judgement.turn is Turn.CANDIDATE for one in courses),
    }


def _column(stage: Stage, courses: Sequence[Course]) -> Column:
    cards = [_card(one) for one in courses if one.finding.opportunity.stage is stage]
    kind = "end" if stage in ENDS else "hold" if stage is Stage.ON_HOLD else "stage"
    return Column(name=_COLUMNS[stage], kind=kind, cards=cards[:ON_TOP], more=cards[ON_TOP:])


def _card(course: Course) -> Card:
    finding = course.finding
    found = finding.opportunity
    item = next(iter(words.actions_of(finding, course.track.now)), None)
    contact = course.waits_for or next((one for one in found.contacts if one.is_reachable), None)
    role, company = clean(found.role, limit=80), clean(found.company, limit=80)
    return Card(
        anchor=found.id,
        role=role or company or words.title(finding),
        company=company if role else "",
        contact=clean((contact.name or contact.address) if contact else "", limit=60),
        turn="" if found.stage in ENDS else storyline.turn(course),
        is_yours=finding.judgement.turn is Turn.CANDIDATE,
        is_parked=finding.judgement.parked,
        next=f"{item.what}, {item.when}" if item else "",
        state=str(item.action.state) if item else "",
        careful=bool(finding.cautions),
    )


# --- the courses ----------------------------------------------------------------------------------------------------


def _story_part(courses: Sequence[Course], links: Mapping[str, str]) -> dict[str, object]:
    under_way = [one for one in courses if one.finding.opportunity.stage not in ENDS]
    ended = [one for one in courses if one.finding.opportunity.stage in ENDS]
    return {
        "stories": [_story(one, links) for one in under_way[:AT_LENGTH]],
        "more_stories": [_story(one, links) for one in under_way[AT_LENGTH:]],
        "ended_stories": [_story(one, links) for one in ended],
    }


def _story(course: Course, links: Mapping[str, str]) -> Story:
    finding, now = course.finding, course.track.now
    lines = storyline.lines(course, links)
    return Story(
        anchor=finding.opportunity.id,
        title=words.title(finding),
        stage=_COLUMNS[finding.opportunity.stage],
        turn=storyline.turn(course),
        is_yours=finding.judgement.turn is Turn.CANDIDATE,
        people=_people(finding.opportunity.contacts),
        standing=storyline.standing(course),
        due=words.actions_of(finding, now),
        careful=[(clean(one.reason), _mail(course, one.message_id)) for one in finding.cautions[:_MOST_CAUTIONS]],
        said=[said.line(word, now) for word in finding.opportunity.words],
        drawing=drawing.draw(course),
        drawn=_drawn(course),
        latest=next((line for line in reversed(lines) if line.lane in _MAIL), None),
        lines=lines,
        left_out=len(course.events) - len(lines),
    )


def _people(contacts: Sequence[Contact]) -> str:
    named = [clean(one.name or one.address, limit=60) for one in contacts if one.is_reachable]
    more = len(named) - _MOST_PEOPLE
    return ", ".join(named[:_MOST_PEOPLE]) + (f" and {more} more" if more > 0 else "")


def _mail(course: Course, message_id: str) -> str:
    """Say which mail is meant: by its date."""
    sent = course.track.sent(message_id)
    return storyline.at(sent, course.track.now) if sent else ""


def _drawn(course: Course) -> str:
    """Say what the drawing shows, in the words of one that can't see it; the list below has each event."""
    lanes = [event.lane for event in course.events]
    counts = [
        (lanes.count(figures.Lane.THEM), "mail from them", "mails from them"),
        (lanes.count(figures.Lane.YOU), "from you", "from you"),
        (lanes.count(figures.Lane.AUTOMATIC), "automatic", "automatic"),
        (lanes.count(figures.Lane.MEETING), "appointment", "appointments"),
        (len(course.pledges), "promise of theirs", "promises of theirs"),
    ]
    told = ", ".join(words.counted(count, one, many) for count, one, many in counts if count)
    return f"Line of time: {told or 'no dated mail'}. The list of events says each."


# --- figures --------------------------------------------------------------------------------------------------------


def _answers_part(courses: Sequence[Course]) -> dict[str, object]:
    people = figures.answering(courses)
    return {
        "people": [numbers.row(one) for one in people if one.is_enough],
        "few": [numbers.few(one) for one in people if not one.is_enough],
        "organisations": [numbers.row(one) for one in figures.organisations(people) if one.is_enough],
    }


def _search_part(courses: Sequence[Course], now: datetime) -> dict[str, object]:
    whole = figures.search(courses, now)
    return {
        "total": whole.total,
        "funnel": numbers.funnel(whole),
        "stands": numbers.stands(whole),
        "series": numbers.series(whole),
        "weeks": [(numbers.week(one.monday), one) for one in whole.weeks],
        "earlier_weeks": whole.earlier_weeks,
        "silences": numbers.silences(whole.silences),
        "waits": numbers.waits(whole.silences),
    }


# --- what was read --------------------------------------------------------------------------------------------------


def _read_part(scan: Scan, complete: Mapping[str, datetime], now: datetime) -> dict[str, object]:
    aside = words.skipped(scan)
    doubts = [words.doubt(one, now) for one in scan.doubts]
    return {
        "read": [(clean(one.name, limit=120), *_state(one, complete.get(one.name), now)) for one in scan.sources],
        "aside": [(clean(name), clean(one.where), clean(one.error)) for name, one in aside[:_MOST_ASIDE]],
        "more_aside": max(0, len(aside) - _MOST_ASIDE),
        "doubts": doubts[:_MOST_ASIDE],
        "more_doubts": max(0, len(doubts) - _MOST_ASIDE),
        "left_out": len(scan.left_out),
    }


def _state(source: SourceReport, last: datetime | None, now: datetime) -> tuple[str, str, str, bool]:
    """Return how a source was read: its mails, those with recruiters, and until when it is complete."""
    if source.error:
        at = f"last complete {words.moment(last, now)}" if last else "never complete"
        return (
            f"{source.messages:,}",
            f"{source.recruiting:,}",
            f"Not read to its end: {clean(source.error)} ({at})",
            True,
        )
    at = f", {words.moment(last, now)}" if last else ""
    return f"{source.messages:,}", f"{source.recruiting:,}", f"Read to its end{at}", False
