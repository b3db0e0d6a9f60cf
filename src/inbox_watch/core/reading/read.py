"""Message + zones + scores → Reading. The model has already scored; here words become asks, promises and dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from inbox_watch.core import bookings, shared_senders, steps, when
from inbox_watch.core.bounds import is_unsure
from inbox_watch.core.calendar import Calendar
from inbox_watch.core.candidate import is_candidate
from inbox_watch.core.opportunity.sides import is_no_person
from inbox_watch.core.reading import (
    agencies,
    answering,
    automatic,
    notices,
    pairs,
    people,
    signals,
    stepping,
    turning,
)
from inbox_watch.core.reading.acts import find_acts
from inbox_watch.core.reading.appointments import find_appointments, is_answerable
from inbox_watch.core.reading.asks import find_asks
from inbox_watch.core.reading.between import answered
from inbox_watch.core.reading.cautions import find_cautions
from inbox_watch.core.reading.companies import find_company
from inbox_watch.core.reading.context import Context
from inbox_watch.core.reading.moving import find_shifts
from inbox_watch.core.reading.occasions import is_titled_call
from inbox_watch.core.reading.promises import find_promises
from inbox_watch.core.reading.relieving import find_reliefs
from inbox_watch.core.reading.roles import find_role
from inbox_watch.core.reading.sentences import LONGEST_TEXT, flatten, split_sentences
from inbox_watch.core.reading.surveys import SURVEY_SCORE, is_survey
from inbox_watch.core.types import (
    Act,
    ActionKind,
    Appointment,
    AppointmentStatus,
    Ask,
    Bounds,
    Message,
    Reading,
    Scores,
    SenderKind,
    Stage,
    Zones,
)

RECRUITING_FROM = 0.5
FOREIGN_FROM = 0.9  # of a mail in another language the model knows little: the user is asked instead
"""A message is recruiting at this probability, thread evidence included."""

_PLATFORMS = frozenset({"ats", "scheduler", "assessment"})


def read(message: Message, zones: Zones, scores: Scores, *, candidate: frozenset[str], calendar: Calendar) -> Reading:
    """Return what one message says, by itself.

    `candidate` are the user's addresses, in lower case; `calendar` gives the user's zone and country.
    """
    shown = kind_shown(message, zones, candidate, scores.recruiting)
    return read_one(message, zones, scores, candidate, calendar, scores.recruiting, shown, is_first=True)


def is_recruiting(scores: Scores, score: float) -> bool:
    """Say whether a mail of this probability counts as recruiting; in another language only where it is high."""
    return score >= (FOREIGN_FROM if scores.is_foreign else RECRUITING_FROM)


def kind_shown(message: Message, zones: Zones, candidate: frozenset[str], score: float) -> SenderKind | None:
    """Return what a recruiting mail of the other side shows of its sender's kind; None where it shows nothing."""
    if score < RECRUITING_FROM or is_candidate(message, candidate):
        return None
    is_automatic = automatic.is_automatic(message, zones)
    return agencies.kind_shown(message, zones.new, zones.signature, is_automatic=is_automatic)


