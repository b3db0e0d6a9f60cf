"""Whether the words around a time fix it, propose it, or bound something else: a deadline, a start, a sale."""

from __future__ import annotations

import re

from inbox_watch.core.reading import asking, calling_off, moving, things
from inbox_watch.core.reading.context import Context
from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.types import AppointmentStatus, Window

_FIXED = re.compile(
    r"\b(?:confirm(?:ed|s|ing)?|booked|scheduled|arranged|set (?:for|up)|all set|locked in|see you"
    r"|speak (?:to you |with you )?(?:on|at|then|tomorrow|monday|tuesday|wednesday|thursday|friday|next)"
    r"|talk (?:to you )?(?:on|at|then|tomorrow|monday|tuesday|wednesday|thursday|friday)|look"
    r"(?:ing)? forward|invite(?:d|s)?|invitation|calendar|diary|pencill?ed|so that's|put (?:you |it |this |us )?"
    r"(?:in|down)|takes? place|will be (?:on|at|held)|is (?:on|at|now|booked)|moved to|rescheduled (?:to"
    r"|for)"
    r"|reminder|your (?:interview|call|chat|meeting|screening|appointment|slot)|interview|when:|date:"
    r"|time:|meeting|join|dial|come (?:in|to|by|over|a?round|along|down|up|at|on|today"
    r"|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|(?:pop|drop|swing|call) (?:in|by|over|round|along)"
    r"|'ll (?:call|ring|phone|see|speak|meet)|will (?:call|ring|phone|see|speak|meet|be calling)|it is(?: then)?"
    r"|works(?: for me| well| great| perfectly)?"
    r"|perfect|great|let's (?:say|do|go|speak|talk|meet|have|set)|good for me|suits me|happy with"
    r"|is (?:absolutely |really |totally |also )?(?:fine|good|ok|okay|alright|all right)"
    r"|appointment)\b"
)
_PROPOSED = re.compile(
    r"\b(?:would|could|can|does|do|are you|is|how about|what about|shall|suggest|propose|proposing|offer"
    r"|offering|available|free|if (?:that|this|it)|works for you|suit you|or|either|options?|maybe"
    r"|perhaps|tentativ\w{2,4}|pencill?ed|provisional\w{0,2}|hold)\b"
)
# "Monday 22nd at 11 then.": in answer to times, a time and no more is the one that they take.
_TERSE_BEFORE = re.compile(
    r"(?:(?:ok(?:ay)?|right|great|good|perfect|so|well|lovely|cool|super|hi|thanks|thank you|yes|fine|alright|sure)"
    r"[,.!]? ){0,3}"
)
# "They can do Wednesday at 1.30pm." proposes it; "All booked." beside it says that it stands.
_CAN_DO = re.compile(r"\b(?:they|he|she|we|i|the client) (?:can|could) (?:do|make|manage|see you|meet you)\b")
_BOOKED = re.compile(
    r"\b(?:all|you're|you are|that's|it's|it is|now|i've|we've|i have|we have) (?:all |now )?"
    r"(?:booked|set|sorted|confirmed|arranged)(?: (?:it|that|you|this)(?: in)?)?[.!,]|\bis booked in for you\b"
    r"|^(?:sorted|booked|confirmed|done)[,:!.]"
)
_TERSE_AFTER = re.compile(r"(?: then(?: please)?| so| it is(?: then)?)(?=[,.!; ]{0,3}$|[,;] )")
_THEN = re.compile(
    r"\b(?:see|meet|call(?:ing)?|ring(?:ing)?|phon(?:e|ing)) you (?:then|there)\b|\b(?:speak|talk|chat)"
    r"(?: (?:to|with) you)? then\b"
)
# "Could you start at 5am?" tells of the work's hours; "could we start at 3?" of the meeting's.
_WORKS = re.compile(r"\b(?:start|begin|finish|work|open|close)(?:s|n?ing)?\b(?! ?:)")
_MEETS = re.compile(
    r"\b(?:interview\w{0,3}|calls?|chat|meet(?:ing)?|talk|speak|session|trial|test|assessment|visit|zoom|come"
    r"|(?:can|could|shall|should|may|would) we|we(?:'ll| will| can| could)? (?:start|begin)"
    r"|(?:start|begin|open) (?:it|this|that|the))\b"
)
_NEITHER = re.compile(
    r"\b(?:deadline|due|expires?|closes?|submit|complete|finish|webinar|office hours|open (?:from"
    r"|between)|lines are open|thank(?:s| you) for (?:your time|speaking|meeting|coming|joining|the "
    r"(?:chat|call))|was (?:great|good|nice|lovely)|spoke|met|missed|sale|ends|training day|flight"
    r"|delivery|received (?:on|at)|sent (?:on|at)|shift|working hours|start date|starts? (?:work|on)"
    r"|first day|applied|link is|valid|until|no later|return|by email)\b"
)
CHOOSES = re.compile(
    r"\b(?:choose|select|pick(?! you)|(?:name|give|tell|send) (?:me|us) (?:one|two|three|your))\b[^.!?]{0,40}?"
    r"\b(?:slots?|times?|dates?|options?|appointments?|(?:one|two|three|any) of|from (?:the following|these|those))\b"
    r"|\b(?:possible|available|free|open|following|proposed) (?:slots|times|dates|options|appointments)\b"
)
_TAKES_TIME = re.compile(
    r"\b(?:i|we)(?:'ll| will| shall)(?: then)? (?:call|phone|ring|telephone|speak (?:to|with)|talk (?:to|with)|see"
    r"|meet)(?: you)? (?:then|at that time)\b"
    r"|\b(?:i've|i have|i) (?:already )?(?:told (?:him|her|them|the client) (?:yes|that (?:works|suits|'s fine))"
    r"|said yes(?: for you| on your behalf)?|accepted (?:it )?(?:for you|on your behalf))\b"
)
# "10am tomorrow is good": a yes where they proposed that time, an offer of it where they asked for times.
IS_GOOD = re.compile(
    r"\b(?:is|are|'s|would be|will be|sounds|looks|be)(?: (?:all|really|very|also|absolutely|just|totally)){0,2}"
    r" (?:good|great|fine|perfect|ok|okay|alright|right|ideal|grand|brilliant|lovely|best|possible|convenient|cool)\b"
)


