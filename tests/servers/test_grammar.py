import pytest

from tests.servers import recorder
from tests.servers.grammar import is_reading
from tests.sources.test_guard import READS, WRITES


@pytest.mark.parametrize("line", READS)
def test_the_second_grammar_takes_what_only_reads(line: bytes) -> None:
    assert is_reading(line)


@pytest.mark.parametrize("line", [line for line in WRITES if b"STARTTLS" not in line])
def test_the_second_grammar_refuses_what_could_change_something(line: bytes) -> None:
    assert not is_reading(line)


def test_the_recorder_hears_what_servers_received(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recorder, "HEARD", [])
    recorder.hear([b"A1 NOOP\r\n", b"A2 UID STORE 1 +FLAGS (x)\r\n", b"A3 STARTTLS\r\n", b"\x16\x03\x01\n"])
    assert recorder.wrong() == [b"A2 UID STORE 1 +FLAGS (x)\r\n"]
