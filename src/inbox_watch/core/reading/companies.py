"""The employer that a mail speaks of: by sender name, subject, text and signature.

Never from the domain of an applicant tracking system, LinkedIn, a scheduler or a free-mail provider. An employer's own
domain is the last resort, and an agency's name is never the company.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from inbox_watch.core import shared_senders, steps
from inbox_watch.core.reading import agencies
from inbox_watch.core.reading.company_words import (
    APPLIED_AT,
    BOARD,
    ENTITY,
    LABELLED_COMPANY,
    NAME,
    NO_OPENING,
    OPENING,
    OWN_HOUSE,
    REGION,
    SUBJECT_COMPANY,
    TEXT_COMPANY,
    TOWN,
)
from inbox_watch.core.reading.names import ENDS_IN_ROLE, LONGEST_READ, NAMED_TEAM, NO_NAMES, ROLE_HEADS, cut_sign_off
from inbox_watch.core.reading.no_company import (
    LEGAL,
    ORGANISATION,
    is_applied_to,
    is_common,
    is_firm,
    is_own_past,
    is_person,
    is_role,
)
from inbox_watch.core.reading.sentences import flatten
from inbox_watch.core.spelling import is_spelt_from, spelt_out, squeeze
from inbox_watch.core.types import Message, SenderKind

_NAMED_FROM = re.compile(r"(?:\bfrom|\bat|@|,|\||\bbei|\bof|\bvia) (?:the )?(?P<company>[A-Z0-9][^,()|<>\"]{1,40})$")
_NAMED_BRACKET = re.compile(r"[(\[](?P<company>[^()\[\]]{2,40})[)\]]")
_TITLE_WORDS = re.compile(
    r"\b(?:recruit\w{0,8}|talent|partner|manager|lead|head|hr|people|consultant|sourcer|director|founder"
    r"|ceo|cto|coordinator|acquisition|engineer\w{0,3}|officer|specialist|associate|principal|vp|advisor"
    r"|executive|co-founder|researcher|owner|human resources|personal\w{0,10}|geschäftsführer)\b",
    re.IGNORECASE,
)


def find_company(
    message: Message,
    text: str,
    signature: str,
    kind: SenderKind,
    candidate_names: frozenset[str],
    role: str | None = None,
) -> str | None:
    """Return the employer that the mail speaks of; None where only an agency, a platform or nobody is named.

    `role` is the job that the mail names, which is no company.
    """
    told, signed_off = cut_sign_off(text, message)
    signature = signature if signature.strip() else signed_off
    own_names = _agency_names(message, text, signature) if kind is SenderKind.AGENCY else frozenset()
    for found in _companies(message, told, signature, kind):
        tidy = _tidy_company(found)
        if (
            tidy
            and tidy.lower() not in candidate_names
            and not is_role(tidy, f"{message.subject[:300]}\n{told[:LONGEST_READ]}", role)
            and not _is_same(tidy, own_names)
            and not is_person(tidy, message, told, kind)
            and not (kind is SenderKind.CANDIDATE and is_own_past(tidy, told))
        ):
            return _whole_name(tidy, message, text, signature)
    return None


_OWN_LINE = re.compile(r"[A-Z][\w.'’&+-]{1,30}(?: (?:[A-Z&][\w.'’+-]{0,30}|of|and)){1,4}")


def _whole_name(name: str, message: Message, text: str, signature: str) -> str:
    """Return the sender's firm as it writes itself, where what was read is only how its domain spells it."""
    label = shared_senders.domain_of(message.sender.address).partition(".")[0] if message.sender else ""
    if squeeze(name) != squeeze(label):
        return name
    for line in map(str.strip, signature[:800].split("\n")):
        if line.lower().startswith(f"{name.lower()} ") and _OWN_LINE.fullmatch(line) and not NO_OPENING.search(line):
            return _tidy_company(line) or name
    sources = (message.sender.name if message.sender else "", signature[:800], text[:LONGEST_READ], message.subject)
    return next((spelt for one in sources if (spelt := spelt_out(label, one))), name)


