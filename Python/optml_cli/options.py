"""How keywords become options of the command line.

========================================  =========================================
``s3_uri="s3://bucket/key"``              ``--s3-uri=s3://bucket/key``
``exclude_junk=True``                     ``--exclude-junk``
``exclude_junk=False``, ``=None``         nothing
``jobs=4``, ``listing=Path("keys")``      ``--jobs=4``, ``--listing=keys``
``ignore=["symlink", "case-clash"]``      ``--ignore=symlink --ignore=case-clash``
``env={"A": "1", "B": "2"}``              ``--env=A=1 --env=B=2``
========================================  =========================================
"""

from __future__ import annotations

import os
from typing import Iterable, Mapping, Sequence, Union

#: One value of an option.
Scalar = Union[str, int, "os.PathLike[str]"]
#: What an option may be given.
Option = Union[Scalar, None, Sequence[Scalar], Mapping[str, Scalar]]

#: These are for people and files; functions read the JSON instead.
_REFUSED = {"format", "report", "color", "no_progress", "quiet", "version", "help", "write_baseline"}


def arguments(options: Mapping[str, Option], refused: Iterable[str] = ()) -> list[str]:
    """The arguments for options.

    :raises TypeError: for an option that a function has no use for.
    """
    result: list[str] = []
    for name, value in options.items():
        if name in _REFUSED or name in refused:
            raise TypeError(f"{name}= is of the command line only")
        flag = "--" + name.replace("_", "-")
        if value is None or value is False:
            continue
        if value is True:
            result.append(flag)
        elif isinstance(value, Mapping):
            result += [f"{flag}={key}={os.fspath(item) if isinstance(item, os.PathLike) else item}" for key, item in value.items()]
        elif isinstance(value, (str, int, os.PathLike)):
            result.append(f"{flag}={_text(value)}")
        else:
            result += [f"{flag}={_text(item)}" for item in value]
    return result


def _text(value: Scalar) -> str:
    return os.fspath(value) if isinstance(value, os.PathLike) else str(value)
