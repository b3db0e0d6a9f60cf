"""A yes and a no: to an offer, to a meeting, to nothing yet; whatever the model makes of the mail."""

from __future__ import annotations

import pytest

from inbox_watch.core.reading import verdicts
from inbox_watch.core.reading.sentences import split_sentences
from inbox_watch.core.types import Act, Reading, Stage
from tests.core.reading.mails import DANA, SAM, mail, reading, scores

TAKEN = (
    "I accept your offer.",
    "I am happy to accept the position of Data Engineer.",
    "I hereby convey my acceptance of the post.",
    "I will take the job.",
    "I've decided to take the role.",
    "I'm taking the job!",
    "I have signed the contract and sent it back.",
    "Attached is the signed contract.",
    "Contract signed and returned.",
    "Please find enclosed the signed offer letter.",
    "I'd love to take up your offer. When can I start?",
    "I accept your offer. Unfortunately I can't start before 1 July.",
    "I accept the offer that we discussed on the telephone.",
    "I write to accept the appointment as Manager.",
)
YES = (
    "Yes! I accept.",
    "I'd love to take the job. When can I start?",
    "I'll take it!",
    "Count me in!",
    "I'm in!",
    "It's a yes from me.",
    "I'd be delighted to join the team.",
    "I've decided to accept.",
    "I can't wait to start!",
    "I'm looking forward to starting on 1 July.",
    "I have turned down the other offer and will join you.",
    "Yes, I'd love to. Where do I sign?",
    "I am over the moon and would love to accept.",
    "I'm thrilled and would love to join you.",
    "I would really love to join the team.",
    "I'd like to accept and will send the forms back tomorrow.",
    "I accept, and will sign the contract on Monday.",
    "Yes, I'd love the job! What day do I start?",
    "I'll start on Monday 6 July.",
    "I'll start on the first of August.",
    "I will start with you in July.",
)
BARE_YES = (
    "Yes please!",
    "Yes!",
    "Absolutely!",
    "Yes, of course!",
    "Of course, thank you!",
    "Hi Ann, yes please, I'd love to!",
    "Absolutely, I'd love to.",
    "Yes please!! I'd love to. When can I start?",
    "Yes! Thank you so much. What happens next?",
    "Definitely. What do you need from me?",
)
NO_BARE_YES = (
    "Yes please, but could you do 30,000?",
    "Yes! But is the salary negotiable?",
    "Yes! Thank you. I'll have a think and let you know tomorrow.",
    "Yes! What wonderful news. I need to talk to my partner first.",
    "Yes, thank you, I've got it.",
    "Yes, I got the offer letter, thank you.",
    "Yes please send me the contract so I can read it before I decide.",
    "Of course I'd like to see the contract first.",
    "Absolutely, I'd love to, if you can do 48,000.",
    "Yes to the call, Thursday at 3pm is fine.",
    "Yes please to the parking permit.",
    "I would love to see the office.",
)
LESS = (
    "I'll start on the paperwork on Monday.",
    "I'll start reading the contract tonight.",
    "I'll start with the forms tonight.",
    "I have signed up for the pension webinar.",
    "I've signed up to the portal to read the policy.",
    "It's a yes to the call on Thursday.",
    "It's a yes to the team lunch.",
    "I accept the privacy notice.",
    "I accept the terms of the privacy notice.",
    "Happy to accept the background check.",
    "I'm happy to sign the NDA.",
    "Yes, I received it, thanks.",
    "Yes, thank you, I've got it.",
    "I've accepted that the commute will be long.",
    "I've accepted your friend's invitation to the team lunch.",
)
MORE = (
    "I'll start on the paperwork tonight: I accept the offer.",
    "It's a yes to the Data Engineer job!",
    "It's a yes to your offer.",
    "I'm happy to sign the contract and the privacy notice.",
    "Happy to accept the offer and the background check.",
    "I have signed up for the webinar and signed the contract.",
    "I accept, and I'll start on the paperwork tonight.",
)
PART_OF_IT = (
    "I'm not interested in the pension part, thanks, but everything else reads well.",
    "I'm not interested in the company car.",
    "I'm not going to say no to more holiday.",
    "I wouldn't say no to a company car.",
    "I won't refuse a bigger bonus.",
    "I'm stepping back from my volunteering, so evenings are free.",
    "I'm pulling out of a marathon, so my knee will be fine.",
)
ONLY_A_MEETING = (
    "I accept the invitation with pleasure.",
    "I'm happy to accept your invitation.",
    "I accept the appointment.",
    "I confirm with great pleasure that I accept the date.",
    "Delighted to accept your kind invitation to interview for the position of Data Engineer.",
    "I am pleased to accept the interview for the position of Data Engineer.",
    "I accept your offer of an interview on Monday.",
    "I'd be glad to take the 2pm slot.",
    "Signed up for the 2pm slot on Monday.",
    "I confirm my acceptance of the interview on Monday.",
    "I've signed the confidentiality letter for the interview.",
    "I'm looking forward to joining you on Monday at 2pm.",
    "I'm in for the interview on Monday.",
    "I would accept an offer straight away.",
    "In my last job I signed a contract with two new customers.",
    "I would accept any contract role in Leeds.",
    "Would it be possible to accept the offer by email?",
)
REFUSED = (
    "I'm sorry, but I can't accept your offer.",
    "I am unable to accept the position.",
    "I will not be accepting the offer.",
    "I won't be going ahead with the offer.",
    "I'm writing to let you know that I will not accept the role.",
    "For family reasons I can no longer accept the position.",
    "I have decided to decline.",
    "I'll have to pass on it.",
    "I must turn it down.",
    "I'd like to turn the offer down.",
    "After some thought I'm turning down the position.",
    "I have decided against the offer.",
    "Thank you for the offer, which I must unfortunately decline.",
    "I hereby decline the position.",
)
NO = (
    "After careful thought I have decided not to take it.",
    "I've decided to go with another company.",
    "Regretfully I am going with another company.",
    "I won't be joining Norvane.",
    "I will not be joining you in July.",
    "My answer is no.",
    "No, thank you.",
    "Sorry, but no. The salary is too low for me.",
    "I've decided to stay with my current employer.",
    "I signed a contract with another firm yesterday.",
    "I don't think I'll accept.",
    "I can't say yes to this, I'm sorry.",
    "I have taken a job elsewhere.",
    "My employer has made me a counter-offer that I have accepted.",
)
UNDECIDED = (
    "I can't accept the offer yet. Could I have until Friday?",
    "I can't accept the offer before I've seen the contract.",
    "I need a few more days before I accept or decline.",
    "I have not decided yet whether to accept your offer.",
    "I can't accept the salary as it stands. Would 48,000 be possible?",
    "I'd love to take the job, but could you do 48,000?",
    "I would accept the offer if the salary were 48,000.",
    "I'd be happy to accept if I could work from home.",
    "I'm delighted! I just need to talk to my wife before I accept.",
    "I don't want to turn it down, but the notice period worries me.",
    "I will pass on my decision on Thursday.",
    "I'd like to pass on the car and take the train ticket instead.",
    "My current employer wants me to stay, so I need a little time.",
    "I haven't accepted anything else. I'll decide by Thursday.",
    "Please don't give the job to someone else!",
    "I won't be able to answer before Thursday, sorry.",
    "I can't take the call today. Could we talk about the offer tomorrow?",
    "I'm afraid I won't be joining on Monday, I've got flu.",
)
_DECIDED = {Act.ACCEPTS_OFFER, Act.DECLINES_OFFER, Act.WITHDRAWS, Act.SAYS_YES, Act.SAYS_NO}


