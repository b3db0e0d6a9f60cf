"""Words that mean alike in this field, by class: what a model with a thousand examples can't learn of words that it has never met.

A word's class takes part in features of its own: alone, and in ordered pairs with the classes right after it ("NOT … PROCEED", "WANT … MEET").
`*` after a stem stands for its regular endings.
"""

# ruff: noqa: E501 - tables of words, a row a class

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from inbox_watch.nlp.surface import Hashes, hash_name, mix

CLASSES: Final[dict[str, str]] = {
    "title": "engineer* developer* manager* analyst* designer* nurse* teacher* consultant* director* architect* accountant* scientist* administrator* "
    "specialist* assistant* coordinator* controller* planner* technician* programmer* tester* counsel solicitor* lawyer* paralegal* chef* driver* "
    "supervisor* executive* representative* officer* lead* buyer* writer* editor* strategist* marketer* producer* researcher* lecturer* tutor* "
    "carer* physiotherapist* pharmacist* dentist* vet* surveyor* electrician* mechanic* operator* cashier* receptionist* translator* actuary auditor* "
    "sre devops cto cfo coo vp sdr associate* apprentice* trainee* intern* graduate* scrum fullstack backend frontend pm ux qa hgv",
    "job": "job* role* position* vacancy vacancies opening* post opportunity opportunities req requisition employment career* gig stelle",
    "cv": "cv cvs resume* lebenslauf portfolio* linkedin profile github references referee* certificate* transcript* diploma*",
    "apply": "apply applies applied applying application* candidacy candidature applicant* bewerbung submission*",
    "candidate": "candidate* shortlist* finalist* longlist* jobseeker* interviewee*",
    "hire": "hire* hired hiring recruit* recruiter* recruitment recruiting talent sourcer* sourcing staffing headhunt* headhunter* hr headcount onboard*",
    "client": "client* employer* customer* enduser startup* scaleup*",
    "company": "company companies firm* team* department* group organisation* organization* office* agency studio lab practice school hospital",
    "boss": "boss ceo founder* cofounder partner* head director* principal chair panel committee board manager* owner",
    "interview": "interview* interviewer* interviewing panel onsite viva whiteboard pairing assessor* superday",
    "round": "round* stage* step* phase* final second third 2nd 3rd last",
    "first": "first initial intro introductory 1st exploratory informal preliminary prescreen screening screen* quick brief short",
    "call": "call* phone ring* chat* conversation* talk* speak* spoke spoken discussion* catchup zoom teams meet* met meeting* facetime coffee skype videocall hangout natter",
    "schedule": "schedule* scheduled scheduling book* booked booking slot* availability available calendar* calendly diary time times reschedul* arrange* arranged fix "
    "confirm* confirmed suit* suits works free convenient appointment* invite* invited invitation* postpone* moved",
    "task": "test* task* exercise* assignment* challenge* assessment* questionnaire* quiz homework takehome codility hackerrank codesignal testgorilla puzzle* "
    "case kata exam* audition* trial psychometric aptitude numerical verbal reasoning essay sample mock",
    "do": "complete* completed completing solve* solved solution* finish* deadline timed minutes attempt* repo repository submit* submitted upload* answer* start begin link record*",
    "offer": "offer* offered offering contract* package salary compensation remuneration base bonus equity options pension paperwork terms terms",
    "sign": "sign* signed signing signature countersign* docusign return e-sign esign",
    "start": "start* starting joining join* joined onboarding induction laptop uniform payroll badge rota orientation first",
    "day": "day monday week",
    "check": "references reference background check* dbs vetting clearance medical passport visa rtw eligibility",
    "glad": "pleased delighted happy thrilled excited glad congratulations congrats welcome great fantastic brilliant wonderful good positive loved love impressed impressive enjoyed",
    "regret": "unfortunately regret* sadly sorry afraid disappoint* disappointing apologies unsuccessful rejected declined bad difficult tough hard close",
    "not": "not no won't can't cannot didn't wasn't isn't aren't don't doesn't couldn't wouldn't haven't hasn't never unable nothing without neither nor unlikely rather",
    "proceed": "proceed* proceeding progress* progressed progressing forward further ahead continue* continuing advance* advancing pursue* pursuing consider* considered consideration taking taken take",
    "choose": "choose chose chosen select* selected selection pick* picked prefer* preferred preference decide* decided decision* went gone opted successful appoint* appointed filled fill",
    "other": "other others another someone somebody else elsewhere internal internally stronger closer better different experienced senior competing",
    "fit": "fit match* matched suitable suited aligned requirements criteria experience background skills skillset profile",
    "future": "future later again keep file pool touch someday eventually reapply",
    "luck": "luck wish* wishes success best search endeavours endeavors",
    "withdraw": "withdraw* withdrew withdrawn withdrawing withdrawal pull* pulled pulling retract* cancel* decline* declining bow bowing step* stepping remove pass passing turn turning",
    "stay": "stay* staying remain* current counteroffer counter-offer promotion promoted commute family relocate personal",
    "accept": "accept* accepted accepting acceptance yes agree* agreed absolutely",
    "hold": "hold pause* paused pausing freeze* frozen freezing ice suspend* suspended delay* delayed postpone* postponed halt* halted stopped shelved parked backburner limbo",
    "budget": "budget* approval restructur* restructuring reorg reorganisation quarter fiscal funding headcount merger acquisition sign-off signoff",
    "resume_later": "reopen* resume* resumes revisit* restart* pick unfreez* revive* until once when",
    "seek": "looking look* seeking seek* search* need* needing want* wanted wondering open interested interest curious keen tempted",
    "found": "came across found saw noticed stumbled spotted profile background work reaching reached reach recommended mentioned name",
    "pay": "k pa per annum rate hourly daily ir35 lpa ctc w2 c2c umbrella perm permanent contract remote hybrid onsite fulltime parttime",
    "update": "update* news feedback status heard hear hearing waiting wait chase chasing checking following back outcome",
    "thanks": "thank* thanks thankful grateful appreciate* cheers",
    "receive": "received receipt acknowledge* confirmed successfully submitted arrived recorded registered safely",
    "review": "review* reviewing reviewed evaluate* evaluating assess* considering look",
    "forwarded": "forwarded submitted shared sent passed put introduced represent* representation",
    "attach": "attached attach* enclosed enclosing attachment pfa find herewith",
    "away": "office leave vacation holiday annual return automatic autoreply returning limited urgent maternity",
    "bulk": "unsubscribe newsletter digest alert alerts recommended browser preferences subscribers edition issue webinar subscribe weekly daily",
    "sale": "discount sale deal deals coupon free trial demo pricing product solution solutions customers revenue roi platform upgrade premium buy order shipping",
    "money": "loan mortgage bank credit card payment invoice insurance policy tax refund transfer account interest balance claim",
    "home": "flat apartment rent tenancy landlord tenant viewing lease property deposit house room flatmate housemate letting",
    "study": "student students course tuition admission admissions university college degree scholarship semester enrol enrolment pupil nursery class exam masters mba phd",
    "press": "journalist reporter article podcast magazine editor story documentary broadcast interviewees quote press",
    "science": "paper conference abstract manuscript reviewers submission grant proposal workshop speakers talk participants study survey focus",
    "state": "visa embassy consulate passport permit immigration council licence",
    "private": "kids dinner lunch birthday mum dad weekend party match pub love kiss xx wedding baby dog cat garden church swim",
    "own_hiring": "scorecard scorecards debrief interviewing panel applicants pipeline hiring vacancy jd backfill adverts shortlist",
    "our_hr": "appraisal payslip payroll timesheet benefits enrolment employees staff colleagues line policy training mandatory",
    "scam": "telegram whatsapp registration fee bitcoin kindly dear winner urgent inheritance cheque equipment",
}  # fmt: skip
_ENDINGS: Final = ("", "s", "es", "ed", "d", "ing", "er", "ers", "ment", "ation")
_WINDOW: Final = 9  # words between the two of a pair
_NEXT: Final = 3  # classed words that a pair reaches over


