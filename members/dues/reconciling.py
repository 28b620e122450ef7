"""The unit list, the dues files and our own members held against each other; pure code.

Four sets that are easily confused: in the unit, member, on payroll dues, paying. Each difference is a
list of people, so that somebody can write, call or correct.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from members.dues.paying import Line, period_of
from members.matching import Known

Item = dict[str, Any]


@dataclass
class Books:
    """What is compared; without `has_payroll` nothing is said of money that comes that way.

    `twins` joins a member to the people they may be, while nobody has decided.
    """

    people: dict[int, Known]
    members: set[int]
    unit: set[int]
    unit_size: int
    payroll: list[Line]
    edues: list[Line] = field(default_factory=list)
    twins: dict[int, set[int]] = field(default_factory=dict)
    member_duplicates: list[list[Any]] = field(default_factory=list)
    has_edues: bool = False
    has_payroll: bool = True


def reconcile(books: Books) -> dict[str, Any]:
    """Every difference as a list of people; money in cents."""
    payers = _by_person(line for line in books.payroll if line.cents)
    paying = books.members & _with_twins(set(payers), books)
    on_payroll = _on_payroll(books) if books.has_payroll else set()
    in_unit = {pk for pk in books.members if _in_unit(pk, books)}
    return {
        "density": round(len(in_unit) / books.unit_size, 4) if books.unit_size else 0.0,
        "unit": books.unit_size,
        "members": len(books.members),
        "members_in_unit": len(in_unit),
        "remittance": _sums(books.payroll),
        "edues": _sums(books.edues),
        "paying_not_member": _strangers(books, payers),
        "members_not_remitted": _not_remitted(books, on_payroll - paying),
        "amount_differs": _wrong_amounts(books, {pk for pk in paying if _method(pk, books) in BY_PAYROLL}, payers),
        "left_the_unit_still_paying": _items(books, paying - in_unit, payers),
        "refunded": _refunds(books, {pk for pk in paying if _refunded(pk, payers, books)}, payers),
        "failed_payments": _failed(books),
        "paid_twice": _items(books, _twice(books.edues), _by_person(books.edues)),
        "member_duplicates": books.member_duplicates,
        "not_in_unit": _items(books, books.members - in_unit, payers),
        "in_unit_not_paying": _not_paying(books, payers),
        "unmatched_lines": [_unknown(line) for line in (*books.payroll, *books.edues) if line.known is None],
    }


def _by_person(lines: Iterable[Line]) -> dict[int, list[Line]]:
    found: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.known:
            found[line.known.pk].append(line)
    return found


BY_PAYROLL = ("payroll", "")
"""What a member whose money came by payroll may have on record: nobody need have written down how they pay."""


def _method(pk: int, books: Books) -> str:
    return books.people[pk].facts.get("dues_method", "")


def _on_payroll(books: Books) -> set[int]:
    """Members whose money should come by payroll: all who do not pay by card, where the list has no word on anybody."""
    known = {pk: method for pk in books.members if (method := _method(pk, books))}
    if not known:
        return books.members - set(_by_person(books.edues))
    return {pk for pk, method in known.items() if method == "payroll"}


def _in_unit(pk: int, books: Books) -> bool:
    """On the list; or it is not decided which of two people on the list they are."""
    return pk in books.unit or bool(books.twins.get(pk, set()) & books.unit)


def _with_twins(payers: set[int], books: Books) -> set[int]:
    """Payers, and members who may be a payer that is nobody else's membership."""
    free = payers - books.members
    return payers | {pk for pk, others in books.twins.items() if others & free}


def _lines_of(pk: int, payers: dict[int, list[Line]], books: Books) -> list[Line]:
    own = payers.get(pk, [])
    return own or [line for other in books.twins.get(pk, set()) - books.members for line in payers.get(other, [])]


def _sums(lines: list[Line]) -> Item:
    arrived = [line.cents for line in lines if line.status != "failed"]
    arrears = sum(line.arrears for line in lines if line.status != "failed")
    return {
        "records": len(lines),
        "net_cents": sum(arrived),
        "gross_cents": sum(cents for cents in arrived if cents > 0),
        "arrears_cents": arrears,
    }


def _strangers(books: Books, payers: dict[int, list[Line]]) -> list[Item]:
    """Money came for somebody who is not a member of ours: a form went straight to payroll."""
    spoken_for = {other for pk, others in books.twins.items() if pk in books.members for other in others}
    known = sorted(set(payers) - books.members - spoken_for)
    lost = [_unknown(line) for line in books.payroll if line.known is None]
    return [_item(books.people[pk], payers[pk]) for pk in known] + lost


