"""What no person wrote for this mail: banners, meeting blocks, footers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from inbox_watch.core.types import ZoneKind
from inbox_watch.core.zones.lines import Line
from inbox_watch.core.zones.quotes import is_reply_marker
from inbox_watch.core.zones.sieve import Search, searcher

_BANNER = re.compile(
    r"^\W{0,4}(?:(?:\[?external\]?(?: e-?mail| sender| message| mail)?|caution|warning|attention|achtung"
    r"|warnung|vorsicht|extern(?:e e-?mail)?)\W{0,4}(?:$|[:!\-–]"
    r".{0,120}\b(?:originat|outside|external|extern|außerhalb|ausserhalb|unknown sender)"
    r"|.{0,60}\b(?:originat\w{1,4} (?:from )?outside|from an external))"
    r"|this (?:e-?mail|message) (?:originated|was sent|came|comes) from (?:outside|an external)"
    r"|you don'?t often (?:get|receive) e-?mail from|sie erhalten nicht (?:häufig|oft) e-?mails? von"
    r"|some people who received this message don'?t often"
    r"|vous ne recevez pas souvent|power up your productivity with microsoft|diese e-?mail (?:kommt"
    r"|stammt) von (?:außerhalb|extern))",
    re.IGNORECASE,
)
_BANNER_SENTENCE = re.compile(
    r"\b(?:do not click|don'?t click|recogni[sz]e the sender|know the content is safe"
    r"|learn why this is important|keine links|links oder anhänge|"
    r"outside (?:of )?(?:the |your |our )?(?:organi[sz]ation|company|network)|erfahren sie, warum"
    r"|opening attachments|be careful)\b",
    re.IGNORECASE,
)
_AUTOMATIC = re.compile(
    r"(?:do not|don'?t|please do not|cannot) (?:reply|respond)(?: directly)? to this|(?:replies|responses"
    r"|answers) to this (?:e-?mail|message|address)"
    r"|(?:this|it) is an? (?:auto(?:matic(?:ally)?|mated)(?:[- ]generated)?|system[- ]generated"
    r"|no-?reply) (?:e-?mail|message|notification|response|reply)"
    r"|(?:was|is|been) (?:automatically generated|generated automatically|sent automatically|auto-?generated)"
    r"|(?:mailbox|inbox|address|e-?mail) (?:is not|isn'?t) (?:monitored|checked)|unmonitored (?:mailbox|inbox"
    r"|address|e-?mail)|this is a no-?reply"
    r"|(?:antworten sie (?:bitte )?nicht|nicht) auf diese (?:e-?mail|nachricht)(?: antworten)?"
    r"|automatisch (?:erstellt|generiert|erzeugt|versendet)"
    r"|merci de ne pas (?:répondre|y répondre)|ne pas répondre à (?:ce|cet)|message automatique|(?:généré"
    r"|envoyé) automatiquement"
    r"|no responda a este|mensaje automático|por favor,? no responda|non rispondere a questa"
    r"|messaggio automatico|não responda a este|mensagem automática"
    r"|niet (?:te )?(?:beantwoorden|antwoorden) op deze|automatisch gegenereerd|svara inte på|svar ikke på"
    r"|ikke svar på|älä vastaa tähän"
    r"|nie odpowiadaj na|wiadomość wygenerowana automatycznie"
    r"|neodpovídejte na|не отвечайте на это|このメールに返信|请勿回复|請勿回覆",
    re.IGNORECASE,
)
_MEETING_START = re.compile(
    r"^\W{0,3}(?:microsoft teams(?: meeting| need help|-besprechung|-vergadering)?\b|join (?:the "
    r"|our )?(?:microsoft teams|zoom|teams|webex|google meet|video) ?(?:meeting|call)?"
    r"|join (?:zoom )?meeting\b|join on your computer|join the meeting now|an der besprechung teilnehmen"
    r"|nehmen sie .{0,40}an der besprechung teil|rejoindre la réunion|participer à la réunion"
    r"|join with google meet|join from the meeting link|unirse a la reunión|reunión de microsoft teams"
    r"|réunion microsoft teams|riunione di microsoft teams)",
    re.IGNORECASE,
)
_MEETING_LINE = re.compile(
    r"(?:nehmen sie .{0,60}\bteil\b|teilnehmen|besprechungsoptionen|rejoindre|cliquez ici pour|options de réunion|"
    r"meeting (?:id|options|number|link)|pass ?code|kenncode|besprechungs-?id|id de (?:la )?(?:réunion"
    r"|reunión)|code secret|código|conference id|telefonkonferenz-?id"
    r"|dial[- ]in|dial by|call in|one tap mobile|find (?:a |your )?local number|local numbers"
    r"|reset (?:dial-in )?pin|for organi[sz]ers|need help\?|download teams|join on the web"
    r"|join on (?:a )?video|join (?:on|by|from|with)|video conferencing|vtc|tenant key|video id|sip:|learn more"
    r"|learn how|phone conference|or call|privacy and security|system reference"
    r"|https?://|teams\.|zoom\.us|webex|meet\.google|more phone numbers|more joining options"
    r"|^\W{0,3}\+?[\d(][\d ()#,.*\-]{5,}|^[_\-]{5,}$|^\W{0,3}pin\b|click here to join|hier klicken|toll|us \()",
    re.IGNORECASE,
)
_RULE = re.compile(r"^(?:__|[_\-=*~#]{3,})$")
_FOOTER = re.compile(
    r"\bunsubscribe\b|\bopt[- ]out\b|\babmelde(?:n|link)\b|\babbestellen\b|désabonn|désinscri|\bdarse de baja\b"
    r"|cancelar (?:la |tu |su )?(?:suscripción|inscrição)|disiscriv|uitschrijven|afmelden voor"
    r"|avregistrera|afmeld|отписаться|退订|配信停止|wypisz"
    r"|you(?:'re| are)? (?:are )?(?:receiving|received|getting|got) this (?:e-?mail|message|mail|newsletter"
    r"|notification)|you have received this (?:e-?mail|message) because"
    r"|sie erhalten diese (?:e-?mail|nachricht|mail),? (?:weil|da)|vous recevez (?:cet|ce) "
    r"|recibe este (?:correo|mensaje)|(?:ricevi|ha ricevuto) questa (?:e-?mail|mail) perché"
    r"|this (?:e-?mail|message|mail|notification) (?:was|is|has been) (?:sent|intended|delivered) (?:to|by|for"
    r"|from)\b|this message was sent to"
    r"|(?:e-?mail|message|communication|mail|transmission|information|attachments?|contents?"
    r"|files?)\b.{0,160}\b(?:confidential|privileged|legally protected)"
    r"|\bintended (?:recipient|solely|only for|exclusively)|\bsolely for the (?:use|intended|addressee|person)"
    r"|named addressee"
    r"|^\W{0,4}(?:confidentiality|disclaimer|confidential|legal notice|privacy notice"
    r"|data protection(?: notice)?|vertraulichkeit\w{0,12}|datenschutz(?:hinweis\w{0,2})?"
    r"|avis de confidentialité|aviso (?:legal|de confidencialidad))\b\W{0,3}(?:notice|notification|statement|$)?"
    r"|(?:diese|der inhalt dieser|die in dieser) (?:e-?mail|nachricht|mail)\b.{0,120}vertraulich"
    r"|vertrauliche (?:und/oder )?.{0,40}informationen|nicht der (?:richtige|beabsichtigte"
    r"|vorgesehene) (?:adressat|empfänger)"
    r"|ce (?:message|courriel|mail)\b.{0,120}confidentiel|informations? confidentielles?"
    r"|destinataire\(?s?\)? (?:exclusif|prévu)|à l'usage exclusif"
    r"|este (?:mensaje|correo|e-?mail)\b.{0,160}confidencial|(?:questo|presente) (?:messaggio"
    r"|e-?mail)\b.{0,160}(?:riservat|confidenzial)|informazioni contenute in quest\w.{0,100}"
    r"|esta mensagem\b.{0,160}confidencia"
    r"|(?:dit|deze) (?:bericht|e-?mail)\b.{0,160}vertrouwelijk|detta (?:meddelande"
    r"|e-?post)\b.{0,120}konfidentiell|denne (?:e-?mail|e-?post)\b.{0,120}(?:fortrolig|konfidensiell)"
    r"|wiadomość\b.{0,120}poufn|tato (?:zpráva|e-?mail)\b.{0,120}důvěrn|конфиденциальн"
    r"|(?:scanned|checked|screened) (?:for|by) .{0,40}(?:virus|antivirus|malware|mailscanner|messagelabs|avast"
    r"|avg|norton)|virus-?free|virenfrei|auf viren geprüft|antivirus|avast\.com"
    r"|consider the environment|think before (?:you )?print|before printing this|drucken sie diese"
    r"|umwelt .{0,40}druck|pensez à l'environnement|imprimer (?:ce|cet)|antes de imprimir"
    r"|registered (?:in|office|company)\b|company (?:registration|reg)\b|\bcompany (?:no|number)\b"
    r"|registration (?:no|number)\b|\bhandelsregister\b|\bamtsgericht\b|\bregistergericht\b"
    r"|\bgeschäftsführ(?:er|ung|erin)\b|\bhrb ?\d|\bust-?id|\bvat (?:no|number|reg|id)|\bsiret\b|\bsiren\b"
    r"|\brcs [a-zé-]{3,20} (?:b )?\d{3}|\bcapital (?:social )?de\b|sitz der gesellschaft|\bkvk\b|\bp\. ?iva\b"
    r"|partita iva|aufsichtsrat|vorstand:"
    r"|view (?:this |in |it )?(?:e-?mail |online|in (?:your )?browser)|im browser (?:ansehen|anzeigen)"
    r"|voir (?:ce|cet) .{0,20}navigateur|ver en (?:el |tu )?navegador"
    r"|(?:manage|update|change|edit) (?:your )?(?:e-?mail |notification |subscription "
    r"|communication )?(?:preferences|settings|subscription|notifications)"
    r"|all rights reserved|alle rechte vorbehalten|tous droits réservés|^\W{0,3}(?:©|\(c\)|copyright) ?\d{0,4}"
    r"|\bgdpr\b.{0,120}\b(?:process|personal data|stor|retain|rights)"
    r"|process(?:ing)? (?:of )?your personal data|personenbezogene(?:n|r)? daten"
    r"|données (?:à caractère )?personnelles|datos personales|dati personali|d\. ?lgs|rodo\b"
    r"|^\W{0,3}[\w.-]{2,40} mail(?:ing )?list\b|mailman/|list ?info\b|list maintainer|to post to this (?:list"
    r"|group)|yahoo! groups (?:sponsor|is subject)|(?:e-?mail|group|message|list) is sponsored by|powered by\b"
    r"|sent (?:via|with|by) (?:greenhouse|lever|workable|ashby|smartrecruiters|teamtailor|personio|recruitee"
    r"|bamboohr|jobvite|icims|workday)"
    r"|privacy (?:policy|statement)|datenschutzerklärung|politique de confidentialité|terms (?:of (?:use"
    r"|service)|and conditions)|informativa sulla privacy|add us to your address book|please (?:delete"
    r"|destroy) (?:it|this|the)\b.{0,60}(?:e-?mail|message|immediately|copies)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\?(?:\s|$)|\b(?:could you|can you|would you|are you (?:available|free|interested|able)|let me know"
    r"|let us know|please (?:send|confirm|complete|reply|choose|book|select|sign|fill|share|provide|submit"
    r"|read and)|könnten sie|können sie|bitte (?:senden|bestätigen|schicken)|pourriez-vous|pouvez-vous|podría)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]+(?:\s|$)")

AUTOMATIC_NEEDLES = (
    " to this", "auto", "system", "reply", "generated", "checked", "monitored", " auf diese ", "automatisch ",
    "merci de ne pas ", "ne pas répondre", "message automatique", " automatiquement", "no responda",
    "mensaje automático", "rispondere a questa", "messaggio automatico", "não responda", "mensagem automática",
    "antwoorden", "svara inte", "svar ikke på", "ikke svar på", "vastaa tähän", "nie odpowiadaj",
    "wiadomość wygenerowana", "neodpovídejte", "не отвечайте", "このメール", "请勿回复", "請勿回覆",
)  # fmt: skip
"""Whatever `_AUTOMATIC` matches holds one of these, in lower case."""

FOOTER_NEEDLES = (
    "unsubscribe", "opt-out", "opt out", "abmelde", "abbestellen", "désabonn", "désinscri", "darse de baja",
    "cancelar ", "disiscriv", "uitschrijven", "afmeld", "avregistrera", "отписаться", "退订", "配信停止", "wypisz",
    "receiving this", "received this", "getting this", "got this", "sie erhalten diese ", "vous recevez ce",
    "recibe este ", " questa ", "sent ", "intended ", "delivered ", "confidential", "privileged", "legally protected",
    "solely for the ", "named addressee", "disclaimer", "legal notice", "privacy notice", "data protection",
    "vertraulich", "datenschutz", "confidentialité", "aviso ", "nicht der ", "confidentiel", "destinataire",
    "à l'usage exclusif", "confidencial", "riservat", "confidenzial", "informazioni contenute", "confidencia",
    "vertrouwelijk", "konfidentiell", "fortrolig", "konfidensiell", "poufn", "důvěrn", "конфиденциальн", "scanned",
    "checked", "screened", "virus", "virenfrei", "auf viren", "avast.com", "consider the environment",
    "think before ", "before printing", "drucken sie diese", "umwelt ", "l'environnement", "imprimer ",
    "antes de imprimir", "registered in", "registered office", "registered company", "company reg", "company n",
    "registration n", "handelsregister", "amtsgericht", "registergericht", "geschäftsführ", "hrb", "ust-id", "ustid",
    "vat n", "vat reg", "vat id", "siret", "siren", "rcs ", "capital de", "capital social de",
    "sitz der gesellschaft", "kvk", "p. iva", "p.iva", "p iva", "piva", "partita iva", "aufsichtsrat", "vorstand:",
    "online", "browser", "view email", "view e-mail", "view this e", "view in e", "view it e", "navigateur",
    "navegador", "preferences", "settings", "subscription", "notifications", "all rights reserved",
    "alle rechte vorbehalten", "tous droits", "©", "(c)", "copyright", "gdpr", "your personal data",
    "personenbezogene", "personnelles", "datos personales", "dati personali", "lgs", "rodo", "mail list", "maillist",
    "mailing list", "mailinglist", "mailman/", "listinfo", "list info", "list maintainer", "to post to this ",
    "yahoo! groups ", "is sponsored by", "powered by", "privacy policy", "privacy statement", "terms of ",
    "terms and conditions", "informativa sulla", "address book", "please delete", "please destroy",
)  # fmt: skip
"""Whatever `_FOOTER` matches holds one of these, in lower case."""


@dataclass(frozen=True, slots=True)
class _Searches:
    automatic: Search
    footer: Search


def _searches(lines: Sequence[Line]) -> _Searches:
    text = " ".join([line.text for line in lines])
    return _Searches(searcher(_AUTOMATIC, AUTOMATIC_NEEDLES, text), searcher(_FOOTER, FOOTER_NEEDLES, text))


def paragraphs(lines: Sequence[Line], free: Sequence[bool]) -> list[range]:
    """Return the runs of lines that are neither empty nor taken already."""
    runs = []
    start = -1
    for number in range(len(lines) + 1):
        inside = number < len(lines) and free[number] and not lines[number].is_blank
        if inside and start < 0:
            start = number
        elif not inside and start >= 0:
            runs.append(range(start, number))
            start = -1
    return runs


def mark_boilerplate(lines: Sequence[Line], kinds: list[ZoneKind]) -> None:
    """Set the kind of every new line that is a banner, a meeting block or a footer."""
    find = _searches(lines)
    for run in paragraphs(lines, [kind is ZoneKind.NEW for kind in kinds]):
        _mark_automatic(lines, run, kinds, find.automatic)
    _mark_meetings(lines, kinds)
    is_last = True
    for run in reversed(paragraphs(lines, [kind is ZoneKind.NEW for kind in kinds])):
        _mark_footer(lines, run, kinds, is_last, find.footer)
        is_last = (is_last or _is_before_quote(lines, run, kinds)) and (
            kinds[run.start] is ZoneKind.FOOTER or _is_slight(lines, run)
        )
    _mark_ruled_footer(lines, kinds)
    _mark_after_footer(lines, kinds)


def _mark_after_footer(lines: Sequence[Line], kinds: list[ZoneKind]) -> None:
    """Mark the next paragraphs of a long legal notice that stands below a mail's text."""
    has_text = in_notice = False
    for run in paragraphs(lines, [kind is not ZoneKind.QUOTED for kind in kinds]):
        text = _joined(lines, run)
        if run.start and kinds[run.start - 1] is ZoneKind.QUOTED:
            has_text = in_notice = False
        if kinds[run[-1]] is ZoneKind.FOOTER:
            in_notice = has_text and len(text) > 100 and _is_surely_footer(text)
        elif kinds[run.start] is ZoneKind.NEW and in_notice and not _ASKS.search(text) and not _POSTSCRIPT.match(text):
            _set(run, ZoneKind.FOOTER, kinds)
        else:
            has_text, in_notice = True, False


