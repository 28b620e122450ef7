"""Who may do what. One row per capability, one column per role; read it aloud at a membership meeting.

own: about yourself, or what is yours - unit: the units, sites and shifts you are steward of -
all: the whole local - a dot means no. What is not in the table is forbidden.
Rows that begin with `field:` guard single fields of a page.
"""

from unionops.platform.access.policy import Policy

POLICY = Policy("""
                          member  steward  chief_steward  comms_chair  membership_secretary  treasurer  officer  trustee  technical_admin
    home.view             own     own      own            own          own                   own        own      own      own
    preferences.edit      own     own      own            own          own                   own        own      own      own
    search.all            own     own      own            own          own                   own        own      own      .
    gallery.view          own     own      own            own          own                   own        own      own      own

    access.policy         all     all      all            all          all                   all        all      all      all
    access.accounts       .       .        .              .            all                   .          all      all      all
    access.invite         .       .        .              .            all                   .          all      .        .
    access.grant          .       .        .              .            .                     .          all      .        .
    access.end            .       .        .              .            .                     .          all      .        all
    access.decide         .       .        .              .            all                   .          all      .        .
    access.local          .       .        .              .            .                     .          all      .        .
    audit.view            .       own      own            own          own                   own        all      all      own
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

    members.view          own     unit     all            all          all                   all        all      .        .
    members.edit          .       .        .              .            all                   .          all      .        .
    members.import        .       .        .              .            all                   .          .        .        .
    members.reconcile     .       .        .              .            all                   all        .        .        .
    members.duplicates    .       .        .              .            all                   .          .        .        .
    members.segments      .       .        .              all          all                   .          all      .        .
    members.density       .       unit     all            all          all                   all        all      all      .
    members.export        .       .        .              .            all                   .          all      .        .
    members.erase         .       .        .              .            .                     .          all      .        .
    members.organize      .       unit     all            .            all                   .          all      .        .
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
    comms.templates       .       .        .              all          .                     .          all      .        .

    board.view            .       .        .              .            .                     .          all      all      .
""")

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
