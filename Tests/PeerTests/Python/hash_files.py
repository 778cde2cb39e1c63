"""Prints the ETags, by Python's hashlib, of all files below a directory, as a JSON object by path.

usage: hash_files.py DIRECTORY PART_SIZE
Files of PART_SIZE bytes and more count as uploaded in parts of PART_SIZE.
"""

import hashlib
import json
import pathlib
import sys

root, part_size = pathlib.Path(sys.argv[1]), int(sys.argv[2])


def etag(content):
    if len(content) < part_size:
        return hashlib.md5(content).hexdigest()
    parts = [content[start : start + part_size] for start in range(0, len(content), part_size)]
    digests = b"".join(hashlib.md5(part).digest() for part in parts)
    return f"{hashlib.md5(digests).hexdigest()}-{len(parts)}"


files = (path for path in root.rglob("*") if path.is_file())
print(json.dumps({str(path.relative_to(root)): etag(path.read_bytes()) for path in files}))
