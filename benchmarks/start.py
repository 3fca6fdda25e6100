"""What a second start costs: the shipped taxonomy against an empty one, as a share of `import spacy; spacy.blank("en")`.

    python -m benchmarks.start [--runs 9] [--json FILE]

Each run is a fresh interpreter; the kinds take turns; the CPU time of the child is counted, the median is shown. A comparison of
two text files and `--help` are measured in the same way.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.common import parser, table, write

BARE = "import spacy; spacy.blank('en')"
START = "import spacy, skillgap; from skillgap.extraction import Extractor; Extractor(skillgap.Taxonomy.load({folder!r}))"
ONE = "- {id: none, name: Nonesuch, kind: concept, area: apis}\n"
RESUME = "SKILLS\nPython, Django, PostgreSQL\n\nEXPERIENCE\nDeveloper, Example Ltd, Jan 2020 - Present\n- REST APIs in Python\n"
POSTING = "Backend Engineer\n\nRequirements\n- Python and PostgreSQL\n- Kafka is a plus\n"


def main() -> None:
    """Print the table."""
    arguments = parser(__doc__, shared=False)
    arguments.add_argument("--runs", type=int, default=9, help="of each kind")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "empty").mkdir()
        (folder / "empty" / "none.yaml").write_text(ONE, encoding="utf-8")
        (folder / "cv.txt").write_text(RESUME, encoding="utf-8")
        (folder / "job.txt").write_text(POSTING, encoding="utf-8")
        environment = {**os.environ, "SKILLGAP_CACHE": str(folder / "cache")}
        kinds = {
            "bare spacy.blank": ["-c", BARE],
            "empty taxonomy": ["-c", START.format(folder=str(folder / "empty"))],
            "shipped taxonomy": ["-c", START.format(folder=None)],
            "compare two texts": ["-m", "skillgap", "compare", str(folder / "cv.txt"), str(folder / "job.txt")],
            "--help": ["-m", "skillgap", "--help"],
        }
        seconds: dict[str, list[float]] = {kind: [] for kind in kinds}
        for run in range(options.runs + 1):
            for kind, command in kinds.items():
                taken = cpu([sys.executable, *command], environment)
                if run:  # the first one fills the cache
                    seconds[kind].append(taken)
    median = {kind: statistics.median(values) for kind, values in seconds.items()}
    bare = median["bare spacy.blank"]
    rows = [[kind, value, value / bare] for kind, value in median.items()]
    extra = (median["shipped taxonomy"] - median["empty taxonomy"]) / bare
    print(table(rows, ["start in a fresh interpreter", "CPU seconds", "of bare"]))
    print(f"the shipped taxonomy costs {extra:.1%} of bare more than an empty one")
    write({"median": median, "taxonomy_share": extra}, options.json)


def cpu(command: list[str], environment: dict[str, str]) -> float:
    """CPU seconds, user and system, of a child process and its own children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
