"""The words in which people commit themselves, as compiled patterns. Data, no judgement: `promises.py` uses them.

Every pattern is matched on one sentence in lower case with plain quotes, and bounds every repetition.
"""

from __future__ import annotations

import re

# What a promise may be of: something that reaches the other person, or that moves the matter on.
_NEWS = (
    r"be in (?:touch|contact)|be back (?:in touch|to you|with)|get (?:right |straight )?back"
    r"|get in touch|come back|revert|report back|circle back|touch base|let (?:you|u|ya) (?:both )?know"
    r"|letting you know|keep (?:you|u|ya) (?:posted|updated|informed|in the loop|up to date|abreast)"
    r"|update (?:you|u)|give you (?:an update|feedback|a (?:call|ring|shout|buzz|bell|decision|date"
    r"|answer|definit\w{2,4})|(?:my|our) (?:final |definite |first )?(?:answer|decision|reply|response|feedback))"
    r"|inform you|notify you|advise you|tell you|let you have|let (?:\w{1,15} |the client |them )know"
    r"|write (?:back |again )?to (?:you|each|every\w{0,4}|all)|(?:text|letter|message) you|see (?:what"
    r"|if|whether) (?:i|we) can|have a word|try you|buzz "
    r"(?:you|u)|give "
    r"(?:you|u) a (?:buzz|tinkle|holler)|write (?:as soon|once|when|on|by|next|in)|shout|keep an eye out"
    r"|contact you|reach (?:back )?out|follow up|(?:have|get)(?: \w{1,10}){0,3} (?:an answer|feedback"
    r"|news|an update|a decision|something|more|word)(?: \w{1,6}){0,3} (?:for|to) you|know (?:more|by|on"
    r"|early|tomorrow|next|later)|(?:make|take|reach|have|come to|give|communicate|announce|finalise"
    r"|finalize) (?:a|our|the|my|your|their|you an?|you the)(?: \w{1,10}){0,2} (?:decision|answer|offer"
    r"|feedback|verdict|outcome|result|results)|decide|have (?:feedback|news|an update|a decision"
    r"|an answer|something|more (?:news|info|details))"
    r"|respond|reply|answer (?:you|your|by|on|within|all|every)|share (?:the |their |our |any |some |my "
    r"|your )?(?:\w{1,12} )?(?:feedback|outcome|result|results|decision|news|update|next steps|thoughts)"
    r"|(?:send|pass|forward|get) (?:you |on )?(?:the |their |our |any |some |my |your )?(?:\w{1,12} )?"
    r"(?:feedback|outcome|result|results|decision|news|an update|word)|write (?:back |again )?(?:to you"
    r"|again|back|by|on)|have (?:it|this|that|them|an offer|the offer|a contract)(?: \w{1,8}){0,3} (?:to"
    r"|with|for|ready|by|back|done|over)|be with you|confirm(?: \w{1,10}){0,4}"
)
_DEEDS = (
    r"send|e-?mail|forward|share|call|ring|phone|drop you|text you|message you|ping|arrange|set up"
    r"|schedule|book|organi[sz]e|submit|put (?:you|your|it|this|him|her|together) ?(?:forward|through"
    r"|across|in front|\w{0,8})|put (?:\w{1,10} ){0,3}(?:together|forward|across|over)|pass (?:on|it"
    r"|this|them|your|that|along)|chase|check (?:with|in|and|what|when|if|whether|this|that|on)|find out"
    r"|speak (?:to|with)|ask (?:them|the|her|him|my|our|hr|if)|talk (?:to|with)|discuss (?:this|it|with"
    r"|the|your)|look into|sort|prepare|draft|issue|provide|review (?:it|this|your \w{1,12}) and"
    r"|introduce|connect you|get (?:it|this|that|them|you|one|those|these|the|my|your|everything"
    r"|something)(?: \w{1,12}){0,4} (?:to|over|across|back|done|out|in|sent|finished|submitted|completed"
    r"|signed|booked|sorted|ready)|present|raise (?:it|this)|push|nudge|return|deliver|mail|upload"
    r"|attach|reach"
)
_OWN_DEEDS = (
    r"complete|finish|do (?:it|this|that|the)|fill|sign|take (?:it|the)|have (?:a (?:look|read|think)|"
    r"(?:it|this|that|them|something|my)(?: \w{1,10}){0,3} (?:done|to|ready|over|by|with|in|back"
    r"|finished|signed|for))|think (?:it|about)|read|look (?:at|through|over)|get (?:on|to|it|started)"
    r"|start (?:it|this|that|work(?:ing)? on|on (?:it|this|that|the (?!\d))|with (?:it|the)|the (?!\d))|work on"
    r"|make (?:a|my|up)|hand"
)
_ANY = rf"(?:{_NEWS}|{_DEEDS})"
_ANY_OWN = rf"(?:{_NEWS}|{_DEEDS}|{_OWN_DEEDS})"
_SUBJECT = (
    r"(?:i|we|he|she|they|it|[a-z]{2,15}|team|manager|someone|somebody|one of us|colleague|member"
    r"|recruiter|hr|department|panel|board)"
)
_ADVERBS = (
    r"(?: (?:then|also|just|definitely|certainly|probably|hopefully|likely|be able to|be sure to"
    r"|make sure to|try to|try and|aim to|do my best to|do our best to|always|now|next|again|either|all"
    r"|both|personally|most likely|only|still|then also|soon|shortly|asap|first|go ahead and|of course"
    r"|ofc|absolutely|surely|gladly|happily|endeavou?r to|look to|need to|have to|come and|quickly"
    r"|immediately|in any case|at least|either way|let|get to|be|then also|herself|himself|myself"
    r"|ourselves)){0,3}"
)
_WILL = (
    r"(?:'ll| will| shall| should| am going to|'m going to|'re going to| are going to| is going to"
    r"| aim to|'re aiming to| are aiming to|'m aiming to| am aiming to| hope to|'re hoping to"
    r"| are hoping to|'m hoping to| am hoping to| plan to| expect to| intend to|'re planning to"
    r"| are planning to|'m planning to| try to| promise to| want to|'d hope to| would hope to"
    r"| would expect to|'d expect to| should be able to| ll| wil|'l|'d like to| undertake to| commit to"
    r"| endeavou?r to| strive to| look to|'m looking to|'re looking to| are looking to|'m due to)"
)

