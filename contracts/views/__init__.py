"""The pages of agreements, by what a person does on them."""
