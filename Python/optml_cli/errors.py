"""What goes wrong."""

from __future__ import annotations

from typing import Sequence


class OptmlError(Exception):
    """The command could not do what was asked.

    A report with findings is none: ``check``, ``check_request`` and ``verify`` return theirs, and its truth value is false.
    """

    def __init__(self, status: int, message: str, arguments: Sequence[str] = ()) -> None:
        super().__init__(message)
        #: The exit status: 1 if findings stopped it from writing, 2 if it could not finish, 64 for wrong usage, negative if a signal
        #: ended it.
        self.status = status
        #: What it said on standard error.
        self.message = message
        #: What it was run with.
        self.arguments = tuple(arguments)

    def __reduce__(self) -> tuple[type[OptmlError], tuple[int, str, tuple[str, ...]]]:
        return type(self), (self.status, self.message, self.arguments)
