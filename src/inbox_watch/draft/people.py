"""How to speak to somebody, and how the candidate signs: as both have done in the thread so far."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inbox_watch.core.opportunity.sides import addresses, plain_name
from inbox_watch.core.types import Address, Entry, Message
from inbox_watch.core.zones import split
from inbox_watch.draft.plain import plain

YOUR_NAME = "[your name]"
_LONGEST_TEXT = 20_000
_WORD = re.compile(r"[^\W\d_][^\W\d_.'’-]{0,30}(?:[.'’-][^\W\d_]{0,30}){0,3}")
# Words of a sender that is no person.
_NO_PERSON = frozenset(
    {
        "academy",
        "acquisition",
        "ag",
        "candidate",
        "candidates",
        "career",
        "careers",
        "company",
        "gmbh",
        "group",
        "hiring",
        "hr",
        "human",
        "inc",
        "info",
        "interview",
        "interviews",
        "invitation",
        "job",
        "jobs",
        "karriere",
        "llc",
        "ltd",
        "notifications",
        "office",
        "people",
        "recruiter",
        "recruiting",
        "recruitment",
        "resources",
        "services",
        "staffing",
        "support",
        "system",
        "talent",
        "talents",
        "team",
        "teams",
    }
)
_TITLES = ("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof")
_TITLE = "|".join(_TITLES)
_GREETING = re.compile(
    rf"(?P<word>dear|hi|hello|hey|good (?:morning|afternoon|evening))(?: there)?,? +(?:(?P<title>{_TITLE})\.? +)?"
    r"(?P<name>[^\W\d_][^,!:;.?\n]{0,60}?)[,!:.–-]?\s*",
    re.IGNORECASE,
)
_WORDS = {"dear": "Dear", "hi": "Hi", "hello": "Hello", "hey": "Hi"}
_CLOSINGS = (
    "best regards",
    "kind regards",
    "warm regards",
    "warmest regards",
    "regards",
    "best wishes",
    "all the best",
    "best",
    "cheers",
    "sincerely",
    "yours sincerely",
    "sincerely yours",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """How to speak to somebody: the greeting's line, the name used for them in a call, the last lines, own name."""

    greeting: str
    spoken: str
    sign_off: str
    own_name: str
    is_formal: bool


def register(entries: Sequence[Entry], to: Address, known_as: str = "") -> Register:
    """Return how the candidate and this person speak, from the newest of these entries (the order of time) back.

    First names only where the candidate has used one, or where they greet with one and sign with theirs. `known_as` is
    the candidate's name elsewhere, for where these entries don't tell it.
    """
    name = person_name(to.name)
    own_name = own_name_in(entries) or known_as
    greeting = _used_greeting(entries, to, name) or _returned_greeting(entries, to, name)
    word, _, spoken = greeting.partition(" ")
    is_formal = word == "Dear" and bool(_titled(spoken))
    closing, signed = _sign_off(entries, to, own_name)
    closing = closing or ("Kind regards" if is_formal else "Best regards")
    return Register(
        greeting=f"{greeting},",
        spoken=spoken,
        sign_off=f"{closing},\n{signed or own_name or YOUR_NAME}",
        own_name=own_name or signed or YOUR_NAME,
        is_formal=is_formal,
    )


def person_name(name: str) -> str:
    """Return a person's name as it is spoken, "Kim, Ines (HR)" as "Ines Kim"; empty where it is no person's."""
    bare = re.sub(r"\([^()]{0,60}\)", " ", plain_name(plain(name, limit=80)))
    last, comma, first = bare.partition(",")
    if comma and len(last.split()) <= 2 and 1 <= len(first.split()) <= 2:
        bare = f"{first} {last}"
    words = bare.replace(",", " ").split()
    if not 1 <= len(words) <= 5 or not all(_WORD.fullmatch(word) for word in words):
        return ""
    if any(word.casefold().strip(".") in _NO_PERSON for word in words):
        return ""
    name = " ".join(words)
    return name.title() if len(words) > 1 and name.isupper() else name


def _untitled(name: str) -> list[str]:
    """Return the words of a name without its title."""
    words = name.split()
    while len(words) > 1 and _titled(words[0]):
        words = words[1:]
    return words


