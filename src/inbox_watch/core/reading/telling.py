"""Words that tell by when news is to be expected, though nobody says "I will": compiled patterns, no judgement.

They count only with a time beside them: "Word by Friday", "The panel meets on Tuesday to decide", "Allow us two weeks
to come back to you", "Nudge me if you've heard nothing by the 23rd". Matched as those of `promising.py` are.
"""

from __future__ import annotations

import re

# With a time beside it, these commit too: "Word by Friday", "Someone from HR rings you on Monday".
NEWS_WHEN = re.compile(
    r"(?:^|[,;:] ?)(?:(?:the|our|an?|your|final|more|with) ){0,2}(?:word|answers?|decisions?|news"
    r"|feedback|results?|more|updates?|verdict)"
    r"(?: (?:is|are|comes?|goes?|go|due|out|expected|latest)){0,3} (?:by|on|within|next|early|tomorrow"
    r"|before|mid|late)\b"
)
THEY_DO = re.compile(
    r"(?<![a-z'])(?:someone|somebody|one of us|a colleague|my colleague|our \w{2,12}|hr|the \w{2,12})"
    r"(?: (?:from|in|of) \w{1,12}){0,2} "
    r"(?:rings|calls|writes|contacts|gets in touch|sends|answers|decides|phones|e-?mails)\b"
)
YOU_GET = re.compile(
    r"\b(?:you|u) (?:get|have|receive) (?:the|an?|my|our|your|their)(?: \w{1,10}){0,2} (?:contract|offer"
    r"|answer|invite|invitation|feedback|decision"
    r"|results?|mail|e-?mail|letter|details|news)\b"
)
BE_WITH_YOU = re.compile(
    r"\b(?:it|this|that|they|everything)(?:'ll| will| should) be (?:with you|in your|over to you"
    r"|on its way)\b"
)
HOPES = re.compile(
    r"(?<![a-z'])(?:i|we)(?:'re|'m| are| am)?(?: (?:all|also|still|really))? (?:plan|planning|hope"
    r"|hoping|aim|aiming|expect|expecting|intend|intending|try|trying) to (?:have|give|get|let|tell|make"
    r"|finish|decide|send|answer|reply)\b"
    r"|(?<![a-z'])(?:i|we)(?:'ll| will)? (?:be )?(?:calling|ringing|writing to|sending|e-?mailing"
    r"|contacting) you\b|\b(?:i|we)(?:'ll| will) be (?:calling|ringing|phoning|writing|sending|e-?mailing"
    r"|contacting|letting (?:you|people|every\w{3,4}|candidates|applicants|all) (?:all )?know|telling (?:you|people"
    r"|every\w{3,4})|getting back|coming back|replying)\b"
    r"|\b(?:make|made|making) up (?:our|my|their) minds?\b"
)
# Others mean to tell something by a time: "The director wants to give feedback by Friday".
WISHES_TO_TELL = re.compile(
    r"(?<![a-z'])(?!(?:you|u|who|that|which|if|candidates|applicants)\b)[a-z]{1,15}"
    r"(?:(?: (?:also|all|both|really|still|then))? (?:wants?|would like|hopes?|plans?|aims?|intends?|expects?|needs?"
    r"|(?:is|are) (?:hoping|planning|aiming|expecting|looking|due))|(?:'s|'re) (?:hoping|planning|aiming|due)"
    r"|'d like) to "
    r"(?:(?:come|get|report) back\b(?! (?:to (?:work|the office)|from|in the office))|revert\b|respond\b|reply\b"
    r"|decide\b"
    r"|let (?:me|us|you|everyone) (?:know|have)\b|be in touch\b"
    r"|(?:make|take|reach|come to)(?: \w{1,10}){1,3}? (?:decision|choice|mind)\b"
    r"|(?:give|share|provide|send|have)(?: (?!you)\w{1,10}){0,4}? (?:feedback|answer|decision|response|reply|update"
    r"|news"
    r"|verdict|shortlist)\b(?! (?:from|on (?:your|the) (?:test|task|form)) ?(?:you)?\b))"
)
# "The client is making a decision next Wednesday."
DECIDES_WHEN = re.compile(
    r"(?<![a-z'])(?!(?:you|u|who|that|which|if|i|we)\b)[a-z]{2,15}(?: (?:is|are)|'s|'re) (?:now |all |also )?"
    r"(?:(?:making|taking) (?:a|the|their|its|his|her) (?:\w{1,10} )?(?:decision|choice)\b|deciding\b"
    r"|making up (?:their|his"
    r"|her) minds?\b|(?:coming|getting|reporting) back to (?:me|us)\b|letting (?:me|us) (?:know|have)\b"
    r"|giving (?:me|us) (?:\w{1,10} ){0,2}?(?:feedback|answer|decision|news)\b"
    r"|(?:shortlisting|finali[sz]ing (?:the|their) (?:shortlist|list|decision))\b)"
)
# "The client will look at your CV when the manager is back on Monday 8 June."
WHEN_BACK = re.compile(
    r"(?<![a-z'])(?!(?:you|u)\b)[a-z]{1,15}(?:'ll| will| shall| should| can| could|(?: am|'m| is| are|'re) going to)"
    r"(?: (?:only|then|also|probably|hopefully|all)){0,2} (?:look|review|go through|read|consider|decide|discuss"
    r"|come back"
    r"|get back|let|give|reply|respond|answer|be (?:able|in touch)|have|know|pick|speak|talk|ask|see)\b[^.;?!]{0,60}?"
    r"\b(?:when|once|after|as soon as) (?!you\b)[^.;?!]{0,40}?\b(?:back|returns?|returned)\b"
)
# "If you have not heard from us within four weeks, please consider your application unsuccessful."
LIMIT = re.compile(
    r"(?:^|[,;] ?)(?:(?:and|but) )?(?:if you(?:'ve| have)?(?: do| did| should)?(?: not|n't) (?:yet )?(?:hear|heard"
    r"|received?|been contacted)\b|should you not (?:have )?(?:hear|heard|received?|been contacted)\b"
    r"|unless you (?:hear|have heard|receive|are contacted|have been contacted)\b)[^.;?!]{0,160}?"
    r"\b(?:unsuccessful|not (?:been )?(?:successful|shortlisted|short-listed|selected|progressed|taken forward))\b"
)
# What a third party is told to do: "They said they'd come back to me by Thursday", "the panel meets on the 4th".
REPORTED = re.compile(
    r"(?<![a-z'])(?:they|he|she|the (?:client|team|manager|board|panel|company|firm|school)"
    r"|(?!(?:you|we)\b)[a-z]{2,15})(?:'ve| have"
    r"|'s| has)? "
    r"(?:said|says|told (?:me|us)|promised(?: (?:me|us))?|reckons?|assured (?:me|us)|thinks?|expects?)(?: that)? "
    r"(?:they|he|she|we|i|it|there)(?:'d| would|'ll| will| should|'d have| ought to)"
    r"(?: (?:probably|hopefully|definitely|likely))? (?:be (?:in touch|back|able to (?:let|tell|give)|a decision)"
    r"|come back|get back|let (?:me|us|you)"
    r"|have (?:a|an|some|feedback|news|the)|decide|make (?:a|their|up)|know|revert|respond|reply|answer|tell (?:me|us"
    r"|you)|give (?:me|us|you)|confirm|hear)\b"
)
MEETS = re.compile(
    r"\b(?:panel|board|committee|partners|directors|governors|trustees|shortlisting (?:panel|meeting)|hiring committee)"
    r"(?: (?:is|are)|'s) meeting (?:again )?(?:on|this|next|tomorrow|in|early|late)\b(?![^.;?!]{0,60}\b(?:you"
    r"|candidates?"
    r"|applicants?|with)\b)"
    r"|(?<![a-z'])(?:they|(?:the|our|my) (?:[\w-]{1,14} ){0,2}?(?:client|team|managers?|company|firm|school|directors?"
    r"|owners?"
    r"|partners|panel|board|committee))(?: are| is|'re|'s) (?:all )?meeting (?!you\b|up\b|with\b|(?:all |the |some "
    r"|other )"
    r"{0,2}(?:candidates?|applicants?))[^.;?!]{0,40}?\bto (?:go (?:through|over)|look (?:at|through|over)|discuss"
    r"|review"
    r"|consider|decide|shortlist|compare|talk (?:about|through|over)|choose|select|pick|make|finali[sz]e|agree)\b"
    r"(?![^.;?!]{0,40}\bwith you\b)"
    r"|\b(?:panel|board|committee|partners|directors|governors|trustees|shortlisting (?:panel|meeting)"
    r"|hiring committee)"
    r" (?:meets?|(?:is|are) meeting|(?:will|'ll) meet|sits?|convenes?)\b[^.;?!]{0,100}\b(?:bear with|(?:until|before"
    r"|after) then|after (?:that|which)|afterwards|to (?:decide|discuss|consider|review|shortlist"
    r"|make (?:a|the|its|their))|and (?:will|we'll|i'll|they'll))\b"
)
# "Neil's on holiday til Monday, so I'll not hear before then": the day stands before.
NOT_BEFORE_THEN = re.compile(
    r"(?<![a-z'])(?:i|we|you)(?:'ll not| will not| won't| do not| don't| shan't|'m not| am not|'re not| are not)"
    r" (?:expect(?:ing)? to |going to |likely to )?(?:hear|know|have|get)[^.;?!]{0,40}\b"
    r"(?:before|until|till|til) then\b"
)
CONTACTS_SOME = re.compile(
    r"\b(?:contact|notify|inform|write to|call|invite|be in touch with|get in touch with) (?:all |the |any )?"
    r"(?:shortlisted|successful|selected) (?:candidates|applicants)\b"
    r"|\b(?:shortlisted|successful|selected) (?:candidates|applicants) will be (?:contacted|notified|informed|invited"
    r"|told)\b"
)

