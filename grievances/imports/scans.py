"""Find the frame of an old case in the text of its scanned pages: each value with its page and the words it stands in.

Pure patterns. Nothing here is a record yet; a person looks at each value beside its words.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from grievances.imports.endings import TOPICS, how_it_ended, read_word
from grievances.imports.places import cited_in
from grievances.imports.plans import read_date
from unionops.platform.core import lazy_re as re

LABELS: dict[str, tuple[str, ...]] = {
    "number": ("grievance number", "grievance no", "grievance #", "case number", "case no", "file number", "file no"),
    "grievant": ("name of grievant", "grievant's name", "grievant", "employee name", "name of employee", "employee"),
    "title": ("subject", "issue", "re", "nature of grievance", "nature of the grievance"),
    "article": (
        "articles violated", "article violated", "provisions violated", "contract provision", "article and section",
        "articles", "article", "violation of",
    ),
    "incident_on": ("date of violation", "date of incident", "date of occurrence", "incident date", "date occurred"),
    "filed_on": ("date filed", "date of filing", "filed on", "date submitted", "date grievance filed"),
    "closed_on": ("date closed", "date resolved", "date of decision", "date of settlement", "closed on"),
    "outcome": ("disposition", "outcome", "decision", "resolution", "result"),
    "site": ("duty station", "work location", "worksite", "work site", "location", "facility", "department"),
    "arbitrator": ("arbitrator",),
}  # fmt: skip
DATES = ("incident_on", "filed_on", "closed_on")
LONGEST = {"number": 40, "title": 160, "grievant": 160, "article": 200, "site": 120, "arbitrator": 120}
LONGEST_LINE = 600
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY_WORDS = re.compile(
    rf"\b(?:(?P<m1>{MONTHS}|[A-Z][a-z]{{2}})\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y1>\d{{4}})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{MONTHS}|[A-Z][a-z]{{2}})\.?,?\s+(?P<y2>\d{{4}}))\b",
    re.I,
)
DAY_FIGURES = re.compile(r"\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})\b")
_ALL = sorted({label for labels in LABELS.values() for label in labels}, key=len, reverse=True)
# A label with its colon, dotted or drawn line, or with three blanks behind it.
LABEL = re.compile(
    rf"(?<![\w'])(?P<label>{'|'.join(re.escape(label) for label in _ALL)})\b\.?\s*(?:\(s\)|s)?\s*"
    r"(?:[:#]+|[_.]{2,}|\s{3,}|\s*[–—]\s)\s*[_.]*\s*",
    re.I,
)
OF_LABEL = {label: name for name, labels in LABELS.items() for label in labels}
NOTHING = re.compile(r"\W*(?:none|nil|n\W?a|not applicable|tbd|unknown)?\W*", re.I)
DATED = re.compile(r"^[^\w\n]*Dated?(?: this)?:?\s+(?P<day>(?=\d|[A-Z]+\.? \d)[^\n]{6,40})", re.I | re.M)
TITLED_SETTLED = re.compile(
    r"\s*(?P<line>[^\w\n]*(?:final |grievance )?settlement(?: agreement)?[^\w\n]*)(?:\n|$)", re.I
)
# A dot that ends no sentence: in a number, after an initial, 'No.' or a title, before a small letter.
NO_END = r"\.(?=[\w),]|\s(?-i:[a-z\d]))|(?<=\b(?-i:[A-Z]))\.|(?<=\bNo|\bMr|\bMs|\bDr)\."
SENTENCES: dict[str, re.Pattern[str]] = {
    "filed_on": re.compile(
        rf"[^.\n]*\bgrievance(?:[^.\n]|{NO_END}){{0,60}}\b(?:was|is)?\s*"
        r"filed (?:on |(?=\d|[A-Z][a-z]+ \d))[^\n]{4,120}",
        re.I,
    ),
    "grievant": re.compile(
        r"\b[Gg]rievance of (?!The\b|Local\b|Union\b)(?P<value>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3})"
    ),
    "outcome": re.compile(
        r"[^.\n]*\bparties\b[^.\n]{0,40}\bsettle (?:the |this )?grievance\b[^.\n]*\.?|"
        r"[^.\n]*\bgrievance (?:sustained|denied|granted|withdrawn|settled)\b[^.\n]*\.?|"
        r"[^.\n]*\bgrievance[^.\n]{0,30}\b(?:is|was|be|are)\s+(?:hereby\s+)?"
        r"(?:denied|sustained in part|sustained|granted in part|granted|settled|withdrawn|resolved|moot)[^.\n]*\.?"
        r"|[^.\n]*\b(?:union|local|grievant|employee)\b(?! (?:\w+ )?(?:not|never|would|will|may))[^.\n]{0,20}"
        r"\bwithdraws (?:the|this|that|its|her|his) (?:\w+ )?grievance[^.\n]*\.?",
        re.I,
    ),
    "article": re.compile(
        r"[^.\n]*\b(?:(?i:violat\w+)(?: of)?|[Gg]rievance[^\n]{0,80}\bunder) (?P<value>Art(?:icle|\.)s? [\dIVXLC]+"
        r"(?:(?:[.,;&] ?| and |, and | )(?:(?:Art(?:icle|\.)s?|Sec(?:tion|\.)s?) )?[\dIVXLC]+(?:\([a-z\d]+\))*)*)"
    ),
    "arbitrator": re.compile(r"(?P<value>[A-Z][\w.'-]+(?: [A-Z][\w.'-]*){1,3}), (?:Impartial )?Arbitrator\b"),
    "number": re.compile(
        r"\b(?:Grievance|Case|File):?\s+(?:(?:No\.?|Number|#)\s*(?=[A-Z]{0,6}[-\d][\w/-]*\d)|(?=(?:[A-Z]{1,4}-)?\d{2,4}-\d{1,5}\b))"
        r"(?P<value>[A-Z]{0,6}[-\d][\w/-]*)",
        re.I,
    ),
}
# Patterns that begin with any words are tried at each place: only where the word that they turn on stands at all.
NEEDED = {"filed_on": "filed ", "outcome": "grievance", "article": " art"}


@dataclass(frozen=True)
class Found:
    """`value` is '' where the words are there but cannot be made out; `quote` stands on the page word for word."""

    value: str
    page: int
    quote: str

    def as_json(self) -> dict[str, str | int]:
        return {"value": self.value, "page": self.page, "quote": self.quote}


def read(pages: Sequence[str]) -> dict[str, Found]:
    """The first good value of each field; a labelled one before one told in a sentence, on a line or across lines."""
    made: dict[str, Found] = {}
    for finder in (_labelled, _titled, _told, _told_across):
        for number, text in enumerate(pages, 1):
            for name, found in finder(text, number):
                if name not in made or (found.value and not made[name].value):
                    made[name] = found
    if "closed_on" not in made and made.get("outcome") and (ended := _dated(pages, made["outcome"].page)):
        made["closed_on"] = ended
    return made


def _dated(pages: Sequence[str], page: int) -> Found | None:
    """The day of the paper that tells how it ended."""
    days = ((date_in(match["day"]), match[0].strip()) for match in DATED.finditer(pages[page - 1]))
    return next((Found(day, page, quote) for day, quote in days if day), None)


def _labelled(text: str, page: int) -> Iterator[tuple[str, Found]]:
    lines = _lines(text)
    for at, line in enumerate(lines):
        matches = list(LABEL.finditer(line))
        for match, after in zip(matches, [*matches[1:], None], strict=False):
            end = after.start() if after else len(line)
            raw = line[match.end() : end].strip(" _|\t")
            quote = line[match.start() : end].strip()
            if not raw and after is None and at + 1 < len(lines) and not LABEL.search(lines[at + 1]):
                raw = quote = lines[at + 1].strip()
            name = OF_LABEL[" ".join(match["label"].lower().split())]
            if raw and not NOTHING.fullmatch(raw):
                yield name, Found(value_of(name, raw), page, quote)


def _titled(text: str, page: int) -> Iterator[tuple[str, Found]]:
    """A settlement by the first line of its first page; further down, the word is a label of the form."""
    if page == 1 and (title := TITLED_SETTLED.match(text)):
        yield "outcome", Found("settled", page, title["line"].strip())


def _told(text: str, page: int) -> Iterator[tuple[str, Found]]:
    for line in _lines(text):
        small = line.lower()
        for name, pattern in SENTENCES.items():
            for match in pattern.finditer(line) if NEEDED.get(name, "") in small else ():
                quote = match[0].strip()
                raw = match["value"] if "value" in pattern.groupindex else quote
                if value := value_of(name, raw):
                    yield name, Found(value, page, quote)


def _told_across(text: str, page: int) -> Iterator[tuple[str, Found]]:
    """Sentences that run over the end of a line; the quotation keeps its line breaks."""
    for block in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n)){0,1200}", text):
        for name, found in _told(block[0].replace("\n", " "), page):
            at = block[0].replace("\n", " ").find(found.quote)
            yield name, Found(found.value, page, block[0][at : at + len(found.quote)])
    title = next((found for name, found in _labelled(text, page) if name == "title"), None)
    if title and (article := cited_in(title.value)):
        yield "article", Found(article, page, title.quote)


def _lines(text: str) -> list[str]:
    """Lines as they are printed; what runs on for longer is taken in pieces, so that no page takes long."""
    return [line[at : at + LONGEST_LINE] for line in text.splitlines() for at in range(0, len(line), LONGEST_LINE)]


def value_of(name: str, raw: str) -> str:
    """The value in our form: ISO dates, known outcomes, short text. '' when it cannot be made out."""
    if name in DATES:
        return date_in(raw)
    if name == "outcome":
        return how_it_ended(raw)
    return " ".join(raw.split()).strip(" .,;:_|")[: LONGEST[name]]


def date_in(text: str) -> str:
    """The first date in the text, month first as in the United States; '' when there is none or no such day."""
    words, figures = DAY_WORDS.search(text), DAY_FIGURES.search(text)
    try:
        if words and (not figures or words.start() < figures.start()):
            return _worded(words)
        return read_date(figures[0]) if figures else ""
    except ValueError:
        return ""


def _worded(match: re.Match[str]) -> str:
    first = match["m1"] is not None
    month, day, year = (match["m1"], match["d1"], match["y1"]) if first else (match["m2"], match["d2"], match["y2"])
    names = [name[:3].lower() for name in MONTHS.split("|")]
    return datetime.date(int(year), names.index(month[:3].lower()) + 1, int(day)).isoformat()


def topic_of(values: Mapping[str, str]) -> str:
    return read_word(f"{values.get('title', '')} {values.get('article', '')}", TOPICS) or "contract"
