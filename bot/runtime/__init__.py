"""What makes it go: the engine, the courier, the clock, and what watches over them."""
