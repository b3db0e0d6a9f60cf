"""The words with which the other side refuses a candidate, and those by which things go on, as compiled patterns.

Data for `refusing.py`. Every pattern is matched on one sentence in lower case with plain quotes, and bounds every
repetition.
"""

from __future__ import annotations

import re

PLACE = (
    r"(?:positions?|roles?|posts?|jobs?|vacanc(?:y|ies)|openings?|places?|spots?|requisitions?|search|recruitment"
    r"|internships?|apprenticeships?|berth|opportunity)"
)
_NOT = r"(?:not|never|no longer|cannot|unable|\w{1,8}n't)"
_PERSON = (
    r"(?:candidates?|applicants?|applications?|individuals?|people|persons?|finalists?|profiles?|hires?|colleagues?|one"
    r"|direction|man|woman|lad|girl|boy|lady|guy|fella|fellow|chap|lass|name|professionals?|developers?|engineers?"
    r"|teachers?)"
)
_ELSE = (
    rf"(?:(?:another|other|others|different|stronger|internal|external|preferred|existing) (?:[\w-]{{1,14}} ){{0,2}}?"
    rf"{_PERSON}"
    r"|others\b|(?:someone|somebody)(?! (?:will|to (?:call|meet|speak|answer|look)|from (?:our|the) (?:team|office)"
    r" will))"
    r"|internal\w{0,2}|from within|the other (?:one|two|finalist|person)"
    r"|(?:candidates|applicants|those|people|one|a (?:candidate|person|applicant)) (?:who|whose|with|that))\b"
)
# "we've decided to speak to other candidates first" chooses nobody yet
_GAP = r"(?:(?!speak|talk|\bsee\b|meet|interview|wait|hear|until|after|before|first|look at)[^.!?;]){0,60}?"
_CHOOSES = (
    r"(?:went|gone|goes|going|go|decided|opted|chosen|chose|select(?:ed|ing)?|choos(?:e|ing)|picked|proceed\w{0,3}"
    r"|progress\w{0,3}|mov(?:e|ed|ing)|continu\w{1,3}|settled|appointed|hir(?:ed|ing)|offered|taken|took|tak(?:e"
    r"|ing)|signed"
    r"|found|filled|advanc(?:e|ed|ing)|pursu(?:e|ed|ing)|favou?r of|preferred|promoted?|gave|given|wants?|awarded"
    r"|offer)"
)
_ON = r"(?:forward|ahead|further|on|to the next|any further|along)"
_TAKES = (
    rf"(?:mov(?:e|ing)\b[^.!?;]{{0,30}}?\b{_ON}\b|proceed\w{{0,3}}|progress\w{{0,3}}|continu\w{{1,3}}"
    rf"|tak(?:e|en|ing)\b[^.!?;]{{0,30}}?\b(?:{_ON}|you|your)\b|go(?:ing)?\b[^.!?;]{{0,12}}?\b{_ON}\b|advanc\w{{1,4}}"
    r"|select\w{0,3}|short-?list\w{0,3}|successful|chosen|choos\w{1,3}|pick\w{0,3}|hir(?:e|ed|ing)|employ(?:ing|ed)?\b"
    r"|engage you|consider(?:ed|ing|ation)?\b(?! (?:incomplete|late|other))|invit(?:e|ing|ed)\b|recommend\w{0,3}"
    r"|qualif\w{1,4}|appoint(?:ed|ing)?\b(?! (?:you |with)?at\b)|admitted"
    r"|admit|accepted|accept you|recruit\w{0,3}|pursu\w{1,3}|renew\w{0,3}|giv(?:e|ing) you the (?:job|role|position)"
    r"|(?:put|putting) you (?:forward|through)|mak(?:e|ing) you an offer"
    r"|(?:offer|offering|offered) (?:you|to you|it|this|the|your|an? (?:place|position|role|job|contract|post"
    r"|interview))"
    r"|(?:the|a|an|quite|our|their|what|right|suitable|strong|enough)\b[^.!?;]{0,25}?\b(?:right one|fit|match|choice"
    r"|right|for us"
    r"|looking for|(?:we|they|he|she|i)(?:'re| are|'s| is|'m| am)? (?:need|want|after|looking|searching)\w{0,3})"
    r"|(?:quite )?right for|a suitable|suitable for|meet (?:the|our|all)|get (?:the (?:job|role|position)|it|you)"
    r"|got (?:the|it)|made (?:it|the)|make (?:it to|the)|going to (?:work|happen)|work out|workable|(?:have|place"
    r"|use) you(?=[.,;!]|$| there| (?:any|at this))"
    r"|(?:have|got) (?:\w{1,10} ){0,2}?(?:for you|position|role|job|work|vacancy)|this time|on this occasion)"
)
REFUSES = re.compile(
    rf"\b{_CHOOSES}\b{_GAP}\b{_ELSE}"
    rf"|\b{PLACE}\b[^.!?;]{{0,50}}?\b(?:is|has|was|been|are|have|were|now|just|'s|got)\b(?: \w{{1,12}}){{0,3}}?"
    r" (?:filled|closed|cancel(?:led|ed)|withdrawn|gone|taken|no longer (?:available|open|required|needed|exists?"
    r"|being)|eliminated|scrapped|removed|off the (?:site|table|market)|cut)\b"
    rf"|\b(?:filled|cancel(?:led|ed)|closed|withdrawn|axed|scrapped|cut) (?:the|this|that|our|your|both|all)"
    rf" (?:[\w-]{{1,14}} ){{0,3}}?{PLACE}\b|\b(?:job|role|position)(?:'s| is| has) (?:gone|taken)\b"
    r"|\b(?:decided|decision|chosen|opted|best|felt it better|had) not to (?:be )?(?:\w{1,12}ly )?(?:proceed|mov|go"
    r"|tak|progress|continu|offer|hire|engage|invit|select|pursu|fill|short-?list|appoint|extend|recruit|advanc|put"
    r"|mak(?:e|ing) (?:an|you)|employ|accept|consider|interview you|renew|award)\w{0,3}\b"
    r"|\b(?:decided|voted|advised|went|ruled) (?:\w{1,12} )?(?:against|in favou?r of)\b|\bdecid(?:ed|ing) on (?:the"
    r"|an?)"
    rf" (?:[\w-]{{1,14}} ){{0,2}}?{_PERSON}\b"
    r"|\bunsuccessful(?! (?:applicants|candidates|attempt|in (?:reach|call|try)|call|to))|\brejected\b(?! (?:leave"
    r"|parts|goods))|\bis a rejection\b"
    r"|\b(?:declined|declining|turn(?:ed|ing) down|pass(?:ed|ing) over) (?:you\b|your (?!invit|offer|place)|the"
    r" (?:profile"
    r"|application|candidate)|to (?:proceed|move|take|offer|progress|interview)|further)|\bpass(?:ed|ing)? on (?:you\b"
    r"|your (?:profile|application|candidacy)|this (?:one|time))|\b(?:they|he|she|client|team|panel)(?:'ve| have|'s|"
    r" has)"
    r" passed\b(?! (?:on|your|you|the|it|this|me))"
    r"|\bturn(?:ed|ing)? you (?:down|away)\b|\bmust (?:therefore )?decline\b|\brul(?:ed|es|ing) (?:you|us|him|her)"
    r" out\b"
    r"|\b(?:it's|it is|that's|it was|(?:they|he|she|client|team|panel|partner|i|we)(?:'ve| have)? (?:said|says|say"
    r"|saying))"
    r" (?:an? )?(?:sadly |unfortunately |firm |final |definite )?no(?=[.,;!]|$| (?:from|to you|this time|i'm afraid"
    r"|sorry"
    r"|for now|in the end|after all))|\b(?:a|an? \w{1,12}) no (?:from|i'm afraid|this time)|\bno from (?:us|them|me"
    r"|the|him|her)\b"
    r"|\bwish(?:es|ing)? (?:you|u)\b[^.!?;]{0,30}?\b(?:best|luck|success\w{0,3}|well|search|future|career"
    r"|endeavou?rs?)\b"
    r"|\bbest of luck\b(?! (?:with|for|on|at|in) (?:the|your|tomorrow|monday|\w{3,6}day|it))|\bluck (?:in|with|for)"
    r" (?:the"
    r"|your) (?:\w{1,12} ){0,2}?(?:search|future|career|job hunt|hunt|endeavou?rs?|applications?|rest|next)\b|\ball"
    r" the (?:very )?best (?:with|for|in)\b"
    r"|\bevery success\b|\bgod's blessing"
    r"|\b(?:keep|kept|hold|retain|keeping|remain|have|leave)\b[^.!?;]{0,50}?\b(?:on (?:file|record|our books)|talent "
    r"(?:pool|bank|community)|in mind (?:for|should|if)|database)\b"
    r"|\b(?:future|other|further) (?:[\w-]{1,12} )?(?:opportunit\w{1,4}|openings?|vacanc\w{1,4}|roles that|positions"
    r" that|endeavou?rs)\b|\b(?:apply|applying|try|try us|reapply) (?:again|for (?:other|future))\b|\bre-?apply\b"
    r"|\b(?:better|stronger|closer|more (?:suitable|suited|relevant|closely|experienced?|qualified|seniority|senior))"
    r" (?:[\w-]{1,14} ){0,3}?(?:candidates?|match\w{0,2}|fit\w{0,3}|applicants?|suited|aligned|background|experience"
    r"|qualifications|skills|for|than you)\b|\bmore closely (?:match|align|fit|mirror)\w{0,3}\b"
    r"|\bno (?:joy|luck|match)\b(?! (?:with|so far|yet|finding|getting|reaching))"
    r"|\b(?:out of|not in|off) (?:the )?(?:running|shortlist|list|consideration|process)\b|\blost out\b"
    r"|\b(?:miss(?:ed)? out|pipped|beaten|edged out|second (?:best|choice)|runner-?up|cut-?off|below the (?:mark"
    r"|threshold|line|cut))\b"
    r"|\b(?:not the (?:news|answer|outcome)|disappoint\w{1,4}|gutted|condolences|tough decision"
    r"|(?:difficult|hard) (?:decision|choice)|don't lose heart|hard luck|heavy heart)\b"
    r"|\bchanged (?:his|her|their) minds? (?:about (?:hiring|the (?:role|job|position)))|\bappl(?:y|ied) fresh\b"
    r"|\b(?:rescind(?:ed|ing)?|withdraw|withdrawn|revoked?|cancel(?:led|ed)?|void) (?:your |the |our |this |a"
    r" )?(?:\w{1,14} )?"
    r"(?:offer|appointment|contract|letter)\b|\b(?:profile|application|candidacy) (?:stands |is |was |has been |now"
    r" )+(?:closed"
    r"|released|annulled|discarded|inactive)\b|\bthat's the (?:job|role|place)\b[^.!?;]{0,15}\b(?:gone|filled"
    r"|taken)\b|\bgot the (?:job|role|position|post)\b|\b(?:no|without) (?:job|contract|place)"
    r" (?:for you|coming)\b|\b(?:we|they|i|he|she|client|team|panel|committee)(?:'ve| have|'s| has)? (?:went|gone)"
    r" (?:for|with)"
    r" (?!the (?:date|time|\w{1,12} slot)|an? (?:date|time|call)|it\b|lunch|your)(?=[a-z])|\b(?:appointed|settled on"
    r"|gone) (?:elsewhere|an?\b|someone)|\bdecided for (?:an?|the) (?:[\w-]{1,14} )?"
    r"(?:applicant|candidate)\b|\b(?:another|different) direction\b|\bfit\b[^.!?;]{0,25}?\b(?:isn't|is not|wasn't"
    r"|was not)\b|\b(?:leave|leaving|left) (?:you )?out\b|\b(?:though|but|and|it's|it is|was) not you\b|\b(?:not"
    r"|\w{1,6}n't"
    r"|longer) needed (?:any longer|any more|anymore|after all)\b|\b(?:not|\w{1,6}n't)\b[^.!?;]{0,25}?\bin your"
    r" favou?r\b"
    r"|\bhas the (?:job|role|position|post)\b|\boffer (?:[\w-]{1,12} ){0,3}?to (?:somebody|someone|another|one of)\b"
    r"|\b(?:went|gone) with (?!the (?:date|time|\w{1,12} slot)|an? (?:date|time|call)|it\b|your)(?=[a-z])"
    r"|\bcancel(?:led|ling)? your (?:start|joining|first day|placement)\b|\byour (?:start|joining"
    r"|placement)\b[^.!?;]{0,20}?\bcancel(?:led|ed)\b|\bthe other (?:fella|fellow|chap|lass|lad|candidate|finalist"
    r"|guy|woman|man)\b[^.!?;]{0,25}?\b(?:said yes|got|accepted|has|gets)\b"
    r"|\b(?:offered|given) (?:it|the (?:\w{1,12} )?(?:job|role|position|post)) to\b|\b(?:have|had|must|need) to let"
    r" you down\b"
    r"|\bleave it (?:at this|there)\b|\bname (?:is|was|isn't|wasn't|is not|was not)\b[^.!?;]{0,30}\b(?:list|contract)\b"
    r"|\b(?:has|have|'s|'ve|was|were|is|are|been) (?:now |already |just |since )?filled\b"
    r"|\bappointed\b[^.!?;]{0,25}\b(?:someone|somebody|another)\b|\b(?:has|have|'ve) (?:picked|chosen) (?:the|an?)"
    r" (?:\w{1,14} ){0,2}?(?:finalist|candidate|applicant|person)\b"
    r"|\b(?:not|\w{1,6}n't) (?:\w{1,12} )?(?:got|have|need) (?:\w{1,12} ){0,3}?(?:position|job|role|opening|place"
    r"|vacancy)\b"
)
REFUSES_TO_TAKE = re.compile(rf"\b{_NOT}\b(?P<between>[^.!?;]{{0,30}}?)\b{_TAKES}")
A_TIME = re.compile(
    r" (?:on |at |the |for |a |an |next |this (?!time))*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today"
    r"|later"
    r"|earlier"
    r"|another|other|\d|date|time|slot|morning|afternoon|week|call)"
)
"""What follows where only a time can't be given ("we can't offer you Monday")."""
REGRETS = re.compile(
    r"\b(?:regret|sorry|sad|unhappy|pain\w{0,2})\b[^.!?;]{0,30}?\bto (?:inform|tell|say|advise|let|announce"
    r"|report)\b(?!,? (?:you )?(?:that )?(?:i(?:'m|'ll|\b)|my|[a-z]{2,12} (?:is|has) (?:ill|sick|leaving|away)))"
    r"|\bregret that (?:you|your|we|this|the (?:role|position|job))\b"
)
NOT_YET = re.compile(
    r"\b(?:yet|so far|still|until|till|before (?:friday|monday|tuesday|wednesday|thursday)|at the moment|for now"
    r"|right now|today|tomorrow)\b"
)
"""What isn't settled is refused to nobody ("we haven't selected anybody yet")."""

