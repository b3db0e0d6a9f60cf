"""Whether a mail shows plainly that an agency writes, or the employer itself: by how its writer speaks and signs.

An agency speaks of clients, or carries its trade in its name ("Oakfield Recruitment"). The same words are a department
where the text shows that name to be the employer's own ("Oakfield Energy Recruiting", and "a role at Oakfield Energy").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from inbox_watch.core import shared_senders
from inbox_watch.core.reading.names import LONGEST_READ
from inbox_watch.core.spelling import begins_alike, squeeze
from inbox_watch.core.types import Message, SenderKind

_PROPER = r"(?:[A-Z0-9ÄÖÜ][\w'’&.+-]{0,24} (?:(?:&|and|und) )?){1,4}"
_TRADE = (
    r"(?:Recruitment|Recruiting|Recruiters|Resourcing|Staffing|Personnel|Executive Search|Search (?:&|and) Selection"
    r"|Talent(?! (?:Acquisition|Team|Partner\b|Manager|Lead|Advis[eo]r|Specialist|Community|Pool|Coordinator"
    r"|Attraction))"
    r"|Search|Headhunt(?:ers?|ing)|Personalberatung|Personalvermittlung|Personaldienstleist\w{2,6}|Personalservice"
    r"|Zeitarbeit|Manpower|Employment Agency|Recruitment Agency|Labou?r Hire|Uitzendbureau|Uitzendorganisatie"
    r"|Selecci[oó]n|Temps|Temp Agency)"
)
_AFTER = (
    r"(?: (?:Ltd|Limited|LLP|LLC|Inc|GmbH|AG|KG|PLC|plc|Group|Partners|Solutions|Services|Consultants|Consulting"
    r"|Consultancy|Associates|Agency|UK|International|Europe|Company|Co|Network|Partnership)\.?){0,3}"
)
_HOUSE = re.compile(
    rf"(?P<own>{_PROPER})(?P<trade>{_TRADE}){_AFTER}(?![\w-])"
    r"(?! (?:team|Team|department|Manager|Lead|Ops|Operations|Coordinat\w{2,3}|Desk|Specialist))"
)
# Words before "Recruitment" that make it a team or a title, and no firm.
_NO_OWN = frozenset(
    [
        "head",
        "sr",
        "jr",
        "lead",
        "senior",
        "junior",
        "manager",
        "director",
        "leader",
        "principal",
        "managing",
        "global",
        "graduate",
        "early",
        "internal",
        "campus",
        "executive",
        "hr",
        "human",
        "resources",
        "people",
        "team",
        "the",
        "our",
        "your",
        "it",
        "tech",
        "technical",
        "technology",
        "finance",
        "financial",
        "accounting",
        "engineering",
        "sales",
        "marketing",
        "legal",
        "digital",
        "data",
        "healthcare",
        "medical",
        "nursing",
        "education",
        "construction",
        "commercial",
        "industrial",
        "office",
        "uk",
        "eu",
        "emea",
        "dach",
        "europe",
        "european",
        "international",
        "group",
        "corporate",
        "volunteer",
        "staff",
        "candidate",
        "online",
        "partner",
        "vp",
        "of",
        "and",
        "&",
        "und",
        "volume",
        "experienced",
        "professional",
        "specialist",
        "professionals",
        "student",
        "apprentice",
        "school",
        "driver",
        "hospitality",
        "re",
        "aw",
        "fwd",
        "in-house",
        "inhouse",
        "regional",
        "national",
        "local",
        "new",
        "job",
        "dear",
        "hi",
        "hello",
        "a",
        "an",
        "my",
        "talent",
        "recruitment",
        "career",
        "careers",
        "job",
        "search",
        "founder",
        "owner",
        "consultant",
    ]
)
_IN_HOUSE_TRADES = frozenset({"recruiting", "talent", "recruitment", "resourcing"})
_INDUSTRY = re.compile(
    r"\b(?:Insurance|Bank|Energy|Foods?|Software|Systems|Hospital|University|Council|College|School|Trust|Logistics"
    r"|Airlines?|Airways|Railways?|Motors|Pharma\w{0,10}|Studios?|Games|Robotics|Labs?|Museum|Library|Water|Power"
    r"|Telecom|Hotels?|Homes|Stores|Brewery|NHS|Police|Ministry|Institute|Charity|Werke|Versicherung)\b"
)
_SOMEONE = (
    r"(?:\b[Ii](?:['’]m| am|['’]ve| have)?\b|\b[Ww]e(?:['’]re| are|['’]ve| have)?\b|\b[Mm]y name is\b"
    r"|\b[Tt]his is\b|\b[Aa]s an?\b|\bhere\b)"
)
_SPEAKER = re.compile(rf"{_SOMEONE}[^.!?\n]{{0,90}}?(?: at| from| with| for| of| bei|,) {_HOUSE.pattern}")
_TITLE = re.compile(
    r"\b(?:(?:recruitment|recruiting|staffing|search|executive search|head-?hunting|search (?:&|and) selection)"
    r" consultant|head-?hunter|resourcer|personal(?:berater|vermittler)(?:in)?)\b(?! (?:at|for|role|position|job))",
    re.IGNORECASE,
)
# What a house says of itself beside its name: "Kielzog Flex (staffing for shipbuilding)". "Staffing Services" may be a
# hospital's own.
_TAGLINE = re.compile(
    r"(?:(?:an? |the |your )?(?:[\w&-]{2,16} ){0,3}(?:recruitment|recruiting|staffing|employment|executive search"
    r"|head-?hunting|search (?:&|and) selection) (?:consultants|agency|agencies|consultancy|bureau|firm|company"
    r"|specialists)"
    r"|(?:recruitment|staffing|recruiting) (?:for|in) (?:(?:the|and|&) )?[\w& -]{3,30}"
    r"|(?:temporary|temp|permanent|perm|contract) (?:&|and|/|\+) (?:temporary|temp|permanent|perm|contract)"
    r" (?:staffing|recruitment|personnel)|(?:[\w&-]{2,16} ){0,2}(?:labou?r hire|temp agency)|uitzendbureau)",
    re.IGNORECASE,
)
_IS_ONE = re.compile(
    r"\b(?:i(?:['’]m| am| work as| specialise as)|my name is [^.!?\n]{2,40}?(?:and i(?:['’]m| am)|,)|as) (?:an? "
    r"|the |your )?"
    r"(?:[\w&/-]{2,20} ){0,3}?(?:(?:recruitment|staffing|search|executive search|head-?hunting) consultant"
    r"|(?:agency|third-party|external|independent|freelance) recruiter|head-?hunter|personalberater(?:in)?)\b"
    r"|\b(?:we(?:['’]re| are)|i(?:['’]m| am) (?:with|from|at)|i (?:work for|run|represent)|at [\w&' -]{2,30}, )"
    r" ?(?:an? |the )?(?:[\w&/-]{2,20} ){0,4}?"
    r"(?:recruitment|staffing|employment|executive search|search|head-?hunting|personnel|personal)"
    r" ?(?:agency|firm|consultancy|business|company|boutique|specialists?|agentur|vermittlung)\b",
    re.IGNORECASE,
)
_NOT_CLIENT = (
    r"(?! ?-?(?:base|work|services?|team|success|facing|relations?\w{0,5}|list|portfolio|meetings?|calls?|visits?"
    r"|side|sites?"
    r"|projects?|accounts?|engagement|experience|manager|list|data|onboarding|app\b|library|code|server))"
)
_HIRES = (
    r"(?:look(?:s|ing)|hir(?:es|ing|e)|seek(?:s|ing)|search\w{0,3}|recruit\w{0,4}|need(?:s|ing)?|want(?:s|ing)?"
    r"|would like|wishes|vacanc\w{1,3}|role|position|post|opening|interview\w{0,3}|offer\w{0,3}|feedback|cv|profile"
    r"|candidates?|decided|hear(?:d|ing)?|keen|sucht|suchen|stelle)"
)
_HIRED = r"(?:retained|instructed|engaged|mandated|appointed|asked|briefed)"
_CLIENT = re.compile(
    rf"\bmy client\b{_NOT_CLIENT}|\bone of (?:my|our) (?:[\w-]{{2,14}} ){{0,3}}clients\b|\ba client of (?:mine|ours)\b"
    rf"|\b(?:role|position|job|vacancy|opening|post|opportunity|work|shifts?) (?:with|for|at) one of (?:my|our)"
    rf" (?:[\w-]{{2,14}} ){{0,3}}customers\b|\bone of (?:my|our) (?:[\w-]{{2,14}} ){{0,3}}customers"
    rf" (?:is (?:hiring|recruiting)|(?:is looking|wants?) to (?:hire|recruit))\b"
    rf"|\bmy (?:[\w-]{{2,14}} ){{1,3}}client\b{_NOT_CLIENT}|\b(?:introduce|present|recommend) you to my (?:client"
    rf"|customer)"
    rf"|\b(?:with|for|at|to|by|from|on behalf of) (?:our|an?) (?:[\w-]{{2,14}} ){{0,4}}client\b{_NOT_CLIENT}"
    rf"|\b(?:our|an?) (?:[\w-]{{2,14}} ){{0,3}}client\b{_NOT_CLIENT}[^.!?\n]{{0,60}}?\b{_HIRES}\b"
    rf"|\bthe (?:end )?client\b{_NOT_CLIENT}[^.!?\n]{{0,50}}?\b(?:would (?:like|love)|wants?|keen|has|have|liked"
    rf"|loved|likes|loves"
    r"|came|comes|decided|gave|enjoyed|went|froze|asked|asks|is (?:happy|looking|hiring|still|going|interested)|will)\b"
    r"[^.!?\n]{0,60}?\b(?:you|your|interview\w{0,3}|cvs?|profiles?|someone|another|other|candidates?|role|position"
    r"|offer|hiring|recruitment)\b"
    rf"|\b(?:hear\w{{0,2}}|spoke\w?|speak\w{{0,3}}|talk\w{{0,3}}|feedback|word|news|back"
    rf"|answer) (?:\w{{2,8}} ){{0,2}}(?:from|to|with)"
    rf" (?:the|our|my) client\b{_NOT_CLIENT}"
    r"|\b(?:your (?:cv|profile|resume|application|details)|you) (?:\w{2,12} ){0,4}(?:to|with|by) (?:the |our "
    r"|their )?client\b"
    r"|\bclient (?:has|have|is|wants|would|hr|will)\b[^.!?\n]{0,60}?\b(?:you|your|interview|cv|profiles?|position"
    r"|role)\b"
    r"|\b(?:right|permission|consent|authori[sz]\w{2,6}) to represent\b|\brepresent(?:ing)? you\b"
    rf"|\b(?:i|we)(?:['’]ve been| have been|['’]m| am| was|['’]re| are| were)(?: \w{{2,12}}ly)? {_HIRED} (?:by"
    rf"|on behalf of|on|with|in)\b"
    rf"|\b(?:has|have) been (?:\w{{2,12}}ly )?(?:retained|mandated) (?:on an? \w{{2,12}} basis |\w{{2,12}}ly )?by\b"
    rf"|\b(?:has|have|['’]ve|['’]s) (?:\w{{2,12}}ly )?{_HIRED} (?:me|us) (?:\w{{2,12}}ly )?"
    r"(?:to (?:find|search|recruit|fill|source|look|help|hire|identify|run)"
    r"(?! (?:you|out|me|us)\b| (?:an?|another|some|the|new) (?:\w{2,10} )?(?:dates?|days?|times?|slots?|rooms?"
    r"|hours?|moment|way)\b)|with (?:the|their|a) search)\b"
    r"|\b(?:mein|unser)(?:e[nmrs]?|es)? (?:\w{2,20} ){0,2}(?:mandant|kunde|auftraggeber)(?:en|in|s)?\b[^.!?\n]{0,60}?\b"
    r"(?:such\w{1,3}|stelle|position|auftrag|verstärkung)\b|\bim auftrag (?:unsere|meine)[sr] (?:mandant|kunde"
    r"|klient)\w{0,4}\b",
    re.IGNORECASE,
)
# "We have a plumber opening in Leek with a mechanical contractor": an employer has it itself.
_ELSEWHERE = re.compile(
    r"\b(?:i|we)(?:['’]ve| have)(?: got)?(?: currently| also| now)? an? [^.!?\n]{2,60}?\b(?:opening|role|job|position"
    r"|vacancy|post)\b(?: in [\w ]{2,30}?| near [\w ]{2,30}?)? (?:(?:with|at) an? (?:[\w&-]{2,16} ){0,4}?"
    r"(?:contractor|builder|developer|practice|retailer|school|hospital|care home|hotel|supplier|distributor|brewery"
    r"|bank|university)|(?:with|at|for) an? (?:[\w&-]{2,16} ){0,4}?(?:company|firm|manufacturer|employer|consultancy"
    r"|start-?up|charity))"
    r"(?=[,.;:!?]|$| (?:in|based|near|who|that|which|just|outside|here|on|at|there|around|close)\b)",
    re.IGNORECASE,
)
_FOR_OTHERS = re.compile(
    r"\b(?:[Ii]|[Ww]e)(?:['’]m| am|['’]re| are|['’]ve been| have been)?(?: currently| also| now"
    r"| often)? (?:work(?:ing)?|partner(?:ing)?"
    r"|recruit(?:ing)?|support(?:ing)?) (?:closely |exclusively |directly )?(?:with |alongside |for )?"
    r"(?P<company>[A-Z][\w&.'’+-]{1,24}(?: [A-Z&][\w&.'’+-]{0,24}){0,3}) (?:on|with|to (?:find|fill|source|recruit)"
    r"|who|which|and (?:they|have))"
    r"(?: (?:their|its|an?|some|several|the|two|three))?(?: [\w-]{2,16}){0,3}? ?(?:hir(?:es?|ing)|recruitment"
    r"|search(?:es)?|vacanc\w{1,3}|roles?"
    r"|positions?|looking|need|asked me)\b"
)
_IN_HOUSE = re.compile(
    r"\b(?:talent acquisition|in-house (?:recruiter|talent)|internal recruiter|hiring manager|people (?:team"
    r"|operations|ops|partner|business"
    r" partner|& culture|and culture)|human resources|hr (?:manager|director|business partner|advis[eo]r|officer"
    r"|team|department"
    r"|assistant|coordinator|generalist)|personalabteilung|personalreferent(?:in)?)\b",
    re.IGNORECASE,
)
_LOCAL_TEAM = re.compile(
    r"(?:^|[._-])(?:careers?|jobs?|hr|talent|hiring|people|team|applications?|bewerbung\w{0,2}|info)\b|recruit"
    r"|\b(?:rec|talent|people|ta)-?ops\b"
)
_DOMAIN = re.compile(
    r"(?:recruit(?:ment|ing|ers?)?|staffing|resourcing|personnel|head-?hunt\w{0,5}|personalberatung|personalvermittlung"
    r"|personalservice|zeitarbeit|labou?rhire|uitzendbureau|(?<!re)search|(?:^|-)talent|talent(?:s|group"
    r"|partners|solutions)?$)(?:-?(?:ltd"
    r"|group|uk|partners|solutions"
    r"|services|consult\w{0,5}))?$"
)


def kind_shown(message: Message, text: str, signature: str, *, is_automatic: bool) -> SenderKind | None:
    """Return AGENCY or EMPLOYER where a mail shows it plainly, else None. Evidence of an agency is the stronger."""
    part = text[:LONGEST_READ]
    if _speaks_as_agency(message, part) or (not is_automatic and _is_named_as_agency(message, part, signature)):
        return SenderKind.AGENCY
    if not is_automatic and _IN_HOUSE.search(signature[:400]):
        return SenderKind.EMPLOYER
    return None


def _speaks_as_agency(message: Message, text: str) -> bool:
    flat = " ".join(text.split())
    if _CLIENT.search(flat) or _IS_ONE.search(flat) or _ELSEWHERE.search(flat):
        return True
    own = squeeze(_label(message))
    return any(not begins_alike(squeeze(match["company"]), own) for match in _FOR_OTHERS.finditer(flat))


def _is_named_as_agency(message: Message, text: str, signature: str) -> bool:
    """Say whether a person's title, firm or domain is an agency's; a firm that itself hires is none."""
    lines = _signed_lines(text, signature)
    if any(_TITLE.search(line) or any(map(_TAGLINE.fullmatch, _pieces(line))) for line in lines):
        return True
    is_team = _is_team(message)
    told = " ".join(f"{message.subject[:300]} . {text}".split())
    label = _label(message)
    houses = _houses(message, text, lines)
    if any(not _is_department(own, trade, told, label, is_team=is_team) for own, trade in houses):
        return True
    return bool(_DOMAIN.search(label)) and not is_team


def _signed_lines(text: str, signature: str) -> list[str]:
    """Return the lines of the signature, or the short last lines of a text that has none."""
    lines = [line.strip(" *_>|•\t") for line in signature[:800].split("\n")]
    if not any(lines):
        lines = [line.strip(" *_>|•\t") for line in text[-600:].split("\n") if line.strip()][-6:]
    return [line for line in lines if 3 < len(line) < 90][:10]


def _pieces(line: str) -> list[str]:
    return [piece.strip(" .") for piece in re.split(r"\s?[|•·,/()]\s?|\s[–—-]\s", line)]


def _houses(message: Message, text: str, lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the names with a trade in them that the writer goes by, each as (own words, trade)."""
    for line in lines:
        for piece in re.split(r"\s?[|•·,/()]\s?|\s[–—-]\s| at | @ | bei ", line):
            if match := _HOUSE.fullmatch(piece.strip(" .")):
                yield match["own"], match["trade"]
    for match in _SPEAKER.finditer(" ".join(text.split())):
        yield match["own"], match["trade"]
    if message.sender and not _is_team(message):
        for piece in re.split(r"\s?[|•·,/()\[\]]\s?|\s[–—-]\s| at | @ | from | bei ", message.sender.name[:120]):
            if match := _HOUSE.fullmatch(piece.strip(" .")):
                yield match["own"], match["trade"]


