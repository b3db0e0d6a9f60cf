"""What a mail does, besides asking and promising: confirms, declines, delivers, holds, books, cancels.

The first half reads the candidate's own mails, the second the other side's.
"""

from __future__ import annotations

import re

from inbox_watch.core.reading import (
    asking,
    calling_off,
    chasing,
    declining,
    delaying,
    delivering,
    doing,
    handing,
    meeting,
    promising,
    reopening,
    thanking,
    things,
    turning,
    verdicts,
)
from inbox_watch.core.reading.context import Context
from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.types import Act, Attachment, Message, Stage


def find_acts(context: Context, message: Message) -> frozenset[Act]:
    """Return what this mail does, by its newly written text, its attachments and its invitations."""
    found = _own_acts(context, message) if context.from_candidate else _their_acts(context, message)
    has_met = not (context.is_automatic or context.is_bulk) and meeting.tells_of_meeting(context.sentences)
    return found | {Act.HAS_MET} if has_met else found


def _own_acts(context: Context, message: Message) -> frozenset[Act]:
    found = {
        act for act, pattern in doing.OWN_ACTS for s in context.sentences if _holds(pattern, s.low, s.is_question, act)
    }
    if any(_says_attached(s) for s in context.sentences):
        found.add(Act.SENDS_DOCUMENTS)
    if _gives_references(context):
        found.add(Act.SENDS_DOCUMENTS)
    if any(_is_document(a) for a in message.attachments):
        found.add(
            Act.SENDS_ASSESSMENT
            if Act.SENDS_ASSESSMENT in found and Act.SENDS_DOCUMENTS not in found
            else Act.SENDS_DOCUMENTS
        )
    if any(event.method == "REPLY" for event in message.events) or message.subject.lower().startswith("accepted:"):
        found.add(Act.CONFIRMS)
    found |= delivering.delivers(context.sentences, _known_names(message))
    if handing.hands_in(context.sentences, with_file=any(_is_document(a) for a in message.attachments)):
        found.add(Act.DELIVERS)
    found |= _times(context) | _questions(context) | _decides(context)
    if _confirms(context):
        found.add(Act.CONFIRMS)
    if any(promising.OWN_WILL.search(s.low) and doing.DELAYS.search(s.low) for s in context.sentences) or any(
        doing.DELAYS.search(s.low) and promising.BARE_WILL.search(s.low) for s in context.sentences
    ):
        found.add(Act.DELAYS)
    if not found & _MOVES and chasing.chases(context.sentences):
        found.add(Act.REQUESTS_UPDATE)
    if turning.chooses(context.sentences):
        found -= _ONE_OF_TWO
    if verdicts.refuses_others(context.sentences):
        found.discard(Act.WITHDRAWS)
    if found == {Act.THANKS} and thanking.only_thanks(context.sentences, _known_names(message)):
        found.add(Act.ONLY_THANKS)
    return frozenset(found)


def _known_names(message: Message) -> frozenset[str]:
    """Return the names of those who write and receive a mail, word by word in lower case."""
    people = (*([message.sender] if message.sender else []), *message.to, *message.cc)
    return frozenset(word for person in people for word in person.name.lower().split())


# What moves a matter on; a mail that does any of these and adds "let me know either way" is no chase.
_MOVES = frozenset(
    {Act.SENDS_TIMES, Act.SENDS_DOCUMENTS, Act.SENDS_ASSESSMENT, Act.DELIVERS, Act.CONFIRMS, Act.ACCEPTS_OFFER}
    | {Act.DECLINES_OFFER, Act.WITHDRAWS, Act.CANCELS, Act.RESCHEDULES, Act.DELAYS, Act.DEBRIEFS}
)
# A no to one of two roles ends nothing.
_ONE_OF_TWO = frozenset(
    {Act.WITHDRAWS, Act.DECLINES_OFFER, Act.SAYS_NO, Act.SAYS_YES, Act.SAYS_BARE_YES, Act.DECLINES_APPROACH}
)


def _holds(pattern: re.Pattern[str], low: str, is_question: bool, act: Act) -> bool:
    if is_question and act in {Act.WITHDRAWS, Act.SENDS_ASSESSMENT}:
        return False
    match = pattern.search(low)
    if match is None:
        return False
    if act in {Act.SENDS_DOCUMENTS, Act.SENDS_ASSESSMENT}:
        if delivering.is_of_another(low):
            return False
        return (
            re.search(r"(?:'ll|\bwill|\bnot|n't|\bgoing to|\btomorrow|\bcan|\bonce|\bshould i)\b", low[: match.end()])
            is None
        )
    if act is Act.WITHDRAWS and _PASSES.search(match.group()) and verdicts.names_meeting(low):
        return False
    if act is Act.WITHDRAWS and _OF_ONE_THING.search(match.group()) and _STAYS_OPEN.search(low[match.end() :]):
        return False
    if act is Act.WITHDRAWS:
        return (
            re.search(r"\b(?:if|before i|not sure|whether|would need|in order to|until)\b", low[: match.start()])
            is None
        )
    return True


