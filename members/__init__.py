"""Members: the roster of the local, kept so that every person is counted.

Holds people, where they work, whether they are members, how they may be reached, the lists
made of them, and the files they came from. Words: roster, unit, placement, spell, segment,
consent. It never reads case data, and no import ever deletes a person.
"""
