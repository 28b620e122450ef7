"""Django's own, which also finds the sentences of the trail where events are left."""

from django.core.management.commands import makemessages

# The second words of `record(user, "did something", ...)`; where they are chosen from two, `noop` marks both.
LEFT_BY = ("record:2", "leave:2", "viewed:2", "_note:2", "_changed:3", "_forget:3", "_packet:5", "noop")


class Command(makemessages.Command):
    xgettext_options = [*makemessages.Command.xgettext_options, *(f"--keyword={each}" for each in LEFT_BY)]
