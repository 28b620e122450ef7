"""What Home, the board pages and My work read; every function takes the user first."""
