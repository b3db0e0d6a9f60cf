import re
import ssl
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from inbox_watch.config import Account
from inbox_watch.core.mailbox import Batch, Cursor, Located
from inbox_watch.errors import ConfigError, CredentialError, SourceError, TemporaryError
from inbox_watch.sources.imap import connection, patience
from inbox_watch.sources.imap.connection import connected
from inbox_watch.sources.imap.survey import Readable, survey
from inbox_watch.sources.imap.sync import sync
from tests.servers.dovecot import STARTTLS_HOST, Dovecot, make_ca_and_cert
from tests.servers.scripted_imap import CLOSE, ScriptedIMAP

PASSWORD = "secret"


class Nothing:
    """A ledger that knows nothing."""

    def cursor(self, mailbox: str) -> Cursor | None:
        return None

    def uids(self, mailbox: str) -> frozenset[int]:
        return frozenset()

    def known(self, identities: Collection[str]) -> frozenset[str]:
        return frozenset()

    def read_threads(self, links: Collection[str]) -> frozenset[str]:
        return frozenset()

    def elsewhere(self, mailbox: str) -> bool:
        return False


def bring(account: Account, host: str, password: str) -> list[Batch]:
    """Sync an account of which nothing is known."""
    with connected(account, host, password) as client:
        return list(sync(client, account, Nothing(), lambda progress: None))


def read(account: Account, host: str, password: str) -> list[Located]:
    return [one for batch in bring(account, host, password) for one in batch.found]


def mail(number: int, size: int = 10) -> bytes:
    head = (
        f"From: Dana Reed <dana@talent.example>\r\nSubject: mail {number}\r\nMessage-ID: <{number}@talent.example>\r\n"
    )
    return head.encode() + b"\r\n" + b"x" * size + b"\r\n"


def account_on(server: Dovecot, **given: object) -> Account:
    told = {"name": "own", "user": server.user, "port": server.tls_port, "ca_file": server.ca_file, **given}
    return Account(**told)  # type: ignore[arg-type]


@pytest.fixture
def filled(dovecot: Dovecot) -> Dovecot:
    dovecot.clear()
    for mailbox in ("INBOX", "Sent", "Spam", "Trash", "Drafts"):
        dovecot.deliver(mailbox, mail(len(mailbox)))
    return dovecot


@pytest.mark.dovecot
def test_starttls_is_as_good_as_implicit_tls(filled: Dovecot) -> None:
    plain = account_on(filled, port=filled.port, tls="starttls")
    assert [one for one in read(plain, STARTTLS_HOST, filled.password) if one.raw]
    assert survey(plain, STARTTLS_HOST, filled.password) == tuple(
        Readable(name=name, messages=count) for name, count in [("Archive", 0), ("INBOX", 1), ("Sent", 1), ("Spam", 1)]
    )


@pytest.mark.dovecot
def test_a_wrong_password_is_a_credential_error(filled: Dovecot) -> None:
    with pytest.raises(CredentialError, match="refused the login"):
        list(read(account_on(filled), "localhost", "wrong"))


@pytest.mark.dovecot
def test_a_certificate_of_an_unknown_issuer_is_refused(filled: Dovecot) -> None:
    with pytest.raises(ConfigError, match="isn't trusted"):
        list(read(account_on(filled, ca_file=""), "localhost", filled.password))


@pytest.mark.dovecot
def test_a_plain_port_where_tls_is_expected_is_a_matter_of_configuration(filled: Dovecot) -> None:
    with pytest.raises(ConfigError, match="doesn't speak TLS on this port") as caught:
        list(read(account_on(filled, port=filled.port), "localhost", filled.password))
    assert "port and tls" in caught.value.advice


# --- servers that misbehave -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ssl.SSLContext, str]]:
    ca, certificate, key = make_ca_and_cert(Path(tmp_path_factory.mktemp("tls")))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context, str(ca)


HEAD = (
    b"From: Dana <dana@talent.example>\r\nDate: Fri, 06 Mar 2026 10:00:00 +0100\r\nMessage-ID: <%d@x>\r\n"
    b"Subject: Interview\r\n\r\n"
)
PLAIN = b'("text" "plain" NIL NIL NIL "7bit" 4 1)'
LIST = (r"LIST .*", [b'* LIST (\\HasNoChildren) "/" INBOX\r\n{tag} OK done\r\n'])
STATUS = (r"STATUS .*", [b"* STATUS INBOX (MESSAGES 4 UIDNEXT 5 UIDVALIDITY 1)\r\n{tag} OK done\r\n"])
SEARCH = (r"UID SEARCH .*", [b"* SEARCH 1 2 3 4\r\n{tag} OK done\r\n"])


