"""Data for hashing and walking: one big file, eight big files, 200,000 small ones. The same bytes on every machine."""

import os
import random

import safetensors

MiB = 1 << 20


def make_big_file(path, size, seed=1, start=b""):
    """`size` bytes: `start`, and random ones behind it."""
    generator = random.Random(seed)
    with open(path, "wb") as file:
        file.write(start)
        size -= len(start)
        while size > 0:
            block = generator.randbytes(min(size, 4 * MiB))
            file.write(block)
            size -= len(block)


def make_big_files(path, count, size):
    """A directory of `count` files of `size` random bytes behind a header, named as shards of weights are."""
    os.makedirs(path)
    for index in range(count):
        name = f"model-{index + 1:05}-of-{count:05}.safetensors"
        make_big_file(os.path.join(path, name), size, seed=index, start=safetensors.header(size))


def make_small_files(path, count):
    """`count` files in directories of up to 1,000, each of 512 to 6,000 random bytes, 3.3 KB on average."""
    generator = random.Random(2)
    for start in range(0, count, 1000):
        directory = os.path.join(path, f"shard-{start // 1000:04}")
        os.makedirs(directory)
        for index in range(start, min(count, start + 1000)):
            with open(os.path.join(directory, f"embedding-{index:07}.bin"), "wb") as file:
                file.write(generator.randbytes(generator.randint(512, 6000)))
