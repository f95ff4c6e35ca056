"""The English words for times and days.

"Half ten" is half past ten to the British and half past nine to a Dane, so it is asked about; "half
past ten" is not (Oxford English Dictionary: half, adv.).
"""

from typing import Final

from bot.domain.when.facts import PartOfDay

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
NUMBERS: Final[dict[str, int]] = {
    "zero": 0, **{word: n for n, word in enumerate(_ONES, 1)}, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, **_TENS, "sixty": 60, "ninety": 90,
    **{f"{ten} {one}": t + n for ten, t in _TENS.items() for n, one in enumerate(_ONES, 1)},
}  # fmt: skip
_TO_NINTH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
)  # fmt: skip
_ORDINALS = (
    *_TO_NINTH, "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
    "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    *(f"twenty {one}" for one in _TO_NINTH), "thirtieth", "thirty first",
)  # fmt: skip
ORDINALS: Final[dict[str, int]] = {word: n for n, word in enumerate(_ORDINALS, 1)}

WEEKDAYS: Final = (
    ("monday", "mon"), ("tuesday", "tues", "tue"), ("wednesday", "weds", "wed"),
    ("thursday", "thurs", "thur", "thu"), ("friday", "fri"), ("saturday", "sat"),
    ("sunday", "sun"),
)  # fmt: skip
HABITS: Final = tuple((f"{day[0]}s", f"on {day[0]}s") for day in WEEKDAYS)
MONTHS: Final = (
    ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",),
    ("june", "jun"), ("july", "jul"), ("august", "aug"), ("september", "sep", "sept"),
    ("october", "oct"), ("november", "nov"), ("december", "dec"),
)  # fmt: skip

DAYS: Final[dict[str, int]] = {
    "today": 0, "later today": 0, "tomorrow": 1, "tmrw": 1, "tmr": 1, "day after tomorrow": 2,
    "the day after tomorrow": 2, "a week from today": 7, "a week today": 7, "today week": 7,
    "a week from tomorrow": 8, "a week tomorrow": 8, "tomorrow week": 8,
}  # fmt: skip
PARTS: Final[dict[str, PartOfDay]] = {
    "in the morning": PartOfDay.MORNING, "morning": PartOfDay.MORNING,
    "in the afternoon": PartOfDay.AFTERNOON, "afternoon": PartOfDay.AFTERNOON,
    "in the evening": PartOfDay.EVENING, "evening": PartOfDay.EVENING,
    "at night": PartOfDay.NIGHT, "night": PartOfDay.NIGHT,
}  # fmt: skip
PARTS_OF_TODAY: Final[dict[str, PartOfDay]] = {
    "this morning": PartOfDay.MORNING, "this afternoon": PartOfDay.AFTERNOON,
    "this evening": PartOfDay.EVENING, "tonight": PartOfDay.EVENING, "tonite": PartOfDay.EVENING,
}  # fmt: skip
MORNINGS: Final = ("early tomorrow",)  # of tomorrow
FIXED: Final[dict[str, tuple[int, int]]] = {  # (month, day)
    "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new years eve": (12, 31), "new year's day": (1, 1),
    "new years day": (1, 1),
}  # fmt: skip
VAGUE: Final = (
    "christmas", "new year", "easter", "weekend", "the weekend", "at the weekend",
    "on the weekend", "this weekend", "next weekend", "next month", "next year",
    "during the week", "the holidays",
)  # fmt: skip
WEEKS: Final[dict[str, int]] = {
    "this week": 0, "next week": 1, "of next week": 1, "in next week": 1, "week after next": 2,
    "the week after next": 2,
}  # fmt: skip
THIS_MONTH: Final = ("this month", "of this month")
NEXT_MONTH: Final = ("next month", "of next month")

ABOUT: Final = ("about", "around", "roughly")
AT: Final = ("at", "@", "around", "about")
TOWARDS: Final = ("ish",)
HALF_BEFORE: Final = ()
HALF_PAST: Final = ("half past", "half after")
QUARTER: Final = ("quarter", "a quarter")
PAST: Final = ("past", "after")
TO: Final = ("to", "till", "before")
NOON: Final = ("noon", "midday", "12 noon", "twelve noon", "12 midday")
MIDNIGHT: Final = ("midnight", "12 midnight", "twelve midnight")

