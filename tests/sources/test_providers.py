import re

import pytest

from inbox_watch.credentials.presets import PRESETS
from inbox_watch.sources.providers import host_of, provider_of, providers

HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z0-9]+")


def test_the_big_providers_are_known() -> None:
    assert len(providers()) >= 35
    domains = [domain for one in providers() for domain in one.domains]
    assert len(domains) == len(set(domains)) >= 180


@pytest.mark.parametrize("one", providers(), ids=lambda one: one.name)
def test_each_entry_is_whole(one: object) -> None:
    from inbox_watch.sources.providers import Provider

    assert isinstance(one, Provider)
    assert HOST.fullmatch(one.imap)
    assert HOST.fullmatch(one.smtp)
    assert all(HOST.fullmatch(domain) for domain in one.domains)
    assert one.login in ("app password", "password", "oauth2")
    assert {one.imap_tls, one.smtp_tls} <= {"implicit", "starttls"}
    assert one.page.startswith("https://")
    assert len(one.advice) > 20
    assert one.user in ("address", "local part")
    assert one.oauth in ("", *PRESETS)
    assert one.login != "oauth2" or one.oauth


def test_mail_goes_over_tls_from_the_start_but_for_a_bridge_on_this_machine() -> None:
    assert {one.name for one in providers() if one.imap_tls != "implicit"} == {"Proton Mail Bridge"}


@pytest.mark.parametrize(
    ("address", "host", "name"),
    [
        ("sam@gmail.com", "", "Gmail"),
        ("Sam@GoogleMail.com", "", "Gmail"),
        ("sam@web.de", "", "WEB.DE"),
        ("sam@acme.example", "", None),
        ("sam@acme.example", "imap.gmail.com", "Gmail"),
        ("sam@acme.example", "outlook.office365.com", "Microsoft 365"),
        ("sam@outlook.com", "outlook.office365.com", "Outlook"),
        ("sam@cox.net", "", "Cox"),
        ("sam@gmail.com", "mail.own.example", None),
        ("sam", "", None),
    ],
)
def test_a_provider_is_found_by_address_or_server(address: str, host: str, name: str | None) -> None:
    found = provider_of(address, host)
    assert (found.name if found else None) == name


def test_a_host_is_found_by_address() -> None:
    assert host_of("sam@icloud.com") == "imap.mail.me.com"
    assert host_of("sam@nowhere.example") is None


def test_the_login_name_is_the_address_but_where_it_is_said() -> None:
    assert [provider_of(f"sam@{domain}").login_name(f"sam@{domain}") for domain in ("gmx.de", "free.fr")] == [  # type: ignore[union-attr]
        "sam@gmx.de",
        "sam",
    ]
