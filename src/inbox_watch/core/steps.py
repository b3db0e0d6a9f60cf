"""Mail by which a platform tells of a step: a test to take, references or papers to give, and that it was done.

Such a platform may have any domain, and writes for employers, schools and clinics alike. So it is known by its words
and by who sends it; whose step it is, the firm and the role that it names tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import islice

from inbox_watch.core import shared_senders
from inbox_watch.core.opportunity.sides import is_no_person
from inbox_watch.core.spelling import flat, squeeze
from inbox_watch.core.types import Message, Reading, Thread

LONGEST_READ = 3000


class Step(StrEnum):
    """What a platform tells of: a test to take, that one was taken, papers or references to give, that they came."""

    TEST = "test"
    TESTED = "tested"
    PAPERS = "papers"
    HAS_PAPERS = "has_papers"


_TEST = (
    r"(?:tests?|assessments?|challenges?|questionnaires?|coding exercises?|quiz|case stud(?:y|ies)"
    r"|(?:one-way|on-demand|recorded|asynchronous|pre-recorded) (?:video )?interview|(?<!live )video interview)"
)
_PAPERS = (
    r"(?:references?|referees?|reference (?:check|request)|background (?:check|screening|verification)"
    r"|right[- ]to[- ]work(?: check)?|proof of (?:identity|address)|identity check"
    r"|pre-?employment (?:checks?|screening)|employment (?:check|screening|verification))"
)
_WANTED = (
    r"(?:invit(?:ed|es|ing|ation)|ask(?:ed|s|ing)|request(?:ed|s)?|would like|wants?|assigned|has sent|needs?"
    r"|require[sd]?|please|you can|start|take|complete|reminder|waiting|awaiting|pending|due|initiated|expects?)"
)
_DID = r"(?:submitted|completed|received|finished|recorded|sent|handed in|uploaded|provided|returned)"
_YOUR = r"\b(?:you|yours?)\b"
_WANTS_TEST = re.compile(rf"\b{_WANTED}\b[^.!?\n]{{0,120}}?\b{_TEST}\b|\b{_TEST}\b[^.!?\n]{{0,60}}?\b{_WANTED}\b")
_WANTS_PAPERS = re.compile(rf"\b{_WANTED}\b[^.!?\n]{{0,120}}?\b{_PAPERS}\b|\b{_PAPERS}\b[^.!?\n]{{0,60}}?\b{_WANTED}\b")


def _done(thing: str, given: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{thing}|{given})\b[^.!?\n]{{0,80}}?\b(?:has|have|was|were|is|are)(?: now| been| successfully"
        rf"| all){{0,3}} {_DID}\b|\b(?:{thing}) (?:received|completed|submitted|finished)\b"
        rf"|\byou(?:'ve| have)?(?: now| just| already| successfully){{0,2}} (?:completed|submitted|finished|taken"
        rf"|provided)\b[^.!?\n]{{0,80}}?\b{thing}\b"
        rf"|\bthank(?:s| you) for (?:successfully )?(?:completing|taking|finishing|submitting|providing|sending"
        rf"|doing)\b[^.!?\n]{{0,80}}?\b{thing}\b|\b(?:we(?:'ve| have)?|has|have) (?:now )?received (?:all )?your\b"
        rf"[^.!?\n]{{0,60}}?\b{thing}\b"
    )


_TESTED = _done(_TEST, "answers|solutions?|responses?|submission")
_GIVEN = _done(_PAPERS, "documents|details|papers|forms?")
_IN_A_CASE = re.compile(
    r"\b(?:if|should|in case|once|when|as soon as|after|before|until|unless|to be|not|n't|please|will)\b[^.!?\n]{0,60}$"
)
_JOB = re.compile(
    r"\b(?:position|vacancy|(?:the|this|your|for) [\w ,/&-]{1,50} role|role of|job application|your application"
    r"|candidate|applicant|recruit(?:er|ing|ment)|hiring|application (?:for|as|to|at))\b"
)
_OF_ANOTHER = re.compile(
    r"\b(?:your candidates?|the candidate(?:'s)? (?:has|have|results?|report|scored)|candidate:|applicant:"
    r"|review (?:the|their|his|her) (?:results?|answers|scores?)|view (?:the )?(?:candidate|report)"
    r"|you are (?:hiring|interviewing)"
    r"|gave (?:you|your name) as|named you as|as an? (?:referee|reference) for|provide an? reference for"
    r"|reference for (?!the\b|your\b|a\b|an\b))"
)
_NO_JOB = re.compile(
    r"\b(?:covid|pcr|blood|antigen|pregnancy|eye|hearing|allergy|smear|screening appointment|driving|theory|mot"
    r"|emissions|lab(?:oratory)? results?|patient|clinic|gp|doctor|dentist|vet|course|lesson|homework|module|school"
    r"|exams?|examinations?|credit check|tenancy|tenant|landlord|letting|mortgage|loan|visa|passport|speed test"
    r"|beta test|usability"
    r"|customer satisfaction|order|parcel|warranty|insurance claim|tax assessment|council tax)\b"
)


def step_of(message: Message) -> Step | None:
    """Return what a platform's mail tells of; None where it is no such mail, or about somebody else.

    A person who writes from an address of their own tells of none, whatever the words. Whether the candidate wrote it,
    the caller knows.
    """
    if not _is_platform(message):
        return None
    subject, told = flat(message.subject[:300]), flat(message.text[:LONGEST_READ])
    if _OF_ANOTHER.search(told) or _OF_ANOTHER.search(subject) or not re.search(_YOUR, told):
        return None
    for step, pattern in _DONE:
        if _states(pattern, subject) or _states(pattern, told):
            return step
    for step, pattern in WANTS.items():
        if pattern.search(told):
            return step
    return None


_DONE = ((Step.TESTED, _TESTED), (Step.HAS_PAPERS, _GIVEN))
WANTS = {Step.TEST: _WANTS_TEST, Step.PAPERS: _WANTS_PAPERS}
"""By which words a mail wants a test taken, or papers or references given; on one sentence in lower case."""


def _states(pattern: re.Pattern[str], text: str) -> bool:
    before = (text[max(0, found.start() - 70) : found.start()] for found in pattern.finditer(text))
    return any(not _IN_A_CASE.search(one) for one in before)


def _is_platform(message: Message) -> bool:
    sender = message.sender
    if sender is None or (message.header("precedence") or "").lower() in ("bulk", "list", "junk", "auto_reply"):
        return False
    submitted = (message.header("auto-submitted") or "no").strip().lower()
    if submitted.startswith("auto-replied"):
        return False
    kind = shared_senders.kind_of(sender.address)
    if kind in ("job_board", "social", "free_mail", "esp"):
        return False
    if kind == "assessment":
        return True
    if message.header("list-unsubscribe"):
        return False
    return not submitted.startswith("no") or is_no_person(sender.address)


def speaks_of_job(message: Message) -> bool:
    """Say whether a step is one on the way to a job: it names a position or an application."""
    told = _told(message)
    return _JOB.search(told) is not None and _NO_JOB.search(told) is None


_NAME = r"(?P<company>[A-Z0-9][\w&.'’+-]{0,30}(?: (?:&|of|and|[A-Z0-9][\w&.'’+-]{0,30})){0,4})"
_ASKS = (
    r"(?:(?:has|have) )?(?:invited|invites|asked|asks|requested|requests|would like|wants|needs|assigned|sent)"
    r" (?:you\b|an?\b|your\b)"
)
_PERSON_AT = r"(?:[A-Z][\w'’-]+ [A-Z][\w'’-]+ (?:at|from|of) )?"
_ASKER = (
    re.compile(rf"\b(?:at|from|of) {_NAME},? {_ASKS}"),
    re.compile(rf"(?:^|[.!?:,] |\n){_NAME} {_ASKS}"),
    re.compile(rf"\b(?:[Ii]nvited|[Aa]sked|[Rr]equested|[Ii]nitiated) by {_PERSON_AT}{_NAME}"),
    re.compile(rf"\b[Oo]n behalf of {_NAME}"),
    re.compile(rf"\b(?:application|applied|candidacy) (?:to|at|with) {_NAME}"),
    re.compile(
        rf"\b(?:tests?|assessments?|checks?|references?|questionnaire|challenge|screening) (?:for|by|from|with) {_NAME}"
    ),
    re.compile(rf"\b(?:position|role|job|vacancy) (?:at|with) {_NAME}"),
)
_TITLED = re.compile(
    rf"^{_NAME}\s?[:|–-]\s?(?:[Yy]our|[Pp]lease|[Ii]nvitation|[Rr]eminder|[Aa]ction|[Tt]est|[Aa]ssessment)\b"
)
# Possessive, and no alternative is part of another: a name of a hundred " &" must not cost more than its length.
LOOSE_END = re.compile(r"(?: (?:and|of|the|de|für)|[\s.,'’&+-]){1,200}+$")
"""What is left over at the end of a name that was cut out of a text."""


def employers_in(message: Message, text: str) -> Iterator[str]:
    """Yield the firms for which a platform's mail says that it writes; never the platform itself.

    A name that ends in a role ("the test for Claims Analyst") is the caller's to refuse.
    """
    sender = message.sender
    label = "" if sender is None else shared_senders.domain_of(sender.address).partition(".")[0]
    own = {squeeze(label), squeeze(sender.name if sender else "")} - {""}
    for part in (text[:LONGEST_READ], message.subject[:300]):
        for pattern in _ASKER:
            for match in pattern.finditer(part):
                if squeeze(match["company"]) not in own:
                    yield match["company"]
    if (titled := _TITLED.match(message.subject[:300])) and squeeze(titled["company"]) not in own:
        yield titled["company"]


def firms_in(message: Message) -> frozenset[str]:
    """Return the firms for which a platform's mail says that it writes, in lower case."""
    found = islice(employers_in(message, message.text), 40)
    return frozenset(LOOSE_END.sub("", one).lower() for one in found)


