"""How well asks and promises are found, and how fast: on the corpus's labelled mails and on the single sentences of
the fixtures.

    PYTHONPATH=src python benchmarks/speech.py [--misses] [--rules] [FILE.jsonl …]

Without a file, the test mails are read: the corpus has taught the sentence model. Each mail is read with the stage that
its label names, so the figures are of rules and sentence model together; with `--rules`, of the rules alone.
Slots are filled with one set of names; of `[[a|b]]` the first alternative is taken. A found ask counts where its kind
is labelled, a promise where its sentence overlaps a labelled one.
"""

from __future__ import annotations

import argparse
import functools
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from email.utils import parseaddr
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from inbox_watch.core import zones
from inbox_watch.core.calendar import Calendar
from inbox_watch.core.reading import read
from inbox_watch.core.types import Address, Message, Reading, Scores, SenderKind, Speech
from inbox_watch.nlp.component import NAME
from inbox_watch.nlp.scorer import MODEL
from inbox_watch.nlp.speech import FOLDER, SpeechModel, read_model, read_speech

ROOT = Path(__file__).parents[1]
LONDON = ZoneInfo("Europe/London")
WRITTEN = datetime(2026, 3, 11, 10, 15, tzinfo=LONDON)
CALENDAR = Calendar(LONDON, "GB")
CANDIDATE = "sam@example.com"
SLOTS = {
    "candidate": "Sam Okafor", "candidate_first": "Sam", "candidate_address": CANDIDATE,
    "recruiter": "Dana Reed", "recruiter_first": "Dana", "recruiter_local": "dana", "manager": "Ines Kim",
    "manager_first": "Ines", "friend_first": "Tom", "company": "Norvane", "company_domain": "norvane.example",
    "company2": "Pellmark", "agency": "Brightwater Talent", "agency_domain": "brightwater.example",
    "role": "Data Engineer", "role2": "Platform Engineer", "skill": "Python", "skill2": "Kafka",
    "city": "Leeds", "city2": "Berlin", "weekday": "Thursday", "weekday2": "Friday", "month": "March",
    "day": "19", "time": "3pm", "duration": "30 minutes", "salary": "£62,000", "phone": "+44 161 496 0123",
    "url": "https://norvane.example/x", "number": "48213", "shop": "Shoply", "school": "Hill School",
    "bank": "First Bank", "product": "kettle",
}  # fmt: skip


def fill(text: str) -> str:
    """Return a skeleton's text with its first alternatives and the slots above."""
    chosen = re.sub(r"\[\[(.*?)\]\]", lambda m: m[1].split("|")[0], text)
    return re.sub(r"\{(\w+)\}", lambda m: SLOTS.get(m[1], m[1]), chosen)


def as_message(mail: dict[str, Any]) -> Message:
    name, address = parseaddr(fill(mail["from"]))
    to_name, to_address = parseaddr(fill(mail["to"]))
    return Message(
        key=mail["id"], source="corpus", message_id=f"<{mail['id']}@x.example>", date=WRITTEN, received=WRITTEN,
        instant=WRITTEN,
        sender=Address(name=name, address=address.lower()), to=(Address(name=to_name, address=to_address.lower()),),
        subject=fill(mail["subject"]), text=fill(mail["body"]),
        headers=tuple((key.lower(), fill(str(value))) for key, value in mail.get("headers", {}).items()),
    )  # fmt: skip


@functools.cache
def sentence_model() -> SpeechModel:
    return read_model(MODEL / NAME / FOLDER)


def speech_of(mail: dict[str, Any], new: str) -> tuple[Speech, ...]:
    """What the sentence model makes of a mail."""
    is_outgoing = mail.get("direction", "in") == "out"
    return read_speech(sentence_model(), new, stage=mail["signal"] or "none", is_outgoing=is_outgoing)


