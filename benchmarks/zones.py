"""How well the zones find the newly written text. Usage: python benchmarks/zones.py FILE.jsonl [--show]

Each line of the file: {"id": …, "text": …, "expected_reply": …}. Data sets disagree on whether a signature
belongs to the reply, so both readings are printed; "best" takes for each mail the reading that its data set uses.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

from inbox_watch.core.types import ZoneKind
from inbox_watch.core.zones import split

READINGS = {
    "new": {ZoneKind.NEW},
    "new + signature": {ZoneKind.NEW, ZoneKind.SIGNATURE},
    "all but quoted": {ZoneKind.NEW, ZoneKind.SIGNATURE, ZoneKind.FOOTER, ZoneKind.AUTOMATIC},
}


def tokens(text: str) -> list[str]:
    """Return the words, whitespace aside."""
    return re.split(r"\s+", text.strip()) if text.strip() else []


def f1(found: list[str], wanted: list[str]) -> float:
    """Return the harmonic mean of precision and recall over words, counted with their number."""
    shared = sum((Counter(found) & Counter(wanted)).values())
    return 2 * shared / (len(found) + len(wanted)) if found or wanted else 1.0


def main(path: str, show: bool) -> None:
    """Print exact match and F1 for each reading."""
    cases = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]
    exact: Counter[str] = Counter()
    scores: dict[str, list[float]] = {}
    for case in cases:
        wanted = tokens(case["expected_reply"] or "")
        zones = split(case["text"]).zones
        texts = {name: "".join(zone.text for zone in zones if zone.kind in kinds) for name, kinds in READINGS.items()}
        found = {name: tokens(text) for name, text in texts.items()}
        found["best"] = max(found.values(), key=lambda words: (words == wanted, f1(words, wanted)))
        for name, words in found.items():
            exact[name] += words == wanted
            scores.setdefault(name, []).append(f1(words, wanted))
        if show and found["best"] != wanted:
            print(
                "=" * 8,
                case["id"],
                *(f"[{zone.kind}] {zone.text!r}" for zone in zones),
                f"WANTED {case['expected_reply']!r}",
                sep="\n",
            )
    count = len(cases)
    for name, values in scores.items():
        print(f"{name:18} exact {exact[name]:3}/{count} = {exact[name] / count:.3f}  F1 {sum(values) / count:.3f}")


if __name__ == "__main__":
    main(sys.argv[1], "--show" in sys.argv[2:])
