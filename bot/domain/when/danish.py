"""The Danish words for times and days. Written as they should be; `spelling` knows the rest.

Spoken times: "halv elleve" is half an hour before eleven (Den Danske Ordbog: halv, betydning 1.c).
Weeks are numbered as in ISO 8601 and begin on Monday.
"""

from typing import Final

from bot.domain.when.facts import PartOfDay

_ONES = ("en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni")
_TENS = {"tyve": 20, "tredive": 30, "fyrre": 40, "halvtreds": 50}

NUMBERS: Final[dict[str, int]] = {
    "nul": 0, "et": 1, **{word: n for n, word in enumerate(_ONES, 1)},
    "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15, "seksten": 16,
    "sytten": 17, "atten": 18, "nitten": 19, **_TENS, "tres": 60, "halvfems": 90,
    **{f"{one}og{ten}": n + tens for ten, tens in _TENS.items() for n, one in enumerate(_ONES, 1)},
    **{f"{one} og {ten}": n + t for ten, t in _TENS.items() for n, one in enumerate(_ONES, 1)},
}  # fmt: skip
_ORDINALS = (
    "første", "anden", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende",
    "tiende", "ellevte", "tolvte", "trettende", "fjortende", "femtende", "sekstende", "syttende",
    "attende", "nittende", "tyvende", *(f"{one}ogtyvende" for one in _ONES), "tredivte",
    "enogtredivte",
)  # fmt: skip
ORDINALS: Final[dict[str, int]] = {word: n for n, word in enumerate(_ORDINALS, 1)}

WEEKDAYS: Final = (
    ("mandag", "man"), ("tirsdag", "tirs", "tir"), ("onsdag", "ons"), ("torsdag", "tors", "tor"),
    ("fredag", "fre"), ("lørdag", "lør"), ("søndag", "søn"),
)  # fmt: skip
HABITS: Final = tuple((f"om {day[0]}en", f"{day[0]}e", f"{day[0]}en") for day in WEEKDAYS)
MONTHS: Final = (
    ("januar", "jan"), ("februar", "feb"), ("marts", "mar"), ("april", "apr"), ("maj",),
    ("juni", "jun"), ("juli", "jul"), ("august", "aug"), ("september", "sep", "sept"),
    ("oktober", "okt"), ("november", "nov"), ("december", "dec"),
)  # fmt: skip

DAYS: Final[dict[str, int]] = {
    "i dag": 0, "idag": 0, "i morgen": 1, "imorgen": 1, "i overmorgen": 2, "overmorgen": 2,
    "dagen efter i morgen": 2, "i dag om en uge": 7, "i morgen om en uge": 8,
}  # fmt: skip
PARTS: Final[dict[str, PartOfDay]] = {
    "om morgenen": PartOfDay.MORNING, "tidlig morgen": PartOfDay.MORNING,
    "om formiddagen": PartOfDay.FORENOON, "formiddag": PartOfDay.FORENOON,
    "om eftermiddagen": PartOfDay.AFTERNOON, "eftermiddag": PartOfDay.AFTERNOON,
    "om aftenen": PartOfDay.EVENING, "aften": PartOfDay.EVENING,
    "om natten": PartOfDay.NIGHT, "nat": PartOfDay.NIGHT, "i nat": PartOfDay.NIGHT,
}  # fmt: skip
PARTS_OF_TODAY: Final[dict[str, PartOfDay]] = {
    "i formiddag": PartOfDay.FORENOON, "i eftermiddag": PartOfDay.AFTERNOON,
    "i aften": PartOfDay.EVENING, "iaften": PartOfDay.EVENING, "her til aften": PartOfDay.EVENING,
}  # fmt: skip
MORNINGS: Final = ("i morgen tidlig", "imorgen tidlig", "i morgen tidligt")  # of tomorrow
FIXED: Final[dict[str, tuple[int, int]]] = {  # (month, day)
    "juleaften": (12, 24), "juleaftensdag": (12, 24), "første juledag": (12, 25),
    "1. juledag": (12, 25), "anden juledag": (12, 26), "2. juledag": (12, 26),
    "nytårsaften": (12, 31), "nytårsaftensdag": (12, 31), "nytårsdag": (1, 1),
    "grundlovsdag": (6, 5),
}  # fmt: skip
VAGUE: Final = (
    "jul", "julen", "juledag", "nytår", "påske", "påsken", "pinse", "pinsen", "weekend",
    "weekenden", "i weekenden", "næste weekend", "næste måned", "i næste måned",
    "sommerferien", "vinterferien", "efterårsferien", "i ugen", "næste år",
)  # fmt: skip
WEEKS: Final[dict[str, int]] = {
    "i denne uge": 0, "denne uge": 0, "i næste uge": 1, "næste uge": 1, "i den næste uge": 1,
    "ugen efter næste": 2, "i ugen efter næste": 2,
}  # fmt: skip
THIS_MONTH: Final = ("i denne måned", "denne måned")
NEXT_MONTH: Final = ("i næste måned", "næste måned")

