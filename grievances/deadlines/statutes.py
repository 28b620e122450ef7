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


def gettext_noop(message: str) -> str:
    """Marks a sentence for the catalogue, where the page that shows it looks it up."""
    return message


def _limit(anchor_kind: str, n: int, unit: str, **more: object) -> Limit:
    return Limit({"anchor_kind": anchor_kind, "n": n, "unit": unit, **more})


ROLLS = {"roll": "next_business_day"}

STATUTES = (
    Statute(
        "flra_ulp",
        gettext_noop("Unfair labor practice charge (FLRA)"),
        "5 USC 7118(a)(4)",
        "federal",
        _limit("incident", 6, "months"),
        gettext_noop("Six months from the act; from its discovery when it was hidden. A weekend does not move it."),
        matters=("ulp", "information", "bargaining"),
    ),
    Statute(
        "nlrb_charge",
        gettext_noop("Charge filed and served (NLRB)"),
        "29 USC 160(b)",
        "private",
        _limit("incident", 6, "months"),
        gettext_noop("Filed and served within six months. A weekend does not move it."),
        matters=("ulp", "information", "bargaining"),
    ),
    Statute(
        "eeo_counselor",
        gettext_noop("Contact an EEO counselor"),
        "29 CFR 1614.105(a)(1)",
        "federal",
        _limit("incident", 45, "calendar_days", **ROLLS),
        gettext_noop("45 days from the event, or from the effective date of a personnel action."),
        matters=("discrimination",),
    ),
    Statute(
        "eeo_complaint",
        gettext_noop("EEO formal complaint"),
        "29 CFR 1614.106(b)",
        "federal",
        _limit("receipt", 15, "calendar_days", **ROLLS),
        gettext_noop("15 days from the notice of right to file."),
        matters=("discrimination",),
    ),
    Statute(
        "mspb_appeal",
        gettext_noop("Appeal to the Merit Systems Protection Board"),
        "5 CFR 1201.22",
        "federal",
        _limit("effective_or_received_later", 30, "calendar_days", **ROLLS),
        gettext_noop(
            "For a removal, a suspension of more than 14 days, a reduction in grade or pay. From the later date."
        ),
        matters=("discipline",),
        check=True,
    ),
    Statute(
        "mixed_case",
        gettext_noop("Mixed case: the Board may be asked when the agency has not decided"),
        "5 CFR 1201.154(b)",
        "federal",
        _limit("filed", 121, "calendar_days", kind="earliest"),
        gettext_noop(
            "At any time after 120 days from the formal EEO complaint, when the action could be appealed to the Board."
        ),
        matters=("discipline", "discrimination"),
        forums=("eeo",),
    ),
    Statute(
        "adverse_action_notice",
        gettext_noop("First day a proposed action may take effect"),
        "5 USC 7513(b)(1)",
        "federal",
        _limit("receipt", 30, "calendar_days", kind="earliest"),
        gettext_noop("The agency owes at least thirty days of notice, unless it believes that a crime was committed."),
        matters=("discipline",),
        side="theirs",
    ),
    Statute(
        "adverse_action_reply",
        gettext_noop("Least time to answer a proposed action"),
        "5 USC 7513(b)(2)",
        "federal",
        _limit("receipt", 7, "calendar_days", kind="earliest"),
        gettext_noop("The agency must allow at least seven days."),
        matters=("discipline",),
    ),
    Statute(
        "award_exceptions",
        gettext_noop("Exceptions to an arbitration award"),
        "5 USC 7122(b); 5 CFR 2425.2",
        "federal",
        _limit("service", 30, "calendar_days", **ROLLS),
        gettext_noop("Five days are added when the award came by mail. Nobody can extend it."),
        matters=("award",),
    ),
    Statute(
        "award_review",
        gettext_noop("Court review of an award on a removal"),
        "5 USC 7121(f), 7703(b)",
        "federal",
        _limit("service", 60, "calendar_days"),
        gettext_noop("Awards on removals and the like go to the court, not to the FLRA. A weekend does not move it."),
        matters=("award",),
    ),
    Statute(
        "flra_reconsideration",
        gettext_noop("Ask the FLRA to reconsider"),
        "5 CFR 2429.17",
        "federal",
        _limit("service", 10, "calendar_days", **ROLLS),
        matters=("award",),
    ),
    Statute(
        "negotiability",
        gettext_noop("Negotiability petition"),
        "5 CFR 2424.21",
        "federal",
        _limit("service", 15, "calendar_days", **ROLLS),
        gettext_noop("From the service of a written allegation."),
        matters=("bargaining",),
    ),
    Statute(
        "agency_head_review",
        gettext_noop("Agency head review of the agreement"),
        "5 USC 7114(c)",
        "federal",
        _limit("incident", 30, "calendar_days"),
        gettext_noop("From the day the agreement was signed. Without a word from the agency head it takes effect."),
        matters=("agreement",),
        side="theirs",
    ),
    Statute(
        "osc_allegation",
        gettext_noop("Complaint to the Office of Special Counsel"),
        "5 USC 1214(a)(6)(A)(iii)",
        "federal",
        _limit("knowledge", 3, "years"),
        gettext_noop("OSC may decline what the person knew of for more than three years."),
        matters=("whistleblower",),
    ),
    Statute(
        "osc_ira",
        gettext_noop("Individual right of action after OSC closes"),
        "5 USC 1214(a)(3)(A)",
        "federal",
        _limit("receipt", 60, "calendar_days"),
        gettext_noop(
            "From the notice that OSC closed the matter. 5 CFR 1209.5 counts 65 days from its date: the earlier counts."
        ),
        matters=("whistleblower",),
        check=True,
    ),
    Statute(
        "osc_no_answer",
        gettext_noop("Individual right of action when OSC has not answered"),
        "5 USC 1214(a)(3)(B)",
        "federal",
        _limit("filed", 121, "calendar_days", kind="earliest"),
        gettext_noop("Once 120 days have passed since the complaint to OSC."),
        forums=("osc",),
    ),
    Statute(
        "foia_answer",
        gettext_noop("Agency's answer to a FOIA request"),
        "5 USC 552(a)(6)(A)(i)",
        "federal",
        _limit("receipt", 20, "working_days"),
        gettext_noop("From the day the right office got the request: enter it as the day the letter was received."),
        matters=("foia",),
        side="theirs",
    ),
    Statute(
        "foia_unusual",
        gettext_noop("The same when the agency claims unusual circumstances"),
        "5 USC 552(a)(6)(B)(i)",
        "federal",
        _limit("receipt", 30, "working_days"),
        gettext_noop("Ten working days more, when the agency said so in writing."),
        matters=("foia",),
        side="theirs",
    ),
    Statute(
        "foia_appeal_answer",
        gettext_noop("Agency's answer to the FOIA appeal"),
        "5 USC 552(a)(6)(A)(ii)",
        "federal",
        _limit("filed", 20, "working_days"),
        gettext_noop("From the day the appeal was received. Without an answer the court is open."),
        matters=("foia",),
        forums=("foia_appeal",),
        side="theirs",
    ),
    Statute(
        "dol_after_decision",
        gettext_noop("Election complaint to the Secretary of Labor"),
        "29 USC 482(a)(1)",
        "any",
        _limit("receipt", 1, "months"),
        gettext_noop(
            "One month from the final decision inside the union. "
            "A local of federal employees alone comes under 29 CFR 458."
        ),
        matters=("election",),
    ),
    Statute(
        "dol_no_decision",
        gettext_noop("Election complaint to the Secretary of Labor without a decision"),
        "29 USC 482(a)(2)",
        "any",
        _limit("filed", 4, "months", kind="window", opens={"anchor_kind": "filed", "n": 3, "unit": "months"}),
        gettext_noop(
            "In the month after three months went by without a final decision inside the union. "
            "A local of federal employees alone comes under 29 CFR 458."
        ),
        matters=("election",),
        forums=("internal",),
    ),
    Statute(
        "internal_exhaustion",
        gettext_noop("End of what a member must wait for inside the union"),
        "29 USC 411(a)(4)",
        "any",
        _limit("filed", 4, "months", kind="earliest"),
        gettext_noop("A member may be asked to use hearings inside the union for four months at most."),
        matters=("election",),
        forums=("internal",),
    ),
    Statute(
        "flsa_claim",
        gettext_noop("Claim for unpaid overtime"),
        "29 USC 255(a)",
        "any",
        _limit("incident", 2, "years"),
        gettext_noop("From each pay day. Three years when the violation was willful."),
        matters=("pay",),
        check=True,
    ),
    Statute(
        "flsa_willful",
        gettext_noop("Claim for unpaid overtime, willful violation"),
        "29 USC 255(a)",
        "any",
        _limit("incident", 3, "years"),
        gettext_noop("From each pay day, and only when the violation was willful."),
        matters=("pay",),
        check=True,
    ),
    Statute(
        "back_pay",
        gettext_noop("Back pay reaches back six years"),
        "5 USC 5596(b)(4)",
        "federal",
        _limit("incident", 6, "years"),
        gettext_noop("Pay owed for a time more than six years before the filing is lost."),
        matters=("pay",),
    ),
)


def for_sector(sector: str) -> tuple[Statute, ...]:
    return tuple(statute for statute in STATUTES if statute.sector in (sector, "any"))


def by_key(key: str) -> Statute | None:
    return next((statute for statute in STATUTES if statute.key == key), None)
