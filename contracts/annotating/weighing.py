"""What a change of sentences takes from the workers' side and gives it, and what it gives management."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from contracts.annotating.figures import (
    FIGURE,
    MONTHS,
    SPELLED,
    counted,
    kept,
    limits_filing,
    spoken,
    wanted,
    without,
    worth_of,
)
from contracts.annotating.rights import AGENT_WORDS, BENEFIT, EMPLOYER, HARM, burdens, gives, powers
from contracts.annotating.windows import widened
from unionops.platform.core import lazy_re as re

# Of the words; below it two sentences are not one that was reworded. Where one goes and one comes, less is enough.
ALIKE, ALIKE_ALONE = 55.0, 40.0
SAME_BUT_FIGURES = 85.0
WORD = re.compile(r"\w+(?:[-'’]\w+)*|[%$€£#]")
NARROWS = re.compile(
    r"\b(?:except|unless|if|subject to|provided|where|when|whenever|only|not|no|maximum|limited|up to|normally|"
    r"generally|as needed|available|approv\w+|discretion|feasible|practicable|possible|determin\w+|emergenc\w+|until|"
    r"through|"
    r"(?:up)?on (?:\w+ )?request|fees?|permission|without (?:first|prior|giving|the prior)|as (?:\w+ ){1,3}requires?|"
    r"endeavou?r\w*|attempt\w*|strive\w*|try|efforts?|consider\w*|unpaid|once|twice|expense|own cost|for a fee|"
    r"routinely|regularly|solely|primarily|arbitrarily|unreasonably|knowingly|without (?:full )?pay|"
    r"(?:half|partial|reduced) (?:pay|salary|wages)|"
    r"salvo|excepto|s[oó]lo|siempre que|si|cuando|posible|hasta|m[aá]ximo|sauf|seulement|lorsque)\b",
    re.I,
)
# What hedges in a power or a burden.
HEDGES = re.compile(
    r"\b(?:except|unless|if|provided|where|when|whenever|only|maximum|limited|emergenc\w+|until|"
    r"without (?:first|prior)|salvo|excepto|s[oó]lo|siempre que|cuando|sauf|seulement|lorsque)\b",
    re.I,
)
WORTH = re.compile(
    r"\b(?:paid|free|additional|bargain\w*|negotiat\w*|mutual\w*|just cause|seniority|in advance|"
    r"(?<!hired )(?<!employed )(?<!on or )(?:before|prior to)|"
    r"(?:written|in writing)(?! (?:request|application|approval|permission))|guaranteed|double|"
    r"(?:is|are|shall be) (?:deemed |considered )?(?:granted|approved|sustained)|"
    r"(?:shall|will|may|must) not be (?:changed|altered|reduced|withdrawn|revoked|diminished|rescinded)|"
    r"without (?:loss|cost|charge|limit|reprisals?|retaliation|penalty|discrimination|interference|fear)|"
    r"with (?:full )?pay|full (?:pay|salary|wages)|at no (?:cost|charge|expense)|free of charge|"
    r"with (?:an? |the |their )?(?:union )?(?:representative|steward)|immediate\w*|"
    r"pagad[oa]s?|gratuit[oa]s?|causa justa|antig[uü]edad|por escrito|payée?s?|cause juste|ancienneté)\b",
    re.I,
)
WITH_PAY = re.compile(r"\bpaid(?! (?:by|for by|from))\b|\bwith(?: full)? pay\b", re.I)
WITHOUT_PAY = re.compile(r"\bunpaid\b|\bwithout(?: full)? pay\b", re.I)
DUTY = re.compile(r"\b(?:(?:shall|must|will)(?! (?:have|retain) the right)|deberán?|doit|doivent)\b")
CHOICE = re.compile(r"\b(?:may|should|can|podrán?|peut|peuvent)\b")
WIDE = re.compile(
    r"\b(?:all|any|todos?|todas?|tous|toutes|(?:each|every|cada|chaque)(?!\s+(?:\w+\s+)?(?:days?|shifts?|weeks?|months?|"
    r"quarters?|years?|hours?|pay periods?)\b))\b",
    re.I,
)
# What can turn a sentence from one side to the other.
CUES = re.compile(
    rf"\b(?:{'|'.join(AGENT_WORDS.values())}|{BENEFIT}|{HARM}|shall|must|will|may|should|can|cannot|not|no|never|without|"
    r"entitled|eligible|rights?|permitted|prohibited|allowed|barred|voluntary|mandatory|compulsory|optional|advisory|binding|"
    r"final|extend\w*|extensible|renewable|los[et]s?|forfeit\w*|waive\w*|keeps?|retains?|deemed|discretion|equal\w*|rotation|random|costs?|pays?|charge\w*|"
    r"grants?|provides?|receives?|accrues?|suppl\w+|progressive|senior\w*|consent|deberán?|podrán?|tendrán?|derechos?|ningun[ao]?|"
    r"exclud\w+|includ\w+|cover\w*|exempt\w*|regular|straight|overtime|double|base|"
    r"ningún|peut|peuvent|doit|doivent|droits?|aucune?|ne|pas)\b",
    re.I,
)
MONTH = re.compile(rf"\b(?:{MONTHS.casefold().replace(' ', '|')})\b")
EXTENDS = re.compile(
    r"\b(?:may|can)(?: also)? be (?:extended|renewed|prolonged)\b|\b(?:extend[ai]ble|extensible|renewable)\b|"
    r"\b(?:podrá|puede)n? (?:ser )?(?:prorrog|extend)\w+|\bprorrogables?\b|"
    r"\bpeu(?:ven)?t être (?:prolong|renouvel)\w+|\brenouvelables?\b",
    re.I,
)
AGREED = re.compile(r"\b(?:mutual\w*|agree\w*|consents?|acuerdos?|consentimiento|accord|consentement)\b", re.I)
PIECE = re.compile(r"[\w#'’-]+|[^\w\s]")
MORE = re.compile(r"\s*[,;]?\s*(?:and|y|et)\s+(?:shall |will |must )?", re.I)
TIMES = {"once": 1.0, "twice": 2.0}
A_YEAR = {"day": 365, "shift": 365, "dai": 365, "week": 52, "month": 12, "quarter": 4, "year": 1, "annual": 1}
HOW_OFTEN = re.compile(
    rf"\b(?:(?P<times>once|twice|{SPELLED} times|\d+ times) )?(?:each|every|per|a|an) "
    r"(?P<other>two |other |three |six |calendar )?(?P<unit>day|shift|week|month|quarter|year)s?\b|"
    r"\b(?P<half>bi|semi)?-?(?P<ly>dai|week|month|quarter|year|annual)ly\b",
    re.I,
)
OTHERS = {"two": 2, "other": 2, "three": 3, "six": 6}
JOINING = ("and", "or", ",", "y", "o", "et", "ou")


@dataclass(slots=True)
class Weighed:
    """Sentences, whole and as printed: old ones under `lost` and `given_up`, new ones under `gained` and `taken`.

    `unclear` are old and new ones of which nothing says whom their change serves: a person must ask.
    """

    lost: list[str] = field(default_factory=list)
    gained: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    given_up: list[str] = field(default_factory=list)
    unclear: list[tuple[str, str]] = field(default_factory=list)


def weighed(gone: Sequence[str], came: Sequence[str], headings: str = "") -> Weighed:
    """`gone` stand in the old text only, `came` in the new one only, both below these `headings`.

    A sentence that was reworded counts on one side where it is plain for whom, else on both.
    """
    pairs = dict(_reworded(gone, came))
    back = {new: old for old, new in pairs.items()}
    out = Weighed(unclear=[(gone[a], came[b]) for a, b in pairs.items() if not tells(gone[a], came[b])])
    unclear = {sentence for pair in out.unclear for sentence in pair}
    for at, old in enumerate(gone):
        if old not in unclear:
            _weigh_gone(out, old, came[pairs[at]] if at in pairs else "", headings)
    for at, new in enumerate(came):
        if new not in unclear:
            _weigh_new(out, new, gone[back[at]] if at in back else "", headings)
    sided = {*out.lost, *out.gained, *out.taken, *out.given_up, *unclear}
    landed = (pair for pair in ((gone[a], came[b]) for a, b in pairs.items()) if sided.isdisjoint(pair))
    out.unclear += [pair for pair in landed if _turns(*pair) or _counts_other(*pair)]
    return out


def _turns(old: str, new: str) -> bool:
    """Whether a word differs that can turn a sentence."""
    sides = (old.casefold(), new.casefold())
    return any(_more(words, *order) for words in (CUES, NARROWS, WORTH, EMPLOYER) for order in (sides, sides[::-1]))


def _counts_other(old: str, new: str) -> bool:
    """Whether a figure or a day differs, or one of the two lists more."""
    told = [(FIGURE.findall(text), MONTH.findall(text.casefold())) for text in (old, new)]
    return told[0] != told[1] or _listed(old, new) != 0


def _weigh_gone(out: Weighed, old: str, other: str, headings: str) -> None:
    side = balance(old, other, headings) if other else -1
    if side <= 0 and (gives(old) or (side < 0 and other and not against(old))):
        out.lost.append(old)
    if against(old) and (not other or not against(other) or side > 0):
        out.given_up.append(old)


def _weigh_new(out: Weighed, new: str, other: str, headings: str) -> None:
    side = balance(other, new, headings) if other else 1
    if side >= 0 and (gives(new) or (side > 0 and other and not against(new))):
        out.gained.append(new)
    if against(new) and (not other or not against(other) or side < 0):
        out.taken.append(new)


def tells(old: str, new: str) -> bool:
    """Whether the words that differ can turn a sentence, where one gives something, or burdens, and the other does not.

    Else the difference lies in how the two are read, and nothing may be built on it; nor where the words worth having
    point the other way ('shall be negotiated' has become 'shall be posted').
    """
    given, still = gives(old), gives(new)
    if given == still and against(old) == against(new):
        return True
    a, b = old.casefold(), new.casefold()
    worth = _more(WORTH, b, a) - _more(WORTH, a, b)
    if given != still and worth * (still - given) < 0:
        return False
    return _turns(a, b)


def against(sentence: str) -> bool:
    """What management may do, or what is laid upon a worker or the union."""
    return powers(sentence) or (burdens(sentence) and not limits_filing(sentence))


def balance(old: str, new: str, headings: str = "") -> int:
    """1 where a reworded sentence is plainly better for the workers' side, -1 where it is worse, 0 where neither."""
    given, still = gives(old), gives(new)
    if given != still:
        return 1 if still else -1
    if against(old) != against(new):
        return -1 if against(new) else 1
    if wider := widened(old, new):
        return wider if given and not against(old) else -wider if against(old) and not given else 0
    if _paid(new) * _paid(old) < 0:
        return _paid(new)
    if longer := _extended(old, new):
        return longer * wanted(old, given, headings)
    bare, now = without(old), without(new)
    words = (_oftener(old, new) or _goes_on(bare, now) or _worded(bare, now)) if given else _weakened(old, new)
    like = fuzz.ratio(bare.split(), now.split()) >= SAME_BUT_FIGURES
    figures = worth_of(old, new, given, headings) if like else 0
    if not like and words * _limits(old, new, given, headings) < 0:
        return 0  # an exception went, and so did a limit: it counts on both sides
    return words + figures if words * figures == 0 else words if words == figures else 0


