"""What people ask for, as compiled patterns: papers, times, tests, an answer to an offer. Data, no judgement.

Every pattern is matched on one sentence in lower case with plain quotes, and bounds every repetition.
"""

from __future__ import annotations

import re

DOCUMENT = re.compile(
    r"\b(?:people (?:that |who )?you(?:'ve| have) worked|cvs?|c\.v|resum[eé]s?|résumés?|curriculum vitae"
    r"|referees?|work samples?|writing samples?|code samples?|portfolio|passport"
    r"|visa|right[- ]to[- ]work|certificates?|certifications|transcripts?|pay ?slips?|salary slips?"
    r"|documents?|documentation"
    r"|paperwork|forms?|photo id|id|proof of|cover(?:ing)? letter|diploma|credentials|driving licen[cs]e"
    r"|p45|brp|share code"
    r"|aadhaar|pan card|pan|relieving letters?|experience letters?|nda|zeugnisse|bank details"
    r"|updated profile|nysc|degree"
    r"|samples? of (?:your )?(?:work|code|writing)|scans?|copy of|copies of|consent"
    r"|questionnaire attached|(?:onboarding|joining|new[- ](?:hire|starter)|starter) pack(?:age|et|s)?"
    r"|(?:counter)?signed (?:\w{1,12} ){0,2}?(?:contract|offer|agreement|letter|copy|copies)"
    r"|references?(?! (?:number|no\b(?! later)|id|code|:))|names? of (?:two|2|three|your)|work permit|rtw|certs?"
    r"|mark ?sheets?|pdf|newer pieces|pieces? of (?:code|work|writing)|tickets|iban|(?:revised|updated"
    r"|latest|newer?|current|word) (?:version|profile|cv)|pieces "
    r"(?:you|of)|school report|photographs?|headshot|showreel|statement of|publications list"
    r"|list of publications|zip|score|lesson plan|abstract|new (?:hire|starter) (?:packet|pack|checklist"
    r"|form)|starter (?:checklist|form|pack)|checklist|form 16|photographs|photos?|clearance|address proof|medical"
    r"|fitness report|guarantor"
    r"|(?:people|somebody|someone|two|three|managers?|bosses) who(?:'ve| have| has|'d)? (?:managed"
    r"|worked|can|could|know|knows|seen|will|would)"
    r"|vouch(?:es)? for|former (?:manager|boss|supervisor|employer)s?|(?:something|anything|work) "
    r"(?:that )?(?:you(?:'ve| have) )(?:written|built|made|coded|designed|done)"
    r"|examples? of (?:your|what|recent|past|work)|(?:photo|picture|image) of|papers|licen[cs]es?"
    r"|registration|vaccination|dbs|tax (?:id|number)"
    r"|national insurance|social security|utility bill|bank statement|diplomas|i-9|work history"
    r"|employment history|lebenslauf|zeugnis)\b"
)
NO_REFERENCE = re.compile(
    r"\b(?:with|in|for|by|quot\w{1,5}|as|your) (?:your )?references? (?:to\b|number|no\b(?! later)|:)|\bfor (?:your "
    r"|future |easy )?reference\b"
)

