"""The laws of a draft, over every action at every moment of every scenario, with every answer that can be given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from email import message_from_bytes, policy
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from inbox_watch import draft, nlp
from inbox_watch.core.opportunity.sides import is_no_person
from inbox_watch.core.types import Action, ActionKind, Finding, State
from inbox_watch.draft import forms, templates
from inbox_watch.draft.people import register
from inbox_watch.draft.slots import slots_of
from inbox_watch.draft.templates import SLOTS
from inbox_watch.draft.wording import Style, say_date, say_zone
from inbox_watch.errors import UsageError
from tests.scenarios import GivenScorer, Moment, found, mails_of, moments

_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_DAY = rf"(?:{'|'.join(_DAYS)})"
_MONTHS = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_FULL_DATE = re.compile(rf"{_DAY},? (?:\d{{1,2}} {_MONTHS}|{_MONTHS} \d{{1,2}})(?:,? \d{{4}})?")
_GREETINGS = ("Dear", "Hello", "Hi", "Best", "Kind", "Ms", "Mr", "Dr")
_MANY_QUESTIONS = 3  # from here on, the questions alone may make a reply longer than 120 words


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One draft, and what it was made from."""

    moment: Moment
    finding: Finding
    action: Action | None
    draft: draft.Draft


@cache
def cases() -> tuple[Case, ...]:
    """Return every draft that can be made in the scenarios."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nlp, "load", GivenScorer)
        return tuple(case for moment in moments() for case in _of(moment))


def _of(moment: Moment) -> Iterator[Case]:
    now = moment.settings.now.astimezone(moment.settings.zone)
    for finding in found(moment, mails_of(moment.folder)):
        actions: list[Action | None] = list(finding.judgement.actions)
        for action in actions + ([None] if finding.judgement.parked else []):
            for say in (None, "accept", "decline", "ask", "done", "later"):
                try:
                    made = draft.write(finding, action, candidate=sorted(moment.settings.me), now=now, say=say)
                except UsageError as error:
                    if say is None and error.what != "nobody is known who could be written to":
                        raise
                    continue
                yield Case(moment=moment, finding=finding, action=action, draft=made)


def _told(case: Case) -> str:
    return f"{case.moment.label} {case.draft.template}\n{forms.as_text(case.draft)}"


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_][\w'’-]*", text))


def _thread(case: Case) -> str:
    """Return all that stands in the opportunity's mails, headers and invitations."""
    pieces: list[str] = []
    for entry in case.finding.opportunity.entries:
        message = entry.message
        people = [*((message.sender,) if message.sender else ()), *message.to, *message.cc, *message.reply_to]
        for event in message.events:
            people += [*((event.organizer,) if event.organizer else ())]
            pieces += [event.summary, event.location, *(one.name for one in event.attendees)]
        pieces += [message.subject, message.text, *(f"{one.name} {one.address}" for one in people)]
    return " ".join(pieces)


@cache
def _templates() -> str:
    folder = Path(templates.__file__).parent / "templates"
    return " ".join(path.read_text() for path in sorted(folder.glob("*.txt")))


@cache
def _wording() -> str:
    return re.sub(r"{[{%].*?[}%]}", " ", _templates())


def _moments_of(case: Case) -> list[datetime]:
    """Return the moments that the thread, the readings and the action's dates name."""
    zone, one = case.moment.settings.zone, case.finding.opportunity
    found = [moment for entry in one.entries for moment in (entry.message.instant, entry.message.date) if moment]
    for appointment in (*one.appointments, *(a for e in one.entries for a in e.reading.appointments)):
        found += [moment for moment in (appointment.start, appointment.end) if moment]
    for entry in one.entries:
        found += [moment for ask in entry.reading.asks for moment in (ask.due, ask.not_after) if moment]
        found += [moment for p in entry.reading.promises for moment in (p.earliest, p.latest) if moment]
        found += [entry.reading.away_until] if entry.reading.away_until else []
    found += [case.action.due] if case.action else []
    return [*found, *(moment.astimezone(zone) for moment in found)]


def _dates(case: Case, moments: list[datetime]) -> set[str]:
    days: set[date] = {moment.date() for moment in moments}
    today = case.moment.settings.now.date()
    styles = (Style(), Style(month_first=True))
    return {say_date(day, style, today=at) for day in days for style in styles for at in (today, day)} | {
        _DAYS[day.weekday()] for day in days
    }


def test_there_are_drafts_of_every_kind_and_every_template() -> None:
    assert len(cases()) > 400
    assert {case.draft.kind for case in cases()} == set(ActionKind)
    assert {case.draft.template for case in cases()} == set(templates.names())


def test_every_name_stands_in_the_thread_or_in_the_templates() -> None:
    for case in cases():
        zones = {say_zone(moment) for moment in _moments_of(case)} | {str(case.moment.settings.zone)}
        known = _words(f"{_thread(case)} {_wording()} {' '.join(zones)}") | {*_DAYS, *_GREETINGS}
        known |= {word for moment in _moments_of(case) for word in (f"{moment:%B}",)}
        text = f"{case.draft.subject.removeprefix('Re: ')}\n{case.draft.body}\n" + "\n".join(case.draft.call)
        starts = {found[1] for found in re.finditer(r"(?:^|[.?!:] )[-\" ]*([^\W\d_][\w'’-]*)", text, re.MULTILINE)}
        unknown = {word for word in _words(text) - known if word[0].isupper()}
        unknown -= {word for word in starts if word.lower() in {other.lower() for other in known}}
        assert not unknown, f"{unknown} in {_told(case)}"


