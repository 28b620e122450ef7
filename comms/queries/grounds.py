"""What a text is held against: the brief, the local, the audience; and every version checked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from comms import merging, patterns
from comms.checks import claims, parts, suite
from comms.models import Message, State, Version
from comms.queries.audiences import steward_names, values_for
from comms.queries.house import candidates, original, remembered_words, template_for, terms
from comms.queries.messages import fields_of, versions
from comms.queries.receipts import Receipts
from members.queries import people
from unionops.platform.access.models import Local, User
from unionops.platform.core import lazy_re as re
from unionops.platform.core.days import today
from unionops.platform.core.text import fold


def sender_name(local: Local) -> str:
    return f"Local {local.number}" if local.number else local.name


def ground(user: User, which: Version | Message, receipts: Receipts | None = None) -> parts.Ground:
    """Everything the checks hold a text against."""
    whole = which.message if isinstance(which, Version) else which
    local, brief = Local.current(), whole.brief
    unfilled = unfilled_fields(which, receipts or Receipts(user)) if isinstance(which, Version) else {}
    return parts.Ground(
        today=_as_of(whole),
        facts=tuple(parts.Fact(str(f.get("id", "")), str(f["kind"]), str(f["value"])) for f in brief.facts),
        sources=tuple(parts.Source(str(s["id"]), str(s["label"]), str(s["text"])) for s in brief.sources),
        purpose=f"{whole.title}\n{brief.purpose}",
        known=known_words(user, local, brief.audiences),
        klass=whole.klass,
        sector=local.sector,
        sender=sender_name(local),
        candidates=tuple(candidates(today())),
        merge_fields=frozenset(merging.FIELDS),
        unfilled=unfilled,
        is_person=lambda name: is_on_roster(user, name),
        terms=tuple(terms(which.language)) if isinstance(which, Version) else (),
        original=english.body if isinstance(which, Version) and (english := original(which)) else "",
        house=house_lines(which) if isinstance(which, Version) else frozenset(),
    )


def house_lines(which: Version) -> frozenset[str]:
    """What the pattern of this channel says whatever the brief is, the built-in one and the local's own."""
    own = template_for(which.message.klass, which.channel, which.language)
    bodies = [patterns.pattern(which.channel, which.language)[1], own.body if own else ""]
    return frozenset().union(*map(patterns.fixed_lines, bodies))


def _as_of(whole: Message) -> date:
    """What went out is read as of the day it left; its days are past by right."""
    gone = whole.planned_for if whole.state == State.SENT else None
    return timezone.localtime(gone).date() if gone else today()


def known_words(user: User, local: Local, audiences: list[dict[str, Any]]) -> tuple[str, ...]:
    """Names any message may use: the local, how to reach it, the audience's own name."""
    own = [
        local.name,
        f"{local.name}, Local {local.number}",
        local.postal_address,
        local.contact_email,
        local.contact_phone,
    ]
    labels = (str(row.get("label", "")) for row in audiences)
    return tuple(part for part in (*own, *labels, *remembered_words()) if part)


def is_on_roster(user: User, name: str) -> bool:
    """Whether a person of this first and last name is on the roster the user may see."""
    words = fold(name).split()
    return len(words) >= 2 and people(user).filter(name_key__startswith=f"{words[-1]} {words[0]}").exists()


def names_within(text: str) -> list[str]:
    """Pairs of words with capitals that stand side by side: what could be somebody's first and last name."""
    words = list(_CAPITAL.finditer(text))
    pairs = [(a, b) for a, b in pairwise(words) if text[a.end() : b.start()] == " "]
    return list(dict.fromkeys(f"{a.group()} {b.group()}" for a, b in pairs))


_CAPITAL = re.compile(r"[^\W\d_a-z][^\W_]+(?:['’-][^\W_]+)*")


def draft_of(which: Version) -> parts.Draft:
    return parts.Draft(which.channel, which.body, which.subject, which.preheader, which.language)


@dataclass
class Checked:
    """One version with its findings, what was kept and why, and the measures under it."""

    version: Version
    outcome: suite.Outcome
    kept: dict[str, str]
    measures: dict[str, Any]
    extra: list[parts.Finding] = field(default_factory=list)

    @property
    def findings(self) -> list[parts.Finding]:
        return [*self.extra, *self.outcome.findings]

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """Why findings were kept, and how many for each reason."""
        return list(Counter(self.kept.values()).items())

    @property
    def open(self) -> list[parts.Finding]:
        return [*self.extra, *self.outcome.open(self.kept)]


def checked(user: User, which: Message, receipts: Receipts | None = None) -> list[Checked]:
    """All versions of a message checked, also against each other."""
    rows, counted = versions(which), receipts or Receipts(user)
    found = [_checked(user, row, counted) for row in rows]
    drafts = [draft_of(row) for row in rows]
    if rows:
        for i, j, finding in suite.disagreements(drafts, ground(user, which)):
            del j
            found[i].extra.append(finding)
    return found


def _checked(user: User, row: Version, receipts: Receipts) -> Checked:
    draft = draft_of(row)
    kept = {kept.key: kept.reason for kept in row.kept.all()}
    return Checked(row, suite.check(draft, ground(user, row, receipts)), kept, suite.measures(draft))


def unfilled_fields(which: Version, receipts: Receipts) -> dict[str, int]:
    """How many people lack a value for each field the text uses."""
    names = fields_of(which)
    found = receipts.of(which) if names else None
    if found is None:
        return {}
    local, stewards = Local.current(), steward_names()
    missing: Counter[str] = Counter()
    for reached in found.people:
        values = values_for(reached.person, local, stewards, names)
        missing.update(name for name in names if not values[name])
    return dict(missing)


@dataclass(frozen=True)
class Line:
    """A sentence, what it rests on in words, and whether a finding stands in it."""

    text: str
    rests_on: list[str]
    is_faulty: bool


def trace(user: User, which: Version, findings: list[parts.Finding]) -> list[Line]:
    """Each sentence with the facts and sources it rests on, or what must be said."""
    known = ground(user, which)
    names = {fact.id: Truncator(fact.value).chars(60) for fact in known.facts}
    names |= {source.id: source.label for source in known.sources}
    names |= {"purpose": _("What must be said")}
    spots = [(f.start, f.end) for f in findings if f.field == "body" and f.level is not parts.Level.ADVICE]
    return [_line(line, names, spots) for line in claims.trace(which.body, known, which.language)]


def _line(footing: claims.Footing, names: dict[str, str], spots: list[tuple[int, int]]) -> Line:
    start, end = footing.sentence.start, footing.sentence.end
    faulty = any(a < end and start < b for a, b in spots)
    told = [key for key in footing.ids if key in names]
    return Line(footing.sentence.text, [names[key] for key in told if key != "purpose" or len(told) == 1], faulty)
