"""What a programme's file may say, and within which bounds. `presets/drop-in.toml` explains it."""

import re
from datetime import date, time
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from bot.config.section import Language, Section, Whole, ZoneName
from bot.domain.opening import Hours
from bot.domain.programme import CostPer, FilePolicy, Form, Model, Purpose
from bot.programmes.asked_afterwards import CheckInsTable
from bot.programmes.holiday_calendar import is_known

_HOURS = re.compile(r"\s*([01]\d|2[0-3]):([0-5]\d)\s*[-–]\s*([01]\d|2[0-4]):([0-5]\d)\s*")


def _hours(text: Any) -> Hours:
    found = _HOURS.fullmatch(text) if isinstance(text, str) else None
    if found is None or (found[3] == "24" and found[4] != "00"):
        raise ValueError('must be written from-to in quotes, such as "16:00-23:00"')
    return Hours(
        time(int(found[1]), int(found[2])),
        time(int(found[3]) % 24, int(found[4])),
    )


def _country(code: str) -> str:
    if code and not is_known(code):
        raise ValueError(
            'is not a country whose holidays are known; write two letters, such as "DK"'
        )
    return code


HoursText = Annotated[Hours, BeforeValidator(_hours)]
Country = Annotated[str, AfterValidator(_country)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
Said = Annotated[str, Field(min_length=1)]
Words = dict[Language, Said]


class QuestionsTable(Section):
    """The four questions that classify a programme."""

    giver_receiver: Words
    purpose: Words
    kind: Words
    where_when: Words


class HoursTable(Section):
    """Opening hours by weekday; a day that is left out is closed."""

    mon: tuple[HoursText, ...] = ()
    tue: tuple[HoursText, ...] = ()
    wed: tuple[HoursText, ...] = ()
    thu: tuple[HoursText, ...] = ()
    fri: tuple[HoursText, ...] = ()
    sat: tuple[HoursText, ...] = ()
    sun: tuple[HoursText, ...] = ()
    exceptions: dict[date, tuple[HoursText, ...]] = Field(default_factory=dict)
    on_holidays: tuple[HoursText, ...] | None = None

    @property
    def weekly(self) -> tuple[tuple[Hours, ...], ...]:
        """The seven days, Monday first."""
        return (self.mon, self.tue, self.wed, self.thu, self.fri, self.sat, self.sun)

    @model_validator(mode="after")
    def _opens_at_all(self) -> Self:
        if not any(self.weekly) and not any(self.exceptions.values()):
            raise ValueError('never opens; add hours, such as mon = ["16:00-23:00"]')
        return self


class LimitsTable(Section):
    """How long a contact lasts and how many a receiver may have."""

    session_minutes: Whole = Field(default=45, ge=10, le=240)
    gap_minutes: Whole = Field(default=15, ge=0, le=240)
    notice_minutes: Whole = Field(default=10, ge=1, le=60)
    extension_minutes: Whole = Field(default=15, ge=0, le=120)
    receiver_contacts_a_day: Whole = Field(default=3, ge=1, le=24)

    @model_validator(mode="after")
    def _notice_within(self) -> Self:
        if self.notice_minutes >= self.session_minutes:
            raise ValueError("has notice_minutes as long as the session; make it shorter")
        return self


class VolunteersTable(Section):
    """What is never asked of a volunteer."""

    contacts_a_day: Whole = Field(default=2, ge=1, le=12)
    duty_hours: Whole = Field(default=3, ge=1, le=12)
    week_hours: Whole = Field(default=12, ge=1, le=37)
    rest_minutes: Whole = Field(default=15, ge=0, le=24 * 60)
    heavy_rest_hours: Whole = Field(default=24, ge=0, le=14 * 24)
    asks_a_day: Whole = Field(default=6, ge=1, le=50)
    quiet_hours: HoursText | None = None


class RoutingTable(Section):
    """How volunteers are asked, and what the receiver hears meanwhile."""

    wave_size: Whole = Field(default=3, ge=1, le=25)
    wave_minutes: Whole = Field(default=3, ge=1, le=15)
    widen_after_waves: Whole = Field(default=2, ge=0, le=20)
    offer_minutes: Whole = Field(default=15, ge=3, le=15)
    alarm_minutes: Whole = Field(default=5, ge=1, le=120)
    other_doors_minutes: Whole = Field(default=10, ge=1, le=120)
    give_up_minutes: Whole = Field(default=30, ge=2, le=240)
    sign_of_life_minutes: Whole = Field(default=2, ge=2, le=30)
    first_word_minutes: Whole = Field(default=5, ge=1, le=30)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.alarm_minutes <= self.other_doors_minutes <= self.give_up_minutes:
            raise ValueError(
                "must have alarm_minutes, other_doors_minutes and give_up_minutes in rising order"
            )
        if self.wave_minutes >= self.give_up_minutes:
            raise ValueError("gives up before the second wave; make give_up_minutes longer")
        return self


class BookingTable(Section):
    """Appointments: how soon, how far ahead, and how volunteers are asked."""

    soonest_minutes: Whole = Field(default=120, ge=15, le=7 * 24 * 60)
    furthest_days: Whole = Field(default=90, ge=1, le=366)
    longest_minutes: Whole = Field(default=60, ge=15, le=240)
    at_once: Whole = Field(default=4, ge=1, le=60)
    wave_minutes: Whole = Field(default=120, ge=5, le=24 * 60)
    offer_hours: Whole = Field(default=12, ge=1, le=72)
    decide_minutes: Whole = Field(default=60, ge=5, le=24 * 60)
    alarm_minutes: Whole = Field(default=180, ge=5, le=48 * 60)

    @model_validator(mode="after")
    def _time_to_ask(self) -> Self:
        if self.soonest_minutes <= self.decide_minutes:
            raise ValueError("leaves no time to ask; make soonest_minutes more than decide_minutes")
        return self


class CallBackTable(Section):
    """Receivers who would rather be asked later than wait."""

    days: Whole = Field(default=7, ge=1, le=31)
    asks: Whole = Field(default=3, ge=1, le=10)
    answer_minutes: Whole = Field(default=10, ge=3, le=60)
    again_minutes: Whole = Field(default=30, ge=5, le=24 * 60)


class CostTable(Section):
    """What the programme costs, for `costs`."""

    kr: Whole = Field(ge=0)
    per: CostPer
    source: Said


class ProgrammeFile(Section):
    """A whole programme."""

    name: Name
    title: Words
    model: Model
    purposes: tuple[Purpose, ...] = Field(min_length=1)
    forms: tuple[Form, ...] = Field(min_length=1)
    languages: tuple[Language, ...] = Field(min_length=1)
    minimum_age: Whole = Field(default=18, ge=13, le=99)
    time_zone: ZoneName = "Europe/Copenhagen"
    holidays: Country = ""
    files: FilePolicy = FilePolicy.IMAGES
    staffing: Whole = Field(default=0, ge=0, le=50)
    onboarding: tuple[Name, ...] = ()
    questions: QuestionsTable
    hours: HoursTable
    limits: LimitsTable = LimitsTable()
    volunteers: VolunteersTable = VolunteersTable()
    routing: RoutingTable = RoutingTable()
    booking: BookingTable = BookingTable()
    call_back: CallBackTable = CallBackTable()
    check_ins: CheckInsTable = CheckInsTable()
    topics: dict[Name, Words] = Field(min_length=1)
    role: Words = Field(default_factory=dict)
    texts: dict[Language, dict[str, Said]] = Field(default_factory=dict)
    cost: CostTable | None = None
