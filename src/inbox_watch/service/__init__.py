"""The daemon as a service of the system: worked out as values first (files, commands), shown, then done.

What is written bears a mark; nothing without it is ever replaced or deleted.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum
from pathlib import Path
from types import ModuleType

from inbox_watch.errors import InboxWatchError, UsageError

MARK = "written by inbox-watch service install"
_SECONDS = 60


class Kind(StrEnum):
    """The system's own way to keep a program running."""

    SYSTEMD = "systemd"
    LAUNCHD = "launchd"
    TASK_SCHEDULER = "task-scheduler"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """What the service runs: the program as an argument list, where its things are, and when (`is_timer`) it looks.

    `has_sandbox` says whether the system lets a user's service build one (see `can_sandbox`).
    """

    program: tuple[str, ...]
    config: Path
    state: Path
    is_timer: bool = False
    scan_every: timedelta = timedelta(minutes=15)
    digest_at: time = time(20, 0)
    has_sandbox: bool = True

    @property
    def command(self) -> tuple[str, ...]:
        """Return the whole command."""
        word = "tick" if self.is_timer else "daemon"
        return (*self.program, "--config", str(self.config), "--state", str(self.state), word)


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file to write."""

    path: Path
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What installing does, in this order: write the files, run the commands. `check` must succeed before."""

    files: tuple[File, ...]
    commands: tuple[tuple[str, ...], ...]
    check: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """What uninstalling does: run the commands before, delete the files, run the commands after."""

    before: tuple[tuple[str, ...], ...]
    files: tuple[Path, ...]
    after: tuple[tuple[str, ...], ...] = ()


def own_kind() -> Kind:
    """Return this system's kind. Raises `UsageError` where it has none."""
    if sys.platform == "darwin":
        return Kind.LAUNCHD
    if sys.platform == "win32":
        return Kind.TASK_SCHEDULER
    if shutil.which("systemctl"):
        return Kind.SYSTEMD
    raise UsageError(
        "this system has no systemd, launchd or Task Scheduler", advice="Run inbox-watch daemon from what it has."
    )


def own_program() -> tuple[str, ...]:
    """Return how to start this very program: its script beside the interpreter, else the interpreter itself."""
    folder = Path(sys.executable).parent
    if sys.platform == "win32" and (folder / "pythonw.exe").exists():  # the script would open a window
        return (str(folder / "pythonw.exe"), "-c", "from inbox_watch.cli import main; main()")
    script = folder / "inbox-watch"
    if script.exists():
        return (str(script),)
    return (sys.executable, "-c", "from inbox_watch.cli import main; main()")


def can_sandbox(settings: Path = Path("/proc/sys")) -> bool:
    """Say whether Linux gives an ordinary user's programs a namespace with rights in it: a sandbox is built of these.

    Ubuntu doesn't since 23.10 (AppArmor), nor do some hardened kernels; a unit that asks for one never starts there.
    """
    refusals = (
        ("kernel/apparmor_restrict_unprivileged_userns", "1"),
        ("kernel/unprivileged_userns_clone", "0"),
        ("user/max_user_namespaces", "0"),
    )
    return not any((settings / name).exists() and (settings / name).read_text().strip() == no for name, no in refusals)


def plan(kind: Kind, setup: Setup, home: Path) -> Plan:
    """Return what installing would do. Raises `UsageError` for a path that the system's format can't hold."""
    for text in (*setup.command, str(home)):
        if any(ord(character) < 32 or ord(character) == 127 for character in text):
            raise UsageError(f"{text!r} holds a control character", advice="Give the file or folder another name.")
    made: Plan = _room(kind).plan(setup, home)
    return made


def removal(kind: Kind, home: Path, state: Path) -> Removal:
    """Return what uninstalling would do: only with files that bear the mark."""
    found: Removal = _room(kind).removal(home, state)
    return found


def install(made: Plan, former: Removal) -> None:
    """Take back what was installed before, write the files, run the commands.

    Raises `UsageError`, with nothing done, where no service manager answers or a file of somebody else is in the way.
    """
    if made.check:
        _check(made.check)
    for file in made.files:
        if file.path.exists() and not is_marked(file.path):
            raise UsageError(f"{file.path} is there already, and not ours", advice="Move it away first.")
    uninstall(former)
    for file in made.files:
        _write(file)
    for command in made.commands:
        run(command)


def uninstall(made: Removal) -> None:
    """Undo what `install` did."""
    for command in made.before:
        run(command, may_fail=True)  # it may be stopped or disabled already
    for path in made.files:
        path.unlink(missing_ok=True)
    for command in made.after:
        run(command, may_fail=True)


def question(kind: Kind, files: tuple[Path, ...]) -> tuple[str, ...]:
    """Return the command that asks the system how the service does."""
    if kind is Kind.LAUNCHD:
        return ("launchctl", "list", files[0].stem)
    if kind is Kind.TASK_SCHEDULER:
        return ("schtasks", "/Query", "/TN", "inbox-watch")
    return ("systemctl", "--user", "--no-pager", "--lines=5", "status", *(path.name for path in files))


def is_marked(path: Path) -> bool:
    """Say whether we wrote this file."""
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return MARK.encode() in data or MARK.encode("utf-16-le") in data


def run(command: tuple[str, ...], *, may_fail: bool = False) -> str:
    """Run one of the system's commands; return what it printed. Raises `InboxWatchError` with its own words."""
    try:
        done = subprocess.run(  # noqa: S603 - the system's own tool, as a list, without a shell
            command, capture_output=True, text=True, errors="replace", timeout=_SECONDS, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        if may_fail:
            return ""
        raise InboxWatchError(
            f"{command[0]}: {getattr(error, 'strerror', None) or 'no answer'}", advice="See inbox-watch service --help."
        ) from None
    if done.returncode and not may_fail:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise InboxWatchError(
            f"{' '.join(command)}: {said[0] if said else f'status {done.returncode}'}",
            advice="inbox-watch service uninstall takes back what was done.",
        )
    return done.stdout


def _check(command: tuple[str, ...]) -> None:
    try:
        run(command)
    except InboxWatchError as error:
        raise UsageError(
            f"no service manager answers for this user ({error.what})",
            advice="Log in as that user (not with su or sudo), or run inbox-watch daemon by other means.",
        ) from None


def _write(file: File) -> None:
    try:
        file.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = file.path.with_name(f".{file.path.name}.part")
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
            stream.write(file.data)
        part.replace(file.path)
    except OSError as error:
        raise InboxWatchError(f"can't write {file.path}: {error.strerror}", advice="Look at who owns it.") from None


def _room(kind: Kind) -> ModuleType:  # one of three with the same two functions
    from inbox_watch.service import launchd, systemd, task_scheduler

    return {Kind.SYSTEMD: systemd, Kind.LAUNCHD: launchd, Kind.TASK_SCHEDULER: task_scheduler}[kind]
