"""What the writer of a mail commits to, and by when.

A commitment has a subject and a future ("I'll let you know"), or neither ("Feedback to follow early next week"), or
only the present tense and a time ("We reply within 5 working days"). Conditions of a mere possibility, negation, the
past, habit and marketing are none. A promise waits for the later reading of an ambiguous time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from inbox_watch.core.reading import asking, delaying, promising, telling, things
from inbox_watch.core.reading.context import Context, is_future
from inbox_watch.core.reading.pausing import pause_in, return_before
from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.reading.weighing import adds_promise, drops_promise
from inbox_watch.core.types import ActionKind, Appointment, Count, Promise, Window
from inbox_watch.core.when.counted import counted_from, counted_in, meeting_ends, with_meeting
from inbox_watch.core.when.words import word_set

_TRIGGERS = word_set(
    "will ll shall should going gonna aim aiming hope hoping plan planning expect expected intend try promise let "
    "give allow bear leave gimme hear receive follow due reply respond answer back come touch decision decide "
    "feedback sending getting coming calling chasing can could made sent i'll we'll you'll they'll he'll she'll "
    "it'll i'm we're wil ill commit finalising finalizing deciding more updates able looking speaking reviewing "
    "discussing want i'd we'd meeting catching submitting confirming on arrive share contact look doing "
    "completing finishing write revert call send inform team'll who'll that'll need u'll dana'll get strive "
    "undertake endeavour endeavor"
)
_WORD_LL = re.compile(r"[a-z]'ll\b")
_ACROSS = re.compile(r"^[\s,]{0,3}(?:or|and|to|-|at the latest|latest)\b")
_FROM_TILL = re.compile(r"^(?:until|till|til|to|through|thru)\b")


def find_promises(context: Context, appointments: Iterable[Appointment] = ()) -> tuple[Promise, ...]:
    """Return what this mail's writer promises, in its order; from many's mail and an automatic answer only dated news.

    `appointments` are the mail's own: a time that is counted from an interview rests on them.
    """
    ends = meeting_ends(appointments, context.written)
    said = (pause_in(context, one) or _promise_in(context, one, ends) for one in context.sentences)
    found = [promise for promise in said if promise is not None]
    if context.is_answer or (context.is_bulk and not context.is_platform):
        found = [promise for promise in found if promise.latest and promise.is_decision]
    return tuple(found)


def _only_attends(context: Context, sentence: Sentence) -> bool:
    """Say whether the candidate only takes a time to meet ("I will come at 2"), or travels, and sends nothing."""
    if not context.from_candidate:
        return False
    rest = promising.OWN_LIFE.sub(" ", sentence.low)
    is_of_them = rest != sentence.low or promising.ATTENDS.search(rest) is not None
    return is_of_them and promising.BRINGS_OR_SENDS.search(rest) is None


def _promise_in(context: Context, sentence: Sentence, ends: Sequence[datetime]) -> Promise | None:
    if _only_attends(context, sentence):
        return None
    windows = [
        w
        for w in context.windows_in(sentence)
        if is_future(w, context.written) and not _is_of_an_ask(sentence, w) and not _is_of_a_thing(sentence, w)
    ]
    speech = context.speech.get(sentence.start)
    named = _named_day(context, sentence, windows)
    counted, windows = _counted(sentence, windows, ends, named)
    is_dated = bool(windows) or counted is not None
    place = _place_by_rule(context, sentence, is_dated=is_dated)
    is_pause = promising.PAUSED.search(sentence.low) is not None
    is_plain = place is not None and _puts_off(context, sentence, is_dated=is_dated)
    if (drops_promise(speech) and not is_pause and not is_plain) or (place is None and not adds_promise(speech)):
        return None
    place = place or 0
    promise = Promise(
        by="candidate" if context.from_candidate else "sender",
        quote=sentence.quote,
        about=_about(context, sentence) if context.from_candidate else None,
        is_decision=not context.from_candidate and (is_pause or _is_of_news(sentence.low)),
    )
    if counted is not None and named is not None:
        earliest, latest = counted_from(counted, named, context.calendar)
        return replace(promise, earliest=earliest, latest=latest)
    if counted is not None:
        return with_meeting(replace(promise, after_meeting=counted), ends, context.written, context.calendar)
    window = _window(context, sentence, place, windows) or return_before(context, sentence)
    return promise if window is None else replace(promise, earliest=window[0], latest=window[1])


def _is_of_news(low: str) -> bool:
    return promising.DECISION.search(low) is not None or telling.waits(low)


def _named_day(context: Context, sentence: Sentence, windows: Sequence[Window]) -> datetime | None:
    """Return the day from which "the week after" and "two days later" count; None where the words name none.

    "The board sits on 20 May and I'll write the day after": it stands before, in this sentence or the one before it.
    """
    found = counted_in(sentence.low)
    if found is None or not found.leans:
        return None
    place = context.sentences.index(sentence)
    before = [w for w in windows if w.end <= sentence.start + found.start]
    if not before and place:
        earlier = context.windows_in(context.sentences[place - 1])
        before = [w for w in earlier if is_future(w, context.written)]
    return before[-1].latest if before else None


def _counted(
    sentence: Sentence, windows: list[Window], ends: Sequence[datetime], named: datetime | None
) -> tuple[Count | None, list[Window]]:
    """Return the time that is counted from a meeting or a named day, where the sentence names no other, and those."""
    found = counted_in(sentence.low)
    if found is None or (found.leans and not ends and named is None):
        return None, windows
    first, last = sentence.start + found.start, sentence.start + found.end
    others = [w for w in windows if w.end <= first or w.start >= last]
    if named is not None:
        others = [w for w in others if w.start >= last]
    return (None if others else found.count), others


def _puts_off(context: Context, sentence: Sentence, *, is_dated: bool) -> bool:
    """Say whether the writer says in plain words that something comes later, and when."""
    if not is_dated:
        return False
    if context.from_candidate:
        return delaying.puts_off(sentence)
    if sentence.is_question:
        return telling.CHASE_IF.search(sentence.low) is not None
    return any(pattern.search(sentence.low) for pattern in telling.PLAIN_NEWS)


def _place_by_rule(context: Context, sentence: Sentence, *, is_dated: bool) -> int | None:
    """Return where in the sentence the words that commit begin; None where they don't, or are taken back."""
    if sentence.is_question and _puts_off(context, sentence, is_dated=is_dated):
        return 0
    if not is_dated and _TRIGGERS.isdisjoint(sentence.words) and not _WORD_LL.search(sentence.low):
        return None
    place = _commitment(context, sentence, is_dated)
    return None if place is None or _is_taken_back(sentence.low, place, is_dated) else place


