"""What pages read about cases. The user comes first, always; nothing here writes."""
