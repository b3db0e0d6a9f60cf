"""The employer that a mail speaks of: by sender name, subject, text and signature.

Never from the domain of an applicant tracking system, LinkedIn, a scheduler or a free-mail provider. An employer's own
domain is the last resort, and an agency's name is never the company.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from inbox_watch.core import shared_senders, steps
from inbox_watch.core.reading import agencies, things
from inbox_watch.core.reading.company_words import (
    APPLIED_AT,
    BOARD,
    ENTITY,
    LABELLED_COMPANY,
    NAME,
    NO_OPENING,
    ON_SEARCH,
    OPENING,
    OWN_HOUSE,
    REGION,
    SUBJECT_COMPANY,
    TEXT_COMPANY,
    TOWN,
)
from inbox_watch.core.reading.names import ENDS_IN_ROLE, LONGEST_READ, NAMED_TEAM, NO_NAMES, ROLE_HEADS
from inbox_watch.core.reading.sentences import flatten
from inbox_watch.core.spelling import squeeze
from inbox_watch.core.types import Message, SenderKind
from inbox_watch.core.when.words import MONTHS, WEEKDAYS, word_set

_NAMED_FROM = re.compile(r"(?:\bfrom|\bat|@|,|\||\bbei|\bof|\bvia) (?:the )?(?P<company>[A-Z0-9][^,()|<>\"]{1,40})$")
_NAMED_BRACKET = re.compile(r"[(\[](?P<company>[^()\[\]]{2,40})[)\]]")
_TITLE_WORDS = re.compile(
    r"\b(?:recruit\w{0,8}|talent|partner|manager|lead|head|hr|people|consultant|sourcer|director|founder"
    r"|ceo|cto|coordinator|acquisition|engineer\w{0,3}|officer|specialist|associate|principal|vp|advisor"
    r"|executive|co-founder|researcher|owner|human resources|personal\w{0,10}|geschäftsführer)\b",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"(?P<company>[A-Z0-9][\w&.'’ +-]{1,40}?,? (?:GmbH|AG|Ltd\.?|Limited|Inc\.?|LLC|PLC|plc|SE|B\.V\."
    r"|S\.A\.|SARL|Pty|Pvt|KG|UG|AB|Oy|AS|ApS|Corp\.?|NHS (?:Foundation )?Trust|University|Hospital|Bank"
    r"|School)(?: Ltd\.?| Limited)?)(?=$|[\s,|•·])"
)


def find_company(
    message: Message, text: str, signature: str, kind: SenderKind, candidate_names: frozenset[str]
) -> str | None:
    """Return the employer that the mail speaks of; None where only an agency, a platform or nobody is named."""
    own_names = _agency_names(message, text, signature) if kind is SenderKind.AGENCY else frozenset()
    for found in _companies(message, text, signature, kind):
        tidy = _tidy_company(found)
        if (
            tidy
            and tidy.lower() not in candidate_names
            and not _is_role(tidy, f"{message.subject[:300]}\n{text[:LONGEST_READ]}")
            and not _is_same(tidy, own_names)
            and not _is_person(tidy, message, text, is_own=kind is SenderKind.CANDIDATE)
        ):
            return tidy
    return None


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
        if " " not in before.strip() or _ORGANISATION.search(before):
            yield before
            return
    if _is_applied_to(name, message.subject[:300]) or _is_applied_to(name, message.text[:LONGEST_READ]):
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
    is_brand = bool(own) and (own.startswith(label) or label.startswith(own))
    if shared in {"ats", "scheduler", "assessment", "job_board"} and not is_brand and (via or " " not in name.strip()):
        yield name
    if shared is None and is_brand:
        yield name


def _is_board(message: Message, name: str, text: str) -> bool:
    """Say whether a sender's name is a job board's or portal's ("Civil Jobs", "eRecruit"), and no firm's.

    "Acme Jobs" is Acme's where its domain or the text bears that name, or a system that writes for firms sends it.
    """
    firm = re.sub(r" jobs$", "", name, flags=re.IGNORECASE)
    if not BOARD.search(name) or (" " in firm and _ORGANISATION.search(firm)):
        return False
    label = agencies.own_name(message)
    is_firms = (bool(label) and squeeze(firm).startswith(label) and not BOARD.search(label)) or (
        shared_senders.kind_of(message.sender.address if message.sender else "") == "ats"
    )
    return not is_firms and re.search(rf"\b(?:at|to|join|with|in) {re.escape(firm)}(?! [A-Z])", text) is None


def _is_applied_to(name: str, told: str) -> bool:
    """Say whether a name is that of a firm to which one applies: one is interested in no person."""
    applied = r"\b(?:interest in|interested in|appl(?:ication|ying|ied) (?:to|with|at)|joining|a career (?:at|with))"
    return re.search(rf"{applied} {re.escape(name[:60])}(?![\w'’])", told) is not None


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
    if ENTITY.search(name) or _is_firm(name, text):
        return True
    return _ORGANISATION.search(name) is not None and NO_OPENING.search(name) is None


def _from_segments(subject: str, text: str) -> Iterator[str]:
    """Yield the pieces of a subject ("RTR - Data Engineer - Acme") that the text names too, but places and roles."""
    low = text[:LONGEST_READ]
    subject = TOWN.sub(lambda found: found[0] if _ORGANISATION.search(found["town"]) else "", subject)
    for piece in _SEGMENT.split(re.sub(r"^(?:(?:re|aw|fwd?|fw):\s?){1,3}", "", subject, flags=re.IGNORECASE)):
        piece = piece.strip()
        if not re.fullmatch(r"[A-Z0-9][\w&.'’+-]{1,30}(?: [A-Z&][\w&.'’+-]{0,30}){0,3}", piece) or ENDS_IN_ROLE.search(
            piece
        ):
            continue
        if (piece in low or ENTITY.search(piece)) and not re.search(rf"\b(?:in|near|from) {re.escape(piece)}\b", low):
            yield piece


def _matches(patterns: tuple[re.Pattern[str], ...], text: str) -> Iterator[str]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            yield match["company"]


def _signed(signature: str, name: str) -> Iterator[str]:
    """Yield what a signature names as the employer: a legal form, or what follows a job title."""
    lines = [line.strip(" *_>|•") for line in signature[:800].split("\n") if line.strip()][:8]
    for line in lines:
        if match := _LEGAL.search(line):
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
        yield domain.partition(".")[0].replace("-", " ").title()


_UNIT = re.compile(
    r" (?:Early|Graduate|Future|Campus|Online|Challenge|Referrals?|Scheduling|Interviews?"
    r"|Volunteer\w{0,4}|Contributors|Programme|Program|Academy|Assessments?|Cabin|Vacancies|Hiring"
    r"|Recruit\w{0,8}|Talent|Careers?|Jobs|People|HR)\b.*$"
)


def _tidy_company(name: str) -> str | None:
    tidy = re.split(
        r"\s[|–—:]\s|\s-\s|\n|[!?:;]|\. |, (?!Inc|Ltd|LLC)|['’]s\b| (?:in|(?<!Department )(?<!Ministry )(?<!Office )"
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
    if _is_common(tidy):
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


def _is_role(name: str, told: str) -> bool:
    """Say whether a text uses a name as a role's: "the position of Project Director Rail", never "a role at"."""
    if ENTITY.search(name) or _LEGAL.search(name):
        return False
    return (
        re.search(
            rf"\b(?:(?:position|role|post|vacancy|job) (?:of|as)|[Aa]pplication as|filling)"
            rf" (?:an? |the |our )?{re.escape(name)}(?![\w'’])",
            told,
        )
        is not None
    )


