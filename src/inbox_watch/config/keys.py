"""One key of a table, and a table that is read by its keys."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from inbox_watch.errors import ConfigError


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key of a table: its name, how its value is checked and converted, and what it means."""

    name: str
    check: Callable[[str, Any], Any]
    meaning: str
    required: bool = False
    attribute: str = ""


def table(value: Any, keys: tuple[Key, ...], where: str) -> dict[str, Any]:
    """Return a table's values, checked and converted, by attribute. Raises `ConfigError` that names the key."""
    if not isinstance(value, Mapping):
        raise ConfigError(f"{where}: must be a table", advice=f"Write [{where}] and its keys below it.")
    known(value, tuple(key.name for key in keys), f"{where}.")
    for key in keys:
        if key.required and key.name not in value:
            raise ConfigError(f"{where}.{key.name}: missing", advice=f"{key.meaning[:1].upper()}{key.meaning[1:]}.")
    return {
        key.attribute or key.name: key.check(f"{where}.{key.name}", value[key.name])
        for key in keys
        if key.name in value
    }


def known(names: Iterable[str], keys: tuple[str, ...], prefix: str) -> None:
    """Raise `ConfigError` for the first name that is no key; it names the nearest one."""
    for name in names:
        if name not in keys:
            near = difflib.get_close_matches(name, keys, n=1, cutoff=0.0)
            raise ConfigError(f"{prefix}{name}: unknown key", advice=f"Did you mean {prefix}{near[0]}?")
