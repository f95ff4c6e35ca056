"""The scripted evening, scene by scene. Every `kept` is a promise that is really looked at."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from bot.rehearsal.screen import Screen
from bot.rehearsal.stage import NotKept, Stage
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from bot.texts.faults import TextFault
from storage import people, volunteers
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is in it."""

    rosa: Townsperson
    noor: Townsperson
    mia: Townsperson
    ali: Townsperson
    birk: Townsperson
    karin: Townsperson


async def play(town: Town, language: str, screen: Screen, folder: Path) -> int:
    """Play it; 0 if all was kept, otherwise 1 and the sentence that was not."""
    stage = Stage(town, language, screen)
    try:
        cast = Cast(
            rosa=town.stranger("rosa"),
            noor=town.stranger("noor"),
            mia=await town.volunteer("mia", language=language),
            ali=await town.volunteer("ali", language=language),
            birk=await town.volunteer("birk", language=language),
            karin=await town.coordinator("karin", language=language),
        )
        for scene in SCENES:
            await scene(stage, cast)
        await _nothing_is_left(stage, folder)
    except NotKept as not_kept:
        screen.line(f"NOT KEPT: {not_kept}", "bad")
        return 1
    except (LookupError, TextFault) as fault:
        # Somebody had nothing to press, or there was nothing to say: the evening cannot go on.
        screen.line(f"NOT KEPT: the evening can go on ({type(fault).__name__}: {fault})", "bad")
        return 1
    screen.line()
    screen.line(f"The evening ended as it should: {stage.kept_so_far} promises were kept.", "good")
    return 0


async def _first_words(stage: Stage, cast: Cast) -> None:
    stage.scene("1. First words")
    noor, rosa = cast.noor, cast.rosa
    await stage.says(noor, "hello, who are you?", "hej, hvem er du?")
    await stage.presses(noor, "adult-yes")
    await stage.presses(noor, "consent-no")
    stage.kept("a no is respected", stage.told(noor, "consent-declined"))
    gone = await stage.town.database.read(people.recognise, noor.address)
    stage.kept("nothing is kept of somebody who says no", gone is None)
    await stage.says(rosa, "hello, is anybody there?", "hej, er der nogen?")
    stage.kept("the bot says who it is before it asks", stage.told(rosa, "welcome", "adult-ask"))
    await stage.says(rosa, "1", "1")
    await stage.says(rosa, "yes", "ja")
    met = await stage.town.database.read(people.recognise, rosa.address)
    stage.kept("a yes is kept with its time", met is not None and met.consented_at)


async def _somebody_comes(stage: Stage, cast: Cast) -> None:
    stage.scene("2. Somebody to talk to")
    rosa, mia, ali, birk = cast.rosa, cast.mia, cast.ali, cast.birk
    await _wishes(stage, rosa, "I hardly sleep since Sunday", "jeg sover dårligt siden søndag")
    stage.kept("Rosa is told at once that we look", stage.told(rosa, "talk-looking"))
    asked = [volunteer for volunteer in (mia, ali, birk) if stage.told(volunteer, "offer")]
    stage.kept("the three on duty are asked", asked == [mia, ali, birk])
    stage.kept(
        "an offer does not carry Rosa's words",
        "Sunday" not in stage.words_to(mia) and "søndag" not in stage.words_to(mia),
    )
    await stage.passes(minutes=1)
    await stage.says(ali, "decline", "nej tak")
    stage.kept(
        "Ali's no is thanked, and Rosa is spared it",
        stage.told(ali, "offer-declined-thanks") and not stage.words_to(rosa),
    )
    await stage.passes(seconds=90)
    stage.kept("Rosa does not wait in silence", stage.told(rosa, "talk-still-looking"))
    await stage.presses(mia, "accept")
    stage.kept(
        "both hear that they are in touch",
        stage.told(rosa, "contact-opened") and stage.told(mia, "contact-opened"),
    )
    stage.kept("Birk is thanked for nothing lost", stage.told(birk, "offer-taken"))
    stage.kept(
        "neither learns who the other is",
        "Mia" not in stage.words_to(rosa) and "rosa" not in stage.words_to(mia).casefold(),
    )


