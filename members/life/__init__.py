"""One person over the years: the line of time, talks, offices, the whole record, and its end."""
