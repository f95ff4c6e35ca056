"""Shared by all tests: the real parts, and nothing else. Each folder has its own conftest.py."""

pytest_plugins = ["tests.parts.fixtures"]
