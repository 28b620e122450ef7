"""Lines above every page: no fresh backup has been proven; the first run goes on."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from unionops.platform.access.models import Local
from unionops.platform.access.policy import may
from unionops.platform.ops import firstrun
from unionops.platform.ops.backups import shelf
from unionops.platform.ui.banners import Banner


def _may(request: HttpRequest, capability: str) -> bool:
    """A page that tells of an early failure knows nobody."""
    user = getattr(request, "user", None)
    return user is not None and may(user, capability)


def backup_overdue(request: HttpRequest) -> Banner | None:
    """Only to those who can do something about it, not in the demo, and not before the first night was due."""
    if settings.DEMO_MARK.exists() or not _may(request, "box.backup") or not shelf.is_overdue():
        return None
    if Local.current().created_at > timezone.now() - shelf.FRESH:
        return None
    text = _("No backup of the last day has been proven.")
    return Banner(text, tone="bad", url=reverse("ops:backups"), link=_("To the backups"))


def clock_behind(request: HttpRequest) -> Banner | None:
    """A copy of a time to come: the clock was set back, and every date that is counted now is counted from the wrong
    day."""
    if not _may(request, "box.health") or not shelf.is_ahead():
        return None
    now = date_format(timezone.localtime(), "j M Y, H:i")
    text = _("This machine says %(now)s, and its newest backup is of later. Dates may be wrong until its clock is set.")
    return Banner(text % {"now": now}, tone="bad", url=reverse("ops:health"), link=_("To the health of the box"))


def first_run_goes_on(request: HttpRequest) -> Banner | None:
    """The way back for whoever went from the first run into a room of the house."""
    back = reverse("ops:first-run")
    session = getattr(request, "session", {})  # a page that tells of an early failure has none
    if request.path.startswith(back) or not session.get(firstrun.SESSION):
        return None
    return Banner(_("You are setting up the local."), tone="info", url=back, link=_("Back to the first run"))
