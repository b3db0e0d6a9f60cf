"""What one sentence asks for, by the rules: the kinds of the contract.

A sentence asks where a frame of asking stands in it ("could you …", "please …", a bare "send …", "it'd be great to
get …") or where it is a question; politeness ("feel free to …"), conditions that may never come true, negation, what
others will do and what the writer promises are taken out first. What is asked for decides the kind; where nothing
special is named it is a `reply`.
"""

from __future__ import annotations

import re

from inbox_watch.core.reading import asking, calling_off, promising, things
from inbox_watch.core.reading.bringing import without_things_brought
from inbox_watch.core.reading.clauses import clauses
from inbox_watch.core.reading.context import Context
from inbox_watch.core.reading.deadlines import is_about_papers, proposals, proposes_time, without_limits
from inbox_watch.core.reading.plain import HOPES_FOR_YES, asks_unmarked, chooses_no_time
from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.types import ActionKind, Stage, Window

ENDS_OR_PAUSES = frozenset({Stage.REJECTED, Stage.WITHDRAWN, Stage.ON_HOLD})
_LETTERS = re.compile(r"[a-z]{2}")
_SCOPE_ENDS = re.compile(
    r"\b(?:so (?:that )?(?:i|we)\b|(?:and|then|,) (?:i|we)(?:'ll| will| can|'d)\b|before (?:i|we|he|she"
    r"|they) |because\b|in order\b|as (?:i|we)\b|to (?:ensure|make sure|help us)\b)"
)
_BLANKED = (
    (frozenset({"please", "pls", "kindly"}), asking.PLEASE_NOT),
    (frozenset({"question", "questions", "queries", "concerns", "doubts", "problems", "issues"}), asking.ANY_QUESTIONS),
    (frozenset({"can", "could", "may", "shall", "might", "ok", "okay", "alright"}), asking.THEIR_OWN),
    (frozenset({"know", "tell", "back"}), asking.TOLD_TO_ME),
)
_SUBMITTED_AS_ONE = 5
_SHORT = 30


def kinds_by_rule(context: Context, index: int) -> list[ActionKind]:
    """Return what the sentence at `index` asks for: nothing, one kind, or two."""
    sentence = context.sentences[index]
    rest = strip_politeness(sentence)
    if not _LETTERS.search(rest) or (context.signal in ENDS_OR_PAUSES and not asking.STRICT_ASK.search(rest)):
        return []
    return _kinds(context, sentence, rest, _scope(context, index, without_limits(context, sentence, rest)))


def strip_politeness(sentence: Sentence) -> str:
    """Return the sentence in lower case with everything that asks nothing replaced by spaces, of the same length."""
    text = sentence.low
    text = asking.POLITE.sub(_spaces, text)
    for words, pattern in _BLANKED:
        if not words.isdisjoint(sentence.words):
            text = pattern.sub(_spaces, text)
    if not sentence.words.isdisjoint(_CONDITIONALS):
        text = asking.CONDITION.sub(_spaces_unless_welcome, text)
    return text


_CONDITIONALS = frozenset({"if", "should", "case", "unless", "whether"})


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _spaces_unless_welcome(match: re.Match[str]) -> str:
    """Blank a condition that may never come true, with what hangs on it; "if you're interested" asks for an answer."""
    condition = match.group("condition")
    if condition.startswith("whether") or _INDIRECT.search(match.string[: match.start()]):
        return match.group()
    if match.group("lead"):
        doubtful = asking.CONTINGENCY.search(condition) is not None
    else:
        doubtful = not asking.WELCOME_CONDITION.match(condition)
    return " " * len(match.group()) if doubtful else match.group()


_INDIRECT = re.compile(
    r"\b(?:wonder(?:ing|ed)?|know|see|ask|asking|check|checking|hear|sure|clear|learn|tell (?:me|us"
    r"|them)|say|confirm|indicate|state)(?: (?:me|us|back|here|again|by \w{1,12}|first)){0,2} $"
)


