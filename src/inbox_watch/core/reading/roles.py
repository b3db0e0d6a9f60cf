"""The role that a mail speaks of: by its subject first, then its text."""

from __future__ import annotations

import re

from inbox_watch.core.reading.names import ENDS_IN_ROLE, LONGEST_READ, NO_NAMES, ROLE_HEADS
from inbox_watch.core.types import Message

_ROLE_TITLE = re.compile(
    rf"(?<![\w-])(?P<role>(?:(?:[A-Z0-9][A-Za-z0-9/+#&.’-]{{0,24}}|of|for|and|&|/|–|-"
    rf"|\(\w{{1,12}}\)) ){{0,5}}(?i:{ROLE_HEADS})\b(?:\s?\((?:[mwfdx]/){{1,3}}[mwfdx]\)|,? (?:I{{1,3}}"
    rf"|[A-Z][A-Za-z]{{2,14}})(?= (?:at|role|position|–|-|\|)))?)"
)
_ROLE_NAMED = (
    re.compile(
        r"\b(?:for|about|regarding|re|of|in|to|on) (?:the|our|an?|your|this) (?:open |vacant |advertised "
        r"|new )?(?:role|position|post|job|vacancy|opening|opportunity) (?:of|as|for) (?:an? |the |our )?"
        r"(?P<role>[A-Z][\w/+#&.’-]{0,24}(?: [A-Za-z/+#&.’()-]{1,24}){0,5}?)(?= (?:at|with|in|based|has|and"
        r"|is|on|here|within|for)\b|[,.;:!?\n]|$)"
    ),
    re.compile(
        r"\b(?:[Tt]he|[Oo]ur|[Aa]n?|[Yy]our|[Tt]his|[Oo]ne|[Ff]or) (?P<role>[A-Z][\w/+#&.’-]{0,24}(?: "
        r"(?:[A-Z(&/][\w/+#&.’()-]{0,24}|of|for|and|in|[–-])){0,5}) (?:role|position|vacancy|opening|job"
        r"|post|opportunity|vacancies|seat)\b"
    ),
    re.compile(
        r"\b(?:apply(?:ing)?|applied|application|candidacy|interview|interviewing|considered|hired|hire) "
        r"(?:to us )?(?:for|as) (?:the |our |an? |a position as |the position of |the role of )?"
        r"(?P<role>[A-Z][\w/+#&.’-]{0,24}(?: (?:[A-Z(&/][\w/+#&.’()-]{0,24}|of|for|and|[–-])){0,5})(?= (?:at"
        r"|with|in|role|position|has|was|here|–|-|\|)\b| \(|[,.;:!?\n(–|]|$)"
    ),
)
# "Head of Analytics": the first word makes it a role. Behind a person's name it is theirs ("Ines Kim, Head of Data").
_ROLE_OF = re.compile(
    r"(?:^|[:|/–-] ?|\b(?:[Ff]or|[Aa]s|[Aa]n?|[Rr]ole of|[Hh]iring) (?:the |our "
    r"|an? )?)(?P<role>(?:[A-Z][\w-]{1,20} ){0,2}"
    r"(?:Head|Director|VP|Vice President|Chief|Manager|Lead) of [A-Z][\w&/-]{1,24}"
    r"(?: (?:(?:and|&) )?[A-Z][\w&/-]{1,24}){0,3})"
)
_REPLY_MARKS = re.compile(r"^(?:\s{0,3}(?:re|aw|fwd?|fw|wg)\s?:){1,5}\s{0,3}", re.IGNORECASE)
_PRONOUNS = frozenset({"i", "we", "you", "they", "he", "she", "who", "it", "i'll", "we'll", "i’ll"})
_LABELLED_ROLE = re.compile(
    r"(?:^|\n)\s{0,4}(?:job title|role|position|job|vacancy|title)\s?:\s{0,3}(?P<role>[^\n]{3,70})", re.IGNORECASE
)