MINUTES: Final = ("minute", "minutes", "min", "mins", "m")
HOURS: Final = ("hour", "hours", "hr", "hrs", "h")
DAY_UNITS: Final = ("day", "days")
WEEK_UNITS: Final = ("week", "weeks", "wk", "wks")
MONTH_UNITS: Final = ("month", "months")
YEAR_UNITS: Final = ("year", "years")
LENGTHS: Final[dict[str, int]] = {  # minutes
    "half an hour": 30, "half hour": 30, "a half hour": 30, "a quarter of an hour": 15,
    "quarter of an hour": 15, "three quarters of an hour": 45, "an hour and a half": 90,
    "one hour and a half": 90,
}  # fmt: skip
AND_A_HALF: Final = ("and a half",)
AND: Final = ("and", "&")
IN: Final = ("in",)
FOR: Final = ("for", "lasting", "during")
HALF_A_YEAR: Final = ("half a year", "half year")
NEXT_SO_LONG: Final = ("for the next", "the next", "over the next", "next")
FROM_NOW: Final = ("from now",)
NOW: Final = ("now", "right now", "straight away")
UNTIL: Final = ("until", "till", "til", "up to", "through")
FROM: Final = ("from", "starting", "starting from", "beginning")
LOOSE: Final = ("after", "before", "by", "between", "or", "either", "latest", "earliest")

ON: Final = ("on", "the", "on the")
THIS: Final = ("this", "this coming", "coming", "the coming", "on this")
NEXT: Final = ("next", "on next", "the next")
WEEK_NUMBER: Final = ("week", "in week", "of week")
OF: Final = ("of", "in")
EVERY: Final = ("every", "each")
OTHER: Final = ("other", "second")
WEEKLY: Final = ("every week", "each week", "weekly", "once a week")
FORTNIGHTLY: Final = (
    "every other week", "every second week", "every two weeks", "every 2 weeks",
    "every fortnight", "fortnightly", "once a fortnight",
)  # fmt: skip
MONTHLY: Final = ("every month", "each month", "monthly", "once a month")
OTHERWISE_OFTEN: Final = (
    "every day", "each day", "daily", "every weekday", "weekdays", "biweekly", "twice a week",
    "every evening", "every morning", "every night", "every afternoon",
)  # fmt: skip
IN_EVERY_MONTH: Final = ("of every month", "of each month", "every month", "each month")
LAST: Final = ("last",)
TIMES: Final = ("times", "sessions", "talks", "meetings", "conversations")
FIRST_SHOWING: Final = ("the first time", "for the first time")
SECOND_SHOWING: Final = ("the second time", "for the second time")
PLACES: Final = {"Europe/Copenhagen": ("danish", "copenhagen")}
PLACE_TIME: Final = ("time",)

IDLE: Final = (
    "i", "we", "you", "me", "us", "it", "is", "can", "could", "would", "will", "shall", "should",
    "please", "hi", "hello", "yes", "ok", "okay", "thanks", "thank you", "talk", "speak", "chat",
    "meet", "to talk", "to speak", "to chat", "to meet", "to book", "book", "suit", "suits",
    "works", "would work", "best", "good", "great", "fine", "nice", "perfect", "preferably", "prefer",
    "say", "let's", "lets", "make it", "how about", "what about", "for me", "free", "i'm", "i'd",
    "i'll", "am", "i'm free", "like", "want", "have time", "later", "maybe", "perhaps", "do",
    "be", "with you", "a", "an", "the", "on", "at", "and", "just", "early", "then", "call",
    "call me", "available", "possible", "if possible", "that", "this is", "so",
    "have a talk", "like an appointment", "book an appointment", "a session", "session", "to have a talk",
    "a time", "sometime", "some time", "somebody", "someone", "to somebody", "to someone",
    "with somebody", "with someone", "with a volunteer", "with one of you", "a chat", "a talk",
)  # fmt: skip
NOT: Final = (
    "not", "never", "no", "don't", "can't", "cannot", "except", "but", "instead", "busy",
    "yesterday", "ago", "neither", "nor", "last", "doesn't", "won't", "didn't",
)  # fmt: skip
MISSPELT: Final = {
    "tommorow": "tomorrow", "tommorrow": "tomorrow", "tomorow": "tomorrow", "tomorro": "tomorrow",
    "wensday": "wednesday", "wendesday": "wednesday", "wednsday": "wednesday",
    "thrusday": "thursday", "thursdy": "thursday", "thurday": "thursday", "teusday": "tuesday",
    "tusday": "tuesday", "saterday": "saturday", "satruday": "saturday", "firday": "friday",
    "oclock": "o'clock", "febuary": "february", "fortnite": "fortnight",
    "minuts": "minutes", "evry": "every",
}  # fmt: skip