def _scope(context: Context, index: int, rest: str) -> str | None:
    """Return the piece of the sentence that a frame of asking governs, None where there is none."""
    words = context.sentences[index].words
    start = None
    for triggers, pattern in asking.FRAMES:
        if not triggers.isdisjoint(words) and (match := pattern.search(rest)):
            start = match.start() if start is None else min(start, match.start())
    bare = asking.IMPERATIVE.search(rest)
    if (
        bare
        and (start is None or bare.start() < start)
        and _is_meant_for_me(context, context.sentences[index], rest[bare.start() :])
    ):
        start = bare.start()
    if start is None:
        return None
    scope = rest[start:]
    end = _SCOPE_ENDS.search(scope, 12)
    scope = scope[: end.start()] if end else scope
    if scope.rstrip().endswith(":"):
        following = context.sentences[index + 1 : index + 1 + _SUBMITTED_AS_ONE]
        scope += " ".join(" " + item.low for item in following)
    return scope


def _is_meant_for_me(context: Context, sentence: Sentence, scope: str) -> bool:
    """Say whether a bare imperative is a request: a job description is full of them ("Write automated tests")."""
    if context.signal is Stage.OUTREACH:
        return asking.FOR_ME_STRICTLY.search(scope) is not None or things.BOOKING.search(scope) is not None
    told = (
        things.STRONG_DOCUMENT.search(scope)
        or asking.FOR_ME.search(scope)
        or asking.REPLY_VERB.search(scope)
        or things.BOOKING.search(scope)
    )
    return told is not None or scope.rstrip().endswith(":") or bool(context.windows_in(sentence))


def _kinds(context: Context, sentence: Sentence, rest: str, scope: str | None) -> list[ActionKind]:
    if _asks_for_answer_to_offer(context, sentence, rest, scope):
        return [ActionKind.ANSWER_OFFER]
    kinds: list[ActionKind] = []
    bare = without_limits(context, sentence, rest)
    meeting = _asks_to_meet(context, sentence, bare, scope)
    if _asks_for_documents(context, sentence, bare, scope):
        kinds.append(ActionKind.SEND_DOCUMENTS)
    if not meeting and (not kinds or _sets_test_too(rest)) and _asks_for_assessment(context, sentence, rest, scope):
        kinds.append(ActionKind.COMPLETE_ASSESSMENT)
    if meeting and not (kinds and meeting is ActionKind.CONFIRM and not _CONFIRM_COMING.search(rest)):
        kinds.append(meeting)
    if not kinds and _asks_for_reply(sentence, bare, scope):
        kinds.append(_kind_of_answer(context, sentence, rest))
    elif kinds and (_asks_of_candidate(sentence, rest) or _asks_beside_papers(kinds, scope)):
        kinds.append(ActionKind.REPLY)
    return kinds


def _asks_of_candidate(sentence: Sentence, rest: str) -> bool:
    """Say whether one piece of a sentence with several requests asks something of the candidate themselves."""
    pieces = clauses(sentence)
    return len(pieces) > 1 and any(_is_personal(rest[start:end]) for start, end in pieces)


def _sets_test_too(rest: str) -> bool:
    """Say whether a request for papers sets a test beside them ("take the test and send us your CV")."""
    return things.STRONG_DOCUMENT.search(rest) is not None and _TAKES_TEST.search(rest) is not None


_TAKES_TEST = re.compile(
    r"\b(?:complete|take|do|finish|sit|fill (?:in|out)) (?:the|our|this|a|an|your) (?:(?!attached)[\w-]{1,14} ){0,3}?"
    r"(?:tests?|assessments?|questionnaires?|exercise|quiz)\b"
)


def _asks_beside_papers(kinds: list[ActionKind], scope: str | None) -> bool:
    """Say whether papers and a piece of information are asked for in one breath ("your CV, CTC and notice period")."""
    return ActionKind.SEND_DOCUMENTS in kinds and scope is not None and _BESIDE_PAPERS.search(scope) is not None


