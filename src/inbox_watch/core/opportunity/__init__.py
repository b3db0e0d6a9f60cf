"""Threads to opportunities: what belongs together, how far it has come, who is on the other side.

`gather` joins threads on evidence and keeps the reason of each join; `as_of` gives an opportunity as it was known at
a moment; `cautions_of` says what looks odd in its mail.
"""

from inbox_watch.core.opportunity.cautions import cautions_of
from inbox_watch.core.opportunity.gather import as_of, gather

__all__ = ["as_of", "cautions_of", "gather"]
