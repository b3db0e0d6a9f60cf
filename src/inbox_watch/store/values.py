"""Frozen dataclasses ↔ JSON, by their annotations: lists in the order of the fields, so that nothing is said twice."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo


def dump(value: Any) -> bytes:
    """Return a dataclass as JSON."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def load(kind: Hashable, data: bytes) -> Any:
    """Return the dataclass of this kind that `dump` wrote. Other data raises ValueError, TypeError or LookupError."""
    return _reader(kind)(json.loads(data.decode("utf-8", "surrogatepass")))


def shape(kind: type[Any]) -> str:
    """Return a text that changes with any field of a dataclass, or of those in it: what `load` needs to be the same."""
    return repr(_shape(kind, set()))


def _shape(kind: Any, seen: set[Any]) -> Any:
    if kind in seen:
        return kind.__name__
    if is_dataclass(kind):
        seen.add(kind)
        hints = typing.get_type_hints(kind)
        return [(field.name, _shape(hints[field.name], seen)) for field in fields(kind)]
    return [_shape(inner, seen) for inner in typing.get_args(kind)] or str(kind)


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return [value.isoformat(), value.tzinfo.key] if isinstance(value.tzinfo, ZoneInfo) else value.isoformat()
    if isinstance(value, frozenset):
        return sorted(_plain(item) for item in value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    return value


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        (real,) = (one for one in inner if one is not type(None))
        read = _reader(real)
        return lambda value: None if value is None else read(value)
    if origin in (tuple, frozenset):
        return _sequence(origin, inner)
    if kind is datetime:
        return _moment
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if is_dataclass(kind):
        return _record(kind)
    return _same


def _same(value: Any) -> Any:
    return value


def _sequence(origin: Any, inner: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(inner) == 2 and inner[1] is not Ellipsis:
        first, second = map(_reader, inner)
        return lambda value: (first(value[0]), second(value[1]))
    read = _reader(inner[0])
    return origin if read is _same else lambda value: origin([read(item) for item in value])


def _record(kind: Any) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    readers = [_reader(hints[name]) for name in names]
    odd = [(place, read) for place, read in enumerate(readers) if read is not _same]

    def record(values: list[Any]) -> Any:
        for place, read in odd:
            values[place] = read(values[place])
        return kind(**dict(zip(names, values, strict=True)))

    return record


def _moment(value: Any) -> datetime:
    if isinstance(value, list):
        return datetime.fromisoformat(value[0]).astimezone(ZoneInfo(value[1]))
    return datetime.fromisoformat(value)
