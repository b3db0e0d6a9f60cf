"""The user's word: kept apart from what was read in mail, and stronger than it.

A word hangs on mails, not on an id: it is about the opportunity that holds most of the mails which the user saw then.
"""