AVAILABILITY = re.compile(
    r"\bwhen (?:i|we) (?:can|could|may|should|might) (?:ring|call|phone|reach|talk|speak|catch)\b"
    r"|\bname (?:a|the|your) (?:day|date|time)\b"
    r"|\b(?:availabilit(?:y|ies)|avail\b|when (?:(?:you|u)(?:'re| are|'d be| would be| might be| will be"
    r"| r) (?:next |best |both )?(?:free|available|around|open|about|able to (?:speak|talk|chat|meet))|"
    r"(?:you|u|we) (?:can|could|might) (?:speak|talk|chat|meet|come|visit|drop by|do (?:a|it)|make (?:a|it)|have (?:a"
    r"|the))"
    r"|(?:is|are|would be)? ?(?:good|best|convenient)|it comes out|(?:best )?suits?|(?:best )?works?"
    r"|would (?:suit|work|be)|to (?:call|ring|phone|reach) you)\b"
    r"|(?:what|which|few|some|couple of|any|your|new|preferred|suitable|possible|good|best|convenient"
    r"|alternative|three|two|2|3|other|more|of) (?:\w{1,12} ){0,2}?(?:times|slots?|dates|windows"
    r"|mornings?|afternoons?|occasions|days)\b(?! (?:work(?! (?:for|best|well))|spent|off|ago))|(?:what|which|preferred"
    r"|suitable|good|best|convenient|alternative|other|another|new|a) (?:time|day|date)\b(?! (?:frame"
    r"|off|zone))"
    r"|(?:a|the) (?:\w{1,12} )?(?:slot|time)(?! (?:zone|frame|being|to think|line|off|limit))\b|slots?"
    r"|openings(?! (?:at|in|for an?)\b)"
    r"|timings?|time ?slots?|what suits|what works|whatever (?:works|suits)|times? (?:that|which|to|for"
    r"|when)|(?:day|time) (?:and|or|&) (?:time|day|date)|date and time)"
)
BOOKING_LINK = re.compile(
    r"(?<!powered by )\b(?:calendly\.com|cal\.com/|savvycal\.com|goodtime\.io|youcanbook\.me|doodle\.com"
    r"|cronofy\.com|meetings\.hubspot|chilipiper"
    r"|koalendar|tidycal|zcal\.co|outlook\.office365\.com/owa/calendar|bookwithme|calendar\.app\.google"
    r"|calendly|booking (?:link|page)"
    r"|link to book again|book again|(?:free|open|available) (?:times|slots): http|(?:scheduling"
    r"|calendar|self-schedul\w{1,4}) (?:link|page|tool))\b"
)
BOOKING = re.compile(
    r"\b(?:book|grab|pick|choose|select|schedule|find|reserve|claim|snag|tick)\b(?: \w{1,12}){0,3}? (?:"
    r"(?:a|an|your|the|any|one|some|my|our|yourself)\b )?"
    r"(?:\w{1,14} ){0,3}?(?:slots?|time|times|timeslot|half-hour|hour|all that suit|whichever \w{1,10}"
    r"|interview|call|meeting|session|chat|screening|appointment|day|calendar|diary|in(?:to)? (?:my"
    r"|our))\b"
)

