"""Mail between the candidate and a friend about a job: it stands in the job's thread, and is no part of its exchange.

The candidate forwards what was written to somebody outside, and they talk about it. Nothing that is said there was
said to the other side, or by it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from inbox_watch.core.opportunity.ends import LONGEST_READ, own_words
from inbox_watch.core.opportunity.sides import FORWARDED, addresses, organisation_of
from inbox_watch.core.types import Entry, Message

_MARK = re.compile(r"^\W{0,30}(?:forwarded message|begin forwarded message|weitergeleitete nachricht)\b", re.I | re.M)
_TEAM = re.compile(
    r"^(?:[a-z0-9]{1,20}[-_.])?(?:hr|jobs?|careers?|recruit\w{0,6}|hiring|talent|people|applications?|bewerbung\w{0,3}"
    r"|personal|info|office|team)(?:[-_.][a-z0-9]{1,20})?@"
)
_HIRES = re.compile(
    r"\b(?:your (?:application|interest in|candidacy)|thank(?:s| you) for (?:applying|your application|your interest)"
    r"|(?:our|my) (?:team|company|firm|client|office|hiring|hr|recruit\w{0,6}|vacanc\w{1,3}|position)"
    r"|(?:invite|interview|hire|offer|meet) you\b|you to (?:an? |the )?interview|we(?:'d| would| are| were|'re) (?:like"
    r"|love|pleased|looking|delighted|happy)|your (?:cv|resume|profile) (?:looks?|is|was|matches))\b"
)
_MOST_TOLD = 10  # what goes to more people at once is no talk with a friend


def without_asides(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries of a thread, in the order of time, without what was said to and by friends alone."""
    own = {_sender(entry.message) for entry in entries if entry.reading.from_candidate}
    friends = _friends(entries, own)
    return [entry for entry in entries if not _is_aside(entry, friends, own)] if friends else list(entries)


def _friends(entries: Sequence[Entry], own: set[str]) -> frozenset[str]:
    """Return the addresses to which the candidate forwarded the exchange, and which are none of the other side's.

    Not who was on the mails before, nor who is of their organisations, is named in their mails, or writes as one who
    hires.
    """
    found: set[str] = set()
    known: set[str] = set()
    for place, entry in enumerate(entries):
        every = {one.address for one in addresses(entry.message)}
        if place and len(every) <= _MOST_TOLD and _forwards(entry):
            found |= every - known
        elif not (entry.reading.from_candidate and every and every <= found) and _sender(entry.message) not in found:
            known |= every | {_sender(entry.message)} | {one.address for one in entry.message.reply_to}
    if not found - known:
        return frozenset()
    theirs = [entry for entry in entries if not entry.reading.from_candidate]
    homes = {home for one in known - own if (home := organisation_of(one))}
    return frozenset(one for one in found - known - own if _is_friend(one, theirs, homes))


def _forwards(entry: Entry) -> bool:
    if not entry.reading.from_candidate:
        return False
    return bool(FORWARDED.match(entry.message.subject) or _MARK.search(entry.message.text[:LONGEST_READ]))


def _sender(message: Message) -> str:
    return message.sender.address if message.sender else ""


def _is_friend(address: str, theirs: Sequence[Entry], homes: set[str]) -> bool:
    home = organisation_of(address)
    if (home is not None and home in homes) or _TEAM.match(address):
        return False
    label = (home or "").partition(".")[0].replace("-", "")
    others = [entry for entry in theirs if _sender(entry.message) != address]
    named = {"".join(entry.reading.company.lower().split()) for entry in others if entry.reading.company}
    if label and any(one.startswith(label) or label.startswith(one) for one in named if len(one) > 2):
        return False
    if any(address in entry.message.text[:20_000].lower() for entry in others):
        return False
    return not any(_hires(entry) for entry in theirs if _sender(entry.message) == address)


def _hires(entry: Entry) -> bool:
    return entry.reading.is_kind_shown or _HIRES.search(own_words(entry)) is not None


def _is_aside(entry: Entry, friends: frozenset[str], own: set[str]) -> bool:
    """Say whether a mail went between the candidate and friends alone: a referee may write to the other side too."""
    receivers = {one.address for one in addresses(entry.message)} - own
    if entry.reading.from_candidate:
        return bool(receivers) and receivers <= friends
    return _sender(entry.message) in friends and receivers <= friends
