"""One postings table and one ranking for clauses, cases, messages and people.

`services` writes the index, `queries.search` ranks with BM25 in this process, so that SQLite and PostgreSQL answer
alike; `snippets` shows the found words, `sources` lets apps put themselves on the one search page.
"""
