# A time of one's own: booking, being asked, what is agreed. The rules of common.ftl hold here.

## Booking

book-when-ask = When would you like to talk? Write it as you would say it, such as **tomorrow at 14** or **on Thursday at 10:30**.
book-when-not-understood = I could not find a time in that. Write a day and a time, such as **on Thursday at 10:30**, or **stop** to leave it.
book-when-which = I am not sure which time you mean. Which of these is it? If none of them, write it in another way.
book-when-unclear = { $why ->
        [what-time] That is { $day }. At what time?
        [which-time] I understood the day. At what time?
        [which-day] On which day, and at what time?
        [which-week] Which week do you mean? A date makes it clear, such as **26 November**.
        [morning-or-evening] In the morning or in the evening? Please write the time again, such as **8** or **20**.
        [day-and-date] The weekday and the date you wrote are not the same day. Which of them is it?
        [no-such-day] I cannot find that day in the calendar. Please write it in another way.
        [no-such-time] No clock shows that time. Please write it in another way.
        [skipped] The clock is put forward that night, and jumps over that time. Please choose another.
        [twice] The clock is put back that night, and shows that time twice. Please choose another.
        [past] That time has passed. Which other would suit you?
        [too-far] That is further ahead than I can see. Which earlier time would suit you?
        [too-long] That is a longer series than I can book. A year at a time is the most, such as **every Tuesday at 19, 50 times**; towards its end I ask whether you would like to go on. Please write all of it again.
        [loose] Please name one time, such as **at 14**.
        [how-often] How often do you mean? I can do **every week**, **every other week** or **every month**.
        [how-many] How many times shall it be? For example **8 times**, or **until the 1st of June**.
        [until-when] Until which date? Please write all of it again.
       *[other] I am not sure what you mean. Please write the day and the time in another way.
    }
book-once-only = I can book one time now, and more afterwards. Please write the first of them.
book-free-times = These times are free as far as I know. Which would suit you? You can also write another.
book-no-free-times =
    { $more ->
        [yes] I know of no later free times yet.
       *[no] I know of no free times yet; that need not mean that nobody can.
    }
    Write a time that would suit you, and I ask the volunteers. In danger: call { $crisis }.
book-heard =
    { $sure ->
        [yes] Would you like to talk to somebody { $zoned }?
        [series] Would you like to talk to somebody again and again: { part-series }, the first { $zoned }?
       *[no] Would you like to agree on a time to talk to somebody?
    }
    Nothing is settled yet.
book-length-ask = How long would you like to talk?
book-form-ask = How would you like to talk?
book-whom-ask = Shall I first ask the volunteer you last talked to? Neither of you is told who the other is, and if they cannot, I ask others.
book-topics-ask = What would you like to talk about? You can choose several, such as **1, 3**, or skip it.
book-language-ask = Which language would you like to talk in?
book-note-ask = { $platform ->
        [discord] Is there anything practical the volunteer should know beforehand, such as how long you have? No health details here, please, as Discord can read them. Or skip it.
       *[other] Is there anything the volunteer should know beforehand? Write it here and I pass it on, or skip it. Leave out names and addresses.
    }
book-proposed =
    This is what I understood:
    { $zoned }, for { part-minutes }, { part-form-here }.
    { $same ->
        [yes] I first ask the volunteer you last talked to.
       *[other] I ask the volunteers who could suit you.
    }
    Is that right?
book-past = That time has passed. Which other would suit you? Write **stop** to leave it.
book-too-soon =
    { $minutes ->
        [one] That is very soon; I need a minute to ask the volunteers.
       *[other] That is very soon; I need { $minutes } minutes to ask the volunteers.
    }
    Which later time would suit you? Or write **!talk** to look for somebody now.
book-too-far =
    { $days ->
        [one] I can book one day ahead.
       *[other] I can book { $days } days ahead.
    }
    Which earlier time would suit you?
book-at-that-time = You have another appointment about then: { $when }. Which other time would suit you?
book-day-full =
    { $most ->
        [one] You already have an appointment { $day }, and there is room for one a day.
       *[other] You already have { $most } appointments { $day }, and there is no room for more that day.
    }
    Which other day would suit you?
book-enough =
    { $most ->
        [one] You have an appointment to come, and there is room for one at a time.
       *[other] You have { $most } appointments to come, and there is room for no more at a time.
    }
    {"**"}status** shows them, and **cancel** takes one back.