def _is_of_an_ask(sentence: Sentence, window: Window) -> bool:
    """ "Send it by Thursday and I'll forward it": the date is the ask's."""
    if not promising.ASKS_FIRST.search(sentence.low) or telling.waits(sentence.low):
        return False
    return re.search(r"\b(?:i|we|you)(?:'ll| will)\b", sentence.low[: window.start - sentence.start]) is None


def _is_of_a_thing(sentence: Sentence, window: Window) -> bool:
    """ "I'm sending the invite for Wednesday": the day is the meeting's, and the invite comes now."""
    begins = window.start - sentence.start
    if re.match(r"(?:for|of) ", window.quote.lower()):
        begins += window.quote.index(" ") + 1
    return telling.OF_WHAT_IS_SENT.search(sentence.low[max(0, begins - 80) : begins]) is not None


def _commitment(context: Context, sentence: Sentence, is_dated: bool) -> int | None:
    """Return where in the sentence the words that commit begin; None where nothing does."""
    low = sentence.low
    starts = [start for start in _places(context, low, is_dated, sentence) if start is not None]
    return min(starts, default=None)


def _places(context: Context, low: str, is_dated: bool, sentence: Sentence) -> list[int | None]:
    will = promising.OWN_WILL if context.from_candidate else promising.WILL
    found: list[int | None] = []
    if sentence.is_question:
        return [_start(promising.LET_ME.search(low))] if asking.THEIR_OWN.search(low) else []
    for pattern in (will, promising.AND_THEN, promising.BARE_WILL, promising.TYPED_WILL, promising.LET_ME_AND):
        match = pattern.search(low)
        if match and _counts(match, sentence, is_dated) and not _is_set_call(context, sentence, match):
            found.append(match.start())
    if (
        is_dated
        and (match := promising.DATED_WILL.search(low))
        and not match["not"]
        and not _is_set_call(context, sentence, match)
    ):
        found.append(match.start())
    if is_dated:
        found.append(_start(promising.PRESENT.search(low)))
    if is_dated and not context.from_candidate:
        found.append(_start(promising.PAUSED.search(low)))
        found.extend(_start(pattern.search(low)) for pattern in telling.DATED_ONLY)
    found.append(_start(promising.GIVE_ME.search(low)))
    let_me = promising.LET_ME.search(low)
    if let_me and (is_dated or "let" in let_me.group()):
        found.append(let_me.start())
    if not context.from_candidate or is_dated:
        found.append(_start(promising.AGENTLESS.search(low)))
        found.append(_start(promising.HEAR.search(low)))
        found.append(_start(promising.YOURS_BY.search(low)) if is_dated else None)
        found.append(_start(promising.TOLD.search(low)))
        found.append(_start(promising.EXPECT.search(low)))
    if context.from_candidate or is_dated:
        found.append(_start(promising.GERUND.search(low)))
    if context.from_candidate and is_dated:
        found.append(delaying.start_of(low))
    return found


