"""For every kind of timer: what people do until one of that kind is about to ring.

A new kind needs a scene here, or in `scenes_of_groups`, four lines as a rule. Everything else (deaths
around it, a bot that was off for days, a clock that jumps, two processes) is tried with it in
`test_every_timer.py`.
"""

from typing import Final

from bot.conversation.talking import FORGET_UNCONSENTED
from bot.domain import (
    asking_ahead,
    booking,
    calling_back,
    duty,
    housekeeping,
    keeping_on,
    meeting,
    offering,
    on_shift,
    proposing,
    reaching,
    reminding,
    safety,
    waiting,
)
from bot.domain.check_in import asking, months, pools
from bot.domain.report.digest import DIGEST
from bot.rehearsal.town import Town
from handlers.housekeeping import CHECK_DOORS
from handlers.staffing import STAFFING
from tests.faults.playing import scene
from tests.stories.appointed import asks_to_move, books, settled
from tests.stories.check_in_steps import agrees, answers_all, parts_kindly
from tests.stories.shift_steps import with_shifts
from tests.stories.steps import asks_to_talk, in_touch

MANY: Final = ("ali", "ben", "ida", "kim", "mia", "zoe", "ole")  # more than one wave


@scene(waiting.SIGN_OF_LIFE, waiting.ALARM, waiting.GIVE_UP)
async def somebody_waits_and_nobody_is_there(town: Town) -> None:
    await asks_to_talk(await town.receiver("rosa"))


@scene(offering.LOOK_AGAIN)
async def the_first_ones_asked_say_nothing(town: Town) -> None:
    for name in MANY:
        await town.volunteer(name)
    await asks_to_talk(await town.receiver("rosa"))


@scene(offering.OFFER_LAPSES)
async def the_only_one_asked_says_nothing(town: Town) -> None:
    await town.volunteer("mia")
    await asks_to_talk(await town.receiver("rosa"))


@scene(meeting.FIRST_WORD, meeting.NO_WORD)
async def a_volunteer_says_yes_and_then_nothing(town: Town) -> None:
    await in_touch(town)


@scene(meeting.UNANSWERED)
async def a_receiver_is_left_without_an_answer(town: Town) -> None:
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    await rosa.says("hello, are you there?")
    await town.later(minutes=6)


@scene(meeting.NOTICE, meeting.TIME_IS_UP)
async def two_talk_until_their_time_is_up(town: Town) -> None:
    rosa, mia = await in_touch(town)
    await rosa.says("hello")
    await mia.says("hello")


@scene(duty.DUTY_ENDS)
async def somebody_is_on_duty(town: Town) -> None:
    await town.volunteer("mia")


@scene(on_shift.SHIFT)
async def a_shift_comes_near(town: Town) -> None:
    await with_shifts(town, plan="shifts tue 20-22")


@scene(calling_back.LOOK)
async def somebody_would_rather_be_asked_later(town: Town) -> None:
    rosa = await town.receiver("rosa")
    await asks_to_talk(rosa)
    await town.later(minutes=2)
    await rosa.presses("call-me-back")
    await rosa.says("skip")
    await town.volunteer("mia")


@scene(booking.ALARM, booking.LIMIT)
async def a_time_is_booked_and_nobody_is_there(town: Town) -> None:
    await _booked(town)


@scene(asking_ahead.ASK_ON)
async def the_first_ones_asked_ahead_say_nothing(town: Town) -> None:
    for name in MANY:
        await town.volunteer(name, on_duty=False)
    await _booked(town)


@scene(asking_ahead.OFFER_LAPSES)
async def the_only_one_asked_ahead_says_nothing(town: Town) -> None:
    await town.volunteer("mia", on_duty=False)
    await _booked(town)


@scene(*reminding.KINDS, booking.BEGINS, reminding.NO_SHOW)
async def an_appointment_is_settled(town: Town) -> None:
    await settled(town, when="in three days at 19:00")


