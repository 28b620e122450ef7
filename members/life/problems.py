"""Why a file could not be read: kept in English, and said sentence by sentence in the language of who looks."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext, gettext_noop

from unionops.platform.core import lazy_re as re

KEPT = frozenset({
    gettext_noop("This file is empty."), gettext_noop("This file holds no rows."),
    gettext_noop("No rows of data were found in this file."), gettext_noop("This workbook holds no rows."),
    gettext_noop("Check that you saved the right file."),
    gettext_noop("This file holds a web page or another program's data, not rows of a list."),
    gettext_noop(
        "Open it in your spreadsheet program and save it as XLSX or CSV, or ask for the list in that form."
    ),
    gettext_noop("This reads like a letter, not like a list: it has sentences instead of columns."),
    gettext_noop("Look whether the list came as another attachment, or ask for it as a spreadsheet (XLSX or CSV)."),
    gettext_noop("Open it in your spreadsheet program and save it again as CSV or XLSX."),
    gettext_noop("The last line of this file stops in the middle, so the file was cut off."),
    gettext_noop("Ask for it again, or export it once more, and check that the last person is there."),
    gettext_noop("This workbook is protected by a password, so it cannot be read."),
    gettext_noop("Open it, save a copy without the password, and use that."),
    gettext_noop("This sheet has too many cells to be a list of people."), gettext_noop("Save only the list itself."),
    gettext_noop("This workbook cannot be opened; it may be damaged or cut short."),
    gettext_noop("Open it in your spreadsheet program, save it again as XLSX, and try once more."),
    gettext_noop("This is a PDF, whatever its name says, so no rows can be read from it."),
    gettext_noop("Ask for the list as a spreadsheet: XLSX or CSV."),
    gettext_noop("This file is not a table: it holds machine code."), gettext_noop("Save the list as XLSX or CSV."),
    gettext_noop("Keep only the columns of the list and save it again."), gettext_noop("Split it into smaller files."),
    gettext_noop("This web page holds no table."), gettext_noop("No column with names was found."),
    gettext_noop("Say which column holds the names."),
    gettext_noop("Only a column with last names was found: that cannot tell people apart."),
    gettext_noop("Say which column holds first names, or the employee or member numbers."),
    gettext_noop("No column with amounts was found."), gettext_noop("Say which column holds the amounts."),
    gettext_noop("No column says who each row is about."), gettext_noop("Say which column holds names or numbers."),
    gettext_noop(
        "This report stops before its grand total, and its page totals do not cover its lines: it was cut off."
    ),
    gettext_noop("Ask for the whole report."),
})  # fmt: skip
WITH_FIGURES: tuple[tuple[re.Pattern[str], Callable[..., str]], ...] = (
    (re.compile(r"This file has (\d+) columns; a list of people has at most (\d+)\."),
     lambda has, most: gettext("This file has %(has)s columns; a list of people has at most %(most)s.")
     % {"has": has, "most": most}),
    (re.compile(r"This file has more than ([\d,]+) rows\."),
     lambda most: gettext("This file has more than %s rows.") % most),
    (re.compile(r"This file could not be read as a table: (.*)\."),
     lambda why: gettext("This file could not be read as a table: %s.") % why),
)  # fmt: skip


def said(problem: str) -> str:
    """What is not ours, or is said already, stays as it stands."""
    return " ".join(map(_sentence, re.split(r"(?<=\.) (?=[A-Z])", problem)))


def _sentence(text: str) -> str:
    if text in KEPT:
        return gettext(text)
    return next((say(*found.groups()) for pattern, say in WITH_FIGURES if (found := pattern.fullmatch(text))), text)
