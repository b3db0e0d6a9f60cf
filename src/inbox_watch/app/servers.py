"""What an account's server says: whether one can log in, and which mailboxes would be read."""

from __future__ import annotations

from collections.abc import Callable

from inbox_watch.app.settings import Say
from inbox_watch.config import Account
from inbox_watch.errors import ConfigError


def account_state(account: Account, *, may_ask: bool = False, say: Say = lambda _: None) -> str:
    """Log in and say which mailboxes would be read. Raises the error that a scan would meet.

    `say` gets a line for each wait that the server asks for, before it begins.
    """
    from inbox_watch import credentials

    host(account)  # before anybody is asked for a secret
    secret = credentials.secret(account, may_ask=may_ask)
    found = readable(account, secret, lambda: credentials.renew(account), say)
    return f"logged in; reads {', '.join(f'{name} ({count})' for name, count in found)}"


def readable(
    account: Account, secret: str, renew: Callable[[], str] | None = None, say: Say = lambda _: None
) -> list[tuple[str, str]]:
    """Log in and return the mailboxes that would be read, each with its number of mails, ready for a terminal.

    Where an access token is refused, `renew` gives another; without it, it is this one that has to be good. `say` as in
    `account_state`.
    """
    from inbox_watch.core.clean import clean
    from inbox_watch.sources.imap.survey import survey

    found = survey(account, host(account), secret, renew, say)
    return [(clean(one.name, limit=80), "?" if one.messages is None else f"{one.messages:,}") for one in found]


def host(account: Account) -> str:
    """Return the account's server. Raises `ConfigError` where it is neither configured nor known."""
    from inbox_watch.sources.providers import host_of

    if found := account.host or host_of(account.user):
        return found
    raise ConfigError(
        f"account {account.name}: host is missing", advice=f"Name the IMAP server of {account.user} as host."
    )
