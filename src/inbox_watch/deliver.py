"""The only SMTP: one digest to the candidate's own address, over verified TLS, or an error that says what to do."""

from __future__ import annotations

import base64
import contextlib
import smtplib
import socket
import ssl
import threading
from collections.abc import Iterator

from inbox_watch import sockets
from inbox_watch.config import Smtp
from inbox_watch.errors import ConfigError, CredentialError, InboxWatchError, TemporaryError

CONNECT_SECONDS = 15.0
READ_SECONDS = 60.0  # for a line of the server's; RFC 5321, 4.5.3.2, allows minutes, which nobody needs for one mail
WHOLE_SECONDS = 180.0  # for everything together, however slowly it drips
_MOST_ANSWER = 100  # lines of one answer
_OWN_NAME = "[127.0.0.1]"  # said in EHLO: the machine's own name and address are nobody's business
_LOGIN_MISSING = 530


class Refused(ConfigError):
    """The server will never take this digest as it is: another try is useless."""


def send(smtp: Smtp, password: str | None, *, sender: str, recipient: str, mail: bytes) -> None:
    """Hand one mail to the server; returns once the server has said that it is responsible for it.

    `password` is None where the server wants no login. Raises `TemporaryError` (network, 4xx), `CredentialError` (login
    refused), `Refused` (5xx of sender, recipient or content) or `ConfigError` (certificate, no TLS).
    """
    with _logged_in(smtp, password) as client:
        _hand_over(client, sender, recipient, mail)


def check(smtp: Smtp, password: str | None) -> None:
    """Log in and out, and send nothing. Raises as `send` does."""
    with _logged_in(smtp, password):
        pass


@contextlib.contextmanager
def _logged_in(smtp: Smtp, password: str | None) -> Iterator[_Client]:
    with _translated(smtp), _connected(smtp) as client:
        if password is not None:
            _login(client, smtp, password)
        yield client


class _Client(smtplib.SMTP):
    """smtplib's client that takes its answers byte by byte and with a limit, so that nothing waits behind them."""

    def __init__(self, sock: socket.socket) -> None:
        super().__init__(local_hostname=_OWN_NAME, timeout=READ_SECONDS)
        self.sock = sock

    def getreply(self) -> tuple[int, bytes]:
        said: list[bytes] = []
        while len(said) < _MOST_ANSWER:
            line = self._line()
            said.append(line[4:].strip(b" \t\r\n"))
            if line[3:4] != b"-":
                try:
                    return int(line[:3]), b"\n".join(said)
                except ValueError:
                    break
        self.close()
        raise smtplib.SMTPServerDisconnected("the server speaks no SMTP")

    def _line(self) -> bytes:
        if self.sock is None:
            raise smtplib.SMTPServerDisconnected("the connection ended")
        try:
            return sockets.read_line(self.sock, end=b"\n")
        except sockets.BrokenOff as error:
            self.close()
            raise smtplib.SMTPServerDisconnected(str(error)) from None


@contextlib.contextmanager
def _connected(smtp: Smtp) -> Iterator[_Client]:
    context = sockets.trusted(smtp.ca_file, key="digest.smtp.ca_file")
    lines = [socket.create_connection((smtp.host, smtp.port), timeout=CONNECT_SECONDS)]
    watchdog = threading.Timer(WHOLE_SECONDS, _shut, (lines,))
    watchdog.daemon = True
    watchdog.start()
    try:
        client = _open(smtp, context, lines)
        yield client
        with contextlib.suppress(OSError, smtplib.SMTPException):
            lines[-1].settimeout(3)
            client.quit()
    finally:
        watchdog.cancel()
        for sock in lines:
            sock.close()


def _open(smtp: Smtp, context: ssl.SSLContext, lines: list[socket.socket]) -> _Client:
    """Return a client that said EHLO under TLS. Nothing that was said before TLS is kept."""
    if smtp.tls == "starttls":
        lines[0].settimeout(READ_SECONDS)
        _start_tls(_Client(lines[0]), lines[0])
    secure = context.wrap_socket(lines[0], server_hostname=smtp.host, do_handshake_on_connect=False)
    lines.append(secure)  # before the handshake: the watchdog has to know it
    secure.settimeout(READ_SECONDS)
    secure.do_handshake()
    client = _Client(secure)
    if smtp.tls != "starttls":
        _expect(client.getreply(), 220, "greeted us with")
    _expect(client.ehlo(), 250, "answered EHLO with")
    return client


