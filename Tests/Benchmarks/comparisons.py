"""Two listings of ten million objects that differ in a few of a thousand, and what Python needs to compare them.

    python3 Tests/Benchmarks/comparisons.py old FILE [COUNT]            a listing as `aws s3api list-objects-v2` prints it, in byte order
    python3 Tests/Benchmarks/comparisons.py new FILE [COUNT]            another one: objects changed, removed, added, moved
    python3 Tests/Benchmarks/comparisons.py old-shuffled FILE [COUNT]   the same in another order; and `new-shuffled`
    python3 Tests/Benchmarks/comparisons.py manifest FILE [COUNT]       the old one as a manifest CSV; and `manifest-shuffled`
    python3 Tests/Benchmarks/comparisons.py peer OLD NEW                a script with two dictionaries; OLD may be a manifest

All keys lie below `p/` (`--s3-uri s3://bucket/p/`).
"""

import csv
import json
import random
import sys

COUNT = 10_000_000
SEED = 20261130
PER_DIRECTORY = 1000


def _objects(count):
    """Yields the number, the key and the size of each object, in byte order."""
    for number in range(count):
        directory, file = divmod(number, PER_DIRECTORY)
        yield number, f"p/checkpoints/run-{directory:06d}/shards/part-{file:05d}.bin", 1000 + number % 77


def _tag(number):
    return f"{(number * 0x9E3779B97F4A7C15F39CC0605CEDC835 + 1) % (1 << 128):032x}"


def old(count):
    """Yields the key, ETag and size of each object."""
    for number, key, size in _objects(count):
        yield key, _tag(number), size


def new(count):
    """Yields the same where something was changed, removed, added or moved."""
    for number, key, size in _objects(count):
        if number % 1009 == 7:
            continue
        if number % 2003 == 9:
            yield key + ".moved", _tag(number), size
            continue
        yield key, _tag(number + (1 << 70) if number % 997 == 3 else number), size
        if number % 1013 == 5:
            yield key + ".added", _tag(number + (1 << 80)), size


def _write_listing(path, objects):
    with open(path, "w", buffering=1 << 20) as file:
        file.write('{\n    "Contents": [')
        separator = "\n"
        for key, tag, size in objects:
            file.write(f'{separator}        {{\n            "Key": "{key}",\n            "LastModified": "2026-11-01T00:00:00+00:00",\n'
                       f'            "ETag": "\\"{tag}\\"",\n            "Size": {size},\n            "StorageClass": "STANDARD"\n        }}')
            separator = ",\n"
        file.write("\n    ]\n}\n")


def _write_manifest(path, objects):
    with open(path, "w", buffering=1 << 20) as file:
        file.write("s3_uri,path,etag,size,part_size\n")
        for key, tag, size in objects:
            file.write(f"s3://bucket/{key},{key[2:]},{tag},{size},unknown\n")


def _shuffled(objects):
    every = list(objects)
    random.Random(SEED).shuffle(every)
    return every


def make(kind, path, count=COUNT):
    """Writes the data of a kind."""
    name, _, order = kind.partition("-")
    objects = (new if name == "new" else old)(count)
    if order:
        objects = _shuffled(objects)
    (_write_manifest if name == "manifest" else _write_listing)(path, objects)


def _read(path):
    if path.endswith(".csv"):
        with open(path, newline="", encoding="utf-8") as file:
            return {row[0][12:]: (row[2], int(row[3])) for row in list(csv.reader(file))[1:]}
    with open(path, encoding="utf-8") as file:
        return {one["Key"]: (one["ETag"].strip('"'), one["Size"]) for one in json.load(file)["Contents"]}


def compare(first, second):
    """Counts what is the same, changed, removed and added."""
    before, after = _read(first), _read(second)
    same = sum(1 for key, value in before.items() if after.get(key) == value)
    removed = sorted(key for key in before if key not in after)
    added = sorted(key for key in after if key not in before)
    changed = sorted(key for key, value in before.items() if key in after and after[key] != value)
    for sign, keys in ("~", changed), ("-", removed), ("+", added):
        for key in keys:
            print(sign, key)
    print(same, len(changed), len(removed), len(added))


if __name__ == "__main__":
    if sys.argv[1] == "peer":
        compare(sys.argv[2], sys.argv[3])
    else:
        make(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
