# The browser page's own words, around the conversation. The rules of common.ftl hold here, but without bold: this is all plain.

## Who this is, and where to turn

web-who = I am { $service }, a bot run by { $organisation }. I can put you in touch with a volunteer who has been through hard times too. You need no name and no account.
web-no-script = Your browser does not run scripts on this page, so we cannot write to each other. The numbers here work all the same.
web-skip = Go to the conversation
web-doors-heading = In danger? Call
web-doors-more = More numbers

## Connection

web-starting = Opening the conversation…
web-connected = Connected
web-lost = Connection lost. What you write is sent when it is back.
web-sending-now = Sending…
web-wait-seconds = There is a lot going on here just now. I try again by myself in about { $seconds } seconds.
web-wait-minutes = There is a lot going on here just now. I try again by myself in about { $minutes } minutes.
web-own-window = Open in a window of its own
web-cookies-off = If it does not open here, your browser may not let this page remember you. It may help to open it in a window of its own.

## Conversation

web-conversation = Conversation
web-you = You
web-bot = { $service } (bot)
web-writing = { $service } is writing…
web-below = New messages below
web-answers = Answer to: { $words }
web-choices = Answers you can choose
web-chosen = chosen
web-picture = Picture: { $name }
web-download = Download { $name } ({ $size })
web-file-shown = File: { $name } ({ $size })

web-state-sending = sending…
web-state-waiting = waiting for the connection
web-state-slow = waiting a moment
web-state-sent = sent
web-state-failed = not sent
web-edited = changed
web-deleted = This message was deleted.
web-try-again = Try again
web-discard = Remove

web-more = More for this message
web-reply = Answer
web-edit = Change
web-delete = Delete
web-react-heart = React with a heart
web-react-thumb = React with a thumbs up
web-react-hug = React with a hug
web-react-thanks = React with thanks
web-reaction = Reaction: { $key }
web-reaction-own = Your reaction: { $key }. Press to take it back

web-too-long = That is very long. Could you send it in smaller parts?
web-too-fast = Many messages came at once. I send it again by myself in a moment.
web-cannot = That could not be done. Your message is as it was before.
web-not-sent = A message was not sent. You can try again.

## Writing

web-write = Write a message
web-send = Send
web-save = Save
web-file = Add a picture or file
web-file-too-large = That file is too large. Up to { $limit } can be sent.
web-editing = You are changing: { $words }
web-replying = You are answering: { $words }
web-cancel = Cancel

## Menu

web-menu = Menu
web-come-back = Come back later
web-have-phrase = I have words to come back with
web-sound = Sound for new messages
web-on = on
web-off = off
web-other-language = Dansk
web-leave = Leave without a trace
web-exit = Quick exit
web-exit-explain = Quick exit hides this page at once and ends your visit. You can also press Esc three times quickly.

web-phrase-explain = Write the four words you were given. Then I know you again, and we go on from there.
web-phrase-label = Your four words
web-phrase-go = Go on
web-phrase-unknown = I do not know those words, or they have run out. Perhaps there is a slip in one of them?
web-tries-wait = There were many tries just now. You are welcome to try again in about { $minutes } min.
web-no-answer = I cannot be reached just now. Try again in a moment.

web-time-here = By this device's clock: { $time }
web-clock-here = Tell me times by this device's clock

web-leave-ask = Leave without a trace?
web-leave-explain = Your visit ends, and what you wrote is deleted here and with me. If you are in touch with somebody, that ends, too. If you came in by a sign-in link, you are signed out. The browser's own history still shows that this page was open.
web-leave-yes = Yes, leave
web-leave-no = No, stay
web-left-title = Page closed
web-left = This page is closed. You can close the window.
web-left-again = Open again

## Signing in and out

web-enter-heading = Sign in
web-enter-explain = Your link works once. After that this browser stays signed in until the time runs out or you leave.
web-enter-go = Sign in
web-enter-refused = This link has been used, or its time has run out. Ask your coordinator for a new one.

web-over-heading = Your visit is over
web-over-left = You have left, perhaps in another window. Nothing of it is shown any more.
web-over-signed-out = You have been signed out. To come back, ask your coordinator for a new link.
web-over-run-out = Nothing was written for a long time, so the visit ended by itself. Nothing of it is shown any more.
web-begin-anew = Begin anew

## On an organisation's own page

web-embed-open = Write with us
web-embed-unread = New messages: { $count }
web-embed-title = Chat with { $service }
web-embed-close = Close the chat
