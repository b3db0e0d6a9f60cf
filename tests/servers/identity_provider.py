"""A login server on loopback, over https: OAuth 2.0 as RFC 6749, 7636 (PKCE), 8628 (device) and 7662 say it.

It checks what a real one checks: client id and secret, redirect address, S256 of the verifier, that a code is taken
once, that a refresh token is still good. The user behind the browser says yes to everything, unless `declines`.
`device_answers` are the errors that the next polls get, "ok" lets them in. Everything that it gave out stands in
`given_out`, all that was posted in `posted`: a test looks for both where they mustn't be.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.servers.dovecot import make_ca_and_cert

DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"


class IdentityProvider:
    def __init__(self, folder: Path, *, user: str = "user@example.test", client_secret: str | None = None) -> None:
        ca, certificate, key = make_ca_and_cert(folder)
        self.ca_file = str(ca)
        self.user, self.client_id, self.client_secret = user, "client-of-my-own", client_secret
        self.declines = False
        self.is_believed = True  # by the mail server; where not, a token that is good is refused there
        self.held = threading.Event()  # answers wait for it where it is cleared
        self.held.set()
        self.rotates = False
        self.user_code = "WDJB-MJHT"
        self.scope_granted: str | None = None
        self.lifetime, self.device_lifetime = 3600, 900
        self.device_answers: list[str] = []
        self.failing: list[tuple[int, bytes, dict[str, str]]] = []  # answers of /token in place of its own
        self.refreshable: set[str] = set()
        self.good: set[str] = set()
        self.given_out: list[str] = []
        self.posted: list[tuple[str, dict[str, str]]] = []
        self.asked: list[str] = []
        self._codes: dict[str, dict[str, str]] = {}
        self._devices: set[str] = set()
        handler = type("Handler", (_Handler,), {"provider": self})
        self._server = _Quiet(("127.0.0.1", 0), handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self.url = f"https://localhost:{self._server.server_address[1]}"

    def __enter__(self) -> IdentityProvider:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def revoke(self) -> None:
        """End all logins, as a user does on the provider's page."""
        self.refreshable.clear()
        self.good.clear()

    # --- what it answers ----------------------------------------------------------------------------------------------

    def authorize(self, asked: dict[str, str]) -> str:
        """Return where the browser is sent to."""
        assert asked["client_id"] == self.client_id
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        if self.declines:
            return f"{asked['redirect_uri']}?" + urlencode({"error": "access_denied", "state": asked["state"]})
        code = self._new("code")
        self._codes[code] = asked
        return f"{asked['redirect_uri']}?" + urlencode({"code": code, "state": asked["state"]})

    def token(self, asked: dict[str, str]) -> tuple[int, dict[str, object]]:
        if asked.get("client_id") != self.client_id or asked.get("client_secret") != self.client_secret:
            return 401, {"error": "invalid_client"}
        grant = asked["grant_type"]
        if grant == "authorization_code":
            return self._by_code(asked)
        if grant == "refresh_token":
            return self._by_refresh(asked)
        if grant == DEVICE_GRANT:
            return self._by_device(asked)
        return 400, {"error": "unsupported_grant_type"}

    def device(self, asked: dict[str, str]) -> tuple[int, dict[str, object]]:
        code = self._new("device")
        self._devices.add(code)
        return 200, {
            "device_code": code,
            "user_code": self.user_code,
            "verification_uri": f"{self.url}/device",
            "expires_in": self.device_lifetime,
            "interval": 1,
        }

    def introspect(self, asked: dict[str, str]) -> tuple[int, dict[str, object]]:
        is_good = self.is_believed and asked.get("token") in self.good
        return 200, {
            "active": "true" if is_good else "false",
            "username": self.user if is_good else "",
            "scope": "mail",
        }

    def _by_code(self, asked: dict[str, str]) -> tuple[int, dict[str, object]]:
        begun = self._codes.pop(asked.get("code", ""), None)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(asked.get("code_verifier", "").encode()).digest())
        if (
            begun is None
            or begun["redirect_uri"] != asked.get("redirect_uri")
            or begun["code_challenge"] != challenge.rstrip(b"=").decode()
        ):
            return 400, {"error": "invalid_grant"}
        return 200, self._tokens()

    def _by_refresh(self, asked: dict[str, str]) -> tuple[int, dict[str, object]]:
        token = asked.get("refresh_token", "")
        if token not in self.refreshable:
            return 400, {"error": "invalid_grant", "error_description": f"Token {token} has been expired or revoked."}
        if self.rotates:
            self.refreshable.discard(token)
            return 200, self._tokens()
        return 200, {name: value for name, value in self._tokens().items() if name != "refresh_token"}

    def _by_device(self, asked: dict[str, str]) -> tuple[int, dict[str, object]]:
        if asked.get("device_code") not in self._devices:
            return 400, {"error": "invalid_grant"}
        answer = self.device_answers.pop(0) if self.device_answers else "ok"
        return (200, self._tokens()) if answer == "ok" else (400, {"error": answer})

    def _tokens(self) -> dict[str, object]:
        access, refresh = self._new("access"), self._new("refresh")
        self.good.add(access)
        self.refreshable.add(refresh)
        given: dict[str, object] = {
            "access_token": access,
            "refresh_token": refresh,
            "token_type": "Bearer",
            "expires_in": self.lifetime,
        }
        return given | ({"scope": self.scope_granted} if self.scope_granted else {})

    def _new(self, kind: str) -> str:
        made = f"canary-{kind}-{secrets.token_urlsafe(24)}"
        self.given_out.append(made)
        return made


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that doesn't trust the certificate hangs up: no matter."""


class _Handler(BaseHTTPRequestHandler):
    provider: IdentityProvider
    timeout = 10

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        self.provider.asked.append(parts.path)
        if parts.path != "/authorize":
            self.send_error(404)
            return
        self._answer(302, b"", {"Location": self.provider.authorize(_fields(parts.query))})

    def do_POST(self) -> None:
        asked = _fields(self.rfile.read(int(self.headers["Content-Length"])).decode())
        path = urlsplit(self.path).path
        self.provider.asked.append(path)
        self.provider.posted.append((path, asked))
        self.provider.held.wait(10)
        if path == "/token" and self.provider.failing:
            self._answer(*self.provider.failing.pop(0))
            return
        ways = {
            "/token": self.provider.token,
            "/devicecode": self.provider.device,
            "/introspect": self.provider.introspect,
        }
        if path not in ways:
            self.send_error(404)
            return
        status, answer = ways[path](asked)
        self._answer(status, json.dumps(answer).encode(), {"Content-Type": "application/json"})

    def _answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


def _fields(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}