book-in-contact = You are in touch with somebody now. When that has ended, write **book**, and we find a time.
book-seeking =
    I am asking volunteers about { $zoned }, for { part-minutes }. Nothing is settled until one of them has said yes, and I cannot promise that anybody can.
    You hear from me as soon as somebody says yes, and { $when } at the latest. **status** shows how it goes, **cancel** takes it back.
book-seeking-again =
    The volunteer cannot come { $zoned } after all. I am sorry. It has nothing to do with you.
    I am asking others now, and you go before other people. You hear from me { $when } at the latest.
book-nobody-could =
    I asked, but nobody could come { $when }. I am sorry. It has nothing to do with you or what you wrote.
    We can find another time, or you can turn to others now. In danger: call { $crisis }.

## Being asked

appointment-offer =
    { $same ->
        [yes] Somebody you have talked to would like to talk with you again: { $zoned }, for { part-minutes }.
       *[other] Somebody would like to talk: { $zoned }, for { part-minutes }.
    }
    It would be { part-form }, in { part-language }.{ $topics ->
        [nothing] {""}
       *[other] {" "}About: { $topics }.
    }{ $front ->
        [yes] {" "}Another volunteer could not after all.
       *[other] {""}
    }{ $rhythm ->
        [weekly] {" "}It is the first of { $times }, every week at the same hour, the last { $last_when }. You say yes to all you can; for the rest I find somebody else.
        [fortnightly] {" "}It is the first of { $times }, every other week at the same hour, the last { $last_when }. You say yes to all you can; for the rest I find somebody else.
        [nothing] {""}
       *[other] {" "}It is the first of { $times }, every month at the same hour, the last { $last_when }. You say yes to all you can; for the rest I find somebody else.
    }{ $dates ->
        [nothing] {""}
       *[other] {" "}The dates: { $dates }{ $more ->
            [0] .
           *[other] {" "}and { $more } more.
        }
    }
    You need not be on duty then. Can you? You can answer until { $until_when }.
appointment-offer-accepted = You said yes to this.
appointment-offer-declined = You said no to this, and that is quite all right.
appointment-offer-lapsed = This was not answered in time, and that is quite all right. I ask others.
appointment-offer-taken = Somebody else has said yes to this. Thank you all the same.
appointment-offer-recalled = This is not needed any more. Thank you all the same.
appointment-offer-over = That is settled already, so you need do nothing. Thank you for answering.

## Agreed

appointment-confirmed = { $side ->
        [receiver] It is settled: { $zoned }, for { part-minutes }, { part-form-here }. A volunteer has said yes and looks forward to it.
       *[volunteer] It is settled: { $zoned }, for { part-minutes }, { part-form-here }. Thank you. The other person knows that somebody comes, and not who.
    }
    When the time comes, I open the contact here by myself. If it does not suit you after all, write **cancel**. That is always all right.
appointment-cancelled = { $by ->
        [receiver] { $side ->
            [receiver] I have taken back your appointment { $zoned }. That is quite all right. Write **book** when you would like another.
           *[volunteer] The appointment { $zoned } will not be. The other person has taken it back, which has nothing to do with you. You need do nothing.
        }
        [volunteer] { $side ->
            [receiver] The volunteer cannot come { $zoned } after all, and it is too late to find another. I am sorry. It has nothing to do with you.
           *[volunteer] I have taken you off the appointment { $zoned }, and take care of the rest. Thank you for saying so.
        }
       *[other] { $side ->
            [receiver] A coordinator has had to take back your appointment { $zoned }. I am sorry. It has nothing to do with you.
           *[volunteer] A coordinator has taken back the appointment { $zoned }. You need do nothing.
        }
    }
appointment-could-not-begin = { $who ->
        [you] It is time for your appointment, but you are in touch with somebody else, so I have not opened it. The other person knows that something came in between.
        [other] It is time for your appointment, but something has come in between for the other person. I am sorry. It has nothing to do with you.
       *[bot] I was not running when it was time for your appointment { $when }. I am sorry; the fault is mine and nobody else's.
    }
    { $side ->
        [receiver] We can find another time. In danger: call { $crisis }.
       *[volunteer] You need do nothing.
    }

## Where one stands

