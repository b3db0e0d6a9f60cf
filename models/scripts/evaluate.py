"""The shipped model on mail that never taught it → a table in `models/README.md`, between its two markers.

Seven sets: the hard mails of `models/test/` (written apart, other voices, other people); its `fresh.jsonl`,
`blind.jsonl`, `blind2.jsonl` and `blind3.jsonl`, each written later by a hand that saw none of the other mail; its
`ordinary.jsonl`, in the wording of everybody's mailbox; and the sixth of the real everyday mails that was held
out, where the asset is there.
Each invented mail is read alone, as `classify` reads it. Intervals are Wilson's, 95 %.
`python models/scripts/evaluate.py [--dry]`
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from assets import ARCHIVE, everyday_mails
from corpus import MODELS, TEST, faults_of_test, read_file
from render import Mail, test_mails

from inbox_watch.core.reading.automatic import is_automatic
from inbox_watch.core.reading.people import sender_kind
from inbox_watch.core.types import Scores, SenderKind
from inbox_watch.nlp import Scorer, load
from inbox_watch.nlp.linear import NO_STAGE, STAGES

README = MODELS / "README.md"
OTHERS = {
    "blind3.jsonl": "Blind mail: {} invented mails, two thirds of them hard, written last by a hand that saw no other",
    "blind2.jsonl": "Second blind mail: {} invented mails, half of them hard; its errors have been read since",
    "blind.jsonl": "First blind mail: {} invented mails, half of them hard; its missed asks have been read since",
    "fresh.jsonl": "Fresh mail: {} invented mails, half of them hard, written apart; its errors have been read since",
    "ordinary.jsonl": "Ordinary mail: {} invented mails in the usual wording",
}
BEGIN, END = "<!-- evaluate: begin -->", "<!-- evaluate: end -->"
THRESHOLD = 0.5


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927)."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, hits / of
    middle = share + z * z / (2 * of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return max(0.0, (middle - half) / (1 + z * z / of)), min(1.0, (middle + half) / (1 + z * z / of))


def share(hits: int, of: int) -> str:
    """A share with its interval and its counts."""
    low, high = wilson(hits, of)
    return f"{hits / of if of else 0:.3f} ({low:.3f}–{high:.3f}; {hits} of {of})"


def read_all(scorer: Scorer, mails: Sequence[Mail]) -> list[Scores]:
    """The model's scores, in order."""
    return list(scorer.score((mail.message, mail.zones, mail.context) for mail in mails))


def best_stage(scores: Scores) -> str:
    """The likeliest stage."""
    return max(scores.stages, key=lambda pair: pair[1])[0]


def recruiting_rows(mails: Sequence[Mail], scores: Sequence[Scores]) -> list[str]:
    """Precision, recall, F1 of "recruiting"."""
    hits = sum(mail.recruiting and s.recruiting >= THRESHOLD for mail, s in zip(mails, scores, strict=True))
    called = sum(s.recruiting >= THRESHOLD for s in scores)
    there = sum(mail.recruiting for mail in mails)
    everyday = len(mails) - there
    unsure = sum(mail.recruiting and s.is_unsure for mail, s in zip(mails, scores, strict=True))
    return [
        f"| precision | {share(hits, called)} |",
        f"| recall | {share(hits, there)} |",
        f"| F1 | {2 * hits / max(1, called + there):.3f} |",
        f"| false alarms | {share(called - hits, everyday)} |",
        f"| unsure, of recruiting mail | {share(unsure, there)} |",
    ]


def stage_rows(mails: Sequence[Mail], scores: Sequence[Scores]) -> list[str]:
    """F1 of each stage over recruiting mail, and their mean."""
    pairs = [(mail.signal or NO_STAGE, best_stage(s)) for mail, s in zip(mails, scores, strict=True) if mail.recruiting]
    rows, total = [], []
    for stage in STAGES:
        hits = sum(truth == guess == stage for truth, guess in pairs)
        called, there = sum(guess == stage for _, guess in pairs), sum(truth == stage for truth, _ in pairs)
        f1 = 2 * hits / max(1, called + there)
        wrong = Counter(guess for truth, guess in pairs if truth == stage != guess)
        total += [f1] if stage != NO_STAGE and there else []
        rows.append(f"| {stage} | {share(hits, called)} | {share(hits, there)} | {f1:.3f} | {_list(wrong)} |")
    return [*rows, f"| **macro, ten stages** | | | **{sum(total) / max(1, len(total)):.3f}** | |"]