def read_one(
    message: Message,
    zones: Zones,
    scores: Scores,
    candidate: frozenset[str],
    calendar: Calendar,
    score: float,
    shown: SenderKind | None,
    *,
    is_first: bool,
) -> Reading:
    """Return what one message says, as one of its thread.

    `score` is its probability of being recruiting and `shown` the kind of its sender, both by all that the thread
    knows; `is_first` marks a mail before which the candidate had written nothing.
    """
    may_be = score >= min(RECRUITING_FROM, scores.bounds.recruiting_from)
    if may_be and is_survey(message, zones.new, is_automatic=automatic.is_automatic(message, zones)):
        score = min(score, SURVEY_SCORE)
    is_foreign = scores.is_foreign
    recruiting = is_recruiting(scores, score)
    answer = is_answer(message, zones)
    context = _context(message, zones, candidate, calendar, answer, is_read=recruiting or answer)
    said = _signal(scores, context, message) if recruiting and not answer and not is_foreign else None
    said = None if said and answering.moves_nothing(message, context.sentences) else said
    if said and said.stage is Stage.INTERVIEW and is_titled_call(message, context.text):
        said = None  # what is arranged says how far it has come
    signal, sure = (said.stage, said.probability) if said else (None, signals.likeliest(scores).probability)
    context = replace(context, signal=signal, speech={speech.start: speech for speech in scores.speech})
    kind = people.sender_kind(
        message, scores.sender_kind, text=zones.new, signature=zones.signature,
        is_automatic=context.is_automatic, from_candidate=context.from_candidate,
        shown=shown if recruiting else None,
        is_program=recruiting and (context.notice is not None or _is_program(message, context)),
    )  # fmt: skip
    reading = Reading(
        key=message.key,
        message_id=message.message_id,
        recruiting=recruiting,
        score=score,
        signal=signal,
        signal_score=sure if signal else 0.0,
        signal_quote=((said and said.quote) or _signal_quote(context, scores)) if signal else None,
        review=_is_for_review(scores.bounds, score, recruiting, sure, answer, is_foreign, context.is_bulk),
        sender_kind=kind,
        is_kind_shown=kind is shown,
        is_automatic=context.is_automatic,
        is_bulk=context.is_bulk,
        from_candidate=context.from_candidate,
        away_until=automatic.away_until(zones.new, context.windows, message.instant) if answer else None,
        reasons=scores.reasons,
        model=scores.model,
    )
    if not recruiting:
        return reading
    full = _with_words(reading, message, zones, context, candidate, is_first)
    full = answering.with_refused_time(stepping.with_step(full, message, context), message, context)
    return notices.with_notice(full, message, context, context.notice) if context.notice else full


def _with_words(
    reading: Reading, message: Message, zones: Zones, context: Context, candidate: frozenset[str], is_first: bool
) -> Reading:
    """Add what only a recruiting mail is read for."""
    acts = find_acts(context, message)
    asks = _asks(context, message, candidate, acts, is_first)
    appointments = () if context.is_answer else find_appointments(context, message, candidate, acts)
    role = find_role(message, zones.new, context.names) if not context.is_answer else None
    company = find_company(message, zones.new, zones.signature, reading.sender_kind, context.names, role)
    if not context.is_answer:
        role, company = pairs.settle(
            message.subject, zones.new, role, company,
            own=agencies.own_name(message), is_agency=reading.sender_kind is SenderKind.AGENCY,
        )  # fmt: skip
    if Act.TURNS_TO_ROLE in acts:
        role = turning.role_of(message, context) or role
    return replace(
        reading,
        acts=acts if is_first else acts - {Act.APPROACHES},
        asks=_with_proposal(asks, appointments, context),
        promises=find_promises(context, appointments)
        if not context.is_answer or automatic.may_promise(message, context.text)
        else (),
        reliefs=find_reliefs(context),
        answered=answered(zones.answers) if context.from_candidate else (),
        shifts=find_shifts(context),
        appointments=appointments,
        cautions=() if context.from_candidate else find_cautions(context.sentences, message.message_id),
        role=role,
        company=company,
        phone=None
        if context.from_candidate or reading.sender_kind is SenderKind.PLATFORM
        else people.find_phone(zones.signature, zones.new, people.region_of(message, context.calendar.country)),
    )


def _context(
    message: Message,
    zones: Zones,
    candidate: frozenset[str],
    calendar: Calendar,
    answer: bool,
    *,
    is_read: bool,
) -> Context:
    """Work out what the readers need; the text is cut and dated only where it will be read."""
    written = message.instant
    region = people.region_of(message, calendar.country)
    address = message.sender.address if message.sender else ""
    receivers = (*message.to, *message.cc)
    is_addressed = not candidate.isdisjoint(a.address for a in message.to)
    is_mine = is_candidate(message, candidate)
    notice = bookings.notice_of(message) if is_read and not is_mine and not answer else None
    text = (notices.text_of(zones) if notice else zones.new)[:LONGEST_TEXT] if is_read else ""
    return Context(
        text=text,
        sentences=split_sentences(text),
        windows=when.find(text, written=written, calendar=calendar, region=region) if written else (),
        written=written,
        calendar=calendar,
        message_id=message.message_id,
        names=frozenset(n for a in receivers if a.address in candidate for n in flatten(a.name).split()),
        others=frozenset(
            flatten(a.name).split()[0] for a in receivers if a.address not in candidate and a.name.strip()
        ),
        is_copied=not is_addressed and any(a.address in candidate for a in message.cc),
        speaks_past_me=not is_addressed and bool(message.to) and address not in candidate,
        is_automatic=notice is not None or automatic.is_automatic(message, zones),
        is_bulk=automatic.is_bulk(message),
        is_platform=notice is not None or shared_senders.kind_of(address) in _PLATFORMS,
        is_answer=answer,
        notice=notice,
        from_candidate=is_mine,
    )


