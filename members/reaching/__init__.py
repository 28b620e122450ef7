"""Who may be reached, by which way, and who is left out for which reason."""
