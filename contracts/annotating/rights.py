"""Which sentences give the workers' side something: a right of theirs, a duty or a prohibition of the employer.

By words of English, Spanish and French, and by who must, may or shall not (`rules`).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from contracts.annotating import rules
from contracts.annotating.figures import SPELLED
from unionops.platform.core import lazy_re as re

AGENT_WORDS = dict(rules.AGENTS)
WORKER = re.compile(rf"\b({AGENT_WORDS[rules.WORKER]}|{AGENT_WORDS[rules.UNION]}|representatives?)\b", re.I)
EMPLOYER = re.compile(
    r"\b(employer|agency|management|university|board|company|district|department|county|city|authority|corporation|"
    r"college|town|village|supervisors?)\b",
    re.I,
)
DUTY = re.compile(r"\b(shall|will|must|agrees? to|is required to)\b", re.I)
BENEFIT = (
    r"(?:paid|given|granted|notified|informed|allowed|offered|provided|supplied|furnished|credited|reimbursed|"
    r"compensated|released|excused|interviewed|heard|consulted|temporarily promoted|promoted|selected|"
    r"awarded|posted|replaced|carried over|reinstated|restored|represented|"
    r"recalled|"
    r"made whole|removed from (?:the|his|her|their|any) (?:personnel )?file)"
)
RIGHT = re.compile(
    r"\b(entitled|right to|free to|(?:has|have|holds?|enjoys?|retains?) (?:[\w-]+ ){0,2}rights?|"
    rf"(?:shall|will|must) (?:have|receive|earn|accrue|retain|be (?:eligible|{BENEFIT})))\b",
    re.I,
)
# Leave of the one who acts: 'an employee may swap', not 'a promotion may affect an employee'.
MAY = re.compile(
    rf"{WORKER.pattern}(?!['’])[^.;]*?\bmay (?:(?:also |then )?be {BENEFIT}\b|(?!(?:also |then )?be\b|not\b))", re.I
)
# What is done to somebody. 'Shall not be sent home' is a shield of a worker.
WISHED = (
    r"(?:permitted|considered|covered|included|counted|approved|admitted|hired|appointed|engaged|employed|involved)"
)
DONE = (
    rf"(?:also |then |also then |ever )?(?:be|ser|estar|être) (?!{BENEFIT}|{WISHED}\b)"
    r"(?:\w+(?:ed|en|ght|[ai]d[oa]s?|ée?s?)|sent|put|kept|cut|made|laid|left)\b"
)
NOT_DONE = re.compile(rf"\b(?:(?:shall|may|will|must|can) not|cannot) {DONE}", re.I)
# Said of somebody whose name is on no list: 'Each deputy is entitled to'; whose it is not, `EMPLOYER` says.
ANYBODY = re.compile(
    rf"\b(?:entitled to|(?:shall|will|must) (?:receive|earn|accrue|be {BENEFIT})|receives?)\b",
    re.I,
)
# What the employer keeps: 'The roster shall show each seniority date.'
KEPT = (
    r"^(?!.*\b(?:grievances?|appeals?|applications?|requests?|bids?)\b)\W*(?:the |an? |all |each |every )?"
    r"(?:[\w-]+ ){0,3}?(?:rosters?|lists?|schedules?|postings?|stubs?|statements?|boards?|rooms?|"
    r"facilities|lockers?|registers?)"
)
# What comes to them without anybody being named: 'Work on a holiday is paid at two times the rate.'
COMES = re.compile(
    rf"\b(?:(?:is|are|be) (?:also )?{BENEFIT}|accrues?|(?:coverage|pay|insurance|benefits?|rights?) continues?|"
    r"(?:wages?|salar(?:y|ies)|pay|rates?) (?:shall |will |must )?(?:be )?(?:increase[ds]?|raised)|"
    r"rights? (?:shall |will )?(?:last|continue|remain|extend)s?|(?:is|are) (?:provided )?free(?: of charge)?|"
    r"(?:leave|coverage|insurance|plan|fund) (?:shall |will )?(?:covers?|includes?)|"
    r"(?:distributed|shared|divided|assigned|offered) (?:equally|equitably|in rotation|by rotation)|"
    r"(?:stewards?|representatives?) (?:shall|will|must) be (?:present|allowed)|"
    r"work\b[^.;]{0,40}\b(?:done|performed) (?:\w+ )?by (?:bargaining )?unit (?:employees|members|workers)|"
    r"(?:descanso|permiso|vacaciones|licencia|plus|recargo)\b[^.;]{0,40}\bser[aá]n? de|"
    r"(?:repos|prime|congé|majoration)\b[^.;]{0,40}\b(?:est|sera|sont|seront) de|"
    r"(?:is|are|be) guaranteed|(?:no|without) loss of (?:pay|wages|benefits|seniority)|(?:is|are|be) answered within|"
    rf"{KEPT} (?:shall|will|must) (?:be\b(?! (?:used|limited))|list|show|state|contain|include|"
    r"indicate|specify|identify)|"
    r"(?:shall|will|must) be \w+(?:ed|en|ght) only\b|(?:leave|time) (?:may|can) be (?:used|taken)|"
    r"(?:is|are|(?:shall|will|must) be|remains?) (?:strictly |entirely )?voluntary|"
    r"(?:is|are|(?:shall|will|must) be) final and binding|"
    r"(?:disciplin|discharg|dismiss|terminat|suspen|demot|remov)\w*\b[^.;]{0,40}\bfor (?:just|good|proper) cause|"
    r"(?:discipline|it) (?:shall|will|must) be progressive|"
    r"(?:records?|reprimands?|warnings?|discipline|letters?)\b[^.;]{0,60}\b(?:removed|purged|expunged|destroyed|"
    r"taken out of|cleared from|stricken from)|"
    r"grievances? (?:is|are|shall be|will be) (?:deemed )?(?:sustained|granted|settled in favou?r))\b",
    re.I,
)
GETS = re.compile(
    rf"\b(?:{AGENT_WORDS[rules.WORKER]}|{AGENT_WORDS[rules.UNION]})\b[^,.;]{{0,60}}?\b(?:receives?|gets?|earns?|keeps?|"
    rf"retains?|(?:have|has) (?:an?|{SPELLED}|\d+|up to|at least|paid)"
    r"(?! (?:duty|obligation|responsibility)))\b",
    re.I,
)
# In the present tense: 'L'employeur remet ...', 'La empresa abona ...'.
DOES = re.compile(
    r"\b(?:employeur|direction|entreprise)\b[^.;]{0,12}?\b(?:remet|avise|fournit|paie|accorde|verse|rembourse|assume|transmet|"
    r"affiche|lib[eè]re)\b|"
    r"\b(?:empresa|empleador|patr[oó]n|patrono|administraci[oó]n)\b[^.;]{0,12}?\b(?:abona|paga|entrega|facilita|comunica|"
    r"concede|avisa|publica|reembolsa|proporciona)\b",
    re.I,
)
COSTS = re.compile(r"^\W*(?:the |all |any )*(?:\w+ ){0,2}(?:fees?|costs?|expenses?)\b", re.I)
PAYS = re.compile(r"\b(pays|provides|supplies|furnishes|contributes|reimburses|posts|matches|grants)\b", re.I)
IN_TURN = re.compile(
    r"\b(?:by|(?:in|inverse|reverse) (?:order of )?|order of )seniority\b|"
    r"\bseniority (?:governs|prevails|controls|(?:shall|will|must) (?:govern|prevail|control|determine))\b|"
    r"\b(?:most )?senior (?:qualified )?"
    r"(?:bidder|employee|applicant|volunteer|teacher|operator)\b",
    re.I,
)
HARM = (
    r"(?:required|disciplin\w+|discharg\w+|dismiss\w+|terminat\w+|suspend\w+|demot\w+|laid off|denied|penali[sz]\w+|"
    r"sent home|reduced|charged|transferred|reassigned|deprived|displaced|retaliated|discriminated|deduct\w+)"
)
# 'An employee who is required to wear a uniform shall receive': what comes to whom says nothing of what they get.
WHO = re.compile(r"\bwho (?:is|are|has been|have been|was|were) [^.;]*?(?=\b(?:shall|will|must|may|can)\b)", re.I)
SUFFERED = re.compile(r"\b(?:shall|will|must) be \w+(?:ed|en|ught)\b", re.I)  # done to them, not by them
AGAINST_THEM = (
    r"(?:sub-?contracting|contracting out|lay-?offs?|reprisals?|retaliation|discrimination|discipline|lock-?outs?|"
    r"(?:drug|alcohol) test(?:s|ing)|"
    r"furloughs?|surveillance|monitoring|video recordings?|unilateral changes?)"
)
USED = r"be (?:used|considered|cited|relied (?:up)?on|counted)"
HELD_AGAINST = r"[^.;]{0,40}\b(?:disciplin\w+|against (?:an?|any|the))\b"
RECORDS = r"(?:discipline|reprimands?|warnings?|suspensions?|recordings?|footage)\b[^.;]{0,40}"
SHIELD = re.compile(
    rf"\bno {AGAINST_THEM}\b|"
    rf"\bno (?:[\w-]+ ){{1,4}}(?:shall|will|may|can) {USED}\b{HELD_AGAINST}|"
    rf"\b(?:shall|will|may|can) not {USED}\b{HELD_AGAINST}|\b{RECORDS}\b(?:shall|will|may|can) not {USED}\b|"
    r"\b(?:ning[uú]n|ninguna) (?:emplead[oa]|trabajadora?)\b[^.;]{0,20}\b(?:será|podrá|puede)\b|"
    r"\baucune? (?:salariée?|employée?) ne (?:sera|peut|pourra)\b|"
    rf"\bno (?:{AGENT_WORDS[rules.WORKER]}) (?:shall|will|may) [^.;]*\bwithout (?:(?:his|her|their|the|prior|written|"
    r"mutual|employee['’]s|nurse['’]s|teacher['’]s) ){0,3}consent\b(?! (?:of|from|by) (?:the |an? |his |her |their )?"
    rf"(?:{EMPLOYER.pattern}|managers?|principals?))|"
    rf"\bno (?:{AGENT_WORDS[rules.WORKER]}) (?:shall|will|may|can|must|is|are) (?:ever )?(?:be )?"
    rf"(?:{HARM}|\w+ed more than|lose|forfeit|suffer)|"
    rf"\b(?:{AGENT_WORDS[rules.WORKER]}) (?:(?:shall|will|may|can|must) ?not|cannot|are not|is not) "
    rf"(?:ever )?(?:be )?(?:{HARM}|subject to)",
    re.I,
)
BURDEN = re.compile(
    rf"\b(?:may|can) {USED}\b{HELD_AGAINST}|\b{RECORDS}\b(?:may|can) {USED}\b|"
    rf"\b(?:may|shall|will|can|must|is|are) (?:also |then )*(?:be )?(?:subject to|lose|forfeit|{HARM})|"
    r"\b(?:receives?|gets?|earns?) no\b|"
    r"\b(?:not|never|no longer) (?:be )?(?:entitled|eligible|paid|given|granted|allowed|receive|accrue)|"
    rf"\bno (?:{AGENT_WORDS[rules.WORKER]}) (?:may|shall|can|will|must) (?!be\b)|"
    r"^\W*no (?!employee|member|teacher|nurse|operator|worker)[\w\s-]{1,40}\b(?:is|are|shall|will)\b|\bwaive[sd]?\b|"
    r"\bgrievances? (?:is|are|shall be|will be) (?:deemed |considered )?(?:withdrawn|waived|denied|abandoned|"
    r"forfeited)|"
    r"\b(?:released|excused|suspended) without pay\b|"
    r"\b(?:is|are|shall be|will be|may be) (?:mandatory|compulsory|advisory)\b|"
    rf"\b{AGAINST_THEM} (?:may|can) (?:occur|take place|happen|continue|be (?:used|random|required))\b|"
    r"\b(?:emplead[oa]s?|trabajador(?:es|as?)?) (?:podrán?|serán?|pueden?) (?:ser )?"
    r"(?:despedid|disciplinad|suspendid|sancionad|trasladad)\w+|"
    r"\b(?:salariée?s?|employée?s?) (?:peut|peuvent) être (?:licenci|suspendu|sanctionn|mut|rétrograd)\w+",
    re.I,
)
EITHER = re.compile(
    r"\b(?:the|both) parties (?:shall|must|will|agree to) (?:meet|bargain|negotiate|confer)\b|"
    r"\b(?:either|each|any) party (?:may|shall have the right|has the right|can)\b|"
    r"\bcualquiera de las partes (?:podrá|puede)\b|\bl['’]une ou l['’]autre des parties (?:peut|pourra)\b",
    re.I,
)
# What is left to management alone.
DISCRETION = re.compile(
    rf"\b(?:at|in|within) (?:the|its|their|his|her|a|an) (?:(?:{EMPLOYER.pattern}|managers?|principals?)['’]s? )?"
    r"(?:sole |absolute |exclusive )*discretion\b(?! of the (?:union|employee))|"
    rf"\b(?:determined|decided|set|fixed|prescribed|approved|assigned|"
    rf"scheduled) (?:solely )?by (?:the )?{EMPLOYER.pattern}|"
    rf"{EMPLOYER.pattern} (?:alone )?(?:considers?|deems?|thinks?|sees|chooses|determines?|decides|may determine|"
    r"selects|picks|prefers|judges|(?:finds|believes)(?! that))\b|"
    r"\b(?:retains?|reserves?|has|have|shall have|shall retain) (?:all|the|its|sole|exclusive|inherent|management|,|"
    r"and| )+"
    r"(?:rights?|authority|prerogatives?|power|discretion)\b|"
    r"\b(?:a|según el) (?:su )?(?:entera |exclusiva |sola )?(?:discreci[oó]n|criterio) (?:del (?:empleador|patr[oó]n)|"
    r"de la (?:empresa|compañía|administraci[oó]n))|\bà la (?:seule )?discrétion de l['’]employeur",
    re.I,
)
# Done with nobody named who may: 'Overtime may be assigned to any unit.' It is management that assigns.
UNNAMED = re.compile(
    r"^(?!.*\b(?:mutual\w*|agree\w*|consent|voluntar\w*|request\w*|option)\b)"
    r"(?!.*\bby (?:the |an? |any )?(?:unions?|associations?|employees?|members?|stewards?|parties|arbitrators?|"
    r"workers?)\b)(?:(?!\b(?:grievances?|appeals?|time limits?|agreement|articles?|dues|leave|representatives?|"
    r"stewards?)\b)[^.;])*?"
    r"\b(?:may|can) (?:also |then )?be (?:re-?)?(?:assigned|scheduled|moved|changed|altered|modified|revised|rotated|"
    r"detailed|redistributed|transferred|floated|loaned|pulled|combined|split|eliminated|abolished|discontinued|cancell?ed|shortened|reduced|"
    r"sub-?contracted|contracted out|outsourced|automated|relocated|inspected|searched|opened|monitored|recorded|"
    r"photographed|filmed)\b",
    re.I | re.S,
)
SENT = re.compile(
    r"\b(?:may|can) be (?:re-?)?(?:assigned|moved|rotated|detailed|floated) (?:to|into|from|between|among|at|on)\b",
    re.I,
)
# A duty by its verb, a power by what it leaves to them: 'The Employer shall choose the arbitrator.'
DECIDES = re.compile(
    r"(?:shall|will|must) (?:(?:choose|decide|determine|be the (?:sole|final) judge)\b|"
    r"(?:select|appoint|designate)\b[^.;]{0,40}\b(?:arbitrators?|umpires?|chair(?:person|man|woman)?)\b)",
    re.I,
)
CHOOSES = r"(?:shall|will|must) (?:choose|select|appoint|designate|decide|determine|be the (?:sole|final) judge)\b"
THEY_DECIDE = re.compile(rf"\b(?:{AGENT_WORDS[rules.WORKER]}|{AGENT_WORDS[rules.UNION]}) {CHOOSES}", re.I)
GIVEN = re.compile(
    r"\b(?:recibir(?:á|án)|percibir(?:á|án)|gozar(?:á|án)|se les? (?:pagará|concederá|dará|notificará)|ser(?:á|án) "
    r"(?:pagad|notificad|compensad)\w+|recevr(?:a|ont)|perçoi(?:t|vent)|percevr(?:a|ont)|bénéficier(?:a|ont)|"
    r"ser(?:a|ont) (?:payé|avisé|informé|rémunéré)\w*)",
    re.I,
)


def rights(sentences: Iterable[str]) -> list[str]:
    """Those of the sentences that give something, in their order."""
    return [s for s in sentences if gives(s)]


@lru_cache(maxsize=4096)
def gives(sentence: str) -> bool:
    if powers(sentence):
        return False
    if SHIELD.search(sentence) or EITHER.search(sentence) or THEY_DECIDE.search(sentence) or _spared(sentence):
        return True
    return not _withheld(sentence) and (_english(sentence) or _by_agent(sentence) or _comes(sentence))


@lru_cache(maxsize=4096)
def burdens(sentence: str) -> bool:
    """What is laid upon workers or the union, or withheld from them."""
    if gives(sentence):
        return False
    agent, modality = _who(sentence)
    bound = agent in (rules.WORKER, rules.UNION) and modality in (rules.OBLIGATION, rules.PROHIBITION)
    bound = bound and (SUFFERED.search(sentence) is None or re.search(HARM, sentence, re.I) is not None)
    return bound or _withheld(sentence)


@lru_cache(maxsize=4096)
def powers(sentence: str) -> bool:
    """What the employer or a supervisor may do is no right of the workers, whoever else it names."""
    agent, modality = _who(sentence)
    theirs = agent in (rules.EMPLOYER, rules.MANAGER)
    if (theirs and modality == rules.PROHIBITION) or EITHER.search(sentence):
        return False
    if theirs and DECIDES.search(sentence) and not IN_TURN.search(sentence):
        return True
    left = DISCRETION.search(sentence)
    ours = left is not None and agent in (rules.WORKER, rules.UNION) and modality == rules.RIGHT
    sent = agent == rules.WORKER and SENT.search(sentence) is not None
    unnamed = (sent or agent in ("", rules.OTHER)) and UNNAMED.search(sentence) is not None
    return (left is not None and not ours) or unnamed or (theirs and modality in (rules.PERMISSION, rules.RIGHT))


def _spared(sentence: str) -> bool:
    """What may not be done to a worker."""
    return _who(sentence) == (rules.WORKER, rules.PROHIBITION) and NOT_DONE.search(sentence) is not None


def _withheld(sentence: str) -> bool:
    """What may be done to a worker, or is not given to one; a prohibition of the employer is none."""
    theirs = _who(sentence)[0] in (rules.EMPLOYER, rules.MANAGER)
    return not theirs and BURDEN.search(WHO.sub("", sentence)) is not None


def _who(sentence: str) -> tuple[str, str]:
    found = rules.duty(sentence)
    return (found.agent, found.modality) if found else ("", "")


def _english(sentence: str) -> bool:
    worker, employer, duty = WORKER.search(sentence), EMPLOYER.search(sentence), DUTY.search(sentence)
    if worker and (RIGHT.search(sentence) or MAY.search(rules.CONDITION.sub("", sentence))):
        return True
    anybody = ANYBODY.search(sentence)
    if anybody and not (employer and employer.start() < anybody.start()) and _who(sentence)[0] != rules.MANAGER:
        return True
    found = rules.duty(sentence)
    others = found is not None and found.agent in (rules.WORKER, rules.UNION)
    return employer is not None and duty is not None and employer.start() < duty.start() and not others


def _comes(sentence: str) -> bool:
    employer = EMPLOYER.search(sentence)
    pays = PAYS.search(sentence, employer.end()) if employer else None
    if COSTS.search(sentence) and not re.search(r"\bby (?:the )?" + EMPLOYER.pattern, sentence, re.I):
        return False
    return bool(
        pays or DOES.search(sentence) or COMES.search(sentence) or GETS.search(sentence) or IN_TURN.search(sentence)
    )


def _by_agent(sentence: str) -> bool:
    found = rules.duty(sentence)
    if found and found.agent in (rules.WORKER, rules.UNION):
        may = found.modality == rules.PERMISSION and not re.search(rf"\bmay (?:also )?be (?!{BENEFIT})", sentence, re.I)
        return found.modality == rules.RIGHT or may or bool(GIVEN.search(sentence))
    if found and found.agent in (rules.EMPLOYER, rules.MANAGER):
        return found.modality in (rules.OBLIGATION, rules.PROHIBITION)
    agents = {match.lastgroup for match in rules.AGENT.finditer(sentence)}
    return bool(GIVEN.search(sentence) and agents & {rules.WORKER, rules.UNION})
