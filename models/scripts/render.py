"""Skeletons → mails as real bytes (RFC 5322), and back through the program's own parser.

The same skeleton, number and seed give the same bytes. `python models/scripts/render.py OUT [SLOTS]` writes all
mails as one mbox.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP

from compose import COMPOSED, composed
from corpus import CHOICE, SENTENCES, SINGLE_SLOTS, SLOT, TRAIN, Skeleton, read_bank, read_folder

from inbox_watch.core import parse, zones
from inbox_watch.core.types import Message, Zones
from inbox_watch.nlp.context import Context

SEED = 20260310
SENTENCE = "sentence"
_ENCODED = re.compile(r"[^\x20-\x7e]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One rendered (or real) mail, read, with what must be said of it. `group` is what it may not be split from."""

    group: str
    sort: str
    message: Message
    zones: Zones
    context: Context
    recruiting: bool
    signal: str | None
    sender_kind: str | None


def slots_of(part: str) -> dict[str, list[str]]:
    """The values of one part: `train`, or `test`, which shares no name with it."""
    values: dict[str, dict[str, list[str]]] = json.loads((TRAIN / "slots.json").read_text(encoding="utf-8"))
    return values[part]


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def fill_slots(values: dict[str, list[str]], rng: random.Random) -> dict[str, str]:
    """One value for every slot; people are four different ones."""
    candidate, recruiter, manager, friend = rng.sample(values["person"], 4)
    pairs = {
        name: rng.sample(values[source], 2)
        for name, source in (
            ("company", "company"),
            ("role", "role"),
            ("skill", "skill"),
            ("city", "city"),
            ("weekday", "weekday"),
        )
    }
    filled = {name: rng.choice(values[name]) for name in SINGLE_SLOTS}
    for name, (first, second) in pairs.items():
        filled[name], filled[f"{name}2"] = first, second
    filled |= {"candidate": candidate, "recruiter": recruiter, "manager": manager}
    filled |= {f"{name}_first": filled[name].split()[0] for name in ("candidate", "recruiter", "manager")}
    filled["friend_first"] = friend.split()[0]
    filled["candidate_address"] = f"{_plain(candidate).replace('-', '.')}@example.{rng.choice(('com', 'org', 'net'))}"
    filled["recruiter_local"] = _local_part(recruiter, rng)
    filled["company_domain"] = f"{_plain(filled['company'])}.example"
    filled["agency_domain"] = f"{_plain(filled['agency'])}.example"
    filled["day"] = str(rng.randint(1, 28))
    return filled


def _local_part(name: str, rng: random.Random) -> str:
    first, *rest = _plain(name).split("-")
    last = rest[-1] if rest else "x"
    return rng.choice((f"{first}.{last}", first, f"{first[0]}{last}", f"{first}{last[0]}"))


def _write(template: str, filled: dict[str, str], rng: random.Random) -> str:
    chosen = CHOICE.sub(lambda match: rng.choice(match[1].split("|")), template)
    return SLOT.sub(lambda match: filled[match[1]], chosen)


def render(skeleton: Skeleton, number: int, values: dict[str, list[str]], seed: int = SEED) -> bytes:
    """One mail of a skeleton, as it would lie in a mailbox."""
    rng = random.Random(hashlib.sha256(f"{seed} {skeleton['id']} {number}".encode()).digest())
    filled = fill_slots(values, rng)
    mail = EmailMessage(policy=SMTP)
    for name in ("from", "to", "subject"):
        mail[name.title()] = " ".join(_write(skeleton[name], filled, rng).split())
    when = datetime(2025, 1, 6, 8, tzinfo=UTC) + timedelta(minutes=rng.randrange(400 * 24 * 60))
    mail["Date"] = when
    mail["Message-ID"] = f"<{rng.getrandbits(64):x}@mail.example>"
    if skeleton["known_thread"]:
        mail["In-Reply-To"] = mail["References"] = f"<{rng.getrandbits(64):x}@mail.example>"
    for name, value in skeleton["headers"].items():
        if name.lower() not in {"message-id", "date", "in-reply-to", "references", "content-type"}:
            mail[name] = " ".join(_write(value, filled, rng).split())
    mail.set_content(_write(skeleton["body"], filled, rng))
    return mail.as_bytes()


def read_mail(raw: bytes) -> tuple[Message, Zones]:
    """The program's own reading of a mail's bytes."""
    message = parse.parse(raw, source="corpus")
    return message, zones.split(message.text)