# --- their own delay --------------------------------------------------------------------------------------------------

_LENGTH = (
    r"(?:(?:about|around|roughly|up to|at least|another|maybe|say|the next) ){0,2}(?:an?|another|few|a few"
    r"|(?:a )?couple(?: of)?|\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen)"
    r"(?: ?(?:-|to|or) ?\w{1,6})? (?:(?:more|full|further|business|working|calendar) ){0,2}"
    r"(?:days?|weeks?|fortnight|months?)\b(?!'| notice)"
)
_UNTIL = r"(?:until|till|til|to the end)\b"
_TO_SAY = (
    r"to (?:(?:be able to|fully|properly) )?(?:decide|revert|reply|respond|answer|consider|think|discuss|review"
    r"|compare"
    r"|choose|finali[sz]e|finish|shortlist|let (?:you|me|us) know|(?:get|come|report) back|go (?:through|over)"
    r"|look (?:at|through|over|into)|make (?:up|a|our|the|their|my)|reach|sort|speak (?:to|with)|see|sift|get (?:a"
    r"|the|an) (?:answer|decision|approval))\b"
)
# "Please allow us two weeks to revert", "Give us until Friday", "Allow ten working days for a reply".
_ALLOW_TIME = (
    r"(?<!to )(?<!will )(?<!you )\b(?:allow|give|grant|leave)(?: (?:me|us|them|him|her|(?:the|our|my) \w{2,12})"
    rf"(?: just)? (?:{_LENGTH}|{_UNTIL})"
    r"(?! (?:in|when|that|which|where|for (?:the|your|an?) (?:interview|visit|call|visa|test))\b)"
    rf"| {_LENGTH} (?:{_TO_SAY}|for (?:a|an|any|our|us|the|my) (?:\w{{1,10}} )?(?:reply|response|answer|decision"
    r"|feedback|review|outcome|to)\b))"
)
# "We need ten days to make up our minds", "It will take us about a week to get back to you".
_NEEDS_TIME = (
    r"(?<![a-z'])(?:i|we|they|he|she|(?:the|our|my) [\w-]{2,14}(?: [\w-]{2,14})?)(?:'ll| will| may| might| would|'d)?"
    rf"(?: (?:still|also|just|probably|likely))? (?:needs?|requires?) (?:{_LENGTH}|until|till|to the end)"
    rf"(?:[^.;?!]{{0,40}} {_TO_SAY}|(?=(?: more)?[.!,]|$))"
    r"|(?:(?<![a-z'])(?:it|this|that)(?:'ll| will| may| might| should| can|'s going to)?(?: (?:probably|usually|likely"
    rf"|normally|also)){{0,2}} takes?(?: us| me| them)? (?:{_LENGTH}|{_UNTIL})[^.;?!]{{0,40}} {_TO_SAY}"
    r"|\b(?:decisions?|shortlisting|reviews?|selection|approval|sign-?off|feedback|answers?)"
    r"(?: process)?(?:'ll| will| may| might| should| can)?(?: (?:probably|usually|likely|normally|also)){0,2} takes?"
    rf"(?: us| me| them)? (?:{_LENGTH}|{_UNTIL}))"
)
_PATIENCE = (
    rf"\bbear(?:ing)? with (?:me|us|them)(?: please)?,? (?:for )?(?:{_LENGTH}|{_UNTIL})"
    rf"|\b(?:be|stay) patient (?:for )?(?:{_LENGTH}|{_UNTIL})"
)
_NO_WORD = (
    r"(?:if|should|in case) (?:you(?:'ve| have|'d| had| do| did| should)?(?: not|n't)(?: yet)?(?: have)? (?:hear|heard"
    r"|(?:receiv\w{1,3}|had|have|got|get) (?:(?:a|an|any|our|my|the) )?(?:reply|repl\w{1,3}|answer|response|decision"
    r"|news|feedback|word|update|e-?mail|mail|call))"
    r"|you not (?:have )?(?:hear|heard)|you(?:'ve| have)? (?:hear|heard|had|got|get|receive) nothing"
    r"|(?:i|we)(?:'ve| have|'m| am|'re| are|'d| had| did| do)?(?: not|n't)(?: yet)? (?:been in touch|come back"
    r"|got(?:ten)? back|get back|be in touch|repl(?:y|ied)|written|write|answer(?:ed)?|call(?:ed)?|rung|back|responded"
    r"|respond)"
    r"|(?:i|we)(?:'ve| have| go)(?: all)? (?:gone quiet|quiet|forgotten)"
    r"|(?:there(?:'s| is)|you(?:'ve| have)) (?:still )?(?:had |got )?no (?:news|word|answer|reply|feedback|decision))"
)
_CHASE = (
    r"(?:nudge|chase|ping|prod|poke|remind|e-?mail|mail|call|ring|text|contact|write|message|give (?:me|us)"
    r"|drop (?:me|us)|shout|follow up|get in touch|get back|come back|check in|reach out|let (?:me|us) know"
    r"|ask (?:me|us|again))"
)
# "Nudge me if you've not heard by the 23rd", "If there's no news by Friday, give me a shout".
CHASE_IF = re.compile(rf"\b{_CHASE}\b[^.;?!]{{0,60}}\b{_NO_WORD}\b|\b{_NO_WORD}\b[^.;?!]{{0,80}}\b{_CHASE}\b")
TAKES_TIME = re.compile(rf"{_ALLOW_TIME}|{_NEEDS_TIME}|{_PATIENCE}")


