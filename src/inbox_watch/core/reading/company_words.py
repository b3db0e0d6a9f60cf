"""The sentences in which a mail names the employer, as patterns; each catches the name as `company`."""

from __future__ import annotations

import re

_BODY_FOR = r"(?:(?<=Department )|(?<=Ministry )|(?<=Office )|(?<=Centre )|(?<=Institute )|(?<=Agency ))for"
NAME = (
    rf"(?P<company>[A-Z0-9][\w&.'’+-]{{0,30}}"
    rf"(?: (?:&|of|and|für|de|the|{_BODY_FOR}|[A-Z0-9][\w&.'’+-]{{0,30}})){{0,4}})"
)
"""A firm's name, or a public body's: "Department for Rural Affairs"."""
# "Phil and I would like to see you": a colleague.
_AND_I = r"[A-Z][\w'’-]{0,20}(?: [A-Z][\w'’-]{0,20})? and I\b"
LABELLED_COMPANY = re.compile(
    r"(?:^|\n)\s{0,4}(?:company|employer|client|organi[sz]ation|firm)\s?:\s{0,3}(?P<company>[^\n]{2,50})", re.IGNORECASE
)
_DID = (
    r"(?:viewed|loved|liked|asks|asked|wants|has|have|got|received|invites|invited|is|are|would"
    r"|requested|reviewed|sent|paused|chose)"
)
SUBJECT_COMPANY = (
    re.compile(
        rf"\b(?:application|applied|applying|interest|candidacy|interview|interviews|offer|opportunity"
        rf"|opportunities|role|roles|position|career|careers|job|jobs|process|working|work|hello|greetings"
        rf"|news|message|update|invitation|invite|hiring|assessment|test|submission|sent|congratulations)"
        rf"(?: \w{{1,12}}){{0,1}}? (?:to|at|with|from|by) {NAME}"
    ),
    re.compile(rf"(?:\bat|@) ?{NAME}"),
    re.compile(rf"^(?!{_AND_I}){NAME} {_DID}\b"),
    re.compile(
        rf"^(?:(?:re|aw|fwd?): ?){{0,3}}{NAME}\s?(?::|\||–|-|\+|<>|/)\s?(?:your |the |next |you're "
        rf"|interview|application|offer|update|coding|technical|invitation|we |thank|bewerbung)"
    ),
    re.compile(rf"\b(?:joining|join|[Ww]elcome to) {NAME}"),
)
# States, provinces and territories as they stand behind a town, and the larger of them as they stand alone.
_REGIONS = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA"
    "|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|AB|BC|MB|NB|NL|NS|ON|PE|QC|SK|NSW|QLD|VIC|TAS|SA|NT|ACT"
)
_STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois"
    "|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri"
    "|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma"
    "|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington"
    "|West Virginia|Wisconsin|Wyoming|Alberta|British Columbia|Manitoba|Ontario|Quebec|Saskatchewan|Nova Scotia"
    "|New South Wales|Queensland|Victoria|Tasmania|South Australia|Western Australia|Northern Territory"
)
REGION = re.compile(rf"(?:{_REGIONS}|{_STATES})(?: \d{{4,5}})?")
"""A name that is a region's and no firm's ("NV", "Texas"); to be matched in full."""
TOWN = re.compile(rf"(?P<town>[A-Z][\w.'’-]{{1,20}}(?: [A-Z][\w.'’-]{{1,20}}){{0,2}}), (?:{_REGIONS})\b")
"""A town before its region: "Reno, NV"."""
APPLIED_AT = re.compile(
    rf"\b(?:appl(?:ying|ied|ication)|your interest) (?:for|in|as)\b[^.!?:\n]{{0,90}}? (?:at|with) (?:the )?{NAME}"
)
"""Where one applied, as a receipt says it: "thank you for applying for Stores Clerk (55821) at Dunmoor Council"."""
OWN_HOUSE = re.compile(
    r"\b(?:[Ii](?:['’]m| am) (?:an?|the) (?:[\w&-]{1,16} ){0,3}?(?:[Rr]ecruiter|[Cc]onsultant|[Pp]artner|[Rr]esearcher"
    r"|[Dd]irector|[Rr]esourcer|[Hh]eadhunter)|(?:[Ii]t['’]s|[Tt]his is) [A-Z][\w'’-]{1,20}(?: [A-Z][\w'’-]{1,20})?)"
    rf" (?:at|with|from) {NAME}"
)
"""By which house an agency's recruiter introduces themselves."""
BOARD = re.compile(r"\bjobs$|^\w{0,20}(?:recruit|jobs?|hire|talent|career)\w{0,20}$", re.IGNORECASE)
"""A sender's name that is a job board's or a portal's: "Civil Jobs", "eRecruit"."""
NO_OPENING = re.compile(r"^(?:Our|My|Your|A|An)\b|\b(?:Team|HR|Talent|Recruit\w{0,6}|Careers|Hiring|Jobs)\b")
"""What opens a paragraph like a firm's name and is a team's."""
ON_SEARCH = (
    r"(?:on (?:their|its|an?|the|some|several) (?:[\w/&-]{1,16} ){0,4}?(?:search\w{0,2}|hir\w{1,4}|roles?|positions?"
    r"|vacanc\w{1,3}"
    r"|recruitment|opening)|to (?:find|fill|recruit|hire))\b"
)
_SEARCHING = (
    r"(?:(?:the|its|their|an?) )?(?:fill(?:ing)?|find(?:ing)?|hir(?:e|ing)|recruit(?:ing|ment)?|staffing|search|appoint"
    r"(?:ing|ment)?)"
)
_FIRM = (
    r"(?:company|firm|business|start-?up|scale-?up|fintech|employer|organi[sz]ation|charity|consultancy|manufacturer"
    r"|practice|brand|provider|retailer|studio|maker)"
)
# "The company is Berlin-based", "… is German": what it is like, not what it is called.
_LIKE = (
    r"(?!(?:[A-Z][\w'’.]{1,20}[ -]?){1,2}(?:based|owned|backed|led|listed|headquartered|funded)\b"
    r"|(?:\w{2,12}(?:ish|ese)|German|American|European|French|Dutch|Swiss|Italian|Indian|Austrian|Australian|Canadian"
    r"|Norwegian|Belgian|African|Asian|Series|B2B|B2C|ISO|SaaS|AI)\b(?! [A-Z]))"
)
_NAMED_PLAINLY = (
    re.compile(rf"\b(?:[Tt]he|[Mm]y|[Oo]ur) (?:client|firm|company|employer) is (?:called )?{_LIKE}{NAME}"),
    re.compile(rf"\b(?:[Tt]he|[Mm]y|[Oo]ur) (?:client|employer|company) \((?:it['’]s |it is )?{NAME}\)"),
    re.compile(rf"\b(?:shortlisted|picked|chosen) by {NAME}"),
    re.compile(
        r"\b(?:post|role|position|job|vacancy|placement|booking|contract) is (?:with|at) "
        rf"(?=[A-Z][\w'’&-]{{1,30}} (?:& )?[A-Z]){NAME}"
    ),
    re.compile(rf"\b[Aa]n? (?:[\w&-]{{1,16}} ){{0,4}}?{_FIRM} (?:called|named) {NAME}"),
    re.compile(rf"\b(?:[Ss]upport|[Aa]ssist|[Hh]elp)(?:ing)? {NAME} (?:in|with|to) {_SEARCHING}\b"),
    # "We help Engineers find a new role" names no firm.
    re.compile(
        rf"\b[Hh]elp(?:ing)? {NAME} (?:find|hire|recruit|appoint) (?:an?|the|their|its|new|more|several|two|three)\b"
        r"(?! (?:[\w-]{1,14} ){0,3}(?:jobs?|roles?|positions?|work|careers?|opportunit\w{1,3}|employment|homes?)\b)"
    ),
    re.compile(rf"\b(?:for|at|with|by|to|is) {NAME}, an? (?:[\w&/-]{{1,16}} ){{0,4}}?{_FIRM}\b"),
    re.compile(
        r"\b(?:get|got|put|send|sent|pass|passed) (?:you|your [\w ]{2,20}?) (?:over|across|through|forward|on) to "
        rf"(?=[A-Z][\w'’&-]{{1,30}} (?:& )?[A-Z]){NAME}"
    ),
)
TEXT_COMPANY = (
    *_NAMED_PLAINLY,
    # "the SNA post in Scoil Mhuire": in a house, not in a town.
    re.compile(
        r"\b(?:post|position|role|job|vacancy) in (?:the )?(?=(?:Scoil|Gaelscoil|Col[aá]iste|Kita|Klinikum) [A-Z]"
        r"|(?:[A-Z][\w'’.-]{1,20} ){1,3}(?:School|College|Hospital|Hotel|Clinic|University|Nursery|Academy|Primary)\b)"
        rf"{NAME}"
    ),
    re.compile(
        rf"\b(?:role|position|vacancy|opening|job|post|opportunity|team|process|application|interview|career"
        rf"|working|work|here|recruit(?:er|ing|ment)|hiring|talent(?: \w{{1,12}})?|engineering|everyone|us"
        rf"|offer|seat) (?:at|with|for|to|from|within) {NAME}"
    ),
    re.compile(
        rf"\b(?:applying|applied|apply|application|interest|interested|employment|join|joining|[Ww]elcome"
        rf"|future|part of|life|sent|sent over|present(?:ing|ed)? you|introduce you|put you forward|submitted"
        rf"(?: you)?|uploaded your \w{{1,10}}|pass(?:ed)? (?:it|you|this) (?:on )?) (?:to|at|with|in|for"
        rf"|us at|of)? ?{NAME}"
    ),
    re.compile(rf"\b(?:[Mm]y|[Oo]ur|[Tt]he) (?:client|customer),? (?:is |at )?{_LIKE}{NAME}"),
    re.compile(rf"\b(?:working|work|partnering|partner) (?:closely |exclusively )?with {NAME} {ON_SEARCH}"),
    re.compile(rf"\b(?:recruiting|hiring|recruit|hire|search(?:ing)?) (?:exclusively )?for {NAME}"),
    re.compile(rf"\b(?:retained|invited|engaged|instructed|briefed|requested|asked|employed) by {NAME}"),
    re.compile(rf"\b(?:brief|news|feedback|word|answer|request|offer|back|message|note|invitation) from {NAME}"),
    re.compile(
        rf"\b(?:I'm|I’m|I am|we're|we’re|we are|[Tt]his is|I lead|I run|I look after|[Pp]eople [Ll]ead"
        rf"|[Pp]artner|[Rr]ecruiter|[Tt]alent|[Mm]anager) (?:[\w ,'’]{{0,60}}? )?(?:at|from|with|for|of"
        rf"|@) {NAME}"
    ),
    re.compile(rf"\b(?:at|[Oo]n behalf of(?: everyone at)?) {NAME}"),
    re.compile(
        rf"(?:^|[.!?:,\n] |\bthat |\bsince |\band |\bbecause )(?!{_AND_I}){NAME}"
        rf" (?:would like to|(?:is|are|have|has|'re|'ve) (?:hiring|looking|growing|building|pleased|delighted"
        rf"|decided|invited|asked|received|your"
        rf"|confirmed|paused|hit|pulled|still|sent|requested|not|come|got|put)|wants? to|asked|paused|loved"
        rf"|liked|viewed|(?:hiring|recruiting|talent|people|careers) team)"
    ),
)
# A firm by its own last word: "Tiller Homes" is one, "Primary School" and "Offer Tiller Homes" are none.
ENTITY = re.compile(
    r"^(?!(?:Private|Public|Local|Leading|Large|Global|Primary|Secondary|High|National|Regional|International"
    r"|Investment|Retail"
    r"|Independent|Grammar|Special|Business|Boutique|Family|Care|Nursing|General|Teaching|City|County|The|Your|Our"
    r"|New|Renewable"
    r"|Green|Offer|Feedback|Matching|Update|Interview|Contract|Job|News|Test|Task|Call|Start|Role|Joining|About"
    r"|Application"
    r"|R[uü]ckmeldung|Angebot|Einladung|Bewerbung)\b)"
    r"[A-Z][\w&.'’+-]+(?: [A-Z&][\w&.'’+-]*){0,2} (?:Foods|Homes|Bank|GmbH|AG|Ltd|Limited|Inc|LLC|PLC|Group|Labs"
    r"|University|Hospital"
    r"|School|Trust|Council|College|Studios|Industries|Works|Airlines|Airways|Motors|Brewery|Holdings|Brothers|Werke"
    r"|Insurance|Robotics)$"
)
OPENING = re.compile(
    r"\n\n(?P<company>[A-Z][\w&.'’+-]+(?: [A-Z&][\w&.'’+-]*){1,3}) (?:would (?:like|love)|wants? (?:to"
    r"|an interview)|(?:is|are|has"
    r"|have) (?:hiring|looking"
    r"|asked|put|invited|decided|chosen|offered|sent|confirmed|paused)|liked|loved|asked|invited|offered)\b"
)