def _limits(old: str, new: str, given: bool, headings: str) -> int:
    """Whether what is counted alike in two sentences of other words grew better or worse; worse where less is."""
    before, after = counted(old), counted(new)
    steps = {(after[name] > n) - (after[name] < n) for name, n in before.items() if name in after} - {0}
    step = steps.pop() if len(steps) == 1 else 0
    fewer = (len(after) > len(before)) - (len(after) < len(before)) if before and after else 0
    return step * wanted(old, given, headings) or fewer


def _paid(sentence: str) -> int:
    """1 for time with pay, -1 for time without, 0 where it does not tell or tells of both."""
    return bool(WITH_PAY.search(sentence)) - bool(WITHOUT_PAY.search(sentence))


def _extended(old: str, new: str) -> int:
    """1 where a time may from now on be extended without both sides agreeing, -1 where it may no longer be.

    0 where the time is another: 'one month, renewable once' for 'six months' is no longer time.
    """
    may, might = (bool(EXTENDS.search(text) and not AGREED.search(text)) for text in (new, old))
    same = kept(old, new) if may else kept(new, old)
    return may - might if same and bool(EXTENDS.search(old)) != bool(EXTENDS.search(new)) else 0


def _goes_on(old: str, new: str) -> int:
    """1 where the new sentence is the old one and then gives something more behind an 'and', -1 the reverse."""
    if len(old) > len(new):
        return -_goes_on(new, old)
    more = new[len(old.rstrip(" .;")) :] if new.startswith(old.rstrip(" .;")) else ""
    joined = MORE.match(more)
    return int(joined is not None and not NARROWS.match(more[joined.end() :]) and not against(more))


