"""The two invented agreements, ingested from their PDFs, and the local's notes beside them."""

import datetime
from dataclasses import dataclass

from contracts.models import AgreementVersion
from contracts.services.publishing import publish
from contracts.services.reading import add_version, read_version
from unionops.demo import render
from unionops.demo.loading import procedure
from unionops.demo.loading.accounts import House
from unionops.platform.core.progress import Progress
from unionops.platform.files.services import store_upload


@dataclass(frozen=True)
class Text:
    """One text of the master agreement, with the days it runs from and to."""

    name: str
    effective: datetime.date
    expires: datetime.date
    terms: procedure.Terms


TEXTS = (
    Text("agreement_2021", datetime.date(2021, 11, 1), datetime.date(2024, 10, 31), procedure.TERMS_2021),
    Text("agreement_2024", datetime.date(2024, 11, 1), datetime.date(2027, 10, 31), procedure.TERMS_2024),
)


def load(*, house: House, progress: Progress) -> list[AgreementVersion]:
    """Ingests both texts as files, publishes them, and writes their procedures down; the newest comes last."""
    made: list[AgreementVersion] = []
    for text in TEXTS:
        made.append(_ingest(house, text, made[-1] if made else None, progress))
    return made


def _ingest(house: House, text: Text, before: AgreementVersion | None, progress: Progress) -> AgreementVersion:
    chief = house.users["chief"]
    paper = render.load(text.name)
    upload = store_upload(
        by=chief, file=render.pdf(paper), name=f"master-{text.effective.year}.pdf", purpose="agreement"
    )
    version = add_version(
        by=chief, upload=upload, title=paper.facts["title"], effective=text.effective, expires=text.expires,
        supersedes=before,
    )  # fmt: skip
    read_version(version=version, by=chief, progress=progress)
    publish(version=version, by=chief, word=True)
    until = None if text is TEXTS[-1] else text.expires
    procedure.write_down(by=chief, version=version, terms=text.terms, since=text.effective, until=until, checker=chief)
    return version
