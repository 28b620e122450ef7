"""The roof: home pages per role, officer dashboards, one search page."""
