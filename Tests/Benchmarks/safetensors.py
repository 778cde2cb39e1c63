"""The beginnings of weights: what is looked into has to be what its name says."""

import json
import struct

#: The length of a header in bytes: white space stands behind its JSON.
HEADER = 120


def header(size):
    """The first bytes of a safetensors file of `size` bytes, with one tensor of bytes that fills it."""
    count = size - 8 - HEADER
    text = json.dumps({"weight": {"dtype": "U8", "shape": [count], "data_offsets": [0, count]}}).encode()
    return struct.pack("<Q", HEADER) + text.ljust(HEADER)
