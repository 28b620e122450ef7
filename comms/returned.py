"""Reads returned mail: which message came back to us, why, and whether for good (RFC 3464)."""

import email
import email.parser
import email.policy
from collections.abc import Iterator
from dataclasses import dataclass
from email.header import decode_header, make_header
from email.message import Message

from unionops.platform.core import lazy_re as re

_OUR_ID = re.compile(r"([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})@", re.IGNORECASE)
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]*[ \t]*:")  # RFC 5322, 2.2
_STATUS = re.compile(r"(?<![\d.])([45])\.\d{1,3}\.\d{1,3}\b(?!\.)")
_CODE = re.compile(r"(?m)(?:^[ \t]*|:\s|\bcode ?:|reason: |<-- )([45])\d\d[ :-]", re.IGNORECASE)  # RFC 5321, 4.2
# Servers without a code say it in words; a mailbox that is full may be emptied.
_WORDS = {
    "soft": re.compile(
        r"(?:mailbox|quota|storage)[^.\n]{0,40}\b(?:full|exceed\w*|over)\b|over quota|exceeds allowed size|"
        r"(?:buz[oó]n|cuota)[^.\n]{0,40}\b(?:llen\w+|excedid\w+|super\w+)|"
        r"(?:Postfach|Mailbox|Speicher\w*)[^.\n]{0,40}\b(?:voll|überschritten)|bo[iî]te[^.\n]{0,40}\bpleine|"
        r"(?:super|exced)\w+[^.\n]{0,40}\b(?:espacio|cuota|l[ií]mite|capacidad)|(?:caixa|casella)[^.\n]{0,40}"
        r"\b(?:chei|pien)[ao]|"
        r"retry time(?:out)? (?:exceeded|not reached)|connection (?:timed out|refused)|failing for a long time",
        re.IGNORECASE,
    ),
    "hard": re.compile(
        r"(?:user|recipient|mailbox|account|address)[^\n]{0,60}\b(?:unknown|not (?:found|listed|recogni[sz]ed)|"
        r"disabled|invalid|do(?:es)? not exist|unavailable)|"
        r"(?:no such|invalid|unknown) (?:user|mailbox|recipient|address)|"
        r"(?:buz[oó]n|direcci[oó]n|destinatario|usuario|cuenta)[^\n]{0,60}\b(?:no existe|desconocid\w+|"
        r"no (?:se )?(?:encontr|hall)\w+|no es válid\w+|inválid\w+)|"
        r"(?:Postfach|Adresse|Empfänger|Benutzer|Konto)[^\n]{0,60}\b(?:nicht gefunden|unbekannt|existiert nicht|"
        r"nicht vorhanden|ungültig)|(?:adresse|destinataire|utilisateur|bo[iî]te)[^\n]{0,60}\b(?:inconnue?|invalide|"
        r"n['’]existe pas|introuvable)|(?:utente|indirizzo|casella)[^\n]{0,60}\b(?:sconosciut[oa]|inesistente|"
        r"non (?:esiste|trovat[oa]))|(?:endereço|usuário|caixa)[^\n]{0,60}\b(?:não existe|desconhecid[oa]|inválid[oa])",
        re.IGNORECASE,
    ),
}
_PASSING = re.compile(
    r"\btemporar|\bdelay|\bnot yet\b|\bretry|\b(?:try|trying|tried) again|\bkeep trying|\bstill (?:being|trying)|"
    r"\bunknown (?:reason|error|cause)",
    re.IGNORECASE,
)
# A message that is still on its way: nobody was missed yet.
_WAITING = re.compile(
    r"not yet been delivered|warning (?:message )?only|will be (?:re)?tried|attempts will continue|"
    r"(?:keep|continue) trying|still being (?:re)?tried|no se ha podido entregar todavía|noch nicht zugestellt",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    r"\b(?:out of (?:the )?office|auto(?:matic)?[ -]?(?:reply|response)|on (?:vacation|leave|holiday)|"
    r"respuesta autom\w+|fuera de (?:la )?oficina|de vacaciones|abwesen\w*|automatische antwort|"
    r"absence|r[ée]ponse automatique)\b",
    re.IGNORECASE,
)
_FILTERED = re.compile(r"\b(?:spam|junk|bulk mail|block(?:ed|list)|blacklist|reputation|policy|content filter)\b", re.I)
# Statuses that blame the sender, a mailbox for the day, the network, the protocol, the letter or a rule (RFC 3463).
_MAY_PASS = ("5.1.7", "5.1.8", "5.2.2", "5.2.3", "5.3.", "5.4.6", "5.4.14", "5.5.", "5.6.", "5.7.")
_ADDRESS = re.compile(r"(?<![\w.+-])[^\s<>()\[\]{},;:\"'=|@/*]{1,64}@[\w-]+(?:\.[\w-]+)+")
_FAILED = re.compile(
    r"undeliver|not (?:been |be )?deliver|(?:deliver\w*|mail|send\w*|message)[^.\n]{0,30}\b(?:fail|error|problem|"
    r"reject|refus|return)|fail\w* (?:recipient|address|mail|message|to deliver)|"
    r"return(?:ed|ing) (?:mail|to sender|message)|failure notice|(?:wasn['’]t|not|un) ?able to|"
    r"could(?: not|n['’]t) be|did not (?:reach|receive)|"
    r"not (?:accept|recogni[sz]ed|received)|no valid recipient|invalid (?:recipient|address|final)|"
    r"unknown (?:user|host|recipient)|permanent (?:fatal )?error|no (?:se )?(?:ha )?(?:pudo|podido)|non remis|"
    r"n['’]a pas pu|unzustellbar|nicht zugestellt|non (?:è stato )?consegn",
    re.IGNORECASE,
)
# Where a report ends and what it gives back begins: a line that says so, or the first of its headers.
_COPY_BEGINS = re.compile(
    r"(?im)^[^\w\n]*(?:below this line|this is a copy|(?:the )?(?:text of the )?"
    r"(?:original|unsent|returned|undelivered|your) (?:message|mail)\b[^\n]{0,40}?(?:follow|attached|below|-{3}|is as)|"
    r"message (?:text|headers?|contents?)[^\n]{0,20}follow|(?:returned|unsent) (?:mail|message)[^\w\n]*$)|"
    r"^[>|\t ]*(?:Return-Path|Received|Message-I[Dd]|MIME-Version):"
)
# Whom to ask, who wrote, and what only looks like an address.
_ASIDE = re.compile(
    r"(?i)\b(?:contact|assistance|help|questions?|support|from|sender|reply-to|message-id|in-reply-to|references|id)\b"
    r"[^\n@]{0,60}$"
)
_OFFICES = re.compile(r"(?i)^(?:postmaster|mailer-daemon|abuse|hostmaster|helpdesk)@")


