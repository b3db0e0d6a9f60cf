"""What a mail does, besides asking and promising: confirms, declines, delivers, holds, books, cancels.

The first half reads the candidate's own mails, the second the other side's.
"""

from __future__ import annotations

import re

from inbox_watch.core.reading import asking, promising, things
from inbox_watch.core.reading.context import Context
from inbox_watch.core.types import Act, Attachment, Message, Stage

_OWN: tuple[tuple[Act, re.Pattern[str]], ...] = tuple(
    (act, re.compile(pattern))
    for act, pattern in (
        (
            Act.SENDS_DOCUMENTS,
            r"(?:\b(?:attached|attaching|enclosed|enclosing|find attached|i(?:'ve| have) (?:attached|uploaded"
            r"|sent|emailed|signed|submitted|just sent)|here(?:'s| is| are)|uploaded|sending|included"
            r"|as requested|added)\b.{0,80}\b(?:cv|resume|résumé|resumé|referees?|references?|portfolio|samples?"
            r"|passport|visa|certificates?|transcripts?|pay ?slips?|documents?|forms?|id|letter|licen[cs]e|proof"
            r"|scan|copy|copies|nda|contract|profile)\b|\b(?:cv|resume|résumé|referees?|references?|portfolio"
            r"|documents?|forms?|copy|scan|certificates?|passport)\b.{0,40}\b(?:attached|enclosed|below|here"
            r"|uploaded|are:|is:|as requested)\b|^(?:please find )?attached\b|^pfa\b|\bmy referees are\b)",
        ),
        (
            Act.SENDS_ASSESSMENT,
            r"(?:\b(?:completed|finished|submitted|done with|taken|did|sent|uploaded|pushed|attached|handed in"
            r"|here(?:'s| is)|solved)\b.{0,60}\b(?:test|assessment|challenge|task|exercise|questionnaire"
            r"|take-?home|case study|assignment|solution|quiz|homework|code|repo|repository|pull request"
            r"|submission)\b|\b(?:test|assessment|challenge|task|exercise|questionnaire|take-?home|case study"
            r"|assignment|solution|quiz|submission)\b.{0,40}\b(?:is (?:done|complete|completed|finished|attached"
            r"|in|submitted|here)|done|completed|attached|finished|submitted|pushed|below)\b|\b(?:link|repo"
            r"|repository) (?:to|with) my (?:solution|code)\b)",
        ),
        (
            Act.ACCEPTS_OFFER,
            r"\b(?:(?:accept|accepting|signed|countersigned)\b.{0,40}\b(?:offer|contract|position|role|job"
            r"|letter)|(?:happy|delighted|pleased|glad|thrilled|excited) to (?:accept|join|be joining|say yes"
            r"|take (?:the|you up))|i accept\b|i(?:'m| am) in\b|count me in|it's a yes|yes from me"
            r"|my answer is yes|looking forward to (?:joining|starting)|i(?:'d| would) (?:love"
            r"|like) to accept)\b",
        ),
        (
            Act.DECLINES_OFFER,
            r"\b(?:(?:decline|declining|turn(?:ing)? down|pass on|not (?:be )?accept(?:ing)?|can't accept"
            r"|cannot accept|unable to accept|won't be accepting|refuse|say no to)\b.{0,50}\b(?:offer|position"
            r"|role|job|contract|it|this)|(?:offer|role|job)\b.{0,60}\b(?:decided (?:not|against)|decline"
            r"|accepted another|gone with another|going with another|another (?:offer|company)))\b",
        ),
        (
            Act.WITHDRAWS,
            r"\b(?:withdraw(?:ing|n)?|pull(?:ing)? out|step(?:ping)? (?:back|away|out)|take me out"
            r"|remove me from|no longer (?:wish|want|interested|looking|available|in the market|be (?:pursuing"
            r"|considered))|not (?:interested|for me|looking|the right (?:fit|time|move)|going to (?:proceed"
            r"|pursue|continue))|(?:decided|going|like) (?:not to|against|to not) (?:proceed|pursu\w{1,3}"
            r"|continu\w{1,3}|go)|accepted (?:another|an offer|a (?:role|position|job))|took (?:another|a) "
            r"(?:role|job|offer)|i'll pass|have to pass|must decline|going to pass|gone (?:with|for) another"
            r"|signed (?:with|elsewhere))\b",
        ),
        (
            Act.REQUESTS_UPDATE,
            r"\b(?:any (?:news|update|updates|feedback|word|progress|movement|decision|idea when)|(?:following"
            r"|follow|followed) up|checking in|check in|touch(?:ing)? base|chas(?:e|ing)|(?:wondering|ask|asking"
            r"|know|hear) (?:if|whether) (?:there(?:'s| is| are)|you(?:'ve| have)|they(?:'ve| have))|where "
            r"(?:things|we) (?:stand|are)|status of my|haven't heard|have not heard|not heard (?:back|anything)"
            r"|what the next steps|still (?:waiting|under consideration|open)|an update on|update on (?:my|the)"
            r"|how (?:things|it) (?:are|is) (?:progressing|going with|looking)|nudge|timeline)\b",
        ),
        (
            Act.DEBRIEFS,
            r"\b(?:(?:interview|call|chat|meeting|it|conversation|they|panel) (?:went|was|seemed|felt)\b|went "
            r"(?:well|ok|okay|really|great|badly|fine|smoothly)|they asked (?:me|about)|how (?:it"
            r"|the interview) went|my (?:thoughts|impressions|feedback) (?:on|about|from) (?:the|today)|we "
            r"(?:talked|spoke|covered|discussed)|met with|i (?:enjoyed|liked) (?:meeting|talking|speaking"
            r"|the))\b",
        ),
        (Act.THANKS, r"\b(?:thank(?:s| you)|thx|cheers|much appreciated|grateful|ta\b|many thanks)\b"),
    )
)
_DELAYS = re.compile(
    r"\b(?:later|tomorrow|delay(?:ed)?|running late|bit more time|more time|need (?:until|till|another"
    r"|a bit|a few)|extension|give me (?:until|till|a)|not (?:yet|had (?:a chance|time)|got round)"
    r"|haven't (?:had|got|managed|finished)|next week|by (?:the )?(?:end|mon|tue|wed|thu|fri|sat|sun"
    r"|tomorrow|tonight|next|\d)|will (?:send|do|get)|'ll (?:send|do|get|have|let|come)|once i"
    r"|as soon as i|on (?:mon|tue|wed|thu|fri|sat|sun))"
)
_CONFIRMS = re.compile(
    r"\b(?:works?(?: (?:for me|well|great|perfectly|fine|nicely))?|confirm(?:ed|ing)?|suits(?: me)?"
    r"|perfect|see you (?:then|on|at|there|tomorrow|mon|tue|wed|thu|fri)|speak (?:then|to you then|mon"
    r"|tue|wed|thu|fri|on)|talk (?:then|to you then)|i'll be there|i can (?:make|do)|i'm (?:available"
    r"|free) (?:then|at that)|that's (?:fine|good|great|ok|okay|perfect)|accepted|happy (?:with|to "
    r"(?:attend|join|speak|meet|talk|chat))|sounds good|looking forward to (?:it|speaking|meeting|our"
    r"|the|seeing|talking|chatting)|count on me|booked|all good|yes,? (?:please|that|i can|happy|sure"
    r"|fine|of course)|let's do|good for me|fine (?:for|by|with) me)\b"
)
_NO_CONFIRM = re.compile(
    r"\b(?:not|n't|unfortunately|sorry|afraid|would|could|if|can you confirm|please confirm|cannot"
    r"|unable|doesn't)\b"
)
_FREE_TIMES = re.compile(
    r"\b(?:free|available|availability|i can (?:do|make|speak|talk|call)|could (?:do|make)|works? "
    r"(?:for me|best)|any ?time|between|after|before|from|best (?:for me|times?)|suits? me|open"
    r"|mornings?|afternoons?|evenings?|either|or)\b"
)
_THEIRS: tuple[tuple[Act, re.Pattern[str]], ...] = tuple(
    (act, re.compile(pattern))
    for act, pattern in (
        (
            Act.HOLDS,
            r"\b(?:still (?:waiting|reviewing|interviewing|in (?:the )?process|being|considering|deciding|under"
            r"|working|discussing|no (?:news|word|decision|update)|chasing|to hear)|(?:haven't|have not|hasn't"
            r"|has not|not yet|yet to) (?:heard|had|received|made|got|decided|come back|been able)|taking "
            r"(?:longer|a (?:little|bit)|more time)|(?:bear|bearing) with (?:me|us)|no (?:news|update|decision"
            r"|feedback|word) (?:yet|so far|from|at)|(?:sorry|apolog\w{1,6}) (?:for|about) the (?:delay|wait"
            r"|silence)|on hold|paused|delayed|(?:awaiting|waiting (?:for|on)) (?:feedback|sign-?off|approval"
            r"|the|their|a decision|news|confirmation)|chased|i'll (?:chase|come back|keep you)|as soon as i "
            r"(?:hear|have|know|get)|holding (?:mail|note)|haven't forgotten|back to you as soon)\b",
        ),
        (
            Act.BOOKS,
            r"\b(?:(?:confirmed|booked|scheduled|arranged|locked in|all set|set up|rescheduled|moved)\b.{0,60}\b"
            r"(?:for|on|at|to|in|interview|call|meeting|chat)|(?:interview|call|meeting|chat|slot|screening"
            r"|appointment)\b.{0,60}\b(?:is|has been|are|now)\b.{0,12}\b(?:confirmed|booked|scheduled|set"
            r"|arranged|in the diary)|confirm(?:ing)? (?:your|the|our) (?:interview|call|meeting|chat|slot"
            r"|appointment|booking)|invite (?:sent|is on its way|to follow|attached|will follow)|(?:see|speak to"
            r"|talk to) you (?:then|on|at|tomorrow|mon|tue|wed|thu|fri)|speak (?:then|tomorrow|mon|tue|wed|thu"
            r"|fri))\b",
        ),
        (
            Act.CANCELS,
            r"\b(?:(?:cancel(?:led|ed|ling|ing)?|called off|no longer going ahead)\b.{0,60}|(?:interview|call"
            r"|meeting|chat|slot)\b.{0,60}\b(?:cancel(?:led|ed)?|called off|won't (?:go|be going|take)|not go"
            r"(?:ing)? ahead|no longer (?:needed|going|taking|happening)))",
        ),
        (
            Act.RESCHEDULES,
            r"\b(?:reschedul\w{1,4}|move (?:the|our|your|this|it|us)\b|push (?:the|our|your|this|it|us)? ?"
            r"(?:back|to)|postpone\w{0,2}|bring (?:it|this|the \w{1,12}) forward|(?:another|new|different"
            r"|alternative|other) (?:time|date|day|slot)|can't make|cannot make|unable to make|clash|something"
            r"(?:'s| has) come up|rearrang\w{1,4})\b",
        ),
        (
            Act.HAS_DOCUMENTS,
            r"\b(?:(?:thank(?:s| you)(?: \w{1,8}){0,3} for|received|got|have|reviewed|with thanks"
            r"|confirm receipt of|receipt of|seen|looked at|looked over|went through)\b.{0,50}\b(?:your "
            r"(?:\w{1,12} )?(?:cv|resume|résumé|references?|referees?|documents?|forms?|portfolio|samples?"
            r"|passport|certificates?|paperwork|application form|details)|the (?:cv|resume|references?|referees?"
            r"|documents?|forms?|paperwork|signed))\b|documents? (?:received|are all|have been (?:received"
            r"|approved|verified)))",
        ),
        (
            Act.HAS_ASSESSMENT,
            r"\b(?:(?:thank(?:s| you)(?: \w{1,8}){0,3} for|received|got|reviewed|marked|looked at|went through"
            r"|passed|completed|impressed (?:by|with)|enjoyed|liked|loved|read)\b.{0,50}\b(?:your (?:\w{1,12} )?"
            r"(?:test|assessment|challenge|task|exercise|questionnaire|take-?home|case study|assignment|solution"
            r"|submission|answers|homework|paper|code)|(?:the|this) (?:test|assessment|challenge|task|exercise"
            r"|questionnaire|take-?home|assignment))\b|your (?:\w{1,12} )?(?:test|assessment|challenge|task"
            r"|exercise|questionnaire|take-?home|assignment|solution|submission|answers)\b.{0,40}\b(?:received"
            r"|reached|arrived|was|were|is complete|has been|have been|looks?|in safely|submitted))",
        ),
        (
            Act.NEEDS_NO_REPLY,
            r"\b(?:no need to (?:reply|respond|answer|do anything|get back|write back)|no (?:reply|response"
            r"|action|answer) (?:is )?(?:needed|required|necessary|expected)|don't need to (?:reply|respond"
            r"|do anything|answer)|(?:do not|don't) reply|nothing (?:for you to do|needed from you|to do)"
            r"|no further action|just (?:fyi|for your information)|need not (?:reply|answer|respond))\b",
        ),
    )
)
_DOCUMENT_NAME = re.compile(
    r"(?:cv|resume|résumé|reference|referee|portfolio|passport|visa|certificate|transcript|payslip"
    r"|diploma|licence|license|cover|letter|form|contract|signed|zeugnis|lebenslauf|degree|id|sample"
    r"|nda)",
    re.IGNORECASE,
)
_IMAGE = re.compile(r"^(?:image|text/calendar|application/(?:pgp|pkcs7|ics))")
_ONLY_THANKS = 90


