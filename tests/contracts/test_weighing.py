"""Which way a reworded sentence goes: what the workers' side loses and gains, and what management does."""

from __future__ import annotations

import pytest

from contracts.annotating.weighing import weighed
from contracts.annotating.windows import widened

LOST, GAINED, TAKEN, GIVEN_UP = "lost", "gained", "taken", "given_up"
REWORDED = [
    ("Boots shall be replaced up to $90 every twelve (12) months.", "Boots shall be replaced up to $90 every twenty-four (24) months.", LOST),
    ("A cook shall receive a meal every six hours.", "A cook shall receive a meal every four hours.", GAINED),
    ("Extra work shall be offered to the senior volunteer.", "Extra work shall be offered to the clerk whom the supervisor finds best suited.", LOST),
    ("A clerk shall be given 24 hours' notice of a new post.", "A clerk shall be given one week's notice of a new post.", GAINED),
    ("A clerk shall receive 72 hours' notice of a new shift.", "A clerk shall receive two days' notice of a new shift.", LOST),
    ("The probation period is six months.", "The probation period is six months and may be extended by three months.", LOST),
    ("Leave is granted for up to six months.", "Leave is granted for up to six months, renewable once.", GAINED),
    ("Leave is granted for up to six months.", "Leave is granted for up to one month, renewable once.", LOST),
    ("El período de prueba es de tres meses.", "El período de prueba es de tres meses y podrá ser prorrogado por la empresa.", LOST),
    ("Schedules shall be posted fourteen (14) days in advance.", "Schedules shall be posted seven (7) days in advance.", LOST),
    ("The Hospital will reimburse tuition up to $900.", "The Hospital will reimburse tuition up to $1,400.", GAINED),
    ("Warnings shall be removed from the file after 12 months.", "Warnings shall be removed from the file after 36 months.", LOST),
    ("The supervisor shall answer within seven calendar days.", "The supervisor shall answer within seven working days.", LOST),
    ("The Union shall file a grievance within thirty days.", "The Union shall file a grievance within ten days.", LOST),
    ("The probation period shall be ninety (90) days.", "The probation period shall be one hundred eighty (180) days.", LOST),
    ("Employees shall pay 20% of the premium.", "Employees shall pay 10% of the premium.", GIVEN_UP),
    ("The City shall pay 90% of the premium.", "The City shall pay 80% of the premium.", LOST),
    ("A nurse may be required to work four hours more.", "A nurse may be required to work nine hours more.", TAKEN),
    ("No nurse shall be required to float.", "No nurse shall be required to float, except when census requires.", LOST),
    ("No driver shall be discharged except for just cause.", "No driver shall be discharged except for reasons the Company deems fit.", LOST),
    ("An employee is entitled to severance pay.", "An employee is not entitled to severance pay.", LOST),
    ("Layoff shall be in inverse order of seniority.", "Layoff shall be in the order determined by the Employer.", LOST),
    ("The Employer must notify employees 60 days before the layoff.", "The Employer must notify employees 60 days after the layoff.", LOST),
    ("The Employer shall give notice of overtime.", "The Employer shall endeavor to give notice of overtime.", LOST),
    ("The City shall provide dental coverage.", "The City shall provide dental and vision coverage.", GAINED),
    ("The Employer may deny access to stewards.", "The Employer shall not deny access to stewards.", GAINED),
    ("Retirees may continue coverage.", "Retirees may continue coverage until age 65.", LOST),
    ("The Union may name one steward for every thirty workers.", "The Union may name one steward for every ten workers.", GAINED),
    ("The Hospital shall keep one nurse for every four patients.", "The Hospital shall keep one nurse for every six patients.", LOST),
    ("The supervisor shall keep a roster and shall post it.", "The supervisor shall keep a roster and may post it.", LOST),
    ("The Agency shall inspect within one day, or three (3) working days.", "The Agency shall inspect within one day, or two (2) working days.", GAINED),
    ("The Agency shall pay up to two thousand four hundred dollars ($2,400).", "The Agency shall pay up to three thousand dollars ($3,000).", GAINED),
    ("A driver who is required to wear boots shall receive $90.", "A driver who is required to wear boots shall receive $140.", GAINED),
    ("The notice shall be sent at least twenty days before the change.", "The notice shall be sent at least ten days before the change.", LOST),
    ("A demand shall be made within ten days.", "A demand shall be made within four days.", LOST),
    ("A clerk assigned for more than thirty days shall be promoted.", "A clerk assigned for more than fifteen days shall be promoted.", GAINED),
    ("Wages shall increase by 3% on July 1.", "Wages shall increase by 2% on July 1.", LOST),
    ("A clerk who is absent three times in a month is suspended.", "A clerk who is absent five times in a month is suspended.", GIVEN_UP),
    ("The night premium is $1.05 an hour.", "The night premium is $1.30 an hour.", GAINED),
    ("Desks shall be searched only while the clerk is there.", "Desks may be searched at any hour.", LOST),
    ("Foremen may do unit work in emergencies or to instruct.", "Foremen may do unit work in emergencies.", GIVEN_UP),
    ("Recall rights last for 24 months.", "Recall rights last for 12 months.", LOST),
    ("Employees may refuse unsafe work without reprisal.", "Employees may refuse unsafe work.", LOST),
    ("Bereavement leave covers spouse and children.", "Bereavement leave covers spouse, children and parents.", GAINED),
    ("The Union shall be given a list each month.", "The Union shall be given a list each quarter.", LOST),
    ("The Employer shall supply shoes.", "The Employer shall supply shoes at no cost to the employee.", GAINED),
    ("A nurse shall receive $4 per hour.", "A nurse shall receive $4 per hour and two hours' pay when called.", GAINED),
    ("The roster shall be posted and shall not be changed.", "The roster shall be posted and may be changed by the manager.", LOST),
    ("Overtime shall be distributed equally.", "Overtime shall be distributed as operations require.", LOST),
    ("Teachers have one preparation period each day.", "Teachers have one preparation period each week.", LOST),
    ("Faculty shall receive leave at full salary.", "Faculty shall receive leave at half salary.", LOST),
    ("L'employeur remet l'horaire sept jours à l'avance.", "L'employeur remet l'horaire quatorze jours à l'avance.", GAINED),
    ("El descanso será de doce horas.", "El descanso será de diez horas.", LOST),
    ("The Company may require a note after three days of absence.", "The Company may require a note after one day of absence.", TAKEN),
    ("The Employer may change shifts with seven days' notice.", "The Employer may change shifts with two days' notice.", TAKEN),
    ("El empleador notificará los cambios con catorce (14) días de anticipación.", "El empleador notificará los cambios con tres (3) días de anticipación.", LOST),
    ("El patrono proveerá dos uniformes.", "El patrono proveerá cinco uniformes.", GAINED),
    ("Seniority is lost by a layoff of more than two years.", "Seniority is lost by a layoff of more than one year.", LOST),
    ("Seniority is lost by a layoff of more than two years.", "Seniority is lost by a layoff of more than six years.", GAINED),
    ("No camera shall be used for discipline.", "Camera recordings may be used for discipline.", TAKEN),
    ("Warnings older than a year shall not be considered.", "Warnings older than a year may be considered.", TAKEN),
    ("A doctor's note is needed after five days of absence.", "A doctor's note is needed after two days of absence.", LOST),
    ("A manager may deny leave for any reason.", "A manager may deny leave only for lack of cover.", GIVEN_UP),
    ("The Union shall receive a list twice a month.", "The Union shall receive a list four times a year.", LOST),
    ("The Union shall receive a list once a year.", "The Union shall receive a list 3 times a year.", GAINED),
    ("The Union shall receive a list 2 times a year.", "The Union shall receive a list once a year.", LOST),
    ("Minutes shall be provided to the Union.", "Minutes shall be provided to the Union on written request and for a fee.", LOST),
    ("The City shall not recover payments older than two years.", "The City shall not recover payments older than four years.", LOST),
    ("Operators with ten years of service earn four weeks.", "Operators with seven years of service earn four weeks.", GAINED),
    ("Employees on standby receive $2.00 per hour.", "Employees on standby receive $5.00 per hour.", GAINED),
    ("Drivers will be paid weekly.", "Drivers will be paid every two weeks.", LOST),
    ("Employees have 10 days to respond to a notice.", "Employees have 20 days to respond to a notice.", GAINED),
    ("All hours over 40 in a week are paid at time and one-half.", "All hours over 45 in a week are paid at time and one-half.", LOST),
    ("The waiting period for coverage is ninety days.", "The waiting period for coverage is thirty days.", GAINED),
    ("The employee's share of the premium is 12 percent.", "The employee's share of the premium is 18 percent.", LOST),
    ("Rest breaks shall be fifteen minutes unpaid.", "Rest breaks shall be fifteen minutes paid.", GAINED),
    ("Workers rehired within one year keep their rate.", "Workers rehired within two years keep their rate.", GAINED),
    ("The shift premium is paid for work between 6:00 p.m. and 6:00 a.m.", "The shift premium is paid for work between 10:00 p.m. and 6:00 a.m.", LOST),
    ("Overtime is paid for work between midnight and 6 a.m.", "Overtime is paid for work between midnight and 8 a.m.", GAINED),
    ("Day care is provided from 7 a.m. to 5 p.m.", "Day care is provided from 6 a.m. to 6 p.m.", GAINED),
    ("Employees shall remain available by phone between 6 p.m. and 9 p.m.", "Employees shall remain available by phone between 6 p.m. and 11 p.m.", TAKEN),
    ("Stewards have eight hours a month for union work.", "Stewards have twelve hours a month for union work.", GAINED),
    ("L'employeur accordera quatre (4) semaines.", "L'employeur accordera trois (3) semaines.", LOST),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "side"), REWORDED)