ASSESSMENT = re.compile(
    r"\b(?:tests?|assessments?|challenges?|tasks?|exercises?|questionnaires?|take-?home|takehome"
    r"|take home|case stud(?:y|ies)|quiz|video interview"
    r"|one-way|pre-?recorded|hackerrank|codility|codesignal|testgorilla|hackerearth|coderpad"
    r"|assignments?|psychometrics?|aptitude"
    r"|screening questions|application questions|video (?:answers|responses|recording)|homework|coding"
    r"|work sample test|self-paced"
    r"|game-based|mini[- ]project|brief)\b"
)
OFFER_MADE = re.compile(
    r"\b(?:(?:pleased|delighted|happy|excited|thrilled|glad|over the moon|proud|chuffed|like|love|want"
    r"|wish|writing)(?: \w{1,10}){0,2} to (?:formally |officially |be able to |now |verbally |be )?"
    r"(?:offer(?:ing)? you|make you (?:an|a \w{1,12}|this|the following) offer|extend (?:you |to you )?"
    r"(?:an|our|this|a \w{1,12}|the) ?(?:\w{1,12} )?offer|give you (?:an|the) offer|have you (?:join|on "
    r"(?:board|the team))|welcome you)"
    r"|(?:we|i|they)(?:'re| are|'d like| would like| am|'d love|'m| want)?(?: \w{1,10}){0,2} (?:to )?"
    r"(?:offer(?:ing)? you (?:the|a|this)|make you an offer)"
    r"|(?:offer letter|formal offer|written offer|offer of employment|your offer|the offer|our offer"
    r"|offer|contract)(?: letter)? (?:is |are )?(?:attached|enclosed|below|as follows|here|in this"
    r"|ready (?:to|for))"
    r"|(?:attached|enclosed)(?: you(?:'ll| will) find)?(?: is| are|:)? (?:your|the|our|a|an) "
    r"(?:\w{1,12} ){0,2}?(?:offer|contract)"
    r"|(?:here is|here's|please find) (?:your|the|our|an?) (?:\w{1,12} ){0,2}?offer|the (?:job|role"
    r"|position) is yours|you(?:'ve| have)? got (?:the job|it!)|an offer on the table"
    r"|they(?:'d| would)? (?:like|love|want)(?: to)? (?:have|hire) you|we want you|want to (?:hire"
    r"|bring) you|(?:offer|package) (?:on the table )?(?:is|comes to|would be|stands at) [£$€\d])"
)
OFFER_LATER = re.compile(
    r"\b(?:(?:will|'ll|shall|going to|hope to|hoping to|aim to|about to|able to|intend to|plan to"
    r"|expect to|want to be able to)(?: \w{1,10}){0,2} (?:send|make|prepare|draft|extend|put|receive|be"
    r"|share|offer|issue|get|have)"
    r"|preparing|drafting|putting together|working on|being (?:prepared|drawn up|finalised|approved)"
    r"|to follow|follows|sign-?off|if (?:we|they|you)|before (?:we|they)|subject to approval"
    r"|approval for|hope)\b"
)
OFFER_YES = re.compile(
    r"\b(?:accept|decline|take(?: up)?|turn down|sign)(?:ing)? (?:or (?:decline|reject|refuse|not) )?(?:the|our|this"
    r"|my|your)"
    r" (?:\w{1,12} ){0,2}?(?:offer|position|job|role|contract)\b"
)
SIGNED_OFFER = re.compile(r"\b(?:counter)?signed (?:\w{1,12} ){0,2}?(?:contract|offer|agreement|letter|copy|copies)\b")
NAMES_OFFER = re.compile(
    r"\boffer\b|\b(?:whether|if) you(?:'d| would| will|'ll| want to)? (?:like to )?(?:accept|take)\b"
)
OFFER_ANSWER = re.compile(
    r"\b(?:(?:thoughts|think|feel|decision|decided|decide|answer|feedback|questions|view|where you "
    r"(?:stand|are|land))\b.{0,40}\b(?:offer|package|contract|terms|proposal)|(?:offer|package|contract"
    r"|terms)\b.{0,60}\b(?:thoughts|decision|sign|accept|answer|what you think)"
    r"|(?:accept|sign|countersign|decline|turn down)(?:ing)?\b.{0,40}\b(?:offer|contract|letter|it|copy)"
    r"|(?:your|a) (?:decision|verdict|formal acceptance|acceptance)|accept(?:ance)? (?:in writing|by"
    r"|before)|happy to (?:accept|sign|proceed with the offer))\b"
)

