"""What a line of a settlement says of its day: in figures, in words, in Spanish, as a number of days."""

import datetime

import pytest

from grievances.promises import read_promise

SETTLED = datetime.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("Pay the difference by 15 Jan 2027", "2027-01-15"),
        ("Take the memo out of the file no later than December 5, 2026", "2026-12-05"),
        ("Post the notice on Sept. 3rd, 2027.", "2027-09-03"),
        ("Restore 16 hours of leave by 1/4/2027", "2027-01-04"),
        ("Restore the leave taken from 2 March 2026 to 4 March 2026 by 2027-02-01", "2027-02-01"),
        ("Pagar la diferencia antes del 15 de enero de 2027", "2027-01-15"),
        ("Expunge the reprimand within 30 days", "2026-12-23"),
        ("Train the managers within ten (10) working days", "2026-12-08"),
        ("Publicar el aviso dentro de los 5 días laborables", "2026-12-01"),
        ("Back pay; Payroll Office; 2027-01-15", "2027-01-15"),
        ("Back pay; Payroll Office; January 15, 2027", "2027-01-15"),
        ("Apologize in writing", None),
        ("Pay 45 days of differential", None),
    ],
)
def test_a_promise_gets_the_day_its_line_names(line, due):
    found = read_promise(line, SETTLED)
    assert (found.due and found.due.isoformat()) == due


def test_who_owes_it_stands_behind_the_semicolon():
    assert read_promise("Back pay by 1/15/2027; Payroll Office", SETTLED)[:2] == (
        "Back pay by 1/15/2027",
        "Payroll Office",
    )


def test_a_day_no_calendar_has_is_said():
    with pytest.raises(ValueError, match="no such day"):
        read_promise("Pay by February 30, 2027", SETTLED)
