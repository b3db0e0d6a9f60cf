"""Requests in plain words, of which the model may neither say that they ask nothing nor that they ask something else.

"Please send your references by Friday": who asks so plainly and names a thing or a limit asks, whatever the mail is
like. "Please let me know by Friday" alone is about what was asked before it.
"""

from __future__ import annotations

import re

from inbox_watch.core.reading import asking, things
from inbox_watch.core.reading.context import Context
from inbox_watch.core.reading.deadlines import names_limit, without_limits
from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.types import ActionKind, Stage

_FRAME = re.compile(
    r"^(?:(?:hi|hello|dear|hey)(?: [a-z]{2,15})?, ?)?(?:\d{1,2}[.)] ?)?"
    r"(?:(?:for|to|in order to|before|as) [^,.;?!]{3,60}?,? )?(?:(?:also|and|then|so|now|finally|next|first|meanwhile"
    r"|therefore|in the meantime|if possible|[^,]{1,40}),? ){0,2}"
    r"(?:please|kindly|(?:can|could|would|will) you|may (?:i|we) ask you to|would you mind"
    r"|(?:i|we|they|hr|(?:the|our) \w{2,14})(?:'d| would| will|'ll)?(?: (?:also|still|just|now|then)){0,2} (?:needs?"
    r"|requires?|ask you|like you to"
    r"|like to (?:have|receive|get|see)|be (?:glad|grateful|happy|pleased|obliged))"
    r"|you(?:'ll| will)?(?: (?:also|then|now)){0,2} (?:need|have) to|(?:let (?:me|us) (?:know|have)|tell (?:me|us)"
    r"|send (?:me|us))\b)"
)
_WISH = re.compile(
    r"^(?:also |and |ideally,? )?(?:it(?:'d| would| will) (?:also |really )?be (?:very |really )?(?:great|good|helpful"
    r"|useful|nice|lovely|perfect|ideal)|(?:the|your|all) [^.;?!]{2,50}? (?:should|must|needs? to|has to|have to|is to"
    r"|are to) (?:also )?(?:be (?!fine|good|ok|enough|noted|clear|aware)|reach )|that would be|(?:the|your"
    r"|all) [^.;?!]{2,50}? (?:is|are) (?:still |now )?(?:needed|required|due|wanted|missing|outstanding)"
    r"|you(?:'ll| will)? have (?:until|till)"
    r"|(?:please |kindly )?(?:make sure|ensure|see to it)(?: that)? (?:i|we|they|hr) )"
)
_OF_THE_KIND = {
    ActionKind.SEND_DOCUMENTS: things.STRONG_DOCUMENT,
    ActionKind.COMPLETE_ASSESSMENT: things.ASSESSMENT,
    ActionKind.SEND_AVAILABILITY: things.AVAILABILITY,
    ActionKind.REPLY: asking.PERSONAL,
    ActionKind.CONFIRM: re.compile(r"\b(?:make it|suits?|works? for you|attend|come|be there)\b"),
}
_ANSWER = (
    r"(?:let (?:me|us) (?:know|have (?:it|your (?:answer|reply|response)))|repl(?:y|ying)|answer(?:ing)?"
    r"|respond(?:ing)?"
    r"|get back to (?:me|us)|come back to (?:me|us)|tell (?:me|us)|write (?:back|to (?:me|us))|need to know"
    r"|need (?:your|an) (?:answer|reply|response)|(?:have|get|hear) (?:your|an) (?:answer|reply|response)"
    r"|hear (?:back )?from you|(?:your )?(?:answer|reply|response))"
)
_BARE_ANSWER = re.compile(
    rf"^(?:(?:and|so|also|then),? )?[^.?!]{{0,60}}?\b{_ANSWER}(?: (?:to )?(?:me|us|this|it|that|back|here|please"
    r"|if you can|if possible|if you could|asap|as soon as (?:possible|you can)|soon|kindly|about (?:it|this|that)"
    r"|should reach (?:me|us)|would be (?:great|helpful|appreciated)|is needed|at)){0,4},?[\s.!?,-]*$"
)
_ASKS = re.compile(
    r"^(?:(?:and|so|also|then),? )?(?:please|kindly|(?:can|could|would|will) you|(?:i|we)(?:'d| would| will"
    r"|'ll)?(?: \w{1,8})?"
    r" (?:need|like|ask|be|appreciate)|may (?:i|we) ask|it (?:would|'d) be|let (?:me|us) know|tell (?:me|us)|your\b"
    r"|an answer"
    r"|just (?:let|reply|tell))"
)

# Said in an offer, this waits for the answer to it.
HOPES_FOR_YES = re.compile(
    r"\b(?:hope|hoping) (?:that )?you(?:'ll| will|'d| would| can| decide to| are going to)?(?: \w{1,10})? "
    r"(?:say yes|accept(?! (?:my|our) )|take (?:it|the job|the post|us up)|join us|be joining us)\b"
)


# A question of its own, however short: "How did it go today?"
_HOW_IT_WENT = re.compile(
    r"(?:(?:hi|hiya|hey|hello)(?: [a-z]{2,12})?,? |so,? |and,? |well,? )?how (?:(?:did|do) (?:it (?:all )?go|that go"
    r"|things go"
    r"|you (?:get on|find (?:it|them|the \w{1,12}))|the (?:\w{1,12} ){0,2}?(?:interview|meeting|call|chat|visit|trial"
    r"|assessment|test|shift|day) go)|(?:was|were) (?:it|that|they|the (?:\w{1,12} ){0,2}?(?:interview|meeting|call"
    r"|chat"
    r"|visit|trial|assessment|test|shift)))\b[^?]{0,60}\?"
)


