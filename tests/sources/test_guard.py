import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_watch.sources.imap.guard import Expected, RefusedError, check

READS = [
    b"A1 CAPABILITY\r\n",
    b"A1 NOOP\r\n",
    b"A1 LOGOUT\r\n",
    b'A1 ID ("name" "inbox-watch" "version" "0.1.0")\r\n',
    b'A1 LOGIN sam@example.com "it\\"s a \\\\ secret"\r\n',
    b"A1 AUTHENTICATE XOAUTH2\r\n",
    b'A1 LIST "" "*"\r\n',
    b'A1 STATUS "INBOX/With space" (UIDNEXT MESSAGES)\r\n',
    b'A1 EXAMINE "[Gmail]/All Mail"\r\n',
    b"A1 EXAMINE INBOX\r\n",
    b"A1 UID SEARCH UID 1:20000\r\n",
    b"A1 UID FETCH 1,2,5:9 (BODY.PEEK[])\r\n",
    b"A1 UID FETCH 7 (RFC822.SIZE INTERNALDATE X-GM-THRID BODY.PEEK[1.2]<0.32768>)\r\n",
    b"A1 UID FETCH 7 (BODY.PEEK[HEADER.FIELDS (FROM TO MESSAGE-ID)])\r\n",
]
WRITES = [
    b"A1 SELECT INBOX\r\n",
    b"A1 UID STORE 1 +FLAGS (\\Deleted)\r\n",
    b"A1 STORE 1 +FLAGS (\\Seen)\r\n",
    b"A1 EXPUNGE\r\n",
    b"A1 UID EXPUNGE 1\r\n",
    b"A1 CLOSE\r\n",
    b"A1 APPEND INBOX {3}\r\n",
    b"A1 UID COPY 1 Trash\r\n",
    b"A1 UID MOVE 1 Trash\r\n",
    b"A1 CREATE x\r\n",
    b"A1 DELETE x\r\n",
    b"A1 RENAME x y\r\n",
    b"A1 SUBSCRIBE x\r\n",
    b"A1 SETACL INBOX x lrs\r\n",
    b"A1 UID FETCH 1 (BODY[])\r\n",
    b"A1 UID FETCH 1 (RFC822)\r\n",
    b"A1 UID FETCH 1 (BODY[TEXT])\r\n",
    b"A1 FETCH 1 (BODY.PEEK[])\r\n",
    b"A1 STARTTLS\r\n",
    b"A1 LOGIN sam {6}\r\n",
]


@pytest.mark.parametrize("line", READS)
def test_a_line_that_only_reads_may_go(line: bytes) -> None:
    check(line)


@pytest.mark.parametrize("line", WRITES)
def test_a_line_that_could_change_something_is_refused(line: bytes) -> None:
    with pytest.raises(RefusedError):
        check(line)


@pytest.mark.parametrize("line", READS)
@pytest.mark.parametrize("between", [b"\r\n", b"\r", b"\n", b"\0"])
def test_no_second_command_hides_in_a_line(line: bytes, between: bytes) -> None:
    for smuggled in (b"A2 UID STORE 1 +FLAGS (\\Deleted)", b"A2 EXPUNGE"):
        with pytest.raises(RefusedError):
            check(line.removesuffix(b"\r\n") + between + smuggled + b"\r\n")


@given(st.binary(max_size=60))
def test_a_mailbox_name_from_a_server_never_makes_a_line_that_writes(name: bytes) -> None:
    line = b'A1 EXAMINE "' + name + b'"\r\n'
    try:
        check(line)
    except RefusedError:
        return
    assert line.count(b"\n") == 1
    assert line.count(b"\r") == 1
    assert b"\0" not in line


def test_an_answer_to_a_challenge_goes_only_after_the_command_that_asks_for_it() -> None:
    assert check(b"A1 NOOP\r\n") is Expected.COMMAND
    after = check(b"A1 AUTHENTICATE XOAUTH2\r\n")
    assert after is Expected.ANSWER
    after = check(b"dXNlcj1zYW0=\r\n", expected=after)
    assert check(b"\r\n", expected=after) is Expected.COMMAND
    with pytest.raises(RefusedError):
        check(b"dXNlcj1zYW0=\r\n")


def test_a_second_answer_can_only_give_up() -> None:
    for line in (b"\r\n", b"*\r\n", b"AQ==\r\n"):
        assert check(line, expected=Expected.GIVING_UP) is Expected.COMMAND
        with pytest.raises(RefusedError):
            check(line)
    with pytest.raises(RefusedError):
        check(b"dXNlcj1zYW0=\r\n", expected=Expected.GIVING_UP)


@pytest.mark.parametrize("expected", Expected)
def test_no_writing_command_goes_while_an_answer_is_expected(expected: Expected) -> None:
    for line in (*WRITES, b"EXPUNGE\r\n", b"AAAA\r\nA2 EXPUNGE\r\n", b"A1 AUTHENTICATE CRAM-MD5\r\n"):
        if expected is Expected.ANSWER and line == b"EXPUNGE\r\n":
            continue  # eight letters like any other: the server takes them for an answer
        with pytest.raises(RefusedError):
            check(line, expected=expected)


def test_a_refused_answer_at_login_does_not_show_its_secret() -> None:
    with pytest.raises(RefusedError) as caught:
        check(b"hunter2 hunter2 hunter2\r\n", expected=Expected.ANSWER)
    assert "hunter2" not in caught.value.what


def test_a_refused_login_does_not_show_its_secret() -> None:
    with pytest.raises(RefusedError) as caught:
        check(b"A1 LOGIN sam hunter2 \xff\r\n extra\r\n")
    assert "hunter2" not in caught.value.what
