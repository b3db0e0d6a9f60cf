"""Words that tell a role from a company, and a company from anything else."""

from __future__ import annotations

import re

from inbox_watch.core.types import Message

ROLE_HEADS = (
    "engineer|engineers|developer|manager|analyst|designer|architect|scientist|consultant|administrator"
    "|assistant|accountant|nurse|teacher|lecturer|researcher|director|officer|specialist|coordinator"
    "|lead|executive|technician|programmer|tester|writer|editor|recruiter|driver|operator"
    "|supervisor|representative|associate|advisor|adviser|clerk|chef|electrician|mechanic|paralegal"
    "|solicitor|lawyer|controller|planner|buyer|planer|strategist|producer|owner|master|intern|trainee"
    "|apprentice|head|chief|partner|pharmacist|physiotherapist|doctor|surveyor|inspector|auditor"
    "|bookkeeper|receptionist|secretary|translator|librarian|professor|postdoc|fellow|investigator"
    "|modeller|underwriter|actuary|trader|broker|agent|merchandiser|marketer|copywriter|illustrator"
    "|animator|entwickler|entwicklerin|ingenieur|ingenieurin|leiter|leiterin|sachbearbeiter|referent"
    "|devops|sre|cto|cfo|coo|vp|dba|qa|carer|worker|therapist|counsellor|welder|plumber|fitter|pilot"
    "|captain|guard|cleaner|caretaker|tutor|instructor|trainer|biologist|chemist|physicist|statistician"
    "|economist|journalist|reporter|photographer|handler|picker|packer|barista|waiter|cook|foreman"
    "|estimator|machinist|superintendent|principal|deputy|midwife|paramedic|radiographer|dentist|vet"
    "|stylist|cashier|bartender|janitor|housekeeper|carpenter|labourer|lifeguard|hairdresser|attendant|installer"
    "|operative|practitioner|technologist|rn|lpn|cna|caregiver|roofer|bricklayer|plasterer|scaffolder|dispatcher"
    "|registrar|psychologist|psychiatrist|dietitian|nutritionist|sonographer|phlebotomist|hygienist|optometrist"
    "|optician|florist|glazier|stonemason|seamstress|upholsterer|archivist|bookseller|gardener|groundsman"
    "|groundskeeper|beekeeper|groomer|milliner|projectionist|shepherd|counsel|bioinformatician|horticulturist"
    "|zookeeper|blacksmith|watchmaker|cabinetmaker|bricklayer|locksmith|curator|conservator"
)
NAMED_TEAM = re.compile(
    r"^(?:the )?(?P<company>.{2,40}?) (?:recruit\w{2,8}|talent\b|careers?\b|hiring|hr\b|human resources"
    r"|people (?:team|ops|operations|&)|jobs\b|candidate|bewerbermanagement|personal\w{0,12}|recruitment"
    r"|onboarding|graduate|early careers|team$|acquisition)",
    re.IGNORECASE,
)
NO_NAMES = frozenset(
    [
        "the",
        "this",
        "our",
        "your",
        "my",
        "a",
        "an",
        "we",
        "i",
        "you",
        "it",
        "he",
        "she",
        "they",
        "everyone",
        "everybody",
        "somebody",
        "please",
        "attached",
        "and",
        "or",
        "re",
        "fw",
        "fwd",
        "hi",
        "hello",
        "dear",
        "thanks",
        "thank",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "teams",
        "zoom",
        "google",
        "linkedin",
        "microsoft",
        "meet",
        "skype",
        "indeed",
        "greenhouse",
        "lever",
        "workday",
        "workable",
        "ashby",
        "calendly",
        "hackerrank",
        "codility",
        "glassdoor",
        "xing",
        "team",
        "hr",
        "recruiting",
        "recruitment",
        "talent",
        "careers",
        "jobs",
        "hiring",
        "people",
        "recruiter",
        "interview",
        "application",
        "update",
        "news",
        "next",
        "new",
        "data",
        "dr",
        "mr",
        "mrs",
        "ms",
        "prof",
        "where",
        "could",
        "senior",
        "junior",
        "lead",
        "all",
        "am",
        "pm",
        "uk",
        "us",
        "eu",
        "usa",
        "london",
        "berlin",
        "paris",
        "remote",
        "home",
        "site",
        "work",
        "least",
        "first",
        "last",
        "present",
        "present",
        "once",
        "best",
        "noon",
        "any",
        "times",
        "time",
        "that",
        "which",
        "what",
        "when",
        "no",
        "one",
        "both",
        "gmail",
        "whatsapp",
        "cet",
        "cest",
        "gmt",
        "bst",
        "est",
        "pst",
        "ist",
    ]
)
LONGEST_READ = 4000
ENDS_IN_ROLE = re.compile(rf"(?i)\b(?:{ROLE_HEADS})\b")
_SIGN_OFF_LINES = 8


def cut_sign_off(text: str, message: Message) -> tuple[str, str]:
    """Return a text without its sign-off, and the sign-off: from the sender's own name on a line of its own to the end.

    What stands under it is who writes, a title or a house, and no signature where nothing marks it as one.
    """
    name = message.sender.name.strip().lower() if message.sender else ""
    own = {name, name.partition(" ")[0]} - {""}
    lines = text.rstrip().split("\n")
    first = max(1, len(lines) - _SIGN_OFF_LINES)
    for place in range(first, len(lines)):
        if lines[place].strip(" ,.–-*_").lower() in own:
            return "\n".join(lines[:place]), "\n".join(lines[place:])
    return text, ""
