"""What an address leads to, how somebody may stand to that thing, and whom the policy table lets reach it.

A new address with an object in it must be declared here; a relation the table below does not know is an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from grievances.models import CaseDocument, Conflict, Matter, Party, Reader
from tests.security.walk import Actor
from tests.security.world import World
from unionops.platform.access.models import User
from unionops.platform.access.policy import policy

Arrange = Callable[[World, User], None]


@dataclass(frozen=True)
class Kind:
    """Each relation puts the actor into it; `open_to` are the relations each scope of the policy reaches."""

    relations: dict[str, Arrange]
    open_to: dict[str, set[str]]
    widened_by: str = ""  # whoever has this capability too reaches every relation


def leave(world: World, user: User) -> None:
    """As it is: the colleague's, in the unit the stewards have."""


def case_of(**values: Any) -> Callable[[World, User], None]:
    def arrange(world: World, user: User) -> None:
        given = {key: user if value is ME else value for key, value in values.items()}
        if given.pop("elsewhere", False):
            given["unit"] = world.elsewhere
        Matter.objects.filter(pk=world.matter.pk).update(**given)
        if values.get("steward", ...) is None:
            type(world.case).objects.filter(pk=world.case.pk).update(status="intake")

    return arrange


ME: Any = object()
mine = case_of(steward=ME)


def walled(world: World, user: User) -> None:
    mine(world, user)
    Conflict.objects.create(matter=world.matter, user=user, reason="named", by=world.colleague)


def party(world: World, user: User) -> None:
    mine(world, user)
    User.objects.filter(pk=user.pk).update(person=world.person.public_id)
    Party.objects.get_or_create(matter=world.matter, role="subject", person=world.person)


def restricted(world: World, user: User) -> None:
    mine(world, user)
    Matter.objects.filter(pk=world.matter.pk).update(restricted=True)
    Reader.objects.create(matter=world.matter, user=world.colleague, by=world.colleague)


def sealed(world: World, user: User) -> None:
    mine(world, user)
    CaseDocument.objects.filter(matter=world.matter).update(sealed=True)


def themselves(world: World, user: User) -> None:
    User.objects.filter(pk=user.pk).update(person=world.person.public_id)


def in_another_unit(world: World, user: User) -> None:
    type(world.person).objects.filter(pk=world.person.pk).update(unit=world.elsewhere)


def owner(name: str, path: str) -> Arrange:
    """The row `name` of the world becomes the actor's own, along `path`."""

    def arrange(world: World, user: User) -> None:
        row, *way = world[name], *path.split("__")
        for step in way[:-1]:
            row = getattr(row, step)
        type(row)._default_manager.filter(pk=row.pk).update(**{way[-1]: user})

    return arrange


NOT_OF_THEIRS = {"walled": walled, "a party": party, "restricted": restricted}
OF_CASE: dict[str, Arrange] = {
    "own": mine,
    "same unit": leave,
    "another unit": case_of(elsewhere=True),
    "nobody's yet": case_of(steward=None),
    **NOT_OF_THEIRS,
}
ALL_CASES = {"own", "same unit", "another unit", "nobody's yet"}
CASE = Kind(OF_CASE, {"own": {"own"}, "unit": {"own"}, "all": ALL_CASES})
CASE_FILE = Kind({**OF_CASE, "sealed": sealed}, CASE.open_to)
CASE_SETTER = Kind(OF_CASE, {"all": ALL_CASES})
NOBODYS: dict[str, Arrange] = {
    "nobody's yet": case_of(steward=None),
    "nobody's, another unit": case_of(steward=None, elsewhere=True),
    "somebody's": leave,
    "nobody's and restricted": case_of(steward=None, restricted=True),
}
STUB = Kind(NOBODYS, {"unit": {"nobody's yet"}, "all": {"nobody's yet", "nobody's, another unit"}})
PERSON = Kind(
    {"themselves": themselves, "same unit": leave, "another unit": in_another_unit},
    {"own": {"themselves"}, "unit": {"themselves", "same unit"}, "all": {"themselves", "same unit", "another unit"}},
)
LOCAL = Kind({"the local's": leave}, {"all": {"the local's"}})


def owned(name: str, path: str) -> Kind:
    """A thing of one person: others reach it when their scope is the whole local."""
    both = {"own": owner(name, path), "somebody else's": leave}
    return Kind(both, {"own": {"own"}, "unit": {"own"}, "all": {"own", "somebody else's"}})


def private(name: str, path: str) -> Kind:
    """A thing of one person that no office opens."""
    both = {"own": owner(name, path), "somebody else's": leave}
    return Kind(both, {scope: {"own"} for scope in ("own", "unit", "all")})