# Joined to the paper, not a part of it: "a payslip showing your salary" and "salary slips" are papers.
_BESIDE_PAPERS = re.compile(
    rf"{things.DOCUMENT.pattern}[^.;?!]{{0,80}}?(?:,|\band\b|&|\+|\bplus\b|\b(?:along|together) with\b|\bas well as\b)"
    r" (?:and |also |please |tell (?:me|us) |let (?:me|us) know |confirm |of )?(?:(?:your|ur|the|what) )?"
    r"(?:(?:current|expected|present|last|desired|minimum|salary|total|relevant|annual|and|or|&|/) ?){0,3}"
    r"(?:salary(?: expectations?)?|pay expectations?|ctc|ectc|cctc|(?:day|hourly|daily) rate|notice(?: period)?"
    r"|expectations|start(?:ing)? date|location|reason for (?:leaving|change)|experience|visa status)\b"
    r"(?! ?(?:slips?|certificates?|proof|statements?|letters?|details form|forms?|to (?:match|suit)|sheets?"
    r"|documents?))"
)


def _is_personal(piece: str) -> bool:
    return bool(
        asking.PERSONAL.search(piece)
        and (asking.REPLY_VERB.search(piece) or _ASKS_FIRST.match(piece.strip()))
        and not (
            things.STRONG_DOCUMENT.search(piece) and (asking.GIVING.search(piece) or piece.strip().startswith("your "))
        )
    )


# "Please confirm your attendance (or the date) and send us your lesson plan": two asks.
_CONFIRM_COMING = re.compile(
    r"\bconfirm (?:(?:your |ur )?attendance|(?:the|this|that) (?:date|time|day|slot|appointment|interview)"
    r"|(?:that )?you(?:'ll| will| can| are able to|'re able to) (?:attend|come|make it|be there))\b[^.;?!]{0,40}\band "
    r"(?:also |please |kindly )?(?:send|bring|provide|forward|e-?mail|upload|attach|share|return)\b"
)
_ASKS_FIRST = re.compile(r"(?:what|when|how|are you|do you|would you|your)\b")


def _asks_for_answer_to_offer(context: Context, sentence: Sentence, rest: str, scope: str | None) -> bool:
    if scope is not None and things.OFFER_YES.search(scope) and things.NAMES_OFFER.search(rest):
        return True
    if context.signal is Stage.OFFER and scope is not None and things.SIGNED_OFFER.search(scope):
        return True
    if context.signal is Stage.OFFER and HOPES_FOR_YES.search(rest):
        return True
    if context.signal not in {Stage.OFFER, Stage.ACCEPTED, None}:
        return False
    asks = scope is not None or sentence.is_question or asking.WONDER.search(rest) is not None
    if context.signal is Stage.OFFER and things.OFFER_PORTAL.search(rest) and (asks or asking.LINK.search(rest)):
        return things.STRONG_DOCUMENT.search(rest) is None
    if sentence.words.isdisjoint(OFFER_WORDS):
        return False
    return asks and things.OFFER_ANSWER.search(rest) is not None and "invit" not in rest


OFFER_WORDS = frozenset(
    [
        "offer",
        "package",
        "contract",
        "decision",
        "accept",
        "sign",
        "verdict",
        "terms",
        "acceptance",
        "countersign",
        "proposal",
    ]
)


