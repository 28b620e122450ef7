"""Lists whose words, order and shape are not those of the lists before: what each column holds is found all the same."""

import datetime

import pytest

from members.imports import standing
from members.imports.columns import guess
from members.models import Duplicate, FollowUp, Person, RosterImport
from members.normalising import values
from members.normalising.names import Name, is_rename, same
from members.reaching.audience import receipt_of
from members.services import editing, importing, merging
from tests.members.roads import rows_of
from unionops.platform.sheets.reading import parse

SPANISH = """\
Autoridad de Puertos
Lista de la unidad al 30/09/2026

N.º de empleado;Apellidos;Nombre;Inicial;Plan de pago;Serie;Grado;Escalón;Título del puesto;Centro de trabajo;Turno;\
Jornada;Fecha de ingreso;Unidad de negociación
104412;Irizarry Vega;Ana;M;GS;0303;05;04;Oficinista;Muelle Norte;Diurno;Completa;23/04/2012;4410
204413;Quiñones;José;;WG;5703;06;02;Chofer;Almacén Ponce;Nocturno;Parcial;30/11/2019;4410
304414;Rosario;Luz;E;GS;0303;06;01;Oficinista;Muelle Norte;Vespertino;Completa;14/07/2020;4410

Total de empleados:;3
"""
HEADLESS = """\
00102030  OKAFOR, ADA B               GS  2005  06  04  SUPPLY TECHNICIAN       W4AA10  MOTOR POOL      20150322  BU1143
00203040  PIERCE, JOHN                WG  5823  10  02  AUTOMOTIVE MECHANIC     W4AB20  HANGAR 3        20080714  BU1143
00304050  RAMOS, LUZ M                GS  0081  07  01  FIREFIGHTER             W4AA10  HANGAR 3        20200106  BU1143
00405060  SLOAN, PETER                GS  2005  05  09  SUPPLY TECHNICIAN       W4AB20  MOTOR POOL      19991004  BU1143
00506070  TRAN, MY LE                 WG  5823  08  05  AUTOMOTIVE MECHANIC     W4AA10  MOTOR POOL      20110523  BU1143
00607080  UNGER, WILHELM              GS  0081  07  03  FIREFIGHTER             W4AB20  HANGAR 3        20170619  BU1143
"""
MEMBERS = """\
Member;Full name;E-mail;Address;City;State;Zip;Join;Dues method;Dues;Status;Date left
100;Ada Boyle;ada@example.org;1 Elm St;Ohio City;OH;44101;01/02/2015;1187;16.25;{status};{left}
101;Bo Chen;bo@example.org;2 Elm St;Ohio City;OH;44101;01/02/2016;1187;16.25;Active;
"""


def mapped(text, kind, name="list.csv"):
    return guess(parse(text.encode() if isinstance(text, str) else text, name), kind)


def test_a_spanish_list_is_read_as_an_english_one():
    table = parse(SPANISH.encode("cp1252"), "unidad.csv")
    mapping = guess(table, "unit")
    assert mapping == {
        "N.º de empleado": "employee_number", "Apellidos": "last_name", "Nombre": "first_name", "Inicial": "middle",
        "Plan de pago": "pay_plan", "Serie": "series", "Grado": "grade", "Escalón": "step",
        "Título del puesto": "title", "Centro de trabajo": "station", "Turno": "tour", "Jornada": "schedule",
        "Fecha de ingreso": "hire_date", "Unidad de negociación": "unit",
    }  # fmt: skip
    first, second, _third = rows_of(table, mapping).rows
    assert (first["tour"], first["schedule"], first["hire_date"]) == ("Days", "Full-Time", "2012-04-23")
    assert (second["tour"], second["schedule"]) == ("Nights", "Part-Time")
    assert [aside.kind for aside in table.aside] == ["banner", "banner", "total"]