def _is_department(own: str, trade: str, told: str, label: str, *, is_team: bool) -> bool:
    """Say whether a name is no agency's: a team's or title's words, or those of a firm that has the role itself.

    An agency's name is in its own domain (`label`, empty where many share it); a department's own words are not.
    """
    words = [word for word in own.split() if word.lower().strip(".,") not in _NO_OWN]
    if not words or (label and not begins_alike(squeeze(words[0]), squeeze(label))):
        return True
    if trade.lower() not in _IN_HOUSE_TRADES:
        return False
    if is_team or _INDUSTRY.search(own):
        return True
    name = re.escape(own.strip())
    return (
        re.search(
            rf"\b(?:at|[Jj]oin|joining|to|with|working for) {name}(?! {trade})\b"
            rf"|\b{name} (?:is|are|has|have) (?:hiring|looking|growing)",
            told,
        )
        is not None
    )


def _is_team(message: Message) -> bool:
    return bool(_LOCAL_TEAM.search(message.sender.address.partition("@")[0])) if message.sender else True


def _label(message: Message) -> str:
    """Return the first part of the sender's own domain, empty where many share it."""
    address = message.sender.address if message.sender else ""
    return "" if shared_senders.is_shared(address) else shared_senders.domain_of(address).partition(".")[0]


def own_name(message: Message) -> str:
    """Return the name in the sender's own domain in one piece ("brightwater"), empty where many share the domain."""
    return squeeze(_label(message))


def agency_names(message: Message, text: str, signature: str) -> frozenset[str]:
    """Return the names with a trade in them that the writer goes by, each in one piece, with and without the trade."""
    found = list(_houses(message, text[:LONGEST_READ], _signed_lines(text, signature)))
    return frozenset(squeeze(one) for own, trade in found for one in (own, own + trade)) - {""}
