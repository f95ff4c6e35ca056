"""What happens when the bot dies just then. All scenes are known once this package is there."""

from tests.faults import scenes as scenes
from tests.faults import scenes_of_groups as scenes_of_groups
