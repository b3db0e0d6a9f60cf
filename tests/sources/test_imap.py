import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from inbox_watch.config import Account
from inbox_watch.core.types import RawMail, Skipped
from inbox_watch.errors import CredentialError, SourceError, TemporaryError
from inbox_watch.sources.imap import connection
from inbox_watch.sources.imap.read import BATCH_BYTES, BATCH_MESSAGES, batches, read
from tests.servers.dovecot import STARTTLS_HOST, Dovecot, make_ca_and_cert
from tests.servers.scripted_imap import CLOSE, ScriptedIMAP

PASSWORD = "secret"


def mail(number: int, size: int = 10) -> bytes:
    head = (
        f"From: Dana Reed <dana@talent.example>\r\nSubject: mail {number}\r\nMessage-ID: <{number}@talent.example>\r\n"
    )
    return head.encode() + b"\r\n" + b"x" * size + b"\r\n"


def account_on(server: Dovecot, **given: object) -> Account:
    told = {"name": "own", "user": server.user, "port": server.tls_port, "ca_file": server.ca_file, **given}
    return Account(**told)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def filled(dovecot: Dovecot) -> Dovecot:
    for number in range(5):
        dovecot.deliver("INBOX", mail(number))
    dovecot.deliver("Sent", mail(10))
    dovecot.deliver("Spam", mail(11))
    dovecot.deliver("Trash", mail(12))
    dovecot.deliver("Drafts", mail(13))
    return dovecot


@pytest.mark.dovecot
def test_every_mail_but_trash_and_drafts_is_read(filled: Dovecot) -> None:
    mails = [one for one in read(account_on(filled), "localhost", filled.password) if isinstance(one, RawMail)]
    assert [one.source for one in mails if one.source.startswith("INBOX")] == [f"INBOX uid {n}" for n in range(1, 6)]
    assert {one.data for one in mails} == {mail(number) for number in (0, 1, 2, 3, 4, 10, 11)}
    assert [one.source for one in mails if one.is_junk] == ["Spam uid 1"]


@pytest.mark.dovecot
def test_reading_changes_no_flag_and_no_count(filled: Dovecot) -> None:
    def state() -> bytes:
        flags = filled.doveadm("fetch", "-u", filled.user, "mailbox uid flags", "ALL")
        return flags + filled.doveadm("mailbox", "status", "-u", filled.user, "messages recent unseen uidnext", "*")

    before = state()
    assert list(read(account_on(filled), "localhost", filled.password))
    assert state() == before
    assert b"Seen" not in before


@pytest.mark.dovecot
def test_starttls_is_as_good_as_implicit_tls(filled: Dovecot) -> None:
    plain = account_on(filled, port=filled.port, tls="starttls")
    assert [one.data for one in read(plain, STARTTLS_HOST, filled.password) if isinstance(one, RawMail)]


@pytest.mark.dovecot
def test_a_wrong_password_is_a_credential_error(filled: Dovecot) -> None:
    with pytest.raises(CredentialError, match="refused the login"):
        list(read(account_on(filled), "localhost", "wrong"))


@pytest.mark.dovecot
def test_a_certificate_of_an_unknown_issuer_is_refused(filled: Dovecot) -> None:
    with pytest.raises(SourceError, match="isn't trusted"):
        list(read(account_on(filled, ca_file=""), "localhost", filled.password))


# --- servers that misbehave -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ssl.SSLContext, str]]:
    ca, certificate, key = make_ca_and_cert(Path(tmp_path_factory.mktemp("tls")))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context, str(ca)


LIST = (r"LIST .*", [b'* LIST (\\HasNoChildren) "/" INBOX\r\n{tag} OK done\r\n'])
STATUS = (r"STATUS .*", [b"* STATUS INBOX (UIDNEXT 5)\r\n{tag} OK done\r\n"])
SEARCH = (r"UID SEARCH .*", [b"* SEARCH 1 2 3 4\r\n{tag} OK done\r\n"])
SIZES = (
    r"UID FETCH .* \(RFC822.SIZE\)",
    [b"".join(b"* %d FETCH (UID %d RFC822.SIZE 10)\r\n" % (n, n) for n in range(1, 5)) + b"{tag} OK done\r\n"],
)


def read_scripted(rules: list[object], tls: tuple[ssl.SSLContext, str], **given: object) -> list[RawMail | Skipped]:
    context, ca = tls
    with ScriptedIMAP(rules, context=context, **given) as server:  # type: ignore[no-untyped-call]
        account = Account(name="own", user="sam", port=server.port, ca_file=ca)
        return list(read(account, "localhost", PASSWORD))