def _list(wrong: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in wrong.most_common(3))


def calibration_rows(mails: Sequence[Mail], scores: Sequence[Scores]) -> list[str]:
    """Of the messages scored so, how many are recruiting."""
    rows = []
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        chosen = [
            mail.recruiting
            for mail, s in zip(mails, scores, strict=True)
            if low <= s.recruiting < low + 0.2 + (low == 0.8)
        ]
        rows.append(f"| {low:.1f}–{low + 0.2:.1f} | {share(sum(chosen), len(chosen))} |")
    return rows


def group_rows(mails: Sequence[Mail], scores: Sequence[Scores]) -> list[str]:
    """By group: the share that is called recruiting."""
    groups = sorted({(not mail.recruiting, mail.sort) for mail in mails})
    rows = []
    for everyday, group in groups:
        chosen = [
            s.recruiting >= THRESHOLD
            for mail, s in zip(mails, scores, strict=True)
            if (not mail.recruiting, mail.sort) == (everyday, group)
        ]
        rows.append(f"| {'everyday' if everyday else 'recruiting'} | {group} | {share(sum(chosen), len(chosen))} |")
    return rows


def sender_row(mails: Sequence[Mail], scores: Sequence[Scores]) -> str:
    """How often the sender's kind is right, over recruiting mail: as the program says it, from model and address."""
    pairs = [(mail.sender_kind, _kind(mail, s)) for mail, s in zip(mails, scores, strict=True) if mail.recruiting]
    return f"| sender kind right | {share(sum(a == b for a, b in pairs), len(pairs))} |"


def _kind(mail: Mail, scores: Scores) -> SenderKind:
    return sender_kind(
        mail.message,
        scores.sender_kind,
        text=mail.zones.new,
        signature=mail.zones.signature,
        is_automatic=is_automatic(mail.message, mail.zones),
        from_candidate=mail.context.from_candidate,
    )


def read_tests(paths: Iterable[Path]) -> list[Mail]:
    """The test mails of some files. Raises ValueError where one breaks the format."""
    entries = [entry for path in paths for entry in read_file(path)]
    if wrong := faults_of_test(entries):
        raise ValueError("\n".join(wrong))
    return list(test_mails(entries))


def figure_rows(mails: Sequence[Mail], scores: Sequence[Scores]) -> list[str]:
    """The first two tables: recruiting, and stages."""
    return [
        "| | value (95 % interval; counts) |",
        "| --- | --- |",
        *recruiting_rows(mails, scores),
        sender_row(mails, scores),
        "",
        "| stage | precision | recall | F1 | taken for |",
        "| --- | --- | --- | --- | --- |",
        *stage_rows(mails, scores),
        "",
    ]


def write_report(scorer: Scorer) -> str:
    """The whole table."""
    mails = read_tests([TEST / "everyday.jsonl", TEST / "recruiting.jsonl"])
    scores = read_all(scorer, mails)
    lines = [f"Model `{scores[0].model}`; {len(mails)} invented test mails, most of them hard, each read alone.", ""]
    lines += figure_rows(mails, scores)
    lines += ["| | group | called recruiting |", "| --- | --- | --- |", *group_rows(mails, scores), ""]
    lines += ["| score | of these, recruiting |", "| --- | --- |", *calibration_rows(mails, scores), ""]
    for name, title in OTHERS.items():
        others = read_tests([TEST / name])
        lines += [f"### {title.format(len(others))}", "", *figure_rows(others, read_all(scorer, others))]
    return "\n".join(lines + real_lines(scorer))


def real_lines(scorer: Scorer) -> list[str]:
    """False alarms on the real mails that were held out."""
    if not ARCHIVE.exists():
        return ["### Real everyday mail", "", "Not measured: the asset is missing."]
    held = [mail for is_held, mail in everyday_mails() if is_held]
    scores = read_all(scorer, held)
    rows = [f"| {sort} | {_false_alarms(sort, held, scores)} |" for sort in ("ham", "spam")]
    return ["### Real everyday mail, held out", "", "| | called recruiting |", "| --- | --- |", *rows]


def _false_alarms(sort: str, mails: Iterable[Mail], scores: Iterable[Scores]) -> str:
    called = [s.recruiting >= THRESHOLD for mail, s in zip(mails, scores, strict=True) if mail.sort == sort]
    return share(sum(called), len(called))


def main() -> None:
    report = write_report(load())
    print(report)
    if "--dry" not in sys.argv:
        before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        README.write_text(f"{before}{BEGIN}\n{report}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
