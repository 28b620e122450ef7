"""Reading the frame of old cases out of scanned pages, in layouts of many hands."""

import itertools
import random

import pytest

from grievances import prompts
from grievances.imports import scans
from grievances.imports.places import cited_in
from grievances.services import old

DAYS = [
    ("3/14/2019", "2019-03-14"),
    ("03-14-19", "2019-03-14"),
    ("March 14, 2019", "2019-03-14"),
    ("Mar. 14, 2019", "2019-03-14"),
    ("14 March 2019", "2019-03-14"),
    ("2019-03-14", "2019-03-14"),
    ("14th March 2019", "2019-03-14"),
    ("March 32, 2019", ""),
    ("13/45/2019", ""),
    ("in spring", ""),
]
FRAME = {
    "number": ("Grievance No", "2019-A-17", "2019-A-17"),
    "grievant": ("Name of Grievant", "Whitfield, Dana Q.", "Whitfield, Dana Q"),
    "filed_on": ("Date Filed", "June 3, 2019", "2019-06-03"),
    "incident_on": ("Date of Violation", "5/28/2019", "2019-05-28"),
    "article": ("Articles Violated", "Art. 12, Sec. 3", "Art. 12, Sec. 3"),
    "site": ("Duty Station", "Riverside Depot", "Riverside Depot"),
    "outcome": ("Disposition", "Sustained in part", "partial"),
    "arbitrator": ("Arbitrator", "Jane A. Doe", "Jane A. Doe"),
    "title": ("Nature of grievance", "Overtime not offered by seniority", "Overtime not offered by seniority"),
}
WAYS = {
    "colon": lambda label, value: f"{label}: {value}",
    "drawn line": lambda label, value: f"{label} ________ {value}",
    "dots": lambda label, value: f"{label} ........ {value}",
    "blanks": lambda label, value: f"{label}      {value}",
    "next line": lambda label, value: f"{label}:\n{value}",
    "capitals": lambda label, value: f"{label.upper()}: {value}",
    "dash": lambda label, value: f"{label} — {value}",
}


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_a_day_is_read_or_left_open(text, day):
    assert scans.date_in(text) == day


@pytest.mark.parametrize(("way", "seed"), list(itertools.product(WAYS, range(3))))
def test_every_label_is_read_however_it_is_drawn(way, seed):
    rng = random.Random(f"{way}{seed}")
    names = rng.sample(list(FRAME), len(FRAME))
    blocks = ["UNION LOCAL 42", *(WAYS[way](*FRAME[name][:2]) for name in names), "Signed, the steward"]
    half = rng.randrange(2, len(blocks) - 1)
    pages = ["\n".join(blocks[:half]), "\n".join(blocks[half:])]
    found = scans.read(pages)
    assert {name: one.value for name, one in found.items()} == {name: FRAME[name][2] for name in FRAME}
    for one in found.values():
        assert one.quote in pages[one.page - 1]


def test_a_sentence_over_two_lines_is_read_and_quoted_as_it_stands():
    page = "SETTLEMENT AGREEMENT\nThe parties resolve grievance G-17-201 (leave, L.\nPark) filed 10/03/2017 under Article 14.2."
    found = scans.read([page])
    told = {name: one.value for name, one in found.items()}
    assert told == {
        "number": "G-17-201", "filed_on": "2017-10-03", "article": "Article 14.2", "outcome": "settled",
    }  # fmt: skip
    assert all(one.quote in page for one in found.values())


def test_a_letter_names_its_grievant_and_article():
    found = scans.read(["Re: Grievance of Maria Quill, file 2019-12 (Art. 31)\nDear Ms. Quill,"])
    assert (found["grievant"].value, found["article"].value) == ("Maria Quill", "Art. 31")


def test_two_labels_on_a_line_are_told_apart():
    found = scans.read(["Grievance No.: 19-042          Date Filed: 3/14/2019\nDuty Station: Depot   Issue: Pay"])
    assert [found[name].value for name in ("number", "filed_on", "site", "title")] == [
        "19-042", "2019-03-14", "Depot", "Pay",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "name", "value"),
    [
        ("The grievance is hereby denied for the reasons above.", "outcome", "denied"),
        ("It is ordered that the grievance be sustained.", "outcome", "sustained"),
        ("This grievance was filed on 4 June 2018 by the Union.", "filed_on", "2018-06-04"),
        (
            "Management violated Article 7, Section 2 of the Agreement when it did so.",
            "article",
            "Article 7, Section 2",
        ),
        ("a violation of Articles 4 and 9", "article", "Articles 4 and 9"),
        ("Robert B. Moberly, Arbitrator", "arbitrator", "Robert B. Moberly"),
        ("In re Grievance No. G18-0042 (overtime)", "number", "G18-0042"),
        ("Re: Grievance 14-030, suspension of an operator", "number", "14-030"),
        ("The union hereby withdraws the grievance it filed in April.", "outcome", "withdrawn_union"),
        ("The grievant hereby withdraws this grievance.", "outcome", "withdrawn_grievant"),
    ],
)
def test_what_is_told_in_a_sentence_is_found(sentence, name, value):
    found = scans.read([f"Dear sir\n{sentence}\nYours"])
    assert found[name].value == value and found[name].quote in sentence


