"""Forms as Discord's modals, opened by a button that carries all it takes: it outlives any restart."""

from typing import Any

import discord
from discord import ui

from bot.platforms.discord.wording import printable
from bot.platforms.platform import Form, FormField, FormOffer

LONGEST_TITLE = 45  # of a modal, and of a field's label (documentation of August 2026)
LONGEST_ABOUT = 100
LONGEST_OPTION = 100
LONGEST_WRITTEN = 4000
ONE_LINE = 200  # characters; what may be longer gets a field of several lines
_OFFERED, _FILLED = "f", "filled"


def button(offer: FormOffer, question: str) -> ui.Button[ui.View]:
    """The button that opens it."""
    return ui.Button(
        label=printable(offer.label),
        style=discord.ButtonStyle.primary,
        custom_id=f"{_OFFERED}:{question}:{offer.key}",
    )


def offered_by(key: str) -> tuple[str, str] | None:
    """The form, by its key, and the question that a button with this key opens."""
    sort, _, rest = key.partition(":")
    question, colon, form = rest.partition(":")
    return (form, question) if sort == _OFFERED and colon else None


def modal(form: Form, question: str) -> ui.Modal:
    """What is shown to be filled in."""
    shown = ui.Modal(
        title=form.title[:LONGEST_TITLE], custom_id=f"{_FILLED}:{question}", timeout=None
    )
    for one in form.fields:
        shown.add_item(_labelled(one))
    return shown


def answered(key: str) -> str | None:
    """The question that a form with this key answers, if it is one of these."""
    sort, _, question = key.partition(":")
    return question if sort == _FILLED and question else None


def values_of(components: Any) -> dict[str, str]:
    """What was filled in, by the fields' names; of several choices all, with commas."""
    found: dict[str, str] = {}
    for component in components:
        for one in component.get("components") or [component.get("component")]:
            if not one:
                continue
            chosen = one.get("values")
            value = ",".join(map(str, chosen)) if chosen is not None else one.get("value")
            if isinstance(value, str):
                found[str(one.get("custom_id"))] = value
    return found


def _labelled(one: FormField) -> ui.Label[ui.Modal]:
    about = one.about[:LONGEST_ABOUT] or None
    return ui.Label(text=one.label[:LONGEST_TITLE], description=about, component=_field(one))


def _field(one: FormField) -> ui.Select[ui.Modal] | ui.TextInput[ui.Modal]:
    if one.choices:
        options = [
            discord.SelectOption(label=printable(c.label)[:LONGEST_OPTION], value=c.id)
            for c in one.choices
        ]
        return ui.Select(
            custom_id=one.name,
            options=options,
            required=not one.optional,
            min_values=0 if one.optional else 1,
            max_values=len(options) if one.many else 1,
        )
    long = one.longest > ONE_LINE
    return ui.TextInput(
        custom_id=one.name,
        style=discord.TextStyle.paragraph if long else discord.TextStyle.short,
        required=not one.optional,
        max_length=min(one.longest, LONGEST_WRITTEN),
    )