def _asks_for_documents(context: Context, sentence: Sentence, rest: str, scope: str | None) -> bool:
    if sentence.is_question and things.HAVE_PAPERS.search(rest):
        return True
    text = (
        scope if scope is not None else rest if asking.NEEDED.search(rest) or things.MUST_BE_SENT.search(rest) else None
    )
    if text is None:
        return False
    pattern = things.STRONG_DOCUMENT if context.signal is Stage.ASSESSMENT else things.DOCUMENT
    rest_of_it = without_things_brought(text)
    is_brought, text = rest_of_it != text, rest_of_it
    thing = pattern.search(text)
    if is_brought and not thing:
        return False
    if not thing and things.SENDS_IT_BACK.search(text) and context.signal is not Stage.ASSESSMENT:
        return things.DOCUMENT.search(sentence.low) is not None
    if not thing and context.signal not in _NOT_FOR_PAPERS and scope is not None:
        return _asks_for_something(scope)
    if not thing or things.NO_REFERENCE.search(text) or things.ABOUT_DOCUMENT.search(text):
        return False
    if asking.GIVING.search(text[: thing.start()]) or asking.NEEDED.search(text):
        return True
    if things.OBTAINS.search(text[: thing.start()]):
        return True
    return things.MUST_BE_SENT.search(text) is not None


_NOT_FOR_PAPERS = frozenset({Stage.OUTREACH, Stage.ASSESSMENT})


_TO_US = re.compile(r"\b(?:me|us|back|over)\b")


def _asks_for_something(scope: str) -> bool:
    sending = things.SEND_ME.match(scope) or things.SEND_ME.search(scope[:60])
    return (
        sending is not None
        and (_TO_US.search(sending.group()) is not None or scope.startswith(" your ", sending.end()))
        and not things.INFORMATION.search(scope, sending.end())
    )


def _asks_for_assessment(context: Context, sentence: Sentence, rest: str, scope: str | None) -> bool:
    if things.ASSESSMENT_HERE.search(rest) and not things.ASSESSMENT_LATER.search(rest):
        return True
    if things.ASSESSMENT_OPEN.search(rest) or (not sentence.is_question and things.TASK_SET.search(rest)):
        return True
    bare = without_limits(context, sentence, rest)
    if things.TEST_DUE.search(bare) and not things.TEST_TO_COME.search(bare):
        return True
    if scope is not None and (thing := things.ASSESSMENT.search(scope)) and asking.DOING.search(scope[: thing.start()]):
        return True
    return context.signal is Stage.ASSESSMENT and _is_about_the_task(context, sentence, rest)


def _is_about_the_task(context: Context, sentence: Sentence, rest: str) -> bool:
    """In a mail that sets a task, a bare "Send back what you've got by Thursday" is about the task."""
    theirs = (promising.WILL, promising.HEAR, promising.EXPECT)
    if any(p.search(rest) for p in (things.TASK_PAST, *theirs, asking.COURTESY)):
        return False
    dated = any(_limits(window) for window in context.windows_in(sentence))
    if things.TASK_VERB.search(rest):
        return dated or asking.LINK.search(rest) is not None or asking.IMPERATIVE.search(rest) is not None
    return dated and things.TASK_DEADLINE.search(sentence.low) is not None


def _limits(window: Window) -> bool:
    return not window.is_point or asking.DEADLINE_ALONE.search(window.quote.lower()) is not None


def _asks_to_meet(context: Context, sentence: Sentence, rest: str, scope: str | None) -> ActionKind | None:
    asks = scope is not None or sentence.is_question
    if asks and things.ACCEPT_INVITATION.search(rest):
        return ActionKind.CONFIRM
    if _offers_booking(rest, scope):
        return None if calling_off.HOW_TO_MOVE.search(sentence.low) else ActionKind.SEND_AVAILABILITY
    suits = sentence.is_question or things.SUGGEST.search(rest) or (asks and things.SUITS.search(rest))
    if suits and proposes_time(context, sentence) and not is_about_papers(sentence):
        return ActionKind.CONFIRM
    if scope is not None and things.CONFIRM_MEETING.search(scope):
        return ActionKind.CONFIRM
    if (
        sentence.is_question
        and len(sentence.low) < _SHORT
        and things.SHORT_AFFIRM.search(sentence.low)
        and proposals(context)
    ):
        return ActionKind.CONFIRM
    if asks and things.PICK_ONE.search(rest) and (count := len(proposals(context))):
        return ActionKind.CONFIRM if count == 1 or not things.CHOICE.search(rest) else ActionKind.SEND_AVAILABILITY
    if things.START_DATE.search(scope if scope is not None else rest):
        return ActionKind.SEND_AVAILABILITY if asks and _asks_for_times_beside(sentence) else None
    if asks and things.CONFIRM_AVAILABILITY.search(rest) and proposals(context):
        return ActionKind.CONFIRM
    if scope is not None and things.AVAILABILITY.search(scope) and asking.TELLING.search(scope):
        return ActionKind.SEND_AVAILABILITY
    return _asks_for_times(context, sentence, rest)