def test_a_spanish_dues_list_is_summed_without_its_last_lines():
    text = "Núm. empleado;Empleado;Importe\n100;Ana Vega;16,25\n200;Luz Rosario;19,75\n;TOTAL;36,00\n;Registros;2\n"
    table = parse(text.encode(), "cuotas.csv")
    mapping = guess(table, "remittance")
    assert [row["amount"] for row in rows_of(table, mapping).rows] == ["1625", "1975"]
    assert mapping == {"Núm. empleado": "employee_number", "Empleado": "full_name", "Importe": "amount"}


def test_what_is_not_to_be_held_is_dropped_in_spanish_too():
    text = "Nombre,Apellidos,Seguro social,Fecha de nacimiento,Cuenta bancaria\nAna,Vega,1234,01/02/1980,99\n"
    table = parse(text.encode(), "x.csv")
    assert table.dropped == ["Seguro social", "Fecha de nacimiento", "Cuenta bancaria"]


def test_columns_without_names_are_told_by_what_stands_in_them():
    mapping = mapped(HEADLESS, "unit", "garrison.txt")
    assert list(mapping.values()) and {slug: name for name, slug in mapping.items()} == {
        "employee_number": "Column 1", "full_name": "Column 2", "pay_plan": "Column 3", "series": "Column 4",
        "grade": "Column 5", "step": "Column 6", "title": "Column 7", "org": "Column 8", "station": "Column 9",
        "hire_date": "Column 10", "unit": "Column 11",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "cells", "slug"),
    [
        ("Appt %", ("100", "50", "100"), "schedule"),
        ("Employment pct", ("100.00", "60.00", "100.00"), "schedule"),
        ("PS group", ("08", "09", "08"), "grade"),
        ("Lv", ("01", "04", "02"), "step"),
        ("Where they work", ("Annex", "Yard", "Annex"), "station"),
        ("Work schedule rule", ("DAY1", "EVE2", "DAY1", "DAY1", "EVE2", "DAY1", "EVE2"), "tour"),
        ("Barg Group", ("RN/Tech", "RN/Tech", "Service"), "unit"),
        ("Emergency phone", ("312-555-0101", "312-555-0102", "312-555-0103"), None),
        ("Place of birth", ("Lima", "Quito", "Lima"), None),
        ("Nombre del supervisor", ("Ana Vega", "Luz Rey", "Ana Vega"), "supervisor"),
    ],
)
def test_a_heading_is_known_by_its_words(heading, cells, slug):
    people = ((f"{100200 + at},Name{chr(65 + at)},First,{cell}") for at, cell in enumerate(cells))
    text = "\n".join([f"Emp ID,Last name,First name,{heading}", *people]) + "\n"
    assert mapped(text, "unit").get(heading) == slug


def test_a_grade_of_no_known_plan_and_how_much_somebody_works():
    text = 'Emp ID,Name,PP-Grade/Step,Appt %\n100200,"ABEL, ANA",XX-33/04,50\n100201,"BAKER, BO",GS-07/02,100\n'
    table = parse(text.encode(), "x.csv")
    first, second = rows_of(table, guess(table, "unit")).rows
    assert (first["pay_plan"], first["grade"], first["step"], first.get("series")) == ("XX", "33", "04", None)
    assert (first["schedule"], second["schedule"]) == ("Part-Time", "Full-Time")


def test_lines_above_groups_that_say_what_a_column_says_are_no_column():
    rows = "Emp ID,Last name,First name,Org,Site\nANNEX,,,,\n100200,Abel,Ana,A-1,Annex\n100201,Baker,Bo,A-2,Annex\n"
    rows += "YARD,,,,\n100202,Cole,Cy,A-1,Yard\n100203,Dunn,Di,A-2,Yard\n"
    assert mapped(rows, "unit") == {"Emp ID": "employee_number", "Last name": "last_name", "First name": "first_name",
                                    "Org": "org", "Site": "station"}  # fmt: skip


