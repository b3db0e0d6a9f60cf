"""A real browser without a window, spoken to over a pipe in its DevTools protocol: no driver, no port, no network."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import select
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
PHONE, DESKTOP = (390, 844), (1280, 900)
_SECONDS = 30.0
_CLOSED = "127.0.0.1:1"  # a proxy that isn't there: nothing that the browser asked for would come

# The browser reads commands from descriptor 3 and answers on 4.
_AS_THREE_AND_FOUR = (
    "import os, sys; source, sink = (os.dup(int(one)) for one in sys.argv[1:3]); "
    "os.dup2(source, 3); os.dup2(sink, 4); os.set_inheritable(3, True); os.set_inheritable(4, True); "
    "os.execvp(sys.argv[3], sys.argv[3:])"
)


class Browser:
    """A running browser with one page. Every request that the page makes is noted in `requests`."""

    def __init__(self, program: str, profile: str) -> None:
        to_read, self._out = os.pipe()
        self._in, to_write = os.pipe()
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-c", _AS_THREE_AND_FOUR, str(to_read), str(to_write)),
                program,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-extensions",
                "--disable-background-networking",
                "--no-first-run",
                f"--proxy-server={_CLOSED}",
                f"--user-data-dir={profile}",
                "--remote-debugging-pipe",
                "about:blank",
            ],
            pass_fds=(to_read, to_write),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_read)
        os.close(to_write)
        self._held = b""
        self._number = 0
        self._session: str | None = None
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self._heard: set[str] = set()

    def attach(self) -> None:
        """Take hold of the page that the browser starts with."""
        page = next(one for one in self.ask("Target.getTargets")["targetInfos"] if one["type"] == "page")
        attached = self.ask("Target.attachToTarget", targetId=page["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send one command and return its result."""
        self._number += 1
        sent: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            sent["sessionId"] = self._session
        left = json.dumps(sent).encode() + b"\0"
        while left:
            left = left[os.write(self._out, left) :]
        while True:
            told = self._next()
            if told.get("id") == self._number:
                assert "error" not in told, (method, told["error"])
                return dict(told["result"])

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._held:
            assert select.select([self._in], [], [], _SECONDS)[0], "the browser says nothing"
            data = os.read(self._in, 1 << 20)
            assert data, "the browser has ended"
            self._held += data
        line, _, self._held = self._held.partition(b"\0")
        told: dict[str, Any] = json.loads(line)
        self._note(told.get("method", ""), told.get("params", {}))
        return told

    def _note(self, event: str, told: dict[str, Any]) -> None:
        self._heard.add(event)
        if event == "Network.requestWillBeSent":
            self.requests.append(told["request"]["url"])
        elif event == "Log.entryAdded":
            self.complaints.append(told["entry"]["text"])
        elif event == "Runtime.exceptionThrown":
            self.complaints.append(str(told["exceptionDetails"].get("text")))
        elif event == "Page.javascriptDialogOpening":
            self.complaints.append(f"dialog: {told['message']}")

    def open(self, file: Path, size: tuple[int, int] = DESKTOP, *, is_dark: bool = False, media: str = "") -> None:
        """Open a file in a window of this size, in a light or dark world, as on a screen or (`media`) in print."""
        width, height = size
        self.requests, self.complaints = [], []
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if is_dark else "light"}
        self.ask("Emulation.setEmulatedMedia", media=media, features=[scheme])
        self._heard.discard("Page.loadEventFired")
        self.ask("Page.navigate", url=file.as_uri())
        while "Page.loadEventFired" not in self._heard:
            self._next()

    def run(self, script: str) -> Any:
        """Run a script in the page, as a user of the developer's tools would, and return its value."""
        told = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    def axe(self) -> list[str]:
        """Return what axe-core finds wrong: its rule and the first places. Best practices count too."""
        self.run(axe_source())
        found = self.run("axe.run(document, {resultTypes: ['violations']}).then(found => found.violations)")
        return [f"{one['id']}: {[node['html'][:160] for node in one['nodes'][:3]]}" for one in found]

    def picture(self, top: int = 0, height: int = 4000) -> bytes:
        """Return a piece of the page, so many pixels from its top, as PNG."""
        clip = {"x": 0, "y": top, "width": self.run("innerWidth"), "height": height, "scale": 1}
        shot = self.ask("Page.captureScreenshot", captureBeyondViewport=True, format="png", clip=clip)
        return base64.b64decode(shot["data"])

    def pdf(self) -> bytes:
        """Return the page as printed."""
        return base64.b64decode(self.ask("Page.printToPDF", printBackground=False)["data"])

    def close(self) -> None:
        """End the browser."""
        self._session = None
        with contextlib.suppress(AssertionError, OSError):
            self.ask("Browser.close")
        try:
            self._process.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._in)
        os.close(self._out)


def axe_source() -> str:
    """Return axe-core, out of the Python package that ships it."""
    spec = find_spec("axe_core_python")
    assert spec is not None
    assert spec.submodule_search_locations
    return (Path(spec.submodule_search_locations[0]) / "axe.min.js").read_text()


@contextlib.contextmanager
def browsing(program: str) -> Iterator[Browser]:
    """Yield a running browser with a profile of its own."""
    with tempfile.TemporaryDirectory(prefix="iw-browser-", ignore_cleanup_errors=True) as profile:
        made = Browser(program, profile)
        try:
            made.attach()
            yield made
        finally:
            made.close()
