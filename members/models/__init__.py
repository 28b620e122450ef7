"""Tables of the roster: people, where they work, how to reach them, their membership, lists, files."""

from members.models.apart import ImportBlob
from members.models.committees import Committee, CommitteeTerm
from members.models.contact import Channel, ChannelConsent, ConsentStatus, EmailAddress, Phone, PostalAddress
from members.models.density import DensityMonth
from members.models.followups import FollowUp
from members.models.imports import FileKind, ImportScope, ImportState, PersonChange, RosterImport, RosterVersion
from members.models.lists import BulkDeed, BulkTagging, Duplicate, ExportRecord, PersonTag, Segment, Tag
from members.models.membership import DuesMethod, DuesPayment, Membership, MembershipStatus
from members.models.organizing import Assessment, Conversation, EarlierNote
from members.models.people import Person, PersonNumber, Placement, Standing
from members.models.turfs import Canvass, Turf, TurfPerson, Visit

__all__ = [
    "Assessment",
    "BulkDeed",
    "BulkTagging",
    "Canvass",
    "Channel",
    "ChannelConsent",
    "Committee",
    "CommitteeTerm",
    "ConsentStatus",
    "Conversation",
    "DensityMonth",
    "DuesMethod",
    "DuesPayment",
    "Duplicate",
    "EarlierNote",
    "EmailAddress",
    "ExportRecord",
    "FileKind",
    "FollowUp",
    "ImportBlob",
    "ImportScope",
    "ImportState",
    "Membership",
    "MembershipStatus",
    "Person",
    "PersonChange",
    "PersonNumber",
    "PersonTag",
    "Phone",
    "Placement",
    "PostalAddress",
    "RosterImport",
    "RosterVersion",
    "Segment",
    "Standing",
    "Tag",
    "Turf",
    "TurfPerson",
    "Visit",
]
