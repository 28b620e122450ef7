"""People whose names, numbers, addresses and answers are out of the ordinary, each for a reason."""

import datetime

from members.models import PostalAddress, Tag
from members.models.lists import PersonTag
from members.services import editing
from unionops.platform.access.models import BargainingUnit, Employer, Worksite

D = datetime.date


def roster(by):
    """{short name: person}."""
    employer = Employer.objects.create(name="County of Mills", code="CM")
    unit = BargainingUnit.objects.create(employer=employer, name="General unit", code="GEN")
    pond = Worksite.objects.create(name="Mill Pond", code="MP")
    annex = Worksite.objects.create(name="North Annex", code="NA")

    def add(last, first, site, shift, department, **more):
        in_unit = more.pop("in_unit", True)
        return editing.create_person(
            by=by, last_name=last, first_name=first, worksite=site, shift=shift, department=department,
            unit=unit if in_unit else None, employer=employer, **more,
        )  # fmt: skip

    yard, records = "Yard & Fleet", "Records"
    found = {
        "ada": add("Okonkwo-Bright", "Adaeze", pond, "Nights", yard, preferred_name="Ada", language="Igbo",
                   job_title="Welder II", grade="11", hire_date=D(2019, 6, 3)),
        "jose": add("Núñez Peña", "José Ángel", pond, "Days", yard, suffix="Jr.", grade="09",
                    hire_date=D(2024, 2, 29)),
        "hoa": add("Nguyễn", "Hoa", annex, "Evenings", records, middle="Thị", grade="07", hire_date=D(2001, 1, 1)),
        "shea": add("O'Shea", "Siobhán", annex, "Days", records),
        "mat": add("Łukasiewicz", "Mateusz", None, "", "", in_unit=False),
        "ivan": add("Петров", "Иван", pond, "Nights", yard, grade="11"),
        "li": add("李", "小龍", annex, "Evenings", records, grade="05"),
        "jo": add("Smith", "Mary-Jo", None, "", "", job_title="Clerk-Typist"),
        "oskar": add("van der Berg", "Oskar", annex, "Days", records, deceased_on=D(2026, 5, 1)),
        "cher": add("Cher", "", annex, "Days", records, grade="12"),
        "sum": add("=SUM(A1)", "+Ann", pond, "Days", yard, job_title="@home"),
    }  # fmt: skip
    for who, since, method in (
        ("ada", D(2020, 1, 15), "payroll"), ("hoa", D(2002, 3, 1), "edues"), ("ivan", D(2023, 1, 2), "cash"),
        ("cher", D(2022, 7, 1), "payroll"), ("jo", D(2010, 1, 1), "payroll"),
    ):  # fmt: skip
        editing.start_membership(by=by, person=found[who], since=since, method=method)
    editing.start_membership(by=by, person=found["mat"], since=D(2018, 1, 1), status="retired")
    editing.start_membership(by=by, person=found["shea"], since=D(2026, 11, 1), status="pending")
    editing.end_membership(by=by, person=found["jo"], on=D(2023, 6, 30), reason="moved to Ohio")
    for who, address in (("ada", "ada@x.example"), ("jose", "jose@x.example"), ("shea", "shea@y.example"),
                         ("mat", "m.l@x.example"), ("sum", "sum@z.example"), ("oskar", "o@z.example")):  # fmt: skip
        editing.add_email(by=by, person=found[who], address=address)
    editing.mark_contact(by=by, contact=found["shea"].emails.get(), problem="bounced twice")
    for who, number, kind in (
        ("ada", "(312) 555-0111", "cell"), ("jose", "3125550112", "cell"), ("hoa", "312-555-0113 x4", "home"),
        ("ivan", "+44 20 7183 8750", "cell"), ("cher", "312.555.0114 x9", "cell"), ("li", "312 555 0111", "cell"),
    ):  # fmt: skip
        editing.add_phone(by=by, person=found[who], number=number, kind=kind)
    homes = {
        "ada": ("12 Main St.", "Apt. 4", "Chicago", "IL", "60601", ""),
        "hoa": ("7½ Côte Rd", "", "San José", "CA", "95112-0001", ""),
        "mat": ("ul. Piotrkowska 1", "", "Łódź", "", "90-001", "Poland"),
        "cher": ("1 Very Long Boulevard of the Americas", "Building Twelve, Suite 1400", "Peoria", "IL", "61602", ""),
        "jo": ("PO Box 9", "", "Akron", "OH", "44301", ""),
        "li": ("5 Elm St", "", "Peoria", "IL", "61602", ""),
    }
    for who, lines in homes.items():
        names = ("street", "street2", "city", "state", "zip", "country")
        editing.add_address(by=by, person=found[who], **dict(zip(names, lines, strict=True)))
    editing.mark_contact(by=by, contact=PostalAddress.objects.get(person=found["jo"]), problem="came back")
    for who, channel, status, klass in (
        ("ada", "sms", "granted", ""), ("ivan", "sms", "granted", ""), ("jose", "email", "revoked", ""),
        ("cher", "sms", "revoked", ""), ("cher", "phone", "revoked", ""), ("li", "mail", "revoked", ""),
        ("mat", "email", "revoked", "political"), ("hoa", "sms", "granted", ""), ("li", "sms", "implied_member", ""),
    ):  # fmt: skip
        editing.record_consent(by=by, person=found[who], channel=channel, status=status, klass=klass)
    for name, whom in (("Picnic, 2026", ("ada", "hoa")), ("VANID 77", ("ada",)), ("no-calls", ("li",))):
        tag = Tag.objects.create(name=name)
        PersonTag.objects.bulk_create([PersonTag(person=found[who], tag=tag, by=by) for who in whom])
    editing.assess(by=by, person=found["hoa"], question="Sign the petition", score=2)
    editing.assess(by=by, person=found["ada"], question="Sign the petition", score=4)
    editing.note_conversation(by=by, person=found["ada"], on=D(2026, 11, 2), heard="Parking, and child care")
    return found
