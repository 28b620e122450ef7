"""Pages at the door: who has an account, who holds which office, who waits for a second person."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import BaseForm
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from unionops.platform.access import queries, second, services
from unionops.platform.access.allow import Request, allow, public
from unionops.platform.access.forms import AcceptForm, InviteForm, LocalForm, ReasonForm, RoleForm, StewardshipForm
from unionops.platform.access.models import User
from unionops.platform.access.policy import policy
from unionops.platform.access.roles import OFFICER_LEVEL, Role
from unionops.platform.core.problems import Problem

PAGE = 20


def _form_page(request: Request, template: str, form: BaseForm, **context: Any) -> HttpResponse:
    return render(request, template, {"form": form, **context}, status=422 if form.is_bound else 200)


@allow("access.policy", "GET")
def who_may(request: Request) -> HttpResponse:
    """The table itself, for everybody to read."""
    roles = [(code, Role(code).label) for code in policy.roles]
    rows = [(policy.meanings[name], [row.get(code, "") for code, _label in roles]) for name, row in policy.items()]
    return render(request, "access/policy.html", {"roles": roles, "rows": rows})


@allow("access.accounts", "GET")
def accounts(request: Request) -> HttpResponse:
    words = request.GET.get("q", "").strip()[:80]
    found = queries.accounts(request.user, words)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "accounts": page.object_list,
        "words": words,
        "many": words or page.paginator.num_pages > 1,
        "earlier": _page_of(words, page.previous_page_number()) if page.has_previous() else "",
        "later": _page_of(words, page.next_page_number()) if page.has_next() else "",
        "invitations": queries.open_invitations(request.user),
    }
    return render(request, "access/accounts.html", context)


def _page_of(words: str, number: int) -> str:
    return f"?{urlencode({'q': words, 'page': number})}"


@allow("access.invite", step_up=True)
def invite(request: Request) -> HttpResponse:
    form = InviteForm(request.POST or None)
    if form.is_valid():
        try:
            invitation, token = services.invite(by=request.user, **form.cleaned_data)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            link = settings.PUBLIC_URL + reverse("access:accept-invitation", args=[token])
            return render(
                request, "access/invited.html", {"invitation": invitation, "link": link, "only_here": settings.LOOPBACK}
            )
    return _form_page(request, "access/invite.html", form)


@allow("access.invite", "POST")
def withdraw(request: Request, public_id: UUID) -> HttpResponse:
    invitation = get_object_or_404(queries.open_invitations(request.user), public_id=public_id)
    services.withdraw_invitation(invitation, by=request.user)
    messages.success(request, _("The invitation no longer opens the door."))
    return redirect("access:accounts")


@public
def accept(request: Request, token: str) -> HttpResponse:
    """The page behind an invitation's link; when it was used or has run out, what to do instead (404)."""
    invitation = queries.invitation_by_token(token)
    if invitation is None:
        return render(request, "access/invitation_over.html", status=404)
    form = AcceptForm(request.POST or None, invitation=invitation)
    if form.is_valid():
        services.accept_invitation(invitation, password=form.cleaned_data["password"])
        messages.success(request, _("Your account is ready. Sign in with your new password."))
        return redirect("account_login")
    return _form_page(request, "access/accept.html", form, invitation=invitation)


def _account(request: Request, public_id: UUID) -> User:
    return get_object_or_404(queries.accounts(request.user), public_id=public_id)


@allow("access.grant", step_up=True)
def give_role(request: Request, public_id: UUID) -> HttpResponse:
    """Officer-level roles take a second person; the others are given at once."""
    user = _account(request, public_id)
    form = RoleForm(request.POST or None)
    if form.is_valid():
        try:
            return _give_role(request, user, form.cleaned_data)
        except Problem as problem:
            form.add_error(None, str(problem))
    return _form_page(request, "access/role.html", form, account=user)


def _give_role(request: Request, user: User, chosen: dict[str, Any]) -> HttpResponse:
    what = {"user": str(user.public_id), "role": chosen["role"], "until": str(chosen["until"])}
    subject = _("Give %(name)s the role %(role)s") % {"name": user, "role": Role(what["role"]).label}
    url = reverse("access:give-role", args=[user.public_id])
    if chosen["role"] in OFFICER_LEVEL and not _approved(request, "grant", what, subject, url=url):
        return _wait_for_another(request)
    services.give_role(user=user, by=request.user, **chosen)
    messages.success(request, _("%(name)s has the role now.") % {"name": user})
    return redirect("access:accounts")


