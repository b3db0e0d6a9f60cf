"""Where a password may be, in this order: a command, the keyring, systemd's credentials, the environment."""

from __future__ import annotations

import logging
import os
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from inbox_watch.credentials import vault
from inbox_watch.credentials.vault import SERVICE, Unusable
from inbox_watch.errors import CredentialError

COMMAND_SECONDS = 30

_log = logging.getLogger(__name__)
_warned: set[str] = set()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Whose secret is wanted: the account's name, its login name, and the command that brings it, if any.

    `keep` is the command by which the user puts it into the keyring.
    """

    name: str
    user: str
    keep: str
    command: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A secret and the place where it was."""

    place: str
    secret: str = field(repr=False)


def find(wanted: Wanted, *, may_ask: bool, runs_commands: bool = True) -> Found:
    """Return the secret from the first place that has it. Raises `CredentialError` where none has.

    A keyring that is locked or unsafe ends nothing as long as a later place has it. Without `runs_commands`, a command
    is believed and not run.
    """
    if wanted.command:
        return Found(place="password_command", secret=_from_command(wanted) if runs_commands else "")
    trouble: Unusable | None = None
    try:
        if held := vault.read(wanted.name, wanted.user, may_ask=may_ask):
            return Found(place="keyring", secret=held)
    except Unusable as error:
        trouble = error
    if given := _from_systemd(wanted):
        return Found(place="systemd credentials", secret=given)
    if given := os.environ.get(environment_name(wanted.name)):
        _warn(wanted)
        return Found(place="environment", secret=given)
    raise trouble or CredentialError(
        f"{wanted.name}: no password found",
        advice=(
            f"Store it in the system's keyring: {wanted.keep}. Where the system has none, set password_command in the "
            "configuration."
        ),
    )


def environment_name(name: str) -> str:
    """Return the environment variable that may hold the password of an account of this name."""
    return "INBOX_WATCH_PASSWORD_" + re.sub(r"\W", "_", name).upper()


def _from_command(wanted: Wanted) -> str:
    """Return the first line that the command prints; its complaints are kept from the screen, they may hold secrets."""
    try:
        done = subprocess.run(  # noqa: S603 - the user's own command, as a list, without a shell
            wanted.command,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            timeout=COMMAND_SECONDS,
            check=True,
        )
    except subprocess.TimeoutExpired:
        raise CredentialError(
            f"{wanted.name}: password_command took over {COMMAND_SECONDS} seconds",
            advice="Run that command by hand: it may be waiting for you.",
        ) from None
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        reason = getattr(error, "strerror", None) or f"it ended with status {getattr(error, 'returncode', '?')}"
        raise CredentialError(
            f"{wanted.name}: password_command failed: {reason}", advice="Run that command by hand to see why."
        ) from None
    if not (found := _first_line(done.stdout.decode(errors="replace"))):
        raise CredentialError(
            f"{wanted.name}: password_command printed nothing", advice="Its first line must be the password."
        )
    return found


def _from_systemd(wanted: Wanted) -> str | None:
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    if not folder or not re.fullmatch(r"[\w.-]+", wanted.name):
        return None
    try:
        return _first_line(Path(folder, f"{SERVICE}-{wanted.name}").read_text(encoding="utf-8")) or None
    except (OSError, UnicodeDecodeError):
        return None


def _warn(wanted: Wanted) -> None:
    """Say once that the environment is a poor place: other programs of the same user can read it."""
    name = environment_name(wanted.name)
    if name not in _warned:
        _warned.add(name)
        _log.warning("inbox-watch: the password in %s can be read by your other programs; a keyring is safer", name)


def _first_line(text: str) -> str:
    return text.partition("\n")[0].rstrip("\r")
