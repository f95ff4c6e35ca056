# One line on each command, and more on each. The rules of common.ftl hold here.

help-help = shows what you can write
help-help-more =
    {"**"}{ $usage }** shows what you can write.
    I show what you can write here. With a word after it, I tell more about that word.
    { part-words }

help-stop = stops what you are doing here
help-stop-more =
    {"**"}{ $usage }** stops what you are doing here.
    I stop the questions you are in the middle of. If you are waiting or in touch with somebody, I ask first.
    { part-words }

help-back = goes one question back
help-back-more =
    {"**"}{ $usage }** goes one question back.
    While I ask you something, you come back to the question before.
    { part-words }

help-thanks = is answered with a kind word
help-thanks-more =
    {"**"}{ $usage }** is answered with a kind word.
    Nothing else happens.
    { part-words }

help-crisis = shows where you can call in danger
help-crisis-more =
    {"**"}{ $usage }** shows where you can call in danger.
    I show at once where you can call, by day and by night. It stops nothing else, and nobody is told.
    { part-words }

help-talk = finds a volunteer to talk to now
help-talk-more =
    {"**"}{ $usage }** finds a volunteer to talk to now.
    I ask you a few questions, each of which you may skip, and then look for a volunteer who is free.
    { part-words }

help-again = asks for the volunteer you last talked to
help-again-more =
    {"**"}{ $usage }** asks for the volunteer you last talked to.
    I first ask the volunteer you last talked to, without telling either of you who the other is.
    { part-words }

help-call-me-back = asks you when somebody is free
help-call-me-back-more =
    {"**"}{ $usage }** asks you when somebody is free.
    I ask within which hours, and then you need not wait here. When a volunteer who fits is free, I ask you, and only your yes begins anything.
    { part-words }

help-book = agrees on a time to talk
help-book-more =
    {"**"}{ $usage }** agrees on a time to talk.
    I ask when it suits you, read it back, and then ask the volunteers who could. You hear how it goes, and it is settled when one of them says yes.
    { part-words }

help-appointments = shows your appointments
help-appointments-more =
    {"**"}{ $usage }** shows your appointments.
    I show what you have agreed to, and you can move each of them or take it back.
    { part-words }

help-reminders = says when you are reminded of appointments
help-reminders-more =
    {"**"}{ $usage }** says when you are reminded of appointments.
    I remind you the day before and an hour before. **reminders off** ends that, **reminders 1d 2h 30m** changes when.
    { part-words }

help-status = shows where you stand
help-status-more =
    {"**"}{ $usage }** shows where you stand.
    I show whether you are waiting, how long you have, and whether you are in touch with somebody.
    { part-words }

help-cancel = takes your wish back
help-cancel-more =
    {"**"}{ $usage }** takes your wish back.
    I stop looking for somebody for you. That is always all right.
    { part-words }

help-language = changes the language I write in
help-language-more =
    {"**"}{ $usage }** changes the language I write in.
    I write in Danish or English from now on. I understand words in both at any time.
    { part-words }

help-time-zone = says whose clock I tell you times by
help-time-zone-more =
    {"**"}{ $usage }** says whose clock I tell you times by.
    With a city, a country or the like of GMT+2 after it, I use that clock from now on. What is agreed stays at its moment.
    { part-words }

help-feed = shows your times in your own calendar
help-feed-more =
    {"**"}{ $usage }** shows your times in your own calendar.
    I make a secret link that your calendar reads by itself: when, and nothing else. **feed new** makes another, **feed off** ends it.
    { part-words }

help-check-ins = stops, or brings back, being asked how it was
help-check-ins-more =
    {"**"}{ $usage }** stops, or brings back, being asked how it was.
    {"**"}check-ins off** and I ask no more; **check-ins on** and I ask after your next contact. Alone it shows the question that stands open. Answers are put with those of others, and nobody can tell whose they are.
    { part-words }

help-ask-staff = asks the staff about the organisation, anonymously, once a quarter
help-ask-staff-more =
    {"**"}{ $usage }** asks the staff about the organisation, anonymously, once a quarter.
    Coordinators are asked in private. For others who work there you get a code, which they write to me. I show you first how many I ask.
    { part-words }

