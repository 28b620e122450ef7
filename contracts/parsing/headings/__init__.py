"""The outer level: articles, the groups above them, and what is attached behind them, each with its title."""