def find_acts(context: Context, message: Message) -> frozenset[Act]:
    """Return what this mail does, by its newly written text, its attachments and its invitations."""
    return _own_acts(context, message) if context.from_candidate else _their_acts(context, message)


def _own_acts(context: Context, message: Message) -> frozenset[Act]:
    found = {act for act, pattern in _OWN for s in context.sentences if _holds(pattern, s.low, s.is_question, act)}
    if any(_is_document(a) for a in message.attachments):
        found.add(
            Act.SENDS_ASSESSMENT
            if Act.SENDS_ASSESSMENT in found and Act.SENDS_DOCUMENTS not in found
            else Act.SENDS_DOCUMENTS
        )
    if any(event.method == "REPLY" for event in message.events) or message.subject.lower().startswith("accepted:"):
        found.add(Act.CONFIRMS)
    found |= _times(context) | _questions(context)
    if _confirms(context):
        found.add(Act.CONFIRMS)
    if any(promising.OWN_WILL.search(s.low) and _DELAYS.search(s.low) for s in context.sentences) or any(
        _DELAYS.search(s.low) and promising.BARE_WILL.search(s.low) for s in context.sentences
    ):
        found.add(Act.DELAYS)
    if found == {Act.THANKS} and len(context.text.strip()) < _ONLY_THANKS:
        found.add(Act.ONLY_THANKS)
    return frozenset(found)


