"""A first whole scan and a no-change scan of a large mailbox, beside mbsync's plain download of the same one.

    python benchmarks/mailbox.py [MESSAGES] [--keep FOLDER]

The mailbox is made here (invented mail from the model's corpus, everyday mail, attachments, threads; mean about 21 KB),
served by a throw-away Dovecot over TLS on loopback. Both programs run in the same minutes on the same machine: the
ratios count, not the seconds. Needs dovecot-imapd and isync.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src"), str(ROOT / "models" / "scripts")]

from corpus import TRAIN, read_folder  # noqa: E402
from render import render, slots_of  # noqa: E402
from tests.servers.dovecot import Dovecot  # noqa: E402

ME = "sam.okafor@example.com"
NOW = datetime(2026, 3, 10, 8, 30, tzinfo=UTC)
WORDS = (
    *("the", "garden", "needs", "water", "before", "weekend", "because", "it", "has", "been", "dry", "and", "beans"),
    *("have", "come", "up", "behind", "shed", "where", "nobody", "looked", "at", "them", "since", "we", "were", "away"),
    *("in", "hills", "with", "children", "who", "found", "a", "lake", "would", "not", "leave"),
)
SHARES = (("bulk", 0.60), ("notice", 0.29), ("personal", 0.09), ("job", 0.02))


def paragraph(rng: random.Random, words: int) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(words)).capitalize() + "."


def everyday(rng: random.Random, number: int, kind: str, earlier: list[str]) -> EmailMessage:
    """One mail that has nothing to do with jobs, with what such mail weighs."""
    mail = EmailMessage(policy=SMTP)
    shop = rng.randrange(400)
    identity = f"<{number}.{rng.getrandbits(48):x}@mail{shop}.example>"
    mail["Message-ID"] = identity
    mail["Received"] = f"from mx{shop}.example by mx.example.com; Tue, 10 Mar 2026 08:00:00 +0000"
    mail["DKIM-Signature"] = "v=1; a=rsa-sha256; d=example; b=" + base64.b64encode(rng.randbytes(180)).decode()
    if kind == "personal":
        person = rng.randrange(60)
        mail["From"], mail["To"] = f"Friend {person} <friend{person}@home.example>", ME
        if earlier and rng.random() < 0.6:
            mail["In-Reply-To"] = mail["References"] = rng.choice(earlier[-40:])
            mail["Subject"] = "Re: " + paragraph(rng, 3)
        else:
            mail["Subject"] = paragraph(rng, 4)
        earlier.append(identity)
        mail.set_content("\n\n".join(paragraph(rng, 40) for _ in range(rng.randrange(1, 6))))
    else:
        mail["From"], mail["To"] = f"Shop {shop} <{'news' if kind == 'bulk' else 'no-reply'}@shop{shop}.example>", ME
        mail["Subject"] = f"{paragraph(rng, 5)} {number}"
        if kind == "bulk":
            mail["List-Unsubscribe"] = f"<https://shop{shop}.example/u/{rng.getrandbits(128):x}>"
            mail["List-Id"] = f"<news.shop{shop}.example>"
        else:
            mail["Auto-Submitted"] = "auto-generated"
        text = "\n".join(paragraph(rng, 60) for _ in range(rng.randrange(3, 20)))
        mail.set_content(text)
        rows = (
            f'<tr><td style="font:14px sans-serif">{paragraph(rng, 30)}</td></tr>' for _ in range(rng.randrange(20, 80))
        )
        mail.add_alternative(f"<html><body><table>{''.join(rows)}</table></body></html>", subtype="html")
    if rng.random() < 0.07:
        mail.add_attachment(
            rng.randbytes(int(rng.expovariate(1 / 90_000))), maintype="application", subtype="pdf", filename="x.pdf"
        )
    return mail


def mails(count: int, seed: int = 5) -> Iterator[bytes]:
    """Yield the mails of the mailbox, the oldest first."""
    rng = random.Random(seed)
    skeletons = [one for one in read_folder(TRAIN) if one["recruiting"] or one["direction"] == "in"]
    values = slots_of("train")
    earlier: list[str] = []
    kinds = [name for name, _ in SHARES]
    for number in range(count):
        kind = rng.choices(kinds, [share for _, share in SHARES])[0]
        when = NOW - timedelta(minutes=(count - number) * (3 * 365 * 24 * 60 / count))
        if kind == "job":
            raw = render(rng.choice(skeletons), number, values, seed)
            head, _, body = raw.partition(b"\r\n\r\n")
            lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"date:")]
            yield b"\r\n".join([f"Date: {when:%a, %d %b %Y %H:%M:%S +0000}".encode(), *lines]) + b"\r\n\r\n" + body
        else:
            mail = everyday(rng, number, kind, earlier)
            mail["Date"] = when
            yield mail.as_bytes()


def fill(server: Dovecot, count: int) -> int:
    """Write the mailbox straight into the server's Maildir; return its bytes."""
    root = server.mail_dir / "Maildir"
    total = 0
    for folder, share in (("", 0.8), ("Archive", 0.2)):
        for part in ("cur", "new", "tmp"):
            (root / folder / part).mkdir(parents=True, exist_ok=True)
        for number, raw in enumerate(mails(int(count * share), seed=len(folder))):
            (root / folder / "cur" / f"{1_000_000_000 + number}.M{number}.x:2,S").write_bytes(raw)
            total += len(raw)
    server._give(server.mail_dir)
    return total


