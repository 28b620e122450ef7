"""From the old to the new: which of two figures of the brief was, and which shall be.

'from $22 to $24.50', '$480 instead of $350', 'today you pay $22; the board proposes $24.50' say one thing in three
ways. A text that makes the old figure the new one says the reverse of its brief, whatever words it takes.
"""

from collections.abc import Hashable, Iterator
from itertools import permutations, product

from comms.checks import facts, figures, slots
from comms.checks.figures import same_unit
from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.slots import Slot
from comms.checks.words import clauses
from unionops.platform.core import lazy_re as re

_KINDS = frozenset({"money", "percent", "number", "time"})
_BECOMES = re.compile(
    r"\s*(?:\w+\s+){0,4}?(?:becomes?|turns? into|changes? to|(?:rises?|falls?|drops?|goes|go|up|down) to|"
    r"pasan? a|suben? a|bajan? a)\s+(?:the |a |los |las )?",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\s*(?:(?:per|an?|each|por|al) \w+(?: period)?\s+|[^\W\d_]{4,}\s+(?:an? \w+\s+)?)?"
    r"(?:to|down to|up to|a|-|–|—|hasta)\s*(?:just |only |about |solo |sólo )?",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"\s*(?:\w{0,12}\s*){0,3},?\s*(?:and )?(?:instead of|rather than|in place of|no longer|not|"
    r"up from|down from|en (?:vez|lugar) de|ya no|"
    r"[;.(]\s*(?:it |they |this |antes )?(?:was|were|era|eran))\s+(?:(?:the|every|at|on|in|for|a|los|las|old)\s+)*",
    re.IGNORECASE,
)
_WAS = re.compile(
    r"\b(?:instead of|rather than|in place of|no longer|until now|up to now|so far|was|were|used to|had been|"
    r"previously|before|old|up from|down from|not|today|right now|currently|at present|en (?:vez|lugar) de|ya no|"
    r"hasta ahora|antes|era|eran|hoy|actualmente)\b",
    re.IGNORECASE,
)
_SHALL = re.compile(
    r"\b(?:wants?|propos\w+|plans?|will|would|starting|beginning|becomes?|goes (?:up |down )?to|new|raised? to|cut to|"
    r"quieren?|propon\w+|será|sería|pasará|subirá|bajará|nuev[oa]s?)\b",
    re.IGNORECASE,
)
Step = tuple[Slot, Slot]


# The figures are those of the nearest word of change: 'instead of a raise, dues go from $30 to $25' raises nothing.
_OTHER = r"go|goes|going|went|mov\w+|chang\w+|bring\w*|brought|be|pas\w+|va|van|cambi\w+"
_MOVES = rf"(?!\w)(?:(?!\b(?:{_OTHER})\b)[^.,;:!?\n])*$"
_RISES = re.compile(
    r"\b(?:rais(?:e[sd]?|ing)|ris(?:es?|en|ing)|rose|increas\w+|up from|go(?:es|ing)? up|went up|climb\w*|"
    rf"sub(?:en?|ió|ir\w*)|aument\w+|increment\w+){_MOVES}",
    re.IGNORECASE,
)
_FALLS = re.compile(
    r"\b(?:lower\w*|cuts?|cutting|(?<!the )(?<!this )(?<!in )fall(?:s|en|ing)?|fell|drop\w*|reduc\w+|decreas\w+|"
    rf"down from|go(?:es|ing)? down|went down|baja[nr]?|bajó|bajar\w+|recort\w+|disminu\w+){_MOVES}",
    re.IGNORECASE,
)
# 'Cuts 10 to 20 jobs' and 'cuts from 10 to 20 jobs' say by how much, within what bounds.
_FROM = re.compile(r"\b(?:from|desde|del?)\s+(?:about |the |its |just |only )?$", re.IGNORECASE)
_BY_SO_MUCH = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bwas )(?<!\bwere )(?<!\bbeen )"
    r"\b(?:cuts?|cutting|lowers?|lowering|reduc(?:es?|ing)|raises?|raising|recort\w+|reduc[ei]n?|by) (?:from|de)\s+$",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"(?:^|[\W_])(?:old|was|now|current|today|before|previous|viej\w|actual|antes)(?:$|[\W_\d])", re.IGNORECASE
)
_NEW = re.compile(r"(?:^|[\W_])(?:new|will|after|proposed|next|nuev\w|propuest\w|después)(?:$|[\W_\d])", re.IGNORECASE)


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    known = [step for one, two in _in_a_row(ground.allowed_text()) if (step := _said(one, two, ground.allowed_text()))]
    known += _by_id(ground)
    known += _tally(ground)
    for name, text in draft.fields():
        yield from _against_itself(name, text)
    for name, text in draft.fields() if known else ():
        starts = [line.start for line in clauses(text)]
        for one, two in _in_a_row(text):
            step = _said(one, two, text) or _told(one, two, text, starts)
            turned = step and next((k for k in known if step[0].agrees(k[1]) and step[1].agrees(k[0])), None)
            if step and turned and not any(step[0].agrees(k[0]) and step[1].agrees(k[1]) for k in known):
                words = text[one.start : two.end]
                expected = f"{turned[0].text} → {turned[1].text}"
                yield Finding("mixed_up", Level.BLOCK, name, one.start, two.end, words, expected)


