"""Where rows are scored: `local` in this process, `processes` in some of this machine, `dask` on a cluster.

Each engine runs the same function (`interface.score`), so what comes of a row does not depend on where it is scored.
"""

from skillgap.batch.engines.interface import Engine, Setup, Task
from skillgap.batch.engines.local import Local

__all__ = ["Engine", "Local", "Setup", "Task"]
