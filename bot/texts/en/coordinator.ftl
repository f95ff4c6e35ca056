# Texts for coordinators. The rules of common.ftl hold here. A row is one line that can be read alone.

not-understood-coordinator = I am { $service }, a bot, and only know certain words. You coordinate here: **queue** shows who waits, **volunteers** who there is, and **help** everything you can do.

coordinators-room-closed = I cannot write in the coordinators' room just now, so you get this here. Am I still in it, and may I write there? Whoever runs me sees more with **peerbot check**.

## Alarms

alarm-waiting =
    { $code } has waited { part-waited }, and nobody has said yes. { $asked ->
        [0] Nobody could be asked.
        [one] One volunteer was asked.
       *[other] { $asked } volunteers were asked.
    } Shall somebody step in?
alarm-unmet = Nobody was free for { $code }. The person has been told and shown other doors.
alarm-crisis =
    { $code ->
        [nothing] Somebody looked at the crisis doors and would like a coordinator to write to them.
       *[other] { $code }: somebody looked at the crisis doors and would like a coordinator to write to them.
    }
    I pass on nothing of what they wrote. If you choose to write, a contact opens in which neither sees who the other is.
alarm-shift = { $name } cannot take the shift on { $when }-{ $ends_at }. They need give no reason. **announce** asks everybody.
alarm-staffing = { $ahead ->
        [0] Today, { $day },
        [1] Tomorrow, { $day },
        [7] On { $day }, in a week,
       *[other] On { $day }
    } fewer than { $least } have a shift at: { $gaps } ({ $place }). **announce** asks everybody.
alarm-heavy = { $name } says that { $code } was heavy, has been taken off duty and has a rest. A word from you would be good. If you choose to write, a contact opens here, through me.
alarm-colleague =
    { $code ->
        [nothing] { $name } would like a colleague now.
       *[other] { $name } would like a colleague now (about { $code }).
    } If you choose to write, a contact opens here, through me.
alarm-report = { $side ->
        [volunteer] The volunteer says that something was not right in { $code }.
       *[other] The receiver says that something was not right in { $code }.
    } { $name ->
        [nothing] The one who gave is no volunteer here.
       *[other] The volunteer is { $name }.
    }
    { $new ->
        [yes] The account of the { $side ->
            [volunteer] receiver
           *[other] volunteer
        } was made within the last few days. That may mean something or nothing: people in need make new accounts, too.
       *[other] {""}
    }
    The two are not brought together again. Nothing of what was written is kept.
alarm-after-report =
    { $code }: the one who said that something was not right would like a coordinator to write to them.
    If you choose to write, a contact opens in which neither sees who the other is.
alarm-fault = Something of mine went wrong, and I have set it aside under { $key } ({ $kind }). Whoever looks after the machine finds more in the log. If it was a message from somebody, they have been told that it failed.
alarm-old-doors = Nobody has checked these crisis doors for more than { $days } days: { $names }. Please call or look them up, and write the day as verified_on in the configuration.
debrief-note =
    { $code ->
        [nothing] { $name } writes:
       *[other] { $name } writes about { $code }:
    }
    { $note ->
        [nothing] I do not show the note here, where Discord can read it. Please ask { $name } about it.
       *[other] { $note }
    }
crisis-not-reachable-now = I cannot open that contact now: one of you is already in touch with somebody, or the person has left.
not-with-yourself = That would be a contact with yourself. Somebody else has to take it.

## The queue

queue =
    { $waiting ->
        [0] Nobody is waiting.
        [one] One person is waiting.
       *[other] { $waiting } people are waiting.
    } { $ongoing ->
        [0] No contacts are going on.
        [one] One contact is going on.
       *[other] { $ongoing } contacts are going on.
    } { $on_duty ->
        [0] Nobody is on duty.
        [one] One volunteer is on duty.
       *[other] { $on_duty } volunteers are on duty.
    }
queue-row = { $code } · has waited { part-waited } · { part-form } in { part-language } · { $asked ->
        [0] nobody asked yet
        [one] one asked
       *[other] { $asked } asked
    }, { $pending ->
        [0] none may still answer
        [one] one may still answer
       *[other] { $pending } may still answer
    }{ $front ->
        [yes] {" · goes before others"}
       *[other] {""}
    }
