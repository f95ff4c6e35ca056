"""Hydrogen, a graphical Matrix client, to try the bot by eye. By hand only: docs/trying.md."""