def context_of(skeleton: Skeleton, number: int, *, forget: bool) -> Context:
    """What the program would know. With `forget`, half of the mails are read as if they stood alone, as `classify`
    reads them.
    """
    rng = random.Random(hashlib.sha256(f"context {skeleton['id']} {number}".encode()).digest())
    knows_thread, knows_me = not forget or rng.random() < 0.5, not forget or rng.random() < 0.8
    is_out = skeleton["direction"] == "out"
    if not skeleton["recruiting"]:
        knows_me = True  # an employer's own mail to an applicant, read as the applicant's, would teach what isn't so
    known = skeleton["known_thread"] and knows_thread
    return Context(
        from_candidate=is_out and knows_me,
        known_thread=known and skeleton["recruiting"],
        candidate_wrote=known and (is_out or rng.random() < 0.6),
    )


def mails_of(skeletons: list[Skeleton], each: int, part: str, *, forget: bool = True) -> Iterator[Mail]:
    """`each` mails of every skeleton, read."""
    values = slots_of(part)
    for skeleton in skeletons:
        for number in range(each):
            message, taken_apart = read_mail(render(skeleton, number, values))
            yield Mail(
                group=skeleton["id"],
                sort=skeleton["group"],
                message=message,
                zones=taken_apart,
                context=context_of(skeleton, number, forget=forget),
                recruiting=skeleton["recruiting"],
                signal=skeleton["signal"],
                sender_kind=skeleton["sender_kind"],
            )


def sentence_mails() -> Iterator[Mail]:
    """Each line of `corpus/sentences` as a tiny mail, of whose sender and headers nothing is known."""
    values = slots_of("train")
    for name, entry in read_bank(SENTENCES):
        rng = random.Random(hashlib.sha256(f"{SEED} {name}".encode()).digest())
        filled = fill_slots(values, rng)
        subject = " ".join(_write(entry.get("subject", ""), filled, rng).split())
        text = _write(entry["text"], filled, rng)
        label = entry["label"]
        yield Mail(
            group=f"sentence:{name}",
            sort=SENTENCE,
            message=_bare_message(name, subject, text),
            zones=zones.split(text),
            context=Context(from_candidate=entry["direction"] == "out"),
            recruiting=label != "everyday",
            signal=label if label not in {"none", "everyday"} else None,
            sender_kind=None,
        )


def _bare_message(name: str, subject: str, text: str) -> Message:
    return Message(
        key=name,
        source="corpus",
        message_id=f"<{name}@mail.example>",
        sender=None,
        date=None,
        received=None,
        instant=None,
        subject=subject,
        text=text,
    )


def composed_mails() -> Iterator[Mail]:
    """The plain mails that are put together from the bank's sentences."""
    values = slots_of("train")
    for name, skeleton in composed():
        skeleton["id"] = name
        message, taken_apart = read_mail(render(skeleton, 0, values))
        yield Mail(
            group=name,
            sort=COMPOSED,
            message=message,
            zones=taken_apart,
            context=context_of(skeleton, 0, forget=True),
            recruiting=skeleton["recruiting"],
            signal=skeleton["signal"],
            sender_kind=None,
        )


def test_mails(entries: list[Skeleton]) -> Iterator[Mail]:
    """The test set's mails, as they would lie in a mailbox; each is read alone, as `classify` reads it."""
    for entry in entries:
        message, taken_apart = read_mail(write_test_mail(entry))
        yield Mail(
            group=entry["id"],
            sort=entry["group"],
            message=message,
            zones=taken_apart,
            context=Context(from_candidate=entry["direction"] == "out"),
            recruiting=entry["recruiting"],
            signal=entry["signal"],
            sender_kind=entry["sender_kind"],
        )


def write_test_mail(entry: Skeleton) -> bytes:
    """One mail of the test set as bytes."""
    mail = EmailMessage(policy=SMTP)
    for name in ("from", "to", "subject"):
        mail[name.title()] = " ".join(entry[name].split())
    mail["Date"] = datetime.fromisoformat(entry["date"])
    mail["Message-ID"] = f"<{entry['id']}@mail.example>"
    for name, value in entry["headers"].items():
        if name.lower() not in {"message-id", "date", "content-type"}:
            mail[name] = " ".join(value.split())
    mail.set_content(entry["body"], subtype="html" if entry.get("html") else "plain")
    for name in entry.get("attachments", ()):
        mail.add_attachment(b"-", maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def main() -> None:
    with open(sys.argv[1], "wb") as out:  # noqa: PTH123
        values = slots_of(sys.argv[2] if len(sys.argv) > 2 else "train")
        for skeleton in read_folder(TRAIN):
            for number in range(5):
                out.write(b"From MAILER-DAEMON Mon Jan  6 08:00:00 2025\n")
                out.write(
                    render(skeleton, number, values).replace(b"\r\n", b"\n").replace(b"\nFrom ", b"\n>From ") + b"\n"
                )


if __name__ == "__main__":
    main()
