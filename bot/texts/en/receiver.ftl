# Texts for receivers. The rules of common.ftl hold here.

## Wishing to talk

talk-topics-ask = What would you like to talk about? You can choose several, such as **1, 3**, or skip it.
talk-language-ask = Which language would you like to talk in?
talk-form-ask = How would you like to talk: in writing or by voice?
talk-note-ask = { $platform ->
        [discord] Is there anything practical the volunteer should know beforehand, such as how long you have? No health details here, please, as Discord can read them. Or skip it.
       *[other] Is there anything the volunteer should know beforehand? Write it here and I pass it on, or skip it. Leave out names and addresses.
    }

talk-looking =
    I am asking volunteers now. I cannot promise that somebody is free, but you will hear from me within a couple of minutes.
    Meanwhile you can write **status** to see how it goes, or **cancel** to take your wish back.
    I am a bot and no emergency line. In danger: call { $crisis }, or write **crisis**.
talk-looking-again =
    I am looking again now, and you go before others. I cannot promise that somebody is free, but you will hear from me within a couple of minutes.
    {"**"}status** and **cancel** work meanwhile. In danger: call { $crisis }, or write **crisis**.
talk-still-looking =
    I am still looking. You have waited { part-waited }.
    { $asking ->
        [0] There is nobody I can ask at this very moment, but I keep trying.
        [one] One volunteer is being asked right now.
       *[other] { $asking } volunteers are being asked right now.
    }
    { $other_doors ->
        [yes] I am sorry that it takes so long. You can turn to others meanwhile; in danger, call { $crisis }.
       *[other] Thank you for your patience.
    }
talk-waiting-on = Then I keep looking, and you keep your place. You will hear from me.
talk-nobody-free =
    You have waited { part-waited }, and nobody was free. I am sorry. It has nothing to do with you or what you wrote. You can turn here now:

    { $doors }

    If you like, I look again, and then you go before others.
talk-withdrawn = I have taken your wish back, and nobody is being asked any more. That is quite all right. Write **talk** whenever you like.
request-closed = A coordinator has ended the search, so I am not looking for anybody now. You can turn to others, and you are welcome to write **talk** again.
other-doors =
    You can turn here:

    { $doors }

    { $looking ->
        [yes] I keep looking for a volunteer meanwhile.
       *[other] Write **talk** if you would like me to look for a volunteer.
    }

talk-already-in-contact = You are already in touch with somebody, or waiting to be. One at a time: **!end** ends a contact, **cancel** takes back a wish.
talk-already-looking = I am already looking for you, and have been for { part-waited }. Write **status** to see how it goes, or **cancel** to take your wish back.
talk-paused =
    { $message ->
        [nothing] I cannot take new wishes to talk right now. You are welcome to try again later.
       *[other] I cannot take new wishes to talk right now. Those who run this say: { $message }
    }
    You can turn here meanwhile:

    { $doors }
talk-closed =
    There are no volunteers here right now. We open { $when }, and you are welcome then.
    If you need somebody before that, you can turn here:

    { $doors }
talk-closed-for-good =
    There are no volunteers here right now, and I do not know when there will be again. I am sorry.
    If you need somebody, you can turn here:

    { $doors }
talk-limit =
    { $most ->
        [one] You have talked to somebody once today, and there is room for one talk a day.
       *[other] You have talked to somebody { $most } times today, and that is as much as there is room for in one day.
    }
    You are welcome again from { $when }. Need somebody before that? You can turn here:

    { $doors }
talk-new-account =
    The account you write from is quite new. With new accounts I let an hour pass between two talks. That is no judgement of you: it is so for everybody in the first days, to look after the volunteers, and it ends by itself.
    You are welcome again from { $when }, and everything else works as always. Need somebody before that? You can turn here:

    { $doors }
again-nobody-yet = I do not know of anybody you have talked to here before. Write **talk**, and I look for somebody.
again-asking = If the volunteer you last talked to is there, I ask them first, without telling either of you who the other is. If they cannot, I ask others, so it can become somebody else.

