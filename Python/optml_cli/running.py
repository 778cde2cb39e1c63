"""Runs the command."""

from __future__ import annotations

import json
import subprocess
from typing import Any, Iterable, NamedTuple, Optional

from .errors import OptmlError
from .executable import executable


class Result(NamedTuple):
    """What a run left."""

    status: int
    output: bytes
    message: str


def run(arguments: Iterable[str], stdin: Optional[bytes] = None, accepted: Iterable[int] = (0,)) -> Result:
    """Runs the command with arguments.

    :param stdin: what it reads on standard input; nothing by default.
    :param accepted: the statuses that are no errors.
    :raises OptmlError: if it ends with another status, or cannot be started.
    """
    command = [executable(), *arguments]
    try:
        if stdin is None:
            process = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        else:
            process = subprocess.run(command, input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    except OSError as error:
        raise OptmlError(2, str(error), command[1:]) from error
    message = process.stderr.decode("utf-8", "replace").strip()
    if process.returncode not in accepted:
        raise OptmlError(process.returncode, message or f"optml ended with status {process.returncode}", command[1:])
    return Result(process.returncode, process.stdout, message)


def read_json(result: Result, arguments: Iterable[str]) -> dict[str, Any]:
    """The JSON object that a run printed.

    :raises OptmlError: if there is none, as when standard output was full.
    """
    try:
        value = json.loads(result.output)
    except ValueError as error:
        raise OptmlError(result.status or 2, result.message or f"optml printed no JSON: {error}", list(arguments)) from error
    if not isinstance(value, dict):
        raise OptmlError(2, "optml printed JSON that is no object", list(arguments))
    return value
