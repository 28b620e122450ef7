"""Files of people for other programs and for paper: exact headings, consent applied before anything is written."""
