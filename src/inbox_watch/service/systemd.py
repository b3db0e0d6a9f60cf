"""systemd: a user service, or a user service with a timer. Templates lie beside this file."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from string import Template

from inbox_watch.errors import UsageError
from inbox_watch.service import MARK, File, Plan, Removal, Setup, is_marked

_HERE = Path(__file__).parent
_NAMES = ("inbox-watch.service", "inbox-watch-tick.service", "inbox-watch-tick.timer")
_CTL = ("systemctl", "--user")
_LINGER = "It runs while you are logged in. To let it run on without you: loginctl enable-linger"
_BARE = "This system lets no service of a user build a sandbox: it runs with fewer locks."


def folder(home: Path) -> Path:
    """Return where a user's units lie (systemd.unit(5))."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "systemd" / "user"


def plan(setup: Setup, home: Path) -> Plan:
    """Return what installing does. Raises `UsageError` for a program whose name holds quotes or backslashes."""
    names = _NAMES[1:] if setup.is_timer else _NAMES[:1]
    files = tuple(File(path=folder(home) / name, data=_filled(name, setup)) for name in names)
    return Plan(
        files=files,
        commands=((*_CTL, "daemon-reload"), (*_CTL, "enable", "--now", names[-1])),
        check=(*_CTL, "show-environment"),
        notes=(_LINGER,) if setup.has_sandbox else (_LINGER, _BARE),
    )


def removal(home: Path, _: Path) -> Removal:
    """Return what uninstalling does."""
    files = tuple(path for name in _NAMES if is_marked(path := folder(home) / name))
    # the timer's service has no [Install] section: it is stopped, not disabled
    before: list[tuple[str, ...]] = [(*_CTL, "disable", "--now", path.name) for path in files if path.name != _NAMES[1]]
    before += [(*_CTL, "stop", path.name) for path in files if path.name == _NAMES[1]]
    return Removal(before=tuple(before), files=files, after=((*_CTL, "daemon-reload"),) if files else ())


def _filled(name: str, setup: Setup) -> bytes:
    program, *arguments = setup.command
    if set(program) & set("\"'\\"):
        raise UsageError(f"systemd starts no program of this name: {program}", advice="Install it in another folder.")
    filled = _template(name).substitute(
        mark=MARK,
        command=" ".join([quoted(program), *(quoted(one).replace("$", "$$") for one in arguments)]),
        hardening=_template("hardening.conf").template,
        sandbox=_template("sandbox.conf").substitute(state=quoted(str(setup.state))) if setup.has_sandbox else "",
        every=_calendar(setup.scan_every),
        digest_at=f"{setup.digest_at:%H:%M:%S}",
    )
    return filled.encode()


def _template(name: str) -> Template:
    return Template((_HERE / name).read_text("utf-8"))


def _calendar(every: timedelta) -> str:
    """Return a calendar of the hour for an interval, or of less: `tick` knows itself whether a scan is due.

    A timer of the calendar fires after a sleep; a timer by interval (OnUnitActiveSec) would not count it.
    """
    minutes = max(1, int(every / timedelta(minutes=1)))
    step = max(one for one in (1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60) if one <= minutes)
    return f"*:0/{step}" if step < 60 else "hourly"


def quoted(text: str) -> str:
    """Return a word for a unit file: quotes, backslashes and specifiers escaped (systemd.syntax(7)).

    `$` is doubled by the caller, in arguments alone: systemd puts no variables into the program's own path.
    """
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%") + '"'
