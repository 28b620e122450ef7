"""Plain code without tables: dates, text folding, money, problems and progress."""