def _titled(name: str) -> str:
    first = name.partition(" ")[0].rstrip(".").capitalize()
    return first if first in _TITLES else ""


# --- greeting -------------------------------------------------------------------------------------------------------


def _used_greeting(entries: Sequence[Entry], to: Address, name: str) -> str:
    """Return the greeting that the candidate used last for this person; empty where there is none."""
    words = {word.casefold() for word in name.split()}
    for entry in reversed(entries):
        if entry.reading.from_candidate and any(one.address == to.address for one in addresses(entry.message)):
            found = _greeting_in(entry.message)
            if found and words & {word.casefold() for word in found["name"].split()}:
                return _joined(found["word"], found["title"], person_name(found["name"]))
    return ""


def _returned_greeting(entries: Sequence[Entry], to: Address, name: str) -> str:
    """Return a greeting in the tone in which this person greets and signs."""
    if not name:
        return "Hello"
    words = _untitled(name)
    theirs = [entry for entry in entries if _is_from(entry, to)]
    for entry in reversed(theirs):
        found = _greeting_in(entry.message)
        if found is None or found["name"].casefold() in ("candidate", "applicant", "all", "everyone", "there"):
            continue
        if found["title"]:
            break
        signed = split(entry.message.text[:_LONGEST_TEXT]).signature.casefold().split()
        if len(found["name"].split()) == 1 and words[0].casefold() in [word.strip(",.") for word in signed]:
            return _joined(found["word"], None, words[0])
        break
    title = _titled(name) or _title_of(entries, words)
    return f"Dear {title} {words[-1]}" if title and len(words) > 1 else f"Dear {name}"


def _title_of(entries: Sequence[Entry], words: Sequence[str]) -> str:
    """Return the title that stands before somebody's name in the thread; it is never guessed."""
    if len(words) < 2:
        return ""
    pattern = re.compile(rf"\b({_TITLE})\.? (?:{re.escape(words[0])} )?{re.escape(words[-1])}\b")
    texts = (entry.message.text[:_LONGEST_TEXT] for entry in reversed(entries))
    return next((found[1] for text in texts if (found := pattern.search(text))), "")


def _greeting_in(message: Message) -> re.Match[str] | None:
    first = split(message.text[:_LONGEST_TEXT]).new.lstrip().partition("\n")[0][:100]
    return _GREETING.fullmatch(first.strip())


def _joined(word: str, title: str | None, name: str) -> str:
    start = _WORDS.get(word.casefold(), "Hello")
    shown = f"{title.capitalize()} {name}" if title else name
    return f"{start} {shown}" if name else start


def _is_from(entry: Entry, to: Address) -> bool:
    message = entry.message
    if entry.reading.from_candidate or message.sender is None:
        return False
    return to.address in (message.sender.address, *(one.address for one in message.reply_to))


# --- the candidate's own name ---------------------------------------------------------------------------------------


def _own(entries: Sequence[Entry]) -> Iterator[Message]:
    """Yield the candidate's mails, the newest first."""
    return (entry.message for entry in reversed(entries) if entry.reading.from_candidate)


def own_name_in(entries: Sequence[Entry]) -> str:
    """Return the candidate's name as their own mails bear it; empty where none does."""
    names = (person_name(message.sender.name) for message in _own(entries) if message.sender)
    return next((name for name in names if name), "")


def _sign_off(entries: Sequence[Entry], to: Address, own_name: str) -> tuple[str, str]:
    """Return closing and name as the candidate signed last, to this person if ever; empty where they didn't.

    A closing that thanks is left out: the mail thanks already.
    """
    own = list(_own(entries))
    to_them = [message for message in own if any(one.address == to.address for one in addresses(message))]
    known = {word.casefold() for word in own_name.split()}
    for message in to_them or own:
        lines = split(message.text[:_LONGEST_TEXT]).signature.strip().split("\n")
        closing = lines[0].strip(" ,.!").casefold()
        name = person_name(lines[1].strip(" ,.-")) if len(lines) > 1 else ""
        is_own = bool(name) and (not known or known.issuperset(word.casefold() for word in name.split()))
        if closing in _CLOSINGS and is_own:
            return closing.capitalize(), name
    return "", ""