def _approved(request: Request, kind: str, what: dict[str, str], subject: str, *, url: str, reason: str = "") -> bool:
    """Whether another officer said yes to exactly this; if not, it is asked for."""
    try:
        second.use(by=request.user, kind=kind, what=what)
    except Problem as problem:
        if problem.code != "needs_second_person":
            raise
        second.ask(
            by=request.user,
            kind=kind,
            capability="access.grant",
            subject=subject,
            what=what,
            reason=reason or subject,
            url=url,
        )
        return False
    return True


def _wait_for_another(request: Request) -> HttpResponse:
    messages.info(request, _("Another officer must agree first. The request stands under Approvals."))
    return redirect("access:approvals")


@allow("access.grant", step_up=True)
def reset_second_factor(request: Request, public_id: UUID) -> HttpResponse:
    """For somebody who lost phone and codes; two officers must have heard the person."""
    user = _account(request, public_id)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            return _reset_second_factor(request, user, form.cleaned_data["reason"])
        except Problem as problem:
            form.add_error(None, str(problem))
    return _form_page(request, "access/second_factor.html", form, account=user)


def _reset_second_factor(request: Request, user: User, reason: str) -> HttpResponse:
    services.refuse_own_second_factor(user, request.user)
    subject = _("Reset the second factor of %(name)s") % {"name": user}
    url = reverse("access:reset-second-factor", args=[user.public_id])
    if not _approved(request, "second_factor", {"user": str(user.public_id)}, subject, url=url, reason=reason):
        return _wait_for_another(request)
    services.reset_second_factor(user, by=request.user, reason=reason)
    messages.success(
        request, _("%(name)s signs in with the password and sets up a new second factor.") % {"name": user}
    )
    return redirect("access:accounts")


@allow("access.grant", step_up=True)
def give_stewardship(request: Request, public_id: UUID) -> HttpResponse:
    user = _account(request, public_id)
    form = StewardshipForm(request.POST or None)
    if form.is_valid():
        services.give_stewardship(user=user, by=request.user, **form.cleaned_data)
        messages.success(request, _("%(name)s stands for these people now.") % {"name": user})
        return redirect("access:accounts")
    return _form_page(request, "access/stewardship.html", form, account=user)


@allow("access.end", "POST")
def end_term(request: Request, kind: str, public_id: UUID) -> HttpResponse:
    term = queries.term(request.user, kind, public_id)
    if term is None:
        raise Http404
    try:
        services.end_term(term, by=request.user)
    except Problem as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("The term has ended."))
    return redirect("access:accounts")


@allow("access.end", step_up=True)
def end_all(request: Request, public_id: UUID) -> HttpResponse:
    user = _account(request, public_id)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            services.end_all_access(user, by=request.user, reason=form.cleaned_data["reason"])
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("All access of %(name)s has ended.") % {"name": user})
            return redirect("access:accounts")
    return _form_page(request, "access/end.html", form, account=user)


@allow("access.end", "POST", step_up=True)
def restore(request: Request, public_id: UUID) -> HttpResponse:
    user = _account(request, public_id)
    services.restore_access(user, by=request.user)
    messages.success(request, _("%(name)s can sign in again, without any role yet.") % {"name": user})
    return redirect("access:accounts")


@allow("access.decide", "GET")
def approvals(request: Request) -> HttpResponse:
    context = {"waiting": second.pending(request.user), "mine": queries.requests_of(request.user)[:50]}
    return render(request, "access/approvals.html", context)


@allow("access.decide", "POST", step_up=True)
def decide(request: Request, public_id: UUID) -> HttpResponse:
    found = next((row for row in second.pending(request.user) if row.public_id == public_id), None)
    if found is None:
        raise Http404
    try:
        second.decide(found, by=request.user, yes=request.POST.get("answer") == "yes")
    except Problem as problem:
        messages.error(request, str(problem))
    return redirect("access:approvals")


@allow("access.local")
def local(request: Request) -> HttpResponse:
    form = LocalForm(request.POST or None, instance=queries.the_local())
    if form.is_valid():
        services.set_up_local(by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("access:local")
    return _form_page(request, "access/local.html", form)
