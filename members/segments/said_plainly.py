"""The words people use when they say whom a list is to hold, and what they stand for."""

from __future__ import annotations

FILLING = frozenset({
    "who", "that", "which", "are", "is", "were", "was", "the", "a", "an", "people", "everyone", "everybody",
    "all", "employees", "employee", "workers", "worker", "staff", "persons", "anyone", "those", "they", "work",
    "works", "working", "located", "based", "at", "in", "on", "from", "of", "for", "with", "has", "have",
    "having", "and", ";", ",", "but", "also", "only", "their", "currently", "assigned", "whose", "any",
    "we", "please", "list", "show", "me", "yet", "been", "ever", "who's", "who’s",
})  # fmt: skip
DANGLING = ("at", "in", "on", "from", "of", "for", "with", "and", "but", "who", "that", "whose")
"""Something must follow these."""
TURNING = (
    "other than", "except for", "except", "excluding", "but not", "everyone but", "everybody but", "all but", "not",
    "do not", "dont", "don t", "arent", "aren t", "isnt", "isn t", "havent", "haven t", "hasnt", "hasn t", "have not",
    "has not", "werent", "weren t", "wasnt", "wasn t", "never",
)  # fmt: skip
SINGLE = frozenset({"site", "department", "org", "component", "unit", "employer", "shift", "title", "schedule",
                    "grade", "step", "dues method"})  # fmt: skip
