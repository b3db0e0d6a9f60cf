"""The names of the people in a mail, blanked before it is read: whose name it is says nothing of what is written.

A model that sees names learns those of the people in its corpus. Text keeps its length, so that places stay true.
"""

from __future__ import annotations

import re
from typing import Final

from inbox_watch.core.types import Message

MOST_PEOPLE: Final = 12
_LONGEST_NAME: Final = 4  # words: what is longer is no person's name
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_NO_PERSON: Final = frozenset({
    "account", "accounts", "acquisition", "admin", "admissions", "alert", "alerts", "and", "application",
    "applications", "appointments", "assessment", "assessments", "at", "bank", "billing", "bot", "calendar",
    "candidate", "career", "careers", "centre", "client", "clinic", "club", "coach", "college", "company",
    "council", "course", "courses", "customer", "daily", "department", "desk", "digest", "email", "events",
    "feedback", "for", "from", "group", "hiring", "hospital", "hr", "human", "inc", "info", "insights",
    "interview", "interviews", "invitation", "invoice", "invoices", "job", "jobs", "limited", "linkedin", "ltd",
    "mail", "marketing", "media", "message", "messages", "network", "news", "newsletter", "no", "noreply",
    "notification", "notifications", "of", "offer", "offers", "office", "online", "opportunities", "orders",
    "our", "partner", "partners", "people", "placement", "placements", "portal", "recruiter", "recruiters",
    "recruiting", "recruitment", "reply", "resources", "resourcing", "resume", "sales", "scheduling", "school",
    "search", "security", "service", "services", "society", "staff", "staffing", "store", "studio", "support",
    "survey", "surveys", "system", "talent", "team", "test", "tests", "the", "training", "trust", "university",
    "update", "updates", "via", "vacancies", "volunteer", "weekly", "work", "workforce", "your",
})  # fmt: skip
"""A display name with one of these is that of an office or a program, whose words may well say what a mail is."""
_ALSO_WORDS: Final = frozenset({
    "art", "baker", "best", "bill", "case", "chance", "chase", "cook", "day", "dean", "drew", "faith", "field",
    "glad", "grace", "grant", "hall", "hope", "jack", "joy", "june", "law", "long", "love", "mark", "may",
    "mason", "miles", "page", "park", "pat", "penny", "piper", "post", "price", "quick", "rich", "rob", "rose",
    "salt", "sharp", "short", "singer", "star", "stone", "strong", "sue", "summer", "sunny", "taylor", "van",
    "von", "wade", "walker", "ward", "west", "will", "wise", "wish", "wood", "young",
})  # fmt: skip
_SALUTED: Final = re.compile(
    r"^((?i:hi|hello|hey|dear|hiya|hej|hallo|howdy|g'day|kia ora|(?:good )?(?:morning|afternoon|evening|day))[ ,]{1,3}"
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b\.? )?)"
    r"([^\W\d_a-z][\w'’-]{1,24}(?: [^\W\d_a-z][\w'’-]{1,24})?)(?= {0,3}(?:[,!.:\n-]|$))",
    re.MULTILINE,
)
_NOBODY: Final = frozenset({
    "all", "applicant", "applicants", "both", "candidate", "candidates", "colleague", "colleagues", "customer",
    "everyone", "folks", "guys", "hiring", "madam", "member", "members", "parent", "parents", "recruiter",
    "recruiters", "recruitment", "sir", "student", "students", "team", "there",
})  # fmt: skip


def names_in(message: Message) -> frozenset[str]:
    """The words, in lower case, of the names of those who wrote and got a mail, as its headers give them."""
    people = [message.sender, *message.to, *message.cc][:MOST_PEOPLE]
    return frozenset(word for one in people if one for word in _words_of(one.name))


def _words_of(name: str) -> list[str]:
    words = [word.lower() for word in _LETTERS.findall(name[:100])]
    if len(words) > _LONGEST_NAME or not _NO_PERSON.isdisjoint(words):
        return []
    return [word for word in words if len(word) > 1 and word not in _ALSO_WORDS]


def blank_names(text: str, names: frozenset[str]) -> str:
    """`text` with these names, and whom it greets, blanked. Same length."""
    text = _SALUTED.sub(_without_saluted, text)
    return _LETTERS.sub(lambda word: " " * len(word[0]) if word[0].lower() in names else word[0], text)


def _without_saluted(match: re.Match[str]) -> str:
    is_nobody = match[2].split()[0].lower() in _NOBODY
    return match[0] if is_nobody else match[1] + " " * len(match[2])