def is_limit(sentence: Sentence, before: str) -> bool:
    """Say whether a time bounds something, or is that of something other than a meeting."""
    is_neither = _NEITHER.search(sentence.low) is not None and not _FIXED.search(before[-40:])
    return is_neither or asking.DEADLINE_WORDS.search(before) is not None


def is_of_work(sentence: Sentence, window: Window) -> bool:
    """Say whether an hour without a day is that of the work ("could you start at 5am?"), and of no meeting."""
    names_day = calling_off.DAY.search(window.quote.lower()) is not None
    return not names_day and _WORKS.search(sentence.low) is not None and _MEETS.search(sentence.low) is None


def status_of(context: Context, sentence: Sentence, near: str, count: int) -> AppointmentStatus | None:
    """Return what a sentence makes of a time in it, one of `count` in the mail; None where it says nothing of it."""
    if calling_off.NAMED_TIME_IS_OFF.search(sentence.low) and not re.search(
        r"\b(?:moved|rescheduled|instead|new)\b", sentence.low
    ):
        return AppointmentStatus.CANCELLED
    if sentence.is_question or (count > 1 and _PROPOSED.search(near)) or things.SUGGEST.search(sentence.low):
        return AppointmentStatus.PROPOSED
    if moving.is_open(sentence) and moving.move_in_mail(context, sentence):
        return AppointmentStatus.PROPOSED
    if count == 1 and _is_put_to_choice(context, sentence):
        return AppointmentStatus.PROPOSED
    if count == 1 and (_TAKES_TIME.search(near) or (not context.from_candidate and _BOOKED.search(near))):
        return AppointmentStatus.SET
    if not _FIXED.search(sentence.low):
        if context.from_candidate and IS_GOOD.search(sentence.low):
            return AppointmentStatus.PROPOSED
        is_set = _grants_time(context, sentence) or (count == 1 and _takes_tersely(context, sentence, near))
        if not is_set and not context.from_candidate and _CAN_DO.search(sentence.low):
            return AppointmentStatus.PROPOSED
        return AppointmentStatus.SET if is_set else None
    tentative = re.search(
        r"\b(?:pencill?ed|provisional|tentative|if (?:that|this|it) works|(?:would|could) (?:you|that|this"
        r"|it|suit|work|be))\b",
        sentence.low,
    )
    return AppointmentStatus.PROPOSED if tentative else AppointmentStatus.SET


_YES = (
    r"(?:(?:that's |it's |that is |it is )?(?:no|not a) (?:bother|problem|worries|hassle|trouble|drama)(?: at all)?"
    r"|(?:that's |it's |that is )?(?:ok(?:ay)?|fine|grand|sound|lovely|brilliant|all right|alright|good|agreed)"
    r"|sure(?: thing)?|yes|yep|yeah|of course|absolutely|certainly|deal|super|cool)"
)
_GRANTS = re.compile(
    rf"(?:{_YES}[,.!: -]{{1,3}}){{1,2}}(?:then |so )?(?:on |for |make it |we'll say |we say "
    rf"|we'll do )?(?P<when>.{{4,60}}?)"
    r"(?: (?:so|then|instead|please|thanks|thank you|it is))?[.! ]{0,3}"
)


def _grants_time(context: Context, sentence: Sentence) -> bool:
    """Say whether they grant the candidate a time: "No bother, Saturday 31st at 9 so." says a yes, it and no more."""
    match = _GRANTS.fullmatch(sentence.low)
    windows = context.windows_in(sentence)
    if context.from_candidate or match is None or len(windows) != 1:
        return False
    first, last = windows[0].start - sentence.start, windows[0].end - sentence.start
    return match.start("when") == first and match.end("when") == last


def _takes_tersely(context: Context, sentence: Sentence, near: str) -> bool:
    """Say whether a sentence is a time and a "then", or begins with a time at which they will see the candidate."""
    windows = context.windows_in(sentence)
    if context.from_candidate or len(windows) != 1:
        return False
    first, last = windows[0].start - sentence.start, windows[0].end - sentence.start
    if not _TERSE_BEFORE.fullmatch(sentence.low[:first]):
        return False
    return _TERSE_AFTER.match(sentence.low[last:]) is not None or _THEN.search(near) is not None


_ASKS_WHETHER = re.compile(
    r"\b(?:let (?:me|us) know|tell (?:me|us)|confirm|advise|say|hear)\b[^.;?!]{0,60}? (?:if|whether|that) .{0,60}"
    r"\b(?:all right|alright|ok|okay|fine|suits?|works?|possible|convenient|good|attend|come|make it|able|can|free"
    r"|available)\b"
)


def _is_put_to_choice(context: Context, sentence: Sentence) -> bool:
    """Say whether this sentence or the next asks if the time suits: "Please let me know if that's all right."."""
    following = next((s for s in context.sentences if s.start >= sentence.end), None)
    if _ASKS_WHETHER.search(sentence.low):
        return True
    return (
        following is not None
        and (following.is_question or _ASKS_WHETHER.search(following.low) is not None)
        and (things.PICK_ONE.search(following.low) or things.SHORT_AFFIRM.search(following.low)) is not None
    )
