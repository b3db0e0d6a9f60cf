"""A scan, or one message's reading, as the JSON that other programs rely on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import Any

from inbox_watch.core.opportunity.sides import Side, sides_of
from inbox_watch.core.types import (
    Action,
    Address,
    Appointment,
    AppointmentStatus,
    Contact,
    Finding,
    Message,
    Reading,
    Scan,
    SourceReport,
    Thread,
)

SCAN_SCHEMA = "inbox-watch.scan/1"
CLASSIFY_SCHEMA = "inbox-watch.classify/1"


def scan_json(scan: Scan) -> str:
    """Return the scan as one JSON object, indented, with a line end. Times are in the zone of `scan.now`."""
    zone = scan.now.tzinfo
    assert zone is not None
    made = {
        "schema": SCAN_SCHEMA,
        "now": scan.now.isoformat(),
        "candidate": list(scan.candidate),
        "sources": [_source(source) for source in scan.sources],
        "opportunities": [_finding(finding, zone) for finding in scan.findings],
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def classify_json(message: Message, reading: Reading) -> str:
    """Return what was read in one message as one line of JSON. Times keep the offset of the mail's own date."""
    zone = message.instant.tzinfo if message.instant else None
    made = {
        "schema": CLASSIFY_SCHEMA,
        "source": message.source,
        "message_id": message.message_id,
        "date": _time(message.date, None),
        "recruiting": reading.recruiting,
        "score": round(reading.score, 4),
        "signal": reading.signal,
        "signal_score": round(reading.signal_score, 4),
        "review": reading.review,
        "sender_kind": reading.sender_kind,
        "automatic": reading.is_automatic,
        "from_candidate": reading.from_candidate,
        "asks": [{"kind": ask.kind, "due": _time(ask.due, zone), "quote": ask.quote} for ask in reading.asks],
        "promises": [
            {
                "by": promise.by,
                "earliest": _time(promise.earliest, zone),
                "latest": _time(promise.latest, zone),
                "quote": promise.quote,
            }
            for promise in reading.promises
        ],
        "appointments": [
            {"start": _time(set_.start, zone), "end": _time(set_.end, zone), "quote": set_.quote}
            for set_ in reading.appointments
            if set_.status is not AppointmentStatus.CANCELLED
        ],
        "away_until": _time(reading.away_until, zone),
        "company": reading.company,
        "role": reading.role,
        "reasons": list(reading.reasons),
        "model": reading.model,
    }
    return json.dumps(made, ensure_ascii=False)


def broken_json(source: str, error: str) -> str:
    """Return the line for a mail that can't be read: where it stands, and why."""
    return json.dumps({"schema": CLASSIFY_SCHEMA, "source": source, "error": error}, ensure_ascii=False)


def _time(moment: datetime | None, zone: tzinfo | None) -> str | None:
    if moment is None:
        return None
    return (moment.astimezone(zone) if zone else moment).isoformat(timespec="seconds")


def _source(source: SourceReport) -> dict[str, Any]:
    return {
        "name": source.name,
        "messages": source.messages,
        "new": source.new,
        "recruiting": source.recruiting,
        "skipped": [{"where": skipped.where, "error": skipped.error} for skipped in source.skipped],
        "error": source.error,
    }


def _finding(finding: Finding, zone: tzinfo) -> dict[str, Any]:
    found, judged = finding.opportunity, finding.judgement
    return {
        "id": found.id,
        "company": found.company,
        "role": found.role,
        "contacts": [_contact(contact) for contact in found.contacts],
        "threads": [_thread(thread) for thread in found.threads],
        "recruiting_score": round(found.recruiting_score, 4),
        "stage": found.stage,
        "stage_since": _time(found.stage_since, zone),
        "stage_evidence": found.stage_evidence
        and {"message_id": found.stage_evidence.message_id, "quote": found.stage_evidence.quote},
        "turn": judged.turn,
        "parked": judged.parked,
        "parked_suggestion": judged.parked_suggestion,
        "appointments": [_appointment(entry, zone) for entry in standing(found.appointments)],
        "actions": [_action(action, zone) for action in judged.actions],
        "last_from_candidate": _time(_last(finding, of_candidate=True), zone),
        "last_from_them": _time(_last(finding, of_candidate=False), zone),
        "warnings": [
            {"kind": caution.kind, "reason": caution.reason, "message_id": caution.message_id}
            for caution in finding.cautions
        ],
    }


def standing(appointments: tuple[Appointment, ...]) -> Iterator[Appointment]:
    """Yield the appointments that are set: neither cancelled nor merely proposed."""
    return (entry for entry in appointments if entry.status is AppointmentStatus.SET)


def _contact(contact: Contact) -> dict[str, Any]:
    return {
        "name": contact.name or None,
        "address": contact.address,
        "kind": contact.kind,
        "phone": contact.phone,
    }


def _thread(thread: Thread) -> dict[str, Any]:
    return {
        "id": thread.id,
        "subject": thread.subject,
        "message_ids": [message.message_id for message in thread.messages],
        "link": None,
    }


def _appointment(entry: Appointment, zone: tzinfo) -> dict[str, Any]:
    return {
        "start": _time(entry.start, zone),
        "end": _time(entry.end, zone),
        "what": entry.what,
        "source": entry.source,
        "message_id": entry.message_id,
    }


def _action(action: Action, zone: tzinfo) -> dict[str, Any]:
    return {
        "kind": action.kind,
        "to": action.to and _address(action.to),
        "from": _time(action.from_, zone),
        "due": _time(action.due, zone),
        "state": action.state,
        "basis": action.basis,
        "reason": action.reason,
        "message_id": action.message_id,
        "quote": action.quote,
        "channel": action.channel,
    }


def _address(address: Address) -> dict[str, Any]:
    return {"name": address.name or None, "address": address.address}


def _last(finding: Finding, *, of_candidate: bool) -> datetime | None:
    """Return when this side last wrote; automatic answers, and who writes for the candidate, are neither."""
    entries = finding.opportunity.entries
    moments = [
        entry.message.instant
        for entry, side in zip(entries, sides_of(entries), strict=True)
        if entry.message.instant
        and entry.reading.from_candidate is of_candidate
        and not (of_candidate and entry.reading.is_automatic)
        and (of_candidate or side is not Side.CANDIDATE)
    ]
    return max(moments, default=None)
