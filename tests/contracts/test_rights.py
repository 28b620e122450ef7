"""Sentences as agreements write them: what gives the workers' side something, and what takes or binds."""

from __future__ import annotations

import pytest

from contracts.annotating.rights import burdens, rights

GIVING = """
Employees shall receive two paid rest periods of fifteen minutes.
No employee shall be disciplined except for just cause.
Overtime shall be offered by seniority within the classification.
Work on a holiday is paid at two times the rate.
Sick leave accrues at eight hours per month.
Written reprimands are removed from the file after eighteen months.
The Employer pays ninety percent of the premium.
Layoffs are made in inverse order of seniority.
Nurses cannot be required to work more than sixteen hours.
Coverage continues for ninety days during an unpaid medical leave.
A nurse called back is guaranteed four hours of pay.
No teacher shall be assigned more than 150 students.
Members of the committee suffer no loss of pay.
Mechanics get two uniforms a year.
The Employer will not retaliate against anyone who files a grievance.
Employees shall not be called in on their days off.
Each party shall have the right to strike one name.
The Employer shall select the most senior applicant.
The Employer shall designate a break room for employees.
The Employer shall appoint two relief nurses on each shift.
""".strip().splitlines()
TAKING = """
An employee who fails to report may be discharged.
Employees are not entitled to pay for the first day of illness.
The Union shall indemnify the Employer against claims.
Employees shall tell the supervisor two hours before the shift.
No employee may leave the premises during lunch.
No overtime is paid for meetings.
Part-time employees do not accrue vacation.
An employee receives no pay during suspension.
Employees waive any claim to back pay.
The Employer may change the schedule at any time.
The Employer shall select the arbitrator.
Overtime shall be offered at the supervisor's discretion.
A transfer may affect an employee's pay.
If the employee agrees, the layoff may begin at once.
The grievance must be filed with the Employer within fifteen working days.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", GIVING)
def test_what_gives_something(sentence: str) -> None:
    assert rights([sentence]) == [sentence]


@pytest.mark.parametrize("sentence", TAKING)
def test_what_takes_or_binds(sentence: str) -> None:
    assert rights([sentence]) == []


@pytest.mark.parametrize(
    ("sentence", "burden"),
    [
        ("An employee may be accompanied by a steward.", False),
        ("A nurse may be trained in a second unit.", False),
        ("Un empleado podrá ser acompañado por un delegado.", False),
        ("An employee may be reassigned to another ward.", True),
        ("A driver may then be sent home.", True),
        ("Un salarié peut être licencié sans préavis.", True),
    ],
)
def test_what_may_be_done_to_a_worker_is_a_burden_where_it_harms(sentence: str, burden: bool) -> None:
    assert burdens(sentence) is burden
