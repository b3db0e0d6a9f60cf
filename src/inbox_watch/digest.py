"""The digest: what changed since the last one, as a mail that is built once, queued, sent, and marked as sent.

Exactly once: the mail goes into the queue with its Message-ID before any server hears of it. A crash after the server
took it and before the mark leaves the same bytes under the same Message-ID, which mail programs show once.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from filelock import FileLock, Timeout

from inbox_watch import credentials, deliver, state, store
from inbox_watch.app import Outcome, Settings
from inbox_watch.config import Config
from inbox_watch.core.changes import Changes, Shown, changes, shown
from inbox_watch.core.links import link
from inbox_watch.errors import ConfigError, CredentialError, InboxWatchError, TemporaryError
from inbox_watch.report import as_digest, as_mail
from inbox_watch.report.as_digest import Page
from inbox_watch.store import digests

LOCK = "digest.lock"
_LOCK_SECONDS = 5.0
_FIRST_WAIT = timedelta(minutes=5)
_FIRST_WAIT_FOR_USER = timedelta(hours=1)  # providers lock accounts that fail to log in too often
_LONGEST_WAIT = timedelta(hours=4)
_STALE = timedelta(days=3)
_NOBODY = "candidate@inbox-watch.invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """These digests were taken by the server."""

    recipient: str
    message_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """There was nothing to send, and why."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """The digest waits: why it could not be sent, and from when on it may be tried again."""

    error: InboxWatchError
    next_try: datetime


Result = Sent | Quiet | Queued


def require(config: Config) -> None:
    """Raise `ConfigError` that names the key where the configuration doesn't say where the digest goes."""
    for key, value in (("digest.to", config.digest.to), ("digest.smtp", config.digest.smtp.host)):
        if not value:
            raise ConfigError(
                f"{key}: missing", advice="Set digest.to and digest.smtp, so that the digest can be sent."
            )


def build(config: Config, settings: Settings, folder: Path, outcome: Outcome) -> Page:
    """Return the digest of this scan as it would be sent, without noting anything."""
    before, complete = None, {}
    if store.exists(folder):
        with store.opened(folder) as held:
            before, complete = digests.last_shown(held.database), digests.last_complete(held.database)
    return _page(config, settings, outcome, changes(outcome.scan, before), complete)


def as_bytes(config: Config, settings: Settings, folder: Path, page: Page, outcome: Outcome) -> bytes:
    """Return a digest as a mail, from and to the candidate where the configuration names nobody."""
    recipient = config.digest.to or next((one for one in outcome.scan.candidate if one.isascii()), _NOBODY)
    _, mail = as_mail.mail(
        page,
        sender=config.digest.from_ or recipient,
        recipient=recipient,
        now=settings.now,
        key=state.made_mark_key(folder),
    )
    return mail


def send_due(config: Config, settings: Settings, folder: Path, outcome: Outcome) -> Result:
    """Build, queue and send the digest of the local date of `settings.now`: at most once a date.

    What waits from earlier goes first. Nothing is sent where nothing changed and `only_when_changed` is set. Raises
    `ConfigError` where [digest] lacks a key, and `deliver.Refused` where the server never takes one (it is dropped).
    """
    require(config)
    with _alone(folder), store.opened(folder) as held:
        try:
            earlier = _flush(config, settings, held, is_forced=False)
        except deliver.Refused:  # one of an earlier day: that is told, and today's waits for the next try
            if not _why_none(config, settings, held, outcome):
                _queue(config, settings, folder, held, outcome, by_hand=False)
            raise
        if reason := _why_none(config, settings, held, outcome):
            return Quiet(reason=reason) if isinstance(earlier, Quiet) else earlier
        _queue(config, settings, folder, held, outcome, by_hand=False)
        return _flush(config, settings, held, is_forced=False)


def send_now(config: Config, settings: Settings, folder: Path, outcome: Outcome) -> Result:
    """Build and send the digest because the user asks for it, whatever was sent today and whatever changed.

    The nightly one still comes if something changes until then. Raises as `send_due` does.
    """
    require(config)
    with _alone(folder), store.opened(folder) as held:
        _queue(config, settings, folder, held, outcome, by_hand=True)
        return _flush(config, settings, held, is_forced=True)


def retry(config: Config, settings: Settings, folder: Path) -> Result:
    """Send what waits in the queue, each where its time has come. Raises as `send_due` does."""
    require(config)
    if not store.exists(folder):
        return Quiet(reason="no digest waits")
    with _alone(folder), store.opened(folder) as held:
        return _flush(config, settings, held, is_forced=False)


def server_state(config: Config) -> str:
    """Log in to the server that sends the digest, and send nothing. Raises the error that sending would meet."""
    require(config)
    smtp = config.digest.smtp
    deliver.check(smtp, _password(config, may_ask=False))
    return f"goes to {config.digest.to} by {smtp.host}"


# --- build and queue ------------------------------------------------------------------------------------------------


