import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_watch import config
from inbox_watch.config import Account, OAuth, editing
from inbox_watch.errors import ConfigError

OWN = Account(name="own", user="sam@example.com", host="imap.example.com")
WRITTEN = """# my settings
[me]
country = "DE"   # Berlin

# --- work -------------------------------------------------------------
[[account]]
name = "work"  # the old one
user = "sam@work.example"
host = "imap.work.example"

[account.oauth]
provider = "google"
client_id = "x"

# how often
[schedule]
scan_every = "30m"

  [[ account ]]
  name = 'second'
  user = 'sam@second.example'

# at the very end
"""

TEXTS = st.text(st.characters(exclude_categories=["Cs"], min_codepoint=32), min_size=1, max_size=30)
NAMES = TEXTS.filter(str.strip)
ACCOUNTS = st.builds(
    Account,
    name=NAMES,
    user=NAMES,
    host=TEXTS,
    port=st.integers(1, 65535),
    tls=st.sampled_from(["implicit", "starttls"]),
    ca_file=TEXTS,
    auth=st.sampled_from(["password", "oauth2"]),
    oauth=st.none()
    | st.builds(OAuth, provider=st.sampled_from(["google", "microsoft"]), client_id=NAMES, ca_file=TEXTS),
    password_command=st.lists(NAMES, max_size=3).map(tuple),
    mailboxes=st.lists(NAMES, max_size=3).map(tuple),
).filter(lambda account: account.auth == "password" or account.oauth or account.password_command)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "config.toml"


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


@given(ACCOUNTS)
def test_an_account_s_table_reads_back_as_that_account(account: Account) -> None:
    assert config.parse(editing.table(account)).accounts == (account,)


@given(ACCOUNTS, st.sampled_from(["", WRITTEN, WRITTEN.replace("\n", "\r\n")]))
def test_an_account_that_is_added_and_removed_leaves_every_byte_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, account: Account, before: str
) -> None:
    path = written(tmp_path_factory.mktemp("c") / "config.toml", before)
    editing.add_account(path, account)
    assert path.read_bytes().startswith(before.encode())
    assert editing.load(path).accounts[-1] == account
    editing.remove_account(path, account.name)
    assert path.read_bytes() == before.encode()


def test_a_new_file_and_its_folder_are_the_user_s_alone(path: Path) -> None:
    editing.add_account(path, OWN)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [entry.name for entry in path.parent.iterdir()] == ["config.toml"]


def test_a_file_keeps_its_permissions_and_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    real = written(tmp_path / "dotfiles" / "real.toml", WRITTEN)
    real.chmod(0o640)
    path.parent.mkdir()
    path.symlink_to(real)
    editing.add_account(path, OWN)
    assert path.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert real.read_text().endswith(editing.table(OWN))


def test_removing_takes_the_account_with_its_sub_tables_and_no_comment_of_another(path: Path) -> None:
    editing.remove_account(written(path, WRITTEN), "work")
    text = path.read_text()
    assert [account.name for account in editing.load(path).accounts] == ["second"]
    assert "oauth" not in text
    assert "# how often\n[schedule]" in text
    assert "# at the very end" in text
    editing.remove_account(path, "second")
    assert "account" not in tomllib.loads(path.read_text())
    assert "# my settings" in path.read_text()


@pytest.mark.parametrize(
    "text",
    [
        'account = [ { name = "a", user = "u" }, { name = "own", user = "v" } ]\n',
        'note = 1\n[[account]]\nname = "own"\nuser = "v"\n',
        '[[account]]\nname = "own"\nuser = "v"\nport = "x"\n',
        '[[account]]\nname = "own\n',
    ],
)
def test_a_file_that_can_t_be_changed_safely_stays_as_it_is(text: str, path: Path) -> None:
    written(path, text)
    with pytest.raises(ConfigError):
        editing.remove_account(path, "own")
    with pytest.raises(ConfigError):
        editing.add_account(path, Account(name="new", user="w", host="h"))
    assert path.read_text() == text


def test_a_header_inside_of_a_text_is_not_taken_for_a_table(path: Path) -> None:
    text = '[[account]]\nname = "a"\nuser = """\\\n[[account]]"""\n\n[[account]]\nname = "b"\nuser = "v"\n'
    assert [account.user for account in config.parse(text).accounts] == ["[[account]]", "v"]
    with pytest.raises(ConfigError, match="can't change"):
        editing.remove_account(written(path, text), "a")
    assert path.read_text() == text
    editing.remove_account(path, "b")
    assert path.read_text() == text.partition("\n\n")[0] + "\n"


def test_a_second_account_of_the_same_name_or_user_is_refused(path: Path) -> None:
    editing.add_account(path, OWN)
    before = path.read_bytes()
    with pytest.raises(ConfigError, match='named "own"'):
        editing.add_account(path, Account(name="own", user="other@example.com"))
    with pytest.raises(ConfigError, match='as account "own"') as caught:
        editing.add_account(path, Account(name="new", user="SAM@example.com"))
    assert "account login own" in caught.value.advice
    assert path.read_bytes() == before


def test_a_name_that_is_no_text_is_refused(path: Path) -> None:
    with pytest.raises(ConfigError):
        editing.add_account(path, Account(name="\udce9", user="u"))
    assert not path.exists()
