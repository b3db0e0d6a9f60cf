"""A link that opens a mail in the program that the candidate reads it with, by its Message-ID and nothing else."""

from __future__ import annotations

from typing import Protocol
from urllib.parse import quote

_GMAIL_HOSTS = frozenset({"imap.gmail.com", "imap.googlemail.com"})
_GMAIL = frozenset({"gmail.com", "googlemail.com"})
_APPLE = frozenset({"icloud.com", "me.com", "mac.com"})
_MADE_UP = "@no-message-id.invalid"
_LONGEST = 250


class Place(Protocol):
    """What is asked of an account: the server's name (empty where the address tells it), and the login name."""

    @property
    def host(self) -> str:
        """Return the IMAP server."""

    @property
    def user(self) -> str:
        """Return the login name, mostly the address."""


def link(message_id: str, account: Place, *, is_mac: bool = False) -> str | None:
    """Return a link that opens the mail with this Message-ID, None where it has none of its own or too long a one.

    For accounts on Gmail a search (its own thread links fail on a cold load); for accounts on iCloud, and on a Mac, the
    `message:` of Apple Mail; else `mid:` (RFC 2392), which Thunderbird opens. Everything that isn't a letter or a digit
    is percent-encoded: no Message-ID can break out of the link.
    """
    bare = message_id.strip("<>")
    if not bare or len(bare) > _LONGEST or bare.endswith(_MADE_UP):
        return None
    try:
        encoded = quote(bare, safe="")
    except UnicodeEncodeError:
        return None
    if is_gmail(account):
        return f"https://mail.google.com/mail/?authuser={quote(account.user, safe='')}#search/rfc822msgid%3A{encoded}"
    if is_mac or _domain(account) in _APPLE:
        return f"message://%3C{encoded}%3E"
    return f"mid:{encoded.replace('%40', '@')}"


def is_gmail(account: Place) -> bool:
    """Say whether an account lies on Gmail, under a domain of one's own too."""
    return account.host.lower() in _GMAIL_HOSTS or (not account.host and _domain(account) in _GMAIL)


def _domain(account: Place) -> str:
    return account.user.rpartition("@")[2].lower()
