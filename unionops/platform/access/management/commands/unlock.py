"""`manage.py unlock EMAIL`: the way back in for somebody who is locked out, from the box itself."""

from argparse import ArgumentParser
from typing import Any

from unionops.platform.access import services
from unionops.platform.access.command import JsonCommand
from unionops.platform.access.models import User
from unionops.platform.core.problems import Problem


class Command(JsonCommand):
    help = "Forgets failed sign-ins and prints a link to choose a new password (good for three days, once)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--second-factor", action="store_true", help="also take away lost codes and passkeys")

    def perform(self, *, email: str, second_factor: bool, **options: Any) -> dict[str, Any]:
        user = User.objects.filter(email__iexact=email, is_system=False).first()
        if user is None:
            raise Problem("no_account", f"Nobody has an account with {email}.", "Look under Accounts and roles.")
        if not user.is_active:
            raise Problem("closed", f"The account of {email} is closed.", "An officer opens it again.")
        gone = 0
        if second_factor:
            gone = services.reset_second_factor(user, by=self.user, reason="unlocked at the box")
        return {"email": user.email, "link": services.unlock(user, by=self.user), "second_factors_removed": gone}

    def show(self, result: Any) -> None:
        self.stdout.write(f"{result['email']} can sign in again. To choose a new password: {result['link']}")
        if result["second_factors_removed"]:
            self.stdout.write(f"{result['second_factors_removed']} codes or passkeys were taken away.")
