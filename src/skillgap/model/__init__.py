"""The values that flow through skillgap, all frozen: document -> mentions -> posting and résumé -> report.

They hold data and answer questions about themselves; they read no file and find nothing.
"""

from skillgap.model.document import Block, BlockKind, Document, Hidden, Notice, Severity
from skillgap.model.explanation import Explanation, Nearest, Rejection, Why
from skillgap.model.extraction import Extraction
from skillgap.model.mention import Kind, Mention, Method, Section, Status, Unit, Unknown, Unsure
from skillgap.model.posting import Posting
from skillgap.model.report import (
    GapReport,
    Hint,
    LearningPlan,
    LearningStep,
    Provenance,
    Quote,
    Unbacked,
    Unplanned,
    Verdict,
    VerdictKind,
    Via,
)
from skillgap.model.requirement import Condition, Level, Requirement
from skillgap.model.resume import STRENGTHS, Entry, EntryKind, Evidence, Period, Resume, Sighting, Strength
from skillgap.model.skill import AREAS, MatchRule, Related, Resource, Skill, SkillKind
from skillgap.model.tokens import Tokens

__all__ = [
    "AREAS",
    "STRENGTHS",
    "Block",
    "BlockKind",
    "Condition",
    "Document",
    "Entry",
    "EntryKind",
    "Evidence",
    "Explanation",
    "Extraction",
    "GapReport",
    "Hidden",
    "Hint",
    "Kind",
    "LearningPlan",
    "LearningStep",
    "Level",
    "MatchRule",
    "Mention",
    "Method",
    "Nearest",
    "Notice",
    "Period",
    "Posting",
    "Provenance",
    "Quote",
    "Rejection",
    "Related",
    "Requirement",
    "Resource",
    "Resume",
    "Section",
    "Severity",
    "Sighting",
    "Skill",
    "SkillKind",
    "Status",
    "Strength",
    "Tokens",
    "Unbacked",
    "Unit",
    "Unknown",
    "Unplanned",
    "Unsure",
    "Verdict",
    "VerdictKind",
    "Via",
    "Why",
]
