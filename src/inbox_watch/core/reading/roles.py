"""The role that a mail speaks of: by its subject first, then its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inbox_watch.core import shared_senders
from inbox_watch.core.reading.names import ENDS_IN_ROLE, LONGEST_READ, NO_NAMES, ROLE_HEADS, cut_sign_off
from inbox_watch.core.spelling import begins_alike, squeeze
from inbox_watch.core.types import Message

# "Scientist II" is another job than "Scientist"; one "I" alone may be the writer.
_GRADE = r"(?:II|III|IV)\b(?![\w'’-])"
_ROLE_TITLE = re.compile(
    rf"(?<![\w-])(?P<role>(?:(?:[A-Z0-9][A-Za-z0-9/+#&.’-]{{0,24}}|of|for|and|&|/|–|-"
    rf"|\(\w{{1,12}}\)) ){{0,5}}(?i:{ROLE_HEADS})\b(?: in Test\b| de [Pp]artie\b)?(?:\s?\((?:[mwfdx]/){{1,3}}"
    rf"[mwfdx]\)|,? (?:{_GRADE}|(?:I|[A-Z][A-Za-z]{{2,14}})(?= (?:at|role|position|–|-|\|))))?)"
)
_ROLE_NAMED = (
    re.compile(
        r"\b(?:for|about|regarding|re|of|in|to|on) (?:the|our|an?|your|this) (?:open |vacant |advertised "
        r"|new )?(?:role|position|post|job|vacancy|opening|opportunity) (?:of|as|for) (?:an? |the |our )?"
        r"(?P<role>[A-Z][\w/+#&.’-]{0,24}(?: [A-Za-z/+#&.’()-]{1,24}){0,5}?)(?= (?:at|with|in(?! Test\b)|based|has|and"
        r"|is|on|here|within|for)\b|[,.;:!?\n]|$)"
    ),
    re.compile(
        r"\b(?:[Tt]he|[Oo]ur|[Aa]n?|[Yy]our|[Tt]his|[Oo]ne|[Ff]or) (?P<role>[A-Z][\w/+#&.’-]{0,24}(?: "
        r"(?:[A-Z(&/][\w/+#&.’()-]{0,24}|of|for|and|in|[–-])){0,5}) (?:role|position|vacancy|opening|job"
        r"|post|opportunity|vacancies|seat)\b"
    ),
    re.compile(
        r"\b(?:apply(?:ing)?|applied|application|candidacy|interview|interviewing|considered|hired|hire) "
        r"(?:to us )?(?:for|as) (?:the |our |an? |a position as |the position of |the role of )?"
        r"(?P<role>[A-Z][\w/+#&.’-]{0,24}(?: (?:[A-Z(&/][\w/+#&.’()-]{0,24}|of|for|and|in Test|[–-])){0,5})(?= (?:at"
        r"|with|in|role|position|has|was|here|–|-|\|)\b| \(|[,.;:!?\n(–|]|$)"
    ),
)
# "Head of Analytics": the first word makes it a role. Behind a person's name it is theirs ("Ines Kim, Head of Data").
_ROLE_OF = re.compile(
    r"(?:^|[:|/–-] ?|\b(?:[Ff]or|[Aa]s|[Aa]n?|[Rr]ole of|[Hh]iring) (?:the |our "
    r"|an? )?)(?P<role>(?:[A-Z][\w-]{1,20} ){0,2}"
    r"(?:(?:Head|Director|VP|Vice President|Chief|Manager|Lead) of|(?:PA|EA|Assistant|Secretary) to(?: the| our)?)"
    r" [A-Z][\w&/-]{1,24}"
    r"(?: (?:(?:and|&) )?[A-Z][\w&/-]{1,24}){0,3})"
)
_REPLY_MARKS = re.compile(r"^(?:\s{0,3}(?:re|aw|fwd?|fw|wg)\s?:){1,5}\s{0,3}", re.IGNORECASE)
_PRONOUNS = frozenset({"i", "we", "you", "they", "he", "she", "who", "it", "i'll", "we'll", "i’ll"})
_LABELLED_ROLE = re.compile(
    r"(?:^|\n)\s{0,4}(?:job title|role|position|job|vacancy|title)\s?:\s{0,3}(?P<role>[^\n]{3,70})", re.IGNORECASE
)


def find_role(message: Message, text: str, names: frozenset[str] = frozenset()) -> str | None:
    """Return the role that the mail speaks of, by subject first, then text; None where none is named."""
    told = cut_sign_off(text, message)[0][:LONGEST_READ]
    for part in (message.subject, told):
        labelled = _LABELLED_ROLE.search(part)
        if labelled and (role := _tidy_role(labelled["role"])):
            return role
        for pattern in _ROLE_NAMED:
            match = pattern.search(part)
            role = _tidy_role(match["role"]) if match else None
            if role and role.split()[0].lower() not in names and not _is_no_trade(role, message, told):
                return _without_house(role, message, told)
        bare = _REPLY_MARKS.sub("", part) if part is message.subject else part
        if headed := _ROLE_OF.search(bare):
            return headed["role"].strip(" ,.;:!-–|/")
        if role := next(_framed(bare, _FRAMES, message, told, names), None):
            return role
        for match in _ROLE_TITLE.finditer(part):
            if part is not message.subject and _OF_ANOTHER.search(part[max(0, match.start() - 60) : match.start()]):
                continue
            if (role := _tidy_role(match["role"])) and (" " in role or part is message.subject):
                return _without_house(_with_small_words(role, match, part), message, told)
    return next(_in_small_letters(message, told, names), None)


def _framed(
    text: str, frames: tuple[re.Pattern[str], ...], message: Message, told: str, names: frozenset[str]
) -> Iterator[str]:
    """Yield what stands where a sentence names a job ("the Glazier job at"), whatever the trade; no firm and no day."""
    for frame in frames:
        for match in frame.finditer(text):
            titled = _OPEN.sub("", match["role"])
            role = _tidy_role(titled) or (titled if ", " in titled else None)  # "Associate, Banking & Finance"
            role = role and _LOOSE_END.sub("", role)
            if not role or _OPEN.fullmatch(f"{role.lower()} ") or role.split()[0].lower() in names:
                continue
            if not (_NO_TRADE.search(role) or _is_no_trade(role, message, told)):
                yield role


def _is_no_trade(role: str, message: Message, told: str) -> bool:
    """Say whether what stands like a role is the firm's name ("the Kestrel Foods vacancy")."""
    return not ENDS_IN_ROLE.search(role) and _is_house(role, message, told)


