"""Which later threads go on about the other role that an exchange turned to, when its first one was gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from inbox_watch.core.opportunity.evidence import Clues
from inbox_watch.core.opportunity.naming import is_same_role


def with_turns(clues: Sequence[Clues]) -> list[Clues]:
    """Return the clues with a tie between an exchange that turned to another role, and later threads about that role.

    They have a person or the company in common. Of several such exchanges, the latest is meant.
    """
    found = list(clues)
    turned = [place for place, one in enumerate(clues) if one.turned]
    for place, one in enumerate(clues) if turned else ():
        before = [former for former in turned[-50:] if former < place and _goes_on(clues[former], one)]
        if before:
            key = frozenset({clues[before[-1]].thread.id})
            found[place] = replace(found[place], turns=found[place].turns | key)
            found[before[-1]] = replace(found[before[-1]], turns=found[before[-1]].turns | key)
    return found


def _goes_on(former: Clues, later: Clues) -> bool:
    if not later.role or not is_same_role(former.turned, later.role):
        return False
    return bool(former.people & later.people or former.companies & later.companies)
