"""A batch from table to ranking: chunks of rows -> an engine -> the work file -> files, all of them whole or none.

Only texts and paths go to the engine; the recruiter's own columns wait in the work file for the ranking.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path

import pandas as pd

from skillgap._version import __version__
from skillgap.analyzer import Analyzer
from skillgap.batch import duplicates, outputs, record
from skillgap.batch.asked import Asked
from skillgap.batch.candidate import BUCKETS
from skillgap.batch.columns import Columns, lay_out
from skillgap.batch.engines import Engine, Local, Setup, Task
from skillgap.batch.frame import DETAILS, RESULT_COLUMNS, failed_frame
from skillgap.batch.identity import identity_of
from skillgap.batch.remarks import remarks
from skillgap.batch.rows import Row
from skillgap.batch.store import Store
from skillgap.batch.tables import CHUNK, FILES, Chunk, read_chunks
from skillgap.batch.unfinished import opened
from skillgap.batch.writers import Ranking
from skillgap.comparison.compare import fingerprint
from skillgap.errors import MissingFile, OutputError
from skillgap.model import Notice

_BEHIND = RESULT_COLUMNS.index("warnings") + 1
OUTPUT_COLUMNS: tuple[str, ...] = ("rank", *RESULT_COLUMNS[:_BEHIND], "duplicates", *RESULT_COLUMNS[_BEHIND:])
"""What a ranking has beside the recruiter's columns, which stand behind `rank`."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a table is read and what of it is written.

    Attributes:
        text_column, path_column, id_column: guessed from usual names if None; without ids rows are called by their number.
        allow_outside: also read files that lie outside the table's folder.
        blind: write nothing of the recruiter's columns but the id, and hide in quotes what tells who somebody is.
        top: write so many candidates, the best ones; all if None.
    """

    text_column: str | None = None
    path_column: str | None = None
    id_column: str | None = None
    allow_outside: bool = False
    blind: bool = False
    top: int | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is.

    Attributes:
        rows: that are scored, those of an interrupted run among them.
        new: that this run scored.
        share: of the table, 0-1.
    """

    rows: int
    new: int
    share: float


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a run: how many rows there are, and how many ended in which status, bucket and kind of failure.

    `notices` tell what is wrong with the table as a whole.
    """

    rows: int
    statuses: Mapping[str, int]
    buckets: Mapping[str, int]
    failures: Mapping[str, int]
    continued: int = 0
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class _Job:
    """What a run is asked to do, from its table to the results of rows.

    `made` are the files that it makes, `without` those, and others in a folder, that are no candidates.
    """

    candidates: Path
    made: tuple[Path, ...]
    without: tuple[Path, ...]
    asked: Asked
    analyzer: Analyzer
    options: Options
    chunk: int

    def chunks(self) -> Iterator[Chunk]:
        """The rows of the table."""
        return read_chunks(self.candidates, self.chunk, self.without)

    def purpose(self) -> dict[str, str]:
        """What must be the same if the run is gone on with."""
        analyzer, identity = self.analyzer, identity_of(self.candidates, self.without)
        how = {"chunk": self.chunk, "musts": sorted(self.asked.musts), "fuzzy": analyzer.fuzzy, "credit": str(analyzer.options)}
        return record.purpose(
            table=identity.content,
            files=identity.state,
            asked=fingerprint(self.asked.posting.identity),
            taxonomy=analyzer.taxonomy.hash,
            today=analyzer.today.isoformat(),
            skillgap=__version__,
            options=asdict(self.options) | how,
        )

    def setup(self, name: str, columns: Columns) -> Setup:
        """What an engine needs to know."""
        return Setup(
            name=name,
            asked=self.asked,
            taxonomy=self.analyzer.taxonomy,
            today=self.analyzer.today,
            fuzzy=self.analyzer.fuzzy,
            options=self.analyzer.options,
            text=columns.text,
            path=columns.path,
            folder=str((self.candidates if self.candidates.is_dir() else self.candidates.parent).resolve()),
            outside=self.options.allow_outside,
            blind=self.options.blind,
        )


def run(
    candidates: Path,
    asked: Asked,
    analyzer: Analyzer,
    written: tuple[Path, ...],
    options: Options = Options(),
    *,
    engine: Engine | None = None,
    go_on: bool = False,
    chunk: int | None = None,
    read: tuple[Path, ...] = (),
    progress: Callable[[Progress], None] | None = None,
) -> Summary:
    """Score and rank the candidates of a table or a folder. Every row stands in the ranking once; the texts are left out of it.

    Columns of the table stay as they are; where one is called like one of ours (`rank`, `score`, ...), ours is `skillgap_rank`.
    A row that is not as it was meant costs only itself.

    Args:
        written: files for the ranking, their formats told by their endings (`writers.ENDINGS`); at least one.
        engine: where rows are scored; in this process if None.
        go_on: take over what an interrupted run of the same kind has scored.
        chunk: rows that are scored and made safe together; as many as suits the table if None.
        read: files beside the table that must not be written over, as the posting.
        progress: called after each chunk.

    Raises:
        InputError: the table cannot be read.
        OutputError: a file cannot be written, another run is writing it, or an interrupted one was about something else.
    """
    outputs.check(written, (candidates, *read))
    if not candidates.exists():
        raise MissingFile("no such file or folder", where=str(candidates), remedy="check the path")
    work = outputs.work_file(written)
    results = outputs.results_in(candidates) if candidates.is_dir() else ()
    size = chunk or (FILES if candidates.is_dir() else CHUNK)
    made = outputs.made_by(written)
    job = _Job(candidates, made, (*made, *results, *read), asked, analyzer, options, size)
    store = opened(work, job.purpose(), go_on=go_on)
    try:
        continued = len(store)
        columns, uncomputed = _score(job, store, engine or Local(), progress)
        duplicates.label(store)
        notices = remarks(store, columns, uncomputed)
        buckets: dict[str, int] = {BUCKETS[number]: count for number, count in store.buckets().items()}
        ranking = Ranking(
            title=asked.posting.title,
            musts=asked.labels,
            own=columns.kept,
            results=columns.results,
            rows=lambda: store.ranked(options.top),
            counts=buckets,
            provenance=record.in_a_line(store.purpose),
            row=columns.row if columns.id is None or any(store.unclear_ids()) else None,
        )
        outputs.write(ranking, written, lambda hashes: record.record(store, asked, buckets, hashes))
        summary = Summary(len(store), store.statuses(), buckets, store.failures(), continued, notices)
    except BaseException:
        empty = not len(store)
        store.close()
        if empty:
            work.unlink(missing_ok=True)
        raise
    store.remove()
    return summary


def _score(job: _Job, store: Store, engine: Engine, progress: Callable[[Progress], None] | None) -> tuple[Columns, Counter[str]]:
    """Score all chunks that are not in the work file yet. Also counts in columns that come through the cells not computed."""
    chunks = job.chunks()
    first = next(chunks)
    options = job.options
    columns = lay_out(
        list(first.frame.columns),
        (options.text_column, options.path_column, options.id_column),
        OUTPUT_COLUMNS,
        ids_only=options.blind,
    )
    done, rows, new = store.done, len(store), 0
    waiting: dict[int, Chunk] = {}
    uncomputed: Counter[str] = Counter()
    carried = set(columns.kept)

    def tasks() -> Iterator[Task]:
        for part in (part.needing(columns.read) for part in chain([first], chunks)):
            for places in part.uncomputed.values():
                uncomputed.update(carried.intersection(places))
            number = int(part.frame.index[0]) if len(part.frame) else 0
            if number not in done:
                _expect_no_output(part, columns, job)
                waiting[number] = part
                yield Task(number, part.frame.drop(index=list(part.broken))[columns.read])

    for task, found in engine(tasks(), job.setup(fingerprint(str(sorted(store.purpose.items()))), columns)):
        part = waiting.pop(task.first)
        results = found
        if part.broken:
            bare = part.frame.loc[list(part.broken), []]
            results = pd.concat([found, failed_frame(bare, part.broken.values(), job.asked, details=True)])
        store.add(task.first, _rows(part.frame, results.loc[part.frame.index], columns))
        rows, new = rows + len(results), new + len(results)
        if progress:
            progress(Progress(rows, new, part.share))
    store.settle()
    return columns, uncomputed


def _expect_no_output(part: Chunk, columns: Columns, job: _Job) -> None:
    """What a run would write over is no candidate.

    Raises:
        OutputError: a row names a file that is one of the outputs.
    """
    if columns.path is None or job.candidates.is_dir():
        return
    written = {path.name: path.resolve() for path in job.made}
    for name in part.frame[columns.path]:
        if Path(name).name in written and (job.candidates.parent / name).resolve() == written[Path(name).name]:
            remedy = "choose another name for the result"
            raise OutputError("is one of the candidates", where=Path(name).name, remedy=remedy)


def _rows(frame: pd.DataFrame, results: pd.DataFrame, columns: Columns) -> Iterator[Row]:
    """The rows of a chunk with their results, as the work file keeps them."""
    ids = [""] * len(frame) if columns.id is None else [name.strip() for name in frame[columns.id]]
    kept = frame[list(columns.kept)].to_numpy().tolist()
    found = results.astype(object).where(results.notna(), None)
    for name, number, cells, values in zip(ids, frame.index, kept, found.itertuples(index=False, name=None), strict=True):
        row = dict(zip((*RESULT_COLUMNS, DETAILS), values, strict=True))
        details = str(row.pop(DETAILS))
        sketch = json.loads(details)["sketch"]
        yield Row(
            number=int(number),
            id=name,
            bucket=BUCKETS.index(row["bucket"]),
            score=row["score"],
            status=row["status"],
            own=tuple(cells),
            results=row,
            details=details,
            document=sketch["digest"],
            words=sketch["words"],
            clues=(*((key, True) for key in sketch["contacts"]), *((key, False) for key in sketch["passages"])),
        )
