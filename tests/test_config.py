from dataclasses import fields
from datetime import time, timedelta
from pathlib import Path

import pytest

from inbox_watch import config
from inbox_watch.core.types import Timing
from inbox_watch.errors import ConfigError

WHOLE = """
[me]
addresses = ["Sam@Example.com"]
timezone = "Europe/Berlin"
country = "DE"

[[account]]
name = "personal"
host = "imap.example.com"
port = 993
user = "sam@example.com"
tls = "implicit"
ca_file = ""
auth = "password"
password_command = ["pass", "show", "mail"]
mailboxes = []

[schedule]
scan_every = "15m"
digest_at = "20:00"

[digest]
to = "sam@example.com"
from = "sam@example.com"
only_when_changed = true
smtp = { host = "smtp.example.com", port = 465, user = "sam@example.com", tls = "implicit" }

[timing]
reply = 3
rhythm_share = 0.8
morning = "08:30"
"""

OAUTH = '[[account]]\nname = "x"\nuser = "u"\nauth = "oauth2"\noauth = {{ {} }}'
OTHER = 'provider = "other", client_id = "x"'


def test_every_key_of_the_reference_is_read() -> None:
    read = config.parse(WHOLE)
    assert read.me.addresses == ("sam@example.com",)
    assert read.accounts[0].password_command == ("pass", "show", "mail")
    assert read.schedule.scan_every == timedelta(minutes=15)
    assert read.digest.from_ == "sam@example.com"
    assert read.digest.smtp.host == "smtp.example.com"
    assert (read.timing.reply, read.timing.rhythm_share, read.timing.morning) == (3, 0.8, time(8, 30))


def test_a_login_server_of_one_s_own_is_named_by_its_addresses() -> None:
    urls = 'token_url = "https://x.example/t", device_url = "https://x.example/d", scope = "mail"'
    (account,) = config.parse(OAUTH.format(f"{OTHER}, {urls}")).accounts
    assert account.oauth == config.OAuth(
        provider="other",
        client_id="x",
        token_url="https://x.example/t",
        device_url="https://x.example/d",
        scope="mail",
    )


def test_an_empty_configuration_is_all_defaults() -> None:
    assert config.parse("") == config.Config()