_POSTSCRIPT = re.compile(r"^p\.? ?s\b", re.IGNORECASE)


def _joined(lines: Sequence[Line], run: range) -> str:
    return " ".join(lines[number].text for number in run[:12])[:1500]


def _set(run: range, kind: ZoneKind, kinds: list[ZoneKind]) -> None:
    for number in run:
        kinds[number] = kind


def _mark_automatic(lines: Sequence[Line], run: range, kinds: list[ZoneKind], find: Search) -> None:
    text = _joined(lines, run)
    if len(run) <= 6 and len(text) < 700 and _BANNER.match(text) and _is_all_banner(text):
        _set(run, ZoneKind.AUTOMATIC, kinds)
        return
    if len(run) <= 5 and len(text) < 500 and find(text) and not _says_more(text):
        _set(run, ZoneKind.AUTOMATIC, kinds)
        return
    for number in run:
        line = lines[number].text
        if is_reply_marker(line) or (len(line) < 300 and _is_automatic_line(line, find)):
            kinds[number] = ZoneKind.AUTOMATIC


def _is_automatic_line(line: str, find: Search) -> bool:
    if _BANNER.match(line):
        return _is_all_banner(line)
    # a wrapped line may be the middle of a sentence: only whole sentences are taken one by one
    return bool(line[:1].isupper() and line.endswith((".", "!")) and find(line)) and not _says_more(line)


