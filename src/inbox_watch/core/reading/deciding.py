"""The words with which a job is taken or refused, and those that only sound like it, as compiled patterns.

Data for `verdicts.py`. Every pattern is matched on one sentence in lower case with plain quotes, and bounds every
repetition.
"""

from __future__ import annotations

import re

# --- what is taken ----------------------------------------------------------------------------------------------------

JOB = (
    r"(?:offers?|positions?|roles?|jobs?|posts?|contract|employment|package|letter of intent|loi"
    r"|appointment (?:as|of|to the post))"
)
PAPER = r"(?:contract|(?:offer |appointment |employment |engagement )?letter|offer|agreement|paperwork|copy)"
OTHER = re.compile(
    r"\b(?:another|others?|else|elsewhere|different|competing|counter-?offer|somebody"
    r"|someone)\b"
)
MEETING = re.compile(
    r"\b(?:interviews?|invitations?|invites?|invited|call|calls|meetings?|chat|appointment(?! (?:as|of|to the post))"
    r"|slots?|time slot|dates?(?<!start date)(?<!starting date)|conversation|video|session|lunch|coffee|calendar"
    r"|(?:suggested|proposed|new) times?|(?:to|can|could) (?:meet|speak|talk|attend|come (?:in|on|at|to|by)|see)"
    r"|reception|lobby|feedback|assessment|test|questionnaire|the process|the next (?:round|stage|step))\b"
)
HOUR = re.compile(r"\b\d{1,2}(?::\d\d)? ?(?:am|pm|a\.m|p\.m|o'?clock)\b|\b\d{1,2}:\d\d\b")
TIME = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight|this (?:morning|afternoon|evening)"
    r"|\d{1,2}(?::\d\d)? ?(?:am|pm|a\.m|p\.m|o'?clock)|\d{1,2}:\d\d|at (?:\d{1,2}|one|two|three|four|five|nine|ten"
    r"|eleven|twelve|noon))\b"
)
OF_A_MEETING = re.compile(
    r" (?:of|for|to|on|at) (?:(?:an?|the|another|my|your) )?(?:\w{1,12} ){0,2}?(?:interview|meet|meeting|call|chat"
    r"|speak|talk|slot|appointment|conversation|time|date|discuss|visit|(?:mon|tues|wednes|thurs|fri)day)\b"
)
BEGINS = re.compile(
    r"\b(?:start(?:ing|s)?|begin(?:ning|s)?|join(?:ing)?|first day)\b[^.!?;]{0,20}\b(?:on|from|in|by|the)\b"
    r"|\b(?:job|role|position|contract|offer|post)\b"
)

_GLAD = r"(?:happy|delighted|pleased|glad|thrilled|excited|honou?red|proud|over the moon|overjoyed)"
ACCEPT_JOB = re.compile(
    rf"\b(?:accept(?:ing)?\b|acceptance of|(?:'ve|have) (?:now |just |already )?accepted|take up|taking up)"
    rf"(?P<between>[^.!?;]{{0,40}}?) {JOB}\b(?P<after>[^.!?;]{{0,40}})"
)
TAKE_JOB = re.compile(
    rf"\b(?:i(?:'ll| will| shall|'m going to| am going to)|decided to|declare that i|confirm that i|i(?:'m"
    rf"| am)) (?:gladly "
    rf"|happily )?tak(?:e|ing)(?P<between>(?: (?:the|this|your|that|on|up|a|my|\w{{1,14}})){{1,4}}?) {JOB}\b"
    r"(?P<after>[^.!?;]{0,40})"
)
SIGNED = re.compile(
    rf"\b(?:counter)?signed(?: and \w{{1,12}}(?: back)?| both| off)?\b[^.!?;]{{0,30}}?\b{PAPER}\b"
    rf"|\b{PAPER}\b[^.!?;]{{0,30}}?\b(?:is|was|comes?|has been|'s|are|now|back) (?:now |just |already )?(?:counter)?"
    r"signed\b|^(?:counter)?signed(?=[,.!;:]|$| and\b| both\b| it\b| off\b)"
    rf"|^(?:the |my )?{PAPER} (?:counter)?signed\b"
)
HIRED = re.compile(r"\b(?:consider me hired|my acceptance (?:of|for|letter)|hereby (?:convey|declare) my acceptance)\b")
OTHER_PAPER = re.compile(
    r"\b(?:forms?|questionnaire|consent|declaration|privacy|reference|nda|non-?disclosure|confidentiality"
    r"|visitor|policy"
    r"|application|signed an? (?!offer|contract of|letter of))\b"
)
SIGN_LATER = re.compile(
    r"\b(?:not|n't|never|yet|once|when|if|before|after|until|unless|will|'ll|would|could|should|must"
    r"|please (?!find|see)|to be"
    r"|need|needs|want|wants|asked|waiting|whether|as soon as|although|took back)\b"
)