def _companies(message: Message, text: str, signature: str, kind: SenderKind) -> Iterator[str]:
    subject = message.subject[:300]
    name = message.sender.name if message.sender else ""
    is_agency = agencies.kind_shown(message, text, signature, is_automatic=False) is SenderKind.AGENCY
    is_board = kind not in {SenderKind.AGENCY, SenderKind.CANDIDATE} and _is_board(message, name.strip(), text)
    if kind is SenderKind.PLATFORM and steps.step_of(message):
        yield from steps.employers_in(message, text)
    if kind not in {SenderKind.AGENCY, SenderKind.CANDIDATE} and name:
        named = [] if is_board else list(_named(message, name))
        if kind is SenderKind.PLATFORM and not any(one in text[:LONGEST_READ] for one in named):
            yield from _matches((APPLIED_AT,), text[:LONGEST_READ])  # a portal may bear any name
        yield from named
    yield from _matches(SUBJECT_COMPANY, subject)
    if labelled := LABELLED_COMPANY.search(text[:LONGEST_READ]):
        yield labelled["company"]
    yield from _from_segments(subject, text)
    yield from _matches(TEXT_COMPANY, text[:LONGEST_READ])
    if _OWN_SEARCH.search(text[:LONGEST_READ]) and not is_agency:
        yield from _matches((_INTRODUCED,), text[:LONGEST_READ])
    yield from (n for n in _matches((OPENING,), text[:LONGEST_READ]) if _opens_as_firm(n, text))
    if is_board and " " in name.strip() and squeeze(name) != agencies.own_name(message):
        yield name  # "NHS Jobs", where nothing else is named
    if kind is SenderKind.EMPLOYER:
        yield from _signed(signature, name)
        yield from _own_domain(message)


def _named(message: Message, name: str) -> Iterator[str]:
    """Yield the organisation in the sender's name: "Acme Recruiting Team", "Dana (Acme)", "Acme via Ashby", "Acme"."""
    before, via, _ = name.partition(" via ")
    if via and shared_senders.kind_of(message.sender.address if message.sender else "") != "social":
        name = before
        if " " not in before.strip() or ORGANISATION.search(before):
            yield before
            return
    if is_applied_to(name, message.subject[:300]) or is_applied_to(name, message.text[:LONGEST_READ]):
        yield name
    for pattern in (NAMED_TEAM, _NAMED_BRACKET, _NAMED_FROM):
        if match := pattern.search(name):
            yield match["company"]
    address = message.sender.address if message.sender else ""
    label = squeeze(shared_senders.domain_of(address).partition(".")[0])
    own = squeeze(name)
    shared = shared_senders.kind_of(address)
    if shared_senders.is_platform_name(name):
        return  # "Personio" writes for others; who applies there is told so by the text
    is_brand = bool(own) and (own.startswith(label) or label.startswith(own) or is_spelt_from(name, label))
    is_firms = via or " " not in name.strip() or LEGAL.fullmatch(name.strip()) or ORGANISATION.search(name)
    if shared in {"ats", "scheduler", "assessment", "job_board"} and not is_brand and is_firms:
        yield name
    if shared is None and is_brand:
        yield name


def _is_board(message: Message, name: str, text: str) -> bool:
    """Say whether a sender's name is a job board's or portal's ("Civil Jobs", "eRecruit"), and no firm's.

    "Acme Jobs" is Acme's where its domain or the text bears that name, or a system that writes for firms sends it.
    """
    firm = re.sub(r" jobs$", "", name, flags=re.IGNORECASE)
    if not BOARD.search(name) or (" " in firm and ORGANISATION.search(firm)):
        return False
    label = agencies.own_name(message)
    is_firms = (bool(label) and squeeze(firm).startswith(label) and not BOARD.search(label)) or (
        shared_senders.kind_of(message.sender.address if message.sender else "") == "ats"
    )
    return not is_firms and re.search(rf"\b(?:at|to|join|with|in) {re.escape(firm)}(?! [A-Z])", text) is None


