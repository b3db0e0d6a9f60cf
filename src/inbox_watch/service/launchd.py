"""launchd: an agent of the user (launchd.plist(5)). Missed times are made up for when the Mac wakes."""

from __future__ import annotations

import os
import plistlib
from pathlib import Path
from typing import Any

from inbox_watch.service import MARK, File, Plan, Removal, Setup, is_marked

LABEL = "local.inbox-watch"


def path(home: Path) -> Path:
    """Return where the agent's file lies."""
    return home / "Library" / "LaunchAgents" / f"{LABEL}.plist"


def plan(setup: Setup, home: Path) -> Plan:
    """Return what installing does."""
    file = path(home)
    return Plan(
        files=(File(path=file, data=_plist(setup)),), commands=(("launchctl", "bootstrap", _user(), str(file)),)
    )


def removal(home: Path, _: Path) -> Removal:
    """Return what uninstalling does."""
    file = path(home)
    if not is_marked(file):
        return Removal(before=(), files=())
    return Removal(before=(("launchctl", "bootout", f"{_user()}/{LABEL}"),), files=(file,))


def _user() -> str:
    return f"gui/{os.getuid() if hasattr(os, 'getuid') else 0}"


def _plist(setup: Setup) -> bytes:
    agent: dict[str, Any] = {
        "Label": LABEL,
        "ProgramArguments": list(setup.command),
        "ProcessType": "Background",
        "LowPriorityIO": True,
        "RunAtLoad": True,
        "Umask": 0o077,
        "StandardErrorPath": str(setup.state / "daemon.log"),
        # launchd's own PATH knows no Homebrew: a password_command would not be found
        "EnvironmentVariables": {"PATH": os.environ.get("PATH", "/usr/bin:/bin:/usr/sbin:/sbin")},
    }
    if setup.is_timer:
        agent["StartCalendarInterval"] = _times(setup)
    else:
        agent |= {"KeepAlive": {"SuccessfulExit": False}, "ThrottleInterval": 60, "ExitTimeOut": 10}
    head, line, rest = plistlib.dumps(agent).partition(b"\n")
    return head + line + f"<!-- {MARK} -->\n".encode() + rest


def _times(setup: Setup) -> list[dict[str, int]]:
    """Return the times of day of each scan and of the digest. StartInterval would lose those in sleep."""
    every = max(1, int(setup.scan_every.total_seconds() // 60))
    minutes = sorted({*range(0, 24 * 60, every), setup.digest_at.hour * 60 + setup.digest_at.minute})
    return [{"Hour": minute // 60, "Minute": minute % 60} for minute in minutes]
