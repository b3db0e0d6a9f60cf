"""The corpus on disk → checked skeletons and sentences. `python models/scripts/corpus.py` checks every file and says
what is wrong.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

MODELS = Path(__file__).resolve().parents[1]
TRAIN = MODELS / "corpus"
SENTENCES = TRAIN / "sentences"
SPEECH = TRAIN / "speech"
TEST = MODELS / "test"

STAGES = (
    "outreach",
    "applied",
    "screening",
    "assessment",
    "interview",
    "offer",
    "accepted",
    "rejected",
    "withdrawn",
    "on_hold",
)
SENDERS = ("agency", "employer", "platform", "unknown", "candidate")
ASKS = ("reply", "send_availability", "confirm", "send_documents", "complete_assessment", "answer_offer")
SINGLE_SLOTS = (
    "agency",
    "month",
    "time",
    "duration",
    "salary",
    "phone",
    "url",
    "number",
    "shop",
    "school",
    "bank",
    "product",
)
"""Slots that are filled with one value of the list of their own name, in this order."""
SLOTS = frozenset(
    [
        *SINGLE_SLOTS,
        "candidate",
        "candidate_first",
        "candidate_address",
        "recruiter",
        "recruiter_first",
        "recruiter_local",
        "manager",
        "manager_first",
        "friend_first",
        "company",
        "company_domain",
        "company2",
        "agency_domain",
        "role",
        "role2",
        "skill",
        "skill2",
        "city",
        "city2",
        "weekday",
        "weekday2",
        "day",
    ]
)
FIELDS = frozenset(
    [
        "id",
        "group",
        "voice",
        "direction",
        "recruiting",
        "signal",
        "sender_kind",
        "automatic",
        "from",
        "to",
        "headers",
        "subject",
        "body",
        "asks",
        "promises",
        "known_thread",
    ]
)
TEST_FIELDS = frozenset(
    [
        "id",
        "group",
        "voice",
        "date",
        "from",
        "to",
        "headers",
        "subject",
        "body",
        "direction",
        "me",
        "recruiting",
        "signal",
        "sender_kind",
        "automatic",
    ]
)
SENTENCE_LABELS = frozenset([*STAGES, "none", "everyday"])
SPEECH_LABELS = frozenset([*ASKS, "promise", "none"])
LONGEST_SENTENCE = 900
CHOICE = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
SLOT = re.compile(r"\{(\w+)\}")

Skeleton = dict[str, Any]


def read_file(path: Path) -> list[Skeleton]:
    """All skeletons of one file, in its order."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def read_folder(folder: Path) -> list[Skeleton]:
    """All skeletons of a folder, file by file in the order of their names. Raises ValueError where one breaks the
    format.
    """
    skeletons = [skeleton for path in sorted(folder.glob("*.jsonl")) for skeleton in read_file(path)]
    if wrong := faults_of(skeletons):
        raise ValueError("\n".join(wrong))
    return skeletons


def faults_of(skeletons: list[Skeleton]) -> list[str]:
    """What breaks the format, each with the skeleton's id. Empty where all is well."""
    seen: set[str] = set()
    wrong = []
    for skeleton in skeletons:
        name = str(skeleton.get("id"))
        faults = list(_faults(skeleton))
        if name in seen:
            faults.append("its id is not unique")
        seen.add(name)
        wrong += [f"{name}: {fault}" for fault in faults]
    return wrong


def faults_of_test(mails: list[Skeleton]) -> list[str]:
    """What breaks the format of the test set: whole mails without slots, with a few more fields than a skeleton."""
    names = [str(mail.get("id")) for mail in mails]
    wrong = [f"{name}: its id is not unique" for name in sorted({name for name in names if names.count(name) > 1})]
    wrong += [
        f"{name}: fields missing" for name, mail in zip(names, mails, strict=True) if not set(mail) >= TEST_FIELDS
    ]
    return wrong or [f"{mail['id']}: {fault}" for mail in mails for fault in _faults_in_labels(mail)]


def read_bank(folder: Path) -> list[tuple[str, Skeleton]]:
    """All lines of a folder of sentences, each with a name of its own. Raises ValueError where one breaks the
    format.
    """
    bank = _named_lines(folder)
    if wrong := faults_of_bank(bank, SPEECH_LABELS if folder == SPEECH else SENTENCE_LABELS):
        raise ValueError("\n".join(wrong))
    return bank


