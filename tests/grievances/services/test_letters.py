"""Letters and the union's own forms: filled from the case, blocked while something is missing, nobody's words lost."""

import datetime
import io

import pypdf
import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from contracts.models import Clause, ClauseLineage
from grievances import letters as words
from grievances.models import Deadline, DeadlineRule, Letter, Paper, PaperText
from grievances.queries import letters as queries
from grievances.queries import packets
from grievances.services import letters, records, silence, steps
from tests.grievances.conftest import ago
from unionops.platform.access.actors import acting
from unionops.platform.core.problems import Problem
from unionops.platform.files.models import Upload
from unionops.platform.files.services import read_upload
from unionops.platform.ui.components.words import shift_name

pytestmark = pytest.mark.django_db
FORM = """<form><label>Grievance No. <input name="Grievance_Number" value=""></label>
<p>Employee Name <input name="form1.Employee_Name"></p>
<p>Statement <textarea name="Statement_of_facts"></textarea></p>
<p>Article <input name="art"></p><p>Date of violation <input name="Date_of_violation"></p>
<p>Group? <input type="checkbox" name="group" value="grp"></p>
<p>Step <select name="step_no"><option>One</option><option>Two</option></select></p></form>"""


def fillable(html=FORM):
    import weasyprint

    return weasyprint.HTML(string=f"<style>input,textarea,select{{appearance:auto}}</style>{html}").write_pdf(
        pdf_forms=True
    )


@pytest.fixture
def silent(case, steward, procedure, clause):
    """Filed, and their answer was due five days ago."""
    rule = procedure.steps.get(key="1.answer").rule
    rule.clause, rule.quote = clause, "Management shall answer within ten (10) calendar days of receipt."
    rule.confirmed_by = steward
    rule.save()
    steps.file_case(by=steward, case=case, act=steps.Act(on=ago(0)), warned=True, acknowledged_on=ago(0))
    records_on = case.step_records.get()
    records_on.on = ago(15)
    records_on.save()
    Deadline.objects.filter(step__key="1.answer").update(due=ago(5), anchor_on=ago(15))
    return case


def test_no_letter_is_drafted_by_a_rule_nobody_confirmed(silent, bound):
    DeadlineRule.objects.update(confirmed_by=None)
    silence.catch_up(by=bound)
    assert not Letter.objects.exists()


NO_ANSWER = "When no answer is given in time, the grievance is treated as denied and may be moved to the next step."


@pytest.fixture
def told(clause):
    """Another section of the article says what a missed answer means."""
    Clause.objects.filter(pk=clause.pk).update(article="9")
    lineage = ClauseLineage.objects.create(agreement=clause.version.agreement)
    return Clause.objects.create(
        version=clause.version, lineage=lineage, level="section", number="7", label="9.7", anchor="9.7", path="9/7",
        article="9", ordinal=2, title="Missed limits", text=f"Limits bind both. {NO_ANSWER} Ours are in Section 2.",
    )  # fmt: skip


def test_without_words_on_silence_the_letter_waits_for_them(silent, bound):
    silence.catch_up(by=bound)
    row = Letter.objects.get(paper=Paper.LATE)
    assert "{late_words}" in row.text and words.missing(row.text, {})


def test_the_date_that_passed_shows_the_words_on_silence(silent, told, steward, sign_in):
    row = silent.deadlines.get(step__key="1.answer")
    page = sign_in(steward).get(reverse("grievances:deadline", args=[row.public_id])).content.decode()
    assert NO_ANSWER in page and "9.7" in page


def test_a_late_answer_starts_our_clock_and_drafts_one_letter(silent, told, bound):
    silence.catch_up(by=bound)
    row = Letter.objects.get(paper=Paper.LATE)
    ours = silent.deadlines.get(step__key="2", state="running")
    assert f"“{NO_ANSWER}”" in row.text
    assert "no answer counts as a denial" in row.text and queries.said(ours.due) in row.text
    assert not words.missing(row.text, {})
    silence.catch_up(by=bound)
    letters.draft_late_letters(by=bound, case=silent)
    assert Letter.objects.count() == 1


def test_an_answer_that_came_after_all_needs_no_letter(silent, bound, steward, procedure):
    silence.catch_up(by=bound)
    with acting(steward):
        assert queries.letters_of(steward, silent).count() == 1 == queries.waiting(steward).count()
        act = steps.Act(on=ago(0), answer="denied")
        steps.record_step(by=steward, case=silent, step=procedure.steps.get(key="1.answer"), act=act)
        assert not queries.letters_of(steward, silent).exists() and not queries.waiting(steward).exists()
        with pytest.raises(Problem, match="waits no longer"):
            letters.draw_letter(by=steward, letter=Letter.objects.get())


