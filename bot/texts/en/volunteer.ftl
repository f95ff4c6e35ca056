# Texts for volunteers. The rules of common.ftl hold here.

## Being asked

offer =
    { $topics ->
        [nothing] Somebody would like to talk to a peer now.
       *[other] Somebody would like to talk to a peer now, about: { $topics }.
    }
    { $front ->
        [yes] This person has waited for some time already.
       *[other] You know of each other only what you write.
    }
    It would be { part-form }, in { part-language }, for up to { $session ->
        [one] a minute
       *[other] { $session } minutes
    }.
    A no is always fine. I wait { part-minutes } for your answer.
offer-accepted = You said yes to this one. Thank you.
offer-declined = You said no to this one. That is quite all right.
offer-declined-thanks = Thank you for answering. A no is as welcome as a yes. Would you like a break altogether, write **off**.
offer-taken = Somebody else was a little quicker, so this one is taken care of. Thank you for being there.
offer-recalled = This one is not needed any more. Thank you for being there.
offer-lapsed = The time for this one is over, and I have gone on asking others. That is quite all right.
offer-too-late = That one is over, so you need do nothing. Thank you for wanting to.
offer-none = I am not asking you anything at the moment. **status** shows where you stand.
offer-while-waiting = You are waiting to talk to somebody yourself, so I do not put you in touch with others now. **cancel** takes your own wish back.
why-asked =
    { $by_hand ->
        [yes] A coordinator chose to ask you.
       *[other] { $same ->
            [yes] The person wished for the volunteer they last talked to, and that is you.
           *[other] { $topics ->
                [nothing] You were on duty, and the language and form suited you. { part-turn }
               *[other] You were on duty, the language and form suited you, and you know about: { $topics }. { part-turn }
            }
        }
    }

## On duty

duty-check = You would be on duty until { $at }. Are you fit for it today? Think of sleep, calm, and whether your own day leaves room for somebody else.
duty-on =
    { $cut ->
        [yes] You are on duty until { $at }. That is shorter than you wished, because there is a limit to how much one should carry.
       *[other] You are on duty until { $at }. Thank you.
    }
    I ask you when somebody would like to talk, and a no is always fine. **off** ends it.
duty-off = You are off duty, and I do not ask you any more. Thank you for being there.
duty-over = Your duty is over, and I do not ask you any more. Thank you for being there.
duty-not-on = You are not on duty, so I do not ask you. **duty** begins one.
duty-not-today = Thank you for looking after yourself. You are welcome another day. If you would like to talk to a colleague, write **colleague**.
duty-resting = You have a rest after your last contact, until { $when }. I look forward to seeing you after that. Write **colleague** if you would like to talk to one.
duty-too-short = That is very short. A duty lasts at least { part-minutes }, so that there is time to ask and to answer.
duty-enough = You have carried as much as there is room for: at most { $hours } hours in one go and { $week } hours a week. Thank you. Rest well.
duty-when = I did not understand how long. Write it like this: **duty 60** for minutes, **duty 2 hours**, or **duty until 21:30**.
status-on-duty = You are on duty until { $at }. **off** ends it.
status-volunteer = { $state ->
        [applied] Your application as a volunteer is with the coordinators.
        [in-training] You are in training as a volunteer. You will hear from me about the next step.
        [active] You are a volunteer and not on duty. **duty** begins one.
        [suspended] You are not active as a volunteer at the moment, so I do not ask you.
       *[other] You are not active as a volunteer. **volunteer** applies.
    }

## Shifts

shifts =
    { $rules ->
        [nothing] You have no shifts that repeat.
       *[other] Your shifts: { $rules }.
    }
    { $coming ->
        [nothing] None is coming in the next year.
       *[other] The next ones:
    }
    { $coming ->
        [nothing] {""}
       *[other] { $coming }
    }
    { $by_itself ->
        [yes] Duty begins by itself, unless you say no an hour before (**shifts auto off**).
       *[other] I ask you an hour before, and again when it begins (**shifts auto on** lets it begin by itself).
    } { $on_holidays ->
        [yes] You are there on holidays, too.
       *[other] On public holidays you are off (**shifts holidays on**).
    }{ $away ->
        [nothing] {""}
       *[other] {" "}Away: { $away }.
    }{ $clock ->
        [nothing] {""}
       *[other] {" "}They are kept by the clock of { $clock }, and the next ones told by yours.
    }