_APPLICATION = (
    r"(?:your (?:[\w-]{1,14} ){0,2}?(?:application|candidacy|candidature|profile)|with you\b(?! on)|you (?:any"
    r" )?(?:further"
    r"|forward|on\b(?! (?:(?:mon|tues|wednes|thurs|fri)day|the)\b)))"
)
REFUSES_PLAINLY = re.compile(
    r"\b(?:has|have|'ve|'s) (?:\w{1,12}ly )?(?:decided|chosen|opted) not to (?:be )?(?:\w{1,12}ly"
    r" )?(?:proceed\w{0,3}|mov\w{1,3}"
    rf"|tak\w{{1,3}}|progress\w{{0,3}}|continu\w{{1,3}}|pursu\w{{1,3}}|offer)\b[^.!?;]{{0,15}}?\b(?:{_APPLICATION}"
    rf"|you\b)"
    r"|\b(?:mov(?:e|ed|ing)|go(?:ing|ne)?|went|proceed\w{0,3}|progress\w{0,3}|continu\w{1,3}|advanc\w{1,3})"
    r" (?:forward |ahead "
    r"|on |further )?with (?:an? )?(?:other|another|different|internal|stronger) (?:[\w-]{1,14} ){0,2}?(?:candidates?"
    r"|applicants?|finalists?|individuals?)\b"
    rf"|\b(?:not|\w{{1,8}}n't|unable to)\b[^.!?;]{{0,20}}?\b(?:mov(?:e|ing) forward with|proceed(?:ing)? with"
    rf"|progress(?:ing)?"
    rf"|continu(?:e|ing) with|tak(?:e|ing)) {_APPLICATION}"
    r"|\byour (?:[\w-]{1,14} ){0,2}?(?:application|candidacy)\b[^.!?;]{0,30}?\b(?:was|is|been) (?:\w{1,12} ){0,1}?"
    r"(?:(?<!not been )unsuccessful|rejected|declined)\b"
    rf"|\b{PLACE}\b[^.!?;]{{0,60}}?\bfilled (?:by|with) (?:an?|the|another) (?:\w{{1,14}} )?(?:candidate|applicant)\b"
)
"""So plain that it needs no model's word; what supposes or recalls it does, see `NOT_NOW`."""
NOT_NOW = re.compile(
    r"\b(?:if|should|once|unless|whether|in case|when|until|assume|wrote|remember|last|earlier|although|though"
    r"|you've|you have"
    r"|you no longer|usually|normally|not been|hasn't|haven't|may|might|would|could|as)\b"
)

