"""Listings of a million keys in the shapes that buckets have, to see that no shape is slow.

    python3 Tests/Benchmarks/shapes.py SHAPE keys|shuffled|json FILE [COUNT]

All keys lie below `p/` (`--s3-uri s3://b/p/`), and the peers of `listings.py` answer the same question. What the shapes are is
said at each below; none of them depends on anything but COUNT.
"""

import random
import sys

import listings

COUNT = 1_000_000

ACCENTS = "éèüñåøçžßд"


def _numbered(files, name, directory="group-{:07d}"):
    """`files` names in each directory."""
    return lambda count: (f"{directory.format(i // files)}/{name.format(i % files)}" for i in range(count))


def _jobs(name):
    """What a training job leaves: one file in a directory in a directory of its own."""
    return lambda count: (f"job-2026-{i:08d}/output/{name}" for i in range(count))


def _runs(count):
    """MLflow: eight files in four directories of each run."""
    files = ["artifacts/MLmodel", "artifacts/model.pkl", "meta.yaml", "metrics/loss", "metrics/rmse", "params/alpha", "params/rate",
        "tags/mlflow.user"]
    return (f"mlruns/{i // 8000}/{i // 8:032x}/{files[i % 8]}" for i in range(count))


def _deep(count):
    """Twelve levels of directories, two in each."""
    return (
        "/".join(f"level-{level:02d}-{i >> (22 - 2 * level) & 3}" for level in range(11)) + f"/{i:08d}/model.bin"
        for i in range(count))


def _accents(count):
    """One letter beyond ASCII in each name."""
    return (f"group-{i // 100:07d}/mod{ACCENTS[i % 10]}le-{i % 100:05d}.bin" for i in range(count))


# A name, and what yields that many paths, each once.
SHAPES = {
    "1,000 files a directory": _numbered(1000, "weights-{:08d}-of-00001000.bin"),
    "100 files a directory": _numbered(100, "weights-{:08d}-of-00000100.bin"),
    "20 files a directory": _numbered(20, "weights-{:08d}.bin"),
    "5 files a directory": _numbered(5, "weights-{:08d}.bin"),
    "2 files a directory": _numbered(2, "weights-{:08d}.bin"),
    "1 file a directory": _jobs("model.bin"),
    "capitals": _numbered(100, "Weights-{:08d}.bin"),
    "capitals in directories": _numbered(5, "Weights-{:08d}.bin", "Group-{:07d}"),
    "letters beyond ASCII": _accents,
    "MLflow runs": _runs,
    "12 levels": _deep,
    "names of 200 bytes": _numbered(100, "n" * 188 + "{:08d}.bin"),
}

# A finding for each key (nested-archive).
ARCHIVES = {
    "an archive a directory": _jobs("model.tar.gz"),
    "100 archives a directory": _numbered(100, "model-{:08d}.tar.gz"),
}


def keys(shape, count=COUNT):
    """The keys of a shape in byte order."""
    return sorted(("p/" + path for path in {**SHAPES, **ARCHIVES}[shape](count)), key=lambda key: key.encode())


def make(path, shape, form, count=COUNT):
    """Writes a listing as `keys`, `shuffled` or `json`."""
    listed = keys(shape, count)
    if form == "json":
        return listings.write_list_objects_json(path, [listed])
    if form == "shuffled":
        random.Random(listings.SEED).shuffle(listed)
    with open(path, "w", encoding="utf-8", buffering=1 << 20) as file:
        file.write("\n".join(listed))
        file.write("\n")


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5) or sys.argv[1] not in {**SHAPES, **ARCHIVES}:
        sys.exit(__doc__)
    make(sys.argv[3], sys.argv[1], sys.argv[2], *map(int, sys.argv[4:]))
