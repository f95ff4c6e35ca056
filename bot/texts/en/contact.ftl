# Texts for the two who are in touch. The rules of common.ftl hold here.

contact-opened =
    { $side ->
        [volunteer] You are in touch with { $name }, for up to { part-minutes }. Just write: it goes to { $name }, who waits for a first word from you.
       *[other] { $name } is here for you now, { $giver ->
            [coordinator] a coordinator
           *[other] a peer
        }, for up to { part-minutes }. Just write: it goes to { $name }.
    }
    { $side ->
        [volunteer] { $topics ->
            [nothing] No topics were named.
           *[other] About: { $topics }.
        }
       *[other] Neither of you is told who the other is.
    }
    { $side ->
        [volunteer] { $note ->
            [nothing] Neither of you is told who the other is.
           *[other] A note for you: { $note }
        }
       *[other] I keep nothing of what you write that I or anybody else could read later.
    }
    Only words that begin with **!** are for me: **!end** ends it at any time, **!help** shows more. In danger: **!crisis**.
contact-across =
    { $side ->
        [volunteer] You are in touch with { $name }, who waits for you on a page of mine, not here:
       *[other] Somebody is here for you now: { $name }. You meet on a page of mine, not here:
    }
    { $link }
    { $platform ->
        [discord] Discord could read what you write to each other here, so I pass on nothing here.
       *[other] Here I pass on nothing that two people write to each other.
    }
    The link is for you alone, needs no account and opens once. If you need another, write to me here. **!end** ends the contact. In danger: **!crisis**.
contact-across-here =
    I have passed nothing on: what you and { $name } write to each other does not go through { $platform ->
        [discord] Discord
       *[other] here
    }. You meet on my page, by this link:
    { $link }
    It opens once. Only words that begin with **!** are for me here: **!end** ends the contact, **!crisis** shows where to turn in danger.
contact-across-again = You are in touch with { $name }. Just write. **!end** ends it at any time.
contact-other-not-here-yet = { $name } has been given a link to come by and is not here yet. I have not kept what you wrote. I tell you as soon as { $name } is here; then write it again.
contact-other-here = { $name } is here now. Just write.
contact-unanswered = { $name } wrote to you some minutes ago and has had no answer. A short word is enough. If you cannot go on, **!handover** finds somebody else.
contact-unanswered-ask = { $name } has not answered for ten minutes. I do not know why; it has nothing to do with what you wrote. Shall I find somebody else? You then go before others.
contact-waiting-on = Then I leave it as it is. **!end** and **talk** find somebody else whenever you like.
contact-first-word = { $name } is waiting for a first word from you. A hello is enough. If it does not suit you after all, write **!handover**, and I find somebody else.
contact-soon-over =
    There { $minutes ->
        [one] is about a minute
       *[other] are about { $minutes } minutes
    } left. { $side ->
        [volunteer] It may be a good moment to begin to round off.
       *[other] Perhaps there is something you would like to say before then.
    }
contact-extended = You have { part-minutes } more together.
already-extended = It has been made longer once, and that is as much as there is room for. **!handover** passes it on to somebody else.
contact-ended =
    { $side ->
        [volunteer] { $by ->
            [volunteer] You have ended the contact with { $name }. Thank you for being there.
            [receiver] { $name } has ended the contact. Thank you for being there.
            [time] The time is up, and the contact with { $name } has ended. Thank you for being there.
            [handover] The contact is passed on, and I am finding somebody else for { $name }. Thank you for what you gave.
            [drop] I could not reach you, so I am finding somebody else for { $name }, and you are off duty for now. That can happen. Write **duty** when you are back.
            [nobody] Neither of you has written, so I end the contact here. That can happen, and it is all right.
           *[other] The contact with { $name } has ended. Thank you for being there.
        }
       *[other] { $by ->
            [receiver] You have ended the contact with { $name }. I hope it did some good.
            [volunteer] { $name } has ended the contact. I hope it did some good.
            [time] The time is up, and the contact with { $name } has ended. I hope it did some good.
            [nobody] Neither of you has written, so I end the contact here. That can happen, and it is all right.
           *[other] The contact with { $name } has ended.
        }
    }
    { $side ->
        [volunteer] What you write now goes to me alone.
       *[other] { $by ->
            [reported] What you write now goes to me alone. You can write **talk** again. In danger: **crisis**.
           *[other] What you write now goes to me alone. You can write **talk** again, and **report** if something was not right. In danger: **crisis**.
        }
    }