def test_a_reworded_sentence_counts_on_the_side_it_is_for(old: str, new: str, side: str) -> None:
    there, back = weighed([old], [new]), weighed([new], [old])
    mirror = {LOST: GAINED, GAINED: LOST, TAKEN: GIVEN_UP, GIVEN_UP: TAKEN}
    assert getattr(there, side) == [old if side in (LOST, GIVEN_UP) else new]
    assert not getattr(there, mirror[side])
    assert getattr(back, mirror[side]) == [new if mirror[side] in (LOST, GIVEN_UP) else old]
    assert not getattr(back, side)


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("The Employer may fill any vacancy with a contractor.", TAKEN),
        ("Management reserves the right to assign any employee to any work.", TAKEN),
        ("The Union waives the right to bargain during the term.", TAKEN),
        ("Employees shall submit to video monitoring.", TAKEN),
        ("Laid-off employees have recall rights for two years.", GAINED),
        ("Either party may reopen Article 20.", GAINED),
        ("Each purser receives two floating holidays.", GAINED),
        ("The grievance is sustained.", GAINED),
        ("A warning is taken out of the file after eighteen months.", GAINED),
        ("The grievance is deemed withdrawn.", TAKEN),
        ("The workday begins at eight.", ""),
        ("This Agreement takes effect on November 1, 2024, after thirty days.", ""),
    ],
)
def test_new_words_are_for_one_side_or_for_none(words: str, side: str) -> None:
    found = weighed([], [words])
    assert {name: getattr(found, name) for name in (LOST, GAINED, TAKEN, GIVEN_UP) if getattr(found, name)} == (
        {side: [words]} if side else {}
    )


