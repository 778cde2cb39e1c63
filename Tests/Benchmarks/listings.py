"""Listings of ten million keys to measure `optml check --listing` with, and what Python needs for the same question.

    python3 Tests/Benchmarks/listings.py keys FILE [COUNT]        plain keys in byte order, as S3 lists them
    python3 Tests/Benchmarks/listings.py shuffled FILE [COUNT]    the same keys in another order
    python3 Tests/Benchmarks/listings.py json FILE [COUNT]        the same keys as `aws s3api list-objects-v2` prints them
    python3 Tests/Benchmarks/listings.py peer-keys FILE           what a script that keeps the paths in sets finds
    python3 Tests/Benchmarks/listings.py peer-json FILE           the same with `json.load`

All keys lie below `p/` (`--s3-uri s3://b/p/`). Three quarters are in directories of 100,000 names and one quarter in
directories of 1,000; each directory has a README.md besides. Planted are three paths that are file and directory, two bad
names and one folder marker.
"""

import collections
import hashlib
import json
import random
import sys
import time

COUNT = 10_000_000
SEED = 20261122
PREFIX = "p/"

LARGE, SMALL = 100_000, 1_000
PLANTED = 3 + 2 + 1


def _directories(count):
    """Yields (directory, number of names), in byte order, with about `count` names in all."""
    large = count * 3 // 4 // LARGE
    for number in range(large):
        yield f"p/checkpoints/step-{number:07d}/shards", LARGE
    rest = count - large * LARGE
    for number in range(-(-rest // SMALL)):
        yield f"p/exports/language-{number:07d}/vocabulary", min(SMALL, rest - number * SMALL)


def _keys(count):
    """Yields lists of keys, in byte order over all lists; `count` keys in all."""
    directories = list(_directories(count - PLANTED))
    clashing = {0, len(directories) // 2, len(directories) - 1}
    for index, (directory, names) in enumerate(directories):
        pattern = directory + "/weights-%08d-of-" + f"{names:08d}.bin"
        keys = [directory + "/README.md"]
        if index == len(directories) // 3:
            keys += [directory + "/a//b", directory + "/assets/"]
        if index == len(directories) // 4:
            keys += [directory + "/a/../b"]
        keys += [pattern % number for number in range(names - 1)]
        if index in clashing:
            # The last name becomes a directory as well; nothing comes between the two.
            keys.append(keys[-1] + "/part")
        yield keys


def make_sorted_keys(path, count=COUNT):
    """Writes the keys one a line, in byte order."""
    with open(path, "w", buffering=1 << 20) as file:
        for keys in _keys(count):
            file.write("\n".join(keys))
            file.write("\n")


def make_shuffled_keys(path, count=COUNT):
    """Writes the keys one a line, in an order that depends on nothing but SEED."""
    every = [key for keys in _keys(count) for key in keys]
    random.Random(SEED).shuffle(every)
    with open(path, "w", buffering=1 << 20) as file:
        for start in range(0, len(every), LARGE):
            file.write("\n".join(every[start : start + LARGE]))
            file.write("\n")


def make_list_objects_json(path, count=COUNT):
    """Writes the keys as the AWS CLI prints all pages of `list-objects-v2` together, in byte order."""
    write_list_objects_json(path, _keys(count))


def write_list_objects_json(path, lists):
    """Writes the keys of some lists as the AWS CLI prints all pages of `list-objects-v2` together."""
    etags = [hashlib.md5(str(number).encode()).hexdigest() for number in range(1024)]
    rows = [
        '",\n            "LastModified": "2026-11-%02dT08:%02d:43+00:00",\n            "ETag": "\\"%s\\"",\n'
        '            "Size": %d,\n            "StorageClass": "STANDARD"\n        }'
        % (1 + number % 28, number % 60, etag, 4_000_000 + 37 * number)
        for number, etag in enumerate(etags)
    ]
    opening = '        {\n            "Key": "'
    separator = '{\n    "Contents": [\n'
    with open(path, "w", encoding="utf-8", buffering=1 << 20) as file:
        for keys in lists:
            file.write(separator)
            file.write(",\n".join([opening + key + rows[index & 1023] for index, key in enumerate(keys)]))
            separator = ",\n"
        file.write('\n    ],\n    "RequestCharged": null,\n    "Prefix": "p/"\n}\n')


def _check(keys):
    """Counts what is wrong with the keys, by rule."""
    files, directories = set(), set()
    counts = collections.Counter()
    for key in keys:
        counts["objects"] += 1
        if not key.startswith(PREFIX):
            counts["key-outside-prefix"] += 1
            continue
        path = key[len(PREFIX) :]
        if not path:
            counts["prefix-marker"] += 1
            continue
        if path in files:
            counts["duplicate-path"] += 1
            continue
        components = path.split("/")
        if components[-1] == "":
            counts["folder-marker"] += 1
            components.pop()
        else:
            files.add(path)
        for component in components:
            if component == "" or component.isspace():
                counts["empty-name"] += 1
            elif component == "." or component == "..":
                counts["dot-name"] += 1
        directory = path.rpartition("/")[0]
        while directory and directory not in directories:
            directories.add(directory)
            directory = directory.rpartition("/")[0]
    counts["name-clash"] = len(files & directories)
    return counts


def peer_keys(path):
    """Checks a listing of plain keys."""
    with open(path, encoding="utf-8", errors="surrogateescape", newline="\n") as file:
        return _check(line.rstrip("\n") for line in file)


def peer_json(path):
    """Checks a listing of `list-objects-v2`."""
    with open(path, encoding="utf-8") as file:
        listing = json.load(file)
    return _check(item["Key"] for item in listing["Contents"])


def main():
    commands = {
        "keys": make_sorted_keys,
        "shuffled": make_shuffled_keys,
        "json": make_list_objects_json,
        "peer-keys": peer_keys,
        "peer-json": peer_json,
    }
    if len(sys.argv) not in (3, 4) or sys.argv[1] not in commands:
        sys.exit(__doc__)
    start = time.perf_counter()
    result = commands[sys.argv[1]](sys.argv[2], *map(int, sys.argv[3:]))
    if result is not None:
        print(dict(result))
    print(f"{time.perf_counter() - start:.2f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
