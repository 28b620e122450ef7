"""What each field of a list's question means in the database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from members import nameindex
from members.models import DuesMethod, EmailAddress, Person, PersonNumber, Phone, Placement, PostalAddress, Standing
from members.segments import known, organizing, reach, spells, terms
from members.segments.comparing import (
    CONTAINS,
    MANY,
    NEGATED,
    Condition,
    any_of,
    choice,
    day,
    fitting,
    named,
    number,
    spelled,
    text,
    written_as,
    yes_or_no,
)
from members.segments.criteria import WITHOUT_VALUES, Criterion, asks_nothing, checked
from members.segments.fields import EITHER, FIELDS, TEXT
from members.segments.hanging import Hanging
from members.segments.narrowed import Days, Narrowed
from members.segments.words import parse
from unionops.platform.access.models import BargainingUnit, Employer, Worksite
from unionops.platform.core.problems import Problem
from unionops.platform.core.text import fold

NOBODY = Q(pk__in=[])


def question(criteria: Iterable[Criterion], *, counting: bool = False) -> Q:
    """All criteria together. Raises Problem when a value cannot be read.

    `counting`: nobody is listed, so that one fact is best counted in its index.
    """
    parts = list(_parts(criteria))
    condition = Q()
    for build, asked in parts:
        if build is None:
            condition &= one(asked[0], listed=len(parts) == 1 and not counting)
        elif len(parts) > 1:
            condition &= build.beside(asked)
        else:
            condition &= build.fits(asked) if counting and not build.ends_erased else build.alone(asked)
    return condition


def _parts(criteria: Iterable[Criterion]) -> Iterator[tuple[Narrowed | None, list[Criterion]]]:
    """Each criterion, with those of one fact that has an index of its own together: its first and its last day."""
    together: dict[str, list[Criterion]] = {}
    for criterion in criteria:
        build = CONDITIONS.get(criterion["field"])
        usual = isinstance(build, Narrowed) and not (criterion.get("as_of") or criterion["op"] in NEGATED)
        if usual and not asks_nothing(criterion):
            together.setdefault(criterion["field"], []).append(checked(criterion))
        else:
            yield None, [criterion]
    for field, asked in together.items():
        build = CONDITIONS[field]
        yield (build if isinstance(build, Narrowed) else None), asked


def counted_apart(criteria: Sequence[Criterion]) -> QuerySet[Any] | None:
    """Rows to count for one fact that the erased have lost or that hangs on people, one row for each who fits; None
    for other questions.
    """
    fields = {criterion["field"] for criterion in criteria}
    if len(fields) != 1 or any(asks_nothing(criterion) or criterion.get("as_of") for criterion in criteria):
        return None
    build, asked = CONDITIONS.get(fields.pop()), [checked(criterion) for criterion in criteria]
    if isinstance(build, Narrowed) and build.ends_erased and not any(each["op"] in NEGATED for each in asked):
        return Person.objects.filter(build.fits(asked))
    return build.counted(asked) if isinstance(build, Hanging) else None


def affirmed(criteria: Sequence[Criterion]) -> list[Criterion]:
    """Who has what the one question says that nobody knows of them; [] for other questions."""
    unknown = len(criteria) == 1 and criteria[0]["op"] == "is not known"
    return [{**criteria[0], "op": "is known"}] if unknown else []


def understood(criteria: Iterable[Criterion]) -> None:
    """Raises Problem where `question` would, without a look at everybody."""
    for criterion in criteria:
        if criterion["field"] == EITHER:
            for value in criterion["values"]:
                understood(parse(value))
        elif asks_nothing(criterion):
            continue
        elif criterion.get("as_of") or checked(criterion)["field"] not in ANY_TEXT:
            one(criterion)
        elif FIELDS[criterion["field"]].ops != TEXT:
            build = CONDITIONS[criterion["field"]]
            (build.build if isinstance(build, Narrowed) else getattr(build, "rows", build))(criterion)


def one(criterion: Criterion, *, listed: bool = False) -> Q:
    if asks_nothing(criterion) or known.gone([criterion]):
        return NOBODY
    checked(criterion)
    builders = AS_OF if criterion.get("as_of") else CONDITIONS
    build = builders[criterion["field"]]
    found = build(criterion, listed=listed) if isinstance(build, Hanging) else build(criterion)
    return ~found if criterion["op"] in NEGATED else found


def either(criterion: Criterion) -> Q:
    """At least one of several questions."""
    return any_of(question(parse(value)) for value in criterion["values"])


def few(column: str) -> Condition:
    """Columns of few different values, each indexed: what is asked is looked up among these, not in every row."""
    plain = text(column)

    def build(criterion: Criterion) -> Q:
        if criterion["op"] in WITHOUT_VALUES:
            return plain(criterion)
        return Q(**{f"{column}__in": list(_written(column, criterion))})

    return build


def _written(column: str, criterion: Criterion) -> Iterable[str]:
    """How the roster writes the values asked for."""
    return fitting(known.different_values(column), criterion)


def name(criterion: Criterion) -> Q:
    """Every word of the value somewhere in the name."""
    return any_of(all_words(value) for value in criterion["values"])


def all_words(value: str) -> Q:
    """Looked for in the index of names alone, however wide the people's rows are."""
    if not (words := fold(value).split()):
        return as_written(value)
    if (keys := nameindex.containing(words)) is not None:
        return nameindex.among(keys)
    found = Q()
    for word in words:
        found &= Q(name_key__contains=word)
    return found


