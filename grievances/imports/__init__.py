"""Old cases from what a local kept: a spreadsheet or a folder of scanned files. Reads and proposes; writes nothing."""