WILL = re.compile(
    rf"(?<![a-z'])(?P<who>{_SUBJECT})(?: \([a-z]{{1,20}}\))?{_WILL}(?P<not> not| never|n't)?{_ADVERBS} "
    rf"(?P<what>{_ANY})\b"
)
OWN_WILL = re.compile(
    rf"(?<![a-z'])(?P<who>i|we|u|you)(?:{_WILL}|'ve got to)(?P<not> not| never|n't)?{_ADVERBS} "
    rf"(?P<what>{_ANY_OWN})\b"
)
# A second verb after "and": "We'll review your application and get back to you".
AND_THEN = re.compile(
    rf"(?<![a-z'])(?:i|we|they|he|she|team|manager)(?:'ll| will| am going to|'re going to|'m going to)"
    rf"(?P<not> not|n't)?\b[^.;?!]{{0,120}}?(?:\band|,|\bthen|\bbefore) (?:then |we'll |i'll |will "
    rf"|we will |i will |also )?(?P<what>{_ANY})(?:ting)?\b"
)
BARE_WILL = re.compile(
    rf"(?:^|[,;(] ?|\band |\bbut |\bthen |- |\bor )(?:will|'ll|shall|gonna|going to|hope to|hoping to"
    rf"|aiming to|trying to|should){_ADVERBS} (?P<what>{_ANY_OWN})\b|^(?:will|'ll) do\b"
)
# "We reply within 5 working days", "I'm back to you Monday": the present tense commits where a time stands with it.
PRESENT = re.compile(
    r"(?<![a-z'])(?:i|we|our team|the team|our recruiters|they|one of us|someone|somebody|a recruiter"
    r"|a colleague)(?:'m|'re| am| are)?(?: (?:usually|normally|always|typically|generally|aim|all|then"
    r"|definitely|also|now|both)){0,2} "
    r"(?:repl(?:y|ies)|responds?|answers?|gets? back|comes? back|gets? in touch|revert|contact|write"
    r"|let you know|inform|decide|back (?:to|with|in touch)|call(?:ing)? you|speaking (?:to|with)"
    r"|sending|getting back|coming back|deciding|finali[sz]ing|making (?:a|our|the)|discussing|send|call"
    r"|chasing|catching up|reviewing|confirming|in touch|submit(?:ting)?|finishing|doing|completing)\b"
)
# Nobody is named: "The decision will be made by Friday", "Feedback to follow early next week".
AGENTLESS = re.compile(
    r"\b(?:decisions?|feedback|answers?|responses?|replies|reply|updates?|news|results?|outcomes?"
    r"|offers?|contracts?|paperwork|invites?|invitations?|pack|details|(?:next )?steps?|shortlists?"
    r"|shortlisting|verdict|word|information|info|agenda|link|more|letter|everything|confirmation"
    r"|schedule|jd|description|forms?)\b"
    r"(?: (?:of|on|from|for|about|as to) (?:\w{1,12} ?){1,4}?)?(?:"
    r"(?:'ll| will| should| shall| ought to| can be expected to)(?: (?:also|then|hopefully|likely"
    r"|probably|definitely|normally|usually|all)){0,2} (?:be (?:made|sent|shared|with you|available"
    r"|communicated|announced|confirmed|given|provided|taken|ready|in your|notified|answered|out|issued"
    r"|over|forwarded|e-?mailed|relayed|known|finali[sz]ed|completed|released|published|posted|delivered"
    r"|by|on|early|tomorrow|next)|follow|come|arrive|reach you|land|hit your|go out)\b"
    r"| (?:is|are) (?:due|expected|coming|on (?:its|the|their) way|to follow|(?:usually |normally "
    r"|then )?(?:made|sent|given|communicated|announced|taken|released|published))\b| (?:to )?follow(?:s"
    r"|ing)?(?: (?:this|the|shortly|soon|by|on|in|early|next|tomorrow|later|asap|within|at|under)\b|$"
    r"|[.,!])| due (?:by|on|in|early|next|tomorrow|within|mid|late)\b| to come\b| expected "
    r"(?:by|on|in|early|next|tomorrow|within)\b)"
)
TOLD = re.compile(
    r"\b(?:you|u|candidates|everyone|applicants|all candidates|all applicants|everybody)(?:'ll be"
    r"| will be| are| will all be| should be)(?: (?:all|both|then|also|each))? (?:told|informed|notified"
    r"|contacted|advised|updated|answered|written to|given (?:an|the|our|your|feedback))\b"
)
HEAR = re.compile(
    r"\b(?:you|u|candidates|everyone|applicants)(?:'ll| will| should| shall| can| may| ll| ought to"
    r"|'re going to| are going to)(?: (?:then|also|definitely|certainly|hopefully|probably|normally"
    r"|usually|likely|both|all|always|expect to|be able to|in any case|either way|each|then all)){0,3} "
    r"(?:(?:be )?hear(?:ing)?(?: back)? (?:from|back|by|within|early|on|next|tomorrow|either|this|before"
    r"|more|something|directly|in|after|at|our|the|how|no later|whether|which"
    r"|(?:a|one|two|three|four|five|ten|\d{1,2}) (?:\w{1,8} )?(?:days?|weeks?))|know (?:by|whether|if"
    r"|what's|on|within|more|what|where|whether|how|if|our|the|one way|either)|(?:be )?(?:receiv(?:e"
    r"|ing)|get(?:ting)?|have|having|expect)(?: \w{1,10}){0,3}? (?:answer|feedback|news|word|decision"
    r"|update|reply|response|result|results|outcome|verdict|contract|offer|comments|details|confirmation"
    r"|invite|invitation|text|letter|message|mail|link)\b(?! (?:of|in|on|with) (?:your|our|the) (?:team"
    r"|work|role)))|you (?:hear from|have (?:our|my|an) (?:answer|decision)|get (?:our|my|an) (?:answer"
    r"|decision))|so will you"
)
EXPECT = re.compile(
    r"(?:^|[,;(] ?|\band |\bso )(?:please |pls |you can |do )?(?:expect|look out for|watch out for"
    r"|look for|keep an eye out for) (?:to hear|an? (?:answer|call|e-?mail|update|decision|reply|response)|my"
    r"|feedback|news|word|results|our (?:answer|decision|e-?mail|call|reply|feedback))\b"
)
GIVE_ME = re.compile(
    r"\b(?:give|allow|grant|gimme)(?: (?:me|us|the team|him|her|them))? (?:till|until|to the end|to "
    r"(?:mon|tue|wed|thu|fri|sat|sun)\w{0,6}|a (?:day|week|(?:couple|few)(?: of| more)? (?:days|weeks"
    r"|hours))\b(?!')|(?:\d{1,2}|one|two|three|five"
    r"|another)(?:-\d{1,2})? (?:\w{1,8} )?(?:days?|weeks?|hours|hrs))\b|(?:^|[,;] ?|\bso "
    r"|\bjust )bear with me\b|\bleave (?:it|this|that) with (?:me|us)\b|\b(?:can|could|may) i have "
    r"(?:till|until)\b|\bgive me a few\b"
)
LET_ME = re.compile(
    rf"(?:^|[,;] ?|\band |\bbut |\bso |- |^ok(?:ay)?,? )(?:please )?let (?:me|us)"
    r"(?! tell| explain| introduce| ask| start"
    r"| know"
    rf"| have){_ADVERBS} (?P<what>{_ANY_OWN})\b|\b(?:can|could|may|ok if|okay if|alright if) (?:i|we) "
    rf"(?:please |just )?(?:come back|get back|circle back|revert|let you know|report back|send (?:it"
    rf"|them|this|you|my)|call you back|ring you back|update you)\b|\b(?:i|we) (?:can|could"
    rf"|should be able to|'d be able to|might) (?:send|get (?:it|that|them|you|this)|share|finish|submit"
    rf"|complete|provide|return)\b"
)
GERUND = re.compile(
    r"^(?:ok,? |okay,? |sure,? |great,? |thanks,? )?(?:back to (?:you|u)|sending|getting back"
    r"|coming back|calling|chasing|submitting|finishing|doing|completing|will do|on it)\b"
)

