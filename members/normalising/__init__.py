"""Cells of rosters as typed values: names, dates, numbers and codes, with the reason when one cannot be read."""