@dataclass(frozen=True)
class Thing:
    """`ids` fill the address; `also` is a second capability to reach it, `to_write` one more to change it."""

    kind: Kind
    ids: Callable[[World], dict[str, Any]]
    also: str = ""
    to_write: str = ""

    def verdict(self, actor: Actor, capability: str, relation: str, method: str) -> int:
        """200, 403 or 404, as the policy table says for this actor and this relation."""
        if not actor.granted(capability):
            return 403
        if not self._is_reached(actor, self.also or capability, relation):
            return 404
        scope = policy.scope(actor.user, self.to_write) if self.to_write and method == "POST" else "all"
        return 403 if scope is None or (scope == "own" and relation != "own") else 200

    def _is_reached(self, actor: Actor, capability: str, relation: str) -> bool:
        if self.kind.widened_by and actor.granted(self.kind.widened_by):
            return True
        return relation in self.kind.open_to.get(str(policy.scope(actor.user, capability)), set())


def one(to: Kind, name: str, key: str = "public_id", also: str = "", /, **more: Any) -> list[Thing]:
    """The row `name` under its public id; `more` are the other parts of the address, a word or 'row.field'."""

    def ids(world: World) -> dict[str, Any]:
        return {key: world[name].public_id} | {part: _value(world, value) for part, value in more.items()}

    return [Thing(to, ids, also)]


def slug(name: str, **more: Any) -> list[Thing]:
    return [Thing(LOCAL, lambda world: {"slug": world[name].slug} | more)]


def _value(world: World, value: Any) -> Any:
    return world[value.removesuffix(".id")].public_id if isinstance(value, str) and value.endswith(".id") else value


# A question may tell of a case before there is one: only those who answer questions read other people's.
QUESTION = Kind(
    {"own": owner("question", "asked_by"), "somebody else's": leave}, {"all": {"own"}}, widened_by="contracts.note"
)


def own_list(world: World, user: User) -> None:
    type(world.segment).objects.filter(pk=world.segment.pk).update(owner=user, is_shared=False)


def unshared(world: World, user: User) -> None:
    type(world.segment).objects.filter(pk=world.segment.pk).update(is_shared=False)


LIST = Kind(
    {"own": own_list, "shared": leave, "somebody else's, not shared": unshared},
    {"all": {"own", "shared"}},
)


def won(arrange: Arrange) -> Arrange:
    """The same, with the case closed and won."""

    def and_won(world: World, user: User) -> None:
        arrange(world, user)
        done = {"status": "closed", "outcome": "sustained", "closed_on": world.matter.incident_on}
        type(world.case).objects.filter(pk=world.case.pk).update(**done)

    return and_won


WON_CASE = Kind({name: won(arrange) for name, arrange in OF_CASE.items()}, CASE.open_to)
# A promise stays with whoever made it, and is seen by those who see the talk.
TALK = Kind(
    {**PERSON.relations, "own, another unit": lambda world, user: _own_talk(world, user)},
    {
        "unit": {"themselves", "same unit", "own, another unit"},
        "all": {"themselves", "same unit", "another unit", "own, another unit"},
    },
)

TALK_SETTER = Kind(TALK.relations, {"unit": {"own, another unit"}, "all": TALK.open_to["all"]})


def _own_talk(world: World, user: User) -> None:
    in_another_unit(world, user)
    type(world.talk).objects.filter(pk=world.talk.pk).update(by=user)


MESSAGE, WORDS = owned("message", "author"), owned("words", "message__author")
SEND, OUTCOME = owned("send", "version__message__author"), LOCAL
RUN, JOB = owned("run", "by"), owned("job", "owner")
TIME = private("time", "user")