async def _they_talk(stage: Stage, cast: Cast) -> None:
    stage.scene("3. They talk, and nobody listens in")
    rosa, mia = cast.rosa, cast.mia
    await stage.says(mia, "hi, I am here for you now", "hej, nu er jeg her for dig")
    stage.kept("Rosa reads Mia's words", stage.told(rosa, "relay"))
    hello = await stage.says(
        rosa, "I am so tierd of being alone", "jeg er så tærdig af at være ene"
    )
    stage.kept("Mia reads Rosa's words", stage.told(mia, "relay"))
    await stage.edits(
        rosa, hello, "I am so tired of being alone", "jeg er så træt af at være alene"
    )
    stage.kept(
        "what Rosa mends is mended for Mia",
        "tired of" in stage.words_to(mia) or "træt af" in stage.words_to(mia),
    )
    slip = await stage.says(mia, "oh, that was for somebody else", "ups, det var til en helt anden")
    await stage.deletes(mia, slip)
    stage.kept("what Mia takes back is gone for Rosa", rosa.last().gone)
    await stage.says(rosa, "call me on 20 30 40 50", "ring til mig på 20 30 40 50")
    stage.kept(
        "a telephone number is held back until she has thought of it",
        stage.told(rosa, "relay-contact-details-ask") and not stage.words_to(mia),
    )
    await stage.presses(rosa, "do-not-send")
    await stage.says(rosa, "crisis", "akut")
    stage.kept(
        "a cry for help shows the crisis card, and reaches Mia all the same",
        stage.told(rosa, "crisis-card") and stage.told(mia, "relay"),
    )


async def _time_runs_out(stage: Stage, cast: Cast) -> None:
    stage.scene("4. The time is nearly up; one extension; the goodbye")
    rosa, mia, karin = cast.rosa, cast.mia, cast.karin
    await stage.passes(minutes=35)
    stage.kept(
        "both are told before the time is up",
        stage.told(rosa, "contact-soon-over") and stage.told(mia, "contact-soon-over"),
    )
    await stage.presses(mia, "extend")
    stage.kept(
        "both are told that there is more time",
        stage.told(rosa, "contact-extended") and stage.told(mia, "contact-extended"),
    )
    await stage.says(mia, "!extend", "!forlæng")
    stage.kept("it is made longer once only", stage.told(mia, "already-extended"))
    await stage.passes(minutes=12)
    await stage.says(rosa, "!end", "!slut")
    stage.kept(
        "it ends kindly for both, and Mia is asked how it was",
        stage.told(rosa, "contact-ended") and stage.told(mia, "contact-ended", "debrief-ask"),
    )
    await stage.presses(mia, "heavy")
    stage.kept("a heavy talk reaches a coordinator", stage.told(karin, "alarm-heavy"))
    resting = await stage.town.database.read(_rests, mia)
    stage.kept("it gives Mia rest, off duty", resting)


async def _nobody_answers(stage: Stage, cast: Cast) -> None:
    stage.scene("5. A second wish, and nobody answers")
    rosa, mia, karin = cast.rosa, cast.mia, cast.karin
    await _wishes(stage, rosa, "it came back this evening", "det kom igen her til aften")
    stage.kept("Mia rests and is not asked", not stage.words_to(mia))
    await stage.passes(minutes=9)
    stage.kept(
        "Rosa hears from us, without nagging", 2 <= stage.counted(rosa, "talk-still-looking") <= 4
    )
    stage.kept("a coordinator is alarmed", stage.told(karin, "alarm-waiting"))
    await stage.says(karin, "queue", "kø")
    stage.kept(
        "Karin sees one who waits, by code alone",
        stage.told(karin, "queue", "queue-row") and "rosa" not in stage.words_to(karin).casefold(),
    )
    await stage.says(rosa, "status", "status")
    stage.kept("Rosa may ask where she stands", stage.told(rosa, "status-waiting"))
    await stage.passes(minutes=6)
    await stage.presses(rosa, "other-doors")
    stage.kept(
        "Rosa is shown other doors, 112 among them",
        stage.told(rosa, "other-doors") and "112" in stage.words_to(rosa),
    )
    await stage.passes(minutes=15)
    stage.kept("Rosa is told plainly that nobody was free", stage.told(rosa, "talk-nobody-free"))