# "Nights are not for me, but days would be fine": what is refused is one thing of several.
_OF_ONE_THING = re.compile(
    r"\bnot (?:for me|interested|looking|the right)\b|\b(?:put|submit|consider|nominate|represent) m[ey]\b"
)
_STAYS_OPEN = re.compile(
    r"\b(?:but|though|although|however),? (?!thanks|thank)[^.!?;]{0,40}?\b(?:fine|ok|okay|interested(?! in (?:hearing"
    r"|other|future))|keen|happy|glad|would|could|can do|works?|suits?|open to)\b(?![^.!?;]{0,30}\b(?:future|other|else"
    r"|another|anything|touch|luck)\b)|^ (?:to (?:say|judge|decide|tell|complain)\b)"
    r"|\b(?:until|till|yet|before|without|unless|first|let me think|think (?:about|it))\b"
)
_PASSES = re.compile(r"\b(?:pass|decline)\b")


def _decides(context: Context) -> set[Act]:
    """Return what the candidate answers to an offer: yes or no, to the job by name or to what was said before."""
    answers = (
        (Act.ACCEPTS_OFFER, verdicts.takes_job),
        (Act.DECLINES_OFFER, verdicts.refuses_job),
        (Act.SAYS_YES, verdicts.says_yes),
        (Act.SAYS_NO, verdicts.says_no),
        (Act.SAYS_BARE_YES, verdicts.says_bare_yes),
        (Act.DECLINES_APPROACH, declining.refuses_approach),
    )
    return {act for act, finds in answers if finds(context.sentences) is not None}


def _is_document(attachment: Attachment) -> bool:
    if doing.IMAGE.match(attachment.media_type):
        return False
    return attachment.media_type.startswith("application/") or doing.DOCUMENT_NAME.search(attachment.name) is not None


def _says_attached(sentence: Sentence) -> bool:
    """Say whether a sentence names any document and says that it comes with this mail."""
    return (
        not sentence.words.isdisjoint(_ATTACHED)
        and things.DOCUMENT.search(sentence.low) is not None
        and _TO_COME.search(sentence.low) is None
    )


def _gives_references(context: Context) -> bool:
    """Say whether the text itself names references with how to reach them: an address or a telephone number."""
    for index, sentence in enumerate(context.sentences):
        if _REFERENCES.search(sentence.low) and not sentence.is_question and not _TO_COME.search(sentence.low):
            told = " ".join(one.low for one in context.sentences[index : index + 5])
            if _REACHED_AT.search(told):
                return True
    return False


_REFERENCES = re.compile(r"\b(?:references?|referees?)\b")
_REACHED_AT = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{2,60}|\+?\d[\d ()/-]{6,20}\d")
_ATTACHED = frozenset({"attached", "attaching", "enclosed", "enclosing", "attachment"})
_TO_COME = re.compile(r"(?:'ll|\bwill|\bnot|n't|\bgoing to|\btomorrow|\bcan|\bonce|\bshould i|\byour?|\?)\b")


def _times(context: Context) -> set[Act]:
    """A candidate sends times where several stand in the mail, or one beside a word of being free."""
    if _lists_times(context):
        return {Act.SENDS_TIMES}
    for sentence in context.sentences:
        windows = context.windows_in(sentence)
        if delivering.gives_times(sentence, is_dated=any(window.is_point for window in windows)):
            return {Act.SENDS_TIMES}
        if (
            windows
            and not delivering.is_busy(sentence)
            and doing.FREE_TIMES.search(sentence.low)
            and not promising.OWN_WILL.search(sentence.low)
            and not delaying.tells_later(sentence.low)
            and not sentence.is_question
        ):
            return {Act.SENDS_TIMES}
    link = things.BOOKING_LINK.search(context.text.lower())
    return {Act.SENDS_TIMES} if link else set()


def _lists_times(context: Context) -> bool:
    """Say whether "I could do:" is followed by times, each on a line of its own."""
    for index, sentence in enumerate(context.sentences):
        leads = sentence.low.endswith(":") and _LEADS_TO_TIMES.search(sentence.low)
        if leads and any(context.windows_in(following) for following in context.sentences[index + 1 : index + 3]):
            return True
    return False


_LEADS_TO_TIMES = re.compile(
    r"\b(?:could|can|able to) (?:do|make|offer|manage)\b|\b(?:times?|slots?|dates?|days?|options?|availab\w{2,6}|free"
    r"|suits?|works?|any of|either of|following)\b"
)