def test_a_question_mark_may_stand_for_an_apostrophe():
    assert same("Keli?i", "Keliʻi") and same("O?Shaughnessy", "O'Shaughnessy") and not same("Kel?i", "Kelani")
    assert not is_rename(Name("Keliʻi", "Ana"), Name("Keli?i", "Ana"))


@pytest.mark.parametrize(
    ("cell", "died"),
    [
        ("Deceased", True), ("DEC'D", True), ("DECD", True), ("Dec", True), ("Death in service", True),
        ("Died 3/14/2026", True), ("passed away", True), ("Fallecida", True), ("difunto", True),
        ("Active", False), ("Death benefit paid", False), ("Widow of deceased member", False), ("December", False),
        ("Not deceased", False), ("declined", False), ("Active - spouse died", False),
    ],
)  # fmt: skip
def test_who_has_died_by_the_word_of_a_status(cell, died):
    assert standing.says_died(cell) is died
    assert not died or standing.status_of(cell) == "ended"


@pytest.mark.parametrize(
    ("status", "left", "day"),
    [
        ("Deceased", "", None), ("DEC'D", "", None), ("Death in service", "", None),
        ("Died 3/14/2026", "", datetime.date(2026, 3, 14)), ("Deceased", "03/14/2026", datetime.date(2026, 3, 14)),
    ],
)  # fmt: skip
def test_nobody_writes_to_the_dead_and_the_day_is_asked_for(apply_file, as_system, status, left, day):
    found = apply_file(MEMBERS.format(status=status, left=left), "members")
    boyle, chen = Person.objects.order_by("last_name")
    assert (boyle.has_died, boyle.deceased_on, boyle.standing) == (True, day, "former" if left else boyle.standing)
    assert not boyle.is_member and chen.is_member
    for channel in ("email", "mail"):
        receipt = receipt_of(Person.objects.order_by("pk"), channel=channel)
        assert [reached.person for reached in receipt.people] == [chen]
        assert receipt.left_out == [(boyle, "deceased")]
    tasks = FollowUp.objects.all()
    assert [(task.what, task.person) for task in tasks] == ([] if day else [("died", boyle)])
    assert apply_file(MEMBERS.format(status=status, left=left), "members").totals["unchanged"] == 2
    last = RosterImport.objects.order_by("-pk").first()
    importing.undo_import(by=as_system, roster_import=last)
    importing.undo_import(by=as_system, roster_import=found)
    assert not Person.objects.exists() and not FollowUp.objects.exists()


def test_a_member_dies_between_two_lists_and_the_form_keeps_the_mark(apply_file, as_system, secretary, sign_in):
    apply_file(MEMBERS.format(status="Active", left=""), "members")
    found = apply_file(MEMBERS.format(status="Fallecido", left=""), "members", as_of=datetime.date(2026, 10, 31))
    boyle = Person.objects.get(last_name="Boyle")
    assert boyle.has_died and not boyle.is_member and FollowUp.objects.get().person == boyle
    assert boyle.memberships.get().reason == "died"
    client = sign_in(secretary)
    page = client.get(boyle.get_absolute_url()).content.decode()
    assert "has died" in page and "day not known" in page
    assert "Has died; the day is not known" in client.get("/members/follow-ups/").content.decode()
    importing.undo_import(by=as_system, roster_import=found)
    boyle.refresh_from_db()
    assert boyle.is_member and not boyle.has_died and not FollowUp.objects.exists()


def test_a_merge_never_brings_the_dead_back_on_the_list(apply_file, as_system):
    apply_file(MEMBERS.format(status="Deceased", left=""), "members")
    dead, other = Person.objects.order_by("last_name")
    pair = Duplicate.objects.create(first=dead, second=other, score=50, reasons=[])
    kept = merging.merge(by=as_system, duplicate=pair, keep=other, drop=dead)
    kept.refresh_from_db()
    assert kept.has_died
    merging.undo_merge(by=as_system, duplicate=pair)
    kept.refresh_from_db()
    assert not kept.has_died


