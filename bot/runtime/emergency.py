"""What people hear when the database does not work: the truth, and the crisis doors by heart."""

from bot.conversation.desk import Desk
from bot.conversation.escapes import Escape, escape_in
from bot.conversation.language import guess
from bot.messages import Incoming, Opened, PlaceKind, Pressed, Said
from bot.platforms.platform import Mark, Message, Platform


async def answer(event: Incoming, text: str, desk: Desk, platform: Platform) -> None:
    """Tell whoever wrote or came in private that we cannot work now; a cry for help gets the crisis card.

    `text` is the id of what is said otherwise. Needs no database. The same event is answered once.
    """
    if not isinstance(event, Said | Opened | Pressed) or event.kind is not PlaceKind.DIRECT:
        return
    service = desk.config.service
    words = event.text if isinstance(event, Said) else ""
    pressed = isinstance(event, Pressed) and event.choice == Escape.CRISIS
    cries = pressed or escape_in(words) is Escape.CRISIS
    chosen = "crisis-card" if cries else text
    language = guess(words, event.language) or service.language
    said = desk.catalogue.render(chosen, {}, language, service.time_zone)
    letter = Message(
        to=event.sender,
        place=event.place,
        mark=Mark(text_id=chosen),
        text=said.text,
        html=said.html,
    )
    await platform.deliver(letter, once=f"{text}:{event.id}")


async def alarm(once: str, desk: Desk, platform: Platform) -> None:
    """Tell coordinators, in their rooms on this platform, that the database does not work."""
    service = desk.config.service
    said = desk.catalogue.render("alarm-database", {}, service.language, service.time_zone)
    for room in set(desk.coordinators_rooms.values()):
        if room.platform != platform.name:
            continue
        mark = Mark(text_id="alarm-database")
        letter = Message(to=None, place=room, mark=mark, text=said.text, html=said.html)
        await platform.deliver(letter, once=once)