def timed(command: list[str], **environment: str) -> tuple[float, float]:
    """Run a command; return its seconds and its peak memory in MB."""
    started = time.monotonic()
    process = subprocess.Popen(command, env=os.environ | environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command[0]} ended with {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - started, usage.ru_maxrss / 1024


def mbsync_config(server: Dovecot, folder: Path) -> Path:
    path = folder / "mbsyncrc"
    (folder / "mbsync").mkdir(mode=0o700, exist_ok=True)
    path.write_text(
        f"IMAPStore far\nHost localhost\nPort {server.tls_port}\nUser {server.user}\nPass {server.password}\n"
        f"SSLType IMAPS\nCertificateFile {server.ca_file}\n\nMaildirStore near\nPath {folder}/mbsync/\n"
        f"Inbox {folder}/mbsync/INBOX\nSubFolders Verbatim\n\nChannel all\nFar :far:\nNear :near:\n"
        f"Patterns INBOX Archive\nCreate Near\nSync Pull\nSyncState *\n"
    )
    return path


def traffic(server: Dovecot) -> int:
    """Return the bytes that the server sent since this was last asked."""
    logs = list(server.rawlog.glob("*.out"))
    total = sum(log.stat().st_size for log in logs)
    for log in (*logs, *server.rawlog.glob("*.in")):
        log.unlink()
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("messages", type=int, nargs="?", default=5_000)
    count = parser.parse_args().messages
    with tempfile.TemporaryDirectory(prefix="iw-") as made, Dovecot(Path(made) / "server") as server:
        folder = Path(made)
        folder.chmod(0o755)  # the server has another user
        started = time.monotonic()
        size = fill(server, count)
        print(f"{count:,} mails, {size / 1e6:,.0f} MB, made in {time.monotonic() - started:.0f} s")
        for mailbox in ("INBOX", "Archive"):  # the server builds its indexes before anybody is timed
            server.doveadm("fetch", "-u", server.user, "imap.bodystructure hdr.subject", "mailbox", mailbox, "all")
        run(server, folder, count)


def run(server: Dovecot, folder: Path, count: int) -> None:
    config = folder / "config.toml"
    config.write_text(
        f'[me]\naddresses = ["{ME}"]\ntimezone = "UTC"\n[[account]]\nname = "own"\nuser = "{server.user}"\n'
        f'host = "localhost"\n'
        f'port = {server.tls_port}\nca_file = "{server.ca_file}"\npassword_command = ["printf", "{server.password}"]\n'
    )
    out = folder / "out.json"
    ours = [
        sys.executable,
        "-c",
        "from inbox_watch.cli import main; main()",
        "--config",
        str(config),
        "--state",
        str(folder / "state"),
    ]
    ours += ["scan", "--now", NOW.isoformat(), "--format", "json", "--output", str(out)]
    theirs = ["mbsync", "-c", str(mbsync_config(server, folder)), "-q", "all"]
    path = {"PYTHONPATH": str(ROOT / "src")}
    traffic(server)
    their_first, _ = timed(theirs)
    their_bytes = traffic(server)
    our_first, our_memory = timed(ours, **path)
    our_bytes = traffic(server)
    told = json.loads(out.read_text())
    their_quiet = min(timed(theirs)[0] for _ in range(3))
    our_quiet, quiet_memory = min(timed(ours, **path) for _ in range(3))
    store = sum(entry.stat().st_size for entry in (folder / "state").iterdir())
    print(f"read as recruiting: {told['sources'][0]['recruiting']:,}; opportunities: {len(told['opportunities']):,}")
    print(
        f"first scan: {our_first:.1f} s, mbsync {their_first:.1f} s, ratio {our_first / their_first:.2f} (at most 0.50)"
    )
    print(
        f"bytes: {our_bytes / 1e6:.1f} MB, them {their_bytes / 1e6:.0f} MB, ratio {our_bytes / their_bytes:.3f} (0.05)"
    )
    print(f"no change:  {our_quiet:.2f} s, mbsync {their_quiet:.2f} s, ratio {our_quiet / their_quiet:.1f} (at most 4)")
    print(f"peak memory: {our_memory:.0f} MB first, {quiet_memory:.0f} MB later (most 400); store {store / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
