"""Write golden_dates.json: rules over calendars, units, leap years and year ends, each dated by the plain counter only.

Run by hand: `python tests/grievances/deadlines/make_golden.py`.
"""

import itertools
import json
import random
from datetime import date, timedelta
from pathlib import Path

from plain_counter import due

FILE = Path(__file__).with_name("golden_dates.json")
ANCHORS = [
    "2024-02-28",
    "2024-02-29",
    "2025-11-28",
    "2025-12-19",
    "2026-03-07",
    "2026-06-18",
    "2026-10-31",
    "2027-12-27",
    "2028-02-29",
]
CALENDARS = ["us_federal", "us_federal+ordered_closures", "none", ["2026-07-06", "2026-11-27", "2027-12-30"]]
ROLLS = ["none", "next_business_day", "previous_business_day"]


def grid():
    units = [
        ("calendar_days", 1),
        ("calendar_days", 30),
        ("working_days", 5),
        ("working_days", 15),
        ("months", 6),
        ("years", 1),
    ]
    for anchor, (unit, n), holidays, roll in itertools.product(ANCHORS, units, CALENDARS, ROLLS):
        yield {"anchor": anchor, "n": n, "unit": unit, "holidays": holidays, "roll": roll}


def wild(rng):
    anchor = date(1990, 1, 1) + timedelta(days=rng.randrange(22_000))
    rule = {
        "anchor": anchor.isoformat(),
        "unit": rng.choice(["calendar_days", "working_days", "months", "years", "fy_month_day"]),
    }
    rule["n"] = {
        "months": rng.randrange(1, 14),
        "years": rng.randrange(1, 6),
        "fy_month_day": rng.randrange(1, 13),
    }.get(rule["unit"], rng.randrange(0, 130))
    rule["roll"], rule["holidays"] = rng.choice(ROLLS), rng.choice(CALENDARS)
    rule["direction"] = rng.choice(["after", "after", "before"])
    rule["count_first_day"] = rng.random() < 0.25
    rule["weekend"] = rng.choice([[5, 6], [5, 6], [4, 5, 6], [6], []])
    if rule["unit"] == "fy_month_day":
        rule["day"] = rng.randrange(1, 32)
    if rng.random() < 0.25:
        rule["service_add_days"] = 5
    if rng.random() < 0.25:
        start = anchor + timedelta(days=rng.randrange(-20, 40))
        rule["tolling"] = [[start.isoformat(), (start + timedelta(days=rng.randrange(0, 50))).isoformat()]]
    if rng.random() < 0.25:
        rule["cap"] = {
            "anchor": (anchor - timedelta(days=rng.randrange(60))).isoformat(),
            "n": 60,
            "unit": "calendar_days",
        }
    return rule


def main():
    rng = random.Random(20261122)
    rules = [*grid(), *(wild(rng) for _ in range(900))]
    FILE.write_text(
        "[\n" + ",\n".join(json.dumps({"rule": r, "due": due(r).isoformat()}) for r in rules) + "\n]\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