def _oftener(old: str, new: str) -> int:
    """1 where what is given comes more often ('each month' for 'each quarter'), -1 where it comes less often."""
    before, after = ([_a_year(match) for match in HOW_OFTEN.finditer(text)] for text in (old, new))
    return (before[0] < after[0]) - (before[0] > after[0]) if len(before) == len(after) == 1 else 0


def _a_year(often: re.Match[str]) -> float:
    """How many times a year: 24 for 'twice a month', 26 for 'every two weeks'."""
    times = (often["times"] or "once").lower()
    rate = A_YEAR[(often["unit"] or often["ly"]).lower()] / OTHERS.get((often["other"] or "").strip().lower(), 1)
    half = {"bi": 0.5, "semi": 2.0}.get((often["half"] or "").lower(), 1.0)
    figure = times.removesuffix(" times")
    return (TIMES.get(times) or (float(figure) if figure.isdigit() else spoken(figure))) * rate * half


def _worded(old: str, new: str) -> int:
    """By the words that only one of two giving sentences has: what narrows, what is worth having, and what else."""
    before, after = old.casefold(), new.casefold()
    plain_before, plain_after = WORTH.sub(" ", before), WORTH.sub(" ", after)
    narrowed = _more(NARROWS, plain_after, plain_before) - _more(NARROWS, plain_before, plain_after)
    narrowed += min(_more(CHOICE, after, before), _more(DUTY, before, after))
    narrowed -= min(_more(CHOICE, before, after), _more(DUTY, after, before))
    worth = _more(WORTH, after, before) - _more(WORTH, before, after)
    if narrowed or worth:
        plain = narrowed * worth <= 0
        return ((worth > 0) - (worth < 0) or (narrowed < 0) - (narrowed > 0)) if plain else 0
    wide = _more(WIDE, after, before) - _more(WIDE, before, after)
    return (wide > 0) - (wide < 0) or _listed(before, after)