YES = re.compile(
    r"\bi (?:\w{1,12}ly )?(?:do )?accept\b|\baccept (?:it|this|that|them)? ?(?:gladly|happily|with)\b"
    r"|\bi(?: want|(?:'d| would)(?: \w{1,12}ly)? love) (?:the|this) (?:job|role|position|post)\b(?! to\b)|\b(?:i"
    r"|and)(?: will|'ll) join you\b|(?:\bwould"
    r"|'d) love to take yours\b|\bi(?:'m| am) sold\b"
    rf"|\b{_GLAD} to (?:\w{{1,10}} )?(?:accept|join|be joining|say yes|come on board|be part of|take (?:it"
    rf"|you up|this|the|up"
    rf"|on|your)"
    r"|sign|go ahead|work (?:for|with) you)\b"
    r"|\bpleasure (?:that i|to) (?:accept|say yes)\b"
    r"|\b(?:'ve|have) decided to (?:accept|join|take (?:it|this|you up)|say yes|come|go with you)\b"
    r"|\bi(?:'ll| will| shall) (?:gladly |happily )?(?:take it|accept|be joining|join you"
    r"|start (?:on (?:the )?(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|first|(?:jan|feb|mar|apr|may|jun|jul|aug"
    r"|sep|oct|nov|dec))|with (?:you|the team)|at (?!the\b|\d)))"
    r"|\b(?:i(?:'d| would)(?: \w{1,12}ly| so)? (?:love|like)|i want|and (?:would|'d)(?: \w{1,12}ly)? (?:love|like)) to "
    r"(?:accept|join|take (?:it|the|this|up|on|your|yours)|say yes"
    r"|work (?:for|with) [a-z]{2,20}"
    r"|be part)\b"
    r"|\bi(?:'m| am) (?:in|on board)\b(?! (?:the|a|an|my|our|your|for|at|no|two|touch|between|talks|berlin|london"
    r"|process|contact|with)\b)"
    r"|\bi (?:gladly |happily )?take it(?=[.,!;]|$| with pleasure| gladly| and\b)"
    r"|\bcount me in\b|\byou can count on me\b|\bit(?:'s| is) a yes\b|\byes from me\b|\b(?:my"
    r"|the) answer is (?:a )?yes\b"
    r"|\b(?:looking forward|look forward) to (?:joining|starting|working (?:with|for)|being part|beginning)\b"
    r"|\bcan(?:'t|not) wait to (?:join|start|begin|get started)\b|\btake (?:this|it) as my (?:acceptance|yes)\b"
    r"|^(?:ok|okay|right|great|perfect|brilliant|yes|done)?[,.!]? ?deal(?=[.!,]|$)(?! ?breaker)|\bit(?:'s| is) a deal\b"
    r"|\byou(?:'ve| have) (?:got )?(?:yourself )?a deal\b|\byou(?:'ve| have) got yourself an? [a-z]{3,15}\b"
    r"|\bmy acceptance\b|\bagree to (?:the|your|all|these) (?:terms|conditions)\b|\bi(?:'m| am) going with you\b"
)
_GREETS = r"(?:(?:hi|hello|hey|dear|oh|wow|amazing|brilliant|fantastic|great)(?: [a-z]{2,14}){0,2}[,!.]{0,2} )?"
_SURELY = (
    r"(?:yes|yeah|yep|absolutely|definitely|of course|certainly|gladly|100 ?%|with pleasure|please|please do|i do"
    r"|yes i (?:do|would)|a (?:big|huge|definite|resounding) yes)"
)
BARE_YES = re.compile(
    rf"^{_GREETS}{_SURELY}(?:[,!. ]{{1,4}}{_SURELY}){{0,3}}(?:[,!. ]{{1,3}}(?:thank you|thanks)(?: (?:so|very) much)?)?"
    rf"[!.\s]{{0,6}}$|^{_GREETS}(?:{_SURELY}[,!. ]{{1,4}}){{0,3}}i(?:'d| would) (?:\w{{1,12}}ly )?love to"
    r"(?:[,!. ]{1,3}(?:thanks|thank you|see you (?:then|there|soon|on (?:the )?(?:\d{1,2}[a-z]{0,2}|[a-z]{3,9})))){0,2}"
    r"[!.\s]{0,6}$"
)
"""Says yes to whatever was asked last."""
ANSWERS_LATER = re.compile(
    r"\b(?:let you know|(?:have|take) a (?:think|look|read)|(?:come|get) back|think|read (?:it|through))\b"
)
PAPERS_TO_COME = re.compile(
    r"(?:,|,? and|,? so) (?:i ?)?(?:will|'ll|shall|am going to) (?:\w{1,10} ){0,2}?(?:send|return|sign|fill|complete"
    r"|post|scan"
    r"|e-?mail|upload|forward|get|let|hand|give|tell|start on|begin)\b[^.!?;]{0,80}"
)
"""What follows a yes ("and will send the forms back tomorrow"): its day is no meeting's."""
LESSER = re.compile(
    r"\bsigned up (?:for|to) (?:the|a|an|your|our|my)\b|\byes to (?:the|a|an|your|that|this|more|some|monday|tuesday"
    r"|wednesday|thursday|friday)\b(?! (?:[\w-]{1,14} ){0,3}?(?:offer|job|role|position|post|contract|terms)\b)"
    r"|\b(?:start|begin)(?:ing)? (?:on|with|reading|filling|preparing|going through|working (?:on|through))"
    r" (?:the |my |all |your |that |this |these |those )?(?:paperwork|forms?|contract|documents?|reading|preparation"
    r"|prep"
    r"|checks|onboarding|pack|papers|training|course|handbook|e-?learning)\b"
    r"|\baccepted that\b|\b(?:accept|sign)(?:ed|ing)? (?:the|your|my|all|their|an?|any)"
    r" (?:(?!offer|contract|letter|job|role|position|post)[\w-]{1,14} ){0,4}?(?:invit\w{2,6}|polic(?:y|ies)|notice"
    r"|cookies"
    r"|friend|connection|apolog\w{1,5}|calendar|suggestion|date|time|slot|nda|non-?disclosure|privacy|consent"
    r"|confidentiality|declaration|checks?|forms?|questionnaire|handbook)\b"
    r"|\byes,? (?:thank you,? |thanks,? )?i(?:'ve| have)?(?: \w{2,10})? (?:received|got|seen|read|found|opened)\b"
)
"""Agrees to, or begins with, something smaller than the job (the webinar, the call, the paperwork), or has had it."""
GIVES_NOTICE = re.compile(
    r"\b(?:i(?:'ll| will| shall|'m going to| am going to|'ve| have)|i'm|i am)(?: (?:now|just|already|be|then)){0,2} "
    r"(?:hand(?:ed|ing)?(?: in)?|g(?:ive|iving|iven)|put(?:ting)? in|submit(?:ted|ting)?|tender(?:ed|ing)?) (?:in )?"
    r"my (?:notice|resignation)\b"
)
"""Who gives notice after an offer takes it, whatever day the sentence names."""
WHERE_TO_SIGN = re.compile(r"\bwhere (?:do|should|can|shall) i sign\b")
WISH = re.compile(
    r"\b(?:'d|would)\b[^.!?;]{0,12}\b(?:love|like|happy|delighted|glad|pleased|thrilled|honou?red|be)\b|\bi want to\b"
)
NEGATED = re.compile(
    r"\b(?:not|n't|cannot|never|unable|refuse|hesitate|rather than|hard|difficult|impossible|too early|hesitant"
    r"|no longer|without)\b[^.!?;,]{0,30}$|n't\b[^.!?;,]{0,30}$"
)
SUPPOSED = re.compile(
    r"\b(?:if|whether|before|until|unless|once|when|should|(?<!\d )may(?! \d)|might|could|or|provided|as long as"
    r"|as soon as"
    r"|was going|were going|in case|tempted|inclined|hope|hoping|hopefully|potentially|possibly"
    r"|that would let me|not sure)\b[^.!?;]{0,40}$|(?<!thank )\b(?:you|they|he|she|who)(?: \w{1,10}){0,3} $"
)
WOULD = re.compile(r"(?:\bwould|'d)(?! (?:\w{1,12}ly )?(?:like|love|be)\b)[^.!?;,]{0,20}$")
HEDGE = re.compile(
    r"\b(?:if|whether|unless|provided|as long as|as soon as|on condition|subject to|before (?:i|we)|once (?:i|we|you)"
    r"|first (?:need|have|want)|need(?:s)? to (?:talk|speak|discuss|think|check|see|ask)|first i"
    r"|(?:not|haven't) (?:yet )?decided)\b"
)
BUT = re.compile(r"\b(?:but|however|although|though|except|only)\b")
ABOUT_BEGINNING = re.compile(
    r"\b(?:start|begin|sign|contract|paperwork|bring|first day|next|what now|need from me|need anything|onboarding"
    r"|who do|reach|park|wear|laptop|send|where)\b"
)