MEET = re.compile(
    r"\b(?:speak|talk|chat|call|meet|meeting|catch[- ]?up|interview|coffee|zoom|teams|phone|connect"
    r"|conversation|connecting|speaking|discuss|jump on|hop on|touch base|catch you|screening)\b"
)
SUITS = re.compile(
    r"\b(?:works?|suits?|ok|okay|free|available|make it|make|do|convenient|good|how about|how's"
    r"|what about|shall we say|instead|fit|can you|could you|possible|manage|alright|fine|how does"
    r"|are you|would you|does|around|still)\b"
)
FREE = re.compile(
    r"\b(?:are|r|would|will|could|might|is) (?:you|u|ya) (?:still |also |by any chance |possibly "
    r"|perhaps )?(?:be )?(?:free|available|around|about|reachable|contactable)\b|\b(?:do|have|would|did"
    r"|will) (?:you|u) (?:have |got |possibly have |happen to have )?(?:got )?(?:any |some |a |an )?"
    r"(?:time|availability|few minutes|couple of minutes|quick (?:minute|call|chat|word|moment)|moment"
    r"|minute|slot|space|half an hour|half hour|free|capacity|window|gap|(?:\d{1,2}|five|ten|fifteen"
    r"|twenty|thirty) ?-?(?:\d{1,2} )?(?:min|mins|minutes))\b"
    r"|^(?:(?:when )?(?:you |u |r u |are you ))?(?:free|available|around|about)\b|\b(?:got|have|spare) "
    r"(?:\d{1,2}|five|ten|fifteen|twenty|thirty|half an) ?(?:min|mins|minutes|hour)\b|\bhow(?:'s| is"
    r"| does| are| do) (?:your|you|the|ur) (?:diary|calendar|week|schedule|availability|time|next"
    r"|tomorrow|thursday|friday|monday|tuesday|wednesday|afternoon|fixed|placed|set|look)\w{0,3}\b"
    r"|\bwhat(?:'s| is| does| are) (?:your|ur) (?:availability|diary|schedule|calendar|week|next)\b"
    r"|\bwhen(?:'s| is) (?:good|best|a good|convenient)|\bwhat (?:suits|works)\b|\bwhich (?:mornings?"
    r"|afternoons?|evenings?|days?|one)\b|\bwhen (?:can|could|would|are|r|is|do|might|will|suits|works"
    r"|works best|shall|should)\b(?! (?:you )?(?:start|be able to start|join))|\b(?:what|which) "
    r"(?:\w{1,12} ){0,2}?(?:time|times|day|days|slot|slots|date|dates)\b(?! zone)|\b(?:any|what) (?:times?"
    r"|days?) (?:that|which|this|next|suit|work|good|best|free|you)\b"
)
ARRANGE = re.compile(
    r"\b(?:can|could|shall|might|should) (?:we|i) (?:please |possibly |perhaps |just |maybe )?(?:arrange"
    r"|set up|schedule|book|find|fix|organise|organize|get|have|do|jump|hop|speak|talk|chat|meet|connect"
    r"|catch|give you a (?:call|ring|bell)|call|ring|phone|set|sort|line|put|plan|grab)\b|\b(?:to|let's"
    r"|lets) (?:find|arrange|set up|schedule|book|fix|organise|organize|get|pick|sort) "
    r"(?:\w{1,10} ){0,3}?(?:time|call|chat|meeting|interview|slot|conversation|date|something in)\b"
)
START_DATE = re.compile(
    r"\b(?:start|join|onboard|notice|(?:from|as of) (?:which|what|when)|earliest availab\w{0,6}"
    r"|relocat\w{1,4}|commence)\b"
)

ASKS_START = re.compile(
    r"\b(?:when|how soon|what date)\b[^.?!]{0,30}\byou (?:be able to |possibly |ideally )?"
    r"(?:start|begin|commence|join us)\b"
)