queue-no-such-code = Nobody who waits has the code { $code }. **queue** shows those who do.
assign-confirm = Shall I ask { $name } about { $request }? A yes is still theirs to give.{ $off_duty ->
        [yes] {" "}They are not on duty.
       *[other] {""}
    }{ $asked_before ->
        [yes] {" "}They have been asked about it before.
       *[other] {""}
    }{ $ask_cap ->
        [yes] {" "}They have been asked as often today as they should be.
       *[other] {""}
    }{ $topic ->
        [yes] {" "}They have not named the topics.
       *[other] {""}
    }
assign-done = I have asked { $name } about { $request }.
assign-not-possible = I do not ask { $name }: { $reason ->
        [self] the wish is their own.
        [never-again] these two have said that they would rather not meet again.
        [not-active] they are not active.
        [in-contact] they are in touch with somebody.
        [being-asked] they are being asked about somebody else.
        [day-cap] they have had as many contacts today as they should.
        [booked] they have an appointment too soon.
        [week-cap] they have carried as much this week as they should.
        [resting] they have a rest.
        [quiet-hours] it is within their quiet hours.
        [language] they do not speak the language.
        [form] they do not take this form.
       *[other] { $reason }.
    }
assign-not-these-two = That is not possible: the two of you are not to be brought together. Somebody else has to take it.
take-done = { $request } is taken care of: one of you is in touch with them now, in private with me.
close-confirm = Shall I end the search for { $request }, who has waited { part-waited }? The person is told and shown other doors.
close-done = { $request } is closed, and the person has been told.

## Volunteers

volunteers = { $count ->
        [one] There is one volunteer:
       *[other] There are { $count } volunteers:
    }
volunteers-none = There are no volunteers yet. Whoever would like to be one writes **volunteer** to me.
volunteers-row = { $name } · { $status ->
        [applied] has applied
        [in-training] in training
        [active] active
        [suspended] suspended
        [turned-down] turned down
       *[other] { $status }
    } · { $on_duty ->
        [yes] on duty until { $until_at }
       *[other] off duty
    } · today { $contacts ->
        [one] one contact
       *[other] { $contacts } contacts
    }, asked { $asks ->
        [one] once
       *[other] { $asks } times
    }{ $resting ->
        [yes] {" · has a rest"}
       *[other] {""}
    }
volunteers-no-such-name = I know no volunteer called { $name }. **volunteers** shows the names.
volunteer-application =
    { $name } would like to be a volunteer.
    { $topics ->
        [nothing] Topics: none named.
       *[other] Topics: { $topics }.
    }
    Languages: { $languages }. Forms: { $forms }.
by-role-volunteer-told =
    { $name } holds the volunteers' role on your server, so I did not ask you whether to approve them.
    { $step ->
        [nothing] { $name } is active now. **suspend { $name }** stops it.
       *[other] { $name } goes on to: { part-step }. Write **approve { $name }** when it is done.
    }
by-role-volunteer-gone-told =
    { $name } does not hold the volunteers' role on your server any more.
    { $in_contact ->
        [yes] { $name } is in touch with somebody right now, and I let that go on to its end; after it I ask them no more. If it must end now: **suspend { $name }**.
       *[other] { $name } is suspended and has been told. Given the role again, they are back; **resume { $name }** takes them back without it.
    }
approve-done =
    { $step ->
        [nothing] { $name } is active now and has been told.
       *[other] { $name } goes on to: { part-step }. Write **approve { $name }** when it is done.
    }
volunteers-approved-already = { $name } is not waiting to be approved. **volunteers** shows how they stand.
volunteers-turned-down = { $name } has been told kindly that it is a no this time.
volunteers-not-active = { $name } is not active, so there is nothing to suspend.
suspend-confirm =
    Shall I suspend { $name }? They are told, and not asked any more until you write **resume { $name }**.
    { $in_contact ->
        [yes] They are in touch with somebody right now: that contact ends, and I find somebody else for the person.
       *[other] They are not in touch with anybody right now.
    }
