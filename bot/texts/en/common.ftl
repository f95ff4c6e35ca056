# How we write, in every file of this folder:
# - Warm, plain and short, as one person to another: "you" and "I". One thought a sentence.
# - Never blame, never diagnose, never promise that somebody is there. Say what is so and what one can do.
# - Words, not symbols, carry the meaning; an emoji may only repeat what the words say.
# - **bold** marks a word that can be typed. No other markup. Line breaks are kept.
# - At most 600 characters and nine lines, doors and blank lines counted; the welcome at most five lines.
# - Ids are <topic>-<what>. An id, its variables and attributes are the same in da and en.
# - Times: an argument named at (19:30), day (Thursday 26 November) or when (both), or ending in _at ...
# - Numbers are numbers, so that one can choose: { $minutes -> [one] a minute *[other] { $minutes } minutes }.
# - Always there without being told: $service, $organisation, $crisis, $doors, $young_doors, $age.

## First words

welcome =
    Hi, I am { $service }, a bot run by { $organisation }. I can put you in touch with a volunteer who has been through hard times too.
    The volunteers are peers with lived experience, not professionals. Neither of you is told who the other is.
    What you write to each other passes through me and is deleted once delivered. I keep, locked away: where to reach you, your language, your wishes and appointments.
    { $platform ->
        [matrix] Your Matrix server can see that you write to me and when, but not what.
        [discord] Discord can read all that you write and press here, and knows your account. { $relays ->
            [yes] That goes for what you two write to each other, too.
           *[no] What you two write to each other does not go through Discord.
        }
        [web] Whoever runs this page can see that a device is connected, but not whose. A reload shows the words again, in this browser alone, for a day.
       *[other] The service you write from can see that you write to me.
    }
    If you or somebody else is in danger: call { $crisis }. Write **crisis** at any time.

language-ask = Shall we write in English? Skal vi skrive på dansk?
language-set = Then we write in English.

adult-ask = Are you { $age } or older?
too-young =
    Thank you for saying so. This place is only for people of { $age } and over, but you need not be alone with what is hard. You can turn here:

    { $young_doors }

    I have kept nothing about you.

consent-ask = Is it all right that I keep what I need to help you? You can see it with **my data** and have it deleted with **forget me**, whenever you like.
consent-thanks = Thank you. You can write **talk** when you would like to talk to somebody, and **help** to see what else I can do.
consent-declined =
    That is quite all right. I have kept nothing about you.
    You are welcome to write again another time. In danger: call { $crisis }.

## In danger

crisis-card =
    It sounds as if things are very hard right now. You need not be alone with it. I am a bot and no emergency line, but here you can reach people:

    { $doors }

    It is always all right to call, also when you are not sure. If nobody answers, try the next one.
    I can look for a peer for you, too: write **talk**. Nothing you had begun here has stopped.

## Finding one's way

help =
    I am a bot. You can write these words, in English or Danish:

    { $commands }

    {"**"}help talk** tells more about **talk**, and so on. In danger: call { $crisis }, or write **crisis**.
help-in-contact =
    What you write goes to the other person. Only these words are for me, and they begin with **!**:

    { $commands }

    In danger: call { $crisis }, or write **!crisis**.
help-unknown = I do not know the word **{ $word }**. Write **help** to see the words I know.


not-understood = I am not sure what you mean. I am a bot and only know certain words. You can choose one of these:
not-understood-waiting = I am a bot and did not understand that, but nothing has changed:
not-understood-offer = I am a bot and did not understand that. You have been asked to take { $code }: write **accept** or **decline**, and **why** to see why I asked you.
not-understood-here = I do not know that word. Write **!help** to see the words I know here.
not-understood-in-contact = I do not know that word, so I have done nothing. To write to the other person, leave out the exclamation mark.
not-a-choice = I could not match that with one of the choices. Answer with a number or a word from the list, or write **stop**.
did-you-mean = Did you mean **{ $word }**?
command-usage = Write it like this: **{ $usage }**. With **help { $command }** I tell you more.
dialogue-started-over = I have been changed since we began that, so we have to start again. I am sorry for the trouble.
dialogue-stopped = I have stopped that. Write **help** to see what you can do.
nothing-to-go-back-to = There is no question to go back to. Write **status** to see where you are.
nothing-done = Then I leave it as it is.
you-are-welcome = You are welcome. Write to me whenever you like.
stop-while-waiting = I am looking for somebody for you. Shall I take your wish back, or keep looking?
nothing-to-stop = There is nothing under way to stop. Write **help** to see what you can do.

## Limits, said kindly

not-allowed = I cannot do that for you here. Write **help** to see what you can do.
not-a-volunteer = That word is for volunteers. If you would like to be one, write **volunteer**.
not-in-contact = That word is for when you are in touch with somebody. Write **talk** if you would like that.
too-late = That choice is over, so I have done nothing.
too-fast = I got many messages at once and need a moment. Wait a little and write again. **crisis** always works.
too-long = Your message was very long, so only the beginning came through. You can send the rest in smaller parts.
note-shortened = That was long, so I pass on the first { $most } characters of it.
empty-message = Your message came without any words I can read. Please write it again.
file-not-here = I cannot do anything with a file here. Please write it in words.
undecryptable =
    I got a message from you but could not read it, because the key to it never came.
    Please write it again. If that does not help, sign out of your app and in again, or use another app.
edit-is-no-command = I saw that you changed a message. I do not act on changed messages, so please write it as a new one.
write-me-directly = Please write that to me in a direct message. Here others can read along.

## When something is wrong with the bot

something-went-wrong = Something went wrong on my side, and I could not say what I meant to. You did nothing wrong. Write **help** to go on, or **crisis** to see where you can call.
safe-mode =
    I cannot work right now, and I cannot find anybody for you. The people who run me have been told.
    If you need somebody now, you can turn here:

    { $doors }
safe-mode-why =
    I could not start properly and only show people the crisis doors. What is wrong:
    { $reason }
database-trouble =
    I cannot save anything right now, so I have not done what you asked. Please try again in a little while.
    If you need somebody now, you can turn here:

    { $doors }

too-fast-in-contact = Many messages came at once, and the last ones were not passed on. Wait a moment, then send them again. **crisis** always works.
alarm-database = I cannot read or write my database, so nobody can be found or reached through me now. Whoever writes to me is told so and shown where to turn. Whoever looks after the machine will find more in the log.
