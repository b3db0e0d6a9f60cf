"""From messages to readings: threads, the model's scores, and the user's word on what is a recruiter's mail."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from inbox_watch import nlp
from inbox_watch.app.settings import Settings
from inbox_watch.core import candidate as candidates
from inbox_watch.core.calendar import Calendar
from inbox_watch.core.thread import thread as make_threads
from inbox_watch.core.types import Message, Reading, Scores, Thread, Word, Zones
from inbox_watch.core.word.about import insisted, verdicts


def read(
    messages: Iterable[Message], me: frozenset[str], calendar: Calendar
) -> tuple[tuple[Thread, ...], dict[str, Reading]]:
    """Return the threads of these messages, and what is read in each message by its key."""
    threads = make_threads(messages)
    return threads, read_threads(threads, me, calendar)


def insist(
    threads: Sequence[Thread], readings: dict[str, Reading], me: frozenset[str], settings: Settings
) -> dict[str, Reading]:
    """Return the readings with those mails read again, as a recruiter's, that are the user's word for it."""
    keys = insisted(threads, readings, settings.words)
    if not keys:
        return readings
    some = [thread for thread in threads if any(message.key in keys for message in thread.messages)]
    return readings | read_threads(some, me, settings.calendar, as_recruiting=keys)


def read_threads(
    threads: Sequence[Thread], me: frozenset[str], calendar: Calendar, *, as_recruiting: frozenset[str] = frozenset()
) -> dict[str, Reading]:
    """Return what is read in each message of these threads, by its key.

    Those of `as_recruiting` are read so, whatever the model makes of them; their score stays the model's.
    """
    if not threads:
        return {}
    from inbox_watch.core import reading  # 0.2 s: a scan that finds nothing new needs none of it
    from inbox_watch.core.zones import split

    zones = {message.key: split(message.text) for thread in threads for message in thread.messages}
    scores = _scored(threads, zones, me)
    sure = {key: replace(scores[key], recruiting=1.0) if key in as_recruiting else scores[key] for key in scores}
    found = reading.read_threads(threads, zones, sure, candidate=me, calendar=calendar)
    return found | {key: replace(found[key], score=scores[key].recruiting) for key in as_recruiting & found.keys()}


@cache
def _loaded(load: Callable[[], nlp.Scorer]) -> nlp.Scorer:
    """Load the model once, not once for each portion of mail."""
    return load()


def _scored(threads: Sequence[Thread], zones: Mapping[str, Zones], me: frozenset[str]) -> dict[str, Scores]:
    """Score every message, thread by thread from the oldest on, so that each knows what came before it."""
    scores: dict[str, Scores] = {}
    if not threads:
        return scores
    scorer = _loaded(nlp.load)
    for place in range(max(len(thread.messages) for thread in threads)):
        at_place = [thread.messages for thread in threads if len(thread.messages) > place]
        items = [
            (messages[place], zones[messages[place].key], _context(messages[: place + 1], scores, me))
            for messages in at_place
        ]
        scores |= dict(zip((message.key for message, _, _ in items), scorer.score(items), strict=True))
    return scores


def _context(messages: Sequence[Message], scores: Mapping[str, Scores], me: frozenset[str]) -> nlp.Context:
    *earlier, message = messages
    return nlp.Context(
        from_candidate=candidates.is_candidate(message, me),
        known_thread=any(
            _is_known(scores[one.key], is_answer=place > 0 and candidates.is_candidate(one, me))
            for place, one in enumerate(earlier)
        ),
        candidate_wrote=any(candidates.is_candidate(one, me) for one in earlier),
    )


def _is_known(scores: Scores, *, is_answer: bool) -> bool:
    """An earlier mail that is recruiting by itself makes its thread a recruiting one for the mails after it; the
    candidate's answer does only where it is surely one.
    """
    from inbox_watch.core.reading import SURE, is_recruiting

    return is_recruiting(scores, scores.recruiting) and (not is_answer or scores.recruiting >= SURE)


def as_said(threads: Sequence[Thread], readings: dict[str, Reading], words: Sequence[Word]) -> dict[str, Reading]:
    """Return the readings with the user's word on what is a recruiter's; of what isn't, nothing is concluded."""
    said = verdicts(threads, words)
    spoken = {message.key: said[thread.id] for thread in threads if thread.id in said for message in thread.messages}
    kept = {key: replace(readings[key], review=False) for key, is_one in spoken.items() if is_one}
    others = {key: _of_no_recruiter(readings[key]) for key, is_one in spoken.items() if not is_one}
    return readings | kept | others


def _of_no_recruiter(reading: Reading) -> Reading:
    return replace(
        reading,
        recruiting=False,
        review=False,
        signal=None,
        signal_score=0.0,
        signal_quote=None,
        acts=frozenset(),
        asks=(),
        promises=(),
        appointments=(),
        reasons=(*reading.reasons, "you said that it isn't about recruiting"),
    )


def own_reading(message: Message) -> Reading:
    """Return the reading of a digest of our own: it says nothing that the mails which it quotes didn't say."""
    return Reading(
        key=message.key,
        message_id=message.message_id,
        recruiting=False,
        score=0.0,
        is_automatic=True,
        is_bulk=True,
        reasons=("our own digest",),
    )
