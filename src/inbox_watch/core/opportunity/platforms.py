"""Which test a platform's mail is about: the one whose link led to that platform, as the mail itself names it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from inbox_watch.core import shared_senders
from inbox_watch.core.opportunity.evidence import LONGEST_TEXT, Clues
from inbox_watch.core.opportunity.naming import is_same_role, normal_company
from inbox_watch.core.opportunity.sides import writes_in_person
from inbox_watch.core.types import Act, ActionKind, Entry, Stage

_HOST = re.compile(r"https?://([a-z0-9.-]{4,253})", re.IGNORECASE)
_MOST_LINKS = 50
# The latest tests on one platform that a mail of its may mean: hostile mail may hold thousands.
_MOST_TESTS = 50
_WORD = re.compile(r"[^\W_]+(?:[+#]{1,2})?")


def with_tests(clues: Sequence[Clues], held: Sequence[Sequence[Entry]]) -> list[Clues]:
    """Return the clues with a tie between a test and what its platform writes of it in a thread of its own.

    `held` are the entries of each thread. A platform that writes for several tests is tied to the one whose company and
    role its mail names; where that leaves several, to none.
    """
    tests: dict[str, list[int]] = defaultdict(list)
    for place, entries in enumerate(held):
        for home in _platforms_of_tests(entries):
            tests[home].append(place)
    found = list(clues)
    for place, entries in enumerate(held) if tests else ():
        platform = _platform(entries)
        every = tests.get(platform or "", [])
        places = every[max(0, (end := bisect_left(every, place)) - _MOST_TESTS) : end]
        if platform is None or not places:
            continue
        found[place] = _without_brand(found[place], platform)
        test = _meant(found[place], _told(entries), [found[one] for one in places])
        if test is not None:
            key = frozenset({f"{platform} {test.thread.id}"})
            other = next(one for one in places if found[one].thread.id == test.thread.id)
            found[place] = replace(found[place], tests=found[place].tests | key)
            found[other] = replace(found[other], tests=found[other].tests | key)
    return found


def _platforms_of_tests(entries: Sequence[Entry]) -> frozenset[str]:
    """Return the domains to which the candidate is sent for a test: those of its links, and a platform's own."""
    found: set[str] = set()
    for entry in entries:
        sender = entry.message.sender
        if sender is None or not any(ask.kind is ActionKind.COMPLETE_ASSESSMENT for ask in entry.reading.asks):
            continue
        home = shared_senders.domain_of(sender.address)
        hosts = _HOST.findall(entry.message.text[:LONGEST_TEXT])[:_MOST_LINKS]
        found.update({shared_senders.registrable_domain(host) for host in hosts} - {home})
        found.update(() if writes_in_person(entry.reading) else (home,))
    return frozenset(found)


def _platform(entries: Sequence[Entry]) -> str | None:
    """Return the domain of the test platform that alone writes in a thread; None where somebody else does."""
    theirs = [entry for entry in entries if not entry.reading.from_candidate]
    senders = [entry.message.sender.address for entry in theirs if entry.message.sender]
    homes = {shared_senders.domain_of(sender) for sender in senders}
    if len(homes) != 1 or any(writes_in_person(entry.reading) for entry in theirs):
        return None
    kinds = {shared_senders.kind_of(sender) for sender in senders}
    speaks_of_test = any(
        Act.HAS_ASSESSMENT in one.reading.acts or one.reading.signal is Stage.ASSESSMENT for one in theirs
    )
    if kinds == {"assessment"} or (kinds == {None} and speaks_of_test):
        return homes.pop()
    return None


def _without_brand(clues: Clues, platform: str) -> Clues:
    """Return the clues without the platform's own name as the company: it tests for others."""
    brand = normal_company(platform.partition(".")[0].replace("-", " "))
    company = "" if clues.company == brand else clues.company
    return replace(clues, company=company, companies=clues.companies - {brand})


def _told(entries: Sequence[Entry]) -> str:
    theirs = [entry.message for entry in entries if not entry.reading.from_candidate]
    return "\n".join(f"{one.subject[:500]}\n{one.text[:LONGEST_TEXT]}" for one in theirs[:5]).lower()


def _meant(mail: Clues, told: str, tests: Sequence[Clues]) -> Clues | None:
    """Return the test that a platform's mail means: of the company, then of the role that it names, if it names any."""
    words = _WORD.findall(told)
    said = {"".join(words[place : place + count]) for count in (1, 2, 3) for place in range(len(words))}
    left = [one for one in tests if one.companies & said] or list(tests)
    if len(left) > 1:
        left = [one for one in left if one.role and _names_role(mail, one, set(words))] or left
    is_one = len({(one.company, one.role) for one in left}) == 1
    return left[-1] if is_one else None


def _names_role(mail: Clues, test: Clues, words: set[str]) -> bool:
    return is_same_role(test.role, mail.role) if mail.role else test.role <= words
