"""Pictures of numbers, drawn in a process of its own, so that nothing waits for them."""
