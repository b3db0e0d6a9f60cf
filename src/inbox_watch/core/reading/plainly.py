"""Mail that says in plain words that the candidate is the applicant: it is recruiting, whatever the model hears.

"We would like to invite you to an interview for the Joiner job" leaves nothing to weigh. Who is addressed must stand in
the newly written text, and a word of work in the same sentence, beside it, or in the subject. Mail to many, other
things that one applies for (a flat, a school, a visa, a grant), the candidate's own hiring, and what is only supposed
or told of somebody else raise nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from inbox_watch.core.opportunity.sides import organisation_of
from inbox_watch.core.reading import automatic
from inbox_watch.core.reading.sentences import Sentence, flatten, split_sentences
from inbox_watch.core.types import Message, Zones

_READ = 3000
_MOST_RECEIVERS = 6

_PLACE = r"(?:roles?|positions?|posts?|jobs?|vacanc(?:y|ies)|openings?)\b"
_NAMED = rf"(?:[\w'’&/,.()+#-]{{1,20}} ){{0,7}}?{_PLACE}"
_WORK = re.compile(
    rf"\b(?<!your )(?<!day ){_PLACE}(?! office)|\b(?:salary|per annum|full[- ]time|part[- ]time|employment)\b"
    r"|[£$€] ?\d{2,3}(?:k\b|,\d{3})|\d ?(?:pounds?|euros?|dollars?|eur|gbp|usd|k)? (?:an?|per) (?:hour|month|year"
    r"|annum)\b"
    r"|\b\d{2}h/w"
)
_ANY = r"(?:(?:an?|the|our|your|this|that|one|another|first|second|final) )?"
_MEETING = rf"{_ANY}(?:[\w'-]{{1,14}} ){{0,3}}?(?:interview|trial shift|trial day|working interview)\b"

# --- the reader is the applicant --------------------------------------------------------------------------------------

_APPLIED = re.compile(
    r"\b(?:thank(?:s| you)(?: (?:so |very )?much)? for (?:applying|taking the (?:time|trouble) to apply"
    r"|(?:sending (?:us |me )?|submitting )?your (?:recent |job |kind |online )?(?:application|cv|résumé|resume))"
    r"|(?:received|got|read|reviewed|considered|enjoyed|liked|looked at|looking at|been through) your (?:recent |job )?"
    r"(?:application|cv|covering letter|cover letter)"
    r"|your (?:recent |job )?(?:application|cv) (?:impressed|stood out|caught|for|as|has been (?:short|success|consid|"
    r"receiv|review)|was (?:short|success)|looks|looked|is (?:very )?(?:impressive|strong|interesting))"
    r"|you(?:'ve| have)? (?:recently )?applied (?:for|to|as))"
)
_APPLIED_FOR = re.compile(
    rf"{_APPLIED.pattern}[^.!?;]{{0,12}}?(?: (?:for|to|as))?(?: (?:the|our|a|an|this))? {_NAMED}"
    rf"|\byour interest in (?:the|our|this) {_NAMED}"
)
_MEETS = re.compile(
    r"\b(?:to|will|'ll|shall|be|are|can|could) (?:now )?interview(?:ing)? you\b(?! (?:about|on|regarding|concerning))"
    rf"|\b(?:invite|inviting|invited|see|offer|have|get|bring|ask) you (?:(?:in|along|over|down|back|all the way) )?"
    rf"(?:to|for|in for) (?:attend )?{_MEETING}"
    rf"|\byou(?:'re| are|'ve been| have been) (?:now |hereby |cordially )?(?:invited|shortlisted|selected|chosen) "
    rf"(?:to|for) (?:attend )?(?:{_MEETING})"
    rf"|\b(?:invit\w{{2,6}}|like|love|want\w{{0,2}}) you to (?:come (?:in |along |over )?(?:to us )?(?:for|to) |attend "
    rf"|interview for ){_MEETING}"
    rf"|\b(?:attend|come (?:in|along|over|to us|down)(?: [\w:.']{{1,10}}){{0,5}}? for) {_MEETING}"
    rf"|\byour (?:[\w-]{{1,12}} ){{0,2}}?interview(?: for [^.!?;]{{3,60}}?)? (?:is|will be|has been|on|at|with)\b"
    rf"|\b(?:can|could|would) you (?:come|pop|drop|make it|attend|join us)(?: (?:in|along|over|down|to us))? ?"
    rf"(?:for|to) {_MEETING}"
    rf"|\b(?:an|your|the|this) interview (?:for you|with you)\b"
    rf"|\b(?:arrange|schedule|set up|book|fix|organise|confirm|confirming|regarding|details (?:of|for|about)|forward to"
    rf"|invit\w{{3,7}} to) your (?:[\w-]{{1,12}} ){{0,2}}?interview\b"
)
_MANAGER_MEETS = re.compile(
    r"\b(?:our|the|my) (?:[\w'-]{1,14} ){0,4}?(?:manager|director|head|owner|panel|team|client|partner|chef|principal|"
    r"headteacher|head teacher|foreman|supervisor|board|matron|lead|ceo|cto|founder|practice)\b[^.!?;]{0,30}?"
    r" (?:would like|would love|'d like|'d love|wants?|is keen|are keen|is happy|asked) to (?:interview|meet) you\b"
    r"(?! (?:about|on|regarding))"
)
_CALLS = re.compile(
    r"\b(?:arrange|set up|schedule|have|book|fix|do) (?:an? )?(?:(?:first|quick|short|brief|initial|intro\w{0,7}"
    r"|informal|"
    r"phone|video|zoom|telephone|screening|\d{1,2}[- ]min\w{0,5}) ){0,3}(?:calls?|chat|conversation|interview)\b"
    rf"[^.!?;]{{0,30}}?\b(?:about|regarding|for|on|discuss) (?:the|our|this"
    rf"|an?) (?:[\w'’&/,.()+#-]{{1,20}} ){{1,7}}?{_PLACE}"
)
_OFFERS = re.compile(
    rf"\b(?<!could )(?<!can )offer(?:ing)? you (?:the|this|our|a|an) {_NAMED}"
    rf"|\b(?<!your )offer of employment\b|\boffer(?:ing)? you employment\b"
    rf"|\b(?:our|an|formal|written|conditional) offer (?:for|of) the {_NAMED}"
    rf"|\byou(?:'ve| have)? (?:got|been (?:selected|chosen|appointed|successful) (?:for|to|as|in)) (?:the|our) {_NAMED}"
    rf"|\byou(?:'ve| have)? got the job\b|\b(?:confirm|confirming) your appointment (?:to|as|in) (?:the|our) {_NAMED}"
    rf"|\byou(?:'re| are|'ve been| have been) (?:now |also )?(?:shortlisted|invited to (?:an )?interview)"
    rf" for (?:the|our) {_NAMED}"
)
_WANTS_YOU = re.compile(
    r"\b(?:(?:like|love|want|delighted|pleased) (?:for )?you to (?:join (?:us|our|the team)|have the job|come and work"
    r"|be (?:our|the) (?!guest))|agreed (?:that )?it should be you|(?:you're|you are) the one (?:we|for us)"
    r"|we want you[!.])"
)
_NEEDS_MORE = re.compile(
    r"\b(?:(?:names|details|numbers|addresses) (?:[\w-]{1,10} ){0,4}?(?:referees?|references?)|right[- ]to[- ]work"
    r"|notice period|salary expectations?|when (?:could|can|would) you (?:start|come in for))\b"
)
_REFUSED = re.compile(
    r"\b(?:not|unable) to (?:take|progress|move|proceed with|pursue|shortlist) your (?:job )?application\b"
    r"(?: (?:further|forward|any))?|\byour (?:job )?application (?:has not been|was not|hasn't been|has been"
    r"|was) (?:un)?successful\b"
)
_SEEKS = re.compile(
    r"\b(?:needs?|looking for|are after|'re after|seeking|short of|could use) (?:an? |another |(?:some(?:one|body))\b)"
)
_UP_FOR = re.compile(
    r"\bup for (?:a|it)\b|\bkeen to (?:talk|chat|have a)|\bfancy (?:a|it|joining)\b|\bdo you want it\b"
    r"|\bif that's you\b"
    r"|\bare you (?:interested|up for|looking)\b|\binterested\?|\bsend (?:me|us) (?:a|your) cv\b"
    r"|\bwould you be (?:interested|up)"
)
_TERMS = re.compile(
    r"\b\d{1,2} ?(?:h|hrs?|hours)[ /](?:a |per )?w(?:ee)?k\b|\b\d{1,2}(?:\.\d\d)? (?:an|per) hour\b|\b(?:two|three"
    r"|four|five"
    r"|\d) days (?:a|per) week\b|\bpaid properly\b|\bfor (?:two|three|six|nine|twelve|\d{1,2}) months\b|\b(?:full"
    r"|part)[- ]time"
    r"\b|\b(?:a|your) cv\b|\bpermanent\b"
)
_BOOKING = re.compile(
    r"\bavailable for an? (?:[\w-]{1,14} ){0,4}?(?:temp|supply|locum|agency|cover)\b[^.!?;]{0,40}?(?:booking|assignment"
    r"|shifts?|contract|work|role)\b|\boffer you the (?:booking|assignment)\b"
)

# --- the writer is the applicant --------------------------------------------------------------------------------------

_MY_APPLICATION = re.compile(
    r"\b(?:my (?:job )?application (?:for|to|as)|withdraw(?:ing)? my (?:job )?application|(?:i(?:'d| would) (?:like"
    r"|love)"
    r"|would love|i wish|i want|keen|writing|happy) to apply\b|(?:^|\bam |i'm |interested in )applying (?:for|as|to)"
    r"|i(?:'d| would) like to be considered for|i(?:'ve| have)? (?:recently |just )?applied (?:for|to|as)"
    r"|my (?:cv|resume|résumé) for)\b"
    rf"|\binterested in (?:the|your) {_NAMED}[^.!?;]{{0,40}}?\b(?:attach\w{{0,3}}|enclos\w{{1,3}}) (?:is "
    rf"|find )?my (?:cv|r[eé]sum[eé])"
)

# --- what raises nothing ----------------------------------------------------------------------------------------------

_OTHER_MATTER = re.compile(
    r"\b(?:volunteer\w{0,5}|trustees?|admissions?|sixth form|school place|pupils?|enrol\w{0,6}|undergraduate|"
    r"postgraduate|bachelor\w{0,3}|master'?s|ucas|msc|mba|degree|(?<!of )course|courses|module|tuition|semester"
    r"|scholarships?|"
    r"bursar\w{1,3}|fellowships?|grants?|funding|funders?|visas?|embassy|consulate|citizenship|naturali[sz]ation"
    r"|residence"
    r"|auditions?|casting|choir|orchestra|band|tenan\w{2,5}|landlord|lettings?|flat|flatmate|housemate|rent|rental"
    r"|apartment|lease|mortgage|loan|credit|insurance|claims?|jury|juror|court|conference|speakers?|abstracts?|journal"
    r"|podcast|article|journalis\w{1,2}|reporter|magazine|newspaper|radio|documentary|participants?|participate|study"
    r"|studies|survey|thesis|dissertation|user research|usability|memberships?|allotment|permit|planning"
    r" (?:permission|application)|adopt\w{0,4}|foster\w{0,4}|puppy|rehom\w{1,3}|nursery place|childminder"
    r"|babysit\w{0,4}"
    r"|police|witness|universal credit|jobcentre|accelerator|incubator|startup programme|mentor\w{0,5}|mock|practice"
    r" (?:interview|run)|coach\w{0,4}|cv (?:writing|service|review|check)|webinar|newsletter|unsubscribe"
    r"|(?:registration|processing|training|visa) (?:fee|deposit)|western union|moneygram|gift cards?|whatsapp|telegram"
    r"|no experience|work from home|earn|bitcoin|crypto|tender|supplier|parish|council seat|school council|team captain"
    r"|squad|league|duolingo|hackathon|competition|contest|award|prize|exchange (?:programme|year)|erasmus|host family"
    r"|au pair|dating|wedding|dog|cat|kitten|parents?|exit interview|cheque|mystery shopper|evaluator|on the record"
    r"|features? writer|episode|season \d|protection|underwriters?|life cover|blue card|fellow|chartered|co-op"
    r"|(?:applying|application) (?:to (?:be|become|live|join|write)|for approval)|your (?:son|daughter|child"
    r"|children|kids?)|exams?"
    r"|(?:your|the) guarantor|donat\w{1,5}|blood|clinical trial|psycholog\w{1,4}|sample size|interviewees?|oral history"
    r"|reunion|catering|quote|invoice|survey)\b"
)
# "If you are invited", "as if we wanted to interview you", "he wrote: we would like to offer you", old stories.
_UNREAL = re.compile(
    r"\b(?:if|nobody|no one|unless|whether|in case|imagine|suppose|pretend|example|template|draft|sample|would have"
    r"|might|never|last"
    r" (?:year|time)|years ago|dream(?:t|ed)?|congrat\w{0,12}|good luck|fingers crossed|hope (?:it|they|you|the)"
    r"|heard you"
    r"|they (?:said|say|wrote|told)|he (?:said|says|wrote)|she (?:said|says|wrote)|(?:candidates?"
    r"|applicants?) (?:who|that"
    r"|for|will|have|has|is|are)|their interview|when they|how did|did they|mum|dad|love,)\b|[\"“„]"
)
# Who hires is no applicant: their vacancy, their candidates, their advert.
_HIRES = re.compile(
    r"\b(?:your (?:[\w-]{1,12} ){0,2}?(?:vacanc(?:y|ies)|opening|advert|job (?:ad|advert|post|posting)|ad|candidates?"
    r"|applicants?|shortlist|hiring|hire|recruitment|client|clients|new starter)|you(?:'re| are) (?:hiring|recruiting"
    r"|advertising|interviewing)|(?:the|our|these|all|three|four|two|both|more|other|next|first|second|last|a) "
    r"(?:[\w-]{1,12} )?(?:candidates|applicants|interviewees)|interview(?:s|ing)? (?:him|her|them|with him|with her)"
    r"|(?:his|her|their) (?:cv|application|interview|references?|start date)|interview panel with|on the panel|score"
    r" ?sheets?|the candidate|the applicant|reference for|named you|gave your name|as (?:a|your) refere(?:e|nce))\b"
)
# Who writes so applies to the reader, who hires.
_OF_AN_APPLICANT = re.compile(
    r"\b(?:my (?:cv|resume|résumé|application|cover(?:ing)? letter|references?|referees?|notice period)|i(?:'m"
    r"| am) applying"
    r"|(?:like|love|wish|want|writing) to apply|i(?:'ve| have)? applied|interview with you|thank you for (?:inviting me"
    r"|the invitation)|accept your offer|offering me)\b"
)
# Nowhere in a mail of a job that one is really offered.
_NEVER = re.compile(
    r"\b(?:volunteer(?:s|ing)?|unpaid|mock interview|practice interview|exit interview|mystery shopper|cheques?"
    r"|gift[- ]cards?"
    r"|western union|moneygram|(?:registration|processing|training|visa|refundable) (?:fee|deposit)|egg donor|tenancy"
    r"|landlord|podcast|journalist|cv[- ]writing|interview coaching"
    r"|whatsapp|telegram|usdt|bitcoin|crypto|no interview|no experience (?:is )?(?:needed|required|necessary)"
    r"|work permit, fee"
    r"|at some time)\b"
)


def is_applicant(message: Message, zones: Zones, candidate: frozenset[str]) -> bool:
    """Say whether a mail's newly written text says in plain words that the candidate is (or becomes) an applicant.

    `candidate` are the user's addresses, in lower case. Mail to many and junk never do.
    """
    if message.sender is None or message.is_junk or automatic.is_bulk(message):
        return False
    text, subject = zones.new[:_READ], flatten(message.subject[:300])
    if _NEVER.search(f"{subject} {flatten(text)}"):
        return False
    sentences = split_sentences(text)
    if message.sender.address in candidate:
        return _applies(sentences, subject)
    if len(message.to) + len(message.cc) > _MOST_RECEIVERS or _is_colleague(message, candidate):
        return False
    if automatic.is_automatic(message, zones):
        return any(_APPLIED_FOR.search(s.low) for _, s in _stated(sentences, subject))
    if any(_OF_AN_APPLICANT.search(one.low) for one in sentences):
        return False
    return _is_theirs(sentences, subject)


def _is_colleague(message: Message, candidate: frozenset[str]) -> bool:
    own = {home for address in candidate if (home := organisation_of(address))}
    return message.sender is not None and organisation_of(message.sender.address) in own


def _applies(sentences: Sequence[Sentence], subject: str) -> bool:
    """Say whether the candidate applies, or takes an application back, for what is called a job beside it."""
    stated = _stated(sentences, subject)
    return any(_MY_APPLICATION.search(s.low) and _has_work(sentences, place, subject) for place, s in stated)


def _is_theirs(sentences: Sequence[Sentence], subject: str) -> bool:
    """Say whether the other side speaks of the reader as their applicant."""
    stated = _stated(sentences, subject)
    if any(one.search(s.low) for _, s in stated for one in _NAMES_JOB):
        return True
    wanted = [place for place, s in stated if _MEETS.search(s.low) or _WANTS_YOU.search(s.low)]
    if any(_has_work(sentences, place, subject) for place in wanted):
        return True
    if any(_is_of_another(one.low) for one in sentences):
        return False
    if any(_SEEKS.search(s.low) for _, s in stated) and all(
        any(one.search(s.low) for s in sentences) for one in (_UP_FOR, _TERMS)
    ):
        return True
    if any(_MANAGER_MEETS.search(s.low) or _REFUSED.search(s.low) for _, s in stated):
        return True
    applied = [found for _, s in stated if (found := _APPLIED.search(s.low))]
    if applied and any(_MEETS.search(s.low) for s in sentences):
        return True
    return any(_names_nothing(found) for found in applied) and any(_NEEDS_MORE.search(s.low) for s in sentences)


def _names_nothing(applied: re.Match[str]) -> bool:
    """Say whether what is applied for is left unsaid ("Thank you for applying."): hardly a ticket or a plot."""
    return re.search(r"\b(?:for|to|as)(?! us\b)\b", applied.string[applied.end() - 4 : applied.end() + 5]) is None


_NAMES_JOB = (_OFFERS, _CALLS, _BOOKING, _APPLIED_FOR)


def _stated(sentences: Sequence[Sentence], subject: str) -> list[tuple[int, Sentence]]:
    """Return the sentences, with their places, that are meant, and about no other matter than this reader's job."""
    if _is_of_another(subject):
        return []
    return [
        (place, one)
        for place, one in enumerate(sentences)
        if not _UNREAL.search(one.low)
        and not any(_is_of_another(s.low) for s in sentences[max(0, place - 1) : place + 2])
    ]


def _is_of_another(low: str) -> bool:
    return _OTHER_MATTER.search(low) is not None or _HIRES.search(low) is not None


def _has_work(sentences: Sequence[Sentence], place: int, subject: str) -> bool:
    """Say whether a word of work stands in a sentence, in those beside it, or in the subject."""
    near = [one.low for one in sentences[max(0, place - 1) : place + 2]]
    return any(_WORK.search(one) for one in (subject, *near))
