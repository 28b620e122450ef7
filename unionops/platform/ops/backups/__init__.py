"""Copies of everything, sealed, taken while people work, and proven by being restored."""