# --- what is refused --------------------------------------------------------------------------------------------------

_CANNOT = (
    r"(?:can't|cannot|can not|can no longer|no longer able to|won't|will not|shan't|shall not|shouldn't"
    r"|should not|mustn't|wouldn't|would not"
    r"|couldn't|could not|unable to|not able to|not be able to|won't be able to|not (?:going|prepared|willing|ready) to"
    r"|(?:don't|do not|no longer) (?:want|wish|intend|plan|feel able) to|not in a position to|don't see myself"
    r"|do not see myself|(?:decided|chosen|resolved|best|better|rather|prefer|like) not to|not)"
)
REFUSE_JOB = re.compile(
    rf"\b{_CANNOT} (?:be able to |be )?(?:\w{{1,12}}ly )?(?:accept(?:ing)?|tak(?:e|ing)(?: up)?|sign(?:ing)?"
    rf"|go(?:ing)? (?:ahead"
    rf"|forward) with|pursu(?:e|ing)|mov(?:e|ing) forward with|say(?:ing)? yes to"
    rf"|commit(?:ting)? to)(?P<between>[^.!?;]{{0,30}}?)"
    rf" {JOB}\b(?P<after>[^.!?;]{{0,40}})"
    r"|\b(?:declin(?:e|ed|ing)|turn(?:ed|ing)? down|refus(?:e|ed|ing)|reject(?:ed|ing)?|say(?:ing)? no to"
    r"|pass(?:ing|ed)? on"
    rf"|decided against|let(?:ting)? go of"
    rf"|forgo(?:ing)?)(?P<between_>[^.!?;]{{0,30}}?) {JOB}\b(?P<after_>[^.!?;]{{0,40}})"
    rf"|\bturn(?:ed|ing)? (?:the|your|this"
    rf"|that)(?P<between__>[^.!?;]{{0,20}}?) {JOB} down\b(?P<after__>[^.!?;]{{0,40}})"
    rf"|\b(?:offer|position|role|job|post)\b[^.!?;]{{0,20}}\bwhich i\b[^.!?;]{{0,30}}\b(?:decline|refuse|turn down)\b"
    rf"|\b{JOB}\b[^.!?;]{{0,30}}\b(?:isn't|is not|not) (?:for me|(?:quite )?(?:the )?right)\b"
)
GO_ELSEWHERE = re.compile(
    r"\b(?:accept(?:ed|ing)?|tak(?:en|e|ing)|took|chos(?:en|e)|choos(?:e|ing)|signed(?: up)?(?: with)?|found"
    r"|(?:go(?:ne|ing)?|went)(?: with| for)?|join(?:ed|ing)?|start(?:ing|ed)? (?:at|with)|opted for|decided for)"
    r" (?:(?:an?|the|my|up|with|for|at|new) ){0,2}?"
    r"(?:(?:\w{1,14} ){0,2}?(?:(?:offer|role|job|position|post|contract) )?(?:elsewhere|somewhere else)"
    r"|(?:another|a different|the other|a competing) (?:\w{1,14} ){0,2}?(?:company|firm|employer|offer|role|job"
    r"|position"
    r"|post|opportunity|company's|one|organi[sz]ation|school|practice|clinic|hospital)"
    r"|(?:an?|new) (?:new )?(?:offer|role|job|position|post|contract) (?:from|with|at) (?:another|a different|an other)"
    r"|(?:an? )?counter-?offer)\b"
    r"|\b(?:better|another|other|counter)-? ?offer\b[^.!?;]{0,40}\b(?:(?:which|that) i(?:'ve| have)? (?:accepted"
    r"|taken|took)|and (?:i(?:'ve| have) )?(?:accepted|taken|took)|and i"
    r" (?:accepted|took))\b"
    r"|\b(?:stay(?:ing)?|remain(?:ing)?) (?:put|where i am|(?:with|in|at) my (?:\w{1,10} )?(?:employer|job"
    r"|company|role|firm"
    r"|position|post|team))\b"
)
STAY_OPEN = re.compile(r"\b(?:wants?|asked|asks|persuade|convince|like|would like|hopes?) me to\b")
NO = re.compile(
    r"\b(?:decided|have|had|must|need|going|like|wish|want|choose|chosen|forced|'ll|will|'m|am|be|i|i'd"
    r"|respectfully|kindly"
    r"|politely|regretfully|regrettably|unfortunately|sadly|reluctantly|hereby|conclusion)(?: to"
    r"| that i(?: must)?| have"
    r" to| must)?(?: (?:\w{1,14}ly))? (?:declin(?:e|ing)|refus(?:e|ing)|turn(?:ing)? (?:it|this|that|you|them) down"
    r"|turn(?:ing)? down|say(?:ing)? no|pass(?:ing)?(?! (?:it|this|that|them|my|your|the|over|by|along|you|him|her"
    r"|on (?!it\b|this\b|that\b|the (?:offer|role|job|position|opportunity)\b))\b))\b"
    r"|\b(?:(?:it|this)(?:'s| is) not|(?:it|this) (?:isn't|wasn't)) (?:\w{1,8} )?for me\b(?! to\b)"
)
NO_TO_OFFER = re.compile(
    rf"\b{_CANNOT} (?:be )?(?:accept(?:ing)?|tak(?:e|ing)|join(?:ing)?|say(?:ing)? yes(?: to)?|sign(?:ing)?)"
    r"(?: (?:it|this|that|you|us|up|your team|the (?:team|company|firm)|(?:your|the) (?:generous |kind "
    r"|\w{1,12} )?(?:company"
    r"|firm|organi[sz]ation)|[a-z]{3,20}(?: [a-z]{3,20})?))?(?: (?:after all|though|at this time|at this point"
    r"|i'm afraid"
    r"|unfortunately|sorry|i'm sorry|either|anymore|any more|any longer))?(?=[.,;!]|$| (?:and|so|because|as"
    r"|since|for|due|in|from|next|this)\b)"
    r"|\b(?:the|my) answer (?:is|has to be|must be|will have to be|would have to be) (?:a |therefore |sadly "
    r"|unfortunately )?no\b|\bit(?:'s| is) (?:sadly |unfortunately )?a no\b"
    r"|^(?:sorry|i'm sorry|unfortunately|thank you|thanks|i'm afraid)?,? ?(?:but )?no(?:,? (?:thank you"
    r"|thanks))?(?=[.,!]*$|[.!] )"
    r"|\bno,? (?:thank you|thanks)\b"
    r"|\b(?:decided|made up my mind)\b[^.!?;]{0,15}\bagainst (?:it|this|you|joining|taking|accepting|moving|leaving)\b"
    r"|\bnot to (?:join|take|accept|move|leave|come|go ahead|sign|change|relocate)\b"
    r"|\b(?:don't|do not) think (?:that )?i(?:'ll| will| can| should|'d| would) (?:accept|take|join|say yes)\b"
    rf"|\b(?:don't|do not|no longer) want (?:the|this|your) {JOB}\b|\bi(?:'m| am) staying\b"
    r"|\blet (?:this|it|that)(?: one)? go\b|\bgive (?:it|this)(?: one)? a miss\b"
    r"|\b(?:isn't|is not|not) (?:for me|the right (?:move|step|fit|job|role|time|place|position))\b"
    r"|\b(?:give|offer) (?:the|this) (?:job|role|position|place|post) to (?:someone|somebody|another)\b"
    r"|\bi(?:'m| am) (?:withdrawing|out)\b(?! of| at| on| in)"
)
ANY = re.compile(r"^ (?:an?|any|every|most|all|other|such|some|contract|temporary|permanent|remote)\b")
NOT_YET = re.compile(
    r"\b(?:yet|before|until|till|by (?:mon|tues|wednes|thurs|fri)day|today|right now|just now|or (?:decline"
    r"|accept|reject"
    r"|refuse|turn|no)|unless|whether|if|in case|without|as it stands|as is|would have to|(?:what|how"
    r"|when) (?:if|would))\b"
)
NO_REFUSAL = re.compile(
    r"(?:\b(?:not|never|hate|hesitate|sorry if|reason|no reason|nor|didn't|don't|haven't|wouldn't|won't|do not|did not"
    r"|have not)\b(?: \w{1,12}){0,3} $|\b(?:you|they|he|she|who|whoever|employer|manager|wife|husband|partner|team) "
    r"(?:(?!i\b)\w{1,12} ){0,3}$)"
)