def _why_none(config: Config, settings: Settings, held: store.Store, outcome: Outcome) -> str:
    """Say why there is no digest to make today; "" where there is one."""
    if digests.is_done(held.database, _day(settings)):
        return "today's digest was made already"
    if not config.digest.only_when_changed or changes(outcome.scan, digests.last_shown(held.database)).is_any:
        return ""
    return "nothing changed since the last digest"


def _page(
    config: Config, settings: Settings, outcome: Outcome, different: Changes, complete: dict[str, datetime]
) -> Page:
    own = {account.name for account in config.accounts}
    files = {one.name: settings.now for one in outcome.scan.sources if one.error is None and one.name not in own}
    return as_digest.digest(outcome.scan, different, links(config, outcome), files | complete)


def links(config: Config, outcome: Outcome) -> dict[str, str]:
    """Return, by Message-ID, the links that open the mails which lie in a configured account."""
    accounts = {account.name: account for account in config.accounts}
    found = {}
    for message in (entry.message for one in outcome.scan.findings for entry in one.opportunity.entries):
        account = accounts.get(outcome.origins.get(message.key, ""))
        if account and (url := link(message.message_id, account, is_mac=sys.platform == "darwin")):
            found[message.message_id] = url
    return found


def _queue(
    config: Config, settings: Settings, folder: Path, held: store.Store, outcome: Outcome, *, by_hand: bool
) -> None:
    before: Shown | None = digests.last_shown(held.database)
    complete = digests.last_complete(held.database)
    page = _page(config, settings, outcome, changes(outcome.scan, before), complete)
    sender = config.digest.from_ or config.digest.to
    key = state.made_mark_key(folder)
    own_id, mail = as_mail.mail(page, sender=sender, recipient=config.digest.to, now=settings.now, key=key)
    digests.queue(
        held.database,
        _day(settings),
        message_id=own_id,
        recipient=config.digest.to,
        made=settings.now,
        shown=shown(outcome.scan, before),
        mail=mail,
        by_hand=by_hand,
    )


def _day(settings: Settings) -> date:
    return settings.now.astimezone(settings.zone).date()


# --- send -----------------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one process at a time send: two would send the same digest twice."""
    lock = FileLock(folder / LOCK, timeout=_LOCK_SECONDS, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        raise TemporaryError("another inbox-watch is sending the digest", advice="Try again in a minute.") from None
    try:
        yield
    finally:
        lock.release()


def _flush(config: Config, settings: Settings, held: store.Store, *, is_forced: bool) -> Result:
    """Send what waits, the oldest first; after the first failure that may pass, the rest waits too."""
    digests.forget_old(held.database, _day(settings) - _STALE, config.digest.to)
    sent: list[str] = []
    refused: deliver.Refused | None = None
    for one in digests.waiting(held.database):
        if not is_forced and not _is_time(one, settings.now):
            return _still_waiting(one)
        try:
            _send(config, one, may_ask=is_forced)
        except deliver.Refused as error:
            digests.mark_refused(held.database, one.row, error.what)
            refused = error
        except (TemporaryError, CredentialError, ConfigError) as error:
            return _put_off(held, one, error, settings.now)
        else:
            digests.mark_sent(held.database, one.row)
            sent.append(one.message_id)
    if refused:
        raise refused
    return Sent(recipient=config.digest.to, message_ids=tuple(sent)) if sent else Quiet(reason="no digest waits")


def _send(config: Config, one: digests.Queued, *, may_ask: bool) -> None:
    sender = config.digest.from_ or config.digest.to
    password = _password(config, may_ask=may_ask)
    deliver.send(config.digest.smtp, password, sender=sender, recipient=one.recipient, mail=one.mail)


def _password(config: Config, *, may_ask: bool) -> str | None:
    """Return the password of the digest's server, None where it wants no login. Raises `CredentialError`."""
    smtp = config.digest.smtp
    return credentials.smtp_secret(smtp, config.accounts, may_ask=may_ask) if smtp.user else None


def _is_time(one: digests.Queued, now: datetime) -> bool:
    """Say whether a digest may be tried; a wait beyond the longest one comes from a clock that was set back."""
    left = one.next_try - now.timestamp()
    return left <= 0 or left > _LONGEST_WAIT.total_seconds()


def _still_waiting(one: digests.Queued) -> Queued:
    return Queued(
        error=TemporaryError(one.error or "the digest could not be sent yet", advice="It is tried again by itself."),
        next_try=datetime.fromtimestamp(one.next_try, UTC),
    )


def _put_off(held: store.Store, one: digests.Queued, error: InboxWatchError, now: datetime) -> Queued:
    first = _FIRST_WAIT if isinstance(error, TemporaryError) else _FIRST_WAIT_FOR_USER
    next_try = now + min(first * 2 ** min(one.tries, 10), _LONGEST_WAIT)
    digests.mark_tried(held.database, one.row, error.what, next_try.timestamp())
    return Queued(error=error, next_try=next_try)