ABOUT: Final = ("ca", "cirka", "omkring", "cirka om", "godt")
AT: Final = ("kl", "klokken", "klokka", "ved", "omkring", "ca", "cirka")
TOWARDS: Final = ("tiden", "tid")  # "ved 11-tiden"
HALF_BEFORE: Final = ("halv",)
HALF_PAST: Final = ()
QUARTER: Final = ("kvart", "kvarter", "et kvarter")
PAST: Final = ("over",)
TO: Final = ("i",)
NOON: Final = ("middag", "om middagen", "middagstid")
MIDNIGHT: Final = ("midnat",)

MINUTES: Final = ("minut", "minutter", "min", "m")
HOURS: Final = ("time", "timer", "t")
DAY_UNITS: Final = ("dag", "dage", "døgn")
WEEK_UNITS: Final = ("uge", "uger")
MONTH_UNITS: Final = ("måned", "måneder", "mdr")
YEAR_UNITS: Final = ("år",)
LENGTHS: Final[dict[str, int]] = {  # minutes
    "en halv time": 30, "halv time": 30, "et kvarter": 15, "et kvarters tid": 15,
    "tre kvarter": 45, "halvanden time": 90, "en og en halv time": 90, "en times tid": 60,
}  # fmt: skip
AND_A_HALF: Final = ("og en halv",)
AND: Final = ("og",)
IN: Final = ("om",)
FOR: Final = ("i", "i alt", "varighed", "af")
HALF_A_YEAR: Final = ("et halvt år", "et halvår", "halvt år")
NEXT_SO_LONG: Final = ("de næste", "i de næste", "de kommende", "i de kommende")
FROM_NOW: Final = ("fra nu",)
NOW: Final = ("nu", "lige nu", "med det samme", "straks")
UNTIL: Final = ("til", "indtil", "frem til", "til og med")
FROM: Final = ("fra", "fra og med", "startende", "begyndende")
LOOSE: Final = ("efter", "før", "inden", "senest", "tidligst", "mellem", "eller", "enten")

ON: Final = ("på", "den", "d", "om", "på den")
THIS: Final = ("nu på", "nu", "denne", "på denne", "førstkommende", "kommende", "den kommende")
NEXT: Final = ("næste", "på næste", "den næste")
WEEK_NUMBER: Final = ("uge", "i uge")
OF: Final = ("i",)
EVERY: Final = ("hver", "hvert")
OTHER: Final = ("anden", "2.")
WEEKLY: Final = ("hver uge", "ugentligt", "ugentlig", "en gang om ugen")
FORTNIGHTLY: Final = (
    "hver anden uge", "hver 2. uge", "hver fjortende dag", "hver 14. dag", "hver 14 dag",
)  # fmt: skip
MONTHLY: Final = ("hver måned", "månedligt", "månedlig", "en gang om måneden")
OTHERWISE_OFTEN: Final = ("hver dag", "dagligt", "daglig", "hver hverdag", "hverdage", "hver aften")
IN_EVERY_MONTH: Final = ("i hver måned", "hver måned")
LAST: Final = ("sidste",)
TIMES: Final = ("gange", "gang", "samtaler", "møder")
FIRST_SHOWING: Final = ("første gang", "for første gang")
SECOND_SHOWING: Final = ("anden gang", "for anden gang")
PLACES: Final = {"Europe/Copenhagen": ("dansk", "københavnsk", "københavns", "københavn")}
PLACE_TIME: Final = ("tid",)

IDLE: Final = (
    "jeg", "vi", "du", "mig", "os", "det", "er", "kan", "kunne", "vil", "ville", "gerne", "helst",
    "tale", "snakke", "mødes", "ses", "passe", "passer", "fint", "godt", "bedst", "sige", "lad",
    "så", "lige", "bare", "tak", "venligst", "hej", "ja", "ok", "okay", "måske", "har tid",
    "en tid", "for mig", "hvad med", "på", "den", "at", "og", "skal", "aftale", "lave en aftale",
    "have en aftale",
    "en samtale", "ringe", "ledig", "senere", "sådan", "cirka", "hos jer", "med jer", "med dig", "tage",
    "være", "noget", "hvis", "muligt", "være muligt", "vores", "næste gang", "dagen", "booke", "booke en tid",
    "mødet", "samtalen", "jer", "kan man", "kunne man", "hvis man", "skal man", "må man", "mon vi",
    "mon jeg", "mon du", "mon det", "mon der", "min samtale",
    "tales ved", "tales", "kan lade sig gøre", "lade sig gøre",
    "nogen", "med nogen", "med en", "med en frivillig", "med en af jer", "engang", "en snak",
)  # fmt: skip
NOT: Final = (
    "ikke", "aldrig", "nej", "undtagen", "men", "aflys", "kun", "umuligt", "optaget", "går", "igår",
    "siden", "hverken", "morges", "sidste", "forrige",
)  # fmt: skip
MISSPELT: Final = {
    "tirdag": "tirsdag", "tisdag": "tirsdag", "tosdag": "torsdag", "trosdag": "torsdag",
    "onsag": "onsdag", "ondsag": "onsdag", "mandg": "mandag", "fredg": "fredag", "klk": "kl",
    "klokkken": "klokken", "eftermidag": "eftermiddag", "formidag": "formiddag",
    "overimorgen": "overmorgen", "ugr": "uger", "minuter": "minutter", "kvarther": "kvarter",
}  # fmt: skip