CAN_NOT = re.compile(
    rf"\b(?:{_CANNOT}|(?:doesn't|does not|don't|won't) (?:work|suit)|decline|turn down|cancel|miss|pass on)\b"
)
LEAVES = re.compile(
    r"\b(?:withdr\w{2,8}|no longer|found (?:a|an|another|something)|accepted|elsewhere|not (?:interested|for me)"
    r"|step back"
    r"|pull(?:ing)? out|another (?:job|role|offer|position|company)|out of the (?:process|running)|my application)\b"
)

A_PART = (
    r"(?:the|your|any|an?) (?:[\w-]{1,14} ){0,2}?(?:part|bit|side|element|pension|scheme|car|bonus|parking|insurance"
    r"|shares|equity|perks?|benefits?|course|webinar|tour)\b"
)
"""One part of what a job brings; who doesn't want it wants the job."""
OWN_THING = r" (?:of|from) (?:my|our|an?) (?!application|candidacy|candidature|name|interview|place|process)"
"""What somebody steps back from who stays here ("from my volunteering")."""

# --- other employers' offers ------------------------------------------------------------------------------------------

_OTHERS = (
    r"(?:(?:an|the|my|all|any|both|two|three|several|some|every|a few) )?(?:(?:\w{1,12} )?(?:others?|another|different"
    r"|competing|rival) (?:[\w-]{1,14} ){0,2}?(?:offers?|jobs?|roles?|positions?|posts?|process(?:es)?|applications?"
    r"|compan(?:y|ies)|firms?|employers?|interviews?|opportunit(?:y|ies)|ones?)|others?)\b"
    r"|an? (?:[\w-]{1,14} )?(?:offer|job|role|position|post|contract) (?:elsewhere|(?:from|with|at) (?!you|this|the))\b"
)
REFUSES_OTHERS = re.compile(
    r"\b(?:declin(?:e|ed|ing)|turn(?:ed|ing)? down|reject(?:ed|ing)?|refus(?:ed|ing|e)|(?:said|say|saying) no to"
    r"|withdr[ae]wn|withdrew|withdrawing|pull(?:ed|ing)? out|step(?:ped|ping)? (?:out|back|away)|dropp(?:ed|ing)"
    r"|cancell(?:ed|ing)|let go|stopped|taken (?:myself|my name) out)(?: of| from| my candidacy (?:for|at|with))?"
    rf" (?:{_OTHERS})|\bturn(?:ed|ing)? (?:{_OTHERS}) down\b"
)
PREFERS_THIS = re.compile(
    r"\b(?:you(?:'re| are)?|yours(?: is)?|this (?:one )?is|(?:your|this) (?:role|job|position|offer|company|team) is"
    r"|(?!offer|company|firm|one|others?|job|role|position|employer|elsewhere)[a-z]{2,20} (?:is|remains)) (?:\w{1,12} "
    r"){0,2}?my (?:clear )?(?:first|top|preferred|favou?rite|number one) (?:choice|preference|option)\b"
    r"|\bmy (?:first|preferred|top) choice (?:is|remains) (?:still )?(?:you|yours|this|with you)\b"
    r"|\bi(?:'d| would)? (?:much |really |far )?(?:prefer|rather)(?: to)? (?!stop|leave|not|end"
    r"|withdraw)(?:[\w-]{1,10} ){0,3}?(?:you|yours|here)"
    r"(?=[.,!;]|$)|\bi (?:like|prefer|want) (?:this|your|yours)\b[^.!?;]{0,30}?(?:\b(?:more|better|best|most)\b|$)"
    r"|\b(?:your|this) (?:role|job|position|offer|company|team|one) (?:\w{1,10} ){0,2}?(?:appeals?|interests? me|suits?"
    r" me|attracts?)\b"
)
LEAVES_THIS = re.compile(
    r"\b(?:withdr[ae]w\w{0,4}|withdrew|no longer|not (?:interested|for me)|step(?:ping)? (?:back|away|out)"
    r"|pull(?:ing)? out"
    r"|out of (?:the|your) (?:process|running)|my application (?:here|with you|for|to)|declin\w{1,4}|going with"
    r"|gone with)\b"
)
NAMES_OTHERS = re.compile(rf"\b(?:{_OTHERS})|\bcounter-?offer\b")

