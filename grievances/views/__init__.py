"""The pages of case work, by what a person does on them."""
