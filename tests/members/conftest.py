"""People, lists and small files for the roster's tests."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from members.models import Person, RosterImport
from members.services import importing
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User
from unionops.platform.access.roles import Role

UNIT_LIST = """\
BUS,Emp ID,Employee Name,Grade,Step,Position Title,Org Code,Duty Station,Tour,EOD
0012,00012345,"BOYLE, ADA M",07,03,Clerk,ORG-1,Pier 4,0800-1630,2010-01-04
0012,00023456,"CHEN, BO",09,01,Analyst,ORG-1,Pier 4,1530-2400,2012-06-18
0012,00034567,"DE LA CRUZ JR, JUAN P",11,05,Engineer,ORG-2,Annex,0800-1630,2001-03-12
0012,00045678,"O'NEIL, MARY",05,02,Clerk,ORG-2,Annex,2400-0800,2020-09-28
"""
MEMBER_LIST = """\
Member ID;Last Name;First Name;MI;Cell;Personal Email;Worksite;Join Date;Dues Method;Dues Amt;Status;Notes;SSN
M1;Boyle;Ada;M;(312) 555-0101;ada@example.org;Pier 4;2015-03-07;1187;16.25;Active;;111-22-3333
M2;Chen;Bo;;312-555-0102;bo@example.org;Pier 4;05/11/2016;E-Dues;$16.25;Active;Do not text;111-22-3334
M3;Stone;Rita;;;rita@example,org;;2001-01-01;Annual;36.00;Retired;;111-22-3335
"""


@pytest.fixture
def secretary(make_user: Callable[..., User]) -> User:
    return make_user(Role.MEMBERSHIP_SECRETARY)


@pytest.fixture
def plan_file(as_system: User) -> Callable[..., RosterImport]:
    """plan_file(text, kind) -> an import that is planned, not applied."""

    def plan(text: str | bytes, kind: str = "unit", **options: Any) -> RosterImport:
        data = text if isinstance(text, bytes) else text.encode()
        order = {
            "name": "list.csv",
            "source": "HR",
            "scope": "complete",
            "as_of": datetime.date(2026, 9, 30),
            **options,
        }
        return importing.receive_file(by=as_system, data=data, kind=kind, **order)

    return plan


@pytest.fixture
def apply_file(plan_file: Callable[..., RosterImport], as_system: User) -> Callable[..., RosterImport]:
    """apply_file(text, kind) -> an applied import."""

    def apply(text: str | bytes, kind: str = "unit", **options: Any) -> RosterImport:
        found = plan_file(text, kind, **options)
        return importing.apply_import(by=as_system, roster_import=found, expected_hash=found.plan_hash)

    return apply


@pytest.fixture
def roster(apply_file: Callable[..., RosterImport], unit: Any) -> list[Person]:
    """Four people in the unit, two of them members, and a retired member."""
    apply_file(UNIT_LIST)
    apply_file(MEMBER_LIST, "members", source="Local")
    return list(Person.objects.order_by("name_key"))


@pytest.fixture
def acting_secretary(secretary: User) -> Any:
    with acting(secretary):
        yield secretary
