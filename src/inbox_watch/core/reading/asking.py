"""The words in which people ask for something, as compiled patterns. Data, no judgement: `asks.py` uses them.

Every pattern is matched on one sentence in lower case with plain quotes, and bounds every repetition.
"""

from __future__ import annotations

import re

# --- what may be asked for ------------------------------------------------------------------------------------------

DOCUMENT = re.compile(
    r"\b(?:cvs?|c\.v|resum[eé]s?|résumés?|curriculum vitae|referees?|work samples?|writing samples?"
    r"|code samples?|portfolio|passport"
    r"|visa|right[- ]to[- ]work|certificates?|certifications|transcripts?|pay ?slips?|salary slips?"
    r"|documents?|documentation"
    r"|paperwork|forms?|photo id|id|proof of|cover(?:ing)? letter|diploma|credentials|driving licen[cs]e"
    r"|p45|brp|share code"
    r"|aadhaar|pan card|pan|relieving letters?|experience letters?|nda|zeugnisse|bank details"
    r"|updated profile|nysc|degree"
    r"|samples? of (?:your )?(?:work|code|writing)|scans?|copy of|copies of|consent"
    r"|questionnaire attached|onboarding pack"
    r"|references?(?! (?:number|no\b|id|code|:))|names? of (?:two|2|three|your)|work permit|rtw|certs?"
    r"|mark ?sheets?|pdf|newer pieces|pieces? of (?:code|work|writing)|tickets|iban|(?:revised|updated"
    r"|latest|newer?|current|word) (?:version|profile|cv)|pieces "
    r"(?:you|of)|school report|photographs?|headshot|showreel|statement of|publications list"
    r"|list of publications|zip|score|lesson plan|abstract|new (?:hire|starter) (?:packet|pack|checklist"
    r"|form)|starter (?:checklist|form|pack)|checklist|form 16|photographs|photos?|clearance|address proof|medical"
    r"|fitness report|guarantor)\b"
)
NO_REFERENCE = re.compile(
    r"\b(?:with|in|for|by|quot\w{1,5}|as|your) (?:your )?references? (?:to|number|no\b|:)|\bfor (?:your "
    r"|future |easy )?reference\b"
)