def _is_common(name: str) -> bool:
    """Say whether a name is no name: only words of a mail's matter or of time ("Certificates", "17 March")."""
    words = re.findall(r"[^\W_]+", name.lower())
    return all(word in _COMMON or _COUNTED.fullmatch(word) or things.DOCUMENT.fullmatch(word) for word in words)


_COUNTED = re.compile(r"\d{1,10}(?:[ap]m|st|nd|rd|th|h|uhr)?")
_COMMON = (
    frozenset(WEEKDAYS)
    | frozenset(MONTHS)
    | word_set(
        "test tests assessment task challenge availability confirmation confirmed invitation reminder references "
        "reference contract documents times salary call first second final round st nd rd th of and the reply "
        "finance marketing sales legal accounting accounts procurement payroll operations engineering logistics saas "
        "fintech b2b b2c ai it "
        "answer question questions solution ihr ihre dein deine bewerbung einladung bestätigung your application at um "
        "council hospital school trust college university clinic ministry department campus public emergency "
        "healthcare superday"
    )
)


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


def _is_person(company: str, message: Message, text: str, *, is_own: bool) -> bool:
    """Say whether a name is a person's: the sender's, a receiver's, or two plain words ("with Ines Kim")."""
    name = message.sender.name.lower() if message.sender else ""
    flat = text.replace("\n", " ")
    words = company.split()
    if len(words) == 1:
        first_names = {a.name.lower().split()[0] for a in (*message.to, *message.cc) if a.name.strip()}
        is_personal = " " in name and " via " not in name and "(" not in name and not _ORGANISATION.search(name)
        first_names |= {name.split()[0]} if is_personal else set()
        return (
            company.lower() in first_names
            or re.search(
                rf"\b{re.escape(company)} [A-Z][a-z]+\b[^.]{{0,20}}(?:\(|,? (?:our|the|who|he|she|hiring)\b)",
                text[:LONGEST_READ],
            )
            is not None
        )
    told = f"{message.subject} {flat[:LONGEST_READ]}"
    # The candidate had roles elsewhere before; of one's own mail only "at" is clear.
    if not is_own and company.lower() == name and _is_applied_to(company, told):
        return False
    if re.search(rf"(?:\bat|@) {re.escape(company)}\b", told) or (not is_own and _is_firm(company, told)):
        return False  # one works at a firm, and meets with a person
    if company.lower() == name:
        return (
            not _ORGANISATION.search(company)
            and shared_senders.kind_of(message.sender.address if message.sender else "") is None
        )
    if len(words) != 2 or not company.replace(" ", "").isalpha() or _ORGANISATION.search(company):
        return False
    known = squeeze(f"{message.sender.name} {message.sender.address}" if message.sender else "")
    return (
        squeeze(company) not in known
        and re.search(
            rf"\b(?:with|and|meet|meeting|to|of|from|by) {re.escape(company)}\b|\b{re.escape(company)} (?:\("
            rf"|would|will|has|is|wants|liked|loved|enjoyed|viewed|asked(?! us to)|invited|confirmed)",
            f"{message.subject} {text[:LONGEST_READ]}",
        )
        is not None
    )