@dataclass(frozen=True)
class Returned:
    """`kind` is hard, soft or complaint; `entry` the id in our Message-ID, `address` where it was meant to go."""

    kind: str
    entry: str
    address: str
    detail: str


def is_mail(data: bytes) -> bool:
    """Whether a file begins like a mailbox or a message. An empty mailbox is one."""
    first = data.lstrip().split(b"\n", 1)[0]
    return not first or first.startswith(b"From ") or _HEADER.match(first) is not None


def read(data: bytes) -> Iterator[Returned]:
    """From an mbox file or one message; mail that is no report is passed over."""
    for message in _messages(data):
        if (found := _report(message)) is not None:
            yield found


# The line between two messages of a mailbox has a time and a year; a sentence may begin with 'From' as well.
_BETWEEN = re.compile(rb"(?m)^From [^\r\n]*\b\d\d:\d\d\b[^\r\n]*\b(?:19|20)\d\d\b[^\r\n]*\r?\n")


def _messages(data: bytes) -> Iterator[Message]:
    data = data.lstrip()
    for one in _BETWEEN.split(data) if data.startswith(b"From ") else _joined(data):
        if one.strip():
            yield email.message_from_bytes(one, policy=email.policy.compat32)


# A line of a header behind an empty line: where another message may begin, when files were put one behind another.
_HEADER_AGAIN = re.compile(rb"(?m)^\r?\n(?=[A-Z][A-Za-z-]+:[ \t])")
_HEADERS = email.parser.BytesHeaderParser(policy=email.policy.compat32)
_CARRIED = ("Received", "Return-Path", "Message-ID", "MIME-Version")


