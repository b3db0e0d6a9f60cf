import importlib.util
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

from inbox_watch import app, demo
from inbox_watch.core.calendar import Calendar
from inbox_watch.core.parse.tree import normalise, split_header
from inbox_watch.sources.imap.envelope import Glance, read_glance
from inbox_watch.sources.imap.sift import sift
from tests.conftest import ROOT
from tests.servers.scanning import everyday, recruiter

RECALL = 0.995


def glance_at(raw: bytes) -> Glance:
    return read_glance(split_header(normalise(raw))[0], size=len(raw), received=None)


@pytest.fixture(scope="module")
def render() -> ModuleType:
    """The program that makes mails of the model's corpus."""
    sys.path.insert(0, str(ROOT / "models" / "scripts"))
    try:
        spec = importlib.util.find_spec("render")
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        sys.modules["render"] = module
        spec.loader.exec_module(module)
        return module
    finally:
        sys.path.pop(0)


def test_of_the_corpus_recruiting_mail_that_stands_alone_enough_is_read(render: ModuleType) -> None:
    """Each skeleton as if no other mail of its thread were known: harder than any mailbox."""
    wanted = missed = spared = everyday_ = 0
    values = render.slots_of("train")
    for path in sorted((ROOT / "models" / "corpus").glob("*.jsonl")):
        for line in path.read_text().splitlines():
            skeleton = json.loads(line)
            decision = sift(
                glance_at(render.render(skeleton, 0, values)),
                in_read_thread=skeleton["known_thread"] and skeleton["recruiting"],
            )
            wanted += skeleton["recruiting"]
            missed += skeleton["recruiting"] and not decision.read
            everyday_ += not skeleton["recruiting"]
            spared += not skeleton["recruiting"] and not decision.read
    assert wanted > 1_000
    assert everyday_ > 400
    assert 1 - missed / wanted >= RECALL, missed
    assert spared > 0


def test_of_the_demo_mailbox_every_recruiting_mail_is_read() -> None:
    mails = list(demo.read())
    messages = [app.collect(app.Source(name="x", read=lambda mail=mail: iter([mail]))).messages[0] for mail in mails]  # type: ignore[misc]
    calendar = Calendar(zone=UTC, country=None)
    _, readings = app.read(messages, frozenset({demo.ME}), calendar)
    pairs = list(zip(mails, messages, strict=True))
    wanted = [mail for mail, message in pairs if readings[message.key].recruiting]
    assert len(wanted) > 40
    assert [mail.source for mail in wanted if not sift(glance_at(mail.data)).read] == []


def test_a_newsletter_and_a_notice_are_left_out_with_their_reason() -> None:
    assert sift(glance_at(everyday(1, "x", List_Id="<a.example>"))).reason == "went to many"
    assert sift(glance_at(everyday(1, "x", Auto_Submitted="auto-generated"))).reason == "no person sent it"
    assert not sift(glance_at(everyday(1, "x", Precedence="bulk"))).read


def test_what_a_person_wrote_is_read_and_so_is_any_mail_of_a_thread_that_is() -> None:
    assert sift(glance_at(everyday(1, "x"))).read
    assert sift(glance_at(everyday(1, "x", List_Id="<a.example>")), in_read_thread=True).read
    assert sift(glance_at(recruiter(1))).read


def test_a_reason_holds_no_word_of_the_mail() -> None:
    strange = everyday(1, "x").replace(b"Tomatoes", b"Zwergenhaus interview").replace(b"Ada", b"Xanthippe")
    reason = sift(glance_at(strange)).reason
    assert "wergenhaus" not in reason
    assert "anthippe" not in reason


def test_a_date_of_the_future_or_none_is_looked_at_closely() -> None:
    late = everyday(1, "x", List_Id="<a.example>").replace(b"05 Mar 2026", b"05 Mar 2046")
    block = split_header(normalise(late))[0]
    assert sift(read_glance(block, size=1, received=datetime(2026, 3, 5, tzinfo=UTC))).read
    assert sift(glance_at(late.replace(b"Date:", b"Dote:"))).read


def test_two_mails_with_one_message_id_are_two_and_a_copy_is_none() -> None:
    one, other = everyday(1, "x"), everyday(1, "x").replace(b"Tomatoes", b"Basil")
    assert glance_at(one).envelope.identity != glance_at(other).envelope.identity
    assert glance_at(one).envelope == glance_at(one + b"more").envelope


@pytest.mark.parametrize("name", [b"Message-ID", b"From", b"Date", b"Subject", b"Content-Type", b"References"])
def test_no_header_is_too_odd_to_be_looked_at(name: bytes) -> None:
    for value in (b"", b"\xff\xfe", b"=?utf-8?b?%%%?=", b"<" * 5_000, b"(" * 5_000, b";" * 500, b"a\r\n b\r\n\tc"):
        sift(glance_at(name + b": " + value + b"\r\n" + everyday(1, "x")))


def test_the_corpus_is_where_this_test_looks_for_it() -> None:
    assert Path(ROOT / "models" / "corpus" / "applied.jsonl").is_file()
