"""Who a line of a dues report is about: by number, by its last digits and the cut name, or by what backs the name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from members.matching import DAMAGED, Known, Roster, Row, name_of
from members.normalising import names
from unionops.platform.core import lazy_re as re
from unionops.platform.core.text import fold

NAMES = ("last_name", "first_name", "middle", "suffix")
CUT = 14
"""Names this long (without spaces) may have been cut off by the report."""
FAILED = re.compile(
    r"fail|declin|return|nsf|void|charge ?back|error|reject|unpaid|insufficient|unsuccess|bounce|denied|cancel|expired"
    r"|dispute|not paid|not collect|uncollect|fallid|rechaz|anulad|impagad|no pagad|^no?$|refus|rejet|impaye|echoue"
)
REFUNDED = re.compile(r"refund|revers|credit (?:issued|given)|credited|devuelt|reembols|rembours")


@dataclass(slots=True)
class Line:
    """One payment with the person it was matched to, if any."""

    row: Row
    known: Known | None = None
    how: str = ""
    candidates: list[Known] = field(default_factory=list)

    @property
    def cents(self) -> int:
        return int(self.row.get("amount", 0))

    @property
    def arrears(self) -> int:
        """What of it is for earlier periods."""
        return int(self.row.get("arrears", 0))

    @property
    def current(self) -> int:
        return self.cents - self.arrears

    @property
    def status(self) -> str:
        said = fold(self.row.get("payment_status") or "")
        if REFUNDED.search(said) or self.cents < 0:
            return "refunded"
        return "failed" if FAILED.search(said) else "paid"


def match_lines(rows: Iterable[Row], roster: Roster, decisions: Mapping[str, str] | None = None) -> list[Line]:
    """What a person said first (`decisions`: {row: our key}), then numbers; then names, backed by the sites that each
    agency code was seen with.
    """
    index = Payers(roster)
    said = {row: roster.by_pk.get(int(key)) for row, key in (decisions or {}).items() if key.isdigit()}
    lines = [
        Line(row, known, "a person said so") if (known := said.get(str(row["row"]))) else index.by_number(row)
        for row in rows
    ]
    index.learn(line for line in lines if line.known)
    taken = {line.known.pk for line in lines if line.known}
    written: dict[tuple[str, ...], dict[str, list[Line]]] = defaultdict(lambda: defaultdict(list))
    for line in lines:
        if line.known is None:
            written[_as_written(line.row)][period_of(line)].append(line)
    for periods in written.values():
        same: list[Line] = []
        for of_period in periods.values():
            _match_period(index, of_period, same, taken)
            same += of_period
    return lines


def _match_period(index: Payers, lines: list[Line], before: list[Line], taken: set[int]) -> None:
    """Lines of one pay period that are written alike; `before`: those of the periods before.

    Who paid the same before comes first, then what is left; what was given back goes by what was paid.
    """
    paid = [line for line in lines if line.cents > 0]
    for line in paid:
        _take_over(line, [one for one in _free(line, before, lines) if one.current == line.current])
    left = [line for line in paid if line.known is None]
    free = list(_people(one for line in left for one in _free(line, before, lines)).values())
    if len({line.cents for line in left}) == 1 and len(left) == len(free):
        for line, known in zip(left, free, strict=True):
            line.known, line.how = known, SAME
    for line in left:
        if line.known is None:
            _match_paid(index, line, _people(_free(line, before, lines)), _people(lines), taken)
    for line in lines:
        if line.cents <= 0:
            _give_back(index, line, [one for one in (*before, *paid) if one.known], taken)


def _give_back(index: Payers, line: Line, paid: list[Line], taken: set[int]) -> None:
    """To the last who paid as much, else to whoever paid."""
    if paid:
        same = [one for one in paid if one.cents == -line.cents]
        _take_over(line, same[-1:] or paid)
    else:
        index.by_backing(line, taken)


def _match_paid(index: Payers, line: Line, free: dict[int, Known], now: dict[int, Known], taken: set[int]) -> None:
    """`free`: who paid under this name before and not yet in this period; `now`: who did in this one."""
    others = index.namesakes(line.row, taken)
    if not free and (others or not now):
        index.by_backing(line, taken)
    elif len(people := free | others or now) == 1:
        line.known, line.how = next(iter(people.values())), SAME
    else:
        index.by_likeness(line, list(people.values()), taken)


def _free(line: Line, before: list[Line], lines: list[Line]) -> list[Line]:
    """Lines with people of whom none of `lines` is yet; a payment that failed takes nobody's place."""
    placed = [one for one in lines if one.cents > 0 and one.status == line.status == "paid"]
    taken = _people(placed)
    return [one for one in (*before, *lines) if one.known and one.known.pk not in taken]


def _people(lines: Iterable[Line]) -> dict[int, Known]:
    return {line.known.pk: line.known for line in lines if line.known}


