"""Which column of money is what was paid: the only one, the net beside adjustments, the gross beside a fee."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from members.imports.cells import is_money, sample
from members.imports.funds import is_fund
from members.imports.headings import heading_words, is_another, name_score
from members.normalising import values
from unionops.platform.core import lazy_re as re
from unionops.platform.sheets.tables import SAMPLE, Table

Row = dict[str, Any]
SUM = re.compile(
    r"[-(−]?\s*[$€£]?\s*[-−]?(?:\d{1,3}(?:[ ,.]\d{3})+|\d*)(?:[.,]\d{1,2})?\)?\s*[$€£]?\s*(?:-|−|CR|DR)?", re.IGNORECASE
)
WHOLE = re.compile(r"\d+")
PAYMENTS = {"remittance", "edues"}
SAID = 0.7
SEVERAL = ("arrears", "arrears_within")
"""Fields that several columns may say: arrears and an adjustment."""
ADJUSTED = frozenset({"adjustment", "prior", "refund", "retro"})
FEES = frozenset({"fee", "fees", "comision", "frais"})


def told_by_money(table: Table, mapping: dict[str, str], kind: str) -> dict[str, str]:
    """The mapping with `amount` (of our own list `dues_amount`) where the figures say it stands."""
    found = _only_money(table, _before_fees(table, _net_money(table, mapping, kind), kind), kind)
    return _with_arrears(table, found, kind)


def _with_arrears(table: Table, mapping: dict[str, str], kind: str) -> dict[str, str]:
    """What is for earlier periods counts once: beside the amount, or within it where that is the total."""
    taken = _amount_of(mapping)
    without = {name: slug for name, slug in mapping.items() if slug not in SEVERAL}
    if kind not in PAYMENTS or not taken:
        return without
    money = {name: cells for at, name in enumerate(table.header) if are_sums(cells := table.sample(at))}
    owed = [name for name in table.header if name not in without and name_score(name, "arrears") >= SAID
            and not is_fund(name) and (name in money or taken not in money)]  # fmt: skip
    late = sum(_total(money.get(name, [])) for name in owed)
    rest = {name: _total(cells) for name, cells in money.items() if name not in owed and _is_free(mapping, name)}
    short = late and all(len(cells) < SAMPLE for cells in money.values())
    more = {rest.get(taken, 0) - cents for name, cents in rest.items() if name != taken} if short else set()
    if -late in more:
        return without  # the amount is what was left once this was taken off
    within = late in more or {"total", "net"} & set(heading_words(taken))
    return without | dict.fromkeys(owed, "arrears_within" if within else "arrears")


def parts_of_amount(head: dict[str, Any], mapping: dict[str, str]) -> set[str]:
    """Columns left out whose money is in the amount all the same: with what is for earlier periods they come to it."""
    columns = {name: [row[at] for row in head["sample"]] for at, name in enumerate(head["header"])}
    money = {
        name: [_cents(cell) for cell in cells] for name, cells in columns.items() if are_sums([*filter(None, cells)])
    }
    amounts = money.get(_amount_of(mapping), [])
    within = [money[name] for name, slug in mapping.items() if slug == "arrears_within" and name in money]
    free = [name for name in money if name not in mapping]
    for some in (some for size in (1, 2, 3) for some in combinations(free, size)):
        if amounts == [sum(cells) for cells in zip(*within, *(money[name] for name in some), strict=True)]:
            return set(some)
    return set()


def _cents(cell: str) -> int:
    return values.cents(cell) if cell.strip() else 0


def are_sums(cells: list[str]) -> bool:
    """Money, and some of it with cents: whole figures alone may be hours or codes."""
    written = [cell.strip() for cell in cells]
    money = all(SUM.fullmatch(cell) and is_money(cell) for cell in written)
    return bool(written) and money and not all(map(WHOLE.fullmatch, written))


def _only_money(table: Table, mapping: dict[str, str], kind: str) -> dict[str, str]:
    """Where no heading says it, the one column of dollars and cents: what was paid, in our own list the dues."""
    slug = {"remittance": "amount", "edues": "amount", "members": "dues_amount"}.get(kind, "")
    if not slug or slug in mapping.values():
        return mapping
    free = [name for at, name in enumerate(table.header) if mapping.get(name, "dues_amount") == "dues_amount"
            and not (slug == "dues_amount" and is_another(set(heading_words(name)), slug))
            and are_sums(sample(table, at))]  # fmt: skip
    return mapping | {free[0]: slug} if len(free) == 1 else mapping


def _net_money(table: Table, mapping: dict[str, str], kind: str) -> dict[str, str]:
    """Beside what is current and what is taken back, the net is what came: the column the others add up to."""
    taken = _amount_of(mapping)
    if kind not in PAYMENTS or not taken or "net" in heading_words(taken):
        return mapping
    cells = {name: table.sample(at) for at, name in enumerate(table.header)
             if _is_free(mapping, name) and not _is_other_money(name)}  # fmt: skip
    money = {name: some for name, some in cells.items() if are_sums(some)}
    if taken not in money:
        return mapping
    if any(len(some) >= SAMPLE for some in money.values()):
        nets = _by_words(table, money) - {taken}
    else:
        nets = _added_up({name: _total(some) for name, some in money.items()}, taken)
    return _paid_in(mapping, min(nets)) if len(nets) == 1 else mapping


def _added_up(sums: dict[str, int], taken: str) -> set[str]:
    """The columns further right that come to what was taken and one or two of the others, given back or not."""
    found = set()
    for name in list(sums)[list(sums).index(taken) + 1 :]:
        rest = [other for at, other in sums.items() if at not in {name, taken} and other]
        changes = {sum(some) for size in (1, 2) for some in combinations(rest, size)}
        change = sums[name] - sums[taken]
        if abs(change) < abs(sums[name]) and change in changes | {-each for each in changes}:
            found.add(name)
    return found


def _by_words(table: Table, money: dict[str, list[str]]) -> set[str]:
    """Of a list too long to be added up here: a net beside something that changes it."""
    if not any(ADJUSTED & set(heading_words(name)) for name in table.header):
        return set()
    return {name for name in money if "net" in heading_words(name)}


def _before_fees(table: Table, mapping: dict[str, str], kind: str) -> dict[str, str]:
    """A processor keeps a fee of its own; the member paid the gross."""
    taken = _amount_of(mapping)
    charged = any(FEES & set(heading_words(name)) and not is_fund(name) for name in table.header)
    if kind not in PAYMENTS or not charged or "net" not in heading_words(taken):
        return mapping
    free = [(at, name) for at, name in enumerate(table.header) if name != taken and _is_free(mapping, name)]
    gross = [(name_score(name, "amount"), name) for at, name in free
             if not FEES & set(heading_words(name)) and are_sums(sample(table, at))]  # fmt: skip
    return _paid_in(mapping, max(gross)[1]) if gross else mapping


def _is_other_money(name: str) -> bool:
    words = set(heading_words(name))
    return bool(FEES & words) or is_fund(name) or is_another(words, "amount")


def _amount_of(mapping: dict[str, str]) -> str:
    return next((name for name, slug in mapping.items() if slug == "amount"), "")


def _is_free(mapping: dict[str, str], name: str) -> bool:
    return mapping.get(name, "amount") in {"amount", "dues_amount", "refunded", "arrears"}


def _paid_in(mapping: dict[str, str], name: str) -> dict[str, str]:
    others = {other: slug for other, slug in mapping.items() if slug not in {"amount", "refunded"} and other != name}
    return others | {name: "amount"}


def _total(cells: list[str]) -> int:
    return sum(values.cents(cell) for cell in cells)


def spread_amount(row: Row, slug: str, value: str) -> None:
    """What was paid, less what another column says was given back."""
    cents = -abs(int(value)) if slug == "refunded" else int(value)
    row["amount"] = str(int(row.get("amount", 0)) + cents)


def spread_arrears(row: Row, slug: str, value: str) -> None:
    """What is for earlier periods, beside what is paid for this one or within it; a file may have several columns."""
    row["arrears"] = str(int(row.get("arrears", 0)) + int(value))
    if slug == "arrears":
        spread_amount(row, slug, value)
