# A link for somebody's own calendar. The rules of common.ftl hold here.

feed-link =
    { $link }
    Give this link to your calendar as a subscription ("from URL"). It shows when you have appointments and shifts, not with whom or what about, and looks again by itself.
    Whoever has the link sees these times, the company that keeps your calendar too, and that they come from here. **feed off** makes it open nothing.{ $before ->
        [yes] {" "}The link you had before opens nothing any more.
       *[other] {""}
    }
feed-is = { $on ->
        [yes] You have a link for your calendar. I keep no copy of it, so I cannot show it again. Would you like another instead, or none?
       *[other] You have no link for your calendar. Would you like one?
    }
feed-off = Then it is off: the link opens nothing any more. What your calendar has fetched already you can delete there.
feed-none = You have no link for your calendar, so there is nothing to switch off. **feed** makes one.
feed-no-page = Calendars cannot be read here by a link, since there is no page of ours. What is settled, moved or called off comes with a file for your calendar.
