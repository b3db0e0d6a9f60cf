from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.errors import PasswordDeleteError

from inbox_watch.credentials import places, tokens
from tests.servers.identity_provider import IdentityProvider


class Memory(KeyringBackend):
    """A keyring in memory: what the tests of a real one (test_keyring) find true of it holds here."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.held:
            raise PasswordDeleteError
        del self.held[service, username]


@pytest.fixture(autouse=True)
def memory() -> Iterator[Memory]:
    """An empty keyring, and no token from another test in memory."""
    before = keyring.get_keyring()
    made = Memory()
    keyring.set_keyring(made)
    tokens._held.clear()
    places._warned.clear()
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def no_keyring(memory: Memory) -> None:
    keyring.set_keyring(fail.Keyring())


@pytest.fixture(scope="session")
def tls_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("identity")


@pytest.fixture
def provider(tls_folder: Path) -> Iterator[IdentityProvider]:
    with IdentityProvider(tls_folder) as server:
        yield server