def own(text: str, stage: str = "none") -> Reading:
    return reading(mail(text, sender=SAM, to=(DANA,)), scores(stage=stage))


@pytest.mark.parametrize("text", TAKEN)
def test_who_takes_the_job_by_name_has_accepted_whatever_the_model_says(text: str) -> None:
    found = own(text, "withdrawn")
    assert (found.signal, Act.ACCEPTS_OFFER in found.acts) == (Stage.ACCEPTED, True)
    assert not found.acts & {Act.DECLINES_OFFER, Act.SAYS_NO, Act.WITHDRAWS}


@pytest.mark.parametrize("text", YES)
def test_a_yes_that_names_no_job_is_one_after_an_offer_only(text: str) -> None:
    acts = own(text).acts
    assert (Act.SAYS_YES in acts, Act.ACCEPTS_OFFER in acts) == (True, False)


@pytest.mark.parametrize("text", BARE_YES)
def test_a_bare_yes_says_yes_to_what_was_asked_last(text: str) -> None:
    acts = own(text).acts
    assert (Act.SAYS_BARE_YES in acts, Act.ACCEPTS_OFFER in acts) == (True, False)


@pytest.mark.parametrize("text", NO_BARE_YES)
def test_a_yes_with_terms_or_to_something_named_is_no_bare_one(text: str) -> None:
    assert not own(text).acts & {Act.SAYS_BARE_YES, Act.SAYS_YES, Act.ACCEPTS_OFFER}


@pytest.mark.parametrize("text", LESS)
def test_who_agrees_to_something_smaller_accepts_no_job_whatever_the_model_says(text: str) -> None:
    found = own(text, "accepted")
    assert found.signal is not Stage.ACCEPTED
    assert not found.acts & _DECIDED


@pytest.mark.parametrize("text", MORE)
def test_who_takes_the_job_beside_something_smaller_takes_it(text: str) -> None:
    found = own(text, "accepted")
    assert found.signal is Stage.ACCEPTED or found.acts & {Act.ACCEPTS_OFFER, Act.SAYS_YES}


@pytest.mark.parametrize("text", PART_OF_IT)
def test_who_refuses_a_part_or_another_thing_stays(text: str) -> None:
    found = own(text, "withdrawn")
    assert found.signal is not Stage.WITHDRAWN
    assert not found.acts & _DECIDED


@pytest.mark.parametrize(
    "text",
    [
        "I'm not interested in the role, thanks.",
        "I'm not interested in this, sorry.",
        "I'm stepping back from my application.",
        "I'm stepping back from the process.",
        "I'm pulling out of the process, sorry.",
        "I've decided to step away.",
    ],
)
def test_who_leaves_the_role_itself_withdraws(text: str) -> None:
    found = own(text, "withdrawn")
    assert (found.signal, Act.WITHDRAWS in found.acts) == (Stage.WITHDRAWN, True)


