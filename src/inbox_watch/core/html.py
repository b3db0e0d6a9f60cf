"""HTML → readable text, with quoted blocks marked by `> ` so that the zones can tell them.

The mail's tree is first rebuilt as a small one: blocks, lists and line breaks only, a bounded depth, nothing hidden.
inscriptis lays that out. Both steps are linear; without the first, deep nesting would exhaust the stack, and thousands
of inline tags in one line would cost quadratic time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import urlsplit

from inscriptis.css_profiles import STRICT_CSS_PROFILE
from inscriptis.html_engine import Inscriptis
from inscriptis.html_properties import Display
from inscriptis.model.config import ParserConfig
from inscriptis.model.html_element import HtmlElement
from lxml import etree


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


MOST_HTML_CHARACTERS = 1_000_000
"""What is read of one HTML body; the rest is ignored."""

MOST_DEPTH = 40
"""Blocks nested deeper than this are laid out side by side: looks the same in text."""

MOST_QUOTE_DEPTH = 6

LINK_HOSTS = _words(
    "calendly.com cal.com savvycal.com youcanbook.me zcal.co tidycal.com doodle.com goodtime.io calendar.app.google "
    "calendar.google.com outlook.office365.com outlook.office.com bookings.cloud.microsoft "
    "meetings.hubspot.com koalendar.com "
    "appointlet.com acuityscheduling.com cronofy.com prelude.co hackerrank.com codility.com "
    "codesignal.com testgorilla.com "
    "coderbyte.com hackerearth.com coderpad.io devskiller.com testdome.com shl.com hirevue.com "
    "sparkhire.com qualified.io"
)
"""Schedulers and test platforms: a link to one of these keeps its address (without the query) behind its visible text.

