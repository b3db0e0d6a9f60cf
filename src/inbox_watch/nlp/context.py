"""What is known about a mail before it is read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the thread and the account say about one mail.

    `from_candidate`: the candidate wrote it. `known_thread`: a mail of a recruiting exchange came before in this
    thread.
    `candidate_wrote`: the candidate has written in this thread before. A mail that stands alone has none of the
    last two.
    """

    from_candidate: bool = False
    known_thread: bool = False
    candidate_wrote: bool = False
