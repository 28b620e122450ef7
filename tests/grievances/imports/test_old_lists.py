"""Lists of old cases as locals kept them: headings of their own, days in words, endings told in a sentence, Spanish."""

import pytest

from grievances.imports import plans
from grievances.imports.endings import how_it_ended
from grievances.imports.headings import COLUMNS
from unionops.platform.sheets.reading import read_table

HEADINGS = [word for words in COLUMNS.values() for word in words]
LISTS = {
    "a.csv": (
        """Local 88 grievance log,,,,,,,
kept by Rosa,,,,,,,
Griev. #,Member's complaint,Contract cite,When it happened,Turned in to mgmt,Where,Last action,How it turned out
17-001,Denied funeral leave,Art 14.2,"Tuesday, March 7, 2017",March 15th 2017,Yard B,6 April 2017,Settled: leave granted
17-002,Written warning for tardiness,Art. 9,3-Apr-17,4/10/17,Yard A,May 1 2017,Lost at step 3
17-003,Call-out list ignored,Art 22 Sec. 4,"Sept. 9, 2017","Sept 12, 2017",Yard B,"Jan. 30, 2018",Won in arbitration
17-004,Vacation bid refused,Art 11,Oct 2 2017,10/5/2017,Yard C,,pending
""",
        4,
        {
            "17-001": {
                "incident_on": "2017-03-07",
                "filed_on": "2017-03-15",
                "closed_on": "2017-04-06",
                "outcome": "settled",
                "article": "Art 14.2",
                "site": "Yard B",
            },
            "17-002": {
                "incident_on": "2017-04-03",
                "filed_on": "2017-04-10",
                "closed_on": "2017-05-01",
                "outcome": "denied",
            },
            "17-003": {"incident_on": "2017-09-09", "closed_on": "2018-01-30", "outcome": "sustained"},
            "17-004": {"filed_on": "2017-10-05", "outcome": ""},
        },
    ),
    "b.csv": (
        """Núm. de querella;Asunto;Artículo violado;Fecha de los hechos;Fecha en que se radicó;Fecha de cierre;Cómo terminó;Supervisor;Lugar de trabajo
Q-2019-11;Suspensión de tres días;XV;5 de febrero de 2019;12 de febrero de 2019;30 de mayo de 2019;Con lugar;R. Ortiz;Almacén
Q-2019-12;Horas extra sin pagar;XI;14/03/2019;20/03/2019;02/07/2019;Transigida;R. Ortiz;Muelle
Q-2019-13;Traslado sin aviso;VIII;1 de agosto de 2019;9 de agosto de 2019;15 de noviembre de 2019;Sin lugar;M. Vega;Oficina
Q-2019-14;Amonestación;XV;22/10/2019;28/10/2019;;Desistida por el querellante;M. Vega;Oficina
""",
        4,
        {
            "Q-2019-11": {
                "incident_on": "2019-02-05",
                "filed_on": "2019-02-12",
                "closed_on": "2019-05-30",
                "outcome": "sustained",
                "manager": "R. Ortiz",
            },
            "Q-2019-12": {"incident_on": "2019-03-14", "filed_on": "2019-03-20", "outcome": "settled"},
            "Q-2019-13": {"outcome": "denied"},
            "Q-2019-14": {"outcome": "withdrawn_grievant", "filed_on": "2019-10-28"},
        },
    ),
    "c.csv": (
        """ID	File date	Grievant's steward	Subject matter	CBA section(s)	Step 1 response	Step 2 response	Final disposition	Date of final disposition	Arbitrator
2020/1	2020.01.17	Brown	Overtime equalization	12.3, 12.4	Denied	Denied	Arbitration - upheld grievance in part	2021.02.03	L. Stone
2020/2	2020.02.20	Brown	Safety shoes	25.1	Denied	Granted	Granted at step 2	2020.04.01	-
2020/3	2020.05.05	Lee	Recall rights	10.6	Denied	Denied	Dropped by E-board	2020.08.14	-
""",
        3,
        {
            "2020/1": {
                "filed_on": "2020-01-17",
                "outcome": "partial",
                "arbitrator": "L. Stone",
                "closed_on": "2021-02-03",
            },
            "2020/2": {"outcome": "sustained"},
            "2020/3": {"outcome": "withdrawn_union", "article": "10.6"},
        },
    ),
    "d.csv": (
        """case,step,date in,date answered,answer,issue,art
101,1,1/8/2018,1/18/2018,denied,Denied shift swap,7
101,2,1/25/2018,2/9/2018,denied,Denied shift swap,7
101,Arb,3/1/2018,9/30/2018,award: sustained,Denied shift swap,7
102,1,2/2/2018,2/14/2018,resolved,Locker search,31
103,1,3/3/2018,,no answer,Parking,40
""",
        3,
        {
            "101": {"filed_on": "2018-01-08", "outcome": "sustained", "closed_on": "2018-09-30"},
            "102": {"outcome": "settled", "closed_on": "2018-02-14"},
        },
    ),
    "e.csv": (
        """Year,Seq,Grievance description,Violation of,Occurrence,Submitted,Completed,W/L/S,Remarks
2016,1,Holiday pay not given,Article 16,"the 4th of July, 2016",7/11/16,8/30/16,W,paid 8 hrs
2016,2,Removed from truck 9,Article 13,8/1/16,8/4/16,12/12/16,L,
2016,3,Denied light duty,Article 19,8/22/16,8/29/16,1/9/17,S,back to work
""",
        3,
        {},
    ),
    "f.csv": (
        """Docket No.,Filed by,Grieved on,Charge,Provision,Facility,Step reached,Closed out,Result,Amount
A-55,Union,"12 Nov 2015",Contracting out,Article II,Mill,Arbitration,"4 Mar 2017",Award for union,$12000
A-56,J. Diaz,"2 Dec 2015",Discharge,Article XX,Mill,Step 3,"19 Jan 2016",Reinstated w/o back pay,
A-57,P. Hahn,"8 Dec 2015",Bypass on promotion,Article XI,Lab,Step 2,"20 Dec 2015",Untimely - dismissed,
A-58,P. Hahn,"9 Jan 2016",Seniority date,Article X,Lab,Step 1,"11 Jan 2016",Moot,
""",
        4,
        {
            "A-55": {
                "filed_on": "2015-11-12",
                "closed_on": "2017-03-04",
                "outcome": "sustained",
                "article": "Article II",
                "site": "Mill",
            },
            "A-56": {"outcome": "partial|settled"},
            "A-57": {"outcome": "untimely"},
            "A-58": {"outcome": "moot"},
        },
    ),
    "g.csv": (
        """Caso,Querellante,Reclamo,Cláusula,Ocurrió,Sometida,Resuelta,Estatus final
1,Ana P.,Pago de turno nocturno,12,primero de enero de 2021,8 ene 2021,20 feb 2021,Ganada
2,Luis R.,Despido,30,15 ene 2021,18 ene 2021,3 sep 2021,Perdida en arbitraje
3,Eva M.,Uniformes,8,2 mar 2021,,,Abierta
""",
        3,
        {
            "1": {
                "incident_on": "2021-01-01",
                "filed_on": "2021-01-08",
                "closed_on": "2021-02-20",
                "outcome": "sustained",
            },
            "2": {"outcome": "denied", "filed_on": "2021-01-18"},
            "3": {"incident_on": "2021-03-02"},
        },
    ),
    "h.csv": (
        """Grievance tracking sheet 2014-2015
,,,,,
CASE ID | ,Nature,Sec.,Recv'd by Co.,Settled/Withdrawn/Denied,Date closed / comments
G14-9,Lunch break cut,Sec. 6,05-Mar-2014,Settled,19-Mar-2014
G14-10,Harassment by foreman,Sec. 2,17-Mar-2014,Withdrawn,30-Mar-2014
G15-1,Layoff out of order,Sec. 10,09-Jan-2015,Denied - union did not pursue,01-Apr-2015
""",
        3,
        {
            "G14-9": {"filed_on": "2014-03-05", "outcome": "settled", "closed_on": "2014-03-19", "article": "Sec. 6"},
            "G14-10": {"outcome": "withdrawn_grievant|withdrawn_union"},
            "G15-1": {"outcome": "denied", "closed_on": "2015-04-01"},
        },
    ),
    "i.csv": (
        """Chapter 12 - Grievance History
Grv No|Member Issue|Contract Language|Alleged Violation Date|Date Presented|Current Status|Date Concluded|Bldg|Mgr
12-03|Forced overtime w/o volunteers|Art. 8 §5|Sat. Jan 9, 2010|1-14-2010|Settled at Step 2 - 4 hrs comp|2-25-2010|HQ|Pruitt
12-04|AWOL charge|Art. 33|Jan. 22nd, 2010|2-1-2010|Withdrawn by member|3-3-2010|HQ|Pruitt
12-05|Rating lowered|Art. 27|Oct 1, 2010|10-20-2010|Arbitration lost|11-2-2011|Annex|Shaw
12-06|Hazard pay|Art. 18|Nov 15, 2010|11-30-2010|Still open|  |Annex|Shaw
""",
        4,
        {
            "12-03": {
                "incident_on": "2010-01-09",
                "filed_on": "2010-01-14",
                "closed_on": "2010-02-25",
                "outcome": "settled",
                "manager": "Pruitt",
                "site": "HQ",
            },
            "12-04": {"incident_on": "2010-01-22", "outcome": "withdrawn_grievant"},
            "12-05": {"outcome": "denied", "closed_on": "2011-11-02"},
            "12-06": {"outcome": ""},
        },
    ),
    "j.csv": (
        """Expediente,Materia,Disposición del convenio,Día del hecho,Radicación,Fallo,Fecha del fallo,Árbitro,Notas
AR-18-201,Despido por ausencias,Art. XVII,lunes 8 de enero de 2018,"miércoles, 17 de enero de 2018",A favor de la unión con paga atrasada,3 de diciembre de 2018,Lic. Soto,
AR-18-202,Escala salarial,Art. X,22 de enero de 2018,30 de enero de 2018,A favor del patrono,14 de febrero de 2019,Lic. Cruz,
AR-18-203,Área de trabajo sin aire,Art. XXI,9 de abril de 2018,13 de abril de 2018,Se llegó a un acuerdo,1 de junio de 2018,,ventiladores instalados
AR-18-204,Suspensión sumaria,Art. XVII,5 de julio de 2018,20 de julio de 2018,Archivada por tardía,2 de octubre de 2018,,
""",
        4,
        {
            "AR-18-201": {
                "incident_on": "2018-01-08",
                "filed_on": "2018-01-17",
                "closed_on": "2018-12-03",
                "outcome": "sustained",
                "arbitrator": "Lic. Soto",
                "article": "Art. XVII",
            },
            "AR-18-202": {"outcome": "denied"},
            "AR-18-203": {"outcome": "settled"},
            "AR-18-204": {"outcome": "untimely"},
        },
    ),
    "k.csv": (
        """Grievance,Class action?,Initiated,Last step,Ended,Ended how,About,Section of agreement,Work area
2012-A,N,"1st of February, 2012",2,"March 1, 2012",Employer agreed to remedy,Parka allowance,Sec 14(b),Docks
2012-B,Y,"April 10th 2012",Arb,"12/1/2013","Award: grievance denied",Crew size,Sec 5(a),Docks
2012-C,N,"May 5th 2012",1,"May 9th 2012",No merit / not advanced,Supervisor doing unit work,Sec 2,Shop
""",
        3,
        {
            "2012-A": {
                "filed_on": "2012-02-01",
                "closed_on": "2012-03-01",
                "outcome": "sustained|settled",
                "site": "Docks",
                "article": "Sec 14(b)",
            },
            "2012-B": {"outcome": "denied", "closed_on": "2013-12-01"},
            "2012-C": {"outcome": "denied|withdrawn_union", "title": "Supervisor doing unit work"},
        },
    ),
    "l.csv": (
        """Case #;Name;Date of violation;Date of 1st step;1st step answer;Date of 2nd step;2nd step answer;Final result;Closing date;Contract Article #;Summary of complaint
77;(removed);2/3/2013;2/8/2013;No;2/20/2013;No;Company paid claim;3/30/2013;12;Short paid
78;(removed);3/3/2013;3/9/2013;No;3/19/2013;Yes;Rescinded;3/25/2013;20;Warning letter
79;(removed);4/4/2013;4/30/2013;No;;;Time limits missed by union;5/20/2013;20;Suspension 1 day
""",
        3,
        {
            "77": {
                "incident_on": "2013-02-03",
                "filed_on": "2013-02-08",
                "closed_on": "2013-03-30",
                "outcome": "sustained|settled",
                "article": "12",
                "title": "Short paid",
            },
            "78": {"outcome": "sustained", "filed_on": "2013-03-09"},
            "79": {"outcome": "untimely", "closed_on": "2013-05-20"},
        },
    ),
    "m.csv": (
        """case_no,griever,when,grieved_on,mgmt_official,violation,arb_invoked,final,final_dt
11-1,ROE,20110103,20110110,Hoyt,Art 4 overtime,,dropped - filed late,20110301
11-2,KAY,20110203,20110210,Hoyt,Art 9 leave,20110410,"Grievant left, withdrew",20110501
""",
        2,
        {
            "11-1": {
                "incident_on": "2011-01-03",
                "filed_on": "2011-01-10",
                "closed_on": "2011-03-01",
                "outcome": "untimely",
                "manager": "Hoyt",
            },
            "11-2": {"outcome": "withdrawn_grievant", "arbitrator": ""},
        },
    ),
    "n.csv": (
        """Caso,Agraviado,Centro de trabajo,Motivo,Artículo,Radicada,Resultado
9,Luz,Planta 4,Tiempo extra,VII,20/01/2011,Retirada por el agraviado
""",
        1,
        {
            "9": {
                "title": "Tiempo extra",
                "topic": "pay",
                "site": "Planta 4",
                "outcome": "withdrawn_grievant",
            }
        },
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_a_local_kept_is_read_whole(name):
    text, many, wanted = LISTS[name]
    table = read_table(text.encode(), name, words=HEADINGS)
    sheet = plans.Sheet(table.header, list(zip(table.numbers, table.rows, strict=True)))
    made = plans.plan_sheets([sheet], set())
    assert (len(made.adds), made.refused) == (many, [])
    found = {case.number: case for case in made.adds}
    wrong = [
        (number, field, getattr(found[number], field), value)
        for number, fields in wanted.items()
        for field, value in fields.items()
        if getattr(found[number], field) not in value.split("|")
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("said", "ending"),
    [
        ("A favor del patrono", "denied"),
        ("A favor de la unión", "sustained"),
        ("Settled: leave granted", "settled"),
        ("Upheld grievance in part", "partial"),
        ("Untimely - dismissed", "untimely"),
        ("Dropped by the executive board", "withdrawn_union"),
        ("Member dropped it", "withdrawn_grievant"),
        ("Not pursued", "denied"),
        ("Not appealed", "denied"),
        ("Pulled by member", "withdrawn_grievant"),
        ("Pulled by the local", "withdrawn_union"),
        ("Pulled from the docket, settled", "settled"),
        ("Hospital agreed, back pay", "settled"),
    ],
)
def test_what_follows_the_word_does_not_turn_it_round(said, ending):
    assert how_it_ended(said) == ending


def test_a_year_in_a_row_of_its_own_is_no_case_and_yes_or_no_is_no_arbitrator():
    text = """Griev. #,Issue,Step 1 filed,Arb?,Final disposition,Date closed
2019,,,,,
19-01,Suspension,2/4/2019,No,Settled - reduced to letter,4/2/2019
19-02,Posting,3/5/2019,n/a,Denied,
FY 2020-21,,,,,
20-01,Removal,1/15/2020,YES - Arb. Whitfield,Arb award: reinstated w/o backpay,12/9/2020
20-02,Noel's bid,2/15/2020,Noelle Yates,Withdrawn,3/9/2020
"""
    table = read_table(text.encode(), "log.csv", words=HEADINGS)
    made = plans.plan_sheets([plans.Sheet(table.header, list(zip(table.numbers, table.rows, strict=True)))], set())
    assert [one["text"] for one in made.headings] == ["2019"]
    assert [(case.number, case.arbitrator) for case in made.adds] == [
        ("19-01", ""),
        ("19-02", ""),
        ("20-01", "Whitfield"),
        ("20-02", "Noelle Yates"),
    ]
    assert made.adds[2].outcome == "partial"


@pytest.mark.parametrize(
    ("names", "grievants"),
    [
        (("R. Boone", "T. Vance", "R. Boone", "R. Boone", "T. Vance"), False),
        (("R. Boone", "Ann Poe", "Cy Ruiz", "R. Boone", "Di Shah"), True),
    ],
)
def test_a_bare_who_with_few_names_over_many_cases_is_no_grievant(names, grievants):
    lines = [f"20-0{n},Skipped in overtime,2/{n}/2020,{who},Settled" for n, who in enumerate(names, 1)]
    table = read_table("\n".join(["No.,Issue,Filed,Who,Result", *lines]).encode(), "log.csv", words=HEADINGS)
    made = plans.plan_sheets([plans.Sheet(table.header, list(zip(table.numbers, table.rows, strict=True)))], set())
    assert [bool(case.grievant) for case in made.adds] == [grievants] * 5


def test_a_ref_a_day_of_the_act_and_an_umpire_are_known():
    text = """Ref,Aggrieved,Who handled,What it was,Clause(s),Date of act,Grieved,How it came out,Ended,Umpire
77-101,Alma Reyes,T. Boyd,Skipped for Sunday overtime,Art. 8.2,2019-03-04,2019-03-09,"Settled, 4 hrs pay",2019-05-02,
77-103,Union,M. Fry,Posting of shifts,7.4; 7.5,2020-01-10,2020-01-20,Award for union,2020-11-30,Hale
"""
    table = read_table(text.encode(), "log.csv", words=HEADINGS)
    made = plans.plan_sheets([plans.Sheet(table.header, list(zip(table.numbers, table.rows, strict=True)))], set())
    told = [(case.number, case.incident_on, case.arbitrator, case.grievant) for case in made.adds]
    assert told == [("77-101", "2019-03-04", "", "Alma Reyes"), ("77-103", "2020-01-10", "Hale", "")]
