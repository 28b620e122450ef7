"""The people of an export, one after another as a file wants them: read in pieces, consent applied, nothing held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import F, QuerySet

from members import queries
from members.formats.outgoing import Outgoing
from members.models import Assessment, Channel, Membership, Person, Standing
from members.reaching.audience import BY_HAND, PIECE, Gate, employer_mail_allowed
from members.reaching.ways import Phone, Way, Ways, refusals, ways
from unionops.platform.access.models import User
from unionops.platform.access.policy import policy

CHANNELS = (Channel.EMAIL.value, Channel.SMS.value, Channel.PHONE.value, Channel.MAIL.value)
COLUMNS = (
    "pk", "public_id", "last_name", "first_name", "middle", "suffix", "preferred_name", "language", "employee_number",
    "member_number", "standing", "deceased_on", "has_died", "component",
    "department", "shift", "tour", "job_title", "pay_plan", "series",
    "grade", "step", "org", "schedule", "hire_date", "unit__code", "unit__name", "employer__name", "worksite__name",
)  # fmt: skip
AS_IS = (
    "last_name", "first_name", "middle", "suffix", "preferred_name", "language", "component",
    "department", "shift", "tour",
    "job_title", "pay_plan", "series", "grade", "step", "org", "schedule",
)  # fmt: skip
STANDINGS = {
    Standing.NON_MEMBER.value: "non-member",
    Standing.PENDING.value: "pending",
    Standing.MEMBER.value: "member",
    Standing.RETIRED.value: "retired",
    Standing.FORMER.value: "former",
}
"""Words our own import reads back."""


Lacks = Callable[[Outgoing], str]


def _nothing(_person: Outgoing) -> str:
    return ""


class Chosen:
    """Iterate once; afterwards `ids` are the people who passed and `excluded` counts the others by reason.

    With a channel only those it reaches pass; without one everybody does, each with what they agreed to.
    `lacks` names what a row has too little of for the file it goes to; `by_hand` are names our paper lacks letters of.
    """

    def __init__(
        self, by: User, rows: QuerySet[Person], channel: str = "", klass: str = "", lacks: Lacks = _nothing,
        *, once: bool = True,
    ) -> None:  # fmt: skip
        self.rows, self.channel, self.klass, self.lacks = rows, channel, klass, lacks
        self.sees = policy.scope(by, "field:contact") is not None
        self.gates = {name: Gate(name, klass, once) for name in CHANNELS if self.sees or name == channel}
        self.ids: list[str] = []
        self.excluded: Counter[str] = Counter()
        self.by_hand: list[str] = []

    def __iter__(self) -> Iterator[Outgoing]:
        piece: list[Any] = []
        for row in self.rows.values_list(*COLUMNS, named=True).iterator(chunk_size=PIECE):
            piece.append(row)
            if len(piece) == PIECE:
                yield from self._passing(piece)
                piece = []
        yield from self._passing(piece)

    def _passing(self, people: list[Any]) -> Iterator[Outgoing]:
        keys = [person.pk for person in people]
        known, said = ways(self.gates, keys), refusals(self.gates, self.klass, keys)
        more = _more(keys)
        for person in people:
            reach: dict[str, Way] = {}
            refused: set[str] = set()
            for name, gate in self.gates.items():
                reason, way = gate.verdict(person, known[name].get(person.pk, []), said[name].get(person.pk))
                if way:
                    reach[name] = way
                elif name == self.channel:
                    self.excluded[reason] += 1
                if reason == "said_no":
                    refused.add(name)
            if not self.channel or self.channel in reach:
                others = _others(known, reach, person.pk, self.klass) if self.sees else {}
                found = _outgoing(person, reach if self.sees else {}, refused, {**others, **more.get(person.pk, {})})
                if missing := self.lacks(found):
                    self.excluded[missing] += 1
                    self.by_hand += [found.full_name] if missing == BY_HAND else []
                    continue
                self.ids.append(found.external_id)
                yield found


def _more(keys: list[int]) -> dict[int, dict[str, Any]]:
    """Tags, membership from and to, and assessments, a query each; of several memberships the last one."""
    found: dict[int, dict[str, Any]] = {}
    for pk, since, until in _in_pieces(keys, _memberships):
        said = {"joined": since.isoformat() if since else "", "left": until.isoformat() if until else ""}
        found.setdefault(pk, {}).update(said)
    for pk, tag in queries.tag_names(keys):
        found.setdefault(pk, {}).setdefault("tags", []).append(tag)
    for pk, score in _in_pieces(keys, _assessments):
        found.setdefault(pk, {})["assessment"] = str(score)
    return found


def _memberships(keys: list[int]) -> QuerySet[Any]:
    """The present one last."""
    rows = Membership.objects.filter(person__in=keys).order_by(F("until").asc(nulls_last=True), "pk")
    return rows.values_list("person_id", "since", "until")


def _assessments(keys: list[int]) -> QuerySet[Any]:
    """Oldest first, so that the newest stays."""
    return Assessment.objects.filter(person__in=keys).order_by("on", "id").values_list("person_id", "score")


def _in_pieces(keys: list[int], read: Callable[[list[int]], Iterable[Any]]) -> Iterable[Any]:
    for at in range(0, len(keys), 500):
        yield from read(keys[at : at + 500])


def _others(known: dict[str, Ways], reach: dict[str, Way], key: int, klass: str) -> dict[str, Any]:
    """A telephone at home and a mailbox at work, beside the ones used first; only where the channel is open."""
    phones = known.get(Channel.PHONE, {}).get(key, []) if Channel.PHONE in reach else []
    emails = (
        known.get(Channel.EMAIL, {}).get(key, []) if Channel.EMAIL in reach and employer_mail_allowed(klass) else []
    )
    home = next((way.detail for way in phones if way.detail.kind == "home" and not way.problem), Phone("", ""))
    work = next((way.to for way in emails if way.detail.is_employer and not way.problem), "")
    return {"home_phone": home.number, "home_extension": home.extension, "work_email": work}


def _outgoing(person: Any, reach: dict[str, Way], refused: set[str], more: dict[str, Any]) -> Outgoing:
    email, place = reach.get(Channel.EMAIL), reach.get(Channel.MAIL)
    cell = reach.get(Channel.SMS)
    phone = cell or reach.get(Channel.PHONE)
    spot = place.detail if place else None
    return Outgoing(
        external_id=str(person.public_id),
        **{name: getattr(person, name) for name in AS_IS},
        employee_number=person.employee_number or "",
        member_number=person.member_number or "",
        standing=STANDINGS[person.standing],
        unit=person.unit__code or person.unit__name or "",
        employer=person.employer__name or "",
        worksite=person.worksite__name or "",
        hire_date=person.hire_date.isoformat() if person.hire_date else "",
        email=email.to if email else "",
        cell=phone.to if phone else "",
        cell_extension=phone.detail.extension if phone else "",
        cell_is_home=bool(phone and phone.detail.kind == "home"),
        has_died=person.has_died or person.deceased_on is not None,
        **_lines(spot),
        no_email=Channel.EMAIL in refused,
        no_sms=cell is None,
        no_call=Channel.PHONE in refused,
        **more,
    )


def _lines(spot: Any) -> dict[str, Any]:
    names: Iterable[str] = ("street", "street2", "city", "state", "zip", "country")
    return {name: getattr(spot, name) for name in names} if spot else {}
