"""The reader page: blocks, lines and marks, terms and notes beside them, and how a version was read."""
