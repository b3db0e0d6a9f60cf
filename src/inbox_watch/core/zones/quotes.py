"""Which lines are quoted: `>` marks, "On … wrote:", header blocks, separators."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from inbox_watch.core.zones.lines import Line
from inbox_watch.core.zones.words import (
    FORWARD_OPENINGS,
    HEADER_LABELS,
    QUOTING,
    SEPARATORS,
    SPEECH,
    WROTE,
    WROTE_UNSPACED,
)

MOST_ATTRIBUTION_LINES = 5
MOST_ATTRIBUTION_CHARACTERS = 500
MOST_HEADER_LINES = 14

_WROTE = re.compile(rf"(?<!\w)(?:{WROTE})(?!\w)|{WROTE_UNSPACED}", re.IGNORECASE)
_ENDS_WITH_WROTE = re.compile(rf"(?:(?<!\w)(?:{WROTE})|{WROTE_UNSPACED})\s{{0,3}}[:：]?\s?-{{0,8}}$", re.IGNORECASE)
_WROTE_ENDINGS = (
    "wrote", "writes", "schrieb", "schrieben", "ecrit", "escribio", "escribe", "escrito", "scritto", "scrive",
    "escreveu", "schreef", "geschreven", "skrev", "skreiv", "kirjoitti", "pisze", "napsal", "napsala", "napsal(a)",
    "a scris", "escriure", "kirjutas", "napisao", "napisala", "napisal", "menulis",
)  # fmt: skip
_BLANKS = " \t\n\r\v\f\x1c\x1d\x1e\x1f"
_ABOVE = ("above", "oberhalb", "au-dessus", "encima", "sopra", "acima")
_QUOTING = re.compile(rf"^(?:{QUOTING})\s", re.IGNORECASE)
_ADDRESS = re.compile(r"[^\s<>@]{1,64}@[^\s<>@]{2,64}")
_NAME_FIRST = re.compile(r"^[^<>@]{2,80}<[^<>\s]{1,80}@[^<>\s]{1,80}>")
_MOMENT = re.compile(r"(?<!\d)(?:(?:19|20)\d\d|\d{1,2}[:.h]\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})(?!\d)|\d{4}年")
_WORDS_THEN_DIGIT = re.compile(r"^[^\w<]{0,3}(?:[^\W\d]{1,16}[.,]{0,2}[ \u00a0]{1,2}){0,4}\(?\d")
_FEW_WORDS_THEN_DIGIT = re.compile(r"^\W{0,3}(?:[^\W\d]{1,16}[.,]{0,2}[ \u00a0]{1,2}){0,2}\d")
_CLOSES_ADDRESS = re.compile(r"^>[^>]{0,40}[:：]$")
_SECOND_PERSON = re.compile(
    r"\b(?:you wrote|sie schrieben|du schriebst|vous avez écrit|tu as écrit|u schreef)\b", re.IGNORECASE
)
_RULE = re.compile(r"^(?:_{5,}|-{5,}|={3,}|\*{5,}|—{3,}|–{3,})$")
_MBOX_FROM = re.compile(r"^>From ")
_OTHER_MARK = re.compile(r"^(?:[|#:}%\]]|--\]|=>)(?=\s|\w|$)")
_REPLY_ABOVE = re.compile(
    r"(?:reply|respond|answer|write|type your reply|enter your reply|antwort\w{0,3}|réponse|répondez|respuesta"
    r"|rispond\w{1,4})\b.{0,40}"
    r"\b(?:above|oberhalb|über|au-dessus|encima|sopra|acima)\b.{0,20}\b(?:line|linie|zeile|ligne|línea|linea"
    r"|linha|marker|text)\b",
    re.IGNORECASE,
)


def quoted_lines(text: str, lines: Sequence[Line]) -> list[bool]:
    """Say for each line whether it is quoted. Looks at each line a bounded number of times."""
    marked = [line.is_marked and not _is_mark_by_chance(text, lines, number) for number, line in enumerate(lines)]
    _add_other_marks(lines, marked)
    rest = _rest_start(lines, marked)
    answered = _answered_below(lines, marked, rest)
    quoted = [is_marked or rest <= number < answered for number, is_marked in enumerate(marked)]
    _add_attributions(lines, quoted)
    _add_wrapped(lines, quoted)
    return quoted


def _answered_below(lines: Sequence[Line], marked: Sequence[bool], rest: int) -> int:
    """Return where a quote that has no marks of its own ends.

    That is the end of the text, but for a mail that begins with the header block of another one whose text is marked
    (Outlook Express): there the answers stand below, between the marked lines.
    """
    if any(not line.is_blank for line in lines[:rest]):
        return len(lines)
    end = rest
    for number in range(rest, min(rest + MOST_HEADER_LINES, len(lines))):
        if marked[number]:
            return end
        if is_separator(lines[number].text) or _label(lines[number].text):
            end = number + 1
        elif not lines[number].is_blank and number > end:
            break
    return len(lines)


def _add_other_marks(lines: Sequence[Line], marked: list[bool]) -> None:
    """Mark lines that start with another sign ("|", "#", "--]"), where an "On … wrote:" announces them."""
    known: set[str] = set()
    for number, line in enumerate(lines):
        if (
            not line.is_blank
            and not marked[number]
            and line.text.endswith(":")
            and _attribution_length(lines, marked, number)
        ):
            known.update(_shared_mark(lines, number))
    if known:
        for number, line in enumerate(lines):
            found = _OTHER_MARK.match(line.text)
            marked[number] = marked[number] or (found is not None and found[0] in known)


def _shared_mark(lines: Sequence[Line], number: int) -> list[str]:
    following = [line.text for line in lines[number + 1 : number + 8] if not line.is_blank][:3]
    marks = [found[0] if (found := _OTHER_MARK.match(text)) else "" for text in following]
    return marks[:1] if len(marks) >= 2 and marks[0] and marks[0] == marks[1] else []


def is_reply_marker(text: str) -> bool:
    """Say whether a line is a ticket system's "type your reply above this line"."""
    if len(text) >= 160:
        return False
    if text.isascii() and not any(word in text.lower() for word in _ABOVE):
        return False
    return bool(_REPLY_ABOVE.search(text))


