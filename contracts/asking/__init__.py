"""Searches and questions: where a search looks, what it found, and the answer on its page."""