def _holds(pattern: re.Pattern[str], low: str, is_question: bool, act: Act) -> bool:
    if is_question and act in {Act.ACCEPTS_OFFER, Act.WITHDRAWS, Act.DECLINES_OFFER, Act.SENDS_ASSESSMENT}:
        return False
    match = pattern.search(low)
    if match is None:
        return False
    if act in {Act.SENDS_DOCUMENTS, Act.SENDS_ASSESSMENT}:
        return (
            re.search(r"(?:'ll|\bwill|\bnot|n't|\bgoing to|\btomorrow|\bcan|\bonce|\bshould i)\b", low[: match.end()])
            is None
        )
    if act in {Act.ACCEPTS_OFFER, Act.WITHDRAWS, Act.DECLINES_OFFER}:
        return (
            re.search(r"\b(?:if|before i|not sure|whether|would need|in order to|until)\b", low[: match.start()])
            is None
        )
    return True


def _is_document(attachment: Attachment) -> bool:
    if _IMAGE.match(attachment.media_type):
        return False
    return attachment.media_type.startswith("application/") or _DOCUMENT_NAME.search(attachment.name) is not None


def _times(context: Context) -> set[Act]:
    """A candidate sends times where several stand in the mail, or one beside a word of being free."""
    for sentence in context.sentences:
        windows = context.windows_in(sentence)
        if (
            windows
            and _FREE_TIMES.search(sentence.low)
            and not promising.OWN_WILL.search(sentence.low)
            and not sentence.is_question
        ):
            return {Act.SENDS_TIMES}
    link = things.BOOKING_LINK.search(context.text.lower())
    return {Act.SENDS_TIMES} if link else set()