def test_the_rows_of_a_table_of_pay_go_up_and_down_and_those_of_costs_the_other_way() -> None:
    gone, came = ["Driver · $21.00", "Welder · $31.50"], ["Driver · $22.50", "Welder · $30.50"]
    pay = weighed(gone, came, "Class · Hourly rate")
    assert (pay.lost, pay.gained) == ([gone[1]], [came[0]])
    cost = weighed(gone, came, "Class · Monthly premium")
    assert (cost.lost, cost.gained) == ([gone[0]], [came[1]])
    assert not weighed(["Driver · 21"], ["Driver · 19"], "Crew · Locker").lost


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Overtime is voluntary.", "Overtime is mandatory."),
        ("The award is final and binding.", "The award is advisory."),
        ("Management shall bargain before changing rules.", "Management shall consult before changing rules."),
        (
            "The Union has thirty (30) days to demand arbitration.",
            "The Union has fifteen (15) days to demand arbitration.",
        ),
        ("Shift differential is $1.25 per hour.", "Shift differential is $0.95 per hour."),
        ("No subcontracting shall occur during a layoff.", "Subcontracting may occur during a layoff."),
        ("The City shall not use cameras.", "The City shall not routinely use cameras."),
        ("The County shall provide parking.", "The County shall provide parking at the driver's expense."),
        ("Discharge shall be for just cause.", "Discharge shall be at the discretion of the Employer."),
        ("The monthly employee premium is $80.", "The monthly employee premium is $140."),
        ("A holiday is paid at two and one-half (2.5) times the rate.", "A holiday is paid at two (2) times the rate."),
        ("No driver shall lose pay for a hearing.", "A driver shall lose pay for a hearing."),
        ("Seniority shall govern vacations.", "Seniority may be considered in vacations."),
        ("Call-in pay is four hours.", "Call-in pay is two hours."),
        ("Drivers shall not be subject to searches.", "Drivers shall be subject to searches."),
        ("The Transit Authority shall run a shuttle.", "The Transit Authority may run a shuttle."),
        ("The parties shall meet monthly.", "The parties may meet monthly."),
        ("Ningún empleado será despedido sin causa.", "Cualquier empleado podrá ser despedido."),
    ],
)
def test_what_is_taken_is_lost_and_not_gained(old: str, new: str) -> None:
    assert (weighed([old], [new]).lost, weighed([old], [new]).gained) == ([old], [])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Reports shall be answered by the end of the shift.", "Reports shall be answered within three shifts."),
        ("A night clerk shall receive a ten percent premium.", "A night clerk shall receive a $1.00 premium."),
        ("Employees are not on call during meals.", "Employees may be on call during meals."),
        ("Work rules shall be negotiated before they begin.", "Work rules shall be posted before they begin."),
        ("Meals are furnished at no charge.", "Meals are furnished at cost."),
    ],
)
def test_what_the_words_do_not_tell_is_taken_for_no_gain(old: str, new: str) -> None:
    found = weighed([old], [new])
    assert not found.given_up
    assert not found.gained or found.lost