def _asks_for_times_beside(sentence: Sentence) -> bool:
    """Say whether a question for the notice period or the like asks for times to meet in another of its pieces."""
    pieces = [sentence.low[start:end] for start, end in clauses(sentence)]
    return len(pieces) > 1 and any(
        things.AVAILABILITY.search(piece) and things.MEET.search(piece) and not things.START_DATE.search(piece)
        for piece in pieces
    )


def _offers_booking(rest: str, scope: str | None) -> bool:
    if things.BOOKING_LINK.search(rest) or things.CALENDAR_LINK.search(rest):
        return True
    return scope is not None and things.BOOKING.search(scope) is not None


def _asks_for_times(context: Context, sentence: Sentence, rest: str) -> ActionKind | None:
    if not sentence.is_question:
        return None
    dated = bool(context.windows_in(sentence))
    if (asking.GIVING.search(rest) and things.DOCUMENT.search(rest)) or things.HAVE_PAPERS.search(rest):
        return None
    if things.FREE.search(rest) and (dated or things.WHEN_OR_TIME.search(rest) or context.signal is not Stage.OUTREACH):
        return ActionKind.SEND_AVAILABILITY
    if things.ARRANGE.search(rest) and (dated or things.WHEN_OR_TIME.search(rest)):
        return ActionKind.SEND_AVAILABILITY
    if things.OPEN_TO_MEET.search(rest) and dated:
        return ActionKind.SEND_AVAILABILITY
    if context.signal not in _MEETING_STAGES:
        return None
    if things.SAME_TIME.search(rest):
        return ActionKind.CONFIRM
    return ActionKind.SEND_AVAILABILITY if _asks_which_day(context, rest, dated) else None


def _asks_which_day(context: Context, rest: str, dated: bool) -> bool:
    if (asking.GIVING.search(rest) and things.DOCUMENT.search(rest)) or chooses_no_time(rest):
        return False
    return bool((dated and things.DAY_SUITS.search(rest)) or (context.windows and things.PICK_ONE.search(rest)))


_MEETING_STAGES = frozenset({Stage.SCREENING, Stage.INTERVIEW})


def _asks_for_reply(sentence: Sentence, rest: str, scope: str | None) -> bool:
    if scope is not None and asking.REPLY_VERB.search(scope):
        return True
    if asking.WONDER.search(rest):
        return True
    if not (sentence.is_question and "?" in rest) and not asks_unmarked(rest):
        return False
    return not asking.COURTESY.search(rest) and not asking.RHETORICAL.search(rest.strip())


def _kind_of_answer(context: Context, sentence: Sentence, rest: str) -> ActionKind:
    """Return what an answer is about where the sentence doesn't say: an offer, the time that the mail proposes."""
    is_other = things.ASKS_START.search(rest) or chooses_no_time(sentence.low)
    if asking.SUBSTANCE.search(rest) or is_other or context.signal is Stage.OUTREACH:
        return ActionKind.REPLY
    if context.signal is Stage.OFFER:
        return ActionKind.ANSWER_OFFER
    meets = context.signal in _MEETING_STAGES and not things.NOT_OF_A_TIME.search(rest)
    if (meets or things.AFFIRM.search(rest)) and proposals(context):
        return ActionKind.CONFIRM
    if meets and sentence.is_question and things.WHEN_OR_TIME.search(rest):
        return ActionKind.SEND_AVAILABILITY
    return ActionKind.REPLY
