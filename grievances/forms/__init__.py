"""What people type in: one form per deed, one per page of the intake."""
