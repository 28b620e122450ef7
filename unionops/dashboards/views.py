"""Pages under the roof: Home, my work, search in everything, and the board's pages for paper and screen."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from members.figures import density_months
from unionops.dashboards import finding, homecards
from unionops.dashboards.figures import figures
from unionops.dashboards.queries import box, cases, messages, unit
from unionops.platform.access.allow import Request, allow
from unionops.platform.access.policy import may, policy
from unionops.platform.audit.services import searched
from unionops.platform.ui import cards


@allow("home.view", methods="GET")
def home(request: Request) -> HttpResponse:
    laid = cards.for_user(request.user)
    values = {
        "greeting": _greeting(request.user.name),
        "figures": figures(request.user),
        "main": [card.html(request) for card in laid if card.place == "main"],
        "side": [card.html(request) for card in laid if card.place == "side"],
        "may_open": may(request.user, "grievances.open"),
        "may_write": may(request.user, "comms.draft"),
        "may_board": may(request.user, "board.view"),
        "may_import": may(request.user, "members.import"),
        "on_floor": homecards.works_on_cases(request.user) and policy.scope(request.user, "grievances.view") != "all",
    }
    return render(request, "dashboards/home.html", values)


def _greeting(name: str) -> str:
    hour = timezone.localtime().hour
    words = _("Good morning, %s") if hour < 12 else _("Good afternoon, %s") if hour < 18 else _("Good evening, %s")
    return words % (name.split()[0] if name else _("friend"))


@allow("home.view", methods="GET")
def my_work(request: Request) -> HttpResponse:
    user = request.user
    on_cases = homecards.works_on_cases(user)
    second = box.second_person(user)
    lists = {
        "dates": [date for date in cases.dates_ahead(user) if date.matter.steward_id == user.pk] if on_cases else [],
        "cases": list(cases.my_cases(user)) if on_cases else [],
        "drafts": messages.mine(user),
        "to_approve": messages.waiting_for_yes(user),
        "jobs": box.my_jobs(user),
        "follow_ups": unit.follow_ups(user),
        "tasks": unit.asked_of(user),
    }
    nothing = not second.any and not any(lists.values())
    return render(request, "dashboards/my_work.html", {**lists, "second": second, "nothing": nothing})


@allow("search.all", methods="GET")
def search(request: Request) -> HttpResponse:
    """Whatever was shown is on record, also what a pause in typing found."""
    words = request.GET.get("q", "").strip()[:200]
    if words:
        searched(request.user, words)
    groups = finding.find(request.user, words) if words else []
    found = sum(len(group.hits) for group in groups)
    template = "dashboards/_found.html" if request.htmx else "dashboards/search.html"
    return render(request, template, {"words": words, "groups": groups, "found": found})


def _board_values(request: Request) -> dict[str, object]:
    user = request.user
    return {
        **homecards.density_values(user),
        "months": density_months(user),
        "figures": figures(user),
        "steps": homecards.step_bars(user),
        "endings": homecards.ending_bars(user),
        "holes": unit.holes(user),
        "sent": messages.sent_since(user),
        "sends": messages.last_sends(user),
        "today": timezone.localdate(),
    }


@allow("board.view", methods="GET")
def board(request: Request) -> HttpResponse:
    return render(request, "dashboards/board.html", _board_values(request))


@allow("board.view", methods="GET")
def projector(request: Request) -> HttpResponse:
    return render(request, "dashboards/projector.html", _board_values(request))