@pytest.mark.parametrize(
    ("title", "article"),
    [
        ("Bad answer, 5 U.S.C. § 7114(a)(2)(B)", ""), ("Overtime under 29 CFR § 541.100", ""), ("Wages, Labor Code § 20", ""),
        ("Pay, Art. 1234", ""), ("State of the art 7 days late", ""), ("Overtime, § 12.3", "§ 12.3"),
        ("ARTICLE 7 SECTION 2", "ARTICLE 7 SECTION 2"), ("5 USC § 71 and Art. 9", "Art. 9"),
    ],
)  # fmt: skip
def test_a_title_cites_an_article_of_the_agreement_and_no_law(title, article):
    assert cited_in(title) == article


@pytest.mark.parametrize(
    ("page", "name", "value"),
    [
        ("The union's grievance was discussed. A ULP charge was filed on March 3, 2025.", "filed_on", None),
        ("Grievance No. 12.4 of L. Park was filed on March 3, 2025.", "filed_on", "2025-03-03"),
        ("GRIEVANCE FORM\nSettlement\n\nSigned", "outcome", None),
        ("\nSettlement agreement\nThe parties", "outcome", "settled"),
    ],
)
def test_a_charge_is_no_filing_and_a_blank_line_of_a_form_no_outcome(page, name, value):
    found = scans.read([page]).get(name)
    assert (found and found.value) == value


def test_words_that_cannot_be_made_out_stay_open_with_their_place():
    found = scans.read(["Date Filed: 3/l4/2O19"])["filed_on"]
    assert (found.value, found.quote) == ("", "Date Filed: 3/l4/2O19")


@pytest.mark.parametrize("pages", [[], [""], ["x" * 100_000], ["re" * 5000], ["Issue " * 4000], [": : :"]])
def test_odd_pages_break_nothing(pages):
    scans.read(pages)


@pytest.mark.parametrize(
    ("field", "value", "quote", "kept"),
    [
        ("grievant", "Dana Whitfield", "filed by Dana Whitfield", "Dana Whitfield"),
        ("grievant", "Dana Brown", "filed by Dana Whitfield", None),
        ("grievant", "Dana Whitfield", "signed by Dana Whitfield", None),
        ("filed_on", "2019-01-01", "on March 14, 2019", "2019-03-14"),
        ("outcome", "sustained", "so it is denied", "denied"),
    ],
)
def test_a_value_of_the_model_counts_only_with_its_words(field, value, quote, kept):
    page = "This was filed by Dana Whitfield on March 14, 2019, and so it is denied."
    made = old.verified(prompts.OldValue(field=field, value=value, page=1, quote=quote), [page])
    assert (made and made["value"]) == kept
    assert old.verified(prompts.OldValue(field=field, value=value, page=2, quote=quote), [page]) is None


@pytest.mark.parametrize(
    "sentence",
    ["The union will not agree unless it withdraws the grievance.", "Grievance of 2014 on pay", "See case 12 below"],
)
def test_a_sentence_that_only_sounds_like_it_is_left_alone(sentence):
    found = scans.read([f"Dear sir\n{sentence}\nYours"])
    assert "outcome" not in found and "number" not in found


def test_the_paper_that_ends_a_case_tells_its_outcome_and_its_day():
    form = "GRIEVANCE FORM\nGrievant: Maria Delgado\nArbitrator: none\nDate filed: March 18, 2019"
    settled = "SETTLEMENT\nDate: June 3, 2019\nThe parties settle grievance 2019-14. The Agency pays eight hours."
    made = scans.read([form, settled])
    assert (made["outcome"].value, made["closed_on"].value, made["closed_on"].page) == ("settled", "2019-06-03", 2)
    assert "arbitrator" not in made and made["number"].value == "2019-14"
    made = scans.read(["STEP 3 DECISION\nCase: 2018-31\nThe grievance is DENIED.\nDated December 14, 2018"])
    assert (made["number"].value, made["outcome"].value, made["closed_on"].value) == ("2018-31", "denied", "2018-12-14")
    assert "closed_on" not in scans.read(["Date: June 3, 2019\nThe grievance was filed on May 1, 2019."])
