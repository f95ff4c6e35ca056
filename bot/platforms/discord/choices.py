"""Choices as buttons or menus. What they carry is a key and a choice, so they outlive any restart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import discord
from discord import ui

from bot.platforms.discord import forms
from bot.platforms.discord.wording import printable
from bot.platforms.platform import Message, ShownChoice

MOST_BUTTONS = 10  # more are easier to find in a menu
IN_A_MENU = 25
MENUS = 5
LONGEST_KEY = 100  # characters of a custom_id
LONGEST_LABEL = 80  # of a button
LONGEST_OPTION = 100  # of a line in a menu
WRITE = "write"  # the button under a question that can only be answered in words
CHAT = "chat"  # the button in a server's channel that opens a private chat
_CHOSEN, _MENU = "c", "m"


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody chose."""

    question: str = field(repr=False)
    choice: str


def view_of(letter: Message) -> ui.View | None:
    """The buttons or menus under a letter; None if it has no choices, or some would not fit."""
    choices = letter.choices
    if not choices or not _fit(letter.question, choices):
        return None
    view = ui.View(timeout=None)
    if len(choices) <= MOST_BUTTONS:
        for choice in choices:
            view.add_item(_button(letter.question, choice))
    else:
        for n, some in enumerate(_in_pieces(choices)):
            view.add_item(_menu(letter.question, n, some))
    if letter.form is not None and len(choices) <= IN_A_MENU:
        all_at_once = forms.button(letter.form, letter.question)
        if len(all_at_once.custom_id or "") <= LONGEST_KEY:
            view.add_item(all_at_once)
    view.stop()  # what is pressed comes to us as it is, and nothing is kept in memory for it
    return view


def writing(label: str) -> ui.View:
    """One button that opens a field to write in."""
    return _single(label, WRITE)


def opening(label: str) -> ui.View:
    """One button that opens a private chat."""
    return _single(label, CHAT)


def chosen(key: str, values: Sequence[str]) -> Choice | None:
    """What a press on the component with this key means, if it is one of ours."""
    sort, _, rest = key.partition(":")
    if sort == _CHOSEN:
        question, colon, choice = rest.rpartition(":")
        return Choice(question, choice) if colon else None
    if sort == _MENU and len(values) == 1:
        return Choice(rest.rpartition(":")[0], values[0])
    return None


def asked_by(components: Iterable[Mapping[str, Any]]) -> str | None:
    """The question that a message's components (as Discord tells them) belong to, if it is ours."""
    for component in components:
        if found := asked_by(component.get("components") or ()):
            return found
        sort, _, rest = str(component.get("custom_id", "")).partition(":")
        if sort in (_CHOSEN, _MENU):
            return rest.rpartition(":")[0]
    return None


def _fit(question: str, choices: Sequence[ShownChoice]) -> bool:
    longest = max(len(choice.id) for choice in choices)
    menu = len(choices) > MOST_BUTTONS
    key = len(f"{_CHOSEN}:{question}:") + (3 if menu else longest)
    return key <= LONGEST_KEY and longest <= LONGEST_KEY and len(choices) <= IN_A_MENU * MENUS


def _button(question: str, choice: ShownChoice) -> ui.Button[ui.View]:
    return ui.Button(
        label=_label(choice, LONGEST_LABEL),
        style=discord.ButtonStyle.secondary,  # which is better is for them to say, not for a colour
        custom_id=f"{_CHOSEN}:{question}:{choice.id}",
    )


def _menu(question: str, number: int, choices: Sequence[ShownChoice]) -> ui.Select[ui.View]:
    options = [
        discord.SelectOption(label=_label(choice, LONGEST_OPTION), value=choice.id)
        for choice in choices
    ]
    numbers = f"{choices[0].number}–{choices[-1].number}"
    return ui.Select(custom_id=f"{_MENU}:{question}:{number}", options=options, placeholder=numbers)


def _label(choice: ShownChoice, most: int) -> str:
    label = f"{choice.number} · {printable(choice.label)}"
    return label if len(label) <= most else label[: most - 1] + "…"


def _in_pieces(choices: Sequence[ShownChoice]) -> list[Sequence[ShownChoice]]:
    return [choices[at : at + IN_A_MENU] for at in range(0, len(choices), IN_A_MENU)]


def _single(label: str, key: str) -> ui.View:
    view = ui.View(timeout=None)
    view.add_item(
        ui.Button(label=label[:LONGEST_LABEL], style=discord.ButtonStyle.primary, custom_id=key)
    )
    view.stop()
    return view
