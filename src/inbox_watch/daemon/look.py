"""One look: what is due at a moment is done and noted. The daemon does it again and again, `tick` once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

from inbox_watch import accounts, app, digest, store
from inbox_watch.app import Outcome, Settings
from inbox_watch.config import Config, zone
from inbox_watch.core.chores import Chore, Plan, Reason, Rest, due, is_resting, next_moment, rest_after
from inbox_watch.errors import CredentialError, InboxWatchError, TemporaryError
from inbox_watch.store import chores, digests

_MAIL = "digest"  # the name under which the digest itself rests
_LONGEST_HOLD = timedelta(hours=1)  # of a digest, where no account can be reached


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """Where events go: `line` always, `detail` where more is wanted, `error` with its advice."""

    line: Callable[[str], None]
    detail: Callable[[str], None]
    error: Callable[[InboxWatchError], None]


def plan_of(config: Config) -> Plan:
    """Return what is to be done and when; no digest where the configuration doesn't say where it goes."""
    wanted = config.digest.to and config.digest.smtp.host
    return Plan(scan_every=config.schedule.scan_every, digest_at=config.schedule.digest_at if wanted else None)


def look(config: Config, folder: Path, now: datetime, local: tzinfo, say: Say) -> datetime:
    """Do what is due at `now`; return when to look next. `local` is the machine's zone. Raises `InboxWatchError`."""
    place = local if config.me.timezone == "local" else zone(config.me.timezone)
    names = {chores.name_of(account.name) for account in config.accounts}
    with store.opened(folder) as held:
        rests = chores.rests(held.database)
        what = due(now, place, chores.done(held.database), _unheld(plan_of(config), rests, now))
    is_time_again = any(_has_ended(rests[name], now) for name in names & rests.keys())
    if what or is_time_again:
        _work(config, folder, now, place, say, rests, what)
    elif plan_of(config).digest_at:
        _retry(config, _settings(config, now, place), folder, say)
    return _next(config, folder, now, place, names)


def _next(config: Config, folder: Path, now: datetime, place: tzinfo, names: set[str]) -> datetime:
    with store.opened(folder) as held:
        rests = chores.rests(held.database)
        at = next_moment(now, place, chores.done(held.database), _unheld(plan_of(config), rests, now))
        queued = digests.waiting(held.database) if plan_of(config).digest_at else []
    ends = [rest.until for name, rest in rests.items() if name in {*names, _MAIL} and is_resting(rest, now)]
    tries = [moment for one in queued[:1] if (moment := datetime.fromtimestamp(one.next_try, UTC)) > now]
    return min([at, *ends, *tries])


def _unheld(plan: Plan, rests: Mapping[str, Rest], now: datetime) -> Plan:
    """Return the plan without its digest while that is held back."""
    held = _MAIL in rests and is_resting(rests[_MAIL], now)
    return Plan(scan_every=plan.scan_every, digest_at=None) if held else plan


def _has_ended(rest: Rest, now: datetime) -> bool:
    return rest.reason is not Reason.MAILBOX and not is_resting(rest, now)


def _settings(config: Config, now: datetime, place: tzinfo) -> Settings:
    return Settings(
        now=now.astimezone(place),
        zone=place,
        country=config.me.country,
        me=frozenset(config.me.addresses),
        timing=config.timing,
        is_by_clock=True,
    )


def _work(
    config: Config,
    folder: Path,
    now: datetime,
    place: tzinfo,
    say: Say,
    rests: Mapping[str, Rest],
    what: frozenset[Chore],
) -> None:
    settings = _settings(config, now, place)
    resting = {
        name: _resting(name, rest)
        for name in (account.name for account in config.accounts)
        if (rest := rests.get(chores.name_of(name))) and is_resting(rest, now)
    }
    outcome = accounts.scan(config.accounts, settings, folder, lambda _: None, resting=resting, say=say.detail)
    failed = dict(outcome.failures)
    with store.opened(folder) as held:
        for source in outcome.scan.sources:
            if source.name not in resting:
                name = chores.name_of(source.name)
                rest = _told(source.name, failed.get(source.name), rests.get(name), now, say)
                chores.note_rest(held.database, name, rest)
        chores.note_scan(held.database, now)
    _tell_scan(outcome, say)
    if Chore.DIGEST in what:
        _digest(config, settings, folder, outcome, say)
    elif plan_of(config).digest_at:
        _retry(config, settings, folder, say)


