"""Where a person signs off: closing formula, name, contact lines, "Sent from my …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inbox_watch.core.types import ZoneKind
from inbox_watch.core.zones.lines import Line
from inbox_watch.core.zones.words import CLOSINGS, DEVICES, MOBILE, SPEECH, THANKS

MOST_SIGNATURE_LINES = 20
MOST_DASHED_LINES = 30
MOST_LINE = 100
MOST_SLOGAN = 160
MOST_BARE_LINES = 2
"""A closing and a name."""

_MOBILE = re.compile(
    rf"^\W{{0,3}}{MOBILE}.{{0,60}}{DEVICES}|^\W{{0,3}}iphoneから送信|^\W{{0,3}}发自我的|^\W{{0,3}}get outlook for",
    re.IGNORECASE,
)
_SENT_FROM = re.compile(
    r"^\W{0,3}(?:sent from|sent with|gesendet (?:von|mit|aus)|envoyé (?:de|depuis|à partir)|enviado (?:desde|do"
    r"|de|a partir)|enviada do|inviato da\w{0,2}"
    r"|verzonden (?:vanaf|met|van)|verstuurd (?:vanaf|met|van)|skickat från|sendt fra|lähetetty|wysłan[eoy] z"
    r"|odesláno z|odoslané z|отправлено (?:с|из)"
    r"|надіслано з)\s",
    re.IGNORECASE,
)
_DASHES = re.compile(r"^(?:--|—|–|-- ?-|__|—{2,3})$")
_DASH_NAME = re.compile(r"^[-–—~/]{1,2}\s?[^\W\d_][\w.'’-]{0,20}(?: [^\W\d_][\w.'’-]{0,20}){0,3}$")
_POSTSCRIPT = re.compile(r"^(?:p\.? ?p?\.?s\b|ps\b|n\.? ?b\b|edit\b|update\b|btw\b)", re.IGNORECASE)
_CONTACT = re.compile(
    r"[^\s<>@]{1,64}@[^\s<>@]{2,64}|https?://|www\.|linkedin\.|\+\d[\d ()./\-]{6,}|(?<!\d)\(?0\d[\d ()./\-]{6,}"
    r"|\b(?:tel|phone|mobile|mob|cell|fax|direct|office|telefon|mobil|handy|tél|téléphone|telefono|teléfono"
    r"|móvil|t|m|p|e|d|w)\b ?[.:]? ?\+?[\d(]"
    r"|\(\d{3}\) ?\d{3}|\d{3}[-.]\d{3}[-.]\d{4}",
    re.IGNORECASE,
)
_REACHES_A_PERSON = re.compile(r"[^\s<>@]{1,64}@[^\s<>@]{2,64}|\+\d[\d ()./\-]{6,}|(?<!\d)\(?0\d[\d ()./\-]{6,}")
_DIVIDED = re.compile(r"\s[|•·/–]\s|\s\|\s?|^\W*\|")
_SLOGAN = re.compile(
    r"\b(?:know (?:(?:of )?(?:someone|somebody|anyone|anybody)|a friend|people|any\w{0,4})\b.{0,60}|(?:refer|recommend)"
    r" (?:a|your|us|me|someone)\b|referral\b|tell (?:a friend|your friends|them about|others)"
    r"|follow (?:us|me(?= (?:on|at|@|here|via|for)\b|:|!|\s*$))(?! (?:in|to|into|through|up|back|from|then|down)\b)"
    r"|like us on"
    r"|(?:visit|see|check out|browse|explore|discover|view|find|have you (?:seen|visited|read|checked)|take a look at"
    r"|looked at)"
    r" (?:our|all|more|out|us)\b|(?:our|latest|current|open|all|more|other) (?:vacanc\w{1,3}|jobs|openings"
    r"|opportunities|roles|blog"
    r"|newsletter|podcast|website)"
    r"|we(?:'re| are) (?:always )?(?:hiring|growing|recruiting|looking for)|join (?:us|our)\b|work with us"
    r"|download our|subscribe"
    r"|(?:rate|review) (?:us|me|my|our)|leave (?:us|me) a|(?:give|send|share|leave)(?: (?:us"
    r"|me))? (?:your )?(?:feedback|a review)"
    r"|how (?:did|am) (?:i|we) do(?:ing)?|happy with (?:my|our)|satisfied with|trustpilot|glassdoor|kununu"
    r"|google review"
    r"|(?:looking|searching|ready) for (?:a|your|new)\b|award|winner|best (?:employer|place|workplace)"
    r"|great place to work"
    r"|need (?:staff|talent|people|help hiring)|are you hiring|have a vacancy|(?:hire|find) (?:your (?:next|new|dream"
    r"|perfect|ideal|future|career|job|team)|great|top)"
    r"|save (?:paper|trees)|print this|think before)\b",
    re.IGNORECASE,
)
# What a visitor is told stands below a name too, and is no slogan: "Report to reception and follow your escort".
_TOLD_TO_VISITOR = re.compile(
    r"\b(?:(?:please|kindly) (?:also )?(?:bring|report|ask for|wait|arrive|come|sign in|wear|park|ring|dial|use the)"
    r"|report to|sign in|when you (?:arrive|get (?:here|there|in))|(?:on|upon) arrival|once you(?:'re| are) here"
    r"|your (?:interview|appointment|visit|escort|badge|passport|first day)|(?:at|to|in|from"
    r"|by) (?:the )?(?:reception|gate"
    r"|gatehouse|lobby|canteen|car park|main entrance|front desk)|(?:first|second|third|ground|\d(?:st|nd|rd|th)) floor"
    r"|see you (?:on|at|then|there))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_ENDING = " ,.!;:–—-\u3002\uff0c\uff01\u3001"


def is_mobile(text: str) -> bool:
    """Say whether a line is what a telephone or an app adds."""
    if len(text) >= 160 or text.endswith("?"):
        return False
    return bool(_MOBILE.match(text)) or (len(text.split()) <= 7 and bool(_SENT_FROM.match(text)) and ": " not in text)


def mark_signatures(lines: Sequence[Line], kinds: list[ZoneKind]) -> None:
    """Set the kind of every new line that belongs to a signature."""
    for number, line in enumerate(lines):
        if kinds[number] is ZoneKind.NEW and is_mobile(line.text):
            kinds[number] = ZoneKind.SIGNATURE
    for segment in _segments(lines, kinds):
        _mark_dashed(lines, segment, kinds)
        _mark_closings(lines, segment, kinds)
        _mark_last(lines, segment, kinds)


def _segments(lines: Sequence[Line], kinds: Sequence[ZoneKind]) -> list[range]:
    """Return the runs of lines between quoted ones."""
    runs = []
    start = 0
    for number in range(len(lines) + 1):
        if number == len(lines) or kinds[number] is ZoneKind.QUOTED:
            if number > start:
                runs.append(range(start, number))
            start = number + 1
    return runs


def _new_lines(lines: Sequence[Line], run: range, kinds: Sequence[ZoneKind]) -> list[int]:
    return [number for number in run if kinds[number] is ZoneKind.NEW and not lines[number].is_blank]


def _mark_dashed(lines: Sequence[Line], segment: range, kinds: list[ZoneKind]) -> None:
    """Everything below a line of two dashes, down to a postscript, is a signature; a long text below one is not."""
    below: list[int] = []
    seen = 0
    for number in reversed(segment):
        if kinds[number] is not ZoneKind.NEW or lines[number].is_blank:
            continue
        below.append(number)
        seen += 1
        if seen > MOST_DASHED_LINES:
            return
        if _DASHES.match(lines[number].text):
            for position in reversed(below):
                if _POSTSCRIPT.match(lines[position].text):
                    break
                kinds[position] = ZoneKind.SIGNATURE
            below.clear()


def _mark_closings(lines: Sequence[Line], segment: range, kinds: list[ZoneKind]) -> None:
    position = segment.start
    has_text = False
    while position < segment.stop:
        end = position + 1
        if kinds[position] is ZoneKind.NEW and _is_closing(lines[position].text):
            signature = _signature_from(lines, position, segment, kinds, has_text)
            signature += _slogans_below(lines, signature, segment, kinds)
            for number in signature:
                kinds[number] = ZoneKind.SIGNATURE
            end = max(end, signature[-1] + 1 if signature else 0)
        has_text = has_text or (kinds[position] is ZoneKind.NEW and not lines[position].is_blank)
        position = end


def _is_closing(text: str) -> bool:
    return len(text) < 60 and (_closing(text) or _closing_with_name(text))


def _closing(text: str) -> bool:
    folded = text.casefold().strip(_ENDING + "*_")
    if folded in CLOSINGS:
        return True
    words = folded.split()
    has_comma = text.rstrip("*_ ").endswith((",", "!"))
    return (
        has_comma
        and 2 <= len(words) <= 6
        and any(" ".join(words[:count]) in CLOSINGS for count in (1, 2, 3))
        and not SPEECH & set(words[1:])
    )


def _closing_with_name(text: str) -> bool:
    """ "Best regards, Dana" on one line."""
    closing, comma, name = text.partition(",")
    return bool(comma) and closing.casefold().strip(_ENDING) in CLOSINGS and is_name(name.strip(_ENDING))


def is_name(text: str) -> bool:
    """Say whether a line could be a person's name, or names: one to five words, no digits, no words of a sentence."""
    text = text.strip(" *_-–—~").rstrip(",")
    words = text.split()
    if not 1 <= len(words) <= 5 or len(text) > 50 or any(character.isdigit() for character in text):
        return False
    if text.endswith((".", "?", "!", ":")) and len(words[-1]) > 3:
        return False
    if SPEECH & {word.casefold() for word in words} and len(words) != 1:
        return False
    return len(words) == 1 or not words[0][:1].islower()