def as_written(value: str) -> Q:
    """Signs alone, such as a lone dash, stand in a name as they are written; nothing at all stands in no name."""
    signs = value.strip()
    return any_of(Q(**{f"{column}__contains": signs}) for column in ("last_name", "first_name", "middle") if signs)


def containing(rows: QuerySet[Person], value: str) -> QuerySet[Person]:
    """The rows whose folded name contains every word."""
    return rows.filter(all_words(value))


def last_name(criterion: Criterion) -> Q:
    """However it is spelled; who it begins with stands together in the index of names."""
    if criterion["op"] in WITHOUT_VALUES or not all(fold(value) and "&" not in value for value in criterion["values"]):
        return spelled(Person, "last_name")(criterion)
    has = containing if criterion["op"] in CONTAINS else _beginning
    everybody = Person.objects.filter(erased_at=None).order_by()
    found: set[str] = set()
    for value in criterion["values"]:
        for piece in _pieces(has(everybody, fold(value)).values_list("last_name", flat=True)):
            found.update(fitting(piece - found, criterion))
            if len(found) > MANY:
                return text("last_name")(criterion)
    return Q(last_name__in=sorted(found))


def _pieces(rows: QuerySet[Any]) -> Iterator[set[str]]:
    """Different values, a thousand rows at a time: who has seen enough of them reads no further."""
    waiting = rows.iterator(chunk_size=1_000)
    while piece := set(islice(waiting, 1_000)):
        yield piece


def _beginning(rows: QuerySet[Person], folded: str) -> QuerySet[Person]:
    """Rows whose folded name, which begins with the last name, begins like this."""
    if connection.vendor == "postgresql":  # its order of letters is that of a language
        return rows.filter(name_key__startswith=folded)
    return rows.filter(name_key__gte=folded, name_key__lt=f"{folded}{LAST_LETTER}")


LAST_LETTER = "\U0010ffff"


def employee_number(criterion: Criterion) -> Q:
    """The number of today, or another one a list showed for the person; zeros in front may be left out."""
    if criterion["op"] in WITHOUT_VALUES:
        return text("employee_number")(criterion)
    if criterion["op"] in {"is", "is not"}:
        written = [each for value in criterion["values"] for each in _as_written(value)]
        others = PersonNumber.objects.filter(number__in=written)
        return Q(employee_number__in=written) | Q(pk__in=others.values("person"))
    others = PersonNumber.objects.filter(text("number")(criterion))
    return text("employee_number")(criterion) | Q(pk__in=others.values("person"))


def _as_written(number: str) -> Iterable[str]:
    """As lists may write it: letters large or small, zeros in front lost or kept."""
    if number.isdigit():
        return [number.zfill(width) for width in range(len(number), max(LONGEST, len(number)) + 1)]
    return {number, number.upper(), number.lower()}


LONGEST = 10
"""Digits of an employee number."""
JOB: dict[str, str] = {
    "component": "component",
    "department": "department", "org": "org", "shift": "shift", "tour": "tour", "schedule": "schedule",
    "title": "job_title", "pay plan": "pay_plan", "series": "series",
}  # fmt: skip
FEW = {"shift", "component", "department", "org"}


def job(word: str, build: Condition) -> Condition:
    return written_as(known.READ_AS[word], build) if word in known.READ_AS else build


