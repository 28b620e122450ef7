"""Tables of texts for the checks: true ones, and the same with one thing turned."""
