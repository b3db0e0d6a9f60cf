"""Checks of everything that a scan needs, each with what to do where it fails."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from inbox_watch import __version__, accounts, app, config, credentials, digest, nlp, state
from inbox_watch.app import Say
from inbox_watch.config import Config
from inbox_watch.errors import InboxWatchError


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was checked; `error` is None where it is well."""

    what: str
    error: InboxWatchError | None = None


def run(config_file: Path | None, state_folder: Path | None, say: Say) -> Iterator[Check]:
    """Yield the checks one by one, the quick and local ones first. `say` as in `app.account_state`."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Check(what=f"inbox-watch {__version__}, Python {version}")
    yield _check("state folder", lambda: str(state.folder(state_folder)))
    yield _check("store", lambda: accounts.check(state.folder(state_folder)))
    yield _check("model", _model)
    try:
        read = config.load(config_file)
    except InboxWatchError as error:
        yield Check(what="configuration", error=error)
        return
    where = config_file or config.default_path()
    yield Check(what=f"configuration: {where}" if where.exists() else f"configuration: none at {where}, defaults apply")
    yield from _settings(read, say)


def _settings(read: Config, say: Say) -> Iterator[Check]:
    yield Check(what=f"time zone: {config.zone(read.me.timezone)}")
    yield Check(what=f"public holidays: {read.me.country or 'none counted (me.country is not set)'}")
    if not read.accounts:
        yield Check(what="accounts: none configured; scan reads the files that you name")
    smtp = read.digest.smtp
    commands = [account.password_command for account in read.accounts]
    if not all([*commands, smtp.password_command or not smtp.user]):
        yield _check("keyring", credentials.keyring_state)
    for account in read.accounts:
        yield _check(f"account {account.name}", partial(app.account_state, account, say=say))
    if read.digest.to or smtp.host:
        yield _check("digest", lambda: digest.server_state(read))
    else:
        yield Check(what="digest: shown, and not sent (digest.to and digest.smtp are not set)")


def _model() -> str:
    meta = nlp.load().pipeline.meta
    return f"{meta['name']} {meta['version']}"


def _check(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(what=f"{name}: {look()}")
    except InboxWatchError as error:
        return Check(what=name, error=error)