def answer_fetch(command: str, extra: bytes = b"", but: Collection[int] = ()) -> bytes:
    """Answer a FETCH as a good server does, each mail with the same short text."""
    numbers, items = command.split(" ", 3)[2:]
    lines = []
    for uid in sorted(int(number) for number in numbers.split(",")):
        if uid in but:
            continue
        head = HEAD % uid
        parts = [b"UID %d" % uid, extra]
        if "RFC822.SIZE" in items:
            field_list = items[items.index("HEADER.FIELDS") : items.index("]")].encode()
            parts += [b'RFC822.SIZE 99 INTERNALDATE "06-Mar-2026 10:00:00 +0100"']
            parts += [b"BODY[%s]<0> {%d}\r\n%s" % (field_list, len(head), head)]
        elif "BODYSTRUCTURE" in items:
            parts += [b"BODY[HEADER]<0> {%d}\r\n%s BODYSTRUCTURE %s" % (len(head), head, PLAIN)]
        else:
            parts += [b"BODY[1]<0> {4}\r\nabcd"]
        lines.append(b"* %d FETCH (%s)\r\n" % (uid, b" ".join(part for part in parts if part)))
    return b"".join(lines) + b"{tag} OK done\r\n"


FETCH = (r"UID FETCH .*", lambda tag, command, server: [answer_fetch(command)])


def read_scripted(rules: list[object], tls: tuple[ssl.SSLContext, str], **given: object) -> list[Located]:
    context, ca = tls
    with ScriptedIMAP(rules, context=context, **given) as server:  # type: ignore[no-untyped-call]
        account = Account(name="own", user="sam", port=server.port, ca_file=ca)
        return read(account, "localhost", PASSWORD)


def test_a_good_server_s_mails_are_all_read(tls: tuple[ssl.SSLContext, str]) -> None:
    found = read_scripted([LIST, STATUS, SEARCH, FETCH], tls)
    assert [one.raw for one in found] == [HEAD % uid + b"abcd" for uid in range(1, 5)]


def test_a_server_that_echoes_the_fields_in_words_of_its_own_is_understood(tls: tuple[ssl.SSLContext, str]) -> None:
    def fetch(tag: bytes, command: str, server: ScriptedIMAP) -> list[object]:
        return [re.sub(rb"HEADER\.FIELDS \([^)]*\)", b'HEADER.FIELDS ("date" "From" subject)', answer_fetch(command))]

    found = read_scripted([LIST, STATUS, SEARCH, (r"UID FETCH .*", fetch)], tls)
    assert [one.raw for one in found] == [HEAD % uid + b"abcd" for uid in range(1, 5)]


def test_a_mail_that_the_server_won_t_give_is_set_aside_and_the_rest_comes(tls: tuple[ssl.SSLContext, str]) -> None:
    def fetch(tag: bytes, command: str, server: ScriptedIMAP) -> list[object]:
        if "3" in command.split()[2].split(","):
            return [b"{tag} NO Server error - Please try again later\r\n"]
        return [answer_fetch(command)]

    found = read_scripted([LIST, STATUS, SEARCH, (r"UID FETCH .*", fetch)], tls)
    assert [one.uid for one in found if one.raw] == [1, 2, 4]
    assert [(one.uid, "try again later" in (one.error or "")) for one in found if one.error] == [(3, True)]


def test_a_mail_that_is_there_and_left_without_an_answer_is_set_aside(tls: tuple[ssl.SSLContext, str]) -> None:
    silent = (r"UID FETCH .*", lambda tag, command, server: [answer_fetch(command, but=[2])])
    found = read_scripted([LIST, STATUS, SEARCH, silent], tls)
    assert [one.uid for one in found if one.error] == [2]


