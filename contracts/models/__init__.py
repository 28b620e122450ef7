"""Agreements, their versions cut into clauses, and what people add to them."""

from contracts.models.agreements import Agreement, AgreementKind, AgreementVersion, Booklet, KeptCut, Page, VersionState
from contracts.models.amendments import Amendment, AmendmentKind, AmendmentState, ScanReading
from contracts.models.annotations import AnnotationPass
from contracts.models.clauses import (
    Clause,
    ClauseLevel,
    ClauseLineage,
    ClauseLink,
    ClauseSpan,
    CrossReference,
    LinkKind,
)
from contracts.models.notes import ClauseNote, Correction, CorrectionKind, NoteKind
from contracts.models.practices import Element, LetterChange, Practice, PracticeFact, PracticeState
from contracts.models.proposed import KeptProposal, ProposalStance, Stance
from contracts.models.questions import Question, QuestionState
from contracts.models.wordings import SearchWording

__all__ = [
    "Agreement",
    "AgreementKind",
    "AgreementVersion",
    "Amendment",
    "AmendmentKind",
    "AmendmentState",
    "AnnotationPass",
    "Booklet",
    "Clause",
    "ClauseLevel",
    "ClauseLineage",
    "ClauseLink",
    "ClauseNote",
    "ClauseSpan",
    "Correction",
    "CorrectionKind",
    "CrossReference",
    "Element",
    "KeptCut",
    "KeptProposal",
    "LetterChange",
    "LinkKind",
    "NoteKind",
    "Page",
    "Practice",
    "PracticeFact",
    "PracticeState",
    "ProposalStance",
    "Question",
    "QuestionState",
    "ScanReading",
    "SearchWording",
    "Stance",
    "VersionState",
]
