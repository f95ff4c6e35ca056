"""One organised offer of peer support: who, why, how, where and when, and within which limits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum

from bot.domain.check_in.plan import CheckIns
from bot.domain.opening import OpeningHours

Labels = Mapping[str, str]  # language -> words


class Model(StrEnum):
    """How peer support is placed in an organisation (Korsbek & Petersen)."""

    CONVENTIONAL = "conventional"  # a staff function with lived experience
    SUPPLEMENTARY = "supplementary"  # one part of a joint effort with other professionals
    SEPARATE = "separate"  # all parts are given by peers


class Purpose(StrEnum):
    """What peer support can be for; a programme serves at least one."""

    TRAINING = "training"  # physical or mental
    PUBLIC_SERVICES = "public-services"  # finding one's way in them
    WELLBEING = "wellbeing"
    COPING = "coping"  # with illness or symptoms
    COMMUNITY = "community"  # attachment to the local community
    EDUCATION_OR_WORK = "education-or-work"
    EMPOWERMENT = "empowerment"  # by exchanging experience


class Form(StrEnum):
    """How two people are in touch."""

    CHAT = "chat"
    VOICE = "voice"
    IN_PERSON = "in-person"  # agreed for a time; nobody meets somebody at once


class CostPer(StrEnum):
    """What a cost is told for."""

    YEAR = "year"  # all of the programme
    VOLUNTEER = "volunteer"  # each of them, a year
    SESSION = "session"  # each contact


class FilePolicy(StrEnum):
    """Which files may pass from one to the other."""

    NONE = "none"
    IMAGES = "images"  # made anew, so that no metadata passes
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """The four questions that classify peer support (NESTA), answered in each language."""

    giver_receiver: Labels
    purpose: Labels
    kind: Labels
    where_when: Labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Something lived through that a receiver may want to talk about and a volunteer knows."""

    id: str
    labels: Labels


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLimits:
    """How long a contact lasts and how many a receiver may have. Source: practice of warmlines."""

    session_minutes: int = 45
    gap_minutes: int = 15  # between two contacts of one volunteer
    notice_minutes: int = 10  # before the end, a kind notice
    extension_minutes: int = 15  # one, by the volunteer
    receiver_contacts_a_day: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class VolunteerLimits:
    """What routing never asks of a volunteer. A volunteer's own caps may be below these."""

    contacts_a_day: int = 2
    duty_hours: int = 3  # in one go
    week_hours: int = 12  # in contact, over seven days
    rest_minutes: int = 15  # after a contact
    heavy_rest_hours: int = 24  # after one that was heavy
    asks_a_day: int = 6  # the alert budget
    quiet_from: time | None = None  # in the volunteer's own local time; both or neither
    quiet_to: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Routing:
    """How volunteers are asked, and what the receiver hears meanwhile. Minutes since the wish.

    Waves of three, three minutes apart, with offers that stay open: the measured middle way between
    asking one by one and waking everybody.
    """

    wave_size: int = 3
    wave_minutes: int = 3  # between one wave and the next
    widen_after_waves: int = 2  # then topics no longer have to fit
    offer_minutes: int = 15  # how long one offer stays open, 3 to 15
    alarm_minutes: int = 5  # a coordinator hears of it
    other_doors_minutes: int = 10  # the receiver is offered other doors
    give_up_minutes: int = 30
    sign_of_life_minutes: int = 2  # never more often than this
    first_word_minutes: int = 5  # a volunteer silent for longer has dropped the contact


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """Appointments: how soon, how far ahead, and how volunteers are asked. Ours, not found anywhere."""

    soonest_minutes: int = 120  # sooner than that, one talks now instead
    furthest_days: int = 90
    longest_minutes: int = 60
    at_once: int = 4  # appointments one receiver may have to come
    wave_minutes: int = 120  # between one wave of questions and the next
    offer_hours: int = 12  # how long one question stays open
    decide_minutes: int = 60  # so long before it, somebody has said yes or the receiver is told
    alarm_minutes: int = 180  # so long before that, coordinators hear that nobody has


@dataclass(frozen=True, slots=True, kw_only=True)
class CallBacks:
    """Receivers who would rather be asked later than wait."""

    days: int = 7  # then it ends, with a word
    asks: int = 3  # how often they are asked at most
    answer_minutes: int = 10  # how long one question waits for them
    again_minutes: int = 30  # between an unanswered question and the next


@dataclass(frozen=True, slots=True, kw_only=True)
class CostBasis:
    """What the programme costs: so many kr for each `per`. `source` says who found that."""

    kr: int
    per: CostPer
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """One organised offer of peer support, as its file describes it."""

    name: str
    titles: Labels
    model: Model
    questions: Questions
    purposes: tuple[Purpose, ...]
    forms: tuple[Form, ...]
    topics: tuple[Topic, ...]
    languages: tuple[str, ...]
    hours: OpeningHours
    holidays: str = ""  # the country whose public holidays are kept, by its two letters
    minimum_age: int = 18
    limits: ContactLimits = ContactLimits()
    volunteer_limits: VolunteerLimits = VolunteerLimits()
    routing: Routing = Routing()
    booking: Booking = Booking()
    call_back: CallBacks = CallBacks()
    check_ins: CheckIns = field(default_factory=CheckIns)
    staffing: int = 0  # coordinators are told when fewer mean to be there; 0: never
    onboarding: tuple[str, ...] = ()  # training steps between approved and active
    files: FilePolicy = FilePolicy.IMAGES
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # language -> id -> Fluent
    role: Labels = field(default_factory=dict)  # what is asked of a volunteer
    cost: CostBasis | None = None

    @property
    def time_zone(self) -> str:
        """The zone the programme's hours are told in."""
        return self.hours.zone

    @property
    def topic_ids(self) -> frozenset[str]:
        """The ids of all topics."""
        return frozenset(topic.id for topic in self.topics)

    @property
    def forms_now(self) -> tuple[Form, ...]:
        """How people can be in touch at once."""
        return tuple(form for form in self.forms if form is not Form.IN_PERSON)

    def spoken_with(self, language: str) -> str:
        """The language to speak with whoever speaks this one: it, or else the programme's first."""
        return language if language in self.languages else self.languages[0]

    def title(self, language: str) -> str:
        """What the programme is called; in its first language if it has no word in this one."""
        return self._said(self.titles, language) or self.name

    def topic_label(self, topic: str, language: str) -> str:
        """What a topic is called. An id the programme does not know any more is its own label."""
        for known in self.topics:
            if known.id == topic:
                return self._said(known.labels, language) or topic
        return topic

    def is_open(self, at: datetime) -> bool:
        """Whether it is open at `at` (aware)."""
        return self.hours.is_open(at)

    def next_opening(self, at: datetime) -> datetime | None:
        """`at` if it is open then, otherwise when it next opens (UTC); None if it never does."""
        return self.hours.next_opening(at)

    def _said(self, labels: Labels, language: str) -> str:
        return labels.get(language) or labels.get(self.languages[0], "")