# Thumbs write no question mark: "do you have your own tools", "she wants to ring your boss, can ye give me his number".
_UNMARKED = re.compile(
    r"(?:^|[,;] ?|\band |\bbut )(?:(?:hi|hiya|hello|hey|ok|okay|great|thanks|cheers|so|and|also|well|sure|lovely|now)"
    r"(?: [a-z]{2,12})?[,!. -]{1,3}){0,2}"
    r"(?:(?:would|could|can|will|do|are|have) (?:you|ye|u|ya)\b(?! (?:know what|believe|imagine|kidding|joking|any"
    r" (?:\w{1,10} )?(?:questions?|queries|problems|trouble)))"
    r"|what (?:would|do|are|is) (?:you|ye|u|your|ur) (?:be )?(?:looking|hoping|asking|after|expect\w{0,6}|want|like"
    r"|need|thinking|earn\w{0,3}|charge|rate|price|number|notice)\b"
    r"|(?:when|how soon) (?:can|could|would) (?:you|ye|u) (?:be able to )?(?:start|begin|come|join)\b"
    r"|how (?:much|many|far|long) [^.;?!]{0,30}?\b(?:you|ye|u)\b|where (?:are|do) (?:you|ye|u) (?:live|based|living))"
)
_INVERTED = re.compile(r"^(?:had|were|should) |^have (?:you|ye|u) (?:any|got any)\b")


def asks_unmarked(low: str) -> bool:
    """Say whether a sentence in lower case without a question mark asks by its order of words."""
    return "?" not in low and _UNMARKED.search(low) is not None and _INVERTED.search(low) is None


# Said before an interview, this is a good wish: what follows it is the debrief.
_AFTERWARDS = re.compile(
    r"\b(?:let (?:me|us) know|tell (?:me|us)|give (?:me|us) an? (?:quick )?(?:ring|call|shout|bell|buzz|text)|(?:call"
    r"|ring|text|phone|shout|message) (?:me|us)|drop (?:me|us) a (?:line|text|note|message)|(?:keen|excited"
    r"|love) to hear)\b"
    r"[^.;?!]{0,30}?\b(?:how (?:you get on|it goes|you find it)|when(?:ever)? (?:you(?:'re| are)|it(?:'s| is)) (?:all "
    r"|both )?(?:done|out|finished|over|through)\b|afterwards|after (?:the|your) (?:interview|meeting|call|chat"
    r"|visit)\b)"
)


def is_good_wish(context: Context, sentence: Sentence) -> bool:
    """Say whether a sentence only wants to hear how a meeting that lies ahead will have gone."""
    if sentence.is_question or context.signal not in {Stage.SCREENING, Stage.INTERVIEW, None}:
        return False
    return _AFTERWARDS.search(sentence.low) is not None


# "In Welsh or English, which would you prefer?": a choice between things that are no times.
_CHOICE = re.compile(r"\bwhich\b[^?]{0,30}\bprefer|\bprefer\b[^?]{1,40}\bor\b|\bor\b[^?]{1,40}\bprefer")
_OF_TIMES = re.compile(
    r"\d|\b(?:mon|tues?|wed|thu|thurs|fri|sat|sun)(?:day|nesday|rsday|urday)?s?\b|\b(?:mornings?|afternoons?|evenings?"
    r"|days?|dates?|times?|slots?|weeks?|earlier|later|sooner|before|after|noon|lunch|today|tomorrow|these|those"
    r"|either|options?|when)\b"
)


def chooses_no_time(low: str) -> bool:
    """Say whether a sentence lets the candidate choose between things, none of which is a time."""
    return _CHOICE.search(low) is not None and _OF_TIMES.search(low) is None


def is_plain(context: Context, sentence: Sentence, kind: ActionKind) -> bool:
    """Say whether a sentence asks for this kind in plain words: "please" or the like, and its name or a limit."""
    if kind is ActionKind.ANSWER_OFFER and HOPES_FOR_YES.search(sentence.low):
        return True
    if kind is ActionKind.REPLY and (_HOW_IT_WENT.match(sentence.low) or asks_unmarked(sentence.low)):
        return True
    if not _FRAME.match(sentence.low):
        return _WISH.match(sentence.low) is not None and names_limit(context, sentence)
    thing = _OF_THE_KIND.get(kind)
    bare = without_limits(context, sentence, sentence.low)
    return names_limit(context, sentence) or (thing is not None and thing.search(bare) is not None)


def answers_itself(context: Context, index: int) -> bool:
    """Say whether a writer asks only to answer it: "Why did we build this team? Because our customers asked." """
    sentence = context.sentences[index]
    following = context.sentences[index + 1] if index + 1 < len(context.sentences) else None
    if not sentence.is_question or following is None or following.is_question or _HOW_IT_WENT.match(sentence.low):
        return False
    if following.paragraph - sentence.paragraph > 1 or _ASKS.match(following.low):
        return False
    if asking.ANSWERS_ITSELF.match(following.low):
        return not _OF_CANDIDATE.search(sentence.low)
    return asking.OWN_QUESTION.match(sentence.low) is not None


_OF_CANDIDATE = re.compile(r"\b(?:can|could|would|will|are|do|did|have|when) you\b")


def only_asks_to_answer(context: Context, sentence: Sentence) -> bool:
    """Say whether a sentence asks for an answer, maybe by a day, and doesn't say to what ("Please reply by Friday")."""
    bare = " ".join(without_limits(context, sentence, sentence.low).split())
    return _ASKS.match(bare) is not None and _BARE_ANSWER.match(bare) is not None
