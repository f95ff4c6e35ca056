"""A page that never read what it was shown kept its connection, and what waited for it, for ever."""

from bot.platforms.web.attention import Line, Patience


class _Wire:
    def __init__(self) -> None:
        self.aborted = False

    def abort(self) -> None:
        self.aborted = True


async def test_a_line_is_cut_though_the_server_has_let_go_of_its_transport():
    line = Line.__new__(Line)
    wire = _Wire()
    line._wire = wire  # type: ignore[assignment]
    line.transport = None  # aiohttp has asked it to close, which waits for the reader

    line.abort()

    assert wire.aborted
    assert Patience().show < Patience().answer
