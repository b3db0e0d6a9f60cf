"""What speaks of time but is no date to wait for: the past, habits, opening hours."""

from __future__ import annotations

from collections.abc import Sequence

from inbox_watch.core.when import words
from inbox_watch.core.when.context import Context
from inbox_watch.core.when.days import day_at, weekday_at
from inbox_watch.core.when.hours import hours_at
from inbox_watch.core.when.tokens import BREAK, Token

# A clause is read no further back than this many words.
LONGEST_CLAUSE = 25
_CLAUSE_ENDS = frozenset({".", ";", "!", "?", BREAK, ""})
_SPANS = frozenset(
    {"week", "month", "year", "quarter", "night", "time", "weekend", "days", "weeks", "months", "years", "hours"}
)
_AGO = frozenset({"ago", "earlier", "back"})
_AWAY = words.word_set(
    "away out leave holiday holidays vacation ooo pto unavailable travelling traveling closed annual offline"
)
_PAUSED = frozenset({"hold", "pause", "paused", "pausing", "frozen", "freeze", "suspended"})
_PEOPLE = frozenset({"i", "we", "he", "she", "they", "you"})
_OPENING = words.word_set("hours open opening office")


def passed_over(tokens: Sequence[Token], index: int, context: Context) -> int | None:
    """Return the place after a phrase at `index` that names no time to come, or None where it may name one."""
    return _gone(tokens, index, context) or _ago(tokens, index) or _habit(tokens, index, context)


def _gone(tokens: Sequence[Token], index: int, context: Context) -> int | None:
    """Step over "yesterday", "last Friday", "over the past two weeks", "earlier today", "since Monday"."""
    word = tokens[index].word
    if word in words.PAST_WORDS:
        after = index + 2 if tokens[index + 1].word in words.PARTS_OF_DAY else index + 1
        return _after_hours(tokens, after, context)
    if word == "since":
        found = day_at(tokens, index + 1, context)
        return found[1] if found else None
    if word == "earlier" and (tokens[index + 1].word in ("today", "this")):
        return index + (2 if tokens[index + 1].word == "today" else 3)
    if word not in words.PAST_LEADS:
        return None
    place = index + 1
    place += (
        1
        if tokens[place].number >= 0 or tokens[place].word in words.NUMBERS or tokens[place].word in ("few", "couple")
        else 0
    )
    place += 1 if tokens[place].word in ("of", "business", "working", "-") else 0
    found = day_at(tokens, place, context)
    if found is not None:
        return _after_hours(tokens, found[1], context)
    return place + 1 if tokens[place].word in _SPANS or tokens[place].word in words.MONTHS else None


def _after_hours(tokens: Sequence[Token], index: int, context: Context) -> int:
    start = index + 1 if tokens[index].word in ("at", "@", ",") else index
    found = hours_at(tokens, start, context)
    return found[1] if found else index


def _ago(tokens: Sequence[Token], index: int) -> int | None:
    """Step over "two weeks ago", "3-4 days ago", "a couple of days ago"."""
    if tokens[index].number < 0 and tokens[index].word not in words.NUMBERS and tokens[index].word != "couple":
        return None
    for offset in range(1, 7):
        token = tokens[index + offset]
        if token.word in _AGO and tokens[index + offset - 1].word in words.UNITS:
            return index + offset + 1
        is_inside = token.number >= 0 or token.word in words.NUMBERS or token.word in words.UNITS
        if not is_inside and token.word not in (
            "-",
            "to",
            "or",
            "of",
            "few",
            "couple",
            "business",
            "working",
            "years",
            "year",
        ):
            return None
    return None


def _habit(tokens: Sequence[Token], index: int, context: Context) -> int | None:
    """Step over "every Monday", "Mon-Fri 9-5", "open Monday to Thursday"."""
    if tokens[index].word in words.SINGULAR_HABITS:
        place = index + (2 if tokens[index + 1].word in ("other", "second") else 1)
        name = tokens[place].word
        return _after_hours(tokens, place + 1, context) if name in words.WEEKDAYS or name in words.UNITS else None
    hours = hours_at(tokens, index, context) if is_opening(tokens, index) else None
    if hours is not None and hours[0].last is not None:
        return hours[1]
    first = weekday_at(tokens, index)
    if first is None or tokens[first[1]].word not in ("-", "to", "through", "thru", "/"):
        return None
    last = weekday_at(tokens, first[1] + 1)
    if last is None or tokens[last[1]].word in ("next", "this", "of", "the"):
        return None
    is_whole_week = first[0] == 0 and last[0] in (4, 5, 6)
    is_office = any(token.word in _OPENING for token in behind(tokens, index, 5))
    if not (is_whole_week or is_office):
        return None
    place = last[1] + 1 if tokens[last[1]].word in (",", ":", "from", "between", "(") else last[1]
    return _after_hours(tokens, place, context)


def behind(tokens: Sequence[Token], index: int, most: int = LONGEST_CLAUSE) -> list[Token]:
    """Return the words of the clause before `index`, at most `most` of them, the nearest first."""
    found: list[Token] = []
    for place in range(index - 1, max(-1, index - 1 - most), -1):
        if tokens[place].word in _CLAUSE_ENDS:
            break
        found.append(tokens[place])
    return found


def is_told(tokens: Sequence[Token], index: int) -> bool:
    """Say whether the clause before `index` tells what was: "we spoke on Friday", "great meeting you on Monday"."""
    clause = behind(tokens, index)
    names = {token.word for token in clause} | {
        token.word[token.word.find("'") :] for token in clause if "'" in token.word
    }
    if names & words.FUTURE_WORDS or "let's" in names:
        return False
    if names & words.PAST_VERBS:
        return True
    return bool(names & words.GLAD_WORDS and names & words.MEETING_GERUNDS)


def is_told_next(tokens: Sequence[Token], after: int) -> bool:
    """Say whether what follows a day tells what was: "On Friday we met", "this morning I went"."""
    place = after + 1 if tokens[after].word == "," else after
    return tokens[place].word in _PEOPLE and tokens[place + 1].word in words.PAST_VERBS


def is_opening(tokens: Sequence[Token], index: int) -> bool:
    """Say whether the words just before a time make it opening hours: "open", "7 days a week"."""
    names = [token.word for token in behind(tokens, index, 6)]
    return bool(_OPENING & set(names)) or ("week" in names and "days" in names) or "daily" in names


def is_paused(tokens: Sequence[Token], index: int) -> bool:
    """Say whether the clause before `index` speaks of a pause or an absence: "on hold until April" ends on the 1st."""
    return any(token.word in _PAUSED or token.word in _AWAY for token in behind(tokens, index, 14))


def is_away(tokens: Sequence[Token], index: int) -> bool:
    """Say whether the clause before `index` speaks of someone being away."""
    return any(token.word in _AWAY for token in behind(tokens, index, 14))