def _start_tls(client: _Client, sock: socket.socket) -> None:
    """Ask for TLS in clear text, and take nothing from before it."""
    _expect(client.getreply(), 220, "greeted us with")
    _expect(client.ehlo(), 250, "answered EHLO with")
    if not client.has_extn("starttls"):
        raise ConfigError(
            "the server offers no encryption (STARTTLS); nothing was sent",
            advice='Use implicit TLS: port = 465, tls = "implicit". On a strange network, somebody may be in the line.',
        )
    _expect(client.docmd("STARTTLS"), 220, "answered STARTTLS with")
    if early := sockets.early(sock, READ_SECONDS):
        raise ConfigError(
            "the server spoke before TLS began; nothing was sent", advice="Somebody may be in the line; don't go on."
        )
    if early is not None:
        raise TemporaryError("the server broke off before TLS began")


def _login(client: _Client, smtp: Smtp, password: str) -> None:
    """Log in (RFC 4954) with UTF-8, which smtplib can't. What the server answers is told by its number alone."""
    offered = client.esmtp_features.get("auth", "").upper().split()
    user, secret = smtp.user.encode(), password.encode()
    if "PLAIN" in offered:
        code, _ = client.docmd("AUTH", f"PLAIN {_base64(bytes(1) + user + bytes(1) + secret)}")
    elif "LOGIN" in offered:
        code, _ = client.docmd("AUTH", f"LOGIN {_base64(user)}")
        if code == 334:
            code, _ = client.docmd(_base64(secret))
    else:
        raise ConfigError(
            "the server offers no login by password", advice="Check host and port, or leave out digest.smtp.user."
        )
    if 400 <= code < 500:
        raise TemporaryError(f"the server puts the login off ({code})", advice="It is tried again later.")
    if code != 235:
        raise CredentialError(
            f"the server refused the login ({code})",
            advice="Check user and password; Gmail and most big providers want an app password.",
        )


def _hand_over(client: _Client, sender: str, recipient: str, mail: bytes) -> None:
    _expect(client.mail(sender), 250, "refuses the sender", digest_key="digest.from")
    code, said = client.rcpt(recipient)
    _expect((250 if code in (250, 251) else code, said), 250, "refuses the recipient", digest_key="digest.to")
    try:
        answer = client.data(mail)
    except smtplib.SMTPDataError as error:
        text = error.smtp_error
        answer = (error.smtp_code, text if isinstance(text, bytes) else text.encode())
    _expect(answer, 250, "refuses the digest", digest_key="digest")


def _expect(answer: tuple[int, bytes], wanted: int, what: str, *, digest_key: str = "") -> None:
    code, said = answer
    if code == wanted:
        return
    told = f"the server {what} {code}: {said.decode('utf-8', 'replace')[:300]}"
    if not 500 <= code < 600:
        raise TemporaryError(told, advice="It is tried again later.")
    if code == _LOGIN_MISSING:
        raise CredentialError(told, advice="The server wants a login: set digest.smtp.user.")
    if digest_key:
        raise Refused(f"{digest_key}: {told}", advice=f"Check {digest_key} in the configuration.")
    raise ConfigError(told, advice="Check digest.smtp in the configuration.")


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _shut(lines: list[socket.socket]) -> None:
    for sock in lines:
        sockets.shut(sock)


@contextlib.contextmanager
def _translated(smtp: Smtp) -> Iterator[None]:
    """Turn what the network and the library say into errors that name the server."""
    where = f"{smtp.host}:{smtp.port}"
    try:
        yield
    except InboxWatchError as error:
        raise type(error)(f"{where}: {error.what}", advice=error.advice) from None
    except ssl.SSLCertVerificationError as error:
        raise ConfigError(
            f"{where}: the server's certificate isn't trusted: {error.verify_message}",
            advice="For a server of your own, name its CA with digest.smtp.ca_file.",
        ) from None
    except smtplib.SMTPResponseException as error:
        raise TemporaryError(
            f"{where}: the server answered {error.smtp_code}", advice="It is tried again later."
        ) from None
    except (OSError, smtplib.SMTPException, ValueError) as error:
        raise TemporaryError(
            f"{where}: {error or type(error).__name__}", advice="Check the network; it is tried again later."
        ) from None
