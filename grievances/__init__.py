"""Grievances: every case on the record, every date with its count.

Holds matters and the grievances that come of them, their steps, clocks, papers and outcomes.
Words: matter, grievance, grievant, step, clock, abeyance, extension. No model computes a date
here, and nobody sees a case they have no part in.
"""