_ONLY_WAITS = re.compile(
    rf"(?:(?:please|kindly|so|do|just|but|and|thanks|feel free to|then),? ){{0,3}}(?:{_ALLOW_TIME}|{_PATIENCE}"
    r"|(?:look|watch)(?: out)? for (?:an?|my|our) (?:reply|answer|response|e-?mail|decision|update)\b"
    rf"|{_CHASE}\b[^.;?!]{{0,60}}\b{_NO_WORD}\b|{_NO_WORD}\b[^.;?!]{{0,80}}\b{_CHASE}\b)"
)
_ASKS_TOO = re.compile(
    r"\b(?:and|but|meanwhile|in the meantime|then)(?: also)?,? (?:please |kindly )?(?:send|share|let (?:me|us) have"
    r"|confirm|tell|book|complete|fill|sign|return|provide|can you|could you|would you)\b"
)


def only_waits(low: str) -> bool:
    """Say whether a sentence of theirs wants nothing but patience, or a reminder after a while: no ask at all."""
    return _ONLY_WAITS.match(low) is not None and _ASKS_TOO.search(low) is None


def waits(low: str) -> bool:
    """Say whether a sentence of theirs tells how long to wait for them, or when to remind them."""
    return TAKES_TIME.search(low) is not None or CHASE_IF.search(low) is not None


