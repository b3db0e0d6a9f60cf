"""The system's keyring, a real one: gnome-keyring in a session of its own."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.secret_service import SecretService

READ = "from inbox_watch.credentials import vault\nprint(vault.read('own', 'sam@example.com'{}))"
QUICK = "from inbox_watch.credentials import vault\nvault.SECONDS = vault.UNLOCK_SECONDS = 0.5\n"
KEEP = "from inbox_watch.credentials import vault\nvault.write('own', 'sam@example.com', 'canary-hunter2')"

UNSAFE = """
from keyring.backend import KeyringBackend

class PlaintextKeyring(KeyringBackend):
    priority = {priority}

    def get_password(self, service, username):
        return "read from a plain file"

    def set_password(self, service, username, password):
        open("written", "w").write(password)
"""


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SecretService]:
    with SecretService(tmp_path_factory.mktemp("keyring") / "home") as service:
        assert service.python(KEEP).returncode == 0
        yield service


@pytest.fixture
def own_session(tmp_path: Path) -> Iterator[SecretService]:
    with SecretService(tmp_path / "home") as service:
        assert service.python(KEEP).returncode == 0
        yield service


@pytest.fixture
def unsafe(tmp_path: Path) -> Path:
    """A folder with the backend that keeps secrets in plain text, as keyrings.alt does."""
    room = tmp_path / "path" / "keyrings" / "alt"
    room.mkdir(parents=True)
    for folder in (room.parent, room):
        (folder / "__init__.py").touch()
    (room / "file.py").write_text(UNSAFE.format(priority=0.5))
    (room / "sure.py").write_text(UNSAFE.format(priority=7))
    (tmp_path / "path" / "weak.py").write_text(UNSAFE.format(priority=0.5))
    return tmp_path / "path"


def beside(session: SecretService, folder: Path) -> str:
    """Return a path on which Python finds this folder too."""
    return os.pathsep.join(filter(None, [str(folder), session.env.get("PYTHONPATH")]))


def test_what_was_kept_is_read_again_by_another_process(session: SecretService) -> None:
    done = session.python(READ.format(""))
    assert (done.stdout, done.stderr) == ("canary-hunter2\n", "")


def test_what_was_never_kept_is_none(session: SecretService) -> None:
    assert session.python(READ.format(", service='another'")).stdout == "None\n"


def test_what_was_taken_out_is_gone_and_taking_it_out_twice_is_no_error(session: SecretService) -> None:
    code = (
        "from inbox_watch.credentials import vault\n"
        "vault.write('own', 'x', 'y', service='gone')\n"
        "print(vault.delete('own', 'x', service='gone'), vault.delete('own', 'x', service='gone'))\n"
        "print(vault.read('own', 'x', service='gone'))"
    )
    assert session.python(code).stdout == "True False\nNone\n"


def test_a_locked_keyring_is_an_error_at_once_and_nobody_is_asked(own_session: SecretService) -> None:
    own_session.lock()
    own_session.show_a_window_that_nobody_answers()
    done = own_session.python(READ.format(""))
    assert "Unusable: own: the keyring is locked" in done.stderr


def test_a_window_that_nobody_answers_is_waited_for_with_an_end(own_session: SecretService) -> None:
    own_session.lock()
    own_session.show_a_window_that_nobody_answers()
    done = own_session.python(QUICK + READ.format(", may_ask=True"))
    assert "Unusable: own: nobody unlocked the keyring in time" in done.stderr


def test_a_locked_keyring_without_a_desktop_stays_locked(own_session: SecretService) -> None:
    own_session.lock()
    done = own_session.python(READ.format(", may_ask=True"))
    assert "Unusable: own: the keyring is locked" in done.stderr


def test_a_keyring_that_hangs_is_left_and_not_asked_a_second_time(own_session: SecretService) -> None:
    own_session.freeze()
    code = (
        QUICK
        + "import threading\n"
        + "for _ in range(3):\n"
        + "    try:\n"
        + "        vault.read('own', 'sam@example.com')\n"
        + "    except vault.Unusable as error:\n"
        + "        print(error)\n"
        + "print(sum(thread.name == 'keyring' for thread in threading.enumerate()))"
    )
    done = own_session.python(code)
    assert done.stdout == "own: the keyring doesn't answer\n" * 3 + "1\n"
    assert done.returncode == 0  # and the program ends, whatever hangs


def test_no_secret_service_means_none_on_reading_and_advice_on_writing(session: SecretService, tmp_path: Path) -> None:
    nowhere = {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/none"}
    assert session.python(READ.format(""), **nowhere).stdout == "None\n"
    assert "Unusable: own: this system has no keyring" in session.python(KEEP, **nowhere).stderr


def test_a_keyring_in_which_nothing_was_ever_kept_asks_nobody(tmp_path: Path) -> None:
    with SecretService(tmp_path / "home", opened=False) as fresh:
        fresh.show_a_window_that_nobody_answers()
        assert fresh.python(READ.format("")).stdout == "None\n"


@pytest.mark.parametrize("backend", ["keyrings.alt.file", "keyrings.alt.sure", "weak"])
def test_a_keyring_that_is_no_safe_place_is_neither_read_nor_written(
    backend: str, session: SecretService, unsafe: Path, tmp_path: Path
) -> None:
    chosen = {
        "PYTHON_KEYRING_BACKEND": f"{backend}.PlaintextKeyring",
        "PYTHONPATH": beside(session, unsafe),
        "HOME": str(tmp_path),
    }
    for code in (READ.format(""), KEEP):
        done = session.python(f"import os; os.chdir({str(tmp_path)!r})\n{code}", **chosen)
        assert "Unusable: own: the keyring in use (PlaintextKeyring) doesn't keep passwords safe" in done.stderr
        assert "read from" not in done.stdout
    assert not (tmp_path / "written").exists()


def test_a_chain_that_holds_an_unsafe_keyring_is_refused_as_a_whole(session: SecretService, unsafe: Path) -> None:
    code = (
        "import keyrings.alt.file, keyring\n"
        "assert type(keyring.get_keyring()).__name__ == 'ChainerBackend', keyring.get_keyring()\n" + READ.format("")
    )
    done = session.python(code, PYTHONPATH=beside(session, unsafe))
    assert "Unusable: own: the keyring in use (PlaintextKeyring)" in done.stderr


@pytest.mark.parametrize("backend", ["fail", "null"])
def test_a_keyring_that_keeps_nothing_counts_as_none(backend: str, session: SecretService) -> None:
    chosen = {"PYTHON_KEYRING_BACKEND": f"keyring.backends.{backend}.Keyring"}
    assert session.python(READ.format(""), **chosen).stdout == "None\n"
    assert "this system has no keyring" in session.python(KEEP, **chosen).stderr
