"""The words grievance articles use for time limits, as patterns. `sentences` reads limits with them."""

from __future__ import annotations

from unionops.platform.core import lazy_re as re
from unionops.platform.core.numerals import ENGLISH, ORDINALS, spelled

# 'The first day' is where a count starts, never how far it goes.
WORDS = ENGLISH | {word: n for word, n in ORDINALS.items() if word != "first"}
_SPELLED = spelled(WORDS)
_NUMERAL = rf"(?:one hundred(?:\s+(?:and\s+)?(?:{_SPELLED}))?|{_SPELLED})"
FIGURE = rf"(?:{_NUMERAL}|[a-z]+(?:-[a-z]+)?)\s*\((?P<figure>\d{{1,3}})(?:st|nd|rd|th)?\)"
_ARTICLE = r"an?(?= (?:week|fortnight|month|year)\b)"
COUNT = rf"(?:{FIGURE}|(?P<digits>\d{{1,3}})(?:st|nd|rd|th)?|(?P<alone>{_NUMERAL}|{_ARTICLE}))"
SPAN = re.compile(
    rf"\b{COUNT}(?:[\s-]+|(?<=\)))(?:consecutive\s+|full\s+|(?:regular(?:ly)?\s+)?scheduled\s+|administrative\s+)?"
    r"(?:\(?(?P<kind>calendar|working|work|business|school|duty|office|contract(?:ual)?|teaching|"
    r"instructional)\)?[- ]\s*)?"
    r"(?P<unit>days?|workdays?|weekdays?|weeks?|fortnights?|months?|years?|hours?)\b",
    re.I,
)
# A number of days is a limit when these words stand before it or those after it.
BEFORE_IT = re.compile(
    r"\b(?:within|(?:no|not) (?:later|more) than|later than|exceed|at least|have|has|(?:is|are) due(?: in)?|"
    r"fail(?:s|ed)? to (?:answer|reply|respond|decide|adjust|settle)[^.;,]{0,40} in|"
    r"(?:answers?|replies|reply|responds?|decides?|meets?|held|given|made|issued|rendered) in)\s+"
    r"(?:(?:a|the) (?:further |additional )?period of\s+|an?\s+|the (?:later|earlier) of\s+)?"
    r"(?:the (?:(?:next|first)\s+)?)?$"
    r"|\bby (?:the end of )?the\s+$"
    r"|\b(?:by|(?:no|not) later than|on or before)\b[^,;]{0,40}\b(?:of|on) the\s+$"
    r"|\bwithin\b[^;.]{0,60}\bor\s+$"
    r"|\b(?:answer|reply|response|decision|appeal|filing|meeting|grievance|arbitration)\b[^.;:]{0,30}:\s*$",
    re.I,
)
AFTER_IT = re.compile(
    r"\s*(?:(?:period|window|time limit)\s+)?(?:from|after|following|before|prior to|in advance of|thereafter|"
    r"later\b|to (?:file|appeal|respond|answer|advance|request|submit|present))\b",
    re.I,
)
BACKWARDS = re.compile(r"\s*(?:before|prior to|in advance of|ahead of)\b", re.I)
_INFINITIVE = r"to (?!(?:the|an?|his|her|their|its|any|all|each|both|such)\b)(?=[a-z])"
TO_DO = re.compile(
    rf"\s*(?:period |(?:after|following) the (?:meeting|hearing|conference) )?(?:(?:with)?in which )?{_INFINITIVE}",
    re.I,
)
# 'If it remains open ten days after the meeting, …': a time to wait, and nothing is due at its end.
WAITING = re.compile(
    r"\b(?:if|where|when|should|until|unless|once)\b[^,.;]{0,80}\b(?:remains?|(?:is|are) (?:still )?"
    r"(?:open|pending|unresolved|unsettled|unanswered))\b[^,.;]{0,20}$",
    re.I,
)
_TOLD = r"(?:specified|provided|set (?:forth|out)|mentioned|stated|described|prescribed)\b"
# 'The three months beginning the second full month after the notice': where a stretch begins, and no limit.
A_STRETCH = re.compile(r"\b(?:beginning|starting|commencing)(?: on| with| in)?(?: the)?\s+$", re.I)
PASSED = re.compile(
    r"\s*(?:(?:has|have) )?(?:passed|elapsed|gone by|expired)\b|"
    rf"\s*(?:period|(?:time )?limits?) (?:is |are )?{_TOLD}(?! that\b)|"
    rf"\s*{_TOLD}(?=\s*(?:[.;)]|$)|\s+(?:above|below|herein\w*|(?:in|by|under|for)\b(?! (?:writing|person|an?)\b)))",
    re.I,
)
OUTER = re.compile(
    r"\b(?:but (?=(?:no|not) (?:more|later) than)|in no (?:event|case)|under no circumstances?|never|at the latest|"
    r"maximum)\b[^.;]{0,60}$",
    re.I,
)
# Where the clock starts, said right after the number: its words tell nothing of what is done.
FROM_WHERE = re.compile(
    r"\s*(?:of|from|after|following)\b[^,.;]*?"
    r"(?:,|(?=\s(?:the|either|both|an?)\s(?:(?!the\b|an?\b)[\w’'-]+\s){1,4}(?:shall|will|must|may)\b))",
    re.I,
)
# 'Shall within ten days of the event take it up': the verb of the modal stands past the words on where it starts.
OF_MODAL = re.compile(r"\b(?:shall|will|must|may|and),? (?:within|(?:no|not) later than)\s+(?:the\s+)?$", re.I)
TO_THE_VERB = re.compile(
    r"(?::(?: \(?[A-Za-z1]\)?\.?)?)?(?:\s*(?:of|from|after|following)\b(?:(?!\bwho\b|, which\b)[^.;])*?)?,?"
    r"(?<!\bthe)(?<!\bsuch)(?<!['’]s)(?=\s"
    r"(?:(?:shall|will|must|first|then) )?(?:file|present|submit|take|carry|put|"
    r"discuss|raise|bring|meet|hear|set forth|answer|respond|reply|issue|give|deliver|render|appeal|refer|"
    r"advance|elevate|move|forward|pursue|invoke|demand|request|notify|initiate|reduce|grieve|"
    r"be \w+(?:ed|en|t))\s(?!(?:is|was|were|has|had|or was)\b))",
    re.I,
)
# 'The provost has thirty days from the filing of the appeal in which to issue a determination.'
HAS = re.compile(r"\b(?:has|have|gets?)\s+(?:the |another |up to )?$", re.I)
IN_WHICH_TO = re.compile(rf"[^.;]{{0,140}}?\b{_INFINITIVE}", re.I)
# 'In twenty days of the event': a limit by both its words.
IN_IT = re.compile(r"\bin(?: the)?\s+$", re.I)
OF_IT = re.compile(r"\s*(?:of|that follow)\b(?! (?:each|every|any|that) (?:year|month))", re.I)
# A line of its own that says only the time: 'Time: twenty days after the event', 'By the tenth day after the answer'.
LABEL = re.compile(
    r"^\W*(?:the )?(?:time(?: limits?)?|deadlines?|when|filed|due)(?: for \w+)?\s*"
    r"(?::|(?:shall be|is|will be)(?: \w+ as)?)?\s*(?:within\s+)?$|"
    r"^\W*(?:by the|within|not? later than)\s+$",
    re.I,
)
WE_DO = re.compile(
    r"(?:[^?]*\?)?\W*(?:the )?(?:union|association|guild|local|lodge|chapter|federation|grievant|"
    r"employee)\b[^.;]{0,80}\b(?:may|shall|must|will|can)\b",
    re.I,
)
NEXT_TO = re.compile(r"^\W*(?:then|next|thereafter),? (?:to )?the\b[^.;]{0,60}$", re.I)
# 'To the Director, who shall answer within ten days': sent up, and the article sets no time for the sending.
SENT_TO = re.compile(
    r"\b(?:appeal|present|submit|refer|forward|advance|send|take|carry|file)(?:ed|red|d|ted)?\b[^.;]{0,120},? "
    r"(?:who|which) (?:shall|will|must)\b[^.;]{0,60}$",
    re.I,
)
TO_ARBITRATION = re.compile(r"(?<!pre)(?<!pre-)arbitrat", re.I)
OF_EVENT = re.compile(
    r"\s*(?:of|from|after|following) (?:the |its |such |their )?(?:event|occurrence|incident|"
    r"(?:dispute|grievance|complaint|matter) (?:arose|arises|occurred))\b",
    re.I,
)
# Whose answer, where an article tells all answers in one place: 'will answer Step One within two days'.
OF_STEP = re.compile(r"\b(?:step|level|stage) (?P<name>[1-9]|one|two|three|four|five|six|i{1,3}|iv|v)\b", re.I)
LONGEST_TITLE = 120
# A second time for the same act, should there be no answer: 'after the decision or, if none, within 14 days after it'.
IF_NONE = re.compile(r"\b(?:or|and),? (?:if|where) (?:there (?:is|was) )?(?:no|none)\b[^.;]{0,30}$", re.I)
IF_NONE_WAS = re.compile(r"[^,.;]{0,80}\bif (?:there )?(?:is|was|has been|have been)? ?(?:no|none)\b", re.I)
# The heading of a step: what is filed under the second is an appeal. Its number counts from 1.
STEP_NAME = re.compile(
    r"\b(?:step|level|stage)\s+(?P<name>[1-9]|one|two|three|four|five|six|i{1,3}|iv|v|[a-f])\b\s*(?:[.:)(|–—-]|$)|"
    r"^\W*(?P<nth>first|second|third|fourth|fifth) (?:step|level|stage)\b\s*(?:[.:)(|–—-]|$)",
    re.I,
)
STEP_NUMBERS = {
    name: n
    for names in (
        "first second third fourth fifth",
        "one two three four five six",
        "1 2 3 4 5 6 7 8 9",
        "i ii iii iv v",
        "a b c d e f",
    )
    for n, name in enumerate(names.split(), 1)
}
# No sentence ends after 'No.', nor after the letter of the first item of a list: 'may within ten days: A. Submit …'.
_ABBREVIATED = r"(?:(?<=\bNo)|(?<=\bArt)|(?<=\bSec)|(?<=\bDept)|(?<=\bSupt))\.(?=\s*[a-z\dIVX])|(?<=:\s[A-Za-z])\."
SENTENCE = re.compile(rf"[^.;](?:[^.;]|\.(?=\d)|{_ABBREVIATED}|(?<=\b[ap])\.\s?m\.(?!\s+[A-Z]))*[.;]?", re.S)
IN_BRACKETS = re.compile(r"\([^)]*\)")
ELSEWHERE = re.compile(
    r"\bEEOC?\b(?! (?:coordinator|officer|manager|director))|\bMSPB\b|merit systems|formal complaint|"
    r"unfair labor practice charge",
    re.I,
)
# What is done, by the words that say so; the one nearest before the number decides.
_A_LIST = r"(?:(?:panel|list) of (?:\w+ ){0,3}arbitrators|(?:panel|list) of (?:five|seven|nine|\d+)\b)"
LIST = (
    rf"\b(?:request\w*|ask)\b[^.;]{{0,90}}\b{_A_LIST}|"
    r"\b(?:panel|list of arbitrators)\b[^.;]{0,40}\b(?:requested|obtained|sought)\b"
)
SELECT = (
    rf"\b(?:select|choose|strike|agree(?:ing)? (?:up)?on|request)\w*\b[^.;]{{0,60}}\b(?:arbitrator\b|{_A_LIST})|"
    r"\barbitrator (?:shall|will|must) be (?:selected|chosen|agreed (?:up)?on)\b|"
    r"\bstrik(?:e|ing)\b[^.;]{0,20}\bnames?\b|\b(?:and|to|alternately) strike\b"
)
EXCHANGE = (
    r"\b(?:exchange|trade|provide|furnish|give|submit|disclose|deliver)\w*\b[^.;]{0,60}"
    r"\b(?:witness lists?|lists? of (?:\w+ ){0,2}witnesses|names of (?:\w+ ){0,3}witnesses|exhibits)\b|"
    r"\b(?:witness lists?|lists? of (?:\w+ ){0,2}witnesses|exhibits)\b[^.;]{0,40}\b(?:shall|will|must) be "
    r"(?:exchanged|traded|provided|furnished|given|disclosed)\b"
)
MEDIATE = r"(?:\b(?:refer|submit|request|take|advance|move)\w*\b[^.;]{0,60})?\bmediat(?:ion|or|ed|e)\b"
NOTICE = (
    r"\b(?:request|demand|notice)\b[^.;]{0,30}\barbitrat\w+ (?:shall|must|will|may)(?: duly| be)? "
    r"(?:file|filed|submitted|served|made|given|delivered|sent)\b|"
    r"\b(?:invok(?:es?|ed|ing)(?! party)|request(?:s|ed)?|refer(?:s|red)?|submit(?:s|ted)?|demand(?:s|ed|ing)?|"
    r"requir(?:e|ing)|notice|notif\w+|advance|appeal|"
    r"taken?|carr(?:y|ied)|br(?:ing|ought)|sen[dt]|move|proceed|go|forward)\b[^.;]{0,110}(?<!pre)(?<!pre-)"
    r"\b(?:arbitrat|(?:impartial )?umpire\b)|"
    r"\barbitration (?:is|are) (?:invoked|requested|demanded)\b[^.;]{0,60}\b(?:delivered|received|sent|served|"
    r"filed)\b|"
    r"\brequest a hearing before an arbitrator\b|^\W*(?:\w\W+)?arbitration: *$|"
    r"\barbitration (?:request|(?:shall|will|must|may|can) (?:only )?be (?:invoked|requested|demanded))\b|"
    r"\bfil(?:e|ed|ing)\b[^.;]{0,60}\bfor arbitrat|"
    r"\barbitration\b[^.;]{0,40}\b(?:so notify|give notice)\b|"
    r"\bfil(?:e|ed|ing)(?: \w+){0,3} (?:demand|request|notice)\b[^.;]{0,70}\barbitrat"
)
DOCKET = r"\b(?:submit|file|docket|place)\w*\b[^.;]{0,80}\b(?:panel|docket|joint (?:area|state|national) committee)\b"
ANSWER = (
    r"\btakes? action on the \w+|"
    r"\b(?:give|issue|render|provide|make|deliver|state|put|return|furnish|communicate|confirm|send|"
    r"submit)[^.;]{0,65}"
    r"\b(?:decision|determination|disposition|answer|response|reply|outcome|position)\b|"
    r"\b(?:file|forward|serve|return|transmit|mail|present)s?\b(?: (?:to|on|upon|with) [^,.;]{0,60}?)? "
    r"(?:(?:(?:an?|the|its|his|her|his/her|their|such|any|written|final|oral|formal) ){0,4}|"
    r"(?:its|his|her|his/her|their) (?:[\w/-]+ ){1,3})"
    r"(?:decision|determination|disposition|answer|response|reply)\b|"
    r"\b(?:decision|determination|disposition|answer|response|reply|outcome|position)s?\b[^.;]{0,90}"
    r"\b(?:is|are|(?:(?:shall|will|must|should)|(?:is|are) to) be)(?: \w+ly)? "
    r"(?:due|given|issued|rendered|provided|made|delivered|furnished|communicated|stated|sent|reached|transmitted|"
    r"forwarded|mailed|served|returned)\b|"
    r"\b(?:decision|determination|disposition|answer|response|reply)s?\b[^.;,]{0,60}\b(?:shall|will|must|is to|are to) "
    r"(?:issue|follow|come|go out|be forthcoming)\b|"
    r"\b(?:shall|will|must|to|also|then|may|and)(?: \w+ly)? (?:answer|respond|reply|decide)"
    r"(?: (?:the|such|it|this)(?: \w+)? (?:appeal|grievance|claim|complaint|matter))?\b|\brespond\b|"
    r"\b(?:answer|reply|response|decision)\s*:\s*$|"
    r"\b(?:answered|decided|responds)\b|"
    r"\b(?:answer|decision|response|reply) (?:given|issued|rendered|made|returned|sent)\b|"
    r"\bnotif(?:y|ies)\b[^.;]{0,80}\b(?:disallow\w*|reasons?\b)|"
    r"\b(?:inform|advise|notify)s?\b[^.;]{0,60}\b(?:his|her|its|their|the) (?:action|decision|position|findings?)\b|"
    r"\b(?:answers|replies|decides)\b(?= (?:within|in|no later|not later|by|writing)\b)|"
    r"\b(?:employer|company|agency|management|supervisor|director|principal)\b[^.;]{0,20}\b(?:answers|replies)\b|"
    r"\bfailing (?:settlement|agreement|resolution)\b[^,.;]{0,20}$|"
    r"\b(?:if|where|when)\b[^,.;]{0,20}\bno (?:decision|answer|response|reply|disposition)\b[^,.;]{0,60}$|"
    r"\b(?:fails?|(?:is|are) unable|cannot) (?:to )?(?:agree|settle|reach)\b[^,.;]{0,40}$|"
    r"\b(?:not|no)\b[^,.;]{0,40}\b(?:settled|resolved|adjusted|(?:settlement|resolution|agreement)(?: \w+){0,2} "
    r"reached)\b[^,.;?]{0,60}$"
)
MEETING = (
    r"^\W*meeting(?= within)|"
    r"\b(?:shall|will|must|may|and|to)\b(?:,[^,.;]{0,60},)?(?: (?:also|then|first))? (?:meet|hold (?:a |"
    r"the )?(?:\w+ )?"
    r"(?:meeting|hearing)|(?:be )?discuss(?:ed)?|convene|be heard|hear(?! and)(?: the (?:appeal|grievance))?)\b|"
    r"\b(?:meeting|hearing|conference|mediation|discussion)\b[^.;]{0,120}"
    r"\b(?:(?:(?:shall|will|must) (?:then )?|to )(?:be (?:held|convened|arranged|scheduled|completed|concluded)|"
    r"take place|occur)|"
    r"(?:is|are) held)\b|"
    r"\b(?:hold|convene|schedule|arrange|call|grant|conduct) (?:an? |the )?(?:meeting|hearing|conference|discussion)\b"
)
APPEAL = (
    r"(?<!level of )(?<!step of )\b(?:appeal|advance|elevate|move|refer|forward)(?:ed|d|red)?\b|\b(?:appeals|"
    r"advances|elevates|moves|refers)\b|"
    r"\b(?:carr(?:y|ied)|taken?|pursued?|put)(?: \w+){0,2} "
    r"(?:disallowed |denied )?(?:grievance|complaint|matter|dispute|claim) (?:forward |in writing )?to\b|"
    r"\brequest(?:s|ed)? (?:a |for )?(?:review|(?:meeting|conference|hearing) (?:of|with|before))\b|"
    r"\bsend(?:s|ing)? (?:it|the (?:grievance|form)) (?:on|up|forward) to\b|\bto (?:the )?(?:next step|"
    r"step\b(?! \w+ grievance))"
)
FILE = (
    r"\bfiling(?=:)|"
    r"\b(?:file[ds]?|(?:may|shall|must|can)(?: be)? grieved?|(?:second|new) filing|present(?:ed|s)?|"
    r"submit(?:ted|s)?|submission|initiate[ds]?|raise[ds]?|report(?:ed)?|bring|brought|lodged|"
    r"(?:shall|must|may|will|to) lodge|commenced?|starts?(?: at)?(?= (?:at )?step)|"
    r"taken? (?:(?:it|this|(?:the|such|that) (?:matter|grievance|complaint|dispute)) )?up|grieve|"
    r"set forth (?:the|such|a|his|her|their) (?:grievance|complaint)|handed (?:in|over|to)|"
    r"taking (?:it |the \w+ )?up|instituted?|deliver(?:ed)?|reduced?(?: \w+){0,2} to writing)\b"
)
DEEDS = tuple(
    (deed, re.compile(words, re.I))
    for deed, words in (
        ("exchange", EXCHANGE),
        ("list", LIST),
        ("select", SELECT),
        ("notice", NOTICE),
        ("docket", DOCKET),
        ("meeting", MEETING),
        ("mediate", MEDIATE),
        ("answer", ANSWER),
        ("appeal", APPEAL),
        ("file", FILE),
    )
)
A_TALK = re.compile(rf"{MEETING}|\b(?:during|at) the (?:meeting|discussion|hearing|conference)\b", re.I)
# Who goes to arbitration, in a sentence that sets no time for it.
BY_UNION = re.compile(
    r"\b(?:union|association|guild|local|lodge|chapter|federation)(?: (?:president|committee|representative))?,?"
    r"(?: (?:shall|will|must|may|can|has|files?|presents?|submits?)\b)|\bby the (?:union|association|guild|local)\b",
    re.I,
)
BY_EMPLOYEE = re.compile(
    r"\b(?:employee|grievant|griever|teacher|nurse|officer|operator|member|lawyer|carrier|faculty member|firefighter|"
    r"deputy)s?\b,?(?: or (?:his|her|their|the) [\w ]{0,30})?,? "
    r"(?:(?:or|and) (?:the )?\w+ )?(?:shall|will|must|may|can|has)\b",
    re.I,
)
GOES_TO_ARBITRATION = re.compile(
    r"\b(?:union|association|guild|local|either party)\b[^.;]{0,30}\b(?:shall|may|must|will)\b[^.;]{0,20}"
    r"\b(?:notify|request|demand|invoke|refer|submit|appeal)\b[^.;]{0,110}\barbitration\b",
    re.I,
)
RANK = {deed: -place for place, (deed, _words) in enumerate(DEEDS)}
# 'Due or received' without 'whichever is later' is read as the earlier of the two: filing early is never wrong.
EARLIER = re.compile(
    r"due or (?:(?:is|was|are) )?received|received or (?:(?:is|was|are) )?due|"
    r"whichever (?:is|was|comes|occurs) (?:the )?(?:earlier|first|sooner|shorter)",
    re.I,
)
OR_DUE = re.compile(r"\b(?:answer|response|decision|reply)\b[^.;]{0,20}\bor\b[^.;]{0,40}\b(?:is|was|were) due\b", re.I)
LATER = re.compile(r"whichever (?:is|was|comes|occurs) (?:later|last)", re.I)
ISSUED = re.compile(
    r"\bissu(?:ance|ed|es)\b|date (?:of|on|shown on) (?:the )?(?:face of the )?(?:\w+ )?(?:decision|answer|response)",
    re.I,
)
DUE = re.compile(r"\b(?:answer|response|decision|reply)?\s*(?:is|was|were|became) due\b|\bdue date\b", re.I)
RECEIVED = re.compile(r"\breceipt|\breceiv", re.I)
LEARNED = re.compile(
    r"\baware|\bf(?:ound|inds?) out\b|notification of|knew|\bknown?\b|\bknows|knowledge|learn(?:ed|t|s|ing)?\b|"
    r"discover|ascertain|"
    r"\bc[ao]mes? to (?:[\w’']+ ){1,3}attention",
    re.I,
)
THE_EVENT = re.compile(r"violat|occur|happen|\bevent|incident|\bacts?\b|action|\bcause|effective|letter", re.I)
STILL_OPEN = re.compile(
    r"\bif they (?:fail|cannot)\b|\bno (?:\w+ )?(?:settlement|solution|agreement|resolution|adjustment|result)\b|"
    r"\b(?:second|new) filing\b|\bfailing (?:agreement|settlement|resolution)\b|\b(?:if|"
    r"should)\b[^,.;]{0,60}\b(?:unresolved|unsettled|remains? open|"
    r"not (?:be )?(?:resolved|settled|adjusted|agreed))\b",
    re.I,
)
REFILED = re.compile(r"\b(?:second|new) filing\b", re.I)
# Said of a talk: it follows the paper, and does not begin the grievance.
OF_FILING = re.compile(r"\s*(?:of|from|after|following)\b[^,.;]{0,30}\b(?:filing|receipt|receiving)\b", re.I)
THE_REPORT = re.compile(r"\s*(?:of|from|after|following) (?:the|such|that|this) (?:report|complaint)\b", re.I)
OF_ANSWER = re.compile(
    r"\s*(?:of|from|after|following)\b(?:(?!\b(?:presented|submitted|filed|held|(?:shall|will|must)"
    r"(?! (?:have )?(?:answer|respond|reply|decide)))\b)[^,.;]){0,60}"
    r"\b(?:answer(?:ed)?|response|decision|reply|disposition|determination|denial|denied|disallow(?:ance|ed)|"
    r"reject(?:ion|ed))\b",
    re.I,
)
WAS_FILED = re.compile(r"\s*(?:of|from|after|following)\b[^,.;]{0,30}\b(?:(?:is|was) filed|filing)\b", re.I)
# The time runs from when the other side got the paper: what is due is a talk or the answer.
GOT_IT = re.compile(
    r"\s*(?:of|from|after|following)\b[^,.;]{0,30}(?:\breceipt of (?:the|a|such|an) (?:grievance|appeal)\b"
    r"(?! (?:answer|response|decision|reply))|"
    r"\b(?:grievance|appeal) (?:is|was) received)",
    re.I,
)
OF_ARBITRATOR = re.compile(r"\barbitrators?\b(?:(?!\b(?:parties|union|employer|agency)\b)[^.;]){0,200}$", re.I)
LETTER = re.compile(
    r"(?:of|after|following|from) (?:the |a |such |written )*notice of (?!intent|arbitrat)|"
    r"receipt of (?:the |a |such |written )*(?:letter|notice|notification)|"
    r"receiv(?:ing|es|ed) (?:the |a |such |decision |written )*(?:letter|notice)|(?:notice|letter) (?:is|was) received|"
    r"(?:being|been|was|is|are) (?:notified|informed|advised) of (?:[\w’']+ ){0,3}(?:disciplin|discharg|dismiss|suspen|"
    r"terminat|layoff|removal|action)\w*|"
    r"(?:being |been |was |is )(?:personally )?served (?:with )?(?:the |a |such |an )?(?:\w+ ){0,2}"
    r"(?:order|notice|letter|charges?)\b",
    re.I,
)
EFFECTIVE = re.compile(r"effective date|takes? effect|became effective", re.I)
AFTER_MEETING = re.compile(
    r"(?:after|of|following|from) (?:convening|(?:having )?(?:first )?met|"
    r"meeting with)\b|"
    r"(?:after|of|following|from) (?:(?:the|its|such|said|that|this)(?: (?!request)[\w-]+){0,3} )?"
    r"(?:meeting|discussion|hearing|conference)",
    re.I,
)
# "and shall answer within 5 days thereafter", said of a meeting.
THEREAFTER = re.compile(r"\s*(?:after (?:it|that|which)\b|thereafter|afterwards?|later|of that)\b", re.I)
THEY_MEET = re.compile(
    r"\b(?:administrator|administration|principal|superintendent|supervisor|manager|management|employer|agency|"
    r"company|district|board|county|city|hospital|director|department head|designee|representative of the employer)s?"
    r"(?: or (?:his|her|their|its|the)[\w/ ]{0,30}(?:designee|representative))?,? "
    r"(?:shall|will|must|is to|has to) (?:promptly )?(?:meet|hold|schedule|arrange|convene|confer)\b",
    re.I,
)
_WEEKEND = r"(?:saturdays?|weekends?)"
MEANS_WORKING = re.compile(
    r"(?<!last )(?<!work )(?<!working )(?<!business )(?<!school )\bdays?\b[^.]{0,60}\b(?:means?|are|"
    r"is)\b(?! not\b)[^.]{0,30}"
    r"\b(?:work(?:ing)?|business|school|duty|week)[ -]?days?"
    r"|(?<!work )(?<!working )(?<!business )(?<!school )\bdays?\b[^.]{0,60}\b(?:means?|is|"
    r"are)\b[^.]{0,60}\b(?:open for business|in session|operating|"
    r"monday\s*(?:through|thru|to|-|–)\s*(?:thursday|friday|saturday))"
    r"|\bdays?\b[^.]{0,40}\bdays? (?:when|on which|that)\b[^.]{0,40}\b(?:required|scheduled|expected) to\b"
    r"|\bdays?\b[^.]{0,40}\bdays? on which\b[^.]{0,60}\bopen\b"
    r"|limits[^.]{0,60}\bin working days"
    rf"|\b(?:exclu(?:de|des|ding|sive of)|not (?:counting|including)|neither)\b[^.]{{0,30}}\b{_WEEKEND}\b"
    rf"|\b{_WEEKEND}\b[^.]{{0,60}}\b(?:exclu(?:ded|sive)|except(?:ed|ing)|not (?:be )?(?:count|includ)\w*)\b",
    re.I,
)
FIRST_COUNTS = re.compile(r"counted as the first day|shall be (?:the first day|day one)\b", re.I)
COMPLAINT = re.compile(r"griev|complaint|dispute", re.I)
# A text with limits and without a filing is of a grievance procedure when it speaks of one.
NO_PROCEDURE = re.compile(r"\bjurisdictional (?:disputes?|claims?)\b|\bexpedited arbitration\b", re.I)
OF_PROCEDURE = re.compile(
    rf"{COMPLAINT.pattern}|\bclaims?\b[^.;]{{0,20}}\b(?:presented|disallowed|denied)\b|"
    r"\barbitrat|\bsteps?\b|\blevel (?:one|two|three|[1-4]|i+)\b",
    re.I,
)
