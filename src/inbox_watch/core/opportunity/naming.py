"""What an opportunity is called: names of companies and roles compared, and the ones that its mails agree on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from inbox_watch.core import shared_senders
from inbox_watch.core.spelling import is_spelt_from
from inbox_watch.core.types import Act, Entry, Message

_BRACKETS = re.compile(r"\([^()]{0,60}\)|\[[^\[\]]{0,60}\]")
_WORD = re.compile(r"[^\W_]+(?:[+#]{1,2})?")
_BODY = re.compile(r"^(?:the )?(?:department|ministry) (?:of|for) (?:the )?(?=\w)")
_HOURS = re.compile(r"\b(?:part|full)[ -]?time\b")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LEGAL = _words(
    """
    gmbh ag se kg kgaa ug mbh ltd limited llc llp inc plc bv nv sa sas sarl srl spa oy ab as aps co corp corporation
    company group holding the und and
    """
)
_ROLE_FILLERS = _words("role position job the an at for opening vacancy a m w f d x all genders mfd mwd fmd")
_LEVELS = _words(
    """
    junior senior lead principal staff head intern graduate trainee working student manager director chief associate
    vice president jr sr vp
    """
)


@lru_cache(maxsize=8192)
def normal_company(name: str) -> str:
    """Return a company's name without legal form, case and punctuation, in one piece."""
    words = _WORD.findall(_BODY.sub("", name.lower()[:120]))
    return "".join(word for word in words if word not in _LEGAL) or "".join(words)


@lru_cache(maxsize=8192)
def normal_role(name: str) -> frozenset[str]:
    """Return the words of a role without gender marks, brackets and fillers."""
    words = _WORD.findall(_HOURS.sub(" ", _BRACKETS.sub(" ", name.lower()[:160])))
    words = ["postdoctoral", "researcher"] if words == ["postdoc"] else words
    words = [long for word in words for long in _SHORT.get(word, (word,))]
    return frozenset(word for word in words if word not in _ROLE_FILLERS)


# Short forms that stand for one title alone; "PM" and "TA" are several things.
_SHORT = {
    short: tuple(long.split())
    for short, long in {
        "ceo": "chief executive officer",
        "cfo": "chief financial officer",
        "cio": "chief information officer",
        "cmo": "chief marketing officer",
        "coo": "chief operating officer",
        "cto": "chief technology officer",
        "ciso": "chief information security officer",
        "vp": "vice president",
        "svp": "senior vice president",
        "evp": "executive vice president",
        "sr": "senior",
        "snr": "senior",
        "jr": "junior",
        "mgr": "manager",
        "hr": "human resources",
        "qa": "quality assurance",
        "sre": "site reliability engineer",
        "swe": "software engineer",
        "dba": "database administrator",
        "bdm": "business development manager",
        "sdr": "sales development representative",
        "rn": "registered nurse",
        "lpn": "licensed practical nurse",
        "cna": "certified nursing assistant",
        "hca": "healthcare assistant",
        "sna": "special needs assistant",
        "ux": "user experience",
        "ml": "machine learning",
    }.items()
}


