# Anonymous check-ins. The rules of common.ftl hold here.
# What is asked in a round must be as long whatever was answered before: texts differ by numbers alone.

check-in-invite =
    { $who ->
        [volunteer] May I ask you once a month how it is to be a volunteer here?
       *[receiver] May I ask you how it was, now and again later?
    } It is { $many ->
        [one] a short question
       *[other] { $many } short questions
    } to answer with a number, and each can be skipped.
    When you are done, your answers are put with those of others, without your name or address, so that nobody can tell which are yours; not even I. They show whether this helps.
    A no is just as fine, and then I do not ask again.
check-in-agreed =
    Thank you. { $now ->
        [yes] Here is the first one.
       *[no] I ask you when it is time.
    } {"**"}check-ins off** stops it at any time.
check-in-round-ask =
    { $again ->
        [1] I asked you a little while ago, and it is fine if it does not suit you:{"\u000A"}
       *[0] {""}
    }{ $who ->
        [volunteer] May I ask you how the last month was as a volunteer?
        [staff] May I ask you about the place you work at?
       *[receiver] { $round ->
            [end] You have talked to somebody here again. May I ask you how it was?
            [series-end] Your series of talks here has come to its end. May I ask you how it is now?
           *[later] Some time ago you talked to somebody here. May I ask you how it is now?
        }
    } It is { $many ->
        [one] one short question
       *[other] { $many } short questions
    }. Nobody can tell which answers are yours.
check-in-item =
    { $low ->
        [1] That sounds hard, and you need not be alone with it. Here you can reach people, also in danger:{"\u000A"}{ $doors }{"\u000A\u000A"}
       *[0] {""}
    }{ $again ->
        [1] We had come to this one:{"\u000A"}
       *[0] {""}
    }{ $n } of { $of }: {"**"}{ $statement }**
    { $scale ->
        [words] How much of the time is that so?
       *[ten] From 0 (not at all) to 10 (completely)
    }
check-in-keep-ask = You have answered some of it. May I keep those answers, or shall I delete them? If you say nothing, I delete them.
check-in-left = That is quite all right. Nothing is kept.
check-in-gone = Then they are deleted. Thank you all the same.
check-in-thanks =
    { $low ->
        [1] Some of it sounds hard, and you need not be alone with it. Here you can reach people, also in danger:{"\u000A"}{ $doors }{"\u000A\u000A"}
       *[0] {""}
    }{ $who ->
        [receiver] Thank you. From now on nobody can tell that those answers are yours.
        [volunteer] Thank you. From now on nobody can tell that those answers are yours. **colleague** finds you a colleague to talk to.
       *[staff] Thank you. From now on nobody can tell that those answers are yours.
    }
check-ins-not-here = I do not ask that here, because others could read what you answer.
check-in-comment-words-ask = Write it here, or skip it. Coordinators read it some weeks from now, mixed with at least four others', and never if there are fewer. I cannot hide how you write, so leave out names and whatever only you would say. For help now, write **crisis** or **talk**.
check-in-comment-thanks = Thank you. It is put with those of others.
check-in-comment-none = Then not. Thank you for answering.
check-in-comment-not-kept = I have not kept what you wrote, and nobody is told. If you would like a person to know, say so above.
check-ins-off =
    Then I ask no more. { $half ->
        [yes] One thing is left:
       *[no] **check-ins on** brings it back, whenever you like.
    }
check-ins-are = { $state ->
        [running] I ask you now and then how it is, as you said I may. **check-ins off** stops it.
        [on] You said I may ask you how it was, and I do after your next contact. **check-ins off** stops it.
        [off] I do not ask you how it was. **check-ins on** changes that.
       *[never] I have not asked you yet whether I may. I do after a contact; **check-ins on** or **check-ins off** says it now.
    }
check-ins-how = Write **check-ins off** or **check-ins on**.
status-check-in = Some questions about how it was stand open. **check-ins** shows them again, and they can be left alone.
check-in-comments =
    { $many } people have added words of their own to their answers in the last weeks. They stand in no order, and nobody knows whose they are. Please do not guess.

    { $comments }

## The organisation's own round

staff-round-confirm =
    { $many ->
        [0] All coordinators were asked this quarter, or would rather not be. I give you the code for others.
        [one] I ask one coordinator, in private,
       *[other] I ask { $many } coordinators, in private,
    } { $items ->
        [one] one short question
       *[other] { $items } short questions
    } about the organisation. Nobody can tell whose answers are whose, and fewer than five are never shown. Shall I?
staff-round-begun =
    Thank you. It is under way. For others who work here there is a code, which holds for the rest of this quarter: whoever writes **staff code { $code }** to me is asked, too, and is as anonymous.
    { $page ->
        [nothing] They write to me where you do.
       *[other] They can do it here, without any account: { $page }
    }
staff-round-none = This programme asks the staff nothing. Its file says what it asks, under [check_ins].
staff-code-unknown = I do not know that code, or its quarter is over. Whoever gave it to you can ask for a new one.
staff-answered = You were asked this quarter already. Thank you.
