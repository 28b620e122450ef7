"""A clear refusal: what happened, where, and what to do about it."""

from typing import Any


class Problem(Exception):
    """`code` for programs, `message` (what and where) and `hint` (what to do) for people."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, str(message), str(hint)

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()

    def as_json(self) -> dict[str, Any]:
        return {"error": {"code": self.code, "message": self.message, "hint": self.hint}}