def test_a_letter_to_management_is_not_in_the_language_of_its_writer(silent, steward):
    with acting(steward), translation.override("es"):
        row = letters.draft_letter(by=steward, case=silent, paper=Paper.LATE)
    due = silent.deadlines.get(step__key="1.answer", state="running").due
    assert "has not arrived" in row.text and queries.said(due) in row.text


@pytest.mark.slow
def test_a_letter_is_changed_then_drawn_and_kept(silent, bound, steward):
    silence.catch_up(by=bound)
    with acting(steward):
        row = letters.save_letter(by=steward, letter=Letter.objects.get(), version=1, text="Dear sir.\n\n{remedy}")
        with pytest.raises(Problem, match="a remedy"):
            letters.draw_letter(by=steward, letter=row)
        row = letters.save_letter(by=steward, letter=row, version=2, text="# Late\n\nYour answer is late.")
        document = letters.draw_letter(by=steward, letter=row)
        text = pypdf.PdfReader(io.BytesIO(read_upload(document.upload))).pages[0].extract_text()
        assert "Your answer is late." in text and document.made_here == "late"
        row.refresh_from_db()
        with pytest.raises(Problem, match="drawn or discarded"):
            letters.save_letter(by=steward, letter=row, version=3, text="x")


def test_two_people_on_one_letter_lose_no_words(case, steward):
    with acting(steward):
        row = letters.draft_letter(by=steward, case=case, paper=Paper.ABEYANCE)
        letters.save_letter(by=steward, letter=row, version=1, text="first")
        with pytest.raises(letters.LetterChanged) as raised:
            letters.save_letter(by=steward, letter=row, version=1, text="second")
    assert raised.value.row.text == "first"


def test_what_is_missing_stands_open_and_is_named(case, steward):
    with acting(steward):
        row = letters.draft_letter(by=steward, case=case, paper=Paper.SETTLEMENT)
        assert "{terms}" in row.text and "{promises" not in row.text
        assert letters.needs_of(steward, case, Paper.SETTLEMENT) == ["the terms of the settlement"]


@pytest.mark.slow
def test_the_settlement_says_who_owes_what(case, steward):
    with acting(steward):
        items = [("Two hours of overtime", "payroll", ago(-20))]
        steps.settle(by=steward, case=case, settled_on=ago(0), terms="Pay, and no precedent.", items=items)
        document = letters.draw(by=steward, case=case, paper=Paper.SETTLEMENT)
    text = pypdf.PdfReader(io.BytesIO(read_upload(document.upload))).pages[0].extract_text()
    assert "Pay, and no precedent." in text and "Two hours of overtime: payroll" in text
    assert "For management" in text and "Received by" not in text
    assert document.get_kind_display() == "extension, abeyance or settlement"


def test_a_promise_nobody_in_particular_owes_names_its_day_alone(case, steward):
    with acting(steward):
        items = [("Post the notice", "", datetime.date(2026, 12, 9))]
        steps.settle(by=steward, case=case, settled_on=ago(0), terms="Paid.", items=items)
        assert queries.values(steward, case)["promises"] == "Post the notice: December 9, 2026"


def test_a_group_is_named_by_those_in_it_else_in_the_words_of_the_case(case, steward):
    with acting(steward):
        named = packets.grievants(case)
        case.scope = "group"
        case.matter.parties.filter(role="grievant").delete()
        assert packets.grievants(case) == "Harbor Federal Workers 12"
        records.add_fact(by=steward, matter=case.matter, w="who", text="all six operators of the crane crew")
        assert packets.grievants(case) == "all six operators of the crane crew"
        assert queries.values(steward, case)["grievants"] == "all six operators of the crane crew"
        case.scope = "individual"
        assert packets.grievants(case) == "" != named


def test_the_form_names_the_shift_in_the_language_of_the_box(case):
    case.matter.shift = "Nights"
    with translation.override("es"):
        told = render_to_string("grievances/papers/_facts.html", {"case": case, "matter": case.matter})
        assert shift_name("Nights") in told
    assert "Nights" not in told


def test_the_locals_words_are_used_and_unknown_names_refused(case, chief):
    with acting(chief):
        letters.save_text(by=chief, paper=Paper.ABEYANCE, text="We hold {number} for now. {worksite?}")
        row = letters.draft_letter(by=chief, case=case, paper=Paper.ABEYANCE)
        assert row.text.startswith(f"We hold {case.number} for now.")
        with pytest.raises(Problem, match="boss"):
            letters.save_text(by=chief, paper=Paper.ABEYANCE, text="Dear {boss}")
        letters.save_text(by=chief, paper=Paper.ABEYANCE, text=" ")
        assert "in abeyance" in queries.words_of(chief, Paper.ABEYANCE)


@pytest.mark.parametrize("paper", queries.WRITTEN)
def test_the_programs_words_use_known_names_only(paper):
    assert not words.unknown(str(words.DEFAULTS[paper]))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{a}", "{a}"),
        ("A {number} B {known?}.", "A 7 B ."),
        ("{ number }", "7"),
        ("one\n\n{known?}\n\ntwo", "one\n\ntwo"),
        ("{}", "{}"),
    ],
)
def test_places_are_filled(text, said):
    assert words.fill(text, {"number": "7"}) == said