def _is_program(message: Message, context: Context) -> bool:
    """Say whether a program wrote to this one candidate, from an address that nobody reads."""
    is_notice = context.is_automatic and not context.is_bulk
    if not is_notice or message.sender is None:
        return False
    return is_no_person(message.sender.address) or steps.step_of(message) is not None


def is_answer(message: Message, zones: Zones) -> bool:
    """Say whether this is an out-of-office answer or a bounce: nothing that anybody asks or promises."""
    return automatic.is_bounce(message) or automatic.is_out_of_office(message, zones.new)


def _signal(scores: Scores, context: Context, message: Message) -> signals.Signal:
    return signals.signal_of(scores, context.sentences, message.events, from_candidate=context.from_candidate)


def _is_for_review(
    bounds: Bounds, score: float, recruiting: bool, sure: float, answer: bool, is_foreign: bool, is_bulk: bool
) -> bool:
    if is_unsure(bounds, score, 1.0 if answer else sure):
        return True
    return is_foreign and (recruiting or not is_bulk)


def _signal_quote(context: Context, scores: Scores) -> str | None:
    """Return the sentence that holds most of the words that decided; None where none of them stands in the text."""
    reasons = [reason.lower() for reason in scores.reasons if len(reason) > 2]
    weights = [
        sum(reason in s.low for reason in reasons)
        + sum(c.weight for c in (*scores.stage_words, *scores.cues) if s.start <= c.start < s.end)
        for s in context.sentences
    ]
    best = max(range(len(weights)), key=weights.__getitem__, default=None)
    return context.sentences[best].quote if best is not None and weights[best] > 0 else None


def _asks(
    context: Context, message: Message, candidate: frozenset[str], acts: frozenset[Act], is_first: bool
) -> tuple[Ask, ...]:
    asks = list(find_asks(context))
    invited = [e for e in message.events if is_answerable(e, candidate, message.instant)]
    if invited and not context.from_candidate and not any(a.kind is ActionKind.CONFIRM for a in asks):
        quote = next((e.summary for e in invited if e.summary), message.subject)
        asks.append(Ask(kind=ActionKind.CONFIRM, quote=quote, not_after=min(e.start for e in invited)))
    if Act.BOOKS in acts and message.sender and shared_senders.kind_of(message.sender.address) == "scheduler":
        # The candidate has booked this time: a scheduler only repeats it.
        asks = [a for a in asks if a.kind not in (ActionKind.CONFIRM, ActionKind.SEND_AVAILABILITY)]
    if Act.APPROACHES not in acts or not is_first or context.is_automatic:
        return tuple(asks)
    if not asks and Act.NEEDS_NO_REPLY not in acts and context.sentences:
        asks.append(Ask(kind=ActionKind.REPLY, quote=_approach_quote(context)))
    return tuple(replace(a, is_approach=True) if a.kind is ActionKind.REPLY else a for a in asks)


def _with_proposal(asks: tuple[Ask, ...], appointments: Sequence[Appointment], context: Context) -> tuple[Ask, ...]:
    """A time that they propose in a statement ("I suggest Thursday at 4pm.") wants an answer too."""
    proposed = [one for one in appointments if one.status is AppointmentStatus.PROPOSED and one.source == "text"]
    is_asked = any(one.kind in (ActionKind.CONFIRM, ActionKind.SEND_AVAILABILITY) for one in asks)
    if context.from_candidate or context.is_automatic or context.speaks_past_me or is_asked or not proposed:
        return asks
    quote = proposed[0].quote or context.sentences[0].quote
    others = tuple(one for one in asks if one.kind is not ActionKind.REPLY or one.quote != quote)
    return (*others, Ask(kind=ActionKind.CONFIRM, quote=quote, not_after=min(one.start for one in proposed)))


def _approach_quote(context: Context) -> str:
    """Return the longest of the first sentences: a greeting says little."""
    return max((s.quote for s in context.sentences[:5]), key=len)