def _in_small_letters(message: Message, told: str, names: frozenset[str]) -> Iterator[str]:
    """Yield roles in small letters, of which a text must say more to show that they are some."""
    for pattern in (_IN_SMALL, _WANTED):
        if (found := pattern.search(told)) and (role := _tidy_role(_OPEN.sub("", found["role"]))):
            yield role
    subject = _REPLY_MARKS.sub("", message.subject[:300])
    for part in (subject, told):
        yield from _framed(part, _SMALL_FRAMES, message, told, names)


def _with_small_words(role: str, match: re.Match[str], part: str) -> str:
    """Return a role in small letters with the words before it that begin a subject: "visitor assistant"."""
    before = _SMALL_BEFORE.search(_REPLY_MARKS.sub("", part[: match.start("role")]))
    return f"{before.group()}{role}" if before and role == match["role"] and role.islower() else role


_SMALL_BEFORE = re.compile(
    r"^(?:(?!(?:your|the|our|my|a|an|this|for|as|re|new|next|first|interview|application|apply|job|from|with|to)\b)"
    r"[a-z][a-z/-]{2,15} ){1,2}$"
)


def _without_house(role: str, message: Message, told: str) -> str:
    """Return a role without the firm before it: "Voltiq / SRE", where Voltiq writes."""
    house, slash, rest = role.partition(" / ")
    return rest if slash and len(rest) > 1 and _is_house(house, message, told) else role


