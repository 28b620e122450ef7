"""Files in and out: uploads sealed at rest, limited child processes, PDF."""
