"""The checks beside a text: pure code that compares what is written with what is known.

Nothing here knows Django, the database or the model. `suite.check(draft, ground)` is the door:
a draft is one version of a message, the ground is everything the local says is true.
"""
