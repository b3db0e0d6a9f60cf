"""Whether a candidate's mail is thanks and nothing more: "Thanks for your mail. It's three months." is an answer.

Every piece of the text must be thanks, a greeting, a courtesy or a name; whatever else stands there says something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from inbox_watch.core.reading.sentences import Sentence

LONGEST = 240
"""Characters; a longer mail says something, whatever it is."""

_PIECE = re.compile(
    r"[.!?;:,()&\n]+|\s-+\s|\s{2,}|\b(?:and|but|so|then)\b"
    r"(?! (?:regards|wishes|much|many|very|kind|good|nice|lovely|helpful))"
)
_VERY = r"(?:so |very |really |again |once |more |many |a lot |a million |a bunch |indeed |truly |sincerely ){0,4}"
_FOR = r"(?:for|to|in advance|ma|sir|all|everyone|everybody|both|guys)"
_THANKS = (
    rf"(?:(?:ok|okay|great|oh|ah|wow|well|and|with|no|yes|got it|my|perfect|lovely|brilliant|super) )?{_VERY}"
    rf"(?:i |we )?(?:just )?(?:wanted to |want to |would like to |'d like to )?(?:say )?"
    rf"(?:thank(?:s| you| u)|thx|tks|cheers|ta|much appreciated|(?:much |greatly |really )?(?:appreciate|appreciated)"
    rf"|(?:am |'m )?(?:very |most |really )?grateful)\b(?: a (?:lot|million|mill|bunch|ton)| (?:so |very )?(?:much"
    rf"|kindly))?(?: {_VERY})?"
)
_COURTESY = (
    r"(?:(?:hi|hello|hey|dear|good (?:morning|day|afternoon|evening))(?: [\w'-]{1,20}){0,4}"
    r"|(?:many |all the |with )?(?:best|kind|kindest|warm|warmest)(?: regards| wishes)?(?: from \w{2,20})?|regards"
    r"|yours"
    r"(?: \w{2,12})?|sincerely|all the best|take care|bye|cheers"
    r"|(?:ok|okay|great|perfect|lovely|brilliant|super|wonderful|excellent|fantastic|good|fine|noted|understood"
    r"|received"
    r"|got it|makes sense|will do|right|alright|all right|sure|cool|nice|amazing|awesome|wow|oh|ah|please|indeed|dear)"
    r"(?: (?:ma|sir|news|stuff|idea|one|all|with))?"
    r"|(?:that(?:'s| is)|this is|it(?:'s| is)|how|what|so|very|really|most) (?:\w{1,12} )?(?:\w{1,12} )?(?:kind|nice"
    r"|good"
    r"|great|helpful|generous|lovely|clear|useful|appreciated|thoughtful|wonderful|news|sweet|it)(?: of you| news| to"
    r" (?:hear|know))?"
    r"|(?:that |it )?answers (?:it|that|my questions?)|(?:that(?:'s| is) )?all (?:clear|good|i needed)(?: now)?"
    r"|(?:i(?:'ll| will) keep my )?fingers crossed|(?:i(?:'ll| will) )?(?:read|look at) (?:it|that|this)(?:"
    r" [\w']{1,10}){0,3}"
    r"|(?:no|not a) (?:problem|worries|rush|hurry|need|bother)(?: at all| to \w{2,12})?"
    r"|(?:i(?:'m| am) )?(?:very |really |much |so )?(?:look(?:ing)?|looks?) forward (?:to)?(?: [\w']{1,14}){0,8}"
    r"|(?:i )?look forward(?: [\w']{1,14}){0,8}"
    r"|(?:i )?(?:hope|wish(?:ing)?)(?: (?:you|your|to|all|that|we|it|everything))(?: [\w']{1,14}){0,8}"
    r"|(?:have an?|have some|enjoy)(?: [\w']{1,14}){1,6}|happy (?:easter|christmas|new year|holidays|friday|weekend)"
    r"|merry christmas"
    r"|(?:speak|talk|see you|hear from you)(?: (?:soon|then|later|tomorrow))?|until then|you too|same to you|and you"
    r"|(?:i(?:'ll| will) )(?:wait|await|be waiting|stand by|look out|keep an eye)(?: [\w']{1,14}){0,8}"
    r"|(?:waiting|awaiting)(?: [\w']{1,14}){0,6}|(?:glad|good|great|nice|lovely|pleased) to (?:hear|know|read|meet)"
    r"(?: [\w']{1,14}){0,5}|(?:i(?:'ve| have) )?(?:received|got|read|seen|noted) (?:it|that|this|your (?:e-?mail|mail"
    r"|message|note|reply|answer))(?: safely)?"
    r"|(?:i )?(?:really |very much |greatly |do |truly )?appreciate (?:it|that|this|you|the|your)(?: [\w'-]{1,14}){0,8}"
    r"|for (?:your|(?:the|all) (?:kind|nice|good|quick|helpful|information|info|details|update|work)|letting|getting"
    r"|coming|being|keeping|replying|writing|everything)"
    r"(?: [\w'-]{1,16}){0,8})"
)
_PURE = re.compile(rf"{_THANKS}(?: ?(?:{_COURTESY}|{_FOR}(?: [\w'-]{{1,16}}){{0,14}}))?|{_COURTESY}")
_NAME = re.compile(r"[A-Z][\w'-]{0,20}(?: [A-Z][\w'-]{0,20}){0,2}")
_THANKED = re.compile(rf"(?:{_THANKS}) ")
_GIVEN = re.compile(r"\d|\b(?:yes|yep|yeah|no(?:pe)?(?= thank)|(?:months?|weeks?) notice)\b")


def only_thanks(sentences: Sequence[Sentence], names: frozenset[str]) -> bool:
    """Say whether a mail thanks and says nothing else: no fact, no answer, no question.

    `names` are the words, in lower case, of the names of those who write and receive it.
    """
    if sum(len(one.text) for one in sentences) > LONGEST or any(one.is_question for one in sentences):
        return False
    return all(
        _is_signed(one, place) or all(_is_empty(*piece, names) for piece in _pieces(one))
        for place, one in enumerate(sentences)
    )


def _is_signed(sentence: Sentence, place: int) -> bool:
    """Say whether a sentence is the name with which a mail ends: a line of its own, without a stop."""
    return place > 0 and _NAME.fullmatch(sentence.text.strip()) is not None


def _pieces(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a sentence between its stops, in lower case and as written."""
    begin = 0
    for match in (*_PIECE.finditer(sentence.low), None):
        end = match.start() if match else len(sentence.low)
        if low := sentence.low[begin:end].strip():
            yield low, sentence.text[begin:end].strip()
        begin = match.end() if match else end


def _is_empty(low: str, text: str, names: frozenset[str]) -> bool:
    if _GIVEN.search(low):
        return False
    rest = " ".join(word for word in low.split() if word not in names)
    if not rest or _PURE.fullmatch(rest):
        return True
    thanked = _THANKED.match(low)  # "Thanks Dana", where the mail's head doesn't name her
    return thanked is not None and len(low) == len(text) and _NAME.fullmatch(text[thanked.end() :]) is not None
