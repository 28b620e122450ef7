"""Lists as questions: each criterion in a form, in words and in the database means the same."""
