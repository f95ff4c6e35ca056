"""A town of invented people with a clock we turn, over the real engine, storage and texts."""