# --- an answer that leaves it open ----------------------------------------------------------------------------------

LEAVES_OPEN = re.compile(
    r"\b(?:before i (?:accept|decide|answer|sign|say)|(?:accept|yes) or (?:decline|no|not|reject)|(?:think"
    r"|sleep) (?:about"
    r" (?:it|this|the|your)|it over|on it|this over|over it)|(?:not|n't|yet to) (?:yet )?(?:decided"
    r"|made (?:up my mind|a"
    r" decision)|ready to)|weigh(?:ing)?|my (?:answer|decision) (?:on|by|until|before|tomorrow|next)|have until|"
    r"(?:few|couple of|more|some|bit of) (?:more )?(?:days|time)|not (?:accept|say yes|sign|answer|decide|give)\b"
    r"[^.!?;]{0,40}\b(?:yet|before|until)|(?:can't|cannot|won't|won't be able to|not be able to"
    r"|unable to) (?:accept|say yes|sign|answer"
    r"|decide|give|take it|say)\b[^.!?;]{0,60}\b(?:yet|before|until|as it stands|today)|need to (?:talk|speak"
    r"|think|discuss"
    r"|check|see)|(?:a little|some|more) time|(?:would|will) (?:be \w{1,10} to )?(?:accept|take|join|sign"
    r"|say yes)\b[^.!?;]{0,60}"
    r"\b(?:if|once|provided|as long as|as soon as|when|at \d))\b|(?:'d|'ll) (?:be \w{1,10} to )?(?:accept|take"
    r"|join|sign|say"
    r" yes)\b[^.!?;]{0,60}\b(?:if|once|provided|as long as|as soon as|when|at \d)\b"
)