suspend-done = { $name } is suspended and has been told.
volunteers-not-suspended = { $name } is not suspended.
resume-done = { $name } is taken back in and has been told. **volunteers** shows how they stand.

## The programme

open-done = { $title } takes new wishes again, within its opening hours.
pause-confirm =
    Shall I take no new wishes until you write **open**? Contacts and searches that are under way go on. { $waiting ->
        [0] Nobody is waiting now.
        [one] One person is waiting now.
       *[other] { $waiting } people are waiting now.
    }
    { $message ->
        [nothing] Whoever asks is told that it is paused. With **pause MESSAGE** they read your message too.
       *[other] Whoever asks reads: { $message }
    }
pause-done = It is paused. **open** takes new wishes again.
announce-confirm =
    Shall I send this to { $count ->
        [0] nobody, since there are no active volunteers
        [one] one active volunteer
       *[other] { $count } active volunteers
    }?

    { $message }
announce-done = It is on its way to { $count ->
        [0] nobody, since there are no active volunteers
        [one] one volunteer
       *[other] { $count } volunteers
    }.

## Opening hours

hours =
    { $title } is open{ $clock ->
        [nothing] {""}
       *[other] {" "}by the clock of { $clock }
    }:
    { $rows }
hours-row = { $day }: { $hours ->
        [closed] closed
       *[other] { $hours }
    }{ $why ->
        [nothing] {""}
        [coordinators] {" · decided by coordinators"}
        [programme] {" · by the programme's file"}
       *[other] { " · " }{ $why }
    }{ $by_hand ->
        [yes] {" · decided by coordinators"}
       *[other] {""}
    }
hours-confirm =
    On { $day } it is: { $before ->
        [closed] closed
       *[other] { $before }
    }. Shall it be: { $hours ->
        [closed] closed
       *[other] { $hours }
    }? Whoever asks outside these hours is told when it opens next. { $waiting ->
        [0] Nobody is waiting now.
        [one] One person is waiting now, and is looked for on.
       *[other] { $waiting } people are waiting now, and are looked for on.
    }
hours-done = It is so on { $day }. **hours** shows this week and next.
hours-already = On { $day } it is so already: { $hours ->
        [closed] closed
       *[other] { $hours }
    }. I have done nothing.
hours-how = I did not understand that. Write it like this: **hours 24/12 closed**, **hours 31 dec 10-14**, or **hours 24/12 as usual** to take it back.
hours-not-then = That day is over, or more than a year ahead, so I have done nothing.
hours-when-open = On { $day } there are no usual hours I could open. Write them: **hours 24/12 10-14**.
holiday =
    The holidays to come:
    { $rows }
holiday-none = I know of no holidays here. The programme's file can name a country: holidays = "DK".
holiday-how = I did not understand that. Write it like this: **holiday 25/12 closed**, **holiday 25/12 open**, **holiday 25/12 10-14**, or **holiday 25/12 as usual** to take it back.

## Coordinators

coordinator-add-confirm = Shall { $address } be a coordinator? They can then see the queue, write to people who asked for it, and do all that you can do.
coordinator-add-done = Done. They are a coordinator now.
coordinator-remove-confirm = Shall { $address } no longer be a coordinator? One who is named in the configuration is one again when I next start.{ $by_role ->
        [yes] {" "}They hold a role on your server; it does not make them a coordinator again until you do.
       *[other] {""}
    }
coordinators = { $count ->
        [one] One coordinates here:
       *[other] { $count } coordinate here:
    }
coordinators-row = { $who }{ $you ->
        [yes] {" (you)"}
       *[other] {""}
    } · { $platform } · { $how ->
        [file] named in the configuration
        [word] made one by a coordinator
        [link] came by a link to our page
        [role] by a role on your server, as long as they hold it
        [last] by a role they do not hold any more; nobody else could be reached
       *[earlier] made one earlier, and not in the configuration now
    }{ $reachable ->
        [yes] {""}
       *[other] {" · cannot be reached"}
    }
