"""Which role goes with which company, where one mail names several of both.

"A Payroll Manager for Northgate Foods and an HR Analyst for Tiller Homes" is two pairs. A role is never shown with the
other's company: where the subject doesn't settle which pair is meant, neither is known.
"""

from __future__ import annotations

import re
from itertools import islice

from inbox_watch.core.reading.names import ENDS_IN_ROLE, LONGEST_READ, ROLE_HEADS
from inbox_watch.core.spelling import begins_alike

_WORD = r"[A-Z](?:[\w/+#&’'-]|\.(?=\w)){0,24}"
_ROLE = rf"(?P<role>(?:{_WORD} (?:(?:of|for|and|&) )?){{0,4}}(?i:{ROLE_HEADS})\b(?: of {_WORD}(?: {_WORD}){{0,2}})?)"
_PIECE = r"(?:[\w&’'+-]|\.(?=\w)){1,24}"
_NAME = rf"(?P<company>[A-Z0-9]{_PIECE}(?: (?:(?:&|of|and) )?[A-Z]{_PIECE}){{0,3}})"
_POST = r"(?: (?:role|position|job|vacancy|opening|post|opportunity|seat))?"
_PAIRS = (
    re.compile(
        rf"{_ROLE}{_POST},? ?(?:\bat|\bwith|\bfor|\bfrom|@|\()(?: (?:my|our|a|the"
        rf"|another)(?: \w{{2,14}}){{0,2}} client,?)? ?{_NAME}"
    ),
    re.compile(rf"{_ROLE}{_POST} ?(?:[–—|:]|-(?= )) ?{_NAME}"),
    re.compile(rf"(?:^|\n)[ \t*•·\d.)-]{{0,6}}{_ROLE},? {_NAME}(?=[,.(\n]|$)"),
    re.compile(
        rf"{_NAME},? (?:(?:is|are|was) (?:also )?(?:looking for|hiring|seeking|recruiting|after|searching for)"
        rf"|needs?|wants?"
        rf"|seeks?) (?:for )?(?:an?|their|its|the|another|one)? ?(?:new )?{_ROLE}"
    ),
    re.compile(rf"(?:^|\n)[ \t*•·\d.)-]{{0,6}}{_NAME} ?(?:[–—|:]|-(?= )) ?(?:an? )?{_ROLE}"),
)
# Whose title it is: the writer's ("I'm a Consultant at Oakfield"), or that of somebody whom one will meet.
_HELD = re.compile(
    r"(?:\b(?:I['’]m|I am|[Aa]s|work as|my (?:role|job) as)(?: an?| the| your)?|[A-Z][\w'’-]+ [A-Z][\w'’-]+ ?[,(–-]) ?$"
)
_ARTICLE = re.compile(r"^(?:A|An|The|Our|My|Their|One|Another) ")
_SAME = re.compile(r"[^a-z0-9+#]")
# More than this many in one mail are a list of jobs; the first of them settle as little as all.
_MOST_PAIRS = 20
_NO_COMPANY = frozenset(
    ["i", "we", "you", "the", "this", "that", "these", "those", "both", "it", "one", "a", "an", "and", "in", "at", "re"]
)


def pairs_in(text: str) -> tuple[tuple[str, str], ...]:
    """Return the roles that a text names with their companies, as (role, company); none of a single role."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    part = text[:LONGEST_READ]
    if len(list(islice(ENDS_IN_ROLE.finditer(part), 2))) < 2:
        return ()  # most mails end here, at a tenth of the cost
    for pattern in _PAIRS:
        for match in pattern.finditer(part):
            role, company = _ARTICLE.sub("", match["role"].strip()), match["company"].strip(" .,'’")
            if _HELD.search(part[max(0, match.start("role") - 60) : match.start("role")]):
                continue
            if role.startswith(("Dear ", "Hi ", "Hello ")):
                continue
            if company.split()[0].lower() not in _NO_COMPANY and not re.search(rf"(?i)\b(?:{ROLE_HEADS})$", company):
                found.setdefault((_plain(role), _plain(company)), (role, company))
        if len(found) > _MOST_PAIRS:
            break
    return tuple(found.values())


def settle(
    subject: str, text: str, role: str | None, company: str | None, *, own: str = "", is_agency: bool = False
) -> tuple[str | None, str | None]:
    """Return the role and the company of a mail without mixing two pairs; what isn't settled is None.

    `own` is the name in the sender's own domain. An agency's (`is_agency`) is none of the companies; an employer that
    names its own speaks of no other.
    """
    pairs = [one for one in pairs_in(text) if not (is_agency and begins_alike(_plain(one[1]), own))]
    if not any(_differ(one, other) for one in pairs for other in pairs):
        return role, company
    if any(begins_alike(_plain(one), own) for _, one in pairs):
        return role, company
    meant = [one for one in pairs if _plain(one[0]) in _plain(subject) or _plain(one[1]) in _plain(subject)]
    return meant[0] if len(meant) == 1 else (None, None)


def _differ(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Say whether two pairs are of two roles at two companies: "Acme" and "Acme Robotics" are one."""
    return _plain(one[0]) != _plain(other[0]) and not begins_alike(_plain(one[1]), _plain(other[1]))


def _plain(text: str) -> str:
    return _SAME.sub("", text.lower())
