"""The real everyday mail that the recipe needs: read from the asset, never kept, never committed."""

from __future__ import annotations

import hashlib
import random
import sys
import tarfile
from collections.abc import Iterator

from corpus import MODELS
from render import Mail, read_mail

from inbox_watch.core.shared_senders import domain_of
from inbox_watch.errors import BrokenMessage
from inbox_watch.nlp.context import Context

ARCHIVE = MODELS / "assets" / "everyday-mail.tar.gz"
SHA256 = "51a509268ac21230cfd7728fe4b2ecc2433ecc5cd6d31e2c1541ea3a3fd415b7"
HELD_ONE_IN = 6
MISSING = f"""The real everyday mail is missing: {ARCHIVE}
Without it every model calls half of an ordinary mailbox recruiting, so nothing is trained; the model that ships
with the program stays in use.
project.yml names the public corpus, its licence and its checksum; models/README.md says how to pack it."""


def everyday_mails() -> Iterator[tuple[bool, Mail]]:
    """Each real mail, with whether it is held out from training (one in six, by sender's domain). Exits with advice
    where the asset is missing.
    """
    if not ARCHIVE.exists():
        sys.exit(MISSING)
    if hashlib.sha256(ARCHIVE.read_bytes()).hexdigest() != SHA256:
        sys.exit(f"{ARCHIVE} is not the file that the recipe was measured with (its checksum differs).")
    with tarfile.open(ARCHIVE) as archive:  # read from begin to end: going back would unpack all of it again
        files = [(member.name, archive.extractfile(member)) for member in archive if member.name.endswith(".eml")]
        contents = sorted((name, stream.read()) for name, stream in files if stream is not None)
    for name, raw in contents:
        yield from _read(name, raw)


def _read(name: str, raw: bytes) -> Iterator[tuple[bool, Mail]]:
    try:
        message, taken_apart = read_mail(raw)
    except BrokenMessage:
        return
    group = (domain_of(message.sender.address) if message.sender else "") or name
    digest = hashlib.sha256(group.encode()).digest()
    wrote = bool(message.in_reply_to) and random.Random(name).random() < 0.3
    mail = Mail(
        group=f"real:{group}",
        sort="spam" if "spam" in name.split("/")[-2] else "ham",
        message=message,
        zones=taken_apart,
        context=Context(candidate_wrote=wrote),
        recruiting=False,
        signal=None,
        sender_kind=None,
    )
    yield digest[0] % HELD_ONE_IN == 0, mail
