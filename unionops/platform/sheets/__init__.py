"""Spreadsheets in and out: every row accounted for, no formula ever let through."""
