"""Inside an article: its sections, their numbered parts, and the tables at their end."""
