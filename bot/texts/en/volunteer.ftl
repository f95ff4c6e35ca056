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
    A few questions, and then a coordinator decides.
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
