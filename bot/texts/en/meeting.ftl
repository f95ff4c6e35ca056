# Appointments by voice and in person. The rules of common.ftl hold here.

## By voice: how to reach each other

way-ask =
    You are to talk by voice { $zoned }. If you like, tell me how the other person can call you: a number, or a link for a call.
    I show it to them when the time comes and not before, keep it locked until then, and delete it an hour after you have talked. You may also leave it out, and agree on it in writing when you begin.
way-how-ask = How can they call you? Write a number or a link. Whoever has it can also call you later, so a link that is made for this one call tells the least about you.
way-proposed =
    At the time of your appointment { $zoned } I show this to the other person:
    { $way }
    Is that right?
way-kept = It is kept, locked, and shown to the other person { $zoned }. You can take it back until then.
way-not-told = Nothing is passed on. When the time comes, you can agree in writing on how to talk.
way-shown =
    { $way ->
        [nothing] { $mine ->
            [yes] { $name } has now been shown how to call you.
           *[other] Neither of you has told me how you can be called. Write to each other here, and agree on how you would like to talk.
        }
       *[other] You can call { $name } now: { $way }
    }
    What you write here reaches { $name } all the while. If you hear nothing from each other, write here.
reached-ask = Have you and { $name } found each other? If something has come in between, that is quite all right, and it has nothing to do with you.
reached-thanks = Good. Then I shall not ask any more.

## In person: where to meet

place-ask =
    You are to meet { $zoned }. Choose a public place with other people in it, such as a café or a library; not at home, and nobody needs to know your name there.
    Would you like to suggest a place? The other person may do it, too.
place-where-ask = Where could you meet, and how do you find each other there? For example **the library in Vejle, at the long table by the window**. Leave out names, numbers and home addresses.
place-holds-details = There seems to be a number, a mail address or a name in that. Write only the place, so that neither of you learns who the other is. Press **suggest** again, or write it in another way later.
place-later = All right. The other person may suggest a place, and you can still do it when I remind you.
place-passed-on = I have asked whether this place suits: { $place }. You hear from me.
place-suggested =
    A place for your appointment { $zoned } has been suggested: { $place }
    Does it suit you? It should be a public place. You may also suggest another.
place-agreed =
    It is settled where you meet { $zoned }: { $place }
    A quarter of an hour into it, and again when you are likely to be home, I ask you whether you are well. If you do not answer twice, or press that you need help, a coordinator is told at once, and then also where you meant to meet. Otherwise nobody sees it, and I delete it a day later.
meet-now =
    { $way ->
        [nothing] It is time, and I know of no place yet. Write to { $name } here, and agree on a public one.
       *[other] It is time. You meet here: { $way }
    }
    What you write here reaches { $name }, also if you cannot find each other. You may leave whenever you want to. In danger: call { $crisis }.

## Whether they are well

safety-met-ask =
    { $again ->
        [yes] I have not heard from you yet, so I ask again: have you met, and are you well?
       *[other] Have you met, and are you well?
    }
    If you do not answer, I tell a coordinator. In danger: call { $crisis }.
safety-home-ask =
    { $again ->
        [yes] I have not heard from you yet, so I ask again: are you home safe?
       *[other] Are you home safe?
    }
    If you do not answer, I tell a coordinator. In danger: call { $crisis }.
safety-met-thanks = Good to hear. At { $at } I ask once more whether you are home safe.
safety-home-thanks = Good to hear. Thank you for answering.
safety-coordinator-told = { $why ->
        [help] The coordinators have been told that you need help, and where you meant to meet. In danger: call { $crisis }.
       *[silence] I have not heard from you, so the coordinators have been told, and where you meant to meet. If all is well, write to them when they write to you. In danger: call { $crisis }.
    }
alarm-safety =
    { $why ->
        [help] { $side ->
            [volunteer] The volunteer of { $code } says that they need help.
           *[receiver] The receiver of { $code } says that they need help.
        }
       *[silence] { $side ->
            [volunteer] The volunteer of { $code } has not answered twice whether { $step ->
                [home] they are home safe.
               *[met] all is well.
            }
           *[receiver] The receiver of { $code } has not answered twice whether { $step ->
                [home] they are home safe.
               *[met] all is well.
            }
        }
    }
    It was to be in person, { $when }. { $place ->
        [nothing] I do not know where.
       *[other] They meant to meet here: { $place }
    }
    If you choose to write, a contact opens here, through me. If nobody answers and you fear for somebody, call 112.
