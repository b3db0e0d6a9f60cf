"""Where an account's secret comes from: a command, the system's keyring, systemd's credentials, the environment."""

from __future__ import annotations

import os
import re
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

from inbox_watch.config import Account
from inbox_watch.errors import CredentialError

SERVICE = "inbox-watch"
COMMAND_SECONDS = 30
KEYRING_SECONDS = 20


def secret(account: Account) -> str:
    """Return the account's password: from `password_command`, else the first place that has one.

    Raises `CredentialError`, which says where it was looked for. No wait is longer than half a minute.
    """
    if account.password_command:
        return _from_command(account)
    for look in (_from_keyring, _from_systemd, _from_environment):
        if found := look(account):
            return found
    raise CredentialError(
        f"{account.name}: no password found",
        advice=(
            f"Store it in the system's keyring: keyring set {SERVICE} {account.user}. Where the system has none, set "
            "password_command in the configuration."
        ),
    )


def environment_name(account: Account) -> str:
    """Return the environment variable that may hold this account's password."""
    return "INBOX_WATCH_PASSWORD_" + re.sub(r"\W", "_", account.name).upper()


def _from_command(account: Account) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - the user's own command, as a list, without a shell
            account.password_command,
            stdout=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            timeout=COMMAND_SECONDS,
            check=True,
        )
    except subprocess.TimeoutExpired:
        raise CredentialError(f"{account.name}: password_command took over {COMMAND_SECONDS} seconds") from None
    except (OSError, subprocess.CalledProcessError) as error:
        reason = getattr(error, "strerror", None) or f"it ended with status {getattr(error, 'returncode', '?')}"
        raise CredentialError(
            f"{account.name}: password_command failed: {reason}", advice="Run that command by hand to see why."
        ) from None
    if not (found := done.stdout.decode(errors="replace").split("\n", 1)[0].rstrip("\r")):
        raise CredentialError(f"{account.name}: password_command printed nothing")
    return found


def _from_keyring(account: Account) -> str | None:
    """Ask the system's keyring, in a thread that may be left behind: a locked one can block for ever."""
    import keyring
    import keyring.errors

    _refuse_plain_text(keyring.get_keyring())
    held: list[str | None] = []
    failed: list[Exception] = []

    def ask() -> None:
        try:
            held.append(keyring.get_password(SERVICE, account.user))
        except keyring.errors.NoKeyringError:
            held.append(None)
        except Exception as error:
            failed.append(error)

    _wait(ask, account)
    if failed:
        raise CredentialError(
            f"{account.name}: the keyring refused: {type(failed[0]).__name__}", advice="Unlock the keyring."
        )
    return held[0]


def _wait(ask: Callable[[], None], account: Account) -> None:
    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(KEYRING_SECONDS)
    if thread.is_alive():
        raise CredentialError(f"{account.name}: the keyring doesn't answer", advice="Unlock the keyring and try again.")


def _refuse_plain_text(backend: object) -> None:
    """Refuse backends that keep secrets readable on disk (the keyrings.alt family), alone or in a chain."""
    for one in (backend, *getattr(backend, "backends", ())):
        if type(one).__module__.startswith("keyrings.alt"):
            raise CredentialError(
                f"the keyring in use ({type(one).__name__}) may keep passwords in plain text",
                advice="Use the system's keyring, or password_command.",
            )


def _from_systemd(account: Account) -> str | None:
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    path = Path(folder, f"{SERVICE}-{account.name}") if folder and re.fullmatch(r"[\w.-]+", account.name) else None
    try:
        return path.read_text().split("\n", 1)[0] if path else None
    except (OSError, UnicodeDecodeError):
        return None


def _from_environment(account: Account) -> str | None:
    return os.environ.get(environment_name(account))