AVAILABILITY = re.compile(
    r"\b(?:availabilit(?:y|ies)|avail\b|when (?:(?:you|u)(?:'re| are|'d be| would be| might be| will be"
    r"| r) (?:next |best |both )?(?:free|available|around|open|about|able to (?:speak|talk|chat|meet))|"
    r"(?:you|u|we) (?:can|could|might) (?:speak|talk|chat|meet|do (?:a|it)|make (?:a|it)|have (?:a|the))"
    r"|(?:is|are|would be)? ?(?:good|best|convenient)|it comes out|(?:best )?suits?|(?:best )?works?"
    r"|would (?:suit|work|be)|to (?:call|ring|phone|reach) you)\b"
    r"|(?:what|which|few|some|couple of|any|your|new|preferred|suitable|possible|good|best|convenient"
    r"|alternative|three|two|2|3|other|more|of) (?:\w{1,12} ){0,2}?(?:times|slots?|dates|windows"
    r"|mornings?|afternoons?|occasions|days)\b(?! (?:work|spent|off|ago))|(?:what|which|preferred"
    r"|suitable|good|best|convenient|alternative|other|another|new|a) (?:time|day|date)\b(?! (?:frame"
    r"|off|zone))"
    r"|(?:a|the) (?:\w{1,12} )?(?:slot|time)(?! (?:zone|frame|being|to think|line|off|limit))\b|slots?"
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

OFFER_THING = re.compile(r"\b(?:offer|package|contract|proposal|numbers|terms)\b")
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
OFFER_ANSWER = re.compile(
    r"\b(?:(?:thoughts|think|feel|decision|decided|decide|answer|feedback|questions|view|where you "
    r"(?:stand|are|land))\b.{0,40}\b(?:offer|package|contract|terms|proposal)|(?:offer|package|contract"
    r"|terms)\b.{0,60}\b(?:thoughts|decision|sign|accept|answer|what you think)"
    r"|(?:accept|sign|countersign|decline|turn down)(?:ing)?\b.{0,40}\b(?:offer|contract|letter|it|copy)"
    r"|(?:your|a) (?:decision|verdict|formal acceptance|acceptance)|accept(?:ance)? (?:in writing|by"
    r"|before)|happy to (?:accept|sign|proceed with the offer))\b"
)

# --- how it is asked ------------------------------------------------------------------------------------------------

GIVE = (
    r"send|share|forward|provide|attach|upload|e-?mail|submit|return|drop|shoot|ping|fire|pop|supply"
    r"|ship|hand|whatsapp|mail|get|give|throw|pass|scan|reply with|respond with"
)
TELL = (
    r"let (?:me|us|him|her|them|[a-z]{2,12}) (?:know|have)|confirm|tell|advise|reply|respond|get back"
    r"|come back|revert|answer|indicate|notify (?:me|us)|inform (?:me|us)|shout|specify|write (?:back|to"
    r"|me|us)|(?:message|text|call|ring"
    r"|phone) (?:me|us|or)|clarify|describe"
    r"|explain|outline|update (?:me|us)|acknowledge|state|detail|list|elaborate|comment|note down"
    r"|mention|hit reply|hit me|hmu|lmk|get in touch|give (?:me|us) a (?:call|ring|shout|buzz|bell|time)"
    r"|drop (?:me|us) a|keep me posted"
)
BOOK = r"book|grab|pick|choose|select|schedule|find|suggest|propose|offer|name|arrange|set up|set|check|use"
DO = (
    r"complete|fill|finish|take|do|sit|start|begin|attempt|solve|tackle|record|prepare|sign|countersign"
    r"|review|read|look|have a (?:look|read|go|think)|work|accept|register|log ?in|consider|try|make"
    r"|follow|click|build|write|implement|ensure|put|spend|download|go|access|open|let (?:me|us) have"
    r"|answer|carry|reproduce|translate|draft|fix|build|design|play|pull|tick|click|email|mail|switch"
    r"|push|rsvp|supply|enter|name|state|hit reply"
)
VERB = rf"(?:{GIVE}|{TELL}|{BOOK}|{DO})"

_PLEASE = (
    rf"\b(?:please|pls|plz|kindly)\b,?(?: (?:also|do|just|therefore|then|could you|can you|kindly"
    rf"|be sure to|try to|make sure (?:to|you)|ensure (?:that )?you|go ahead and|take a (?:moment|minute"
    rf"|look) (?:to|and)|help (?:me |us )?(?:to )?|quickly|always|either)){{0,3}} {VERB}\b"
)
_MODAL = (
    rf"\b(?:can|could|would|will|cld|cud|may) (?:you|u|ya|i ask (?:you|that you)|i kindly ask you)(?: "
    rf"(?:all|please|pls|plz|kindly|possibly|perhaps|maybe|also|just|then|to|be able to|be so kind as to"
    rf"|be kind enough to|quickly|both|at least|still)){{0,3}},? {VERB}\b"
)
_MIND = (
    r"\b(?:would|do) you mind (?:[a-z]{3,12}ing)\b|^mind (?:[a-z]{3,12}ing)\b|\bmind (?:sending|sharing"
    r"|confirming|dropping)\b"
)
_ABLE = (
    rf"\b(?:are you|would you be|will you be|you are|perhaps you would be) (?:able|kind enough|so kind as"
    rf"|happy|willing|ok|okay|free)? ?to {VERB}\b"
)
_WANT = (
    rf"\b(?:i|we|client|team|manager|hr|they|he|she|[a-z]{{2,12}})(?:'d|'ll| would| will|'re| are|'m| am"
    rf"|'ve|'s| has| have)?(?: (?:also|still|just|really|only|now|then|kindly|all)){{0,2}} "
    rf"(?:need|needs|require|requires|want|wants|like|love|ask|asking|asked|appreciate|request|missing"
    rf"|waiting|after|be grateful|looking)(?: (?:for|on|to (?:get|have|see|receive|request|ask(?: you)?"
    rf"|collect|obtain)))?(?: (?:from )?(?:you to {VERB}|your|an?|the|two|three|2|3|some|it|this|copies"
    rf"|copy|proof|if you|candidates to {VERB}|all candidates to {VERB}|that you {VERB}|both))\b"
)
_GREAT = (
    r"\b(?:it'd|it would|that'd|that would|would|'d|it will|it'll|might|will) (?:also |really )?be "
    r"(?:[a-z]{2,10} )?(?:great|good|helpful|lovely|useful|brilliant|ideal|super|amazing|fantastic|nice"
    r"|perfect|wonderful|awesome|cool|appreciated|best)\b(?:,? (?:if (?:you|u|we|i)\b|to (?:get|have|see"
    r"|receive|find|arrange|set|schedule)|having))"
)
_GREAT_AFTER = rf"\b(?:if|when) you (?:could|can|would)(?: (?:please|also|just|kindly|quickly|maybe)){{0,2}} {VERB}\b"
_GRATEFUL = (
    r"\b(?:appreciate|appreciated|grateful|obliged|thankful)\b(?: it)?(?: if you|,? if you)|\b(?:i'd"
    r"|we'd|would|i|we) (?:really |much |also )?appreciate (?:your|an?|the|it)\b"
)
_MUST = (
    rf"\byou(?:'ll| will| would|'d)?(?: (?:also|just|first|now|still|only|then|kindly|therefore)){{0,2}} "
    rf"(?:need|have|required|must|should|got|requested|invited|asked)(?: to)?(?: (?:also|first"
    rf"|please)){{0,2}} {VERB}\b|\byou(?:'re| are|'ve been| have been)(?: (?:also|now|kindly|therefore"
    rf"|hereby)){{0,2}} (?:required|requested|invited|asked|expected) to {VERB}\b|\b(?:i|we)(?:'d"
    rf"| would)? (?:kindly )?(?:ask|request|invite|urge|need|want|like|encourage)(?: (?:all )?"
    rf"(?:candidates|applicants|everyone))? ?(?:you|that you)? to {VERB}\b"
)
_CHANCE = (
    r"\b(?:any )?chance (?:you|of|i|we|to get)\b|\b(?:can|could|may|might) (?:i|we) (?:please |just "
    r"|also |kindly |possibly )?(?:get|have|see|ask|grab|request|trouble|take|bother|borrow)\b"
)
_IMPERATIVE = (
    r"(?:^|[;:(]\s?|\s-\s|, (?:please |just |then |and |so |can you |could you |pls )?|\bthen |\bif "
    r"(?:so|yes|ok|interested|keen|yes please),? |\bto (?:begin|start|proceed|apply|book|continue"
    r"|get started|schedule|confirm)\b[^,.;]{0,40}, ?)"
    r"(?:(?:and|then|so|also|just|next|now|please|ok|okay|great|meanwhile|plus|maybe|or|firstly|first"
    r"|secondly|finally|lastly|do|pls|simply|either),? ){0,3}"
    rf"{VERB}\b(?! (?:you|i|we|them|they)\b)"
)
_NEEDED = (
    r"\b(?:need|needed|require|required|missing|awaiting|outstanding|requesting|waiting (?:for|on)"
    r"|haven't (?:received|got|had|seen)|have not (?:received|got)|yet to receive|all (?:i|we) need"
    r"|what (?:i|we) need|chasing)\b|\b(?:please|pls|plz)\s?[!.]{0,2}$"
)
_LET_ME_KNOW = (
    r"(?<!will )(?<!'ll )(?<! to )(?<!they )(?<!has )(?<!had )(?<!did )(?<!didn't )\b(?:let|lmk)(?: "
    r"(?:me|us|dana|either of us|him|her|them|the team))? know\b|\blmk\b"
)

# Each frame with the words of which one must stand in the sentence: most sentences need no pattern at all.
FRAMES: tuple[tuple[frozenset[str], re.Pattern[str]], ...] = tuple(
    (frozenset(words.split()), re.compile(pattern))
    for words, pattern in (
        ("please pls plz kindly", _PLEASE),
        ("can could would will cld cud may", _MODAL),
        ("mind", _MIND),
        ("able happy willing ok okay free kind are", _ABLE),
        (
            "need needs require requires want wants like love ask asking asked appreciate request missing waiti"
            "ng after"
            " grateful looking",
            _WANT,
        ),
        (
            "great good helpful lovely useful brilliant ideal super amazing fantastic nice perfect wonderful aw"
            "esome cool"
            " appreciated best",
            _GREAT,
        ),
        ("if when", _GREAT_AFTER),
        ("appreciate appreciated grateful obliged thankful", _GRATEFUL),
        (
            "need have required must should got requested invited asked ask request invite urge want like encourage"
            " expected",
            _MUST,
        ),
        ("chance get have see ask grab request trouble take bother borrow", _CHANCE),
        ("let lmk", _LET_ME_KNOW),
    )
)
IMPERATIVE = re.compile(_IMPERATIVE)
LET_ME_KNOW = re.compile(_LET_ME_KNOW)
NEEDED = re.compile(_NEEDED)
GIVING = re.compile(
    rf"\b(?:{GIVE}|grab|let (?:me|us) have|(?:revert|reply|respond|come back) with|fill|complete|sign"
    rf"|need|needed|needs|require[sd]?|missing|waiting|awaiting|asked? for|asking for|see|receive|request"
    rf"|scan|want|appreciate|chasing|sending|sharing|forwarding|attaching|uploading|returning|dropping"
    rf"|prepare|enter|supply|name|naming)\b"
)
DOING = re.compile(
    rf"\b(?:{DO}|submit|send|return|give|invited|answer|need|doing|taking|completing|finishing"
    rf"|attempting)\b"
)
TELLING = re.compile(
    rf"\b(?:{TELL}|{GIVE}|name|suggest|propose|offer|pick|choose|share|send|give|provide|update"
    rf"|appreciate|know|hear)\b"
)

PLEASE_NOT = re.compile(
    r"\b(?:please|pls|kindly)(?: (?:also|do|just))? (?:find|note|see|be (?:aware|advised|assured|patient"
    r"|sure|reminded|informed)|accept (?:my|our|this (?:as|email|e-mail|message))|ignore|do not|don't"
    r"|rest|bear|excuse|forgive|keep|join|visit|refer"
    r"|remember|quote|disregard|allow|arrive|dial|enjoy|have a (?:great|good|nice|lovely)|stay|help"
    r"|reach|feel|pass on my|say|give my|check (?:out|your (?:spam|junk)|our)|follow us|add (?:us|this"
    r"|me|our)|whitelist|unsubscribe"
    r"|click here to (?:unsubscribe|view|opt)|report|ask for|wait|hold|know|treat|consider "
    r"(?:the environment|this)|continue|use (?:the|this) (?:link|code|details)[^.]{0,40}(?:join|dial"
    r"|connect|enter)|delete|contact (?:the|our) (?:help|support)|look out)\b[^.!?;]{0,200}"
)
POLITE = re.compile(
    r"\b(?:feel free|don't hesitate|do not hesitate|dont hesitate|never hesitate|without hesitation"
    r"|hesitate)\b(?! to (?:book|grab|pick|choose|select|schedule|find|reserve))[^.!?;]{0,160}"
    r"|\b(?:let (?:me|us) know|shout|give (?:me|us) a (?:shout|call|ring|bell)|reach out|get in touch"
    r"|drop (?:me|us) a (?:line|message|note|mail|email)|contact (?:me|us)|call (?:me|us)?|email (?:me"
    r"|us)?|ask|reply|ping me)(?: (?:here|back|by|at|via|on|directly|anytime|any time|at any time"
    r"|straight away|immediately|to (?:this|me|us)|know|email|mail|phone|should|asap"
    r"|right away)){0,4},? "
    r"(?:with|about|for|of|if|should|in case|whenever)(?: (?:you|there|anything|something))? ?(?:have"
    r"|had|'ve got|'ve|got|need|require|is|are|run|get stuck|hit)? ?(?:any|anything|further|questions?"
    r"|queries|concerns|problems?|issues|trouble|doubts?|changes?)\b[^.!?;]{0,120}"
    r"|\bno need (?:to|for)\b[^.!?;]{0,120}|\b(?:don't|do not|won't|will not|doesn't|does not|needn't"
    r"|dont) (?:need|have)\b[^.!?;]{0,120}|\bneedn't\b[^.!?;]{0,120}"
    r"|\b(?:don't|do not|dont|never|not) (?:reply|respond|worry|answer|send|contact|call|bother|share"
    r"|forward|rush|need)\b[^.!?;]{0,120}|\bnot (?:necessary|required|needed|obliged)\b[^.!?;]{0,100}"
    r"|\bno (?:further )?(?:action|reply|response|answer)\b[^.!?;]{0,80}|\b(?:as|like|when) (?:i|we) "
    r"(?:asked|mentioned|said|requested|discussed|wrote)\b[^.,!?;]{0,60}"
    r"|\b(?:need|needs|looking for|want|wants|seeking) (?:(?:an? |some)?(?:person|someone|somebody"
    r"|people|engineer|developer|candidate)|an? \w{3,14} (?:who|that|with))\b[^.!?;]{0,160}"
    r"|\b(?!you\b)(?:i|we|they|he|she|someone|somebody|the team|hr|[a-z]{3,12})(?:'ll| will| may| might"
    r"| would then| shall|'d then)(?: (?:also|then|probably|later|just|always|never)){0,2} (?:ask|need"
    r"|request|require|invite|contact|want)\b[^.!?;]{0,160}"
    r"|\byou(?:'ll| will| may| might)(?: (?:also|then|later|next|first)){0,2} be (?:asked|invited"
    r"|contacted|sent|given|required|requested|taken)\b[^.!?;]{0,160}"
    r"|\b(?:thanks|thank you|thx|ta|cheers|sorry)(?: \w{1,10}){0,3} for (?:your|the|all|sending|sharing"
    r"|letting|confirming|completing|getting|taking|coming|applying|providing|submitting|filling"
    r"|reaching|asking|chasing)\b[^.!?;,]{0,100}"
)
ANY_QUESTIONS = re.compile(
    r"\b(?:(?:if|should|in case) you(?: (?:do|happen to))?(?: have|'ve| have got|'ve got| had)? (?:any "
    r"|further |other |more |additional |specific )?(?:\w{1,12} )?|(?:do you have |have you got |got "
    r"|with )?any (?:\w{1,12} ){0,2}?)(?:questions?|queries|concerns|doubts|problems"
    r"|issues)\b[^.!?;]{0,120}"
)
CONDITION = re.compile(
    r"(?P<lead>\b(?:please |just |do |pls |kindly )?(?:let (?:me|us) know|lmk|shout|reach out"
    r"|get in touch|drop (?:me|us) a (?:line|note|message)|contact (?:me|us)|e-?mail (?:me|us)|call "
    r"(?:me|us)|reply|ping (?:me|us)|tell (?:me|us)|confirm) (?:here |asap |straight away |back |to "
    r"(?:me|us) )?)?"
    r"(?P<condition>\b(?:if|should|in case|unless|whether) (?:you|you're|you've|you'd|u|there|there's"
    r"|anything|anything's|something|for any|at any|any|either|none|neither|nothing|this|that|it|it's"
    r"|these|they|your|somebody|someone|anyone|circumstances|plans|things|we|i|not"
    r"|the)\b[^,.;?!]{0,140})"
    r"(?P<rest>,[^.;?!]{0,160})?"
)
CONTINGENCY = re.compile(
    r"\b(?:needs?|any|anything|prefer|rather|chang\w{1,3}|can't|cannot|can not|unable|no longer|not"
    r"|aren't|don't|isn't|doesn't|won't|haven't|problems?|further|else|feedback|help|struggl\w{1,3}"
    r"|issues?|different|reschedul\w{1,3}|cancel|clash\w{0,3}|trouble|stuck|questions?|wrong|missing"
    r"|other times?|alternative|access|require|dietary|adjustments|error|broken)\b"
)
WELCOME_CONDITION = re.compile(
    r"\b(?:if|when|once|whenever|should) (?:so\b|yes\b|not too|(?:this|that|it|these|they|the \w{1,12}"
    r"|any of \w{1,8}|either|your)(?: \w{1,12}){0,3}?(?:'s| is| does| sounds?| looks?| works?| suits?"
    r"| seems?| appeals?| would| could| might|'d|'re| are| fits?| interests?| resonates?| has changed)\b"
    r"(?! (?:not|no longer|n't|wrong|unclear|a problem|difficult))"
    r"|(?:you|u)(?:'re| are| would be|'d be| be| feel| r)? ?(?:still |also |indeed |at all |even |both "
    r"|slightly |remotely |genuinely |really )?(?:interested|keen|happy|open|up for|available|free"
    r"|comfortable|ok|okay|able|good|game|curious|in\b|around|ready|on board|tempted|willing|back)"
    r"|(?:you|u) (?:could|can(?!'t|not)|would(?! rather| prefer)|will)\b|(?:you'd|you would|you want"
    r"|you'd also|you wish|you) ?(?:like|love|want|wish)?(?: me)? to (?:proceed|hear|know|discuss|chat"
    r"|find out|learn|explore|go ahead|take|move|be put|put|apply|meet|speak|talk|continue|pursue"
    r"|progress|go forward|be considered for (?:this|the)|put|accept|submit|represent|arrange|send)\b"
    r"|you (?:don't mind|haven't (?:already|yet|done|had)|have not (?:already|yet)|haven't|like|fancy"
    r"|agree|accept|see yourself|get (?:a|the|some|5|five)|have (?:a |an )?(?:minute|moment|sec|second"
    r"|time|chance|few|updated|up-to-date|5|10|five|ten|half|space|capacity|some)|think (?:this|it|you)"
    r"|meet|tick|recogni[sz]e|do(?! not|n't)\b|did (?:already|get)))"
)
THEIR_OWN = re.compile(
    r"\b(?:can|could|may|shall|might|would it be ok(?:ay)? if|is it ok(?:ay)? if|ok if|alright if) (?:i"
    r"|we) (?:please |just |possibly |perhaps )?(?:come back|get back|circle|revert|report|check|think"
    r"|take (?:a|until|till|the)|call you back|ring you back|let you know|update you|have (?:until"
    r"|till))\b[^.!?;]{0,120}\??"
)
COURTESY = re.compile(
    r"\bhow(?:'s| is| are| r| have| has)? (?:you|u|it going|it goes|things|everything|life|your (?:week"
    r"|weekend|day|holiday|trip|morning|summer|year)|all|ya|the (?:weekend|family|new year)|are you)\b"
    r"(?! (?:fixed|placed|set|looking|for\b|find|on\b|feel|available|doing (?:for|on)))|\bhow(?:'s| was"
    r"| is) (?:your|the) (?:week|weekend|day|holidays?|trip|morning|summer|easter|christmas|break"
    r"|journey)\b(?! look)"
    r"|^(?:hope|hoping|trust|i hope|i trust|we hope)\b|\b(?:are you|you|r u) (?:well|ok|okay"
    r"|keeping well|doing well|having a (?:good|great|nice))\b\s?\?|\bdid you (?:have|get|enjoy) (?:a "
    r"|your |the )?(?:nice|good|great|home|lovely|relaxing|weekend|holiday|break)\b|^what's up\b"
)
RHETORICAL = re.compile(
    r"^(?:so,? |and |but |well,? )?(?:why (?:join|work|us|choose|not|should|me|am i|now|are (?:we|you) "
    r"(?:receiving|getting)|did you|this|acme|[a-z]{2,15}\?)|who (?:are we|we are|is behind|knows"
    r"|you are|are you|am i)|what (?:we|you(?:'ll| will| can|'d| get| bring| need|r day)|is (?:in it"
    r"|next|the catch|it like|acme)|happens|do we|are we|makes|to expect|now|next|'s next|else\?)"
    r"|what's (?:next|in it|on offer|the catch|it like|involved|new|the (?:role|job|deal)\?)"
    r"|where (?:are we|we are|will you|is the)|how (?:do we|does it work|it works|did we|we work|will it"
    r"|to)|sounds? like (?:you|a fit|your)|ready to|looking for (?:a|your|new|something|work)|want to "
    r"(?:know|learn|work|join|be|see|stop|change|get)|tired of|did you know|not (?:for you|interested"
    r"|right|what|you|sure|ready)|changed your mind|questions|any questions|need (?:help|more|to)|still "
    r"(?:have )?questions|can't (?:make|see|view)|unable|having (?:trouble|problems)"
    r"|problems?|trouble|forgot|know (?:someone|anyone|a friend)|got (?:a )?questions|new to|guess what"
    r"|right\?|ok\?|okay\?|no\?|see\b|remember\b|is this (?:email|message)|wrong|who\?|what\?|didn't"
    r"|prefer|don't|do you know (?:anyone|someone|that)|is that (?:too|not)|wondering (?:what|how)|more "
    r"(?:info|questions)|have you (?:ever|heard)|isn't|wasn't|and (?:me|us)\?)"
)
GENERIC_INTEREST = re.compile(
    r"\b(?:interested|interest|keen|thoughts|what (?:do )?you think|sounds?|let (?:me|us) know"
    r"(?: what you(?:'d| would)? (?:like|prefer|think)| if| either| your thoughts| how| please)?|open to"
    r"|up for|fancy|curious|worth|tempted|appeals?|ok with|okay with|happy (?:with|to|for)|does that "
    r"(?:work|suit|help)|make sense|get back|revert|reply|proceed|considering|go ahead|move forward"
    r"|explore|hear (?:back|your|from|what)|looking for)\b"
)
SUBSTANCE = re.compile(
    r"\b(?:notice|salary|rate|expectation|expectations|ctc|visa|sponsorship|relocat\w{1,4}|locat\w{1,4}"
    r"|commut\w{1,4}|remote|on-?site|hybrid|experience|years|right to work|based|start date|current"
    r"|eligible|clearance|earn\w{0,4}|pay|compensation|package|currently|licen[cs]e|languages?|german"
    r"|level|why|how (?:many|much|long|soon|did|would)|dietary|access|adjustments|pronoun\w{0,2}|spell"
    r"|number|phone|reason|other (?:offers|processes|interviews|applications)|worked)\b"
)
WONDER = re.compile(
    r"(?<!than )(?<!he was )(?<!she was )(?<!they were )(?<!was )(?<!you will be )(?<!you'll be )"
    r"(?<!may be )(?<!might be )(?<!you may )(?<!you might )(?<!probably )\b(?:wonder(?:ing|ed)?|curious"
    r"|interested to (?:know|hear)|like to (?:know|hear|understand|ask)|love to (?:know|hear)|keen to "
    r"(?:hear|know|understand)|want(?:ed)? to (?:ask|check|see|know|find out)|just checking|checking)"
    r"(?: \w{1,8}){0,2} (?:if|whether|what|how|when|your|which|where|why|about)\b|\b(?:love|like|keen"
    r"|great|good) to (?:hear|get) (?:your (?:thoughts|view|take|feedback)|what you|back)\b"
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
LOOSE_TIME = re.compile(r"\b(?:between|any ?time|anytime|from|after|before|sometime|some time|onwards)\b")

DEADLINE_WORDS = re.compile(
    r"(?:\bby|\bbefore|\bno later than|\bnot later than|\blatest|\buntil|\btill|\bwithin|\bdue(?: on| by"
    r"| date:?)?|\bdeadline(?: is| for \w{1,12} is|:)?|\bon or before|\bend of|\bprior to|\bahead of"
    r"|\bcloses?(?: on| at)?|\bexpires?(?: on| in| at)?|\bin the next|\bnext|\bup to|\bvalid (?:for"
    r"|until)|\bover the next|\bwithin the next|\bhave|\bgive you)\s{0,2}(?:the |of |is |on |latest "
    r"|at the latest |close of |end of |next |about |around |midday |noon |- |: ?)?$"
)
DEADLINE_ALONE = re.compile(
    r"^(?:eod|cob|eob|today|tonight|tomorrow|this (?:week|afternoon|morning|evening)|by |before |within "
    r"|no later|until |end of|(?:the )?next \d|in the next|until|till|at the latest)"
)
DEADLINE_SENTENCE = re.compile(
    r"\b(?:deadline|due|need (?:this|it|them|these|that|everything|all)|needs to be|has to be|should be "
    r"(?:done|completed|submitted|returned|with us)|please (?:return|complete|submit|send|do|finish"
    r"|have) (?:it|this|them|these|everything|all)|you(?:'ll| will)? have (?:until|till|\d|one|two|three"
    r"|five|seven|ten|a week|up to)|take (?:until|till)|link (?:expires|is valid|closes)|expires|closes"
    r"|valid (?:until|for)|open until|get (?:it|them|this) (?:to|back)|if (?:i|we) could have (?:it|them"
    r"|this)|complete (?:it|this)|submit (?:it|this|your)|at the latest|no rush but|latest)\b"
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
RESCHEDULE = re.compile(
    r"\b(?:need(?:s)? to (?:reschedule|change|cancel|move)|to (?:reschedule|cancel)|reschedule or cancel"
    r"|can't make it|(?:cancel|reschedule) (?:here|using|via|by))\b"
)
CONFIRM_MEETING = re.compile(
    r"\bconfirm\b[^.?!]{0,60}?\b(?:attendance|attend|attending|(?:you can|you're able to|you are able to"
    r"|you'll|you will|you are|able to|can) (?:make|join|attend|be there|still|available|free)|(?:this"
    r"|that|the|these|those|which)(?: \w{1,12}){0,2}? (?:time|date|day|slot|appointment|interview"
    r"|meeting|call|works?|suits?)|(?:this|that|it)(?:'s| is| still)? (?:works?|suits?|ok|okay|fine"
    r"|good)|your (?:interview|slot|place|participation|presence|appointment)|if (?:this|that"
    r"|the \w{1,12}) (?:works|suits))\b"
    r"|\b(?:let (?:me|us|the \w{1,12}|[a-z]{2,12}) know|tell (?:me|us))\b[^.?!]{0,40}? (?:(?:if|whether"
    r"|that) )?(?:you (?:can|are able to|'re able to|could|will|plan to|intend to) (?:make (?:it|that"
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
REPLY_VERB = re.compile(
    r"\b(?:let (?:me|us|him|her|them|[a-z]{2,12}) know|lmk|confirm|advise|reply|respond|get back"
    r"|come back|revert|answer|indicate|specify|clarify|describe|explain|outline|acknowledge|ack|notify|inform|tell\b"
    r"|write (?:back|me|us)|(?:message|text|call|ring|phone) (?:me|us|or)|give (?:me|us) (?:a|the|an"
    r"|your|some|any)|say (?:yes|no|yea|nay|if|whether)|saying|drop (?:me|us) a|hit (?:reply|me)|hmu"
    r"|get in touch|elaborate|update (?:me|us)|keep me posted|state|know (?:your|if|whether|what|how)"
    r"|hear (?:your|if|whether|what|from you)"
    r"|(?:share|provide|send|give|include|mention|list|have)\b.{0,50}\b(?:details|salary|rate|ctc"
    r"|expectations?|notice|address|number|thoughts|preference|dob|date of birth|information|info"
    r"|feedback|location|names?|reason|summary|examples?|idea|interest|update|view|questions|answers"
    r"|links?|github|linkedin)|your (?:thoughts|decision|confirmation|reply|response|answer|feedback"
    r"|interest|number)|if you (?:could|can) (?:confirm|reply|respond|answer|let))\b"
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
STRONG_DOCUMENT = re.compile(
    r"\b(?:cvs?|c\.v|resum[eé]s?|résumés?|curriculum vitae|referees?|references?(?! (?:number|no\b|id"
    r"|code|:))|passport|visa|right[- ]to[- ]work|certificates?|certs|transcripts?|pay ?slips?"
    r"|salary slips?|photo id|proof of|cover(?:ing)? letter|p45|share code|aadhaar|pan card|nda"
    r"|bank details|consent|portfolio|relieving letters?|dbs)\b"
)
WHEN_OR_TIME = re.compile(
    r"\b(?:when|what time|which (?:day|time|slot|afternoon|morning)s?|what (?:day|time|date)s?|calls?"
    r"|chat|speak|talk|meet|meeting|interview|catch[- ]?up|coffee|phone|zoom|teams|conversation|natter"
    r"|mins?|minutes|hour|diary|calendar|week|schedule|availability|times?|slots?)\b"
)
LINK = re.compile(r"https?://|\bhere\b|\bwww\.|\blink\b|\bbutton\b")
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
FOR_ME = re.compile(
    r"\b(?:me|us|your|yours|it|this|them|these|over|back|below|here|attached|the link|link|form)\b"
    r"|https?:"
)
FOR_ME_STRICTLY = re.compile(r"\b(?:me|us|your|yours|over|back)\b")

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
)

# In a mail that ends or pauses things, only a plain request asks; the rest is kindness ("Come to our demo day?").
STRICT_ASK = re.compile(
    r"\b(?:please|pls|kindly|can you|could you|would you|will you|are you|let me know|let us know|send"
    r"|confirm|return|need|tell me|reply|do you|may we|may i|shall i|shall we|can we|can i|when|what"
    r"|which|ok if|okay if|would it|should i)\b"
)

ASSESSMENT_OPEN = re.compile(
    r"\b(?:test|assessment|challenge|task|exercise|questionnaire|quiz|assignment"
    r"|take-?home)\b[^.!?]{0,20}\b(?:not (?:yet )?(?:been )?(?:completed|started|done|submitted"
    r"|finished)|still (?:open|pending|outstanding|incomplete)|awaits you)\b"
)

# A thing to send that has no name in our list is still one, where it is to be sent to "me" and is no piece of information.
SEND_ME = re.compile(
    r"\b(?:send|forward|upload|attach|submit|return|scan|e-?mail|post|fax|ping|shoot|pop|drop|let (?:me|us) have|get (?:me|us)|share|provide|supply)"
    r"(?: (?:me|us|it|them|back|over|through|across|along|in|also|both|dana|her|him|hr|the office)){0,3}\b"
)
INFORMATION = re.compile(
    r"\b(?:availab\w{0,6}|times?|slots?|dates?|salary|rate|notice|details|address|number|thoughts|feedback|names?|answers?|questions?"
    r"|confirmation|reply|response|ctc|locations?|dob|birth|expectations?|links?|preferences?|update|line|note|message|text|mail|e-?mail"
    r"|word|invite|info|information|ring|call|shout|yes|no|know|decision|idea|interest|reason|summary|choice|diary|calendar)\b"
)
TASK_SIGN = re.compile(
    r"https?:|\b(?:attach\w{0,4}|enclosed|below|link|minutes|mins|hours?|deadline|by|until|before|within|days|portal|log ?in|complete|start|begin)\b"
)
