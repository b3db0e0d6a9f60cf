"""Words that say that the two sides have met, and words that only speak of meeting."""

from __future__ import annotations

import pytest

from inbox_watch.core.reading.meeting import tells_of_meeting
from inbox_watch.core.reading.sentences import split_sentences
from inbox_watch.core.types import Act
from tests.core.reading.mails import DANA, SAM, mail, reading

HAVE_MET = (
    "It was good to talk to you yesterday. Owen liked you a lot. We'll let you know by Friday.",
    "Thank you for coming in yesterday, it was a pleasure to meet you.",
    "Thanks for coming in on Monday.",
    "Thanks for coming in.",
    "It was great speaking with you this morning.",
    "Great to meet you yesterday!",
    "Lovely meeting you on Monday.",
    "Thank you for your time yesterday.",
    "Thanks again for taking the time to talk to us on Monday.",
    "Thank you for taking the time to meet with me and Owen.",
    "We really enjoyed meeting you.",
    "The team enjoyed talking to you on Monday.",
    "I enjoyed our conversation yesterday.",
    "Following our interview on Monday, I have a few more questions.",
    "After our call yesterday I spoke to the team.",
    "Further to our chat this morning, here is the link to our benefits.",
    "We met on Monday and I wanted to send you the brochure.",
    "Now that you have met Owen, what do you think?",
    "Having met you, the team would like to go on.",
    "Your interview went very well.",
    "You made a very good impression on Monday.",
    "Owen liked you a lot.",
    "Thank you for the interview yesterday.",
    "Thanks for the good conversation on Monday.",
    "Thank you for the interview.",
    "It was a pleasure to meet you and Owen.",
    "It was really nice to have met you in person.",
    "Thank you for joining us on Monday.",
    "Thanks for joining the call yesterday.",
    "It was so good to see you in Leeds.",
    "Monday's interview was very interesting for me.",
    "When we spoke yesterday, you asked about the salary.",
    "Thank you for yesterday, I enjoyed it a lot.",
    "We were impressed with you.",
    "Thanks for seeing me on Monday.",
    "Thank you so much for having me yesterday.",
    "As we discussed yesterday, the role starts in July.",
    "The interview on Monday was great, thank you.",
)
HAVE_NOT = (
    "It would be good to talk to you.",
    "It would be great to meet you on Monday.",
    "I'm looking forward to meeting you.",
    "Thank you for the invitation to the interview.",
    "Thanks for the interview invitation.",
    "Thank you for your time and patience.",
    "Thank you for your application.",
    "Thanks for coming back to me so quickly.",
    "Sorry we missed you yesterday.",
    "We were expecting you at 2pm yesterday but you didn't join.",
    "It was a pity that we couldn't talk yesterday.",
    "I'm sorry I couldn't make it to the interview yesterday.",
    "After your interview we will let you know.",
    "Following your interview you will hear from us within a week.",
    "If you enjoyed meeting us, tell your friends.",
    "Thank you for confirming the interview.",
    "Thanks for confirming our call on Monday.",
    "It's nice to hear from you.",
    "It was good to hear from you yesterday.",
    "Good to know that Monday suits you.",
    "It was great to read your CV.",
    "We liked your CV.",
    "I liked your profile on LinkedIn.",
    "We're still waiting for your answer.",
    "Would Monday at 2pm suit you for an interview?",
    "Please confirm the interview on Monday.",
    "Before we meet, please send me your references.",
    "Thank you for sending your references yesterday.",
    "Thanks for your mail yesterday.",
    "Let me know if it was good to talk to her.",
    "How did the interview go?",
    "Was it good to meet Owen yesterday?",
    "Thanks for the call request.",
    "We had to cancel yesterday's interview.",
    "Thank you for agreeing to the interview on Monday.",
    "We will meet on Monday at 2pm.",
    "I can't wait to meet you today.",
)


@pytest.mark.parametrize("text", HAVE_MET)
def test_words_that_look_back_on_a_meeting_say_that_it_took_place(text: str) -> None:
    assert tells_of_meeting(split_sentences(text))


@pytest.mark.parametrize("text", HAVE_NOT)
def test_words_that_hope_for_a_meeting_or_missed_it_say_nothing_of_the_kind(text: str) -> None:
    assert not tells_of_meeting(split_sentences(text))


def test_both_sides_may_say_that_they_have_met() -> None:
    assert Act.HAS_MET in reading(mail("Thanks for coming in on Monday.")).acts
    own = mail("Thank you for your time yesterday.", sender=SAM, to=(DANA,))
    assert Act.HAS_MET in reading(own).acts


def test_whoever_writes_to_many_has_met_nobody() -> None:
    many = {"precedence": "bulk"}
    survey = mail("It was great to meet you yesterday.", headers=many)
    assert Act.HAS_MET not in reading(survey).acts
