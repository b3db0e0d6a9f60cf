"""What stands where a company would and is none: a person, the role itself, a day, a sum, where one worked before."""

from __future__ import annotations

import re

from inbox_watch.core import shared_senders
from inbox_watch.core.reading import things
from inbox_watch.core.reading.company_words import ENTITY, ON_SEARCH
from inbox_watch.core.reading.names import LONGEST_READ
from inbox_watch.core.spelling import begins_alike, squeeze
from inbox_watch.core.types import Message, SenderKind
from inbox_watch.core.when.words import MONTHS, WEEKDAYS, word_set

LEGAL = re.compile(
    r"(?P<company>[A-Z0-9][\w&.'’ +-]{1,40}?,? (?:GmbH|AG|Ltd\.?|Limited|Inc\.?|LLC|PLC|plc|SE|B\.V\."
    r"|S\.A\.|SARL|Pty|Pvt|KG|UG|AB|Oy|AS|ApS|Corp\.?|NHS (?:Foundation )?Trust|University|Hospital|Bank"
    r"|School)(?: Ltd\.?| Limited)?)(?=$|[\s,|•·])"
)


ORGANISATION = re.compile(
    r"\b(?:GmbH|AG|Ltd|Limited|Inc|LLC|PLC|Group|Labs?|Systems|Technolog\w{1,4}|Software|Solutions|Bank"
    r"|University|School|Hospital|Trust|Council|College|Partners|Digital|Health|Energy|Media|Studios?"
    r"|Foods?|Logistics|Services|Insurance|Industries|Works|Recruit\w{0,6}|Talent|Team|Careers|HR|Hiring"
    r"|Jobs|Homes|Housing|Hotels?|Airlines?|Airways|Railways?|Motors|Pharma\w{0,10}|Games|Robotics|Water|Power"
    r"|Retail|Stores"
    r"|Bakery|Brewery|Farms|Museum|Institute|Consulting|Engineering|Construction|Finance|Financial|Capital|Telecom"
    r"|Networks"
    r"|Brothers|Company|Associates|Holdings|Werke|Versicherung|Instruments|Center|Centre|Clinic|Polyclinic"
    r"|Electric|Manufacturing"
    r"|Ceramics|Castings|Biologics|Trading|Joinery|Estates|Books|Bookshop|Opticians|Dairies|Dairy|Vets|Brewing|Builders"
    r"|Interiors|Kitchens|Furniture|Textiles|Packaging|Plastics|Timber|Freight|Haulage|Transport|Shipping|Aviation"
    r"|Nurseries|Vineyards?|Winery|Wines|Caf[eé]|Restaurant|Catering|Events|Fitness|Gym|Dental|Pharmacy|Therapeutics"
    r"|Genomics|Diagnostics|Sciences|Analytics|Payments|Mobility|Automotive|Cycles|Bikes|Solar|Renewables|Mining"
    r"|Minerals|Chemicals|Publishing|Productions|Theatre|Gallery|Architects|Solicitors|Accountants|LLP|Investments"
    r"|Ventures|Assurance|Properties|Lettings|Realty|Developments|Roofing|Plumbing|Foundry|Machinery|Hospice|Academy"
    r"|Primary|Nursery|Supermarkets?|Pottery|Studio|Hub|Collective|Laundry|Tyres|Scaffolding|Landscapes|Gardens)\b",
    re.IGNORECASE,
)


def is_role(name: str, told: str, role: str | None) -> bool:
    """Say whether a name is the role's, or a text uses it as one: "the position of Project Director Rail"."""
    if ENTITY.search(name) or LEGAL.search(name):
        return False
    if role and squeeze(name) in {squeeze(role), squeeze(role.partition(", ")[2])}:
        return True
    return (
        re.search(
            rf"\b(?:(?:position|role|post|vacancy|job) (?:of|as)|[Aa]pplication as|filling)"
            rf" (?:an? |the |our )?{re.escape(name)}(?![\w'’])"
            rf"|\b(?:the|your|our|this|an?) {re.escape(name)} (?:position|role|post|vacancy|job) (?:at|with)\b",
            told,
        )
        is not None
    )


def is_common(name: str) -> bool:
    """Say whether a name is no name: only words of a mail's matter or of time ("Certificates", "17 March")."""
    words = re.findall(r"[^\W_]+", name.lower())
    if _NUMBERED.fullmatch(name.lower()):
        return True
    return all(word in _COMMON or _COUNTED.fullmatch(word) or things.DOCUMENT.fullmatch(word) for word in words)


_COUNTED = re.compile(r"\d{1,10}(?:[ap]m|st|nd|rd|th|h|uhr|k)?")
# "Term 3", "Ward 17": one of several, and nobody's name.
_NUMBERED = re.compile(
    r"(?:term|ward|terminal|year|phase|part|room|floor|level|gate|unit|requisition|vacancy|submission|option|band|grade"
    r"|week|step|round|class|semester|quarter|job|position|role|req|ref) #?\d{1,8}(?: of \d{1,3})?"
)
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
        "healthcare superday cancelled moved position role vacancy human resources candidates candidate christmas "
        "easter friends family students assessments could area bank hotel company client employer "
        "firm agency office graduate "
        "base ote gross net salary annum eur euro euros usd gbp chf cad aud nzd sgd inr aed zar kes ngn php "
    )
)