"""Somebody has one of these at a time, so two of them are alternatives, whatever word joins them."""
STANDING = {
    "members": ("member", ["yes"]), "member": ("member", ["yes"]), "a member": ("member", ["yes"]),
    "non members": ("standing", ["nonmember"]), "nonmembers": ("standing", ["nonmember"]),
    "non member": ("standing", ["nonmember"]), "nonmember": ("standing", ["nonmember"]),
    "retired members": ("standing", ["retired"]), "retirees": ("standing", ["retired"]),
    "retired": ("standing", ["retired"]), "former members": ("standing", ["former"]),
    "paying": ("paying", ["yes"]), "paying dues": ("paying", ["yes"]), "payers": ("paying", ["yes"]),
    "dues payers": ("paying", ["yes"]), "non payers": ("paying", ["no"]), "nonpayers": ("paying", ["no"]),
    "non paying": ("paying", ["no"]), "unpaid": ("paying", ["no"]),
    "full time": ("schedule", ["Full-Time"]), "part time": ("schedule", ["Part-Time"]),
    "seasonal": ("schedule", ["Seasonal"]), "intermittent": ("schedule", ["Intermittent"]),
    "stewarded": ("covered", ["yes"]), "untagged": ("tag", []),
    **dict.fromkeys(("in unit", "in the unit", "in our unit", "in the bargaining unit"), ("in unit", ["yes"])),
    **dict.fromkeys(("outside the unit", "out of the unit", "outside our unit"), ("in unit", ["no"])),
}  # fmt: skip
SHIFT_WORDS = frozenset({
    "day", "days", "evening", "evenings", "night", "nights", "swing", "swings", "graveyard", "overnight",
    "mornings",
})  # fmt: skip
METHODS = {
    "payroll deduction": "payroll", "payroll": "payroll", "checkoff": "payroll", "dues deduction": "payroll",
    "e dues": "edues", "edues": "edues", "cash": "cash", "check": "cash", "credit card": "card", "card": "card",
    "annually": "annual", "annual": "annual", "direct": "direct",
}  # fmt: skip
PAYERS = ("payers", "payer")
PAYING_BY = (
    "paying dues by", "pay", "pays", "pay in", "pays in", "pay with", "pays with", "pay through", "paying by",
    "paying in", "paying through", "pay by", "pays by", "paid by", "paying with",
)  # fmt: skip
DATED = {
    "new hires": "hired", "new hire": "hired",
    "hired": "hired", "hire date": "hired", "started": "hired", "entered on duty": "hired", "seniority": "seniority",
    **{f"members who {gone}": "left" for gone in
       ("left", "quit", "resigned", "dropped", "dropped out", "left the union")},
    "left": "left", "left the union": "left", "membership ended": "left", "dropped": "left", "dropped out": "left",
    "resigned": "left", "quit": "left", "left the unit": "left the unit", "separated": "left the unit",
    "joined": "joined", "joined the union": "joined", "signed up": "joined", "enrolled": "joined", "member": "joined",
    "members": "joined",
}  # fmt: skip
WHEN = {
    "before": "before", "prior to": "before", "earlier than": "before", "after": "after", "later than": "after",
    "since": "from", "on or after": "from", "in or after": "from", "from": "from", "on or before": "to",
    "in or before": "to", "by": "to", "until": "to", "up to": "to", "in": "is", "on": "is", "during": "is",
    "within": "is", "within the": "is", "in the": "is", "": "is",
}  # fmt: skip
ABOVE = ("or above", "or higher", "or more", "and above", "and up", "or up", "and higher")
BELOW = ("or below", "or lower", "or less", "and below", "and under", "or under")
REACH = {
    "phone": "phone", "phones": "phone", "phone number": "phone", "cell": "cell", "cell phone": "cell",
    "mobile": "cell", "cell number": "cell", "mobile number": "cell",
    "e mail": "e-mail", "email": "e-mail", "e mails": "e-mail", "emails": "e-mail",
    "e mail address": "e-mail", "email address": "e-mail", "address": "address", "postal address": "address",
    "bounced e mail": "bad e-mail", "bounced email": "bad e-mail", "bouncing email": "bad e-mail",
    "bad e mail": "bad e-mail", "bad email": "bad e-mail", "bad e mail address": "bad e-mail",
    "wrong number": "bad phone", "bad phone": "bad phone", "bad number": "bad phone",
    "bad address": "bad address", "returned mail": "bad address", "wrong address": "bad address",
    "card on file": "form", "signed card": "form", "signed form": "form", "form on file": "form",
    "membership card": "form",
    "home address": "address", "mailing address": "address", "steward": "covered", "home phone": "home phone",
    "work e mail": "work e-mail", "work email": "work e-mail", "personal e mail": "personal e-mail",
    "personal email": "personal e-mail", "hire date": "hired", "employee number": "employee number",
}  # fmt: skip
WORSE, BETTER = ("or worse", "or weaker", "or higher", "or more"), ("or better", "or stronger", "or lower", "or less")
"""1 is the strongest support."""
HAPPENED = {
    "tagged": "tag",
    "assessed": "assessed", "talked with": "talked", "talked to": "talked", "spoken with": "talked",
    "spoken to": "talked",
}  # fmt: skip
ASSISTING = frozenset({"of", "on", "in", "the", "serving", "sitting"})
TOLD = {
    **dict.fromkeys(("card we do not have", "card we dont have", "card we don t have", "card is missing",
                     "cards are missing", "card is not"), ("form",)),
    **dict.fromkeys(("mail came back", "mail comes back", "mail was returned", "letters came back"),
                    ("bad address", "yes")),
    **dict.fromkeys(("e mail bounced", "email bounced", "e mail bounces", "email bounces", "e mail came back",
                     "email came back", "bounced e mails", "bounced emails"), ("bad e-mail", "yes")),
    **dict.fromkeys(("number is wrong", "phone is wrong", "wrong numbers"), ("bad phone", "yes")),
}  # fmt: skip
"""What is said of a card, a letter or a number; with nothing after the field, that there is none."""
NOT_LATELY = (
    "nobody has talked to them in", "nobody has talked with them in", "nobody talked to in", "not talked to in",
    "not talked with in", "not spoken to in", "not spoken with in", "not contacted in", "no contact in",
    "no conversation in", "no one on one in", "not talked to for", "not talked with for", "not contacted for",
    "not been talked to in", "have not talked to in", "havent talked to in", "not visited in",
    "nobody has talked to in", "nobody has spoken to in", "no one has talked to in",
)  # fmt: skip
"""Before so many days or months: the last talk is longer ago, or there was none."""
COUNTED = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12,
}  # fmt: skip
LIVING = ("live in", "lives in", "living in", "residing in", "reside in")
SPEAKING = ("speakers", "speaker", "speaking")
REFUSED = ("said no to", "opted out of", "refused", "unsubscribed from", "do not want", "dont want", "don t want")
AGREED = ("said yes to", "agreed to", "opted in to", "consented to")
CHANNELS = {
    "text messages": "text", "text message": "text", "texts": "text", "sms": "text", "texting": "text",
    "e mail": "e-mail", "e mails": "e-mail", "email": "e-mail", "emails": "e-mail", "mail": "mail", "post": "mail",
    "letters": "mail", "calls": "phone", "phone calls": "phone", "being called": "phone",
}  # fmt: skip
LACKING, HAVING = ("no", "without", "without a", "without an", "lacking", "missing", "with no"), ("with", "has", "have")
LONGER, SHORTER = ("more than", "over", "at least"), ("less than", "under", "fewer than")
ALSO_PLACES = {"work location": "site", "location": "site", "office building": "site", "job title": "title"}
PLACES = ("site", "department", "org", "component", "unit", "employer", "shift")
LONGEST = 6