CAN_ONLY_WITH_TIME = re.compile(r"\b(?:can|could|might|want to|'d like to|would like to|should)\b")

# --- what takes a promise back ---------------------------------------------------------------------------------------

CONDITION_BEFORE = re.compile(
    r"(?:^|[,;] ?|\b(?:and|but|so|then|that|or|also) )(?:only )?(?:if|should|in the event|in case|unless"
    r"|provided|assuming|subject to|in the case)(?! (?:possible|nobody|no one|not a|you (?:haven't"
    r"|don't) (?:heard|hear)|have\b|be able|get\b|hear\b|know\b|arrive|not (?:before|sooner|earlier)"
    r"|all goes|i can|we can|that's (?:right|correct)|everything goes|nothing (?:changes|else)|that's "
    r"(?:ok|okay|alright|fine)"
    r"|anything sooner)\b) [^,;.?!]{2,160}?(?:,| then| (?:i|we|someone|they|he|she|you|our|the team"
    r"|a member)(?:'ll| will| shall| would|'d| should|\b))"
)
CONDITION_AFTER = re.compile(
    r"\b(?:if|should|in case|provided|as and when|when(?:ever)? (?:a|an|any|something|another|the right"
    r"|new|other|suitable|similar)\b|unless|only if|for (?:future|any (?:future|other|suitable)|other"
    r"|suitable|similar))\b"
)
WHETHER = re.compile(
    r"\b(?:let (?:you|u) know|tell you|confirm|decide|find out|check|ask|see|know|inform you|advise you"
    r"|update you)(?: \w{1,12}){0,4} (?:if|whether)\b"
)
NO_PROMISE = re.compile(
    r"\b(?:keep|keeping|hold|retain|save|store|have) (?:your|you|it)(?: \w{1,12}){0,3} (?:on|in) (?:file"
    r"|mind|record|our (?:talent|database|records|system|files))|\bonly (?:be |able to )?(?:contact"
    r"|shortlisted|successful|respond|reply)|\bonly (?:those|shortlisted|successful|candidates)|\b"
    r"(?:shortlisted|successful|suitable|selected) (?:candidates|applicants)\b|\btalent (?:pool"
    r"|community|network|pipeline)\b|\b(?:future|other|similar|suitable|new) (?:roles?|opportunit\w{1,3}"
    r"|positions?|vacanc\w{1,3}|openings?|jobs)\b"
    r"|\b(?:can't|cannot|can not|couldn't|won't|don't|not able to|unable to|hard to) (?:promise"
    r"|guarantee|say|commit|know|tell|be sure)\b|\bnot sure (?:if|when|whether)\b|\bdoubt\w{0,3}\b"
    r"|\bif you don't hear|\bif you (?:haven't|have not) heard"
)
PAST = re.compile(
    r"\b(?:said|promised|told|thought|understood|mentioned)\b[^.;]{0,40}\b(?:would|'d|you'd|we'd|i'd"
    r"|they'd|be)\b|\b(?:said|would have|was going to|were going to|should have|supposed to|were told"
    r"|was told|had hoped|hoped to|you said|you mentioned|you'd|as (?:i|we|he|she|they|dana) said"
    r"|was meant|were meant|been told)\b"
)
DECISION = re.compile(
    r"\b(?:feedback|decision|decide|decided|outcome|result|results|next steps?|answer|verdict|hear "
    r"(?:back|from)|let you know|get back|come back|be in touch|in touch|revert|respond|reply|update"
    r"|posted|news|inform|notify|contact you|follow up|circle back|more (?:soon|to follow)"
    r"|shortlist\w{0,4}|word|reach out|know more|back to you|back with|call you|confirm|hear|heard|contacted|offer)\b"
)
LIFE = re.compile(
    r"\b(?:you'll (?:be|get|have|receive) (?:(?:a|an|your|the) )?(?:\w{1,12} )?(?:working|responsible"
    r"|reporting|joining|part|based|leading|pension|salary|equity|bonus|laptop|holiday|holidays|chance"
    r"|opportunity|access|ownership|impact|budget|days|training|support|mentor|team|freedom|autonomy|say"
    r"|base|share|options|leave|competitive|benefits|code|paid|plenty|lots)|what you'll|in this role"
    r"|you will (?:be )?(?:work|report|lead|join|own|build|design|develop)|(?:help|helping) you|we'll "
    r"(?:cover|go through|talk about|discuss (?:your|the)|ask you|pay|provide (?:a|all|you with a)"
    r"|send you (?:jobs|new|similar|alerts|our)))\b"
)