by-role-coordinator = You hold the coordinators' role on the server, so you coordinate here now, as long as you hold it. **queue** shows who waits, **volunteers** who there is, and **help** everything you can do. The people here trust that you tell nobody what you see.
by-role-coordinator-told = { $who } coordinates from now on, by the coordinators' role on your server. I do not know whether you meant that: if you did not, take the role away there, and look at who may give it. **coordinators** shows who coordinates and how they came to.
by-role-coordinator-gone = You do not hold the coordinators' role on the server any more, so you do not coordinate here any more.
by-role-coordinator-gone-told = { $who } does not hold the coordinators' role on your server any more, so they do not coordinate here any more.
by-role-coordinator-last = { $who } does not hold the coordinators' role on your server any more, but is the only coordinator I can reach. They stay one until there is another. Name somebody in the configuration, or give somebody the role and have them write to me.
coordinator-remove-done = Done. They are not a coordinator any more.
coordinator-unknown = Nobody with that address coordinates here, so I have done nothing. **audit** shows who was made a coordinator lately.
coordinator-last = You are the only coordinator I can reach, so I have done nothing. Make somebody else a coordinator first: **coordinator add**.
coordinator-address = I cannot read that address. Write it like this: **@anna:example.org** or **matrix:@anna:example.org**.
audit = { $whole ->
        [yes] The record is whole.
       *[other] The record is not whole: something in it was changed or is missing. Please tell whoever looks after the machine.
    } { $count ->
        [one] The latest act:
       *[other] The latest { $count } acts:
    }
audit-row = { $when } · { $who } · { $act ->
        [approve] approved
        [turn-down] turned down
        [suspend] suspended
        [resume] took back in
        [assign] asked by hand
        [take] took
        [close] closed
        [open] opened
        [pause] paused
        [hours] changed the hours of
        [propose] proposed a time:
        [reschedule] suggested another time for
        [call-off] called off
        [gathering] planned the gathering
        [gathering-ask] asked people to the group
        [gathering-start] opened the group
        [announce] announced, readers:
        [coordinator-add] made a coordinator
        [coordinator-remove] made no longer a coordinator
        [coordinator-by-role] became a coordinator by a role
        [coordinator-role-gone] is no longer a coordinator: the role is gone
        [coordinator-role-gone-last] lost the role, and stayed as the last one
        [volunteer-by-role] became a volunteer by a role:
        [volunteer-role-gone] was suspended, as the role is gone:
        [digest-on] turned the weekly digest on
        [digest-off] turned the weekly digest off
        [wrote-after-crisis] wrote to somebody in danger
        [wrote] wrote to somebody
       *[other] { $act }
    } { $subject }
audit-empty = No coordinator has done anything yet that is kept here.

crisis-asked-to-move = They are in touch with somebody now. I have asked them whether they would rather write with you; you will hear if they would. Once that contact is over, you can choose to write here again.

## The calendar

calendar =
    { $title }, { $first_day } to { $last_day }. It is now { $zoned }.
    { $appointments ->
        [0] No appointments.
        [one] One appointment.
       *[other] { $appointments } appointments.
    }
    { $rows }
calendar-day = **{ $day }** · { $hours ->
        [closed] closed
       *[other] open { $hours }
    }
calendar-appointment = { $time } · { $code } · { calendar-state }{ $name ->
        [nothing] {""}
       *[other] {" · "}{ $name }
    } · { part-form }{ $series ->
        [yes] {" · one of a series"}
       *[no] {""}
    }
calendar-state = { $state ->
        [proposed] not answered yet by the receiver
        [declined] did not suit the receiver
        [sought] not settled yet
        [confirmed] settled
        [begun] begun
        [cancelled] taken back
        [unmet] nobody could
       *[missed] the two did not meet
    }
calendar-many = { $count ->
        [one] one appointment
       *[other] { $count } appointments
    }
calendar-cover = { $kind ->
        [duty] On duty: { $there }
       *[shift] Mean to be there: { $there }
    }
calendar-gaps = { $least ->
        [one] Nobody yet: { $gaps }
       *[other] Fewer than { $least } yet: { $gaps }
    }
calendar-how = I did not understand which week. Write it like this: **calendar**, **calendar next week**, **calendar week 50** or **calendar 7/12**.