contact-taken-up-again =
    { $by ->
        [handover] { $name } could not go on, and that has nothing to do with you. The contact has ended.
       *[other] I cannot reach { $name } any more, so the contact has ended. I am sorry that you were left waiting.
    }
    I am looking for somebody else now, and you go before others. **status** shows how it goes, **cancel** takes your wish back.
    In danger: call { $crisis }, or write **crisis**.
not-in-contact-yet = You have not been in touch with anybody here yet, so there is nobody it could be about.
stop-in-contact = You are in touch with somebody. Shall I end it, for you both?
report-thanks = Thank you for telling me. A coordinator is told at once, under the code { $code }, and you two are not brought together again. Nothing of what you wrote is passed on. If you would like to say more, I can ask a coordinator to write to you. In danger: call { $crisis }.
block-done = You two are not brought together again, and nobody is told why.

## Passing on

relay-contact-details-ask =
    I have not sent that yet: it looks like a way to find you or somebody else outside of here. Once sent, the other person can keep it.
    Here you are both unknown to each other, and that protects you both. Shall I send it all the same?
    { $masked ->
        [yes] An address of an account or a room I cover all the same: those I show only when both of you wish it, with **!room**.
       *[other] {""}
    }
relay-not-sent = Then I have not sent it. You can just write on.
relay-not-changed = { $over ->
        [yes] That contact is over, so I have not changed your message for the other person. If you delete it, I delete it there, too.
       *[other] I have not changed your message for the other person: it is empty now, or looks like a way to find somebody outside of here. You can write it as a new message.
    }
relay-not-delivered =
    A message of yours did not get through. { $why ->
        [unreachable] I cannot reach the other person just now.
        [gone] The other person is not there any more.
        [late] It took too long on its way, so I have stopped trying.
        [too-large] It was too large.
        [refused] It could not be shown where the other person is.
        [file-none-passed] I do not pass on files here. Please write it in words.
        [file-only-pictures] I only pass on pictures here.
        [file-kind-not-passed] I do not pass on that kind of file, because it could show who you are.
        [file-empty] The file was empty.
        [file-too-large] The file was too large. A smaller one may get through.
        [file-too-many-pixels] The picture was too large. A smaller one may get through.
        [file-not-readable] I could not read the file, so I could not make it safe to pass on.
       *[other] Something went wrong on my side. You can try once more.
    }

## One shared room

room-wish =
    I can open a room for the two of you, so that nothing passes through me.
    { $platform ->
        [discord] It is a private thread: each of you sees the other's account, and Discord and whoever runs this server can read along. It closes when the contact ends.
       *[other] I leave it when you are both there. It shows each of you the other's real address on Matrix, and the room stays when the contact ends.
    } It cannot be undone. Shall I ask the other person?
room-ask =
    { $name } would like a room where only the two of you are, without me.
    { $platform ->
        [discord] It is a private thread: each of you sees the other's account, and Discord and whoever runs this server can read along. It closes when the contact ends.
       *[other] It shows each of you the other's real address on Matrix, and the room stays when the contact ends.
    } It cannot be undone. A no is quite all right, and then all goes on as now. Would you like that?
room-asked = I have asked. Until there is an answer, all goes on here as before.
room-not = It stays as it is: you write to each other here, through me.
room-opened = { $platform ->
        [discord] The room is open, and you are both in it. I do not read what you write there. Write **!end** to me here to end it.
       *[other] The room is open, and I have invited you both. When you are both there, I leave, and nothing you write in it passes through me.
    }
room-not-possible = I cannot open a room for the two of you. All goes on as before.
