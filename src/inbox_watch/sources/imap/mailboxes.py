"""Which mailboxes of an account hold the candidate's mail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inbox_watch.sources import names

LEFT_OUT = frozenset({"\\trash", "\\drafts", "\\noselect", "\\nonexistent"})
_NAMES = {"\\trash": names.DELETED, "\\drafts": names.DRAFTS, "\\junk": names.JUNK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """A mailbox to be read. `is_junk` marks the one that the provider puts suspected spam in."""

    name: str
    is_junk: bool = False


def choose(listed: Sequence[tuple[Sequence[bytes], bytes | None, str]], wanted: Sequence[str] = ()) -> list[Mailbox]:
    """Return the mailboxes to read, from what LIST answered (flags, delimiter, name).

    `wanted` names win. Else, where one mailbox holds all mail (\\All, RFC 6154), that one and Junk; else every
    mailbox but Trash and Drafts. Special use is compared without case; where a server gives none, well-known names
    stand in.
    """
    known = {name: _uses(flags, delimiter, name) for flags, delimiter, name in listed}
    if wanted:
        return [Mailbox(name=name, is_junk="\\junk" in known.get(name, ())) for name in wanted]
    readable = {name: uses for name, uses in known.items() if not uses & LEFT_OUT}
    if whole := [name for name, uses in readable.items() if "\\all" in uses]:
        readable = {name: uses for name, uses in readable.items() if name in whole[:1] or "\\junk" in uses}
    return [Mailbox(name=name, is_junk="\\junk" in uses) for name, uses in sorted(readable.items())]


def _uses(flags: Sequence[bytes], delimiter: bytes | None, name: str) -> frozenset[str]:
    uses = {flag.decode("ascii", "replace").lower() for flag in flags}
    separator = (delimiter or b"/").decode("ascii", "replace")
    last = name.rsplit(separator, 1)[-1].casefold()
    if not uses & set(_NAMES):
        uses |= {use for use, known in _NAMES.items() if last in known}
    return frozenset(uses)
