"""The well-known names of mailboxes for suspected spam, deleted mail and drafts."""

from __future__ import annotations

import re
import unicodedata

JUNK = frozenset(
    (
        *("junk", "spam", "junk e-mail", "junk email", "junk mail", "bulk mail", "bulk", "spamverdacht"),
        *("indésirables", "courrier indésirable", "pourriel", "correo no deseado", "posta indesiderata"),
    )
)
DELETED = frozenset(
    (
        *("trash", "bin", "deleted items", "deleted messages", "deleted", "papierkorb", "gelöschte elemente"),
        *("gelöscht", "corbeille", "éléments supprimés", "papelera", "elementos eliminados", "cestino"),
    )
)
DRAFTS = frozenset(("drafts", "draft", "entwürfe", "brouillons", "borradores", "bozze", "concepten"))

_SUFFIX = re.compile(r"\.(?:mbox|mbx|mbs|sbd)$")
_ENCODED = re.compile(r"&([A-Za-z0-9+,]{1,200})-")
_LABELS = re.compile(rb"^x-gmail-labels:([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)", re.IGNORECASE | re.MULTILINE)
_HEADER_END = re.compile(rb"\n\r?\n")
_MOST_HEADER = 64 * 1024


def parts_of(name: str) -> tuple[str, ...]:
    """Return a folder's or file's name as the mailbox names in it, in lower case, without `.mbox` or `.sbd`.

    `.INBOX.Junk` of Maildir++ and `INBOX.Junk` hold two; a plain name is one. Maildir++ writes IMAP's modified UTF-7
    (RFC 3501, 5.1.3).
    """
    plain = _SUFFIX.sub("", unicodedata.normalize("NFC", _ENCODED.sub(_decoded, name)).casefold())
    return tuple(part for part in plain.split(".") if part) if plain.startswith((".", "inbox.")) else (plain,)


def labels_of(data: bytes) -> frozenset[str]:
    """Return the labels, in lower case, that Google Takeout notes in a mail's X-Gmail-Labels; none for other mail."""
    found = _LABELS.search(_HEADER_END.split(data[:_MOST_HEADER], maxsplit=1)[0])
    if not found:
        return frozenset()
    from inbox_watch.core.parse.header import decode_words  # brings the parser along, which such a mail needs anyway

    text = unicodedata.normalize("NFC", decode_words(found[1].decode("utf-8", "replace")))
    return frozenset(label.strip(' "\t\r\n').casefold() for label in text.split(","))


def _decoded(found: re.Match[str]) -> str:
    try:
        text = f"+{found[1].replace(',', '/')}-".encode().decode("utf-7")
        text.encode()  # half a character passes the first
    except UnicodeError:
        return found[0]
    return text