def _joined(data: bytes) -> Iterator[bytes]:
    """Each of several messages in one file; a report that another one gives back in its parts stays there."""
    start, closing = 0, _closing(data)
    for match in _HEADER_AGAIN.finditer(data):
        at = match.end()
        if (not closing or data.find(closing, start, at) >= 0) and _begins_report(data[at : at + _READ]):
            yield data[start:at]
            start, closing = at, _closing(data[at:])
    yield data[start:]


def _closing(data: bytes) -> bytes:
    """The line that ends a message of several parts."""
    boundary = _HEADERS.parsebytes(data[:_READ]).get_boundary()
    return f"--{boundary}--".encode() if boundary else b""


def _begins_report(data: bytes) -> bool:
    """Whether the headers of a report that a mail server carried stand here; somebody may quote a line of one."""
    head = _HEADERS.parsebytes(data)
    return any(head.get(name) for name in _CARRIED) and bool(head.get_param("report-type") or _is_server(head))


def _report(message: Message) -> Returned | None:
    """A report is what a mail server says of itself as one: a person who pastes one writes a letter."""
    kind = str(message.get_param("report-type") or "").lower()
    whole = _text(message)
    entry = _entry(message, whole)
    if kind == "feedback-report":
        return _complaint(whole, entry)
    is_report = kind == "delivery-status"
    if (is_report or _is_server(message)) and _field(whole, "Final-Recipient"):
        return _delivery(whole, entry)
    if _is_hotmail(message) and (reader := _field(whole, "X-HmXmrOriginalRecipient")):
        return Returned("complaint", entry, reader, "complaint")
    return _plain_words(message, entry) if is_report or _is_server(message) else None


def _text(message: Message) -> str:
    """Headers and parts as one text; parts in base64 or quoted-printable are decoded."""
    lines = [f"{name}: {_in_utf8(value)}" for name, value in message.raw_items()]
    if message.is_multipart():
        parts = message.get_payload()
        lines += [_text(part) for part in parts if isinstance(part, Message)]
    else:
        lines.append("\n" + _body(message))
    return _unfolded("\n".join(lines))


def _body(part: Message) -> str:
    content = part.get_payload(decode=True)
    return content.decode("utf-8", "replace").replace("\r\n", "\n") if isinstance(content, bytes) else ""


def _in_utf8(value: str) -> str:
    """A header as it stands; addresses may have letters beyond ASCII (RFC 6533)."""
    return str(value).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _unfolded(text: str) -> str:
    """'Final-Recipient: rfc822;' and its address on the next line are one line."""
    return re.sub(r"(;|:)[ \t]*\n[ \t]+(?=\S+@)", r"\1 ", text.replace("\r\n", "\n"))


def _is_server(message: Message) -> bool:
    """Mail systems sign as such, or answer with no address to return to; an absence note from one is no report."""
    sender = str(message.get("From", "")).lower()
    subject = _subject(message)
    is_system, tells_failure = bool(_SYSTEM.search(sender)), bool(_FAILED.search(subject))
    answers = message.get("X-Autoreply") or (message.get("In-Reply-To") and not (is_system and tells_failure))
    if answers or _ABSENT.search(subject) or _FORWARDED.match(subject):
        return False
    nobody = str(message.get("Return-Path", "")).strip() == "<>" or _AUTO.search(sender) is not None
    return is_system or (nobody and tells_failure)


