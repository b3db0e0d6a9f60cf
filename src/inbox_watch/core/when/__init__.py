"""Words → time windows: the grammar of time phrases.

A tokenizer and a recursive descent over tables, on the standard library alone. Each phrase looks a bounded number of
words ahead and behind, so the cost is linear in the text's length. What has no date gives none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from inbox_watch.core.calendar import Calendar
from inbox_watch.core.types import Window
from inbox_watch.core.when import words
from inbox_watch.core.when.anchors import ANCHORS, leads_to_time
from inbox_watch.core.when.context import Context, context_of
from inbox_watch.core.when.past import passed_over
from inbox_watch.core.when.phrases import Found, phrase_at
from inbox_watch.core.when.tokens import BREAK, Token, tokenize
from inbox_watch.core.when.windows import Meaning

__all__ = ["find", "has_time_words"]

_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
# A time on its own leans on a day that was named at most this many characters before.
LONGEST_LEAN = 300


def find(text: str, *, written: datetime, calendar: Calendar, region: str | None = None) -> tuple[Window, ...]:
    """Return the time windows that `text` names, in its order; phrases about the past and habits give none.

    `written` is the mail's instant in the sender's own offset (aware, else ValueError): its date there is the day that
    "today" means. Times are in the sender's zone unless the words name one: by the calendar's zone rules where the
    offset is the same at that moment, else at that fixed offset. `region` is the sender's country code, for 03/04.
    "Monday or Tuesday at 2pm" gives two windows with one quote; without the hour it is one stretch.
    """
    context = context_of(written, calendar, region)
    if not has_time_words(text):
        return ()
    return read(tokenize(text), text, context)


def has_time_words(text: str) -> bool:
    """Say whether `text` holds any digit or word that a window could rest on; a cheap test that errs towards yes."""
    return _DIGIT.search(text) is not None or not ANCHORS.isdisjoint(_LETTERS.findall(text.lower()))


def read(tokens: Sequence[Token], text: str, context: Context) -> tuple[Window, ...]:
    """Read all phrases from left to right; no two overlap, but for a list of days that share an hour."""
    windows: list[Window] = []
    index, day, named_at = 0, None, 0
    while tokens[index].word:
        if (tokens[index].word not in _STARTERS and tokens[index].number < 0) or not leads_to_time(tokens, index):
            index += 1
            continue
        leaning = day if tokens[index].start - named_at < LONGEST_LEAN else None
        found = _read_one(tokens, index, context, leaning)
        if found is None:
            index += 1
            continue
        windows.extend(_quoted(meaning, tokens, found, text) for meaning in found.meanings)
        if found.day is not None:
            day, named_at = found.day, tokens[found.after - 1].end
        index = found.after
    return tuple(dict.fromkeys(windows))


def _read_one(tokens: Sequence[Token], index: int, context: Context, day: date | None) -> Found | None:
    """Read what begins at `index`. A date beyond the calendar's end is none."""
    try:
        after = passed_over(tokens, index, context)
        if after is not None:
            return Found(meanings=(), first=index, after=after)
        return phrase_at(tokens, index, context, day)
    except (OverflowError, ValueError):
        return None


def _quoted(meaning: Meaning, tokens: Sequence[Token], found: Found, text: str) -> Window:
    """Put the words to a meaning."""
    start, end = tokens[found.first].start, tokens[found.after - 1].end
    return Window(
        earliest=meaning.earliest,
        latest=meaning.latest,
        quote=text[start:end],
        start=start,
        end=end,
        has_hour=meaning.has_hour,
        is_point=meaning.is_point,
        approximate=meaning.approximate,
        other=_quoted(meaning.other, tokens, found, text) if meaning.other else None,
    )


_STARTERS = (
    frozenset(words.WEEKDAYS)
    | frozenset(f"{name}'s" for name in words.FULL_WEEKDAYS)
    | frozenset(words.MONTHS)
    | frozenset(words.NUMBERS)
    | frozenset(words.NAMED_HOURS)
    | words.PAST_WORDS
    | words.PAST_LEADS
    | words.SINGULAR_HABITS
    | words.word_set(
        "by no not on latest at due deadline within until till til through thru any anytime before prior ahead "
        "after from starting in over during for around inside up these this the next coming upcoming today "
        "tomorrow tomorrow's tmrw tmr tonight day first early earlier mid middle late later beginning start second "
        "latter end very close eod cob eob cop eow eom eoy eoq week w wc wb weekend month year q quarter good "
        "easter christmas xmas boxing new couple few another midweek between since valid open third fourth"
    )
) - {BREAK}
