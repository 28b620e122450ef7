"""One postings table and one ranking for clauses, cases, messages and people."""
