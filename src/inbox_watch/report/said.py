"""What the user said, in plain words with its date, and what the program would have said without it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from inbox_watch.core.clean import clean
from inbox_watch.core.types import Finding, Said, Word
from inbox_watch.report import words


def lines(finding: Finding, now: datetime) -> Iterator[str]:
    """Yield each word of the user's about an opportunity, with its number, then what would be said without them."""
    for word in finding.opportunity.words:
        yield f"{word.number}: {line(word, now)}"
        if word.kind is Said.STAGE and _was_moved_on(finding, word):
            yield f"   mail that came later moved it on: {words.stage(finding)}"
    if finding.without is not None:
        without = "; ".join(_differences(finding, finding.without, now))
        yield f"Without your word: {without or 'the same'}."
        yield "inbox-watch correct --undo NUMBER takes a word back."


def line(word: Word, now: datetime) -> str:
    """Return a word in one line: when it was said, and what."""
    return f"{_day(word.said, now)}: {_in_words(word, now)}"


def listed(word: Word, now: datetime) -> str:
    """Return a word in one line with its number and what it is about, for lists."""
    title = f" ({clean(word.title)})" if word.title else ""
    about = clean(word.opportunity) or clean(word.value) or "?"
    return f"{word.number:>4}  {about}{title}: {line(word, now)}"


def _in_words(word: Word, now: datetime) -> str:
    value = clean(word.value)
    if word.kind is Said.DONE:
        return f"{' and '.join(words.DONE[kind] for kind in word.actions)} on {_day(word.at, now)}"
    if word.kind is Said.SNOOZE:
        kinds = " and ".join(words.NOUN[kind] for kind in word.actions)
        return f"put off until {_day(word.until, now) if word.until else '?'}: {kinds}"
    if word.kind is Said.CONTACT:
        named = f"{clean(word.name)} <{value}>" if word.name else value
        return f"the one to write to is {named}" + (f" ({word.sender_kind})" if word.sender_kind else "")
    plain = {
        Said.MUTE: "muted",
        Said.RECRUITING: "it is about recruiting",
        Said.NOT_RECRUITING: "it isn't about recruiting",
        Said.STAGE: f"the stage is {value.replace('_', ' ')}",
        Said.COMPANY: f"the company is {value or 'not known'}",
        Said.ROLE: f"the role is {value or 'not known'}",
        Said.SENDER_KIND: f"{value} is of the kind {word.sender_kind}",
        Said.JOIN: f"it is one with {value}",
        Said.SPLIT: f"the thread {value} is an opportunity of its own",
    }
    return plain[word.kind]


def _was_moved_on(finding: Finding, word: Word) -> bool:
    is_last = not any(one.kind is Said.STAGE and one.number > word.number for one in finding.opportunity.words)
    return is_last and finding.opportunity.stage_since != word.at


def _differences(finding: Finding, without: Finding, now: datetime) -> Iterator[str]:
    """Yield what the user's word changed, as it would be."""
    found, other = finding.opportunity, without.opportunity
    if other.stage is not found.stage:
        yield f"stage {words.stage(without)}"
    if other.company != found.company:
        yield f"company {clean(other.company) or 'not known'}"
    if other.role != found.role:
        yield f"role {clean(other.role) or 'not known'}"
    if other.contacts != found.contacts:
        people = ", ".join(f"{clean(one.name or one.address)} ({one.kind})" for one in other.contacts)
        yield f"people {people or 'none'}"
    if (without.judgement.turn, without.judgement.actions) != (finding.judgement.turn, finding.judgement.actions):
        yield f"turn {without.judgement.turn}: {clean(without.judgement.turn_reason).rstrip('.')}"
        todo = ", ".join(f"{item.action.kind} {item.when}" for item in words.actions_of(without, now))
        yield f"to do: {todo.replace('_', ' ') or 'nothing'}"


def _day(moment: datetime, now: datetime) -> str:
    local = moment.astimezone(now.tzinfo)
    return f"{local:%a} {local.day} {local:%b %Y}"