def _take_over(line: Line, others: list[Line]) -> None:
    """The line is about the person these are about; of several nobody knows which, and a person is asked."""
    people = list(_people(others).values())
    if len(people) == 1:
        line.known, line.how = people[0], SAME
    else:
        line.candidates = people


def period_of(line: Line) -> str:
    return str(line.row.get("pay_period") or line.row.get("paid_on", ""))


SAME = "written like another line of theirs"


def _as_written(row: Row) -> tuple[str, ...]:
    """Two lines that write all of this alike are about one person: of two pay periods, or a correction."""
    return tuple(str(row.get(slug, "")) for slug in ("employee_number", "member_id", "last4", "email", *NAMES))


class Payers:
    """The roster, indexed for reports that show little of a person."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.by_last4: dict[str, list[Known]] = defaultdict(list)
        for known in roster.people:
            for size in (3, 4, 5, 6):
                if len(known.number) >= size:
                    self.by_last4[known.number[-size:]].append(known)
        self.seen: dict[str, Counter[str]] = defaultdict(Counter)

    def by_number(self, row: Row) -> Line:
        match = self.roster.exact(row)
        if match.known:
            return Line(row, match.known, match.how)
        if last4 := row.get("last4"):
            fitting = [known for known in self.by_last4.get(last4, ()) if fits(row, known)]
            if len(fitting) == 1:
                return Line(row, fitting[0], "last digits and name")
            return Line(row, candidates=fitting)
        if address := row.get("email"):
            owners = self.roster.by_contact.get(address, [])
            if len(owners) == 1:
                return Line(row, owners[0], "e-mail")
        return Line(row, candidates=match.candidates)

    def learn(self, lines: Iterable[Line]) -> None:
        """Which sites and employers an agency code stands for, from the lines that are sure."""
        for line in lines:
            code = line.row.get("employer", "")
            if line.known and code:
                self.seen[code].update(_places(line.known))

    def by_backing(self, line: Line, taken: set[int]) -> None:
        """The name, and something else: agency, amount, paying by payroll."""
        people = list(self.namesakes(line.row, taken).values())
        self.by_likeness(line, people, taken, enough=20)
        if line.known:
            line.how = "name and what backs it"

    def by_likeness(self, line: Line, people: list[Known], taken: set[int], enough: int = 0) -> None:
        """The one of these whom more of the line fits than any other."""
        ranked = sorted(((self._score(line, known), known) for known in people), key=lambda pair: -pair[0])
        ranked = [pair for pair in ranked if pair[0] >= enough]
        if ranked and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]):
            line.known, line.how = ranked[0][1], SAME
            taken.add(ranked[0][1].pk)
        else:
            line.candidates = line.candidates or people[:5]

    def namesakes(self, row: Row, taken: set[int]) -> dict[int, Known]:
        return {known.pk: known for known in self._named(row) if known.pk not in taken}

    def _named(self, row: Row) -> list[Known]:
        """Where a surname ends may be unclear, so short surnames are looked at too."""
        start = names.key("".join(name_of(row)[:3]))
        near = [known for size in (3, 2, 1) for known in self.roster.by_last.get(start[:size], ())]
        near += self.roster.by_surname.get(DAMAGED, ())
        return [known for known in near if not _other_number(row, known) and fits(row, known)]

    def _score(self, line: Line, known: Known) -> int:
        places = self.seen.get(line.row.get("employer", ""), Counter())
        score = 20 if any(places[place] for place in _places(known)) else 0
        score += 10 * (str(abs(line.current)) == known.facts.get("dues_amount", ""))
        score += 10 * (known.facts.get("dues_method") == "payroll")
        return score + 6 * (names.key(line.row.get("middle", ""))[:1] == names.key(known.name.middle)[:1])


def _places(known: Known) -> list[str]:
    return [names.key(known.facts[slug]) for slug in ("station", "employer") if known.facts.get(slug)]


def _other_number(row: Row, known: Known) -> bool:
    return bool(row.get("last4") and known.number) and not known.number.endswith(row["last4"])


def fits(row: Row, known: Known) -> bool:
    """The report's name, possibly cut, is this person's name."""
    name = name_of(row)
    if names.suffix_conflicts(name.suffix, known.name.suffix):
        return False
    theirs = names.key(f"{name.last}{name.first}{name.middle}")
    last, first, middle, suffix = (names.key(part) for part in known.name)
    starts = {last + given for given in names.given_keys(known.name.first)}
    starts |= {last + suffix + given for given in names.given_keys(known.name.first)}
    ours = {start + rest for start in starts for rest in ("", middle, middle[:1])}
    if theirs in ours or (not middle and theirs[:-1] == last + first):
        return True
    cut = len(theirs) >= CUT or (theirs.startswith(last) and len(last) > 3)
    if cut and any(whole.startswith(theirs) for whole in ours):
        return True
    return names.same_person_name(name, known.name)
