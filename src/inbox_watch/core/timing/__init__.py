"""The clock: whose turn it is, what is owed, and when to ask for an update."""

from inbox_watch.core.timing.judge import judge
from inbox_watch.core.timing.rhythm import Rhythms, learn

__all__ = ["Rhythms", "judge", "learn"]
