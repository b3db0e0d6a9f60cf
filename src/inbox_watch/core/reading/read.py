"""Message + zones + scores → Reading. The model has already scored; here words become asks, promises and dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from inbox_watch.core import bookings, colleagues, shared_senders, steps, when
from inbox_watch.core.bounds import is_unsure
from inbox_watch.core.calendar import Calendar
from inbox_watch.core.candidate import is_candidate, second_addresses
from inbox_watch.core.opportunity.sides import is_no_person, organisation_of, plain_name
from inbox_watch.core.reading import (
    agencies,
    answering,
    automatic,
    exchanges,
    notices,
    pairs,
    people,
    signals,
    stepping,
    turning,
)
from inbox_watch.core.reading.acts import find_acts
from inbox_watch.core.reading.appointments import find_appointments, is_answerable, is_titled_call
from inbox_watch.core.reading.asks import find_asks
from inbox_watch.core.reading.between import answered
from inbox_watch.core.reading.cautions import find_cautions
from inbox_watch.core.reading.companies import find_company
from inbox_watch.core.reading.context import Context
from inbox_watch.core.reading.moving import find_shifts
from inbox_watch.core.reading.promises import find_promises
from inbox_watch.core.reading.relieving import find_reliefs
from inbox_watch.core.reading.roles import find_role
from inbox_watch.core.reading.sentences import LONGEST_TEXT, flatten, split_sentences
from inbox_watch.core.reading.surveys import SURVEY_SCORE, is_survey
from inbox_watch.core.reading.thread_evidence import (
    PASSED_ON,
    is_known,
    names_host,
    names_interview,
    thread_scores,
    with_invitation,
)
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
    Thread,
    Zones,
)

RECRUITING_FROM = 0.5
"""A message is recruiting at this probability, thread evidence included."""

_PLATFORMS = frozenset({"ats", "scheduler", "assessment"})


def read(message: Message, zones: Zones, scores: Scores, *, candidate: frozenset[str], calendar: Calendar) -> Reading:
    """Return what one message says, by itself.

    `candidate` are the user's addresses, in lower case; `calendar` gives the user's zone and country.
    """
    shown = _kind_shown(message, zones, candidate, scores.recruiting)
    return _read(message, zones, scores, candidate, calendar, scores.recruiting, shown, is_first=True)


def read_thread(
    messages: Sequence[Message],
    zones_by_key: Mapping[str, Zones],
    scores_by_key: Mapping[str, Scores],
    *,
    candidate: frozenset[str],
    calendar: Calendar,
    invitations: frozenset[str] = frozenset(),
    names: frozenset[str] = frozenset(),
    tied: frozenset[str] = frozenset(),
) -> tuple[Reading, ...]:
    """Return the readings of one thread's messages, in their order, each with what the thread knows.

    The candidate's answer, an out-of-office answer, a bounce or a receipt in a recruiting thread is recruiting, and so
    is a mail with one of `invitations`: by UIDs that recruiting mails carry, or by the organizer's address. So is an
    invitation to an interview, or to something that names a role or company of `names` (in lower case), and each mail
    of `tied` (by key): a platform's or a colleague's, of which another thread tells whose it is. A recruiter's
    mail after the candidate has written is no first approach. The candidate's namesake who writes in their thread is
    the candidate, at a second address.
    """
    zones = [zones_by_key[message.key] for message in messages]
    scores = [scores_by_key[message.key] for message in messages]
    candidate |= second_addresses(messages, candidate)
    written = [is_candidate(message, candidate) for message in messages]
    raised = thread_scores(
        [
            PASSED_ON
            if s.recruiting < PASSED_ON
            and (m.key in tied or names_interview(m, candidate, names) or names_host(m, names))
            else with_invitation(stepping.own_score(s.recruiting, m, candidate), m.events, invitations)
            for m, s in zip(messages, scores, strict=True)
        ],
        [len(z.new) for z in zones],
        [
            _is_answer(m, z) or (place > 0 and written[place])
            for place, (m, z) in enumerate(zip(messages, zones, strict=True))
        ],
        [automatic.is_bulk(m) for m in messages],
    )
    shown = _settled(
        messages, [_kind_shown(m, z, candidate, score) for m, z, score in zip(messages, zones, raised, strict=True)]
    )
    found = [
        _read(m, z, s, candidate, calendar, score, kind, is_first=not any(written[:i]))
        for i, (m, z, s, score, kind) in enumerate(zip(messages, zones, scores, raised, shown, strict=True))
    ]
    return tuple(_with_choice(found, zones))


def _with_choice(readings: Sequence[Reading], zones: Sequence[Zones]) -> Iterator[Reading]:
    """Yield the readings; a mail of several roles at several companies has those that the thread goes on about."""
    named = {flatten(reading.role) for reading in readings if reading.role}
    for reading, zone in zip(readings, zones, strict=True):
        if reading.recruiting and named and reading.role is None and reading.company is None:
            meant = [pair for pair in pairs.pairs_in(zone.new) if flatten(pair[0]) in named]
            if len(meant) == 1:
                reading = replace(reading, role=meant[0][0], company=meant[0][1])
        yield reading


def _kind_shown(message: Message, zones: Zones, candidate: frozenset[str], score: float) -> SenderKind | None:
    """Return what a recruiting mail of the other side shows of its sender's kind; None where it shows nothing."""
    if score < RECRUITING_FROM or is_candidate(message, candidate):
        return None
    is_automatic = automatic.is_automatic(message, zones)
    return agencies.kind_shown(message, zones.new, zones.signature, is_automatic=is_automatic)