def _confirms(context: Context) -> bool:
    for sentence in context.sentences[:6]:
        if (
            not sentence.is_question
            and (doing.CONFIRMS.search(sentence.low) or promising.ATTENDS.search(sentence.low))
            and not doing.NO_CONFIRM.search(sentence.low)
        ):
            return True
    return False


def _questions(context: Context) -> set[Act]:
    asks = any(s.is_question and not asking.COURTESY.search(s.low) for s in context.sentences)
    asks = asks or any(asking.LET_ME_KNOW.search(s.low) and not asking.POLITE.search(s.low) for s in context.sentences)
    asks = asks or any(_ASKS_TO_BE_TOLD.search(s.low) for s in context.sentences)
    return {Act.ASKS_BACK} if asks else set()


# "Kindly inform which class I should prepare": a question in the imperative.
_ASKS_TO_BE_TOLD = re.compile(
    r"\b(?:please|kindly|pls|do) (?:also |kindly )?(?:inform|tell|advise|confirm|say|share|guide|intimate|clarify)"
    r"(?: (?:me|us))?(?: (?:about|on|of|as to))? (?:which|what|whether|if|how|when|where|who)\b"
)


def _their_acts(context: Context, message: Message) -> frozenset[Act]:
    found: set[Act] = set()
    for act, pattern in doing.THEIR_ACTS:
        if any(
            (match := pattern.search(s.low))
            and not (s.is_question and act in _STATED)
            and not _is_conditional(s.low, act, match.start())
            for s in context.sentences
        ):
            found.add(act)
    if any(event.method == "CANCEL" for event in message.events) or message.subject.lower().startswith(
        ("canceled:", "cancelled:", "abgesagt:")
    ):
        found.add(Act.CANCELS)
    if any(event.method == "REQUEST" for event in message.events):
        found.add(Act.BOOKS)
    if Act.CANCELS in found and Act.RESCHEDULES in found and Act.BOOKS in found:
        found.discard(Act.CANCELS)
    if _approaches(context):
        found.add(Act.APPROACHES)
    if verdicts.tells_of_hire(context.sentences):
        found.add(Act.TELLS_OF_HIRE)
    if reopening.reopens(context.sentences):
        found.add(Act.REOPENS)
    if turning.turn_of(context.sentences):
        found.add(Act.TURNS_TO_ROLE)
    if context.speaks_past_me and _speaks_for_me(context):
        given = _own_acts(context, message)
        found |= (given & _GIVEN_FOR_ME) | ({Act.SENDS_DOCUMENTS} if Act.NAMES_PEOPLE in given else set())
    return frozenset(found)


_GIVEN_FOR_ME = frozenset({Act.SENDS_DOCUMENTS, Act.SENDS_TIMES, Act.SENDS_ASSESSMENT, Act.CONFIRMS})
_FOR_ME = re.compile(
    r"\b(?:on behalf of|asked me to|i(?:'m| am)? (?:write|writing|answer|answering|reply|replying) (?:to you )?"
    r"(?:for|instead of)|in (?:his|her|their) (?:name|place)|my (?:husband|wife|partner|son|daughter|friend)"
    r"|refer(?:ence|ee)s? (?:letter )?(?:for|of|about)|(?:letter of )?recommendation|(?:glad|happy|pleased|able) to "
    r"recommend|(?:his|her|their|[a-z]{2,15}'s) (?:former |previous )?(?:manager|supervisor|boss|wife|husband|partner"
    r"|sister|brother|mother|father|son|daughter|friend))\b"
)


def _speaks_for_me(context: Context) -> bool:
    """Say whether a mail to somebody else gives something in the candidate's stead: it says so, and names them."""
    words = (word.removesuffix("'s") for sentence in context.sentences for word in sentence.words)
    names_me = not context.names.isdisjoint(words)
    return names_me and any(_FOR_ME.search(sentence.low) for sentence in context.sentences)


_NOT_DONE = re.compile(
    r"\b(?:once|if|when|after|until|unless|before|as soon as|should|please) (?:you|your)\b"
    r"|(?:\bnot|n't) (?:yet )?(?:completed|finished|submitted|taken|received)\b|\byet to (?:complete|finish|submit)\b"
)
_STATED = frozenset({Act.BOOKS, Act.HOLDS, Act.CANCELS, Act.HAS_DOCUMENTS, Act.HAS_ASSESSMENT})


def _is_conditional(low: str, act: Act, place: int) -> bool:
    if act is Act.HAS_ASSESSMENT:
        return _NOT_DONE.search(low, max(0, place - 40), place + 12) is not None
    return act in {Act.CANCELS, Act.RESCHEDULES, Act.BOOKS} and calling_off.is_conditional(low)


def _approaches(context: Context) -> bool:
    """Say whether this is a personal first contact: a mail that speaks of one, and that didn't go to many."""
    return context.signal is Stage.OUTREACH and not context.is_bulk and not context.is_answer
