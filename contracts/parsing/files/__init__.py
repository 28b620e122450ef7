"""The kinds of file, each read into pages of lines with their place and look."""
