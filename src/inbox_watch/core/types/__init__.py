"""The words that every part of the program speaks.

All values are frozen. Every `datetime` is aware. A `quote` is always a literal piece of a mail's newly written text
(or of its subject), so that each conclusion can be shown in the words that led to it.
"""

from __future__ import annotations

from inbox_watch.core.types.mail import Address, Attachment, Attendee, CalendarEvent, Message, RawMail, Skipped, Thread
from inbox_watch.core.types.opportunity import (
    Action,
    Closing,
    Contact,
    Entry,
    Evidence,
    Join,
    Judgement,
    Opportunity,
    Standing,
    Timing,
)
from inbox_watch.core.types.reading import (
    Act,
    Appointment,
    AppointmentStatus,
    Ask,
    Bounds,
    Caution,
    CautionKind,
    Count,
    Cue,
    Promise,
    Reading,
    Relief,
    Scores,
    Shift,
    Speech,
)
from inbox_watch.core.types.said import Said, Word
from inbox_watch.core.types.scan import Doubt, Finding, Scan, SourceReport
from inbox_watch.core.types.terms import ENDS, ORDERED_STAGES, ActionKind, Basis, SenderKind, Stage, State, Turn
from inbox_watch.core.types.text import Window, Zone, ZoneKind, Zones

__all__ = [
    "ENDS",
    "ORDERED_STAGES",
    "Act",
    "Action",
    "ActionKind",
    "Address",
    "Appointment",
    "AppointmentStatus",
    "Ask",
    "Attachment",
    "Attendee",
    "Basis",
    "Bounds",
    "CalendarEvent",
    "Caution",
    "CautionKind",
    "Closing",
    "Contact",
    "Count",
    "Cue",
    "Doubt",
    "Entry",
    "Evidence",
    "Finding",
    "Join",
    "Judgement",
    "Message",
    "Opportunity",
    "Promise",
    "RawMail",
    "Reading",
    "Relief",
    "Said",
    "Scan",
    "Scores",
    "SenderKind",
    "Shift",
    "Skipped",
    "SourceReport",
    "Speech",
    "Stage",
    "Standing",
    "State",
    "Thread",
    "Timing",
    "Turn",
    "Window",
    "Word",
    "Zone",
    "ZoneKind",
    "Zones",
]
