"""The words in which people confirm, decline, deliver, hold and cancel, as compiled patterns. Data for `acts.py`.

Every pattern is matched on one sentence in lower case with plain quotes, and bounds every repetition.
"""

from __future__ import annotations

import re

from inbox_watch.core.reading import calling_off, deciding
from inbox_watch.core.types import Act

OWN_ACTS: tuple[tuple[Act, re.Pattern[str]], ...] = tuple(
    (act, re.compile(pattern))
    for act, pattern in (
        (
            Act.SENDS_DOCUMENTS,
            r"(?:\b(?:attached|attaching|enclosed|enclosing|find attached|i(?:'ve| have) (?:attached|uploaded"
            r"|sent|emailed|signed|submitted|just sent)|here(?:'s| is| are)|uploaded|sending|included"
            r"|as requested|added)\b.{0,80}\b(?:cv|resume|résumé|resumé|referees?|references?|portfolio|samples?"
            r"|passport|visa|certificates?|transcripts?|pay ?slips?|documents?|forms?|id|letter|licen[cs]e|proof"
            r"|scan|copy|copies|nda|contract|profile)\b|\b(?:cv|resume|résumé|referees?|references?|portfolio"
            r"|documents?|forms?|copy|scan|certificates?|passport|letter)\b.{0,40}\b(?:attached|enclosed|below|here"
            r"|uploaded|are:|is:|as requested)\b|^(?:please find )?attached\b|^pfa\b|\bmy referees are\b)",
        ),
        (
            Act.SENDS_ASSESSMENT,
            r"(?:\b(?:completed|finished|submitted|done with|taken|did|sent|uploaded|pushed|attached|handed in"
            r"|here(?:'s| is)|solved)\b.{0,60}\b(?:test|assessment|challenge|task|exercise|questionnaire"
            r"|take-?home|case study|assignment|solution|quiz|homework|code|repo|repository|pull request"
            r"|submission)\b|\b(?:test|assessment|challenge|task|exercise|questionnaire|take-?home|case study"
            r"|assignment|solution|quiz|submission)\b.{0,40}\b(?:is (?:done|complete|completed|finished|attached"
            r"|in|submitted|here)|done|completed|attached|finished|submitted|pushed|below)\b|\b(?:link|repo"
            r"|repository) (?:to|with) my (?:solution|code)\b)",
        ),
        (
            Act.WITHDRAWS,
            r"\b(?:withdraw(?:ing|n)?|(?:pull(?:ing)? out|step(?:ping)? (?:back|away|out))(?!"
            rf"{deciding.OWN_THING})|take me out"
            r"|take (?:me|my (?:name|details|cv|profile)) off (?:of )?(?:your|the|this|all) (?!waiting|hold)"
            r"(?:\w{1,10} )?(?:lists?|books|database|system|records|files?|register)"
            r"|(?:don't|do not|rather you didn't|prefer you didn't) (?:put|submit|consider|nominate|represent)"
            r" (?:me|my (?:name|cv|resume|details|profile|application))(?: (?:forward|across|over|through|in|up))?"
            r"(?: (?:for|to) (?:this|it|that|the (?:role|job|post|position|vacancy|one))(?: \w{1,14})?)?"
            r"(?= ?(?:[.!;,)-]|$| (?:thanks|thank|please|at (?:this|the|present)|because|i'm|this time|right now)))"
            r"|remove me from|no longer (?:wish|want|interested|looking|available|in the market|be (?:pursuing"
            r"|considered))|not (?:interested(?! in (?:"
            rf"{deciding.A_PART}"
            r"|manag\w{1,8}|leading|travel\w{0,5}|nights?|weekends?|shifts?"
            r"|overtime|part-?time|freelanc\w{1,4}|contracting|working (?!for|with|at|in)))"
            r"|for me|looking|the right (?:fit|time|move|(?:job|role|one|place|post|position|thing|step|opportunity)"
            r" for me)|going to (?:proceed"
            r"|pursue|continue))|(?:decided|going|like) (?:not to|against|to not) (?:proceed|pursu\w{1,3}"
            r"|continu\w{1,3}|go)|accepted (?:another|an offer|a (?:role|position|job))"
            r"|(?:another|a different) (?:job |firm's )?(?:offer|job|role|position|post)[^.!?;]{0,20}? (?:which|that"
            r"|and)"
            r" i(?:(?:'ve| have)? (?:now |just |already |decided to |since )?(?:accept(?:ed)?|take(?:n)?|took|signed)"
            r"|(?:'m| am) (?:going to |about to )?(?:accept|tak)(?:e|ing)?)|took (?:another|a) "
            r"(?:role|job|offer)|i'll pass|have to pass|must decline|going to pass|gone (?:with|for) another"
            r"|signed (?:with|elsewhere))\b",
        ),
        (
            Act.REQUESTS_UPDATE,
            r"\b(?:any (?:news|update|updates|feedback|word|progress|movement|decision|idea when)|(?:following"
            r"|follow|followed) up|checking in|check in|touch(?:ing)? base|chas(?:e|ing)|(?:wondering|ask|asking"
            r"|know|hear) (?:if|whether) (?:there(?:'s| is| are)|you(?:'ve| have)|they(?:'ve| have))|where "
            r"(?:things|we) (?:stand|are)|status of my|haven't heard|have not heard|not heard (?:back|anything)"
            r"|what the next steps|still (?:waiting|under consideration|open)|an update on|update on (?:my|the)"
            r"|how (?:things|it) (?:are|is) (?:progressing|going with|looking)|nudge|timeline)\b",
        ),
        (
            Act.DEBRIEFS,
            r"\b(?:(?:interview|call|chat|meeting|it|conversation|they|panel) (?:went|was|seemed|felt)\b|went "
            r"(?:well|ok|okay|really|great|badly|fine|smoothly)|they asked (?:me|about)|how (?:it"
            r"|the interview) went|my (?:thoughts|impressions|feedback) (?:on|about|from) (?:the|today)|we "
            r"(?:talked|spoke|covered|discussed)|met with|i (?:enjoyed|liked) (?:meeting|talking|speaking"
            r"|the))\b",
        ),
        (
            Act.CANCELS,
            calling_off.OWN_CANCELS,
        ),
        (
            Act.RESCHEDULES,
            calling_off.OWN_RESCHEDULES,
        ),
        (Act.THANKS, r"\b(?:thank(?:s| you)|thx|cheers|much appreciated|grateful|ta\b|many thanks)\b"),
    )
)
DELAYS = re.compile(
    r"\b(?:later|tomorrow|delay(?:ed)?|running late|bit more time|more time|need (?:until|till|another"
    r"|a bit|a few)|extension|give me (?:until|till|a)|not (?:yet|had (?:a chance|time)|got round)"
    r"|haven't (?:had|got|managed|finished)|next week|by (?:the )?(?:end|mon|tue|wed|thu|fri|sat|sun"
    r"|tomorrow|tonight|next|\d)|will (?:send|do|get)|'ll (?:send|do|get|have|let|come)|once i"
    r"|as soon as i|on (?:mon|tue|wed|thu|fri|sat|sun))"
)
CONFIRMS = re.compile(
    r"\b(?:works\b(?! (?:at|in|as|on|with|out of|from))|(?:(?:both|all|either|they|these|those|will|'ll|would|do)"
    r" )work|work (?:for me|well|great|perfectly|fine|nicely)|confirm(?:ed|ing)?|suits(?: me)?"
    r"|perfect|see you (?:then|on|at|there|tomorrow|mon|tue|wed|thu|fri)|speak (?:then|to you then|mon"
    r"|tue|wed|thu|fri|on)|talk (?:then|to you then)|i'll be there|i can (?:make|do)|i'm (?:available"
    r"|free) (?:then|at that)|that's (?:fine|good|great|ok|okay|perfect)|accepted|happy (?:with|to "
    r"(?:attend|join|speak|meet|talk|chat))|sounds good|looking forward to (?:it|speaking|meeting|our"
    r"|the|seeing|talking|chatting)|count on me|booked|all good|yes,? (?:please|that|i can|happy|sure"
    r"|fine|of course)|i (?:\w{1,12}ly )?accept|(?<!n't )accept(?:ing)? (?:the|your"
    r"|this) (?:[\w-]{1,14} ){0,3}?(?:invitation|invite"
    r"|date|time|slot|appointment|interview|proposal)|count me in|with pleasure|it's a yes|yes from me"
    r"|i'm in(?=[.!,]|$)"
    r"|let's do|good for me|fine (?:for|by|with) me)\b"
)
NO_CONFIRM = re.compile(
    r"\b(?:not|n't|unfortunately|sorry|afraid|would|could|if|can you confirm|please confirm|cannot"
    r"|unable|doesn't)\b"
)
FREE_TIMES = re.compile(
    r"\b(?:free|available|availability|i can (?:do|make|speak|talk|call)|could (?:do|make)|works? "
    r"(?:for me|best)|any ?time|between|after|before|from|best (?:for me|times?)|suits? me|open"
    r"|mornings?|afternoons?|evenings?|either|or)\b"
)
_TEST = r"(?:tests?|assessments?|challenge|exercise|questionnaire|take-?home|assignment|case study|quiz|solution)"
_PIECE = r"(?:designs?|deck|slides|figma|prototypes?|mock-?ups?|wireframes?|write-?up|essay|draft|translation)"
THEIR_ACTS: tuple[tuple[Act, re.Pattern[str]], ...] = tuple(
    (act, re.compile(pattern))
    for act, pattern in (
        (
            Act.HOLDS,
            r"\b(?:still (?:waiting|reviewing|interviewing|in (?:the )?process|being|considering|deciding|under"
            r"|working|discussing|no (?:news|word|decision|update)|chasing|to hear)|(?:haven't|have not|hasn't"
            r"|has not|not yet|yet to) (?:heard|had|received|made|got|decided|come back|been able)|taking "
            r"(?:longer|a (?:little|bit)|more time)|(?:bear|bearing) with (?:me|us)|no (?:news|update|decision"
            r"|feedback|word) (?:yet|so far|from|at)|(?:sorry|apolog\w{1,6}) (?:for|about) the (?:delay|wait"
            r"|silence)|on hold|paused|delayed|(?:awaiting|waiting (?:for|on)) (?:feedback|sign-?off|approval"
            r"|the|their|a decision|news|confirmation)|chased|i'll (?:chase|come back|keep you)|as soon as i "
            r"(?:hear|have|know|get)|holding (?:mail|note)|haven't forgotten|back to you as soon)\b",
        ),
        (
            Act.BOOKS,
            r"\b(?:(?:confirmed|booked|scheduled|arranged|locked in|all set|set up|rescheduled|moved)\b.{0,60}\b"
            r"(?:for|on|at|to|in|interview|call|meeting|chat)|(?:interview|call|meeting|chat|slot|screening"
            r"|appointment)\b.{0,60}\b(?:is|has been|are|now)\b.{0,12}\b(?:confirmed|booked|scheduled|set"
            r"|arranged|in the diary)|confirm(?:ing)? (?:your|the|our) (?:interview|call|meeting|chat|slot"
            r"|appointment|booking)|invite (?:sent|is on its way|to follow|attached|will follow)|(?:see|speak to"
            r"|talk to) you (?:then|on|at|tomorrow|mon|tue|wed|thu|fri)|speak (?:then|tomorrow|mon|tue|wed|thu"
            r"|fri))\b",
        ),
        (
            Act.CANCELS,
            calling_off.THEIR_CANCELS,
        ),
        (
            Act.RESCHEDULES,
            calling_off.THEIR_RESCHEDULES,
        ),
        (
            Act.HAS_DOCUMENTS,
            r"\b(?:(?:thank(?:s| you)(?: \w{1,8}){0,3} for|received|got|have|reviewed|with thanks"
            r"|confirm receipt of|receipt of|seen|looked at|looked over|went through)\b.{0,50}\b(?:your "
            r"(?:\w{1,12} )?(?:cv|resume|résumé|references?|referees?|documents?|forms?|portfolio|samples?"
            r"|passport|certificates?|paperwork|application form|details)|the (?:cv|resume|references?|referees?"
            r"|documents?|forms?|paperwork|signed))\b|documents? (?:received|are all|have been (?:received"
            r"|approved|verified)))",
        ),
        (
            Act.HAS_ASSESSMENT,
            r"\b(?:(?:thank(?:s| you)(?: \w{1,8}){0,3} for|received|got|reviewed|marked|looked at|went through"
            r"|passed|completed|impressed (?:by|with)|enjoyed|liked|loved|read)\b.{0,50}\b(?:your (?:\w{1,12} )?"
            r"(?:test|assessment|challenge|task|exercise|questionnaire|take-?home|case study|assignment|solution"
            r"|submission|answers|homework|paper|code)|(?:the|this) (?:[a-z]{2,12} ){0,2}?(?:test|assessment"
            r"|challenge|task|exercise"
            r"|questionnaire|take-?home|assignment))\b|your (?:\w{1,12} )?(?:test|assessment|challenge|task"
            r"|exercise|questionnaire|take-?home|assignment|solution|submission|answers)\b.{0,40}\b(?:received"
            r"|reached|arrived|was|were|is complete|has been|have been|looks?|in safely|submitted)"
            rf"|\b(?:you(?:'ve| have)?(?: now| just)?(?: successfully)?|your) (?:submitted|completed|finished"
            rf"|handed in)\b"
            rf".{{0,80}}\b{_TEST}\b|\bthank(?:s| you) for (?:\w{{1,12}} ){{0,2}}?(?:completing|submitting"
            rf"|finishing|taking"
            rf"|doing)\b.{{0,80}}\b{_TEST}\b|\b{_TEST} (?:\w{{1,10}} )?(?:completed|submitted|received)\b"
            rf"|\b(?:received|got) (?:your|the) (?:\w{{1,14}} ){{0,4}}?(?:test )?results\b"
            r"|\b(?:lov(?:e|ed|ing)|lik(?:e|ed)|enjoyed|impressed (?:by|with)|looked (?:at|through)|look (?:at|through)"
            r"|went through|gone through|been through|reviewed|discussed|seen|read|thoughts on|feedback on)\b"
            rf"[^.;?!]{{0,30}}\b(?:your (?:\w{{1,12}} ){{0,2}}?{_PIECE}|(?:v|version |option |variant )\d\b"
            rf"|(?:the|your) (?:first|second|third|last) (?:version|option|variant|{_PIECE}))\b"
            r"|\b(?:great|strong|excellent|lovely|fantastic|good|nice|brilliant) (?:piece of )?work (?:on|with) "
            rf"(?:the|this|our|your) (?:\w{{1,12}} ){{0,2}}?(?:{_TEST}|task|brief|{_PIECE})\b)",
        ),
        (
            Act.NEEDS_NO_REPLY,
            r"\b(?:no need to (?:reply|respond|answer|do anything|get back|write back)|no (?:reply|response"
            r"|action|answer) (?:is )?(?:needed|required|necessary|expected)|don't need to (?:reply|respond"
            r"|do anything|answer)|(?:do not|don't) reply|nothing (?:for you to do|needed from you|to do)"
            r"|no further action|just (?:fyi|for your information)|need not (?:reply|answer|respond))\b",
        ),
    )
)
DOCUMENT_NAME = re.compile(
    r"(?:cv|resume|résumé|reference|referee|portfolio|passport|visa|certificate|transcript|payslip"
    r"|diploma|licence|license|cover|letter|form|contract|signed|zeugnis|lebenslauf|degree|id|sample"
    r"|nda)",
    re.IGNORECASE,
)
IMAGE = re.compile(r"^(?:image|text/calendar|application/(?:pgp|pkcs7|ics))")
