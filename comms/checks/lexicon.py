"""Word lists of the checks: jargon, given names, words that carry a capital without being a name."""

JARGON = {
    "EO": "executive order",
    "ULP": "unfair labor practice",
    "LMR": "labor-management relations",
    "BUE": "bargaining unit employee",
    "BU": "bargaining unit",
    "NTE": "not to exceed",
    "WGI": "within-grade increase",
    "RIF": "reduction in force",
    "PIP": "performance improvement plan",
    "LWOP": "leave without pay",
    "AWOL": "absent without leave",
    "CBA": "contract",
    "MOU": "written agreement",
    "MOA": "written agreement",
    "TA": "tentative agreement",
    "RFI": "information request",
    "FLRA": "Federal Labor Relations Authority",
    "FSIP": "Federal Service Impasses Panel",
    "MSPB": "Merit Systems Protection Board",
    "EEOC": "Equal Employment Opportunity Commission",
    "OPM": "Office of Personnel Management",
    "AWS": "alternative work schedule",
    "CWS": "compressed work schedule",
    "FMLA": "family and medical leave",
    "NEO": "new employee orientation",
    "COB": "end of the work day",
    "FOIA": "public records request",
    "GS": "general schedule",
    "WG": "wage grade",
    "PCT": "per capita tax",
    "LMRDA": "the law on union elections and reports",
    "DFR": "duty of fair representation",
    "PTO": "paid time off",
    "TDY": "temporary duty",
}
LONG_WORDS = {
    "pursuant to": "under",
    "in accordance with": "under",
    "utilize": "use",
    "utilise": "use",
    "commence": "start",
    "heretofore": "until now",
    "aforementioned": "this",
    "notwithstanding": "despite",
    "in the event that": "if",
    "with respect to": "about",
    "prior to": "before",
    "subsequent to": "after",
    "ascertain": "find out",
    "promulgate": "issue",
    "effectuate": "carry out",
    "hereinafter": "from here on",
    "thereof": "of it",
    "herein": "here",
    "inter alia": "among others",
    "status quo ante": "what was before",
}
GIVEN_NAMES = frozenset(
    """aaron abdul abigail adam adrian ahmed aisha alan alberto alejandra alejandro alex alexander alexandra alfred
    ali alice alicia alisha amanda amber amy ana andre andrea andrew angel angela anita ann anna anne anthony antonio
    april arthur ashley austin barbara beatriz ben benjamin bernard beth betty beverly bill billy bob bobby bonnie
    brad bradley brandon brenda brian bruce bryan camila carl carla carlos carmen carol caroline carolyn catherine
    charles charlotte cheryl chris christian christina christine christopher cindy claudia clara colleen connie craig
    crystal curtis cynthia dale dan dana daniel danielle darius darlene darnell darryl david dawn deandre deborah
    denise dennis derek diana diane diego donald donna doris dorothy doug douglas dwayne dylan earl eddie edgar
    eduardo edward eileen elaine elena elizabeth ellen emily emma enrique eric erica erik ernesto ernest ethan eugene
    eva evelyn fatima felicia felix fernando frances francisco frank franklin fred frederick gabriel gail gary george
    gerald gina gladys glenn gloria gordon grace greg gregory guadalupe guillermo hannah harold harry hassan heather
    hector helen henry herbert hiroshi howard hugo ibrahim ignacio irene isaac isabel isabella ivan jack jackie jacob
    jacqueline jaime jamal james jamie jane janet janice jared jasmine jason javier jay jean jeff jeffrey jen jenna
    jennifer jeremy jerome jerry jesse jessica jesus jill jim jimmy jin joan joann joanne joaquin joe joel john johnny
    jon jonathan jordan jorge jose josé joseph josh joshua joyce juan juanita judith judy julia julian julie julio
    justin kareem karen karl kate katherine kathleen kathryn kathy katie keisha keith kelly ken kenneth kevin kim
    kimberly kofi kristen kristin kyle lakisha larry latoya laura lauren laurie lawrence leah lee leo leon leonard
    leroy leslie leticia lillian linda lisa liz lois lopez lori lorraine louis louise lucia lucy luis luke luz lydia
    malik manuel marc marcia marco marcus margaret maria maría mariana marie marilyn mario marion marisol marjorie
    marlene marsha marta martha martin marvin mary matt matthew maureen maurice megan mei melanie melissa melvin
    mercedes michael michele michelle miguel mike mildred ming miriam mohamed mohammed monica monique morgan nadia
    nancy naomi natalie natasha nathan nelson nicholas nick nicole nina noah nora norma norman olga oliver olivia
    omar oscar pablo pam pamela pat patrice patricia patrick paul paula pedro peggy penny peter phil philip phillip
    phyllis priya rachel rafael ralph ramon randall randy raquel raul ray raymond rebecca regina renee rhonda
    ricardo richard rick ricky rita rob robert roberta roberto robin rodney rodrigo roger ron ronald rosa rose
    rosemary roy ruben ruby russell ruth ryan sally salvador sam samantha samir samuel sandra santiago sara sarah
    scott sean sergio shannon sharon shaun shawn sheila shirley silvia simon sofia sonia sophia stacey stacy stanley
    stella stephanie stephen steve steven stuart sue susan suzanne sylvia tamara tammy tanisha tanya tara ted teresa
    terrence terry thelma theodore theresa thomas tiffany tim timothy tina todd tom tommy toni tony tonya tracey tracy
    travis tyler tyrone valerie vanessa vera vernon veronica vicki victor victoria vincent viola virginia vivian
    walter wanda warren wayne wei wendy wesley william willie winston xavier yasmin yesenia yolanda yvette yvonne
    zachary zoe""".split()
)
STARTERS = frozenset(
    """a an the this that these those we you they he she it i our your their my if when while after before as at by
    for from in on to with without about because so but and or not no yes please come bring call ask tell read write
    vote join meet see save keep send reply text talk check sign share show stand help let do don did does is are was
    were be been has have had will would can could may must should what who whom where why how which there here all
    any each every both many most some few more less one two three four five six seven eight nine ten first second
    third last next new now today then until since once only also even still just never always hello hi dear thanks
    thank welcome good great questions question remember note know learn find get take make give go stop start use
    april may june august grace hope faith mark will bill rose dawn joy rich drew chase grant art sue pat ray penny
    robin jay guy dale rusty
    el la los las un una si no para por con su sus en y o que cuando donde quien como contacto contactos responda llame venga
    lea escriba diga vote hola gracias preguntas temas fecha hora lugar aviso reunion lo le les nos nuestro nuestra usted ustedes
    traiga pase mire vea pida avisenos este esta estos estas hay puede pueden debe deben todos todas antes despues hoy""".split()
)
COMMON_CAPITALS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january
    february march april may june july august september october november december jan feb mar apr jun jul aug sep
    sept oct nov dec lunes martes miércoles miercoles jueves viernes sabado domingo article articles section sections
    art appendix chapter step local union agreement contract master supplement room building suite floor hall gate
    wing district council chapter lodge branch federal labor labour management agency department office division
    bureau board executive committee bargaining team unit steward stewards chief president vice secretary treasurer
    officer officers trustee member members membership sister sisters brother brothers siblings friends friend
    colleague colleagues everyone team folks in-person zoom teams webex google meet microsoft outlook facebook
    instagram whatsapp signal youtube twitter internet email e-mail sms english spanish español ingles inglés american
    americans united states america congress senate house hatch act weingarten code law constitution bylaws law notice
    election election ballot vote meeting agenda minutes subject preheader hello hi dear solidarity sincerely reply
    stop yes no human resources relations eastern central mountain pacific time standard daylight st ave street avenue
    road rd blvd drive dr mr mrs ms i i'm i'll i've i'd we're you're it's don't can't won't what's who's here's that's
    thanksgiving christmas veterans memorial labor juneteenth independence christ new year day weekly monthly union's
    covid medicare medicaid social security thrift savings plan black hispanic asian latino native covid-19 wifi
    wi-fi qr pdf ok p.s ps sr jr ii iii official""".split()
)