@pytest.mark.parametrize("text", ONLY_A_MEETING)
def test_agreeing_to_a_meeting_or_supposing_an_offer_accepts_none(text: str) -> None:
    assert not own(text, "accepted").acts & _DECIDED


@pytest.mark.parametrize("text", REFUSED)
def test_who_refuses_the_job_in_plain_words_has_withdrawn_whatever_the_model_says(text: str) -> None:
    found = own(text, "accepted")
    assert found.signal is Stage.WITHDRAWN
    assert found.acts & {Act.DECLINES_OFFER, Act.WITHDRAWS}
    assert not found.acts & {Act.ACCEPTS_OFFER, Act.SAYS_YES}


@pytest.mark.parametrize("text", NO)
def test_a_no_that_names_no_job_is_one_after_an_offer_only(text: str) -> None:
    acts = own(text).acts
    assert (Act.SAYS_NO in acts, bool(acts & {Act.ACCEPTS_OFFER, Act.SAYS_YES})) == (True, False)


@pytest.mark.parametrize("text", UNDECIDED)
def test_who_asks_for_time_or_other_terms_has_decided_nothing(text: str) -> None:
    assert not own(text).acts & _DECIDED


@pytest.mark.parametrize(
    "text",
    [
        "I'm sorry, I can't join the call on Monday. Would Tuesday work?",
        "I won't be able to take the call on Monday though, could we do Tuesday?",
        "I'll have to pass on Monday. Could we do Tuesday instead?",
        "I have to decline the Monday slot. Would Tuesday at 2pm be possible?",
        "I can't accept the invitation for Monday because of a hospital appointment.",
    ],
)
def test_who_only_cannot_come_at_a_time_has_not_withdrawn(text: str) -> None:
    found = own(text, "withdrawn")
    assert found.signal is not Stage.WITHDRAWN
    assert not found.acts & _DECIDED


@pytest.mark.parametrize(
    "text",
    [
        "I have taken another job, so I can't come to the interview on Monday.",
        "I withdraw my application and won't be at the interview on Monday.",
    ],
)
def test_who_cannot_come_because_they_withdraw_has_withdrawn(text: str) -> None:
    assert own(text, "withdrawn").signal is Stage.WITHDRAWN


@pytest.mark.parametrize(
    "text",
    [
        "Yes, Monday at 11am works. See you then.",
        "Great, we accept your suggestion. See you on Monday.",
        "Sounds good, Monday at 11. Looking forward to having you here.",
        "I'm glad you can join us on Monday at 11am.",
        "Yes, Monday works. Please bring your passport so we can sign you in at reception.",
        "We're pleased you accepted. See you on Monday at 11.",
        "Thank you for accepting our invitation to interview. See you on Monday at 11am.",
        "We are delighted to welcome you to our office on Monday at 11am.",
    ],
)
def test_an_employer_who_agrees_to_a_time_has_hired_nobody(text: str) -> None:
    found = reading(mail(text), scores(stage="accepted"))
    assert found.signal is not Stage.ACCEPTED
    assert Act.TELLS_OF_HIRE not in found.acts


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for accepting our offer. Welcome aboard!",
        "We've got your signed contract. You start on 1 July; please be at reception at 9am.",
        "Your first day is Monday 12 May at 8:45.",
        "Everyone has signed. The contract is attached.",
        "We're thrilled you said yes! Your start date is 20 April.",
        "We are so happy that you are joining us as chief curator.",
    ],
)
def test_an_employer_who_speaks_of_the_job_as_taken_tells_of_a_hire(text: str) -> None:
    found = reading(mail(text), scores(stage="accepted"))
    assert (found.signal, Act.TELLS_OF_HIRE in found.acts) == (Stage.ACCEPTED, True)


@pytest.mark.parametrize(
    "text",
    [
        "What would your earliest start date be?",
        "If you accept our offer, you will start on 1 July.",
        "Another candidate has accepted the job.",
        "Your first day of the interview begins with a tour.",
        "You have not signed the contract yet.",
    ],
)
def test_what_may_come_or_is_somebody_elses_tells_of_no_hire(text: str) -> None:
    assert not verdicts.tells_of_hire(split_sentences(text))


@pytest.mark.parametrize(
    "text",
    [
        "I accept the invitation with pleasure.",
        "Great, count me in!",
        "I'm happy to accept your kind invitation.",
        "I gladly accept.",
        "It's a yes from me.",
    ],
)
def test_who_accepts_an_invitation_in_plain_words_confirms_its_time(text: str) -> None:
    assert Act.CONFIRMS in own(text, "interview").acts


@pytest.mark.parametrize(
    "text",
    ["I can't accept the invitation.", "I would accept the invitation if it were later.", "I'm in Berlin on Monday."],
)
def test_who_does_not_accept_an_invitation_confirms_nothing(text: str) -> None:
    assert Act.CONFIRMS not in own(text, "interview").acts