# "Ian from Dunmore & Sons here. We're looking for …": a firm where it looks for somebody itself, else a place.
_INTRODUCED = re.compile(
    rf"(?:^|[.!?,\n] ?)(?:(?:[Ii]t['’]s|[Tt]his is) )?[A-Z][\w'’-]{{1,20}}(?: [A-Z][\w'’-]{{1,20}})? "
    rf"(?:from|at|of|with) {NAME},? here\b"
)
_OWN_SEARCH = re.compile(
    r"\b[Ww]e(?:['’]re| are)? (?:currently |now |also |still )?(?:looking for|hiring|recruiting|searching for|need"
    r"|have an? (?:opening|vacancy))\b"
)

_SEGMENT = re.compile(r"\s[|–—-]{1,2}\s|\s?\|{1,2}\s?|:\s|\s//\s|\s@\s|, ")


def _opens_as_firm(name: str, text: str) -> bool:
    """Say whether what opens a paragraph is a firm's name, by its own words or how it is used; "The Team" is none."""
    if ENTITY.search(name) or is_firm(name, text):
        return True
    return ORGANISATION.search(name) is not None and NO_OPENING.search(name) is None


_BRANCH = re.compile(rf"(?i:\b(?:{ROLE_HEADS})), $")
"""Behind a job's name a comma may lead to its branch: "Scientist, Cell Biology"."""


def _from_segments(subject: str, text: str) -> Iterator[str]:
    """Yield the pieces of a subject ("RTR - Data Engineer - Acme") that the text names too, but places and roles."""
    low = text[:LONGEST_READ]
    subject = TOWN.sub(lambda found: found[0] if ORGANISATION.search(found["town"]) else "", subject)
    for piece in _SEGMENT.split(re.sub(r"^(?:(?:re|aw|fwd?|fw):\s?){1,3}", "", subject, flags=re.IGNORECASE)):
        piece = re.sub(r" \(.{1,20}\)$", "", piece.strip())
        if not re.fullmatch(r"[A-Z0-9][\w&.'’+-]{1,30}(?: [A-Z&][\w&.'’+-]{0,30}){0,3}", piece) or ENDS_IN_ROLE.search(
            piece
        ):
            continue
        place = rf"\b(?:in|near|from|(?:move|moving|relocat\w{{1,3}}|commut\w{{1,3}}|travel) to) {re.escape(piece)}\b"
        if (
            (piece in low or ENTITY.search(piece))
            and not re.search(place, low)
            and (
                not _BRANCH.search(subject[: subject.find(piece)]) or is_firm(piece, low) or ORGANISATION.search(piece)
            )
        ):
            yield piece


def _matches(patterns: tuple[re.Pattern[str], ...], text: str) -> Iterator[str]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            yield match["company"]


def _signed(signature: str, name: str) -> Iterator[str]:
    """Yield what a signature names as the employer: a legal form, or what follows a job title."""
    lines = [line.strip(" *_>|•") for line in signature[:800].split("\n") if line.strip()][:8]
    for line in lines:
        if match := LEGAL.search(line):
            yield match["company"]
    for index, line in enumerate(lines):
        if not _TITLE_WORDS.search(line):
            continue
        for piece in re.split(r"\s?[|•·,/]\s?|\s[–-]\s| at | @ |, ", line)[1:]:
            if piece and not _TITLE_WORDS.search(piece) and piece not in name:
                yield piece
        if index + 1 < len(lines) and not any(c.isdigit() or c == "@" for c in lines[index + 1]):
            yield lines[index + 1]


# RFC 2606, section 3: reserved for documentation, nobody's name.
_RESERVED = frozenset({"example.com", "example.net", "example.org"})


def _own_domain(message: Message) -> Iterator[str]:
    address = message.sender.address if message.sender else ""
    domain = shared_senders.domain_of(address)
    label = re.split(r"[-_.]", domain)[0]
    if (
        domain
        and domain not in _RESERVED
        and not shared_senders.is_platform_name(label)
        and not shared_senders.is_shared(address)
    ):
        parts = domain.partition(".")[0].split("-")
        yield " ".join([one for one in parts if one not in _MAILING] or parts).title()


