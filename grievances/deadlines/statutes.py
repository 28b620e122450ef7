"""Clocks that statutes run beside the contract's: they do not stop for a grievance, and no clause changes them."""

from dataclasses import dataclass, field

from grievances.deadlines.limits import Limit


@dataclass(frozen=True)
class Statute:
    """`as_of` is when the source was last read; a local checks it before it relies on it. `sector` is where it
    applies; `forums` are those whose choice starts it, counted from that day. `check`: the figure was not read in
    the source itself, and is shown as one to check.
    """

    key: str
    title: str
    source: str
    sector: str
    limit: Limit
    note: str = ""
    as_of: str = "2026-11"
    matters: tuple[str, ...] = field(default=())
    side: str = "ours"
    check: bool = False
    forums: tuple[str, ...] = field(default=())


def _limit(anchor_kind: str, n: int, unit: str, **more: object) -> Limit:
    return Limit({"anchor_kind": anchor_kind, "n": n, "unit": unit, **more})


ROLLS = {"roll": "next_business_day"}

ELECTION_NOTE = "A local of federal employees alone comes under 29 CFR 458: check its dates there."

STATUTES = (
    Statute(
        "flra_ulp",
        "Unfair labor practice charge (FLRA)",
        "5 USC 7118(a)(4)",
        "federal",
        _limit("incident", 6, "months"),
        "Six months from the act; from its discovery when it was hidden. A weekend does not move it.",
        matters=("ulp", "information", "bargaining"),
    ),
    Statute(
        "nlrb_charge",
        "Charge filed and served (NLRB)",
        "29 USC 160(b)",
        "private",
        _limit("incident", 6, "months"),
        "Filed and served within six months. A weekend does not move it.",
        matters=("ulp", "information", "bargaining"),
    ),
    Statute(
        "eeo_counselor",
        "Contact an EEO counselor",
        "29 CFR 1614.105(a)(1)",
        "federal",
        _limit("incident", 45, "calendar_days", **ROLLS),
        "45 days from the event, or from the effective date of a personnel action.",
        matters=("discrimination",),
    ),
    Statute(
        "eeo_complaint",
        "EEO formal complaint",
        "29 CFR 1614.106(b)",
        "federal",
        _limit("receipt", 15, "calendar_days", **ROLLS),
        "15 days from the notice of right to file.",
        matters=("discrimination",),
    ),
    Statute(
        "mspb_appeal",
        "Appeal to the Merit Systems Protection Board",
        "5 CFR 1201.22",
        "federal",
        _limit("effective_or_received_later", 30, "calendar_days", **ROLLS),
        "For a removal, a suspension of more than 14 days, a reduction in grade or pay. From the later date.",
        matters=("discipline",),
        check=True,
    ),
    Statute(
        "mixed_case",
        "Mixed case: the Board may be asked when the agency has not decided",
        "5 CFR 1201.154(b)",
        "federal",
        _limit("filed", 121, "calendar_days", kind="earliest"),
        "At any time after 120 days from the formal EEO complaint, when the action could be appealed to the Board.",
        matters=("discipline", "discrimination"),
        forums=("eeo",),
    ),
    Statute(
        "adverse_action_notice",
        "First day a proposed action may take effect",
        "5 USC 7513(b)(1)",
        "federal",
        _limit("receipt", 30, "calendar_days", kind="earliest"),
        "The agency owes at least thirty days of notice, unless it believes that a crime was committed.",
        matters=("discipline",),
        side="theirs",
    ),
    Statute(
        "adverse_action_reply",
        "Least time to answer a proposed action",
        "5 USC 7513(b)(2)",
        "federal",
        _limit("receipt", 7, "calendar_days", kind="earliest"),
        "The agency must allow at least seven days.",
        matters=("discipline",),
    ),
    Statute(
        "award_exceptions",
        "Exceptions to an arbitration award",
        "5 USC 7122(b); 5 CFR 2425.2",
        "federal",
        _limit("service", 30, "calendar_days", **ROLLS),
        "Five days are added when the award came by mail. Nobody can extend it.",
        matters=("award",),
    ),
    Statute(
        "award_review",
        "Court review of an award on a removal",
        "5 USC 7121(f), 7703(b)",
        "federal",
        _limit("service", 60, "calendar_days"),
        "Awards on removals and the like go to the court, not to the FLRA. A weekend does not move it.",
        matters=("award",),
    ),
    Statute(
        "flra_reconsideration",
        "Ask the FLRA to reconsider",
        "5 CFR 2429.17",
        "federal",
        _limit("service", 10, "calendar_days", **ROLLS),
        matters=("award",),
    ),
    Statute(
        "negotiability",
        "Negotiability petition",
        "5 CFR 2424.21",
        "federal",
        _limit("service", 15, "calendar_days", **ROLLS),
        "From the service of a written allegation.",
        matters=("bargaining",),
    ),
    Statute(
        "agency_head_review",
        "Agency head review of the agreement",
        "5 USC 7114(c)",
        "federal",
        _limit("incident", 30, "calendar_days"),
        "From the day the agreement was signed. Without a word from the agency head it takes effect.",
        matters=("agreement",),
        side="theirs",
    ),
    Statute(
        "osc_allegation",
        "Complaint to the Office of Special Counsel",
        "5 USC 1214(a)(6)(A)(iii)",
        "federal",
        _limit("knowledge", 3, "years"),
        "OSC may decline what the person knew of for more than three years.",
        matters=("whistleblower",),
    ),
    Statute(
        "osc_ira",
        "Individual right of action after OSC closes",
        "5 USC 1214(a)(3)(A)",
        "federal",
        _limit("receipt", 60, "calendar_days"),
        "From the notice that OSC closed the matter. 5 CFR 1209.5 counts 65 days from its date: the earlier counts.",
        matters=("whistleblower",),
        check=True,
    ),
    Statute(
        "osc_no_answer",
        "Individual right of action when OSC has not answered",
        "5 USC 1214(a)(3)(B)",
        "federal",
        _limit("filed", 121, "calendar_days", kind="earliest"),
        "Once 120 days have passed since the complaint to OSC.",
        forums=("osc",),
    ),
    Statute(
        "foia_answer",
        "Agency's answer to a FOIA request",
        "5 USC 552(a)(6)(A)(i)",
        "federal",
        _limit("receipt", 20, "working_days"),
        "From the day the right office got the request: enter it as the day the letter was received.",
        matters=("foia",),
        side="theirs",
    ),
    Statute(
        "foia_unusual",
        "The same when the agency claims unusual circumstances",
        "5 USC 552(a)(6)(B)(i)",
        "federal",
        _limit("receipt", 30, "working_days"),
        "Ten working days more, when the agency said so in writing.",
        matters=("foia",),
        side="theirs",
    ),
    Statute(
        "foia_appeal_answer",
        "Agency's answer to the FOIA appeal",
        "5 USC 552(a)(6)(A)(ii)",
        "federal",
        _limit("filed", 20, "working_days"),
        "From the day the appeal was received. Without an answer the court is open.",
        matters=("foia",),
        forums=("foia_appeal",),
        side="theirs",
    ),
    Statute(
        "dol_after_decision",
        "Election complaint to the Secretary of Labor",
        "29 USC 482(a)(1)",
        "any",
        _limit("receipt", 1, "months"),
        "One month from the final decision inside the union. " + ELECTION_NOTE,
        matters=("election",),
    ),
    Statute(
        "dol_no_decision",
        "Election complaint to the Secretary of Labor without a decision",
        "29 USC 482(a)(2)",
        "any",
        _limit("filed", 4, "months", kind="window", opens={"anchor_kind": "filed", "n": 3, "unit": "months"}),
        "In the month after three months went by without a final decision inside the union. " + ELECTION_NOTE,
        matters=("election",),
        forums=("internal",),
    ),
    Statute(
        "internal_exhaustion",
        "End of what a member must wait for inside the union",
        "29 USC 411(a)(4)",
        "any",
        _limit("filed", 4, "months", kind="earliest"),
        "A member may be asked to use hearings inside the union for four months at most.",
        matters=("election",),
        forums=("internal",),
    ),
    Statute(
        "flsa_claim",
        "Claim for unpaid overtime",
        "29 USC 255(a)",
        "any",
        _limit("incident", 2, "years"),
        "From each pay day. Three years when the violation was willful.",
        matters=("pay",),
        check=True,
    ),
    Statute(
        "flsa_willful",
        "Claim for unpaid overtime, willful violation",
        "29 USC 255(a)",
        "any",
        _limit("incident", 3, "years"),
        "From each pay day, and only when the violation was willful.",
        matters=("pay",),
        check=True,
    ),
    Statute(
        "back_pay",
        "Back pay reaches back six years",
        "5 USC 5596(b)(4)",
        "federal",
        _limit("incident", 6, "years"),
        "Pay owed for a time more than six years before the filing is lost.",
        matters=("pay",),
    ),
)


def for_sector(sector: str) -> tuple[Statute, ...]:
    return tuple(statute for statute in STATUTES if statute.sector in (sector, "any"))


def by_key(key: str) -> Statute | None:
    return next((statute for statute in STATUTES if statute.key == key), None)
