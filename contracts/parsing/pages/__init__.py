"""What stands on a page beside the text: running heads, printed numbers, contents; and its tables without rules."""
