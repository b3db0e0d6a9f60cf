"""Automatic mail that asks how the application went: a survey of the portal's own, no part of the exchange."""

from __future__ import annotations

import re

from inbox_watch.core.reading.sentences import flatten, split_sentences
from inbox_watch.core.types import Message

SURVEY_SCORE = 0.05
"""How likely it is that a survey is recruiting, after all."""
_EXPERIENCE = (
    r"(?:(?:application|candidate|applicant|interview|hiring|recruit(?:ing|ment)|careers? site|job search)"
    r" (?:process |journey )?experience|experience (?:of|with|in|during|when"
    r"|as) (?:\w{1,14} ){0,3}?(?:appl\w{1,7}|recruit"
    r"\w{0,6}|hiring|candidate|interview\w{0,3})|our (?:application|hiring|recruit(?:ing|ment)|interview) process)"
)
_ASKS = (
    r"(?:survey|questionnaire|rat(?:e|ing)|feedback|review|questions|minutes?|how (?:was|is|would|satisfied|likely))"
)
_SUBJECT = re.compile(
    rf"\b(?:how did we do|how are we doing|how was (?:your|the)|rate (?:your|us|our)|survey|tell us how"
    rf"|your feedback (?:matters|counts)|(?:share|give us|we value|we'd love) your (?:feedback|opinion)"
    rf"|{_EXPERIENCE})\b"
)
_SENTENCE = re.compile(
    rf"\b{_ASKS}\b[^.!?]{{0,120}}\b{_EXPERIENCE}\b|\b{_EXPERIENCE}\b[^.!?]{{0,120}}\b{_ASKS}\b"
    r"|\bhow was your (?:\w{1,14} ){0,2}?experience\b|\b(?:give|share|leave)\b[^.!?]{0,30}\bfeedback\b"
    r"|\b(?:how did we do|net promoter|how likely are you to recommend|recommend us to)\b"
    r"|\b(?:take|complete|fill in|answer|start|open)\b[^.!?]{0,40}\b(?:our|this|the|a) (?:[\w-]{1,12} ){0,3}?survey\b"
)
_KIND_WORDS = re.compile(
    r"^(?:you recently|hi|hello|dear|hey|thank(?:s| you)|best|kind|regards|sincerely"
    r"|your (?:answers|feedback|opinion|response)"
    r"|it (?:will )?(?:only )?takes?|this (?:survey|will)|we (?:value|appreciate)|the survey|all answers)\b"
)
_FROM_THE_EXCHANGE = re.compile(
    r"\b(?:unfortunately|regret|not (?:be )?(?:moving|proceeding|selected|successful)"
    r"|invit\w{1,5} you to (?:an |a |the )?"
    r"(?:\w{1,12} )?(?:interview|call|assessment|test)|offer you|received your application|coding|skills?"
    r"|(?:will|'ll) (?:now )?(?:review|get back|be in touch|come back|contact you|let you know)|next steps?"
    r"|application (?:was|has been|is) (?:received|submitted))\b"
)
_LONG = 3


def is_survey(message: Message, text: str, *, is_automatic: bool) -> bool:
    """Say whether an automatic mail only asks for feedback on applying.

    A receipt or a refusal with a line about a survey below it is none.
    """
    if not is_automatic:
        return False
    sentences = split_sentences(text[:4000])
    asking = [s for s in sentences if _SENTENCE.search(s.low)]
    if not asking or any(_FROM_THE_EXCHANGE.search(s.low) for s in sentences):
        return False
    others = [s for s in sentences if s not in asking and len(s.words) > _LONG and not _KIND_WORDS.search(s.low)]
    return _SUBJECT.search(flatten(message.subject)) is not None or len(others) < len(asking)