# "It'll be Friday before we know."
_BEFORE_THEY_KNOW = re.compile(
    r"\b(?:it|that)(?:'ll| will| may| might| could| won't| will not)(?: (?:probably|likely|well))? be [^.;?!]{2,40}?"
    r" (?:before|until|till|when) (?:i|we|they|he|she|the \w{2,12})(?:'ll| will| can| could)? (?:can )?(?:know"
    r"|hear|tell|decide|have (?:a|an|any|the|news|feedback|more)|come back|get (?:back|through|to|round to)|look|say"
    r"|reply|answer|let you)\b"
)
# What they expect to hear themselves: "I'd expect to hear within a week", "They'll shortlist by Friday".
_EXPECTS = re.compile(
    r"(?<![a-z'])(?:i|we)(?:'d|'ll| would| should| will|'m|'re| am| are)?(?: (?:really|also|still|now))? (?:expect|hope"
    r"|hoping|expecting|due)(?: to (?:hear|know|have (?:heard|an answer|a decision|news|feedback|word))\b| (?:an answer"
    r"|a decision|news|feedback|word|to be told)\b)|(?<![a-z'])(?:i|we) (?:should|ought to) (?:hear|know|have (?:heard"
    r"|an answer|a decision|news|feedback|word))\b"
    r"|(?<![a-z'])(?:they|he|she|the (?:client|team|manager|board|panel|company|firm|school|committee))(?:'ll| will"
    r"|'re going to| are going to)(?: be)?(?: (?:also|then|probably|hopefully))? (?:shortlist(?:ing)?"
    r"|short-list(?:ing)?|choos(?:e|ing)|sift(?:ing)?|pick(?:ing)? (?:a|the|their|who)"
    r"|draw(?:ing)? up (?:a|the|their) shortlist)\b"
)
# "Sending the invite for next Wednesday", "the agenda for Monday's meeting": the day is that of what is sent.
OF_WHAT_IS_SENT = re.compile(
    r"\b(?:invites?|invitations?|links?|details|agendas?|schedules?|directions|instructions|address|pass(?:es|code)?"
    r"|dial-?in|tickets?|plans?|brief(?:ing)?|calls?|meetings?|interviews?|appointments?|slots?|rooms?|booking|visit"
    r"|parking|prep|preparation|questions|tasks?|programme|itinerary|info|information|bits) (?:\w{1,10} )?(?:for|of) "
    r"(?:your |the |our )?(?:\w{1,14} ){0,2}?$"
)
PLAIN_NEWS = (
    REPORTED, MEETS, CONTACTS_SOME, NOT_BEFORE_THEN, WISHES_TO_TELL, DECIDES_WHEN, WHEN_BACK, LIMIT, TAKES_TIME,
    CHASE_IF, _EXPECTS, _BEFORE_THEY_KNOW,
)  # fmt: skip
DATED_ONLY = (NEWS_WHEN, THEY_DO, YOU_GET, BE_WITH_YOU, HOPES, *PLAIN_NEWS)
