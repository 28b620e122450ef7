"""Who gets which version of a message: each person one of them by each way, in the language they read."""

from __future__ import annotations

from dataclasses import replace

from comms.models import Version
from members.reaching import audience
from members.reaching.audience import Reached, Receipt
from unionops.platform.access.models import User
from unionops.platform.core import lazy_re as re
from unionops.platform.core.text import fold

OTHER_LIST, OTHER_LANGUAGE = "other_list", "other_language"
_READS = {"es": re.compile(r"es(?:p|$)|spa|cas"), "en": re.compile(r"en(?:g|$)|ing")}


def receipt(user: User, which: Version) -> Receipt | None:
    """Who gets it and who not; None when the version goes to nobody in particular."""
    return Receipts(user).of(which)


class Receipts:
    """The receipts of one page: each list is counted once for each way of reaching people."""

    def __init__(self, user: User) -> None:
        self.user = user
        self._counted: dict[tuple[int, str, str], Receipt] = {}
        self._beside: dict[tuple[int, str], list[Version]] = {}

    def of(self, which: Version) -> Receipt | None:
        if not which.segment_id or not which.reach:
            return None
        whole, beside = self._list_of(which), self._versions_beside(which)
        return _shared(whole, which, beside, self._smaller(which, beside)) if len(beside) > 1 else whole

    def _list_of(self, which: Version) -> Receipt:
        assert which.segment
        key = which.segment.pk, which.reach, which.message.klass
        if key not in self._counted:
            self._counted[key] = audience.receipt(self.user, which.segment, channel=key[1], klass=key[2])
        return self._counted[key]

    def _versions_beside(self, which: Version) -> list[Version]:
        """Every version of its message that goes to a list in the same way, itself among them."""
        key = which.message_id, which.channel
        if key not in self._beside:
            rows = which.message.versions.filter(channel=which.channel, segment__isnull=False)
            self._beside[key] = list(rows.select_related("segment", "message"))
        return self._beside[key]

    def _smaller(self, which: Version, beside: list[Version]) -> set[int]:
        """Whom a version for a smaller list reaches: it was written for them."""
        mine = self._size(which)
        others = [row for row in beside if row.segment_id != which.segment_id and self._size(row) < mine]
        return {hit.person.pk for row in others for hit in self._list_of(row).people}

    def _size(self, which: Version) -> tuple[int, int]:
        return self._list_of(which).included, which.segment_id or 0


def _shared(whole: Receipt, which: Version, beside: list[Version], smaller: set[int]) -> Receipt:
    languages = [row.language for row in beside if row.segment_id == which.segment_id]
    english_too = which.message.klass in audience.ALWAYS and which.language == "en"
    here: list[Reached] = []
    left_out = list(whole.left_out)
    for hit in whole.people:
        if hit.person.pk in smaller:
            left_out.append((hit.person, OTHER_LIST))
        elif english_too or language_for(hit.person.language, languages) == which.language:
            here.append(hit)
        else:
            left_out.append((hit.person, OTHER_LANGUAGE))
    return replace(whole, people=here, left_out=left_out)


def language_for(said: str, languages: list[str]) -> str:
    """The one of these a person reads, by what the roster says of them; else English, else the first there is."""
    words = re.findall(r"[a-z]+", fold(said))
    read = [code for word in words for code, known in _READS.items() if known.match(word)]
    return next((code for code in [*read, "en"] if code in languages), languages[0])
