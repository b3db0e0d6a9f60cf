"""Stages that plain sentences state for this candidate: an offer, an offer taken back, an invitation to an interview.

The model weighs all words of a mail; a short mail of few words is better read as it stands. A condition, a denial, a
question, what is to come or long past, and other people's offers and interviews state nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from inbox_watch.core.reading import things
from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.types import CalendarEvent

_GLAD = (
    r"(?:pleased|delighted|happy|excited|thrilled|glad|proud|pleasure|honou?r"
    r"|like|love|wants?|wish|wishes|decided|able)"
)
_NO_JOB = (
    r"(?! (?:a |an |the |some |our |any |another )?(?:[\w-]{1,14} ){0,2}?(?:opportunit|chance|interview|call|chat"
    r"|meeting|slot|time|date|conversation|competitive|attractive|flexible|feedback|help|support|advice|place on"
    r"|benefits|salar|coffee|tour|session|day\b|reimburse|assistance|role[- ]?play))"
)
_OFFER = r"(?:[\w-]{1,14} ){0,3}?(?:offer|contract)\b"
_MAKES_OFFER = re.compile(
    rf"\b{_GLAD}(?: \w{{1,10}})? to (?:formally |officially |now |verbally |be able to )?(?:"
    rf"(?:make|extend|give|present|send)(?:ing)? (?:to )?(?:you (?:with )?)?(?:an?|the|our|this|a formal) {_OFFER}"
    rf"|offer you{_NO_JOB} (?:the|a|an|this|our|your)\b[^.!?;]{{0,40}}?\b(?:position|role|job|post|contract"
    rf"|place|internship"
    r"|apprenticeship)\b)"
    rf"|\b(?:is|are|we're|they're|i'm|am|hereby) (?:now |hereby |formally )?(?:making|extending"
    rf"|presenting) (?:to )?you "
    rf"(?:an?|the|our|this) {_OFFER}"
    r"|\b(?:has|have|'ve|'s) (?:now |just |decided to )?(?:made|extended|presented|make"
    r"|extend) (?:to )?you (?:an?|the|their"
    rf"|our) {_OFFER}"
    r"|\byou(?:'ve| have) been (?:selected|chosen|hired|appointed) (?:for|as|to) (?:the|our|a) (?:position|role"
    r"|job|post)\b(?![^.!?;]{0,60}\b(?:interview|round|stage|assessment|test|call|shortlist))"
    r"|\byou(?:'ve| have)? got the job\b"
    rf"|\b(?:{_GLAD}|writ(?:e|ing))(?: \w{{1,10}})? to (?:formally |officially |now |hereby )?confirm (?:our|the|your"
    rf"|my"
    r"|this|an?) (?:[\w-]{1,14} ){0,2}?offer (?:to you\b|of employment\b|(?:of|for) (?:the "
    r"|an? )?(?:[\w-]{1,14} ){0,3}?"
    r"(?:position|role|job|post|contract|place|appointment as)\b)"
)
_TAKES_REFERENCES = re.compile(
    r"\b(?:like|want|wants|need|needs|going|ready|start|starting|begin)\b[^.!?;]{0,20}"
    r"\b(?:tak(?:e|ing) up|check(?:ing)?|contact(?:ing)?|follow(?:ing)? up) (?:on )?(?:your "
    r"|the )?(?:two )?references?\b"
)
_ONCE = re.compile(
    r"\b(?:once|after|before|when|as soon as|subject to|later|usually|normally|always|typically|in principle)\b"
)
_TAKES_BACK = re.compile(
    r"\b(?:tak(?:en|ing|e) back|took back|withdr[ae]wn?|withdrawing|rescind(?:ed|ing|s)?|retract(?:ed|ing)?"
    r"|revok(?:ed?|ing)|pull(?:ed|ing)|cancel(?:led|ed|ling|ing)?)\b[^.!?;]{0,25}\b(?:the|our|its|their|your"
    r"|this|his|her)"
    r" (?:[\w-]{1,14} ){0,2}?offer\b"
    r"|\boffer\b[^.!?;]{0,50}\b(?:has|have|is|had|must|will)(?: to)?(?: now| hereby)? (?:be |been |being )?"
    r"(?:taken back|withdrawn|rescinded|retracted|revoked|cancelled|canceled|off the table)\b"
    r"|\boffer\b[^.!?;]{0,50}\b(?:no longer (?:stands|valid|on the table)|is off the table)\b"
)
_BY_CANDIDATE = re.compile(
    r"\byou(?:'ve| have| can| may| could| wish| want|'d| would)? (?:to )?(?:withdr|tak|declin|reject|turn)"
)
_CHOSEN = r"(?:(?:short-?)?listed|selected|chosen|picked|put (?:you )?through)"
_MEETING = (
    r"(?:(?:job |final |second |first |third |panel |technical |on-?site )?interview"
    r"|(?:second|final|next|third) round)\b"
)
_INVITES = re.compile(
    rf"\b(?:invit(?:e|es|ing) you|(?:have|has|'ve|'s) (?:now |also )?(?:invited|{_CHOSEN}) you|offer you"
    rf"|see you|meet you)\b"
    rf"[^.!?;]{{0,40}}?\b(?:to|for|at|an|a|in) (?:the |an |a |your |their |our )?(?:[\w-]{{1,14}} ){{0,3}}?{_MEETING}"
    rf"|\b(?:(?:like|love|want|wants|keen|happy|asked|hoping|will|'ll|going|be able)(?: to)?|is to"
    rf"|are to) (?:now )?interview you\b"
    rf"|\b(?:invite|bring|have|see|fly|get) you (?:(?:in|over|out|down|up) )?(?:in person|on-? ?site)\b"
    rf"|\b(?:team|panel|managers?|directors?|board|head|lead|owner|founders?|ceo|cto|clients?) (?:would like"
    rf"|would love|wants?"
    rf"|is keen|are keen) to (?:see|meet) you\b|\bnext (?:up |step |stage )?is (?:an? |the )(?:[\w-]{{1,12}} )?"
    rf"(?:panel|on-?site|final round|second round)\b"
    rf"|\byou(?:'re| are|'ve been| have been) (?:now |also |hereby |cordially )?(?:invited|{_CHOSEN})\b[^.!?;]{{0,40}}?"
    rf"\b(?:to|for|at) (?:the |an |a |your |their |our )?(?:[\w-]{{1,14}} ){{0,3}}?{_MEETING}"
    rf"|\byou(?:(?:'ve| have)? made it|(?:'re| are) through) (?:in)?to (?:the |an |your )?{_MEETING}"
    rf"|\b(?:here is|here's|attached is|please find|find attached|find below"
    rf"|enclosed is)\b[^.!?;]{{0,20}}\binvit(?:ation|e)\b"
    rf"[^.!?;]{{0,20}}\b(?:to|for) (?:the |an |a |your )?(?:[\w-]{{1,14}} ){{0,3}}?{_MEETING}"
)
# "You have been shortlisted. Interviews take place on 1 October." says in two sentences that they will be invited.
_SHORTLISTED = re.compile(
    r"\b(?:you(?:'re| are|'ve been| have been)|your application (?:is|was|has been)|(?:have|has|'ve) (?:now |also )?)"
    r" ?(?:now |also |hereby )?short-?listed(?! candidates| applicants)\b"
    r"(?![^.!?;]{0,40}\b(?:test|assessments?|tasks?|written|exercise|screen\w{0,3}|phone|call|questionnaire|if"
    r"|subject)\b)"
)
_INTERVIEW_DAY = re.compile(
    r"\b(?:interviews? (?:(?:will|shall|are|is|to|due|being|be|provisionally|currently|expected) ){0,4}"
    r"(?:take|takes|taking place|held|scheduled|planned|conducted|set|on|in)\b"
    r"|(?:hold|holding|conduct|conducting|carry out|carrying out|run|running) (?:the |our )?interviews\b|(?:be"
    r"|are) interviewing\b)"
    r"[^.!?;]{0,50}?(?:\d|\b(?:mon|tues|wednes|thurs|fri|satur)day\b|\b(?:next|this) week\b|\bweek (?:of|commencing"
    r"|beginning)\b)"
)
_RECORDED = re.compile(
    r"\b(?:one-?way|recorded|video interview|ai[- ]interview|on-demand|phone (?:interview|screen)|screening|mock|test"
    r"|assessment|questionnaire|exit interview|informational|coffee)\b"
)
_APPROACH = re.compile(
    r"\b(?:interested|(?:a|the|your) recruiter|recruiting for|came across|your (?:\w{1,12} )?profile|on behalf of"
    r"|looking for an?|would you (?:be|like)|are you (?:open|looking)|open to)\b"
)
_OFFERED = (
    r"(?:(?:written|formal|official|signed|job|conditional|employment) offer|offer (?:letter|of employment)"
    r"|(?:your|our|[a-z]{2,20}'s) offer)\b"
)
_WITH_OFFER = re.compile(
    rf"\b(?:attached|enclosed|please find|here(?:'s| is))\b[^.!?]{{0,60}}?\b{_OFFERED}"
    rf"|\b{_OFFERED}[^.!?]{{0,20}}\b(?:is|are) (?:attached|enclosed)\b"
)
_ANOTHER_ROLE = re.compile(
    r"\b(?:instead|though|however|but|on the other hand|rather|at the same time|(?:another|other|different|second)"
    r" (?:\w{1,14} )?(?:role|position|job|opening|vacancy|post|team|company|client))\b"
)
_UNREAL = re.compile(
    r"\b(?:if|should|may|might|whether|unless|not|never|nobody|no one|cannot|unable|no longer|would have|candidates"
    r"|applicants"
    r"|in case|everyone|everybody|anyone|others|last (?:year|time|spring|summer|autumn|winter)|back in)\b|n't\b"
)
_TO_ANOTHER = re.compile(
    r"\b(?:another|somebody|someone|different|other) (?:candidate|applicant|person|finalist)|\belse\b"
)
_LATER = re.compile(r"(?:\b(?:will|shall|hope|hoping|expect|aim|plan|until|before|once)\b|'ll\b)")
_TITLE = re.compile(r"\binterview\b|\b(?:second|final|third) round\b")


def finds_offer(sentences: Sequence[Sentence]) -> Sentence | None:
    """Return the sentence that makes the candidate an offer, or takes up their references; None where none does."""
    return next((s for s in sentences if makes_offer(s) or _takes_references(s)), None)


# "Boss is happy. 2,100 a month plus meals.", "We'd love you to join us": small employers offer so.
_CHOSEN_FOR_IT = re.compile(
    r"\b(?:owner|boss|director|manager|accountant|chef|partner|board|committee|team|wife|husband|everyone|everybody"
    r"|they|he"
    r"|she|we)(?:'s|'re| is| are| has| have)?(?: all| both| also)? (?:happy|agreed?|agrees|in agreement|approved"
    r"|approves"
    r"|says? yes|said yes|on board)(?=[.,!:;]|$| with you\b| to (?:have|take|hire) you\b)"
    r"|\b(?:love|like|delighted|pleased|want|wants) (?:for )?you to (?:join (?:us|our|the team)|come and work"
    r"|have the job)"
    r"|\b(?:have|take|get) you (?:on board|on the team|with us|join us)\b|\bagreed (?:that )?(?=it should be you\b)"
    r"|\b(?:job|role|post|place|position)(?:'s| is) yours\b|\bwe want you(?=[.!,]|$)|\byou're (?:hired"
    r"|the one(?= for us|[.,!]))\b"
)
_TERMS = re.compile(
    r"[£$€] ?\d|\b\d{1,3}(?:\.\d\d)? (?:an|per|a) (?:hour|shift|day)\b|\b\d[\d,.]{1,8}k? (?:a|per) (?:month|year"
    r"|week|annum)\b"
    r"|\b\d{2,3}k\b|\b\d{3,6} (?:\+|plus|net|gross|basic)|\b(?:joining|start(?:ing)?)(?: date)?(?: on"
    r"| from)?(?: the)?:? "
    r"(?:\d{1,2}(?!\d|[:.]\d|am|pm)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next (?:week|month))"
    r"|\b(?:when can you|can you) (?:start|begin)\b"
)


def offers_informally(sentences: Sequence[Sentence]) -> Sentence | None:
    """Return the sentence that says that they have decided for the candidate, in a mail that names terms; else None."""
    if not names_terms(sentences):
        return None
    return next((s for s in sentences if _is_real(s, _CHOSEN_FOR_IT)), None)


def names_terms(sentences: Sequence[Sentence]) -> bool:
    """Say whether a mail names what a job brings: the pay, or the day on which it begins."""
    return any(_TERMS.search(s.low) for s in sentences)


def approaches(sentences: Sequence[Sentence]) -> bool:
    """Say whether a mail introduces itself or asks about interest: the position that it offers is none yet."""
    return any(_APPROACH.search(s.low) for s in sentences)


def makes_offer(sentence: Sentence) -> bool:
    """Say whether a sentence makes the candidate an offer ("Acme wants to make you an offer")."""
    return _is_real(sentence, _MAKES_OFFER)


def carries_offer(sentence: Sentence) -> bool:
    """Say whether a sentence says that an offer comes with the mail ("Please find attached our written offer")."""
    return _WITH_OFFER.search(sentence.low) is not None and things.OFFER_LATER.search(sentence.low) is None


def is_of_another_role(sentences: Sequence[Sentence], sentence: Sentence) -> bool:
    """Say whether a sentence of a mail that refuses one role speaks of another ("For the Analyst role, though, …")."""
    place = sentences.index(sentence)
    return any(_ANOTHER_ROLE.search(one.low) for one in sentences[max(0, place - 1) : place + 1])


def takes_offer_back(sentences: Sequence[Sentence]) -> Sentence | None:
    """Return the sentence in which the other side takes its offer back, None where none does."""
    found = (s for s in sentences if _is_real(s, _TAKES_BACK, is_denial=True) and not _BY_CANDIDATE.search(s.low))
    return next(found, None)


def invites(sentences: Sequence[Sentence]) -> Sentence | None:
    """Return the sentence that invites or selects the candidate for an interview, None where none does."""
    invited = next((s for s in sentences if _is_real(s, _INVITES) and not _RECORDED.search(s.low)), None)
    return invited or _shortlisted(sentences)


def is_by_telephone(sentence: Sentence) -> bool:
    """Say whether an invitation is to a call, which is a first call as a rule, by whatever name."""
    return _TELEPHONE.search(sentence.low) is not None


_TELEPHONE = re.compile(r"\b(?:tele)?phone\b|\b(?:calls?|chat|screening|screen|introductory|initial|informal)\b")


def _shortlisted(sentences: Sequence[Sentence]) -> Sentence | None:
    """Return the sentence that shortlists the candidate, where the mail names the day of the interviews as well."""
    has_day = any(_INTERVIEW_DAY.search(s.low) and not s.is_question and not _RECORDED.search(s.low) for s in sentences)
    return next((s for s in sentences if _is_real(s, _SHORTLISTED)), None) if has_day else None


def titles_interview(events: Iterable[CalendarEvent]) -> str | None:
    """Return the title of an invitation that calls itself an interview, None where none does."""
    titles = (event.summary for event in events if event.method == "REQUEST" and event.status.upper() != "CANCELLED")
    return next((one for one in titles if _TITLE.search(one.lower()) and not _RECORDED.search(one.lower())), None)


def _is_real(sentence: Sentence, pattern: re.Pattern[str], *, is_denial: bool = False) -> bool:
    """Say whether a sentence states this, unconditionally and for now. `is_denial` marks words that deny by nature."""
    match = pattern.search(sentence.low)
    if match is None or sentence.is_question or _TO_ANOTHER.search(sentence.low):
        return False
    before = sentence.low[: match.start()]
    return not (
        _UNREAL.search(before[-80:]) or (_UNREAL.search(match.group()) and not is_denial) or _LATER.search(before[-25:])
    )


def _takes_references(sentence: Sentence) -> bool:
    return _is_real(sentence, _TAKES_REFERENCES) and _ONCE.search(sentence.low) is None
