# Appointments that come back. The rules in common.ftl hold here.

part-series = { $rhythm ->
    [weekly] every week, { $times } times, for { part-minutes } each
    [fortnightly] every other week, { $times } times, for { part-minutes } each
   *[other] every month, { $times } times, for { part-minutes } each
}
series-proposed =
    This is what I understood:
    { part-series }, { part-form-here }.
    The first: { $zoned }. The last: { $last_when }.{ $steady ->
        [yes] {" "}The hour stays the same all the time, also when the clock is changed.
       *[no] {" "}In a night in which the clock is changed it may be an hour later.
    }{ $out ->
        [0] {""}
        [one] {" "}One date on which you have something else is left out.
       *[other] {" "}{ $out } dates on which you have something else are left out.
    }{ $special ->
        [nothing] {""}
       *[other] {" "}Please note: { $special }. I ask about such days like the others; any date can be taken back by itself later.
    }
    { $same ->
        [yes] I first ask the volunteer you last talked to.
       *[other] I look for one volunteer for all of it.
    }
    Is that right?
series-special-day = { $date } ({ $name ->
        [nothing] we are closed that day
       *[other] { $name }{ $closed ->
            [yes] {", and we are closed"}
           *[no] {""}
        }
    })
series-left-out = { $side ->
        [volunteer] Of the appointments you have agreed on, these will not be: { $dates }. The other person is not free then, or it was too late to seek somebody. You need do nothing.
       *[other] Of your appointments these will not be: { $dates }. You have something else then, or it is too near to find somebody. **book** finds another time.
    }
series-how-many = How many times shall it be? I can book from 2 times up to a year, such as **every Tuesday at 19, 8 times**. Please write all of it again.
series-seeking =
    I am asking volunteers whether they can be there: { part-series }, the first { $zoned }. Nothing is settled until one of them has said yes, and I cannot promise that anybody can.
    You hear from me as soon as somebody says yes, and { $when } at the latest. **status** shows how it goes, **cancel** takes it back.
series-confirmed =
    { $side ->
        [volunteer] It is settled: { part-series }, the first { $zoned }, the last { $last_when }. Thank you. The other person knows that somebody comes, and not who.
       *[other] It is settled: { part-series }, the first { $zoned }, the last { $last_when }. A volunteer has said yes and looks forward to it.
    }{ $others ->
        [0] {""}
        [one] {" "}For one of the dates I am looking for somebody else.
       *[other] {" "}For { $others } of the dates I am looking for somebody else.
    }{ $dates ->
        [nothing] {""}
       *[other] {" "}These will not be, since something else is then, or it is too near to find somebody: { $dates }.
    }
    Each time I remind you and open the contact here by myself. **appointments** shows the dates; each can be moved or taken back, and all of them, too.
series-given-back = I have taken you off all the dates that are to come, and take care of the rest. Thank you for saying so, and for being there so far.
series-seeking-again =
    { $times ->
        [one] The volunteer cannot go on. I am sorry. It has nothing to do with you. I am looking for somebody else for the date that is left, { $zoned }.
       *[other] The volunteer cannot go on. I am sorry. It has nothing to do with you. I am looking for somebody else for the { $times } dates that are left, the next { $zoned }.
    }
    You go before others, and you hear from me { $when } at the latest.
series-cancelled =
    { $by ->
        [coordinator] { $side ->
            [volunteer] A coordinator has taken back the appointments that were still to come. You need do nothing. Thank you for being there so far.
           *[other] A coordinator has had to take back all { $left } dates that were still to come. I am sorry. It has nothing to do with you. Write **book** when you would like another, and in danger call { $crisis }.
        }
        [you] I have taken back all { $left } dates that were still to come. That is quite all right. Write **book** when you would like another.
       *[other] The appointments that were still to come will not be. The other person has taken them back, which has nothing to do with you. Thank you for being there so far.
    }
series-one-more =
    { $side ->
        [volunteer] One appointment is left of those you agreed on: { $last_when }. I have asked the other person whether they would like to go on after it; if so, I ask you first.
       *[other] One of your appointments is left: { $last_when }. Would you like to go on after it? I would ask the same volunteer first.
    }
series-enough-thanks = { $left ->
        [0] Thank you for telling me. There is none left to come. You can always write **book** again.
       *[other] Thank you for telling me. The last one is { $when }. You can always write **book** again.
    }
series-ended =
    { $side ->
        [volunteer] The appointments you agreed on have come to their end. Thank you for being there again and again.
       *[other] Your appointments have come to their end. I hope they did some good. Write **book** whenever you would like more, or **talk** to find somebody now.
    }
series-row =
    { $state ->
        [sought] Not settled yet:
       *[other] Settled:
    } { part-series }, the last { $last_when }.{ $side ->
        [volunteer] {" "}You give.
       *[other] {""}
    }
    { $left ->
        [one] One date is to come: { $next }.
       *[other] { $left } dates are to come, the next: { $next }.
    }
series-stop-confirm =
    { $side ->
        [volunteer] { $left ->
            [one] Shall I find somebody else for the date that is left?
           *[other] Shall I find somebody else for all { $left } dates that are left?
        }
       *[other] { $left ->
            [one] Shall I take back the date that is left?
           *[other] Shall I take back all { $left } dates that are left?
        }
    } That is always all right.
cancel-series = { $left ->
    [one] The one date that is left: { $when }
   *[other] All { $left } dates, the next { $when }
}
cancel-which-more = Which of these shall I take back? That is always all right.