def _weakened(old: str, new: str) -> int:
    """1 where what management may do, or lays upon a worker, is hedged in by more words, -1 where by fewer."""
    if not against(old) or powers(old) != powers(new):
        return 0
    before, after = old.casefold(), new.casefold()
    hedged = _more(HEDGES, after, before) - _more(HEDGES, before, after)
    hedged += _more(WORTH, after, before) - _more(WORTH, before, after)
    hedged -= _more(WIDE, after, before) - _more(WIDE, before, after)
    return (hedged > 0) - (hedged < 0) or -_listed(before, after)


def _listed(old: str, new: str) -> int:
    """1 where the new sentence only adds something to what is listed ('dental and vision coverage'), -1 the reverse."""
    if len(old) > len(new):
        return -_listed(new, old)
    before, after = PIECE.findall(old), PIECE.findall(new)
    steps = [step for step in Levenshtein.opcodes(before, after) if step.tag != "equal"]
    added = [after[step.dest_start : step.dest_end] for step in steps if step.tag == "insert"]
    if len(added) == len(steps) > 0 and all(run[0] in JOINING or run[-1] in JOINING for run in added):
        return 1
    return int(_longer_list(before, after))


def _longer_list(before: list[str], after: list[str]) -> bool:
    """'Spouse and children' has become 'spouse, children and parents': its 'and' has moved on."""
    old, new = ([piece for piece in pieces if piece not in JOINING] for pieces in (before, after))
    steps = [step for step in Levenshtein.opcodes(old, new) if step.tag != "equal"]
    joined = len(after) - len(new) - (len(before) - len(old))
    return [step.tag for step in steps] == ["insert"] and 0 < joined <= len(new) - len(old) <= 4 * joined


def _more(words: re.Pattern[str], here: str, there: str) -> int:
    """How many of the words one text has that the other has not."""
    rest = words.findall(there)
    out = 0
    for word in words.findall(here):
        if word in rest:
            rest.remove(word)
        else:
            out += 1
    return out


def _reworded(gone: Sequence[str], came: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Which old sentence became which new one, the most alike first; figures tell only between equals."""
    old, new = ([(WORD.findall(without(s).casefold()), s) for s in side] for side in (gone, came))
    scores = (
        (fuzz.ratio(a, b) + fuzz.ratio(c, d) / 100, i, j)
        for i, (a, c) in enumerate(old)
        for j, (b, d) in enumerate(new)
    )
    least = ALIKE_ALONE if len(gone) == len(came) == 1 else ALIKE
    yield from _best_first(one for one in scores if one[0] >= least)


def _best_first(scores: Iterable[tuple[float, int, int]]) -> Iterator[tuple[int, int]]:
    used: tuple[set[int], set[int]] = (set(), set())
    for _score, i, j in sorted(scores, key=lambda one: (-one[0], one[1], one[2])):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            yield i, j
