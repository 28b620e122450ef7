"""Set two texts of an agreement side by side: which clause became which, and which words changed; pure code."""
