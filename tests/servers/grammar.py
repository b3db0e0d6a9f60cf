"""What a client that only reads may say, written down a second time and in another way than the program's guard.

The guard is a list of patterns on whole lines; this reads a line word by word, after RFC 3501. Both must agree that
nothing which changes a mailbox was sent.
"""

from __future__ import annotations

BARE = {"CAPABILITY", "NOOP", "LOGOUT", "STARTTLS"}
READING_ITEMS = {
    *("UID", "FLAGS", "INTERNALDATE", "RFC822.SIZE", "BODYSTRUCTURE", "X-GM-MSGID", "X-GM-THRID", "X-GM-LABELS"),
    "EMAILID",
}


def is_reading(line: bytes) -> bool:
    """Say whether a line, its tag and CRLF included, is one command that changes nothing."""
    if not line.endswith(b"\r\n") or b"\r" in line[:-2] or b"\n" in line[:-2] or b"\0" in line or b"{" in line:
        return False
    tag, _, rest = line[:-2].decode("latin-1").partition(" ")
    verb, _, rest = rest.partition(" ")
    verb = verb.upper()
    if not tag.isalnum():
        return False
    if verb in BARE:
        return not rest
    if verb in ("EXAMINE", "LIST", "ID", "LOGIN", "AUTHENTICATE"):
        return True
    if verb == "COMPRESS":
        return rest == "DEFLATE"
    if verb == "STATUS":
        return rest.endswith(")") and set(rest.rpartition("(")[2][:-1].split()) <= {
            *("MESSAGES", "UIDNEXT", "UIDVALIDITY", "HIGHESTMODSEQ", "RECENT", "UNSEEN"),
        }
    if verb == "UID":
        return _is_reading_uid(rest)
    return False


def _is_reading_uid(rest: str) -> bool:
    verb, _, rest = rest.partition(" ")
    if verb.upper() == "SEARCH":
        return all(word in ("UID", "ALL") or _is_set(word) for word in rest.split())
    numbers, _, items = rest.partition(" ")
    return verb.upper() == "FETCH" and _is_set(numbers) and all(_is_reading_item(item) for item in _items(items))


def _is_set(word: str) -> bool:
    return bool(word) and all(part.isdigit() for piece in word.split(",") for part in piece.split(":"))


def _items(text: str) -> list[str]:
    """Cut a FETCH list at the blanks that stand in no bracket."""
    found, depth, start = [], 0, 0
    inner = text.removeprefix("(").removesuffix(")") + " "
    for place, letter in enumerate(inner):
        depth += (letter == "[") - (letter == "]")
        if letter == " " and not depth:
            found.append(inner[start:place])
            start = place + 1
    return found


def _is_reading_item(item: str) -> bool:
    return item in READING_ITEMS or item.startswith("BODY.PEEK[")
