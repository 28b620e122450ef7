"""Pages of the model: what is there, what is used, what was asked, what the local remembers."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from unionops.platform.access.allow import Request, allow
from unionops.platform.ai import doors, machine, pulling, queries, services, state, tasks
from unionops.platform.ai.forms import ChooseForm, MemoryForm, OptionsForm, PullForm
from unionops.platform.ai.guard import Installed
from unionops.platform.core.problems import Problem

PER_PAGE = 50


def installed() -> list[Installed]:
    passed, _problems = doors.open_hosts()
    return list({model.name: model for host in passed for model in host.models}.values())


def overview(request: Request, status: int = 200, **forms: object) -> HttpResponse:
    found = installed()
    chosen = list(queries.profiles())
    gigabytes = machine.memory_gb()
    context = {
        "state": state.state(request.user),
        "installed": sorted(found, key=lambda model: machine.rank(model.name, model.size, gigabytes)),
        "chosen": chosen,
        "chosen_names": {profile.name for profile in chosen if profile.active},
        "suggestions": machine.fitting(gigabytes),
        "have": {model.name.removesuffix(":latest") for model in found},
        "gigabytes": gigabytes,
        "as_of": machine.AS_OF,
        "jobs": queries.work_going_on(request.user),
        "runs": queries.runs(request.user)[:10],
        "choose_form": ChooseForm(models=found),
        "pull_form": PullForm(),
        **forms,
    }
    return render(request, "ai/models.html", context, status=status)


@allow("models.view", "GET")
def models(request: Request) -> HttpResponse:
    return overview(request)


@allow("models.manage", "POST")
def choose(request: Request) -> HttpResponse:
    form = ChooseForm(request.POST, models=installed())
    if not form.is_valid():
        return overview(request, 422, choose_form=form)
    profile = services.choose_model(by=request.user, role=form.cleaned_data["role"], model=form.model)
    state.forget()
    tasks.test_model.start(by=request.user, about=profile, key=f"test-{profile.pk}", profile_id=profile.pk)
    said = _("%(name)s is in use now; its test has begun.")
    if profile.candidate:
        said = _("%(name)s sits the local's own exam now, and is switched on when it passes.")
    messages.success(request, said % {"name": profile.name})
    return redirect("ai:models")


@allow("models.manage", "POST")
def pull(request: Request) -> HttpResponse:
    form = PullForm(request.POST)
    if not form.is_valid():
        return overview(request, 422, pull_form=form)
    name = form.cleaned_data["name"]
    job = tasks.fetch_model.start(by=request.user, result_url=reverse("ai:models"), key=f"pull-{name}"[:64], name=name)
    return redirect("jobs:detail", public_id=job.public_id)


@allow("models.manage")
def remove(request: Request) -> HttpResponse:
    name = request.POST.get("name", request.GET.get("name", ""))[:120]
    if request.method == "POST":
        try:
            pulling.remove_model(by=request.user, name=name)
        except Problem as problem:
            return render(request, "ai/remove.html", {"name": name, "problem": problem}, status=422)
        messages.success(request, _("%(name)s was removed from the machine.") % {"name": name})
        return redirect("ai:models")
    return render(request, "ai/remove.html", {"name": name})


@allow("models.manage")
def options(request: Request, public_id: UUID) -> HttpResponse:
    profile = queries.a_profile(public_id)
    form = OptionsForm(request.POST or None, profile=profile)
    if request.method == "POST" and form.is_valid():
        services.set_options(by=request.user, profile=profile, **form.cleaned_data)
        messages.success(request, _("Kept. The model is loaded anew with the next question."))
        return redirect("ai:models")
    status = 422 if form.is_bound else 200
    return render(request, "ai/options.html", {"form": form, "profile": profile}, status=status)


@allow("models.manage", "POST")
def switch_off(request: Request, public_id: UUID) -> HttpResponse:
    services.retire_model(by=request.user, profile=queries.a_profile(public_id))
    state.forget()
    messages.success(request, _("Switched off. Everything that does not need the model goes on working."))
    return redirect("ai:models")


@allow("models.manage", "POST")
def test(request: Request, public_id: UUID) -> HttpResponse:
    profile = queries.a_profile(public_id)
    home = reverse("ai:models")
    job = tasks.test_model.start(
        by=request.user, about=profile, result_url=home, key=f"test-{profile.pk}", profile_id=profile.pk
    )
    return redirect("jobs:detail", public_id=job.public_id)


@allow("runs.view", "GET")
def runs(request: Request) -> HttpResponse:
    page = Paginator(queries.runs(request.user), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "ai/runs.html", {"page": page})


@allow("runs.view", "GET")
def run(request: Request, public_id: UUID) -> HttpResponse:
    row = queries.run(request.user, public_id)
    context = {"run": row, "outputs": queries.outputs(request.user, row), "memory": queries.remembered(row)}
    return render(request, "ai/run.html", context)


@allow("memory.view", "GET")
def memory(request: Request) -> HttpResponse:
    kind = request.GET.get("kind", "")
    counts = queries.memory_counts(request.user)
    items = queries.memory(request.user, [kind] if kind in {value for value, _label, _count in counts} else [])
    page = Paginator(items, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "ai/memory.html", {"page": page, "kind": kind, "counts": counts})


@allow("memory.edit")
def remember(request: Request) -> HttpResponse:
    form = MemoryForm(request.POST or None, initial={"language": request.LANGUAGE_CODE})
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        active = values.pop("active")
        item = services.remember(by=request.user, **values)
        if not active:
            services.change_memory(by=request.user, item=item, active=False)
        messages.success(request, _("Added. Drafts that use it will say so."))
        return redirect("ai:memory")
    return render(request, "ai/memory_form.html", {"form": form}, status=422 if form.is_bound else 200)


@allow("memory.edit")
def change(request: Request, public_id: UUID) -> HttpResponse:
    item = queries.memory_item(request.user, public_id)
    form = MemoryForm(request.POST or None, instance=item)
    if request.method == "POST" and form.is_valid():
        services.change_memory(by=request.user, item=item, **form.cleaned_data)
        messages.success(request, _("Changed."))
        return redirect("ai:memory")
    context = {"form": form, "item": item}
    return render(request, "ai/memory_form.html", context, status=422 if form.is_bound else 200)


@allow("memory.edit", "POST")
def forget(request: Request, public_id: UUID) -> HttpResponse:
    services.forget(by=request.user, item=queries.memory_item(request.user, public_id))
    messages.success(request, _("Deleted for good."))
    return redirect("ai:memory")
