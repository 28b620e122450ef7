"""The deeds of the contracts app: reading files, publishing, correcting, noting, asking, comparing."""
