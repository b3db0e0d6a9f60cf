"""The first pass: does this mail's text need to be read at all? Decided on its header, for recall.

A list of senders doesn't do: with one alone others found 42 % of hiring mail. So every rule here can only add. What is
left out keeps its reason, and is fetched after all when its thread turns out to be about a job.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from inbox_watch.core.shared_senders import kind_of
from inbox_watch.sources.imap.envelope import Glance

_HIRING_SENDERS = frozenset(("ats", "scheduler", "assessment"))
# Pieces of words, in the languages of our users: what mail about somebody's own application or approach speaks of.
_TELLING = re.compile(
    r"appl(?:y|ied|ication|icant)|candida|recrui|talent|hiring|headhunt|sourc(?:er|ing)|staffing|interview|screening|"
    r"assessment|coding|challenge|take[- ]home|questionnaire|offer|contract|salary|compensation|[eo]n-?board|"
    r"resum[eé]|curriculum|\bcvs?\b|cover letter|references?\b|availab|next steps?|shortlist|"
    r"bewerb|vorstellung|gespräch|lebenslauf|stellen?\b|stelle|angebot|absage|zusage|einladung|kennenlern|arbeitsvertrag|"
    r"unterlagen|gehalt|personal|entretien|candidature|embauche|poste\b|recrut|offre|entrevista|solicitud|"
    r"selecci[oó]n|oferta|colloquio|selezione|sollicitatie|vacature|gesprek|rekrutac|vacanc|vacature|"
    r"withdraw|decision|start date|notice period|relocat|on ?-?site|your profile|background check|"
    r"\bhired\b|referee|vetting|reserve list|requisition|sent you a message|new message from|wants to meet|"
    r"inmail|get in touch|letter of intent|examination|\btests?\b|selection|outcome|trial (?:day|shift|morning)|"
    r"on hold|paused|halted|deferred|\bcrew|seafarer|nurses?\b|job calls?|has shown interest|\bpanel\b|\bconsent\b|"
    r"search (?:committee|concluded|suspended)|\badvert\b|your answers|documents (?:still )?(?:missing|lacking)|join us"
    r"|(?:wants?|would like) (?:to (?:connect|talk|speak|hire|hear)|you\b)"
    r"|(?:has|have) (?:answered|replied|chosen you)|"
    r"(?:replied|wrote) to you|interested in you|\btasks?\b|\bexam\b|campus|placement|contact request|acceptance|"
    r"final result|closed the job|you (?:went for|were recommended|accepted)|\bcasting\b|clerkship|referrals?\b"
)
_LOOSE = re.compile(
    r"\bjobs?\b|career|karriere|carri[eè]re|employ|\brole\b|position|opportunit|opening|freelance|permanent|"
    r"engineer|developer|entwickler|analyst|manager|designer|architect|scientist|consultant|administrator|specialist|"
    r"director|technician|nurse|teacher|accountant|assistant|\blead\b|intern(?:ship)?\b|praktik|werkstudent|"
    r"\bcall\b|\bchat\b|\bmeet(?:ing)?\b|schedul|appointment|termin|invit|confirm|follow(?:ing)?[- ]?up|"
    r"feedback|update|status|messag|complete|\bquiz\b|\btest\b|requirement|\bteam\b|\bhr\b|people|personnel|work|arbeit|trabajo|travail|lavoro"
)
# Of a scheduling platform of any name: whose call it is, only the text tells.
_BOOKS = re.compile(
    r"\b(?:confirmed|booked|booking|(?:re)?scheduled|cancell?ed|accepted|moved|reminder|updated|new event)\b.*"
    r"\b(?:calls?|chat|meeting|event|intro|conversation|session|slot|with|booking|min(?:utes?|s)?)\b"
    r"|\b(?:call|chat|meeting|event|intro|conversation|session|slot|booking|min)\b.*\b(?:confirmed|confirmation|booked"
    r"|(?:re)?scheduled|cancell?ed|moved)\b|\bis booked\b|\ball set\b"
)
_HIRING_NAME = re.compile(r"career|karriere|\bjobs?\b|search|people|personnel|resourc|consult|\bhr\b|\bcrew\b")
_MACHINE = re.compile(
    r"no-?_?reply|do-?not-?reply|nepasrepondre|notification|notify|alert|digest|newsletter|\bnews@|billing|invoice|receipt|"
    r"orders?@|security@|support@|service@|marketing|promo|mailer-daemon|postmaster|bounce"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Whether a mail's text is to be read, and why (not). `reason` holds no word of the mail."""

    read: bool
    reason: str


def sift(glance: Glance, *, in_read_thread: bool = False) -> Decision:
    """Decide from the header, and from whether its thread is (or may be) about a job."""
    words = f"{glance.subject} {glance.sender} {glance.reply_to} {glance.receivers}"
    if glance.envelope.instant is None:
        return _read("no usable date in the header")
    if in_read_thread:
        return _read("its thread may be about a job")
    kind = kind_of(_address(glance.sender))
    if kind in _HIRING_SENDERS or kind_of(_address(glance.reply_to)) in _HIRING_SENDERS:
        return _read("a platform for hiring sent it")
    if "calendar" in glance.content_type:
        return _read("an invitation")
    if _TELLING.search(words):
        return _read("words of hiring in the header")
    if _BOOKS.search(glance.subject):
        return _read("words of a booked call in the header")
    if glance.is_bulk and kind is None and (_HIRING_NAME.search(glance.sender) or glance.is_answer):
        return _read("a sender that may hire, or an answer")
    if glance.is_bulk:
        return Decision(read=False, reason="went to many")
    if _LOOSE.search(words):
        return _read("words that may be about a job in the header")
    if glance.is_automatic or _MACHINE.search(glance.sender):
        return Decision(read=False, reason="no person sent it")
    return _read("a person wrote it")


def _read(reason: str) -> Decision:
    return Decision(read=True, reason=reason)


def _address(sender: str) -> str:
    return sender.rpartition("<")[2].rstrip("> ")
