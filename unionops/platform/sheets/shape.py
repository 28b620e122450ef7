"""Finds the heading of a table and tells rows of people from banners, sections, totals and footers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from unionops.platform.core import lazy_re as re
from unionops.platform.core.money import cents
from unionops.platform.core.problems import Problem
from unionops.platform.core.text import fold
from unionops.platform.sheets.ending import check_cut, is_note
from unionops.platform.sheets.sections import Sections
from unionops.platform.sheets.tables import Area, Aside, Grid, Table, one_line

LOOK_AT = 40
Row = tuple[int, list[str]]
NOT_A_LABEL = re.compile(r"^[\s$(+-]*[\d.,/:()*#-]+%?$|@|\d{2,}[-/]\d|\d{4,}|^\d+$")
OF_A_DAY = re.compile(r"[^\W\d_]{2,}\.? \d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?")
"""'PPE 03/07' over what was withheld then."""
TOTAL = re.compile(
    r"^\W*(?:sub\s*-?\s*|(?:grand|page|report|overall|site|section|unit)\s+)?(?:totals?|(?:head ?)?count)\b"
    r"|^\W*(?:number|no\.?|#) of (?:records?|employees|members|rows|people)\b"
    r"|^\W*(?:gran |importe |monto )?total(?:es)?\b|^\W*(?:n[uú]mero|cantidad|recuento) de \w+"
    r"|^\W*(?:sous-?total|nombre (?:de |d'|d’)\w+)",
    re.IGNORECASE,
)
SUM_OF = re.compile(
    r"^\W*(?:records?|employees|members|rows|people|sum|registros|empleados|socios|miembros|filas|personas)\W*$",
    re.IGNORECASE,
)
ENDS_AS_SUM = re.compile(r"\b(?:sub\s*-?\s*totals?|totals?|(?:head ?)?counts?)\W*$", re.IGNORECASE)
"""The other way about: 'Roads subtotal', 'Records Bureau Count'."""
ONLY_TOTAL = re.compile(r"(?:\w+ ){0,2}(?:grand |sub ?-?)?totals?\s*:?", re.IGNORECASE)
"""'Company Totals:', wherever it stands; nobody is called so."""
SAID_COUNT = re.compile(
    r"^\W*\d[\d,]* (?:records?|employees?|members?|rows?|people|persons?|positions?|staff|workers?|empleados"
    r"|employ[ée]s|personas)\b",
    re.IGNORECASE,
)
OF_A_GROUP = re.compile(
    r"\W(\d[\d,]*) (?:records?|employees?|members?|rows?|people|persons?|positions?|staff|workers?|empleados"
    r"|employ[ée]s|salari[ée]s|personas)\W*$",
    re.IGNORECASE,
)
"""'Lakeside: 19 employees', below the nineteen."""
SUM_WORD = re.compile(r"^\W*(?:net|sum|collected|settled|remitted|deposit(?:ed)?|check) ?\w*\W*$", re.IGNORECASE)
"""What a last line with nothing else but figures is called."""
FIGURE = re.compile(r"[$€£(+-]*\d[\d.,\xa0\u202f]*(?: \d{3}[\d.,]*)*[)-]?(?: ?(?:CR|DR|[$€£]))?")
HINT = re.compile(
    r"^[(\[].*[)\]]$|^[dmyjah]{1,4}(?:[/\-. ][dmyjah]{1,4}){1,2}$|^(?:usd|cad|\$|#|%|hrs|hours|text|number|date|y/n)$",
    re.IGNORECASE,
)
"""What a line under the names says of a column: '(USD)', 'mm/dd/yyyy'."""
AT_END = 3
"""How many lines at the end of a list may sum it up in words we do not know."""
FURNITURE = re.compile(
    r"^\W*(?:page \d+|-+ ?page|end of (?:report|file|list)|continued)\b|\bpage:? \d+(?: of \d+)?\W*$", re.IGNORECASE
)


def table_from(grid: Grid, words: Collection[str] = ()) -> Table:
    """`words` are folded heading words the caller knows; they help where a heading is hard to tell."""
    rows = [(number, [cell.strip() for cell in cells]) for number, cells in grid.rows]
    rows = [(number, cells) for number, cells in rows if any(cells)]
    if not rows:
        raise Problem("empty", "This file holds no rows.", "Check that you saved the right file.")
    usual = _usual(rows)
    first, last = _heading(rows, usual, words, grid)
    header, own = _header(rows, first, last, grid)
    table = Table(header, meta=dict(grid.meta) | ({"own": own} if first < last else {}))
    above, below = rows[:first] if last >= first else [], rows[last + 1 :]
    if above and _heads_each_group(above[-1], rows[last], below):
        below = [above.pop(), *below]
    _banner(table, above)
    _reach_down(below, grid.merged)
    _fill(table, below, usual, grid.ends_cleanly)
    return table


def _heads_each_group(above: Row, names: Row, below: list[Row]) -> bool:
    """The column names stand again under the name of each group, so the line above them names the first group."""
    alone = {number for number, cells in below if _filled(cells) == 1}
    again = [at for at, (_number, cells) in enumerate(below) if cells == names[1]]
    return _filled(above[1]) == 1 and bool(again) and all(at and below[at - 1][0] in alone for at in again)


def _reach_down(rows: list[tuple[int, list[str]]], merged: list[Area]) -> None:
    """A cell merged over several rows of people holds for each of them."""
    by_number = dict(rows)
    for (top, left), (bottom, _right) in merged:
        said = by_number.get(top, [])[left : left + 1]
        for number in range(top + 1, bottom + 1) if said and said[0] else ():
            cells = by_number.get(number, [])
            if left < len(cells) and not cells[left]:
                cells[left] = said[0]


def _filled(cells: list[str]) -> int:
    return sum(bool(cell) for cell in cells)


def _usual(rows: list[tuple[int, list[str]]]) -> int:
    """How many cells a usual row has filled."""
    counts = Counter(_filled(cells) for _number, cells in rows)
    several = {size: count for size, count in counts.items() if size > 1} or counts
    return max(several, key=lambda size: (several[size], size))


def _labels(cells: list[str]) -> float:
    """The share of filled cells that could be column names."""
    filled = [cell for cell in cells if cell]
    good = [cell for cell in filled if len(cell) <= 60 and (OF_A_DAY.fullmatch(cell) or not NOT_A_LABEL.search(cell))]
    return len(good) / len(filled) if filled else 0.0


def _known(cells: list[str], words: Collection[str]) -> int:
    return sum(bool(set(fold(cell).split()) & set(words)) or fold(cell) in words for cell in cells if cell)


def _heading(rows: list[tuple[int, list[str]]], usual: int, words: Collection[str], grid: Grid) -> tuple[int, int]:
    """First and last row of the heading; (0, -1) when there is none."""
    at = _name_row(rows, usual, words)
    if at is None:
        return 0, -1
    first = last = at
    while first > 0 and _is_group(rows[first - 1], rows[first]):
        first -= 1
    if last + 1 < len(rows) and (_is_under(rows, last, grid) or _is_second(rows, last + 1, usual, words)):
        last += 1
    return first, last


def _name_row(rows: list[tuple[int, list[str]]], usual: int, words: Collection[str]) -> int | None:
    best, best_score, people = None, 0.0, 0
    for at, (_number, cells) in enumerate(rows[:LOOK_AT]):
        filled = _filled(cells)
        above, people = people, people + _is_full_of_figures(cells, usual)
        if filled < max(2, usual * 0.5) or _labels(cells) < 0.8 or _has_total(cells):
            continue
        known = _known(cells, words) / filled
        distinct = len({fold(cell) for cell in cells if cell}) / filled
        score = (
            known * 2 + _labels(cells) * 0.5 + distinct * 0.5 + min(filled / usual, 1) * 0.5 - at * 0.01 - above * 0.2
        )
        if score > best_score and (known >= 0.3 or _unlike_below(rows, at)):
            best, best_score = at, score
    return best


def _is_full_of_figures(cells: list[str], usual: int) -> bool:
    """A row of data, and no name of a column stands below it."""
    return _filled(cells) >= usual and any(re.search(r"\d", cell) for cell in cells)


def _has_total(cells: list[str]) -> bool:
    figures = any(FIGURE.fullmatch(cell) for cell in cells)
    return figures and any(TOTAL.match(cell) for cell in cells[:2])


def _unlike_below(rows: list[tuple[int, list[str]]], at: int) -> bool:
    """Some column has figures below where this row has a word, or it only numbers the columns: 'Field1', 'Field2'."""
    if _only_counts(rows[at][1]):
        return True
    below = [cells for _number, cells in rows[at + 1 : at + 12] if _filled(cells) > 1]
    if not below:
        return False
    columns = [at for at, cell in enumerate(rows[at][1]) if cell and not re.search(r"\d", cell)]
    figures = sum(_mostly_figures(below, column) for column in columns)
    return figures >= 1


def _only_counts(cells: list[str]) -> bool:
    apart = [re.fullmatch(r"([^\W\d]+)[ _]?(\d{1,2})", cell) for cell in cells]
    said = {(found[1].casefold(), int(found[2]) - at) for at, found in enumerate(apart) if found}
    return len(cells) > 1 and all(apart) and len(said) == 1


def _mostly_figures(rows: list[list[str]], column: int) -> bool:
    cells = [cells[column] for cells in rows if column < len(cells) and cells[column]]
    return bool(cells) and sum(bool(re.search(r"[\d@]", cell)) for cell in cells) >= 0.7 * len(cells)


def _is_group(above: tuple[int, list[str]], row: tuple[int, list[str]]) -> bool:
    """A line of group names right above the column names."""
    near = row[0] - above[0] == 1
    filled = [cell for cell in above[1] if cell]
    short = all(len(cell) <= 30 and not re.search(r"[\d:]", cell) for cell in filled)
    return near and len(filled) >= 2 and short


def _is_under(rows: list[tuple[int, list[str]]], at: int, grid: Grid) -> bool:
    """A name over several columns has their own names below it; the other columns' names reach down."""
    number, cells = rows[at]
    below = rows[at + 1][1]
    groups = [area for area in grid.merged if area[0][0] == number and 0 < area[1][1] - area[0][1] < len(cells) - 1]
    reaching = any(top == number < bottom for (top, _left), (bottom, _right) in grid.merged)
    named = all(any(below[left : right + 1]) for (_top, left), (_bottom, right) in groups)
    words = _labels(below) == 1.0 and not any(re.search(r"\d", cell) for cell in below)
    return bool(groups) and named and words and (reaching or _filled(below) > len(groups))


