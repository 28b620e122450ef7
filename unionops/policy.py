"""Who may do what. One row per capability, one column per role; read it aloud at a membership meeting.

own: about yourself, or what is yours - unit: the units, sites and shifts you are steward of -
all: the whole local - a dot means no. What is not in the table is forbidden.
Rows that begin with `field:` guard single fields of a page.
"""

from django.utils.translation import gettext_lazy as _

from unionops.platform.access.policy import Policy

# The same rows in words, for the page "Who may do what".
MEANINGS = {
    "home.view": _("Open the home page"),
    "preferences.edit": _("Choose how pages look for oneself"),
    "search.all": _("Search everything one may see"),
    "gallery.view": _("See all parts pages are made of"),
    "access.policy": _("Read this table"),
    "access.accounts": _("See who has an account and which office"),
    "access.invite": _("Invite somebody to an account"),
    "access.grant": _("Give offices and stewardships"),
    "access.end": _("End somebody's office or whole access"),
    "access.decide": _("Agree to or refuse what takes a second person"),
    "access.local": _("Change the local's name, sector and colors"),
    "audit.view": _("Read what was done and seen, and by whom"),
    "audit.cases": _("Read what others did with cases"),
    "audit.sends": _("Read what others did with messages"),
    "audit.roster": _("Read what others did with the roster"),
    "audit.dues": _("Read what others did about dues"),
    "audit.box": _("Read what others did with accounts, models, mail and backups"),
    "audit.export": _("Export the list of what was done"),
    "jobs.view": _("See long jobs and stop them"),
    "files.download": _("Download uploaded files"),
    "models.view": _("See which language models are installed"),
    "models.manage": _("Fetch, test and switch language models"),
    "runs.view": _("See what a model was asked and what it answered"),
    "memory.view": _("See the wordings and facts models are told"),
    "memory.edit": _("Change the wordings and facts models are told"),
    "box.checklist": _("See what is still to be set up"),
    "box.mail": _("Set up how e-mail is sent"),
    "box.backup": _("Make, check and download backups"),
    "box.health": _("See how the box is doing"),
    "duties.view": _("See what is due for the local, such as reports and elections"),
    "duties.keep": _("Say what is due for the local, and mark it done"),
    "members.view": _("See people: name, unit, worksite, status"),
    "members.edit": _("Change what is known about a person"),
    "members.import": _("Import rosters and take imports back"),
    "members.reconcile": _("Compare dues lists with the roster"),
    "members.tasks": _("See tasks about people, and settle them"),
    "members.duplicates": _("Decide whether two entries are one person"),
    "members.segments": _("Save lists of people by what they have in common"),
    "members.density": _("See how many are members, place by place"),
    "members.export": _("Export lists of people"),
    "members.erase": _("Erase a person's data"),
    "members.organize": _("Note conversations about joining and helping"),
    "members.turf": _("Carry a walk list and note what came of each visit"),
    "members.turf_cut": _("Cut lists into walk lists and give them to people"),
    "members.structure": _("See officers, stewards and committees with their terms"),
    "members.committees": _("Keep committees and who serves on them"),
    "field:contact": _("See addresses, telephone numbers and consents"),
    "field:dues": _("See dues and how they are paid"),
    "contracts.view": _("Read and search the agreements"),
    "contracts.note": _("Read and write notes for stewards at clauses"),
    "contracts.ask": _("Ask questions of the agreements"),
    "contracts.manage": _("Add, correct and publish agreements"),
    "contracts.practices": _("Read the list of past practices"),
    "contracts.practice_write": _("Write down a past practice and its evidence"),
    "contracts.practice_confirm": _("Confirm or end a past practice"),
    "grievances.view": _("Read cases"),
    "grievances.claim": _("Take a case nobody has yet"),
    "grievances.open": _("Open a case"),
    "grievances.work": _("Work on a case: steps, dates, documents"),
    "grievances.assign": _("Give a case to somebody"),
    "grievances.restrict": _("Close a case to all but named people"),
    "grievances.rules": _("Set the steps and time limits of procedures"),
    "grievances.simulate": _("Try out how time limits are counted"),
    "grievances.statistics": _("See figures about cases without names"),
    "grievances.register": _("See the list of cases by number and step, without what they are about"),
    "grievances.import": _("Bring in old cases"),
    "grievances.time": _("Log official time and export it"),
    "grievances.status": _("See how one's own case stands"),
    "comms.view": _("See messages"),
    "comms.draft": _("Write messages"),
    "comms.approve": _("Approve messages somebody else wrote"),
    "comms.send": _("Send approved messages"),
    "comms.export": _("Export approved messages with their recipients"),
    "comms.release": _("Release a settled case, told without names, for messages"),
    "comms.templates": _("Keep templates, house wordings and elections"),
    "board.view": _("See the president's board"),
}

