"""The IMAP servers of the big providers, by the domain of an address. All of them speak implicit TLS on port 993.

Source: what each provider states in its own help pages for mail programs.
"""

from __future__ import annotations

_SERVERS = {
    "imap.gmail.com": ("gmail.com", "googlemail.com"),
    "outlook.office365.com": ("outlook.com", "hotmail.com", "live.com", "msn.com"),
    "imap.mail.yahoo.com": ("yahoo.com", "yahoo.co.uk", "yahoo.de", "yahoo.fr", "ymail.com"),
    "imap.mail.me.com": ("icloud.com", "me.com", "mac.com"),
    "imap.fastmail.com": ("fastmail.com", "fastmail.fm"),
    "imap.aol.com": ("aol.com",),
    "imap.gmx.net": ("gmx.de", "gmx.net", "gmx.at", "gmx.ch"),
    "imap.gmx.com": ("gmx.com", "gmx.co.uk"),
    "imap.web.de": ("web.de",),
    "imap.zoho.com": ("zoho.com", "zohomail.com"),
    "imap.mail.ru": ("mail.ru",),
    "posteo.de": ("posteo.de", "posteo.net"),
    "imap.mailbox.org": ("mailbox.org",),
}
_BY_DOMAIN = {domain: host for host, domains in _SERVERS.items() for domain in domains}


def host_of(address: str) -> str | None:
    """Return the IMAP server for an address of a big provider, or None."""
    return _BY_DOMAIN.get(address.rpartition("@")[2].lower())
