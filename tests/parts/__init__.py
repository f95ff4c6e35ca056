"""Real parts for the tests: a Matrix homeserver, and chat clients that other people wrote."""