# By name of the address, or by the beginning of it; the longest that fits counts.
DECLARED: dict[str, list[Thing]] = {
    "access:withdraw": one(LOCAL, "invitation"),
    "access:give-": one(LOCAL, "account"),
    "access:reset-second-factor": one(LOCAL, "account"),
    "access:end-all": one(LOCAL, "account"),
    "access:restore": one(LOCAL, "account"),
    "access:end-term": one(LOCAL, "term", kind="role"),
    "access:decide": one(LOCAL, "asked"),
    "jobs:": one(JOB, "job"),
    "files:download": [
        *one(CASE_FILE, "paper_file", "public_id", "grievances.view"),
        *one(LOCAL, "agreement_file", "public_id", "contracts.view"),
        *one(LOCAL, "list_file", "public_id", "members.import"),
        *one(private("loose_file", "uploaded_by"), "loose_file"),
    ],
    "files:share": one(CASE_FILE, "paper_file", "public_id", "grievances.view"),
    "files:bare": one(CASE_FILE, "picture", "public_id", "grievances.view"),
    "files:page": one(CASE_FILE, "picture", "public_id", "grievances.view", number=1),
    "ai:options": one(LOCAL, "profile"),
    "ai:switch-off": one(LOCAL, "profile"),
    "ai:test": one(LOCAL, "profile"),
    "ai:run": one(RUN, "run"),
    "ai:change-memory": one(LOCAL, "memory"),
    "ai:forget": one(LOCAL, "memory"),
    "ops:download-backup": [Thing(LOCAL, lambda world: {"name": world.backup.name})],
    "ops:duty-done": one(LOCAL, "duty"),
    "ops:duty-office": one(LOCAL, "duty"),
    "members:undo-tag": one(private("tagging", "by"), "tagging"),
    "members:undo-deed": one(private("deed_of_many", "by"), "deed_of_many"),
    "members:person": one(PERSON, "person"),
    "members:edit": one(PERSON, "person"),
    "members:add-contact": one(PERSON, "person", what="email"),
    "members:end-contact": one(PERSON, "person", what="phone", contact_id="phone.id"),
    "members:first-contact": one(PERSON, "person", what="phone", contact_id="phone.id"),
    "members:mark-contact": one(PERSON, "person", what="phone", contact_id="phone.id"),
    "members:signed-form": one(PERSON, "person"),
    "members:consent": one(PERSON, "person"),
    "members:membership": one(PERSON, "person"),
    "members:end-membership": one(PERSON, "person"),
    "members:dues": one(PERSON, "person"),
    "members:conversation": one(PERSON, "person"),
    "members:record": one(PERSON, "person"),
    "members:erase": one(PERSON, "person"),
    "members:import": one(LOCAL, "roster"),
    "members:export-manifest": one(LOCAL, "export_kept"),
    "members:segment": one(LIST, "segment"),
    "members:why": one(PERSON, "segment", person_id="person.id"),
    "members:duplicate": one(LOCAL, "duplicate", verdict="two-people"),
    "members:settle": one(owned("follow_up", "owner"), "follow_up"),
    "contracts:question": one(QUESTION, "question"),
    "contracts:version": one(LOCAL, "version"),
    "contracts:redline": one(LOCAL, "version"),
    "contracts:read-again": one(LOCAL, "version"),
    "contracts:publish": one(LOCAL, "version"),
    "contracts:take-out": one(LOCAL, "version"),
    "contracts:annotate": one(LOCAL, "version"),
    "contracts:review": one(LOCAL, "version"),
    "contracts:annotations-kind": one(LOCAL, "version"),
    "contracts:annotations-undo": one(LOCAL, "version"),
    "contracts:amendment": one(LOCAL, "amendment"),
    "contracts:annotation-decide": one(LOCAL, "annotation"),
    "contracts:annotations-accept": one(LOCAL, "clause"),
    "contracts:proposal": one(LOCAL, "proposal"),
    "contracts:reading-decide": one(LOCAL, "proposal_reading"),
    "contracts:clause": one(LOCAL, "clause"),
    "contracts:correct": one(LOCAL, "clause"),
    "contracts:add-note": one(LOCAL, "clause"),
    "contracts:withdraw-note": one(private("note", "author"), "note"),
    "contracts:practice": one(LOCAL, "practice"),
    "contracts:practice-withdraw": one(LOCAL, "fact"),
    "contracts:letter": slug("side_letter"),
    "contracts:letter-unlink": one(LOCAL, "change"),
    "contracts:kept-": slug("agreement"),
    "contracts:agreement": slug("agreement"),
    "contracts:whole": slug("agreement"),
    "contracts:pocket": slug("agreement"),
    "contracts:pocket-file": slug("agreement", edition="member"),
    "contracts:booklet": slug("agreement", edition="member"),
    "contracts:folded": slug("agreement", edition="member"),
    "contracts:poster": slug("agreement"),
    "contracts:reader": slug("agreement", label="9.1"),
    "grievances:intake-": one(private("draft", "user"), "draft", "draft_id"),
    "grievances:intake-page": one(private("draft", "user"), "draft", "draft_id", page="what"),
    "grievances:intake-keep": one(private("draft", "user"), "draft", "draft_id", page="what"),
    "grievances:deadline": one(CASE, "deadline"),
    "grievances:procedure": one(LOCAL, "procedure"),
    "grievances:step-new": one(LOCAL, "procedure"),
    "grievances:rule": one(LOCAL, "step"),
    "grievances:confirm": one(LOCAL, "step"),
    "grievances:step-remove": one(LOCAL, "step"),
    "grievances:step-call": one(LOCAL, "step"),
    "grievances:move": one(LOCAL, "step"),
    "grievances:time-remove": one(TIME, "time"),
    "grievances:import-": one(LOCAL, "case_import"),
    "grievances:old-file": one(LOCAL, "old"),
    "grievances:old-file-decide": one(LOCAL, "old", what="aside"),
    "grievances:arbitrator": one(LOCAL, "arbitrator"),
    "grievances:paper-": [Thing(LOCAL, lambda world: {"paper": "closing"})],
    "grievances:letter": one(CASE, "letter"),
    "grievances:letter-new": one(CASE, "case", paper="closing"),
    "grievances:request": one(CASE, "request"),
    "grievances:request-do": one(CASE, "request", deed="item"),
    "grievances:request-item": one(CASE, "request", item_id="item.id"),
    "grievances:case": one(CASE, "case"),
    "grievances:claim": one(STUB, "case"),
    "grievances:papers": one(CASE, "case"),
    "grievances:status-link-new": one(CASE, "case"),
    "grievances:arbitration": one(CASE, "case"),
    "grievances:arbitration-add": one(CASE, "case", what="names"),
    "grievances:arbitration-press": one(CASE, "case", what="strike", row_id="name.id"),
    "grievances:draw": one(CASE, "case", paper="closing"),
    "grievances:packet": one(CASE, "case", kind="case"),
    "grievances:draft": one(CASE, "case"),
    "grievances:clauses-propose": one(CASE, "case"),
    "grievances:do": one(CASE, "case", deed="fact"),
    "grievances:press": one(CASE, "case", deed="tick", row_id="task.id"),
    "grievances:checklist": one(CASE, "case", name="just-cause"),
    "grievances:office": one(CASE_SETTER, "case", deed="assign"),
    "grievances:guard": one(CASE_SETTER, "case", deed="wall"),
    "members:followed-up": one(TALK, "talk"),
    "members:note": one(TALK_SETTER, "talk", kind="talk"),
    "members:committee": one(LOCAL, "committee"),
    "members:committee-end-term": one(LOCAL, "term_there"),
    "members:canvass": one(LOCAL, "canvass"),
    "members:turf": one(owned("turf", "walker"), "turf"),
    "members:turf-give": one(LOCAL, "turf"),
    "members:turf-correct": one(LOCAL, "turf"),
    "members:visit": one(owned("door", "turf__walker"), "door"),
    "comms:withdraw": one(LOCAL, "told"),
    "comms:fetch": one(LOCAL, "made_file"),
    "dashboards:tell": one(WON_CASE, "case", "public_id", "grievances.view"),
    "dashboards:take-back": one(LOCAL, "told"),
    "ops:first-run-step": [Thing(LOCAL, lambda world: {"name": "outgoing_mail"})],
    "comms:template": one(LOCAL, "pattern"),
    "comms:drop-template": one(LOCAL, "pattern"),
    "comms:end-election": one(LOCAL, "election"),
    "comms:outcome": one(OUTCOME, "outcome"),
    "comms:take-": one(OUTCOME, "outcome"),
    "comms:sending": one(SEND, "send"),
    "comms:reply": one(SEND, "send"),
    "comms:control": one(SEND, "send", deed="pause"),
    "comms:edit": [replace(thing, to_write="comms.draft") for thing in one(WORDS, "words")],
    "comms:brief": [replace(thing, to_write="comms.draft") for thing in one(MESSAGE, "message")],
    "comms:compare": one(WORDS, "words", number=1),
    "comms:restore": one(WORDS, "words", number=1),
    **dict.fromkeys(
        [f"comms:{name}" for name in ("rewrite", "accept", "speak", "drop", "keep", "comment", "preview")]
        + [f"comms:{name}" for name in ("left-out", "keep-example", "test-send", "export")],
        one(WORDS, "words"),
    ),
    **dict.fromkeys(
        [f"comms:{name}" for name in ("versions", "write", "checks", "approve", "ask", "yes", "send-back")]
        + [f"comms:{name}" for name in ("settings", "cancel", "send", "schedule", "show-on-web", "take-off-web")],
        one(MESSAGE, "message"),
    ),
}
EXACT = re.compile(r"[:-]$")


def things(name: str) -> list[Thing]:
    """What the address leads to. LookupError when nobody declared it."""
    if name in DECLARED:
        return DECLARED[name]
    found = [key for key in DECLARED if name.startswith(key if EXACT.search(key) else f"{key}-")]
    if not found:
        raise LookupError(f"{name}: say in tests/security/relations.py what it leads to and who may stand how to it")
    return DECLARED[max(found, key=len)]


def relations(name: str) -> Iterator[tuple[Thing, str]]:
    for thing in things(name):
        for relation in thing.kind.relations:
            yield thing, relation