def find_role(message: Message, text: str, names: frozenset[str] = frozenset()) -> str | None:
    """Return the role that the mail speaks of, by subject first, then text; None where none is named."""
    for part in (message.subject, text[:LONGEST_READ]):
        labelled = _LABELLED_ROLE.search(part)
        if labelled and (role := _tidy_role(labelled["role"])):
            return role
        for pattern in _ROLE_NAMED:
            match = pattern.search(part)
            if match and (role := _tidy_role(match["role"])) and role.split()[0].lower() not in names:
                return role
        headed = _ROLE_OF.search(_REPLY_MARKS.sub("", part) if part is message.subject else part)
        if headed:
            return headed["role"].strip(" ,.;:!-–|/")
        for match in _ROLE_TITLE.finditer(part):
            if (role := _tidy_role(match["role"])) and (" " in role or part is message.subject):
                return role
    if (plain := _IN_SMALL.search(text[:LONGEST_READ])) and (role := _tidy_role(plain["role"])):
        return role
    if (several := _WANTED.search(text[:LONGEST_READ])) and (role := _tidy_role(several["role"])):
        return role
    return None


# "looking for experienced Med-Surg RNs": of several people one is the role.
_WANTED = re.compile(
    r"\b(?:looking for|hiring|recruiting|seeking|searching for|chasing|(?:need|want)(?:s|ing)?|on the lookout for)"
    r"(?: (?:more|several|some|two|three|four|five|a few|\d{1,3}|experienced|qualified|skilled|good|additional|extra)"
    r"){0,3} (?P<role>(?:(?!(?:new|our|your|their|other|all|the|and|to|for|of|as|with|in)\b)[\w/&-]{2,20} ){0,3}"
    rf"(?i:{ROLE_HEADS}))s\b"
)


# "for the part time sales associate position": a role in small letters, where no other is named.
_IN_SMALL = re.compile(
    rf"\b(?:[Ff]or|[Aa]bout|[Ii]n|[Tt]o) (?:the|our|an?|this) (?:(?:new|open|vacant|current|part[ -]time|full[ -]time"
    rf"|permanent|temporary) ){{0,2}}(?P<role>(?:[a-z][a-z/&-]{{1,20}} ){{0,3}}(?:{ROLE_HEADS}))"
    r" (?:role|position|vacancy|opening|job|post)\b"
)


_NOT_ROLE = re.compile(
    r"^(?!technical (?:officer|manager|lead|director|specialist|coordinator|associate|head|executive|owner)$)"
    r"(?:(?:hi|dear|hello|re|fwd?|the|your|our|a|an|talent|technical|recruitment|hiring|hr|people"
    r"|senior|internal|principal|global|lead|ta)[ :]+){0,6}(?:recruiter|partner|manager|consultant"
    r"|acquisition \w+|lead|head|associate|director|agent|owner|lead|representative|executive|team"
    r"|coordinator|officer|specialist|practitioner|agreement)$",
    re.IGNORECASE,
)
_ROLE_LEAD = re.compile(
    r"^(?:(?:re|aw|fwd?|application|your|my|his|her|another|interview|update|the|for|and|an?|our|of|new|open|at|&|/|–|-"
    r"|thank you|hi|dear|hello|role|position|job|in|on|as|with|about|need|urgent|hiring|assessment|offer"
    r"|invitation|reference|ref)\b:? ?|[A-Z]{0,4}-?\d{3,10}\b[ :–-]{0,3}){1,8}",
    re.IGNORECASE,
)
_ROLE_CUT = re.compile(
    r"\s[|–—:]{1,2}\s|\s-\s|\n|\s{3,}|\. | \(?(?:at|@|with|in|based|ref\b|job id|req)\b|, |\s?\("
    r"(?:[mwfdx]/){1,3}[mwfdx]\)|\s?\((?:all|any) \w+\)"
)


def _tidy_role(role: str) -> str | None:
    pieces = [
        piece.strip(" ,.;:!-–|/\"'&") for piece in _ROLE_CUT.split(role.strip().rpartition(" for ")[2]) if piece.strip()
    ]
    best = next((piece for piece in pieces if ENDS_IN_ROLE.search(piece)), pieces[0] if pieces else "")
    tidy = _ROLE_LEAD.sub("", best).strip(" ,.;:!-–|/\"'&")
    if len(tidy) < 3 or len(tidy) > 70 or _NOT_ROLE.match(tidy) or tidy.lower() in NO_NAMES:
        return None
    if tidy.split()[0].lower() in _PRONOUNS:
        return None
    return tidy
