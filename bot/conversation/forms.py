"""A dialogue as one form, for platforms that have forms. What is left out of it is asked as ever.

Which form it is stands in a key: the language, the dialogue and its version, and the steps that are
still to be answered, by number. So a form can be shown at once, also after a restart, and asks
nothing that was answered before.
"""

from collections.abc import Mapping
from typing import Any

from bot.conversation.desk import Desk
from bot.conversation.dialogue import Dialogue, Progress, Step
from bot.domain.programme import Programme
from bot.platforms.platform import Form, FormField, FormOffer, ShownChoice
from bot.texts.catalogue import Catalogue
from bot.texts.shapes import LANGUAGES

FIELDS = 5  # the most that a form may have, on the platform with the smallest
WORTH_A_FORM = 2  # fields; a single question is quicker answered where it stands
_BETWEEN, _LISTED = ".", "-"


def key_of(dialogue: Dialogue[Any], progress: Progress) -> str:
    """The key of the form for what is still to be answered, without its language; "" if there is none."""
    if not dialogue.formed:
        return ""
    so_far = dialogue.answers.model_validate(progress.answers)
    open_ones = [
        str(number)
        for number, step in enumerate(dialogue.steps)
        if step.name not in progress.answers and step.only_if(so_far)
    ]
    if len(open_ones) < WORTH_A_FORM:
        return ""
    return _BETWEEN.join((dialogue.name, str(dialogue.version), _LISTED.join(open_ones[:FIELDS])))


def offer(key: str, language: str, zone: str, catalogue: Catalogue) -> FormOffer | None:
    """What offers the form with this key to somebody; None without one."""
    if not key:
        return None
    label = catalogue.render("form-open", {}, language, zone).text
    return FormOffer(key=f"{language}{_BETWEEN}{key}", label=label)


def form(desk: Desk, platform: str, key: str) -> Form | None:
    """The form with this key, for somebody on that platform; None if there is none any more."""
    parts = key.split(_BETWEEN)
    if len(parts) != 4:
        return None
    language, name, version, numbers = parts
    dialogue = desk.dialogues.get(name)
    if dialogue is None or not dialogue.formed or str(dialogue.version) != version:
        return None
    wanted = numbers.split(_LISTED)
    steps = [step for number, step in enumerate(dialogue.steps) if str(number) in wanted]
    if language not in LANGUAGES or len(steps) != len(wanted):
        return None
    said = desk.catalogue.render(f"form-{dialogue.name}", {}, language, desk.main.time_zone)
    return Form(
        title=said.text, fields=tuple(_field(step, desk, platform, language) for step in steps)
    )


def labels(
    step: Step[Any], programme: Programme, catalogue: Catalogue, language: str
) -> Mapping[str, str]:
    """What a programme offers at a step, by choice; empty where it is not the programme that says."""
    match step.offered:
        case "topics":
            return {t.id: programme.topic_label(t.id, language) for t in programme.topics}
        case "languages":
            return {code: catalogue.label(code, language) for code in programme.languages}
        case "forms" | "forms-now":
            offered = programme.forms if step.offered == "forms" else programme.forms_now
            return {one: catalogue.label(one, language) for one in offered}
        case _:
            return {}


def _field(step: Step[Any], desk: Desk, platform: str, language: str) -> FormField:
    args, zone = {"platform": platform}, desk.main.time_zone
    said = desk.catalogue.render(f"field-{step.name}", args, language, zone).text
    label, _, about = said.partition("\n")
    offered = labels(step, desk.main, desk.catalogue, language)
    ids = step.choices or tuple(offered)
    choices = tuple(
        ShownChoice(id=id, number=n, label=offered.get(id) or desk.catalogue.label(id, language))
        for n, id in enumerate(ids, 1)
    )
    return FormField(
        name=step.name,
        label=label,
        about=about,
        choices=choices,
        many=step.many,
        optional=step.optional,
        longest=step.longest,
    )
