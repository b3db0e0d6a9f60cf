"""What may be said to a mail server: the only place through which bytes leave for it.

The promise that a mailbox is only ever read rests here and not on good manners elsewhere. Each line must match one of
a few forms; CR, LF and NUL inside a line are refused, since a sender's Message-ID must never become a command of its
own.
"""

from __future__ import annotations

import re
from enum import StrEnum

from inbox_watch.errors import SourceError

MAX_LINE = 8192  # RFC 7162, section 4, asks clients to stay below this
_TAG = rb"[A-Z0-9]{1,16}"
_WORD = rb'(?:"(?:[^"\\\r\n\x00]|\\["\\]){0,4096}"|[^\s"(){\x00-\x1f]{1,1024})'
_SECTION = rb"(?:HEADER|TEXT|HEADER\.FIELDS \([A-Z0-9 -]{1,600}\)|[0-9.]{1,40}(?:\.MIME)?)?"
_PARTIAL = rb"(?:<\d{1,10}\.\d{1,10}>)?"
_ITEM = (
    rb"(?:UID|FLAGS|INTERNALDATE|RFC822\.SIZE|BODYSTRUCTURE|X-GM-MSGID|X-GM-THRID|X-GM-LABELS|EMAILID|THREADID|"
    rb"BODY\.PEEK\[" + _SECTION + rb"\]" + _PARTIAL + rb")"
)
_NUMBERS = rb"\d{1,10}(?::\d{1,10})?(?:,\d{1,10}(?::\d{1,10})?){0,2000}"
_ALLOWED = tuple(
    re.compile(rb"%s %s" % (_TAG, form))
    for form in (
        rb"(?:CAPABILITY|NOOP|LOGOUT|COMPRESS DEFLATE)",
        rb'ID \((?:"[A-Za-z0-9 ._-]{1,60}" ?){1,20}\)',
        rb"LOGIN " + _WORD + rb" " + _WORD,
        rb"AUTHENTICATE (?:PLAIN|XOAUTH2|OAUTHBEARER)",
        rb"ENABLE [A-Z0-9= -]{1,100}",
        rb"LIST " + _WORD + rb" " + _WORD,
        rb"STATUS " + _WORD + rb" \([A-Z ]{1,100}\)",
        rb"EXAMINE " + _WORD,
        rb"UID SEARCH (?:ALL|UID " + _NUMBERS + rb")",
        rb"UID FETCH " + _NUMBERS + rb" \(" + _ITEM + rb"(?: " + _ITEM + rb"){0,12}\)",
    )
)
_ANSWER = re.compile(rb"[A-Za-z0-9+/]{4,8000}={0,2}")  # to a server's first challenge, after AUTHENTICATE
_GIVING_UP = re.compile(rb"(?:|\*|AQ==)")  # to its second one, which tells of a refusal (RFC 7628, section 3.2.3)


class Expected(StrEnum):
    """What may be said besides a command: after AUTHENTICATE a secret, and after that, once, that one gives up."""

    COMMAND = "command"
    ANSWER = "answer"
    GIVING_UP = "giving up"


class RefusedError(SourceError):
    """The program was about to send something that isn't plain reading: a fault of the program, caught in time."""


def check(line: bytes, *, expected: Expected = Expected.COMMAND) -> Expected:
    """Return what may follow; raise `RefusedError` unless `line` (CRLF at its end) is a command that only reads.

    While an answer to the server's question at login is expected, that is taken as well.
    """
    bare = line.removesuffix(b"\r\n")
    if expected is Expected.ANSWER and _ANSWER.fullmatch(bare) and len(line) <= MAX_LINE:
        return Expected.GIVING_UP
    if expected is not Expected.COMMAND and _GIVING_UP.fullmatch(bare):
        return Expected.COMMAND
    if len(line) > MAX_LINE or not any(form.fullmatch(bare) for form in _ALLOWED):
        words = bare.split(b" ")[1:3]
        if words[:1] in ([b"LOGIN"], [b"AUTHENTICATE"]):
            words = words[:1]  # a login's other words are secrets
        if expected is not Expected.COMMAND:
            words = [b"(an answer at login)"]
        raise RefusedError(f"refused to send a line that isn't plain reading: {b' '.join(words)[:40]!r}")
    return Expected.ANSWER if bare.split(b" ", 2)[1:2] == [b"AUTHENTICATE"] else Expected.COMMAND
