"""Sorts of everyday mail in the corpus → the few that the model tells apart."""

from __future__ import annotations

from typing import Final

_SORTS: Final = {
    "mail": "ham",
    "spam": "spam",
    "sentence": "sentence",
    "alert": "job_alert portal_notice career_newsletter talent_newsletter career_service linkedin_social",
    "bulk": "newsletter github mailing_list social two_factor receipt shipping invoice list_spam phishing scam dating",
    "work": "work work_thread own_hiring employer_hr ordinary_meeting freelance_client founder_friend business_call "
    "auto_answer sales_approach press",
    "private": "family friends friend_talk church sports travel out_plain out_everyday",
    "form": "loan visa rental landlord school school_place grant research club_application bank health appointment",
}
_KIND_OF: Final = {sort: kind for kind, sorts in _SORTS.items() for sort in sorts.split()}


def everyday_kind(sort: str) -> str:
    """The kind of one sort (`Mail.sort`); "other" for one that isn't listed."""
    return _KIND_OF.get(sort, "other")
