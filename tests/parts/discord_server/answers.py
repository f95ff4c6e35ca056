"""How Discord says no."""

from typing import Any


class Refused(Exception):
    """An answer with an error in it."""

    def __init__(self, status: int, code: int, message: str, **more: Any) -> None:
        super().__init__(f"{status} {code} {message}")
        self.status = status
        self.body = {"code": code, "message": message, **more}


def invalid(field: str, says: str) -> Refused:
    """A field is not as it must be."""
    errors = {field: {"_errors": [{"code": "BASE_TYPE_BAD_LENGTH", "message": says}]}}
    return Refused(400, 50035, "Invalid Form Body", errors=errors)
