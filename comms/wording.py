"""What each finding means, in words: a title, why it matters, and how to fix it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comms.checks.parts import Finding, Level

# code: (title, why, how to fix). %(text)s is what was found, %(expected)s what the brief says.
WORDS: dict[str, tuple[Promise, Promise, Promise]] = {
    "fact_differs": (
        _("Not what the brief says"),
        _("The text says “%(text)s”, the brief says “%(expected)s”."),
        _("Write it as in the brief, or change the fact there for all versions."),
    ),
    "fact_unknown": (
        _("Not in the brief"),
        _("“%(text)s” is in no fact and no source."),
        _("Take it out, add it to the facts, or keep it with a reason."),
    ),
    "fact_missing": (
        _("A fact is missing"),
        _("The brief has “%(expected)s”, this text does not say it."),
        _("Add it, or keep the text without it and say why."),
    ),
    "weekday": (
        _("Weekday and date do not fit"),
        _("“%(text)s” is not a real day; that date is %(expected)s."),
        _("Correct the weekday or the date."),
    ),
    "not_translated": (
        _("Still in English"),
        _("These words are English in a version for readers of another language: “%(text)s”."),
        _("Translate it, or keep it with a reason."),
    ),
    "past_date": (
        _("The day has passed"),
        _("The sentence looks ahead, but “%(text)s” is behind us."),
        _("Check the date, or keep it with a reason."),
    ),
    "not_yet": (
        _("The day is still to come"),
        _("The sentence tells as done what lies ahead: “%(text)s” is %(expected)s."),
        _("Check the date or the words."),
    ),
    "relative_day": (
        _("A word that goes stale"),
        _("“%(text)s” means another day when the message is read later."),
        _("Write the date."),
    ),
    "quote": (
        _("Quotation not found"),
        _("These words stand in no source, word for word: “%(text)s”."),
        _("Copy the words from the clause, or write it without quotation marks."),
    ),
    "name_unknown": (
        _("A name nobody gave"),
        _("“%(text)s” is not in the brief or its sources."),
        _("Take the name out, add it to the facts, or keep it with a reason."),
    ),
    "person_named": (
        _("A person on the roster is named"),
        _("“%(text)s” could be recognized by name."),
        _("Take the name out, unless the person agreed; then keep it and say so."),
    ),
    "claim": (
        _("A claim without a source"),
        _("“%(text)s” is in no fact and no source."),
        _("Add the fact or the clause it rests on, or take it out."),
    ),
    "beyond_brief": (
        _("More than the brief says"),
        _("Nothing in the brief stands for “%(text)s”."),
        _("Take it out, add it to the facts, or keep it with a reason."),
    ),
    "opposite": (
        _("The sense may be turned"),
        _("“%(text)s” may say the opposite of the brief: “%(expected)s”."),
        _("Read both again; change it, or keep it with a reason."),
    ),
    "mixed_up": (
        _("Belongs to something else"),
        _("“%(text)s” is in the brief, but not with this. There it is: “%(expected)s”."),
        _("Put the right value here."),
    ),
    "promise": (
        _("A promise"),
        _("“%(text)s” promises how something will end."),
        _("Say what the union is doing, not how it will end."),
    ),
    "term": (
        _("Not the local's word for it"),
        _("For “%(text)s” the word list says: %(expected)s."),
        _("Use the word of the list, or change the list under House style and words."),
    ),
    "merge_unknown": (
        _("No such merge field"),
        _("%(text)s is not a field we can fill. There are: %(expected)s."),
        _("Choose a field from the list."),
    ),
    "merge_case": (
        _("A field that asks for case data"),
        _("%(text)s would put case or money data into a mass message."),
        _("Take it out. Case facts never go into messages."),
    ),
    "merge_broken": (
        _("Broken field or template code"),
        _("“%(text)s” would reach people as it stands."),
        _("Write fields like {{ first_name }}."),
    ),
    "merge_empty": (
        _("Empty for some people"),
        _("%(expected)s people have no %(text)s. They will read the word that stands in for it."),
        _("See how it reads for them, then keep it."),
    ),
    "merge_shared": (
        _("A field in a text for everybody"),
        _("This text goes to nobody by name, so %(text)s stays the word that stands in for it, such as “friend”."),
        _("Write it without the field."),
    ),
    "gap": (
        _("A gap left open"),
        _("“%(text)s” still waits to be filled in."),
        _("Fill it in or take it out."),
    ),
    "grade": (
        _("Hard to read"),
        _("Reading grade %(text)s; the aim is %(expected)s."),
        _("Shorten sentences and use everyday words."),
    ),
    "long_sentence": (
        _("A long sentence"),
        _("The longest sentence has %(text)s words; over %(expected)s people lose the thread."),
        _("Make two of it."),
    ),
    "jargon": (
        _("Office language"),
        _("“%(text)s” is a word not everyone knows."),
        _("Say “%(expected)s”, or spell it out the first time."),
    ),
    "sms_long": (
        _("Long for a text message"),
        _("It takes %(text)s segments; the aim is %(expected)s or fewer."),
        _("Keep one fact, one ask and a link."),
    ),
    "sms_signs": (
        _("Signs that cost more"),
        _("These signs more than halve the room in a text message: %(text)s"),
        _("Use %(expected)s instead."),
    ),
    "sms_sender": (
        _("Who is speaking?"),
        _("A text message must say who sends it."),
        _("Begin with “%(expected)s:”."),
    ),
    "sms_stop": (
        _("No way to stop"),
        _("A text message must say how to stop them."),
        _("End with “Reply STOP to opt out.”"),
    ),
    "subject_empty": (
        _("No subject"),
        _("An e-mail needs a subject."),
        _("Say in a few words what it means for the reader."),
    ),
    "subject_long": (
        _("A long subject"),
        _("%(text)s signs; phones show about %(expected)s."),
        _("Put the point first."),
    ),
    "line_break": (
        _("A line break in the subject"),
        _("A hidden line break could change the e-mail's headers."),
        _("Write it on one line."),
    ),
    "empty": (_("Nothing written yet"), _("This version has no text."), _("Write it, or remove the version.")),
    "too_long": (
        _("Long for this channel"),
        _("%(text)s words; about %(expected)s fit."),
        _("Leave only what people must know."),
    ),
    "duty_time": (
        _("Duty time"),
        _("“%(text)s”: union business of this class is done off duty (5 USC 7131(b))."),
        _("Say it for off-duty time, or keep it with a reason."),
    ),
    "partisan": (
        _("Party politics"),
        _("“%(text)s” is political; federal workers are under the Hatch Act (5 USC 7324)."),
        _("Take it out, or make this a political message: members only, personal addresses."),
    ),
    "hatch_line": (
        _("Hatch Act line missing"),
        _("A political message must say when not to read it."),
        _("Add: “Please do not read or forward this message on duty or in a federal building.”"),
    ),
    "strike": (
        _("Strike wording"),
        _("“%(text)s”: federal workers may not strike (5 USC 7116(b)(7))."),
        _("Change the words, or keep them with a reason."),
    ),
    "case_named": (
        _("A case could be recognized"),
        _("“%(text)s” points to a case."),
        _("Tell it without number and details."),
    ),
    "private": (
        _("Private matter"),
        _("“%(text)s” may tell something private about a person."),
        _("Take it out, or keep it with a reason."),
    ),
    "candidate": (
        _("A candidate's name"),
        _("An officer election is running and “%(expected)s” stands in it (29 USC 481)."),
        _("Take the name out until the votes are counted."),
    ),
    "gov_address": (
        _("A work address"),
        _("The employer can read mail to %(text)s."),
        _("Give a personal or union address."),
    ),
    "short_link": (
        _("A shortened link"),
        _("Nobody can see where %(text)s leads, and filters stop it."),
        _("Write the full address."),
    ),
    "plain_http": (
        _("Link without https"),
        _("%(text)s is not sealed on its way."),
        _("Use https:// if the site has it."),
    ),
    "link_broken": (
        _("A link that opens nothing"),
        _("“%(text)s” is misspelled: no browser opens it."),
        _("Write the address anew, like https://local.org/page."),
    ),
    "link_scheme": (_("A link that runs code"), _("“%(text)s” is no web address."), _("Use an https:// address.")),
    "link_lies": (
        _("A link that leads elsewhere"),
        _("It shows “%(text)s” but leads to “%(expected)s”."),
        _("Show the address it leads to."),
    ),
    "versions_differ": (
        _("Versions disagree"),
        _("This version says “%(text)s”, another says “%(expected)s”."),
        _("Put the right one into the brief and write it in both."),
    ),
}


@dataclass(frozen=True)
class Said:
    """A finding in words for a person."""

    finding: Finding
    title: str
    why: str
    fix: str


# What to do where the same finding stops nobody.
SOFTER = {"beyond_brief": _("Look whether it is true; it stands in nobody's way.")}


def say(finding: Finding) -> Said:
    title, why, fix = WORDS[finding.code]
    if finding.level is Level.ADVICE and finding.code in SOFTER:
        fix = SOFTER[finding.code]
    values = {"text": _short(finding.text), "expected": _short(finding.expected)}
    return Said(finding, str(title), str(why) % values, str(fix) % values)


def as_json(finding: Finding) -> dict[str, object]:
    """The shape scripts see."""
    said = say(finding)
    return {
        "code": finding.code,
        "level": finding.level.value,
        "field": finding.field,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "expected": finding.expected,
        "fact": finding.fact,
        "title": said.title,
        "why": said.why,
        "fix": said.fix,
        "keepable": finding.keepable,
    }


def _short(text: str) -> str:
    return text if len(text) <= 160 else f"{text[:157]}…"
