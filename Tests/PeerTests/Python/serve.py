"""Serves S3 and SageMaker by moto on a port of 127.0.0.1 that the system picks, until standard input ends.

Prints the port as soon as connections are taken. Whoever started this holds the other end of standard input, so that
the server ends with its owner, however that ends.
"""

import logging
import os
import sys
import threading

from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

logging.getLogger("werkzeug").setLevel(logging.ERROR)
server = make_server("127.0.0.1", 0, DomainDispatcherApplication(create_backend_app), threaded=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.port, flush=True)
sys.stdin.buffer.read()
os._exit(0)