_FORWARDED = re.compile(r"\s*(?:fwd?|wg|rv|tr):", re.IGNORECASE)
_SYSTEM = re.compile(
    r"daemon|post_?master|mail (?:delivery|administrator|system)|delivery sub|microsoftexchange|system administrator"
)
_AUTO = re.compile(r"system|service|server|mailer|no-?reply|delivery|gateway")


def _subject(message: Message) -> str:
    raw = next((_in_utf8(value) for name, value in message.raw_items() if name.lower() == "subject"), "")
    try:
        return str(make_header(decode_header(raw)))
    except (ValueError, LookupError, UnicodeError):
        return raw


_HOTMAIL = re.compile(r"\bstaff@(?:hotmail|outlook|live|microsoft)\.com\b", re.IGNORECASE)


def _is_hotmail(message: Message) -> bool:
    """Microsoft's reports come from its staff address; anybody may write their header into a letter."""
    return not message.get("In-Reply-To") and _HOTMAIL.search(str(message.get("From", ""))) is not None


def _complaint(whole: str, entry: str) -> Returned | None:
    """Only what a reader marked as unwanted: 'not-spam' and reports on signatures are none (RFC 5965, 6591)."""
    if _field(whole, "Feedback-Type").lower() in {"not-spam", "auth-failure", "dmarc", "virus"}:
        return None
    named = (_field(whole, name) for name in ("Original-Rcpt-To", "Removal-Recipient", "Final-Recipient"))
    address = next((name.rpartition(";")[2].strip(" <>") for name in named if name), "") or _was_for(whole)
    return Returned("complaint", entry, address, "complaint")


def _was_for(whole: str) -> str:
    """To whom the letter went that a report gives back: its headers come last."""
    to = re.findall(r"(?im)^To:(.*)$", whole)
    return next(iter(_ADDRESS.findall(to[-1])), "") if to else ""


_REACHED = frozenset({"delivered", "relayed", "expanded", "delayed"})
_FINAL = re.compile(r"(?im)^Final-Recipient:")
_ORIGINAL_FIRST = re.compile(r"(?im)^(Original-Recipient:.*)\n(Final-Recipient:.*)$")


def _delivery(whole: str, entry: str) -> Returned | None:
    """The first recipient who was not reached; a report may name several. A delay is no failure yet."""
    ordered = _ORIGINAL_FIRST.sub(r"\2\n\1", whole)
    blocks = [block for block in re.split(r"\n\s*\n", ordered) if _field(block, "Final-Recipient")]
    whole_blocks = all(_field(block, "Action") or _field(block, "Status") for block in blocks) and all(
        len(_FINAL.findall(block)) == 1 for block in blocks
    )
    for group in blocks if whole_blocks else re.split(r"(?im)^(?=Final-Recipient:)", ordered)[1:]:
        status = _field(group, "Status")
        if not (_field(group, "Action").lower() in _REACHED or status.startswith("2")):
            return Returned(kind_of(status, _why(group)), entry, _recipient(group), _why(group))
    return None


def kind_of(status: str, why: str = "") -> str:
    """`hard` only where the address is to blame: a full box, a large letter or a block of our server may pass."""
    filtered, vague = _FILTERED.search(why), status.startswith(("5.0.", "5.5.0", "5.7.1"))
    if vague and not filtered and _WORDS["hard"].search(why):
        return "hard"
    may_pass = status.startswith(_MAY_PASS) or (vague and filtered)
    return "hard" if status.startswith("5") and not may_pass else "soft"


def _entry(message: Message, whole: str) -> str:
    """Our id: in the returned headers first, never the bounce's own Message-ID."""
    own = str(message.get("Message-ID", ""))
    return entry_in(whole.replace(own, "") if own else whole)


