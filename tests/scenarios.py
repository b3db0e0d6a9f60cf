"""The scenarios of `fixtures/emails/threads`: a folder of mails, and what must be said of them at several moments.

`expected.json` holds, for each moment, all opportunities (each named by a mail that it holds) with all their actions.
What the rules don't settle is left out, and not compared. Besides the fields of the scan's JSON: `due_on` (a day in the
candidate's zone), `from_between` (the first and the last moment allowed), `quote_has` and `parked_suggestion_has` (a
piece of the words), `also_contains` (further mails of the same opportunity) and `unsettled` (kinds that may stand there
or not).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from inbox_watch import app, nlp
from inbox_watch.core.types import Action, Finding, Message, Scores, SenderKind, Zones

THREADS = Path(__file__).parent.parent / "fixtures" / "emails" / "threads"


class GivenScorer:
    """Stands in for the model: says of each mail what `scores.json` says, so that only the rules are tested."""

    def __init__(self) -> None:
        self.given = json.loads((THREADS / "scores.json").read_text(encoding="utf-8"))

    def score(self, items: Iterable[tuple[Message, Zones, nlp.Context]]) -> Iterator[Scores]:
        """Yield the scores of each mail, in the order given. KeyError for a mail that isn't a scenario's."""
        for message, _, _ in items:
            given = self.given[message.message_id]
            yield Scores(
                recruiting=given["recruiting"],
                stages=((given["stage"], 1.0),),
                sender_kind=SenderKind(given["sender_kind"]),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One scenario at one moment, and the opportunities that must be found then."""

    name: str
    about: str
    folder: Path
    settings: app.Settings
    expected: tuple[Mapping[str, Any], ...]

    @property
    def label(self) -> str:
        """Return the scenario's name and the moment, to name a test."""
        return f"{self.name}@{self.settings.now.isoformat()}"


def moments() -> tuple[Moment, ...]:
    """Return every scenario at every moment, in the order of their names."""
    return tuple(moment for path in sorted(THREADS.glob("*/expected.json")) for moment in _of(path))


def found(moment: Moment, mails: Sequence[Path]) -> tuple[Finding, ...]:
    """Scan these mail files at the moment, each as a source of its own, in this order."""
    outcome = app.scan([app.file_source(path) for path in mails], moment.settings)
    assert not outcome.errors
    assert not [skipped for report in outcome.scan.sources for skipped in report.skipped]
    return outcome.scan.findings


def mails_of(folder: Path) -> list[Path]:
    """Return the folder's mail files."""
    return sorted(folder.glob("*.eml"))


def pairs(moment: Moment, findings: Sequence[Finding]) -> Iterator[tuple[Mapping[str, Any], Finding | None]]:
    """Yield each expected opportunity with the one that holds its mail, or None."""
    for wanted in moment.expected:
        yield wanted, next((one for one in findings if wanted["contains"] in _mails_in(one)), None)


def differences(moment: Moment, findings: Sequence[Finding]) -> list[str]:
    """Say in words all that differs from what is expected; an empty list where nothing does."""
    told = []
    if len(findings) != len(moment.expected):
        told.append(
            f"{len(findings)} opportunities, expected {len(moment.expected)}: {[_name(one) for one in findings]}"
        )
    holders = []
    for wanted, finding in pairs(moment, findings):
        if finding is None:
            told.append(f"no opportunity holds {wanted['contains']}")
            continue
        holders.append(finding.opportunity.id)
        told += [f"{_name(finding)}: {line}" for line in _of_opportunity(wanted, finding, moment)]
    if len(set(holders)) != len(holders):
        told.append("two opportunities were expected, and one holds the mails of both")
    return told


def settled(kinds: Mapping[str, Any], actions: Iterable[Action]) -> list[Action]:
    """Return the actions whose kind is settled at that moment."""
    return [action for action in actions if action.kind not in kinds.get("unsettled", ())]


def differs(wanted: Mapping[str, Any], action: Action, zone: Any) -> list[str]:
    """Say what differs between an expected action and one that was found."""
    is_now = {
        "kind": str(action.kind),
        "state": str(action.state),
        "basis": str(action.basis),
        "message_id": action.message_id,
        "due_on": action.due.astimezone(zone).date().isoformat(),
    }
    told = [
        f"{key} {is_now[key]}, expected {wanted[key]}" for key in is_now if key in wanted and wanted[key] != is_now[key]
    ]
    for key, value in (("from", action.from_), ("due", action.due)):
        if key in wanted and datetime.fromisoformat(wanted[key]) != value:
            told.append(f"{key} {value.astimezone(zone).isoformat()}, expected {wanted[key]}")
    if between := wanted.get("from_between"):
        first, last = map(datetime.fromisoformat, between)
        if not first <= action.from_ <= last:
            told.append(f"from {action.from_.astimezone(zone).isoformat()}, expected {between[0]} to {between[1]}")
    if (piece := wanted.get("quote_has")) and piece not in " ".join((action.quote or "").split()):
        told.append(f"quote {action.quote!r}, expected {piece!r} in it")
    return told


def _of(path: Path) -> Iterator[Moment]:
    told = json.loads(path.read_text())
    for at in told["moments"]:
        yield Moment(
            name=path.parent.name,
            about=told["about"],
            folder=path.parent,
            settings=app.Settings(
                now=datetime.fromisoformat(at["now"]),
                zone=ZoneInfo(told["tz"]),
                country=told["country"],
                me=frozenset(told["me"]),
            ),
            expected=tuple(at["opportunities"]),
        )


def _of_opportunity(wanted: Mapping[str, Any], finding: Finding, moment: Moment) -> Iterator[str]:
    judged = finding.judgement
    is_now = {"stage": str(finding.opportunity.stage), "turn": str(judged.turn), "parked": judged.parked}
    for key, value in is_now.items():
        if key in wanted and wanted[key] != value:
            yield f"{key} {value}, expected {wanted[key]}"
    if missing := set(wanted.get("also_contains", ())) - _mails_in(finding):
        yield f"does not hold {sorted(missing)}"
    if (piece := wanted.get("parked_suggestion_has")) is not None and piece not in (
        judged.parked_suggestion or "-"
    ).lower():
        yield f"parked_suggestion {judged.parked_suggestion!r}, expected {piece!r} in it"
    if "parked_suggestion_has" in wanted and not judged.parked_suggestion:
        yield "parked_suggestion is missing"
    yield from _of_actions(wanted, settled(wanted, judged.actions), moment)


def _of_actions(wanted: Mapping[str, Any], actions: list[Action], moment: Moment) -> Iterator[str]:
    left = list(actions)
    for action in wanted["actions"]:
        same = [one for one in left if one.kind == action["kind"]]
        if not same:
            yield f"{action['kind']} is missing"
            continue
        nearest = min(same, key=lambda one: len(differs(action, one, moment.settings.zone)))
        left.remove(nearest)
        for line in differs(action, nearest, moment.settings.zone):
            yield f"{action['kind']}: {line}"
    for one in left:
        yield f"{one.kind} is too many (due {one.due.isoformat()}, {one.state}, quote {one.quote!r})"


def _mails_in(finding: Finding) -> set[str]:
    return {entry.message.message_id for entry in finding.opportunity.entries}


def _name(finding: Finding) -> str:
    return f"{finding.opportunity.company or '?'} / {finding.opportunity.role or '?'} ({finding.opportunity.id})"
