"""Long work: the row in the database is the job, Celery only rings the bell.

A job survives the death of web, worker or Redis: it is claimed with a lease, swept back when
the lease runs out, and its result is written only by the attempt that holds it.
"""
