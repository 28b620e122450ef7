"""Contracts: the agreements of the local as living text.

Holds agreements and their versions, cut into clauses that keep their page, and finds, quotes
and compares them. Words: agreement, article, section, clause, side letter, lineage. It never
shows a quotation that is not in the stored text.
"""
