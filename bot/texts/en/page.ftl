# What the bot says because somebody is on our own page. The rules of common.ftl hold here.

## Coming and going

welcome-back = Welcome back. Here is where you are.
signed-in-coordinator = You are signed in, and you coordinate here. **queue** shows who waits, **volunteers** who there is, **invite** lets somebody in, and **help** shows the rest.
come-back-phrase =
    With these four words you can come back here later, from any browser, and I know you again:

    {"**"}{ $phrase }**

    Write them down where only you look. They hold until { $until_day }. If you ask again, you get new ones, and these no longer work. What we wrote is not shown again.
come-back-not-needed = You do not need that here: write to me from the same account, and I know you again.
sign-out-not-here = You write from an account of your own, so there is nothing to sign out of here.
sign-out-visitor = You have not signed in; you are simply here. **Leave without a trace** on the page ends your visit, and **forget me** deletes what I keep.

## In a contact

contact-other-away =
    { $name } has not had the page open for a while, and cannot see what you write just now. They may come back.
    { $side ->
        [volunteer] You can wait a little. **!end** ends it, and that is quite all right.
       *[other] It has nothing to do with you. You can wait a little, or write **!end** and then **talk** to find somebody else.
    }

## For coordinators

invite-no-page = There is no page of our own here, so nobody can be invited to it. Whoever looks after the machine can switch it on with [platforms.web].
invite-link =
    Give this link to the one it is for, by a way you trust. It works once, until { $until_when }:

    { $link }

    { $coordinates ->
        [yes] Whoever opens it coordinates here from then on.
       *[other] A new volunteer writes **volunteer** after signing in.
    }
invite-coordinator-confirm = Whoever opens the link coordinates here from then on, and sees what you see. Shall I make one?
invite-not-on-page = { $name } does not come in by our page, and needs no link.
signed-in =
    { $count ->
        [one] One is signed in on the page:
       *[other] { $count } are signed in on the page:
    }
signed-in-row =
    { $name }: { $count ->
        [one] one browser
       *[other] { $count } browsers
    }, last here { $seen_when }
signed-in-none = Nobody is signed in on the page. **invite** makes a link for somebody.
sign-out-done = { $name } is signed out everywhere on the page, and unused links no longer work. **invite { $name }** makes a new one for a volunteer.
alarm-rattled = Somebody has tried { $count } sign-in links or return phrases that do not exist, within an hour. I slow them down, and none of them worked. You need not do anything.

## Help

help-come-back = gives you four words to come back with
help-come-back-more =
    {"**"}{ $usage }** gives you four words to come back with.
    With them you can come back to this page later, from any browser, and I know you again. I keep them only as a hash.
    { part-words }

help-sign-out = signs you out of this page, in every browser
help-sign-out-more =
    {"**"}{ $usage }** signs you out of this page, in every browser.
    It is for those who came in by a sign-in link. A coordinator can give you a new link.
    { part-words }

help-invite = makes a link that lets somebody in on our page
help-invite-more =
    {"**"}{ $usage }** makes a link that lets somebody in on our page.
    Without a name it is for a new volunteer. With the name of a volunteer it lets them sign in again. **invite coordinator** is for a coordinator; I ask you once first.
    { part-words }

help-signed-in = shows who is signed in on our page
help-signed-in-more =
    {"**"}{ $usage }** shows who is signed in on our page.
    I show volunteers by name and coordinators by code, in how many browsers they are signed in, and when they were last there.
    { part-words }

help-sign-out-somebody = signs somebody out of our page
help-sign-out-somebody-more =
    {"**"}{ $usage }** signs somebody out of our page.
    They are signed out in every browser at once, and links they have not used no longer work. It is for a lost telephone, for instance.
    { part-words }
