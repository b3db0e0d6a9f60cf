"""What the table, the page and the calendar have in common: plain words for kinds, people and times."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from inbox_watch.core.clean import clean
from inbox_watch.core.types import ENDS, Action, ActionKind, Basis, Doubt, Finding, Scan, Skipped, Stage, State, Turn

_DEED = {
    ActionKind.REPLY: "Answer {who}",
    ActionKind.SEND_AVAILABILITY: "Send times to {who}",
    ActionKind.CONFIRM: "Confirm the time with {who}",
    ActionKind.SEND_DOCUMENTS: "Send documents to {who}",
    ActionKind.COMPLETE_ASSESSMENT: "Do the test from {who}",
    ActionKind.ANSWER_OFFER: "Answer the offer from {who}",
    ActionKind.THANK_YOU: "Thank {who} for the interview",
    ActionKind.DEBRIEF: "Tell {who} how the interview went",
    ActionKind.KEEP_PROMISE: "Keep your promise to {who}",
    ActionKind.REQUEST_UPDATE: "Ask {who} for an update",
}
NOUN = {
    ActionKind.REPLY: "your answer",
    ActionKind.SEND_AVAILABILITY: "your times",
    ActionKind.CONFIRM: "your confirmation",
    ActionKind.SEND_DOCUMENTS: "your documents",
    ActionKind.COMPLETE_ASSESSMENT: "the test",
    ActionKind.ANSWER_OFFER: "your answer to the offer",
    ActionKind.THANK_YOU: "your thanks",
    ActionKind.DEBRIEF: "your word on the interview",
    ActionKind.KEEP_PROMISE: "your promise",
    ActionKind.REQUEST_UPDATE: "your question for an update",
}
DONE = {
    ActionKind.REPLY: "you answered",
    ActionKind.SEND_AVAILABILITY: "you sent your times",
    ActionKind.CONFIRM: "you confirmed the time",
    ActionKind.SEND_DOCUMENTS: "you sent the documents",
    ActionKind.COMPLETE_ASSESSMENT: "you did the test",
    ActionKind.ANSWER_OFFER: "you answered the offer",
    ActionKind.THANK_YOU: "you said thank you",
    ActionKind.DEBRIEF: "you told how the interview went",
    ActionKind.KEEP_PROMISE: "you kept your promise",
    ActionKind.REQUEST_UPDATE: "you asked for an update",
}
_STAGE = {Stage.ON_HOLD: "on hold"}
LONG_AGO = 60  # days: from here on a date says more than a count
HEADINGS = {State.OVERDUE: "Overdue", State.DUE: "Due now", State.UPCOMING: "Later"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One action ready to be shown; every text is clean."""

    action: Action
    finding: Finding
    what: str
    where: str
    when: str
    why: str
    reason: str


def items(scan: Scan) -> list[Item]:
    """Return every action of the scan: by state, what is owed before what may be asked, then by due date."""
    order = list(State)
    pairs = [(action, finding) for finding in scan.findings for action in finding.judgement.actions]
    pairs.sort(key=lambda pair: (order.index(pair[0].state), _is_request(pair[0]), pair[0].due, pair[1].opportunity.id))
    return [_item(action, finding, scan.now) for action, finding in pairs]


def _is_request(action: Action) -> bool:
    return action.kind is ActionKind.REQUEST_UPDATE


def actions_of(finding: Finding, now: datetime) -> list[Item]:
    """Return the actions of one opportunity, in their own order."""
    return [_item(action, finding, now) for action in finding.judgement.actions]


def _item(action: Action, finding: Finding, now: datetime) -> Item:
    reason = clean(action.reason)
    return Item(
        action=action,
        finding=finding,
        what=_DEED[action.kind].format(who=who(action, finding)),
        where=title(finding),
        when=when(action, now),
        why=_why(action, reason),
        reason=reason,
    )


def _why(action: Action, reason: str) -> str:
    """Return the sentence that led to the action; of an event the reason, since an invitation's title says little."""
    if action.quote and action.basis is not Basis.EVENT:
        return f"“{clean(action.quote, limit=240)}”"
    return reason


def who(action: Action, finding: Finding) -> str:
    """Return the name of the person an action is for: as written, else the address, else the company."""
    if action.to and (name := clean(action.to.name or action.to.address, limit=60)):
        return name
    return clean(finding.opportunity.company, limit=60) or "them"


