"""Sentences as patterns: the little words that carry an ask or a promise stay as they are, words of the field stand for their class.

"Could you pop your referees over by Friday?" becomes "could you _ your PAPER over by DAY": a model that has never met "pop" or "referees"
still knows the pattern. A word belongs to the first class that names it; `*` after a stem stands for its regular endings.
"""

# ruff: noqa: E501 - tables of words, a row a class

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from inbox_watch.nlp.lexicon import word_forms
from inbox_watch.nlp.surface import Hashes, hash_name, mix

KEPT: Final = (
    "i you we he she they it me us him her them my your our his their this that these those there here i'll we'll he'll she'll they'll you'll it'll that'll "
    "i'm we're you're they're he's she's it's that's there's i've we've you've they've i'd we'd you'd they'd he'd she'd who'll who's what's "
    "will won't shall should could can can't cannot would may might must need needs needed want wants wanted like love prefer do does did don't doesn't didn't done "
    "be been being is are was were isn't aren't wasn't am have has had haven't hasn't having get got gets getting let let's lets make take give put keep go going gonna "
    "not no never none nothing any some all each every either neither both if when whenever once unless whether until till before after by on in at to for from with "
    "without of about into over out up off back as so then than and or but because since while please pls kindly just only also again yet already still now soon asap "
    "what which who where why how when's where's how's ok okay yes yeah happy glad sure able possible fine good great right free ready due welcome keen open interested "
    "the a an one ones two three another other else more most few couple bit both half full "
    "hope hoping aim expect plan intend promise try trying wait waiting await awaiting look looking forward hear heard know knows tell told say said ask asked asking "
    "think wonder wondering mean means feel remind remember forget worry thank thanks ta cheers sorry unfortunately usually normally typically generally often always "
    "u r ur ll ve gimme wanna lemme would'nt shout ping drop pop fire shoot come comes coming came see seen use used work works suit suits fit mind chance way time times day days "
    "hearing speaking meeting latest end early late later first next last within during early mid end close eod eow cob"
)
CLASSES: Final[dict[str, str]] = {
    "DAY": "monday* tuesday* wednesday* thursday* friday* saturday* sunday* mon tue tues wed weds thu thur thurs fri sat sun today tomorrow tonight tmrw tmr tomo morning* afternoon* "
    "evening* noon midday lunchtime midnight weekend* week* fortnight month* january february march april june july august september october november december jan feb mar apr "
    "jun jul aug sep sept oct nov dec easter christmas minute* moment* hour* hrs mins year* quarter",
    "NUMBER": "0 00 000 0000 0am 0pm 00am 00pm 0st 0nd 0rd 0th 00st 00nd 00rd 00th 0k 00k ten eleven twelve four five six seven eight nine fifteen twenty thirty forty sixty ninety noonish am pm o'clock gmt bst cet est ist pst",
    "PAPER": "cv cvs resume* resumé* lebenslauf portfolio* referee* reference* certificate* certification* cert certs transcript* diploma* degree passport* visa permit* licence license id "
    "proof document* documentation docs doc paper papers paperwork form forms payslip* p45 p60 dbs scan* copy copies photo* photograph* sample* samples pdf attachment cover letter statement "
    "showreel reel link links github linkedin behance publication* essay reprint* medical record* brp nda timesheet* questionnaire utr iban bank sort insurance card registration "
    "pin qualifications qualification utility bill address",
    "TASK": "test* task* exercise* assignment* challenge* assessment* quiz homework takehome codility hackerrank codesignal testgorilla puzzle* kata exam* audition* trial psychometric aptitude "
    "numerical verbal reasoning simulation game games survey evaluation* questionnaire* module* round brief coding case problem* recording recorded solution* submission* repo repository mcquaig shl pymetrics "
    "hirevue videos",
    "OFFER": "offer* offered offering contract* package salary compensation remuneration terms acceptance decision* verdict proposal deal accept* accepting accepted decline* sign* signed signing "
    "signature* countersign* docusign aboard onboard yes",
    "MEET": "call* phone ring* chat* conversation* talk* speak* spoke discussion* catchup zoom teams meet* facetime coffee skype interview* visit* viva panel appointment* session* screening hangout natter "
    "debrief superday meetup webex",
    "SLOT": "slot* availability available calendar* calendly diary schedule* scheduled scheduling book* booked booking date dates arrange* arranged arranging reschedul* rebook* invite* invitation* "
    "window* gap gaps convenient suitable pencil* pencilled hold confirm* confirmed confirming confirmation fix attend attending attendance join joining",
    "SEND": "send* sent sending share* shared sharing forward* forwarded email* emailed mail* mailed attach* attached attaching upload* uploaded provide* provided supply supplied submit* submitted return* "
    "returned bring deliver* post enclose* transmit fax pass furnish whatsapp fill filled filling complete* completed completing completion finish* finished start* begin* undertake",
    "ANSWER": "reply* replied replies respond* response* responded answer* answered revert* reverted advise* advised inform* informed notify notified update* updates updated contact* touch write written call text "
    "acknowledge* indicate* state clarify* explain* describe* elaborate* outline* mention* detail* specify note",
    "NEWS": "feedback news outcome result* decision* update verdict answer steps step word status progress",
    "PERSON": "team* manager* client* colleague* assistant recruiter* hr boss director* founder* head panel board committee hiring company department office consultant* partner* owner matron captain dean principal "
    "chef foreman someone somebody everyone anyone nobody people candidate* applicant* crew interviewer* coordinator*",
    "QUESTION": "question* query queries concern* issue* doubt* trouble difficulty difficulties",
    "ROLE": "role* job* position* vacancy opportunity opportunities post opening* application* apply applied applying interest consider* considering consideration move match",
    "PAY": "pay rate salary expectation* expecting ctc notice period earn* current day hourly daily annual per annum figure number bonus range budget k",
    "WHERE": "location relocate* relocation commute remote hybrid onsite based travel site live living area nationality sponsorship authorised authorized",
}  # fmt: skip
UNKNOWN: Final = "_"


@cache
def _table() -> tuple[Hashes, NDArray[np.int64], Hashes, int]:
    """Word hashes in order and the token of each; the tokens' own hashes (0: unknown); how many of them are kept words."""
    numbers: dict[int, int] = {}
    names = [UNKNOWN]
    for word in dict.fromkeys(KEPT.split()):
        numbers[hash_name(word)] = len(names)
        names.append(word)
    kept = len(names)
    for name, words in CLASSES.items():
        for form in sorted({form for word in words.split() for form in word_forms(word)}):
            numbers.setdefault(hash_name(form), len(names))
        names.append(f"#{name}")
    hashes = np.array(sorted(numbers), dtype=np.uint64)
    tokens = np.array([numbers[int(value)] for value in hashes], dtype=np.int64)
    return hashes, tokens, mix(np.array([hash_name(name) for name in names], dtype=np.uint64)), kept


def tokens_of(words: Hashes) -> NDArray[np.int64]:
    """The token of each word, 0 for a word that no table names."""
    hashes, tokens, _, _ = _table()
    places = np.minimum(np.searchsorted(hashes, words), len(hashes) - 1)
    return np.where(hashes[places] == words, tokens[places], 0)


def token_hashes(tokens: NDArray[np.int64]) -> Hashes:
    """The hash of each token."""
    return _table()[2][tokens]
