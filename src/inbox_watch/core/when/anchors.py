"""Which words carry a time, and which only lead to one: most phrases that could begin are none, and cost nothing."""

from __future__ import annotations

from collections.abc import Sequence

from inbox_watch.core.when import words
from inbox_watch.core.when.context import SHORT_ZONES, ZONES_AMID_WORDS
from inbox_watch.core.when.tokens import Token

# Without one of these, or a number, no phrase names a time.
ANCHORS = (
    frozenset(words.WEEKDAYS)
    | frozenset(words.MONTHS)
    | frozenset(words.UNITS)
    | frozenset(words.PARTS_OF_DAY)
    | frozenset(words.NAMED_HOURS)
    | SHORT_ZONES  # "at nine EST"
    | frozenset(phrase[-1] for phrase in words.EOD_PHRASES)
    | frozenset(f"{name}'s" for name in words.FULL_WEEKDAYS)
    | words.word_set(
        "today tomorrow tomorrow's tonight tmrw tmr yesterday yesterday's week's weekend year years year's "
        "quarter eow eom eoy eoq eastern pacific central europe america easter christmas xmas boxing clock "
        "o'clock oclock am pm m past night time weekends half"
    )
)
# What may stand between the first word of a phrase and the word that carries the time.
_INSIDE = (
    frozenset(words.NUMBERS)
    | words.BUSINESS_WORDS
    | words.SINGULAR_HABITS
    | ZONES_AMID_WORDS
    | words.PAST_LEADS
    | words.word_set(
        "a the this these that next coming upcoming following by no not later than on or before latest at due "
        "deadline is of until till til through to thru any anytime prior ahead after earlier from starting in "
        "over during for around about approximately roughly say either sometime some both first second third "
        "fourth latter thing very end beginning start middle part early mid late close business play our your my "
        "working within inside less under more most max maybe another couple few full short further consecutive "
        "calendar up course valid open york european summer local standard daylight other between and since new "
        "good q w c b wc wb week midweek st nd rd th"
    )
    | frozenset("-/:,.(&|@'~\u22c5\u00b7\u2022")
)
# Longer than any phrase up to its first time word; a longer run of such words is read, to be sure.
_LONGEST_LEAD = 24


def leads_to_time(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a word that carries a time follows at `index`, past words that may only lead to one."""
    for place in range(index, index + _LONGEST_LEAD):
        token = tokens[place]
        if token.number >= 0 or token.word in ANCHORS:
            return True
        if token.word not in _INSIDE:
            return False
    return True