ABOUT_DOCUMENT = re.compile(
    r"\b(?:did you (?:get|receive|see)|(?:may|can|could|shall|should) (?:we|i) (?:keep|share|pass|submit"
    r"|forward|use|put|send) your|based on your|about your (?:cv|resume|portfolio)|(?:go|walk|talk"
    r"|run) (?:me |us )?through your|from your (?:cv|resume|profile)|on your (?:cv|resume)|do you "
    r"(?:require|need) (?:a )?(?:visa|sponsorship)|(?:have|hold|got) (?:the |full |a valid |a )?"
    r"(?:right to work|visa|work permit)"
    r"|visa (?:status|sponsorship|situation)|(?:status|require) (?:of )?(?:your )?(?:visa|sponsorship)"
    r"|review (?:your|the attached)|read (?:your|the attached)|see (?:the )?attached|confirm (?:your "
    r"|that you |you )?(?:have |visa|right to work|work (?:permit|status))|discuss your"
    r"|your right to work (?:status)?\?|need (?:a )?(?:visa|sponsorship)|their cvs?|friends?'?s? cvs?"
    r"|sponsor|put (?:your|you)|i(?:'ve| have) (?:got|read|seen))\b"
)
ASSESSMENT_HERE = re.compile(
    r"\b(?:(?:here(?:'s| is| are)|attached (?:is|are|you'll find)|please find(?: attached| below)?|find "
    r"(?:attached|below|the)|below (?:is|are)|i(?:'ve| have) (?:attached|sent|enclosed|just sent)|we"
    r"(?:'ve| have) (?:attached|sent|enclosed|assigned|prepared)|link to|access|attaching|sending (?:you"
    r"|over)|sent (?:you|over)|i'm attaching|pasted)(?: \w{1,14}){0,8}? (?:test|assessment|challenge"
    r"|task|exercise|questionnaire|take-?home|case study|quiz|assignment|brief)"
    r"|(?:test|assessment|challenge|task|exercise|questionnaire|take-?home|case study|quiz|assignment"
    r"|brief)s?\b(?: \w{1,10}){0,3}? (?:is|are)(?: now| here| below)? (?:ready|waiting|attached"
    r"|available|live|enclosed|below|here|open|in your inbox|at the link|linked|due)|(?:you(?:'ve| have)"
    r"(?: been)?|you are|you're) (?:been )?(?:invited|asked|assigned|requested|selected|required) (?:to "
    r"|a |an |the |for )?(?:\w{1,12} ){0,4}?(?:test|assessment|challenge|task|exercise|questionnaire"
    r"|quiz|video interview|assignment|case study)"
    r"|(?:reminder|outstanding|pending|incomplete|not yet (?:started|completed|finished)|(?:haven't"
    r"|have not) (?:yet )?(?:started|completed|finished|submitted|taken))\b[^.!?]{0,60}\b(?:test"
    r"|assessment|challenge|task|exercise|questionnaire|quiz|video interview|assignment|take-?home)|"
    r"(?:test|assessment|challenge|task|questionnaire|assignment)\b[^.!?]{0,20}\b(?:not (?:yet )?"
    r"(?:been )?(?:completed|started|done|submitted|finished)|still (?:open|pending|outstanding"
    r"|incomplete)|awaits you)|(?:test|assessment|challenge|task|questionnaire|assignment) (?:link"
    r"|expires|closes))\b"
)
TEST_DUE = re.compile(
    rf"{ASSESSMENT.pattern}[^.!?;]{{0,30}} (?:needs? to|must|has to|have to|should|is to|are to) (?:also )?be "
    r"(?:done|completed|taken|finished|submitted|handed in|returned|solved|sent|with (?:us|me))\b"
)
TASK_SET = re.compile(
    r"(?:^|\b(?:your|the|a) )(?:(?:\w{1,14} ){0,2}?)(?:task|assignment|homework|challenge|exercise|case study|brief)"
    r"(?: for you)?(?: (?:is|would be|will be) to (?!follow|come|be\b)|: (?=[a-z]{2}))"
)
TEST_TO_COME = re.compile(
    r"\b(?:will|'ll|shortly|soon|later|next (?:stage|step|round)|there(?:'s| is| are)|thank(?:s| you)|not|no)\b"
)
ASSESSMENT_LATER = re.compile(
    r"\b(?:will be|'ll be|will (?:then|also|receive|send|get|include|involve|consist)|we'll|i'll|next "
    r"(?:stage|step|round)s? (?:will|would|is|are|after)|there(?:'s| is| will| may| might)|thank(?:s"
    r"| you)|received|completed|passed|done|did|result|results|score|scored|reviewed|shortly|soon|no "
    r"|not a )\b"
)
ACCEPT_INVITATION = re.compile(
    r"\baccept(?:ing)? (?:the|this|my|our|that|your|a)?(?: \w{1,12}){0,2}? ?(?:invite|invitation|meeting"
    r"|hold|request|placeholder|calendar|date|slot|place|appointment)\b|\baccept(?: or | \| |/)decline\b"
    r"(?! (?:the|this) (?:offer|intro))|\baccept so\b|\b(?:rsvp|respond to (?:the|this) (?:invite"
    r"|invitation))\b"
)
CONFIRM_MEETING = re.compile(
    r"\bconfirm\b[^.?!]{0,60}?\b(?:attendance|attend|attending|(?:you can|you're able to|you are able to"
    r"|you'll|you will|you are|able to|can) (?:make|join|attend|be there|still|available|free)|(?:this"
    r"|that|the|these|those|which)(?: \w{1,12}){0,2}? (?:time|date|day|slot|appointment|interview"
    r"|meeting|call|works?|suits?)|(?:this|that|it)(?:'s| is| still)? (?:works?|suits?|ok|okay|fine"
    r"|good)|your (?:interview|slot|place|participation|presence|appointment)|if (?:this|that"
    r"|the \w{1,12}) (?:works|suits))\b"
    r"|\b(?:let (?:me|us|the \w{1,12}|[a-z]{2,12}) know|tell (?:me|us))\b[^.?!]{0,40}? (?:(?:if|whether"
    r"|that) )?(?<!when )(?<!times )(?<!dates )(?<!days )(?:you (?:can|are able to|'re able to|could|will|plan to"
    r"|intend to) (?:make (?:it|that"
    r"|this)|attend|join|be there|come|take part)|you'll be there|you're (?:coming|attending"
    r"|good for))\b|\b(?:confirm|acknowledge|reply|send|share)\b[^.?!]{0,30} availability for (?:the"
    r"|this|that) (?:above|below|same|said|mentioned)? ?(?:\w{1,12} )?(?:slot|time|date|interview|call"
    r"|appointment)"
)
PICK_ONE = re.compile(
    r"\b(?:which(?: one| of (?:these|those|the \w{1,10}|them))?(?: \w{1,10})?(?:'s| is| would| works?"
    r"| suits?| do you| you)|(?:any|either|one|none) of (?:these|those|the (?:above|following|below"
    r"|times|slots|options)|them)|(?:does|would|do|will) (?:that|this|it|either|any|these|those)"
    r"(?: \w{1,8}){0,3}? (?:work|suit|do|ok|fit|be (?:ok|okay|good|convenient|suitable))|(?:if|whether) "
    r"(?:that|this|it|the time|either|one|any|those|these|the slot|the above)(?: \w{1,8}){0,3}?(?:'s| is"
    r"| works?| suits?| does| would| ok| fits?)|what works|works? for you|suits? you|ok for you|that ok"
    r"|is that (?:ok|okay|good|fine|alright|convenient|suitable)|can you make (?:it|that|this|either"
    r"|one)|your preference|preferred (?:time|slot|option|one)|pick one|choose one|good for you"
    r"|can do)\b"
)
OPEN_TO_MEET = re.compile(
    r"\b(?:open|up|free|available|keen|game|around|happy|fancy|chance|worth|time|interested in|like|love"
    r"|able|possible|ok)\b.{0,40}\b(?:chat|call|speak|talk|coffee|conversation|catch-?up|meet|connect"
    r"|zoom|phone|chatting|speaking|meeting|minutes|mins)\b"
)

