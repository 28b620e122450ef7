"""Small invented agreements, one for each trap that real ones hold."""

PLAIN = """TABLE OF CONTENTS

ARTICLE 1 - RECOGNITION ........................ 2
ARTICLE 2 - HOURS OF WORK ...................... 2
ARTICLE 3 - GRIEVANCES ......................... 3
ARTICLE 4 - WAGES .............................. 3
\f
PREAMBLE

The Harbor Agency and Local 12 agree as follows.

ARTICLE 1 - RECOGNITION

Section 1. Unit.
The Agency recognizes the Union as the exclusive representative of
all ferry pilots and deck hands.

Section 2. Exclusions.
Confidential staff are not in the unit.

ARTICLE 2 - HOURS OF WORK

Section 1. Work Week.
The work week is forty (40) hours. As provided in Article 3,
Section 2, disputes go to Step One.

Section 2. Shift Change.
a.   The Agency shall give fifteen
     (15) calendar days of notice before it changes a shift.

b.   In an emergency the notice may be shorter:
     1.   if the reason is written down; and
     2.   if the steward is told.

c.   An employee may ask for a swap.

                                  -2-
\f
ARTICLE 3 - GRIEVANCES

Section 1. Definition.
A grievance is a complaint about this Agreement.

Section 2. Step One.
A grievance shall be filed within twenty (20) days. It shall not be
refused because of a wrong form.

ARTICLE 4 - WAGES

Section 1. Rates.
The hourly rate of a deck hand is $24.50.

APPENDIX A - WAGE TABLE

Deck hand     24.50     25.10
Ferry pilot   31.00     32.20

LETTER OF AGREEMENT #1 - PARKING

The parties agree that Pier 4 keeps ten parking places.

                                  -3-
"""

SUCCESSOR = PLAIN.replace("fifteen\n     (15)", "ten\n     (10)").replace(
    "ARTICLE 4 - WAGES\n\nSection 1. Rates.",
    "ARTICLE 4 - SAFETY\n\nSection 1. Gear.\nThe Agency provides life vests.\n\nARTICLE 5 - WAGES\n\nSection 1. Rates.",
)