def _is_second(rows: list[tuple[int, list[str]]], at: int, usual: int, words: Collection[str]) -> bool:
    """The column names go on in the next line: words there too, figures only further down."""
    cells = rows[at][1]
    no_figures = not any(re.search(r"\d", cell) for cell in cells)
    wide = _filled(cells) >= max(2, usual * 0.4)
    return no_figures and wide and _labels(cells) == 1.0 and _known(cells, words) >= 2 and _figures_below(rows, at) >= 2


def _figures_below(rows: list[tuple[int, list[str]]], at: int) -> int:
    below = [cells for _number, cells in rows[at + 1 : at + 12] if _filled(cells) > 1]
    return sum(_mostly_figures(below, column) for column, cell in enumerate(rows[at][1]) if cell)


def _header(rows: list[tuple[int, list[str]]], first: int, last: int, grid: Grid) -> tuple[list[str], dict[str, str]]:
    """The names, and what stands in the last line of each: its own name without that of its group."""
    width = max(len(cells) for _number, cells in rows[: max(last, 0) + 60])
    if last < first:
        return [f"Column {at}" for at in range(1, width + 1)], {}
    parts = [_spread(rows[at], width, at < last, grid) for at in range(first, last + 1)]
    names = [one_line(" ".join(dict.fromkeys(part[at] for part in parts if part[at]))) for at in range(width)]
    header = _without_tail(_distinct(names), rows[last + 1 :])
    return header, {name: one_line(parts[-1][at]) for at, name in enumerate(header) if parts[-1][at]}


