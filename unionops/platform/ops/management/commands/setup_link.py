"""`manage.py setup_link`: what a start says: what is to be mended, and a one-time link while nobody set the box up."""

from dataclasses import asdict
from typing import Any

from django.conf import settings

from unionops.platform.access.command import JsonCommand
from unionops.platform.access.models import Local
from unionops.platform.ops import doctor, setup_code


class Command(JsonCommand):
    help = "Prints a new one-time set-up link (valid for an hour) while no local is set up."

    def perform(self, **options: Any) -> dict[str, Any]:
        troubles = [asdict(found) for found in doctor.at_start()]
        if Local.is_set_up():
            return {"set_up": True, "link": None, "troubles": troubles}
        return {"set_up": False, "link": f"{settings.PUBLIC_URL}/setup/{setup_code.make()}/", "troubles": troubles}

    def show(self, result: Any) -> None:
        for found in result["troubles"]:
            self.stdout.write(f"TO MEND: {found['title']}: {found['said']}\n         {found['advice']}")
        if result["set_up"]:
            self.stdout.write(f"Sign in at {settings.PUBLIC_URL}/accounts/login/")
        else:
            self.stdout.write(f"Set-up link, good for one hour and one use: {result['link']}")
