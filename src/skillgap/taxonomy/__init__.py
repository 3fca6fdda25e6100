"""The knowledge of skillgap: which skills there are, what they are called, and how they relate.

In: YAML files (`taxonomy/` of the repository, shipped in the wheel), overlays. Out: a `Taxonomy` of frozen `Skill` values.
It finds nothing in texts; that is `skillgap.extraction`.
"""

from skillgap.taxonomy.lint import Problem, lint
from skillgap.taxonomy.taxonomy import Taxonomy

__all__ = ["Problem", "Taxonomy", "lint"]
