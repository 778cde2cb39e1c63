"""Runs programs of Python in copies of one interpreter, which has imported once what most of them import.

Tests run hundreds, and what they do takes a moment, where to import the AWS CLI takes a second. Prints its port on 127.0.0.1, and
ends with its standard input. Who connects sends a line of JSON: `program`, the path of a script; its `arguments` and `environment`;
`input`, `output` and `errors`, the paths of the files that are these for it. The answer is how it ended, as waitpid tells it.
"""

import gc
import json
import os
import runpy
import selectors
import signal
import socket
import sys
import time

before = dict(os.environ)

# What is only imported for the copies.
import awscli.clidriver  # noqa: F401
import awscli.handlers  # noqa: F401
import boto3  # noqa: F401
import jsonschema  # noqa: F401

# As AWS_DATA_PATH by the AWS CLI.
set_by_imports = {name: value for name, value in os.environ.items() if before.get(name) != value}


def serve():
    """Takes connections; returns in a copy, with what it has to run."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=128)
    print(listener.getsockname()[1], flush=True)
    # Nobody waits for those that answer.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with selectors.DefaultSelector() as selector:
        selector.register(listener, selectors.EVENT_READ)
        selector.register(sys.stdin.fileno(), selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                if key.fileobj is not listener:
                    os._exit(0)
                connection, _ = listener.accept()
                if os.fork() == 0:
                    selector.close()
                    listener.close()
                    return answer(connection)
                connection.close()


def answer(connection):
    """Answers when the copy that it makes has ended; returns in that copy, with what it has to run."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    request = json.loads(connection.makefile("rb").readline())
    copy = os.fork()
    if copy == 0:
        connection.close()
        return request
    status = os.waitpid(copy, 0)[1]
    connection.sendall(b"%d" % status)
    os._exit(0)


def become(request):
    """Makes of this process what a new one would be."""
    for descriptor, (name, flags) in enumerate(
        [("input", os.O_RDONLY), ("output", os.O_WRONLY | os.O_CREAT), ("errors", os.O_WRONLY | os.O_CREAT)]
    ):
        opened = os.open(request[name], flags, 0o666)
        os.dup2(opened, descriptor)
        os.close(opened)
    os.environ.clear()
    os.environ.update(set_by_imports | request["environment"])
    time.tzset()
    sys.argv = [request["program"], *request["arguments"]]
    sys.path[0] = os.path.dirname(request["program"])


# Collections would write to memory that all copies share.
gc.collect()
gc.freeze()
request = serve()
become(request)
runpy.run_path(request["program"], run_name="__main__")
