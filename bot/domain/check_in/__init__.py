"""Anonymous check-ins: what is asked afterwards, of whom and when, and what becomes of the answers."""
