"""Mail that no person wrote, or that went to many; and until when an out-of-office answer says its writer is away.

Sources: RFC 3834 (Auto-Submitted), RFC 3464 (delivery status), RFC 2369 and 2919 (list headers). Headers are what the
sender claims: they say how a mail was made, never that it is unimportant.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from inbox_watch.core import shared_senders
from inbox_watch.core.reading.sentences import flatten, split_sentences
from inbox_watch.core.types import Message, Window, ZoneKind, Zones

_OUT_OF_OFFICE_SUBJECT = re.compile(
    r"^(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response|antwort)|autoreply|auto:|out of "
    r"(?:the )?office|ooo\b|away (?:from|until|on)|on (?:annual |maternity |parental |sick )?leave|on "
    r"(?:holiday|vacation)|abwesend|abwesenheit|automatische antwort|ich bin (?:nicht|im)|urlaub"
    r"|réponse automatique|reponse automatique|absen[ct]e|absent|respuesta autom[aá]tica|fuera de "
    r"(?:la )?oficina|risposta automatica|fuori (?:sede|ufficio)|automatisch antwoord|afwezig"
    r"|resposta autom[aá]tica|frånvaro|autosvar|automatisk|odpowiedź automatyczna)"
)
_OUT_OF_OFFICE = re.compile(
    r"\b(?:i(?:'m| am| will be|'ll be)?(?: currently| now| away and)? (?:out of (?:the )?office|ooo|on "
    r"(?:annual |maternity |parental |paternity |sick |extended )?leave|on (?:holiday|vacation|pto)"
    r"|away (?:from|until|till|on|and|with)|travelling with limited)|currently (?:out of (?:the )?office"
    r"|on (?:annual )?leave|away)|limited access to (?:my )?e-?mail|will (?:respond|reply|answer)(?: to "
    r"(?:your|all) (?:e-?mails?|messages?))? (?:when i|on my|upon my|as soon as i) (?:return|get back)"
    r"|back in (?:the )?office|nicht im (?:büro|haus)|bin (?:ich )?(?:derzeit|zurzeit|momentan|bis|ab"
    r"|wieder|vom)|wieder (?:erreichbar|im büro|da)|im urlaub|absent(?:e)? (?:du|jusqu)|de retour"
    r"|fuera de la oficina|fuori ufficio)\b"
)
_BOUNCE_SUBJECT = re.compile(
    r"\b(?:undeliver(?:able|ed)|delivery (?:status notification|has failed|failure|incomplete)"
    r"|mail delivery (?:failed|subsystem|failure)|returned (?:mail|to sender)|failure notice"
    r"|unzustellbar|non remis|message not delivered|could not be delivered|address not found)\b"
)
_BOUNCE_LOCAL = re.compile(r"^(?:mailer-daemon|postmaster|mail-daemon|bounce)")
_NO_REPLY = re.compile(
    r"^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|noreply|notifications?|notify|alerts?|mailer"
    r"|automailer|auto|system|candidate-?alert|jobalerts?|job-alerts?|news|newsletter|updates?"
    r"|info-noreply|notification|bounce\w{0,12}|postmaster)(?:[-_.+]|$)|(?:no-?reply|donotreply)"
)
_PERSON_WRITES = frozenset({"inmail-hit-reply", "hit-reply", "messaging-digest-noreply", "messages-noreply", "inmail"})
_BULK_PRECEDENCE = frozenset({"bulk", "list", "junk"})
_BULK_HEADERS = (
    "list-id",
    "list-unsubscribe",
    "x-campaign",
    "x-mailchimp-id",
    "feedback-id",
    "list-post",
    "x-csa-complaints",
    "x-mailgun-tag",
)
_AUTOMATIC_HEADERS = ("x-autoreply", "x-autorespond", "x-auto-response")
_SAYS_SO = re.compile(
    r"\b(?:this is an? (?:automated|automatic|auto-generated|system)|automatically generated"
    r"|auto-?generated|do not reply to this|please don't reply to this|not monitored|unmonitored"
    r"|automated (?:message|e-?mail|response)|automatisch (?:erstellt|generiert))\b"
)
_AWAY = re.compile(
    r"\b(?:back|return(?:ing|s)?|until|till|through|to|wieder|bis|ab|retour|jusqu'au|hasta|zurück"
    r"|available again|away|out|leave|holiday|vacation|resum\w{1,4}|reachable)\b"
)
_RETURN_BY = re.compile(
    r"\b(?:back|return(?:ing|s)?|resum\w{1,4}|available again|reachable again|wieder|zurück|ab|de retour"
    r"|respond|reply)\b[^.!?;]{0,40}$"
)
_THROUGH = re.compile(r"\b(?:through|thru|up to and including|inclusive|including|einschließlich|bis einschließlich)\b")
_UNTIL = re.compile(r"\b(?:until|till|bis|jusqu|hasta|fino)\b")
_TO = re.compile(r"\b(?:from|between|vom|-)\b")
_LONGEST_AWAY = timedelta(days=400)


def is_bulk(message: Message) -> bool:
    """Say whether a mail's headers show that it went to many."""
    precedence = (message.header("precedence") or "").strip().lower()
    return (
        precedence in _BULK_PRECEDENCE
        or any(message.header(name) for name in _BULK_HEADERS[:2])
        or any(message.header(name) for name in _BULK_HEADERS[2:4])
    )


