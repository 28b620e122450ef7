"""The invented employer: four services, six worksites, and the jobs done there."""

from dataclasses import dataclass

LOCAL_NAME = "Tri-Rivers Federal Employees"
LOCAL_NUMBER = "2741"
GROUP = "Tri-Rivers Federal Service Group"


@dataclass(frozen=True)
class Service:
    """One of the four agencies; each is a bargaining unit of its own under one agreement."""

    name: str
    code: str
    bus: str
    mail: str


@dataclass(frozen=True)
class Job:
    title: str
    plan: str
    series: str
    grades: tuple[str, ...]
    steps: int


@dataclass(frozen=True)
class Site:
    name: str
    code: str
    service: Service
    people: int
    density: float
    shift_weights: tuple[int, int, int]
    offices: tuple[str, ...]
    jobs: tuple[Job, ...]

    @property
    def keeps_office_hours(self) -> bool:
        return self.shift_weights[2] == 0


RIVER = Service("River Navigation Service", "RNS", "2741", "rns.gov.example")
CLAIMS = Service("Benefit Claims Bureau", "BCB", "2742", "bcb.gov.example")
HARBOR = Service("Harbor Inspection Office", "HIO", "2743", "hio.gov.example")
RECORDS = Service("Regional Records Center", "RRC", "2744", "rrc.gov.example")
SERVICES = (RIVER, CLAIMS, HARBOR, RECORDS)

LOCK_TENDER = Job("Lock Tender", "WG", "5426", ("07", "08"), 5)
MECHANIC = Job("Deck Mechanic", "WG", "5352", ("09", "10"), 5)
CRANE = Job("Crane Operator", "WG", "5725", ("11",), 5)
ELECTRICIAN = Job("Electrician", "WG", "2805", ("10",), 5)
BOAT = Job("Boat Operator", "WG", "5786", ("08", "09"), 5)
STORES = Job("Stores Clerk", "WG", "6914", ("05",), 5)
DISPATCHER = Job("River Traffic Dispatcher", "GS", "2151", ("07", "08"), 10)
EXAMINER = Job("Claims Examiner", "GS", "0996", ("07", "09", "11"), 10)
CLAIMS_CLERK = Job("Claims Assistant", "GS", "0998", ("05", "06"), 10)
CONTACT = Job("Contact Representative", "GS", "0962", ("06", "07"), 10)
INSPECTOR = Job("Harbor Inspector", "GS", "1801", ("09", "11"), 10)
SAMPLER = Job("Water Sampling Technician", "GS", "1311", ("06", "07"), 10)
ARCHIVIST = Job("Archives Technician", "GS", "1421", ("05", "06", "07"), 10)
SCANNER = Job("Records Scanning Clerk", "GS", "0305", ("04", "05"), 10)
ANALYST = Job("Program Analyst", "GS", "0343", ("09", "11", "12"), 10)

SITES = (
    Site(
        "Riverside Depot",
        "RD",
        RIVER,
        210,
        0.75,
        (5, 3, 2),
        ("MAINT", "YARD", "STORES"),
        (MECHANIC, CRANE, ELECTRICIAN, STORES, BOAT, DISPATCHER),
    ),
    Site(
        "Millrace Lock Station",
        "ML",
        RIVER,
        95,
        0.60,
        (4, 3, 3),
        ("CREW1", "CREW2", "CREW3"),
        (LOCK_TENDER, LOCK_TENDER, MECHANIC, BOAT),
    ),
    Site(
        "Claims Center 1",
        "CC1",
        CLAIMS,
        180,
        0.72,
        (8, 2, 0),
        ("INTAKE", "REVIEW", "PHONE"),
        (EXAMINER, EXAMINER, CLAIMS_CLERK, CONTACT),
    ),
    Site(
        "Claims Center 2",
        "CC2",
        CLAIMS,
        130,
        0.53,
        (8, 2, 0),
        ("INTAKE", "REVIEW", "APPEALS"),
        (EXAMINER, CLAIMS_CLERK, CONTACT, ANALYST),
    ),
    Site(
        "Harbor Annex",
        "HA",
        HARBOR,
        120,
        0.78,
        (5, 3, 2),
        ("PIER", "LAB", "PATROL"),
        (INSPECTOR, INSPECTOR, SAMPLER, BOAT),
    ),
    Site(
        "Records Hall",
        "RH",
        RECORDS,
        101,
        0.55,
        (1, 0, 0),
        ("STACKS", "SCAN", "FRONT"),
        (ARCHIVIST, SCANNER, ANALYST),
    ),
)
STREETS = (
    "Alder St",
    "Barge Way",
    "Canal St",
    "Cooper Ave",
    "Depot Rd",
    "Elm Ct",
    "Ferry Ln",
    "Granary St",
    "Heron Dr",
    "Ironworks Ave",
    "Juniper St",
    "Kiln Rd",
    "Lantern Ave",
    "Millrace Rd",
    "North Bank St",
    "Orchard Ln",
    "Pier St",
    "Quarry Rd",
    "Ropewalk Ave",
    "Signal Hill Rd",
    "Towpath Ln",
    "Union St",
    "Vine St",
    "Wharf Ave",
)
TOWNS = {"Three Forks Landing": "45991", "Millrace": "45992", "Harbor Point": "45993", "East Towpath": "45994"}