def _start(match: re.Match[str] | None) -> int | None:
    return match.start() if match else None


def _is_set_call(context: Context, sentence: Sentence, match: re.Match[str]) -> bool:
    """ "We'll call you at 3pm" is an appointment, and "we will call you on 0161 …" no more than a way to speak."""
    if not promising.SET_CALL.search(match.groupdict().get("what") or match.group().split()[-1]):
        return False
    windows = context.windows_in(sentence)
    place = sentence.start + match.start()
    if not windows:
        return promising.YOUR_NUMBER.search(sentence.low) is not None
    return any(w.has_hour and w.is_point and (w.start > place or w.end > place - 4) for w in windows)


def _counts(match: re.Match[str], sentence: Sentence, is_dated: bool) -> bool:
    """Say whether a future commits: not denied, by one who can commit, and with a time where it only "can"."""
    groups = match.groupdict()
    who = groups.get("who")
    if groups.get("not") or who in _NO_SUBJECTS:
        return False
    if who and who not in _PERSONS and not sentence.text[match.start("who") : match.start("who") + 1].isupper():
        return False
    return is_dated or promising.CAN_ONLY_WITH_TIME.search(match.group()) is None


_PERSONS = word_set(
    "i we he she they team manager someone somebody us colleague recruiter department panel board hr client "
    "consultant consultants recruiters colleagues managers coordinator adviser advisor officer director owner "
    "directors boss foreman principal partners committee trustees governors office staff head secretary "
    "administrator supervisor"
)
_NO_SUBJECTS = word_set(
    "you u who which that this what it and or role position candidate job there these those please nobody noone "
    "hire everyone people most sometimes often also then"
)


def _is_taken_back(low: str, place: int, is_dated: bool) -> bool:
    if is_dated and (telling.LIMIT.search(low) or telling.CHASE_IF.search(low)):
        return False
    if promising.PAST.search(low[:place]) or promising.LIFE.search(low):
        return True
    names_when = is_dated and "only" not in low and telling.CONTACTS_SOME.search(low) is not None
    if promising.NO_PROMISE.search(low) and "won't be long" not in low and not names_when:
        return True
    if promising.CONDITION_BEFORE.search(low[: place + 40]) or promising.STARTS_WITH_IF.match(low[:place]):
        return True
    after = promising.CONDITION_AFTER.search(low, place + 7)
    return after is not None and not (promising.WHETHER.search(low) and (is_dated or "whether" in low))


def _about(context: Context, sentence: Sentence) -> ActionKind | None:
    """Return what a candidate's promise will deliver, where the sentence (or the one before it) says so."""
    index = context.sentences.index(sentence)
    for told in (sentence.low, context.sentences[index - 1].low if index else ""):
        text = delaying.without_stretches(told)
        if re.search(r"\b(?:offer|decision|decide|contract)\b", text):
            return ActionKind.ANSWER_OFFER
        if things.DOCUMENT.search(text):
            return ActionKind.SEND_DOCUMENTS
        if things.ASSESSMENT.search(text):
            return ActionKind.COMPLETE_ASSESSMENT
        if things.AVAILABILITY.search(text) or re.search(r"\b(?:times|slots|dates|diary|calendar)\b", text):
            return ActionKind.SEND_AVAILABILITY
    return (
        ActionKind.REPLY
        if re.search(r"\b(?:let you know|get back|come back|reply|respond|revert|answer|confirm)\b", sentence.low)
        else None
    )


def _window(
    context: Context, sentence: Sentence, place: int, windows: list[Window]
) -> tuple[datetime, datetime] | None:
    """Return the time that the promise names: the first after the words that commit, else the last before them."""
    if not windows:
        return None
    after = [w for w in windows if w.start - sentence.start >= place]
    if context.from_candidate and len(after) > 1:
        after = delaying.after_giving(sentence, after)
    first = after[0] if after else windows[-1]
    earliest, latest = _later(first)
    if context.from_candidate:
        latest = delaying.earliest_possible(sentence, first, context.calendar) or latest
    for other in after[1:]:
        between = context.text[first.end : other.start].lower()
        is_till = not between.strip(" ,") and _FROM_TILL.match(other.quote.lower())
        if (len(between) < 12 and _ACROSS.match(between)) or is_till:
            latest = max(latest, _later(other)[1])
    return earliest, latest


def _later(window: Window) -> tuple[datetime, datetime]:
    if window.other is not None and window.other.latest > window.latest:
        return window.other.earliest, window.other.latest
    return window.earliest, window.latest
