"""The terms an agreement defines, in its own words, for the reader to show where they are used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from contracts import amended, queries
from contracts.addresses import clause_url
from contracts.annotating.sentences import sentences
from contracts.models import AgreementVersion, Clause
from unionops.platform.access.models import User
from unionops.platform.core import lazy_re as re

QUOTED = re.compile(
    r"[“\"«]\s?([^\W\d_][\w \-/]{1,40}?)\s?[”\"»](?:\s+or\s+[“\"][\w \-]{2,40}[”\"])?,?\s+"
    r"(?:shall |will |is |are |se )?(?:means?|refers? to|defined as|understood to|"
    r"significan?|refieren?|entiende|entenderá|désignent?|signifient?|s’entend|s'entend)\b"
)
VERBS = ("mean", "refer", "defined as", "understood", "signifi", "entiend", "entender", "désign", "entend")
DEFINITIONS = r"^(definitions?( of terms)?|definiciones|définitions)\.?$"
NO_TERMS = frozenset(("terms", "general", "definitions", "purpose", "scope", "application", "términos", "termes"))
LONGEST = 420
MOST_WORDS = 4
MOST = 80


@dataclass(frozen=True)
class Defined:
    """A term with the sentence that defines it and where that stands."""

    term: str
    words: str
    cite: str
    url: str
    clause_id: int
    number: int

    @property
    def anchor(self) -> str:
        return f"term-{self.number}"

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """As it is written in the definition (capitals count), with a plural s, as whole words."""
        return re.compile(rf"(?<![\w-]){re.escape(self.term)}s?(?![\w-])")


def terms_of(user: User, version: AgreementVersion) -> list[Defined]:
    """Longer terms first, so that 'Work Day' is not found as 'Day'. The first definition of a term counts."""
    found: dict[str, tuple[str, str, Clause]] = {}
    for clause in _candidates(user, version):
        for term, words in (*_quoted(clause), *_headed(clause)):
            found.setdefault(term.casefold(), (term, words, clause))
    rows = sorted(found.values(), key=lambda row: (-len(row[0]), row[0]))[:MOST]
    return [_defined(n, *row, version) for n, row in enumerate(rows)]


def _defined(number: int, term: str, words: str, clause: Clause, version: AgreementVersion) -> Defined:
    clause.version = version
    words = words if len(words) <= LONGEST else words[: words.rfind(" ", 0, LONGEST)] + " …"
    place = f"{clause.label}, p. {clause.printed}{clause.as_amended}"
    return Defined(term, words, place, clause_url(clause), clause.pk, number)


def _candidates(user: User, version: AgreementVersion) -> list[Clause]:
    """Clauses that may define something; the others are not read."""
    verbs = Q(pk__in=[])
    for verb in VERBS:
        verbs |= Q(text__contains=verb)
    marks = Q(text__contains="“") | Q(text__contains='"') | Q(text__contains="«")
    headed = Q(parent__title__iregex=DEFINITIONS) & ~Q(title="")
    rows = queries.clauses(user, version).filter((verbs & marks) | headed).select_related("parent")
    return amended.read(user, rows)


def _quoted(clause: Clause) -> Iterator[tuple[str, str]]:
    for line in sentences(clause.now, clause.now_start):
        for match in QUOTED.finditer(line.text):
            yield " ".join(match[1].split()), " ".join(line.text[match.start() :].split())


def _headed(clause: Clause) -> Iterator[tuple[str, str]]:
    """'Section 3. Work Day. ...' in an article of definitions."""
    title = clause.title.strip(' .:“”"')
    inside = clause.parent is not None and re.match(DEFINITIONS, clause.parent.title.strip(), re.I)
    if (
        inside
        and title
        and title.casefold() not in NO_TERMS
        and len(title.split()) <= MOST_WORDS
        and clause.now_body.strip()
    ):
        yield title if not title.isupper() else title.title(), " ".join(clause.now_body.split())
