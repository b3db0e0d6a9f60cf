"""The templates: text files with slots, the program's own or the user's in their place.

A template is a subject line (used where there is no thread to answer in), an empty line, the mail, and, below a line of
`---`, the lines for a call. It knows the slots of `SLOTS` and nothing else, and runs in Jinja's sandbox.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from inbox_watch.core.clean import clean
from inbox_watch.errors import ConfigError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from jinja2.sandbox import SandboxedEnvironment

SLOTS: Mapping[str, str] = {
    "greeting": 'the greeting, such as "Dear Ms Kim," or "Hi Dana,"',
    "sign_off": "closing words and your name, as you signed before",
    "own_name": "your name",
    "spoken": "their name as it is spoken in a call",
    "position": 'the role, and the company where somebody else recruits for it: "the Data Engineer role at Acme"',
    "role": "the role alone; empty where it isn't known",
    "company": "the company alone; empty where it isn't known",
    "day": 'when they asked, or when the interview was: "on Tuesday"',
    "questions": 'their open questions, a list: "about my notice period", or the question in quotation marks',
    "documents": "the documents that they asked for",
    "task": "the test or task",
    "until": 'the day that they named: "Friday 13 March"; empty where they named none',
    "appointment": "day, time and zone of the appointment that they propose",
    "zone": "your time zone where theirs differs: empty where not",
    "others": "the other people who were at the interview; empty where there are none",
    "promised": "what you promised to send",
    "is_late": "true where a day that was named has passed, or a usual one long ago",
    "said": "what was said or sent, and when: a sentence without its full stop; empty where that isn't known",
    "interview": 'what you and they held, and when: "interview on Tuesday"; empty where nothing was',
    "asked": "when you asked for an update before",
}
MARK = "---"
# The ends of the names of templates that are one answer of several.
SAYINGS = ("accept", "decline", "ask", "done", "later")
_LONGEST = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A template, filled in: the subject for a new thread, the mail with a paragraph a line, the lines for a call."""

    subject: str
    body: str
    call: tuple[str, ...]


def fill(name: str, slots: Mapping[str, object], folder: Path | None) -> Filled:
    """Fill in the user's template in `folder`, else the program's own. Raises `ConfigError`: file, line, slot."""
    text, where = _read(name, folder)
    rendered = _rendered(text, slots, where)
    head, _, rest = rendered.partition("\n\n")
    if not head.startswith("Subject: ") or "\n" in head:
        raise ConfigError(
            f"{where}: the first line is no subject", advice='Begin it with "Subject: " and an empty line.'
        )
    body, _, call = rest.partition(f"\n{MARK}\n")
    return Filled(
        subject=clean(head.removeprefix("Subject: "), limit=150),
        body=_paragraphs(body),
        call=tuple(clean(line, limit=600) for line in call.split("\n") if line.strip()),
    )


def names() -> tuple[str, ...]:
    """Return the names of all templates."""
    return tuple(sorted(one.name.removesuffix(".txt") for one in _folder().iterdir() if one.name.endswith(".txt")))


def _folder() -> Traversable:
    return files("inbox_watch.draft") / "templates"


def _read(name: str, folder: Path | None) -> tuple[str, str]:
    base, _, said = name.rpartition("_")
    ours = (name, base) if said in SAYINGS else (name,)
    own = next((path for one in ours if folder and (path := folder / f"{one}.txt").is_file()), None)
    if own is None:
        return (_folder() / f"{name}.txt").read_text(encoding="utf-8"), f"templates/{name}.txt"
    try:
        with own.open(encoding="utf-8-sig") as file:
            text = file.read(_LONGEST + 1)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"can't read {own}: {error}", advice="It must be a readable UTF-8 file.") from None
    if len(text) > _LONGEST:
        raise ConfigError(f"{own}: longer than {_LONGEST} characters", advice="Shorten the template.")
    return text.replace("\r\n", "\n").lstrip("\n"), str(own)


def _rendered(text: str, slots: Mapping[str, object], where: str) -> str:
    from jinja2 import TemplateError, TemplateSyntaxError, meta

    environment = _environment()
    try:
        unknown = sorted(meta.find_undeclared_variables(environment.parse(text)) - slots.keys())
        if unknown:
            near = difflib.get_close_matches(unknown[0], SLOTS, n=1, cutoff=0.0)[0]
            raise ConfigError(f'{where}: no slot "{unknown[0]}"', advice=f"Did you mean {near}? {_all_slots()}")
        return environment.from_string(text).render(slots)
    except TemplateSyntaxError as error:
        raise ConfigError(f"{where}: line {error.lineno}: {error.message}", advice=_all_slots()) from None
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, MemoryError) as error:
        raise ConfigError(f"{where}: {error}", advice=_all_slots()) from None


def _environment() -> SandboxedEnvironment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    made = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=False
    )
    made.globals.clear()  # no range, no lipsum: slots alone
    return made


def _all_slots() -> str:
    return f"Slots: {', '.join(sorted(SLOTS))}."


def _paragraphs(text: str) -> str:
    """Return a text with cleaned lines, at most one empty line in a row, none at the ends."""
    lines: list[str] = []
    for line in text.split("\n"):
        kept = clean(line, limit=2000)
        if kept or (lines and lines[-1]):
            lines.append(kept)
    return "\n".join(lines).strip("\n")
