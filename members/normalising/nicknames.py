"""English and Spanish short names, so that Liz and Elizabeth can be put side by side."""

GROUPS = """
abigail abby gail
abraham abe bram
albert al bert
alejandra alex ale
alejandro alex ale jandro
alexander alex al xander sandy sasha
alexandra alex sandra sandy lexi
alfred al fred alf
alice allie
amanda mandy
andrew andy drew
angela angie
anthony tony
antonio tony tono
arthur art artie
barbara barb barbie babs
benjamin ben benny benji
bernard bernie
beverly bev
bradley brad
calvin cal
cameron cam
carol carrie
caroline carrie carol
carolyn carol carrie lyn
catherine cathy cate katie kate kat cat
charles charlie chuck chas
charlotte charlie lottie
christina chris tina christy chrissy
christine chris tina christy chrissy
christopher chris kit topher
clifford cliff
concepcion concha conchita
consuelo chelo
cynthia cindy
daniel dan danny
danielle dani
david dave davey
deborah deb debbie debby
debra deb debbie
dennis denny
diane di
dolores lola lolita
dominic dom nick
donald don donny
donna dee
dorothy dot dottie dolly
douglas doug
eduardo eddie lalo
edward ed eddie ted ned
edwin ed eddie
eleanor ellie nell nora
elizabeth liz beth betty eliza lizzie betsy libby bess lisa
emily em emmy
enrique rick quique
ernesto neto ernie
eugene gene
evelyn evie
ezekiel zeke
federico fede fred
fernando nando fer
frances fran francie
francis frank fran
francisco paco pancho frank cisco
franklin frank
frederick fred freddie rick
gabriel gabe
gabriela gaby gabi
gabrielle gabby
gerald gerry jerry
geraldine geri
gilbert gil bert
gloria glo
graciela chela
gregorio goyo greg
gregory greg
guadalupe lupe
guillermo memo willie
harold hal harry
harriet hattie
helen nell
henry hank harry hal
herbert herb bert
howard howie
humberto beto
ignacio nacho
isabel isa chabela
isabella bella izzy
jacob jake jay
jacqueline jackie
james jim jimmy jamie jay
janet jan
jason jay
jeffrey jeff
jennifer jen jenny jenn
jeremiah jerry
jerome jerry
jesse jess
jessica jess jessie
jesus chuy
joan joanie
john jack johnny jon
jonathan jon john nathan
jose pepe joe
joseph joe joey jos
josephine jo josie
joshua josh
judith judy
julia julie
katherine kathy kate katie kat kathie kay kitty
kathleen kathy kate katie kathie
kenneth ken kenny
kevin kev
kimberly kim
lawrence larry lars
leonard len lenny leo
leonardo leo
leslie les
lillian lily lil
louis lou louie
louise lou
lucas luke
luis lou louie
madison maddie
manuel manny manolo
marcus marc mark
margaret maggie meg peggy marge margie greta rita madge
maria mary mia
marjorie marge margie
mark marc
martha marty patty
martin marty
matthew matt
maureen mo
maximilian max
melissa mel missy lissa
melvin mel
mercedes meche
michael mike mick mickey mikey
michelle shelly mitch chelle
miguel mike mickey
mitchell mitch
monica mona
nancy nan
natalie nat
nathan nate nat
nathaniel nate nat nathan
nicholas nick nicky
nicole nikki nicki
norman norm
oliver ollie
pamela pam
patricia pat patty tricia trish patti
patrick pat paddy rick
paul paulie
peter pete
philip phil pip
phillip phil pip
priscilla cilla
rachel rae
rafael rafa rafi
ramon ray
randall randy
raymond ray
rebecca becky becca
reginald reggie reg
ricardo rick richie
richard rick dick rich ricky richie
robert bob rob bobby robbie bert
roberta bobbie berta
roberto beto bob rob
roderick rod rick
rodney rod
roger rog
ronald ron ronnie
rosario chayo charo
rosemary rose rosie
russell russ
salvador chava sal
samantha sam sammie
samuel sam sammy
sandra sandy
santiago santi
sarah sally sadie
sharon shari
shirley shirl
stanley stan
stephanie steph stevie
stephen steve stevie steph
steven steve stevie
stuart stu
susan sue susie suzy
suzanne sue susie
sylvester sly
tamara tammy
teresa terry tess
terrence terry
theodore ted teddy theo
theresa terry tess
thomas tom tommy
timothy tim timmy
tyrone ty
valerie val
vanessa nessa
veronica ronnie roni
vicente chente vince
victor vic
victoria vicky tori vicki
vincent vince vinny
virginia ginny ginger
vivian viv
walter walt wally
wayne wayn
wilfred will fred
william will bill billy liam willie
yolanda yoli
zachary zach zack
"""
FORMAL: dict[str, frozenset[str]] = {}
for _line in GROUPS.strip().splitlines():
    _formal, *_short = _line.split()
    for _name in (_formal, *_short):
        FORMAL[_name] = FORMAL.get(_name, frozenset()) | {_formal}


def same_given_name(one: str, other: str) -> bool:
    """Both could be short for the same name. Folded words only."""
    return one == other or bool(FORMAL.get(one, frozenset({one})) & FORMAL.get(other, frozenset({other})))


GROUP: dict[str, frozenset[str]] = {}
for _line in GROUPS.strip().splitlines():
    _names = frozenset(_line.split())
    for _name in _names:
        GROUP[_name] = GROUP.get(_name, frozenset()) | _names


def other_given_names(name: str) -> frozenset[str]:
    """Every name this one may be short for or shortened to, itself too. A folded word only."""
    return GROUP.get(name, frozenset()) | {name}
