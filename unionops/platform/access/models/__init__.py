"""Tables of the door: the local, its units and sites, people with accounts, roles and their terms."""

from unionops.platform.access.models.base import PublicModel
from unionops.platform.access.models.local import BargainingUnit, Employer, Local, Worksite
from unionops.platform.access.models.people import Invitation, RoleAssignment, SecondPerson, Stewardship, User

__all__ = [
    "BargainingUnit",
    "Employer",
    "Invitation",
    "Local",
    "PublicModel",
    "RoleAssignment",
    "SecondPerson",
    "Stewardship",
    "User",
    "Worksite",
]