@pytest.mark.parametrize(
    ("text", "key", "right"),
    [
        ("[mee]", "mee: unknown key", "me"),
        ('[me]\ntimezon = "local"', "me.timezon: unknown key", "me.timezone"),
        ('[me]\ntimezone = "Berlin"', "me.timezone", "IANA"),
        ('[me]\ntimezone = ""', "me.timezone", "IANA"),
        ('[me]\ntimezone = "Europe"', "me.timezone", "IANA"),
        ('[me]\ncountry = "Narnia"', "me.country", "DE"),
        ('[me]\naddresses = "sam@example.com"', "me.addresses", "a list"),
        ('[me]\naddresses = ["sam"]', "me.addresses", "a mail address"),
        ('[account]\nname = "x"', "account", "[[account]]"),
        ('[[account]]\nname = "x"', "account[1].user: missing", "login name"),
        ('[[account]]\nname = "x"\nuser = "u"\ntls = "none"', "account[1].tls", '"implicit" or "starttls"'),
        ('[[account]]\nname = "x"\nuser = "u"\nport = 0', "account[1].port", "1 to 65535"),
        ('[[account]]\nname = "x"\nuser = "u"\npassword = "p"', "account[1].password: unknown", "password_command"),
        ('[[account]]\nname = "x"\nuser = "u"\npassword_command = "pass"', "password_command", "a list"),
        ('[[account]]\nname = "x"\nuser = "u"\n[[account]]\nname = "x"\nuser = "v"', "account.name", "its own name"),
        (OAUTH.format('client_id = "x"'), "account[1].oauth.provider: missing", "google"),
        (OAUTH.format('provider = "google"'), "account[1].oauth.client_id: missing", "number of the app"),
        (OAUTH.format('provider = "gogle", client_id = "x"'), "account[1].oauth.provider", '"google" or "microsoft"'),
        (OAUTH.format('provider = "google", client_id = "x", secret = "y"'), "oauth.secret: unknown", "oauth.scope"),
        (OAUTH.format('provider = "other", client_id = "x"'), "oauth.token_url: missing", "other"),
        (OAUTH.format(f'{OTHER}, token_url = "https://x"'), "oauth.scope: missing", "other"),
        (OAUTH.format(f'{OTHER}, token_url = "https://x", scope = "m"'), "oauth.authorize_url: missing", "device_url"),
        (OAUTH.format(f'{OTHER}, token_url = "http://x"'), "oauth.token_url", "https://"),
        (OAUTH.format(f'{OTHER}, token_url = "https://u:p@x"'), "oauth.token_url", "https://"),
        (OAUTH.format(f'{OTHER}, token_url = "https://["'), "oauth.token_url", "https://"),
        (OAUTH.format(f'{OTHER}, device_url = "https:///x"'), "oauth.device_url", "https://"),
        ('[schedule]\nscan_every = "15"', "schedule.scan_every", "15m"),
        ('[schedule]\ndigest_at = "25:00"', "schedule.digest_at", "20:00"),
        ('[digest]\nonly_when_changed = "yes"', "digest.only_when_changed", "true or false"),
        ("[digest]\nsmtp = {}", "digest.smtp.host: missing", "server"),
        ("[timing]\nreply = -1", "timing.reply", "0 to 1000"),
        ("[timing]\nreply = true", "timing.reply", "whole number"),
        ("[timing]\nreplies = 2", "timing.replies: unknown", "timing.reply"),
        ("[timing]\nrhythm_share = 1.5", "timing.rhythm_share", "from 0.01 to 1"),
        ("[timing]\nrhythm_share = 0", "timing.rhythm_share", "from 0.01 to 1"),
        ("[timing]\nreply = 1.5", "timing.reply", "whole number"),
        ("[timing]\nrhythm_contact_waits = 0", "timing.rhythm_contact_waits", "from 1 to 1000"),
        ("[timing]\nappointment_length = 0", "timing.appointment_length", "from 1 to 1000"),
        ("[timing]\nrhythm_least = 20", "timing.rhythm_least", "no more than rhythm_most, 15"),
        ('[timing]\nmorning = "18:00"', "timing.morning", "earlier than day_end, 18:00"),
        ('[[account]]\nname = "x"\nuser = "u"\nauth = "oauth2"', "account[1].oauth: missing", "password_command"),
        ("[me", "", "valid TOML"),
    ],
)
def test_what_is_wrong_names_its_key_and_what_would_be_right(text: str, key: str, right: str) -> None:
    with pytest.raises(ConfigError) as caught:
        config.parse(text, where="my.toml")
    assert caught.value.what.startswith("my.toml: ")
    assert key in caught.value.what
    assert right in caught.value.advice


def test_a_command_that_prints_a_token_needs_no_oauth_table() -> None:
    text = '[[account]]\nname = "x"\nuser = "u"\nauth = "oauth2"\npassword_command = ["token"]'
    assert config.parse(text).accounts[0].oauth is None


def test_the_ends_of_a_range_are_in_it() -> None:
    read = config.parse("[timing]\nrhythm_share = 1\nrhythm_least = 15\nreply = 0").timing
    assert (read.rhythm_share, read.rhythm_least, read.reply) == (1.0, 15, 0)


def test_every_number_of_the_clock_can_be_set() -> None:
    assert {key.name for key in config.TIMING} == {entry.name for entry in fields(Timing)}


def test_a_missing_default_file_means_defaults_and_a_missing_named_one_is_an_error(tmp_path: Path) -> None:
    assert config.load() == config.Config()
    with pytest.raises(ConfigError, match="no configuration at"):
        config.load(tmp_path / "none.toml")


def test_a_file_that_is_no_text_is_an_error_and_no_crash(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="can't read"):
        config.load(tmp_path / "c.toml")
