"""What is fetched in parts must read like the whole mail: all mails of the fixtures, and odd ones made here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from inbox_watch.config import Account
from inbox_watch.core.parse import parse
from inbox_watch.core.portions import portions
from inbox_watch.core.types import Message
from inbox_watch.errors import BrokenMessage
from inbox_watch.sources.imap.connection import connected
from inbox_watch.sources.imap.structure import read_structure, sections
from inbox_watch.sources.imap.texts import BATCH_BYTES, read_texts
from tests.conftest import FIXTURES
from tests.servers.dovecot import Dovecot
from tests.servers.scanning import demo_mails


def read_back(server: Dovecot, mails: Sequence[bytes]) -> Iterator[tuple[bytes, str]]:
    """Yield what the second look makes of each mail, in order: its bytes, or why there are none."""
    server.clear()
    server.fill("INBOX", list(mails))
    account = Account(name="own", user=server.user, port=server.tls_port, ca_file=server.ca_file)
    with connected(account, "localhost", server.password) as client:
        client.select_folder("INBOX", readonly=True)
        uids = client.search("ALL")
        assert len(uids) == len(mails)
        found: dict[int, tuple[bytes, str]] = {}
        for given_, refused in read_texts(client, uids):
            found |= {uid: (data, "") for uid, data in given_.items()}
            found |= {uid: (b"", error) for uid, error in refused.items()}
    yield from (found[uid] for uid in uids)


def read_one(data: bytes) -> Message | str:
    try:
        return replace(parse(data, source="x"), source="")
    except BrokenMessage as error:
        return error.what


def fixture_mails() -> list[bytes]:
    found = [path.read_bytes() for path in sorted((FIXTURES / "emails").rglob("*.eml"))]
    return [mail for mail in found if b"\0" not in mail]  # IMAP can't carry a NUL


@pytest.mark.dovecot
@pytest.mark.parametrize("mails", [demo_mails("inbox"), demo_mails("sent"), fixture_mails()], ids=["in", "out", "odd"])
def test_every_mail_reads_as_it_does_from_a_file(mails: list[bytes], server: Dovecot) -> None:
    assert len(mails) > 50
    differing = [
        (mail[:300], read_one(mail), error or read_one(data))
        for mail, (data, error) in zip(mails, read_back(server, mails), strict=True)
        if (error or read_one(data)) != read_one(mail)
    ]
    assert differing == []


# --- mails made of parts ----------------------------------------------------------------------------------------------

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs",), exclude_characters="\x00"), min_size=1, max_size=60
)


def leaf(kind: str, text: str, disposition: str) -> bytes:
    return (
        f"Content-Type: {kind}; charset=utf-8\r\nContent-Disposition: {disposition}\r\n\r\n".encode()
        + text.encode()
        + b"\r\n"
    )


LEAVES = st.builds(
    leaf,
    st.sampled_from(["text/plain", "text/html", "text/calendar", "application/pdf", "text/x-odd", "image/png"]),
    TEXTS,
    st.sampled_from(
        ["inline", "attachment", 'attachment; filename="cv.pdf"', 'inline; filename="a.ics"', 'x; filename="b"']
    ),
)


@st.composite
def trees(draw: st.DrawFn, depth: int = 0) -> bytes:
    if depth == 3 or draw(st.booleans()):
        return draw(LEAVES)
    mark = f"=_{depth}_{draw(st.integers(0, 999))}"
    parts = draw(st.lists(trees(depth + 1), min_size=1, max_size=3))
    kind = draw(st.sampled_from(["mixed", "alternative", "related"]))
    body = b"".join(f"--{mark}\r\n".encode() + part + b"\r\n" for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="{mark}"\r\n\r\n'.encode() + body + f"--{mark}--\r\n".encode()


@pytest.mark.dovecot
@settings(
    max_examples=8,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(made=st.lists(trees(), min_size=10, max_size=30))
def test_any_tree_of_parts_reads_as_it_does_from_a_file(made: list[bytes], dovecot: Dovecot) -> None:
    head = b"From: Dana <dana@talent.example>\r\nDate: Fri, 06 Mar 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n"
    mails = [head + f"Message-ID: <{number}@x.example>\r\n".encode() + tree for number, tree in enumerate(made)]
    for mail, (data, error) in zip(mails, read_back(dovecot, mails), strict=True):
        assert error == ""
        assert read_one(data) == read_one(mail), mail


# --- values -----------------------------------------------------------------------------------------------------------


def test_portions_are_bounded_past_their_first_mail() -> None:
    most = BATCH_BYTES
    sizes = {1: most // 2, 2: most // 2, 3: 1, 4: most * 2}
    assert list(portions([1, 2, 3, 4], sizes.__getitem__, most)) == [[1, 2], [3], [4]]
    assert list(portions([], sizes.__getitem__, most)) == []


PLAIN = (b"text", b"plain", (b"charset", b"utf-8"), None, None, b"7bit", 4, 1, None, None, None, None)


@pytest.mark.parametrize(
    "given_",
    [
        None,
        (),
        [],
        b"text",
        ([], b"mixed", None),
        ([PLAIN], b"mixed", None),
        (b"text",),
        ([PLAIN, 7], b"mixed", (b"boundary", b"x")),
    ],
)
def test_a_structure_that_makes_no_sense_is_none(given_: object) -> None:
    assert read_structure(given_) is None


def test_a_structure_that_is_too_deep_or_too_wide_is_refused() -> None:
    deep: object = PLAIN
    for _ in range(25):
        deep = ([deep], b"mixed", (b"boundary", b"x"), None, None, None)
    with pytest.raises(ValueError, match="20 deep"):
        read_structure(deep)
    with pytest.raises(ValueError, match="1,000 parts"):
        read_structure(([PLAIN] * 1001, b"mixed", (b"boundary", b"x"), None, None, None))


def test_of_an_attachment_the_header_alone_is_fetched() -> None:
    pdf = (
        b"application",
        b"pdf",
        None,
        None,
        None,
        b"base64",
        140,
        None,
        (b"attachment", (b"filename", b"cv.pdf")),
        None,
        None,
    )
    root = read_structure(([PLAIN, pdf], b"mixed", (b"boundary", b"x"), None, None, None))
    assert root
    assert sections(root) == ("1.MIME", "2.MIME", "1")


def test_the_fixtures_are_there() -> None:
    assert Path(FIXTURES / "emails").is_dir()
