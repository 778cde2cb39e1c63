"""Where the command is that came with this package."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from typing import Iterator

from .errors import OptmlError

#: Names another executable than that of the package.
VARIABLE = "OPTML_EXECUTABLE"


def _places() -> Iterator[str]:
    """The folders that installers put scripts into."""
    yield sysconfig.get_path("scripts")
    # Of ``pip install --user``.
    yield sysconfig.get_path("scripts", f"{os.name}_user")
    # Of ``pip install --target`` and ``--prefix``: beside the package, or above lib/python3.N/site-packages.
    packages = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    yield os.path.join(packages, "bin")
    yield os.path.normpath(os.path.join(packages, "..", "..", "..", "bin"))
    # Of the Python that a virtual environment sees the packages of.
    yield sysconfig.get_path("scripts", vars={"base": sys.base_prefix})


def executable() -> str:
    """The path of ``optml``.

    :raises OptmlError: with status 2 if it is not there.
    """
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return chosen
    places = list(dict.fromkeys(_places()))
    for place in places:
        path = os.path.join(place, "optml")
        if os.path.isfile(path) and os.access(path, os.X_OK):
            return path
    raise OptmlError(
        2,
        f"there is no optml in {', '.join(places)}; install it with: pip install --force-reinstall optml-cli,"
        f" or name one in {VARIABLE}",
    )


def version() -> str:
    """The version of the command."""
    return subprocess.run([executable(), "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
