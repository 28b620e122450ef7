"""The facts a roster can hold, and the words lists use for them."""

from __future__ import annotations

from members.imports.french import FRENCH
from members.imports.spanish import SPANISH


def _listed(words: str) -> list[str]:
    return words.split("|") if words else []


FIELDS: dict[str, str] = {
    "employee_number": (
        "employee id|numero de empleado|employee number|employee no|employee num|emp id|empl id|emp no|emplid"
        "|empid|employee|eid"
        "|emp number|empl no|staff id|staff number|personnel number|pernr|person number|badge|badge number|ein id"
        "|worker id|payroll number|payroll id|emp code|employee code|agency id|file number|ee id|ee number|ees id"
        "|associate id|clock number|persno|hris id|upi|hr id|person id|personnel id|emp key"
        "|employee identification number|employee ident|universal id|payroll no|user id|ident no|id no|id"
        "|badge no|badge num|emp num|employee badge|personnel num|man number|crew number|ibm number|key number"
        "|pay number"
        "|reg number|registration number|registration|eeid|ueid|staff|staff no|employee code|county id|company id"
        "|city id|university id|district id|u id|uid"
    ),
    "member_id": (
        "member id|numero de socio|numero de miembro|member number|member no|memberid|membership id"
        "|membership number|mbr id|mbr no|mem id|union id"
        "|union member id|member num|afge id|national id number|constituent id|member key|local id"
        "|national member id|national id|external id|customer ref|client reference|customer id|client id|donor id"
        "|id"
        "|union card number|card number|card no|membership no|ledger number|book number|register number|union number"
        "|member|mbr"
        "|union card|union card no|card id|member card|member card number"
        "|member ref|member reference|reference id|custom number|payer id|payer number"
    ),
    "full_name": (
        "name|nombre completo|nombre y apellidos|employee name|full name|member name|emp name|empl name"
        "|name last first mi|last first mi"
        "|name last first|last name first name|last first|worker|staff name|person|associate name"
        "|employee full name|legal name|employee|member|last name first name mi"
        "|last name first name middle initial|last first middle|surname first name|surname given name"
        "|incumbent|incumbent name|name of employee|name of member"
        "|employees name|payer|payer name|customer name|cardholder|nm"
        "|who|members name"
    ),
    "last_name": (
        "last name|last|surname|family name|lname|lastname|name last|last nm|apellido|apellidos|nom|surnames"
        "|l name|family|last name of employee"
    ),
    "second_surname": "second last name|second surname|maternal last name|maternal surname|last name 2|surname 2",
    "first_name": (
        "first name|first|given name|given|first mi|first name mi|first middle|given names|fname|firstname"
        "|forename|name first|first nm|nombre|prenom|legal first name|forenames|f name|christian name"
    ),
    "middle": (
        "middle|mi|mid|middle name|middle initial|m i|mname|middlename|name middle|mid init|middle init|m initial"
        "|mid name|initial|second name|initials"
    ),
    "suffix": "suffix|sfx|name suffix|gen suffix|generation|jr sr",
    "preferred_name": (
        "preferred|preferred name|nickname|goes by|known as|preferred first name|called|alias|nick name|nick"
        "|informal name|called name|chosen name"
    ),
    "pronouns": "pronouns|pronoun",
    "language": "language|preferred language|lang|spoken language|idioma",
    "pay_plan": "pay plan|pp|plan|payplan|pay schedule code|pay system|current pay plan",
    "series": (
        "series|occ series|occupational series|occ code|occupation code|job series|pay series|ser|occ|occupation"
        "|occupational code|classification series"
        "|job code"
        "|job key"
    ),
    "grade": (
        "grade|gr|grd|pay grade|level|current grade|grade level|salary grade|pay level|band|pay range"
        "|salary range|range|wage grade|pay band|wage class|salary band|job grade|salary level"
        "|pay scale group|ps group|pay group|salary group"
        "|pay class|wage level"
        "|skill level|skill lvl|lane|ps group|pay scale grp"
    ),
    "step": (
        "step|st|stp|pay step|step or rate|current step|wgi step|rate step|increment|incr|salary step|wage step"
        "|longevity step|pay increment|col|lane"
        "|pay scale level|ps level|lv|lvl"
    ),
    "pp_series_grade": (
        "pp series grade|pp ser gr|ppsg|pp series gr|pp series grade step|pp grade|pp gr st|pay plan series grade"
        "|pp gr|plan series grade|position classification|pp grade step|pay plan grade|pp ser grd step"
        "|gs level|pay plan series grade step|ppsergrd|ppgs"
    ),
    "pp_series": "pp series|pay plan series|plan series|pp occ series|pay plan occ|pp job series",
    "grade_step": "grade step|gr st|gr stp|grade and step|pay grade step|gr step|level step|range step",
    "title": (
        "title|puesto|cargo|position title|job title|official title|position|classification|job|pos title|working title"
        "|position description|class title|job classification|occupation title|functional title|job name|role"
        "|position name|post title|duty title|class name|job class|official position title|occupation name"
        "|assignment|position text|class description"
        "|occupation|trade|craft|job description|duties|rank|classification title|job class title|position held|post"
        "|category|job category"
    ),
    "org": (
        "org|org code|organization|organization code|organisation|org id|office symbol|orgcode|cost center"
        "|dept code|org unit|routing symbol|organizational code|org structure|dcps org code|department code"
        "|work center|function|function name"
        "|work group|section code|organizational unit|routing code|office code|uic|org name|assigned unit"
        "|unit of assignment|mail stop|section|team|crew|work unit|org number|pay location|paylocation"
        "|cost number|home cost number|gang|org structure name|position organization|business unit|home business unit"
    ),
    "component": (
        "component|sub agency|subagency|sub component|bureau|component name|operating division"
        "|opdiv|major command|majcom|sub element|agency subelement|subelement|operating administration"
    ),
    "department": (
        "department|dept|division|college|college unit"
        "|service line|branch|office|directorate|service|program|administration"
        "|reporting unit|bureau name"
    ),
    "employer": (
        "agency|employer|agy|company|agency name|employing agency|parent agency|facility agency|employer name"
        "|agency department|department agency|employer agency|agency component"
    ),
    "station": (
        "duty station|station|worksite|work site|location|duty location|site|work location|building|facility"
        "|facility name|duty sta|campus|reporting location|place of work|office location|duty station name"
        "|location name|dutysta|dty sta|dutyloc|work place|workplace|lugar de trabajo|duty stn|post of duty|pod"
        "|installation|assigned facility|plant|base|depot|hospital|school|garage|terminal|post|job site"
        "|job location|place of employment|duty site|assignment location|geographic location|geo location"
        "|personnel area|personnel subarea|work location name|school name|building name"
        "|yard|store|branch location|work unit location|reporting site|home terminal|barn|clinic|ward site"
        "|home base|domicile|institution|precinct|fire station|duty post|assigned institution"
        "|correctional facility|shop|nursing unit|unit floor|floor unit|floor|ward|patient care unit|care unit"
        "|home floor"
        "|where they work|works at|where works|work area|job location name"
        "|unit name|office name|home division|assigned division|home garage|home depot|duty stn nm"
        "|berth|yard location|home port|headquarters|hq"
    ),
    "tour": (
        "tour|tour of duty|shift|tod|work hours|hours|shift hours|duty hours|scheduled hours|work shift"
        "|tour hours|shift code|shift name|assigned shift|duty tour|working hours|hrs of duty|tour shift"
        "|shift tour|work tour|duty shift|assigned hours|start end"
        "|run shift|shift assignment|work pattern|watch|bid shift"
        "|work schedule rule|schedule rule|wsr|shift type|shift worked|shift pattern|shift description"
        "|works shift|schedule type|schedule"
        "|board|quarter|run type"
    ),
    "schedule": (
        "schedule|work schedule|work sch|sched|wk sched|ft pt|full part|full time part time|employment type"
        "|work sched|time status|ft or pt|full or part time|appointment type|employment status|work schedule type"
        "|full part time|ft pt ind|work status|full time or part time|hours type|fte"
        "|appointment percent|employment percent|employment pct|percent time|time percent|percent full time"
        "|capacity utilization level|percent employed|fte percent|ft percent|full part"
        "|time base|timebase"
    ),
    "unit": (
        "bus code|bus|bargaining unit|bu code|bargaining unit code|unit|bargaining unit status|bu status|bus cd"
        "|unit code|bargaining unit status code|union code|bu|rep unit|representation unit|unit id code"
        "|bargaining unit no|bargaining unit number|bu number|barg unit|cba unit|contract unit"
        "|bargaining unit name|unit no"
        "|bargaining group|barg group|bargaining representative|represented by|represented unit"
        "|collective bargaining unit|cbid|collective agreement|collective bargaining agreement|negotiating unit"
        "|neg unit|bargaining agreement|labor agreement|union local|cbu"
    ),
    "hire_date": (
        "eod|eod agency|agency eod|appt eff date|appointment effective date"
        "|fecha de ingreso|fecha de empleo|entry on duty|entry date|hire date"
        "|date hired|start date|eod date"
        "|entrance on duty|scd|hired"
        "|original hire date|date of hire|service computation date|entered on duty|scd leave|scd date|begin date"
        "|latest hire date|enter on duty date|doh|hired on|entry on duty date|employment date"
        "|date entered on duty|service date|date entered duty|date appointed|appointment date|appt date"
        "|date of appointment|date started|date employed|employed since|employee since|onboard date"
        "|appointment begin|appointment start"
        "|commencement date|date of entry|duty entry date|hire dt|employment start|start of service"
        "|agency entry date|date of employment|hire|original hire|entered|began|start|started"
        "|enter on duty|ent on duty|entrd on duty|ent duty|eod dt"
        "|entry|fecha comienzo|comienzo|since"
    ),
    "seniority_date": "seniority date|seniority|bargaining unit seniority date|bu seniority|union seniority date",
    "supervisor": (
        "supervisor|supv|supervisor name|manager|reports to|sup|first line supervisor|boss|immediate supervisor"
        "|rating official|team lead|chief"
    ),
    "email": (
        "personal email|email|e mail|home email|email address|e mail address|personal e mail|private email"
        "|email 1|primary email|non work email|personal email address|correo|non work e mail|home e mail"
        "|own email|other email"
    ),
    "work_email": (
        "work email|work e mail|office email|business email|agency email|gov email|employer email|official email"
        "|email 2|email|e mail|email address|e mail address|govt email|government email|duty email|company email"
    ),
    "phone": (
        "cell|cell phone|mobile|mobile phone|phone|phone number|cellphone|telephone|cell number|personal phone"
        "|primary phone|mobile number|tel|telefono|cell no|phone no|phone cell|mobile tel|cell ph|m phone"
        "|text number|home cell phone|cell home phone|home or cell phone|cell or home phone"
    ),
    "home_phone": (
        "home phone|home telephone|home number|landline|residence phone|home tel|phone home|h phone|home ph"
        "|tel home|tel h"
    ),
    "work_phone": (
        "work phone|office phone|duty phone|business phone|work telephone|desk phone|work number|phone work"
        "|w phone|work ph|tel work"
    ),
    "street": (
        "address|address 1|street|street address|home address|mailing address|address line 1|addr 1|addr|address1"
        "|home street|addr line 1|street 1|residence address|home address 1|mailing street|street1"
        "|home street address|residential address|address line1|line 1|street no and name"
        "|mail to|mails to"
    ),
    "street2": (
        "address 2|address line 2|apt|apt unit|apt suite|suite apt|apt number|addr 2|address2|suite"
        "|apartment|street 2|home address 2"
    ),
    "city": ("city|town|home city|municipality|city name|city town|res city|mailing city|post town|locality"),
    "state": (
        "st|state|state code|home state|province|state abbreviation|res state|state prov|mailing state|region|prov"
    ),
    "zip": (
        "zip|zip code|zipcode|postal code|postcode|home zip|zip 4|zip5|zip postal|post code|mailing zip|res zip"
        "|zip5 4|zip plus 4"
    ),
    "city_state_zip": "city state zip|csz|city st zip|city state|city state zip code|city and state",
    "status": (
        "status|member status|membership status|mbr status|membership|member|dues status|standing|active|mbr stat"
        "|membership standing|membership state|good standing|union dues y n|dues y n|dues deduction y n|union y n"
        "|union member y n|member y n"
        "|current status|present status|status of member|member state"
    ),
    "member_class": (
        "member class|class|membership class|class of membership|member type|membership type|member category"
        "|membership category|category|type of member|dues class|type"
    ),
    "join_date": (
        "join date|joined|since|member since|date joined|1187 date|sf1187 date|sf 1187 date|enrolled|enrollment date"
        "|card date|membership date|membership start|membership started|member start date|date signed|union join date"
        "|date enrolled"
        "|enrolled on|joined union|joined on|member from|membership since|signed up|sign up date|date of joining"
        "|authorization date|date of authorization"
        "|initiated|initiation date|date of initiation|initiation|card signed|membership effective|member start"
        "|admitted|date admitted|effective date of membership"
        "|join|joined date|became member|became a member"
        "|1187 signed|sf 1187 signed|signed|signed on|signature date|init date|eff date|effective date"
        "|effective|date of membership"
    ),
    "end_date": (
        "end date|membership end|membership end date|member end date|membership ended|left on|date left|left|leave date"
        "|date of leaving|termination date|term date|terminated on|withdrawal date|withdrew on|withdrawn|dropped"
        "|dropped on|drop date|date dropped|resigned on|resignation date|date resigned|cancellation date|cancelled on"
        "|cancel date|canceled on|1188 date|sf 1188 date|sf1188 date|revocation date|revoked on|exit date|last day"
        "|separation date|member until|membership until|until|membership to|end of membership|inactive date"
    ),
    "left_reason": (
        "reason for leaving|leaving reason|why left|reason left|left reason|reason|end reason|reason ended"
        "|termination reason|reason for termination|drop reason|reason dropped|withdrawal reason|exit reason"
        "|cancellation reason|reason for cancellation|separation reason|reason for separation|resignation reason"
        "|inactive reason|reason inactive|status reason|reason for ending"
    ),
    "job_status": (
        "employment status|job status|employee status|status|work status|hr status|assignment status|status reason"
        "|separation reason|reason for separation|separation type|separation code|separation|reason separated"
        "|termination reason|reason for termination|termination type|reason for leaving|leaving reason|reason"
        "|exit reason|action reason|action|action type|nature of action|noa|personnel action|last action|remark code"
    ),
    "separated_on": (
        "last day|last day worked|last day of work|last date worked|last worked|termination date|term date"
        "|terminated on|date terminated|separation date|date separated|separated on|employment end date"
        "|end of employment|exit date|date of separation|date of termination|departure date"
    ),
    "deceased_on": "date of death|death date|deceased on|deceased date|date deceased|died on|day of death",
    "dues_method": (
        "dues method|payment method|dues type|method|pay method|payment type|how paid|method of payment|dues by"
        "|pay by|paid by|dues paid via|deduction type|paid via|pays by|billing method|collection method"
        "|pays via|pays dues by|dues paid|mode of payment|pay mode|collection|remits by"
        "|billing|pay type|pays through|dues via|dues collection|pay via|paying by"
        "|payment|via|how|remits|pay meth"
    ),
    "dues_amount": (
        "dues amt|dues amount|dues|dues withheld|dues rate|dues per pay period|dues deduction|rate|monthly dues"
        "|biweekly dues|dues pp|per pp dues|current dues|dues per pp|dues due|biweekly|dues level|dues owed"
        "|per pay period|dues per month"
        "|dues pay period|monthly deduction|dues monthly|dues biweekly|regular dues|dues per check|dues each pay"
        "|amount|amt|monthly|pays|dues usd"
        "|per check|per paycheck|per pay|dues mo|dollars"
    ),
    "notes": (
        "notes|note|comments|comment|remarks|remark|memo|notations|notation|annotation|annotations|observations"
        "|special instructions|additional information"
    ),
    "amount": (
        "amount|amt|dues|union dues|importe|monto|cuota|withheld|deduction|deduction amount|amount withheld"
        "|payment amount|paid|amount paid"
        "|net amount|total withheld|ded amt|dues withheld|dues amount|dues amt|gross|amount collected"
        "|charge amount|payment|current amount|ded amount|total|total amount|total charged|amount usd|charged"
        "|collected|dues deducted|deducted|net|sum"
        "|current|current deduction|current period|this period|this pay period|current dues|regular dues"
        "|amount this period|deduction this period|amount deducted|deducted amount|employee deduction"
        "|allotment|allotment amount|withholding|dues allotment|allotted|dues this period|remitted|amount remitted"
        "|charge|ee amt|ded amt|employee amount|current ded|cur ded|dollars|credit"
    ),
    "refunded": (
        "amount refunded|refunded amount|refunded|refund amount|refund|debit|debits|debit amount|money out|cargo"
        "|reembolso|remboursement|credit|credits|credit amount"
    ),
    "arrears": (
        "arrears|dues arrears|arrearage|arrears deduction|arrears collected|back dues|retro dues|retroactive dues|retro"
        "|retroactive|catch up dues|catch up|make up dues|make up|prior period dues|prior period|prior dues"
        "|delinquent dues|missed dues|adjustment|dues adjustment|prior period adjustment|adjustment amount"
        "|retro adjustment|retro amount|arrears amount|past due collected|past due withheld|past due deducted"
        "|past due paid"
    ),
    "arrears_within": "",
    "code": (
        "tc|transaction code|trans code|code|action|type|txn code|tran code|transaction type|nature of action"
        "|tran|trn|tran type|trn type|tc code|deduction code|ded code|reason code|dues code|noa"
    ),
    "fund": (
        "fund|fund name|deduction|deduction description|deduction name|deduction type|contribution type|purpose"
        "|dues type|type of deduction"
    ),
    "pay_period": "pay period|period|pay period number|payroll period|pp|pp number",
    "transaction_id": (
        "transaction id|txn id|transaction|trans id|payment id|reference|ref|confirmation|charge id|id|receipt no"
        "|receipt number|receipt|charge|invoice|invoice number|order id|id number|trace number"
    ),
    "paid_on": (
        "date|fecha|fecha de pago|transaction date|payment date|paid date|paid on|settled|settlement date"
        "|pay date|posted|date paid"
        "|processed|process date|charge date|posting date|created|created at|created utc|paid at|date utc"
        "|charged on|captured at|settled on|date settled|arrival date|available on|effective date|payout date"
        "|when|timestamp"
    ),
    "payment_status": (
        "status|payment status|estado|estatus|transaction status|result|state|outcome|settlement status|payment state"
        "|charge status|txn state|state of payment|disposition|transaction result|outcome of payment"
        "|result code|response|ended as"
        "|trans status|payment result|ended"
        "|paid out status|success|ok"
    ),
    "failure_reason": (
        "failure reason|reason|failure code|decline reason|error|message|failure|decline code|return reason"
        "|failure message"
        "|decline message|error code|failure msg|decline|why|reason for failure|return code"
        "|cause|why not|reject reason|return reason code|seller message|reason text"
    ),
    "instrument": (
        "instrument|card type|funding|source type|payment instrument|method|source|pay type|payment source"
        "|funding source|method type|tender|payment method"
    ),
}
TONGUES = (FIELDS, SPANISH, FRENCH)
SYNONYMS: dict[str, list[str]] = {
    slug: [" ".join(word.split()) for words in TONGUES for word in _listed(words.get(slug, ""))] for slug in FIELDS
}
OF_MONEY = {
    "amount", "refunded", "arrears", "arrears_within", "code", "fund", "pay_period", "transaction_id", "paid_on",
    "payment_status", "failure_reason", "instrument",
}  # fmt: skip
MEMBER_FIELDS = [slug for slug in FIELDS if slug not in OF_MONEY | {"job_status", "separated_on"}]
PERSON_FIELDS = [slug for slug in FIELDS if slug not in OF_MONEY | {"member_class", "end_date", "left_reason"}]
PAYMENT_FIELDS = [
    "employee_number", "member_id", "full_name", "last_name", "first_name", "middle", "suffix", "employer", "email",
    "amount", "refunded", "arrears", "arrears_within", "code", "fund", "pay_period", "transaction_id", "paid_on",
    "payment_status", "failure_reason", "instrument", "unit", "notes",
]  # fmt: skip
FIELDS_OF_KIND = {
    "unit": PERSON_FIELDS,
    "members": MEMBER_FIELDS,
    "remittance": PAYMENT_FIELDS,
    "edues": PAYMENT_FIELDS,
}
HEADING_WORDS = frozenset(
    {phrase for words in SYNONYMS.values() for phrase in words}
    | {word for words in SYNONYMS.values() for phrase in words for word in phrase.split() if len(word) > 2}
)