# In a mail that sets a task, these verbs and deadlines are about the task.
TASK_VERB = re.compile(
    r"(?:^|[,;:(] ?|- |\band |\bthen |\bplease |\bpls |\bkindly |\bjust |\b(?:you|u) (?:please |just )?"
    r"|\b(?:ask|need|want|like|invite|request|expect|require) (?:you|u|candidates|everyone"
    r"|everybody) to |\bit |\b(?:you'll|you|you will) (?:need|have) to )(?:build|write|draft|fix"
    r"|translate|put|pull|return|finish|complete|get (?:this|it|them) |record|upload|begin|start"
    r"|get started|open a|make|push|reproduce|pick|show|qualify|attempt|play|take|do|send|submit|hand"
    r"|mail|e-?mail|reply|solve|design|analy[sz]e|prepare|create|implement|model|sketch|plan|fill|answer"
    r"|work|choose|carry|tackle|film|sit|try|shoot|drop|let me have|pop|share|summari[sz]e|deploy|clone"
    r"|fork|commit|go to|use|click|access|launch|enter)\b"
)
TASK_DEADLINE = re.compile(
    r"\b(?:(?:have|get|see|return|complete|finish|do|need|submit|want) (?:it|this|that|them|these|both"
    r"|everything|yours|what)|(?:must|to|should) be (?:completed|finished|returned|submitted|done|in"
    r"|with (?:us|me))|(?:hours?|days?) (?:left|to)|you(?:'ve| have|'ll have)(?: got)?|(?:is|stays"
    r"|remains) open|link|expires|closes|deadline|due|in my inbox|with (?:us|me) by|off your plate"
    r"|tests?|assessment|task|exercise|challenge|questionnaire)\b"
)
TASK_PAST = re.compile(
    r"\b(?:thank(?:s| you)|received|we got|(?:was|were|been|have|has|successfully) submitted|passed"
    r"|scored|results?|well done|did (?:well|great)|reviewed|marked|your (?:solution|submission"
    r"|answers) (?:was|were|has|have|is|looks?|reached)|by now|feedback on)\b"
)
TASK_DONE = re.compile(
    r"\byou(?:'ve| have)? (?:successfully |now |already )?(?:completed|finished|submitted|passed|handed in)\b"
    r"|\b(?:is|was|has been|have been) (?:now |successfully )?(?:complete|completed|submitted|finished|received)\b"
)
STRONG_DOCUMENT = re.compile(
    r"\b(?:cvs?|c\.v|resum[eé]s?|résumés?|curriculum vitae|referees?|references?(?! (?:number|no\b(?! later)|id"
    r"|code|:))|passport|visa|right[- ]to[- ]work|certificates?|certs|transcripts?|pay ?slips?"
    r"|salary slips?|photo id|proof of|cover(?:ing)? letter|p45|share code|aadhaar|pan card|nda"
    r"|bank details|consent|portfolio|relieving letters?|dbs)\b"
)
WHEN_OR_TIME = re.compile(
    r"\b(?:when|what time|which (?:day|time|slot|afternoon|morning)s?|what (?:day|time|date)s?|calls?"
    r"|chat|speak|talk|meet|meeting|interview|catch[- ]?up|coffee|phone|zoom|teams|conversation|natter"
    r"|mins?|minutes|hour|diary|calendar|week|schedule|availability|times?|slots?)\b"
)
CALENDAR_LINK = re.compile(
    r"\b(?:my|our|the|dana's|[a-z]{2,12}'s) (?:calendar|diary)\b[^.?!]{0,40}(?:https?:|open|here|link)"
)
AFFIRM = re.compile(
    r"\b(?:ok|okay|all right|alright|yes|you in|u in|you on|on for it|good for it|fine|suit|suits|works?|acceptable"
    r"|agreeable|convenient|confirmed|receipt|going|attend\w{0,4}|coming|i'm in|say yes|possible"
    r"|can\s?\?|deal|game|make it|accept|decline|confirm|ack|acknowledge|yes / no|still on|manage)\b"
)
SUGGEST = re.compile(
    r"\b(?:i|we)(?:'d| would| could| might|'ll)? (?:suggest|propose|offer)\b|\bhow about\b"
    r"|\bwhat about\b|\bproposing\b|\bsuggesting\b"
)
CHOICE = re.compile(r"\b(?:which|any of|either|one of|pick|choose|preference|preferred|none of|these|those|options)\b")

