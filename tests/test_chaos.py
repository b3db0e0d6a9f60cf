"""A bad network: whatever it does, a scan ends in time, and a later one gives what an undisturbed one gives.

Faults are drawn with a seed, so that a failing case can be run again.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from inbox_watch.sources.imap import connection
from tests.servers.chaos_proxy import ChaosProxy, Fault
from tests.servers.dovecot import Dovecot
from tests.servers.scanning import AT, Account, demo_mails

pytestmark = pytest.mark.dovecot

SEED = 20260310
CASES = 16  # each kind twice
HANGS = 180.0  # seconds; a wait ends far earlier, on a busy machine too
KINDS = ("cut", "reset", "stall", "drip", "corrupt", "delay", "refuse", "blackhole")


def faults(seed: int, count: int) -> list[Fault]:
    """Draw faults: each kind in turn, at a random byte of a random direction."""
    rng = random.Random(seed)
    return [
        Fault(
            KINDS[number % len(KINDS)],
            after=int(rng.choice((rng.uniform(0, 3_000), rng.uniform(3_000, 120_000)))),
            direction=rng.choice(("down", "down", "up")),
            seconds=rng.choice((0.2, 3.0)),
            rate=rng.choice((20.0, 200.0)),
            count=rng.choice((1, 40)),
        )
        for number in range(count)
    ]


LITTLE_PATIENCE = {"CONNECT_SECONDS": 1.0, "READ_SECONDS": 1.0, "COMMAND_SECONDS": 2.0}


@pytest.fixture(scope="module")
def filled(dovecot: Dovecot) -> Iterator[Dovecot]:
    dovecot.clear()
    dovecot.fill("INBOX", demo_mails("inbox")[:30])
    dovecot.fill("Sent", demo_mails("sent")[:10])
    yield dovecot
    dovecot.clear()


def ends(account: Account) -> int:
    """Scan in a thread of its own; return the status, or fail where it doesn't end in time."""
    status: list[int] = []
    thread = threading.Thread(
        target=lambda: status.append(account.run("scan", *AT, "--output", str(account.folder / "o.txt"))), daemon=True
    )
    with pytest.MonkeyPatch.context() as patch:
        for name, value in LITTLE_PATIENCE.items():
            patch.setattr(connection, name, value)
        thread.start()
        thread.join(HANGS)
    assert status, "the scan hangs"
    return status[0]


def test_after_any_fault_a_scan_ends_in_time_and_the_next_one_gives_the_whole(
    filled: Dovecot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    undisturbed = Account(filled, tmp_path / "undisturbed").scan()
    statuses: dict[str, list[int]] = {}
    with ChaosProxy(("127.0.0.1", filled.tls_port)) as proxy:
        for number, fault in enumerate(faults(SEED, CASES)):
            account = Account(filled, tmp_path / str(number), port=proxy.port)
            proxy.plan([fault, Fault()])
            statuses.setdefault(fault.kind, []).append(ends(account))
            proxy.cut_all()
            proxy.plan(Fault())
            again = account.scan()
            assert again["opportunities"] == undisturbed["opportunities"], (SEED, number, fault)
            assert again["sources"][0]["messages"] == undisturbed["sources"][0]["messages"], (SEED, number, fault)
    assert {status for kind in statuses.values() for status in kind} <= {0, 75}
    assert any(75 in kind for kind in statuses.values())
    assert "Traceback" not in capsys.readouterr().err


def test_a_link_that_breaks_again_and_again_gets_through_in_the_end(filled: Dovecot, tmp_path: Path) -> None:
    undisturbed = Account(filled, tmp_path / "undisturbed").scan()
    with ChaosProxy(("127.0.0.1", filled.tls_port)) as proxy:
        account = Account(filled, tmp_path / "own", port=proxy.port)
        after = 6_000
        for _ in range(40):
            proxy.plan(Fault("cut", after=after))
            if ends(account) == 0:
                break
            after += 4_000
        proxy.plan(Fault())
        assert account.scan()["opportunities"] == undisturbed["opportunities"]
