"""What all tests share: no state outside the test's folder, real servers, and no skip where nothing may be missing."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import recorder
from tests.servers.dovecot import Dovecot

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures"


@pytest.fixture(autouse=True)
def _own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the user's configuration and state out of the tests."""
    for name in [name for name in os.environ if name.startswith("INBOX_WATCH_") and name != "INBOX_WATCH_NO_SKIPS"]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Turn a skip into a failure where everything is said to be installed (`INBOX_WATCH_NO_SKIPS`)."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    if report.skipped and "INBOX_WATCH_NO_SKIPS" in os.environ:
        report.outcome = "failed"
        report.longrepr = f"skipped, but nothing may be missing here: {report.longrepr}"


@pytest.fixture(scope="session", autouse=True)
def _every_line_to_any_server_only_reads() -> Iterator[None]:
    """Read, after all tests, what the servers received: a second grammar, written apart from the program's guard."""
    yield
    assert recorder.wrong() == []


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    """A real IMAP server on loopback, with no mail in it at first; without compression, so that its log can be read."""
    if not shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"):
        pytest.skip("Dovecot is missing: apt-get install dovecot-imapd")
    with tempfile.TemporaryDirectory(prefix="iw-") as folder, Dovecot(folder, hide=("COMPRESS=DEFLATE",)) as server:
        yield server


@pytest.fixture(scope="session")
def weak_dovecot() -> Iterator[Dovecot]:
    """The same server without its extensions: what a small provider runs."""
    hide = (
        "CONDSTORE",
        "QRESYNC",
        "ESEARCH",
        "SPECIAL-USE",
        "LIST-EXTENDED",
        "LIST-STATUS",
        "ENABLE",
        "ID",
        "LITERAL+",
    )
    with (
        tempfile.TemporaryDirectory(prefix="iw-") as folder,
        Dovecot(folder, hide=(*hide, "COMPRESS=DEFLATE")) as server,
    ):
        yield server


@pytest.fixture
def packing_dovecot() -> Iterator[Dovecot]:
    """A real server that compresses."""
    with tempfile.TemporaryDirectory(prefix="iw-") as folder, Dovecot(folder) as server:
        yield server


@pytest.fixture(params=["dovecot", "weak_dovecot"])
def server(request: pytest.FixtureRequest) -> Dovecot:
    """Each of the real servers, with an empty account."""
    chosen: Dovecot = request.getfixturevalue(request.param)
    chosen.clear()
    return chosen