def _spread(row: tuple[int, list[str]], width: int, is_group: bool, grid: Grid) -> list[str]:
    """A group's name stands over each of its columns."""
    cells = row[1] + [""] * (width - len(row[1]))
    areas = [area for area in grid.merged if area[0][0] == row[0]]
    if not is_group:
        return cells
    if areas:
        return _over_areas(cells, areas)
    for at in range(1, width):
        cells[at] = cells[at] or cells[at - 1]
    return cells


def _over_areas(cells: list[str], areas: list[Area]) -> list[str]:
    for (_top, start), (_bottom, end) in areas:
        for at in range(max(start, 0), min(end + 1, len(cells))):
            cells[at] = cells[max(start, 0)]
    return cells


def _distinct(names: list[str]) -> list[str]:
    seen: Counter[str] = Counter()
    result = []
    for at, name in enumerate(names, start=1):
        label = name or f"Column {at}"
        seen[label] += 1
        result.append(label if seen[label] == 1 else f"{label} ({seen[label]})")
    return result


def _without_tail(names: list[str], rows: list[tuple[int, list[str]]]) -> list[str]:
    """Unnamed columns at the right end that hardly any row fills are not columns; such rows are ragged."""
    filled = Counter(at + 1 for _number, cells in rows for at, cell in enumerate(cells) if cell)
    enough = len(rows) * 0.5
    end = len(names)
    while end > 1 and names[end - 1] == f"Column {end}" and filled[end] < enough:
        end -= 1
    return names[:end]


def _banner(table: Table, rows: list[tuple[int, list[str]]]) -> None:
    lines = [(number, one_line(" ".join(cells))) for number, cells in rows]
    table.aside += [Aside(number, "banner", line) for number, line in lines]
    table.meta["banner"] = [line for _number, line in lines]


