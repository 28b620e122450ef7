"""Walk lists: how they are cut, who carries them, how far they are."""
