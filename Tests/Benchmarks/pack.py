"""Makes the trees that `optml pack` is measured on: the same bytes on every run and machine.

    from pack import make_float32_tree, make_bfloat16_tree, make_text_tree
    make_float32_tree("data/float32")          # 1 GiB of weights as they are initialised or trained: normal, small
    make_bfloat16_tree("data/bfloat16", 2 << 30)
    make_text_tree("data/text")                # prose, vocabularies, code and tables, about as compressible as such are

Each tree looks like a model directory: a few large files and some small ones. Nothing is computed number by number:
a million weights are drawn, and turned about with new low bytes, so that a gigabyte takes seconds.
"""

import array
import itertools
import os
import random
import sys

MEBIBYTE = 1 << 20
# The usual scale of the weights of a large model.
STANDARD_DEVIATION = 0.02


def make_float32_tree(path, size=1 << 30):
    """Weights as float32, little-endian, in four files, and the small files beside them."""
    generator = random.Random("float32")
    weights = _weights(generator)

    def piece(count):
        values = bytearray(4 * count)
        values[0::4] = generator.randbytes(count)
        values[1::4] = generator.randbytes(count)
        start = generator.randrange(len(weights) // 2)
        values[2::4], values[3::4] = _rotated(weights[0::2], start)[:count], _rotated(weights[1::2], start)[:count]
        return values

    _write_weights(path, size, 4, piece)


def make_bfloat16_tree(path, size=1 << 30):
    """Weights as bfloat16, little-endian, in four files, and the small files beside them."""
    generator = random.Random("bfloat16")
    weights = _weights(generator)

    def piece(count):
        return _rotated(weights, 2 * generator.randrange(len(weights) // 2))[: 2 * count]

    _write_weights(path, size, 2, piece)


def make_text_tree(path, size=256 * MEBIBYTE):
    """Text of several kinds in 64 files: prose, a vocabulary in JSON, Python code, a table of numbers."""
    generator = random.Random("text")
    kinds = [("prose", _prose), ("vocabulary", _vocabulary), ("code", _code), ("table", _table)]
    count = 64
    # What comes again only after many megabytes is out of reach for every compressor here.
    pools = {name: make(generator, 4 * MEBIBYTE) for name, make in kinds}
    for index in range(count):
        name = kinds[index % len(kinds)][0]
        with _create(path, f"{name}/{index:03}.txt") as file:
            left = size // count
            while left > 0:
                lines = pools[name][:]
                generator.shuffle(lines)
                data = "".join(lines).encode()[:left]
                file.write(data)
                left -= len(data)


def make_sparse_tree(path, size=9 << 30):
    """A file with a hole in it that is larger than the size field of a tar header can say, and a small one."""
    with _create(path, "sparse.bin") as file:
        file.write(b"begin")
        file.seek(size - 3)
        file.write(b"end")
    with _create(path, "config.json") as file:
        file.write(b'{"model_type": "benchmark"}\n')


def _weights(generator):
    """The upper halves of a million normal float32, which are bfloat16, little-endian.

    As many are enough: where they come again, the next is out of reach for every compressor here.
    """
    words = array.array("f", (generator.gauss(0, STANDARD_DEVIATION) for _ in range(1 << 20)))
    if sys.byteorder == "big":
        words.byteswap()
    data = words.tobytes()
    upper = bytearray(len(data) // 2)
    upper[0::2], upper[1::2] = data[2::4], data[3::4]
    return bytes(upper)


def _rotated(data, start):
    return data[start:] + data[:start]


def _write_weights(path, size, width, piece):
    shards = 4
    for shard in range(shards):
        with _create(path, f"model-{shard + 1:05}-of-{shards:05}.bin") as file:
            left = size // shards // width
            while left > 0:
                count = min(left, MEBIBYTE)
                file.write(piece(count))
                left -= count
    with _create(path, "config.json") as file:
        file.write(b'{"model_type": "benchmark"}\n')
    with _create(path, "code/inference.py") as file:
        file.write(b"def model_fn(path): ...\n")


def _words(generator, count):
    """Words of one to four syllables, and how often they occur."""
    syllables = [c + v + e for c in "bcdfghklmnprstvw" for v in "aeiou" for e in ("", "", "n", "r", "s")]
    words = sorted({"".join(generator.choices(syllables, k=generator.randint(1, 4))) for _ in range(count)})
    generator.shuffle(words)
    return words, _frequencies(len(words))


def _frequencies(count):
    """Sums of Zipf's law, as `random.choices` takes them."""
    return list(itertools.accumulate(1 / (rank + 10) for rank in range(count)))


def _lines(generator, size, make):
    lines, total = [], 0
    while total < size:
        lines.append(make())
        total += len(lines[-1])
    return lines


def _prose(generator, size):
    words, frequencies = _words(generator, 20_000)
    phrases = [" ".join(generator.choices(words, cum_weights=frequencies, k=generator.randint(2, 5))) for _ in range(20_000)]
    usual = _frequencies(len(phrases))
    return _lines(
        generator, size, lambda: " ".join(generator.choices(phrases, cum_weights=usual, k=4)).capitalize() + ".\n")


def _vocabulary(generator, size):
    words, frequencies = _words(generator, 30_000)
    return _lines(
        generator, size,
        lambda: f'    "\\u0120{generator.choices(words, cum_weights=frequencies)[0]}": {generator.randrange(128_000)},\n')


def _code(generator, size):
    words, frequencies = _words(generator, 2_000)
    forms = [
        "    self.{0} = {1}(self.{2}, {0}=True)\n", "def {0}({1}, {2}=None):\n", "    return {0}.{1}({2})\n",
        "        if {0} is not None and {1}.shape[0] == {2}:\n", "from {0}.{1} import {2}\n", "\n",
        '            raise ValueError(f"{0} must be a {1}, not {{{2}}}")\n', "    # {0} {1} {2} {0}\n",
    ]
    return _lines(
        generator, size, lambda: generator.choice(forms).format(*generator.choices(words, cum_weights=frequencies, k=3)))


def _table(generator, size):
    return _lines(
        generator, size,
        lambda: ",".join(f"{generator.gauss(50, 20):.2f}" for _ in range(6)) + ",true,2024-05-01\n")


def _create(path, name):
    file = os.path.join(path, name)
    os.makedirs(os.path.dirname(file), exist_ok=True)
    return open(file, "wb")
