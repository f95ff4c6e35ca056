"""What happens in stories of gatherings before the story itself."""

from bot.config import Config
from bot.rehearsal.townsfolk import Townsperson
from tests.stories.several_platforms import PAGE, BroadTown

SERVER = Config.model_validate(
    {"platforms": {"discord": {"server": "123456789012345678"}, "web": PAGE}}
)


async def plans(
    karen: Townsperson,
    name: str = "Coffee on Thursday",
    when: str = "Thursday at 15, two hours",
    place: str = "Huset, Vestergade 1",
    how: str = "gathering-shown",
) -> str:
    """A coordinator plans an open gathering; its code."""
    await karen.says("new gathering")
    for answer in (name, when, place):
        await karen.says(answer)
    await karen.presses(how)
    assert karen.last().letter.mark.text_id == "gathering-planned"
    return karen.last().text.split("planned: ")[1][:6]


def shown_there(town: BroadTown) -> dict[str, str]:
    """What stands on the server's board: by name, where."""
    return {one.name: one.where for one in town.others["discord"].events.values()}
