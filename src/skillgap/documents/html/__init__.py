"""HTML: the structure of a page, and a JobPosting in JSON-LD where there is one.

reader      bytes to document                                    reader.py
walk        the elements in order                                walk.py
sight       what a person can see                                sight.py, css.py
job_posting the posting that a page holds as data                job_posting.py
"""