def test_a_day_of_death_by_hand_is_a_mark_too(as_system, secretary, sign_in):
    person = editing.create_person(by=as_system, last_name="Roe", first_name="Jan")
    client = sign_in(secretary)
    address = f"{person.get_absolute_url()}edit/"
    form = client.get(address).context["form"]
    values = {name: form[name].value() or "" for name in form.fields} | {"deceased_on": "2026-11-11"}
    assert client.post(address, values).status_code == 302
    person.refresh_from_db()
    assert person.has_died


@pytest.mark.parametrize(
    ("heading", "cells", "is_said"),
    [
        ("Status", ("Active", "Active", "LWOP"), False),
        ("Employee status", ("Active", "Terminated", "Active"), False),
        ("Emp Stat", ("A", "A", "L"), False),
        ("Member status", ("Active", "Active", "Inactive"), True),
        ("Status", ("Member", "Non-member", "Member"), True),
        ("Union Y/N", ("Y", "N", "Y"), True),
        ("Status", ("M", "NM", "M"), True),
    ],
)
def test_the_employers_status_of_a_job_makes_nobody_a_member(apply_file, heading, cells, is_said):
    rows = "".join(f"10020{at},Name{chr(65 + at)},First,{cell}\n" for at, cell in enumerate(cells))
    apply_file(f"Emp ID,Last name,First name,{heading}\n{rows}", "unit")
    members = Person.objects.filter(standing="member").count()
    assert members == (2 if is_said else 0)


def test_a_note_or_an_odd_word_says_that_somebody_has_died(apply_file):
    text = "Card No;Surname;Forename;Email (own);Current status;Remarks\n"
    for at, (status, note) in enumerate([("Current member", ""), ("Current member", "Deceased 2/2026"), ("dec'd", ""),
                                         ("Deceased member", ""), ("Current member", "husband died in May")]):  # fmt: skip
        text += f"LU-{at};Name{chr(65 + at)};First;p{at}@example.org;{status};{note}\n"
    apply_file(text, "members")
    assert [person.has_died for person in Person.objects.order_by("last_name")] == [False, True, True, True, False]


def test_an_unreadable_heading_does_not_swallow_the_members_number():
    rows = "".join(f"77,{3000 + at},Name{chr(65 + at)},Ana,Y\n" for at in range(6))
    found = mapped(f"Local #,Member ID Number,Last,First,Active?\n{rows}", "members")
    assert found["Member ID Number"] == "member_id" and found["Active?"] == "status"
    dues = 'Badge,Payee,Dues (cents),Reason no deduction\n101,"Doe, J",1825,\n102,"Roe, K",2150,\n'
    assert mapped(dues, "remittance")["Dues (cents)"] == "amount"
    net = "EMP ID,EMPLOYEE,CURRENT,PRIOR ADJ,NET\n101,DOE J,16.25,0.00,16.25\n102,ROE K,0.00,(5.00),(5.00)\n"
    assert mapped(net, "remittance")["NET"] == "amount"


def test_a_title_over_some_columns_is_no_part_of_their_names():
    text = "Metro Transit;;;Seniority roster;\nBadge;Operator name;Class;Home division;Bid shift\n"
    text += "".join(f"{500 + at};Ana Name{chr(65 + at)};BO;Yard B;AM\n" for at in range(6))
    found = mapped(text, "unit")
    assert "station" in found.values() and "tour" in found.values() and "full_name" in found.values()


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("17-may-2004", "2004-05-17"), ("3 de enero de 2011", "2011-01-03"), ("5-dic-2019", "2019-12-05"),
        ("17MAY2004", "2004-05-17"), ("17 de agosto del 2004", "2004-08-17"),
    ],
)  # fmt: skip
def test_days_with_spanish_months(cell, day):
    assert values.date(cell).isoformat() == day


