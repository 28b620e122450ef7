"""Reads a clause by rule: who must, may or shall not; loose words; time limits; what it is about. Pure code."""
