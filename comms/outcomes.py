"""Reads what callers and texters brought back: which row is about whom, and what its words mean."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from unionops.platform.core import lazy_re as re
from unionops.platform.core.text import fold

# Folded headings of the programs we export to, and of what people write themselves.
COLUMNS = {
    "id": "external_id externalid external_identifier custom_id union_id member_id id contact_external_id person_id",
    "to": "phone cell phone_number cell_phone mobile mobile_number can2_phone contact_phone number email "
    "email_address to",
    "result": (
        "outcome result results disposition canvass_result call_result status response contact_result message_status "
        "answer resultado question_response"
    ),
    "stop": "opted_out opt_out optout stop unsubscribed do_not_call do_not_text is_opted_out dnc",
    "wrong": "wrong_number is_wrong_number bad_number is_mobile_bad",
    "note": "note notes comment comments remark remarks nota notas",
}
_HEADS = {name: field for field, names in COLUMNS.items() for name in names.split()}
# What makes a row the heading of a short file; words that stand in its cells too ("STOP") do not.
_SURE = frozenset(name for name, field in _HEADS.items() if field not in {"stop", "wrong"})
HEADINGS = _SURE | {name.replace("_", " ") for name in _SURE}
_TRUE = frozenset({"y", "yes", "true", "1", "x", "si", "t"})
_FALSE = frozenset({"", "n", "no", "false", "0", "f"})
# In this order: the words that bind us most come first. Of each those anywhere in a cell, and those that are all of it.
# What stands in none of them is asked about on the page.
_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "stop",
        r"""
        stop(?:all)? opt(?:ed|s)?[_-]?out unsubscribed? do_not_(?:call|text|contact|e-?mail) don'?t_(?:call|text)
        dnc dnt removed? take_(?:me|us|her|him|them)_off no_more_(?:calls|texts|messages|e-?mails)
        leave_me_alone (?:quit|stop)_(?:call|text|e-?mail|messag)ing revoked? blacklist(?:ed)? blocked_us
        alto parar baja no_(?:me_)?(?:llam|escrib|mand|envi|molest)\w+
        no_quier[oe]_(?:mas_)?(?:mensajes|llamadas|textos)""",
        "end quit cancel optout",
    ),
    (
        "wrong",
        r"""(?:wrong|bad|not_(?:my|his|her|their|the_right)|invalid|dead|unallocated)_(?:number|person|address|phone)
        (?:wrong|bad|dead)_(?:line|num|no) disconnect(?:ed)? (?:not_in|out_of)_(?:service|order) invalid
        undeliver\w+ deceased number_(?:has_)?changed not_this_person
        changed_(?:(?:their|his|her)_)?number (?:nobody|no_one|no_such_person)\b.*
        (?:phone|number)_(?:does_not|doesn'?t)_work unknown_(?:handset|subscriber) equivocad[oa]
        numero_incorrecto no_es_su_(?:numero|telefono)""",
        "wrong wn bad disc fax landline moved(?:_(?:away|out))? returned(?:_mail)? bounced",
    ),
    (
        "not_reached",
        r"""no_ans(?:wer)? not_(?:at_)?home not_(?:reached|contacted|available) unreach(?:ed|able) failed
        left_(?:a_)?(?:message|msg|voice_?mail|vm|lit\w*|note|card) voice_?mail vm (?:voice)?mail_?box_full
        (?:answering_)?machine (?:did_not|didn'?t|never)_(?:pick|answer)\w* rang_out busy can'?t_talk
        no_(?:reply|response) needs_?message messaged sent delivered queued attempted call_?back try_again
        come_back inaccessible hung_up no_(?:contest|estaba|respond)\w* ocupad[oa] buzon
        dej(?:e|amos|o)_(?:un_)?(?:mensaje|recado)""",
        "nh na n/a lm lvm am nr",
    ),
    (
        "no",
        r"""oppos\w+ said_no no_thanks? no_thank_you refused declined? against hostile won'?t cannot can'?t
        (?:not|\w+n'?t)_(?:\w+_)?(?:support|commit|agree|sign|confirm|interest|com|go|attend|able|vote)\w*
        (?:will|would)_not (?:strong|lean(?:ing|s)?)_no unable_to has_to_work dijo_que_no
        no_(?:puede|puedo|va|voy|asist\w+|quiere|firm\w+)""",
        r"n 5 no\b.*",
    ),
    (
        "yes",
        r"""said_yes yes support\w* committed confirmed coming attending going interested agreed? signed pledged?
        (?:will|would|can|i'?ll|she'?ll|he'?ll)_(?:come|attend|sign|vote|do_it|be_there)
        said_(?:s?he|they)_(?:would|will) count_(?:me|us|her|him)_in rsvp(?:'?d)?
        si,?_(?:va|voy|vendra|viene|asist\w+) (?:va|voy)_a_(?:ir|venir|asistir|firmar) asistira vendra
        dijo_que_si""",
        r"si 1 ok y\b.*",
    ),
    (
        "reached",
        r"""reached contacted canvassed talked spoke\w* conversation answered repl(?:ied|y) responded
        (?:had_a|live)_(?:chat|answer|contact) texted_back convo completed? maybe undecided unsure not_sure
        leaning think\w* questions? more_info\w* visited met contactad[oa] habl(?:e|amos|o) lo_pensara
        indecis[oa]""",
        "[234]",
    ),
)


def alternatives(words: str) -> str:
    """One pattern of many, parted by blanks; a low line is a blank within one."""
    return "|".join(words.split()).replace("_", " ")


_MEANINGS = tuple(
    (result, re.compile(rf"\b(?:{alternatives(anywhere)})(?!\w)|^(?:{alternatives(alone)})$"))
    for result, anywhere, alone in _WORDS
)


@dataclass(frozen=True)
class Line:
    """One row as far as it could be read; `result` is '' for a row nobody worked yet, '?' for words nobody knows."""

    number: int
    person: str
    to: str
    result: str
    said: str
    note: str


def plan_hash(plan: list[dict[str, Any]]) -> str:
    return hashlib.sha256(json.dumps(plan, sort_keys=True).encode()).hexdigest()


def without(entry: dict[str, Any]) -> dict[str, Any]:
    """A planned row that no longer tells how to reach the person, nor what they said."""
    return {**entry, "to": "", "note": "", "said": ""}


def readings(plan: Sequence[dict[str, Any]]) -> dict[str, tuple[str, int]]:
    """The words of a file, what they are read as ('' for not at all), in how many rows; what needs a person first."""
    counts = Counter((str(row.get("said", "")), str(row["result"])) for row in plan)
    ordered = sorted(counts.items(), key=lambda item: (item[0][1] != "", -item[1]))
    return {said: (result, rows) for (said, result), rows in ordered}


def settled(plan: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row per person, the strictest of what is known of them: this is what is shown and carried out."""
    found: dict[str, dict[str, Any]] = {}
    for row in plan:
        before = found.get(row["person"])
        if row["result"] and (before is None or _STRICTEST.index(row["result"]) < _STRICTEST.index(before["result"])):
            found[row["person"]] = row
    return list(found.values())


_STRICTEST = ("stop", "wrong", "yes", "no", "reached", "not_reached")


def columns(header: Sequence[str]) -> dict[str, int]:
    """Which column holds what; the first that fits wins."""
    found: dict[str, int] = {}
    for at, name in enumerate(header):
        key = "_".join(fold(re.sub(r"[\W_]+", " ", name)).split())
        if field := _HEADS.get(key):
            found.setdefault(field, at)
    return found


def meaning(words: str) -> str:
    """A result, '' for an empty cell, '?' when the words are not known."""
    text = " ".join(fold(words.replace("_", " ")).split())
    if not text:
        return ""
    return next((result for result, pattern in _MEANINGS if pattern.search(text)), "?")


def lines(header: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int]) -> Iterator[Line]:
    at = columns(header)

    def cell(row: Sequence[str], field: str) -> str:
        return row[at[field]].strip() if field in at and at[field] < len(row) else ""

    for number, row in zip(numbers, rows, strict=True):
        flags = {field: _flagged(cell(row, field), field) for field in ("stop", "wrong")}
        result = flags["stop"] or flags["wrong"] or meaning(cell(row, "result"))
        words = [cell(row, "result"), *(f"{header[at[field]]}: {cell(row, field)}" for field in flags if flags[field])]
        said = "; ".join(word for word in words if word)[:120]
        yield Line(number, cell(row, "id"), cell(row, "to"), result, said, cell(row, "note")[:300])


def _flagged(cell: str, result: str) -> str:
    """A column of its own for it: 'true', 'x', a date or the word itself all say so."""
    text = fold(cell).strip()
    return result if text in _TRUE or (text not in _FALSE and meaning(text) in {result, "?"}) else ""
