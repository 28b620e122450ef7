"""The deadline engine: a rule applied to a date gives a date, and shows every day it counted.

Pure code: no Django, no database, no model, no clock. `reading` turns written rules into `Rule`s,
`counting.count` counts them, `anchors` chooses the day a clock starts, `silence` says what follows when
nobody answers, `procedure` strings steps together.
"""
