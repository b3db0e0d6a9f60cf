"""A process that has loaded the program, and forks: a child is the program as a process of its own, without the second
that the loading takes.

A child has its own streams, environment, signals and end. One more process stands between: it waits for the child and
tells how that ended.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parent.parent.parent
_MOST = 256 * 1024
_NUMBER = 10  # digits


class Warm:
    """The process that forks."""

    def __init__(self, folder: Path) -> None:
        self._sock, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.servers.warm", str(theirs.fileno()), str(folder)],
                pass_fds=[theirs.fileno()],
                cwd=_ROOT,
                env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},  # a process with threads must not fork
            )

    def start(self, code: str, arguments: Sequence[str], *, stdin: int, output: int, environment: Any) -> Child:
        """Start what `python -c code` with these arguments would be; both of its outputs go to `output`."""
        wanted = {"code": code, "arguments": list(arguments), "environment": dict(environment)}
        ours, theirs = os.pipe()
        with Path(os.devnull).open() as nothing:
            chosen = nothing.fileno() if stdin == subprocess.DEVNULL else stdin
            socket.send_fds(self._sock, [json.dumps(wanted).encode() + b"\n"], [chosen, output, output, theirs])
        os.close(theirs)
        return Child(ours)

    def end(self) -> None:
        """End it; children that run go on."""
        self._sock.close()
        self._process.wait(30)


class Child:
    """A forked child, in the words of `subprocess.Popen`."""

    def __init__(self, report: int) -> None:
        self._report = report
        self._status: int | None = None
        self.pid = self._told(60)

    def poll(self) -> int | None:
        """Return the exit status (below zero the signal that ended it), None while it runs."""
        if self._status is None and select.select([self._report], [], [], 0)[0]:
            self._status = self._told(0)
            os.close(self._report)
        return self._status

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the end, so many seconds at most."""
        if self._status is None and not select.select([self._report], [], [], timeout)[0]:
            raise subprocess.TimeoutExpired("the child", timeout or 0)
        status = self.poll()
        assert status is not None
        return status

    def send_signal(self, number: int) -> None:
        """Send a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def _told(self, seconds: float) -> int:
        assert select.select([self._report], [], [], seconds)[0]
        return int(os.read(self._report, _NUMBER))


def _tell(report: int, number: int) -> None:
    os.write(report, f"{number:{_NUMBER}}".encode())


def _serve(sock: socket.socket) -> dict[str, Any]:
    """Fork whenever it is asked for; return in the child alone, with what was wanted."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that wait
    while True:
        data, streams, _, _ = socket.recv_fds(sock, _MOST, 4)
        while data and not data.endswith(b"\n"):
            data += sock.recv(_MOST)
        if not data:
            os._exit(0)
        if os.fork() == 0:
            sock.close()
            return _become(json.loads(data), streams)
        for one in streams:
            os.close(one)


def _become(wanted: dict[str, Any], streams: Sequence[int]) -> dict[str, Any]:
    """Fork once more: the child returns; its parent tells its number and, once it has ended, its status."""
    *own, report = streams
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    if child := os.fork():
        for one in own:
            os.close(one)
        _tell(report, child)
        _tell(report, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        os._exit(0)
    os.close(report)
    for number, one in enumerate(own):
        os.dup2(one, number)
        os.close(one)
    os.environ.clear()
    os.environ.update(wanted["environment"])
    return wanted


def _load(folder: Path) -> None:
    """Load all that a scan needs, the model too, by making one."""
    from inbox_watch import app
    from tests.servers.scanning import recruiter

    for name in ("cli.night", "daemon.look", "sources.imap.look", "sources.imap.sync"):
        import_module(f"inbox_watch.{name}")
    import_module("apscheduler.schedulers.background")
    (folder / "1.eml").write_bytes(recruiter(1))
    settings = app.Settings(now=datetime(2026, 3, 10, tzinfo=UTC), zone=UTC)
    assert app.scan([app.file_source(folder / "1.eml")], settings).scan.findings
    gc.freeze()  # what is loaded by now stays: no child has to look through it at its end


if __name__ == "__main__":
    _load(Path(sys.argv[2]))
    wanted = _serve(socket.socket(fileno=int(sys.argv[1])))
    sys.argv = ["-c", *wanted["arguments"]]
    exec(wanted["code"], {"__name__": "__main__"})
