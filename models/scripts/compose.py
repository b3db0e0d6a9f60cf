"""Sentences of the bank → whole plain mails: a greeting, two or three sentences that go together, a name.

A linear model that only sees mails written to be hard learns that the plain words of recruiters say little. These
mails are what most mail looks like; everyday sentences are put together in the same way, so that the frame itself
says nothing.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from corpus import SENTENCES, Skeleton, read_bank

RECRUITING: Final = 9000
EVERYDAY: Final = 5000
LONGEST: Final = 220
COMPOSED: Final = "composed"
_SEED: Final = 20260311
_EVERYDAY: Final = "everyday"
_NONE: Final = "none"
_GREETINGS: Final = (
    "Hi {candidate_first},",
    "Hello {candidate_first},",
    "Dear {candidate_first},",
    "Dear {candidate},",
    "Hi {candidate_first}",
    "{candidate_first},",
    "Good morning {candidate_first},",
    "Hey {candidate_first}",
    "Hi there,",
    "Hello,",
    "",
    "",
)
_OPENERS: Final = (
    "I hope you're well.",
    "Hope all is well with you.",
    "Thanks for your email.",
    "Thank you for your message.",
    "Sorry for the late answer.",
    "Thanks for getting back to me.",
    "Just a quick note.",
    "It was good to speak to you.",
    "Good to hear from you.",
    "Thanks for your patience.",
)
_CLOSERS: Final = (
    "Any questions, just ask.",
    "Let me know if anything is unclear.",
    "Thanks again.",
    "Many thanks in advance.",
    "Have a good weekend.",
    "Please get in touch if you have any questions.",
    "Thank you.",
    "Looking forward to hearing from you.",
    "Best of luck.",
    "Speak soon.",
)
_SIGNED: Final = (
    "Kind regards,\n{recruiter}",
    "Best wishes,\n{recruiter}",
    "Regards\n{recruiter_first}",
    "Thanks,\n{recruiter_first}",
    "Best,\n{recruiter}\n{company}",
    "Many thanks\n{recruiter}\n{company}",
    "{recruiter_first}",
    "Kind regards,\n{recruiter}\n{company}\n{phone}",
    "Yours sincerely,\n{recruiter}",
    "",
)
_ABOUT_WORK: Final = (
    "{role}",
    "{role} - {company}",
    "Your application",
    "Re: your application",
    "{role} vacancy",
    "{role} position",
    "Re: {role}",
    "{role} role",
    "Application for {role}",
    "{company}",
    "Your application: {role}",
    "{role} at {company}",
)
_ABOUT_ANYTHING: Final = (
    "Next steps",
    "Update",
    "Quick question",
    "Hello",
    "",
    "Re: {weekday}",
    "{weekday}",
    "Following up",
    "Thank you",
    "Re: hello",
    "Your email",
    "Re: next week",
    "One more thing",
    "Details",
)
_EVERYDAY_ALSO: Final = (
    "Your application",
    "Re: your application",
    "Your booking",
    "Confirmation",
    "{shop}",
    "{school}",
    "Reminder",
    "{product}",
    "Appointment",
    "{company}",
)


def composed() -> Iterator[tuple[str, Skeleton]]:
    """Skeletons (with slots) of plain mails, each with a name; the same ones in each run."""
    pool: dict[tuple[str, str], list[str]] = defaultdict(list)
    for _, entry in read_bank(SENTENCES):
        text = entry["text"]
        if "\n" not in text and len(text) <= LONGEST:
            pool[entry["label"], entry["direction"]].append(text)
    rng = random.Random(_SEED)
    stages = sorted({label for label, _ in pool} - {_EVERYDAY, _NONE})
    for number in range(RECRUITING):
        label = stages[number % len(stages)]
        way = "out" if (label, "out") in pool and ((label, "in") not in pool or rng.random() < 0.25) else "in"
        parts = rng.sample(pool[label, way], rng.choice((1, 2, 2)))
        if rng.random() < 0.3:
            parts.insert(rng.randint(0, len(parts)), rng.choice(pool[_NONE, way]))
        yield f"{COMPOSED} {number}", _mail(rng, parts, label, way)
    for number in range(RECRUITING, RECRUITING + EVERYDAY):
        way = "out" if rng.random() < 0.2 else "in"
        parts = rng.sample(pool[_EVERYDAY, way], rng.choice((1, 2, 2, 3)))
        yield f"{COMPOSED} {number}", _mail(rng, parts, _EVERYDAY, way)


def _mail(rng: random.Random, parts: list[str], label: str, way: str) -> Skeleton:
    subjects = _EVERYDAY_ALSO if label == _EVERYDAY else _ABOUT_WORK
    if rng.random() < 0.35:
        parts.insert(0, rng.choice(_OPENERS))
    if rng.random() < 0.35:
        parts.append(rng.choice(_CLOSERS))
    greeting, signed = rng.choice(_GREETINGS), rng.choice(_SIGNED)
    if way == "out":
        greeting = greeting.replace("{candidate", "{recruiter")
        signed = signed.replace("{recruiter", "{candidate").replace("\n{company}", "")
    body = "\n\n".join(part for part in (greeting, " ".join(parts), signed) if part)
    other, own = "{recruiter} <{recruiter_local}@{company_domain}>", "{candidate} <{candidate_address}>"
    return {
        "id": "",
        "group": COMPOSED,
        "voice": COMPOSED,
        "from": own if way == "out" else other,
        "to": other if way == "out" else own,
        "headers": {},
        "subject": rng.choice(subjects if rng.random() < 0.6 else _ABOUT_ANYTHING),
        "body": body,
        "direction": way,
        "known_thread": False,
        "recruiting": label != _EVERYDAY,
        "signal": None if label in (_EVERYDAY, _NONE) else label,
        "sender_kind": None,
    }