CONDITIONS: dict[str, Condition] = {
    EITHER: either,
    "name": name,
    "last name": last_name,
    "first name": spelled(Person, "first_name"),
    "middle name": Narrowed(spelled(Person, "middle")),
    "suffix": Narrowed(spelled(Person, "suffix")),
    "preferred name": Narrowed(spelled(Person, "preferred_name")),
    "pronouns": Narrowed(spelled(Person, "pronouns")),
    "language": Narrowed(spelled(Person, "language")),
    "employee number": Narrowed(employee_number, ends_erased=True),
    "member number": Narrowed(text("member_number"), ends_erased=True),
    "hired": Days(day("hire_date")),
    "seniority": Days(day("seniority_date")),
    "died": day("deceased_on"),
    "has died": yes_or_no(Q(has_died=True) | Q(deceased_on__isnull=False)),
    "e-mail": reach.has(EmailAddress),
    "personal e-mail": reach.has(EmailAddress, kind="home"),
    "work e-mail": reach.has(EmailAddress, kind="work"),
    "primary e-mail": reach.has(EmailAddress, is_primary=True),
    "bad e-mail": reach.bad(EmailAddress),
    "phone": reach.has(Phone),
    "cell": reach.has(Phone, kind="cell"),
    "home phone": reach.has(Phone, kind="home"),
    "work phone": reach.has(Phone, kind="work"),
    "primary phone": reach.has(Phone, is_primary=True),
    "bad phone": reach.bad(Phone),
    "address": reach.has(PostalAddress),
    "city": reach.place("city"),
    "state": reach.place("state"),
    "zip": reach.place("zip"),
    "bad address": reach.bad(PostalAddress),
    "e-mail consent": reach.consent("email"),
    "text consent": reach.consent("sms"),
    "mail consent": reach.consent("mail"),
    "phone consent": reach.consent("phone"),
    "in unit": yes_or_no(Q(in_unit=True)),
    "employer": named("employer", Employer),
    "unit": named("unit", BargainingUnit),
    "site": named("worksite", Worksite),
    **{
        word: job(word, few(column)) if column in FEW else Narrowed(job(word, spelled(Person, column)))
        for word, column in JOB.items()
    },
    "grade": Narrowed(number("grade")),
    "step": Narrowed(number("step")),
    "placed": spells.placed,
    "left the unit": spells.left_the_unit,
    "standing": choice("standing", Standing.choices),
    "member": yes_or_no(Q(standing=Standing.MEMBER)),
    "joined": spells.joined,
    "left": spells.left,
    "reason for leaving": spells.reason,
    "dues method": spells.dues_method(DuesMethod.choices),
    "paying": spells.paying,
    "form": spells.form,
    "office": terms.office,
    "office ends": terms.office_ends,
    "steward for unit": terms.steward_for("unit", BargainingUnit),
    "steward for site": terms.steward_for("worksite", Worksite),
    "covered": terms.covered,
    "steward": terms.steward,
    "committee": terms.committee("committee__name"),
    "committee part": terms.committee("part"),
    "committee term ends": terms.committee_ends,
    **{word: Hanging(rows) for word, rows in organizing.ROWS.items()},
}
ANY_TEXT = {"name", "last name", "first name", *JOB} | {
    word for word, build in CONDITIONS.items() if isinstance(build, Narrowed | Hanging)
}
"""Fields whose values are looked for among all that are there."""
AS_OF: dict[str, Condition] = {
    "in unit": spells.in_unit_then,
    "employer": spells.then(named("employer", Employer)),
    "unit": spells.then(named("unit", BargainingUnit)),
    "site": spells.then(named("worksite", Worksite)),
    **{word: spells.then(job(word, spelled(Placement, column))) for word, column in JOB.items()},
    "grade": spells.then(number("grade")),
    "step": spells.then(number("step")),
    "standing": spells.standing_then,
    "member": spells.member_then,
    "dues method": spells.dues_method(DuesMethod.choices),
    "office": terms.office,
    "steward for unit": terms.steward_for("unit", BargainingUnit),
    "steward for site": terms.steward_for("worksite", Worksite),
    "covered": terms.covered,
    "steward": terms.steward,
    "committee": terms.committee("committee__name"),
    "committee part": terms.committee("part"),
}
"""The fields that can be asked 'as of' a day, and how."""


def troubles(criteria: list[Criterion]) -> list[str]:
    """What is wrong with a saved list by now: it cannot be asked any more, or asks for what nobody has."""
    try:
        understood(criteria)
    except Problem as problem:
        return [str(problem)]
    return known.unheard_of(criteria)


def why(person: Person, criteria: Iterable[Criterion]) -> list[tuple[Criterion, bool]]:
    """Each criterion with whether it holds for this person."""
    rows = Person.objects.filter(pk=person.pk)
    return [(criterion, rows.filter(_holding(criterion)).exists()) for criterion in criteria]


def _holding(criterion: Criterion) -> Q:
    try:
        return one(criterion)
    except Problem:
        return NOBODY
