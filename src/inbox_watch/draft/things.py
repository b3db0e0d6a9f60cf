"""What a sentence asks for or promises, named as one would name it in an answer."""

from __future__ import annotations

import re

from inbox_watch.core.documents import sorts_in
from inbox_watch.draft.plain import plain
from inbox_watch.draft.wording import quoted

QUESTION = 180  # characters of a question that are quoted
_THING = 12  # words that a thing is named with at most
_ASKS_ABOUT = re.compile(
    r"\bwhat(?: is|'s|’s| are| would be) your ((?:[a-z]+[ -]){0,5}[a-z]+)\?$|"
    r"\b(?:tell me|let me know|confirm|share) your ((?:[a-z]+[ -]){0,5}[a-z]+)[.?]$",
    re.IGNORECASE,
)
_SENDS = re.compile(
    r"\b(?:send|forward|e-?mail|provide|share|upload|submit|attach|need|return|bring|see|have)\b"
    r"(?: (?:me|us|over|back|in|also|with|through|along|to|across))*"
    r"(?: (?P<thing>(?:(?!(?:by|until|within|before|at your|so that|for the|for your|or|to(?! work\b)|on|no later"
    r"|no|as soon|asap|when|if|via|through|today|tomorrow|please|in order)\b)[\w’'-]+,? ?){1,12}))",
    re.IGNORECASE,
)
_KEEPS = re.compile(
    r"\b(?:I'll|I’ll|I will|I'm going to|I can|let me) (?:also )?(?:send|get|give|forward|e-?mail|share|provide)"
    r"(?: (?:you|over|across|along|back|to))*"
    r"(?: (?P<thing>(?:(?!(?:by|until|within|before|on|no later|as soon|tomorrow|today|tonight|this|next|later|first"
    r"|asap|over|when|after|in the)\b)[\w’'-]+,? ?){1,12}))",
    re.IGNORECASE,
)
_TASKS = re.compile(
    r"\b(?:coding|programming|technical|online|take-?home|case|personality|aptitude|written|short|home)?[ -]?"
    r"(?:challenge|test|assessment|assignment|questionnaire|case study|exercise|task)\b",
    re.IGNORECASE,
)
_NO_THING = frozenset(
    {"it", "them", "that", "this", "you", "your", "something", "those", "one", "us", "me", "everything"}
)


def question_in_words(quote: str) -> str:
    """Return what a question is about: "about my notice period", else the question itself in quotation marks."""
    text = plain(_last_sentence(quote), limit=QUESTION)
    found = _ASKS_ABOUT.search(text)
    if found:
        return f"about my {(found[1] or found[2]).lower()}"
    return quoted(text) if text else ""


def documents_in_words(quote: str) -> str:
    """Return the documents that a sentence asks for: "my CV", "two references"; empty where it doesn't name them."""
    return _mine(_named(_SENDS, quote)) if sorts_in(quote) else ""


def promised_in_words(quote: str) -> str:
    """Return what the candidate has promised to send: "the link to my portfolio"; empty where that isn't clear."""
    return _named(_KEEPS, quote)


def task_in_words(text: str) -> str:
    """Return what is to be done: "the coding challenge"; "the task" where the words don't name it."""
    found = _TASKS.search(plain(text, limit=400))
    return f"the {found[0].strip().lower()}" if found else "the task"


def _named(pattern: re.Pattern[str], quote: str) -> str:
    for found in pattern.finditer(plain(quote, limit=400)):
        words = found["thing"].strip(" ,").split()
        if len(words) <= _THING and (len(words) > 1 or words[0].casefold() not in _NO_THING):
            return " ".join(words)
    return ""


def _mine(thing: str) -> str:
    told = re.sub(r"\byou$", "me", re.sub(r"\byour\b", "my", thing, flags=re.IGNORECASE))
    return re.sub(r"^(?:a copy of my|my current|my latest|my updated|my up-to-date) ", "my ", told, flags=re.IGNORECASE)


def _last_sentence(quote: str) -> str:
    """Return a question without the words that lead to it: "One question: what is …"."""
    flat = " ".join(quote.split())
    lead, colon, rest = flat.partition(": ")
    return rest[:1].upper() + rest[1:] if colon and len(lead.split()) <= 5 and rest.endswith("?") else flat
