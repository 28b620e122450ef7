"""The parts pages are made of, as plain functions; `templatetags/ui.py` gives them to templates."""
