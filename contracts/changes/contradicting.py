"""Which practices and side letters a text touches: by the clauses it changes or names, and by distinctive words.

Nothing is scored and nothing is guessed: each warning shows the very passages and the words both sides use.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from contracts import queries
from contracts.addresses import clause_url
from contracts.asking.scopes import KIND, scope_of
from contracts.changes import ledger
from contracts.models import AgreementVersion, Clause, Practice, PracticeState
from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.core import lazy_re as re
from unionops.platform.search.labels import labels_in, normal, shortened
from unionops.platform.search.rarity import document_counts
from unionops.platform.search.snippets import Piece
from unionops.platform.search.terms import WORD, speaking

SENTENCE = re.compile(r"(?:[^.;!?\n]|[.](?=\d)|(?<=\b[A-Za-z])[.]|\n(?!\s*\n))+[.;!?]?")
CHANGE = re.compile(
    r"\b(?:no longer|no more|there (?:will|shall) be no|"
    r"not (?:be )?(?:permitted|allowed)|discontinu\w*|ceas(?:e|es|ed|ing)|eliminat\w*|rescind\w*|"
    r"revok\w*|"
    r"suspend\w*|abolish\w*|prohibit\w*|terminat\w*|withdraw\w*|effective immediately|instead of|in place of|"
    r"new (?:policy|procedure|rule)|(?:shall|will|must|may) not|must now|remov\w*|replac\w*|restrict\w*|"
    r"is (?:over|ended)|stop(?:s|ped)?|"
    r"ya no|dejar[áa]n? de|queda prohibid\w*|a partir de|no se permit\w*|ne (?:sera|seront) plus|supprim\w*|désormais|"
    r"à compter d\w*|interdit\w*)\b",
    re.I,
)
# Words of every account of a habit; agreements seldom use them, so rarity there says nothing.
EVERYDAY_WORDS = """
    always never every often usually sometimes normally since still already ever years year months month weeks week
    days day today morning people person everybody nobody somebody anybody thing things way done made take takes
    taken give gives given ask asks asked come comes came goes keep keeps kept know knows known say says said tell
    tells told see sees seen allow allows allowed permit lets use uses used work works worked put puts away stop
    stops stopped end ends ended begin begins began start starts started leave leaves left stay stays early late
    time times hour hours minute minutes ago together whole new old first last long both each siempre nunca cada
    años año meses semana días día todos nadie gente toujours jamais chaque ans année mois semaine jours jour gens
    tous personne"""
EVERYDAY = frozenset(EVERYDAY_WORDS.split())
RARE_SHARE, RARE_AT_LEAST = 0.04, 2
ALONE, BESIDE_CHANGE = 3, 2


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the text with the shared words marked; `change` are its words of change, if any."""

    pieces: list[Piece]
    change: str = ""


@dataclass(slots=True)
class Contradiction:
    """One practice or letter that a text touches, with every reason why it is shown."""

    kind: str
    title: str
    url: str
    text: str
    state: str
    since: str = ""
    clauses: list[Clause] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    words: dict[str, str]

    def pieces(self, shared: Collection[str], language: str) -> list[Piece]:
        """The sentence cut into runs, those words marked whose term is shared."""
        out, at = [], 0
        for match in WORD.finditer(self.text):
            if speaking(match.group(), language) in shared:
                out += [Piece(self.text[at : match.start()]), Piece(match.group(), True)]
                at = match.end()
        return [piece for piece in [*out, Piece(self.text[at:])] if piece.text]


def touched(
    user: User, text: str, *, changed: Iterable[Clause] = (), versions: Sequence[AgreementVersion] | None = None
) -> list[Contradiction]:
    """Warnings for a memo or the words of a proposal. `changed` are clauses of ours that the text replaces."""
    return opened(user, versions).touched(text, changed)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ledger beside some agreements, read once and set against as many texts as there are.

    `terms` are the words of each practice, `rare` those that tell one subject from another; `places` are the label,
    path and lineage of every clause by its version, `paths` the lineage by path.
    """

    language: str = "en"
    rows: Sequence[ledger.Row] = ()
    letters: Sequence[ledger.Letter] = ()
    terms: dict[int, set[str]] = field(default_factory=dict)
    rare: set[str] = field(default_factory=set)
    places: dict[int, list[tuple[str, str, int]]] = field(default_factory=dict)
    paths: dict[int, dict[str, int]] = field(default_factory=dict)
    firsts: dict[int, Clause] = field(default_factory=dict)

    def touched(self, text: str, changed: Iterable[Clause] = ()) -> list[Contradiction]:
        if not self.rows and not self.letters:
            return []
        sentences = cut(text, self.language)
        lineages = self._above(changed) | self._named(text)
        known = ((row, self.terms[row.practice.pk] & self.rare) for row in self.rows)
        found = [_practice(row, rare, lineages, sentences, self.language) for row, rare in known]
        return [*filter(None, found), *_letters(self, lineages)]

    def _above(self, changed: Iterable[Clause]) -> set[int]:
        """The lineages of these clauses and of the sections and articles they stand in."""
        out: set[int] = set()
        for clause in changed:
            parts, held = clause.path.split("/"), self.paths.get(clause.version_id, {})
            above = ("/".join(parts[:n]) for n in range(1, len(parts) + 1))
            out |= {held[path] for path in above if path in held} | {clause.lineage_id}
        return out

    def _named(self, text: str) -> set[int]:
        """Clauses the text names ('Article 8, Section 2'), the article above, and everything under the named one."""
        named = {label for line in re.split(r"[\n;]", text) for label in labels_in(line)}
        if not named:
            return set()
        above = {part for label in named for part in shortened(label)}
        under = tuple(f"{label}." for label in named)
        return {
            lineage
            for places in self.places.values()
            for label, _path, lineage in places
            if label in above or label.startswith(under)
        }


def opened(user: User, versions: Sequence[AgreementVersion] | None = None) -> Ledger:
    """The ledger for the given texts, the user's own when None; empty for those who may not read it."""
    if not may(user, ledger.VIEW):
        return Ledger()
    scope = queries.own_versions(user) if versions is None else list(versions)
    language = scope[0].language if scope else "en"
    standing = ledger.practices(user).exclude(state=PracticeState.ENDED)
    rows, letters = ledger.rows(user, standing), ledger.letters(user)
    terms = {row.practice.pk: _terms(row.practice, language) for row in rows}
    rare = rare_terms({term for one in terms.values() for term in one}, scope)
    heads = [(one.version, queries.clauses(user, one.version).first()) for one in letters if one.version is not None]
    firsts = {version.pk: first for version, first in heads if first is not None}
    places = {version.pk: _places(user, version) for version in scope}
    paths = {pk: {path: lineage for _label, path, lineage in held} for pk, held in places.items()}
    return Ledger(language, rows, letters, terms, rare, places, paths, firsts)