def is_person(company: str, message: Message, text: str, kind: SenderKind) -> bool:
    """Say whether a name is a person's: the sender's, a receiver's, or two plain words ("with Ines Kim")."""
    name = message.sender.name.lower() if message.sender else ""
    is_own = kind is SenderKind.CANDIDATE
    flat = text.replace("\n", " ")
    words = company.split()
    if len(words) == 1:
        first_names = {a.name.lower().split()[0] for a in (*message.to, *message.cc) if a.name.strip()}
        is_personal = " " in name and " via " not in name and "(" not in name and not ORGANISATION.search(name)
        first_names |= {name.split()[0]} if is_personal else set()
        return (
            company.lower() in first_names
            or re.search(
                rf"\b{re.escape(company)} [A-Z][a-z]+\b[^.]{{0,20}}(?:\(|,? (?:our|the|who|he|she|hiring)\b)",
                text[:LONGEST_READ],
            )
            is not None
            or _is_met(company, message, flat[:LONGEST_READ], kind)
        )
    told = f"{message.subject} {flat[:LONGEST_READ]}"
    # The candidate had roles elsewhere before; of one's own mail only "at" is clear.
    if not is_own and company.lower() == name and is_applied_to(company, told):
        return False
    if re.search(rf"(?:\bat|@) {re.escape(company)}\b", told) or (not is_own and is_firm(company, told)):
        return False  # one works at a firm, and meets with a person
    if company.lower() == name:
        return (
            not ORGANISATION.search(company)
            and shared_senders.kind_of(message.sender.address if message.sender else "") is None
        )
    if len(words) != 2 or not company.replace(" ", "").isalpha() or ORGANISATION.search(company):
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


def is_applied_to(name: str, told: str) -> bool:
    """Say whether a name is that of a firm to which one applies: one is interested in no person."""
    applied = (
        r"\b(?:interest(?:ed)? in|(?:trust|confidence) in|thinking of|considering|choosing"
        r"|appl(?:ication|ying|ied) (?:to|with|at)|joining|a career (?:at|with))"
    )
    return re.search(rf"{applied} {re.escape(name[:60])}(?![\w'’])", told) is not None


def _is_met(company: str, message: Message, told: str, kind: SenderKind) -> bool:
    """Say whether one word is whom one will meet: the house writes from its own domain, which bears another name."""
    if kind not in {SenderKind.EMPLOYER, SenderKind.CANDIDATE}:
        return False
    others = message.to[:3] if kind is SenderKind.CANDIDATE else (message.sender,) if message.sender else ()
    homes = [shared_senders.domain_of(one.address) for one in others if not shared_senders.is_shared(one.address)]
    own = squeeze(company)
    if not homes or any(own in squeeze(home) or begins_alike(own, squeeze(home)) for home in homes):
        return False
    name = re.escape(company)
    meets = r"(?:interview|call|chat|meeting|conversation|talk|session|slot|round|speak|speaking|meet|lunch|coffee)"
    if re.search(
        rf"(?:\bat|@|\bjoin|\bjoining|\bclient,?(?: is)?|\b(?:role|position|job|post|career) with) {name}\b", told
    ):
        return False
    return re.search(rf"\b{meets} (?:with )?{name}(?![\w'’]| [A-Z])", told) is not None


def is_own_past(company: str, told: str) -> bool:
    """Say whether the candidate only tells where they are from, learnt or work ("I work for Bramble Homes")."""
    name = re.escape(company)
    if re.search(
        rf"\b(?:role|position|post|job|vacancy|opening|apply(?:ing)?|application|interview) (?:at|with|to"
        rf"|for) {name}\b",
        told,
    ):
        return False
    return (
        re.search(
            rf"(?:\bI(?:['’]m| am|['’]ve been| have been)?(?: currently| now| originally| still| just)?"
            rf"|\b(?:[Mm]y|[Aa]n?|[Tt]he|(?:years?|months?|summers?)(?: of)?)) ?"
            rf"(?:from|(?:(?<!to )work(?:ed|ing)?|stud(?:y|ied|ying)|graduated?|degree|PhD|doctorate|MSc|BSc|MA"
            rf"|BA|MBA|diploma"
            rf"|master['’]?s|bachelor['’]?s|thesis|trained|training|apprenticeship|experience|internship"
            rf"|employed|spent|taught|ran|live|living"
            rf"|come|came|moved|finish(?:ed|ing)?|(?:present|current|last|previous|former|old) (?:job|role"
            rf"|position|employer|post)|at|with|a)\b"
            rf"[^.!?\n]{{0,60}}?\b(?:at|for|with|in|from|of|is|was))(?: the)?(?: University of"
            rf"| Institute of)? {name}(?![\w'’])",
            told,
        )
        is not None
    )


def is_firm(company: str, told: str) -> bool:
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
