"""What is too much for memory at once, in runs that it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def portions(items: Iterable[Item], size_of: Callable[[Item], int], most: int) -> Iterator[list[Item]]:
    """Cut items into runs whose sizes add up to at most `most`; what is larger than that stands alone."""
    portion: list[Item] = []
    held = 0
    for item in items:
        size = size_of(item)
        if portion and held + size > most:
            yield portion
            portion, held = [], 0
        portion.append(item)
        held += size
    if portion:
        yield portion
