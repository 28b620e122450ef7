"""English articles that tell their steps in the present tense or in everyday words, in the words `phrases` knows: a
gloss to read limits by. The quotation of a proposal is always the agreement's own sentence.
"""

from __future__ import annotations

from unionops.platform.core import lazy_re as re

_BASE = {
    "meets": "meet",
    "holds": "hold",
    "convenes": "hold",
    "schedules": "hold",
    "confers": "meet",
    "discusses": "discuss",
    "gives": "give",
    "issues": "issue",
    "renders": "render",
    "makes": "make",
    "provides": "provide",
    "furnishes": "furnish",
    "communicates": "communicate",
    "delivers": "deliver",
    "sends": "send",
    "decides": "decide",
    "rules": "decide",
    "responds": "respond",
    "answers": "answer",
    "replies": "reply",
    "files": "file",
    "lodges": "file",
    "presents": "present",
    "submits": "submit",
    "serves": "submit",
    "raises": "raise",
    "brings": "bring",
    "takes": "take",
    "puts": "put",
    "appeals": "appeal",
    "forwards": "forward",
    "refers": "refer",
    "invokes": "invoke",
    "demands": "demand",
    "reduces": "reduce",
}
# 'Answers', 'files' and the like are nouns as well: what follows a verb here is its time or what it is about.
_FOLLOWS = (
    r"(?=\s+(?:within|in|no|not|by|an?|the|their|his|her|its|it|them|with|both|one|notice|either|to|"
    r"(?:oral|writt)\w+)\b)"
)
_BEFORE = (
    r"(?P<subject>\b(?!(?:of|the|any|all|such|these|those|no|shall|timely|written|oral|for|in|on|and the)\b)[a-z]+,?)"
)
_PRESENT = re.compile(rf"{_BEFORE}\s+(?P<verb>{'|'.join(_BASE)}){_FOLLOWS}", re.I)
_PLURAL = re.compile(
    r"(?P<subject>\b(?:employees|teachers|nurses|members|officers|grievants|parties|representatives|workers))\s+"
    rf"(?P<verb>meet|discuss|file|present|submit|raise|appeal|take|ask|request|select|strike|choose){_FOLLOWS}",
    re.I,
)
_A_TIME = r"(?:[a-z-]+ )?(?:\(?\d+\)? )?(?:calendar |working |business |school |work )?(?:work)?days\b"
_OURS_NEXT = (
    r"(?:the )?(?:\w+ )?(?:union|association|guild|local|employee|grievant|member|nurse|teacher|worker|steward)\b"
)
# Whose 'has ten days' is no time to answer: one of ours, and those who decide between both sides.
_NOT_THEM = (
    r"(?:unions?|associations?|guilds?|locals?|lodges?|chapters?|federation|grievance)\b|(?:[\w/-]+ ){0,4}"
    r"(?:unions?|associations?|locals?|employees?|grievants?|grievors?|members?|nurses?|teachers?|workers?|stewards?|"
    r"part(?:y|ies)|aggrieved|appellants?|complainants?|committees?|executive board|panel|arbitrators?|mediators?|"
    r"umpires?|referees?) (?:has|shall|will)\b"
)
_SAID_OTHERWISE = tuple(
    (re.compile(words, re.I), plain)
    for words, plain in (
        (r"\b(?:federal |state )?mediation and conciliation (?:service|board|bureau)\b", "the service"),
        (r"\b(?:confer|sit down)\b", "meet"),
        (r"\bsitting down\b", "the meeting"),
        (r"\b(?:speaks|talks)(?= (?:with|to) )", "shall discuss the matter"),
        (r"\b(?:speak|talk)(?= (?:with|to) )", "discuss the matter"),
        (r"\bthe (?:conversation|talk)(?= with\b)", "the discussion"),
        (r"\bbe in (?:the )?[\w ]{1,30}[’']s hands\b", "be delivered"),
        (
            r"\b(?<!of the )(?<!of such )(who|chief|director|supervisor|manager|foreman|superintendent|"
            r"principal|employer|company|agency|management|"
            r"city|county|designee)(?: or (?:his|her|their|its|the)[\w/ ]{0,30})? (shall|will|must) "
            r"(?:seek|attempt|try|endeavou?r) to (?:resolve|settle|adjust)\b",
            r"\1 \2 answer",
        ),
        (
            r"\b(shall|will|must|may|should)(?: first| then)? (?:seek|attempt|try|endeavou?r) to "
            r"(?:resolve|settle|adjust)\b",
            r"\1 discuss",
        ),
        (r"\b(decision|disposition|determination|answer|response) (shall|will|must) issue\b", r"\1 \2 be issued"),
        (r"\bafter (?:they|the parties|both sides) (?:meet|have met)\b", "after the meeting"),
        (r"\bsilence(?= (?:by|of|from|on the part of)\b)", "failure to answer"),
        (r"\b(fail(?:s|ed|ure)?) to (?:decide|rule)\b", r"\1 to answer"),
        (r"\bpetition (?=(?:for|of) arbitration\b)", "request "),
        (r"\binside of (?=\S+ (?:\(|calendar|work|business|days?|weeks?))", "within "),
        (r"\bagrees? to (?=(?:meet|answer|respond|decide|hold|give|discuss)\b)", "shall "),
        (r"\b(?:call|ask) for (?=(?:arbitration|an (?:\w+ )?arbitrator)\b)", "demand "),
        (r"\bgoing to arbitration\b", "demanding arbitration"),
        (r"\bsuch (?=(?:calendar |working |business )?days?\b)", ""),
        (r"\b(?:is|are|shall) (?:to )?be in the hands of\b", "shall be delivered to"),
        (r"\b(?:came|comes?) to light\b", "became known"),
        (r"\bruling\b", "decision"),
        (r"\b(?:been |being )?unjustly (?:dealt with|treated)\b", "a grievance"),
        (r"\bdays?\)? for (?:an?|the|its|his|her) (answer|reply|decision|response)\b", r"days in which to give the \1"),
        (r"\b(?:expect|await) (an?|the)(?= [^.;]{0,30}\b(?:answer|reply|decision|response)\b)", r"they shall give \1"),
        (
            r"\b(answer|reply|decision|response)(?:, which)? (?:follows|comes|(?:shall|must|will|should) come)\b",
            r"\1 shall be given",
        ),
        (r"\b(meeting|hearing|conference) takes place\b", r"\1 is held"),
        (r"\bsee (?=(?:the|his|her|their|your) [^,.;]{0,40}\babout\b)", "discuss with "),
        (rf"^(\W*)if (?:that|this) fails,? (?={_OURS_NEXT})", r"\1Thereafter "),
        (r"\bget back to\b", "answer"),
        (r"\bgets back to\b", "shall answer"),
        (r"\btalks? (?:it|this|the (?:matter|grievance|complaint|problem)) over\b", "shall discuss the matter"),
        (r"\b(shall|will|must|to) rule\b", r"\1 decide"),
        (
            r"((?:^\W*|\b)(?:if|when|should)\b[^,.;]*,) (?=(?:please )?(?:ask|have|send|submit|file|appeal|present|"
            r"take|give|bring|refer|write|mail|forward|request|tell|hand)\b)",
            r"\1 they shall ",
        ),
        (r"\b(?:by|before|until) the (?:close|end)(?: of business)? (?:of|on) the\b", "by the end of the"),
        # A crew on the wall calendar works on days that are no business days, so its shifts are days of any kind.
        (r"\b((?:by|until) the (?:close|end) of the [\w-]+(?: \(\w+\))?) shift\b", r"\1 day"),
        (r"\b(within [\w-]+(?: \(\d+\))?) (?:full |working |consecutive )?shifts\b", r"\1 days"),
        (rf"\b(has|have) (?:a further|another|an additional) (?={_A_TIME})", r"\1 "),
        (rf"\b((?:shall|will|must|may)\b[^,.;]{{0,90}}?)\bin (?={_A_TIME})(?![^,.;]* of each)", r"\1within "),
        (r"\b(carry|move|bring) (it|the (?:matter|grievance|complaint|dispute|case)) up to\b", r"\1 \2 to"),
        (
            rf"^((?:[\d.() ]|\(?[A-Za-z][.)] )*(?:the|such) (?!{_NOT_THEM})(?:[\w/-]+ ){{1,5}}"
            rf"(?:has|shall have|will have) {_A_TIME})\s*[.;]?\s*$",
            r"\1 in which to answer.",
        ),
        (r"^(\W*)(answer|decision) due(?: in)? ", r"\1The \2 is due within "),
    )
)


def plainly(text: str) -> str:
    """'The manager holds a hearing and answers within ten days' as '... shall hold ... and shall answer ...'."""
    said = _PLURAL.sub(lambda found: f"{found['subject']} shall {found['verb']}", _PRESENT.sub(_shall, text))
    for words, plain in _SAID_OTHERWISE:
        said = words.sub(plain, said)
    return said


def _shall(found: re.Match[str]) -> str:
    return f"{found['subject']} shall {_BASE[found['verb'].lower()]}"
