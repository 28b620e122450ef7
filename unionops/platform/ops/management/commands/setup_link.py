"""`manage.py setup_link`: a new one-time link to set the box up, while nobody has."""

from typing import Any

from django.conf import settings

from unionops.platform.access.command import JsonCommand
from unionops.platform.access.models import Local
from unionops.platform.ops import setup_code


class Command(JsonCommand):
    help = "Prints a new one-time set-up link (valid for an hour) while no local is set up."

    def perform(self, **options: Any) -> dict[str, Any]:
        if Local.is_set_up():
            return {"set_up": True, "link": None}
        return {"set_up": False, "link": f"{settings.PUBLIC_URL}/setup/{setup_code.make()}/"}

    def show(self, result: Any) -> None:
        if result["set_up"]:
            self.stdout.write(f"Sign in at {settings.PUBLIC_URL}/accounts/login/")
        else:
            self.stdout.write(f"Set-up link, good for one hour and one use: {result['link']}")