def _is_firm(company: str, told: str) -> bool:
    """Say whether a name is used as a firm's: one works at a firm and meets with a person; a firm has roles."""
    name = re.escape(company)
    before = (
        r"(?:\bat|@|\bclient,?(?: is)?|\bjoining|\b(?:retained|instructed|engaged|mandated|commissioned) by"
        r"|\b[Hh]elp(?:ing)?(?= \S{1,30}(?: \S{1,30}){0,4} (?:find|hire|recruit)\b)|\b(?:role|position|vacancy|opening"
        r"|job|post|seat) (?:with|for|at|within)|\b(?:hiring|recruiting|employed|employment) (?:for|by|with|at))"
    )
    after = (
        rf"(?: {ON_SEARCH}|,? (?:are|who are|which is|have been) (?:hiring|looking|recruiting|seeking|searching"
        rf"|growing)\b"
        r"| (?:has|have) (?:asked|retained|instructed|engaged|mandated) (?:me|us)\b| (?:plc|ltd|llp|gmbh)\b)"
    )
    return re.search(rf"{before} {name}\b|\b{name}{after}", told) is not None


_ORGANISATION = re.compile(
    r"\b(?:GmbH|AG|Ltd|Limited|Inc|LLC|PLC|Group|Labs?|Systems|Technolog\w{1,4}|Software|Solutions|Bank"
    r"|University|School|Hospital|Trust|Council|College|Partners|Digital|Health|Energy|Media|Studios?"
    r"|Foods?|Logistics|Services|Insurance|Industries|Works|Recruit\w{0,6}|Talent|Team|Careers|HR|Hiring"
    r"|Jobs|Homes|Housing|Hotels?|Airlines?|Airways|Railways?|Motors|Pharma\w{0,10}|Games|Robotics|Water|Power"
    r"|Retail|Stores"
    r"|Bakery|Brewery|Farms|Museum|Institute|Consulting|Engineering|Construction|Finance|Financial|Capital|Telecom"
    r"|Networks"
    r"|Brothers|Company|Associates|Holdings|Werke|Versicherung|Instruments|Center|Centre|Clinic|Electric|Manufacturing)\b",
    re.IGNORECASE,
)