def test_what_a_list_of_the_employers_shall_show_is_lost_with_the_sentence() -> None:
    assert weighed(["The watch list shall show each deckhand's date of hire."], []).lost
    assert not weighed(["The list of grievances shall show each date."], []).lost


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("An appeal is due in 60 days, extendable by consent.", "An appeal is due in 80 days."),
        ("The deck crew stays until 4:40 p.m.", "The deck crew stays until 4:10 p.m."),
        ("Limits of this part are mandatory.", "Limits of this part are advisory."),
    ],
)
def test_a_figure_that_changed_on_no_side_is_asked_about(old: str, new: str) -> None:
    out = weighed([old], [new])
    sided = {*out.lost, *out.gained, *out.taken, *out.given_up}
    assert sided or out.unclear == [(old, new)]


def test_a_change_that_only_one_reading_gives_a_side_is_left_to_a_question() -> None:
    old, new = "Reports shall be answered by the end of the shift.", "Reports shall be answered within three shifts."
    assert weighed([old], [new]).unclear == [(old, new)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "No employee shall be required to work more than ten hours in a day or fifty hours in a week, except in an "
            "emergency.",
            "No employee shall be required to work more than fourteen hours in a day.",
        ),
        (
            "The Employer shall give each employee ten days of leave in a year, subject to approval by the supervisor.",
            "The Employer shall give each employee six days of leave in a year.",
        ),
    ],
)
def test_a_limit_that_got_worse_while_an_exception_went_counts_on_both_sides(old: str, new: str) -> None:
    found = weighed([old], [new])
    assert found.lost == [old] and found.gained == [new]


