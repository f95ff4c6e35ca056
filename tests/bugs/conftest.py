"""The same fresh town as the stories have. One file for each thing that was once wrong."""

from tests.stories.conftest import town, town_with_room

__all__ = ["town", "town_with_room"]
