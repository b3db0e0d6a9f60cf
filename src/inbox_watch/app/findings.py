"""From readings to findings: opportunities with what the clock makes of them, and the one that a word names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from inbox_watch.app.settings import Settings
from inbox_watch.core.opportunity import cautions_of, gather
from inbox_watch.core.timing import Rhythms, judge, learn
from inbox_watch.core.types import Finding, Opportunity, Reading, Scan, State, Thread
from inbox_watch.core.word.apply import apply
from inbox_watch.errors import UsageError


def conclude(
    threads: Sequence[Thread], readings: Mapping[str, Reading], me: frozenset[str], settings: Settings
) -> tuple[tuple[Finding, ...], tuple[Opportunity, ...]]:
    """Return the opportunities with what the clock makes of them, the most pressing first, and those left out.

    The rhythms are learned from what was found, before any word of the user's: a word about one opportunity changes
    nothing about another.
    """
    found = gather(threads, readings, candidate=me)
    rhythms = learn(found, now=settings.now, calendar=settings.calendar, timing=settings.timing)
    words = [word for word in settings.words if word.is_known_at(settings.now)]
    applied = apply(found, words, candidate=me)
    without = {name: finding_of(one, rhythms, settings) for name, one in applied.without.items()}
    made = [replace(finding_of(one, rhythms, settings), without=without.get(one.id)) for one in applied.opportunities]
    return tuple(sorted(made, key=_pressing)), applied.left_out


def finding_of(opportunity: Opportunity, rhythms: Rhythms, settings: Settings) -> Finding:
    """Return an opportunity with what the clock makes of it at `settings.now`, and what looks odd in its mail."""
    return Finding(
        opportunity=opportunity,
        judgement=judge(
            opportunity, now=settings.now, calendar=settings.calendar, timing=settings.timing, rhythms=rhythms
        ),
        cautions=cautions_of(opportunity.entries),
    )


def _pressing(finding: Finding) -> tuple[int, float, str]:
    """Order: the most pressing first, those with nothing to do last; then by id."""
    order = list(State)
    actions = finding.judgement.actions
    state, due = min(((order.index(one.state), one.due.timestamp()) for one in actions), default=(len(order), 0.0))
    return state, due, finding.opportunity.id


def find(scan: Scan, word: str) -> Finding:
    """Return the one opportunity that `word` names: its id, the start of it, or a word of company, role or contact.

    Raises `UsageError` where none or several fit.
    """
    wanted = word.casefold().strip()
    if not wanted:
        raise UsageError("an empty word names no opportunity", advice="Give an id or a word of company or contact.")
    by_id = [one for one in scan.findings if one.opportunity.id.startswith((wanted, f"o-{wanted}"))]
    found = by_id or [one for one in scan.findings if wanted in _names(one)]
    if len(found) == 1:
        return found[0]
    if not found:
        _refuse_left_out(scan, wanted)
        raise UsageError(f'no opportunity fits "{word}"', advice="inbox-watch scan --all lists them with their ids.")
    named = ", ".join(f"{one.opportunity.id} ({one.opportunity.company or 'no company'})" for one in found[:8])
    more = f" and {len(found) - 8} more" if len(found) > 8 else ""
    raise UsageError(f'"{word}" fits {len(found)} opportunities: {named}{more}', advice="Give one of these ids.")


def _refuse_left_out(scan: Scan, wanted: str) -> None:
    gone = next((one for one in scan.left_out if one.id.startswith((wanted, f"o-{wanted}"))), None)
    if gone is not None:
        raise UsageError(
            f"{gone.id} is left out: you said that it isn't about recruiting",
            advice=f"inbox-watch correct {gone.id} --recruiting brings it back.",
        )


def _names(finding: Finding) -> str:
    found = finding.opportunity
    people = (part for contact in found.contacts for part in (contact.name, contact.address))
    return " ".join((found.company or "", found.role or "", *people)).casefold()


def has_due(scan: Scan) -> bool:
    """Say whether any action is due or overdue."""
    return any(action.state is not State.UPCOMING for one in scan.findings for action in one.judgement.actions)
