"""The user's corrections as labelled examples, a line of JSON each: without text of others, unless it is asked for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from inbox_watch.core.types import Entry, Said, Word

EXAMPLE_SCHEMA = "inbox-watch.example/1"
_LABEL = {
    Said.RECRUITING: "recruiting",
    Said.NOT_RECRUITING: "recruiting",
    Said.STAGE: "stage",
    Said.COMPANY: "company",
    Said.ROLE: "role",
    Said.CONTACT: "sender_kind",
    Said.SENDER_KIND: "sender_kind",
}


def examples(words: Sequence[Word], entries: Iterable[Entry], *, with_text: bool) -> Iterator[str]:
    """Yield one line for each mail and label; of two words on one mail, the later one counts.

    `entries` are the mails that are at hand; words about others give nothing. A mail is named by a digest of its
    Message-ID. Its subject and its newly written text stand there only `with_text`.
    """
    by_key = {entry.message.key: entry for entry in entries}
    found: dict[tuple[str, str], tuple[Word, Entry]] = {}
    for word in words:
        for entry in _meant(word, by_key):
            found[entry.message.key, _LABEL[word.kind]] = word, entry
    for (_, label), (word, entry) in sorted(found.items(), key=lambda pair: (pair[1][0].number, pair[0])):
        yield json.dumps(_example(label, word, entry, with_text=with_text), ensure_ascii=False)


def _meant(word: Word, by_key: Mapping[str, Entry]) -> list[Entry]:
    """Return the mails of the other side that a word tells something of."""
    if word.kind not in _LABEL or (word.kind is Said.CONTACT and word.sender_kind is None):
        return []
    seen = [by_key[key] for key in word.anchors if key in by_key]
    if word.kind is Said.RECRUITING and word.value:
        named = [one for one in by_key.values() if one.message.message_id == word.value]
        seen = named or seen
    theirs = [one for one in seen if not one.reading.from_candidate]
    theirs.sort(key=lambda one: (one.message.instant.timestamp() if one.message.instant else 0.0, one.message.key))
    if word.kind is Said.STAGE:
        return theirs[-1:]
    if word.kind in (Said.COMPANY, Said.ROLE):
        return theirs[:1]
    if word.kind in (Said.CONTACT, Said.SENDER_KIND):
        return [one for one in theirs if one.message.sender and one.message.sender.address == word.value]
    return theirs


def _example(label: str, word: Word, entry: Entry, *, with_text: bool) -> dict[str, Any]:
    reading, message = entry.reading, entry.message
    made: dict[str, Any] = {
        "schema": EXAMPLE_SCHEMA,
        "mail": hashlib.sha256(message.message_id.encode("utf-8", "replace")).hexdigest()[:32],
        "said": word.said.isoformat(timespec="seconds"),
        "label": {label: _value(word)},
        "read": {
            "recruiting": reading.recruiting,
            "score": round(reading.score, 4),
            "signal": reading.signal,
            "signal_score": round(reading.signal_score, 4),
            "sender_kind": reading.sender_kind,
            "automatic": reading.is_automatic,
            "bulk": reading.is_bulk,
            "review": reading.review,
            "model": reading.model,
        },
    }
    if with_text:
        from inbox_watch.core.zones import split

        made |= {"subject": message.subject, "text": split(message.text).new}
    return made


def _value(word: Word) -> str | bool | None:
    if word.kind in (Said.RECRUITING, Said.NOT_RECRUITING):
        return word.kind is Said.RECRUITING
    return word.sender_kind if word.kind in (Said.CONTACT, Said.SENDER_KIND) else word.value or None
