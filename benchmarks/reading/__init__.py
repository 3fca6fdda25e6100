"""How well and how cheaply documents are read, against the libraries that others use, on files made by tools of others.

texts        what is written: résumés and postings as data, and their units      texts.py, texts.yaml
corpus       the files: which layout is made of which text by which tool          corpus.py
makers       one per tool                                                         sheets.py (ReportLab), web.py (WeasyPrint,
                                                                                  Chromium), typeset.py, word.py, converted.py
                                                                                  (LibreOffice, pandoc), altered.py (pikepdf)
planted      files with hidden words, and their controls                          planted.py
readers      ours and the others                                                  readers.py
metrics      what of the units arrived                                            metrics.py
cost         CPU time and memory                                                  cost.py
report       tables and bars                                                      report.py
"""
