"""A made-up local and two months of its lists, by a seed, with what a careful person would find in them."""

from __future__ import annotations

import copy
import datetime
import random
import unicodedata

LAST = ["Abernathy", "Achebe", "Bianchi", "Björk", "Castellano", "Chaudhry", "De Luca", "Dvořák", "Fitzgerald", "García", "Gutiérrez",
        "Hakimi", "Ibarra", "Jansson", "Kaminski", "Łukasik", "MacLeod", "Mbeki", "Nakamura", "O'Connell", "Okafor", "Pérez",
        "Quintero", "Reilly", "Sørensen", "St. Clair", "Tesfaye", "Udall", "van der Berg", "Weiss", "Xiong", "Yilmaz", "Zamora",
        "Delgado-Ruiz", "Le", "Ng", "D'Amico", "de la Rosa", "Hall", "Harris", "Young", "Price", "Stone", "Rivers", "Woods",
        "Fields", "Lake", "Bell", "Cole", "Dunn"]  # fmt: skip
FIRST = ["Aaron", "Abigail", "Beatriz", "Benjamin", "Carlos", "Chloé", "Daniel", "Deborah", "Edward", "Elizabeth", "Fatima", "Frank",
         "Gregory", "Helen", "Imani", "Jacqueline", "James", "Katherine", "Lawrence", "Margaret", "Matthew", "Nadia", "Olivia",
         "Patricia", "Rashid", "Robert", "Susan", "Théo", "Thomas", "Ursula", "Victoria", "William", "Xavier", "Yvonne", "Zoë",
         "Mary Ann", "Kim", "Jordan", "Lee", "Dana"]  # fmt: skip
NICK = {"Benjamin": "Ben", "Daniel": "Dan", "Edward": "Ed", "Elizabeth": "Beth", "Gregory": "Greg", "James": "Jim",
        "Katherine": "Kate", "Lawrence": "Larry", "Margaret": "Peggy", "Matthew": "Matt", "Patricia": "Trish",
        "Robert": "Bob", "Susan": "Sue", "Thomas": "Tom", "William": "Bill", "Deborah": "Debbie"}  # fmt: skip
TITLES = {"GS": [("0644", "Medical Technologist"), ("0318", "Secretary (Office Automation)"), ("1165", "Loan Specialist"),
                 ("0083", "Police Officer"), ("2210", "IT Specialist (Network & Security)"), ("0085", "Security Guard")],
          "WG": [("5703", "Motor Vehicle Operator"), ("3566", "Custodial Worker"), ("6907", "Materials Handler")]}  # fmt: skip
TOURS = ["0700-1530", "0800-1630", "1530-2400", "2400-0800", "0600-1430"]
PLACES = [
    ("HRB", "Harbor Logistics Agency", "0421", ["Dock 9", "Harbor House", "Cold Store No 2"]),
    (
        "PRK",
        "National Parks Office",
        "0553",
        ["Ridge Visitor Center", "Valley Camp", "Mesa Ranger Station", "Ridge Annex"],
    ),
    ("LAB", "Bureau of Standards Testing", "0617", ["Main Laboratory", "Annex C"]),
]
SCHEMES = {
    "eight with zeros": lambda dice: (
        f"{dice.choice([dice.randrange(100_000, 999_999), dice.randrange(10_000_000, 99_999_999)]):08d}"
    ),
    "six": lambda dice: f"{dice.randrange(100_000, 999_999)}",
    "seven with zeros": lambda dice: (
        f"{dice.choice([dice.randrange(10_000, 99_999), dice.randrange(1_000_000, 9_999_999)]):07d}"
    ),
    "nine": lambda dice: f"{dice.randrange(1_000_000, 999_999_999):09d}",
    "letter and six": lambda dice: f"E{dice.randrange(0, 999_999):06d}",
}
RATES = [1450, 1850, 2325]