def test_an_unasked_answer_for_another_mail_is_not_taken(tls: tuple[ssl.SSLContext, str]) -> None:
    noise = (
        r"UID FETCH .*",
        lambda tag, command, server: [
            b"* 4 FETCH (FLAGS (\\Seen))\r\n* 9 FETCH (UID 9 BODY[1]<0> {4}\r\nevil)\r\n" + answer_fetch(command)
        ],
    )
    found = read_scripted([LIST, STATUS, SEARCH, noise], tls)
    assert [one.uid for one in found] == [1, 2, 3, 4]
    assert not any(b"evil" in (one.raw or b"") for one in found)


# --- Gmail, Outlook and others --------------------------------------------------------------------------------------

GMAIL_LIST = (
    r"LIST .*",
    [
        b'* LIST (\\HasNoChildren) "/" "INBOX"\r\n* LIST (\\Noselect) "/" "[Gmail]"\r\n'
        b'* LIST (\\All \\HasNoChildren) "/" "[Gmail]/Alle Nachrichten"\r\n* LIST (\\Junk) "/" "[Gmail]/Spam"\r\n'
        b'* LIST (\\Drafts) "/" "[Gmail]/Entw&APw-rfe"\r\n{tag} OK Success\r\n'
    ],
)
GMAIL_STATUS = (
    r"STATUS .*",
    lambda tag, command, server: [
        b"* STATUS "
        + command.split("(")[0].removeprefix("STATUS ").encode()
        + (b"(MESSAGES 4 UIDNEXT 5 UIDVALIDITY 1)" if "Alle" in command else b"(MESSAGES 0 UIDNEXT 1 UIDVALIDITY 1)")
        + b"\r\n{tag} OK Success\r\n"
    ],
)


def gmail_fetch(tag: bytes, command: str, server: ScriptedIMAP) -> list[object]:
    if "X-GM-MSGID" not in command:
        return [answer_fetch(command)]
    given = answer_fetch(command)
    for uid in range(1, 5):
        labels = b"(\\Draft)" if uid == 4 else b"(\\Inbox Jobs)"
        own = b"X-GM-MSGID %d X-GM-THRID 777 X-GM-LABELS %s " % (1000 + min(uid, 2), labels)
        given = given.replace(b"(UID %d " % uid, b"(UID %d " % uid + own)
    return [given]


def test_gmail_gives_identity_thread_and_labels_and_all_mail_alone_is_read(tls: tuple[ssl.SSLContext, str]) -> None:
    rules = [GMAIL_LIST, GMAIL_STATUS, SEARCH, (r"UID FETCH .*", gmail_fetch)]
    context, ca = tls
    capabilities = "IMAP4rev1 X-GM-EXT-1 ID"
    with ScriptedIMAP(rules, context=context, capabilities=capabilities) as server:  # type: ignore[no-untyped-call]
        batches = bring(Account(name="own", user="sam", port=server.port, ca_file=ca), "localhost", PASSWORD)
        sent = b"".join(server.received)
    assert {batch.mailbox for batch in batches} <= {"[Gmail]/Alle Nachrichten", "[Gmail]/Spam"}
    found = [one for batch in batches for one in batch.found]
    assert [one.envelope.identity for one in found if one.envelope] == ["gmail:1001", "gmail:1002", "gmail:1002"]
    assert {one.envelope.thread_hint for one in found if one.envelope} == {"gmail:777"}
    assert [one.uid for one in found if one.reason == "a draft"] == [4]
    assert b"EXAMINE INBOX" not in sent
    assert b' ID ("name" "inbox-watch"' in sent


