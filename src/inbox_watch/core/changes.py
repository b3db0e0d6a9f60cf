"""What is different from the last digest: a digest tells what is new, and repeats nothing at length."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from inbox_watch.core.types import ENDS, Action, Finding, Scan, Stage, State

LATE_MAIL = timedelta(days=7)  # an opportunity whose first mail is older than that is history, however new it is to us
FIRST_LOOK = timedelta(days=1)  # what counts as new where no digest was sent yet
TELL_AGAIN = timedelta(days=7)  # after which an account that still fails is told anew


class Change(StrEnum):
    """What became of an action since the last digest."""

    NEW = "new"
    CHANGED = "changed"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAction:
    """An action as a digest showed it; `key` tells it from all others and holds no word of a mail."""

    key: str
    state: State
    due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOpportunity:
    """An opportunity as it stood at a digest."""

    id: str
    stage: Stage
    parked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFault:
    """An account that failed, and since when that is told."""

    account: str
    told: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAside:
    """How many mails of an account were set aside."""

    account: str
    mails: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """All that a digest showed, as far as the next one needs it. No text of a mail is in it."""

    at: datetime
    actions: tuple[ShownAction, ...] = ()
    opportunities: tuple[ShownOpportunity, ...] = ()
    faults: tuple[ShownFault, ...] = ()
    aside: tuple[ShownAside, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The difference: each action by its key; the ids of opportunities that are new, ended or moved on.

    `faults` are the accounts whose failure is to be told now; `more_aside` says that more mails were set aside.
    `is_first` says that there is nothing to compare with.
    """

    actions: Mapping[str, Change] = field(default_factory=dict)
    new: frozenset[str] = frozenset()
    ended: frozenset[str] = frozenset()
    moved: frozenset[str] = frozenset()
    faults: frozenset[str] = frozenset()
    more_aside: bool = False
    is_first: bool = False

    @property
    def is_any(self) -> bool:
        """Say whether there is anything to tell. What disappeared, the candidate did: that alone is no news."""
        touched = any(change is not Change.OPEN for change in self.actions.values())
        return touched or bool(self.new or self.ended or self.moved or self.faults) or self.more_aside


def key_of(finding: Finding, action: Action) -> str:
    """Return what tells this action from all others, from one scan to the next."""
    quote = hashlib.sha256((action.quote or "").encode("utf-8", "replace")).hexdigest()[:8]
    named = hashlib.sha256(action.message_id.encode("utf-8", "replace")).hexdigest()[:16]
    return f"{finding.opportunity.id} {action.kind} {named} {quote}"


def shown(scan: Scan, before: Shown | None) -> Shown:
    """Return what a digest of this scan shows."""
    told = {one.account: one.told for one in before.faults} if before else {}
    return Shown(
        at=scan.now,
        actions=tuple(
            ShownAction(key=key_of(finding, action), state=action.state, due=action.due)
            for finding in scan.findings
            for action in finding.judgement.actions
        ),
        opportunities=tuple(
            ShownOpportunity(id=one.opportunity.id, stage=one.opportunity.stage, parked=one.judgement.parked)
            for one in scan.findings
        ),
        faults=tuple(
            ShownFault(account=one.name, told=_told(told.get(one.name), scan.now)) for one in scan.sources if one.error
        ),
        aside=tuple(ShownAside(account=one.name, mails=len(one.skipped)) for one in scan.sources),
    )


def changes(scan: Scan, before: Shown | None) -> Changes:
    """Return what is different from the last digest. Without one, the last day's opportunities are new."""
    border = before.at - LATE_MAIL if before else scan.now - FIRST_LOOK
    acted = {one.key: one for one in before.actions} if before else {}
    stood = {one.id: one for one in before.opportunities} if before else {}
    failed = {one.account: one.told for one in before.faults} if before else {}
    aside = {one.account: one.mails for one in before.aside} if before else {}
    told_of = [one for one in scan.findings if not one.judgement.is_muted]
    return Changes(
        actions={
            key: _change(action, acted.get(key))
            for finding in scan.findings
            for action in finding.judgement.actions
            for key in (key_of(finding, action),)
        },
        new=frozenset(one.opportunity.id for one in told_of if _is_new(one, stood, border)),
        ended=frozenset(one.opportunity.id for one in told_of if _has_ended(one, stood, border)),
        moved=frozenset(one.opportunity.id for one in told_of if _has_moved(one, stood)),
        faults=frozenset(
            one.name for one in scan.sources if one.error and _told(failed.get(one.name), scan.now) == scan.now
        ),
        more_aside=any(len(one.skipped) > aside.get(one.name, 0) for one in scan.sources),
        is_first=before is None,
    )


def _told(told: datetime | None, now: datetime) -> datetime:
    """Return since when a failure is told: since now where it wasn't, or where that is a week ago."""
    return now if told is None or now - told >= TELL_AGAIN else told


def _change(action: Action, before: ShownAction | None) -> Change:
    if before is None:
        return Change.NEW
    return Change.OPEN if (before.state, before.due) == (action.state, action.due) else Change.CHANGED


def _is_new(finding: Finding, stood: Mapping[str, ShownOpportunity], border: datetime) -> bool:
    found = finding.opportunity
    first = found.entries[0].message.instant if found.entries else None
    return found.id not in stood and found.stage not in ENDS and first is not None and first >= border


def _has_ended(finding: Finding, stood: Mapping[str, ShownOpportunity], border: datetime) -> bool:
    found = finding.opportunity
    if found.stage not in ENDS:
        return False
    if found.id in stood:
        return stood[found.id].stage not in ENDS
    return found.stage_since is not None and found.stage_since >= border


def _has_moved(finding: Finding, stood: Mapping[str, ShownOpportunity]) -> bool:
    before = stood.get(finding.opportunity.id)
    if before is None:
        return False
    return (before.stage, before.parked) != (finding.opportunity.stage, finding.judgement.parked)
