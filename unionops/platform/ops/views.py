"""Pages of the box itself: first start, first steps, mail, backups, health."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from unionops.platform.access import queries as access_queries
from unionops.platform.access.allow import Request, allow, public
from unionops.platform.access.models import Local
from unionops.platform.access.policy import may
from unionops.platform.core.problems import Problem
from unionops.platform.ops import checklist, doctor, firstrun, keeping, mail, queries, services, setup_code
from unionops.platform.ops.backups import recent, recovery, shelf
from unionops.platform.ops.duties import AS_OF
from unionops.platform.ops.forms import DoneForm, KeepingForm, MailForm, OfficeForm, SetUpForm, first_run_form
from unionops.platform.ops.tasks import back_up


@public
def welcome(request: HttpRequest) -> HttpResponse:
    """What a box that nobody set up says to whoever knocks."""
    if not queries.waits_for_set_up():
        return redirect("account_login")
    return render(request, "ops/welcome.html", {"demo_is_being_made": queries.demo_is_being_made()})


@public
def setup(request: HttpRequest, code: str) -> HttpResponse:
    """Behind the one-time link: set up our local, or look around in the demo. 404 without the code."""
    if Local.is_set_up() or not setup_code.fits(code):
        raise Http404
    if request.POST.get("choice") == "demo":
        return _to_demo(request)
    form = SetUpForm(request.POST or None)
    if not form.is_valid():
        return render(request, "ops/setup.html", {"form": form}, status=422 if form.is_bound else 200)
    said = form.cleaned_data
    _user, passphrase = services.set_up_local(
        local=form.local(),
        name=said["your_name"],
        email=said["email"],
        password=said["password"],
        keeps_roster=said["keeps_roster"],
        leads_stewards=said["leads_stewards"],
    )
    return render(request, "ops/recovery.html", {"passphrase": passphrase, "first": True, "local": Local.current()})


def _to_demo(request: HttpRequest) -> HttpResponse:
    try:
        services.switch_to_demo()
    except Problem as problem:
        return render(request, "ops/setup.html", {"form": SetUpForm(), "problem": problem}, status=422)
    return redirect("ops:welcome")


@allow("box.checklist", "GET")
def first_steps(request: Request) -> HttpResponse:
    steps = checklist.for_user(request.user)
    done = sum(step.done for step in steps)
    return render(request, "ops/checklist.html", {"steps": steps, "done": done})


@allow("box.checklist", "GET")
def first_run(request: Request) -> HttpResponse:
    """Where the first run stands: its next open step, or what is left when none is."""
    run = firstrun.run(request.user)
    if run.open and "all" not in request.GET:
        request.session[firstrun.SESSION] = True
        return _step_page(request, run, run.open[0], first_run_form(run.open[0].name, None))
    request.session.pop(firstrun.SESSION, None)
    return render(request, "ops/firstrun_end.html", {"run": run})


@allow("box.checklist")
def first_run_step(request: Request, name: str) -> HttpResponse:
    run = firstrun.run(request.user)
    step = run.step(name)
    if step is None:
        raise Http404
    if "later" in request.POST:
        services.put_off(by=request.user, name=name)
        return redirect("ops:first-run")
    form = first_run_form(name, request.POST or None)
    if form is not None and form.is_valid():
        form.keep(request.user)
        messages.success(request, _("Saved."))
        return redirect("ops:first-run-step", name)
    return _step_page(request, run, step, form)


def _step_page(request: Request, run: firstrun.Run, step: checklist.FirstStep, form: Any) -> HttpResponse:
    name = step.name
    context = {"run": run, "step": step, "form": form, "number": run.number(name), "next": run.after(name)}
    context |= {"units": access_queries.units()} if name == "units" else {}
    context |= {"tiers": queries.dues_tiers()} if name == "dues_tiers" else {}
    status = 422 if form is not None and form.is_bound else 200
    return render(request, "ops/firstrun.html", context, status=status)


@allow("box.mail", step_up=True)
def mail_settings(request: Request) -> HttpResponse:
    row = queries.mail_server(request.user)
    form = MailForm(request.POST or None, instance=row)
    if form.is_valid():
        services.save_mail_server(by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved. Now send yourself a test message."))
        return redirect("ops:mail")
    context = {"form": form, "row": row, "ready": mail.is_ready()}
    return render(request, "ops/mail.html", context, status=422 if form.is_bound else 200)


@allow("box.mail", "POST")
def mail_test(request: Request) -> HttpResponse:
    try:
        services.send_test_message(by=request.user)
    except Problem as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("Sent to %(address)s. Look into your mail.") % {"address": request.user.email})
    return redirect("ops:mail")


@allow("box.backup", "GET")
def backups(request: Request) -> HttpResponse:
    context = {
        "kept": shelf.kept(),
        "overdue": shelf.is_overdue(),
        "folder": shelf.folder(),
        "recent": recent.kept(),
        "takes_recent": recent.are_taken(),
        "job": queries.running_backup(request.user, back_up.name),
        "has_recovery": recovery.card() is not None,
    }
    return render(request, "ops/backups.html", context)


@allow("box.backup", "POST")
def back_up_now(request: Request) -> HttpResponse:
    back_up.start(by=request.user, key="backup", result_url="/backups/")
    return redirect("ops:backups")


@allow("box.backup", "GET", step_up=True)
def download_backup(request: Request, name: str) -> HttpResponseBase:
    """The sealed file; it opens only with the backup key or the recovery passphrase."""
    path = shelf.path_of(name)
    if path is None:
        raise Http404
    services.note_backup_taken_away(by=request.user, name=path.name)
    return FileResponse(path.open("rb"), as_attachment=True, filename=path.name)


@allow("box.backup", step_up=True)
def recovery_sheet(request: Request) -> HttpResponse:
    """Make a new passphrase and show it once, to be printed."""
    if request.method != "POST":
        return render(request, "ops/recovery_new.html", {"has_recovery": recovery.card() is not None})
    passphrase = services.new_recovery_passphrase(by=request.user)
    return render(request, "ops/recovery.html", {"passphrase": passphrase, "first": False})


@allow("access.local")
def keeping_page(request: Request) -> HttpResponse:
    """What ends when: by its number of days, by another clock, or never."""
    form = KeepingForm(request.POST or None)
    if form.is_valid():
        form.keep(request.user)
        messages.success(request, _("Saved. It holds from tonight on."))
        return redirect("ops:keeping")
    context = {"form": form, "standing": keeping.standing}
    return render(request, "ops/keeping.html", context, status=422 if form.is_bound else 200)


@allow("box.health", "GET")
def health(request: Request) -> HttpResponse:
    return render(request, "ops/health.html", {"findings": doctor.examine(), "data": settings.DATA_DIR})


@allow("duties.view", "GET")
def duties(request: Request) -> HttpResponse:
    """What is due for the local, the nearest first, and what was done."""
    context = {
        "dues": queries.dues(request.user),
        "done": queries.duties_done(request.user),
        "keeps": may(request.user, "duties.keep"),
        "as_of": AS_OF,
        "reminds": mail.is_ready(),
    }
    return render(request, "ops/duties.html", context)


@allow("duties.keep")
def duty_office(request: Request, public_id: UUID) -> HttpResponse:
    due = queries.due_of(request.user, public_id)
    form = OfficeForm(request.POST or None, initial={"role": due.office})
    if form.is_valid():
        services.give_duty_to(by=request.user, duty=due.duty, role=form.cleaned_data["role"])
        messages.success(request, _("Saved."))
        return redirect("ops:duties")
    return render(request, "ops/duty_office.html", {"due": due, "form": form}, status=422 if form.is_bound else 200)


@allow("duties.keep")
def duty_done(request: Request, public_id: UUID) -> HttpResponse:
    due = queries.due_of(request.user, public_id)
    form = DoneForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            services.mark_duty_done(by=request.user, duty=due.duty, due_on=due.on, **form.cleaned_data)
        except Problem as problem:
            form.add_error("file", str(problem))
        else:
            messages.success(request, _("Done. The next time is on the list."))
            return redirect("ops:duties")
    return render(request, "ops/duty_done.html", {"due": due, "form": form}, status=422 if form.is_bound else 200)
