"""A connection to an IMAP server: verified TLS before anything else, every line guarded, every wait bounded."""

from __future__ import annotations

import contextlib
import imaplib
import math
import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from typing import Any

import imapclient

from inbox_watch import __version__, sockets
from inbox_watch.config import Account
from inbox_watch.errors import ConfigError, CredentialError, InboxWatchError, TemporaryError
from inbox_watch.sources.imap import guard
from inbox_watch.sources.imap.live import listed
from inbox_watch.sources.imap.login import login, refused
from inbox_watch.sources.imap.patience import patiently
from inbox_watch.sources.imap.wire import Wire

CONNECT_SECONDS = 15.0
READ_SECONDS = 60.0
COMMAND_SECONDS = 300.0  # for a whole command, however slowly its answer drips
CLOSE_SECONDS = 3.0
MAX_LITERAL = 64 * 1024 * 1024
MAX_ANSWER_LINE = 1024 * 1024
MAX_ANSWER = 256 * 1024 * 1024  # of one command, all its lines and literals together


# Servers echo the list of the fields that they give. It says nothing new, imapclient would read it byte by byte, and
# some servers write it in another order or case: it goes. What stands in a mail comes as a literal and isn't touched.
_ECHO = re.compile(rb"BODY\[HEADER\.FIELDS \([^()\]]{1,1000}\)\]")

