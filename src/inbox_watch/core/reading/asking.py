"""The words in which people ask for something, as compiled patterns. Data, no judgement: `asks.py` uses them.

Every pattern is matched on one sentence in lower case with plain quotes, and bounds every repetition.
"""

from __future__ import annotations

import re

# --- how it is asked ------------------------------------------------------------------------------------------------

GIVE = (
    r"resend|re-send|send|share|forward|provide|attach|upload|e-?mail|submit|return|drop|shoot|ping|fire|pop|supply"
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
    r"update (?:your|the)|add (?:your|the|an?)|complete|fill|finish|take|do|sit|start|begin|attempt"
    r"|solve|tackle|record|prepare|sign|countersign"
    r"|review|read|look|have a (?:look|read|go|think)|work|accept|register|log ?in|consider|try|make"
    r"|follow|click|build|write|implement|ensure|put|spend|download|go|access|open|let (?:me|us) have"
    r"|answer|carry|reproduce|translate|draft|fix|build|design|play|pull|tick|click|email|mail|switch"
    r"|push|rsvp|supply|enter|name|state|hit reply"
)
VERB = rf"(?:{GIVE}|{TELL}|{BOOK}|{DO})"

_PLEASE = (
    rf"\b(?:please|pls|plz|kindly)\b,?(?: (?:also|do|just|therefore|then|could you|can you|kindly"
    rf"|be sure to|try to|make sure (?:to|you)|ensure (?:that )?you|go ahead and|take a (?:moment|minute"
    rf"|look) (?:to|and)|help (?:me |us )?(?:to )?|quickly|always|either|bring(?: in)? or)){{0,3}} {VERB}\b"
)
_MODAL = (
    rf"\b(?:can|could|would|will|cld|cud|may) (?:you|ye|u|ya|i ask (?:you|that you)|i kindly ask you)(?: "
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
    r"|\b(?:i'd|we'd|(?:i|we) would) (?:also )?be (?:very |most |really )?(?:grateful|glad|obliged|happy|pleased"
    r"|thankful) "
    r"(?:for (?:your|an?|two|three|some|cop)|(?:if (?:i|we) (?:could|can|may|might)|to) (?:have|get|see"
    r"|receive) (?:your"
    r"|an?(?! (?:\w{1,8} )?(?:look|read|chat|call|word|talk|meeting)\b)|two|three|some|cop))"
    r"|\b(?:it'd|it would|it will) (?:also |really )?be [a-z]{2,10} (?:to have|having) (?:your|an?|two|three|some)\b"
)
_SURE = (
    r"^(?:please |kindly |also |and |so |could you |can you ){0,3}(?:make sure|ensure|see to it)(?: that)? (?:i|we"
    r"|they|hr) "
    r"(?:have|get|receive|hold)\b|^(?:please|kindly) have (?:your|the|all|both) [^.;?!]{2,50}? (?:with|to|over) (?:us"
    r"|me|hr)\b"
)
_TIME_TO = (
    r"\byou(?:'ll| will)? (?:still |then )?have (?:\d{1,3}|one|two|three|four|five|seven|ten|fourteen|a) (?:\w{1,8} )?"
    rf"(?:hours?|days?|weeks?) to {VERB}\b"
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
    r"|what (?:i|we) need|don't have (?:your|any|the)|thing missing|chasing)\b|\b(?:please|pls|plz)\s?[!.]{0,2}$"
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
        ("appreciate appreciated grateful obliged thankful glad happy pleased having have", _GRATEFUL),
        ("sure ensure see have", _SURE),
        ("have", _TIME_TO),
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
    rf"\b(?:{GIVE}|update (?:your|the)|add (?:your|the)|grab|let (?:me|us) have|(?:revert|reply|respond"
    rf"|come back) with|fill|complete|sign"
    rf"|need|needed|needs|require[sd]?|missing|waiting|awaiting|asked? for|asking for|see|receive|request"
    rf"|scan|want|appreciate|chasing|sending|sharing|forwarding|attaching|uploading|returning|dropping"
    rf"|prepare|enter|supply|name|naming)\b"
)
DOING = re.compile(
    rf"\b(?:{DO}|submit|send|return|give|hand|invited|answer|need|doing|taking|completing|finishing"
    rf"|attempting)\b"
)
TELLING = re.compile(
    rf"\b(?:{TELL}|{GIVE}|name|suggest|propose|offer|pick|choose|share|send|give|provide|update"
    rf"|appreciate|know|hear|need)\b"
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
    r"|dont) (?:need|have to)\b[^.!?;]{0,120}|\bneedn't\b[^.!?;]{0,120}"
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
# "They said they'd let me know next week": a third party is to tell the writer.
TOLD_TO_ME = re.compile(
    r"(?<![a-z'])(?:they|he|she|client|manager|team|panel|board)(?:'d| would|'ll| will| should)"
    r" (?:let (?:me|us) know|tell (?:me|us)|(?:come|get) back to (?:me|us))\b"
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
    r"^(?:so,? |and |but |well,? )?(?:(?:can|could|would) you believe|why (?:join|work|us|choose|not|should|me|am i"
    r"|now|are (?:we|you) "
    r"(?:receiving|getting)|did you (?:get|receive)|this|acme|[a-z]{2,15}\?)|who (?:are we|we are|is behind|knows"
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
# Questions that a writer asks in order to answer them: of the firm ("Why did we build this?"), of what comes.
OWN_QUESTION = re.compile(
    r"^(?:so,? |and |but |well,? |now,? )?(?:(?:when|as|after|before|since) [^,?]{3,60}, )?(?:"
    r"(?:why|who|what|how|where)(?: (?:exactly|else|kind of \w{1,12}|sort of \w{1,12}))?(?: (?:do|did|does|are|is|was"
    r"|were|have|has|had"
    r"|am|makes?|made|drives?|sets?|keeps?|brought)|'s|'re)\b(?!.{0,80}\b(?:you|your)\b).{0,120}\b(?:we|us|our|i|my"
    r"|this|that|it"
    r"|next|different|special|mean)\b"
    r"|(?:what|how)(?:'s| is| does| do| are| will| happens| comes| would| can)? ?(?:next|happens|comes|now|then"
    r"|the next step|it works"
    r"|it work|this work|that work|it all work|that mean|this mean|long will (?:it|this|that|the)|to expect"
    r"|to (?:apply|join))\b"
    r"|what (?:can|will|would|do|should) you (?:expect|find|get|learn|gain)\b(?!.{0,40}\b(?:salary|pay|earn|rate)\b)"
    r"|(?:what(?:'s| is) in it|what do we offer|why (?:should|would|choose|join|work|now|us|me|[a-z]{2,20}\?))"
    r"|the (?:result|reason|catch|best part|good news|upshot|answer|solution|outcome|secret|best thing)\b"
    r")"
)
ANSWERS_ITSELF = re.compile(
    r"^(?:because\b|simple\b|easy\b|the answer\b|it's (?:simple|easy)|quite simply|in short|so that\b)"
)
SUBSTANCE = re.compile(
    r"\b(?:notice|salary|rate|expectation|expectations|ctc|visa|sponsorship|relocat\w{1,4}|locat\w{1,4}"
    r"|commut\w{1,4}|remote|on-?site|hybrid|experience|years|right to work|based|start date|current"
    r"|eligible|clearance|earn\w{0,4}|pay|compensation|package|currently|licen[cs]e|languages?|german"
    r"|level|why|how (?:many|much|long|soon|did|would)|dietary|access|adjustments|pronoun\w{0,2}|spell"
    r"|are you (?:good|ok|okay|fine|happy|comfortable|alright|all right) (?:with|to work|working|doing)"
    r" (?:nights?|weekends?|shifts?|earlies|lates|overtime|evenings?|sundays?|saturdays|rotas?|heights|travel\w{0,5}"
    r"|driving|lifting)"
    r"|number|phone|reason|other (?:offers|processes|interviews|applications)|worked)\b"
)
# What one candidate is asked of themselves, beside a test or papers.
PERSONAL = re.compile(
    r"\b(?:salary|pay|notice period|notice|(?:day )?rate|ctc|expectations?|relocat\w{1,4}|visa|sponsorship|licen[cs]e"
    r"|start(?:ing)? date|(?:when|how soon|earliest)\b[^.;?!]{0,30}\b(?:start|begin|join)|reachable"
    r"|(?:phone|telephone|mobile) number|address|date of birth|commut\w{1,4}|dietary)\b"
)
WONDER = re.compile(
    r"(?<!than )(?<!he was )(?<!she was )(?<!they were )(?<!was )(?<!you will be )(?<!you'll be )"
    r"(?<!may be )(?<!might be )(?<!you may )(?<!you might )(?<!probably )\b(?:wonder(?:ing|ed)?|curious"
    r"|interested to (?:know|hear)|like to (?:know|hear|understand|ask)|love to (?:know|hear)|keen to "
    r"(?:hear|know|understand)|want(?:ed)? to (?:ask|check|see|know|find out)|need to (?:know|hear|understand)"
    r"|just checking|checking)"
    r"(?: \w{1,8}){0,2} (?:if|whether|what|how|when|your|which|where|why|about)\b|\b(?:love|like|keen"
    r"|great|good) to (?:hear|get) (?:your (?:thoughts|view|take|feedback)|what you|back)\b"
    r"|(?:'d|\bwould) be (?:very )?(?:glad|happy|pleased|interested|curious|grateful) to (?:hear|get|know"
    r"|have) (?:your (?:\w{1,10} )?"
    r"(?:thoughts|views?|take|feedback|opinion|impressions?)|what you)\b"
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
    r"|no(?:t)? later|until |end of|(?:the )?next \d|(?:in|over|during) the (?:next|coming)|until|till"
    r"|(?:at the )?latest|on or before|prior to|ahead of|up to|deadline)"
)
DEADLINE_SENTENCE = re.compile(
    r"\b(?:deadline|due|need (?:this|it|them|these|that|everything|all)|needs to be|has to be|should be "
    r"(?:done|completed|submitted|returned|with us)|please (?:return|complete|submit|send|do|finish"
    r"|take|have|hand in|solve|answer) (?:it|this|them|these|everything|all)|you(?:'ll| will)? have (?:until|till|\d"
    r"|one|two|three"
    r"|five|seven|ten|a week|up to)|take (?:until|till)|link (?:expires|is valid|closes)|expires|closes"
    r"|(?:(?:happy|willing|prepared|content|able) to (?:wait|hold on)|(?:hold|keep) (?:it|this|the (?:offer|post|job"
    r"|role"
    r"|place|position))(?: open| free)?)(?: for you)? (?:until|till|til)"
    r"|valid (?:until|for)|open until|get (?:it|them|this) (?:to|back)|if (?:i|we) could have (?:it|them"
    r"|this)|complete (?:it|this)|submit (?:it|this|your)|at the latest|no rush but"
    r"|latest (?:by |on |is )?(?:\d|mon|tue|wed|thu|fri|sat|sun|tomorrow|today|next|this)\w{0,7})\b"
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
# Sentences that only say by when an answer is wanted: "I'd need to know by Friday".
ANSWER_WANTED = re.compile(
    r"\b(?:need(?:s|ed)? (?:to know|to hear|your (?:answer|reply|response|decision|feedback)|an? (?:answer|reply"
    r"|response"
    r"|decision))|let (?:me|us) know|please (?:answer|reply|respond)|(?:get|come) back to (?:me|us)|tell (?:me|us)"
    r"|hear from you|(?:answers?|reply|replies|response|decision|feedback) (?:should|must|needs? to|has to"
    r"|would need to|is"
    r"|are) (?:reach|be with|arrive|needed|required|due|expected)"
    r"|(?:could|can|would|may|might) (?:you|i|we) (?:please |kindly )?(?:answer|reply|respond|have your (?:answer|reply"
    r"|decision)))\b"
)
LINK = re.compile(r"https?://|\bhere\b|\bwww\.|\blink\b|\bbutton\b")
FOR_ME = re.compile(
    r"\b(?:me|us|your|yours|it|this|them|these|over|back|below|here|attached|the link|link|form)\b"
    r"|https?:"
)
FOR_ME_STRICTLY = re.compile(r"\b(?:me|us|your|yours|over|back)\b")

# In a mail that ends or pauses things, only a plain request asks; the rest is kindness ("Come to our demo day?").
STRICT_ASK = re.compile(
    r"\b(?:please|pls|kindly|can you|could you|would you|will you|are you|let me know|let us know|send"
    r"|confirm|return|need|tell me|reply|do you|may we|may i|shall i|shall we|can we|can i|when|what"
    r"|which|ok if|okay if|would it|should i)\b"
)
