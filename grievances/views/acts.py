"""The table of deeds: for each its page, its form and its service."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from grievances.forms import deeds as forms
from grievances.forms import office
from grievances.forms import records as writing
from grievances.models import Grievance, W
from grievances.queries import history, procedures
from grievances.services import (
    by_hand,
    cases,
    clocks,
    electing,
    holding,
    papers,
    promises,
    records,
    steps,
    suggesting,
)
from grievances.services.acts import Act
from unionops.platform.access.models import User
from unionops.platform.core.problems import Problem

Text = str | Promise
Data = dict[str, Any]


def nothing_before(case: Grievance) -> Data:
    return {}


@dataclass(frozen=True)
class Deed:
    """`do(user, case, cleaned)`; `before` gives the form its first values; `section` is where the page lands."""

    title: Text
    button: Text
    form: type[forms.CaseForm]
    do: Callable[[User, Grievance, Data], object]
    done: Text
    before: Callable[[Grievance], Data] = nothing_before
    section: str = ""
    help: Text = ""


def _file(user: User, case: Grievance, data: Data) -> object:
    gate = {name: data[name] for name in ("warned", "acknowledged_on", "acknowledged_how") if name in data}
    return steps.file_case(by=user, case=case, act=_act(data), **gate)


def _received(user: User, case: Grievance, data: Data) -> object:
    return steps.receive_case(by=user, case=case, act=_act(data))


def _talk(user: User, case: Grievance, data: Data) -> object:
    return steps.raise_case(by=user, case=case, act=_act(data))


def _unfile(user: User, case: Grievance, data: Data) -> object:
    row = history.filing_record(case)
    if row is None:
        raise Problem("not_filed", str(_("No record of a filing stands in this case.")))
    return steps.undo_step(by=user, row=row, reason=data["reason"])


def _unchoose(user: User, case: Grievance, data: Data) -> object:
    return electing.never_chosen(by=user, **data)


def _act(data: Data) -> Act:
    return Act(**{name: data[name] for name in data if name in Act.__dataclass_fields__})


def _record(user: User, case: Grievance, data: Data) -> object:
    return steps.record_step(by=user, case=case, step=data["step"], act=_act(data))


def _dates(user: User, case: Grievance, data: Data) -> object:
    version = data.pop("version")
    return cases.change_matter(by=user, matter=case.matter, version=version, values=data)


def _dates_before(case: Grievance) -> Data:
    return {name: getattr(case.matter, name) for name in forms.DatesForm.base_fields}


def _words(user: User, case: Grievance, data: Data) -> object:
    version = data.pop("version")
    return cases.save_words(by=user, case=case, version=version, values=data)


def _words_before(case: Grievance) -> Data:
    made = {name: getattr(case, name) for name in forms.WordsForm.base_fields}
    return made | {"statement": case.statement or statement_of(case)}


def statement_of(case: Grievance) -> str:
    """The facts of the case in the order of the six questions: a first statement without a model."""
    order = {w: place for place, w in enumerate((W.WHEN, W.WHERE, W.WHO, W.WHAT, W.WHY, W.HARM, W.WITNESSES))}
    rows = case.matter.facts.filter(removed_at=None).order_by("happened_on", "id")
    return "\n".join(row.text for row in sorted(rows, key=lambda row: order.get(W(row.w), 9)))


def _cite(user: User, case: Grievance, data: Data) -> object:
    for clause in procedures.clauses_named(user, data["clauses"]):
        records.cite(by=user, matter=case.matter, clause=clause, why=data["why"])
    if data["label"]:
        records.cite(by=user, matter=case.matter, label=data["label"], why=data["why"])
    return None


def _party(user: User, case: Grievance, data: Data) -> object:
    picked = {name: data[name] for name in ("role", "person", "name", "note")}
    return cases.add_party(by=user, matter=case.matter, **picked)


def _document(user: User, case: Grievance, data: Data) -> object:
    file = data.pop("file")
    return papers.add_document(by=user, matter=case.matter, file=file, name=file.name, **data)


def _document_out(user: User, case: Grievance, data: Data) -> object:
    papers.remove_document(by=user, **data)
    return None


def _settle(user: User, case: Grievance, data: Data) -> object:
    return steps.settle(by=user, case=case, items=data.pop("promises"), **data)


def _promise_date(user: User, case: Grievance, data: Data) -> object:
    return promises.date_promise(by=user, **data)


def _request(user: User, case: Grievance, data: Data) -> object:
    to, draft = data.pop("addressed_to"), data.pop("draft")
    item = papers.Item(**data)
    made = papers.draft_request(by=user, matter=case.matter, case=case, addressed_to=to, items=[item])
    if draft is not None:
        suggesting.take_item(by=user, output=draft, item=item)
    return made


def _matter(service: Callable[..., object]) -> Callable[[User, Grievance, Data], object]:
    """A service that takes the matter and the form as it is."""
    return lambda user, case, data: service(by=user, matter=case.matter, **data)


def _case(service: Callable[..., object]) -> Callable[[User, Grievance, Data], object]:
    return lambda user, case, data: service(by=user, case=case, **data)


def _extend(user: User, case: Grievance, data: Data) -> object:
    return clocks.extend(by=user, **data)


def _hand_date(user: User, case: Grievance, data: Data) -> object:
    return by_hand.set_by_hand(by=user, matter=case.matter, case=case, **data)


def _wall(user: User, case: Grievance, data: Data) -> object:
    return cases.wall_off(by=user, matter=case.matter, user=data["who"], reason=data["reason"])


SAVED = _("Saved.")
WORK: Mapping[str, Deed] = {
    "file": Deed(_("File the grievance"), _("File it"), forms.FileForm, _file, _("Filed. Their clock runs now.")),
    "received": Deed(
        _("Record what management filed"),
        _("Record it"),
        forms.ReceivedForm,
        _received,
        _("Recorded. Our time to answer runs now."),
        help=_("It chooses no forum of ours. Which time limits bind us is what the agreement says of both sides."),
    ),
    "talk": Deed(
        _("Record the first talk"),
        _("Record it"),
        forms.TalkForm,
        _talk,
        _("Recorded. Nothing is filed yet: the first paper will ask which roads it closes."),
        help=_("A talk starts the clock of its step. It chooses no forum; the first grievance in writing does."),
    ),
    "unfile": Deed(
        _("Take back the record of the filing"),
        _("Take it back"),
        forms.UnfileForm,
        _unfile,
        _("Taken back. The case is not filed, and no forum is chosen by it."),
        section="happened",
        help=_("The clocks of the law run again. The record and your reason stay in the history."),
    ),
    "unchoose": Deed(
        _("Take back a road recorded by mistake"),
        _("Take it back"),
        forms.UnchooseForm,
        _unchoose,
        _("Taken back."),
        section="forum",
    ),
    "day": Deed(
        _("Set the day of a hearing or a panel"),
        _("Save the day"),
        forms.DayForm,
        _case(by_hand.set_day),
        _("Saved. What must be done before it has its date."),
        section="dates",
    ),
    "record": Deed(
        _("Record what was done"), _("Record it"), forms.RecordForm, _record, _("Recorded. The dates follow it.")
    ),
    "extend": Deed(
        _("Record an extension"),
        _("Record the extension"),
        forms.ExtendForm,
        _extend,
        _("The new date is noted."),
        section="dates",
        help=_("An extension counts when it is in writing. Tell the grievant about it."),
    ),
    "pause": Deed(
        _("Put the case in abeyance"),
        _("Stop the clocks"),
        forms.PauseForm,
        _case(clocks.pause),
        SAVED,
        help=_(
            "Agreed dates and dates set by hand stand still too: what is left of them counts on after the last day. "
            "If your paper says otherwise, set that date by hand."
        ),
    ),
    "resume": Deed(_("End the abeyance"), _("Start the clocks again"), forms.ResumeForm, _case(clocks.resume), SAVED),
    "decide": Deed(
        _("Record a decision of the union"),
        _("Record the decision"),
        forms.DecideForm,
        _case(steps.decide),
        SAVED,
        help=_("Who decided, on what, and how the grievant was told: this record is the local's defence."),
    ),
    "settle": Deed(_("Record a settlement"), _("Record the settlement"), forms.SettleForm, _settle, _("Settled.")),
    "promise": Deed(
        _("Set the day a promise is owed on"),
        _("Save the day"),
        forms.PromiseDateForm,
        _promise_date,
        SAVED,
        section="settlement",
    ),
    "close": Deed(_("Close the case"), _("Close the case"), forms.CloseForm, _case(steps.close), _("Closed.")),
    "reopen": Deed(
        _("Reopen the case"),
        _("Reopen"),
        forms.ReopenForm,
        _case(steps.reopen),
        _("Open again."),
        help=_("What the settlement promised stands still until you say of each promise whether it is still owed."),
    ),
    "dates": Deed(
        _("Change what happened when"),
        _("Save"),
        forms.DatesForm,
        _dates,
        _("Saved. The dates were counted again."),
        _dates_before,
        "dates",
    ),
    "words": Deed(
        _("Statement and remedy"),
        _("Save"),
        forms.WordsForm,
        _words,
        SAVED,
        _words_before,
        "words",
    ),
    "fact": Deed(
        _("Write down a fact"), _("Save the fact"), writing.FactForm, _matter(records.add_fact), SAVED, section="facts"
    ),
    "argument": Deed(
        _("Write down an argument"),
        _("Save the argument"),
        writing.ArgumentForm,
        _matter(records.add_argument),
        SAVED,
        section="arguments",
    ),
    "note": Deed(
        _("Write a note"), _("Save the note"), writing.NoteForm, _matter(records.add_note), SAVED, section="notes"
    ),
    "interview": Deed(
        _("Put a talk or meeting on the record"),
        _("Save it"),
        writing.InterviewForm,
        _matter(records.add_interview),
        SAVED,
        section="interviews",
        help=_("Minutes entered here are logged as official time at once."),
    ),
    "task": Deed(
        _("Set a task"), _("Save the task"), writing.TaskForm, _matter(records.add_task), SAVED, section="tasks"
    ),
    "cite": Deed(_("Cite a clause"), _("Cite what is ticked"), writing.CiteForm, _cite, SAVED, section="clauses"),
    "party": Deed(
        _("Name somebody in the case"),
        _("Add"),
        writing.PartyForm,
        _party,
        SAVED,
        section="people",
        help=_("Whoever is named here no longer sees the case, even with an office in the local."),
    ),
    "evidence": Deed(
        _("Note evidence"), _("Save"), writing.EvidenceForm, _matter(records.add_evidence), SAVED, section="evidence"
    ),
    "document": Deed(
        _("Add a document"), _("Add it"), writing.DocumentForm, _document, _("Added and sealed."), section="papers"
    ),
    "document-out": Deed(
        _("Take a document out"),
        _("Destroy it"),
        writing.DocumentOutForm,
        _document_out,
        _("Gone. The record keeps that it was here, and why it went."),
        section="papers",
        help=_("For what was added by mistake. The file is overwritten; only backups made before still hold it."),
    ),
    "date": Deed(_("Set a date by hand"), _("Save the date"), writing.HandDateForm, _hand_date, SAVED, section="dates"),
    "forum": Deed(
        _("Record another road taken"),
        _("Record it"),
        writing.ForumForm,
        _matter(electing.elect_forum),
        SAVED,
        help=_("A charge, an EEO complaint or an appeal on the same matter. The first one filed in time decides."),
    ),
    "request": Deed(
        _("Ask for information"),
        _("Save the request"),
        writing.RequestForm,
        _request,
        _("Saved. Print it, then send it."),
        section="requests",
        help=_("Say why you need it, for which use, and how that belongs to representing people."),
    ),
    "time": Deed(
        _("Log time"), _("Log it"), writing.CaseTimeForm, _matter(records.log_time), _("Logged."), section="time"
    ),
    "procedure": Deed(
        _("Choose the procedure"),
        _("Use this procedure"),
        office.ProcedureForm,
        _case(cases.use_procedure),
        SAVED,
        section="dates",
    ),
}
ASSIGN: Mapping[str, Deed] = {
    "assign": Deed(
        _("Hand the case to a steward"), _("Hand it over"), office.AssignForm, _matter(cases.assign), _("Handed over.")
    ),
}
GUARD: Mapping[str, Deed] = {
    "wall": Deed(_("Wall somebody off"), _("Wall off"), office.WallForm, _wall, _("They no longer see this case.")),
    "restrict": Deed(
        _("Restrict the case to named readers"),
        _("Restrict it"),
        office.RestrictForm,
        _matter(cases.restrict),
        _("Only the named readers see this case now."),
    ),
    "open-up": Deed(_("Lift the restriction"), _("Lift it"), office.OpenUpForm, _matter(cases.open_up), SAVED),
    "hold": Deed(
        _("Put the case under a legal hold"),
        _("Hold it"),
        office.HoldForm,
        _matter(holding.hold),
        _("Nothing of this case goes until the hold ends."),
    ),
    "release": Deed(_("End the legal hold"), _("End it"), office.HoldForm, _matter(holding.release), SAVED),
}
