"""Running the box: set-up, supervisor, backup, restore, doctor."""