def _is_mark_by_chance(text: str, lines: Sequence[Line], number: int) -> bool:
    """Say whether a `>` at a line's start is no quote mark.

    A mailbox file puts one before a line that begins with "From "; and a wrapped "Dana <dana@talent.example""
    " may end on the next line.
    """
    line = lines[number]
    above = lines[number - 1] if number else None
    if _CLOSES_ADDRESS.match(line.text) and above is not None and not above.is_marked:
        return above.text.rfind("<") > above.text.rfind(">")
    if not _MBOX_FROM.match(text[line.start : line.start + 6]):
        return False
    below = lines[number + 1] if number + 1 < len(lines) else None
    return not any(other is not None and other.is_marked for other in (above, below))


def _rest_start(lines: Sequence[Line], marked: Sequence[bool]) -> int:
    """Return the line from which all is quoted, though without marks; the number of lines where there is none."""
    first = next((number for number, line in enumerate(lines) if not line.is_blank), 0)
    for number, line in enumerate(lines):
        if marked[number] or line.is_blank:
            continue
        if number > first and is_reply_marker(line.text):
            return number
        if is_separator(line.text):
            return number
        if _header_block_end(lines, number):
            return _with_rule_above(lines, number)
        count = _attribution_length(lines, marked, number)
        if count and not _is_followed_by_marks(lines, marked, number):
            if _SECOND_PERSON.search(line.text) and not _ADDRESS.search(line.text):
                continue
            return number - count + 1
    return len(lines)


def is_separator(text: str) -> bool:
    """Say whether a line is an "-----Original Message-----" or its like, in any of the known languages."""
    if len(text) > 160:
        return False
    folded = text.casefold()
    bare = folded.strip(" -_=*:：>")
    if bare in FORWARD_OPENINGS:
        return True
    if folded[:2] not in ("--", "__", "==", "**", "- ", "——", "––"):
        return bare in SEPARATORS and folded.endswith((":", "："))
    return any(words in bare for words in SEPARATORS)


def _label(text: str) -> str | None:
    head = text[:48].lstrip(" *_|")
    cut = min((position for position in (head.find(":"), head.find("：")) if position > 0), default=0)
    return HEADER_LABELS.get(" ".join(head[:cut].strip(" *_").casefold().split())) if cut else None


def _header_block_end(lines: Sequence[Line], number: int) -> int:
    """Return the line after a header block that starts here, 0 where there is none."""
    if _label(lines[number].text) in (None, "other", "cc"):
        return 0
    kinds: dict[str, str] = {}
    unknown = 0
    end = number
    for position in range(number, min(number + MOST_HEADER_LINES, len(lines))):
        line = lines[position]
        kind = _label(line.text)
        if kind is not None:
            kinds.setdefault(kind, line.text)
            end, unknown = position + 1, 0
        else:
            unknown += 1
        if unknown > 2:
            break
    return end if _are_headers(kinds, _has_rule_above(lines, number)) else 0


def _are_headers(kinds: dict[str, str], has_rule: bool) -> bool:
    """From, and two of date, to, subject; below a rule one is enough. "From: 10:00, To: 11:00" are times."""
    sender = kinds.get("from", "").replace("：", ":").partition(":")[2].strip(" *")
    if "from" not in kinds or sender[:1].isdigit():
        return False
    others = len(kinds.keys() & {"date", "to", "subject"})
    return others >= 2 or (has_rule and others >= 1)


