"""Turn the file of an agreement into a tree of clauses; pure code without Django.

`parse.read(data, name)` is the door. Every extracted character ends in exactly one clause or in the list of what
was set aside, with the reason and the page. No file is refused for its structure: without any it becomes pages.
"""