@scene(booking.MOVE_UNANSWERED)
async def another_time_is_asked_for_and_not_answered(town: Town) -> None:
    rosa, _ = await settled(town, when="in three days at 19:00")
    await asks_to_move(rosa, "in four days at 19:00")


@scene("again-receiver")
async def a_receiver_would_hear_it_later(town: Town) -> None:
    await _snoozed(town, 0)


@scene("again-volunteer")
async def a_volunteer_would_hear_it_later(town: Town) -> None:
    await _snoozed(town, 1)


@scene(FORGET_UNCONSENTED)
async def a_stranger_says_hello_and_nothing_more(town: Town) -> None:
    await town.stranger("nobody").says("hello")


@scene(housekeeping.HOUSEKEEPING, CHECK_DOORS, STAFFING)
async def nothing_happens(town: Town) -> None:
    """The timers of the house are there from the start; once at least they have rung."""
    await town.later(minutes=5)


@scene(keeping_on.GOES_ON)
async def a_long_series_is_settled(town: Town) -> None:
    await _settled_series(town, "every tuesday at 19:00, 16 times")


@scene(keeping_on.ONE_MORE, keeping_on.IS_OVER)
async def a_short_series_is_settled(town: Town) -> None:
    await _settled_series(town, "every tuesday at 19:00, 2 times")


async def _settled_series(town: Town, when: str) -> None:
    mia, rosa = await town.volunteer("mia", on_duty=False), await town.receiver("rosa")
    await books(rosa, when)
    await rosa.presses("confirm-yes")
    await mia.presses("accept")


async def _booked(town: Town) -> None:
    rosa = await town.receiver("rosa")
    await books(rosa)
    await rosa.presses("confirm-yes")


async def _snoozed(town: Town, which: int) -> None:
    both = await settled(town, when="in three days at 19:00")
    await town.later(hours=49)
    await both[which].presses("snooze")


@scene(proposing.PUT)
async def a_time_is_proposed_to_somebody_who_sleeps(town: Town) -> None:
    await _proposed(town, hours=3)


@scene(proposing.LAPSES)
async def a_time_is_proposed_and_not_answered(town: Town) -> None:
    await _proposed(town, hours=0)


async def _proposed(town: Town, hours: int) -> None:
    rosa, karin = await town.receiver("rosa"), town.people["karin"]
    await asks_to_talk(rosa)
    code = rosa.last().letter.mark.about
    await rosa.says("cancel")
    await town.later(hours=hours)
    await karin.says(f"propose {code} in five days at 19:00")
    await karin.presses("confirm-yes")


@scene(DIGEST)
async def a_week_of_which_there_is_something_to_tell(town: Town) -> None:
    for name in MANY:
        receiver = await town.receiver(name)
        await asks_to_talk(receiver)
        await receiver.says("cancel")


@scene(*safety.KINDS.values())
async def two_meet_in_person(town: Town) -> None:
    await settled(town, form="in-person")


@scene(reaching.WAYS_OVER)
async def two_have_met_where_they_agreed(town: Town) -> None:
    rosa, mia = await settled(town, form="in-person")
    await rosa.presses("suggest-place")
    await rosa.says("the library in Vejle")
    await mia.presses("place-fits")


@scene(asking.INVITE)
async def two_part_kindly(town: Town) -> None:
    await parts_kindly(town)


@scene(asking.ROUND)
async def a_round_is_open_and_nobody_answers(town: Town) -> None:
    await agrees(town)


@scene(pools.RELEASE)
async def five_have_answered(town: Town) -> None:
    for name in ("ann", "bo", "eva", "finn", "gry"):
        await answers_all(await agrees(town, name), leaving="It did me good")
        town.now += asking.STILL_HERE  # so that the volunteer has rested


@scene(months.MONTHLY, months.VOLUNTEER)
async def a_month_is_nearly_over(town: Town) -> None:
    await town.volunteer("mia", on_duty=False)
    await town.later(days=24)
