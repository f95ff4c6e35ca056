# Appointments that coordinators propose, move and call off. The rules of common.ftl hold here.

## Which and when

plan-no-such-code = I know of no appointment with the code { $code } here. **calendar** shows those there are.
plan-when = I could not find one certain time in that. Write day and time, such as **Thursday at 10:30** or **3 December at 14**.
plan-which-time = I am not sure which time you mean: { $times }? Please write all of it again, such as **Thursday at 10:30**.
plan-once-only = That would be several times. Please write one; a series is the receiver's to book.
plan-over = Nothing about { $code } can be changed any more: { calendar-state }.
plan-same-time = { $code } is at that time already, so I have done nothing.
plan-with-its-series = { $code } is one of several dates that one volunteer is being sought for, and cannot be moved by itself just now. **call off** works.
preview-line =
    { $first ->
        [no] If so, { $who ->
            [receiver] the receiver reads:
           *[volunteer] { $name ->
                [nothing] the volunteer reads:
               *[other] { $name } reads:
            }
        }
       *[yes] { $who ->
            [receiver] The receiver reads:
           *[volunteer] { $name ->
                [nothing] The volunteer reads:
               *[other] { $name } reads:
            }
        }
    } “{ $said }”
preview-asked = { $asked ->
        [one] One volunteer who is being asked reads that it is not needed any more.
       *[other] { $asked } volunteers who are being asked read that it is not needed any more.
    }

## Proposed

propose-no-such-code = I know nobody by the code { $code } here. **queue** shows who waits, **calendar** the appointments of a week.
propose-already = Another time has been proposed to them, and they have not answered yet. **calendar** shows it, **call off** takes it back.
propose-not-then = { $why ->
        [book-past] That time has passed.
        [book-too-soon] That is too soon: the receiver must have time to answer, and volunteers too.
        [book-too-far] That is further ahead than can be booked here.
        [book-at-that-time] The receiver has something else about then.
        [book-day-full] The receiver has as many appointments that day as there may be.
       *[book-enough] The receiver has as many appointments to come as there may be.
    } Which other time would do?
propose-confirm =
    Shall I propose this to whoever { $receiver } belongs to: { $zoned }, for { part-minutes }?
    { $preview }
    They read it at once, or in the morning if it is night where they are. Until they have said yes, nobody else hears of it and nobody is asked. They can answer until { $until_when }.
propose-done = I am asking them: { $code }, { $when }. You will hear what they say.
propose-ask =
    A coordinator proposes a time for you to talk to a volunteer: { $zoned }, for { part-minutes }, { part-form-here }.
    Would that suit you? If so, I ask the volunteers, and I cannot promise that anybody can. A no is always all right. You can answer until { $until_when }.
propose-lapsed = A coordinator proposed a time here, and the time to answer is over. That is quite all right. **book** finds another.
propose-taken-back = A coordinator proposed a time here, and has taken it back. You need do nothing. **book** finds another.
propose-declined-thanks = Then not, and that is quite all right. Write **book** if you would like a time another day.
proposal-answer = { $answer ->
        [yes] { $code }, { $when }: the receiver says yes. I am asking volunteers now.
        [another] { $code }, { $when }: it does not suit the receiver, who is finding another time.
        [no] { $code }, { $when }: the receiver would rather not.
        [late] { $code }, { $when }: the receiver has not answered in time. It may not suit, or they have not been here.
        [gone] { $code }, { $when }: the receiver is not here any more.
       *[undelivered] { $code }, { $when }: I could not reach the receiver.
    }

## Moved

reschedule-confirm =
    { $code }, { $when }, is to be { $zoned }?
    { $preview }
    { $settled ->
        [yes] Until both have said yes, the old time stands.
       *[no] If they say yes, I ask the volunteers about the new time. Until then, the old one stands.
    }
reschedule-done = I have asked the receiver about { $code }. You will hear how it goes.
reschedule-not-then = { $who ->
        [receiver] The receiver has something else about then.
       *[volunteer] The volunteer cannot then: something else, or their limits.
    } Which other time would do? Or **call off** the appointment.
move-suggested =
    A coordinator asks whether your appointment { $when } could be moved to
    { $zoned }.
    Would that suit you? If not, it stays as it is, and that is quite all right.
move-answer = { $answer ->
        [receiver-yes] { $code }: { $when } suits the receiver. Now I ask the other side.
        [moved] { $code } is moved to { $when }. Both know.
        [no] { $code } stays as it was: { $when } does not suit.
        [no-answer] { $code }: there is no answer yet to { $when }. The old time stands until there is one.
       *[not-possible] { $code } stays as it was: { $when } is not possible any more.
    }

## Called off

call-off-how = Write **call off { $code }** for one appointment, or **call off { $code } all** for all dates of its series.
call-off-no-series = { $code } is in no series that goes on. **call off { $code }** calls it off by itself.
call-off-confirm =
    { $all ->
        [yes] { $left ->
            [one] Shall I call off the one date that is left of the series of { $code }?
           *[other] Shall I call off all { $left } dates that are left of the series of { $code }?
        }
       *[no] Shall I call off { $code }, { $when }?{ $in_series ->
            [yes] {" "}It is one date of a series; **call off { $code } all** is for all of it.
           *[no] {""}
        }
    }
    { $preview }
call-off-done = { $all ->
        [yes] The series of { $code } is called off, and everybody has been told.
       *[no] { $code } is called off, and everybody has been told.
    }
