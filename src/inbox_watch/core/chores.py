"""What the night shift has to do at a moment: pure, so that every zone and every clock change can be walked through.

The digest belongs to a local date and is made at most once for it. Where its time passed while the computer slept or
was off, the day that is over gets none; the next day's is made at once instead of in the evening.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from inbox_watch.errors import ConfigError, CredentialError, InboxWatchError, TemporaryError

_DAY = timedelta(days=1)
_FIRST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(hours=1)
_FIRST_WAIT_FOR_USER = timedelta(minutes=5)
_LONGEST_WAIT_FOR_USER = timedelta(hours=6)  # providers lock accounts that fail to log in too often
_LONGEST_STATED = timedelta(hours=24)


class Chore(StrEnum):
    """What there is to do."""

    SCAN = "scan"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How often to scan, and at what local time the digest is made; None where no digest is wanted."""

    scan_every: timedelta
    digest_at: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was last done: when the last scan began, and at what moment the digest of each local date was made."""

    scan: datetime | None = None
    digests: Mapping[date, datetime] = field(default_factory=dict)


def due(now: datetime, zone: tzinfo, done: Done, plan: Plan) -> frozenset[Chore]:
    """Return what is due at `now`. A digest comes with a scan: it tells what is, not what was."""
    if plan.digest_at is not None and _is_digest_due(now, zone, done, plan.digest_at):
        return frozenset(Chore)
    return frozenset({Chore.SCAN}) if _is_scan_due(now, zone, done, plan) else frozenset()


def next_moment(now: datetime, zone: tzinfo, done: Done, plan: Plan) -> datetime:
    """Return when something is due next: `now` where something is."""
    if due(now, zone, done, plan) or done.scan is None:
        return now
    moments = [done.scan + plan.scan_every]
    if plan.digest_at is not None:
        today = now.astimezone(zone).date()
        at = (digest_moment(today + days * _DAY, zone, plan.digest_at) for days in range(3))
        moments.append(min(moment for moment in at if moment > now))
    return min(moments)


def digest_moment(day: date, zone: tzinfo, at: time) -> datetime:
    """Return the moment of the digest of a local date (UTC).

    Of an hour that comes twice it is the first one. An hour that the clock leaves out is as long after the change as
    it would have been, or, where that is another date already (Nuuk, 23:30 in March), before it.
    """
    moment = datetime.combine(day, at, tzinfo=zone).astimezone(UTC)
    if moment.astimezone(zone).date() != day:
        moment = datetime.combine(day, at, tzinfo=zone).replace(fold=1).astimezone(UTC)
    return moment


def _is_scan_due(now: datetime, zone: tzinfo, done: Done, plan: Plan) -> bool:
    """Say whether a scan is due: after its interval, at the digest's time, and where the clock was set back."""
    if done.scan is None or now < done.scan or now - done.scan >= plan.scan_every:
        return True
    if plan.digest_at is None:
        return False
    return done.scan < digest_moment(now.astimezone(zone).date(), zone, plan.digest_at) <= now


def _is_digest_due(now: datetime, zone: tzinfo, done: Done, at: time) -> bool:
    today = now.astimezone(zone).date()
    if today in done.digests:
        return False
    return now >= digest_moment(today, zone, at) or _was_missed(today, zone, done, at)


def _was_missed(today: date, zone: tzinfo, done: Done, at: time) -> bool:
    """Say whether the last digest's time passed without the program: no digest since, and no scan either."""
    if not done.digests:
        return False
    time_passed = digest_moment(today - _DAY, zone, at)
    return max(done.digests.values()) < time_passed and (done.scan is None or done.scan < time_passed)


# --- what failed rests ------------------------------------------------------------------------------------------------


class Reason(StrEnum):
    """Why something rests."""

    NETWORK = "network"
    STATED = "stated"  # the server named a wait
    USER = "user"  # the user has to act
    MAILBOX = "mailbox"  # one mailbox failed, the others were read: no rest at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What failed `failures` times in a row since `since`, and isn't tried before `until`."""

    reason: Reason
    failures: int
    since: datetime
    until: datetime


def is_resting(rest: Rest, now: datetime) -> bool:
    """Say whether it isn't time for another try yet; a clock that was set back ends the rest."""
    return rest.since <= now < rest.until


def rest_after(error: InboxWatchError, earlier: Rest | None, now: datetime) -> Rest:
    """Return how long to rest after a failure: twice as long after each (four times where the user has to act).

    From a minute to an hour for what may pass by itself, from 5 minutes to 6 hours for what the user has to mend; what
    the server asks for where it asks for more, up to a day.
    """
    reason = _reason(error)
    again = earlier if earlier and earlier.reason is reason and earlier.since <= now else None
    failures = again.failures + 1 if again else 1
    return Rest(
        reason=reason,
        failures=failures,
        since=again.since if again else now,
        until=now + _wait(error, reason, failures),
    )


def _reason(error: InboxWatchError) -> Reason:
    if isinstance(error, TemporaryError):
        return Reason.STATED if error.wait else Reason.NETWORK
    return Reason.USER if isinstance(error, (CredentialError, ConfigError)) else Reason.MAILBOX


def _wait(error: InboxWatchError, reason: Reason, failures: int) -> timedelta:
    before = float(min(failures - 1, 20))
    if reason is Reason.MAILBOX:
        return timedelta()
    if reason is Reason.USER:
        return min(_FIRST_WAIT_FOR_USER * math.pow(4, before), _LONGEST_WAIT_FOR_USER)
    stated = error.wait if isinstance(error, TemporaryError) and error.wait else timedelta()
    return max(min(_FIRST_WAIT * math.pow(2, before), _LONGEST_WAIT), min(stated, _LONGEST_STATED))