SHORT_AFFIRM = re.compile(
    r"^(?:is (?:that|this) |does (?:that|this) |would (?:that|this) |and |so |all |that )?(?:ok|okay"
    r"|all right|alright|yes|on for it|good for it|fine|suit\w?|works?|acceptable|convenient|deal|game"
    r"|still on|good|can|possible)\b"
)

OFFER_PORTAL = re.compile(
    r"\b(?:accept or decline|accept/decline|respond to (?:your|the|this) offer|review (?:the |your )?"
    r"(?:document|offer|contract)|sign|countersign|acceptance)\b"
)
DAY_SUITS = re.compile(
    r"\b(?:works?|suits?|better|best|do|ok|okay|good|possible|make|prefer\w{0,4}|free|available"
    r"|convenient|easier|fine|any (?:morning|afternoon|evening|day|time))\b"
)
SAME_TIME = re.compile(r"\bsame time\b")
CONFIRM_AVAILABILITY = re.compile(r"\bconfirm(?:ing)? (?:me |us )?(?:of )?(?:your|ur) availability\b")
MUST_BE_SENT = re.compile(
    r"\b(?:must|should|need to|needs to|has to|have to|kindly) be (?:\w{1,12} ){0,4}?(?:and )?"
    r"(?:handed in|returned|submitted|sent|completed|signed|uploaded|provided)\b"
    r"|\b(?:must|should|need to|needs to|has to|have to) (?:reach|be with|arrive with|get to) (?:us|me)\b"
)
# Words of getting: what stands behind them is to come from the candidate.
OBTAINS = re.compile(
    r"\b(?:grateful|glad|happy|pleased|obliged|thankful|great|good|nice|helpful|useful|lovely|appreciate\w?|like|love"
    r"|ask(?:ing)?)\b[^.;?!]{0,24}\b(?:for|to (?:have(?! (?:an? (?:\w{1,8} )?(?:look|read|chat|call|word|talk|meeting)"
    r"|you\b))|get|receive)"
    r"|to see(?= your\b)|having|getting|receiving"
    r"|if (?:i|we) (?:could|can|may|might) (?:have|get|see))\b"
    r"|\bif you (?:sent|gave|forwarded|returned|uploaded|provided|could have)\b|^(?:please|kindly) have\b"
    r"|\b(?:make sure|ensure|see to it|see)(?: that)? (?:i|we|they|hr) (?:have|get|receive|hold)\b"
)