def test_a_name_that_lost_its_apostrophe_to_a_code_page_finds_its_person(apply_file):
    unit = "Emp ID,Last name,First name,Site,Hired\n100200,Keliʻi,Ana,Annex,2015-03-04\n100201,Kelani,Ana,Annex,2012-05-06\n"
    apply_file(unit, "unit")
    members = "Member;Last name;First name;Site;Hired;Cell\n9001;Keli?i;Ana;Annex;2015-03-04;312-555-0101\n"
    found = apply_file(members, "members")
    assert found.totals.get("review", 0) == 0
    assert Person.objects.count() == 2 and Person.objects.get(member_number="9001").last_name == "Keliʻi"


@pytest.mark.parametrize(
    ("cell", "phone", "home"),
    [
        ("C: 503-555-0134 / H: 503-555-0135", "5035550134", "5035550135"),
        ("503.555.0135 (h), 503.555.0134 (cell)", "5035550134", "5035550135"),
        ("(503) 555-0134; (503) 555-0135 x12", "5035550134", "5035550135x12"),
        ("home 503-555-0135", None, "5035550135"),
    ],
)
def test_two_phones_in_one_cell_are_two(cell, phone, home):
    table = parse(
        f'Emp ID,Name,Phones\n100200,"ABEL, ANA","{cell}"\n100201,"BAKER, BO",503-555-0199\n'.encode(), "x.csv"
    )
    first, _second = rows_of(table, guess(table, "unit")).rows
    assert (first.get("phone"), first.get("home_phone")) == (phone, home)


UNTOLD = "several phone numbers, and not all of them can be told apart"


