"""Every malformed mail of ours, read with LF and with CRLF line ends, against what it must give."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from inbox_watch.core.parse import parse
from inbox_watch.core.types import Address, Message
from inbox_watch.errors import BrokenMessage

FOLDER = Path(__file__).parents[2] / "fixtures" / "emails" / "malformed"
CASES = sorted(path.stem for path in FOLDER.glob("*.eml"))


def with_lf(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")


def with_crlf(data: bytes) -> bytes:
    return with_lf(data).replace(b"\n", b"\r\n")


def pair(address: Address | None) -> list[str] | None:
    return None if address is None else [address.name, address.address]


def moment(value: Any) -> str | None:
    return None if value is None else value.isoformat()


def describe(message: Message) -> dict[str, Any]:
    return {
        "subject": message.subject,
        "text": message.text,
        "message_id": message.message_id,
        "sender": pair(message.sender),
        "sender_address": message.sender.address if message.sender else None,
        "to": [pair(one) for one in message.to],
        "cc": [pair(one) for one in message.cc],
        "date": moment(message.date),
        "received": moment(message.received),
        "instant": moment(message.instant),
        "in_reply_to": list(message.in_reply_to),
        "references": list(message.references),
        "attachments": [[one.name, one.media_type] for one in message.attachments],
        "event_starts": [moment(one.start) for one in message.events],
        "problems": list(message.problems),
    }


def test_there_are_malformed_mails_to_read() -> None:
    assert len(CASES) >= 60
    assert {path.stem for path in FOLDER.glob("*.json")} == set(CASES)


@pytest.mark.parametrize("form", [with_lf, with_crlf])
@pytest.mark.parametrize("name", CASES)
def test_a_malformed_mail_gives_what_its_sheet_says(name: str, form: Any) -> None:
    data = form((FOLDER / f"{name}.eml").read_bytes())
    expected = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    if "error" in expected:
        with pytest.raises(BrokenMessage) as caught:
            parse(data, source=name)
        assert caught.value.what == expected["error"]
        return
    found = describe(parse(data, source=name))
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize("name", CASES)
def test_line_ends_change_nothing(name: str) -> None:
    data = (FOLDER / f"{name}.eml").read_bytes()
    if "error" in json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")):
        return
    assert parse(with_lf(data), source=name) == parse(with_crlf(data), source=name)
    assert parse(with_lf(data).replace(b"\n", b"\r"), source=name) == parse(with_lf(data), source=name)
