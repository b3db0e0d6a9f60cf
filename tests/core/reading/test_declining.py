"""A no to a recruiter's approach, in other words than "not for me", and what only sounds like one."""

from __future__ import annotations

import pytest

from inbox_watch.core.types import Act
from tests.core.reading.mails import DANA, SAM, mail, reading

DECLINED = (
    "Hi Kim, thanks, but I have already been put forward for this one by another agency.",
    "Sorry Kim, a different agency has put me forward for that already.",
    "Another recruiter has already submitted me for this job.",
    "My CV was already sent to them via another recruiter.",
    "My CV has already gone to them through someone else.",
    "I'm already being represented for this role by somebody else.",
    "I'm already registered with another agency for this one.",
    "I've already been submitted for this role so can't go through you, sorry.",
    "I've already applied for that one directly, thanks.",
    "I've applied to them directly already, thanks.",
    "I've just started a new job, sorry.",
    "Thanks but I don't want to change jobs right now.",
    "Thanks for thinking of me, but I'm settled where I am.",
    "Thanks but I'm happy where I am.",
    "I'm happy where I am for now, but keep me in mind for future roles.",
    "Thanks but that's a bit far for me.",
    "Sorry, that's too far from me.",
    "Thanks, but it's too junior for me.",
    "The money is too low for me, sorry.",
    "Unfortunately the rate is below what I'm on now.",
    "It's below my current salary, sorry.",
    "No thanks.",
    "I applied to them directly last week, so no thanks.",
    "I've found something, thank you.",
    "I've only been in my new job a month, so not now, thanks.",
)
NOT_DECLINED = (
    "I've been put forward for management training by my boss, so I know the job.",
    "I'm happy in my role but always open to hearing more.",
    "I'm happy where I am, but what does it pay?",
    "I'm happy where I am, but I'd listen if the money is right.",
    "It's a bit far for me, is there anything remote?",
    "It's a bit far for me.",
    "45,000 is a bit low for me, I'd be looking for 50,000.",
    "It's a bit far for me but I could do it if the pay is right.",
    "My notice is too long for some, thanks for asking.",
    "I've already sent you my CV, thanks.",
    "I've already applied on your website.",
    "I've already spoken to Ann directly and she said to send you my CV.",
    "I've just started a new course, so evenings are best.",
    "Another agency has called me about something similar.",
    "I was sent your details by another recruiter, I'd be interested.",
    "I was put forward for a similar role by another agency last year, and I'm interested in this one.",
    "I have worked through another agency before.",
    "I found my last job through another agency.",
    "I don't want to move house.",
    "I'm happy with my current salary, so the same would do.",
    "I've already got experience with motor claims, thanks for asking.",
    "I'm happy to talk on Thursday.",
    "No thanks needed, happy to help.",
    "I've found a few minutes to read it.",
    "I'm in a meeting, just not today please.",
    "It's below the level that I had, which is fine.",
)


def own(text: str) -> frozenset[Act]:
    return reading(mail(text, sender=SAM, to=(DANA,))).acts


@pytest.mark.parametrize("text", DECLINED)
def test_who_is_put_forward_by_another_or_stays_or_finds_it_too_far_declines_the_approach(text: str) -> None:
    assert Act.DECLINES_APPROACH in own(text)


@pytest.mark.parametrize("text", NOT_DECLINED)
def test_who_asks_bargains_or_tells_of_something_else_declines_nothing(text: str) -> None:
    assert not own(text) & {Act.DECLINES_APPROACH, Act.WITHDRAWS}
