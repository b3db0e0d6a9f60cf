"""A real Secret Service for tests: gnome-keyring in a D-Bus session of its own, with its own home.

Needs `apt-get install gnome-keyring dbus` (without recommends will do). Programs that are to use it run as children
with `env`. Everything that it starts ends with it.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType

_PROMPTER = """
import sys
from jeepney import message_bus
from jeepney.io.blocking import open_dbus_connection
bus = open_dbus_connection(bus="SESSION")
bus.send_and_get_reply(message_bus.RequestName("org.gnome.keyring.SystemPrompter"))
print("ready", flush=True)
while True:
    bus.receive()
"""


class SecretService:
    def __init__(self, home: Path, *, password: str = "opens the keyring", opened: bool = True) -> None:
        self.home, self.password, self.opened = home, password, opened
        self._children: list[subprocess.Popen[bytes]] = []
        kept = ("PATH", "LANG", "LC_ALL", "VIRTUAL_ENV", "PYTHONPATH")
        self.env = {name: os.environ[name] for name in kept if name in os.environ} | {
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home / "run"),
            "PYTHONWARNINGS": "error",
        }

    def __enter__(self) -> SecretService:
        missing = [name for name in ("dbus-daemon", "gnome-keyring-daemon") if not shutil.which(name)]
        assert not missing, f"{missing} is missing: apt-get install --no-install-recommends dbus gnome-keyring"
        (self.home / "run").mkdir(parents=True, mode=0o700)
        bus = self._start("dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=subprocess.PIPE)
        assert bus.stdout
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        self._start_keyring()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for child in reversed(self._children):
            child.send_signal(signal.SIGCONT)
            child.terminate()
        for child in self._children:
            child.wait(10)
            for stream in (child.stdin, child.stdout):
                if stream:
                    stream.close()

    def _start(self, *command: str, **given: object) -> subprocess.Popen[bytes]:
        child = subprocess.Popen(command, env=self.env, stderr=subprocess.DEVNULL, **given)  # type: ignore[call-overload]
        self._children.append(child)
        return child  # type: ignore[no-any-return]

    def _start_keyring(self) -> None:
        self._keyring = self._start(
            "gnome-keyring-daemon",
            "--foreground",
            "--components=secrets",
            *(["--unlock"] if self.opened else []),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
        )
        assert self._keyring.stdin
        if self.opened:
            self._keyring.stdin.write(self.password.encode())
        self._keyring.stdin.close()
        deadline = time.monotonic() + 10
        ask = (
            "import secretstorage as s; b = s.dbus_init(); s.Collection(b)"
            if self.opened
            else ("import secretstorage as s; b = s.dbus_init(); assert s.check_service_availability(b)")
        )
        while self.python(ask).returncode:
            assert time.monotonic() < deadline, "gnome-keyring didn't start"
            time.sleep(0.05)

    def python(self, code: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run Python code in the session."""
        return subprocess.run(
            [sys.executable, "-c", code], env=self.env | more, capture_output=True, text=True, timeout=60, check=False
        )

    def lock(self) -> None:
        """Lock the collection, as a screen saver or a log-out does."""
        done = self.python("import secretstorage as s; s.get_default_collection(s.dbus_init()).lock()")
        assert done.returncode == 0, done.stderr

    def show_a_window_that_nobody_answers(self) -> None:
        """Take the place of the desktop's window for passwords, and never answer."""
        window = self._start(sys.executable, "-c", _PROMPTER, stdout=subprocess.PIPE)
        assert window.stdout
        assert window.stdout.readline() == b"ready\n"

    def freeze(self) -> None:
        """Stop the keyring in the middle of its work: it answers nothing any more."""
        self._keyring.send_signal(signal.SIGSTOP)