def test_every_date_weekday_and_number_stands_in_the_thread_or_the_actions_dates() -> None:
    for case in cases():
        moments, thread = _moments_of(case), _thread(case)
        allowed = _dates(case, moments)
        text = "\n".join((case.draft.body, *case.draft.call))
        for told in _FULL_DATE.findall(text):
            assert told in allowed or told in " ".join(thread.split()), f"{told} in {_told(case)}"
        rest = _FULL_DATE.sub(" ", text)
        for day in re.findall(rf"\b{_DAY}\b", rest):
            assert day in allowed or day in thread, f"{day} in {_told(case)}"
        times = {f"{moment:%H:%M}" for moment in moments} | {str(moment.hour % 12 or 12) for moment in moments}
        for number in re.findall(r"\d+(?::\d+)?", rest):
            assert number in times or re.search(rf"(?<!\d){number}(?!\d)", thread), f"{number} in {_told(case)}"


def test_a_body_has_60_to_120_words() -> None:
    for case in cases():
        if case.draft.body.count("[your answer]") >= _MANY_QUESTIONS:
            continue
        paragraphs = case.draft.body.split("\n\n")
        between = sum(len(one.split()) for one in paragraphs[1:-1])
        assert between >= 60, _told(case)
        assert len(case.draft.body.split()) <= 120, _told(case)


def test_no_link_no_markup_no_control_character_comes_through() -> None:
    for case in cases():
        text = "\n".join((case.draft.subject, case.draft.body, *case.draft.call))
        assert not re.search(r"https?:|www\.|://|\w\.\w{2,}/|@|[<>{}|`*\\]", text), _told(case)
        assert all(character == "\n" or character.isprintable() for character in text), _told(case)


def test_the_receiver_is_a_person() -> None:
    for case in cases():
        to = case.draft.to.address
        assert not is_no_person(to), _told(case)
        contact = next((one for one in case.finding.opportunity.contacts if one.address == to), None)
        assert contact is None or contact.is_reachable, _told(case)
        assert to not in case.moment.settings.me, _told(case)


def test_the_sentences_are_whole() -> None:
    for case in cases():
        for line in case.draft.body.split("\n"):
            assert "  " not in line, _told(case)
            assert not re.search(r" [,.;:?]|\.\.|\(\)|\bthe the\b|\ba the\b|None|, ,", line), _told(case)
            assert line.count("[") == line.count("]"), _told(case)
        assert case.draft.body.count("Thank you") <= 2, _told(case)
        paragraphs = case.draft.body.split("\n\n")
        assert len(paragraphs) >= 4, _told(case)
        assert not any(paragraph.startswith((".", ",")) for paragraph in paragraphs), _told(case)


def test_all_slots_are_filled_and_described() -> None:
    case = next(one for one in cases() if one.action)
    assert case.action
    one, now = case.finding.opportunity, case.moment.settings.now
    manner = register(one.entries, case.draft.to)
    assert set(slots_of(one, [case.action], case.draft.to, manner, now)) == set(SLOTS)
    used = set(re.findall(r"\w+", " ".join(re.findall(r"{[{%](.*?)[}%]}", _templates()))))
    assert set(SLOTS) - used <= {"role", "company"}  # for the user's own


def test_a_call_has_three_lines() -> None:
    for case in cases():
        assert len(case.draft.call) == 3, _told(case)


def test_a_mail_file_reads_back() -> None:
    for case in cases():
        made = case.draft
        data = forms.as_eml(made, case.moment.settings.now)
        read = message_from_bytes(data, policy=policy.default)
        assert not read.defects
        assert read["X-Unsent"] == "1"
        assert read["To"].addresses[0].addr_spec == made.to.address
        assert read["From"].addresses[0].addr_spec in case.moment.settings.me | {"sam.ortega@mail.example"}, _told(case)
        assert " ".join(read["Subject"].split()) == made.subject
        assert read.get_content().replace("\r\n", "\n").rstrip("\n") == made.body
        assert read["In-Reply-To"] == made.in_reply_to
        if made.in_reply_to:
            assert read["References"].split()[-1] == made.in_reply_to
        assert data.isascii()
        assert max(len(line) for line in data.split(b"\r\n")) <= 998


def test_a_link_reads_back() -> None:
    for case in cases():
        parts = urlsplit(forms.as_mailto(case.draft))
        fields = parse_qs(parts.query, strict_parsing=True, keep_blank_values=True)
        assert parts.path == case.draft.to.address
        assert fields["body"] == [case.draft.body.replace("\n", "\r\n")]
        assert fields["subject"] == [case.draft.subject]


def test_a_draft_for_what_lies_ahead_speaks_as_of_its_day() -> None:
    early = [
        case
        for case in cases()
        if case.action and case.action.state is State.UPCOMING and case.draft.kind is ActionKind.REQUEST_UPDATE
    ]
    assert early
    for case in early:
        assert "today" not in case.draft.body, _told(case)


def test_a_reply_in_a_thread_goes_on_with_its_subject() -> None:
    for case in cases():
        subjects = {entry.message.subject.removeprefix("Re: ") for entry in case.finding.opportunity.entries}
        if case.draft.in_reply_to:
            assert case.draft.subject.startswith("Re: "), _told(case)
            assert case.draft.subject.removeprefix("Re: ") in subjects, _told(case)
