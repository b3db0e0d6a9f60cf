"""The words by which mail programs, in many languages, mark what is quoted, signed or added by machine. Data only."""

from __future__ import annotations

HEADER_LABELS: dict[str, str] = {
    word: kind
    for kind, words in {
        "from": "from|von|de|da|van|från|fra|lähettäjä|od|от|от кого|від|від кого|差出人|送信者|发件人|寄件者|寄件人|發件人|보낸 사람|보낸사람"
        "|kimden|gönderen|feladó|από|expéditeur|mittente|remitente|remetente|afzender|avsändare|afsender|avsender|nadawca|odesílatel"
        "|odosielateľ|de la|expeditor|מאת|من|absender|pošiljatelj|šalje|från avsändare|message de",
        "date": "sent|date|gesendet|gesendet am|datum|envoyé|envoyé le|date d'envoi|enviado|enviado el|enviada em|enviado em|fecha|data"
        "|inviato|verzonden|skickat|skickades|sendt|dato|lähetetty|päivämäärä|päiväys|wysłano|wysłane|data wysłania|odesláno|odoslané"
        "|отправлено|дата|надіслано|送信日時|日付|发送时间|日期|寄件日期|發送時間|보낸 날짜|날짜|gönderildi|tarih|elküldve|dátum|εστάλη"
        "|στάλθηκε|ημερομηνία|trimis|נשלח|תאריך|التاريخ|poslano|datum odeslání|sendedatum|message du",
        "to": "to|an|à|a|para|aan|till|til|vastaanottaja|do|komu|pro|кому|宛先|收件人|收件者|받는 사람|받는사람|kime|címzett|προς|către"
        "|destinataire|destinatario|destinatário|empfänger|ontvanger|mottagare|modtager|mottaker|adresat|אל|إلى|prima|za",
        "cc": "cc|bcc|kopie|kopia|kopi|copie|copie à|cci|copia|cópia|копия|抄送|副本|참조|bilgi|másolat|kopie (cc)|dw|csak",
        "subject": "subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|aihe|temat|předmět|predmet|тема|件名|主题|主旨|主題"
        "|제목|konu|tárgy|θέμα|subiect|sujet|zadeva|naslov|נושא|الموضوع|re",
        "other": "reply-to|antwort an|répondre à|responder a|importance|priorität|wichtigkeit|attachments|anlagen|pièces jointes"
        "|organization|bijlagen|allegati|adjuntos",
    }.items()
    for word in words.split("|")
}
"""Label before the colon of a header line that a mail program wrote into the text → which header it is."""

WROTE = (
    r"wrote|writes|schrieb|schrieben|geschrieben|a écrit|a ecrit|écrit|escribi[óo]|escribe|ha escrito|ha scritto|scrive|escreveu|schreef"
    r"|geschreven|skrev|skreiv|kirjoitti|napisał(?:\(a\)|a)?|pisze|napsal(?:\(a\)|a)?|napísal(?:\(a\)|a)?|írta|a scris"
    r"|написал(?:\(а\)|а)?|пишет|писал|написав|написала|пише|написа|yazdı|έγραψε|va escriure|kirjutas|rakstīja|rašė"
    r"|napisao|napisala|je napisal|đã viết|menulis|เขียน|כתב(?:/ה)?|כתבה|كتب"
)
"""'Wrote', as a mail program says it; words that are written with spaces between them."""

WROTE_UNSPACED = r"写道|寫道|写了|のメール|書きました|さんが書いた|님이 작성|작성:|작성"

QUOTING = "quoting|zitat von|citando|citazione|selon|citerar|lainaus|citat|цитирование"

SEPARATORS = (
    "original message|originalmessage|original appointment|originalnachricht|original-nachricht|ursprüngliche nachricht|urspr. nachricht"
    "|ursprünglicher termin|message d'origine|message d’origine|message original|message initial|mensaje original|mensagem original"
    "|messaggio originale|oorspronkelijk bericht|ursprungligt meddelande|originalmeddelande|oprindelig meddelelse|oprindelig besked"
    "|opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna|oryginalna wiadomość|původní zpráva|pôvodná správa|eredeti üzenet"
    "|mesajul original|исходное сообщение|оригинальное сообщение|元のメッセージ|原始邮件|原始郵件|원본 메시지|orijinal mesaj|αρχικό μήνυμα"
    "|forwarded message|forwarded by|weitergeleitete nachricht|message transféré|message réexpédié|mensaje reenviado|messaggio inoltrato"
    "|mensagem encaminhada|mensagem reencaminhada|doorgestuurd bericht|vidarebefordrat meddelande|videresendt meddelelse"
    "|videresendt besked|videresendt melding|välitetty viesti|wiadomość przekazana|přeposlaná zpráva|preposlaná správa"
    "|továbbított üzenet|mesaj redirecționat|пересылаемое сообщение|переслане повідомлення|転送メッセージ|转发的邮件|转发邮件|轉寄郵件"
    "|전달된 메시지|iletilen mesaj|προωθημένο μήνυμα|reply message|reply separator|ответное сообщение|antwort an|message suivi"
).split("|")
"""What stands between dashes above a mail that was answered or passed on."""

