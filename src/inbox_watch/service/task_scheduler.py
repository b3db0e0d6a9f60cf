"""Windows' Task Scheduler ([MS-TSCH] 2.5): its defaults are made for a server on mains, and are overridden."""

from __future__ import annotations

import subprocess
from datetime import timedelta
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

from inbox_watch.errors import UsageError
from inbox_watch.service import MARK, File, Plan, Removal, Setup, is_marked

NAME = "inbox-watch"
_FILE = "task.xml"
_LOGON = "<LogonTrigger><Enabled>true</Enabled></LogonTrigger>"


def plan(setup: Setup, _: Path) -> Plan:
    """Return what installing does. Raises `UsageError` for a path with a per cent sign: Windows would fill it in."""
    if broken := next((one for one in setup.command if "%" in one), None):
        raise UsageError(f"{broken} holds a %", advice="Task Scheduler can't take it: choose another folder or name.")
    file = setup.state / _FILE
    create = ("schtasks", "/Create", "/TN", NAME, "/XML", str(file), "/F")
    start = ("schtasks", "/Run", "/TN", NAME)
    return Plan(files=(File(path=file, data=_xml(setup)),), commands=(create, start))


def removal(_: Path, state: Path) -> Removal:
    """Return what uninstalling does."""
    file = state / _FILE
    if not is_marked(file):
        return Removal(before=(), files=())
    before = (("schtasks", "/End", "/TN", NAME), ("schtasks", "/Delete", "/TN", NAME, "/F"))
    return Removal(before=before, files=(file,))


def _xml(setup: Setup) -> bytes:
    program, *arguments = setup.command
    text = Template((Path(__file__).parent / _FILE).read_text("utf-8")).substitute(
        mark=MARK,
        triggers=_LOGON + _daily(setup) if setup.is_timer else _LOGON,
        limit="PT1H" if setup.is_timer else "PT0S",
        command=escape(program),
        arguments=escape(subprocess.list2cmdline(arguments)),
    )
    return text.encode("utf-16")


def _daily(setup: Setup) -> str:
    """Return triggers: every so often through the whole day, and at the digest's time."""
    minutes = max(1, int(setup.scan_every / timedelta(minutes=1)))
    repeated = (
        f"<Repetition><Interval>PT{minutes}M</Interval><Duration>P1D</Duration></Repetition>" if minutes < 1440 else ""
    )
    day = "<ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>"
    return "".join(
        f"<CalendarTrigger>{more}<StartBoundary>2026-01-01T{at}</StartBoundary><Enabled>true</Enabled>{day}</CalendarTrigger>"
        for more, at in ((repeated, "00:00:00"), ("", f"{setup.digest_at:%H:%M:%S}"))
    )
