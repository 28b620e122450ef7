"""The floor every app stands on: ai > search | sheets > jobs | files > ui > audit > access > core."""
