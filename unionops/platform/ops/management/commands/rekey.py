"""`manage.py rekey`: seal the database and all files with new keys."""

from argparse import ArgumentParser
from typing import Any

from unionops.platform.access.command import JsonCommand
from unionops.platform.ops import rekeying

LINKS = (
    "Links in mails and calendars made before keep working. If the signing key was seen too, end them: "
    "manage.py rekey --forget-links"
)
LINKS_BY_ENVIRONMENT = (
    f"The signing key was NOT changed: {rekeying.SIGNING_KEY} in the environment names it. Put a new one there, and "
    f"the one so far into {rekeying.SIGNING_KEYS_BEFORE} if links made before shall keep working; then start anew."
)


class Command(JsonCommand):
    help = "Seals the database and the keys of all files anew. Stop the box first; take a backup before and after."
    needs_database = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        only = parser.add_mutually_exclusive_group()
        only.add_argument("--finish", action="store_true", help="only settle a run that was cut off")
        only.add_argument(
            "--forget-links",
            action="store_true",
            help="only forget earlier signing keys: links in mails and calendars made before the last rekey end",
        )

    def perform(self, *, finish: bool, forget_links: bool, **options: Any) -> dict[str, Any]:
        if forget_links:
            return {"forgotten": rekeying.forget_links()}
        return {"settled": rekeying.finish()} if finish else rekeying.rekey()

    def show(self, result: Any) -> None:
        if "settled" in result:
            self.stdout.write("\n".join(result["settled"]) or "Nothing was left to settle.")
            return
        if "forgotten" in result:
            self.stdout.write(f"Earlier signing keys forgotten: {result['forgotten']}. Start the box anew.")
            return
        self.stdout.write(
            f"New keys: {result['files']} files, {result['factors']} second factors, {result['mail']} mail password.\n"
            f"{LINKS if result['signing'] else LINKS_BY_ENVIRONMENT}\n"
            "Take a backup now, and print the recovery sheet again if it names a key."
        )