def _by_id(ground: Ground) -> Iterator[Step]:
    """A fact 'old_dues' and a fact 'new_dues' of one kind are a step."""
    for one, two in permutations(ground.facts, 2):
        if _OLD.search(one.id) and _NEW.search(two.id) and _OLD.sub("", one.id) == _NEW.sub("", two.id):
            for a, b in product(facts.slots_of(one), facts.slots_of(two)):
                if a.kind == b.kind in _KINDS and same_unit(a.unit, b.unit) and not a.agrees(b):
                    yield a, b


# 'Members voted 268 to 91': whoever said yes stands first.
_SAID = re.compile(
    rf"\b(?P<n>\d[\d,]*|{figures.SPELLED})\s+(?:\w+\s+){{0,3}}?"
    r"(?:(?P<yes>yes|for|in favou?r|ayes?)|no|nays?|against|opposed)\b",
    re.IGNORECASE,
)
_AYES, _NAYS = frozenset({"yes", "ayes", "for"}), frozenset({"no", "nays", "against"})


def _tally(ground: Ground) -> Iterator[Step]:
    """The yeses and the noes of a vote, told as '268 yes, 91 no' or by two facts of these names."""
    named = [(slot, fact.id.lower()) for fact in ground.facts for slot in facts.slots_of(fact)]
    ayes = [slot for slot, name in named if name in _AYES]
    nays = [slot for slot, name in named if name in _NAYS]
    for match in _SAID.finditer(ground.allowed_text()):
        value = frozenset({figures.number(match["n"].replace(",", "").lower())})
        (ayes if match["yes"] else nays).append(Slot("number", value, *match.span("n"), match["n"]))
    if len({slot.values for slot in ayes}) == len({slot.values for slot in nays}) == 1:
        yield ayes[0], nays[0]


def _against_itself(name: str, text: str) -> Iterator[Finding]:
    """'raises dues from $27 to $24': whatever the brief says, one of the words is wrong."""
    for one, two in _in_a_row(text):
        if one.kind == "time" or _said(one, two, text) != (one, two):
            continue
        before = text[max(0, one.start - 60) : one.start]
        if not _FROM.search(before) or _BY_SO_MUCH.search(before):
            continue
        down = min(map(_size, two.values)) < min(map(_size, one.values))
        rises, falls = _RISES.search(before), _FALLS.search(before)
        if bool(rises) != bool(falls) and down is bool(rises):
            words, expected = text[one.start : two.end], f"{two.text} → {one.text}"
            yield Finding("mixed_up", Level.BLOCK, name, one.start, two.end, words, expected)


def _size(value: Hashable) -> float:
    return float(str(value))


def _in_a_row(text: str) -> Iterator[Step]:
    """Each figure with the next of its kind and unit."""
    found = [slot for slot in slots.find(text) if slot.kind in _KINDS]
    for at, one in enumerate(found):
        alike = (two for two in found[at + 1 :] if two.kind == one.kind and same_unit(one.unit, two.unit))
        if two := next(alike, None):
            yield one, two


def _said(one: Slot, two: Slot, text: str) -> Step | None:
    """(what was, what shall be), where the words between the two say so by themselves."""
    between = _of_a_unit(text[one.end : two.start])
    if _BECOMES.fullmatch(between) or (one.kind != "time" and _TO.fullmatch(between)):
        return one, two
    return (two, one) if _INSTEAD.fullmatch(between) else None


def _of_a_unit(between: str) -> str:
    """'-hour shifts in place of the ' is ' in place of the '."""
    return _UNIT.sub("", between, count=1)


_UNIT = re.compile(rf"^[-\s](?:{figures.UNIT})\b(?:\s+(?:{figures.UNIT})\b)?", re.IGNORECASE)


def _told(one: Slot, two: Slot, text: str, starts: list[int]) -> Step | None:
    """Two figures in one sentence or in two that follow each other, one of them told as what was."""
    at = [sum(start <= slot.start for start in starts) for slot in (one, two)]
    if at[1] - at[0] > 1:
        return None
    first = text[starts[at[0] - 1] : one.start]
    second = text[one.end : two.start]
    was, shall = _WAS.search(first), _SHALL.search(first)
    if bool(was) == bool(shall):  # the first says nothing by itself: does the second?
        was, shall = _SHALL.search(second), _WAS.search(second)
    if bool(was) == bool(shall):
        return None
    return (one, two) if was else (two, one)
