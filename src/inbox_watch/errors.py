"""What can go wrong, how far it reaches and when it is worth another try.

Every error that the program foresees is one of these. `scope` says what has to be given up (one message, one
mailbox, one account, the run), `retry` says when trying again makes sense. `cli` turns each into one line of
advice and an exit status; nothing else prints or exits.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum


class Scope(StrEnum):
    """How far an error reaches."""

    MESSAGE = "message"
    MAILBOX = "mailbox"
    ACCOUNT = "account"
    RUN = "run"


class Retry(StrEnum):
    """When trying again may help."""

    NEVER = "never"
    LATER = "later"
    AFTER_USER = "after the user acts"


class InboxWatchError(Exception):
    """An error that the program foresees: what happened, and what the user can do about it."""

    scope = Scope.RUN
    retry = Retry.NEVER
    exit_status = 1

    def __init__(self, what: str, *, advice: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.advice = advice


class BrokenMessage(InboxWatchError):
    """One mail can't be read. It is set aside with this reason; the rest goes on."""

    scope = Scope.MESSAGE


class UsageError(InboxWatchError):
    """The command line asks for something that can't be done."""

    retry = Retry.AFTER_USER
    exit_status = 2


class SourceError(InboxWatchError):
    """A source (a file, a folder, an account) can't be read; other sources can."""

    scope = Scope.ACCOUNT
    retry = Retry.AFTER_USER
    exit_status = 3


class TemporaryError(InboxWatchError):
    """The network or a server failed in a way that may pass; `wait` is how long the server asks to be left alone."""

    scope = Scope.ACCOUNT
    retry = Retry.LATER
    exit_status = 75

    def __init__(self, what: str, *, advice: str = "", wait: timedelta | None = None) -> None:
        super().__init__(what, advice=advice)
        self.wait = wait


class CredentialError(InboxWatchError):
    """A secret is missing, refused or locked."""

    scope = Scope.ACCOUNT
    retry = Retry.AFTER_USER
    exit_status = 77


class ConfigError(InboxWatchError):
    """The configuration is wrong; the text names the key and what would be right."""

    retry = Retry.AFTER_USER
    exit_status = 78
