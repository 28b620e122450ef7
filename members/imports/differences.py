"""What counts as a difference between a file and the roster, and what is only another way of writing."""

from __future__ import annotations

from members.matching import Known, Row, name_of, number_key, street_key
from members.normalising import jobs, names
from members.normalising.names import Name
from members.placed import LIST_FIELDS
from unionops.platform.core import lazy_re as re
from unionops.platform.core.text import fold

PERSON_FIELDS = (
    "hire_date", "seniority_date", "preferred_name", "pronouns", "language", "member_id", "deceased_on",
    "has_died",
)  # fmt: skip
CONTACT_FIELDS = ("email", "work_email", "phone", "home_phone", "work_phone", "street")
FAMILIES = (("email", "work_email"), ("phone", "home_phone", "work_phone"))
"""An address or a number we have is no news under another kind."""
MEMBERSHIP_FIELDS = ("status", "dues_method", "dues_amount", "join_date", "end_date", "left_reason")
ENDED_FIELDS = ("join_date", "end_date", "left_reason")
"""What a list says of a membership that is over."""
ALL_FIELDS = (*LIST_FIELDS, *PERSON_FIELDS, *CONTACT_FIELDS, *MEMBERSHIP_FIELDS)
NOTHING = {"status": "none", "dues_amount": "0"}
"""What a cell says when there is no membership."""
DETAIL = re.compile(r"\b(?:detail(?:ed)?|temp(?:orary)?|acting|nte)\b", re.IGNORECASE)


def plain(text: str) -> str:
    return " ".join(word for word in fold(text.replace("&", " and ").replace("/", " ")).split() if word != "the")


def same_code(one: str, other: str) -> bool:
    """Codes, and codes that a spreadsheet turned into a rounded number."""
    if plain(one) == plain(other) or names.key(one) == names.key(other):
        return True
    return "+" in one + other and _rounded(one) is not None and _rounded(one) == _rounded(other)


def _rounded(text: str) -> str | None:
    try:
        return f"{float(text):.2E}"
    except ValueError:
        return None


def same_value(field: str, old: str, new: str) -> bool:
    if old == new:
        return True
    if field in NOTHING:
        return (old or NOTHING[field]) == (new if new != "ended" else "none")
    if field in {"step", "series"}:
        return old.lstrip("0") == new.lstrip("0")
    if field == "grade":
        return jobs.same_grade(old, new)
    if field == "tour":
        return jobs.same_tour(old, new)
    if field == "schedule":
        return jobs.schedule(old) == jobs.schedule(new)
    return same_code(old, new) if field == "org" else plain(old) == plain(new)


def is_unit(known: Known, said: str) -> bool:
    """By its code or by its name."""
    return any(same_value("unit", known.facts.get(slug, ""), said) for slug in ("unit", "unit_name"))


def differences(row: Row, known: Known, fields: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """(field, old, new) where the file says something else. A blank cell says nothing."""
    found, facts = [], known.facts
    for field in fields:
        if not (new := row.get(field)):
            continue
        if field in CONTACT_FIELDS:
            if not _has_contact(row, known, field, new):
                found.append((field, (known.contacts.get(field) or ("",))[0], new))
        elif (field == "unit" and is_unit(known, new)) or (
            field == "member_id" and number_key(new) in map(number_key, known.other_numbers)
        ):
            continue
        elif (old := facts.get(field, "")) != new and not same_value(field, old, new):
            found.append((field, old, new))
    return found


def _has_contact(row: Row, known: Known, field: str, value: str) -> bool:
    if field == "street":
        return known.has("street", street_key(f"{value} {row.get('street2', '')}", row.get("zip", "")))
    if known.has(field, value):
        return True
    others = (other for family in FAMILIES if field in family for other in family if other != field)
    return _without_extension(value) in {
        _without_extension(ours) for other in others for ours in known.contacts.get(other, ())
    }


def _without_extension(value: str) -> str:
    """'+15035550100x12' is a number with one; an address has none, whatever its letters."""
    return value if "@" in value else value.partition("x")[0]


def better_name(old: Name, new: Name) -> Name | None:
    """The same name written better: marks instead of none, mixed case, letters that were lost, a missing initial."""
    if not new.last:
        return None
    parts = [_better(ours, theirs) for ours, theirs in zip(old, new, strict=True)]
    return Name(*parts) if tuple(parts) != tuple(old) else None


def _better(old: str, new: str) -> str:
    if not new or old == new:
        return old
    if len(old.rstrip(".")) == 1 < len(new) and names.key(old) == names.key(new)[:1]:
        return new
    if old and not names.same(old, new):
        return old
    return new if not old or _care(new) > _care(old) else old


def _care(text: str) -> tuple[bool, int, int]:
    """Whole letters first, then marks, then capitals inside words."""
    inner = sum(1 for at, c in enumerate(text) if at and c.isupper() and text[at - 1].isalpha())
    return not names.is_damaged(text), sum(ord(c) > 127 for c in text), inner


def renamed(row: Row, known: Known) -> bool:
    name = name_of(row)
    return bool(name.last) and names.is_rename(known.name, name)


def is_detail(row: Row) -> bool:
    """A second row for a temporary assignment; the permanent position is the one that counts."""
    return bool(DETAIL.search(f"{row.get('title', '')} {row.get('notes', '')} {row.get('schedule', '')}"))
