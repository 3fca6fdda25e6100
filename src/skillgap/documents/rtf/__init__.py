"""RTF: everything that a person sees, once, in order.

reader      from the content to a document                       reader.py
tokens      bytes cut into braces, words and text                tokens.py
parse       what each of them does                               parse.py
state       what holds until a brace closes                      state.py
front       fonts, colours and styles, which stand in front      front.py
story       what is gathered: paragraphs, rows, text boxes       story.py
sight       what a person can see                                sight.py
write       the story as blocks                                  write.py
"""
