# Gatherings: several people at a time, open to everybody or a group. The rules of common.ftl hold here.

## Planned by a coordinator

gathering-in-private = I ask you about it in private.
gathering-name-ask = What is the gathering called? Everybody will read the name, so nothing about anybody's health, please. Such as **Coffee on Thursday**.
gathering-when-ask = When does it begin? Such as **Thursday at 15** or **3 December at 14, two hours**.
gathering-minutes-ask = How long does it last? Choose, or write it, such as **45 minutes** or **3 hours**.
gathering-place-ask = Where is it? Write it so that somebody who has not been there finds it.
gathering-too-long = Please write that in at most { $most } letters.
gathering-once = That would be several times. Please write the first one; the others are planned one by one.
gathering-past = That time has passed. When does it begin?
gathering-how-long = I could not find how long in that. Write it such as **45 minutes** or **3 hours**; a quarter of an hour to { $hours } hours will do.
gathering-confirm =
    { $gathering }
    { $zoned }, { part-minutes }
    { $place }
    Everybody who writes to me can see it by writing **gatherings**. I tell nobody of it by myself, and note nobody who looks.
    Shall it be so?
gathering-confirm-shown =
    { $gathering }
    { $zoned }, { part-minutes }
    { $place }
    Everybody who writes to me can see it by writing **gatherings**. I can show it among the events of { $platform ->
        [discord] our Discord server
       *[other] { $platform }
    }, too. **There everybody sees who is interested.** So do not show what might make people look down on somebody, such as a gathering about one illness.
    Shall it be so, and shall I show it?
gathering-planned = It is planned: { $code }. **gatherings** shows it, **reschedule { $code } …** moves it, **call off { $code }** calls it off.
gathering-not-shown =
    { $to_come ->
        [yes] The gathering { $code } is to be, but I could not show it, or its new time, among the events of the server.
       *[other] The gathering { $code } is called off here, but may still stand among the events of the server.
    } { $why ->
        [not-allowed] I lack the permission Create Events there. Whoever runs the server can give it to me; until then somebody has to do it by hand.
        [late] The server could not be reached in time.
       *[other] It was not taken. Somebody has to look there.
    }

## Moved and called off

gathering-begun = { $code } has begun, or is over, and cannot be moved any more.
gathering-over = { $code } is over or called off already.
gathering-off-confirm =
    Shall I call off { $gathering } ({ $code }), { $zoned }?
    { $shown ->
        [yes] It is called off among the events of the server, too.
       *[other] It is taken off the list.
    } I know nobody who wants to come, so I tell nobody: please say it where you told of it.
gathering-off-done = { $code } is called off.
gathering-move-confirm =
    Shall I move { $gathering } ({ $code }) from { $when } to { $zoned }?
    { $shown ->
        [yes] It is changed among the events of the server, too.
       *[other] The list shows the new time.
    } I know nobody who wants to come, so I tell nobody: please say it where you told of it.
gathering-move-done = { $code } is moved to { $zoned }.

## For everybody

gatherings = { $count ->
        [one] One gathering is coming up:
       *[other] { $count } gatherings are coming up, the next ones first:
    }
gatherings-none = No gathering is planned just now.
gathering-row =
    { $gathering }
    { $zoned }, { part-minutes }
    { $place }{ $called ->
        [nothing] { "" }
       *[other] { " · " }{ $called }
    }
gatherings-file = Here they are for your own calendar. Everybody is welcome, and you need tell nobody that you are coming.
gathering-event = Everybody is welcome, and you need not sign up. If you press that you are interested, everybody on this server can see it.
