"""The names procedures give their steps, in the reader's language; a name of the local's own stays as it was."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionops.platform.core import lazy_re as re

DEEDS = {
    "file": gettext_lazy("file"),
    "talk": gettext_lazy("talk"),
    "settle": gettext_lazy("time to settle"),
    "filing": gettext_lazy("filing"),
    "appeal": gettext_lazy("appeal"),
    "answer": gettext_lazy("answer"),
    "meeting": gettext_lazy("meeting"),
    "invoke": gettext_lazy("invoke"),
}
WHOLE = {
    "Filing": gettext_lazy("Filing"),
    "Answer": gettext_lazy("Answer"),
    "Arbitration": gettext_lazy("Arbitration"),
    "Panel": gettext_lazy("Panel"),
    "Mediation": gettext_lazy("Mediation"),
    "Exchange of witnesses and exhibits": gettext_lazy("Exchange of witnesses and exhibits"),
    "List of arbitrators": gettext_lazy("List of arbitrators"),
    "Choice of the arbitrator": gettext_lazy("Choice of the arbitrator"),
}
KINDS = {
    "union": gettext_lazy("union"),
    "group": gettext_lazy("group"),
    "discipline": gettext_lazy("discipline"),
    "management": gettext_lazy("management"),
}
PARTS = re.compile(r"(?P<name>.+?)(?: \((?P<kind>[a-z]+)\))?(?:: (?P<deed>[a-z]+))?")
OF_STEP = re.compile(r"Step (?P<step>\w+)")


def step_name(title: str) -> str:
    """'Step 2: answer', 'Filing (union)', 'Arbitration: invoke' and the like."""
    found = PARTS.fullmatch(title)
    if found is None or (name := _named(found["name"])) is None:
        return title
    if (found["kind"] or "union") not in KINDS or (found["deed"] or "file") not in DEEDS:
        return title
    kind = f" ({KINDS[found['kind']]})" if found["kind"] else ""
    return f"{name}{kind}: {DEEDS[found['deed']]}" if found["deed"] else f"{name}{kind}"


def _named(name: str) -> str | None:
    if name in WHOLE:
        return str(WHOLE[name])
    numbered = OF_STEP.fullmatch(name)
    return _("Step %s") % numbered["step"] if numbered else None