def title(finding: Finding) -> str:
    """Return an opportunity's title: role and company, else its subject."""
    found = finding.opportunity
    parts = [clean(part, limit=80) for part in (found.role, found.company) if part]
    return " at ".join(parts) or clean(found.threads[0].subject, limit=80) or "no subject"


def stage(finding: Finding) -> str:
    """Return the stage in plain words."""
    return _STAGE.get(finding.opportunity.stage, str(finding.opportunity.stage))


def when(action: Action, now: datetime) -> str:
    """Return what counts of an action's dates, as seen from `now`: how late it is, until when, or from when.

    A question for news is never late: it says since when it may be asked.
    """
    zone = now.tzinfo
    if action.state is State.OVERDUE and action.kind is ActionKind.REQUEST_UPDATE:
        return f"since {moment(action.from_, now)}"
    if action.state is State.OVERDUE:
        days = (now.date() - action.due.astimezone(zone).date()).days
        if days > LONG_AGO:
            return f"since {moment(action.due, now)}"
        return "late today" if days == 0 else f"{counted(days, 'day')} late"
    if action.state is State.DUE:
        return f"by {moment(action.due, now)}"
    return f"from {moment(action.from_, now)}"


def moment(at: datetime, now: datetime) -> str:
    """Return a moment in few words, in the zone of `now`: "today 18:00", "Fri 13 Mar", "Fri 8 Jan 2027"."""
    local = at.astimezone(now.tzinfo)
    days = (local.date() - now.date()).days
    if days in (0, 1):
        return f"{('today', 'tomorrow')[days]} {local:%H:%M}"
    return f"{local:%a} {local.day} {local:%b}" + ("" if local.year == now.year else f" {local.year}")


def long_date(at: datetime) -> str:
    """Return a date in full words, such as "Tue 10 March 2026, 09:00"."""
    return f"{at:%a} {at.day} {at:%B %Y, %H:%M}"


def waiting(scan: Scan) -> list[Finding]:
    """Return the opportunities that are under way and have nothing to do, neither now nor later."""
    return [finding for finding in quiet(scan) if finding.opportunity.stage not in ENDS]


def ended(scan: Scan) -> list[Finding]:
    """Return the opportunities that came to an end."""
    return [finding for finding in quiet(scan) if finding.opportunity.stage in ENDS]


def quiet(scan: Scan) -> list[Finding]:
    """Return the opportunities without any action."""
    return [finding for finding in scan.findings if not finding.judgement.actions]


def state_of_rest(finding: Finding) -> str:
    """Say in a few words how a quiet opportunity stands."""
    judged = finding.judgement
    if judged.is_muted:
        return clean(judged.turn_reason)
    if judged.parked:
        return f"parked: {clean(judged.parked_suggestion)}"
    if judged.turn is Turn.NOBODY:
        evidence = finding.opportunity.stage_evidence
        quote = clean(evidence.quote, limit=240) if evidence and evidence.quote else ""
        return f"{stage(finding)}: “{quote}”" if quote else stage(finding)
    return clean(judged.turn_reason)


def skipped(scan: Scan) -> list[tuple[str, Skipped]]:
    """Return every piece of mail that was set aside, with the name of its source."""
    return [(source.name, entry) for source in scan.sources for entry in source.skipped]


def doubt(one: Doubt, now: datetime) -> str:
    """Return a mail that is worth a look of one's own in one line."""
    sender = clean((one.sender and (one.sender.name or one.sender.address)) or "?", limit=40)
    at = f"{moment(one.date, now)}, " if one.date else ""
    return f"{at}{sender}: {clean(one.subject, limit=70) or 'no subject'} ({one.reason})"


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number and its noun: "1 mail", "2 mails", "1,204 mails"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def summary(scan: Scan) -> str:
    """Return one line on what was read."""
    read = sum(source.messages for source in scan.sources)
    about = sum(source.recruiting for source in scan.sources)
    aside = len(skipped(scan))
    found = counted(len(scan.findings), "opportunity", "opportunities")
    parts = [f"{counted(read, 'mail')} read", f"{about:,} with recruiters", found]
    return ", ".join([*parts, f"{counted(aside, 'mail')} set aside"] if aside else parts)


def by_stage(findings: Sequence[Finding] | Iterable[Finding]) -> list[tuple[Stage, int]]:
    """Return how many opportunities stand at each stage, in the usual order, empty stages left out."""
    stages = [finding.opportunity.stage for finding in findings]
    return [(name, stages.count(name)) for name in Stage if name in stages]