def is_bounce(message: Message) -> bool:
    """Say whether a mail reports that another mail could not be delivered."""
    local = message.sender.address.partition("@")[0] if message.sender else ""
    if _BOUNCE_LOCAL.match(local) and (_BOUNCE_SUBJECT.search(flatten(message.subject)) or local.startswith("mailer")):
        return True
    return any(a.media_type == "message/delivery-status" for a in message.attachments)


def is_out_of_office(message: Message, text: str) -> bool:
    """Say whether a mail is an out-of-office answer, by its headers and subject, or by its words where it is short."""
    subject = flatten(message.subject)
    if _OUT_OF_OFFICE_SUBJECT.match(subject):
        return True
    answered = (message.header("auto-submitted") or "").lower().startswith("auto-replied") or (
        message.header("precedence") or ""
    ).lower() == "auto_reply"
    words = _OUT_OF_OFFICE.search(flatten(text[:1500]))
    return words is not None and (
        answered
        or any(message.header(name) for name in _AUTOMATIC_HEADERS)
        or message.header("x-auto-response-suppress") is not None
    )


def may_promise(message: Message, text: str) -> bool:
    """Say whether an automatic answer is a receipt, whose word of when they answer counts; who is away gives none."""
    return not is_bounce(message) and _OUT_OF_OFFICE.search(flatten(text[:1500])) is None


def is_automatic(message: Message, zones: Zones) -> bool:
    """Say whether no person wrote this mail: an automatic answer, a bounce, a receipt, a notice, a mail to many."""
    submitted = (message.header("auto-submitted") or "no").strip().lower()
    if not submitted.startswith("no") or (message.header("precedence") or "").lower() == "auto_reply":
        return True
    if (
        any(message.header(name) for name in _AUTOMATIC_HEADERS)
        or is_bounce(message)
        or is_out_of_office(message, zones.new)
    ):
        return True
    return _is_notice(message, zones)


def _is_notice(message: Message, zones: Zones) -> bool:
    address = message.sender.address if message.sender else ""
    local = address.partition("@")[0]
    if local in _PERSON_WRITES:
        return False
    if _NO_REPLY.search(local):
        return not _is_behind_reply_to(message)
    kind = shared_senders.kind_of(address)
    if kind in {"job_board", "scheduler", "assessment", "esp"}:
        return True
    told = (
        zones.new[-600:]
        + " ".join(z.text for z in zones.zones if z.kind in {ZoneKind.AUTOMATIC, ZoneKind.FOOTER})[:1500]
    )
    return is_bulk(message) or _SAYS_SO.search(flatten(told)) is not None


def _is_behind_reply_to(message: Message) -> bool:
    """Say whether the sender's name is that of a person who has answers sent to an address of their own."""
    name = flatten(message.sender.name) if message.sender else ""
    words = re.findall(r"[^\W\d_]{2,}", name.partition(" via ")[0])
    own = [a for a in message.reply_to if not _NO_REPLY.search(a.address.partition("@")[0])]
    return len(words) >= 2 and any(
        words[-1] in a.address.partition("@")[0] or flatten(a.name).startswith(" ".join(words[:2])) for a in own
    )


def away_until(text: str, windows: tuple[Window, ...], written: datetime | None) -> datetime | None:
    """Return the day on which an out-of-office writer is back, at the start of that day; None where none is named.

    "back on the 7th" and "until 7 January" mean the 7th, "through the 7th" the 8th. A stretch ("from 2 to 6 April")
    ends on its last day: back on the next one. Of several dates, the latest counts.
    """
    if written is None:
        return None
    days = [day for window in windows if (day := _return_day(text, window)) is not None]
    ahead = [day for day in days if written - timedelta(days=1) < day < written + _LONGEST_AWAY]
    return max(ahead, default=None)


def _return_day(text: str, window: Window) -> datetime | None:
    low = flatten(text)
    sentence = next((s.low for s in split_sentences(text) if s.start <= window.start < s.end), low)
    before = low[max(0, window.start - 60) : window.start]
    quote = flatten(window.quote)
    if not _AWAY.search(sentence):
        return None
    last = window.latest
    midnight = last.replace(hour=0, minute=0, second=0, microsecond=0)
    near = before[-25:] + quote
    if _RETURN_BY.search(before) or quote.startswith("ab "):
        return (
            window.earliest.replace(hour=0, minute=0, second=0, microsecond=0)
            if window.is_point or (window.earliest.date() != last.date() and not _UNTIL.search(near))
            else midnight
        )
    if _THROUGH.search(quote):  # the grammar has already gone on to the next day
        return midnight
    if _UNTIL.search(near) and not _TO.search(near):
        return midnight
    if window.is_point and not _UNTIL.search(near):
        return midnight + timedelta(days=1)
    return midnight if _UNTIL.search(near) else midnight + timedelta(days=1)
