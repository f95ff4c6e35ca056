"""Whoever was suspended in training and taken back in was active, without the rest of it.

The story is told in tests/stories/test_becoming_a_volunteer.py; here is the way it lacked.
"""

from bot.domain.lifecycle import VOLUNTEER_STEPS, VolunteerStatus, step


def test_the_way_back_into_training_is_open():
    back = step(VOLUNTEER_STEPS, VolunteerStatus.SUSPENDED, VolunteerStatus.IN_TRAINING)
    assert back is VolunteerStatus.IN_TRAINING
