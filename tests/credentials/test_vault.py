"""What is kept is what is read, in a keyring whose entries hold no more than those of Windows."""

import keyring
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_watch.credentials import vault
from tests.credentials.conftest import Memory

MOST = 1280  # characters, of an entry of Windows


class Narrow(Memory):
    """A keyring that refuses longer entries."""

    def set_password(self, service: str, username: str, password: str) -> None:
        if len(password) > MOST:
            raise OSError("CredWrite: the stub received bad data")
        super().set_password(service, username, password)


LENGTHS = st.one_of(st.integers(1, 60), st.sampled_from([vault.PIECE, 2 * vault.PIECE]), st.integers(1190, 4900))


@given(st.lists(LENGTHS, min_size=1, max_size=4))
def test_a_secret_of_any_length_reads_back_whatever_stood_there_before(lengths: list[int]) -> None:
    narrow = Narrow()
    keyring.set_keyring(narrow)
    for turn, length in enumerate(lengths):
        secret = (f"{turn}abcdefghij" * length)[:length]
        vault.write("own", "sam", secret)
        assert vault.read("own", "sam") == secret
    assert vault.delete("own", "sam")
    assert vault.read("own", "sam") is None
    assert not vault.delete("own", "sam")


def test_a_secret_that_is_taken_out_leaves_no_piece_behind(memory: Memory) -> None:
    vault.write("own", "sam", "x" * 5_000)
    assert len(memory.held) == 5
    vault.write("own", "sam", "x" * 2_400)
    assert len(memory.held) == 2
    vault.write("own", "sam", "short")
    assert memory.held == {("inbox-watch", "sam"): "short"}
    vault.delete("own", "sam")
    assert memory.held == {}


def test_what_a_backend_raises_is_told_by_its_kind_alone(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(service: str, username: str) -> str:
        raise RuntimeError("canary")

    monkeypatch.setattr(memory, "get_password", fails)
    with pytest.raises(vault.Unusable, match="own: the keyring refused: RuntimeError") as caught:
        vault.read("own", "sam")
    assert "canary" not in f"{caught.value.what} {caught.value.advice}"