def read_mail(mail: dict[str, Any], *, rules_alone: bool = False) -> tuple[Reading, float]:
    """Return the reading of one labelled mail, and the seconds that it took."""
    message = as_message(mail)
    taken_apart = zones.split(message.text)
    scored = Scores(
        recruiting=0.98,
        stages=((mail["signal"] or "none", 0.95),),
        sender_kind=SenderKind(mail["sender_kind"]),
        language="en",
        speech=() if rules_alone else speech_of(mail, taken_apart.new),
    )
    own = message.to[:1] if mail.get("direction", "in") == "in" else (message.sender,)
    candidate = frozenset(address.address for address in own if address)
    start = time.perf_counter()
    reading = read(message, taken_apart, scored, candidate=candidate, calendar=CALENDAR)
    return reading, time.perf_counter() - start


def plain(text: str) -> str:
    return " ".join(text.lower().split())


def compare(mail: dict[str, Any], reading: Reading) -> Iterator[tuple[str, str, str]]:
    """Yield ("hit", "false" or "missed"), the kind and the words, for each ask and promise."""
    wanted = {ask["kind"]: ask["quote"] for ask in mail["asks"]}
    found = {ask.kind.value: ask.quote for ask in reading.asks}
    for kind in wanted | found:
        verdict = "hit" if kind in wanted and kind in found else "false" if kind in found else "missed"
        yield verdict, kind, wanted.get(kind) or found[kind]
    labelled = [plain(fill(promise["quote"])) for promise in mail["promises"]]
    quotes = [plain(promise.quote) for promise in reading.promises]
    for words in labelled:
        yield ("hit" if any(words in q or q in words for q in quotes) else "missed"), "promise", words
    for quote in quotes:
        if not any(words in quote or quote in words for words in labelled):
            yield "false", "promise", quote


def report(counts: Counter[tuple[str, str]]) -> None:
    kinds = sorted({kind for _, kind in counts})
    print(f"{'kind':22} {'hit':>5} {'false':>6} {'missed':>7} {'precision':>10} {'recall':>7}")
    groups = [(kind, [kind]) for kind in kinds] + [("all asks", [k for k in kinds if k != "promise"])]
    for name, group in groups:
        hit, false, missed = (sum(counts[verdict, kind] for kind in group) for verdict in ("hit", "false", "missed"))
        precision, recall = hit / max(1, hit + false), hit / max(1, hit + missed)
        print(f"{name:22} {hit:5} {false:6} {missed:7} {precision:10.3f} {recall:7.3f}")


def measure(files: list[Path], *, show_misses: bool, rules_alone: bool) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    seconds, characters = [], []
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            mail = json.loads(line)
            if not mail["recruiting"]:
                continue
            reading, taken = read_mail(mail, rules_alone=rules_alone)
            seconds.append(taken)
            characters.append(len(mail["body"]))
            for verdict, kind, words in compare(mail, reading):
                counts[verdict, kind] += 1
                if show_misses and verdict != "hit":
                    print(f"{verdict:7} {mail['id']:16} {kind:20} {words[:140]}")
    report(counts)
    print(
        f"{len(seconds)} mails, {statistics.mean(characters):.0f} characters on average, "
        f"median {statistics.median(seconds) * 1000:.2f} ms"
    )


def measure_speed() -> None:
    """Print the time for a mail of about 1,500 characters, made of the fixtures' sentences."""
    texts = [
        json.loads(line)["text"]
        for line in (ROOT / "fixtures" / "reading.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    mail = {
        "id": "speed",
        "from": "Dana <dana@brightwater.example>",
        "to": f"Sam <{CANDIDATE}>",
        "subject": "Data Engineer",
    }
    seconds = []
    for start in range(0, len(texts) - 35, 5):
        body = " ".join(texts[start : start + 35])[:1500]
        seconds.append(read_mail({**mail, "body": body, "signal": "interview", "sender_kind": "agency"})[1])
    print(
        "mails of 1,500 characters in which every sentence asks or promises: "
        f"median {statistics.median(seconds) * 1000:.2f} ms"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, default=[ROOT / "models" / "test" / "recruiting.jsonl"])
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--rules", action="store_true")
    arguments = parser.parse_args()
    measure(arguments.files, show_misses=arguments.misses, rules_alone=arguments.rules)
    measure_speed()


if __name__ == "__main__":
    main()