help-staff-code = answers the questions somebody gave you a code for
help-staff-code-more =
    {"**"}{ $usage }** answers the questions somebody gave you a code for.
    They are about the organisation you work at. Nobody can tell which answers are yours.
    { part-words }

help-my-data = shows all that I keep about you
help-my-data-more =
    {"**"}{ $usage }** shows all that I keep about you.
    I show everything I have kept about you, so that people and programs can read it.
    { part-words }

help-forget-me = deletes all that I keep about you
help-forget-me-more =
    {"**"}{ $usage }** deletes all that I keep about you.
    I ask once and then delete everything I have kept about you. It cannot be undone.
    { part-words }

help-end = ends the contact, for you both
help-end-more =
    {"**"}{ $usage }** ends the contact, for you both.
    The contact ends at once, for you both. You need give no reason.
    { part-words }

help-report = tells a coordinator that something was not right
help-report-more =
    {"**"}{ $usage }** tells a coordinator that something was not right.
    A coordinator is told that something was not right in the contact you are in or had last. It ends if it is still going on, and you two are not brought together again.
    { part-words }

help-block = never brings you together with that person again
help-block-more =
    {"**"}{ $usage }** never brings you together with that person again.
    You are not brought together again with the one you are in touch with or last were. Nobody is told. A contact that is going on ends.
    { part-words }

help-extend = gives the contact a little more time, once
help-extend-more =
    {"**"}{ $usage }** gives the contact a little more time, once.
    You both get a little more time. It can be done once in each contact.
    { part-words }

help-handover = passes the contact on to somebody else
help-handover-more =
    {"**"}{ $usage }** passes the contact on to somebody else.
    Your part ends, and I look for somebody else for the person, who goes before others. You need give no reason.
    { part-words }

help-room = wishes for a room with only the two of you
help-room-more =
    {"**"}{ $usage }** wishes for a room with only the two of you.
    I ask the other person for a room where only the two of you are. It shows each of you the other's real address, so I ask you first.
    { part-words }

help-colleague = asks for a colleague now
help-colleague-more =
    {"**"}{ $usage }** asks for a colleague now.
    The coordinators are told that you would like a colleague now, and nothing of what was said.
    { part-words }

help-accept = says yes to what I ask you about
help-accept-more =
    {"**"}{ $usage }** says yes to what I ask you about.
    You take the contact I last asked you about, unless somebody else was quicker.
    { part-words }

help-decline = says no to what I ask you about
help-decline-more =
    {"**"}{ $usage }** says no to what I ask you about.
    You say no to the contact I last asked you about. A no is always fine.
    { part-words }

help-why = tells why I asked you
help-why-more =
    {"**"}{ $usage }** tells why I asked you.
    I tell in a line or two why I asked you and not somebody else. It names nobody.
    { part-words }

help-duty = begins a duty, in which I may ask you
help-duty-more =
    {"**"}{ $usage }** begins a duty, in which I may ask you.
    I may ask you for so long: **duty 60** for minutes, **duty 2 hours**, **duty until 21:30**. Without a time it is an hour.
    { part-words }

help-off = ends your duty
help-off-more =
    {"**"}{ $usage }** ends your duty.
    Your duty ends now, and I do not ask you any more.
    { part-words }

help-shifts = shows and changes when you mean to be there
help-shifts-more =
    {"**"}{ $usage }** shows and changes when you mean to be there.
    I show your shifts, or change them: **shifts mon 18-21, thu 19-22**, **shifts first monday 18-21**, **shifts 24/12 off**, **shifts auto on**, **shifts holidays on**, **shifts none**.
    { part-words }

help-away = tells when none of your shifts hold
help-away-more =
    {"**"}{ $usage }** tells when none of your shifts hold.
    None of your shifts hold on these days: **away 1-14 july**. **away off** takes it back.
    { part-words }

help-swap = offers a shift of yours to the others
help-swap-more =
    {"**"}{ $usage }** offers a shift of yours to the others.
    I ask the others whether somebody takes your next shift, or that of a day: **swap friday**. The first yes takes it. **swap off** takes it back.
    { part-words }