FORWARD_OPENINGS = (
    "begin forwarded message|anfang der weitergeleiteten nachricht|début du message réexpédié|début du message transféré"
    "|inicio del mensaje reenviado|inizio messaggio inoltrato|início da mensagem encaminhada|início da mensagem reencaminhada"
    "|begin doorgestuurd bericht|vidarebefordrat brev|start på videresendt besked|videresendt e-post|alkaa välitetty viesti"
    "|początek przekazywanej wiadomości|začátek přeposílané zprávy|начало переадресованного сообщения|転送されたメッセージ|以下是转发的邮件"
).split("|")

MOBILE = (
    r"(?:sent|gesendet|von meinem|envoyé|enviado|enviada|inviato|verzonden|verstuurd|skickat|sendt|lähetetty|wysłan[eoy]|odesláno|odoslané"
    r"|отправлено|надіслано|trimis|elküldve|get outlook|holen sie sich outlook|outlook für|outlook for|téléchargez outlook"
    r"|obtenir outlook|obtener outlook|scarica outlook|download outlook|hämta outlook|hent outlook|pobierz|yahoo mail|this message was sent from"
    r"|diese nachricht wurde von|diese e-mail wurde von meinem|iphoneから送信|发自我的|從我的|从我的|나의 iphone|sendt fra|telefonumdan)"
)
"""How the line begins that a telephone or an app adds."""

DEVICES = (
    r"(?:iphone|ipad|ipod|android|blackberry|samsung|galaxy|huawei|xiaomi|nokia|pixel|windows phone|mobile|mobil|handy|smartphone|telefon"
    r"|téléphone|telefoon|mobiel|celular|móvil|cellulare|telefonu|mobilen|puhelime|телефон|outlook|yahoo|gmail|proton|thunderbird"
    r"|mail for windows|mail.ru|gmx|web\.de|sparrow|spark|fastmail|aol|mailbox|airmail|tablet|phone|wireless|ios|手机|発|送信|courrier|posta per|posta)"
)