@cache
def _table() -> tuple[Hashes, NDArray[np.int64], Hashes]:
    """Word hashes in order, one row each; up to three classes a row (0: none); the classes' own hashes."""
    rows: dict[int, list[int]] = {}
    for number, words in enumerate(CLASSES.values(), start=1):
        for form in sorted({form for word in words.split() for form in word_forms(word)}):
            found = rows.setdefault(hash_name(form), [])
            if len(found) < _NEXT and number not in found:
                found.append(number)
    hashes = np.array(sorted(rows), dtype=np.uint64)
    classes = np.array([(rows[int(value)] + [0, 0])[:3] for value in hashes], dtype=np.int64)
    names = np.array([0, *(hash_name(f"#{name}") for name in CLASSES)], dtype=np.uint64)
    return hashes, classes, mix(names)


def word_forms(word: str) -> list[str]:
    """The word itself, or a stem (`*`) with its regular endings."""
    if not word.endswith("*"):
        return [word]
    stem = word[:-1]
    forms = [stem + ending for ending in _ENDINGS]
    return [*forms, f"{stem[:-1]}ing"] if stem.endswith("e") else forms


def class_hashes(words: Hashes) -> Hashes:
    """The class features of a text with these words: each class, and ordered pairs of classes close to each other."""
    hashes, classes, names = _table()
    if not len(words):
        return words
    places = np.minimum(np.searchsorted(hashes, words), len(hashes) - 1)
    at = np.flatnonzero(hashes[places] == words)
    rows = classes[places[at]]
    return np.concatenate((names[rows[rows > 0]], _pairs(rows[:, :2], at)))


def _pairs(rows: NDArray[np.int64], at: NDArray[np.int64]) -> Hashes:
    """Ordered pairs of the classes of words that stand close to each other."""
    near = [_near(at, step) for step in range(1, _NEXT + 1)]
    left = rows[np.concatenate(near)][:, :, None]
    right = rows[np.concatenate([found + step for step, found in enumerate(near, start=1)])][:, None, :]
    both = (left > 0) & (right > 0)
    return _pair_table()[(left * (len(CLASSES) + 1) + right)[both]]


def _near(at: NDArray[np.int64], step: int) -> NDArray[np.int64]:
    return np.flatnonzero(at[step:] - at[:-step] <= _WINDOW)


@cache
def _pair_table() -> Hashes:
    """The hash of every ordered pair of classes, the first one's row after the other."""
    names = _table()[2]
    return mix(names[:, None] * np.uint64(7) + names[None, :]).ravel()