help-sick = lets what is left of today fall away
help-sick-more =
    {"**"}{ $usage }** lets what is left of today fall away.
    Your shift of today falls away, a duty that goes on ends, and for your appointments of today others are asked. The coordinators are told that somebody is missing; you need give no reason.
    { part-words }

help-limits = shows and changes your own limits
help-limits-more =
    {"**"}{ $usage }** shows and changes your own limits.
    I show your limits, or change one: **limits contacts 1**, **limits asks 3**, **limits hours 6**, **limits quiet 22-7**, **limits quiet off**.
    { part-words }

help-volunteer = applies to be a volunteer, or changes your topics
help-volunteer-more =
    {"**"}{ $usage }** applies to be a volunteer, or changes your topics.
    I ask what you know from your own life, and a coordinator decides. If you are a volunteer already, you can change your answers.
    { part-words }

help-queue = shows who waits
help-queue-more =
    {"**"}{ $usage }** shows who waits.
    I show who waits, by code: for how long, in which form and language, and how many have been asked.
    { part-words }

help-assign = asks one volunteer by hand
help-assign-more =
    {"**"}{ $usage }** asks one volunteer by hand.
    I ask the volunteer with this name about the one who waits with this code. You see first what speaks against it, and a yes is still theirs to give.
    { part-words }

help-take = takes somebody who waits yourself
help-take-more =
    {"**"}{ $usage }** takes somebody who waits yourself.
    You are put in touch at once with the one who waits with this code.
    { part-words }

help-close = ends the search for somebody who waits
help-close-more =
    {"**"}{ $usage }** ends the search for somebody who waits.
    I stop looking for the one with this code, after asking you once. The person is told and shown other doors.
    { part-words }

help-volunteers = shows the volunteers
help-volunteers-more =
    {"**"}{ $usage }** shows the volunteers.
    I show all volunteers by the names they have here: how they stand, and what they have carried today.
    { part-words }

help-approve = takes a volunteer one step on
help-approve-more =
    {"**"}{ $usage }** takes a volunteer one step on.
    The volunteer goes one step on: from application to training, through each step of it, and then to active. They are told.
    { part-words }

help-suspend = takes a volunteer out for now
help-suspend-more =
    {"**"}{ $usage }** takes a volunteer out for now.
    After asking you once, I do not ask the volunteer any more. A contact that is going on is passed on to somebody else.
    { part-words }

help-resume = takes a suspended volunteer back in
help-resume-more =
    {"**"}{ $usage }** takes a suspended volunteer back in.
    The volunteer is active again and is told.
    { part-words }

help-open = takes new wishes again
help-open-more =
    {"**"}{ $usage }** takes new wishes again.
    After a pause I take new wishes again, within the opening hours.
    { part-words }

help-pause = takes no new wishes for now
help-pause-more =
    {"**"}{ $usage }** takes no new wishes for now.
    After asking you once, I take no new wishes. What is under way goes on. Your message is read by those who ask.
    { part-words }

help-hours = shows the opening hours, and changes single days
help-hours-more =
    {"**"}{ $usage }** shows the opening hours, and changes single days.
    I show this week and next, or change one day after asking you once: **hours 24/12 closed**, **hours 31 dec 10-14**, **hours 24/12 as usual**.
    { part-words }

help-calendar = shows a week: appointments, who is there, and gaps
help-calendar-more =
    {"**"}{ $usage }** shows a week: appointments, who is there, and gaps.
    This week, or another: **calendar next week**, **calendar week 50**, **calendar 7/12**. It names codes and pseudonyms only.
    { part-words }

help-propose = proposes a time to a receiver
help-propose-more =
    {"**"}{ $usage }** proposes a time to a receiver.
    Name them by a code you know (from **queue**, **calendar** or an alarm): **propose K7M2QP Thursday at 10:30**. You see first what they read. Nobody is asked before they have said yes.
    { part-words }

help-reschedule = suggests another time for an appointment
help-reschedule-more =
    {"**"}{ $usage }** suggests another time for an appointment.
    As in **reschedule K7M2QP Thursday at 10:30**. I ask the receiver and then the volunteer, and the old time stands until both agree. A gathering is moved by its code, too, at once.
    { part-words }