# A pause until a day promises news after it: "The position is on hold until 30 April".
PAUSED = re.compile(
    r"\b(?:(?:on|placed on|put on) (?:temporary )?hold|paused|frozen|(?:hiring )?freeze|suspended|postponed"
    r"|deferred|parked)\b"
    r"[^.;?!]{0,80}\b(?:until|till|til|through)\b"
)

# With a time beside it, any first-person future commits, but for what the writer will be, see, need, or be busy with.
DATED_WILL = re.compile(
    r"(?<![a-z'])(?<!so )(?<!that )(?:i|we)(?:'ll| will| shall| am going to|'m going to)(?P<not> not"
    r"| never)?(?: (?:then|also|definitely|certainly|probably|hopefully|likely|now|just|both)){0,2} (?!"
    r"(?:be|see|meet|speak|talk|need|require|use|interview|run|hold (?:interviews|the)|cover|go|want"
    r"|expect|look|host|start|join|work|pay|travel|celebrate|move|only|consider|miss|welcome|ask|find"
    r"|never|not|have to|have (?:a|an|the|\d|two|three|interviews|another|our) (?:call|meeting|chat"
    r"|interview|panel|team)|keep (?:your|you|it)|accept|close|begin|continue|assume|wait|know|shortlist"
    r"|select|review|conduct|launch|open|take (?:place|part)|offer|provide|give (?:you )?(?:the|access)"
    r"|remind|like|love|remain|require|introduce|discuss (?:your|the)|drop off)\b)[a-z]{3,}"
)
ASKS_FIRST = re.compile(
    r"^(?:please|pls|kindly|share|send|let me know|let us know|reply|confirm|fill|complete|pick|choose"
    r"|book|drop|just|give me a|tell|click|forward|can you|could you)\b"
)
SET_CALL = re.compile(r"^(?:call|ring|phone|give you a (?:call|ring|bell|buzz))")