@pytest.mark.slow
def test_the_unions_own_form_is_matched_and_filled(case, steward, chief, clause):
    with acting(chief):
        row = letters.keep_form(by=chief, paper=Paper.FORM, file=fillable(), name="form.pdf")
        guessed = {name.rsplit(".", 1)[-1]: place for name, place in row.fields.items()}
        assert guessed["Grievance_Number"] == "number" and guessed["Employee_Name"] == "grievants"
        assert guessed["Statement_of_facts"] == "statement" and guessed["Date_of_violation"] == "incident"
        assert guessed["group"] == ""
        matched = row.fields
        letters.match_fields(by=chief, row=row, fields={})
        assert letters.needs_of(chief, case, Paper.FORM) == ["what goes into the fields of the union's own form"]
        letters.match_fields(by=chief, row=row, fields=matched)
        kinds = {one["name"]: (one["kind"], one["options"]) for one in letters.fields_of(row)}
        assert kinds["group"][0] == "tick" and kinds["step_no"][0] == "choice"
        tick = kinds["group"][1][0]
        letters.match_fields(by=chief, row=row, fields=row.fields | {"art": "clauses", "group": f"={tick}"})
    with acting(steward):
        with pytest.raises(Problem, match="a statement of facts"):
            letters.draw(by=steward, case=case, paper=Paper.FORM)
        records.cite(by=steward, matter=case.matter, clause=clause)
        case.statement = "On Monday the list was skipped — señor.\nOn Tuesday as well."
        case.save()
        document = letters.draw(by=steward, case=case, paper=Paper.FORM)
    filled = pypdf.PdfReader(io.BytesIO(read_upload(document.upload)))
    values = {name: str(field.get("/V", "")) for name, field in filled.get_fields().items()}
    assert values["form1.Employee_Name"] == "Ana Rivera" and values["Grievance_Number"] == case.number
    assert values["Statement_of_facts"] == case.statement and "9.1" in values["art"]
    assert values["group"] == f"/{tick}"
    looks = [a.get_object() for page in filled.pages for a in page["/Annots"]]
    assert all("/AP" in look for look in looks if look.get("/V"))


@pytest.mark.parametrize(
    ("label", "place"),
    [
        ("Signature of grievant", ""),
        ("Sig_Steward", ""),
        ("Employee phone", ""),
        ("Grievant's job title", ""),
        ("Date answer received", ""),
        ("Date submitted to Step 2", ""),
        ("Names of witnesses", ""),
        ("Management representative", ""),
        ("Nature of the grievance", "statement"),
        ("State the facts", "statement"),
        ("Name of grievant", "grievants"),
        ("Union representative", "steward"),
    ],
)
def test_what_only_a_hand_can_fill_in_is_left_empty(label, place):
    assert letters.guess({"kind": "text", "label": label, "name": "Text1"}) == place


@pytest.mark.slow
@pytest.mark.parametrize("data", [b"%PDF-1.4 broken", None, b"GIF89a"])
def test_a_form_without_fields_or_no_form_at_all_is_refused(data, chief):
    data = fillable("<p>No field here.</p>") if data is None else data
    with acting(chief):
        with pytest.raises(Problem):
            letters.keep_form(by=chief, paper=Paper.FORM, file=data, name="form.pdf")
        assert not PaperText.objects.exists() and not Upload.objects.exists()


@pytest.mark.slow
def test_a_form_taken_out_brings_the_words_back(chief):
    with acting(chief):
        row = letters.keep_form(by=chief, paper=Paper.FORM, file=fillable(), name="form.pdf")
        letters.drop_form(by=chief, row=row)
        assert letters.fields_of(PaperText.objects.get()) == []
        assert "{statement}" in queries.words_of(chief, Paper.FORM)


def test_an_appeal_never_takes_their_date_for_our_next_step(case, steward):
    """While only their answer is due there is nothing to appeal to, and the letter says what is missing."""
    with acting(steward):
        steps.file_case(by=steward, case=case, act=steps.Act(on=ago(0)), warned=True, acknowledged_on=ago(0))
        assert queries.values(steward, case)["next_step"] == ""
        assert queries.values(steward, case)["clock_step"] == "Step 1 answer"
        assert "a running date of ours" in letters.needs_of(steward, case, Paper.APPEAL)
        answer = case.procedure.steps.get(key="1.answer")
        steps.record_step(by=steward, case=case, step=answer, act=steps.Act(on=ago(0), answer="denied"))
        assert queries.values(steward, case)["next_step"] == "Step 2 appeal"
        assert "Step 2 appeal" in letters.draft_letter(by=steward, case=case, paper=Paper.APPEAL).text