def _confirms(context: Context) -> bool:
    for sentence in context.sentences[:6]:
        if not sentence.is_question and _CONFIRMS.search(sentence.low) and not _NO_CONFIRM.search(sentence.low):
            return True
    return False


def _questions(context: Context) -> set[Act]:
    asks = any(s.is_question and not asking.COURTESY.search(s.low) for s in context.sentences)
    asks = asks or any(asking.LET_ME_KNOW.search(s.low) and not asking.POLITE.search(s.low) for s in context.sentences)
    return {Act.ASKS_BACK} if asks else set()


def _their_acts(context: Context, message: Message) -> frozenset[Act]:
    found: set[Act] = set()
    for act, pattern in _THEIRS:
        if any(
            pattern.search(s.low) and not (s.is_question and act in _STATED) and not _is_conditional(s.low, act)
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
    return frozenset(found)


_STATED = frozenset({Act.BOOKS, Act.HOLDS, Act.CANCELS, Act.HAS_DOCUMENTS, Act.HAS_ASSESSMENT})
_IF = re.compile(r"\b(?:if you|should you|in case|to (?:cancel|reschedule)|reschedule or cancel|once you|when you)\b")


def _is_conditional(low: str, act: Act) -> bool:
    return act in {Act.CANCELS, Act.RESCHEDULES, Act.BOOKS} and _IF.search(low) is not None


def _approaches(context: Context) -> bool:
    """Say whether this is a personal first contact: a mail that speaks of one, and that didn't go to many."""
    return context.signal is Stage.OUTREACH and not context.is_bulk and not context.is_answer