def bare(text):
    """Without marks."""
    text = text.translate(str.maketrans("øØłŁđĐ", "oOlLdD"))
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def swapped(number, dice):
    """One pair of neighbouring digits exchanged."""
    places = [at for at in range(1, len(number) - 1) if number[at] != number[at + 1] and number[at : at + 2].isdigit()]
    at = dice.choice(places)
    return number[:at] + number[at + 1] + number[at] + number[at + 2 :]


class World:
    """`unit` and `later` are the employer's two months, `members` the local's own, `dues` and `cards` the money."""

    def __init__(self, seed, count=240):
        self.dice = random.Random(f"month {seed}")
        self.scheme = self.dice.choice(list(SCHEMES))
        self.numbers, self.names, self.truth = set(), set(), {}
        self.unit = [self._person() for _ in range(count)]
        self._namesakes()
        self._membership()
        self._money()
        self._next_month()

    # --- people

    def _number(self):
        while True:
            number = SCHEMES[self.scheme](self.dice)
            near = {number[:at] + number[at + 1] + number[at] + number[at + 2 :] for at in range(len(number) - 1)}
            if not (near | {number}) & self.numbers and len(set(number.strip("E0"))) > 2:
                self.numbers.add(number)
                return number

    def _person(self, **given):
        dice = self.dice
        while True:
            last, first = dice.choice(LAST), dice.choice(FIRST)
            if dice.random() < 0.08:
                last = f"{last}-{dice.choice(['Marsh', 'Noor', 'Olsen', 'Paz'])}"
            mi = dice.choice("ABCDEFGHJKLMNPRSTW") if dice.random() < 0.6 else ""
            key = (bare(last).lower(), bare(first).lower()[:4])
            if key not in self.names or "last" in given:
                self.names.add(key)
                break
        code, agency, bus, sites = dice.choice(PLACES)
        plan = "GS" if dice.random() < 0.75 else "WG"
        series, title = dice.choice(TITLES[plan])
        hired = datetime.date(1989, 1, 1) + datetime.timedelta(days=dice.randrange(12_900))
        site = dice.choice(sites)
        return {
            "id": self._number(), "last": last, "first": first, "mi": mi, "suffix": dice.choice(["Jr", "III"]) if dice.random() < 0.02 else "",
            "code": code, "agency": agency, "bus": bus, "site": site, "org": f"{code}{dice.choice('ABC')}{1 + sites.index(site)}0",
            "plan": plan, "series": series, "title": title, "grade": dice.randrange(3, 13), "step": dice.randrange(1, 11),
            "sched": dice.choice(["F", "F", "F", "F", "P"]), "tour": dice.choice(TOURS), "eod": hired,
        } | given  # fmt: skip

    def _namesakes(self):
        """Pairs that must never be taken for one: another initial, Jr and Sr, the same name at another site or the same."""
        self.apart = []
        for what in ("initial", "suffix", "site", "nothing"):
            one = self._person(mi="", suffix="")
            other = self._person(last=one["last"], first=one["first"], mi="", suffix="")
            other |= {key: one[key] for key in ("code", "agency", "bus", "site", "org")}
            if what == "initial":
                one["mi"], other["mi"] = "A", "R"
            elif what == "suffix":
                one["suffix"], other["suffix"] = "Sr", "Jr"
            elif what == "site":
                place = next(place for place in PLACES if place[0] != one["code"])
                other |= {
                    "code": place[0],
                    "agency": place[1],
                    "bus": place[2],
                    "site": place[3][0],
                    "org": f"{place[0]}A10",
                }
            self.unit += [one, other]
            self.apart.append((one, other, what))

    # --- members and money

    def _membership(self):
        dice = self.dice
        self.members = []
        special = {id(person) for pair in self.apart for person in pair[:2]}
        ordinary = [person for person in self.unit if id(person) not in special]
        chosen = dice.sample(ordinary, int(len(ordinary) * 0.6))
        chosen += [pair[0] for pair in self.apart] + [pair[1] for pair in self.apart[1:2]]
        for person in chosen:
            self.members.append(self._member(person, "payroll" if dice.random() < 0.65 else "edues"))
        for why, count in (("retired", 4), ("supervisor", 3), ("separated", 3)):
            for _ in range(count):
                person = self._person()
                self.members.append(self._member(person, "annual" if why == "retired" else "payroll", why))
        self.truth["in_unit"] = sum(not member["why"] for member in self.members)
        dice.shuffle(self.members)
        for at, member in enumerate(self.members):
            member["member"] = 300_117 + at * 11
        self._second_records()

    def _member(self, person, method, why=""):
        dice = self.dice
        handle = bare(f"{person['first']}.{person['last']}").lower().replace(" ", "").replace("'", "")
        return {
            "person": person, "method": method, "why": why, "rate": 3600 if method == "annual" else dice.choice(RATES),
            "cell": f"{dice.choice(['216', '614', '937'])}555{dice.randrange(10_000):04d}",
            "email": f"{handle}{dice.randrange(9999)}@example.net" if dice.random() < 0.8 else "",
            "street": f"{dice.randrange(10, 9990)} {dice.choice(['Birch', 'Canal', 'Quarry', 'Third'])} {dice.choice(['St', 'Ave', 'Ln'])}",
            "city": "Port Amity", "state": "MA", "zip": f"02{dice.randrange(100, 200)}",
            "joined": min(person["eod"] + datetime.timedelta(days=dice.randrange(2500)), datetime.date(2026, 2, 1)),
            "no_text": dice.random() < 0.03, "nick": NICK.get(person["first"], "") if dice.random() < 0.15 else "", "dup": None,
        }  # fmt: skip

    def _second_records(self):
        """The same member under a second member number: nickname, same cell."""
        free = [m for m in self.members if m["person"]["first"] in NICK and not m["why"] and not m["nick"]][:3]
        self.truth["duplicate_members"] = []
        for at, member in enumerate(free):
            second = copy.copy(member) | {
                "member": 990_001 + at,
                "nick": NICK[member["person"]["first"]],
                "dup": member,
            }
            second["email"] = "" if at == 0 else second["email"]
            self.members.append(second)
            self.truth["duplicate_members"].append((member["member"], second["member"]))

    def _money(self):
        dice = self.dice
        named = {id(person) for pair in self.apart for person in pair[:2]}
        own = [m for m in self.members if not m["dup"]]
        payroll = [m for m in own if m["method"] == "payroll" and m["why"] != "separated"]
        plain = [m for m in payroll if not m["why"] and id(m["person"]) not in named]
        dice.shuffle(plain)
        missing, wrong, back = plain[:4], plain[4:9], plain[9:11]
        strangers = [p for p in self.unit if all(m["person"] is not p for m in self.members) and id(p) not in named][:4]
        self.dues = [(m["person"], m["rate"]) for m in payroll if m not in missing and m not in wrong]
        self.dues += [(m["person"], RATES[(RATES.index(m["rate"]) + 1) % 3]) for m in wrong]
        self.dues += [(m["person"], -m["rate"]) for m in back] + [(person, 1450) for person in strangers]
        self.truth |= {
            "payroll_not_remitted": [m["member"] for m in own if m in missing or m["why"] == "separated"],
            "amount_mismatch": [m["member"] for m in wrong],
            "supervisors_paying": [m["member"] for m in payroll if m["why"] == "supervisor"],
            "paying_not_member": [person["id"] for person in strangers],
            "remit_cents": sum(cents for _person, cents in self.dues), "remit_records": len(self.dues),
        }  # fmt: skip
        cards = [m for m in own if m["method"] == "edues"]
        self.truth["edues_failed"] = [m["member"] for m in cards[:5]]
        self.cards = [(m, "bad" if m in cards[:5] else "good", m["rate"] * 2) for m in cards]
        self.cards += [(cards[5], "good", cards[5]["rate"] * 2), (cards[6], "back", -cards[6]["rate"] * 2)]
        self.cards += [(cards[7], "bad", cards[7]["rate"] * 2)]  # tried again, and it went through
        dice.shuffle(self.cards)

    # --- the month after

    def _next_month(self):
        dice = self.dice
        special = {id(person) for pair in self.apart for person in pair[:2]}
        self._rename_org()
        later = [copy.copy(person) for person in self.unit]
        pool = [new for new, old in zip(later, self.unit, strict=True) if id(old) not in special]
        dice.shuffle(pool)
        take = iter(pool).__next__
        truth = self.truth
        truth |= {"removals": [], "adds": [], "changed": [], "name_changed": [], "same_person_new_id": [], "no_id": []}
        for _ in range(6):
            gone = take()
            later.remove(gone)
            truth["removals"].append(gone["id"])
        self._jobs(take)
        for kind in ("married", "hyphen", "typo", "first", "back"):
            self._rename(take(), kind)
        for _ in range(2):
            person = take()
            shown = swapped(person["id"], dice)
            truth["same_person_new_id"].append((person["id"], shown))
            person["shown"] = shown
        for _ in range(2):
            take()["shown"] = ""
        later += self._newcomers(pool)
        self.later = later

    def _rename_org(self):
        """The largest one; everybody's organization as the later list has it."""
        old = max(sorted({p["org"] for p in self.unit}), key=lambda org: sum(p["org"] == org for p in self.unit))
        self.truth["org_rename"] = (old, old[:3] + "-" + old[3:] + "X")
        for person in self.unit:
            person["org_later"] = self.truth["org_rename"][1] if person["org"] == old else person["org"]

    def _jobs(self, take):
        changed = self.truth["changed"]
        for at in range(24):
            person = take()
            fields = [("step",), ("grade", "step"), ("tour",), ("sched",), ("station", "org")][at % 5]
            if "step" in fields:
                person["step"] = person["step"] % 10 + 1
            if "grade" in fields:
                person["grade"] += 1
            if "tour" in fields:
                person["tour"] = TOURS[(TOURS.index(person["tour"]) + 1) % 5]
            if "sched" in fields:
                person["sched"] = "P" if person["sched"] == "F" else "F"
            if "station" in fields:
                self._move(person)
            changed += [f"{person['id']}:{field}" for field in fields]

    def _move(self, person):
        sites = next(place[3] for place in PLACES if place[0] == person["code"])
        there = next(p for p in self.unit if p["code"] == person["code"] and p["site"] != person["site"]
                     and p["org_later"] != person["org"] and p["org"] != self.truth["org_rename"][0])  # fmt: skip
        assert there["site"] in sites
        person["site"], person["org"], person["moved"] = there["site"], there["org"], True

    def _rename(self, person, kind):
        if kind == "married":
            person["last"] = "Featherstone"
        elif kind == "hyphen":
            person["last"] = f"{person['last']}-Lindqvist"
        elif kind == "typo":
            person["last"] = person["last"] + person["last"][-1]
        elif kind == "first":
            person["first"] = "Rowan"
        else:
            person["last"] = "Halloran"
        self.truth["name_changed"].append(person["id"])

    def _newcomers(self, pool):
        """Hires; one has a leaver's name, one the neighbour's number with two digits swapped, one was ours before."""
        new = [self._person(eod=datetime.date(2026, 4, 1 + at)) for at in range(5)]
        leaver = next(person for person in self.unit if person["id"] == self.truth["removals"][0])
        new[0] |= {key: leaver[key] for key in ("last", "first", "site", "org", "code", "agency", "bus")}
        neighbour = pool[-1]
        new[1]["id"] = swapped(neighbour["id"], self.dice)
        namesake = pool[-2]
        new[2] |= {
            "last": namesake["last"],
            "first": namesake["first"],
            "mi": namesake["mi"],
            "suffix": namesake["suffix"],
        }
        old = next(m for m in self.members if m["why"] == "supervisor")
        new.append(old["person"])
        new.append(self._person(eod=datetime.date(1999, 9, 9)))
        self.truth["adds"] = [person["id"] for person in new]
        for person in new:
            person["org_later"] = (
                self.truth["org_rename"][1] if person["org"] == self.truth["org_rename"][0] else person["org"]
            )
        return new