# What OpenSSL says where the first answer is no TLS: up to 3.1, from 3.2 on, and of a web server.
_NO_TLS = frozenset({"WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "PACKET_LENGTH_TOO_LONG", "HTTP_REQUEST"})

Say = Callable[[str], None]

imaplib.Commands.setdefault("COMPRESS", ("AUTH",))  # imaplib wants to know in which states a command is allowed


class _Guarded(imaplib.IMAP4):
    """imaplib's client with a guard on what goes out and a cap on what comes in."""

    def __init__(self, sock: socket.socket, host: str, greeting: bytes | None) -> None:
        self._ready = sock
        self._spoken = greeting
        self._expected = guard.Expected.COMMAND
        self._held = b""
        self._answered = 0
        self.wire = Wire(sock)
        super().__init__(host)
        self.debug = 0

    def _create_socket(self, timeout: float | None = None) -> socket.socket:
        return self._ready

    def send(self, data: Any) -> None:
        """Hold what is sent until its line is whole, and let it go only if the guard does."""
        self._held += bytes(data)
        if not self._held.endswith(b"\r\n"):
            return
        line, self._held = self._held, b""
        self._expected = guard.check(line, expected=self._expected)
        self._answered = 0
        self.wire.send(line)

    def readline(self) -> bytes:
        if self._spoken is not None:
            line, self._spoken = self._spoken, None
            return line
        line = self.wire.readline(MAX_ANSWER_LINE)
        if line and not line.endswith(b"\n"):
            raise self.abort("the server sent a line without end")
        self._count(len(line))
        return _ECHO.sub(b"BODY[HEADER.FIELDS]", line, count=1) if b"BODY[HEADER.FIELDS (" in line else line

    def read(self, size: int) -> bytes:
        if size > MAX_LITERAL:
            raise self.abort("the server announced more than it may send")
        self._count(size)
        data = self.wire.read(size)
        if len(data) < size:
            raise self.abort("the connection ended in the middle of an answer")
        return data

    def _count(self, size: int) -> None:
        self._answered += size
        if self._answered > MAX_ANSWER:
            raise self.abort("the server's answer has no end")

    def deflate(self) -> None:
        """Ask for compression (RFC 4978); a server that declines goes on without."""
        if self._simple_command("COMPRESS", "DEFLATE")[0] == "OK":
            self.wire.deflate()


class Client(imapclient.IMAPClient):  # type: ignore[misc]  # imapclient has no types
    """imapclient's client over a guarded connection."""

    def __init__(
        self, host: str, port: int, sock: socket.socket, greeting: bytes | None, tell_wait: Callable[[float], None]
    ) -> None:
        self._prepared = (sock, greeting)
        self.tell_wait = tell_wait
        super().__init__(host, port, ssl=True, timeout=imapclient.SocketTimeout(CONNECT_SECONDS, READ_SECONDS))
        self._imap.debug = 0  # as shipped it formats every literal for a log that nobody reads
        self.normalise_times = False

    @property
    def received(self) -> int:
        """Return how many bytes the server has sent."""
        return int(self._imap.wire.received)

    def _create_IMAP4(self) -> imaplib.IMAP4:  # noqa: N802 - imapclient's own name for it
        sock, greeting = self._prepared
        return _Guarded(sock, self.host, greeting)


@contextlib.contextmanager
def connected(
    account: Account, host: str, secret: str, renew: Callable[[], str] | None = None, say: Say = lambda _: None
) -> Iterator[Client]:
    """Yield a client that is logged in. Every failure inside becomes an error that the program foresees.

    `secret` is the password, or with `auth = "oauth2"` the access token. Where that is refused, `renew` gives another,
    which is tried once. `say` gets a line for each wait that the server asks for, before it begins.
    """
    with _translated(account, host):
        client = _open(account, host, say)
        try:
            try:
                _login(client, account, secret)
            except CredentialError:
                if renew is None or account.auth != "oauth2":
                    raise
                _close(client)
                secret = renew()
                client = _open(account, host, say)  # anew: some servers close the door after a refusal
                _login(client, account, secret)
            with bounded(client):
                _introduce(client)
            with listed(client.socket()):
                yield client
        finally:
            _close(client)


def _login(client: Client, account: Account, secret: str) -> None:
    """Log in. Raises `CredentialError`, or `TemporaryError` where the server only has no time at the moment."""

    def once() -> None:
        with bounded(client):
            login(client, account, secret)

    try:
        patiently(once, client.tell_wait)
    except imapclient.exceptions.LoginError as error:
        raise refused(account, client.host, error, secret) from None


def _introduce(client: Client) -> None:
    """Say who asks (Gmail wants to know) and ask for compression. A server that minds either is read without it."""
    courtesies: dict[str, Callable[[], object]] = {
        "ID": lambda: client.id_({"name": "inbox-watch", "version": __version__}),
        "COMPRESS=DEFLATE": lambda: client._imap.deflate(),
    }
    for name, say in courtesies.items():
        if client.has_capability(name):
            try:
                say()
            except imaplib.IMAP4.abort:
                raise
            except (imaplib.IMAP4.error, ValueError, IndexError):
                continue


@contextlib.contextmanager
def bounded(client: Client) -> Iterator[None]:
    """Shut the connection when what happens inside takes longer than `COMMAND_SECONDS` as a whole."""
    with _watched(client.socket(), COMMAND_SECONDS):
        yield


@contextlib.contextmanager
def _watched(sock: socket.socket, seconds: float) -> Iterator[None]:
    watchdog = threading.Timer(seconds, sockets.shut, (sock,))
    watchdog.daemon = True
    watchdog.start()
    try:
        with listed(sock):
            yield
    finally:
        watchdog.cancel()


def _open(account: Account, host: str, say: Say) -> Client:
    context = sockets.trusted(account.ca_file, key=f"account {account.name}: ca_file")
    sock = socket.create_connection((host, account.port), timeout=CONNECT_SECONDS)
    try:
        with _watched(sock, CONNECT_SECONDS * 2):
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
            if account.tls == "starttls":
                _start_tls(sock)
            sock = context.wrap_socket(sock, server_hostname=host)  # ends by the socket's own timeout
        with _watched(sock, CONNECT_SECONDS * 2):  # anew: wrapping has made another socket of it
            sock.settimeout(READ_SECONDS)
            greeting = b"* OK ready\r\n" if account.tls == "starttls" else None
            return Client(host, account.port, sock, greeting, lambda seconds: say(_waiting(account, host, seconds)))
    except BaseException:
        sock.close()
        raise


def _waiting(account: Account, host: str, seconds: float) -> str:
    count = math.ceil(seconds)
    return f"{account.name} ({host}): the server asks for patience: waiting {count} second{'s' if count != 1 else ''}"


def _start_tls(sock: socket.socket) -> None:
    """Ask for TLS in clear text, and take nothing from before it.

    The greeting must be a plain OK: PREAUTH would mean that a stranger speaks for the server.
    """
    if not _says(_line(sock), b"*"):
        raise TemporaryError("the server's greeting isn't a plain OK", advice="Use implicit TLS (port 993).")
    sock.sendall(b"S1 STARTTLS\r\n")
    if not _says(_line(sock), b"S1"):
        raise TemporaryError("the server won't start TLS", advice="Use implicit TLS (port 993).")
    if sockets.early(sock, CONNECT_SECONDS):
        raise TemporaryError("the server spoke before TLS began", advice="Somebody may be in the line; don't go on.")


def _says(line: bytes, tag: bytes) -> bool:
    """Say whether this is a plain OK under this tag."""
    words = line.upper().split(b" ", 2)
    return words[0] == tag and words[1:2] in ([b"OK"], [b"OK\r\n"])


def _line(sock: socket.socket) -> bytes:
    try:
        return sockets.read_line(sock, end=b"\r\n")
    except sockets.BrokenOff:
        raise TemporaryError("the server broke off before TLS began") from None


def _close(client: Client) -> None:
    """Take leave, but of no server that draws it out."""
    with contextlib.suppress(Exception), _watched(client.socket(), CLOSE_SECONDS):
        client.socket().settimeout(CLOSE_SECONDS)
        client.logout()
    with contextlib.suppress(Exception):
        client.shutdown()


@contextlib.contextmanager
def _translated(account: Account, host: str) -> Iterator[None]:
    where = f"{account.name} ({host}:{account.port})"
    try:
        yield
    except InboxWatchError:
        raise
    except ssl.SSLCertVerificationError as error:
        raise ConfigError(
            f"{where}: the server's certificate isn't trusted: {error.verify_message}",
            advice="For a server of your own, name its CA with ca_file.",
        ) from None
    except ssl.SSLError as error:
        if account.tls == "starttls" or error.reason not in _NO_TLS:  # after STARTTLS, somebody may be in the line
            raise _temporary(where, error) from None
        raise ConfigError(
            f'{where}: the server doesn\'t speak TLS on this port, as tls = "implicit" expects',
            advice='Check port and tls: mostly 993 with tls = "implicit", or 143 with tls = "starttls".',
        ) from None
    except (OSError, imaplib.IMAP4.error, ValueError, IndexError, RecursionError, OverflowError) as error:
        raise _temporary(where, error) from None


def _temporary(where: str, error: Exception) -> TemporaryError:
    return TemporaryError(
        f"{where}: {error or type(error).__name__}", advice="Check the network; it may pass by itself."
    )
