"""A scripted IMAP server for tests: says exactly what a rule tells it to, in exactly the pieces given.

For what a real server will not do on demand: split lines, throttling answers, provider quirks.

    rules = [(r"LOGIN .*", [b"{tag} OK done\\r\\n"]),
             (r"IDLE", [b"+ idling\\r\\n", 0.2, b"* 5 EXI", 0.3, b"STS\\r\\n"])]   # numbers are pauses in seconds
    with ScriptedIMAP(rules) as s:
        imapclient.IMAPClient("127.0.0.1", s.port, ssl=False, timeout=5)

A rule is (regular expression on the command after the tag, reply); the reply is a list of bytes, pauses
and the word CLOSE, or a function (tag, command, server) -> such a list. First match wins; b"{tag}" is replaced.
Unmatched commands get sensible defaults (CAPABILITY, LOGIN, EXAMINE/SELECT, NOOP, LOGOUT ...).
Everything received is kept in ``server.received``. With ``context`` it speaks TLS from the start.
"""

from __future__ import annotations

import contextlib
import re
import socket
import ssl
import threading
import time

from tests.servers import recorder

CLOSE = object()
DEFAULT_CAPS = "IMAP4rev1 IDLE ENABLE UIDPLUS UNSELECT LITERAL+ ID NAMESPACE"


class ScriptedIMAP:
    def __init__(
        self,
        rules=(),
        capabilities: str = DEFAULT_CAPS,
        greeting: bytes | None = None,
        context: ssl.SSLContext | None = None,
    ):
        self.context = context
        self.rules = [(re.compile(p, re.I | re.S), r) for p, r in rules]
        self.capabilities = capabilities
        self.greeting = greeting if greeting is not None else f"* OK [CAPABILITY {capabilities}] scripted\r\n".encode()
        self.received: list[bytes] = []
        self._sock = socket.create_server(("127.0.0.1", 0))
        self.port = self._sock.getsockname()[1]
        self._clients: list[socket.socket] = []
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> ScriptedIMAP:
        self._start(self._accept)
        return self

    def __exit__(self, *exc) -> None:
        for s in (self._sock, *self._clients):
            with contextlib.suppress(OSError):
                socket.socket.shutdown(s, socket.SHUT_RDWR)
        for thread in self._threads:  # before the sockets are closed: their numbers are the next server's then
            thread.join(2)
        recorder.hear(self.received)
        for s in (self._sock, *self._clients):
            with contextlib.suppress(OSError):
                s.close()

    def _start(self, work, *given) -> None:
        self._threads.append(threading.Thread(target=work, args=given, daemon=True))
        self._threads[-1].start()

    def _accept(self) -> None:
        while True:
            try:
                c, _ = self._sock.accept()
            except OSError:
                return
            c.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self.context:
                try:
                    c = self.context.wrap_socket(c, server_side=True)
                except OSError:
                    continue
            self._clients.append(c)
            self._start(self._serve, c)

    def _default(self, command: str) -> list:
        word = command.split(" ", 1)[0].upper()
        ok = b"{tag} OK %s completed\r\n" % word.encode()
        if word == "CAPABILITY":
            return [f"* CAPABILITY {self.capabilities}\r\n".encode() + ok]
        if word in ("SELECT", "EXAMINE"):
            ro = b"READ-ONLY" if word == "EXAMINE" else b"READ-WRITE"
            state = b"* 4 EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 1] x\r\n* OK [UIDNEXT 5] x\r\n"
            return [b"* FLAGS (\\Seen)\r\n" + state + b"{tag} OK [" + ro + b"] done\r\n"]
        if word == "IDLE":
            return [b"+ idling\r\n"]
        if word == "LOGOUT":
            return [b"* BYE bye\r\n" + ok, CLOSE]
        if word == "NAMESPACE":
            return [b'* NAMESPACE (("" "/")) NIL NIL\r\n' + ok]
        return [ok]

    def _serve(self, c: socket.socket) -> None:
        f, idle_tag = c.makefile("rb"), b""
        try:
            c.sendall(self.greeting)
            for line in f:
                self.received.append(line)
                if line.strip().upper() == b"DONE":
                    c.sendall(idle_tag + b" OK IDLE completed\r\n")
                    continue
                tag, _, command = line.rstrip(b"\r\n").partition(b" ")
                text = command.decode("utf-8", "replace")
                if text.upper() == "IDLE":
                    idle_tag = tag
                reply = next((r for p, r in self.rules if p.fullmatch(text)), None)
                if callable(reply):
                    reply = reply(tag, text, self)
                for step in self._default(text) if reply is None else reply:
                    if step is CLOSE:
                        c.shutdown(socket.SHUT_RDWR)
                        return
                    if isinstance(step, (int, float)):
                        time.sleep(step)
                    else:
                        c.sendall(step.replace(b"{tag}", tag))
        except OSError:
            pass
