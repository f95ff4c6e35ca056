"""What can be wrong with a text. Neither error carries what somebody wrote."""

from collections.abc import Sequence


class TextFault(Exception):
    """A text cannot be said as asked: it or an argument is missing, or it is not well formed."""

    def __init__(self, text_id: str, why: str) -> None:
        super().__init__(f"{text_id}: {why}")
        self.text_id = text_id


class TextProblems(Exception):
    """The texts, or a programme's own wording of them, cannot be used; one sentence each."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)
