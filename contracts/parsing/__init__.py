"""Turn the file of an agreement into a tree of clauses; pure code without Django.

`parse.read(data, name)` is the door. Every extracted character ends in exactly one clause or in the list of what
was set aside, with the reason and the page. No file is refused for its structure: without any it becomes pages.

`files` reads each kind of file into pages of lines, `pages` sets aside what is no text, `headings` finds the articles
and what is attached to them, `sections` what stands inside an article; `assemble` makes clauses of it all.
"""
