# Gatherings: several people at a time, open to everybody or a group. The rules of common.ftl hold here.

## Planned by a coordinator

gathering-in-private = I ask you about it in private.
gathering-name-ask = What is the gathering called? Whoever may come reads the name, so nothing about anybody's health, please. Such as **Coffee on Thursday**.
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
gatherings-file = Here it is for your own calendar. To what is open you can simply come; you need tell nobody.
gathering-event = Everybody is welcome, and you need not sign up. If you press that you are interested, everybody on this server can see it.

## A group

gathering-kind-ask = Who may come?
gathering-who-ask = Whom shall I ask? Write codes (from **queue**, **calendar** or an alarm) and volunteers' names, with commas; **me** for yourself. All of them have to be on Discord.
gathering-whom = I found nobody in that. Write codes and volunteers' names, with commas.
gathering-nobody-called = I know nobody here who is called { $who }. Codes stand in **queue** and **calendar**, names in **volunteers**.
gathering-not-active = { $who } is not active as a volunteer just now. Please leave them out.
gathering-not-there = { $who } does not write to me from Discord, and a group can meet there only. Please leave them out.
gathering-not-these = Two of these are not to be brought together again, so I cannot ask all of them to the same group.
gathering-too-many = At most { $most } can be asked to one group.
gathering-no-such-code = I know of no gathering with that code. **gatherings** shows those there are.
gathering-is-open = { $code } is open to everybody: nobody has to be asked, and it has no room of its own.
gathering-group-limits =
    Before you say yes: the group meets in a private thread on Discord.
    Everybody in it sees everybody's account, you too if you are in it: you may then know whose code is whose.
    Discord, admins and whoever may manage threads can read all of it. I do not read along.
    I let in only who said yes. They leave when they like; whoever may manage threads can put somebody out, in Discord.
    Buttons of mine do not work there. At the end I close and lock it: nobody can write any more, but they can still read it.
gathering-confirm-group =
    { $gathering }
    { $zoned }, { part-minutes }
    I ask: { $who }
    Each reads what it shows of them, and that a no is all right. Whoever has night just now is asked in the morning. You hear how many say yes, not who. With fewer than two it is called off.
    Shall I ask them?
gathering-group-planned = { $asked ->
        [0] I am asking nobody else yet.
        [one] I am asking one person.
       *[other] I am asking { $asked } people.
    } The group is { $code }: **gatherings** shows how many have said yes, **ask to gathering { $code } …** asks more, **start gathering { $code }** opens it before its time.
gathering-ask-confirm =
    Shall I ask { $who } to the group { $code }, { $zoned }?
    Each reads what it shows of them, and is let in only after a yes.
gathering-asked = { $asked ->
        [0] Nobody else is asked to { $code }.
        [one] I am asking one more for { $code }.
       *[other] I am asking { $asked } more for { $code }.
    }
gathering-group-row =
    { $gathering } · { $called }
    { $zoned }, { part-minutes }
    A group: { $coming } coming, { $asked } not answered yet
gathering-start-confirm =
    Shall I open the group { $code } now, and not at { $zoned }?
    { $coming ->
        [one] One has said yes and is let in at once.
       *[other] { $coming } have said yes and are let in at once.
    }
gathering-started = I am opening the group { $code }.
gathering-too-few-yet = { $coming ->
        [0] Nobody has said yes to { $code } yet.
        [one] One has said yes to { $code } so far.
       *[other] { $coming } have said yes to { $code } so far.
    } It takes two.
gathering-too-few = The group { $code } is called off: fewer than two had said yes. Whoever had is told.
gathering-not-opened = The group { $code } could not be opened, and whoever was coming is told. { $why ->
        [not-allowed] I lack a permission there: Create Private Threads, in the channel for rooms. Whoever runs the server can give it to me.
       *[other] Discord did not let me.
    }
gathering-one-not-asked = Somebody could not be asked to the group { $code }: messages from me do not reach them.
gathering-one-not-let-in = Somebody who said yes to the group { $code } could not be let in. Perhaps they have left the server. They are told.
gathering-group-off-confirm = { $begun ->
        [yes] Shall I close the group { $gathering } ({ $code }) now? Nobody can write there any more.
       *[no] Shall I call off the group { $gathering } ({ $code }), { $zoned }?
    } { $coming ->
        [0] Nobody has said yes to it.
        [one] One person has said yes to it.
       *[other] { $coming } people have said yes to it.
    } { $begun ->
        [yes] { "" }
       *[no] They are told, and those who have not answered need not any more.
    }
gathering-group-move-confirm =
    Shall I move the group { $gathering } ({ $code }) from { $when } to { $zoned }?
    { $coming ->
        [0] Nobody has said yes to it so far.
        [one] One person who said yes is told, and can leave it.
       *[other] { $coming } people who said yes are told, and can leave it.
    } Those who have not answered are asked anew.

## For those who are asked to a group

gathering-ask =
    A coordinator asks whether you would like to be in a group: { $gathering }, { $zoned }, for { part-minutes }.
    It is a private thread on Discord. **The others there see your account, and you see theirs**; so does the coordinator, if they come. Discord and whoever runs the server can read along; I do not. So please no health details there.
    You can leave at any time. At its end it is closed; whoever was there can still read it.
    A no is all right, and nobody else hears that you were asked. Would you like to?
gathering-ask-over = You were asked to a group here. It is not to be, so you need not answer.
gathering-coming = Good: { $gathering }, { $zoned }. When it opens I let you in, and you find it among the server's threads. If you would rather not after all, write **leave gathering**, also when it has begun. The file is for your own calendar.
gathering-not-coming = Then not, and that is quite all right. Nobody is told.
gathering-not-this-one = I cannot let you into that group. It is nothing you did or said. **gatherings** shows what else there is.
gathering-mine =
    { $gathering }
    { $zoned }, { part-minutes }
    A group you said yes to. **leave gathering** if you would rather not.
gathering-reminder = { $gathering } begins { $zoned }. I let you in then. If you cannot come, or would rather not, write **leave gathering**.
gathering-moved = { $gathering } is at another time: { $zoned }. If you cannot come then, or would rather not, write **leave gathering**.
gathering-called-off = { $gathering }, { $zoned }, is called off. It has nothing to do with you.
gathering-opened = { $gathering } has begun: you are in the thread on Discord now. Others see your account there. **leave gathering** lets you out again.
gathering-thread =
    Welcome. Each of you said yes to being here. You see each other's accounts, and Discord and whoever runs this server can read along; I do not read what you write. No health details here, please. Discord's own block and report work here.
    It is closed when its time is over. To leave before that, leave the thread, or write **leave gathering** to me in private.
    In danger: call { $crisis }, or write **crisis** to me in private.
gathering-not-let-in = I could not let you into the group. Are you still a member of the server? If you are, please tell a coordinator.
gathering-in-none = You are in no group just now.
gathering-left = You are out of the group. I tell nobody; those who are in the thread may see that you left.
gathering-leave-which = Which of them would you like to leave?
