"""Puts the invented local into an empty data folder, through the same deeds people do by hand."""