def is_same_role(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two roles may be one: the same words, or one says more without naming another level.

    A grade is often left out ("our Scientist role" is Scientist II); two grades are two roles.
    """
    if one == other:
        return True
    return (one < other or other < one) and not (one ^ other) & _LEVELS


def best_names(entries: Sequence[Entry]) -> tuple[str | None, str | None]:
    """Return the company and the role of these messages; never a role with the company of another one.

    The role is the one that most messages name. The company is named beside it, or beside none; where there is none,
    the two that most messages name together.
    """
    if turned := turned_role(entries):
        return best_company(entries), turned
    role = best_role(entries)
    if role is None:
        return best_company(entries), None
    wanted = normal_role(role)
    beside = [one for one in entries if not one.reading.role or is_same_role(normal_role(one.reading.role), wanted)]
    if company := best_company(beside):
        return company, role
    if (company := best_company(entries)) is None:
        return None, role
    own = normal_company(company)
    return company, best_role([one for one in entries if normal_company(one.reading.company or "") == own]) or role


def best_company(entries: Sequence[Entry]) -> str | None:
    """Return the company that most messages name, the earliest of equals; never a platform that only sends mail.

    The name in the sender's domain is a piece of the name as a rule, and says nothing where the whole was named.
    """
    named = [
        (entry.reading.company, normal_company(entry.reading.company), _domain_name(entry.message))
        for entry in entries
        if entry.reading.company and not _is_sending_brand(entry.reading.company, entry.message)
    ]
    every = {normal: name for name, normal, _ in named}
    elsewhere = _titled_for_another(entries)
    spelt = [
        (name, normal)
        for name, normal, label in named
        if normal != label
        or not (label in elsewhere or any(_says_more(other, normal, label) for other in every.items()))
    ]
    best = _most_named(spelt)
    return best and _whole(_in_words(best, spelt), spelt)


def _says_more(other: tuple[str, str], normal: str, label: str) -> bool:
    """Say whether another name, as (normal, written), is the whole one of which a domain shows a piece."""
    return other[0] != normal and (other[0].startswith(normal) or is_spelt_from(other[1], label))


def _in_words(best: str, named: Sequence[tuple[str, str]]) -> str:
    """Return "Clyde Cycle Hub" for "Clydecyclehub", as a domain spells it, where a mail writes it so."""
    own = normal_company(best)
    spelt = (name for name, normal in named if normal == own and len(_words(name.lower()) - _LEGAL) > 1)
    return best if " " in best else next(spelt, best)


def _titled_for_another(entries: Sequence[Entry]) -> frozenset[str]:
    """Return the names in the domains of those who write under another firm's name: an agency does."""
    return frozenset(
        label
        for entry in entries
        if (company := entry.reading.company)
        and (label := _domain_name(entry.message))
        and company in entry.message.subject[:300]
        and not normal_company(company).startswith(label)
        and not label.startswith(normal_company(company))
    )


def _whole(best: str, named: Sequence[tuple[str, str]]) -> str:
    """Return the longer name where the best is its beginning: "Calder Insurance" for "Calder", if it isn't rare."""
    counts = Counter(normal for _, normal in named)
    words = best.lower().split()
    longer = [
        name
        for name, normal in named
        if len(words) < len(name.split()) <= len(words) + 2
        and name.lower().split()[: len(words)] == words
        and 3 * counts[normal] >= counts[normal_company(best)]
    ]
    return min(longer, key=lambda name: (-counts[normal_company(name)], len(name)), default=best)


def _domain_name(message: Message) -> str:
    return _name_in(message.sender.address) if message.sender else ""


@lru_cache(maxsize=8192)
def _name_in(address: str) -> str:
    if shared_senders.is_shared(address):
        return ""
    return normal_company(shared_senders.domain_of(address).partition(".")[0].replace("-", " "))


def turned_role(entries: Sequence[Entry]) -> str | None:
    """Return the other role that they turned to, as the first one was gone; None where they did not."""
    turns = [entry.reading.role for entry in entries if Act.TURNS_TO_ROLE in entry.reading.acts and entry.reading.role]
    return turns[-1] if turns else None


def before_turn(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Return the entries up to the one that turns to another role: all, where none does, or none came before it."""
    first = next((place for place, entry in enumerate(entries) if Act.TURNS_TO_ROLE in entry.reading.acts), 0)
    return entries[:first] or entries


def best_role(entries: Sequence[Entry]) -> str | None:
    """Return the role that most messages name, the earliest of equals."""
    roles = [entry.reading.role for entry in entries if entry.reading.role]
    return _most_named([(name, " ".join(sorted(normal_role(name)))) for name in roles])


def _most_named(pairs: Sequence[tuple[str, str]]) -> str | None:
    """Return the first spelling of the value named most often; `pairs` are spellings with their normal form."""
    counts = Counter(normal for _, normal in pairs)
    order: Mapping[str, int] = {normal: -index for index, (_, normal) in reversed(list(enumerate(pairs)))}
    best = max(counts, key=lambda normal: (counts[normal], order[normal]), default=None)
    return next((spelling for spelling, normal in pairs if normal == best), None)


def _is_sending_brand(company: str, message: Message) -> bool:
    if message.sender is None or not shared_senders.is_shared(message.sender.address):
        return False
    label = shared_senders.domain_of(message.sender.address).partition(".")[0]
    return normal_company(company) in {normal_company(label), normal_company(label.partition("-")[0])}
