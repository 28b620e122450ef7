"""Which stored file a person may open."""

import uuid

from unionops.platform.access.models import User
from unionops.platform.files import purposes
from unionops.platform.files.models import Upload


def upload(user: User, public_id: uuid.UUID) -> Upload | None:
    """The upload when the user may open it, else None."""
    found = Upload.objects.select_related("uploaded_by").filter(public_id=public_id).first()
    return found if found is not None and may_open(user, found) else None


def may_open(user: User, found: Upload) -> bool:
    """The purpose's own reader decides; without one, only the person who brought it in."""
    reader = purposes.of(found.purpose).reader
    if user.is_system:
        return True
    return reader(user, found) if reader else found.uploaded_by == user


def needs_care(found: Upload) -> bool:
    """Whether the reader proves again who they are, as for a file of a restricted case."""
    careful = purposes.of(found.purpose).careful
    return careful is not None and careful(found)


def stored_names(user: User) -> set[str]:
    return set(Upload.objects.visible_to(user, "files.download").values_list("stored_as", flat=True))
