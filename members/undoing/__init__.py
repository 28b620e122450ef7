"""Deeds that are taken back as a whole: what they made and changed is written down row by row."""