# What a firm puts before its name for the domain from which it invites.
_MAILING = frozenset(
    [
        "interviews",
        "interview",
        "scheduling",
        "careers",
        "career",
        "jobs",
        "recruiting",
        "talent",
        "hiring",
        "mail",
        "hr",
    ]
)


_UNIT = re.compile(
    r" (?:Early|Graduate|Future|Campus|Online|Challenge|Referrals?|Scheduling|Interviews?"
    r"|Volunteer\w{0,4}|Contributors|Programme|Program|Academy|Assessments?|Cabin|Vacancies|Hiring"
    r"|Recruit\w{0,8}|Talent|Careers?|Jobs|People|HR)\b.*$"
)


def _tidy_company(name: str) -> str | None:
    tidy = re.split(
        r"\s[|–—:]\s|\s-\s|\n|[!?:;]|(?<!\bSt)\. |, (?!Inc|Ltd|LLC)|['’]s\b(?! (?:Hospital|Hospice|School|College"
        r"|Church|Primary|University|Academy|Bank)\b)| (?:in|(?<!Department )(?<!Ministry )(?<!Office )"
        r"(?<!Centre )(?<!Institute )(?<!Agency )for|on|and I|and we|as|regarding"
        r"|via|to|is|has|would|will) ",
        name.strip(),
    )[0]
    tidy = re.split(r" I['’]| We\b| I\b", tidy)[0]
    tidy = re.sub(r"^(?:the|our|at|with|from|via) ", "", tidy, flags=re.IGNORECASE)
    tidy = _UNIT.sub("", tidy)
    tidy = steps.LOOSE_END.sub(
        "", re.sub(r" (?:Recruit\w*|Talent(?: Acquisition)?|Careers?|Hiring|HR|Jobs|Team|People)(?: Team)?$", "", tidy)
    ).strip(" \"'")
    first = tidy.split(" ")[0].lower() if tidy else ""
    if is_common(tidy):
        return None
    if (
        len(tidy) < 2
        or len(tidy) > 50
        or first in NO_NAMES
        or not any(c.isalpha() for c in tidy)
        or "'" in first
        or "’" in first
        or re.match(
            r"\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|a\.m|p\.m|noon|uhr|o['’]clock|[ecmp][sd]?t|gmt|bst|ce?st|utc|ist)\b"
            r"|\d{1,2}(?::|h\b|\.\d\d\b)|(?:employment|band|grade|level|tomorrow|today|final|technical|next|doj"
            r"|rtr)\b",
            tidy.lower(),
        )
        or re.search(rf"(?i)\b(?:{ROLE_HEADS})(?: [#(]?\d{{3,10}}\)?)?$", tidy)
        or REGION.fullmatch(tidy)
        or re.match(r"\d{3,}[-/]", tidy)
    ):
        return None
    return tidy


def _agency_names(message: Message, text: str, signature: str) -> frozenset[str]:
    domain = shared_senders.domain_of(message.sender.address).partition(".")[0] if message.sender else ""
    lines = {flatten(piece).strip() for line in signature[:800].split("\n") for piece in re.split(r"[|•·,]", line)}
    name = flatten(message.sender.name) if message.sender else ""
    return frozenset(
        {
            squeeze(domain),
            *(squeeze(line) for line in lines),
            *(squeeze(p) for p in re.split(r"[(),|]| from | at ", name)),
            *agencies.agency_names(message, text, signature),
            *(() if _OWN_SEARCH.search(text[:LONGEST_READ]) else map(squeeze, _matches((OWN_HOUSE,), text[:500]))),
        }
        - {""}
    )


def _is_same(company: str, names: frozenset[str]) -> bool:
    own = squeeze(company)
    return any(
        own == name or (len(own) > 4 and len(name) > 4 and (name.startswith(own) or own.startswith(name)))
        for name in names
    )
