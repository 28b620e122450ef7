"""The pages of messages, by what a person does on them."""
