"""A draft: the words of a mail, whom it goes to, and where it belongs."""

from __future__ import annotations

from dataclasses import dataclass

from inbox_watch.core.types import ActionKind, Address


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A mail that isn't sent. A paragraph of `body` is one line; `body` has no empty line at its end.

    `template` names the template that it was made from. `in_reply_to` is None where there is no thread with `to`.
    `call` are the lines for a call, and `phone` the number; both empty where none is known. `sender` is None where the
    candidate's address isn't known.
    """

    kind: ActionKind
    template: str
    to: Address
    sender: Address | None
    subject: str
    body: str
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    phone: str = ""
    call: tuple[str, ...] = ()