def _is_all_banner(text: str) -> bool:
    return len(_sentences(text)) <= 2 or bool(_BANNER_SENTENCE.search(text) and not _ASKS.search(text))


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE_END.split(text) if len(sentence.split()) > 1]


def _says_more(text: str) -> bool:
    """Say whether a paragraph holds a sentence beside the automatic one that could matter."""
    others = [sentence for sentence in _sentences(text) if not _AUTOMATIC.search(sentence)]
    return len(others) > 1 or bool(_ASKS.search(text))


def _mark_meetings(lines: Sequence[Line], kinds: list[ZoneKind]) -> None:
    inside = False
    for number, line in enumerate(lines):
        if kinds[number] is not ZoneKind.NEW:
            inside = False
        elif line.is_blank:
            continue
        elif len(line.text) < 120 and _MEETING_START.match(line.text) and not _ASKS.search(line.text):
            inside = True
            kinds[number] = ZoneKind.AUTOMATIC
        elif inside and _MEETING_LINE.search(line.text[:300]) and not _ASKS.search(line.text.replace("Need help?", "")):
            kinds[number] = ZoneKind.AUTOMATIC
        else:
            inside = False


def _is_slight(lines: Sequence[Line], run: range) -> bool:
    """Say whether a paragraph may stand between footers or below one: a name, an address, a telephone number."""
    return len(run) <= 8 and all(
        len(lines[number].text) < 70 and not lines[number].text.endswith("?") for number in run
    )


