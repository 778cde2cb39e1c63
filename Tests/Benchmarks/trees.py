"""Directory trees of many small files, in the shapes of `shapes.py`, and tar.gz archives of such trees.

A file holds text (JSON, as configurations and metrics are) or random bytes, and is small: it is the files and directories that
cost something here, not what they hold. Everything is made from fixed seeds, the same bytes on every machine.
"""

import io
import json
import os
import random
import tarfile

import shapes

FILES = 100_000

# A name, and what yields that many paths, each once.
TREES = {
    "1,000 files a directory": shapes.SHAPES["1,000 files a directory"],
    "100 files a directory": shapes.SHAPES["100 files a directory"],
    "5 files a directory": shapes.SHAPES["5 files a directory"],
    "1 file a directory": lambda count: (f"group-{i:07d}/weights.bin" for i in range(count)),
    "job trees": shapes.SHAPES["1 file a directory"],
    "MLflow runs": shapes.SHAPES["MLflow runs"],
}


def _random(generator):
    """512 to 6,000 random bytes, 3.3 KB on average, as `files.py` has them."""
    return generator.randbytes(generator.randint(512, 6000))


def _text(generator):
    """Some 400 to 4,000 bytes of JSON: metrics of a few epochs."""
    return json.dumps(
        {
            "model": f"classifier-{generator.randrange(1000)}", "framework": "pytorch", "batch_size": 1 << generator.randrange(8),
            "epochs": [
                {"epoch": epoch, "loss": generator.random(), "accuracy": generator.random(), "learning_rate": 0.001}
                for epoch in range(generator.randint(4, 40))
            ],
        },
        indent=2).encode()


CONTENTS = {"random": _random, "text": _text}


def make_tree(path, shape, contents, count=FILES):
    """`count` files below `path`."""
    generator = random.Random(shape)
    made = None
    for name in TREES[shape](count):
        file = os.path.join(path, name)
        directory = os.path.dirname(file)
        if directory != made:
            os.makedirs(directory, exist_ok=True)
            made = directory
        with open(file, "wb") as file:
            file.write(CONTENTS[contents](generator))


def make_archive(path, shape, count=FILES):
    """The same tree as a tar.gz of GNU tar: an entry for each directory, then what it holds; one byte in each file.

    What is in a member is inflated at the same speed wherever it is, so there is as little as can be.
    """
    made = set()
    with tarfile.open(path, "w:gz", compresslevel=6, format=tarfile.GNU_FORMAT) as archive:
        for name in TREES[shape](count):
            directory = ""
            for component in name.split("/")[:-1]:
                directory += component + "/"
                if directory not in made:
                    made.add(directory)
                    member = tarfile.TarInfo(directory)
                    member.type, member.mode = tarfile.DIRTYPE, 0o755
                    archive.addfile(member)
            member = tarfile.TarInfo(name)
            member.size = 1
            archive.addfile(member, io.BytesIO(b"x"))
