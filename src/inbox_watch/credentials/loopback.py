"""The way back from the browser: one answer, taken on a loopback address of this machine (RFC 8252, section 7.3)."""

from __future__ import annotations

import contextlib
import http.server
import queue
import threading
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

_PAGE = (
    "<!doctype html><meta charset=utf-8><title>inbox-watch</title>"
    "<p style='font:1.2em sans-serif;margin:3em'>{}<br>You can close this page and go back to the terminal."
)
_IDLE_SECONDS = 10  # browsers open connections that they don't use


class _Handler(http.server.BaseHTTPRequestHandler):
    timeout = _IDLE_SECONDS
    server: Loopback

    def do_GET(self) -> None:
        """Take the provider's answer; anything else (an icon, a stray program) is turned away and doesn't count."""
        parts = urlsplit(self.path)
        given = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path != "/" or "state" not in given or not {"code", "error"} & set(given):
            self.send_error(404)
            return
        text = "Thank you." if "code" in given else "Nothing was allowed."
        body = _PAGE.format(text).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Referrer-Policy", "no-referrer")
        self.end_headers()
        self.wfile.write(body)
        self.server.take(given)

    def log_message(self, *arguments: object) -> None:
        """Log nothing: the address that is asked for holds the code."""


class Loopback(http.server.ThreadingHTTPServer):
    """A server on 127.0.0.1 and a free port, for one answer."""

    daemon_threads = True
    allow_reuse_address = False  # on Windows it would let another program listen on the same port

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self._answers: queue.SimpleQueue[dict[str, str]] = queue.SimpleQueue()

    @property
    def port(self) -> int:
        """Return the port that it listens on."""
        return int(self.server_address[1])

    def take(self, answer: dict[str, str]) -> None:
        """Keep the answer for who waits for it."""
        self._answers.put(answer)

    def wait(self, seconds: float) -> dict[str, str]:
        """Return the first answer. Raises `TimeoutError` where none comes in time."""
        try:
            return self._answers.get(timeout=seconds)
        except queue.Empty:
            raise TimeoutError from None

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a connection that broke off."""


@contextlib.contextmanager
def listening() -> Iterator[Loopback]:
    """Yield a server that takes answers until the block ends."""
    server = Loopback()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
