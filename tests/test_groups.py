"""Threads of an account are read in groups; what each mail then says is what it says among all of them."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from inbox_watch import app
from inbox_watch.accounts.groups import bonds_of, booked_in, grouped, ties
from inbox_watch.core.calendar import Calendar
from inbox_watch.core.parse import parse
from inbox_watch.core.types import Message

ME = frozenset({"sam@example.com"})
CALENDAR = Calendar(zone=ZoneInfo("Europe/London"), country="GB")


def mail(number: int, sender: str, subject: str, text: str) -> Message:
    head = f"From: {sender}\nTo: Sam Okafor <sam@example.com>\nDate: Mon, {number:02} Mar 2026 10:00:00 +0000"
    told = f"{head}\nSubject: {subject}\nMessage-ID: <m{number}@mail.example>\n\n{text}\n"
    return parse(told.encode(), source="test")


INVITES = mail(
    2, "Dana Reed <dana@brightwater.example>", "Payroll Manager at Calder Insurance",
    "Hi Sam,\n\nthank you for your application as Payroll Manager at Calder Insurance. We would like to invite you "
    "to an interview. When would suit you next week?\n\nBest regards,\nDana Reed",
)  # fmt: skip


@pytest.mark.parametrize(
    "subject",
    [
        "Calder Insurance is waiting for you",
        "Dana Reed is waiting for you",
        "Payroll Manager: pick a time",
    ],
)
def test_a_schedulers_reminder_is_read_with_the_mail_that_knows_whom_it_names(subject: str) -> None:
    reminder = mail(3, "Calendly <notifications@calendly.com>", subject, "You have not picked a time so far.")
    others = [mail(4 + n, f"A B{n} <a{n}@pals.example>", "Lunch", "Shall we have lunch, Sam?") for n in range(3)]
    mails = [INVITES, reminder, *others]
    threads, among_all = app.read(mails, ME, CALENDAR)
    booked = booked_in(mails, ME)
    groups = grouped(threads, ties(mails, ME, {one.key: bonds_of(one, ME, booked) for one in mails}))
    apart = {}
    for group in groups:
        apart |= app.read_threads(group, ME, CALENDAR)
    assert among_all[reminder.key].recruiting
    assert apart == among_all
    assert len(groups) == 4


RECEIVED = mail(
    2, "Calder Insurance <no-reply@greenhouse-mail.io>", "Thank you for applying to Calder Insurance",
    "Thank you for applying. We have received your application for the Payroll Manager position at Calder Insurance.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("known", "sender"),
    [
        (INVITES, "Dana Reed <dana@brightwater.example>"),
        (RECEIVED, "Joan Hill <joan@calder.example>"),
        (RECEIVED, "Joan Hill <joan@interviews-calder.example>"),
    ],
)
def test_a_known_senders_new_thread_is_read_with_the_exchange_that_knows_them(known: Message, sender: str) -> None:
    new = mail(4, sender, "Next steps", "Your application is great. Could you send me two names that we may call?")
    others = [mail(5 + n, f"A B{n} <a{n}@pals{n}.example>", "Lunch", "Shall we have lunch?") for n in range(3)]
    mails = [known, new, *others]
    threads, among_all = app.read(mails, ME, CALENDAR)
    booked = booked_in(mails, ME)
    groups = grouped(threads, ties(mails, ME, {one.key: bonds_of(one, ME, booked) for one in mails}))
    apart = {}
    for group in groups:
        apart |= app.read_threads(group, ME, CALENDAR)
    assert among_all[new.key].recruiting
    assert apart == among_all
    assert len(groups) == 4
