"""Precision and recall of what is owed, and of the update requests, by kind, over all scenarios at all moments.

Run from the project's folder: `python -m benchmarks.scenarios` (with `--failed`, the names of the scenarios that fail
as well; with `--given`, the model's part is given by `scores.json`, so that the rules alone are measured). An action
counts as found where kind and due date fit (the same minute, or the same day where only the day is settled); the
right half counts the kind alone. The mail is written from the rules and plainly worded: the figures are about the
clock, not about mail in the wild.
"""

from __future__ import annotations

import functools
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from tests.scenarios import GivenScorer, Moment, differences, found, mails_of, moments, pairs, settled

from inbox_watch import nlp
from inbox_watch.core.types import Action, ActionKind

MINUTE = timedelta(minutes=1)
Fits = Callable[[Mapping[str, Any], Action, Moment], bool]


def main() -> None:
    """Print a table: for each kind how many are expected, and precision and recall by date and by kind alone."""
    nlp.load = GivenScorer if "--given" in sys.argv else functools.cache(nlp.load)  # once, not for each scan
    by_date, by_kind, right, names = Counter[str](), Counter[str](), 0, {}
    every = moments()
    for moment in every:
        findings = found(moment, mails_of(moment.folder))
        ok = not differences(moment, findings)
        right += ok
        names[moment.name] = names.get(moment.name, True) and ok
        sides = list(_sides(moment, findings))
        by_date.update(_counted(sides, moment, _same_date))
        by_kind.update(_counted(sides, moment, _same_kind))
    print(f"scenarios {sum(names.values())}/{len(names)} right, moments {right}/{len(every)} right")
    print(f"{'kind':<20} {'expected':>8} {'precision':>9} {'recall':>7}   {'kind alone':>10} {'recall':>7}")
    kinds = [str(kind) for kind in ActionKind]
    owed = [kind for kind in kinds if kind != ActionKind.REQUEST_UPDATE]
    for label, group in [("all owed", owed), *((kind, [kind]) for kind in kinds)]:
        _row(label, group, by_date, by_kind)
    if "--failed" in sys.argv:
        print("\n".join(name for name, ok in names.items() if not ok))


def _row(label: str, kinds: Sequence[str], *counts: Counter[str]) -> None:
    expected = sum(counts[0][f"{kind} expected"] for kind in kinds)
    figures = []
    for count in counts:
        hit, said = (sum(count[f"{kind} {what}"] for kind in kinds) for what in ("hit", "said"))
        figures += [_share(hit, said), _share(hit, expected)]
    print(f"{label:<20} {expected:>8} {figures[0]:>9} {figures[1]:>7}   {figures[2]:>10} {figures[3]:>7}")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def _sides(moment: Moment, findings: Any) -> Iterator[tuple[Sequence[Mapping[str, Any]], list[Action]]]:
    """Yield expected and found actions for each opportunity; one that nobody expected has no expected actions."""
    seen = set()
    for wanted, finding in pairs(moment, findings):
        if finding is None or finding.opportunity.id in seen:
            yield wanted["actions"], []
            continue
        seen.add(finding.opportunity.id)
        yield wanted["actions"], settled(wanted, finding.judgement.actions)
    for finding in findings:
        if finding.opportunity.id not in seen:
            yield [], list(finding.judgement.actions)


def _counted(
    sides: Sequence[tuple[Sequence[Mapping[str, Any]], list[Action]]], moment: Moment, fits: Fits
) -> Counter[str]:
    count = Counter[str]()
    for wanted, actions in sides:
        left = list(actions)
        count.update(f"{action.kind} said" for action in actions)
        for one in wanted:
            count[f"{one['kind']} expected"] += 1
            hit = next((action for action in left if fits(one, action, moment)), None)
            if hit:
                left.remove(hit)
                count[f"{one['kind']} hit"] += 1
    return count


def _same_kind(wanted: Mapping[str, Any], action: Action, moment: Moment) -> bool:
    return bool(action.kind == wanted["kind"])


def _same_date(wanted: Mapping[str, Any], action: Action, moment: Moment) -> bool:
    if action.kind != wanted["kind"]:
        return False
    if "due" in wanted:
        return abs(datetime.fromisoformat(wanted["due"]) - action.due) < MINUTE
    if "due_on" in wanted:
        return action.due.astimezone(moment.settings.zone).date().isoformat() == wanted["due_on"]
    if "from_between" in wanted:
        first, last = map(datetime.fromisoformat, wanted["from_between"])
        return first <= action.from_ <= last
    return "from" not in wanted or abs(datetime.fromisoformat(wanted["from"]) - action.from_) < MINUTE


if __name__ == "__main__":
    main()
