"""Take a file in as a version of an agreement, read it in a limited process, keep its clauses."""

from __future__ import annotations

import datetime
import hashlib
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from contracts import cutting
from contracts.citing import Citation, cite, fingerprint, mentions, own_word
from contracts.models import (
    Agreement,
    AgreementKind,
    AgreementVersion,
    Clause,
    ClauseLineage,
    ClauseSpan,
    CrossReference,
    ScanReading,
    VersionState,
)
from contracts.services.amending import propose_amendments
from contracts.services.correcting import replay
from contracts.services.indexing import index_version
from contracts.services.keeping import Parts, keep_parts, kept_parts
from contracts.services.lineage import carry_on
from contracts.services.staying import hand_on, same_clauses
from unionops.platform.access.models import BargainingUnit, User
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Phase, Progress, silent
from unionops.platform.files import child
from unionops.platform.files.models import Upload
from unionops.platform.files.scripts import recognised_languages
from unionops.platform.files.services import read_upload
from unionops.platform.search.labels import normal, shortened

TASK = "contracts.parsing.handover:pieces"
WALL, MEMORY_MB, CPU = 180, 1024, 150
OCR = "unionops.platform.files.pages:recognise"
MOST_SCANS = 600
BATCH = 400
RESERVED_WORDS = "search ask questions compare add versions amendments clauses notes practices letters kept public"
RESERVED = frozenset(RESERVED_WORDS.split())


@dataclass(frozen=True, slots=True)
class Node:
    """A clause as the reader cut it."""

    level: str
    number: str
    title: str
    parent: int | None


@transaction.atomic
def add_version(
    *,
    by: User,
    upload: Upload,
    title: str = "",
    kind: str = AgreementKind.AGREEMENT,
    unit: BargainingUnit | None = None,
    effective: datetime.date | None = None,
    expires: datetime.date | None = None,
    supersedes: AgreementVersion | None = None,
    parent: Agreement | None = None,
    label: str = "",
) -> AgreementVersion:
    """A new version, of the superseded one's agreement or of a new one; its clauses come with `read_version`."""
    if expires and effective and expires < effective:
        raise Problem("dates", _("The agreement expires before it comes into force."), _("Check both dates."))
    agreement = supersedes.agreement if supersedes else _new_agreement(title, kind, unit, parent)
    version = AgreementVersion.objects.create(
        agreement=agreement,
        label=label or _years(effective, expires),
        effective=effective,
        expires=expires,
        supersedes=supersedes,
        upload=upload,
        file_name=upload.name,
        sha256=upload.sha256,
        created_by=by,
    )
    record(by, "brought in an agreement", version)
    return version


def _new_agreement(title: str, kind: str, unit: BargainingUnit | None, parent: Agreement | None) -> Agreement:
    """Of the unit of the agreement it belongs to; Problem where the two differ."""
    if not title.strip():
        raise Problem("title", _("The agreement has no title."), _("Give it a name, such as Master Agreement."))
    if parent and unit and parent.unit and parent.unit != unit:
        said = _("%(agreement)s is of the unit %(unit)s, and what belongs to it cannot be of another unit.")
        named = {"agreement": parent.title, "unit": parent.unit}
        raise Problem("unit", said % named, _("Choose that unit, or another agreement."))
    unit = unit or (parent.unit if parent else None)
    return Agreement.objects.create(title=title.strip()[:200], slug=_slug(title), kind=kind, unit=unit, parent=parent)