shifts-none = You have no shifts. Write when you would like to be there, and it replaces what was before: **shifts mon 18-21, thu 19-22**, **shifts every other friday 20-23** or **shifts first monday 18-21**.
shifts-how = I did not understand that, so I have changed nothing. Write it like this: **shifts mon 18-21, thu 19-22**, **shifts first monday 18-21**; for one day **shifts 24/12 off** or **shifts 24/12 10-12**; **shifts none** takes them all away.
shifts-away-how = Tell me from when to when you are away: **away 1-14 july** or **away 24/12 to 2/1**. **away off** takes it back.
shifts-too-long = That is a long one. A shift lasts at most { $hours ->
        [one] one hour
       *[other] { $hours } hours
    } here, so that nobody carries too much. I have changed nothing.
shifts-too-much = That is a lot in one week. There is room for { $hours ->
        [one] one hour
       *[other] { $hours } hours
    } of shifts in any seven days, so that nobody carries too much. I have changed nothing.
shift-rule = { $pattern ->
        [daily] every day
        [weekly] every { part-weekday }
        [fortnightly] every other { part-weekday }
        [first] the first { part-weekday } of the month
        [second] the second { part-weekday } of the month
        [third] the third { part-weekday } of the month
        [fourth] the fourth { part-weekday } of the month
       *[last] the last { part-weekday } of the month
    } at { $hours }
shift-slot = { $when }-{ $ends_at }
shift-reminder =
    You have a shift at { $begins_at }-{ $ends_at }. Are you fit for it today? Think of sleep, calm, and whether your own day leaves room for somebody else.
    { $by_itself ->
        [yes] If I hear nothing, duty begins by itself.
       *[other] If I hear nothing, I ask again when it begins.
    } A no is always fine.
shift-fit = Thank you. Your duty begins by itself at { $begins_at }.
shift-not-fit = Thank you for looking after yourself. This shift falls away, and the coordinators know. If you would like to talk to a colleague, write **colleague**.
shift-get-well = { $shift ->
        [yes] Then it falls away, and the coordinators know. Take good care of yourself.
       *[no] Then nothing is asked of you today. Take good care of yourself.
    }
shift-none-today = You have no shift and no appointment today and are not on duty, so there is nothing to take away. **shifts** shows the next.
shift-swap-ask = { $when }-{ $ends_at } somebody would like another to take their shift. Would you? A no is always fine.
shift-swap-asked = I have asked { $count ->
        [one] one other volunteer
       *[other] { $count } other volunteers
    } to take your shift on { $when }. The first yes takes it, and you hear of it. Until then it is yours. **swap off** takes it back.
shift-swap-taken = Somebody takes your shift on { $when }. You are off then.
shift-swap-yours = Thank you. The shift is yours: { $when }-{ $ends_at }.
shift-swap-back = Then it stays yours, and nobody is asked any more.
shift-swap-gone = That shift is taken care of already. Thank you for wanting to.
shift-swap-too-much = That is kind, but you are there already, or it would be more than one should carry. I leave it to others.
shift-swap-none = You have not offered a shift to others.
shift-swap-how = I did not understand which shift. Write **swap** for your next one, or **swap friday**.
shift-swap-which = I see no shift of yours then that has not begun. **shifts** shows the next ones.
shift-swap-already = You have offered your shift on { $when } already. You hear from me when somebody takes it.
shift-swap-nobody = There is nobody I could ask to take it. If you cannot be there, write it when it is near, or tell the coordinators: **colleague**.

## Afterwards

