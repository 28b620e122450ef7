"""How sections are labelled: one pattern for each family, and which families weigh more."""

from __future__ import annotations

from contracts.parsing.headings.candidates import ARTICLE_WORDS, JOINED
from unionops.platform.core import lazy_re as re

KEYWORD = re.compile(
    r"^(?P<word>SECTION|[Ss]ection|[Ss]ec\.|SEC\.|[Ss]ecci[oó]n|SECCI[OÓ]N|§)\s*(?P<n>\d{1,2}(?:\.\d{1,2})?|[IVX]{1,5}\b)"
    r"(?P<suffix>[A-Z]\b(?=[.:\s)\-–—]|$)|\s[A-Z]\b(?=[.:)\-–—]|$)|\([A-Z]\)(?:\(\d\))?)?(?![\d(]|\.\d)(?P<sep>\s*[.:\-–—)]+\s*|\s+|$)(?P<rest>.*)$"
)
DOTTED = re.compile(
    rf"^(?:SECTION |Section |Sec\. |§ ?|(?:{ARTICLE_WORDS}) ?)?"
    r"(?P<a>\d{1,2})(?P<d>[.\-–]|\((?=\d{1,2}\)))(?P<n>\d{1,3})(?![.\-]?\d)"
    r"(?P<sep>[.:)]?[-–—]?\s+|[.:)]?$|(?=[A-ZÁÉÍÓÚ][a-zà-ÿ]))(?P<rest>.*)$"
)
HUNDRED = re.compile(
    r"^(?:SECTION |Section |Sec\. |§ ?)?(?P<n>\d{3,4})"
    r"(?P<sep>[.:)]?\s+|\s*[-–—]\s+|[.:)]?$|(?=[A-ZÁÉÍÓÚ][a-zà-ÿ]))(?P<rest>.*)$"
)
LETTERED = re.compile(
    r"^(?P<word>SECTION|Section|Sec\.|SEC\.|Secci[oó]n|SECCI[OÓ]N)\s+(?P<n>[A-Z])(?![\w(])(?P<sep>\s*[.:\-–—)]+\s*|\s+|$)(?P<rest>.*)$"
)
DOTTED_LETTER = re.compile(
    r"^(?P<a>\d{1,2})(?P<d>[.\-–]|(?=[A-Z][.:)]\s)|\((?=[a-zA-Z]\)))(?P<n>[A-Z]|[a-z](?=\)))(?P<sep>[.:)]?\s+|[.:)]?$)(?P<rest>.*)$"
)
ZEROED = re.compile(r"^(?P<a>\d{1,2})(?P<d>-)(?P<n>\d{1,2})\.00(?P<sep>[.:)]?\s+|$)(?P<rest>.*)$")
LETTER_DOTTED = re.compile(
    r"^(?P<a>[A-Z]{1,6}(?:[.\-]?\d{1,2})?)(?P<d>[.\-–]?)(?P<n>\d{1,2})(?![.\-]?\d|\w)(?P<sep>[.:)]?[-–—]?\s+|[.:)]?$)(?P<rest>.*)$"
)
# 'A The Board recognizes ...': a letter without any mark.
BARE_LETTER = re.compile(r"^(?P<n>[A-Z])(?P<sep>\s{1,8})(?P<rest>[A-Z\d“\"].*)$")
LETTER = re.compile(r"^(?P<n>[A-Z])(?P<sep>[.):](?:\s?[-–—])?(?:\s+|$)|\s*[–—]\s*)(?P<rest>.*)$")
NUMBER = re.compile(r"^(?P<n>\d{1,3})(?P<sep>[.)](?:\s?[-–—])?(?:\s+|$))(?P<rest>.*)$")
NUMBER_IN_BRACKETS = re.compile(r"^\((?P<n>\d{1,3})\)(?P<sep>\s+)(?P<rest>.*)$")
IN_BRACKETS = re.compile(r"^\((?P<n>[a-zA-Z])\)(?P<sep>\s+)(?P<rest>.*)$")
ROMAN = re.compile(r"^(?P<n>[IVX]{1,5})(?P<sep>[.):](?:\s+|$))(?P<rest>.*)$")
# 'Apartado 1.', 'Paragraph 2.': below articles that have no sections.
PARAGRAPHED = re.compile(
    r"^(?P<word>Apartado|APARTADO|Paragraph|PARAGRAPH|Paragraphe|PARAGRAPHE)\s+(?P<n>\d{1,2})(?![\d(]|\.\d)"
    r"(?P<sep>\s*[.:\-–—)]+\s+|\s*$)(?P<rest>.*)$"
)
PATTERNS = {
    "joined": JOINED,
    "keyword": KEYWORD,
    "lettered": LETTERED,
    "paragraphed": PARAGRAPHED,
    "dotted": DOTTED,
    "dotted.letter": DOTTED_LETTER,
    "dotted.zero": ZEROED,
    "dotted.own": LETTER_DOTTED,
    "hundred": HUNDRED,
    "letter": LETTER,
    "number": NUMBER,
    "roman": ROMAN,
    "bracketed": IN_BRACKETS,
    "number.bracketed": NUMBER_IN_BRACKETS,
    "letter.bare": BARE_LETTER,
}
KEYWORDS = ("keyword", "lettered")
DOTS = ("dotted", "dotted.letter", "dotted.zero")
OWN = "dotted.own"
STRONG = ("joined", *KEYWORDS, *DOTS, OWN, "hundred")
WEAK_OUTER = ("letter", "number", "roman")
WEIGHT = {
    "joined": 4.0,
    "keyword": 3.0,
    "lettered": 2.9,
    "paragraphed": 1.1,
    "dotted": 3.0,
    "dotted.letter": 2.8,
    "dotted.zero": 3.5,
    OWN: 3.0,
    "hundred": 3.0,
    "letter": 1.0,
    "number": 0.9,
    "roman": 0.8,
    "bracketed": 0.4,
    "number.bracketed": 0.4,
    "letter.bare": 0.5,
}
# What counts points of a section, unless most articles have nothing else below them; what may count on through all.
POINTS, COUNTING_ON = ("bracketed", "number.bracketed"), ("number", "number.bracketed")
# Families by the first character of the line; other capitals begin a letter only.
LETTERS = ("letter", "letter.bare", OWN)
FIRSTS: dict[str, tuple[str, ...]] = {
    "9": (*DOTS, "hundred", "number"),
    "S": ("keyword", "lettered", "dotted", "hundred", *LETTERS),
    "§": ("keyword", "dotted"),
    "(": POINTS,
    "A": ("joined", "dotted", "paragraphed", *LETTERS),
    "P": ("paragraphed", *LETTERS),
    **dict.fromkeys("IVX", ("roman", *LETTERS)),
}