def _slug(title: str) -> str:
    base = slugify(title)[:70] or "agreement"
    base = f"{base}-agreement" if base in RESERVED else base
    taken = set(Agreement.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug


def _years(effective: datetime.date | None, expires: datetime.date | None) -> str:
    return "–".join(str(day.year) for day in (effective, expires) if day)


def read_version(
    *, version: AgreementVersion, by: User, progress: Progress = silent, anew: bool = True
) -> AgreementVersion:
    """Read the file and store pages and clauses, replacing what an earlier reading left; corrections are replayed.

    Unless it is to be read `anew`, they are made on what this reader handed over before. The slow part runs before the
    database is locked. A file that cannot be read leaves the version marked as failed with the reason, and raises the
    Problem.
    """
    if version.upload is None:
        raise Problem("no_file", _("This version has no file."), _("Upload the file again."))
    if not anew and (before := kept_parts(version)) is not None:
        return keep_reading(version=version, by=by, parts=before)
    try:
        parts = take_apart(read_upload(version.upload), version.file_name, progress)
    except Problem as problem:
        _mark_failed(version=version, by=by, problem=problem)
        raise
    return keep_reading(version=version, by=by, parts=parts)


@transaction.atomic
def _mark_failed(*, version: AgreementVersion, by: User, problem: Problem) -> None:
    version.state, version.problem = VersionState.FAILED, str(problem)
    version.save(update_fields=["state", "problem"])
    record(by, "could not read an agreement", version, reason=problem.code)


def take_apart(data: bytes, name: str, progress: Progress = silent) -> Parts:
    """Run the reader in a limited child process and collect what it hands over."""
    parts = _read(data, {"name": name}, progress)
    if parts.unread:
        scans = read_scans(data, parts.unread, progress) if shutil.which("tesseract") else {}
        parts = _read(data, {"name": name, "scans": scans}, progress)
    return parts


def _read(data: bytes, options: dict[str, Any], progress: Progress) -> Parts:
    return collect(child.stream(TASK, data, options=options, wall=WALL, memory_mb=MEMORY_MB, cpu=CPU), progress)


def read_scans(data: bytes, numbers: list[int], progress: Progress = silent) -> dict[str, list[dict[str, Any]]]:
    """Words of each scanned page, by page number; a page that cannot be read stays empty.

    Each page is kept as soon as it is read: work that was stopped goes on where it was, and a file that is
    read again for a correction costs no second reading of its pictures.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    held = ScanReading.objects.filter(sha256=sha256, page__in=numbers)
    out = {str(scan.page): scan.words for scan in held}
    waiting = [number for number in numbers if str(number) not in out][:MOST_SCANS]
    languages = recognised_languages()
    for done, number in enumerate(waiting):
        progress(done, len(waiting), Phase.READING_SCANS)
        words = _recognised(data, number, languages)
        if words is not None:
            ScanReading.objects.update_or_create(sha256=sha256, page=number, defaults={"words": words})
        out[str(number)] = words or []
    return out


def _recognised(data: bytes, number: int, languages: str) -> list[dict[str, Any]] | None:
    """None when the page could not be read: it is tried again next time."""
    options = {"page": number, "dpi": 200, "languages": languages}
    try:
        found: list[dict[str, Any]] = child.run(OCR, data, options=options, spawn=True, wall=90, cpu=80)
    except Problem:
        return None
    return found


def collect(found: Iterable[dict[str, Any]], progress: Progress = silent) -> Parts:
    """Put the pieces together; Problem when the reader refused the file."""
    parts, total = Parts(), None
    for piece in found:
        parts.unread = piece.get("unread", parts.unread)
        if "refused" in piece:
            said, stop, what_to_do = str(piece["refused"]).partition(". ")
            raise Problem("unreadable", said + stop.strip(), what_to_do)
        total = piece.get("total", total)
        parts.pages += piece.get("pages", [])
        parts.clauses += piece.get("clauses", [])
        parts.account = piece.get("account", parts.account)
        progress(len(parts.pages), total, Phase.READING_PAGES)
    return parts


@transaction.atomic
def keep_reading(*, version: AgreementVersion, by: User, parts: Parts) -> AgreementVersion:
    """Store what was read as the version's only content; clauses that are still there keep their names."""
    if not parts.kept:
        keep_parts(version, parts)
    cut = replay(version, parts.clauses)
    version.language = parts.account["language"]
    clauses = _store(version, cut)
    ClauseSpan.objects.bulk_create(_spans(clauses, cut), batch_size=BATCH)
    _store_references(clauses)
    _describe(version, parts)
    carry_on(version=version, by=by)
    index_version(version)
    propose_amendments(version=version, by=by)
    record(by, "read an agreement", version, count=len(clauses))
    return version


def _store(version: AgreementVersion, cut: list[dict[str, Any]]) -> list[Clause]:
    """Create, update or remove clauses, so that notes and cases keep pointing at the rows with their words."""
    nodes = [Node(c["level"], c["number"], c["title"], c["parent"]) for c in cut]
    citations = cite(nodes, version.language)
    before = list(Clause.objects.filter(version=version).select_related("lineage").order_by("ordinal"))
    clauses = [as_clause(version, n, c, x) for n, (c, x) in enumerate(zip(cut, citations, strict=True))]
    same = same_clauses(before, clauses, [c["parent"] for c in cut]) if before else {}
    for n, old in same.items():
        clauses[n].pk, clauses[n].public_id, clauses[n].lineage = old.pk, old.public_id, old.lineage
    fresh = [clause for n, clause in enumerate(clauses) if n not in same]
    _give_lineages(version, fresh)
    _create(fresh, clauses, cut)
    for clause, c in zip(clauses, cut, strict=True):
        clause.parent = clauses[c["parent"]] if c["parent"] is not None else None
    _update([(clauses[n], old) for n, old in same.items()])
    ClauseSpan.objects.filter(clause__version=version).delete()
    CrossReference.objects.filter(clause__version=version).delete()
    stays = {old.pk for old in same.values()}
    gone = [old for old in before if old.pk not in stays]
    hand_on(gone, [old for n, old in same.items() if old.text != clauses[n].text], clauses)
    _remove(gone)
    return clauses


def _give_lineages(version: AgreementVersion, fresh: list[Clause]) -> None:
    lineages = [ClauseLineage(agreement=version.agreement) for _c in fresh]
    ClauseLineage.objects.bulk_create(lineages, batch_size=BATCH)
    for clause, lineage in zip(fresh, lineages, strict=True):
        clause.lineage = lineage


def _create(fresh: list[Clause], clauses: list[Clause], cut: list[dict[str, Any]]) -> None:
    """Storey by storey, so that a parent has its number before its parts need it."""
    new = {id(clause) for clause in fresh}
    rows = [(clause, c) for clause, c in zip(clauses, cut, strict=True) if id(clause) in new]
    for depth in sorted({clause.depth for clause in fresh}):
        storey = [(clause, c) for clause, c in rows if clause.depth == depth]
        for clause, c in storey:
            clause.parent = clauses[c["parent"]] if c["parent"] is not None else None
        Clause.objects.bulk_create([clause for clause, _c in storey], batch_size=BATCH)


def _update(kept: list[tuple[Clause, Clause]]) -> None:
    """A later reading may have changed everything but the names; rows that read as before are left alone.

    Rows are written whole over those with the same key: naming every new value in one UPDATE takes minutes.
    """
    fixed = {"id", "public_id", "version", "lineage"}
    fields = [field for field in Clause._meta.concrete_fields if field.name not in fixed]
    names = [field.attname for field in fields]
    changed = [new for new, old in kept if any(getattr(new, name) != getattr(old, name) for name in names)]
    if changed:
        Clause.objects.bulk_create(
            changed,
            batch_size=BATCH,
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=[field.name for field in fields],
        )


def _remove(gone: list[Clause]) -> None:
    try:
        Clause.objects.filter(pk__in=[clause.pk for clause in gone]).delete()
    except ProtectedError as error:
        raise Problem(
            "clause_in_use",
            _("A case cites a clause that would disappear: %(clauses)s.") % {"clauses": _named(gone, error)},
            _("Cite another clause in that case first, or undo the last correction. Until then nothing is changed."),
        ) from error


def _named(gone: Sequence[Clause], error: ProtectedError) -> str:
    """Which of the clauses are held by a case."""
    held = {getattr(row, "clause_id", None) for row in error.protected_objects}
    return ", ".join(clause.name for clause in gone if clause.pk in held) or str(gone[0].name)


def as_clause(version: AgreementVersion, ordinal: int, c: dict[str, Any], citation: Citation) -> Clause:
    return Clause(
        version=version,
        level=c["level"],
        number=c["number"][:40],
        word="" if c["repaired"] else own_word(c["level"], c["number"], c["text"]),
        title=c["title"][:300],
        text=c["text"],
        body_start=c["body_start"],
        label=citation.label,
        anchor=citation.anchor,
        page_anchor=citation.page,
        article=citation.article,
        section=citation.section[:40],
        path=c["path"][:400],
        ordinal=ordinal,
        depth=c["depth"],
        page_start=c["page"],
        page_end=c["page_end"],
        printed_page=c["label"][:12],
        check_needed=c["check"],
        repaired=c["repaired"],
        fingerprint=fingerprint(c["title"], c["text"][c["body_start"] :]),
        edited_by_id=c.get("edited_by"),
    )


def _spans(clauses: list[Clause], cut: list[dict[str, Any]]) -> Iterator[ClauseSpan]:
    for clause, c in zip(clauses, cut, strict=True):
        for piece in c["pieces"]:
            yield ClauseSpan(clause=clause, **{**piece, "page": piece["page"] + 1})


def _store_references(clauses: list[Clause]) -> None:
    by_label: dict[str, Clause] = {}
    for clause in clauses:
        by_label.setdefault(normal(clause.label), clause)
    found = []
    for clause in clauses:
        for mention in mentions(clause.body, clause.article):
            target = next((by_label[label] for label in shortened(mention.label) if label in by_label), None)
            shift = len(clause.text) - len(clause.body)
            found.append(
                CrossReference(
                    clause=clause,
                    start=mention.start + shift,
                    end=mention.end + shift,
                    text=mention.text[:120],
                    target=target,
                )
            )
    CrossReference.objects.bulk_create(found, batch_size=BATCH)


def _describe(version: AgreementVersion, parts: Parts) -> None:
    account = parts.account
    version.pages_count = len(parts.pages)
    version.file_kind = account["kind"]
    version.coverage = account["coverage"]
    version.set_aside = account["set_aside"]
    version.warnings = [*_same_file(version), *account["warnings"]]
    version.changes = account["changes"]
    version.cut_by = cutting.mark()
    version.problem = ""
    version.state = VersionState.PUBLISHED if version.published_at else VersionState.REVIEW
    version.save()


def _same_file(version: AgreementVersion) -> list[str]:
    """A word about each earlier text that was read from the very same file."""
    earlier = AgreementVersion.objects.filter(sha256=version.sha256, pk__lt=version.pk).select_related("agreement")
    said = _("The same file was brought in before, as %(text)s. Delete this one if it was brought in twice by mistake.")
    return [said % {"text": before} for before in earlier]
