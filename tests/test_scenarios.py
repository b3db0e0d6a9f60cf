"""Every scenario of the clock, at each of its moments, through the whole program but the model."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from inbox_watch import nlp
from inbox_watch.core.types import Finding
from tests.scenarios import GivenScorer, Moment, differences, found, mails_of, moments

MOMENTS = moments()


@pytest.fixture(scope="module", autouse=True)
def _given_scores() -> Iterator[None]:
    """Hold the rules, not the model: how often both together are right is measured by `make evaluate`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nlp, "load", GivenScorer)
        yield


def test_there_are_scenarios_with_several_moments_each() -> None:
    names = [moment.name for moment in MOMENTS]
    assert len(set(names)) >= 84
    assert all(names.count(name) >= 2 for name in set(names))


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: moment.label)
def test_a_scenario_at_a_moment(moment: Moment) -> None:
    told = differences(moment, found(moment, mails_of(moment.folder)))
    assert not told, "\n".join((moment.about, *told))


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: moment.label)
def test_line_ends_and_the_order_of_files_change_nothing(moment: Moment, tmp_path: Path) -> None:
    mails = mails_of(moment.folder)
    plain = found(moment, mails)
    shuffled = [_with_crlf(path, tmp_path) for path in mails]
    random.Random(moment.label).shuffle(shuffled)
    assert _said(found(moment, shuffled)) == _said(plain)
    assert _said(found(moment, [tmp_path])) == _said(plain)


def _with_crlf(path: Path, folder: Path) -> Path:
    data = path.read_bytes()
    assert b"\r" not in data
    copy = folder / path.name
    copy.write_bytes(data.replace(b"\n", b"\r\n"))
    return copy


def _said(findings: tuple[Finding, ...]) -> list[object]:
    """Return all that the program says of what it found, but where the mail came from."""
    return [
        (
            one.opportunity.id,
            one.opportunity.company,
            one.opportunity.role,
            one.opportunity.stage,
            one.opportunity.stage_evidence,
            one.opportunity.contacts,
            one.opportunity.appointments,
            [thread.id for thread in one.opportunity.threads],
            one.judgement,
        )
        for one in findings
    ]
