"""A scan as the mail that the candidate gets: what changed at length, what is still open in a line each.

The text is complete; the page says the same. Nothing in either comes from a sender as a link, and nothing is fetched.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from inbox_watch.core.changes import Changes
from inbox_watch.core.types import Scan
from inbox_watch.report import telling
from inbox_watch.report.telling import Frame, Line, Section

WIDTH = 78  # characters of a line of text (RFC 5322, 2.1.1)
MOST_BYTES = 95_000  # of the page and of the text; Gmail cuts a page off at 102 kB
MOST_LINES = 40  # a section, at first; fewer where the lines are long
_DOT = re.compile(r"(?<=\w)([.@])(?=[^\W\d_]{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The digest as subject, text and HTML. The subject holds counts and a date, no word of a mail."""

    subject: str
    text: str
    html: str


def digest(scan: Scan, changes: Changes, links: Mapping[str, str], complete: Mapping[str, datetime]) -> Page:
    """Return the digest of a scan.

    `links` opens mails, by Message-ID; `complete` says, by source, when it was last read to its end. Text and page are
    each under 100 kB, however much there is to say: what doesn't fit is counted.
    """
    every = telling.sections(scan, changes, links)
    frame = telling.frame(scan, changes, complete)
    most = MOST_LINES
    while True:
        page = _page(frame, [telling.cut(section, most) for section in every])
        if most == 0 or max(len(page.html.encode()), len(page.text.encode())) <= MOST_BYTES:
            return page
        most //= 2


def _page(frame: Frame, sections: Sequence[Section]) -> Page:
    subject = f"inbox-watch, {_day(frame.now)}: {', '.join(frame.counts) or 'nothing due'}"
    return Page(subject=subject, text=_text(frame, sections), html=_html(frame, sections, subject))


def _day(at: datetime) -> str:
    return f"{at:%a} {at.day} {at:%B}"


# --- as text --------------------------------------------------------------------------------------------------------


def _text(frame: Frame, sections: Sequence[Section]) -> str:
    lines = [f"inbox-watch, {_day(frame.now)} {frame.now.year}"]
    lines += _wrapped(", ".join(frame.counts) or frame.nothing, "")
    for one in frame.unread:
        lines += ["", *_wrapped(one, "  ", "! ")]
    for section in sections:
        lines += ["", section.heading.upper(), "-" * len(section.heading)]
        for line in section.lines:
            lines += _full(line)
        if section.still:
            lines += ["", "  Still open:" if section.lines else "  Still open, as before:"]
            for line in section.still:
                lines += _wrapped(_brief(line), "    ", "  - ")
        if section.left_out:
            lines += ["", f"  And {section.left_out:,} more: inbox-watch scan --all shows them."]
    lines += ["", "HOW IT WAS READ", "---------------"]
    for one in frame.health:
        lines += _wrapped(one, "  ", "")
    lines += [
        "",
        "Why? inbox-watch explain ID",
        "Made on your own computer by inbox-watch, which only reads your mail.",
    ]
    return "\n".join(lines) + "\n"


def _full(line: Line) -> list[str]:
    made = ["", *_wrapped(f"{line.what}{f' ({line.when})' if line.when else ''}", "  ", "* ")]
    made += _wrapped(f"{line.where} [{line.id}]".strip(), "  ")
    if line.careful:
        made += _wrapped(f"Careful: {line.careful}", "  ")
    if line.why:
        made += _wrapped(line.why, "  ")
    if line.mail:
        made += _wrapped(f"Mail: {line.mail}", "  ")
    if line.link and len(line.link) <= WIDTH - 2:
        made.append(f"  {line.link}")
    return made


def _brief(line: Line) -> str:
    when = f", {line.when}" if line.when else ""
    return f"{line.what}{when}: {line.where} [{line.id}]"


def _wrapped(text: str, indent: str, first: str | None = None) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )


# --- as HTML --------------------------------------------------------------------------------------------------------


def _html(frame: Frame, sections: Sequence[Section], subject: str) -> str:
    return (
        _template()
        .get_template("digest.html.jinja")
        .render(
            subject=subject,
            day=f"{frame.now:%A} {frame.now.day} {frame.now:%B}",
            counts=frame.counts,
            nothing=frame.nothing,
            sections=sections,
            unread=frame.unread,
            health=frame.health,
        )
    )


@cache
def _template() -> Environment:
    made = Environment(
        loader=PackageLoader("inbox_watch.report", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["unlinked"] = unlinked
    return made


def unlinked(text: str) -> Markup:
    """Return text as HTML in which no mail program sees a name of a host or an address, to make a link of it."""
    return Markup(_DOT.sub(r"\1<wbr>", str(escape(text))))  # noqa: S704 - escaped first; "<wbr>" is ours