Every other link is its visible text alone.
"""

MOST_PARSED_DEPTH = 1_000

_OPEN, _CLOSE, _GAP, _SIGNATURE = "\ue000", "\ue001", "\ue002", "\ue003"
_MARKS = re.compile("[\ue000-\ue003]")
_DROPPED = frozenset(_words("script style head title template object svg math iframe select textarea noframes map"))
_BLOCKS = frozenset(
    _words(
        "address article aside blockquote body center dd details div dl dt fieldset "
        "figcaption figure footer form h1 h2 "
        "h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody tfoot thead tr ul caption"
    )
)
_PARAGRAPHS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "figure"))
_ROW_BREAKERS = tuple(sorted(_BLOCKS | {"br"}))
_NESTING_TAGS = re.compile(
    r"</?(?:div|span|font|table|tbody|tr|td|p|b|i|u|center|section)\b[^<>]{0,1000}>", re.IGNORECASE
)
_CELL = ("td", "th")
_INVISIBLE = re.compile(
    "[\u200b-\u200f\u2060\ufeff\u00ad\u034f\u061c\u180e\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000e-\u001f]"
)
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\x0b\x0c]")
_HIDDEN = re.compile(r"(?:display:none|visibility:hidden|max-height:0(?:px|;|!|$)|opacity:0(?:;|!|$))")
_TINY = re.compile(r"font-size:[01](?:px|pt|;|!|$)")
_KEEPS_LINES = re.compile(r"white-space:(?:pre|pre-wrap|pre-line|break-spaces)(?:;|!|$)")
_HEADER_LINE = re.compile(r"^[^\s:：][^:：\n]{0,30}[:：]", re.MULTILINE)

_CSS = {
    **STRICT_CSS_PROFILE,
    "ul": HtmlElement(display=Display.block, padding_inline=2),
    "ol": HtmlElement(display=Display.block, padding_inline=3),
}

_QUOTE_CLASSES = frozenset(
    _words("yahoo_quoted moz-cite-prefix moz-forward-container protonmail_quote gmail_attr tutanota_quote zmail_extra")
)
_QUOTE_REST_IDS = frozenset(("divrplyfwdmsg", "appendonsend", "mail-editor-reference-message-container", "zwchr"))
_SIGNATURE_CLASSES = frozenset(("gmail_signature", "moz-signature", "protonmail_signature_block-user"))
_SIGNATURE_IDS = frozenset(("signature", "ms-outlook-mobile-signature"))


def to_text(html: str) -> str:
    """Return the readable text of an HTML body; line ends are LF.

    Scripts, styles, comments and hidden elements are dropped. Lines of quoted blocks start with `> `, once per level; a
    block that the mail program marked as the signature starts with a line `--`. Links are their visible text (see
    `LINK_HOSTS`). Only the first `MOST_HTML_CHARACTERS` count. Never raises on any input.
    """
    html = _MARKS.sub("", html[:MOST_HTML_CHARACTERS])
    root = _parsed(html)
    if root is not None and _is_too_deep(root):
        root = _parsed(_flattened(html))
    if root is None:
        return ""
    builder = _Builder.empty()
    _walk(root, builder)
    builder.flush()
    config = ParserConfig(css=_CSS)
    return _with_quote_marks(Inscriptis(builder.root, config).get_text())


def _parsed(html: str) -> etree._Element | None:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, recover=True)
    try:
        return etree.fromstring(html.replace("\x00", "").encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None


def _flattened(html: str) -> str:
    """Take out the tags that only nest: libxml2 drops all that stands deeper than about 2,000 elements."""
    return _NESTING_TAGS.sub("<br>", html)


def _is_too_deep(root: etree._Element) -> bool:
    walk = etree.iterwalk(root, events=("start", "end"))
    depth = 0
    for event, _ in walk:
        depth += 1 if event == "start" else -1
        if depth > MOST_PARSED_DEPTH:
            return True
    return False


@dataclass(slots=True)
class _Builder:
    """The small tree while it grows. It holds state, so it is a class; nobody outside sees it."""

    root: etree._Element
    stack: list[etree._Element]
    last: list[etree._Element | None]  # the last child of each open block: lxml would count them all to find it
    words: list[str] = field(default_factory=list)
    skipped: int = 0

    @classmethod
    def empty(cls) -> _Builder:
        """Return a builder with an empty body."""
        body = etree.Element("body")
        return cls(root=body, stack=[body], last=[None])

    def add(self, text: str) -> None:
        """Append text to the open line."""
        self.words.append(text)

    def line_break(self) -> None:
        """Start a new line."""
        self.flush()
        self._child("br")

    def _child(self, tag: str) -> etree._Element:
        child = etree.SubElement(self.stack[-1], tag)
        self.last[-1] = child
        return child

    def flush(self) -> None:
        """Write the collected text behind the last child of the innermost block."""
        if not self.words:
            return
        # inscriptis resolves entities once more; lxml has done so already
        text = "".join(self.words).replace("&", "&amp;")
        self.words.clear()
        last = self.last[-1]
        if last is None:
            self.stack[-1].text = text
        else:
            last.tail = text

    def open(self, tag: str) -> None:
        """Open a block, or only break the line where the tree is deep enough."""
        self.flush()
        if len(self.stack) >= MOST_DEPTH:
            self.skipped += 1
            self._child("div")
        else:
            self.stack.append(self._child(self._fitting(tag)))
            self.last.append(None)

    def _fitting(self, tag: str) -> str:
        if tag == "li":
            return "li" if self.stack[-1].tag in ("ul", "ol") else "div"
        if tag in ("ul", "ol"):
            return tag
        return "p" if tag in _PARAGRAPHS else "div"

    def close(self) -> None:
        """Close the innermost block."""
        self.flush()
        if self.skipped:
            self.skipped -= 1
            self._child("div")
        else:
            self.stack.pop()
            self.last.pop()

    def mark(self, mark: str) -> None:
        """Write a mark on a line of its own; it stands where no text can hide it."""
        self.flush()
        self._child("div").text = mark


@dataclass(slots=True)
class _State:
    """What is open at this point of the walk."""

    kept_lines: int = 0
    in_signature: int = 0
    quote_rest: bool = False
    rows: list[bool] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What to do at an element's end: its start decided it."""

    block: bool = False
    quote: bool = False
    keeps_lines: bool = False
    signature: bool = False
    cell: bool = False
    row: bool = False
    link: str = ""


def _walk(root: etree._Element, builder: _Builder) -> None:
    """Feed the tree to the builder, without recursion: a hostile tree may be any depth."""
    state = _State()
    plans: list[_Plan | None] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            hidden = _is_hidden(element)
            plans.append(None if hidden else _start(element, builder, state))
            if hidden:
                walk.skip_subtree()
        else:
            plan = plans.pop()
            if plan is not None:
                _end(plan, builder, state)
            if element is not root and element.tail:
                _write(element.tail, builder, state)


def _start(element: etree._Element, builder: _Builder, state: _State) -> _Plan:
    if element.tag == "tr":
        state.rows.append(_is_one_line(element))
    plan = _plan(element, state)
    if _opens_rest_quote(element) and not state.quote_rest:
        state.quote_rest = True
        builder.mark(_OPEN)
    if plan.quote:
        builder.mark(_OPEN)
    if plan.signature:
        state.in_signature += 1
        if state.in_signature == 1 and not _starts_with_dashes(element):
            builder.mark(_SIGNATURE)
    if plan.block:
        builder.open(element.tag)
    if element.tag == "br":
        builder.line_break()
    state.kept_lines += plan.keeps_lines
    if element.text:
        _write(element.text, builder, state)
    return plan


def _end(plan: _Plan, builder: _Builder, state: _State) -> None:
    state.kept_lines -= plan.keeps_lines
    state.in_signature -= plan.signature
    if plan.link:
        builder.add(f" <{plan.link}>")
    if plan.cell:
        builder.add(_GAP)
    if plan.block:
        builder.close()
    if plan.row:
        state.rows.pop()
    if plan.quote:
        builder.mark(_CLOSE)