@pytest.mark.parametrize(
    "new",
    [
        "Overtime may be assigned to any unit.",
        "A nurse may be assigned to any unit.",
        "Nurses may be floated to any unit.",
        "Shifts may be changed at any time.",
        "Work may be subcontracted.",
    ],
)
def test_what_may_be_done_with_nobody_named_is_for_management_to_do(new: str) -> None:
    assert weighed([], [new]).taken == [new] and weighed([new], []).given_up == [new]


@pytest.mark.parametrize(
    "new",
    [
        "Shifts may be changed by mutual agreement.",
        "A grievance may be moved to step two.",
        "Time limits may be changed.",
    ],
)
def test_what_the_parties_or_a_worker_may_move_is_no_power_of_management(new: str) -> None:
    assert not weighed([], [new]).taken


def test_a_consent_that_went_is_a_right_lost() -> None:
    found = weighed(["No nurse shall float to another unit without consent."], ["Nurses may be floated to any unit."])
    assert found.lost and found.taken and not found.given_up
    assert not weighed([], ["No nurse shall leave the unit without the consent of the supervisor."]).gained


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Wages rise by 4% on 1 January 2032.", "Wages rise by 4% on 1 July 2032."),
        ("Part-time clerks are excluded from the health plan.", "Part-time clerks are included in the health plan."),
        ("Holidays: New Year's Day, Labor Day.", "Holidays: New Year's Day, Juneteenth, Labor Day."),
        ("Call-out pay is four hours at the regular rate.", "Call-out pay is four hours at the overtime rate."),
        ("Day shift is from 7 a.m. to 3 p.m.", "Day shift is from 7 a.m. to 4 p.m."),
    ],
)
def test_a_change_that_tells_nothing_of_its_side_is_asked_about(old: str, new: str) -> None:
    assert weighed([old], [new]).unclear == [(old, new)]
    assert weighed([new], [old]).unclear == [(new, old)]


@pytest.mark.parametrize(
    ("old", "new", "wider"),
    [
        ("from 10 p.m. to 6 a.m.", "from 9 p.m. to 6 a.m.", 1),
        ("de 22:00 a 6:00", "de 23:00 a 6:00", -1),
        ("de 20 h 00 à 6 h 00", "de 19 h 30 à 6 h 00", 1),
        ("from noon until midnight", "from noon until 11 p.m.", -1),
        ("from 7 a.m. to 3 p.m.", "from 8 a.m. to 4 p.m.", 0),
        ("from 7 a.m. to 3 p.m. daily", "from 7 a.m. to 4 p.m. on Sundays", 0),
        ("within 7 to 9 days", "within 7 to 10 days", 0),
    ],
)
def test_a_window_of_the_clock_is_longer_or_shorter(old: str, new: str, wider: int) -> None:
    assert widened(old, new) == wider
    assert widened(new, old) == -wider


@pytest.mark.parametrize(
    "removed", ["removed", "taken out of the file", "cleared from the record", "stricken from the file"]
)
def test_a_warning_that_goes_later_is_a_right_that_shrank(removed: str) -> None:
    found = weighed([f"Warnings are {removed} after one year."], [f"Warnings are {removed} after two years."])
    assert found.lost and not found.gained
