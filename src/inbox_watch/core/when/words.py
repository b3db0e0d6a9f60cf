"""The words that speak of time, and what they stand for."""

from __future__ import annotations

from datetime import time


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list that is written as text."""
    return frozenset(text.split())


def phrase_list(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the phrases of a list that is written as text with bars between them, each as its words."""
    return tuple(tuple(phrase.split()) for phrase in text.split("|"))


WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tue", "tues"),
            ("wednesday", "wed", "weds"),
            ("thursday", "thu", "thur", "thurs"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
FULL_WEEKDAYS = frozenset(name for name in WEEKDAYS if name.endswith("day"))
# Words of their own when written small: they need a sign beside them that a day is meant.
DOUBTFUL_WEEKDAYS = frozenset({"mon", "wed", "sat", "sun"})

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
# First names and verbs as well as months.
NAMELIKE_MONTHS = frozenset({"april", "may", "june", "jun", "jan", "august", "march", "mar"})

_TO_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
)
NUMBERS = {word: value for value, word in enumerate(_TO_TWENTY.split())} | {"a": 1, "an": 1, "thirty": 30, "forty": 40}

# unit → (kind, how many of it one is)
UNITS = {
    "minute": ("minutes", 1),
    "minutes": ("minutes", 1),
    "mins": ("minutes", 1),
    "hour": ("hours", 1),
    "hours": ("hours", 1),
    "hrs": ("hours", 1),
    "hr": ("hours", 1),
    "h": ("hours", 1),
    "day": ("days", 1),
    "days": ("days", 1),
    "day's": ("days", 1),
    "days'": ("days", 1),
    "weekday": ("business", 1),
    "weekdays": ("business", 1),
    "week": ("weeks", 1),
    "weeks": ("weeks", 1),
    "wk": ("weeks", 1),
    "wks": ("weeks", 1),
    "week's": ("weeks", 1),
    "fortnight": ("weeks", 2),
    "fortnight's": ("weeks", 2),
    "month": ("months", 1),
    "months": ("months", 1),
    "month's": ("months", 1),
}
# More than this is no answer to a candidate, and no date.
MOST_OF_A_UNIT = {"minutes": 600, "hours": 720, "days": 366, "business": 260, "weeks": 52, "months": 12}
BUSINESS_WORDS = frozenset({"business", "working", "work", "office", "bank"})

PARTS_OF_DAY = {
    "morning": (time(9, 0), time(12, 0)),
    "lunchtime": (time(12, 0), time(14, 0)),
    "afternoon": (time(12, 0), time(18, 0)),
    "evening": (time(18, 0), time(21, 0)),
    "night": (time(18, 0), time(23, 59)),
}
NAMED_HOURS = {"noon": time(12, 0), "midday": time(12, 0), "midnight": time(23, 59)}
END_OF_BUSINESS = time(17, 0)
END_OF_DAY = time(18, 0)
LAST_MINUTE = time(23, 59)

# Words before a day, which say that a day is meant.
DAY_PREPOSITIONS = word_set(
    "on by until till til before next this from for to since through of coming and or between latest starting "
    "after beginning commencing around about that either ,"
)
# Before a bare hour.
HOUR_PREPOSITIONS = word_set("at @ by before until till from after around about approx between to - ~ for time")

PAST_VERBS = word_set(
    "spoke met sent applied talked received chatted interviewed emailed mailed called had was were did came "
    "went saw wrote submitted discussed started began joined attended completed heard enjoyed posted phoned "
    "rang learned left got gave took held tried promised asked replied"
)
MEETING_GERUNDS = word_set(
    "speaking meeting talking chatting seeing connecting interviewing catching joining coming time call"
)
GLAD_WORDS = word_set("thanks thank great good nice lovely pleasure enjoyed wonderful following after from since")
FUTURE_WORDS = word_set(
    "will 'll would can could shall should may might by until please is are next going let available free "
    "scheduled book booked looking forward confirm confirming confirmed want wanted hope hoping plan need "
    "needs able possible work works suit you'll we'll i'll they'll he'll she'll it'll before tomorrow i'd we'd "
    "you'd cannot can't if accepting agreeing arranging scheduling reschedule rescheduling moving move moved "
    "push pushed shift shifted postpone rescheduled postponed due deadline invite invited inviting interested "
    "offering proposing must be"
)
# What may follow "the 16th" where a day is meant, and not "the 2nd round".
AFTER_ORDINAL = (
    word_set(
        ", . ; : ! ? ) ( - / and or at in if would works work suits is was will for to until through please we i "
        "you it they she he so as between from after before because but with when then by that are could can "
        "morning afternoon evening eod cob latest of jan feb mar apr jun jul aug sep sept oct nov dec noon too "
        "instead onwards also not thanks unless which whether what how where your our my do feel just give drop chase "
        "nudge ping contact kindly"
    )
    | frozenset(MONTHS)
    | frozenset(WEEKDAYS)
    | {"", "\n\n"}
)

SINGULAR_HABITS = frozenset({"every", "each", "alternate"})
EOD_PHRASES = phrase_list(
    "eod|cob|eob|cop|end of business|end of play|end of day|end of the day|end of your day|end of our day"
    "|end of my day|end of working day|end of the working day|end of the business day|end of business day"
    "|close of business|close of play|close of day|close of the day|close of the business day"
    "|close of the working day"
)

PAST_LEADS = frozenset({"last", "past", "previous", "earlier", "preceding"})
PAST_WORDS = frozenset({"yesterday", "yesterday's"})
