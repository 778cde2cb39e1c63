"""``python -m optml_cli`` is ``optml``."""

import os
import sys

from .errors import OptmlError
from .executable import executable


def main() -> None:
    """Becomes the command, with the arguments of this process."""
    try:
        path = executable()
    except OptmlError as error:
        sys.exit(f"optml_cli: {error}")
    os.execv(path, ["optml", *sys.argv[1:]])


if __name__ == "__main__":
    main()