status-appointment = { $state ->
        [confirmed] { $side ->
            [receiver] Settled: { $zoned }, for { part-minutes }, { part-form-here }. A volunteer comes.
           *[volunteer] Settled: { $zoned }, for { part-minutes }, { part-form-here }. You give.
        }
       *[sought] Not settled yet: { $zoned }. { $asking ->
            [0] Nobody is being asked at this very moment, but I keep trying until { $limit_when }.
            [one] One volunteer is being asked. You hear from me { $limit_when } at the latest.
           *[other] { $asking } volunteers are being asked. You hear from me { $limit_when } at the latest.
        }
    }
cancel-which = Which of these shall I take back? That is always all right.

## For coordinators

alarm-appointment =
    Nobody has said yes to the appointment { $code } { $when }.
    { $asked ->
        [0] There was nobody I could ask.
        [one] One volunteer was asked.
       *[other] { $asked } volunteers were asked.
    }
    Can you find somebody? I go on asking meanwhile.
alarm-appointment-unmet = Nobody could come to the appointment { $code } { $when }. The receiver has been told, and shown other ways.
alarm-appointment-off = The volunteer of the appointment { $code } { $when } cannot come, and it was too late to ask others. The receiver has been told, and shown other ways.
alarm-appointment-hindered = The appointment { $code } { $when } could not begin. Both have been told. Please look whether somebody needs a word from you.

## Moving

move-whom-ask = With the same volunteer, if they can? Or whoever can at the new time?
move-proposed =
    This is what I understood: instead of { $when }, it is to be
    { $zoned }.
    { $cannot ->
        [yes] The volunteer cannot then, so I would ask others, and the old time would be given up. Is that right?
       *[no] Until that is agreed, the old time stands. Is that right?
    }
move-cannot = That time cannot be: one of you has something else then, or it would be too much. Which other time would suit you? Write **stop** to leave it as it is.
move-ask = { $side ->
        [receiver] The volunteer asks to move your appointment { $when } to
       *[volunteer] The other person asks to move the appointment { $when } to
    }
    { $zoned }.
    Would that suit you? If not, it stays as it is, and that is quite all right.
move-asked = I have asked whether { $zoned } would do instead of { $when }. Until there is an answer, the old time stands.
move-unanswered = There is no answer yet to whether { $zoned } would do. The old time stands: { $when }. If that does not suit you, I can take it back.
move-kept = { $mine ->
        [yes] Then it stays as it was: { $zoned }. That is quite all right.
       *[other] The new time does not work for the other person, so it stays as it was: { $zoned }. If that does not suit you, I can take it back.
    }
move-without-you = The appointment { $zoned } has been moved to a time when others are asked. Thank you for having said yes. You need do nothing.
appointments-none = You have no appointments to come. **book** makes one.
appointments-row = { $state ->
        [confirmed] { $side ->
            [receiver] Settled: { $zoned }, for { part-minutes }, { part-form-here }. A volunteer comes.
           *[volunteer] Settled: { $zoned }, for { part-minutes }, { part-form-here }. You give.
        }
       *[sought] Not settled yet: { $zoned }, for { part-minutes }, { part-form-here }.
    }

## Reminders

appointment-reminder = { $side ->
        [receiver] A reminder of your appointment: { $zoned }, for { part-minutes }. A volunteer comes, and I open the contact here by myself.
       *[volunteer] A reminder of the appointment you have said yes to: { $zoned }, for { part-minutes }. I open the contact here by myself.
    }{ $place ->
        [nothing] { $form ->
            [in-person] {" "}You have not agreed on a place yet.
           *[other] {""}
        }
       *[other] {" "}You meet here: { $place }.
    }
    If it does not suit you after all, that is quite all right.
reminder-thanks = Thank you. Then it begins at { $at }.
reminder-snoozed = I remind you again at { $at }.
reminder-too-near = It is nearly time: { $when }. I shall not remind you again before it begins.
reminders-now = { $leads ->
        [nothing] I do not remind you of appointments. **reminders on** changes that.
       *[other] I remind you of each appointment so long before it: { $leads }. **reminders off** ends that, and **reminders 1d 2h 30m** changes when.
    }
reminders-how = Write **reminders on**, **reminders off**, or how long before, such as **reminders 1d 2h 30m**: up to four of them, from ten minutes to fourteen days.

## When somebody does not come

no-show-ask = { $spoke ->
        [yes] { $name } has not written yet. Something may have come in between; it has nothing to do with you.
       *[other] Are you there? { $name } is here. If something has come in between, that is quite all right.
    }
    You can wait a little, or find another time.
no-show-another-time = You did not get to talk this time. That happens, and it is nobody's fault. Shall we find another time? In danger: call { $crisis }.
