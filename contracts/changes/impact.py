"""What a change of words would really do: joined from the texts and the local's records, nothing generated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from contracts import queries
from contracts.addresses import clause_url
from contracts.annotating import figures, rules
from contracts.annotating.weighing import Weighed, weighed
from contracts.asking.scopes import KIND, scopes_on
from contracts.changes import asking, contradicting, referring
from contracts.citing import bones, mentions
from contracts.models import AgreementVersion, Clause, ClauseNote, NoteKind
from contracts.reading import relying
from unionops.platform.access.models import User
from unionops.platform.core import lazy_re as re
from unionops.platform.search.labels import normal
from unionops.platform.search.queries import similar

Data = dict[str, Any]
SENTENCE = re.compile(r"(?:[^.;!?]|\.(?=\d))+[.;!?]?")
TERM = re.compile(r"[“\"]([A-Z][\w \-]{2,40})[”\"]\s+(?:means?|is|shall mean|refers to)\b")


def defined_terms(clauses: Iterable[Data]) -> set[str]:
    return {match for clause in clauses for match in TERM.findall(clause["text"])}


def named_by(clauses: Iterable[Data]) -> dict[str, list[str]]:
    """Which clauses refer to a label."""
    out: dict[str, list[str]] = {}
    for clause in clauses:
        article = clause["label"].split(".")[0]
        for mention in mentions(clause["body"], article):
            names = out.setdefault(mention.label, []) if mention.label else []
            if clause["label"] not in names:
                names.append(clause["label"])
    return out


@dataclass(frozen=True, slots=True)
class Joining:
    """What the changes of one proposal are joined with; the local's records are read once for all of them.

    `held` are the stored clauses of the old text by id: empty when the old text is only a file. `named` and
    `named_then` say which clauses of the old and the new text refer to a label, `used` which use a defined term.
    """

    user: User
    held: dict[str, Clause]
    terms: set[str]
    used: dict[str, list[str]]
    named: dict[str, list[str]]
    named_then: dict[str, list[str]]
    ledger: contradicting.Ledger
    notes: dict[int, list[ClauseNote]]
    members: int
    worksites: dict[str, int]
    scopes: list[str]
    relies: dict[str, dict[int, list[relying.Reliance]]] = field(default_factory=dict)

    def impacts(self, changes: Sequence[Data]) -> list[Data]:
        """The joined facts of the changed clauses, each beside its pair."""
        return self.likened(self.facts(changes))

    def facts(self, changes: Sequence[Data], most: int | None = None) -> list[Data]:
        """The same for the first `most` of those with new words, without the clauses in force most like them."""
        became = referring.became(changes)
        elsewhere = {sign: [(_label(pair), bones(asking.side(pair, sign))) for pair in changes] for sign in "-+"}
        chosen = changes if most is None else [pair for pair in changes if pair["kind"] in WORDED][:most]
        stored = [self.held[c["old"]["id"]] for c in chosen if c["old"] and c["old"]["id"] in self.held]
        for kind in (relying.GRIEVANCES, relying.SETTLEMENTS, relying.DEADLINES):
            self.relies[kind] = relying.relying_on(self.user, stored, kind) if stored else {}
        return [self._impact(pair, became, elsewhere) for pair in chosen]

    def likened(self, made: Sequence[Data]) -> list[Data]:
        """With the clauses in force most like what is new: a search for each, so only for those that are shown."""
        keys = [self._alike(one) for one in made]
        near = queries.clauses_by_ids(self.user, {key for found in keys for key in found})
        alike = [[_near(near[key]) for key in found if key in near] for found in keys]
        return [{**one, "alike": found} for one, found in zip(made, alike, strict=True)]

    def _impact(self, pair: Data, became: Mapping[str, str], elsewhere: dict[str, list[tuple[str, str]]]) -> Data:
        before = pair["old"]
        stored = self.held.get(before["id"]) if before and before["id"] else None
        moved = referring.changed_references(pair, became)
        gone, came = ([], []) if moved.is_all else _sentences(pair)
        kept, from_elsewhere = _standing(pair, gone, elsewhere["+"]), _standing(pair, came, elsewhere["-"])
        gone, came = [s for s in gone if s not in kept], [s for s in came if s not in from_elsewhere]
        sides, limits = weighed(gone, came, _headings(pair)), _limits(gone, came)
        rest = any(len(bones(s)) >= ENOUGH for s in (*gone, *came))
        only_moved = moved.is_all or (not rest and bool(kept or from_elsewhere))
        return {
            **pair,
            "rights": {"lost": sides.lost, "gained": sides.gained},
            "management": {"gained": sides.taken, "lost": sides.given_up},
            "kept": [{"text": text, "label": label} for text, label in kept.items()],
            "defined_terms": [] if only_moved else self._terms(pair),
            "term_used_in": [] if only_moved else self._users(pair),
            "cross_references": [*self._named(pair), *moved.labels],
            "references": [{"old": old, "new": new} for old, new in moved.others],
            "practices": self._practices(stored, [*gone, *came]),
            **{kind: self._relying(stored, kind) for kind in (relying.GRIEVANCES, relying.SETTLEMENTS)},
            "deadlines": limits + self._relying(stored, relying.DEADLINES),
            "members": self.members if stored else 0,
            "members_at": named_within("\n".join(referring.texts(pair)), self.worksites) if stored else {},
            "alike": [],
            "questions": [] if only_moved else [*asking.questions(pair, moved), *_unclear(sides)],
            "information": [] if only_moved else asking.information(pair, sides.lost, bool(limits)),
        }

    def _relying(self, stored: Clause | None, kind: str) -> list[Data]:
        return [asdict(one) for one in self.relies[kind].get(stored.pk, [])] if stored else []

    def _named(self, pair: Data) -> list[str]:
        """The clauses that refer to this one; to new words only those of the new text can."""
        if pair["old"]:
            return self.named.get(normal(pair["old"]["label"]), [])
        return self.named_then.get(normal(pair["new"]["label"]), [])

    def _users(self, pair: Data) -> list[str]:
        """The clauses that use a term which the changed words define."""
        return list(dict.fromkeys(label for term in sorted(_defined_in(pair)) for label in self.used.get(term, [])))

    def _terms(self, pair: Data) -> list[str]:
        """Defined terms in the changed words, and the term that the changed words define."""
        words = f"{asking.side(pair, '-')} {asking.side(pair, '+')}".lower()
        return sorted({t for t in self.terms if t.lower() in words} | _defined_in(pair))

    def _alike(self, pair: Data) -> list[str]:
        """For words that are new: the clauses in force most like them, for what is there already may be enough."""
        if pair["kind"] != "added" or not self.scopes:
            return []
        return [hit.key for hit in similar(KIND, asking.side(pair, "+"), scopes=self.scopes, limit=MOST_ALIKE)]

    def _practices(self, stored: Clause | None, changed: list[str]) -> list[Data]:
        """Practices and side letters the change touches, by its clause or by the words both share; then the notes."""
        found = self.ledger.touched("\n\n".join(changed), [stored] if stored else [])
        notes = self.notes.get(stored.lineage_id, []) if stored else []
        return [
            *[contradicting.as_data(one) for one in found],
            *[{"text": note.text, "by": note.author.name} for note in notes],
        ]


MOST_ALIKE, MOST_UNCLEAR = 3, 3
ENOUGH = 24  # letters of a sentence that are found elsewhere by no accident
LABEL = 24  # characters before the title in a heading of its own: 'Article XXIII, Section 4 -'
HEADED = re.compile(r"^\s*(?:Section|Sec\.|§)?\s*[\dA-Za-z.()-]{1,6}[.)]\s+(?:[^.]{2,60}\.\s+)?(?=\S)")
WORDED = ("changed", "added", "removed")


REACHES: dict[str, tuple[str, ...]] = {
    "rights": ("rights.lost",),
    "powers": ("management.gained",),
    "limits": ("deadlines",),
    "cases": ("grievances", "settlements"),
    "practices": ("practices",),
}


def reaches(change: Data, name: str) -> int:
    """How many rights a change takes, limits it sets, cases or practices it touches: what to look at first."""
    return sum(len(_found(change, key)) for key in REACHES[name])


def _found(change: Data, key: str) -> list[Any]:
    name, _dot, side = key.partition(".")
    found: list[Any] = change[name][side] if side else change[name]
    return found


@dataclass(frozen=True, slots=True)
class Asked:
    """What a proposal asks for: `changes` with what they touch, `only_moved` without new words.

    `silent` counts clauses the proposal says nothing about; `more` changes are left out for length.
    """

    title: str
    changes: list[Data]
    only_moved: list[Data]
    silent: int
    more: int
    joined: Joining

    @property
    def counts(self) -> dict[str, int]:
        """Over all changes; a case or practice that several rest on counts once."""
        names = ("grievances", "settlements", "practices")
        touched = {
            name: {str(one.get("url") or one["text"]) for c in self.changes for one in c[name]} for name in names
        }
        sides = {side: sum(len(c["rights"][side]) for c in self.changes) for side in ("lost", "gained")}
        sides["powers"] = sum(len(c["management"]["gained"]) for c in self.changes)
        return {**sides, **{name: len(found) for name, found in touched.items()}}

    def reaching(self, name: str) -> list[Data]:
        """The changes that reach something; all of them without a name."""
        return [c for c in self.changes if not name or reaches(c, name)]


def asked(title: str, changes: Sequence[Data], joined: Joining, silent: int, most: int) -> Asked:
    worded = [change for change in changes if change["kind"] in WORDED]
    moved = [change for change in changes if change["kind"] not in WORDED]
    made = joined.facts(changes, most)
    for place, one in enumerate(made, 1):
        one |= {"full": one["words"], "words": shortened(one["words"]), "place": place}
    return Asked(title, made, moved, silent, max(0, len(worded) - most), joined)


def named_within(words: str, worksites: Mapping[str, int]) -> dict[str, int]:
    """How many work at the worksites that the words name. Whether it is theirs alone a person reads.

    'Lakeside Clinic' names no worksite 'Lakeside', unless that stands somewhere by itself.
    """
    words, named = " ".join(words.split()), {}
    for name in sorted(worksites, key=len, reverse=True):
        if (plain := " ".join(name.split())) in words:
            rest = re.sub(rf"(?<!\w){re.escape(plain)}(?!\w)", "\n", words)
            if rest != words:
                words, named[name] = rest, worksites[name]
    return dict(sorted(named.items()))


def joining(
    user: User,
    old: Sequence[Data],
    new: Sequence[Data],
    version: AgreementVersion | None,
    stored: Iterable[Clause] | None = None,
) -> Joining:
    """`version` is the stored one that `old` was made of, None for a file; `stored` its clauses, when already read."""
    rows = queries.clauses(user, version) if version and stored is None else stored or ()
    held = {str(clause.public_id): clause for clause in rows}
    terms = defined_terms([*old, *new])
    notes: dict[int, list[ClauseNote]] = {}
    for note in queries.notes(user, held.values()).filter(kind=NoteKind.PRACTICE):
        notes.setdefault(note.lineage_id, []).append(note)
    return Joining(
        user=user,
        held=held,
        terms=terms,
        used={term: [c["label"] for c in old if _uses(c, term)] for term in terms},
        named=named_by(old),
        named_then=named_by(new),
        ledger=contradicting.opened(user, [version] if version else None),
        notes=notes,
        members=queries.people_under(user, version.agreement) if version else 0,
        worksites=queries.people_at_worksites(user, version.agreement) if version else {},
        scopes=scopes_on(user, [version])[0] if version else [],
    )


def _near(clause: Clause) -> Data:
    return {"label": clause.label, "title": clause.title, "page": clause.printed, "url": clause_url(clause)}


def _label(pair: Data) -> str:
    return str((pair["new"] or pair["old"])["label"])


def _defined_in(pair: Data) -> set[str]:
    """The terms whose definition the pair changes."""
    return set() if pair["kind"] not in WORDED else {t for text in referring.texts(pair) for t in TERM.findall(text)}


def _uses(clause: Data, term: str) -> bool:
    """Uses the term, and does not define it."""
    return term.lower() in clause["body"].lower() and term not in TERM.findall(clause["text"])


def _sentences(pair: Data) -> tuple[list[str], list[str]]:
    """Whole sentences that only the old text has, and only the new one; a heading is none, a new number no change."""
    if pair["kind"] not in WORDED:
        return [], []
    texts = referring.texts(pair)
    old, new = (
        _cut(text, (pair[side] or {}).get("title", "")) for text, side in zip(texts, ("old", "new"), strict=True)
    )
    letters = [Counter(map(_letters, side)) for side in (old, new)]
    return _only(old, letters[0] - letters[1]), _only(new, letters[1] - letters[0])


def _headings(pair: Data) -> str:
    """What a clause is called and the first row of a table: they say whether its figures are pay or cost."""
    titles = [(pair[side] or {}).get("title", "") for side in ("old", "new")]
    return " ".join([*titles, *(text.partition("\n")[0] for text in referring.texts(pair) if "\t" in text)])


def _only(sentences: Iterable[str], letters: Counter[str]) -> list[str]:
    out = []
    for sentence in sentences:
        if letters[_letters(sentence)] > 0:
            letters[_letters(sentence)] -= 1
            out.append(sentence)
    return out


def _letters(sentence: str) -> str:
    return bones(HEADED.sub("", sentence))


def _cut(text: str, title: str) -> list[str]:
    """The sentences of a clause below its heading; a table's rows are its sentences."""
    first = text.partition("\n")[0]
    headed = title and first.rstrip(" .:").casefold().endswith(title.rstrip(" .:").casefold())
    skip = len(first) if headed and len(first) <= len(title) + LABEL else 0
    if "\t" in text:
        return [figures.CELL.join(row.split("\t")).strip() for row in text.split("\n") if row.strip()]
    found = (" ".join(m.group().split()) for m in SENTENCE.finditer(text, skip))
    return [sentence for sentence in found if sentence]