def _has_rule_above(lines: Sequence[Line], number: int) -> bool:
    return _with_rule_above(lines, number) < number


def _with_rule_above(lines: Sequence[Line], number: int) -> int:
    """Return the line of the rule right above (one empty line may stand between), else the line itself."""
    for position in range(number - 1, max(-1, number - 3), -1):
        text = lines[position].text
        if _RULE.match(text) or (text.startswith("--") and text.endswith("--") and len(text) < 100):
            return position
        if text:
            break
    return number


def _attribution_length(lines: Sequence[Line], marked: Sequence[bool], last: int) -> int:
    """Return how many lines an "On … wrote:" has that ends with this line, 0 where it is none."""
    ending = lines[last].text
    follows = _is_followed_by_marks(lines, marked, last)
    if (
        not ending.endswith((":", "："))
        and not _ends_with_wrote(ending[-48:])
        and not (follows and ending.endswith(">"))
    ):
        return 0
    fallback = 0
    for count, joined in _windows(lines, marked, last):
        if _is_dated_attribution(joined):
            return count
        if not fallback and _is_plain_attribution(joined, follows):
            fallback = count
    return fallback


def _ends_with_wrote(ending: str) -> bool:
    # most lines are plain English, and are told apart by their last word without the long pattern
    if ending.isascii() and not ending.lower().rstrip(_BLANKS + ":-").endswith(_WROTE_ENDINGS):
        return False
    return _ENDS_WITH_WROTE.search(ending) is not None


def _windows(lines: Sequence[Line], marked: Sequence[bool], last: int) -> Iterator[tuple[int, str]]:
    """Yield the last line, the last two joined, and so on, up to an empty line or the end of a sentence."""
    joined = ""
    for count in range(1, MOST_ATTRIBUTION_LINES + 1):
        number = last - count + 1
        if number < 0 or lines[number].is_blank or marked[number]:
            return
        if count > 1 and lines[number].text.endswith((".", "!", "?", ":")):
            return
        joined = f"{lines[number].text} {joined}".strip()
        if len(joined) > MOST_ATTRIBUTION_CHARACTERS:
            return
        yield count, joined


def _is_dated_attribution(joined: str) -> bool:
    """Say whether this is "On Tue, 3 March … wrote:" or "Dana <…> schrieb am …:", or the same without a verb."""
    has_address = bool(_ADDRESS.search(joined))
    has_moment = bool(_MOMENT.search(joined))
    if _WROTE.search(joined):
        starts = bool(_WORDS_THEN_DIGIT.match(joined)) and (has_moment or has_address)
        return starts or (has_moment and bool(_NAME_FIRST.match(joined)))
    if not (has_address and has_moment) or len(joined) > 200 or not joined.endswith((":", "：", ">")):
        return False
    return bool(_FEW_WORDS_THEN_DIGIT.match(joined)) and not SPEECH & set(joined.casefold().split())


def _is_plain_attribution(joined: str, is_followed: bool) -> bool:
    """ "Dana Reed <…> wrote:", or any "… wrote:" right above marked lines."""
    has_address = bool(_ADDRESS.search(joined))
    if _QUOTING.match(joined):
        return has_address or is_followed
    if (
        is_followed
        and joined.endswith(":")
        and _WORDS_THEN_DIGIT.match(joined)
        and _MOMENT.search(joined)
        and len(joined) < 200
    ):
        return True
    if not _WROTE.search(joined):
        return False
    if _NAME_FIRST.match(joined) or (has_address and _MOMENT.search(joined)):
        return True
    return is_followed and len(joined) < 120 and bool(has_address or _ENDS_WITH_WROTE.search(joined))


def _is_followed_by_marks(lines: Sequence[Line], marked: Sequence[bool], number: int) -> bool:
    following = range(number + 1, min(number + 4, len(lines)))
    return next((marked[position] for position in following if not lines[position].is_blank), False)


def _add_attributions(lines: Sequence[Line], quoted: list[bool]) -> None:
    """Mark the "On … wrote:" lines that stand above marked lines."""
    marked = list(quoted)
    for number, line in enumerate(lines):
        if quoted[number] or line.is_blank or not _is_followed_by_marks(lines, marked, number):
            continue
        for position in range(number - _attribution_length(lines, marked, number) + 1, number + 1):
            quoted[position] = True


def _add_wrapped(lines: Sequence[Line], quoted: list[bool]) -> None:
    """Mark the tail of a quoted line that a mail program broke without repeating the mark."""
    for number in range(1, len(lines) - 1):
        before, line, after = lines[number - 1], lines[number], lines[number + 1]
        if quoted[number] or line.is_blank or not (before.is_marked and after.is_marked):
            continue
        is_long = len(before.text) >= 60 and not before.text.endswith((".", "!", "?", ":"))
        if is_long and line.text[:1].islower() and len(line.text) < 60:
            quoted[number] = True
