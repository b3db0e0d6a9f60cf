"""Mail servers on loopback: a real one (aiosmtpd) with verified TLS and a login, and one that follows a script.

The real one is what the program meets in life; the scripted one does what no honest server would: it hangs up in the
middle, strips STARTTLS, speaks before the handshake, drips.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from inbox_watch.config import Smtp

USER = "sam@example.com"
PASSWORD = "pässword canary 7f3a"
HOST = "localhost"


class Authority:
    """A certificate authority of the tests' own, with a certificate for localhost and one for another host."""

    def __init__(self, folder: Path) -> None:
        made = trustme.CA()
        self.ca_file = str(folder / "smtp-ca.pem")
        made.cert_pem.write_to_path(self.ca_file)
        self.right = self._context(made.issue_cert(HOST, "127.0.0.1"))
        self.wrong = self._context(made.issue_cert("other.example"))

    def _context(self, certificate: trustme.LeafCert) -> ssl.SSLContext:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        certificate.configure_cert(context)
        return context


class Inbox:
    """What arrived, and how the server answers: the codes of `answers` are given first, one a mail."""

    def __init__(self) -> None:
        self.mails: list[bytes] = []
        self.envelopes: list[tuple[str, list[str]]] = []
        self.data: list[str] = []
        self.recipient: list[str] = []
        self.logins: list[tuple[str, str]] = []

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's own name for it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.recipient:
            return self.recipient.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.data and not (answer := self.data.pop(0)).startswith("250"):
            return answer
        self.mails.append(bytes(envelope.content or b""))
        self.envelopes.append((str(envelope.mail_from), list(envelope.rcpt_tos)))
        return "250 taken"

    def login(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: LoginPassword
    ) -> AuthResult:
        given = (data.login.decode(), data.password.decode())
        self.logins.append(given)
        return AuthResult(success=given == (USER, PASSWORD), handled=False)


class _Implicit(Controller):
    def __init__(self, *given: Any, tls: ssl.SSLContext, **more: Any) -> None:
        self._tls = tls
        super().__init__(*given, **more)

    def factory(self) -> SMTP:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # it sees no TLS of its own, and warns
            return super().factory()

    def _create_server(self) -> Any:
        return self.loop.create_server(self._factory_invoker, host=self.hostname, port=self.port, ssl=self._tls)

    def _trigger_server(self) -> None:
        with contextlib.suppress(OSError), socket.create_connection((self.hostname, self.port), 5) as plain:
            context = ssl._create_unverified_context()
            with context.wrap_socket(plain) as secure:
                secure.recv(1024)


@contextlib.contextmanager
def running(authority: Authority, *, tls: str = "implicit", is_wrong: bool = False) -> Iterator[tuple[Smtp, Inbox]]:
    """Start a real server; yield how to reach it, and its inbox."""
    inbox = Inbox()
    context = authority.wrong if is_wrong else authority.right
    login = {"authenticator": inbox.login, "auth_required": True}
    if tls == "starttls":
        server = Controller(
            inbox, hostname="127.0.0.1", port=_free_port(), tls_context=context, require_starttls=True, **login
        )
    else:
        server = _Implicit(inbox, hostname="127.0.0.1", port=_free_port(), tls=context, auth_require_tls=False, **login)
    server.start()
    try:
        yield settings(authority, server.port, tls=tls), inbox
    finally:
        server.stop()


def settings(authority: Authority, port: int, *, tls: str = "implicit") -> Smtp:
    """Return the configuration that reaches a server of the tests'."""
    return Smtp(
        host=HOST, port=port, user=USER, tls=tls, ca_file=authority.ca_file, password_command=("printf", "%s", PASSWORD)
    )


Script = Callable[["Line"], None]


class Line:
    """The server's side of one connection of the scripted server."""

    def __init__(self, sock: socket.socket, context: ssl.SSLContext) -> None:
        self.sock = sock
        self.context = context
        self.heard: list[bytes] = []

    def say(self, data: bytes) -> None:
        """Send raw bytes."""
        self.sock.sendall(data)

    def hear(self) -> bytes:
        """Return the client's next line, b"" where it hung up."""
        line = b""
        while not line.endswith(b"\n"):
            byte = self.sock.recv(1)
            if not byte:
                break
            line += byte
        self.heard.append(line)
        return line

    def secure(self) -> None:
        """Begin TLS. Raises OSError where the client has hung up: ssl would leave such a socket open."""
        self.sock.getpeername()
        self.sock = self.context.wrap_socket(self.sock, server_side=True)


@contextlib.contextmanager
def scripted(authority: Authority, script: Script, *, tls: str = "starttls") -> Iterator[tuple[Smtp, list[bytes]]]:
    """Start a server that follows a script with each client; yield how to reach it, and the lines that it heard."""
    heard: list[bytes] = []
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.1)
    is_over = threading.Event()

    def serve() -> None:
        while not is_over.is_set():
            with contextlib.suppress(TimeoutError, OSError, ssl.SSLError):
                sock, _ = listener.accept()
                sock.settimeout(10)
                line = Line(sock, authority.right)
                line.heard = heard
                try:
                    if tls == "implicit":
                        line.secure()
                    script(line)
                finally:
                    line.sock.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield settings(authority, listener.getsockname()[1], tls=tls), heard
    finally:
        is_over.set()
        thread.join(15)
        listener.close()


def drip(line: Line, pause: float) -> None:
    """Greet without end, a line at a time."""
    while True:
        line.say(b"220-still here\r\n")
        time.sleep(pause)


def drip_tls(line: Line, pause: float) -> None:
    """Begin a TLS record that never ends, a byte at a time."""
    line.say(b"\x16\x03\x03\x3f\xff\x02\x00\x3f\xfb")
    while True:
        line.say(b"\x00")
        time.sleep(pause)


def _free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])