def _signature_from(
    lines: Sequence[Line], start: int, segment: range, kinds: Sequence[ZoneKind], has_text: bool
) -> list[int]:
    """Return the lines of the signature that starts with this closing; empty where it is none."""
    below = _new_lines(lines, range(start + 1, min(segment.stop, start + 40)), kinds)
    says_thanks = any(lines[start].text.casefold().startswith(word) for word in THANKS)
    if below and not _starts_signature(lines, start, below[0], says_thanks):
        return []
    if _closing_with_name(lines[start].text) and not has_text:
        return []
    kept = [] if says_thanks and not has_text else [start]
    return kept + _contact_lines(lines, below)


def _starts_signature(lines: Sequence[Line], start: int, first: int, says_thanks: bool) -> bool:
    text = lines[first].text
    if _closing_with_name(lines[start].text):
        return _is_contact_like(text) or first - start > 1
    if says_thanks and _closing(text):
        return True
    return first - start <= 4 and (
        is_name(text) or bool(_DASHES.match(text)) or (bool(_CONTACT.search(text)) and _is_contact_like(text))
    )


def _contact_lines(lines: Sequence[Line], below: Sequence[int]) -> list[int]:
    """Return the lines below a closing that are name and contact; without a contact only the first paragraph."""
    taken: list[int] = []
    sure = 0
    for index, number in enumerate(below[:MOST_SIGNATURE_LINES]):
        text = lines[number].text
        gap = index > 0 and number - below[index - 1] > 1
        if not (_is_contact_like(text) or (index == 0 and (is_name(text) or _closing(text)))):
            break
        taken.append(number)
        is_first_paragraph = not any(below[other] - below[other - 1] > 1 for other in range(1, index + 1))
        if (
            _CONTACT.search(text)
            or _DIVIDED.search(text)
            or is_first_paragraph
            or (index == 1 and gap and is_name(text) and _closing(lines[below[0]].text))
        ):
            sure = len(taken)
    return taken[:sure]