debrief-ask = How was it for you? It stays between you and those who run this.
debrief-light = I am glad to hear it. Is there anything you need?
debrief-okay = Thank you for saying so. Is there anything you need?
debrief-heavy = Thank you for saying so. Some talks weigh, and it is good that you tell. You are off duty now and have a rest until { $when }, and the coordinators are told that it was heavy. Is there anything you need?
debrief-note-ask = What would you like the coordinators to know? Leave out what could show who the other person is. I pass it on with your name here, and do not keep it.
debrief-thanks = Thank you. Do something that is good for you.
colleague-asked = I have told the coordinators that you would like a colleague now, and nothing of what was said. I cannot promise that somebody reads it at once. If anybody is in danger: call { $crisis }.

## My own limits

limits =
    These are your limits. In one day: { $contacts ->
        [one] one contact
       *[other] { $contacts } contacts
    }, asked at most { $asks ->
        [one] once
       *[other] { $asks } times
    }. In one week: { $hours ->
        [one] one hour
       *[other] { $hours } hours
    }.
    { $quiet ->
        [nothing] You have no quiet hours of your own.
       *[other] I leave you alone at { $quiet }.
    }
    Change them with **limits contacts 1**, **limits asks 3**, **limits hours 6** or **limits quiet 22-7**.
limits-how = I did not understand that. Write it like this: **limits contacts 1**, **limits asks 3**, **limits hours 6**, **limits quiet 22-7** or **limits quiet off**. Your own limits can be lower than the programme's, not higher.

## Becoming a volunteer

volunteer-changing = You can tell me anew what you told before. It counts as soon as you have answered.
volunteer-intro =
    { $role ->
        [nothing] Thank you for wanting to be a volunteer in { $title }.
       *[other] Thank you for wanting to be a volunteer in { $title }. { $role }
    }
    { $spared ->
        [yes] You hold the volunteers' role on the server, so nobody needs to approve you. A few questions, so that I know what to ask you about.
       *[other] A few questions, and then a coordinator decides.
    }
apply-topics-ask = Which topics do you know from your own life and can bear to talk about? You can choose several, such as **1, 3**.
apply-languages-ask = Which languages can you talk in? You can choose several.
apply-forms-ask = How would you like to talk to people? You can choose several.
volunteer-applied = Thank you. Here you are called { $name }; those you talk to know you by a new name each time. A coordinator looks at it, and you will hear from me.
volunteer-changed = Thank you, { $name }. I have noted what you told me instead of what you told before.
volunteer-approved =
    { $step ->
        [nothing] Welcome, { $name }. You are a volunteer now. Write **duty** when you would like to be asked, and **help** to see what you can do.
       *[other] Welcome, { $name }. The next step for you is: { part-step }. A coordinator tells you more, and you will hear from me when it is done.
    }
volunteer-turned-down = Thank you for wanting to be a volunteer. It is a no this time. It says nothing about your worth or your experience, and you may apply again with **volunteer**.
by-role-volunteer = You hold the volunteers' role on the server, so you can give support here. When you would like to, write **volunteer**, and I ask which languages you speak and how you like to talk. Until then I do not ask you about anybody, and nothing else changes for you.
volunteer-still-applied = Your application is with the coordinators. You will hear from me when they have looked at it.
volunteer-in-training = You are in training, so this comes a little later. You will hear from me about the next step.
volunteer-suspended = You are not active as a volunteer at the moment, so I do not ask you. The coordinators can tell you more. If you would like to talk to somebody yourself, **talk** is for you too.
volunteer-back-in-training = You are in training as a volunteer again. Welcome back. You will hear from me about the next step.
volunteer-resumed = You are active as a volunteer again. Welcome back. Write **duty** when you would like to be asked.
announcement =
    From the coordinators:
    { $message }

colleague-ready =
    A coordinator is ready to write with you. Only one contact at a time is possible.
    Shall I find somebody else, before all others, for the one you are in touch with, and put you in touch with the coordinator?