POLICY = Policy(
    """
                          member  steward  chief_steward  comms_chair  membership_secretary  treasurer  officer  trustee  technical_admin
    home.view             own     own      own            own          own                   own        own      own      own
    preferences.edit      own     own      own            own          own                   own        own      own      own
    search.all            own     own      own            own          own                   own        own      own      .
    gallery.view          .       .        .              .            .                     .          all      .        all

    access.policy         all     all      all            all          all                   all        all      all      all
    access.accounts       .       .        .              .            all                   .          all      all      all
    access.invite         .       .        .              .            all                   .          all      .        .
    access.grant          .       .        .              .            .                     .          all      .        .
    access.end            .       .        .              .            .                     .          all      .        all
    access.decide         .       .        .              .            all                   .          all      .        .
    access.local          .       .        .              .            .                     .          all      .        .
    audit.view            .       own      own            own          own                   own        all      all      own
    audit.cases           .       .        all            .            .                     .          all      all      .
    audit.sends           .       .        .              all          .                     .          all      all      .
    audit.roster          .       .        .              .            all                   .          all      all      .
    audit.dues            .       .        .              .            .                     all        all      all      .
    audit.box             .       .        .              .            .                     .          all      all      all
    audit.export          .       .        .              .            .                     .          all      all      .
    jobs.view             own     own      own            own          own                   own        all      .        all
    files.download        own     own      own            own          own                   own        own      .        .
    models.view           .       all      all            all          all                   all        all      all      all
    models.manage         .       .        .              .            .                     .          all      .        all
    runs.view             .       own      own            own          own                   own        all      .        all
    memory.view           .       all      all            all          all                   .          all      .        .
    memory.edit           .       .        all            all          .                     .          all      .        .
    box.checklist         .       .        .              .            .                     .          all      .        all
    box.mail              .       .        .              .            .                     .          all      .        all
    box.backup            .       .        .              .            .                     .          all      .        all
    box.health            .       .        .              .            .                     .          all      .        all

    duties.view           .       .        all            .            all                   all        all      all      .
    duties.keep           .       .        .              .            .                     all        all      .        .

    members.view          own     unit     all            all          all                   all        all      .        .
    members.edit          .       .        .              .            all                   .          all      .        .
    members.import        .       .        .              .            all                   .          .        .        .
    members.reconcile     .       .        .              .            all                   all        .        .        .
    members.tasks         .       own      own            .            all                   all        all      .        .
    members.duplicates    .       .        .              .            all                   .          .        .        .
    members.segments      .       .        .              all          all                   .          all      .        .
    members.density       .       unit     all            all          all                   all        all      all      .
    members.export        .       .        .              .            all                   .          all      .        .
    members.erase         .       .        .              .            .                     .          all      .        .
    members.organize      .       unit     all            .            all                   .          all      .        .
    members.turf          .       own      all            .            all                   .          all      .        .
    members.turf_cut      .       .        all            .            all                   .          all      .        .
    members.structure     all     all      all            all          all                   all        all      all      .
    members.committees    .       .        .              .            all                   .          all      .        .
    field:contact         own     .        .              .            all                   .          all      .        .
    field:dues            own     .        .              .            all                   all        all      .        .

    contracts.view        all     all      all            all          all                   all        all      all      .
    contracts.note        .       all      all            .            .                     .          all      .        .
    contracts.ask         .       all      all            all          all                   all        all      .        .
    contracts.manage      .       .        all            .            .                     .          all      .        .
    contracts.practices   .       all      all            .            .                     .          all      .        .
    contracts.practice_write  .   all      all            .            .                     .          all      .        .
    contracts.practice_confirm  . .        all            .            .                     .          all      .        .

    grievances.view       .       own      all            .            .                     .          all      .        .
    grievances.claim      .       unit     all            .            .                     .          .        .        .
    grievances.open       .       unit     all            .            .                     .          .        .        .
    grievances.work       .       own      all            .            .                     .          .        .        .
    grievances.assign     .       .        all            .            .                     .          .        .        .
    grievances.restrict   .       .        all            .            .                     .          all      .        .
    grievances.rules      .       .        all            .            .                     .          all      .        .
    grievances.simulate   .       all      all            .            .                     .          all      .        .
    grievances.statistics .       .        all            .            .                     .          all      all      .
    grievances.register   .       .        all            .            .                     .          all      all      .
    grievances.import     .       .        all            .            .                     .          .        .        .
    grievances.time       .       own      all            .            .                     .          all      .        .
    grievances.status     own     own      own            own          own                   own        own      own      own

    comms.view            .       own      own            all          all                   own        all      all      .
    comms.draft           .       own      own            all          .                     own        all      .        .
    comms.approve         .       .        .              all          .                     .          all      .        .
    comms.send            .       .        .              all          .                     .          all      .        .
    comms.export          .       .        .              all          .                     .          all      .        .
    comms.release         .       .        all            .            .                     .          all      .        .
    comms.templates       .       .        .              all          .                     .          all      .        .

    board.view            .       .        .              .            .                     .          all      all      .
""",
    MEANINGS,
)

# Pages for people who are not signed in, by the name of their address.
PUBLIC = frozenset(
    {
        "ops:setup",
        "ops:welcome",
        "access:accept-invitation",
        "comms:unsubscribe",
        "comms:web-copy",
        "contracts:kept",
        "contracts:kept-manifest",
        "contracts:kept-worker",
        "contracts:public-clause",
        "contracts:public-contents",
        "grievances:feed",
        "grievances:status-link",
        "ui:help",
        "ui:accessibility",
        "ui:set-preferences",
        "ui:keyboard",
    }
)
