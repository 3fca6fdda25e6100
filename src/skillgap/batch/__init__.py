"""Many candidates against one posting.

frame      `score_frame`: a pandas frame in, a frame with results out; pure       frame.py
tables     a CSV file as chunks of rows, and which rows are broken                tables.py
run        the path through the house: chunks -> score_frame -> ranked table      run.py
"""

from skillgap.batch.frame import RESULT_COLUMNS, score_frame
from skillgap.batch.run import BatchResult, run

__all__ = ["RESULT_COLUMNS", "BatchResult", "run", "score_frame"]