@pytest.mark.parametrize(
    ("cell", "home", "phones", "refused"),
    [
        ("C 312-555-0100 / C 312-555-0200", "", [], [UNTOLD]),
        ("C 312-555-0100 / C 312-555-0100", "", ["3125550100"], []),
        ("312-555-0101, 312-555-0102, 312-555-0103, 312-555-0104", "", [], [UNTOLD]),
        ("312-555-0101 / 312-555-0102 / 555-0103", "", [], [UNTOLD]),
        ("+44 20 7946 0958 / 312-555-0101 / 312-555-0102", "", [], [UNTOLD]),
        ("312-555-0100", "C 312-555-0199", ["3125550100", "3125550199"], []),
        ("312-555-0100", "C 312-555-0100", ["3125550100"], []),
        ("", "C 312-555-0199", ["3125550199"], []),
        (
            "312-555-0100",
            "C 312-555-0199 / H 312-555-0198",
            ["3125550100", "3125550198"],
            ["another column says otherwise, so this number was not kept"],
        ),
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_no_phone_is_lost_without_a_word(cell, home, phones, refused, order):
    slugs = {"Emp ID": "employee_number", **dict([("Cell", "phone"), ("Home", "home_phone")][::order])}
    text = f"{','.join(slugs)}\n100200,{','.join([f'{chr(34)}{one}{chr(34)}' for one in (cell, home)][::order])}\n"
    found = rows_of(parse(text.encode(), "x.csv"), slugs)
    (row,) = found.rows
    assert [row[slug] for slug in ("phone", "home_phone", "work_phone") if slug in row] == phones
    assert [one["reason"] for one in found.refused] == refused


def test_another_column_of_days_tells_which_comes_first():
    rows = "100200,Abel,Ana,03/04/2019,17/04/2019\n100201,Baker,Bo,05/06/2020,30/06/2020\n"
    table = parse(f"Emp ID,Last name,First name,Hire date,Seniority date\n{rows}".encode(), "x.csv")
    assert [row["hire_date"] for row in rows_of(table, guess(table, "unit")).rows] == ["2019-04-03", "2020-06-05"]


def test_a_long_name_of_a_unit_is_no_change_next_month(apply_file, plan_file):
    text = 'Emp ID,Name,Union Code Description\n100200,"ABEL, ANA",SEIU 721 Service Unit\n'
    apply_file(text)
    assert plan_file(text.replace("ANA", "Ana")).plan["changes"] == []


@pytest.mark.parametrize(("code", "name"), [("2250", "2250 - Nurses"), ("N", "Nurses")])
def test_a_code_that_begins_the_name_of_its_unit_is_no_change(apply_file, plan_file, code, name):
    text = f'Emp ID,Name,Union Code\n100200,"ABEL, ANA",{code}\n'
    apply_file(text)
    Person.objects.get().unit.__class__.objects.update(name=name)
    assert plan_file(text.replace("ANA", "Ana")).plan["changes"] == []
    assert plan_file(text.replace(f",{code}\n", f",{name}\n")).plan["changes"] == []


@pytest.mark.parametrize("first", ["Paterno", "Materno"])
def test_two_columns_of_surnames_are_one_last_name(first):
    said = {"Paterno": "Vega", "Materno": "Ortiz"}
    heads = sorted(said, key=lambda head: head != first)
    text = f"Clave,{','.join(f'Apellido {head}' for head in heads)},Nombre(s)\n"
    text += f"100200,{','.join(said[head] for head in heads)},Ana\n"
    table = parse(text.encode(), "x.csv")
    assert rows_of(table, guess(table, "unit")).rows[0]["last_name"] == "Vega Ortiz"


@pytest.mark.parametrize(("length", "last"), [(60, 120), (61, 59)])
def test_two_surnames_too_long_together_are_refused(length, last):
    text = f"Clave,Apellido Paterno,Apellido Materno,Nombre(s)\n100200,{'V' * 59},{'O' * length},Ana\n"
    table = parse(text.encode(), "x.csv")
    slugs = dict(zip(table.header, ("employee_number", "last_name", "second_surname", "first_name"), strict=True))
    found = rows_of(table, slugs)
    assert len(found.rows[0]["last_name"]) == last
    assert [(one["column"], one["reason"]) for one in found.refused] == (
        [("Apellido Materno", "longer than 120 characters")] if last == 59 else []
    )


def test_a_last_name_beside_the_full_name_is_the_same_name():
    text = 'Employee ID,Full Name,Last Name,Duty Station\n100200,"Lopez, Ana",Lopez,Annex\n'
    table = parse(text.encode(), "x.csv")
    assert rows_of(table, guess(table, "unit")).rows[0]["last_name"] == "Lopez"


def test_first_and_last_names_are_told_apart_without_headings():
    first = ["Robert", "Nkechi", "William", "Ana", "Orlando", "Susan", "Mei", "Thomas", "Ingrid", "Luz"]
    last = ["Okafor", "Pierce", "Ramos", "Sloan", "Tran", "Unger", "Vega", "Wolfe", "Xu", "Yazzie"]
    rows = [f"{100200 + at},{one},{other},Yard" for at, (one, other) in enumerate(zip(last, first, strict=True))]
    found = mapped("\n".join(rows) + "\n", "unit")
    assert (found["Column 2"], found["Column 3"]) == ("last_name", "first_name")


def test_a_number_without_a_digit_is_listed_and_the_row_is_kept():
    numbers = ["100200", "100201", "100202", "PENDING", "100204", "100205", "100206"]
    rows = [f'{number},"ABEL{chr(65 + at)}, ANA",Yard,0{at + 1}' for at, number in enumerate(numbers)]
    table = parse("\n".join(["Emp ID,Name,Site,Grade", *rows]).encode(), "x.csv")
    read = rows_of(table, guess(table, "unit"))
    assert [row.get("employee_number") for row in read.rows] == [*numbers[:3], None, *numbers[4:]]
    assert [(cell["row"], cell["value"]) for cell in read.refused] == [(5, "PENDING")]