def _resting(name: str, rest: Rest) -> InboxWatchError:
    """Return what is said of an account that isn't tried now."""
    at = f"the next try is at {rest.until.astimezone():%H:%M}"
    if rest.reason is Reason.USER:
        return CredentialError(
            f"{name}: it could not be logged in to; {at}", advice=f"inbox-watch account check {name} tries at once."
        )
    return TemporaryError(f"{name}: it could not be read; {at}", advice="It may pass by itself.")


def _told(name: str, error: InboxWatchError | None, earlier: Rest | None, now: datetime, say: Say) -> Rest | None:
    """Return how long an account rests now; say what failed once, not each time, and that it works again."""
    if error is None:
        if earlier:
            say.line(f"{name}: works again")
        return None
    rest = rest_after(error, earlier, now)
    if rest.failures == 1:
        say.error(error)
    else:
        say.detail(f"{error.what} (failure {rest.failures} in a row)")
    if rest.until > now:
        (say.line if rest.failures == 1 else say.detail)(f"{name}: tried again at {rest.until.astimezone():%H:%M}")
    return rest


def _tell_scan(outcome: Outcome, say: Say) -> None:
    scan = outcome.scan
    read = [source for source in scan.sources if source.error is None]
    aside = sum(len(source.skipped) for source in scan.sources)
    say.line(
        f"scanned: {len(read)} of {len(scan.sources)} accounts, {sum(source.new for source in read)} new mails, "
        f"{len(scan.findings)} opportunities, {'something' if app.has_due(scan) else 'nothing'} due"
        + (f", {aside} mails set aside" if aside else "")
    )


# --- the digest -------------------------------------------------------------------------------------------------------


def _digest(config: Config, settings: Settings, folder: Path, outcome: Outcome, say: Say) -> None:
    """Make today's digest, note that it was made, say how it went. Without a network it waits for up to an hour."""
    if _hold(settings, folder, outcome, say):
        return
    error: InboxWatchError | None = None
    try:
        _tell_digest(digest.send_due(config, settings, folder, outcome), say)
    except TemporaryError as failed:
        error = failed  # it isn't even queued
    except InboxWatchError as failed:
        say.error(failed)
    with store.opened(folder) as held:
        if error is None:
            chores.note_rest(held.database, _MAIL, None)
            chores.note_digest(held.database, settings.now.date(), settings.now)
            return
        earlier = chores.rests(held.database).get(_MAIL)
        chores.note_rest(held.database, _MAIL, _told(_MAIL, error, earlier, settings.now, say))


def _hold(settings: Settings, folder: Path, outcome: Outcome, say: Say) -> bool:
    """Say whether the digest waits: no account could be reached, it is waiting for under an hour, on the same date."""
    errors = outcome.errors
    if not errors or len(errors) < len(outcome.scan.sources):
        return False
    if not all(isinstance(one, TemporaryError) for one in errors):
        return False
    now = settings.now
    with store.opened(folder) as held:
        earlier = chores.rests(held.database).get(_MAIL)
        if earlier and earlier.since.astimezone(settings.zone).date() != now.date():
            earlier = None  # of a night that the computer was switched off in
        rest = rest_after(TemporaryError(errors[0].what), earlier, now)
        if now - rest.since >= _LONGEST_HOLD or rest.until.astimezone(settings.zone).date() != now.date():
            return False
        chores.note_rest(held.database, _MAIL, rest)
    if rest.failures == 1:
        say.line("digest: waits for the network, an hour at most")
    return True


def _retry(config: Config, settings: Settings, folder: Path, say: Say) -> None:
    try:
        result = digest.retry(config, settings, folder)
    except InboxWatchError as error:
        say.error(error)
        return
    if isinstance(result, digest.Sent):
        _tell_digest(result, say)


def _tell_digest(result: digest.Result, say: Say) -> None:
    if isinstance(result, digest.Sent):
        say.line("digest: sent")
    elif isinstance(result, digest.Quiet):
        say.line(f"digest: none sent, {result.reason}")
    else:
        say.error(result.error)
        say.line(f"digest: not sent, it waits; tried again from {result.next_try.astimezone():%H:%M} on")
