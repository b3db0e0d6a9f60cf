"""The system's keyring, asked so that it can neither hang the program nor keep a secret in plain text.

A locked Secret Service blocks for ever where it shows a window that nobody answers. So the collection is asked first
whether it is locked, and each question runs in a thread that is left behind when its time is up.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from inbox_watch.credentials.within import within
from inbox_watch.errors import CredentialError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

Answer = TypeVar("Answer")

SERVICE = "inbox-watch"
SECONDS = 20.0
UNLOCK_SECONDS = 90.0  # for a person to type the keyring's own password
PIECE = 1200  # characters; an entry of Windows holds 1,280, and Microsoft's refresh tokens are longer
_OVER_D_BUS = ("keyring.backends.SecretService", "keyring.backends.libsecret")
_NONE = ("keyring.backends.fail", "keyring.backends.null")
_UNLOCK = "Unlock the keyring (log in to the desktop, or open its password manager), then try again."
_ELSEWHERE = "Set password_command in the configuration, or pass it in with systemd's LoadCredential."


class Unusable(CredentialError):
    """The keyring can't be used: it is unsafe, locked, silent, or there is none."""


class Absent(Exception):
    """There is no keyring on this system, or nothing in it yet."""


def read(name: str, user: str, *, service: str = SERVICE, may_ask: bool = False) -> str | None:
    """Return the secret kept for `user`, None where there is none or no keyring; `name` is for error texts.

    Raises `Unusable` for a keyring that is locked, unsafe, or doesn't answer.
    """

    def task(backend: KeyringBackend) -> str | None:
        pieces = list(_pieces(backend, service, user))
        return "".join(pieces) if pieces else None

    try:
        return _ask(name, task, may_ask=may_ask, may_make=False)
    except Absent:
        return None


def write(name: str, user: str, secret: str, *, service: str = SERVICE, may_ask: bool = False) -> None:
    """Keep a secret for `user`, a long one in several entries. Raises `Unusable`."""

    def task(backend: KeyringBackend) -> None:
        pieces = [secret[start : start + PIECE] for start in range(0, len(secret), PIECE)]
        for number, piece in enumerate(pieces, start=1):
            backend.set_password(service, _entry(user, number), piece)
        _drop(backend, service, user, first=len(pieces) + 1)  # of a longer one before

    try:
        _ask(name, task, may_ask=may_ask, may_make=may_ask)
    except Absent:
        raise Unusable(f"{name}: this system has no keyring to keep a secret in", advice=_ELSEWHERE) from None


def delete(name: str, user: str, *, service: str = SERVICE, may_ask: bool = False) -> bool:
    """Take a secret out; return whether there was one. Raises `Unusable`."""

    try:
        return _ask(name, lambda backend: _drop(backend, service, user, first=1), may_ask=may_ask, may_make=False)
    except Absent:
        return False


def state() -> str:
    """Say which keyring is in use, and that it is open. Raises `Unusable`."""
    try:
        return _ask("keyring", lambda backend: f"{_names(backend)}, open", may_ask=False, may_make=False)
    except Absent:
        return "none, or nothing in it yet"


def _names(backend: KeyringBackend) -> str:
    return " and ".join(str(one.name) for one in _members(backend))


def _ask(name: str, task: Callable[[KeyringBackend], Answer], *, may_ask: bool, may_make: bool) -> Answer:
    """Run `task` on the keyring within a bounded time. Raises `Unusable`, or `Absent`."""
    import keyring.errors

    limit = SECONDS + (UNLOCK_SECONDS if may_ask else 0)
    try:
        return within(limit, lambda: task(_ready(may_ask=may_ask, may_make=may_make)), "keyring")
    except Unusable as error:
        raise Unusable(f"{name}: {error.what}", advice=error.advice) from None
    except (Absent, keyring.errors.NoKeyringError):
        raise Absent from None
    except keyring.errors.KeyringLocked:
        raise Unusable(f"{name}: the keyring is locked", advice=_UNLOCK) from None
    except TimeoutError:
        raise Unusable(f"{name}: the keyring doesn't answer", advice=_UNLOCK) from None
    except Exception as error:  # whatever a backend raises; its text may hold anything
        raise Unusable(f"{name}: the keyring refused: {type(error).__name__}", advice=_UNLOCK) from None


def _entry(user: str, number: int) -> str:
    """Return the name of a secret's entry: the first bears the user's own."""
    return user if number == 1 else f"{user} ({number})"


def _pieces(backend: KeyringBackend, service: str, user: str) -> Iterator[str]:
    """Yield a secret's pieces; after a full one another may follow."""
    number, piece = 1, backend.get_password(service, user)
    while piece is not None:
        yield piece
        number += 1
        piece = backend.get_password(service, _entry(user, number)) if len(piece) == PIECE else None


def _drop(backend: KeyringBackend, service: str, user: str, *, first: int) -> bool:
    """Take out the pieces of a secret from the `first` on; return whether there were any."""
    number = first
    while backend.get_password(service, _entry(user, number)) is not None:
        backend.delete_password(service, _entry(user, number))
        number += 1
    return number > first


def _ready(*, may_ask: bool, may_make: bool) -> KeyringBackend:
    """Return the system's keyring, safe and unlocked. Raises `Unusable`, `Absent`, `TimeoutError`."""
    import keyring

    backend = keyring.get_keyring()
    members = list(_members(backend))
    if all(type(one).__module__ in _NONE for one in members):
        raise Absent
    for one in members:
        _refuse_unsafe(one)
    for one in members:
        if type(one).__module__ in _OVER_D_BUS:
            _unlock(getattr(one, "preferred_collection", None), may_ask=may_ask, may_make=may_make)
            break
    return backend


def _members(backend: KeyringBackend) -> Iterator[KeyringBackend]:
    """Yield the backends that a chain holds, or the one itself."""
    chained = getattr(backend, "backends", None)
    yield from chained if chained is not None and type(backend).__module__ == "keyring.backends.chainer" else (backend,)


def _refuse_unsafe(backend: KeyringBackend) -> None:
    """Refuse what keeps secrets readable or nowhere: keyrings.alt, and all that keyring itself rates below 1."""
    module = type(backend).__module__
    if module.startswith("keyrings.alt") or module in _NONE or float(backend.priority) < 1:
        raise Unusable(
            f"the keyring in use ({type(backend).__name__}) doesn't keep passwords safe",
            advice=(
                "Use the system's keyring (remove keyrings.alt, or set PYTHON_KEYRING_BACKEND to "
                "keyring.backends.SecretService.Keyring), or set password_command."
            ),
        )


def _unlock(preferred: str | None, *, may_ask: bool, may_make: bool) -> None:
    """See to it that the Secret Service's collection is open.

    Raises `Unusable` where it is locked and nobody may be asked, or nobody opened it in time.
    """
    import secretstorage

    with contextlib.closing(secretstorage.dbus_init()) as bus:
        try:
            collection = secretstorage.Collection(bus, preferred) if preferred else secretstorage.Collection(bus)
        except secretstorage.ItemNotFoundException:
            if may_make:
                return  # the backend makes one, and the system asks for its password
            raise Absent from None
        if not collection.is_locked():
            return
        try:
            is_still_locked = collection.unlock(timeout=UNLOCK_SECONDS) if may_ask else True
        except TimeoutError:
            raise Unusable("nobody unlocked the keyring in time", advice=_UNLOCK) from None
        if is_still_locked:
            raise Unusable("the keyring is locked", advice=_UNLOCK)