def entry_in(text: str) -> str:
    """The id of our outbox that a Message-ID in a text carries; '' where none does."""
    match = _OUR_ID.search(text)
    return match[1].lower() if match else ""


def _plain_words(message: Message, entry: str) -> Returned | None:
    """Servers that answer in prose only, as qmail and Exim do: a code or words of failure, and an address."""
    said, copy = _said_and_copy(message)
    status, code = _STATUS.search(said), _CODE.search(said)
    worded = next((match for words in _WORDS.values() if (match := words.search(said))), None) or _FILTERED.search(said)
    failed = message.get("X-Failed-Recipients")
    address = _failed_address(message, said, copy)
    reason = status or code or worded or _FAILED.search(said) or _FAILED.search(_subject(message))
    if not (entry or address) or _WAITING.search(said) or not (reason or failed):
        return None
    if status:
        kind = kind_of(status[0], said)
    else:
        gone = _WORDS["hard"].search(said)
        passes = _WORDS["soft"].search(said) or (_FILTERED if code or not gone else _PASSING).search(said)
        kind = "soft" if passes or (code and code[1] == "4") or not (code or gone or failed) else "hard"
    return Returned(kind, entry, address, reason[0].strip(": -") if reason else _subject(message)[:200])


def _said_and_copy(message: Message) -> tuple[str, str]:
    """What a report says, and what it gives back of the letter."""
    said, copy = "", ""
    for part in message.walk() if message.is_multipart() else [message]:
        kind = part.get_content_type()
        if copy or kind in {"message/rfc822", "text/rfc822-headers"}:
            copy = copy or _text(part)
        elif not part.is_multipart():
            content = _body(part)
            said += "\n" + (_TAG.sub("\n", content) if kind == "text/html" else content)
    said = said.lstrip()[:_READ]
    cut = _COPY_BEGINS.search(said, 1)
    return (said[: cut.start()], said[cut.start() :] + "\n" + copy) if cut else (said, copy)


_READ = 20_000  # letters of what a report says; the reason stands at its head
_TAG = re.compile(r"<(?![^<>@\s]+@)[^<>]*>")


def _failed_address(message: Message, said: str, copy: str) -> str:
    """The first address a report names, the sender's and those to ask aside; else to whom the letter was."""
    if failed := str(message.get("X-Failed-Recipients", "")).partition(",")[0].strip():
        return failed
    headers = ("From", "To", "Cc", "Return-Path", "Reply-To", "Delivered-To", "Sender", "Errors-To")
    ours = {found.lower() for name in headers for found in _ADDRESS.findall(str(message.get(name, "")))}
    lines = sorted(said.split("\n"), key=lambda line: bool(_TO_LINE.match(line)))
    for line in lines:
        for match in _ADDRESS.finditer(line):
            address = match.group().rstrip(".")
            if address.lower() not in ours and not _OFFICES.match(address) and not _ASIDE.search(line[: match.start()]):
                return address
    copied = [match.group() for line in copy.split("\n") if _TO_LINE.match(line) for match in _ADDRESS.finditer(line)]
    return next((address for address in copied if address.lower() not in ours), copied[0] if copied else "")


_TO_LINE = re.compile(r"[>|\s]*(?:To|Cc):", re.IGNORECASE)


def _field(whole: str, name: str) -> str:
    match = re.search(rf"^{name}:\s*(.+)$", whole, re.IGNORECASE | re.MULTILINE)
    return match[1].strip() if match else ""


def _recipient(whole: str) -> str:
    value = _field(whole, "Original-Recipient") or _field(whole, "Final-Recipient")
    return (value.partition(";")[2].strip() or value).strip("<>")


def _why(whole: str) -> str:
    return (_field(whole, "Diagnostic-Code").partition(";")[2].strip() or _field(whole, "Status"))[:200]