class Patience:
    """A server that refuses the first answers to a command, and what the program waited for."""

    def __init__(self, refusal: bytes, times: int) -> None:
        self.refusal, self.times = refusal, times

    def __call__(self, tag: bytes, command: str, server: ScriptedIMAP) -> list[object]:
        if self.times:
            self.times -= 1
            return [self.refusal]
        return [answer_fetch(command)]


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Take down the seconds that the program would wait, without waiting."""
    taken: list[float] = []
    monkeypatch.setattr(patience, "pause", taken.append)
    return taken


@pytest.mark.parametrize(
    ("refusal", "seconds"),
    [
        (b"{tag} BAD Request is throttled. Suggested Backoff Time: 1787 milliseconds\r\n", [1.787]),
        (b"{tag} NO [UNAVAILABLE] Please wait\r\n", [1.0]),
    ],
)
def test_a_server_that_asks_for_patience_gets_as_much_as_it_says(
    refusal: bytes, seconds: list[float], waits: list[float], tls: tuple[ssl.SSLContext, str]
) -> None:
    found = read_scripted([LIST, STATUS, SEARCH, (r"UID FETCH .*", Patience(refusal, 1))], tls)
    assert len([one for one in found if one.raw]) == 4
    assert waits == seconds


def test_a_wait_that_is_too_long_ends_the_scan_and_says_how_long(
    waits: list[float], tls: tuple[ssl.SSLContext, str]
) -> None:
    refusal = b"{tag} BAD Request is throttled. Suggested Backoff Time: 1787550 milliseconds\r\n"
    with pytest.raises(TemporaryError, match="30 minutes"):
        read_scripted([LIST, STATUS, SEARCH, (r"UID FETCH .*", Patience(refusal, 9))], tls)
    assert waits == []


def test_a_used_up_quota_ends_the_scan_with_advice(waits: list[float], tls: tuple[ssl.SSLContext, str]) -> None:
    refusal = b"{tag} NO [OVERQUOTA] Account exceeded command or bandwidth limits\r\n"
    with pytest.raises(TemporaryError, match="OVERQUOTA") as caught:
        read_scripted([LIST, STATUS, SEARCH, (r"UID FETCH .*", Patience(refusal, 9))], tls)
    assert "kept" in caught.value.advice
    assert waits == []


def test_too_many_connections_are_waited_for_at_login(waits: list[float], tls: tuple[ssl.SSLContext, str]) -> None:
    times = [2]

    def login(tag: bytes, command: str, server: ScriptedIMAP) -> list[object]:
        times[0] -= 1
        if times[0] >= 0:
            return [b"{tag} NO [ALERT] Too many simultaneous connections. (Failure)\r\n"]
        return [b"{tag} OK done\r\n"]

    found = read_scripted([(r"LOGIN .*", login), LIST, STATUS, SEARCH, FETCH], tls)
    assert len(found) == 4
    assert waits == [1.0, 2.0]


def test_a_server_that_opens_for_writing_is_left(tls: tuple[ssl.SSLContext, str]) -> None:
    writes = (r"EXAMINE .*", [b"* 4 EXISTS\r\n{tag} OK [READ-WRITE] done\r\n"])
    with pytest.raises(SourceError, match="for writing"):
        read_scripted([LIST, STATUS, writes, SEARCH, FETCH], tls)


def test_a_mailbox_that_won_t_open_is_reported_and_the_others_are_read(tls: tuple[ssl.SSLContext, str]) -> None:
    two = (r"LIST .*", [b'* LIST () "/" A\r\n* LIST () "/" B\r\n{tag} OK done\r\n'])
    status = (
        r"STATUS .*",
        lambda tag, command, server: [
            b"* STATUS %s (MESSAGES 4 UIDNEXT 5 UIDVALIDITY 1)\r\n{tag} OK done\r\n" % command.split()[1].encode()
        ],
    )
    context, ca = tls
    batches: list[Batch] = []

    def collect(account: Account) -> None:
        with connected(account, "localhost", PASSWORD) as client:
            for batch in sync(client, account, Nothing(), lambda progress: None):
                batches.append(batch)

    rules = [two, status, (r'EXAMINE "?A"?', [b"{tag} NO broken\r\n"]), SEARCH, FETCH]
    opened = pytest.raises(SourceError, match="A: the server won't open")
    with ScriptedIMAP(rules, context=context) as server, opened:  # type: ignore[no-untyped-call]
        collect(Account(name="own", user="sam", port=server.port, ca_file=ca))
    assert len([one for batch in batches if batch.mailbox == "B" for one in batch.found]) == 4


def test_a_server_without_uidnext_is_read_to_its_end(tls: tuple[ssl.SSLContext, str]) -> None:
    status = (r"STATUS .*", [b"* STATUS INBOX (MESSAGES 4 UIDVALIDITY 1)\r\n{tag} OK done\r\n"])
    context, ca = tls
    with ScriptedIMAP([LIST, status, SEARCH, FETCH], context=context) as server:  # type: ignore[no-untyped-call]
        batches = bring(Account(name="own", user="sam", port=server.port, ca_file=ca), "localhost", PASSWORD)
    assert batches[-1].cursor.uidnext == 5


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
        read_scripted([LIST, STATUS, SEARCH, (r"UID FETCH .*", [answer, CLOSE])], tls)


def test_an_identity_that_the_server_gives_holds_where_it_has_no_other_name(tls: tuple[ssl.SSLContext, str]) -> None:
    given = (
        r"UID FETCH .*",
        lambda tag, command, server: [answer_fetch(command, b"EMAILID (M7)" if "EMAILID" in command else b"")],
    )
    found = read_scripted([LIST, STATUS, SEARCH, given], tls, capabilities="IMAP4rev1 OBJECTID")
    assert {one.envelope.identity for one in found if one.envelope} == {"object:M7"}


@pytest.mark.parametrize(
    "structure",
    [
        b'("text" "plain"',
        b"(" * 300 + b")" * 300,
        b'(("text" "plain") "mixed")',
        b"NIL",
        b'("text" "plain" NIL NIL NIL "7bit" x 1)',
    ],
)
def test_a_mail_whose_structure_makes_no_sense_spoils_no_other(
    structure: bytes, tls: tuple[ssl.SSLContext, str]
) -> None:
    def fetch(tag: bytes, command: str, server: ScriptedIMAP) -> list[object]:
        given = answer_fetch(command)
        if "BODYSTRUCTURE" in command:
            lines = given.split(b"* 3 FETCH")
            given = lines[0] + b"".join(b"* 3 FETCH" + line.replace(PLAIN, structure, 1) for line in lines[1:])
        if "BODY.PEEK[TEXT]" in command:
            given = given.replace(b"BODY[1]<0>", b"BODY[TEXT]<0>")
        return [given]

    found = read_scripted([LIST, STATUS, SEARCH, (r"UID FETCH .*", fetch)], tls)
    assert [one.uid for one in found] == [1, 2, 3, 4]
    assert {one.uid for one in found if one.raw == HEAD % one.uid + b"abcd"} >= {1, 2, 4}


class Remembers(Nothing):
    """A ledger that knows ten mails of INBOX."""

    def cursor(self, mailbox: str) -> Cursor | None:
        return Cursor(uidvalidity=1, uidnext=11, messages=10)

    def uids(self, mailbox: str) -> frozenset[int]:
        return frozenset(range(1, 11))


@pytest.mark.parametrize(
    ("capabilities", "listed", "gone"),
    [
        ("IMAP4rev1", b"1 2 3 4", {5, 6, 7, 8, 9, 10}),
        ("IMAP4rev1", b"1 2", set()),  # fewer than the mailbox holds: the list proves nothing
        ("IMAP4rev1 XYMHIGHESTMODSEQ", b"1 2 3 4", set()),  # Yahoo lists at most 10,000 mails
    ],
)
def test_mail_is_gone_only_where_the_list_can_be_believed(
    capabilities: str, listed: bytes, gone: set[int], tls: tuple[ssl.SSLContext, str]
) -> None:
    status = (r"STATUS .*", [b"* STATUS INBOX (MESSAGES 4 UIDNEXT 11 UIDVALIDITY 1)\r\n{tag} OK done\r\n"])
    search = (r"UID SEARCH .*", [b"* SEARCH " + listed + b"\r\n{tag} OK done\r\n"])
    context, ca = tls
    with ScriptedIMAP([LIST, status, search], context=context, capabilities=capabilities) as server:  # type: ignore[no-untyped-call]
        account = Account(name="own", user="sam", port=server.port, ca_file=ca)
        with connected(account, "localhost", PASSWORD) as client:
            batches = list(sync(client, account, Remembers(), lambda progress: None))
    assert {uid for batch in batches for uid in batch.gone} == gone


def test_an_answer_without_end_is_left(tls: tuple[ssl.SSLContext, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "MAX_ANSWER", 100_000)
    with pytest.raises(TemporaryError, match="no end"):
        read_scripted([(r"LIST .*", [b"* OK still here\r\n" * 20_000, b"{tag} OK done\r\n"])], tls)


# --- STARTTLS: nothing from before it is taken ------------------------------------------------------------------------


INJECTED = {
    "list": b'* LIST () "/" Fake',
    "status": b"* STATUS INBOX (MESSAGES 9 UIDNEXT 10 UIDVALIDITY 1)",
    "search": b"* SEARCH 1 2 3",
    "fetch": b"* 1 FETCH (UID 1 BODY[] {4}\r\nevil)",
    "exists": b"* 9 EXISTS",
    "flags": b"* FLAGS (\\Seen)",
    "capability": b"* CAPABILITY IMAP4rev1 AUTH=PLAIN LOGINDISABLED",
    "alert": b"* OK [ALERT] Send your password to this address",
    "referral": b"* NO [REFERRAL imap://evil.example/] elsewhere",
    "bye": b"* BYE go away",
    "namespace": b'* NAMESPACE (("" "/")) NIL NIL',
    "preauth": b"* PREAUTH you are in",
    "continuation": b"+ go on",
    "next answer": b"A1 OK logged in",
}
GO = b"{tag} OK go\r\n"
PLACES: dict[str, tuple[bytes, list[object]]] = {
    "with the greeting": (b"* OK hi\r\n%s\r\n", [GO]),
    "before the answer": (b"* OK hi\r\n", [b"%s\r\n" + GO]),
    "after the answer": (b"* OK hi\r\n", [GO + b"%s\r\n"]),
    "after a while": (b"* OK hi\r\n", [GO, 0.02, b"%s\r\n"]),
}
ODD: dict[str, tuple[bytes, list[object]]] = {
    "preauth": (b"* PREAUTH welcome\r\n", [GO]),
    "preauth with capability": (b"* PREAUTH [CAPABILITY IMAP4rev1 STARTTLS] welcome\r\n", [GO]),
    "bye": (b"* BYE no\r\n", [GO]),
    "no greeting": (b"", [GO]),
    "a greeting without end": (b"* OK " + b"x" * 20_000, [GO]),
    "a greeting that only begins like one": (b"* OKAY hi\r\n", [GO]),
    "a greeting with a tag": (b"S1 OK hi\r\n", [GO]),
    "bare line feed": (b"* OK hi\n", [GO]),
    "refused": (b"* OK hi\r\n", [b"{tag} NO not here\r\n"]),
    "not known": (b"* OK [CAPABILITY IMAP4rev1] hi\r\n", [b"{tag} BAD what\r\n"]),
    "never answered": (b"* OK hi\r\n", []),
    "answered halfway": (b"* OK hi\r\n", [b"{tag} O"]),
    "answered twice": (b"* OK hi\r\n", [GO + GO]),
    "answered under another tag": (b"* OK hi\r\n", [b"A9 OK go\r\n"]),
    "answered without tag": (b"* OK hi\r\n", [b"* OK go\r\n"]),
    "closed": (b"* OK hi\r\n", [CLOSE]),
    "in clear text after all": (b"* OK hi\r\n", [GO, 0.02, b"* OK ready\r\n"]),
    "a greeting that says that all is done": (b"* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] logged in\r\n", [GO, CLOSE]),
}


def filled_in(pieces: list[object], data: bytes) -> list[object]:
    return [piece.replace(b"%s", data) if isinstance(piece, bytes) else piece for piece in pieces]


STARTTLS = ODD | {
    f"{name} {place}": (greeting.replace(b"%s", data), filled_in(answer, data))
    for name, data in INJECTED.items()
    for place, (greeting, answer) in PLACES.items()
}


@pytest.mark.parametrize("case", STARTTLS)
def test_nothing_odd_before_starttls_is_accepted(
    case: str, tls: tuple[ssl.SSLContext, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    greeting, answer = STARTTLS[case]
    monkeypatch.setattr(connection, "CONNECT_SECONDS", 0.4)
    with ScriptedIMAP([(r"STARTTLS", answer)], greeting=greeting) as server:  # type: ignore[no-untyped-call]
        account = Account(name="own", user="sam", port=server.port, tls="starttls", ca_file=tls[1])
        with pytest.raises(TemporaryError):
            read(account, "localhost", PASSWORD)
        sent = b"".join(server.received)
    assert PASSWORD.encode() not in sent
    assert all(word not in sent for word in (b"LOGIN", b"AUTHENTICATE", b"LIST", b"STATUS", b"EXAMINE", b"FETCH"))


def test_as_many_starttls_attacks_are_tried_as_are_known() -> None:
    assert len(STARTTLS) >= 69
