"""What a platform or a colleague writes about an exchange counts for it in an account too, whenever it comes."""

from __future__ import annotations

from pathlib import Path

import pytest

from inbox_watch import demo
from tests.servers.dovecot import Dovecot
from tests.servers.scanning import Account, everyday, recruiter

pytestmark = pytest.mark.dovecot


def later(sender: str, subject: str, words: str, headers: str = "") -> bytes:
    return (
        f"From: {sender}\r\nTo: {demo.ME}\r\nSubject: {subject}\r\nDate: Sat, 07 Mar 2026 10:00:00 +0100\r\n"
        f"Message-ID: <later@mail.example>\r\n{headers}\r\n{words}\r\n"
    ).encode()


STEP = later(
    "Codetest <invite@codetest.example>",
    "An invitation",
    "Hi Sam,\r\n\r\nAcme 1 has invited you to take the Numerical Reasoning test by 12 March 2026.",
    "Auto-Submitted: auto-generated\r\n",
)
COLLEAGUE = later(
    "Lee Wong <lee@talent1.example>",
    "Hello",
    "Hi Sam,\r\n\r\nI'm standing in for Dana, who is ill. Could you send me your references?\r\n\r\nLee Wong",
)


@pytest.mark.parametrize(("mail", "kind"), [(STEP, "complete_assessment"), (COLLEAGUE, "send_documents")])
@pytest.mark.parametrize("is_there_at_once", [True, False])
def test_it_joins_the_exchange_that_it_is_about(
    server: Dovecot, tmp_path: Path, mail: bytes, kind: str, is_there_at_once: bool
) -> None:
    server.fill("INBOX", [recruiter(1), everyday(2, "They ripen."), *([mail] if is_there_at_once else [])])
    account = Account(server, tmp_path)
    if not is_there_at_once:
        (before,) = account.scan()["opportunities"]
        assert [one["kind"] for one in before["actions"]] == ["send_availability"]
        server.deliver("INBOX", mail)
    (told,) = account.scan()["opportunities"]
    assert sorted(one["kind"] for one in told["actions"]) == sorted(["send_availability", kind])
    assert len(told["threads"]) == 2
