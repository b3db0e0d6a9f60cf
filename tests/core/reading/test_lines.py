"""Every sentence of fixtures/reading.jsonl says exactly what is written beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from inbox_watch.core.types import Reading
from tests.core.reading.mails import lines, read_line

LINES = lines()


def moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def faults(line: dict[str, Any], got: Reading) -> Iterator[str]:
    """Yield what is wrong in one reading, in words."""
    if "asks" in line:
        asks = {ask.kind.value: ask.due for ask in got.asks}
        if asks != {kind: moment(due) for kind, due in line["asks"].items()}:
            yield f"asks {asks} instead of {line['asks']}"
    if "promises" in line:
        latest = [promise.latest for promise in got.promises]
        if latest != [moment(due) for due in line["promises"]]:
            yield f"promises {latest} instead of {line['promises']}"
    if "about" in line:
        about = [promise.about for promise in got.promises]
        if about != line["about"]:
            yield f"promises about {about} instead of {line['about']}"
    if not set(line.get("acts", ())) <= {act.value for act in got.acts}:
        yield f"acts {sorted(got.acts)} instead of {line['acts']}"
    if "appointments" in line:
        found = [(a.start, a.status.value, a.what) for a in got.appointments]
        if found != [(moment(a["start"]), a["status"], a["what"]) for a in line["appointments"]]:
            yield f"appointments {found} instead of {line['appointments']}"


def test_there_are_at_least_three_hundred_lines_and_a_hundred_and_twenty_of_them_say_nothing() -> None:
    silent = [x for x in LINES if not any(x.get(key) for key in ("asks", "promises", "acts", "appointments"))]
    assert len(LINES) >= 300
    assert len(silent) >= 120


@pytest.mark.parametrize("line", LINES, ids=[line["id"] for line in LINES])
def test_a_line_says_what_is_written_beside_it(line: dict[str, Any]) -> None:
    assert list(faults(line, read_line(line))) == [], line["text"]