STARTS_WITH_IF = re.compile(
    r"\s?(?:if|should|unless|in case)\b(?! (?:possible|nobody|no one|not a|not (?:before|sooner|earlier)"
    r"|all goes|everything goes|i can|we can|you (?:haven't|don't) (?:heard|hear)|have\b|be able))"
)

YOURS_BY = re.compile(
    r"\b(?:you|u)(?:'ll| will| should)(?: \w{1,10}){0,2} (?:have|get|receive) (?:it|them|this|that"
    r"|everything|all)\b"
)

# "I'll" as thumbs write it; and "let me tidy it up and send it to you".
TYPED_WILL = re.compile(rf"(?<![a-z'])(?:ill|il|i wil)(?: just| also)? (?P<what>{_ANY_OWN})\b")
LET_ME_AND = re.compile(rf"(?:^|[,;.] ?)let me\b(?! know)[^.;?!]{{2,80}} and {_ANY_OWN}\b")
YOUR_NUMBER = re.compile(r"\bon (?:\+?\d|the (?:number|phone)|your|this number)|\b(?:min|mins|minutes)\b")

ATTENDS = re.compile(
    r"(?<![a-z'])(?:(?:i|we)(?:'ll| will| shall|'m going to| am going to)|(?:^|^yes,? |and )(?:will|'ll))"
    r"(?: (?:definitely|certainly|surely|of course|also|be able to|gladly|happily|then|just|be sure to)){0,2} "
    r"(?:come(?! (?:back|up with|to (?:a|you with)|by (?:mon|tues|wednes|thurs|fri|the end))\b)"
    r"(?: (?:in|over|along|round|down|by|up|to))?\b|be (?:there|present|at (?:the|your)|attending|coming|joining"
    r"|on time|with you (?:at|on time))|attend(?:ing)?\b|join (?:you|the|in|on|via|at)\b|see you\b"
    r"|meet (?:you|him|her|them)\b|be available\b|dial in\b|log on\b|pop (?:in|by|round|over)\b|turn up\b|arrive\b)"
)
"""The candidate's word to keep an appointment: it takes the time, and promises nothing that is sent."""
OWN_LIFE = re.compile(
    r"(?<![a-z'])(?:i|we)(?:'ll| will| shall|'m going to| am going to|'m| am| can| could| have to|'ve to)?"
    r"(?: (?:only|then|probably|also|have to)){0,2} (?:land|arriv(?:e|ing)|fly(?:ing)?|depart|set off|driv(?:e|ing)"
    r"|travel(?:l?ing)?|resign(?:ing)?|leav(?:e|ing) (?!it\b|them\b|you\b)|mov(?:e|ing) (?:house|to|in|out|on|here)"
    r"|(?:hand(?:ing)?|give|giving|put(?:ting)?)(?: in)? (?:my |in )?(?:my )?(?:notice|resignation)"
    r"|(?:tak(?:e|ing)|catch(?:ing)?|get(?:ting)?) (?:the|a|an) (?:train|bus|plane|flight|ferry|coach)"
    r"|finish(?:ing)? (?:my|the) (?:current |last |final )?(?:exams?|contract|studies|degree|shift|course|job|studying)"
    r"|start(?:ing)? (?:work\b|my (?:new|current)|in\b|the (?:job|role|position|post)"
    r"|(?:on|from) (?:the )?(?=\d|mon|tue|wed|thu|fri|sat|sun)))\b"
)
"""What the candidate tells of their own life: a journey, a notice, a first day. It promises nobody anything."""
BRINGS_OR_SENDS = re.compile(
    r"\b(?:send|sent|e-?mail|forward|share|let you (?:know|have)|get back|come back|call|ring|submit|upload|reply"
    r"|respond|confirm|answer|finish|complete|sign|return|provide|tell|decide|deliver|drop|hand|give)\w{0,3}\b"
)
