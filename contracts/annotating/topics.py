"""What a clause is about, by its titles: a labour-contract taxonomy (names after contracts.md 7), first rule that fits.

Most articles name their topic; only the rest is put to a model, which may choose from the same names.
"""

from __future__ import annotations

from unionops.platform.core import lazy_re as re

TOPICS: dict[str, str] = {
    "recognition": r"recognition|bargaining unit|coverage of|reconocimiento|reconnaissance",
    "union_rights": r"union (?:rights|activit|represent|business|access|privileg)|rights? of the (?:union|association)|"
    r"association rights|stewards?\b|bulletin board|derechos sindicales|droits? syndica",
    "official_time": r"official time|union leave|release(?:d)? time|time off for union",
    "dues": r"\bdues\b|check-?off|union security|payroll deduction|agency fee|maintenance of membership|cuotas|"
    r"cotisations",
    "management_rights": r"management(?:['’]s)? rights|employer rights|rights of (?:the )?(?:employer|management|"
    r"agency|board)",
    "employee_rights": r"employee rights|rights of (?:the )?employees|bill of rights|academic freedom",
    "representation": r"weingarten|investigat|examination of an employee|representation (?:at|during)|interview",
    "grievance": r"grievance|complaint procedure|quejas|agravios|griefs|réclamation",
    "arbitration": r"arbitrat|arbitraje|arbitrage",
    "discipline": r"disciplin|adverse action|discharge|dismissal|suspension|just cause|corrective|removal|despido|"
    r"licenciement",
    "performance": r"performance|evaluation|appraisal|within-grade|unacceptable|evaluación",
    "probation": r"probation|trial (?:service|period)|periodo de prueba|période d['’]essai",
    "personnel_records": r"personnel (?:file|record)|official file|records? and (?:files|information)|expediente",
    "seniority": r"seniority|antigüedad|ancienneté|service credit",
    "layoff": r"lay-?off|reduction in force|\brif\b|recall|furlough|reduction of staff|despidos colectivos",
    "promotion": r"promotion|merit|vacanc|posting|job bid|bidding|filling (?:of )?(?:positions|vacanc)|selection|"
    r"ascensos?",
    "transfer": r"transfer|reassign|detail|relocation|rotation|temporary assignment|traslado|mutation",
    "classification": r"classification|position description|reclassif|job description|clasificación",
    "contracting_out": r"contracting|subcontract|outsourc|sub-?letting|subcontratación|sous-traitance",
    "work_jurisdiction": r"jurisdiction|work preservation|bargaining unit work",
    "technology": r"technolog|automation|artificial intelligence|surveillance|electronic monitor|gps|telematics|video",
    "hours": r"hours of (?:work|duty)|work ?week|workday|tour of duty|shifts?\b|schedul|horario|jornada|"
    r"durée du travail",
    "flexible_schedule": r"alternat\w+ work|flexi|compressed|\baws\b",
    "breaks": r"meal|rest period|breaks?\b|lunch|comidas?|descanso|pauses?\b",
    "overtime": r"overtime|compensatory time|comp time|extra hours|horas extra|heures supplémentaires",
    "standby": r"stand-?by|on-?call|call-?(?:back|in|out)|reporting pay|show-?up",
    "premium_pay": r"differential|premium|hazard|bilingual|night (?:shift )?pay|longevity|specialty pay",
    "wages": r"wage|salar|compensation|rates? of pay|pay (?:plan|schedule|rate)|cost of living|\bcola\b|salario|"
    r"rémunération",
    "travel": r"travel|mileage|per diem|transport(?:ation)? expens|viáticos|frais de déplacement",
    "expenses": r"reimburse|expense|tool allowance|moving",
    "uniforms": r"uniform|clothing|protective (?:clothing|equipment)|apparel|vestuario",
    "holidays": r"holiday|días? festivo|feriado|jours fériés",
    "vacation": r"vacation|annual leave|vacaciones|congés annuels",
    "sick_leave": r"sick leave|sickness|illness|enfermedad|maladie|incapacity",
    "family_leave": r"family|parental|maternity|paternity|adoption|fmla|bereavement|funeral|childbirth",
    "other_leave": r"leaves?\b(?! of contents)|absence|sabbatical|jury|military|licencias?|permisos?|congés?",
    "telework": r"telework|remote work|work(?:ing)? from home|teletrabajo|télétravail",
    "insurance": r"insurance|health (?:care|benefit|plan|and welfare)|medical (?:benefit|plan|coverage)|dental|"
    r"seguro|mutuelle",
    "retirement": r"retire|pension|401|jubilación|retraite",
    "safety": r"safety|health\b|hazard|occupational|ergonomic|seguridad|sécurité|workplace violence",
    "injury": r"workers['’]? comp|injur|on-the-job|accident|light duty|limited duty",
    "drug_testing": r"drug|alcohol|substance|fitness for duty|physical examination",
    "discrimination": r"discriminat|equal (?:employment|opportunity)|\beeo\b|harass|civil rights|diversity|"
    r"reasonable accommodation|disabilit",
    "training": r"training|education|tuition|professional development|apprentic|capacitación|formation",
    "facilities": r"parking|transit|locker|facilit|cafeteria|child ?care|parking",
    "labor_management": r"labor[- /]?management|joint committee|\blmc\b|partnership|consult|meet and confer|"
    r"committees?\b",
    "negotiations": r"negotiat|mid-?term bargaining|impact bargaining|reopener|zipper|successor|ground rules|"
    r"négociation",
    "strikes": r"strike|lock-?out|work stoppage|picket|huelga|grève",
    "past_practice": r"past practice|existing (?:conditions|practices)|maintenance of (?:standards|conditions|"
    r"benefits)",
    "duration": r"duration|term of (?:the )?agreement|effective date|savings|separability|severability|"
    r"scope of (?:the )?agreement|"
    r"distribution of (?:the )?agreement|printing|vigencia|durée",
    "definitions": r"definition|glossary|interpretation|definiciones|définitions",
    "purpose": r"preamble|purpose|intent|governing laws|precedence|general provisions|propósito|preámbulo",
}
RULES = {name: re.compile(rf"\b(?:{words})", re.I) for name, words in TOPICS.items()}
NAMES = tuple(TOPICS)
MOST = 2


def topics_of(*titles: str) -> list[str]:
    """Topics of a section by its own title, else by that of its article; at most two, the earliest words first."""
    for title in titles:
        found = sorted(
            (match.start(), at, name) for at, (name, rule) in enumerate(RULES.items()) if (match := rule.search(title))
        )
        if found:
            return [name for _start, _at, name in found[:MOST]]
    return []
