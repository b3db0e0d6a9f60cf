"""What the user says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inbox_watch.core.types.mail import Message
from inbox_watch.core.types.terms import ActionKind, SenderKind


class Said(StrEnum):
    """What a word of the user's says. It beats everything that was read."""

    DONE = "done"
    SNOOZE = "snooze"
    MUTE = "mute"
    RECRUITING = "recruiting"
    NOT_RECRUITING = "not_recruiting"
    STAGE = "stage"
    COMPANY = "company"
    ROLE = "role"
    CONTACT = "contact"
    SENDER_KIND = "sender_kind"
    JOIN = "join"
    SPLIT = "split"


_OF_A_MOMENT = frozenset({Said.DONE, Said.SNOOZE, Said.STAGE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One thing that the user said, at the moment `said`.

    `number` gives the order: of two that contradict, the later one wins. `anchors` are the keys of the mails that the
    opportunity held then; it is found again by them, whatever became of its id. `newest` is when the last of them was
    sent. `at` is when something was done. `others` are the keys of what is joined or split off, `actions` what is done
    or put off (`until`). `value` is the stage, company, role, address or Message-ID; `name` and `sender_kind` belong to
    a contact. `opportunity` and `title` are how it was called then, for lists.
    """

    number: int = 0
    kind: Said
    said: datetime
    at: datetime
    anchors: tuple[str, ...] = ()
    newest: datetime | None = None
    others: tuple[str, ...] = ()
    actions: tuple[ActionKind, ...] = ()
    until: datetime | None = None
    value: str = ""
    name: str = ""
    sender_kind: SenderKind | None = None
    opportunity: str = ""
    title: str = ""

    def is_known_at(self, moment: datetime) -> bool:
        """Say whether it counts at a moment: what was done, put off or reached begins then; the rest was always so."""
        return self.kind not in _OF_A_MOMENT or self.at <= moment

    def knew(self, message: Message) -> bool:
        """Say whether a mail was there when the user spoke: one of those, or one of before the last of them."""
        if self.newest is not None and message.instant is not None:
            return message.instant <= self.newest
        return message.key in self.anchors
