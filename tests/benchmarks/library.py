"""A house with 50,000 clauses in 90 agreements, for measuring its search over HTTP. Run by manage.py shell."""

from __future__ import annotations

import datetime
import json
import random

from django.conf import settings
from django.core.management import call_command

from contracts.models import Agreement, AgreementVersion, Clause, ClauseLineage, VersionState
from contracts.services.indexing import index_version
from tests.benchmarks.test_contracts import CLAUSES, SCOPES, SUBJECTS, words
from tests.browser.house import _session, _user
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import Local, User


def main() -> None:
    settings.DEMO_MARK.parent.mkdir(parents=True, exist_ok=True)
    settings.DEMO_MARK.touch()
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    Local.objects.get_or_create(pk=1, defaults={"name": "Harbor Federal Workers", "number": "12", "is_demo": True})
    with acting(system_actor()) as by:
        user = _user("reader", "chief_steward")
        rng = random.Random(3)
        for number in range(SCOPES):
            _agreement(by, number, rng)
        print(json.dumps({"cookie": settings.SESSION_COOKIE_NAME, "value": _session(user)}))


def _agreement(by: User, number: int, rng: random.Random) -> None:
    of = Agreement.objects.create(title=f"Agreement {number}", slug=f"agreement-{number}")
    day = datetime.date(2024, 1, 1)
    facts = {"state": VersionState.PUBLISHED, "effective": day, "created_by": by, "coverage": 1.0}
    version = AgreementVersion.objects.create(agreement=of, **facts)
    lineages = ClauseLineage.objects.bulk_create([ClauseLineage(agreement=of) for _n in range(CLAUSES)])
    rows = [_clause(version, lineage, n, rng) for n, lineage in enumerate(lineages)]
    Clause.objects.bulk_create(rows)
    index_version(version)


def _clause(version: AgreementVersion, lineage: ClauseLineage, n: int, rng: random.Random) -> Clause:
    article, section = n // 10 + 1, n % 10 + 1
    label, title = f"{article}.{section}", rng.choice(SUBJECTS)
    return Clause(
        version=version,
        lineage=lineage,
        level="section",
        number=str(section),
        title=title,
        text=f"{title}\n{words(rng)}",
        body_start=len(title) + 1,
        label=label,
        anchor=label,
        page_anchor=label,
        article=str(article),
        path=f"u1/art:{article}/sec:{section}",
        ordinal=n,
        page_start=article,
        page_end=article,
    )
