"""Sorts of everyday mail in the corpus → the few that the model tells apart."""

from __future__ import annotations

from typing import Final

_SORTS: Final = {
    "mail": "ham",
    "spam": "spam",
    "sentence": "sentence",
    "alert": "job_alert portal_notice career_newsletter talent_newsletter career_service linkedin_social",
    "bulk": "newsletter github mailing_list social two_factor receipt shipping invoice list_spam phishing scam dating "
    "esign scheduling training_ads special_offer mlm webinar shop_promo "
    "travel_promo streaming utilities",
    "work": "work work_thread own_hiring employer_hr ordinary_meeting freelance_client founder_friend business_call "
    "auto_answer sales_approach press user_interview investor employee_onboarding support "
    "calendar payroll performance_review it_notice customer training work_tool",
    "private": "family friends friend_talk church sports travel out_plain out_everyday pets choir event neighbours",
    "form": "loan visa rental landlord school school_place grant research club_application bank health appointment "
    "exam permit benefits licence insurance citizenship house_bid housing allotment audition conference tender "
    "peer_review volunteering foster tax jury",
}
_KIND_OF: Final = {sort: kind for kind, sorts in _SORTS.items() for sort in sorts.split()}


def everyday_kind(sort: str) -> str:
    """The kind of one sort (`Mail.sort`); "other" for one that isn't listed."""
    return _KIND_OF.get(sort, "other")