def _fill(table: Table, rows: list[tuple[int, list[str]]], usual: int, ends_cleanly: bool) -> None:
    """Sort the lines below the heading; sections become columns of their own."""
    heading = ["" if name == f"Column {at}" else fold(name) for at, name in enumerate(table.header, start=1)]
    sections = Sections(len(table.header))
    width, run, counted_above = len(table.header), 0, False
    for at, (number, cells) in enumerate(rows):
        kind = "heading" if at == 0 and _only_hints(cells) else _kind(cells, heading, usual, width)
        if kind == "data" and at >= len(rows) - AT_END:
            above = (row for _number, row in rows[:at] if _kind(row, heading, usual, width) == "data")
            summed = _reads_as_sum(cells, usual) and _is_sum(cells, list(above))
            kind = "total" if summed else "footer" if is_note(cells, table, width) else "data"
        if kind == "section" and _counted(cells) == run > 0 and not counted_above:
            kind = "subtotal"
        if kind == "section":
            counted_above = bool(_counted(cells))
        run = run + (kind != "heading") if kind in {"data", "heading"} else 0
        if at == len(rows) - 1 and not ends_cleanly and kind in {"data", "section"}:
            people = (row for _number, row in rows[:at] if _kind(row, heading, usual, width) == "data")
            check_cut(cells, table, kind == "data", min(map(len, people), default=width))
        if kind == "data":
            sections.add_row(table, number, cells)
        elif kind == "section":
            sections.open(number, " ".join(cells))
        else:
            table.aside.append(Aside(number, kind, one_line(" ".join(cells))))
    sections.finish(table)


def _counted(cells: list[str]) -> int:
    """How many people the line says a group has, or 0."""
    found = OF_A_GROUP.search(" ".join(cells).strip())
    return int(found[1].replace(",", "")) if found else 0


def _only_hints(cells: list[str]) -> bool:
    return all(HINT.match(cell) for cell in cells if cell)


def _kind(cells: list[str], heading: list[str], usual: int, width: int) -> str:
    filled = [cell for cell in cells if cell]
    if not any(map(str.isalnum, "".join(filled))):
        return "footer"
    if TOTAL.match(filled[0]) and (len(filled) <= max(3, usual // 2) or _figures(filled[1:])):
        return "total"
    if len(filled) == 2 < usual and _counts_people(*filled):
        return "total"
    if _sums_up_a_group(filled, usual):
        return "total"
    if len(filled) > 1 and _repeats(cells[:width], heading):
        return "heading"
    if len(filled) == 1 and usual >= 3 and SAID_COUNT.match(filled[0]):
        return "total"
    if usual >= 3 and len(filled) == 1 and re.search(r"[^\W\d_]{2}", filled[0]):
        return "footer" if FURNITURE.search(filled[0]) else "section"
    return "data"


def _counts_people(one: str, other: str) -> bool:
    """'Employees' and '131' in two cells, either way round."""
    word, figure = (other, one) if one[:1].isdigit() else (one, other)
    return bool(SUM_OF.match(word)) and figure.replace(",", "").isdigit()


def _sums_up_a_group(filled: list[str], usual: int) -> bool:
    """One cell that is called a total or a count, and beside it nothing but figures, in few of the columns."""
    words = [cell for cell in filled if not FIGURE.fullmatch(cell)]
    few = 1 < len(filled) <= max(3, usual // 2)
    if len(filled) < usual and any(ONLY_TOTAL.fullmatch(cell) for cell in words):
        return True
    called = len(words) == 1 and "," not in words[0] and (ENDS_AS_SUM.search(words[0]) or TOTAL.match(words[0]))
    return few and bool(called)


def _figures(cells: list[str]) -> bool:
    return all(FIGURE.fullmatch(cell) for cell in cells)


def _reads_as_sum(cells: list[str], usual: int) -> bool:
    """A word and only figures, in few of the columns: 'Summe', 'Check amount', but also a person with a number."""
    filled = [cell for cell in cells if cell]
    few = 1 < len(filled) <= usual // 2
    return few and not re.search(r"\d", filled[0]) and _figures(filled[1:])


def _is_sum(cells: list[str], above: list[list[str]]) -> bool:
    """One of its figures is what the cells above come to, or how many rows there are; a person's number is not."""
    columns = [at for at, cell in enumerate(cells) if FIGURE.fullmatch(cell)]
    if SUM_WORD.match(next(cell for cell in cells if cell)):
        return True
    if any(cells[at].replace(",", "") == str(len(above)) for at in columns):
        return True
    return any(_amount(cells[at]) == sum(_amount(row[at]) for row in above if at < len(row)) for at in columns)


def _amount(cell: str) -> int:
    """In cents; 0 for what is none."""
    try:
        return cents(cell)
    except ValueError:
        return 0


def _repeats(cells: list[str], heading: list[str]) -> bool:
    """The heading once more, as at the top of each page; the first cell that differs settles it."""
    return all(fold(cell) == name for cell, name in zip(cells, heading, strict=False))