def _not_paying(books: Books, payers: dict[int, list[Line]]) -> list[Item]:
    """In the unit and no money came: people to ask, and members whose dues should have come this way."""
    cards = _by_person(books.edues)
    paid = _with_twins(set(payers) | {pk for pk, lines in cards.items() if _sums(lines)["net_cents"] > 0}, books)
    found = []
    for pk in sorted(books.unit - paid):
        method = _method(pk, books) if pk in books.members else None
        by_file = (books.has_payroll and method in BY_PAYROLL) or (books.has_edues and method == "edues")
        if method is None or by_file:
            found.append(_item(books.people[pk], []) | {"is_member": method is not None})
    return found


def _wrong_amounts(books: Books, members: set[int], payers: dict[int, list[Line]]) -> list[Item]:
    """What was withheld is not what the member should pay."""
    found = []
    for pk in sorted(members):
        lines = _lines_of(pk, payers, books)
        expected = int(books.people[pk].facts.get("dues_amount") or 0)
        periods = _by_period(lines)
        withheld = sum(_withheld(cents, expected) for cents in periods)
        expected *= len(periods)
        if expected and withheld and withheld != expected:
            item = _item(books.people[pk], lines)
            found.append(item | {"expected_cents": expected, "withheld_cents": withheld})
    return found


def _by_period(lines: list[Line]) -> list[list[int]]:
    """The sums of each pay period in which something was taken, the last with what was given back in a later one.

    A file may bring several periods, or not tell them apart.
    """
    periods: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        periods[period_of(line)].append(line.current)
    taken = [cents for cents in periods.values() if max(cents) > 0] or [[]]
    taken[-1] += [figure for cents in periods.values() if max(cents) <= 0 for figure in cents]
    return taken


def _withheld(cents: list[int], expected: int) -> int:
    """What was taken, when that is right whatever was given back; else what is left once corrections are taken in."""
    taken = sum(figure for figure in cents if figure > 0)
    return taken if taken == expected or sum(cents) <= 0 else sum(cents)


def _refunded(pk: int, payers: dict[int, list[Line]], books: Books) -> bool:
    return any(line.cents < 0 for line in _lines_of(pk, payers, books))


def _refunds(books: Books, members: set[int], payers: dict[int, list[Line]]) -> list[Item]:
    """Money that payroll or the card processor gave back."""
    cards = _by_person(books.edues)
    back = {pk for pk, lines in cards.items() if any(line.cents < 0 for line in lines)}
    return _items(books, members, payers) + _items(books, back - members, cards)


def _not_remitted(books: Books, members: set[int]) -> list[Item]:
    """Payroll may say why nothing was withheld."""
    empty = _by_person(line for line in books.payroll if not line.cents)
    said = {pk: lines[-1].row.get("failure_reason", "") for pk, lines in empty.items()}
    return [item | {"reason": said.get(item["pk"], "")} for item in _items(books, members, empty)]


def _failed(books: Books) -> list[Item]:
    """A payment failed and none has arrived since."""
    by_person = _by_person([*books.edues, *books.payroll])
    found = []
    for pk, lines in sorted(by_person.items()):
        failed = [line for line in lines if line.status == "failed"]
        if failed and not any(line.status == "paid" for line in lines):
            reason = failed[-1].row.get("failure_reason", "")
            found.append(_item(books.people[pk], lines) | {"reason": reason})
    return found + [_unknown(line) for line in books.edues if line.known is None and line.status == "failed"]


def _twice(lines: list[Line]) -> set[int]:
    """The same amount more than once, nothing given back."""
    found = set()
    for pk, own in _by_person(lines).items():
        paid = [line.cents for line in own if line.status == "paid"]
        if len(paid) != len(set(paid)) and not any(line.status == "refunded" for line in own):
            found.add(pk)
    return found


def _items(books: Books, keys: set[int], payers: dict[int, list[Line]]) -> list[Item]:
    return [_item(books.people[pk], payers.get(pk, [])) for pk in sorted(keys) if pk in books.people]


def _item(known: Known, lines: list[Line]) -> Item:
    return {
        "pk": known.pk,
        "employee_number": known.number or None,
        "member_id": known.member_id or None,
        "last_name": known.name.last,
        "first_name": known.name.first,
        "paid_cents": sum(line.cents for line in lines),
        "codes": sorted({line.row["code"] for line in lines if line.row.get("code")}),
    }


def _unknown(line: Line) -> Item:
    row = line.row
    return {
        "pk": None,
        "employee_number": row.get("employee_number") or None,
        "member_id": row.get("member_id") or None,
        "last_name": row.get("last_name", ""),
        "first_name": row.get("first_name", ""),
        "row": row["row"],
        "paid_cents": line.cents,
        "codes": [row["code"]] if row.get("code") else [],
        "candidates": [known.number or known.member_id for known in line.candidates],
    }
