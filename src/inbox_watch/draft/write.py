"""From an action to a draft: which template, whom it goes to, in which thread."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from inbox_watch.core.opportunity.sides import addresses, is_no_person
from inbox_watch.core.types import Action, ActionKind, Address, Basis, Finding, Opportunity, State
from inbox_watch.draft.letter import Draft
from inbox_watch.draft.people import person_name, register
from inbox_watch.draft.place import is_plain_address, own_address, place_of, recipient
from inbox_watch.draft.plain import has_link, plain
from inbox_watch.draft.said import request_entries
from inbox_watch.draft.slots import ask_of, entry_of, slots_of
from inbox_watch.draft.templates import fill
from inbox_watch.errors import UsageError

# What may be said with --say, by kind; the first is said where nothing is given.
SAYINGS: Mapping[ActionKind, tuple[str, ...]] = {
    ActionKind.ANSWER_OFFER: ("ask", "accept", "decline"),
    ActionKind.COMPLETE_ASSESSMENT: ("done", "later"),
    ActionKind.CONFIRM: ("accept", "later"),
    ActionKind.REPLY: ("accept", "decline"),  # to an approach
}
ASKED_BEFORE = ("request_update", "request_update_again", "request_update_last")
_BOOKS = re.compile(r"\b(?:book|pick|choose|select|schedule|reserve|grab|find)\b", re.IGNORECASE)
_LINK_AFTER = 300


def write(
    finding: Finding,
    action: Action | None,
    *,
    candidate: Sequence[str],
    now: datetime,
    folder: Path | None = None,
    say: str | None = None,
    own_name: str = "",
) -> Draft:
    """Return a draft for one action of a finding; None stands for the last request, where it is parked.

    `now` is in the candidate's zone. `folder` may hold the user's own templates. Raises `UsageError` where nobody can
    be written to or `say` doesn't fit, `ConfigError` for a broken template. What lies ahead is worded for the day on
    which it is due. `own_name` is the candidate's name, for a thread in which they haven't signed yet.
    """
    opportunity = finding.opportunity
    wanted = action or _last_request(opportunity, now)
    to = _recipient(opportunity, wanted)
    template = _template(opportunity, wanted, say, now, is_last=action is None)
    together = [one for one in finding.judgement.actions if one.kind is wanted.kind and _is_to(one, to)]
    together = [wanted, *(one for one in together if one is not wanted and one.kind in _TAKEN_TOGETHER)]
    if template.startswith("approach"):
        together = [wanted]
    manner = register(opportunity.entries, to, own_name)
    sent = max(now, wanted.from_.astimezone(now.tzinfo))
    filled = fill(template, slots_of(opportunity, together, to, manner, sent), folder)
    place = place_of(opportunity, to, wanted.message_id)
    phone = next((one.phone for one in opportunity.contacts if one.address == to.address and one.phone), "")
    name = manner.own_name if not manner.own_name.startswith("[") else ""
    return Draft(
        kind=wanted.kind,
        template=template,
        to=recipient(to),
        sender=own_address(opportunity.entries, to, candidate, name),
        subject=f"Re: {place.subject}" if place.subject else filled.subject,
        body=filled.body,
        in_reply_to=place.in_reply_to,
        references=place.references,
        phone=plain(phone, limit=30),
        call=filled.call,
    )


_TAKEN_TOGETHER = (ActionKind.REPLY, ActionKind.SEND_DOCUMENTS)


def sayings(draft: Draft) -> tuple[str, ...]:
    """Return what may be said with `say` in such a draft; the first is said where nothing is given."""
    return SAYINGS.get(draft.kind, ()) if draft.template != "reply" else ()


def _is_to(action: Action, to: Address) -> bool:
    return action.to is not None and action.to.address == to.address


def _recipient(opportunity: Opportunity, action: Action) -> Address:
    """Return whom to write to. Raises `UsageError` where that is nobody; it names a number where one is known."""
    to = action.to
    if to is not None and is_plain_address(to.address) and not is_no_person(to.address):
        return to
    phone = next((one for one in opportunity.contacts if one.phone), None)
    if phone is not None:
        advice = f"Call {person_name(phone.name) or 'them'} on {plain(phone.phone, limit=30)}."
    elif action.kind is ActionKind.COMPLETE_ASSESSMENT:
        advice = "Hand it in where the mail says; nobody waits for an answer by mail."
    else:
        advice = "Answer where they wrote to you, or name a person with inbox-watch correct ID --contact ADDRESS."
    raise UsageError("nobody is known who could be written to", advice=advice)


def _template(opportunity: Opportunity, action: Action, say: str | None, now: datetime, *, is_last: bool) -> str:
    ask, kind = ask_of(opportunity, action), action.kind
    choices: tuple[str, ...] = ()
    if kind is ActionKind.REQUEST_UPDATE:
        chosen = ASKED_BEFORE[2 if is_last else min(len(request_entries(opportunity, now)), 2)]
    elif kind is ActionKind.SEND_AVAILABILITY and _has_booking_link(opportunity, action):
        chosen = "book"
    elif kind is ActionKind.REPLY and ask is not None and ask.is_approach:
        chosen, choices = "approach", SAYINGS[kind]
    elif kind is ActionKind.REPLY:
        chosen = "reply"
    else:
        chosen, choices = kind.value, SAYINGS.get(kind, ())
    if say is not None and say not in choices:
        allowed = f"Give --say {' or '.join(choices)}." if choices else "Leave --say out."
        raise UsageError(f"--say {say} doesn't fit {kind.value.replace('_', ' ')}", advice=allowed)
    if not choices:
        return chosen
    said = say or choices[0]
    return f"{chosen}_{said}"


def _has_booking_link(opportunity: Opportunity, action: Action) -> bool:
    """Say whether they sent a link to book a time: in the words that ask, or right after them."""
    entry, quote = entry_of(opportunity, action), action.quote or ""
    if entry is None or not quote or not _BOOKS.search(quote):
        return False
    text = entry.message.text
    start = text.find(quote)
    return has_link(text[start : start + len(quote) + _LINK_AFTER] if start >= 0 else quote)


def _last_request(opportunity: Opportunity, now: datetime) -> Action:
    """Return the request that is left where two got no answer: to whom the last one went."""
    requests = request_entries(opportunity, now)
    reachable = {one.address: one for one in opportunity.contacts if one.is_reachable}
    asked = (one for entry in reversed(requests) for one in addresses(entry.message) if one.address in reachable)
    contact = next((reachable[one.address] for one in asked), next(iter(reachable.values()), None))
    return Action(
        kind=ActionKind.REQUEST_UPDATE,
        to=Address(name=contact.name, address=contact.address) if contact else None,
        from_=now,
        due=now,
        state=State.DUE,
        basis=Basis.DEFAULT,
        reason="Two requests got no answer.",
        message_id=requests[-1].message.message_id if requests else "",
    )
