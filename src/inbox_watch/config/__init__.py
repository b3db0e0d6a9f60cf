"""The configuration: TOML in, a frozen `Config` out.

A wrong value is a `ConfigError` that names the key and what would be right; an unknown key names the nearest known one.
"""

from inbox_watch.config.keys import Key
from inbox_watch.config.places import country, zone
from inbox_watch.config.reading import default_path, load, parse
from inbox_watch.config.schema import ACCOUNT, DIGEST, ME, OAUTH, SCHEDULE, SMTP, TIMING
from inbox_watch.config.types import OTHER, Account, Config, Digest, Me, OAuth, Schedule, Smtp, typed

__all__ = [
    "ACCOUNT",
    "DIGEST",
    "ME",
    "OAUTH",
    "OTHER",
    "SCHEDULE",
    "SMTP",
    "TIMING",
    "Account",
    "Config",
    "Digest",
    "Key",
    "Me",
    "OAuth",
    "Schedule",
    "Smtp",
    "country",
    "default_path",
    "load",
    "parse",
    "typed",
    "zone",
]
