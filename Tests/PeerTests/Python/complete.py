"""Types commands into a shell on a terminal, presses TAB behind each, and prints what then stands on the line, a JSON array of words each.

    complete.py bash|zsh|fish SCRIPT LINE...
"""

import json
import os
import pty
import select
import sys

SETUP = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}


def main() -> None:
    shell, script, lines = sys.argv[1], sys.argv[2], sys.argv[3:]
    source = f"source '{script}'"
    if shell == "zsh":
        source = f"fpath=('{os.path.dirname(script)}' $fpath); autoload -U compinit; compinit -D -u"
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="dumb", PS1="> ", HISTFILE="/dev/null", COLUMNS="500")
        os.execvp(SETUP[shell][0], SETUP[shell])
    seen = b""

    def wait(mark: bytes) -> bytes:
        """Reads to a mark, and returns what stood before it."""
        nonlocal seen
        while mark not in seen:
            if not select.select([terminal], [], [], 60)[0]:
                sys.exit(f"{shell} does not answer; it said: {seen.decode(errors='replace')}")
            seen += os.read(terminal, 65536)
        before, _, seen = seen.partition(mark)
        return before

    # The quotes keep the marks out of what the terminal echoes.
    os.write(terminal, f"{source}; printf '%s%s\\n' re ady\n".encode())
    wait(b"ready")
    for line in lines:
        # TAB completes; then the start of the line makes an argument list of it, and what runs prints that.
        os.write(terminal, line.encode() + b"\t\x05\x01" + b"printf '%s|' 'st''art' \x05 'en''d'\n")
        wait(b"start|")
        words = wait(b"|end|").decode().split("|")
        print(json.dumps(words))
    os.write(terminal, b"exit\n")


main()
