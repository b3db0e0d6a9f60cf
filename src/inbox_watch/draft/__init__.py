"""A mail for the action at hand, to be looked over and sent by the candidate. The program never sends it.

Pure wording: values in, a `Draft` out. Every name, date and number in it stands in the thread, in the action's dates or
in the settings; what isn't known is a [place to fill in].
"""

from inbox_watch.draft.letter import Draft
from inbox_watch.draft.write import sayings, write

__all__ = ["Draft", "sayings", "write"]
