from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_watch.config import Account
from inbox_watch.core.links import link

GMAIL = Account(name="own", user="sam@gmail.com")
WORK = Account(name="work", user="sam@own.example", host="imap.gmail.com")
APPLE = Account(name="own", user="sam@icloud.com")
OTHER = Account(name="own", user="sam@example.com", host="imap.example.com")


@pytest.mark.parametrize(
    ("account", "opened"),
    [
        (GMAIL, "https://mail.google.com/mail/?authuser=sam%40gmail.com#search/rfc822msgid%3Aa%40x.example"),
        (WORK, "https://mail.google.com/mail/?authuser=sam%40own.example#search/rfc822msgid%3Aa%40x.example"),
        (APPLE, "message://%3Ca%40x.example%3E"),
        (OTHER, "mid:a@x.example"),
    ],
)
def test_each_sort_of_account_has_the_link_that_opens_its_mail(account: Account, opened: str) -> None:
    assert link("<a@x.example>", account) == opened


def test_on_a_mac_the_mail_program_is_apple_s_unless_the_account_is_gmail_s() -> None:
    assert link("<a@x.example>", OTHER, is_mac=True) == "message://%3Ca%40x.example%3E"
    assert str(link("<a@x.example>", GMAIL, is_mac=True)).startswith("https://mail.google.com/")


@pytest.mark.parametrize("message_id", ["", "<>", "<abc@no-message-id.invalid>", "<\ud800@x>", f"<{'a' * 300}@x>"])
def test_a_mail_without_a_message_id_of_its_own_has_no_link(message_id: str) -> None:
    assert link(message_id, GMAIL) is None


@given(st.text(max_size=200), st.sampled_from([GMAIL, APPLE, OTHER]))
def test_no_message_id_breaks_out_of_its_link(message_id: str, account: Account) -> None:
    made, plain = link(message_id, account), str(link("<a>", account))
    if made is None:
        return
    assert made.isascii()
    assert not set(made) & set(" \t\r\n\"'<>`\\")
    assert urlsplit(made)[:4] == urlsplit(plain)[:4] or account is not GMAIL
    assert message_id.strip("<>") in unquote(made)