def _is_before_quote(lines: Sequence[Line], run: range, kinds: Sequence[ZoneKind]) -> bool:
    below = next(
        (number for number in range(run.stop, min(run.stop + 4, len(lines))) if not lines[number].is_blank), None
    )
    return below is not None and kinds[below] is ZoneKind.QUOTED


def _mark_footer(lines: Sequence[Line], run: range, kinds: list[ZoneKind], is_last: bool, find: Search) -> None:
    """Mark a paragraph from the sentence on that is a footer's.

    Weak words ("privacy policy") count only where no text follows, or on a short line.
    """
    for number in run:
        text = " ".join(lines[position].text for position in range(number, min(number + 2, run.stop)))[:1200]
        found = find(text)
        if found is None or found.start() > len(lines[number].text):
            continue
        start = _sentence_start(lines, run, number)
        is_sure = _is_surely_footer(text)
        is_short = len(run) <= 2 and len(text.split()) <= 8
        asks = "?" in text[found.end() :] or (_ASKS.search(_joined(lines, range(start, run.stop))) and not is_sure)
        if (asks and not (is_sure and _is_below_rule(lines, run, number))) or not (is_sure or is_last or is_short):
            continue
        _set(range(start, run.stop), ZoneKind.FOOTER, kinds)
        return


