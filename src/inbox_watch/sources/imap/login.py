"""Logging in: with a password, or with a token of OAuth 2.0; and what a refusal means."""

from __future__ import annotations

import base64
import imaplib
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from inbox_watch.config import Account, typed
from inbox_watch.errors import CredentialError, InboxWatchError, TemporaryError
from inbox_watch.sources.imap.patience import PASSING

if TYPE_CHECKING:
    from inbox_watch.sources.imap.connection import Client


_BYTES = re.compile(r"""b'(?:[^'\\]|\\.)*'|b"(?:[^"\\]|\\.)*\"""")  # as imaplib shows what a server said
_ATOM = re.compile(r"[^\s\"\\(){%*]+")  # what goes without quotes (RFC 3501, 9: ASTRING-CHAR)
_ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|(.))")


def login(client: Client, account: Account, secret: str) -> None:
    """Log in with a password or, with `auth = "oauth2"`, an access token. Raises imapclient's `LoginError`."""
    if account.auth == "oauth2":
        mechanism = _token_mechanism(client)
        client.sasl_login(mechanism, _token_answers(mechanism, account.user, secret))
    elif (account.user + secret).isascii():
        client.login(_quoted(account.user), secret)
    else:  # LOGIN knows no letters outside of ASCII; PLAIN does (RFC 4616)
        client.plain_login(account.user, secret)


def refused(account: Account, host: str, error: Exception, secret: str) -> InboxWatchError:
    """Return the error for imapclient's `LoginError`, without the secret, should the server say it back."""
    where, told = f"{account.name} ({host}:{account.port})", _without(str(error), account.user, secret)
    if PASSING.search(told):
        return TemporaryError(
            f"{where}: the server takes no login now: {told}",
            advice="Close other mail programs, or scan again later.",
        )
    if isinstance(error.__context__, imaplib.IMAP4.abort):  # it hung up, or said BYE, in place of an answer
        return TemporaryError(
            f"{where}: the connection ended at the login: {told}", advice="Check the network; it may pass by itself."
        )
    if account.auth == "oauth2" and account.password_command:
        advice = "Run password_command by hand: what it prints must be a token that is still good."
    elif account.auth == "oauth2":
        advice = f"Log in again, as {account.user}: inbox-watch account login {typed(account.name)}."
    else:
        advice = "Check user and password; Gmail and most big providers want an app password."
    return CredentialError(f"{where}: the server refused the login: {told}", advice=advice)


def _quoted(user: str) -> str:
    """Return a login name as IMAP wants it; imaplib quotes the password alone."""
    if _ATOM.fullmatch(user):
        return user
    return '"' + re.sub(r'(["\\])', r"\\\1", user) + '"'


def _token_mechanism(client: Client) -> str:
    """Return the mechanism for tokens: XOAUTH2, which the big ones have; RFC 7628's where a server has only that."""
    has_only_the_standard = client.has_capability("AUTH=OAUTHBEARER") and not client.has_capability("AUTH=XOAUTH2")
    return "OAUTHBEARER" if has_only_the_standard else "XOAUTH2"


def _token_answers(mechanism: str, user: str, token: str) -> Callable[[bytes], bytes]:
    """Return what is answered to the server: the token first; to a second question, which is a refusal, the end."""
    if mechanism == "XOAUTH2":
        answers = [f"user={user}\1auth=Bearer {token}\1\1".encode(), b""]
    else:
        name = user.replace("=", "=3D").replace(",", "=2C")
        answers = [f"n,a={name},\1auth=Bearer {token}\1\1".encode(), b"\1"]  # RFC 7628, sections 3.1 and 3.2.3

    def answer(challenge: bytes) -> bytes:
        if not answers:
            raise imaplib.IMAP4.abort("the server asks without end")
        return answers.pop(0)

    return answer


def _without(answer: str, user: str, secret: str) -> str:
    """Return the server's answer without the secret, in whichever form it may stand there."""
    answer = _BYTES.sub(_decoded, answer)
    plain = f"\0{user}\0{secret}"
    for form in (secret, *(base64.b64encode(text.encode()).decode() for text in (secret, plain))):
        answer = answer.replace(form, "***") if form else answer
    return answer


def _decoded(found: re.Match[str]) -> str:
    """Return the text of bytes that Python wrote down: its escapes are those of single bytes."""
    plain = _ESCAPE.sub(lambda one: chr(int(one[1], 16)) if one[1] else one[2], found[0][2:-1])
    return plain.encode("latin-1", "replace").decode("utf-8", "replace")