help-gatherings = shows gatherings that are open to you
help-gatherings-more =
    {"**"}{ $usage }** shows gatherings that are open to you.
    I tell when and where they are, with a file for your own calendar. Nobody learns that you looked, and you need not say that you are coming.
    { part-words }

help-all-gatherings = shows all gatherings to come
help-all-gatherings-more =
    {"**"}{ $usage }** shows all gatherings to come.
    I list them with the codes by which **reschedule** and **call off** change them.
    { part-words }

help-new-gathering = plans a gathering
help-new-gathering-more =
    {"**"}{ $usage }** plans a gathering.
    I ask what it is called, when, how long and where, and show you all of it before it is done. **reschedule** and **call off** change it by its code.
    { part-words }

help-leave-gathering = takes you out of a group you said yes to
help-leave-gathering-more =
    {"**"}{ $usage }** takes you out of a group you said yes to.
    Before it begins or while it is going on. Nobody is told by me.
    { part-words }

help-ask-to-gathering = asks more people to a group
help-ask-to-gathering-more =
    {"**"}{ $usage }** asks more people to a group.
    Name them by codes and volunteers' names, with commas: **ask to gathering K7M2QP M3XW7D, Birk**. You see first whom I ask; they are let in only after their yes.
    { part-words }

help-start-gathering = opens a group before its time
help-start-gathering-more =
    {"**"}{ $usage }** opens a group before its time.
    I ask you once first, and say how many have said yes. Otherwise it opens at its time by itself.
    { part-words }

help-call-off = calls off an appointment, or a whole series
help-call-off-more =
    {"**"}{ $usage }** calls off an appointment, or a whole series.
    You see first what each of them reads. **call off K7M2QP all** is for all dates of its series. A gathering is called off by its code, too.
    { part-words }

help-holiday = shows the holidays to come, and opens or closes one
help-holiday-more =
    {"**"}{ $usage }** shows the holidays to come, and opens or closes one.
    I show how each holiday is treated, or change one after asking you once: **holiday 25/12 closed**, **holiday 25/12 open**.
    { part-words }

help-announce = writes to all active volunteers
help-announce-more =
    {"**"}{ $usage }** writes to all active volunteers.
    I send your message to all active volunteers, after showing you how many they are.
    { part-words }

help-coordinator-add = makes somebody a coordinator
help-coordinator-add-more =
    {"**"}{ $usage }** makes somebody a coordinator.
    Whoever has this address is a coordinator from then on. I ask you once first.
    { part-words }

help-coordinator-remove = makes somebody no longer a coordinator
help-coordinator-remove-more =
    {"**"}{ $usage }** makes somebody no longer a coordinator.
    Whoever has this address is no longer a coordinator. I ask you once first.
    { part-words }

help-coordinators = shows who coordinates
help-coordinators-more =
    {"**"}{ $usage }** shows who coordinates.
    By code, with how they came to coordinate: named in the configuration, by a coordinator, by a link, or by a role on your server. **audit** names them by the same codes.
    { part-words }

help-audit = shows what coordinators have done
help-audit-more =
    {"**"}{ $usage }** shows what coordinators have done.
    I show the latest acts of coordinators, and whether the record of them is whole.
    { part-words }

help-figures = shows how it goes, in figures
help-figures-more =
    {"**"}{ $usage }** shows how it goes, in figures.
    I show the last whole month, or the period you name: **figures week**, **figures 2030-Q1**, **figures 2030-01-01..2030-03-31**. Nothing under five is shown, and I say what I left out.
    { part-words }

help-coverage = shows when people are missing next week
help-coverage-more =
    {"**"}{ $usage }** shows when people are missing next week.
    I name the hours in which too few volunteers mean to be there, and when people asked in the last eight weeks. You get it as a picture, a table and a page to print, too.
    { part-words }

help-costs = shows what it costs, beside 2018
help-costs-more =
    {"**"}{ $usage }** shows what it costs, beside 2018.
    I show what the last quarter cost by contact, hour and volunteer, with the arithmetic; or the period you name: **costs 2030**.
    { part-words }

help-digest = turns the weekly digest on or off
help-digest-more =
    {"**"}{ $usage }** turns the weekly digest on or off.
    On Monday mornings coordinators hear how the week before was, if there is anything to tell. **digest off** stops it, **digest on** brings it back.
    { part-words }