def _is_contact_like(text: str) -> bool:
    """Say whether a line could stand in a signature: short, and not a sentence."""
    if len(text) > MOST_LINE or _POSTSCRIPT.match(text) or text.endswith("?"):
        return False
    words = _WORD.findall(text)
    speaks = sum(word.casefold() in SPEECH for word in words)
    if _CONTACT.search(text) or _DIVIDED.search(text):
        return len(words) <= 14 and (speaks == 0 or len(words) < 4)
    return len(words) <= 8 and not speaks and not (text.endswith((".", "!", ":")) and len(words) > 4)


def _mark_last(lines: Sequence[Line], segment: range, kinds: list[ZoneKind]) -> None:
    """Mark a signature without a closing: "-Dana", or a last paragraph of name and contact."""
    new = _new_lines(lines, segment, kinds)
    if len(new) < 2:
        return
    if _DASH_NAME.match(lines[new[-1]].text) and is_name(lines[new[-1]].text) and new[-1] - new[-2] > 1:
        kinds[new[-1]] = ZoneKind.SIGNATURE
        return
    last = _last_paragraph(new)
    texts = [lines[number].text for number in last]
    if len(last) == len(new) or not 2 <= len(last) <= 10 or not is_name(texts[0]):
        return
    if len(texts[0].split()) < 2 and not any(_REACHES_A_PERSON.search(text) for text in texts[1:3]):
        return
    if all(_is_contact_like(text) for text in texts) and any(_CONTACT.search(text) for text in texts[1:]):
        for number in last:
            kinds[number] = ZoneKind.SIGNATURE


def _slogans_below(
    lines: Sequence[Line], signature: Sequence[int], segment: range, kinds: Sequence[ZoneKind]
) -> list[int]:
    """Return what stands below a signature and belongs to it: its paragraph's further lines, and slogans.

    A postscript is text again. Below a name alone only slogans are taken: some write on below their name.
    """
    if len(signature) < MOST_BARE_LINES:
        return []
    found: list[int] = []
    last = signature[-1]
    for number in _new_lines(lines, range(last + 1, min(segment.stop, last + MOST_SIGNATURE_LINES)), kinds):
        text = lines[number].text
        goes_on = number == last + 1 and len(signature) > MOST_BARE_LINES and not _tells_visitor(text)
        if _POSTSCRIPT.match(text) or not (goes_on or is_slogan(text)):
            break
        found.append(number)
        last = number
    return found


def is_slogan(text: str) -> bool:
    """Say whether a line is what a firm puts under all its mails: a referral, a slogan, a call to follow or to rate."""
    return len(text) < MOST_SLOGAN and _SLOGAN.search(text) is not None and not _tells_visitor(text)


def _tells_visitor(text: str) -> bool:
    """Say whether a line tells a visitor what to do or bring. A line with a telephone number or an address is none."""
    return _TOLD_TO_VISITOR.search(text) is not None and _REACHES_A_PERSON.search(text) is None


def _last_paragraph(numbers: Sequence[int]) -> list[int]:
    last = [numbers[-1]]
    for number in reversed(numbers[:-1]):
        if last[0] - number > 1:
            break
        last.insert(0, number)
    return last
