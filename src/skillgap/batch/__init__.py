"""Many candidates against one posting.

tables/        a table or a folder as chunks of rows, and which rows are broken
columns, files which columns hold what; the files that rows name
asked          a posting with its must-haves
candidate      one row -> an outcome (with blind: hides who somebody is; sketch: what tells duplicates)
frame          `score_frame`: a pandas frame in, a frame with results out; pure
engines/       where that runs: here, in processes, on Dask
store          the work file: rows safe as soon as they are scored, and in order
duplicates     rows that are the same document, or versions of one
writers/       the ranking as CSV, XLSX, JSONL, HTML
identity        what tells one table from another
outputs, record  files that are whole or not there; with what they were made
run            the path through all of it
"""

from skillgap.batch.asked import Asked, ask
from skillgap.batch.frame import RESULT_COLUMNS, score_frame
from skillgap.batch.run import OUTPUT_COLUMNS, Options, Progress, Summary, run

__all__ = ["OUTPUT_COLUMNS", "RESULT_COLUMNS", "Asked", "Options", "Progress", "Summary", "ask", "run", "score_frame"]
