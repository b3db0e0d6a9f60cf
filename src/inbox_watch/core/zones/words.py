"""The words by which mail programs, in many languages, mark what is quoted, signed or added by machine. Data only."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split("|"))


HEADER_LABELS: dict[str, str] = {
    word: kind
    for kind, words in {
        "from": (
            "from|von|de|da|van|från|fra|lähettäjä|od|от"
            "|от кого|від|від кого|差出人|送信者|发件人|寄件者|寄件人|發件人|보낸 사람|보낸사람"
            "|kimden|gönderen|feladó|από|expéditeur|mittente|remitente|remetente|afzender|avsändare|afsender"
            "|avsender|nadawca|odesílatel|odosielateľ|de la|expeditor|מאת|من|absender|pošiljatelj|šalje"
            "|från avsändare|message de"
        ),
        "date": (
            "sent|date|gesendet|gesendet am|datum|envoyé|envoyé le|date d'envoi|enviado|enviado el|enviada em"
            "|enviado em|fecha|data|inviato|verzonden|skickat|skickades|sendt|dato|lähetetty|päivämäärä|päiväys"
            "|wysłano|wysłane|data wysłania|odesláno|odoslané"
            "|отправлено|дата|надіслано|送信日時|日付|发送时间|日期|寄件日期|發送時間"
            "|보낸 날짜|날짜|gönderildi|tarih|elküldve|dátum|εστάλη|στάλθηκε|ημερομηνία|trimis|נשלח|תאריך|التاريخ"
            "|poslano|datum odeslání|sendedatum|message du"
        ),
        "to": (
            "to|an|à|a|para|aan|till|til|vastaanottaja|do|komu"
            "|pro|кому|宛先|收件人|收件者|받는 사람|받는사람|kime|címzett|προς"
            "|către|destinataire|destinatario|destinatário|empfänger|ontvanger|mottagare|modtager|mottaker"
            "|adresat|אל|إلى|prima|za"
        ),
        "cc": (
            "cc|bcc|kopie|kopia|kopi|copie|copie à|cci|copia|cópia|копия|抄送|副本|참조|bilgi|másolat|kopie (cc)|dw"
            "|csak"
        ),
        "subject": (
            "subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|aihe|temat|předmět|predmet|тема|件名"
            "|主题|主旨|主題|제목|konu|tárgy|θέμα|subiect|sujet|zadeva|naslov|נושא|الموضوع|re"
        ),
        "other": (
            "reply-to|antwort an|répondre à|responder a|importance|priorität|wichtigkeit|attachments|anlagen"
            "|pièces jointes|organization|bijlagen|allegati|adjuntos"
        ),
    }.items()
    for word in _words(words)
}
"""Label before the colon of a header line that a mail program wrote into the text → which header it is."""

WROTE = (
    r"wrote|writes|schrieb|schrieben|geschrieben|a écrit|a ecrit|écrit|escribi[óo]|escribe|ha escrito|ha scritto"
    r"|scrive|escreveu|schreef|geschreven|skrev|skreiv|kirjoitti|napisał(?:\(a\)|a)?|pisze|napsal(?:\(a\)|a)?"
    r"|napísal(?:\(a\)|a)?|írta|a scris|написал(?:\(а\)|а)?|пишет|писал|написав|написала|пише|написа|yazdı|έγραψε"
    r"|va escriure|kirjutas|rakstīja|rašė|napisao|napisala|je napisal|đã viết|menulis|เขียน|כתב(?:/ה)?|כתבה|كتب"
)
"""'Wrote', as a mail program says it; words that are written with spaces between them."""

WROTE_UNSPACED = r"写道|寫道|写了|のメール|書きました|さんが書いた|님이 작성|작성:|작성"
"""The same, in scripts without spaces."""

QUOTING = r"quoting|zitat von|citando|citazione|selon|citerar|lainaus|citat|цитирование"
"""How the line begins that some programs write instead."""

SEPARATORS = _words(
    "original message|originalmessage|original appointment|originalnachricht|original-nachricht"
    "|ursprüngliche nachricht|urspr. nachricht|ursprünglicher termin|message d'origine|message d’origine"
    "|message original|message initial|mensaje original|mensagem original|messaggio originale"
    "|oorspronkelijk bericht|ursprungligt meddelande|originalmeddelande|oprindelig meddelelse|oprindelig besked"
    "|opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna|oryginalna wiadomość|původní zpráva"
    "|pôvodná správa|eredeti üzenet|mesajul original"
    "|исходное сообщение|оригинальное сообщение|元のメッセージ|原始邮件|原始郵件"
    "|원본 메시지|orijinal mesaj|αρχικό μήνυμα|forwarded message|forwarded by|weitergeleitete nachricht"
    "|message transféré|message réexpédié|mensaje reenviado|messaggio inoltrato|mensagem encaminhada"
    "|mensagem reencaminhada|doorgestuurd bericht|vidarebefordrat meddelande|videresendt meddelelse"
    "|videresendt besked|videresendt melding|välitetty viesti|wiadomość przekazana|přeposlaná zpráva"
    "|preposlaná správa|továbbított üzenet|mesaj redirecționat|пересылаемое сообщение|переслане повідомлення"
    "|転送メッセージ|转发的邮件|转发邮件|轉寄郵件|전달된 메시지|iletilen mesaj"
    "|προωθημένο μήνυμα|reply message|reply separator"
    "|ответное сообщение|antwort an|message suivi"
)
"""What stands between dashes above a mail that was answered or passed on."""

FORWARD_OPENINGS = _words(
    "begin forwarded message|anfang der weitergeleiteten nachricht|début du message réexpédié"
    "|début du message transféré|inicio del mensaje reenviado|inizio messaggio inoltrato"
    "|início da mensagem encaminhada|início da mensagem reencaminhada|begin doorgestuurd bericht"
    "|vidarebefordrat brev|start på videresendt besked|videresendt e-post|alkaa välitetty viesti"
    "|początek przekazywanej wiadomości"
    "|začátek přeposílané zprávy|начало переадресованного сообщения|転送されたメッセージ"
    "|以下是转发的邮件"
)
"""The same, without dashes."""

MOBILE = (
    r"(?:sent|gesendet|von meinem|envoyé|enviado|enviada|inviato|verzonden|verstuurd|skickat|sendt|lähetetty"
    r"|wysłan[eoy]|odesláno|odoslané|отправлено|надіслано|trimis|elküldve|get outlook|holen sie sich outlook"
    r"|outlook für|outlook for|téléchargez outlook|obtenir outlook|obtener outlook|scarica outlook"
    r"|download outlook|hämta outlook|hent outlook|pobierz|yahoo mail|this message was sent from"
    r"|diese nachricht wurde von"
    r"|diese e-mail wurde von meinem|iphoneから送信|发自我的|從我的|从我的|나의 iphone|sendt fra"
    r"|telefonumdan)"
)
"""How the line begins that a telephone or an app adds."""

DEVICES = (
    r"(?:iphone|ipad|ipod|android|blackberry|samsung|galaxy|huawei|xiaomi|nokia|pixel|windows phone|mobile|mobil"
    r"|handy|smartphone|telefon|téléphone|telefoon|mobiel|celular|móvil|cellulare|telefonu|mobilen|puhelime"
    r"|телефон|outlook|yahoo|gmail|proton|thunderbird|mail for windows|mail.ru|gmx|web\.de|sparrow|spark|fastmail"
    r"|aol|mailbox|airmail|tablet|phone|wireless|ios|手机|発|送信|courrier|posta per|posta)"
)
"""What such a line names."""

CLOSINGS = frozenset(
    _words(
        "a presto|abraço|abraços|all best|all the best|allt gott|alvast bedankt|amicalement|ar cieņu"
        "|atenciosamente|atentamente|att|atte|até breve|avec mes salutations distinguées|bedankt|bedste hilsner"
        "|belle journée|best|best regards|best rgds|best wishes|beste grüsse|beste grüße|beste hilsen|besten dank"
        "|bg|bien cordialement|bien à toi|bien à vous|bonne fin de journée|bonne journée|bonne soirée|br"
        "|buona giornata|bw|bästa hälsningar|cdlt|cheers|ciao|com melhores cumprimentos"
        "|com os melhores cumprimentos|cordiais saudações|cordialement|cordiales saludos|cordiales salutations"
        "|cordiali saluti|cordially|cordialmente|cu respect|cu stimă|cumprimentos|dank|dank je|dank u|danke"
        "|danke dir|danke im voraus|danke und gruß|de bedste hilsner|desde já agradeço|distinti saluti|dziękuję"
        "|díky|děkuji|enjoy|faithfully|freundliche grüsse|freundliche grüße|gracias|gracias de antemano|grazie"
        "|grazie e cordiali saluti|grazie mille|groet|groeten|groetjes|gruss|gruß|grüsse|grüße|grüße aus berlin"
        "|hartelijke groet|hartelijke groeten|have a good day|have a great day|have a great weekend"
        "|have a nice day|herzliche grüsse|herzliche grüße|herzlichen dank|herzlichen gruß|hezký den|hg|hilsen"
        "|hochachtungsvoll|hoogachtend|hälsning|hälsningar|in fede|kh|kiitos|kiitos etukäteen|kiittäen"
        "|kind regards|kindest regards|kr|kærlig hilsen|köszönettel|köszönöm|later|le saluda atentamente"
        "|lep pozdrav|lg|liebe grüsse|liebe grüße|lieben gruß|looking forward|love|lugupidamisega|mange tak"
        "|many regards|many thanks|med venlig hilsen|med venlige hilsner|med vennlig hilsen|med vänlig hälsning"
        "|med vänliga hälsningar|meilleures salutations|melhores cumprimentos|merci|merci beaucoup|merci d'avance"
        "|met groet|met hartelijke groet|met vriendelijke groet|met vriendelijke groeten|mfg|mil gracias"
        "|mit besten grüssen|mit besten grüßen|mit freundlichem gruß|mit freundlichen gruessen"
        "|mit freundlichen grüssen|mit freundlichen grüßen|mit herzlichen grüßen|miłego dnia|molte grazie"
        "|muchas gracias|muchas gracias y un saludo|muito obrigada|muito obrigado|mulțumesc|mvg|mvh|my best"
        "|o zi bună|obrigada|obrigado|pagarbiai|parhaat terveiset|parhain terveisin|peace|pozdrawiam"
        "|pozdrawiam serdecznie|pozdrowienia|på forhånd tak|på forhånd takk|reciba un cordial saludo|regards"
        "|respectfully|respectfully yours|respectueusement|rgds|s pozdravem|s pozdravom|s přátelským pozdravem"
        "|s úctou|saludos|saludos cordiales|salutacions|salutations|salutations distinguées|saluti|saygılar"
        "|saygılarımla|schöne grüße|schönen gruß|see you|see you soon|serdecznie pozdrawiam|sincerely"
        "|sincerely yours|sincèrement|sincères salutations|sonnige grüße|speak soon|srdačan pozdrav|ta|tack"
        "|tack på förhand|tack så mycket|tak|take care|takk|talk soon|tanti saluti|terkuin|terveiset|terveisin"
        "|teşekkürler|thank you|thank you again|thank you and kind regards|thank you in advance|thank you so much"
        "|thank you very much|thanks|thanks & best regards|thanks & regards|thanks a lot|thanks again"
        "|thanks and best regards|thanks and regards|thanks in advance|thanks so much|thx|tia|tisztelettel"
        "|très cordialement|tusen takk|um abraço|un abrazo|un caro saluto|un cordial saludo|un saludo|un saluto"
        "|venlig hilsen|venlige hilsner|vennlig hilsen|very truly yours|vg|vh|viele gruesse|viele grüsse"
        "|viele grüße|vielen dank|vielen dank im voraus|vielen dank und viele grüße|vriendelijke groet"
        "|vriendelijke groeten|vänlig hälsning|vänliga hälsningar|warm regards|warm wishes|warmest regards|warmly"
        "|with best regards|with best wishes|with kind regards|with regards|xoxo|yours|yours faithfully"
        "|yours sincerely|yours truly|yst. terv|ystävällisin terveisin|z góry dziękuję|z poważaniem"
        "|z wyrazami szacunku|à bientôt|üdvözlettel|ďakujem|łączę pozdrowienia|ευχαριστώ|με εκτίμηση"
        "|всего доброго|всего хорошего|до встречи|дякую|з повагою|заранее спасибо|с наилучшими пожеланиями"
        "|с уважением|спасибо|בברכה|תודה|شكرا|مع أطيب التحيات"
        "|مع التحية|どうぞよろしくお願いいたします|よろしくお願いいたします|よろしくお願いします"
        "|よろしくお願い致します|宜しくお願い致します|敬具|敬礼|此致"
        "|此致敬礼|祝好|祝工作顺利|謝謝|谢谢|顺祝商祺|감사합니다"
    )
)
"""Sign-offs, casefolded, without the comma behind them."""

THANKS = _words(
    "thank|thx|ta|tia|dank|merci|gracias|grazie|obrigad|bedankt|tack|tak|kiitos|dzięk|děku|díky|спасибо|дякую"
    "|köszön|mulț|teşekkür|谢|謝"
)
"""How a sign-off begins that thanks."""

SPEECH = frozenset(
    _words(
        "abbiamo|are|attached|avez|be|been|bitte|c'est|can|can't|ce|cette|could|cuando|cuándo|czy|dass|did|do"
        "|does|don't|du|er|est|estamos|estou|está|graag|habe|haben|had|has|hat|have|he|heeft|hemos|how|i|i'll|i'm"
        "|i've|ich|if|ihnen|ihre|ihren|ik|ikke|inte|is|isn't|ist|it|it's|j'ai|jag|je|jeg|jest|jsem|kan|kann|kiedy"
        "|kunnen|kunt|können|könnte|könnten|le|lei|let|me|mi|minä|mir|my|můžete|ne|nebo|ni|nicht|nie|niet|non|not"
        "|nous|não|när|når|ob|olen|onko|pas|please|pode|poderia|podría|por favor|potrebbe|pourriez|pouvez|proszę"
        "|prosím|puede|può|quand|quando|que|qui|see|send|shall|she|should|si|siamo|sie|sind|sono|sont|su|te|tem"
        "|tengo|that|these|they|this|ti|u|usted|uw|veuillez|vi|você|voisitko|voitteko|vos|votre|vous|wann|wanneer"
        "|was|we|we'll|we're|werden|were|what|when|which|why|wie|wij|will|wir|wird|won't|works|would|wurde|you"
        "|you're|your|är|è|é|вы|когда|можете|мы|не|пожалуйста|это|я"
    )
)
"""Words of sentences: a line with one of them says something, so it is hardly part of a signature."""