def _named_lines(folder: Path) -> list[tuple[str, Skeleton]]:
    return [
        (f"{path.stem}-{number}", entry)
        for path in sorted(folder.glob("*.jsonl"))
        for number, entry in enumerate(read_file(path), start=1)
    ]


def faults_of_bank(bank: list[tuple[str, Skeleton]], labels: frozenset[str]) -> list[str]:
    """What breaks the format of sentences, each with the line's name. Empty where all is well."""
    return [f"{name}: {fault}" for name, entry in bank for fault in _faults_in_sentence(entry, labels)]


def _faults_in_sentence(entry: Skeleton, labels: frozenset[str]) -> list[str]:
    needed, allowed = {"label", "direction", "text"}, {"label", "direction", "text", "subject"}
    if not needed <= set(entry) <= allowed:
        return ["fields missing or unknown"]
    text, subject = entry["text"], entry.get("subject", "")
    if not isinstance(text, str) or not isinstance(subject, str):
        return ["text or subject is no text"]
    checks = {
        "label": entry["label"] in labels,
        "direction": entry["direction"] in {"in", "out"},
        "length": bool(text.strip()) and len(text) <= LONGEST_SENTENCE,
        "slot": SLOTS.issuperset(SLOT.findall(subject + text)),
        "choice": "[[" not in subject + text,
    }
    return [f"wrong {name}" for name, is_right in checks.items() if not is_right]


def _faults(skeleton: Skeleton) -> list[str]:
    if set(skeleton) != FIELDS:
        return [f"fields missing or unknown: {sorted(set(skeleton) ^ FIELDS)}"]
    return [*_faults_in_labels(skeleton), *_faults_in_text(skeleton), *_faults_in_quotes(skeleton)]


def _faults_in_labels(skeleton: Skeleton) -> list[str]:
    signal, recruiting = skeleton["signal"], skeleton["recruiting"]
    checks = {
        "direction": skeleton["direction"] in {"in", "out"},
        "signal": signal is None or (signal in STAGES and recruiting),
        "sender_kind": skeleton["sender_kind"] in SENDERS,
        "sender_kind of an outgoing mail": (skeleton["direction"] == "out") == (skeleton["sender_kind"] == "candidate"),
        "recruiting": isinstance(recruiting, bool),
        "group of a recruiting mail": not recruiting or skeleton["group"] == (signal or "none"),
        "automatic": isinstance(skeleton["automatic"], bool),
        "known_thread": isinstance(skeleton.get("known_thread", False), bool),
        "asks": all(ask["kind"] in ASKS for ask in skeleton.get("asks", ())),
        "promises": all(promise["by"] in {"sender", "candidate"} for promise in skeleton.get("promises", ())),
    }
    return [f"wrong {name}" for name, is_right in checks.items() if not is_right]


def _faults_in_text(skeleton: Skeleton) -> list[str]:
    texts = [skeleton["from"], skeleton["to"], skeleton["subject"], skeleton["body"], *skeleton["headers"].values()]
    unknown = {slot for text in texts for slot in SLOT.findall(text)} - SLOTS
    nested = any("[[" in choice for text in texts for choice in CHOICE.findall(text))
    open_ = any(text.count("[[") != text.count("]]") for text in texts)
    found = [f"unknown slot {slot}" for slot in sorted(unknown)]
    return found + ["nested choice"] * nested + ["unbalanced choice"] * open_


def _faults_in_quotes(skeleton: Skeleton) -> list[str]:
    entries = [*skeleton["asks"], *skeleton["promises"]]
    return [
        f"quote not in body: {entry['quote'][:40]}"
        for entry in entries
        if entry["quote"] not in CHOICE.sub("\0", skeleton["body"])
    ]


def main() -> int:
    skeletons, tests = (
        [one for path in sorted(folder.glob("*.jsonl")) for one in read_file(path)] for folder in (TRAIN, TEST)
    )
    sentences, speech = _named_lines(SENTENCES), _named_lines(SPEECH)
    wrong = faults_of(skeletons) + faults_of_test(tests)
    wrong += faults_of_bank(sentences, SENTENCE_LABELS) + faults_of_bank(speech, SPEECH_LABELS)
    counts = f"{len(skeletons)} skeletons, {len(sentences)} sentences, {len(speech)} speech acts"
    print("\n".join(wrong) or f"{counts}, {len(tests)} test mails: all well")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