def _is_house(name: str, message: Message, told: str) -> bool:
    """Say whether a name is the firm's with which the mail is exchanged, or one at which one works."""
    own = squeeze(name)
    every = [*((message.sender,) if message.sender else ()), *message.to[:3]]
    labels = [shared_senders.domain_of(one.address).partition(".")[0] for one in every]
    if any(begins_alike(own, squeeze(one)) for one in (*labels, *(one.name for one in every))):
        return True
    return (
        re.search(rf"\b(?:at|with|from|join|joining|@|to|in|near)(?: the)? {re.escape(name)}(?![\w'’])", told)
        is not None
    )


_LOOSE_END = re.compile(r"(?: (?:of|for|and|de|in|&)){1,3}$")
_TITLED = (
    r"(?P<role>[A-Z][\w/+#&’-]{1,24}(?: (?:[A-Z0-9&][\w/+#&’-]{0,24}|of|and|de)){0,4}"
    rf"(?:, [A-Z]\w{{2,20}} & [A-Z]\w{{2,20}})?)(?! (?:[a-z]{{2,15}} )?(?:{ROLE_HEADS})\b)"
)
_SMALL_WORD = (
    r"(?!(?:that|the|of|to|in|which|and|or|for|with|is|was|we|you|not|a|an|as|on|at|by|from)\b)[a-z][a-z/’-]{2,20}"
)
_SMALL = rf"(?P<role>{_SMALL_WORD}(?: {_SMALL_WORD}){{0,2}})"
_POST = r"(?:role|position|post|job|vacancy|opening|opportunity)"
_APPLIES = (
    r"(?:apply(?:ing)?|applied|application|candidacy|candidature|considered|consideration|interview(?:ed)?|hired?"
    r"|(?:selection |recruitment )?process|assessment|test|exam|challenge|take-home|offer letter|contract|referees"
    r"|references|(?:short|long)list(?:ed)?|put forward|represent (?:me|you)(?: exclusively)?)"
)
_SEEKS = (
    r"(?:looking for|hiring|recruiting(?: for)?|seeking|searching for|search for|after|needs?"
    r"|needing|on the lookout for)"
)
# "the post of Potter", "the Potter job", "my application for Potter", "we need a Potter", "as our Potter".
_FRAMES = (
    re.compile(rf"\b(?:{_POST}|appointment|offer) (?:of|as) (?:an? |the |our )?{_TITLED}"),
    re.compile(rf"^{_TITLED} (?:role|position|post|job|vacancy|opening|gig)\b"),
    re.compile(rf"\b(?:[Tt]he|[Oo]ur|[Aa]n?|[Yy]our|[Tt]his|[Mm]y) {_TITLED} (?:{_POST}s?|vacancies|gig)\b"),
    re.compile(rf"\b(?i:{_APPLIES}) (?:for|as) (?:an? |the |our )?{_TITLED}(?! [A-Z])"),
    re.compile(rf"\b{_SEEKS} (?:an?|our|another|the next|their next|your next) (?:new |next |future )?{_TITLED}"),
    re.compile(rf"\b(?:be|become|becoming|joining us as|you as|as) our (?:new |next )?{_TITLED}"),
)
_SMALL_FRAMES = (
    re.compile(
        rf"^(?:the |our |your |an? )?{_SMALL} (?:role|position|post|job|vacancy)s?(?=$| (?:at|in|with)\b"
        rf"|[ ,;:!?(–-]{{1,3}}$)"
    ),
    *(
        re.compile(rf"\b(?:{whose}) {_SMALL} (?:{post})(?: (?:at|in|with|that|which|you|we|is|has|still)\b|[,.;:!?\n])")
        for whose, post in (
            ("[Tt]he|[Oo]ur|[Yy]our|[Tt]his|[Mm]y|[Aa]n?", "post|job|vacancy"),
            ("[Tt]he|[Oo]ur|[Yy]our|[Tt]his|[Mm]y", "role|position"),
        )
    ),
    re.compile(
        rf"\b(?:position|post|job|role|vacancy) (?:of|as)(?: an?)? {_SMALL}(?= (?:at|in|with|for|from|on|is"
        rf"|has)\b|[,.;:!?\n])"
    ),
    re.compile(
        rf"\b(?:apply(?:ing)?|applied|application|considered|hired|hire you|start(?:ing)?|join us) (?:for"
        rf"|as) (?:an?|the|your|our) {_SMALL}(?= (?:at|in|with|from|on)\b|[,.;:!?\n])"
    ),
    re.compile(
        rf"\b{_SEEKS} (?:an?|another|our next) {_SMALL}(?= (?:who|that|to (?:join|start|work|help|run|cover)"
        rf"|(?:for|in|at|on) (?:our|my|the)|\d{{1,2}} ?h)\b)"
    ),
    re.compile(rf"\b{_SEEKS} (?:an?|another|our next) (?P<role>(?:[a-z][a-z/’-]{{2,20}} ){{0,3}}(?:{ROLE_HEADS}))\b"),
)
# What is said of any job, and makes none: "the same job at", "a new position in".
_OPEN = re.compile(
    r"^(?:(?:new|open|vacant|current|same|right|next|first|last|second|other|another|above|advertised|permanent"
    r"|temporary"
    r"|temp|(?:full|part|fixed)[ -](?:time|term)|fulltime|parttime|casual|seasonal|weekend|contract|remote"
    r"|hybrid|onsite"
    r"|on-site|entry-level|paid|unpaid|great|good|better|best|perfect|ideal|dream|exciting|interesting|similar"
    r"|different"
    r"|particular|specific|suitable|relevant|exact|actual|old|previous|former|said|following|whole|live|local"
    r"|proper|real"
    r"|nice|lovely|fantastic|wonderful|experienced|qualified|skilled|talented|reliable|keen|recent|latest|key|main|only"
    r"|potential|possible|online|(?:one|two|three|four|five)(?:-year|-month)?|regular|steady|urgent|immediate"
    r"|additional"
    r"|extra|various|several|internal|external|selected|chosen|respective|mentioned|posted|preferred|desired|unique"
    r"|amazing|excellent|brilliant|brand-new|early|initial|final|job|day|this|that|your|our|my|the|an?)[ -]){1,5}"
)
# Words that stand in such frames and name no trade: "our decision about the post", "need a hand".
_NO_TRADE = re.compile(
    r"(?i)^(?:\w{1,3}|(?:(?:interview|phone|video|zoom|call|chat|meeting|test|assessment|offer|reference"
    r"|references|referees"
    r"|decision|update|feedback|answer|reply|email|mail|form|copy|cv|resume|letter|contract|application"
    r"|applications|job"
    r"|role|position|post|vacancy|opening|opportunity|team|company|client|candidate|candidates|person|people|somebody"
    r"|someone|anybody|colleague|friend|member|hand|lot|few|bit|couple|place|date|day|time|slot|week|month|year"
    r"|start|end"
    r"|home|house|flat|room|car|visa|permit|sponsorship|licence|license|degree|background|experience|skills?|career"
    r"|salary|rate|budget|list|website|site|portal|link|details|description|advert|listing|number|reason|reasons|change"
    r"|challenge|future|hiring|recruitment|recruiting|process|search|stage|round|step|steps|full-time|part-time|friday"
    r"|monday|tuesday|wednesday|thursday|saturday|sunday|fit|match|way|thing|things|idea|look|word|name|address"
    r"|permanent"
    r"|temporary|remote|hybrid|senior|junior|mid-level|graduate|lead|replacement|solution|response|confirmation"
    r"|deadline"
    r"|kind|sort|type|same|other|one|work|employment|everyone|further|more|instead|so|it|us|me|you|them|this|that|which"
    r"|london|dublin|paris|berlin|amsterdam|english|german|french|dutch|spanish|italian)[ ,.-]?)+)$"
)
# Whose title it is: that of somebody whom one will meet, or to whom one would report; not the job's.
_OF_ANOTHER = re.compile(
    r"(?:\b(?:[Mm]eet(?:ing)?|[Ww]ith|[Rr]eport(?:s|ing)? to|[Ss]peak to|[Ii]ntroduce you to|[Ss]ee|[Ff]rom"
    r"|[Bb]y|[Aa]nd)"
    r" (?:(?:our|the|my|their|your|its) |(?:[A-Z][\w'’.-]{1,20} ){1,3}?[A-Z][\w'’-]{1,20} ?[,(–-] ?(?:our |the )?))$"
)


