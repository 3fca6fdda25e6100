"""skillgap: what a job posting asks, what a résumé shows, where the gap is and how to close it.

    import skillgap

    report = skillgap.compare("cv.pdf", "posting.html")
    print(report.score, report.headline)

Everything below is imported at its first use, so `import skillgap` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from skillgap._version import __version__

if TYPE_CHECKING:
    from skillgap.analyzer import Analyzer, compare
    from skillgap.batch import score_frame
    from skillgap.documents import from_text, read
    from skillgap.errors import SkillgapError
    from skillgap.model import Document, Extraction, GapReport, Mention, Posting, Requirement, Resume, Skill, Verdict
    from skillgap.reports import render
    from skillgap.taxonomy import Taxonomy

__all__ = [
    "Analyzer",
    "Document",
    "Extraction",
    "GapReport",
    "Mention",
    "Posting",
    "Requirement",
    "Resume",
    "Skill",
    "SkillgapError",
    "Taxonomy",
    "Verdict",
    "__version__",
    "compare",
    "from_text",
    "read",
    "render",
    "score_frame",
]

_HOMES = {
    "Analyzer": "analyzer",
    "compare": "analyzer",
    "score_frame": "batch",
    "read": "documents",
    "from_text": "documents",
    "SkillgapError": "errors",
    "render": "reports",
    "Taxonomy": "taxonomy",
}


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module(f"skillgap.{_HOMES.get(name, 'model')}"), name)
    raise AttributeError(f"module 'skillgap' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
