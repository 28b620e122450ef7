"""How work ends when it does not end well; the class decides what happens next."""

from unionops.platform.core.problems import Problem


class Transient(Problem):
    """May go well later: tried again after 5, 15 and 45 seconds."""

    def __init__(self, message: str, hint: str = "", code: str = "transient") -> None:
        super().__init__(code, message, hint)


class Permanent(Problem):
    """Will not go well by itself: shown with what a person can do."""

    def __init__(self, message: str, hint: str = "", code: str = "permanent") -> None:
        super().__init__(code, message, hint)


class Blocked(Problem):
    """A guard said no, such as a model that is not local."""

    def __init__(self, message: str, hint: str = "", code: str = "blocked") -> None:
        super().__init__(code, message, hint)


class LeaseLost(Exception):
    """Another worker has the job now; write nothing."""


class GoOn(Exception):
    """A piece is done and more remains: others have their turn, then the same job goes on."""