def tied(threads: Sequence[Thread], found: Mapping[str, Reading], candidate: frozenset[str]) -> frozenset[str]:
    """Return the keys of the platforms' mails that tell of a step with a firm that recruiting mails name."""
    mails = [m for thread in threads for m in thread.messages]
    steps = [m for m in mails if not found[m.key].recruiting and _is_theirs(m, candidate) and step_of(m)]
    if not steps:
        return frozenset()
    firms = {name.lower() for m in mails if found[m.key].recruiting if (name := found[m.key].company) and len(name) > 3}
    return frozenset(m.key for m in steps if firms & firms_in(m) and not _NO_JOB.search(_told(m)))


def _told(message: Message) -> str:
    return _LINK.sub(" ", flat(f"{message.subject[:300]} {message.text[:LONGEST_READ]}"))


_LINK = re.compile(r"https?://\S{1,500}")


def _is_theirs(message: Message, candidate: frozenset[str]) -> bool:
    return message.sender is not None and message.sender.address not in candidate


def named_in(message: Message, names: Iterable[str]) -> list[str]:
    """Return those names (in lower case) that a mail's subject or text holds as whole words."""
    told = flat(f"{message.subject[:300]}\n{message.text[:LONGEST_READ]}")
    return [name for name in names if name in told and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told)]
