"""What may come out differently on another database: this much `make test` runs on PostgreSQL too, `make measure` all.

A test belongs here when what it tests writes SQL of its own, asks which engine it is on, locks rows, leans on the
database refusing a row, counts or compares inside a query, loads whole files and takes them back, or decides who
sees which rows.
"""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).resolve().parent
# Files of the program with such SQL -> the tests that run it on both engines.
LEANING = re.compile(
    r"\.vendor\b|\.execute\(|\.raw\(|select_for_update|__i?regex|\b(Exists|Subquery|Window|Collate|Func)\("
    r"|\bTrunc[A-Z]|IntegrityError|ignore_conflicts|update_conflicts"
)
LEANS = {
    "comms/delivery.py": "comms/test_delivery.py",
    "comms/services/approving.py": "comms/test_services_approving.py",
    "comms/services/outcomes.py": "comms/test_outcomes.py",
    "comms/services/sending.py": "comms/test_delivery.py",
    "contracts/reading/defined.py": "contracts/test_defined.py",
    "contracts/services/publishing.py": "contracts/test_defined.py",
    "contracts/services/proposing.py": "contracts/test_impact.py",
    "contracts/services/reading.py": "contracts/test_defined.py",
    "grievances/queries": "grievances/queries",
    "grievances/services/arbitration.py": "grievances/services/test_arbitration.py",
    "grievances/services/cases.py": "grievances/services/test_cases.py",
    "grievances/services/importing.py": "grievances/services/test_importing.py",
    "grievances/services/old.py": "grievances/services/test_old.py",
    "members": "members",
    "unionops/command_line.py": "ops",
    "unionops/dashboards": "dashboards",
    "unionops/platform/access": "access",
    "unionops/platform/ai": "ai",
    "unionops/platform/audit": "audit",
    "unionops/platform/jobs": "jobs",
    "unionops/platform/ops": "ops",
    "unionops/platform/search": "search",
    "unionops/sealed": "core",
}
WHO_SEES_WHAT = ("grievances/test_need_to_know.py", "security")
ON_BOTH = tuple(TESTS / each for each in (*LEANS.values(), *WHO_SEES_WHAT))


def may_differ(path: Path) -> bool:
    """Whether this file of tests runs on PostgreSQL in `make test`."""
    return any(path.is_relative_to(each) for each in ON_BOTH)
