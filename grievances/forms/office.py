"""Forms of the chief steward's and the officers' deeds: who works on a case, who must not see it, what is kept."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from grievances.forms.deeds import CaseForm
from grievances.forms.fields import pick, pick_many
from grievances.queries import people, procedures


class AssignForm(CaseForm):
    steward = pick(_("Steward"), empty_label=None)

    def prepare(self) -> None:
        self.choose("steward", people.case_workers(self.user))


class WallForm(CaseForm):
    who = pick(_("Who must not see this case"))
    reason = forms.CharField(label=_("Reason"), max_length=200)

    def prepare(self) -> None:
        self.choose("who", people.accounts(self.user))


class RestrictForm(CaseForm):
    readers = pick_many(_("Who may read it, besides you and its steward"), required=False)

    def prepare(self) -> None:
        self.choose("readers", people.readers(self.user, self.case))


class OpenUpForm(CaseForm):
    reason = forms.CharField(label=_("Why all who see cases may see this one again"), max_length=300)


class HoldForm(CaseForm):
    reason = forms.CharField(label=_("Why"), max_length=300, help_text=_("It is kept in the list of what was done."))


class ProcedureForm(CaseForm):
    procedure = pick(_("Procedure"), empty_label=None)

    def prepare(self) -> None:
        self.choose("procedure", procedures.newest_first(self.user))