async def _handed_over(stage: Stage, cast: Cast) -> None:
    stage.scene("6. She waits on; Birk comes, hands over, and Ali takes it")
    rosa, ali, birk = cast.rosa, cast.ali, cast.birk
    await stage.presses(rosa, "keep-waiting")
    stage.kept("we look again, and she goes before others", stage.told(rosa, "talk-looking-again"))
    await stage.presses(birk, "accept")
    await stage.says(birk, "hello, here I am", "hej, her er jeg så")
    await stage.passes(minutes=4)
    await stage.says(birk, "!handover", "!overdrag")
    stage.kept("Rosa is told the truth", stage.told(rosa, "contact-taken-up-again"))
    stage.kept("the next is asked at once", stage.told(ali, "offer"))
    await stage.presses(birk, "okay")
    await stage.presses(ali, "accept")
    stage.kept(
        "Ali takes over", stage.told(rosa, "contact-opened") and stage.told(ali, "contact-opened")
    )


async def _reported(stage: Stage, cast: Cast) -> None:
    stage.scene("7. Something is not right: a report, and never again")
    rosa, ali, karin = cast.rosa, cast.ali, cast.karin
    await stage.says(ali, "what is your real name then?", "hvad hedder du så i virkeligheden?")
    await stage.says(rosa, "!report", "!anmeld")
    stage.kept(
        "the contact ends, and Rosa is thanked", stage.told(rosa, "contact-ended", "report-thanks")
    )
    stage.kept(
        "a coordinator hears at once, without a word of theirs",
        stage.told(karin, "alarm-report")
        and "name then" not in stage.words_to(karin)
        and "virkeligheden" not in stage.words_to(karin),
    )
    stage.scene("8. The next evening")
    await stage.passes(hours=22)
    await stage.says(ali, "duty 60", "vagt 60")
    await stage.presses(ali, "fit-yes")
    stage.kept("Ali is on duty again", stage.told(ali, "duty-on"))
    await _wishes(stage, rosa, "a new evening, a new try", "en ny aften, et nyt forsøg")
    stage.kept(
        "these two are never brought together again",
        stage.told(rosa, "talk-looking") and not stage.told(ali, "offer"),
    )
    await stage.passes(minutes=6)
    stage.kept("also not when nobody else is there", not stage.told(ali, "offer"))
    await stage.says(rosa, "cancel", "annuller")
    stage.kept("Rosa may take her wish back", stage.told(rosa, "talk-withdrawn"))


async def _nothing_is_left(stage: Stage, folder: Path) -> None:
    stage.scene("9. What is left behind")
    left = await stage.left_behind()
    stage.kept("nobody waits any more", not left.waiting)
    stage.kept("nobody is left in a contact", not left.open_contacts)
    stage.kept("every letter is delivered and struck off", not left.letters)
    found = await stage.words_in(folder)
    stage.kept("no word and no address can be read in any file of the database", not found)


async def _wishes(stage: Stage, who: Townsperson, note: str, note_danish: str) -> None:
    await stage.says(who, "talk", "snak")
    await stage.says(who, "1, 9", "1, 9")
    while who.last().letter.mark.text_id in ("talk-language-ask", "talk-form-ask"):
        await stage.says(who, "skip", "spring over")  # asked only where there is a choice
    await stage.says(who, note, note_danish)


def _rests(db: Transaction, who: Townsperson) -> bool:
    met = people.recognise(db, who.address)
    found = volunteers.get(db, met.id) if met else None
    if found is None or found.rest_until is None:
        return False
    return found.rest_until > who.town.now and not found.on_duty(who.town.now)


SCENES: tuple[Callable[[Stage, Cast], Awaitable[None]], ...] = (
    _first_words,
    _somebody_comes,
    _they_talk,
    _time_runs_out,
    _nobody_answers,
    _handed_over,
    _reported,
)
