# Discord's own words: where the answer stands somewhere else, and where a door is closed. The rules in common.ftl hold here.

discord-start = Open a private chat with me
discord-written-privately = I have answered you in our private chat, where only you and I are: { $chat }
discord-open-your-door =
    I cannot write to you in private, so you see the answer here. Only you can see it, and it goes away again.
    To have it where you can find it again: press the server's name, choose Privacy Settings, switch Direct Messages on, and write to me.
discord-not-now = That did not work just now. Try again in a moment.
discord-write = Write an answer
discord-write-title = Write to me
discord-write-label = What you would like to say