def _standing(pair: Data, sentences: Iterable[str], elsewhere: list[tuple[str, str]]) -> dict[str, str]:
    """Which of the sentences stand whole among the other changes' words of the other side, and in which clause."""
    mine, found = _label(pair), {}
    for sentence in sentences:
        letters = bones(HEADED.sub("", sentence))
        places = [at for at, words in elsewhere if letters in words and at != mine] if len(letters) >= ENOUGH else []
        if places:
            found[sentence] = places[0]
    return found


def _limits(gone: Iterable[str], came: Iterable[str]) -> list[Data]:
    """Time limits in the changed sentences, before and after."""
    before = [limit.words for s in gone for limit in rules.time_limits(s)]
    after = [limit.words for s in came for limit in rules.time_limits(s)]
    return [{"old": before, "new": after}] if before != after else []


def shortened(words: list[list[str]], around: int = 160) -> list[list[str]]:
    """Long runs that stayed lose their middle, for a page that is about what changed."""
    out = []
    for sign, text in words:
        long = sign == "=" and len(text) > 2 * around + 40
        out.append([sign, f"{text[:around]} […] {text[-around:]}" if long else text])
    return out


def _unclear(sides: Weighed) -> list[str]:
    """Of a sentence whose words do not tell whom its change serves."""
    said = _("Whom does this serve: “%(new)s”, in place of “%(old)s”? The words do not tell.")
    return [said % {"old": old, "new": new} for old, new in sides.unclear[:MOST_UNCLEAR]]