CLOSINGS = frozenset(
    (
        "regards|kind regards|best regards|warm regards|warmest regards|kindest regards|many regards|with kind regards|with best regards"
        "|with regards|rgds|best rgds|best wishes|warm wishes|with best wishes|all the best|best|all best|my best|sincerely|yours"
        "|yours sincerely|sincerely yours|yours faithfully|yours truly|very truly yours|faithfully|cheers|thanks|thank you|many thanks"
        "|thanks again|thank you again|thanks so much|thank you so much|thanks a lot|thank you very much|thanks in advance"
        "|thank you in advance|thanks and regards|thanks & regards|thanks and best regards|thanks & best regards|thank you and kind regards"
        "|thx|ta|cordially|respectfully|respectfully yours|warmly|take care|talk soon|speak soon|br|kr|bw|tia|xoxo|love|ciao|later|peace"
        "|looking forward|have a great day|have a nice day|have a good day|have a great weekend|see you|see you soon|enjoy"
        "|mit freundlichen grüßen|mit freundlichen grüssen|mit freundlichen gruessen|mit freundlichem gruß|freundliche grüße"
        "|freundliche grüsse|mit besten grüßen|mit besten grüssen|beste grüße|beste grüsse|viele grüße|viele grüsse|viele gruesse"
        "|liebe grüße|liebe grüsse|lieben gruß|herzliche grüße|herzliche grüsse|herzlichen gruß|schöne grüße|schönen gruß|sonnige grüße"
        "|gruß|gruss|grüße|grüsse|grüße aus berlin|mfg|vg|lg|bg|hg|danke|danke dir|danke und gruß|dank|vielen dank|besten dank|herzlichen dank"
        "|danke im voraus|vielen dank im voraus|vielen dank und viele grüße|hochachtungsvoll|mit herzlichen grüßen"
        "|cordialement|bien cordialement|très cordialement|bien à vous|bien à toi|sincèrement|sincères salutations|salutations"
        "|meilleures salutations|salutations distinguées|cordiales salutations|respectueusement|cdlt|bonne journée|belle journée"
        "|bonne soirée|merci|merci d'avance|merci beaucoup|amicalement|à bientôt|bonne fin de journée|avec mes salutations distinguées"
        "|saludos|un saludo|saludos cordiales|un cordial saludo|cordiales saludos|atentamente|atte|cordialmente|gracias|muchas gracias"
        "|mil gracias|un abrazo|gracias de antemano|muchas gracias y un saludo|reciba un cordial saludo|le saluda atentamente"
        "|cordiali saluti|saluti|distinti saluti|un saluto|un caro saluto|grazie|grazie mille|grazie e cordiali saluti|a presto"
        "|molte grazie|tanti saluti|buona giornata|in fede"
        "|atenciosamente|att|cumprimentos|melhores cumprimentos|com os melhores cumprimentos|com melhores cumprimentos|abraço|abraços"
        "|obrigado|obrigada|muito obrigado|muito obrigada|um abraço|desde já agradeço|até breve|cordiais saudações"
        "|met vriendelijke groet|met vriendelijke groeten|vriendelijke groet|vriendelijke groeten|hartelijke groet|hartelijke groeten"
        "|groet|groeten|groetjes|met hartelijke groet|mvg|bedankt|alvast bedankt|dank je|dank u|hoogachtend|met groet"
        "|med vänlig hälsning|med vänliga hälsningar|vänlig hälsning|vänliga hälsningar|bästa hälsningar|hälsningar|hälsning|mvh|tack"
        "|tack på förhand|tack så mycket|allt gott"
        "|med venlig hilsen|venlig hilsen|venlige hilsner|med venlige hilsner|de bedste hilsner|bedste hilsner|hilsen|kærlig hilsen|vh|kh"
        "|med vennlig hilsen|vennlig hilsen|beste hilsen|hilsen|tak|på forhånd tak|mange tak|takk|på forhånd takk|tusen takk"
        "|ystävällisin terveisin|terveisin|parhain terveisin|parhaat terveiset|terveiset|terkuin|yst. terv|kiitos|kiitos etukäteen|kiittäen"
        "|pozdrawiam|serdecznie pozdrawiam|pozdrawiam serdecznie|z poważaniem|z wyrazami szacunku|pozdrowienia|dziękuję|z góry dziękuję"
        "|łączę pozdrowienia|miłego dnia"
        "|s pozdravem|s přátelským pozdravem|s úctou|děkuji|díky|hezký den|s pozdravom|ďakujem"
        "|с уважением|с наилучшими пожеланиями|всего доброго|всего хорошего|спасибо|заранее спасибо|до встречи|з повагою|дякую"
        "|üdvözlettel|köszönettel|tisztelettel|köszönöm|cu stimă|cu respect|mulțumesc|o zi bună|saygılarımla|saygılar|teşekkürler"
        "|με εκτίμηση|ευχαριστώ|lep pozdrav|srdačan pozdrav|lugupidamisega|pagarbiai|ar cieņu|salutacions"
        "|よろしくお願いいたします|よろしくお願いします|宜しくお願い致します|よろしくお願い致します|どうぞよろしくお願いいたします|敬具"
        "|此致|敬礼|谢谢|謝謝|祝好|顺祝商祺|此致敬礼|祝工作顺利|감사합니다|בברכה|תודה|مع التحية|شكرا|مع أطيب التحيات"
    ).split("|")
)
"""Sign-offs, casefolded, without the comma behind them."""

THANKS = (
    "thank|thx|ta|tia|dank|merci|gracias|grazie|obrigad|bedankt|tack|tak|kiitos|dzięk|děku|díky|спасибо|дякую|köszön|mulț|teşekkür|谢|謝"
).split("|")

SPEECH = frozenset(
    (
        "please|could|can|can't|would|will|won't|shall|should|you|your|you're|i|i'm|i'll|i've|we|we're|we'll|let|is|isn't|are|have|has|had"
        "|do|does|did|don't|send|when|what|which|how|if|why|was|were|this|that|these|it|it's|they|he|she|my|not|works|attached|see|be|been"
        "|bitte|können|könnten|kann|könnte|sie|ich|wir|ihnen|ihre|ihren|ist|sind|wann|haben|hat|habe|wird|werden|wurde|nicht|ob|wie|dass|mir"
        "|vous|je|nous|votre|vos|pouvez|pourriez|est|sont|avez|j'ai|c'est|quand|veuillez|ce|cette|ne|pas|si|qui|que"
        "|usted|puede|podría|por favor|le|su|está|estamos|tengo|cuando|cuándo|hemos|te|me"
        "|lei|può|potrebbe|sono|siamo|abbiamo|quando|può|mi|ti|non|é|è|você|pode|poderia|estou|estamos|tem|não"
        "|u|kunt|kunnen|ik|wij|uw|graag|wanneer|heeft|niet|jag|du|vi|kan|är|när|ni|inte|jeg|er|når|ikke"
        "|voisitko|voitteko|olen|minä|onko|proszę|czy|jest|kiedy|nie|prosím|můžete|jsem|je|nebo|пожалуйста|вы|я|мы|можете|когда|не|это"
    ).split("|")
)
"""Words of sentences: a line with one of them says something, so it is hardly part of a signature."""