_SURE = re.compile(
    r"unsubscribe|opt[- ]out|intended recipient|received this|receiving this|privileged|confidential"
    r"|vertraulich|confidentiel|abmelden"
    r"|confidencial|riservat|vertrouwelijk|fortrolig|poufn|конфиденциальн|mailman/|sponsored by",
    re.IGNORECASE,
)


def _is_below_rule(lines: Sequence[Line], run: range, number: int) -> bool:
    """Say whether a rule parts the line from the mail above: what a legal notice asks there, nobody asks."""
    return number > run.start and _RULE.match(lines[number - 1].text) is not None


def _is_surely_footer(text: str) -> bool:
    return bool(_SURE.search(text))


def _sentence_start(lines: Sequence[Line], run: range, number: int) -> int:
    while number > run.start:
        above = lines[number - 1].text
        if len(above) < 50 or above.endswith((".", "!", "?", ":", ",")):
            break
        number -= 1
    return number


def _mark_ruled_footer(lines: Sequence[Line], kinds: list[ZoneKind]) -> None:
    """Mark the rule above a footer as footer too."""
    below = ZoneKind.NEW
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        if line.is_blank:
            continue
        if kinds[number] is ZoneKind.NEW and below in (ZoneKind.FOOTER, ZoneKind.AUTOMATIC) and _RULE.match(line.text):
            kinds[number] = below
        below = kinds[number]