## Being asked later

call-back-hours-ask =
    Then you need not wait. When may I ask you? For example **17-21**, **weekdays 17-21**, **saturday after 12**, **tonight** or **evenings**. Skip it for any time we are open.
    I write to you here when somebody may be free, and only look when you say yes.
call-back-kept =
    I write to you here when somebody may be free, until { $last_day } at the latest: { $days ->
        [every] every day
        [weekdays] Monday to Friday
        [weekends] Saturdays and Sundays
        [monday] on Mondays
        [tuesday] on Tuesdays
        [wednesday] on Wednesdays
        [thursday] on Thursdays
        [friday] on Fridays
        [saturday] on Saturdays
        [sunday] on Sundays
       *[date] on { $on_day }
    }{ $hours ->
        [any] , whenever we are open
       *[other] {" "}at { $hours }, while we are open
    }.
    I cannot promise that somebody is. **status** shows it, **cancel** takes it back, **talk** looks at once. In danger: call { $crisis }, or write **crisis**.
call-back-ask =
    Somebody may be free to talk to you now. Shall I look? You then go before others. I cannot promise that somebody says yes.
    I wait { part-minutes } for your answer. Not now is quite all right.
call-back-unanswered = I asked whether I should look, and it may not have been a good moment. That is quite all right. I ask again another time.
call-back-later = That is quite all right. I ask again another time. **cancel** if you would rather not be asked.
call-back-dropped = Then I do not ask you about it any more. Write **talk** whenever you like.
call-back-over =
    { $why ->
        [asked] I have asked you a few times, and it was not a good moment, so I leave it now.
       *[time] I have not found anybody within your hours, so I stop looking out for it now. I am sorry. It has nothing to do with you.
    }
    You are welcome to write **talk** whenever you like. In danger: call { $crisis }, or write **crisis**.
status-call-back = I write to you when somebody may be free, until { $last_day } at the latest. **cancel** takes it back, **talk** looks at once.

## Where you stand

status-in-contact =
    You are in touch with { $name }.
    { $minutes ->
        [0] The time is nearly up.
        [one] There is a minute left.
       *[other] There are { $minutes } minutes left.
    }
    What you write goes to { $name }. **!end** ends it.
status-waiting =
    I am looking for somebody for you, and have been for { part-waited }.
    { $ahead ->
        [0] Nobody is ahead of you.
        [one] One other has waited longer than you.
       *[other] { $ahead } others have waited longer than you.
    }
    { $asking ->
        [0] There is nobody I can ask at this very moment, but I keep trying.
        [one] One volunteer is being asked right now.
       *[other] { $asking } volunteers are being asked right now.
    }
    {"**"}cancel** takes your wish back.
status-nothing = You are not waiting for anything, and you are not in touch with anybody here. Write **talk** when you would like to be.
cancel-nothing = There is nothing to take back: you are not waiting for anybody. Write **status** to see where you stand.
language-choose = Which language shall we write in? Hvilket sprog skal vi skrive på?

## What I keep

my-data =
    This is everything I have kept about you, written so that people and programs can read it:

    { $data }

    Write **forget me** if you would like it deleted.
forget-ask =
    Shall I delete everything I have kept about you? It cannot be undone.
    If you are in touch with somebody or waiting, that ends too. What stays is numbers without a person, such as how many talks there were.
forgotten = I have deleted what I kept about you. What stays is numbers without a person. You are welcome to write again; we then begin afresh. Take good care of yourself. In danger: call { $crisis }.

## In danger

crisis-coordinator-told = I have told the coordinators that you would like them to write to you, and nothing of what you wrote. I cannot promise that somebody reads it at once. If you cannot wait: call { $crisis }.

crisis-coordinator-ready =
    A coordinator is ready to write with you. You are in touch with a volunteer now, and only one at a time is possible.
    Shall I end that contact kindly and put you in touch with the coordinator instead?