def test_a_mail_that_the_server_won_t_give_is_set_aside_and_the_rest_comes(tls: tuple[ssl.SSLContext, str]) -> None:
    def fetch(tag: bytes, command: str, server: ScriptedIMAP) -> list[object]:
        uids = [int(uid) for uid in command.split()[2].split(",")]
        if 3 in uids:
            return [b"{tag} NO Server error - Please try again later\r\n"]
        body = b"".join(b"* %d FETCH (UID %d BODY[] {4}\r\nabcd)\r\n" % (uid, uid) for uid in uids)
        return [body + b"{tag} OK done\r\n"]

    found = read_scripted([LIST, STATUS, SEARCH, SIZES, (r"UID FETCH .*", fetch)], tls)
    assert [one.source for one in found if isinstance(one, RawMail)] == ["INBOX uid 1", "INBOX uid 2", "INBOX uid 4"]
    assert [one.where for one in found if isinstance(one, Skipped)] == ["INBOX uid 3"]


def test_a_server_that_drips_is_left_when_its_time_is_up(
    tls: tuple[ssl.SSLContext, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "COMMAND_SECONDS", 0.5)
    drip: list[object] = [b"* OK still here\r\n", 0.05] * 400
    with pytest.raises(TemporaryError):
        read_scripted([(r"LIST .*", [*drip, b"{tag} OK done\r\n"])], tls)


@pytest.mark.parametrize(
    "answer",
    [
        b"* 1 FETCH (UID 1 BODY[] {2500000000}\r\n",
        b"* 1 FETCH (UID 1 BODY[] {100000000000000000000}\r\n",
        b"* 1 FETCH " + b"(" * 600 + b"\r\n{tag} OK done\r\n",
        b"* " + b"x" * 2_000_000 + b"\r\n{tag} OK done\r\n",
        b"",
    ],
    ids=["huge literal", "absurd literal", "deep nesting", "endless line", "connection closed"],
)
def test_an_answer_out_of_bounds_is_a_temporary_error(answer: bytes, tls: tuple[ssl.SSLContext, str]) -> None:
    with pytest.raises(TemporaryError):
        read_scripted([LIST, STATUS, SEARCH, SIZES, (r"UID FETCH .*", [answer, CLOSE])], tls)


# --- STARTTLS: nothing from before it is taken ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("greeting", "answer"),
    [
        (b"* PREAUTH welcome\r\n", [b"{tag} OK go\r\n"]),
        (b"* BYE no\r\n", [b"{tag} OK go\r\n"]),
        (b"* OK hi\r\n", [b"{tag} NO not here\r\n"]),
        (b"* OK hi\r\n", [b"{tag} BAD what\r\n"]),
        (b"* OK hi\r\n", [b"+ go on\r\n"]),
        (b"* OK hi\r\n", [b'* LIST () "/" Fake\r\n{tag} OK go\r\n']),
        (b"* OK hi\r\n", [b'{tag} OK go\r\n* LIST () "/" Fake\r\n']),
        (b"* OK hi\r\n", [CLOSE]),
        (b"* OK hi\r\n* OK [ALERT] two\r\n", [b"{tag} OK go\r\n"]),
    ],
)
def test_nothing_odd_before_starttls_is_accepted(
    greeting: bytes, answer: list[object], tls: tuple[ssl.SSLContext, str]
) -> None:
    rules = [(r"STARTTLS", answer)]
    with ScriptedIMAP(rules, greeting=greeting) as server:  # type: ignore[no-untyped-call]
        account = Account(name="own", user="sam", port=server.port, tls="starttls", ca_file=tls[1])
        with pytest.raises(TemporaryError):
            list(read(account, "localhost", PASSWORD))
        sent = b"".join(server.received)
    assert PASSWORD.encode() not in sent
    assert b"LOGIN" not in sent
    assert b"LIST" not in sent


def test_batches_are_bounded_in_number_and_in_bytes() -> None:
    assert [len(batch) for batch in batches(range(1, 451), {})] == [BATCH_MESSAGES, BATCH_MESSAGES, 50]
    half = BATCH_BYTES // 2
    assert list(batches([1, 2, 3, 4], {1: half, 2: half, 3: 1, 4: BATCH_BYTES + 1})) == [[1, 2], [3], [4]]