def _places(user: User, version: AgreementVersion) -> list[tuple[str, str, int]]:
    rows = queries.clauses(user, version).values_list("label", "path", "lineage_id")
    return [(normal(label) if label else "", path, lineage) for label, path, lineage in rows]


def cut(text: str, language: str) -> list[Sentence]:
    """Sentences on one line each, with the terms of their words; 'Art. 5' and '8.30' do not end one."""
    flat = (" ".join(match.group().split()) for match in SENTENCE.finditer(text))
    return [Sentence(line, {t: w for w in WORD.findall(line) if (t := speaking(w, language))}) for line in flat if line]


def _terms(practice: Practice, language: str) -> set[str]:
    return _terms_of(f"{practice.title} {practice.what}", language)


def _terms_of(text: str, language: str) -> set[str]:
    words = WORD.findall(text)
    kept = [word for word in words if word.lower() not in EVERYDAY and not word.isdigit()]
    return {term for word in kept if len(term := speaking(word, language)) > 2}


def rare_terms(terms: Collection[str], scope: Sequence[AgreementVersion]) -> set[str]:
    """Terms that stand in few sections of the agreements: those that tell one subject from another."""
    counts, documents = document_counts(KIND, [scope_of(version) for version in scope], terms)
    most = max(RARE_AT_LEAST, int(documents * RARE_SHARE))
    return {term for term in terms if counts.get(term, 0) <= most}


def _practice(
    row: ledger.Row, rare: set[str], lineages: set[int], sentences: list[Sentence], language: str
) -> Contradiction | None:
    practice = row.practice
    clauses = [clause for clause in row.clauses if clause.lineage_id in lineages]
    name = rare & _terms_of(practice.title, language)
    close = [s for n, s in enumerate(sentences) if _is_close(rare, name, sentences, n)]
    if not clauses and not close:
        return None
    shown = close or [s for s in sentences if rare & s.words.keys()]
    shared = {term: word for s in shown for term, word in s.words.items() if term in rare}
    return Contradiction(
        kind="practice",
        title=practice.title,
        url=practice.get_absolute_url(),
        text=practice.what,
        state=str(practice.get_state_display()),
        since=practice.since.isoformat() if practice.since else practice.since_words,
        clauses=clauses,
        words=sorted({word.lower() for word in shared.values()}),
        passages=[Passage(s.pieces(rare, language), change_words(s.text)) for s in shown[:6]],
    )


def _is_close(rare: set[str], name: set[str], sentences: list[Sentence], n: int) -> bool:
    """Three distinctive words in a sentence and a neighbour, two beside words of change; fewer if there are no more.

    One is enough where it is of the practice's `name` and stands in the sentence that changes something.
    """
    if name & sentences[n].words.keys() and change_words(sentences[n].text):
        return True
    own = rare & sentences[n].words.keys()
    around = [rare & sentences[at].words.keys() for at in (n - 1, n + 1) if 0 <= at < len(sentences)]
    most = max([len(own), *(len(own | near) for near in around)])
    changes = any(change_words(sentences[at].text) for at in (n - 1, n, n + 1) if 0 <= at < len(sentences))
    return bool(own) and most >= min(len(rare), BESIDE_CHANGE if changes else ALONE)


def change_words(text: str) -> str:
    found = CHANGE.search(text)
    return found.group() if found else ""


def _letters(held: Ledger, lineages: set[int]) -> list[Contradiction]:
    """Side letters that change one of the touched clauses."""
    out = []
    for letter in held.letters:
        clauses = [clause for change, clause in letter.changes if clause and change.lineage_id in lineages]
        if clauses and letter.version is not None:
            what = "; ".join(change.what for change, _c in letter.changes if change.what)
            since = letter.version.effective.isoformat() if letter.version.effective else ""
            first = held.firsts.get(letter.version.pk)
            kind = str(letter.agreement.get_kind_display())
            url = clause_url(first) if first else ""
            out.append(Contradiction("letter", letter.agreement.title, url, what, kind, since, clauses))
    return out


def as_data(found: Contradiction) -> dict[str, object]:
    """One warning for a command's output."""
    return {
        "kind": found.kind,
        "text": f"{found.title}: {found.text}" if found.text else found.title,
        "title": found.title,
        "state": found.state,
        "since": found.since,
        "url": found.url,
        "clauses": [clause.label for clause in found.clauses],
        "shared_words": found.words,
        "passages": [
            {"text": "".join(piece.text for piece in one.pieces), "change": one.change} for one in found.passages
        ],
    }