# "looking for experienced Med-Surg RNs": of several people one is the role.
_WANTED = re.compile(
    r"\b(?<!always )(?:looking for|hiring|recruiting|seeking|searching for|chasing|(?:need|want)(?:s|ing)?"
    r"|on the lookout for)"
    r"(?: (?:more|several|some|two|three|four|five|a few|\d{1,3}|experienced|qualified|skilled|good|additional|extra)"
    r"){0,3} (?P<role>(?:(?!(?:new|our|your|their|other|all|the|and|to|for|of|as|with|in)\b)[\w/&-]{2,20} ){0,3}"
    rf"(?i:{ROLE_HEADS}))s\b"
)


# "for the part time sales associate position": a role in small letters, where no other is named.
_IN_SMALL = re.compile(
    rf"\b(?:[Ff]or|[Aa]bout|[Ii]n|[Tt]o) (?:the|our|an?|this) (?:(?:new|open|vacant|current|part[ -]time|full[ -]time"
    rf"|permanent|temporary) ){{0,2}}(?P<role>(?:[a-z][a-z/&-]{{1,20}} ){{0,3}}(?:{ROLE_HEADS}))"
    r" (?:role|position|vacancy|opening|job|post)\b"
)


_NOT_ROLE = re.compile(
    r"^(?!technical (?:officer|manager|lead|director|specialist|coordinator|associate|head|executive|owner)$)"
    r"(?:(?:hi|dear|hello|re|fwd?|the|your|our|a|an|talent|technical|recruitment|hiring|hr|people"
    r"|senior|internal|principal|global|lead|ta)[ :]+){0,6}(?:recruiter|partner|manager|consultant"
    r"|acquisition \w+|lead|head|associate|director|agent|owner|lead|representative|executive|team"
    r"|coordinator|officer|specialist|practitioner|agreement)$",
    re.IGNORECASE,
)
_ROLE_LEAD = re.compile(
    r"^(?:(?:re|aw|fwd?|application|your|my|his|her|another|interview|update|the|for|and|an?(?! Grade )|our|of"
    r"|new|open|at|&|/|–|-"
    r"|thank you|hi|dear|hello|role|position|job|in|on|as|with|about|need|urgent|hiring|assessment|offer"
    r"|invitation|reference|ref)\b:? ?|[A-Z]{0,4}-?\d{3,10}\b[ :–-]{0,3}){1,8}",
    re.IGNORECASE,
)
_ROLE_CUT = re.compile(
    r"\s[|–—:]{1,2}\s|\s-\s|\n|\s{3,}|\. | \(?(?:at|@|with|in(?! Test\b)|based|ref\b|job id|req)\b|, |\s?\("
    r"(?:[mwfdx]/){1,3}[mwfdx]\)|\s?\((?:all|any) \w+\)"
)


def _tidy_role(role: str) -> str | None:
    pieces = [
        piece.strip(" ,.;:!-–|/\"'&") for piece in _ROLE_CUT.split(role.strip().rpartition(" for ")[2]) if piece.strip()
    ]
    best = next((piece for piece in pieces if ENDS_IN_ROLE.search(piece)), pieces[0] if pieces else "")
    tidy = _ROLE_LEAD.sub("", best).strip(" ,.;:!-–|/\"'&")
    if len(tidy) < 3 or len(tidy) > 70 or _NOT_ROLE.match(tidy) or tidy.lower() in NO_NAMES:
        return None
    if tidy.split()[0].lower() in _PRONOUNS:
        return None
    return tidy
