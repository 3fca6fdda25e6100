"""How well and how cheaply documents are read, against the libraries that others use, on files made by tools of others.

texts       what is written: résumés and postings as data, and their units (texts.yaml)
corpus      the files: which layout is made of which text by which tool
            sheets, scattered (ReportLab), web (WeasyPrint, Chromium), typeset (Typst, text.typ), word (python-docx),
            converted (LibreOffice, pandoc), altered (pikepdf), pages (by hand): the makers
planted     files with hidden words, and their controls
readers     ours and the others
metrics     what of the units arrived
cost        CPU time and memory
report      tables and bars
"""
