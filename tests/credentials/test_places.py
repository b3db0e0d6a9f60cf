import logging
import sys
from pathlib import Path

import pytest

from inbox_watch import credentials
from inbox_watch.config import Account, Smtp
from inbox_watch.credentials import places
from inbox_watch.errors import CredentialError
from tests.credentials.conftest import Memory

SAM = "sam@example.com"


def printing(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


def account(**given: object) -> Account:
    return Account(**{"name": "own", "user": SAM, **given})  # type: ignore[arg-type]


def test_the_places_are_asked_in_their_order(memory: Memory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INBOX_WATCH_PASSWORD_OWN", "from the environment")
    found = [(credentials.secret(account()), credentials.origin(account()))]
    (tmp_path / "inbox-watch-own").write_text("from systemd\n")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    found.append((credentials.secret(account()), credentials.origin(account())))
    memory.set_password("inbox-watch", SAM, "from the keyring")
    found.append((credentials.secret(account()), credentials.origin(account())))
    by_command = account(password_command=printing("print('from the command'); print('second line')"))
    found.append((credentials.secret(by_command), credentials.origin(by_command)))
    assert found == [
        ("from the environment", "environment"),
        ("from systemd", "systemd credentials"),
        ("from the keyring", "keyring"),
        ("from the command", "password_command"),
    ]


def test_nothing_anywhere_is_an_error_that_says_what_to_do(no_keyring: None) -> None:
    with pytest.raises(CredentialError, match="own: no password found") as caught:
        credentials.secret(account())
    assert "inbox-watch account login own." in caught.value.advice
    assert "password_command" in caught.value.advice
    assert credentials.origin(account()) == "none found"
    with pytest.raises(CredentialError) as caught:
        credentials.secret(account(name="my own"))
    assert 'inbox-watch account login "my own".' in caught.value.advice


def test_the_environment_is_warned_of_once(
    no_keyring: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("INBOX_WATCH_PASSWORD_OWN", "canary")
    with caplog.at_level(logging.DEBUG):
        assert [credentials.secret(account()) for _ in range(3)] == ["canary"] * 3
    (warning,) = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert "INBOX_WATCH_PASSWORD_OWN" in warning.getMessage()
    assert "canary" not in caplog.text


def test_a_command_runs_without_a_shell(tmp_path: Path) -> None:
    odd = f"; touch {tmp_path}/made; $(touch {tmp_path}/made)"
    told = credentials.secret(account(password_command=(*printing("import sys; print(sys.argv[1])"), odd)))
    assert told == odd
    assert list(tmp_path.glob("made")) == []


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("import sys; print('canary'); print('canary', file=sys.stderr); sys.exit(3)", "ended with status 3"),
        ("print()", "printed nothing"),
        ("import sys; sys.stderr.write('canary')", "printed nothing"),
    ],
)
def test_a_command_that_fails_shows_nothing_of_what_it_said(
    code: str, told: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CredentialError, match=told) as caught:
        credentials.secret(account(password_command=printing(code)))
    out = capfd.readouterr()
    assert "canary" not in f"{caught.value.what} {caught.value.advice} {out.out} {out.err}"


def test_a_command_that_is_missing_or_hangs_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "COMMAND_SECONDS", 0.2)
    with pytest.raises(CredentialError, match="took over"):
        credentials.secret(account(password_command=printing("import time; time.sleep(60)")))
    with pytest.raises(CredentialError, match="No such file"):
        credentials.secret(account(password_command=("/nowhere/pass",)))


def test_a_name_never_leads_out_of_the_credentials_folder(
    no_keyring: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "secret").write_text("canary")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path / "inner"))
    with pytest.raises(CredentialError, match="no password"):
        credentials.secret(account(name="x/../../secret"))


def test_with_oauth2_a_command_brings_the_token() -> None:
    one = account(auth="oauth2", password_command=printing("print('a token')"))
    assert credentials.secret(one) == "a token"


# --- the digest's password ------------------------------------------------------------------------------------------


def test_the_digest_s_password_comes_from_its_own_command_first(memory: Memory) -> None:
    memory.set_password("inbox-watch", SAM, "from the keyring")
    smtp = Smtp(host="smtp.example.com", user=SAM, password_command=printing("print('its own')"))
    assert credentials.smtp_secret(smtp) == "its own"
    assert credentials.smtp_secret(Smtp(host="smtp.example.com", user=SAM)) == "from the keyring"


def test_the_digest_s_password_is_that_of_the_account_with_the_same_user() -> None:
    accounts = [
        account(name="other", user="other@example.com", password_command=printing("print('wrong')")),
        account(password_command=printing("print('the same')")),
    ]
    assert credentials.smtp_secret(Smtp(host="smtp.example.com", user=SAM), accounts) == "the same"
    with pytest.raises(CredentialError, match="smtp: no password") as caught:
        credentials.smtp_secret(Smtp(host="smtp.example.com", user="third@example.com"), accounts)
    assert "keyring set inbox-watch third@example.com" in caught.value.advice


def test_a_digest_s_command_that_fails_is_not_passed_over_for_another_secret() -> None:
    smtp = Smtp(host="smtp.example.com", user=SAM, password_command=("/nowhere/pass",))
    with pytest.raises(CredentialError, match="password_command failed"):
        credentials.smtp_secret(smtp, [account(password_command=printing("print('another')"))])


def test_an_account_that_logs_in_by_oauth_gives_no_password_for_the_digest() -> None:
    with pytest.raises(CredentialError, match="takes a password"):
        credentials.smtp_secret(Smtp(host="smtp.example.com", user=SAM), [account(auth="oauth2")])
