"""Builds the bytes of a mail once per send and fills in the person: headers, plain text, HTML."""

import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from email.header import Header
from email.headerregistry import Address

from comms import markup, merging
from unionops.platform.core import lazy_re as re
from unionops.platform.core.problems import Problem

_HEADER_SAFE = re.compile(r"[\x20-\x7e]*")
_BREAKS = re.compile(r"[\r\n\x00\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?")
_SOFT = b"=\r\n"
MARGIN = 60


def one_address(text: str) -> str:
    """Exactly one bare address, or a Problem: 'a@x, b@y' would reach two people."""
    stripped = _in_ascii(text.strip())
    if not _ADDRESS.fullmatch(stripped) or ".." in stripped:
        raise Problem("bad_address", f"{text!r} is not one e-mail address.", "Correct it on the person's page.")
    return stripped


def _in_ascii(address: str) -> str:
    """'ana@niño.example' goes to 'xn--nio-8ma.example' (RFC 5890); before the @ nothing can be rewritten."""
    name, at, domain = address.rpartition("@")
    try:
        return address if address.isascii() else f"{name}{at}{domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        return address


def header(text: str) -> bytes:
    """A header value on one line, encoded when it is not plain ASCII."""
    if _BREAKS.search(text):
        raise Problem("line_break", "A subject or name holds a line break.", "Write it on one line.")
    if _HEADER_SAFE.fullmatch(text) and "=?" not in text and len(text) < 900:
        return text.encode("ascii")
    return Header(text, "utf-8", maxlinelen=70).encode(linesep="\r\n").encode("ascii")


def quoted(text: str) -> bytes:
    """Quoted-printable that may be joined with other such pieces: no line is longer than allowed."""
    raw = text.replace("\r\n", "\n").encode("utf-8")
    return binascii.b2a_qp(raw, quotetabs=False, istext=True).replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


@dataclass(frozen=True)
class Part:
    """A body part cut at its fields, the literals encoded already."""

    literals: tuple[bytes, ...]
    names: tuple[str, ...]
    fallbacks: tuple[str, ...]
    is_html: bool

    def fill(self, values: Mapping[str, str]) -> bytes:
        out = [self.literals[0]]
        for name, fallback, literal in zip(self.names, self.fallbacks, self.literals[1:], strict=True):
            value = merging.one_line(values.get(name) or fallback)
            out.append(_SOFT + quoted(merging.in_html(value) if self.is_html else value) + _SOFT)
            out.append(literal)
        return b"".join(out)


def part(text: str, language: str, *, is_html: bool) -> Part:
    pattern = merging.cut(text, language)
    literals = tuple(_literal(piece) for piece in pattern.literals)
    return Part(literals, pattern.names, pattern.fallbacks, is_html)


def _literal(text: str) -> bytes:
    """A trailing blank is written out, because a soft break follows it."""
    encoded = quoted(text)
    if encoded.endswith((b" ", b"\t")):
        encoded = encoded[:-1] + f"={encoded[-1]:02X}".encode()
    return encoded


@dataclass(frozen=True)
class Letterhead:
    """What is the same for all mails of a send."""

    sender: str
    sender_name: str
    domain: str
    postal_address: str
    reply_to: str = ""
    local_name: str = ""


@dataclass(frozen=True)
class Mail:
    """A send compiled: `build` makes one person's mail in microseconds."""

    letterhead: Letterhead
    subject: merging.Pattern
    text: Part
    html: Part
    fixed: bytes
    tails: tuple[tuple[bytes, bytes], tuple[bytes, bytes]]

    def build(self, *, to: str, values: Mapping[str, str], message_id: str, date: str, unsubscribe: str = "") -> bytes:
        """RFC 5322 bytes with CRLF line ends, one recipient."""
        links = {**values, "unsubscribe_link": unsubscribe}
        boundary = b"=_" + message_id.encode()[:32]
        lines = [
            b"Date: " + date.encode(),
            b"Message-ID: <" + message_id.encode() + b"@" + self.letterhead.domain.encode() + b">",
            b"To: " + one_address(to).encode("ascii"),
            b"Subject: " + header(self.subject.fill(links, merging.one_line)),
            self.fixed,
        ]
        if unsubscribe:
            lines += _unsubscribe(unsubscribe)
        lines += [b'Content-Type: multipart/alternative; boundary="' + boundary + b'"', b""]
        way_out = _SOFT + quoted(unsubscribe) + _SOFT if unsubscribe else b""
        plain, marked = (before + way_out + after if way_out else b"" for before, after in self.tails)
        lines += _body(b"text/plain", boundary, self.text.fill(links) + plain)
        lines += _body(b"text/html", boundary, self.html.fill(links) + marked + b"</body></html>")
        return b"\r\n".join([*lines, b"--" + boundary + b"--", b""])


def _unsubscribe(url: str) -> list[bytes]:
    """RFC 8058: one click, no sign-in."""
    return [b"List-Unsubscribe: <" + url.encode("ascii") + b">", b"List-Unsubscribe-Post: List-Unsubscribe=One-Click"]


def _body(kind: bytes, boundary: bytes, content: bytes) -> list[bytes]:
    return [
        b"--" + boundary,
        b"Content-Type: " + kind + b"; charset=utf-8",
        b"Content-Transfer-Encoding: quoted-printable",
        b"",
        content,
    ]


STOPS = {
    "en": ("To stop these e-mails", "press here"),
    "es": ("Para no recibir más de estos mensajes", "pulse aquí"),
}


def _tails(language: str) -> tuple[tuple[bytes, bytes], tuple[bytes, bytes]]:
    """What stands before and after the way out, in plain text and in HTML. Our links hold no sign HTML minds."""
    what, press = STOPS.get(language[:2], STOPS["en"])
    before = quoted(f"\n{what}: ").removesuffix(b" ") + b"=20"
    marked = quoted(f'<p class="small">{what}, <a href="'), quoted(f'">{press}</a>.</p>')
    return (before, b"\r\n"), marked


STYLE = (
    "body{font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#1b2430;max-width:36em}"
    "a{color:#164a7c}.small{font-size:13px;color:#4a5564}.pre{display:none}"
)


def compile_mail(
    *, subject: str, preheader: str, body: str, language: str, letterhead: Letterhead, footer: str
) -> Mail:
    """Inline the style once; fields stay open."""
    import css_inline

    text = markup.to_text(body).rstrip() + f"\n\n-- \n{footer}\n"
    page = (
        f'<html lang="{language}"><head><meta charset="utf-8"><style>{STYLE}</style></head><body>'
        f'<div class="pre">{merging.in_html(preheader)}</div>{markup.to_html(body)}'
        f'<p class="small">{merging.in_html(footer).replace(chr(10), "<br>")}</p></body></html>'
    )
    inlined = css_inline.inline(page).replace("</body></html>", "")
    return Mail(
        letterhead,
        merging.cut(subject, language),
        part(text, language, is_html=False),
        part("<!DOCTYPE html>\n" + inlined, language, is_html=True),
        _fixed(letterhead),
        _tails(language),
    )


def _fixed(letterhead: Letterhead) -> bytes:
    sender = str(Address(merging.one_line(letterhead.sender_name), addr_spec=one_address(letterhead.sender)))
    if not sender.isascii():
        sender = f"{header(letterhead.sender_name).decode()} <{one_address(letterhead.sender)}>"
    lines = [b"From: " + sender.encode("ascii"), b"MIME-Version: 1.0"]
    if letterhead.reply_to:
        lines.append(b"Reply-To: " + one_address(letterhead.reply_to).encode("ascii"))
    return b"\r\n".join(lines)