def _settled(messages: Sequence[Message], shown: Sequence[SenderKind | None]) -> list[SenderKind | None]:
    """Return what each mail shows, or else what other mails of the same person or organisation in the thread show.

    Once an agency, always an agency: its next mail need not say so again.
    """
    senders = [message.sender.address if message.sender else "" for message in messages]
    plain = {sender for sender, kind in zip(senders, shown, strict=True) if kind is SenderKind.AGENCY and sender}
    homes = {home for sender in plain if (home := organisation_of(sender))}
    return [
        SenderKind.AGENCY if sender in plain or (kind is None and organisation_of(sender) in homes) else kind
        for sender, kind in zip(senders, shown, strict=True)
    ]


def read_threads(
    threads: Iterable[Thread],
    zones_by_key: Mapping[str, Zones],
    scores_by_key: Mapping[str, Scores],
    *,
    candidate: frozenset[str],
    calendar: Calendar,
) -> dict[str, Reading]:
    """Return the readings of all threads by `Message.key`: as `read_thread`, with what the threads know of each other.

    An update or a cancellation often comes in a thread of its own; the invitation's UID tells what it is about.
    """
    found: dict[str, Reading] = {}
    all_threads = tuple(threads)

    def _read_all(
        some: Iterable[Thread],
        known: frozenset[str],
        names: frozenset[str] = frozenset(),
        tied: frozenset[str] = frozenset(),
    ) -> None:
        for thread in some:
            read = read_thread(
                thread.messages, zones_by_key, scores_by_key,
                candidate=candidate, calendar=calendar, invitations=known, names=names, tied=tied,
            )  # fmt: skip
            found.update((reading.key, reading) for reading in read)

    _read_all(all_threads, frozenset())
    invited = [message for thread in all_threads for message in thread.messages if message.events]
    known = frozenset(_known_in(message for message in invited if found[message.key].recruiting))
    known |= _persons([m for t in all_threads for m in t.messages if found[m.key].recruiting], found, candidate)
    names = frozenset(_names(all_threads, found, candidate))
    tied = exchanges.tied(all_threads, found, candidate) | steps.tied(all_threads, found, candidate)
    tied |= colleagues.tied(all_threads, found, candidate)
    late = tied | {
        m.key
        for m in (m for t in all_threads for m in t.messages)
        if not found[m.key].recruiting
        if any(is_known(e, known) for e in m.events) or names_interview(m, candidate, names) or names_host(m, names)
    }
    _read_all([t for t in all_threads if late and any(m.key in late for m in t.messages)], known, names, tied)
    return found


def _known_in(messages: Iterable[Message]) -> Iterator[str]:
    for message in messages:
        yield from (event.uid for event in message.events if event.uid)


def _names(threads: Iterable[Thread], found: Mapping[str, Reading], candidate: frozenset[str]) -> Iterator[str]:
    """Yield the roles, the companies and the other side's full names in recruiting mails, in lower case."""
    for message in (m for thread in threads for m in thread.messages if found[m.key].recruiting):
        reading = found[message.key]
        yield from (name.lower() for name in (reading.company, reading.role) if name and len(name) > 3)
        if message.sender and message.sender.address not in candidate and not reading.is_automatic:
            yield from [name for name in [plain_name(message.sender.name).lower()] if " " in name]


def _persons(messages: Iterable[Message], found: Mapping[str, Reading], candidate: frozenset[str]) -> frozenset[str]:
    """Return the addresses of the persons on the other side: what they invite to is about the job."""
    senders = (m.sender.address for m in messages if m.sender and not found[m.key].is_automatic)
    return frozenset(address for address in senders if address not in candidate)


def _read(
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
    may_be = score >= min(RECRUITING_FROM, scores.bounds.recruiting_from)
    if may_be and is_survey(message, zones.new, is_automatic=automatic.is_automatic(message, zones)):
        score = min(score, SURVEY_SCORE)
    recruiting = score >= RECRUITING_FROM
    is_foreign = scores.language not in {None, "en"}
    answer = _is_answer(message, zones)
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
    company = find_company(message, zones.new, zones.signature, reading.sender_kind, context.names)
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
        promises=() if context.is_answer else find_promises(context, appointments),
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


def _is_answer(message: Message, zones: Zones) -> bool:
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
