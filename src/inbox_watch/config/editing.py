"""Changes to the user's configuration: an account's table is added or taken out, and not a byte more.

Whatever comes of it is read back before it is written: a change that did anything else is refused.
"""

from __future__ import annotations

import io
import json
import os
import re
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

from inbox_watch.config.reading import parse
from inbox_watch.config.schema import ACCOUNT
from inbox_watch.config.types import Account, Config, OAuth, typed
from inbox_watch.errors import ConfigError

_HEADER = re.compile(r"\s*\[")
_OF_ACCOUNT = re.compile(r"\s*\[\[\s*(?:account|\"account\"|'account')\s*\]\]\s*(?:#.*)?")
_PART_OF_ACCOUNT = re.compile(r"\s*\[\s*(?:account|\"account\"|'account')\s*\.")
_BY_HAND = "Change the file by hand: docs/config.md says how."


def load(path: Path) -> Config:
    """Read the configuration that is to be changed; defaults where there is no file yet. Raises `ConfigError`."""
    return parse(_read(path), where=str(path))


def add_account(path: Path, account: Account) -> None:
    """Write the account's table at the end of the configuration; a new file can be read by the user alone.

    Raises `ConfigError` where the name or the user is there already, or the file is written in a way that this can't
    be added to.
    """
    text = _read(path)
    refuse_twice(load(path).accounts, account)
    gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    changed = f"{text}{gap}{table(account)}"
    wanted = tomllib.loads(text)
    wanted.setdefault("account", []).append(tomllib.loads(table(account))["account"][0])
    _write(path, changed, wanted)


def remove_account(path: Path, name: str) -> None:
    """Take the account's table out of the configuration. Raises `ConfigError` where that can't be done."""
    text = _read(path)
    names = [account.name for account in load(path).accounts]
    wanted = tomllib.loads(text)
    number = names.index(name)
    del wanted["account"][number]
    if not wanted["account"]:
        del wanted["account"]
    _write(path, _without(text, number, path), wanted)


def refuse_twice(known: tuple[Account, ...], account: Account) -> None:
    """Raise `ConfigError` where an account of this name or this user is there already."""
    for one in known:
        if one.name == account.name:
            raise ConfigError(
                f'an account named "{account.name}" is there already ({one.user})',
                advice=f"Give another --name, or first: inbox-watch account remove {typed(account.name)}.",
            )
        if one.user.casefold() == account.user.casefold():
            raise ConfigError(
                f'{account.user} is there already, as account "{one.name}"',
                advice=f"To renew its login: inbox-watch account login {typed(one.name)}.",
            )


def table(account: Account) -> str:
    """Return the account as a table of TOML: what differs from the defaults, and the server in any case."""
    default = Account(name="", user="")
    lines = ["[[account]]"]
    for key in ACCOUNT:
        value = getattr(account, key.name)
        if key.required or key.name in ("host", "port") or value != getattr(default, key.name):
            lines.append(f"{key.name} = {_value(value)}")
    return "\n".join(lines) + "\n"


def _value(value: Any) -> str:
    if isinstance(value, OAuth):
        given = {entry.name: getattr(value, entry.name) for entry in fields(value)}
        return "{ " + ", ".join(f"{name} = {_value(text)}" for name, text in given.items() if text) + " }"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, str):  # JSON's texts are TOML's, but for one character that TOML wants escaped
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(value)


def _read(path: Path) -> str:
    """Return the file's text, "" where there is none; line ends as they are."""
    try:
        return path.read_bytes().decode()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"can't read {path}: {error}", advice="It must be a readable UTF-8 file.") from None


def _without(text: str, number: int, path: Path) -> str:
    """Return the text without the account of this number: from its header to the next table's.

    Comments right above the next table belong to that one and stay.
    """
    lines = io.StringIO(text, newline="\n").readlines()
    starts = [place for place, line in enumerate(lines) if _OF_ACCOUNT.fullmatch(line.rstrip("\r\n"))]
    if number >= len(starts):
        raise ConfigError(f"{path}: the account's table can't be found", advice=_BY_HAND)
    start = starts[number]
    ends = (
        place
        for place in range(start + 1, len(lines))
        if _HEADER.match(lines[place]) and not _PART_OF_ACCOUNT.match(lines[place])
    )
    end = following = next(ends, len(lines))
    while following < len(lines) and end > start + 1 and _is_above(lines[end - 1]):
        end -= 1
    if end == len(lines) and start and not lines[start - 1].strip():
        start -= 1  # the last table: the blank line that set it apart goes with it
    return "".join(lines[:start] + lines[end:])


def _is_above(line: str) -> bool:
    return line.lstrip().startswith("#")


def _write(path: Path, text: str, wanted: dict[str, Any]) -> None:
    """Write the text if it says what is wanted; the old file stays whole until the new one is, with its permissions."""
    try:
        data, is_as_wanted = text.encode(), tomllib.loads(text) == wanted
    except (tomllib.TOMLDecodeError, UnicodeEncodeError):
        data, is_as_wanted = b"", False
    if not is_as_wanted:
        raise ConfigError(f"{path}: it is written in a way that the program can't change", advice=_BY_HAND)
    parse(text, where=str(path))
    target = path.resolve()  # a link to a folder of dotfiles stays a link
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o600
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # the user's own work: it must outlive a power cut
        part.chmod(mode)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ConfigError(f"can't write {path}: {error.strerror}", advice="Choose another with --config.") from None
