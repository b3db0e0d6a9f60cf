"""Sorts of everyday mail in the corpus → the few that the model tells apart."""

from __future__ import annotations

from typing import Final

_SORTS: Final = {
    "mail": "ham",
    "spam": "spam",
    "sentence": "sentence composed",
    "alert": "job_alert portal_notice career_newsletter talent_newsletter career_service linkedin_social "
    "portal_account portal_survey cv_service job_news course_marketing",
    "bulk": "newsletter github mailing_list social two_factor receipt shipping invoice list_spam phishing scam dating "
    "esign scheduling training_ads special_offer mlm webinar shop_promo "
    "travel_promo streaming utilities booking shop subscription software ticket tickets webshop parcel delivery "
    "scheduler_everyday event_invitation theatre_tickets purchase_offer prize security_code password telecom energy "
    "pull_request issue ci digest survey gym",
    "work": "work work_thread own_hiring employer_hr ordinary_meeting freelance_client founder_friend business_call "
    "auto_answer sales_approach press user_interview investor employee_onboarding support "
    "calendar payroll performance_review it_notice customer training work_tool sales out_colleague out_own_hiring "
    "work_hiring hr_portal out_agency_client out_of_office supplier out_supplier work_meeting out_present_job "
    "reference_request referee freelance out_freelance_client out_client_work press_interview shift_swap "
    "nanny_hire work_visit payslip study",
    "private": "family friends friend_talk church sports travel out_plain out_everyday pets choir event neighbours "
    "friend friend_job_talk out_others_apply neighbour sport out_invite out_news friend_news wedding favour child "
    "children babysitting community out_trade out_market tradesman house_help",
    "form": "loan visa rental landlord school school_place grant research club_application bank health appointment "
    "exam permit benefits licence insurance citizenship house_bid housing allotment audition conference tender "
    "peer_review volunteering foster tax jury club university course doctor house volunteer casting authority civic "
    "out_landlord out_school out_university out_club out_volunteering out_grant out_conference out_visa out_bank "
    "out_doctor out_insurance certification clinic house_sale lease grant_body housing_association council "
    "university_registry school_visit hospital_visit theatre_group estate_agent nursery_place adoption_pet "
    "exam_board tenant mortgage flat_check training_provider tutor",
}
_KIND_OF: Final = {sort: kind for kind, sorts in _SORTS.items() for sort in sorts.split()}


def everyday_kind(sort: str) -> str:
    """The kind of one sort (`Mail.sort`); "other" for one that isn't listed."""
    return _KIND_OF.get(sort, "other")