def _plan(element: etree._Element, state: _State) -> _Plan:
    tag = element.tag
    style = _style(element)
    is_cell = tag in _CELL
    shares_line = is_cell and bool(state.rows) and state.rows[-1]
    return _Plan(
        block=tag in _BLOCKS or (is_cell and not shares_line),
        quote=_is_quote(element, style),
        keeps_lines=tag == "pre" or bool(_KEEPS_LINES.search(style)),
        signature=_is_signature(element),
        cell=shares_line and element.getnext() is not None,
        row=tag == "tr",
        link=_kept_link(element) if tag == "a" else "",
    )


def _style(element: etree._Element) -> str:
    return "".join((element.get("style") or "")[:2000].lower().split())


def _classes(element: etree._Element) -> frozenset[str]:
    return frozenset((element.get("class") or "")[:500].lower().split())


def _identifier(element: etree._Element) -> str:
    # Outlook on the web puts "x_" before ids of mail that it shows
    return (element.get("id") or "")[:100].lower().removeprefix("x_")


def _is_hidden(element: etree._Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in _DROPPED or element.get("hidden") is not None:
        return True
    style = _style(element)
    if not style:
        return False
    return bool(_HIDDEN.search(style)) or (len(element) == 0 and bool(_TINY.search(style)) and element.tag != "br")


def _is_quote(element: etree._Element, style: str) -> bool:
    if element.tag == "blockquote":
        # Gmail's "indent more" is a blockquote too: it holds new text
        is_indent = "border:none" in style and not element.get("class") and element.get("type") != "cite"
        return not is_indent
    classes = _classes(element)
    if "gmail_quote" in classes:
        return _is_quoted_whole(element)
    return bool(classes & _QUOTE_CLASSES)


def _is_quoted_whole(element: etree._Element) -> bool:
    """Say whether a Gmail quote container is all quote: answers between the lines stand beside its blockquotes."""
    start = "".join(islice(element.itertext(), 12))[:200].strip()
    if start.startswith("-----"):
        return True
    return next(element.iterdescendants("blockquote"), None) is None


def _opens_rest_quote(element: etree._Element) -> bool:
    """Say whether this element starts Outlook's header block: it and all that follows is quoted."""
    if element.tag not in ("div", "hr", "span", "p", "td"):
        return False
    if _identifier(element) in _QUOTE_REST_IDS:
        return True
    if element.tag != "div" or "border-top:solid" not in _style(element):
        return False
    text = "\n".join(islice((piece.strip() for piece in element.itertext()), 60))[:3000]
    return len(_HEADER_LINE.findall(text)) >= 3


def _is_signature(element: etree._Element) -> bool:
    if not (_classes(element) & _SIGNATURE_CLASSES or _identifier(element) in _SIGNATURE_IDS):
        return False
    pieces = list(islice(element.itertext(), 200))
    return len(pieces) < 200 and 0 < len("".join(pieces).strip()) < 1500


def _starts_with_dashes(element: etree._Element) -> bool:
    return "".join(islice(element.itertext(), 20)).strip().startswith("--")


def _is_one_line(row: etree._Element) -> bool:
    """Say whether no cell of this row holds a block: then it is a row of data, else a layout table."""
    return next(row.iterdescendants(*_ROW_BREAKERS), None) is None


def _kept_link(element: etree._Element) -> str:
    address = (element.get("href") or "")[:2000].strip()
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    if not any(host == known or host.endswith("." + known) for known in LINK_HOSTS):
        return ""
    return "" if host in "".join(islice(element.itertext(), 20)).lower() else f"https://{host}{parts.path}"[:200]


def _write(text: str, builder: _Builder, state: _State) -> None:
    text = _SPACES.sub(" ", _INVISIBLE.sub("", text))
    if not state.kept_lines:
        builder.add(text)
        return
    for number, line in enumerate(text.splitlines()):
        if number:
            builder.line_break()
        builder.add(line)
    if text.endswith("\n"):
        builder.line_break()


def _with_quote_marks(text: str) -> str:
    """Turn the marks into `> ` at the start of lines, and squeeze empty lines."""
    lines: list[str] = []
    depth = 0
    for raw in text.split("\n"):
        depth = max(0, depth + raw.count(_OPEN) - raw.count(_CLOSE))
        bare = _MARKS.sub(lambda mark: "  " if mark[0] == _GAP else "", raw).rstrip()
        if _SIGNATURE in raw:
            bare = "-- "
        elif (_OPEN in raw or _CLOSE in raw) and bare.strip() in ("", "*"):
            continue
        prefix = "> " * min(depth, MOST_QUOTE_DEPTH)
        line = prefix + bare if bare else prefix.rstrip()
        if not line.strip("> ") and lines and lines[-1] == line:
            continue
        lines.append(line)
    return "\n".join(lines).strip("\n")
