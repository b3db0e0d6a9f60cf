"""The stage that a mail speaks of: the model's word, what plain sentences state, and the guard against false ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inbox_watch.core.reading import faint, guards, occasions, refusing, reopening, stating, turning, verdicts
from inbox_watch.core.reading.kinds import ENDS_OR_PAUSES
from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.types import ENDS, CalendarEvent, Scores, Stage

NO_STAGE = "none"
STATED_FROM = 0.8
"""How sure a stage is that plain words state; the model may be surer."""
SURE_OF_REFUSAL_FROM = 0.5
"""Below this, the model's word alone refuses nobody: of the fainter ones without plain words, most were none."""
SURE_OF_WITHDRAWAL_FROM = 0.8
"""Below this, the other side's mail without a word of it doesn't tell that the candidate left."""
_UP_TO_INTERVIEW = frozenset({None, Stage.OUTREACH, Stage.APPLIED, Stage.INTERVIEW})
_BEYOND_INTERVIEW = ENDS | {Stage.ON_HOLD, Stage.OFFER}
_NO_NEWS = frozenset({None, Stage.APPLIED})
_TALKS = frozenset({Stage.SCREENING, Stage.INTERVIEW})
_SURE = 0.8  # from here on the model's word for an offer or an interview stands, whatever stands beside it
_NOT_OF_THANKS = frozenset({Stage.REJECTED, Stage.ACCEPTED})
_BEYOND_OFFER = frozenset({Stage.ACCEPTED, Stage.WITHDRAWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """A stage with its probability; None speaks of none. `quote` is the sentence that states it, where one does."""

    stage: Stage | None
    probability: float
    quote: str | None = None


def likeliest(scores: Scores) -> Signal:
    """Return the model's own word."""
    return _best(dict(scores.stages))


def signal_of(
    scores: Scores, sentences: Sequence[Sentence], events: Sequence[CalendarEvent], *, from_candidate: bool
) -> Signal:
    """Return the stage that one mail speaks of. Where it speaks of two roles, the one that is further on.

    The candidate's own mail invites to nothing and offers nothing; a false end is none in it either.
    """
    stages = dict(scores.stages)
    signal = _best(stages)
    if guards.denies_end(signal.stage, sentences):
        signal = _best({name: share for name, share in stages.items() if name not in ENDS})
    if denied := _denied(signal, sentences, from_candidate=from_candidate):
        signal = _best({name: share for name, share in stages.items() if name not in denied})
    if _is_hardly_heard(signal, stages, sentences, events):
        signal = Signal(stage=None, probability=stages.get(NO_STAGE, 0.0))
    return _decided(signal, stages, sentences) if from_candidate else _stated(signal, stages, sentences, events)


def _is_hardly_heard(
    signal: Signal, stages: dict[str, float], sentences: Sequence[Sentence], events: Sequence[CalendarEvent]
) -> bool:
    """Say whether only the model's faint word speaks of a stage: no word of the mail does."""
    if signal.stage is None or faint.is_only_invitation(signal.stage, sentences, events):
        return signal.stage is not None
    if faint.is_only_passed_on(signal.stage, sentences, events) or faint.only_rings_back(signal.stage, sentences):
        return True
    is_faint = faint.is_faint(signal.stage, stages[signal.stage] / sum(stages.values()))
    return is_faint and not faint.is_borne_out(signal.stage, sentences, events)


def _denied(signal: Signal, sentences: Sequence[Sentence], *, from_candidate: bool) -> frozenset[Stage]:
    """Return the stages that the model's likeliest one can't be: a yes to a meeting accepts no offer, and so on."""
    stage = signal.stage
    if stage is Stage.ACCEPTED and verdicts.agrees_to_meet(sentences):
        return _BEYOND_INTERVIEW
    if from_candidate:
        if stage in ENDS and turning.chooses(sentences):
            return ENDS
        if stage is Stage.ACCEPTED and verdicts.agrees_to_less(sentences):
            return frozenset({Stage.ACCEPTED})
        if stage in _NOT_OF_THANKS and faint.only_thanks_for_meeting(sentences):
            return _NOT_OF_THANKS
        stays = verdicts.leaves_open(sentences) or (stage is not Stage.ACCEPTED and _stays(sentences))
        return ENDS if stage in ENDS and stays else frozenset()
    if stage is Stage.OFFER and signal.probability < _SURE and faint.is_before_offers(sentences):
        return _BEYOND_INTERVIEW
    if stage is Stage.INTERVIEW and signal.probability < _SURE and occasions.is_only_own_call(sentences):
        return _BEYOND_INTERVIEW | {Stage.INTERVIEW}
    if stage is Stage.ASSESSMENT and occasions.only_titles_test(sentences):
        return frozenset({Stage.ASSESSMENT})
    if refusing.drops_test(sentences) and not refusing.refuses(sentences):
        return _not_meant(sentences) | {Stage.ASSESSMENT}
    if stage in ENDS_OR_PAUSES and turning.turn_of(sentences):
        return _BEYOND_INTERVIEW
    if stage in ENDS_OR_PAUSES and reopening.reopens(sentences) and not reopening.shuts_now(sentences):
        return _BEYOND_INTERVIEW - {Stage.OFFER}
    return _not_meant(sentences) if _is_no_end(signal, sentences) else frozenset()


def _stays(sentences: Sequence[Sentence]) -> bool:
    """Say whether the candidate only can't come at a time, or refuses other employers."""
    return verdicts.cannot_meet(sentences) or verdicts.refuses_others(sentences)


def _is_no_end(signal: Signal, sentences: Sequence[Sentence]) -> bool:
    """Say whether they only apologise, ask or delay where the model hears a refusal, or hardly hears one.

    Nor does a meeting that is put off pause everything.
    """
    if signal.stage is Stage.ON_HOLD:
        return refusing.puts_off_meeting(sentences) and not refusing.pauses(sentences)
    if signal.stage not in {Stage.REJECTED, Stage.WITHDRAWN} or refusing.refuses(sentences):
        return False
    if signal.stage is Stage.WITHDRAWN and refusing.tells_of_withdrawal(sentences):
        return False
    sure_from = SURE_OF_REFUSAL_FROM if signal.stage is Stage.REJECTED else SURE_OF_WITHDRAWAL_FROM
    return signal.probability < sure_from or refusing.goes_on(sentences)


def _not_meant(sentences: Sequence[Sentence]) -> frozenset[Stage]:
    """Return what a mail in which things go on doesn't speak of: no end, no pause nor offer without a word of it."""
    pause = frozenset() if refusing.pauses(sentences) else frozenset({Stage.ON_HOLD})
    return ENDS | pause | (frozenset() if refusing.names_offer(sentences) else frozenset({Stage.OFFER}))


def _decided(signal: Signal, stages: dict[str, float], sentences: Sequence[Sentence]) -> Signal:
    """Return what the candidate's plain yes or no to a job makes of the model's word."""
    if taken := verdicts.takes_job(sentences):
        return _said(Stage.ACCEPTED, stages, taken.quote)
    refused = None if turning.chooses(sentences) else verdicts.refuses_job(sentences)
    return _said(Stage.WITHDRAWN, stages, refused.quote) if refused else signal


def _best(stages: dict[str, float]) -> Signal:
    """Return the likeliest of these stages, its probability among them alone."""
    total = sum(stages.values())
    if not total:
        return Signal(stage=None, probability=0.0)
    name = max(stages, key=stages.__getitem__)
    return Signal(stage=None if name == NO_STAGE else Stage(name), probability=stages[name] / total)


def _stated(
    signal: Signal, stages: dict[str, float], sentences: Sequence[Sentence], events: Sequence[CalendarEvent]
) -> Signal:
    """Return what plain words say, where they go beyond the model's word."""
    if back := stating.takes_offer_back(sentences):
        return _said(Stage.REJECTED, stages, back.quote)
    may_refuse = signal.stage in _NO_NEWS or (signal.stage in _TALKS and not stating.invites(sentences))
    if may_refuse and (refused := refusing.refuses_plainly(sentences)):
        return _said(Stage.REJECTED, stages, refused.quote)
    if signal.stage in _NO_NEWS and (paused := refusing.pauses_plainly(sentences)):
        return _said(Stage.ON_HOLD, stages, paused.quote)
    is_beyond = signal.stage in _BEYOND_OFFER and (signal.stage is Stage.WITHDRAWN or verdicts.tells_of_hire(sentences))
    offer = None if is_beyond else _offer(sentences, signal)
    if offer and _goes_on(signal, sentences, offer):
        return _said(Stage.OFFER, stages, offer.quote)
    is_first_call = signal.stage is Stage.SCREENING and signal.probability >= STATED_FROM
    if signal.stage not in {*_UP_TO_INTERVIEW, Stage.SCREENING, Stage.REJECTED} or is_first_call:
        return signal
    invitation = stating.invites(sentences)
    if signal.stage is Stage.SCREENING and invitation and stating.is_by_telephone(invitation):
        return signal
    if invitation and _goes_on(signal, sentences, invitation):
        return _said(Stage.INTERVIEW, stages, invitation.quote)
    title = stating.titles_interview(events) if signal.stage is not Stage.REJECTED else None
    return _said(Stage.INTERVIEW, stages, title) if title else signal


def _goes_on(signal: Signal, sentences: Sequence[Sentence], sentence: Sentence) -> bool:
    """Say whether a sentence counts beside the model's word: in a refusal only what is about another role."""
    return signal.stage is not Stage.REJECTED or stating.is_of_another_role(sentences, sentence)


def _offer(sentences: Sequence[Sentence], signal: Signal) -> Sentence | None:
    """Return the sentence that makes an offer; one that says what is attached counts where the model sees no stage."""
    if signal.stage is Stage.OUTREACH and stating.approaches(sentences):
        return None
    made = stating.finds_offer(sentences) or stating.offers_informally(sentences)
    if made or signal.stage is not None:
        return made
    return next((one for one in sentences if stating.carries_offer(one)), None)


def _said(stage: Stage, stages: dict[str, float], quote: str) -> Signal:
    return Signal(stage=stage, probability=max(STATED_FROM, stages.get(stage, 0.0)), quote=quote)