WITHDRAWN = re.compile(
    r"\b(?:you|your|request\w{0,3}|asked)\b[^.!?;]{0,50}?\b(?:withdr[ae]w\w{0,4}|declin\w{1,4}|pull(?:ed|ing)? out"
    r"|turn(?:ed|ing)? (?:it|us|this|the \w{1,12}) down|step(?:ped|ping)? (?:back|away|out)|no longer|decision (?:to"
    r"|not|against)|removed?"
    r"|deleted?|not (?:to|interested|want|wish)|against|chos(?:en|e)|accepted (?:another|an offer)|out of the)\b"
    r"|\b(?:withdrawal|withdrew|refus(?:e|ed|al)|say(?:ing)? no|said no|back(?:ed|ing) out|you(?:'re| are) (?:out"
    r"|off|staying)"
    r"|(?:taken|take|took|removed?) (?:you|your name|it|that)\b|your (?:end|mind)|rather not|put you off|understood"
    r"|stay(?:ed|ing)?|not looking|leaving us|let (?:us|them|the \w{1,14}) know)\b"
)
"""What says that the candidate left: as an answer to their own word, or after a call."""

# --- by which things go on -------------------------------------------------------------------------------------------

MEETING = r"(?:interviews?|calls?|meetings?|chat|appointment|conversation|session|slot|screening|visit|get-?together)"
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|next week|this week|this (?:morning|afternoon))"
_OFF = (
    r"(?:cancel(?:led|ling|ed|ing)?|call(?:ed|ing)? off|postpon\w{1,3}|reschedul\w{1,4}|rearrang\w{1,4}"
    r"|re-arrang\w{1,4}"
    r"|put(?:ting)? (?:off|back)|push(?:ed|ing)? back|mov(?:e|ed|ing)(?! (?:forward|on|ahead|further|you|along)\b)"
    r"|shift(?:ed|ing)?|delay(?:ed|ing)?|brought forward"
    r"|(?:not|\w{1,6}n't) (?:be )?(?:tak(?:e|ing) place|happen\w{0,3}|go(?:ing)? ahead|there|make|do|here|available"
    r"|free|able"
    r" to (?:make|attend|join|come|meet|do|see|take|hold|keep))|cannot (?:make|attend|join|come|do|keep|hold)"
    r"|fall\w{0,4}"
    r" through|unavailable|off sick|ill\b|double-?booked|clash\w{0,3})"
)
MEETING_MOVES = re.compile(
    rf"\b{_OFF}\b[^.!?;]{{0,60}}?\b(?:{MEETING}|{_DAY})\b|\b(?:{MEETING}|{_DAY})(?:'s)?\b[^.!?;]{{0,60}}?\b{_OFF}"
    rf"|\b(?:{MEETING}|{_DAY}) (?:is|has been|will be) (?:now )?off\b|\b(?:pull(?:ed|ing)?|back(?:ed|ing)?) out of"
    rf" {_DAY}\b"
    r"|\b(?:something|anything|a meeting|an emergency)(?:'s| has| have| had)?(?: just)? (?:come|came) up\b"
    r"|\b(?:find|found|suggest|propose|offer|arrange|agree on|fix|set|look for|send|need|have|send you|let you have"
    r"|give"
    r" you|pick)\b[^.!?;]{0,30}?\b(?:new|another|different|other|alternative|later|next) (?:date|time|day|slot"
    r"|appointment|week|one)s?\b|\bre-?arrange\b|\breschedul\w{1,4}\b"
)
MEETING_STANDS = re.compile(
    rf"\b(?:you(?:'ll| will|'re going to| are going to)|you would)(?: now| then| instead)? (?:be )?(?:meet\w{{0,3}}"
    rf"|see(?! (?:from|that|in|we|our|why|how|what|below|the)\b|,)|seeing|speak\w{{0,3}}|talk\w{{0,3}}|join\w{{0,3}})\b"
    rf"|(?<!n't )(?<!not )\bsee you (?:on|then|at|tomorrow|next|there|soon|{_DAY})\b"
    rf"|\b(?:forward to|happy to) (?:meet|see|speak|talk|welcom)\w{{0,3}} (?:to |with )?you\b"
    rf"|\b(?:{MEETING}|{_DAY}) (?:is|will|still)\b[^.!?;]{{0,25}}?\b(?:still on|go(?:es)? ahead|take place|stands?"
    rf"|as planned"
    r"|be (?:held|led|with|at|by))\b"
    rf"|\b(?:{MEETING})\b[^.!?;]{{0,40}}?\b(?:instead of (?:him|her|them|me)|in (?:his|her|my|their) (?:place|stead))\b"
    r"|\b(?:not|\w{1,6}n't|unable to) (?:\w{1,8} )?(?:reach|get hold of|get through to|catch) you\b|\b(?:waiting"
    r"|waited) for you\b|\b(?:expect(?:ed|ing)|missed) you (?:today|this|at|on|yesterday|in)\b"
    r"|\b(?:can|could|would|will) (?:you|he|she|\w{2,12}) (?:still )?(?:take|do|meet|see|join|come)\b[^.!?;]{0,40}?\b"
    rf"{_DAY}\b"
)
ONE_MEETING = re.compile(
    rf"\b{_DAY}(?:'s)?\b|\b(?:your|our|the) (?:[\w-]{{1,12}} ){{0,2}}?(?:interview|call|meeting|chat|appointment)\b"
)
NO_DATE = re.compile(r"\b(?:no|not|cannot|\w{1,8}n't) (?:\w{1,10} ){0,2}?(?:new|other) (?:date|time)s?\b")
NEW_DATE = re.compile(
    r"\b(?:new|another|different|other|alternative|later) (?:date|time|day|slot|appointment)s?\b|\bre-?arrange\b"
    r"|\breschedul\w{1,4}\b"
)
HOLDS = re.compile(
    r"\b(?:tak(?:e|es|en|ing)|need(?:s|ed)?|be)\b[^.!?;]{0,25}?\b(?:longer|more time|a (?:little|bit|while|few"
    r" (?:more )?"
    r"days)|another (?:week|few|couple|day))\b|\blonger than\b|\bmore (?:\w{1,12} )?(?:applications?|applicants"
    r"|candidates"
    r"|cvs|replies|interest|work) than\b|\bdelay(?:s|ed)?\b|\bbear(?:ing)? with (?:us|me|them)\b"
    rf"|\b{_NOT} (?:\w{{1,10}} )?(?:been )?(?:\w{{1,10}} )?(?:decided|made (?:a|any|our|their|the|up)|reached (?:a"
    rf"|any)|taken"
    r" (?:a|any)|come to (?:a|any)|ready|finished|done|heard|final(?:ised|ized)?|settled|concluded|there)\b"
    r"(?! to (?:not|reject))|\bno (?:final )?(?:decision|news|update|word|answer|feedback) (?:yet|so far|has|until|for"
    r" you|to (?:report|share)|from|at (?:this|the))\b|\bdecision(?:'s| is| has)(?:n't| not) (?:been )?(?:made|taken"
    r"|final)"
    r"|\bstill (?:\w{2,14}ing\b|open|in (?:the )?(?:process|running|play|discussion)|under|to (?:see|meet|interview"
    r"|come"
    r"|speak|hear|be)|(?:have|has) (?:\w{1,8} ){0,3}?to)\b|\b(?:in the )?meantime\b|\bplease (?:be|have) patien(?:ce"
    r"|t)\b|\bpatience (?:a little|until|for|while)\b|\b(?:a little|more|further|some) patience\b"
    r"|\b(?:decide|decision|know more|choose|hear|answer)\b[^.!?;]{0,30}?\b(?:by|on|until|before|after|next|later"
    rf"|at the end of) (?:this |the |next )?(?:{_DAY}|week|month|end)\b|\b(?:not|\w{{1,6}}n't)"
    rf" need\b[^.!?;]{{0,60}}?\bat this (?:point|stage)\b|\bnot forgotten\b|\bhaven't forgotten\b"
    rf"|(?<!you're )(?<!you are )(?<!that )\b{_NOT}\b(?! you\b)[^.!?;]{{0,40}}?\byet\b|\bbefore (?:(?:we|they|i|he"
    rf"|she) (?:can |will |could )?(?:decide|choose"
    rf"|make)|making"
    r" (?:a|any|our|their)|deciding)\b|\b(?:they|we|panel|team|board|committee|he|she|[a-z]{2,12})(?:'ll| will)"
    r" (?:now |all )?"
    r"(?:meet|decide|discuss|look at|review|interview|see more|take over|look after you|step in|lead|be your|fill in"
    r"|stand in)\b"
    r"|\b(?:it|that|this)(?:'ll| will) be (?:next|later|another|tomorrow|\w{3,6}day)\b|\bhoped"
    r" to\b[^.!?;]{0,40}?\bby now, but\b"
)
NEWS = re.compile(
    r"\b(?:(?:i|we|he|she|they|[a-z]{3,12})(?:'ll| will| shall|'m going to| am going to|'re going to)|(?:i|we)(?:"
    r" hope| want| aim| expect| plan)\b(?: to)?|let me)\b[^.!?;]{0,25}?\b(?:be in (?:touch|contact)|(?:get|come|be"
    r"|write|report"
    r"|revert|ring) back|back (?:to|with) you|let you (?:know|have)|writ(?:e|ing) (?:again|to you)|update you|send you"
    r"|keep you (?:posted|updated|informed|in the loop)|know more|have (?:news|an answer|a decision|more)|tell you"
    r"|propose"
    r"|rearrange|suggest|call you|ring you|confirm|arrange|contact you)\b"
    r"|\byou(?:'ll| will| should)(?: then)? (?:hear|have (?:an answer|news|our|my)|get (?:an answer|news|our|my)"
    r"|receive"
    r" (?:an|news|our|my|a new))\b"
)
"""A promise of news. "If something comes up we'll be in touch" is none, see `ONE_DAY`."""
PAUSES = re.compile(
    r"\b(?:on (?:hold|ice)|paus\w{1,3}|fr(?:ee|o)z\w{1,3}|freeze|suspend\w{0,3}|halt\w{0,3}|stop(?:ped|s)?|shelved"
    r"|parked"
    r"|standstill|put (?:off|back|aside)|not (?:hiring|recruiting)|until)\b"
)
OFFER = re.compile(r"\b(?:offer\w{0,4}|contract|package|terms)\b")
ONE_DAY = re.compile(
    r"\b(?:if|should|in case|unless|whether|when(?:ever)?|once|as soon as (?:\w{1,10} ){0,4}?(?:suitable|similar|new)"
    r"|future|another (?:role|position|job|opportunity|vacancy)|other (?:roles|positions|jobs|opportunities|vacancies)"
    r"|similar|suitable|opportunit\w{1,4}|openings?|on file|feedback|references?|shortly with feedback|next year|one"
    r" day"
    r"|in the spring|season|debrief|expenses|data|account)\b"
)
OFFERS = re.compile(
    r"\b(?:offered|offering|offer) you (?:the|a|this|our)(?: [\w-]{1,14}){0,3}? (?:post|position|role|job|contract"
    r"|place)\b"
    r"|\b(?:your|our|the) (?:written )?offer (?:stands|is (?:still )?(?:open|valid|on the table)|remains)\b"
    r"|\b(?:come to|made|reached) (?:a|your|any) decision\b"
)
MATTER_OF_COURTESY = re.compile(
    r"\b(?:feedback|on file|keep (?:you|your)|in touch|talent|newsletter|survey|experience|how (?:did|was|do) (?:we"
    r"|your|the"
    r"|you)|linkedin|connect|future|references? back|expenses|ring you|call you|talk (?:it|this) (?:over|through)"
    r"|other (?:roles|positions|jobs|openings|opportunities)|another (?:role|position|job|opening|opportunity)"
    r"|why (?:not|don't)|more detail|questions|data|delete|hear(?:ing)? (?:why|more|about))\b"
)
"""A question that a refusal may ask as well: for feedback, for leave to keep the application."""
