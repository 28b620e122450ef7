"""What a change of words would do: redlines, proposals, what relies on them and what contradicts them."""
