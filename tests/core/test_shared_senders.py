"""Which domains many organisations send from."""

from __future__ import annotations

import pytest

from inbox_watch.core import shared_senders


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("no-reply@us.greenhouse-mail.io", "ats"),
        ("acme@myworkday.com", "ats"),
        ("jobalerts-noreply@linkedin.com", "job_board"),
        ("inmail-hit-reply@linkedin.com", "social"),
        ("noreply@indeed.com", "job_board"),
        ("no-reply@calendly.com", "scheduler"),
        ("calendar-notification@google.com", "scheduler"),
        ("invitations@codility.com", "assessment"),
        ("sam.okafor@gmail.com", "free_mail"),
        ("bounce@email.sendgrid.net", "esp"),
        ("dana@mail.brightwater.example", None),
        ("nobody", None),
        ("", None),
    ],
)
def test_a_shared_sender_is_known_by_its_registrable_domain(address: str, kind: str | None) -> None:
    assert shared_senders.kind_of(address) == kind
    assert shared_senders.is_shared(address) == (kind is not None)


def test_a_look_alike_domain_is_not_the_shared_one() -> None:
    assert shared_senders.kind_of("no-reply@greenhouse-mail.io.attacker.example") is None
    assert shared_senders.kind_of("no-reply@notgreenhouse-mail.io") is None


def test_the_registrable_domain_knows_two_part_suffixes() -> None:
    assert shared_senders.registrable_domain("Mail.Acme.co.uk") == "acme.co.uk"
    assert shared_senders.domain_of("x@a.b.acme.com") == "acme.com"
    assert shared_senders.domain_of("no address") == ""


def test_a_platforms_brand_is_known_whatever_its_domain_and_a_firms_name_is_none() -> None:
    assert shared_senders.is_platform_name("Personio")
    assert shared_senders.is_platform_name("Smart Recruiters")
    assert not any(map(shared_senders.is_platform_name, ("Windkern", "Lever Foods", "Dover", "Monster", "")))


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("x@dunmoor.gov.example", "dunmoor.gov.example"),
        ("x@mail.capeuni.ac.example", "capeuni.ac.example"),
        ("x@capeuni.ac.za", "capeuni.ac.za"),
        ("x@gov.example", "gov.example"),
        ("x@mail.dunmoor.example", "dunmoor.example"),
        ("x@mail.edu.com", "edu.com"),
    ],
)
def test_a_second_level_under_a_country_is_nobodys_own(address: str, domain: str) -> None:
    assert shared_senders.domain_of(address) == domain
