"""Long work: the row in the database is the job, Celery only rings the bell."""
