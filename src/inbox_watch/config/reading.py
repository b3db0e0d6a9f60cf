"""TOML in, a frozen `Config` out."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import platformdirs

from inbox_watch.config.checks import wrong
from inbox_watch.config.keys import known, table
from inbox_watch.config.schema import ACCOUNT, SECTIONS
from inbox_watch.config.types import Account, Config
from inbox_watch.core.types import Timing
from inbox_watch.errors import ConfigError

APP = "inbox-watch"


def default_path() -> Path:
    """Return where the configuration is looked for when neither option nor environment names a file."""
    return Path(os.environ.get("INBOX_WATCH_CONFIG") or platformdirs.user_config_path(APP) / "config.toml")


def load(path: Path | None = None) -> Config:
    """Read the configuration; the defaults alone where the default file doesn't exist.

    Raises `ConfigError` where a named file is missing, can't be read or holds something wrong.
    """
    chosen = path or default_path()
    try:
        text = chosen.read_bytes().decode()
    except FileNotFoundError:
        if path or "INBOX_WATCH_CONFIG" in os.environ:
            raise ConfigError(f"no configuration at {chosen}", advice="Name an existing file.") from None
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"can't read {chosen}: {error}", advice="It must be a readable UTF-8 file.") from None
    return parse(text, where=str(chosen))


def parse(text: str, *, where: str = "config.toml") -> Config:
    """Turn TOML text into a `Config`. Raises `ConfigError` that names `where` and the key."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{where}: {error}", advice="The file must be valid TOML.") from None
    try:
        return _config(tables)
    except ConfigError as error:
        raise ConfigError(f"{where}: {error.what}", advice=error.advice) from None


def _config(tables: Mapping[str, Any]) -> Config:
    known(tables, (*SECTIONS, "account"), "")
    accounts = tables.get("account", [])
    if not isinstance(accounts, list):
        raise ConfigError("account: must be a list of tables", advice="Write [[account]] with two brackets.")
    read = tuple(
        _account(Account(**table(entry, ACCOUNT, where)), where)
        for number, entry in enumerate(accounts, start=1)
        for where in [f"account[{number}]"]
    )
    names = [account.name for account in read]
    if twice := {name for name in names if names.count(name) > 1}:
        raise ConfigError(f'account.name: "{min(twice)}" stands twice', advice="Give each account its own name.")
    made = {name: kind(**table(tables.get(name, {}), keys, name)) for name, (kind, keys) in SECTIONS.items()}
    _agree(made["timing"])
    return Config(accounts=read, **made)


def _account(made: Account, where: str) -> Account:
    """Return the account where it says how to log in."""
    if made.auth == "oauth2" and made.oauth is None and not made.password_command:
        raise ConfigError(
            f"{where}.oauth: missing",
            advice='With auth = "oauth2" write oauth = { provider = ..., client_id = ... }, or a password_command that '
            "prints a token.",
        )
    return made


def _agree(timing: Timing) -> None:
    """Check those numbers of the clock that bound each other."""
    if timing.rhythm_least > timing.rhythm_most:
        raise wrong("timing.rhythm_least", timing.rhythm_least, f"no more than rhythm_most, {timing.rhythm_most}")
    if timing.morning >= timing.day_end:
        raise wrong("timing.morning", f"{timing.morning:%H:%M}", f"earlier than day_end, {timing.day_end:%H:%M}")
