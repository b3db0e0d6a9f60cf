"""Words in which the candidate says that what was asked for is there: by name, without one, or in the text itself.

"I've uploaded both references", "Done!", "Here they are: Ann Cole, …". What is denied, asked, wanted or to come is not
there yet: "I haven't sent them", "the upload failed", "I'll upload it tomorrow".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from inbox_watch.core.reading import things
from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.types import Act

_SENT = (
    r"(?:sent|uploaded|e-?mailed|mailed|posted|submitted|shared|forwarded|added|put|attached|enclosed|returned|provided"
    r"|filed|handed (?:in|over)|dropped|faxed|delivered|supplied|filled (?:in|out)|passed on|made available)"
)
_DONE = (
    r"(?:did|done|took(?! (?:it|that|them) (?:to|as|for|out|off|on|up|that|serious)\w{0,3}\b)|taken|finished|completed"
    r"|solved|answered|worked (?:on|through)|gone through|been through)"
)
_ADVERBS = r"(?: (?:just|already|now|also|both|meanwhile|since|therefore|then|and|\w{2,12}ly)){0,2}"
_I = rf"(?:(?<![a-z'])(?:i|we)(?:'ve| have|'d| had)?|^(?:have|just|and)|\bhave){_ADVERBS}"
_THEY = r"(?:it|they|them|both|everything|all(?: of (?:it|them))?|these|those|that|the lot|mine|the rest)"
_THERE = (
    r"(?:in (?:the|your|my|our) (?:\w{1,12} ){0,2}?(?:portal|inbox|mail(?:box)?|post|folder|system|account|profile"
    r"|drive|cloud)"
    r"|on (?:the|your) (?:\w{1,12} )?(?:portal|platform|system|server|drive)"
    r"|on (?:its|their|the) way(?! (?:back|home)\b)|uploaded|sent|submitted|with you|attached|enclosed|below"
    r"|(?:online|out|in|there|done|here|complete|completed)(?: now| already)?(?=\s{0,3}(?:[.,;:!)-]|$)))"
)
_BE = (
    r"(?:(?:is|are|'s|'re|has been|have been|should (?:already |now |all )?be|must be|went|has gone|have gone)"
    r"(?: (?:now|all|both|already|just|also))?)"
)
_TEST = (
    r"(?:tests?|assessments?|challenge|tasks?|exercises?|questionnaire|take-?home|assignment|case study|quiz|homework"
    r"|coding)"
)

# Where papers are handed over in person.
_PLACE = (
    r"(?:at|to|with|in|into|by) (?:your|the|hr's) (?:[\w-]{1,14} ){0,2}?(?:office|desk|reception(?:ist)?|counter"
    r"|secretary|secretariat|registry|clerk|security|gate|letter ?box|mail ?box|post ?room|porter|hr|assistant"
    r"|colleague)"
)
# What is below or at a link, unless it's another thing than what anybody asked for.
_ELSEWHERE = (
    r"(?:questions?|quer(?:y|ies)|availability|times?|slots?|dates?|numbers?|details|signature|address|comments?"
    r"|notes?|calendar|(?:zoom|teams|meet|meeting) (?:link|room)|ad|advert|posting|vacancy|job|role|article)"
)

_NAMED = re.compile(
    rf"{_I} {_SENT}\b.{{0,60}}"
    rf"|\b(?:here(?:'s| is| are| you(?:'ll| will| can)? (?:find|have)|with)|attached|enclosed|below)\b.{{0,60}}"
    rf"|\byou(?:'ll| will| can|'ve| have| should)?(?: also| now| already){{0,1}} (?:find|see|have|have received"
    rf"|have got|get to)\b.{{0,60}}"
    r"\b(?:here|below|attached|enclosed|in (?:the|your)|at the (?:link|bottom)|under|https?|by now|already)"
    rf"|(?<![a-z'])(?!you\b|i\b|we\b)[a-z]{{2,15}}(?: [a-z]{{2,15}})? (?:has|have)?{_ADVERBS} ?(?:sent|e-?mailed"
    rf"|mailed|given|forwarded) you\b.{{0,40}}"
)
_NAMED_THERE = re.compile(rf"^.{{0,60}} {_BE} (?:{_THERE}\b|(?:at|on|under|here:?) ?https?:)|\bwent out\b")
_UNNAMED = (
    re.compile(
        r"^(?:ok(?:ay)?,? |yes,? |hi,? |and |so |now |just |all |both |already |it's |that's |they're |it is |that is "
        r"|right,? ){0,3}"
        r"(?:done|sent|uploaded|submitted|finished|completed|returned|mailed|e-?mailed|posted|handed in|signed"
        r"|filled in"
        r"|delivered)(?: and (?:done|dusted|sent|returned|uploaded|submitted|signed))?"
        r"(?:[\s.!,:;)-]*$|,? (?:just now|already|now|today|tonight|this \w{3,9}|last \w{3,9}|yesterday|earlier"
        r"|a \w{3,8} ago|it|them"
        r"|both|via|through|to you|by|on|in|online|as requested|as promised|as agreed|thanks|thank you|i|see|and|the"
        r"|my)\b)"
    ),
    re.compile(
        r"^(?:and |so |ok(?:ay)?,? |sure[,!]? |of course[,!]? |yes,? )?(?:here|there) (?:you (?:go|are)|(?:it|they"
        r"|that) (?:is|are|goes?|comes?)|we go)\b"
    ),
    re.compile(
        r"\b(?:see|find|have) (?:it |them |both |these |those |everything |all )?(?:attached|below|enclosed"
        r"|here(?: attached| enclosed)?)\b"
        rf"|\byou(?:'ll| will| can|'ve| have| should)?(?: also| now| already)? (?:find|see|have|have received"
        rf"|have got) {_THEY}\b"
        r".{0,40}\b(?:here|below|attached|enclosed|in (?:the|your)|by now|already|https?)"
    ),
    re.compile(
        rf"{_I} (?:{_SENT}|{_DONE}|got (?:it|them|everything) (?:done|finished"
        rf"|submitted))(?: and \w{{3,12}})?(?: (?:you|off))? {_THEY}\b"
    ),
    re.compile(rf"{_I} (?:signed|filled (?:in|out)|completed|scanned) and {_SENT}\b"),
    re.compile(rf"(?:^|[,;] ?|\band ){_THEY} ?{_BE} {_THERE}\b(?! (?:with|by) (?:you|me)\b)"),
    re.compile(rf"(?:^|[,;] ?|\band ){_THEY} ?{_BE} (?:at|on|under|here:?) ?https?:"),
    re.compile(rf"^(?:please |kindly )?(?:see|find|use|look at) https?:(?!.{{0,200}}\b{_ELSEWHERE}\b)"),
    re.compile(
        rf"(?:^|[,;:] ?|\band )here(?:'s| is| are) (?:the|a|my|our|both|your) "
        rf"(?!(?:[\w'-]{{1,14}} ){{0,3}}?{_ELSEWHERE}\b)[^.:;?!]{{1,50}}: ?(?=\S)"
    ),
    re.compile(
        rf"^(?:the|my|both|all) (?!(?:[\w'-]{{1,14}} ){{0,3}}?{_ELSEWHERE}\b)[^.:;?!]{{1,40}}? (?:is|are) (?:pasted "
        r"|copied |all )?below\b"
    ),
    re.compile(rf"{_I} (?:{_SENT}|left|brought|gave|given|handed)\b[^.;?!]{{0,60}}? {_PLACE}\b"),
    re.compile(rf"{_I} {_SENT}\b[^.;?!]{{0,50}}? (?:by hand|in person)\b"),
    re.compile(
        rf"^(?!(?:can|could|may|shall|should|do|are|is) )[^.,;?!]{{1,50}}? (?:(?:was|were|is|are|has been|have been) )?"
        rf"(?:now |already )?(?:handed (?:in|over)|left|dropped(?: off)?|submitted|delivered|deposited) {_PLACE}\b"
    ),
    re.compile(
        r"^(?!(?:my|the|our) (?:interview|appointment|meeting|call|visit)\b)[^.,;?!]{1,50}? (?:is|are) "
        r"(?:now |already )?with (?:your|the) [^.;?!]{0,20}?\b(?:desk|office|reception(?:ist)?|counter"
        r"|secretary|registry)\b"
    ),
    re.compile(
        r"\b(?:referees?|references|(?:former|old|previous|last) (?:manager|boss|supervisor|employer)s?|professors?)"
        r" (?:have|has|had)?(?: now| already| both| all| each)? ?(?:written|sent|mailed|e-?mailed|answered|replied"
        r"|responded|wrote|contacted|called|submitted|uploaded|filled)\b[^.;?!]{0,40}\b(?:you|your|the (?:form|portal"
        r"|letters?|references?))\b"
    ),
)
_TEST_DONE = (
    re.compile(
        rf"{_I} (?:{_DONE}|{_SENT}|through with|got through)\b(?! (?:a|an|another|many|some|several"
        rf"|\w{{1,12}} similar)\b).{{0,40}}\b{_TEST}\b"
    ),
    re.compile(
        rf"(?<![a-z'])i(?:'m| am) (?:now |already )?(?:through|done|finished) with (?:the|your|this|that"
        rf"|my)\b.{{0,20}}\b{_TEST}\b"
    ),
    re.compile(
        r"\b(?:my|the|all|all my|both) (?:answers?|solutions?|questions?|results?|submission|responses?|code"
        r"|parts)\b.{0,30}?"
        rf" (?:{_BE} (?:in\b|submitted|sent|answered|uploaded|with you|on (?:its|their) way|there|done|complete)"
        rf"|went (?:in|off|out))"
    ),
    re.compile(
        rf"(?:{_I}|^just|^and) (?:submitted|sent(?: off| in)?|uploaded|handed in|pushed|turned in) (?:my|the|all"
        rf"|all my|both) (?:answers?|solutions?"
        r"|submission|responses?|code|results?)\b"
    ),
    re.compile(rf"\bthat's the\b.{{0,20}}\b{_TEST} (?:done|finished|completed)\b"),
)
_NOT_THERE = re.compile(
    r"\b(?:not|never|cannot|can't|couldn't|won't|unable|failed|fails|tried|trying|will|shall|going to|want(?:ed)? to"
    r"|hope|hoping|plan"
    r"|should i|shall i|could|would|if|once|when i|as soon as|until|before i|need to|have to|must|tomorrow|still to"
    r"|yet to|soon"
    r"|later|almost|nearly|half|partly|working on|about to|error|broken)\b|n't\b|'ll\b"
)
_MAY_STAND = re.compile(
    r"\b(?:you(?:'ll| will| can|'d| would)|should (?:already |now |all )?(?:be|have)|not only|have to say)\b"
    r"|\bif you (?:need|have|want|like)\b.*"
)
_OTHER_TEST = re.compile(
    r"\b(?:similar|another|different|last year|years ago|in the past|at university|test drive"
    r"|like (?:this|that|these))\b"
)
_STILL_TO_COME = re.compile(
    r"\b(?:still to come|to follow|will follow|following (?:soon|later|tomorrow)|are missing|is missing"
    r"|still (?:missing|open|outstanding|waiting))\b"
)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{2,60}|\+\d[\d ()/-]{6,20}\d|\b0\d[\d ()/-]{6,20}\d")
_FULL_NAME = re.compile(
    r"\b[^\W\d_a-z][^\W\d_]{1,20}(?: [^\W\d_a-z]\.?)? (?:[a-z]{2,3} ){0,2}[^\W\d_a-z][^\W\d_'-]{1,25}\b"
)
_MINE = re.compile(
    r"\b(?:my (?:\w{1,12} )?(?:address|number|phone|mobile|e-?mail)|(?:reach|call|ring|phone|contact|text|mail|e-?mail"
    r"|tell|write to) me|i live|i'm at)\b"
)


# Times to meet: days that suit, a slot taken, any time at all.
_SUITS_ME = re.compile(
    r"\b(?:would (?:be (?:good|fine|best|ok|okay|great|perfect|possible|ideal|better|convenient)|suit|work|do\b)"
    r"|(?:is|are|'s) (?:good|fine|best|ok|okay|great|perfect|possible|ideal|better|convenient)|prefer|suits?"
    r"|good for me"
    r"|fine (?:for|by|with) me|i can (?:offer|suggest|come|call)|i(?:'d| would) suggest)\b"
)
_PICKED = re.compile(
    r"(?<![a-z'])(?:i|we)(?:'ve| have)?(?: just| now| already)? (?:picked|booked|chosen|chose|selected|reserved|taken"
    r"|took|scheduled"
    r"|grabbed|signed up for) (?:(?:a|an|the|one|your|that|this|myself|myself a|in) ){0,2}(?:\w{1,12} ){0,2}?(?:time"
    r"|slot|appointment"
    r"|date|call|interview|meeting|one)\b"
)
_ANY_TIME = re.compile(
    r"\b(?:call|ring|phone|reach|try) me (?:any ?time|whenever|at any time|on any day)\b|\b(?:any|every) (?:day|time"
    r"|morning|afternoon|evening)s?"
    r" (?:is|works|suits|would|will|next|this|you|that)\b|\bi(?:'m| am) (?:completely |very |quite |fully |totally "
    r"|pretty )?flexible\b"
    r"|\bwhenever (?:suits|you like|it suits|is good|works)\b|\bi(?:'m| am) (?:free|available|at home|around) (?:all"
    r"|any|every|whenever|most)\b"
)
_NOT_FREE = re.compile(
    r"\b(?:not|n't|never|no longer) (?:be |really )?(?:free|available|around)\b|\bunavailable\b|\b(?:can't|cannot"
    r"|couldn't|won't|unable to)\b"
)
_BUT = re.compile(
    r"\b(?:but|however|though|otherwise|except|apart from|other than|any other|instead|rather|after that|before that)\b"
)


# A bare list of times, as thumbs write it: "tues or wed after 1", "any time between 1 and 4".
_LISTS_TIMES = re.compile(
    r"^(?:(?:hi|hello|hey|yes|yep|ok|okay|well|sure|thanks|thank you|so|um|hmm)(?: [a-z]{2,12})?[,!. -]{1,3}){0,2}"
    r"(?:(?:i|we) (?:can|could) (?:do|manage|make) |i'm (?:ok|okay|good|free) |maybe |either |on |the |from |any(?=day)"
    r"|any |every |all ){0,2}"
    r"(?:(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|nesday|rsday|urday)?s?\b|weekdays|weekends?"
    r"|any ?time\b|day\b|(?:after|before|between|around|from|til|till|until) (?:about )?(?:\d{1,2}\b|lunch|noon|work"
    r"|midday|school|three|four|five|six)|(?:mornings?|afternoons?|evenings?|lunch ?times?|nights)\b)"
)
_NOT_OF_MEETING = re.compile(
    r"\b(?:was|were|went|did|had|will|shall|'ll|send|sent|let you know|tell you|get back|come back|think|finish it"
    r"|deadline|start(?:ing)? (?:work|date|on)|holiday|notice)\b|'ll\b"
)


def names_times(sentences: Sequence[Sentence]) -> bool:
    """Say whether a sentence is little more than days or hours: times to meet, where such were asked for."""
    return any(
        _LISTS_TIMES.match(one.low) is not None
        and not (one.is_question or is_busy(one) or _NOT_OF_MEETING.search(one.low))
        for one in sentences
    )


def gives_times(sentence: Sentence, *, is_dated: bool) -> bool:
    """Say whether the candidate says when they can meet. `is_dated` marks a sentence that names a day or hour."""
    if sentence.is_question or is_busy(sentence):
        return False
    if _PICKED.search(sentence.low) or _ANY_TIME.search(sentence.low):
        return True
    return is_dated and _SUITS_ME.search(sentence.low) is not None


def is_busy(sentence: Sentence) -> bool:
    """Say whether the candidate only says when they cannot meet."""
    return _NOT_FREE.search(sentence.low) is not None and _BUT.search(sentence.low) is None


def is_of_another(low: str) -> bool:
    """Say whether a test is another one than the one that was sent, or papers are still to come."""
    return _OTHER_TEST.search(low) is not None or _STILL_TO_COME.search(low) is not None


def delivers(sentences: Sequence[Sentence], known: frozenset[str] = frozenset()) -> set[Act]:
    """Return what the candidate's newly written text says is there: documents, a test, people's names, or "it".

    `known` are the names, word by word in lower case, of those who write and receive the mail: they are no referees.
    """
    found: set[Act] = set()
    for sentence in sentences:
        if not sentence.is_question:
            found |= _said_in(sentence)
    if _names_people(sentences, known):
        found.add(Act.NAMES_PEOPLE)
    if names_times(sentences):
        found.add(Act.NAMES_TIMES)
    if any(_STILL_TO_COME.search(sentence.low) for sentence in sentences):
        found.discard(Act.DELIVERS)
    return found


def _said_in(sentence: Sentence) -> set[Act]:
    if _STILL_TO_COME.search(sentence.low):
        return set()
    end = _end_of_certain(sentence.low)
    found: set[Act] = set()
    named = takewhile(lambda match: match.end() <= end, _NAMED.finditer(sentence.low))
    if any(things.DOCUMENT.search(match.group()) for match in named):
        found.add(Act.SENDS_DOCUMENTS)
    there = _NAMED_THERE.search(sentence.low)
    if there and there.end() <= end and things.DOCUMENT.search(sentence.low[: there.end()]):
        found.add(Act.SENDS_DOCUMENTS)
    if any((m := p.search(sentence.low)) and m.end() <= end for p in _UNNAMED):
        found.add(Act.DELIVERS)
    is_other = _OTHER_TEST.search(sentence.low) is not None
    if not is_other and any((m := p.search(sentence.low)) and m.end() <= end for p in _TEST_DONE):
        found.add(Act.SENDS_ASSESSMENT)
    return found


def _end_of_certain(low: str) -> int:
    """Return up to where in a sentence nothing says that what is told isn't so, or isn't yet."""
    denied = _NOT_THERE.search(_MAY_STAND.sub(lambda match: " " * len(match.group()), low))
    return denied.end() - 1 if denied else len(low)


def _names_people(sentences: Sequence[Sentence], known: frozenset[str]) -> bool:
    """Say whether the text names somebody with how to reach them: references, given in the mail itself."""
    for place, sentence in enumerate(sentences):
        if sentence.is_question or not _ADDRESS.search(sentence.text) or _MINE.search(sentence.low):
            continue
        above = sentences[place - 1].text if place and len(sentences[place - 1].text) < _SHORT_LINE else ""
        if _names_another(_ADDRESS.sub(" ", sentence.text), known) or _names_another(above, known):
            return True
    return False


def _names_another(text: str, known: frozenset[str]) -> bool:
    return any(known.isdisjoint(match.group().lower().split()) for match in _FULL_NAME.finditer(text))


_SHORT_LINE = 80