# --- the other side ---------------------------------------------------------------------------------------------------

TELLS_OF_HIRE = re.compile(
    rf"\b(?:accept(?:ed|ing|ance)?|taken|taking up|took)\b[^.!?;]{{0,30}}?\b(?:{JOB}|assignment|employment)\b"
    rf"(?P<after>[^.!?;]{{0,40}})"
    rf"|\b(?:counter)?signed\b[^.!?;]{{0,60}}\b{PAPER}\b|\b{PAPER}\b[^.!?;]{{0,40}}\b(?:counter)?signed\b"
    r"|^signed\b(?! up)|\byou(?:'ve| have)? (?:now )?signed\b|\b(?:everyone|all (?:sides|parties)"
    r"|both sides)(?: have| has)? signed\b"
    r"|\byour signature\b|\bcountersign\w{0,4}\b|\b(?:executed|signed) (?:contract|papers|copy)\b|\beverything signed\b"
    r"|\b(?:until|now that|when) you join\b|\byour joining (?:us|the)\b|\b(?:officially|as a future|our newest"
    r"|our new) (?:one of us"
    r"|colleague|member|crew)\b|\bhand in your notice\b|\bemployee number\b|\b(?:letter of|offer) acceptance\b"
    r"|\bwelcome (?:aboard|on board|to (?:the|our) (?:\w{1,14} ){0,3}?(?:team|family|crew|company|firm|group"
    r"|staff|club))\b"
    r"|\b(?:first (?:day(?! of (?:the )?(?:interview|assessment))|shift|week|morning|day of work)|day (?:one"
    r"|1)\b|start(?:ing)?"
    r" date|joining date|doj\b|date of joining|onboard(?:ing|ed)?|induction|new[- ](?:hire|starter|joiner"
    r"|employee|teacher)"
    r"|orientation|payroll|pre-?employment checks|resumption|your employment"
    r"|hired(?! (?:an?|another|someone|somebody|our|new|more|two|three)\b))\b"
    r"|\b(?:glad|happy|pleased|thrilled|delighted|excited|chuffed|stoked)\b[^.!?;]{0,20}\byou(?:'re| are|'ve"
    r"| have|'ll| will)?"
    r" (?:be )?(?:joining|said yes|coming (?:aboard|to (?:us|work))|taken it|in\b|going with us|on board)"
    r"|\byou(?:'ll| will)? (?:start|begin) (?:as|with us|work|(?:on )?(?:(?:mon|tues|wednes|thurs"
    r"|fri)day )?(?:the )?\d{1,2}(?:st|nd|rd|th)?"
    r" [a-z]|on (?:the )?\d)"
)
TELLS_OF_YES = re.compile(
    r"\byou(?:'ve| have| had)? (?:just |already |now )?(?:accepted|said yes|took it|taken your place)\b"
    r"|\byour (?:written )?"
    r"(?:acceptance|[\"']?yes[\"']?)(?!\w)|\bthank(?:s| you) for (?:offer |your )?accept(?:ing|ance)\b"
)
HIRE_TO_COME = re.compile(
    r"\b(?:if|would|could|(?<!\d )may(?! \d)|might|ideal|desired|earliest|expected|possible|preferred|proposed"
    r"|once|should|whether"
    r"|your notice|in case|usually|typically|normally|not|n't|never|hope|hoping|can you start|another|other candidate"
    r"|somebody|someone)\b"
)
FITS_A_MEETING = re.compile(
    r"\b(?:works?|suits?|fine|good|great|perfect|ok|okay|confirm(?:ed|ing)?|booked|agreed|see you|speak (?:then|to you)"
    r"|talk (?:then|to you)|looking forward|it is|in the diary|set|can do|of course|no problem|happy to|pleased|glad"
    r"|delighted|start|brilliant|wonderful|sounds good|accept(?:ed|ing)?|i see you"
    r"|i(?:'ll| will| shall) (?:be (?:there|present)|attend|make it))\b"
)
