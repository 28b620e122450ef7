"""Template tags about the box."""