ASSESSMENT_OPEN = re.compile(
    r"\b(?:test|assessment|challenge|task|exercise|questionnaire|quiz|assignment"
    r"|take-?home)\b[^.!?]{0,20}\b(?:not (?:yet )?(?:been )?(?:completed|started|done|submitted"
    r"|finished)|still (?:open|pending|outstanding|incomplete)|awaits you)\b"
)

# A thing to send that our list lacks is still one, where it is to be sent to "me" and is no piece of information.
SEND_ME = re.compile(
    r"\b(?:send|forward|upload|attach|submit|return|scan|e-?mail|post|fax|ping|shoot|pop|drop|let (?:me"
    r"|us) have|get (?:me|us)|share|provide|supply)"
    r"(?: (?:me|us|it|them|back|over|through|across|along|in|also|both|dana|her|him|hr|the office)){0,3}\b"
)
INFORMATION = re.compile(
    r"\b(?:availab\w{0,6}|times?|slots?|dates?|salary|rate|notice|details|address|number|thoughts"
    r"|feedback|names?|answers?|questions?"
    r"|confirmation|reply|response|ctc|locations?|dob|birth|expectations?|links?|preferences?|update"
    r"|line|note|message|text|mail|e-?mail"
    r"|word|invite|info|information|ring|call|shout|yes|no|know|decision|idea|interest|reason|summary"
    r"|choice|diary|calendar|windows?(?! \w{3,12} (?:form|sheet))|openings?)\b"
)
TASK_SIGN = re.compile(
    r"https?:|\b(?:attach\w{0,4}|enclosed|below|link|minutes|mins|hours?|deadline|by|until|before|within"
    r"|days|portal|log ?in|complete|start|begin)\b"
)

NOT_OF_A_TIME = re.compile(
    r"\b(?:keen|interested|came up|happened|(?:call|ring|phone) (?:me|us)|answer \d|how (?:was|did"
    r"|do))\b"
)

OFFER_SIGN = re.compile(
    r"[£$€]\s?\d|\b(?:\d{2,3} ?k|(?:eur|usd|gbp|chf|inr|lpa|ngn|aud)\b|offer\w{0,2}|package|salary"
    r"|contract|terms|yours|sign\w{0,3}|accept\w{0,4}|accept or decline"
    r"|(?:have|want|take|hire) you|on board|join us|the (?:job|role|place|post|position))\b"
)
OFFER_PENDING = re.compile(
    r"\b(?:before (?:i|we|they) (?:can|send)|once (?:our|the|they|hr)|to issue your|background|checks"
    r"|conditional|screening in connection|half-typed|sends? you|has to be|go through the terms"
    r"|the offer stands|stays good|don't rush|take (?:the|your) (?:weekend|time)|comes to you|as soon as)\b"
)

HAVE_PAPERS = re.compile(
    r"\b(?:got|have you(?: got)?|do you have|would you have|is there|have) (?:an?|your|any|some|the)"
    r"(?: [\w-]{1,12}){0,2} (?:cv|resume|résumé|portfolio|samples?|references?|referees?|cover letter)\b"
    r"|\bwho (?:can|could|may) (?:we|i) (?:ring|call|ask|contact) for (?:a )?references?\b"
)
SENDS_IT_BACK = re.compile(r"\b(?:return|send|fill|complete|sign|scan|upload)\b[^.;?!]{0,20}\b(?:it|them|back)\b")
