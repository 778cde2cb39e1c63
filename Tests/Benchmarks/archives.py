"""Archives to measure with: the same bytes on every machine with the same zlib, from fixed seeds.

Each function writes one tar.gz file. Run as a program, it writes those that are named into a directory:

    python3 archives.py DIRECTORY [text] [float32] [stored] [small-members]
"""

import itertools
import math
import pathlib
import random
import sys
import tarfile
import zlib

import safetensors

MIB = 1 << 20
#: The most bytes of a stored block (RFC 1951, section 3.2.4).
STORED_BLOCK = 65_535


def make_text_archive(path, scale=1):
    """75,000 members of text and code, 0.85 GB, compressed as by gzip -6; `scale`, from 0 to 1, makes less of it."""
    _write_members(path, seed=1, members=int(75_000 * scale), mean_size=11_300)


def make_small_members_archive(path, scale=1):
    """200,000 members of about 4 kB, 0.8 GB, compressed as by gzip -6."""
    _write_members(path, seed=2, members=int(200_000 * scale), mean_size=3_900)


def make_float32_archive(path, scale=1):
    """Weights of 1 GiB in four members, compressed as by gzip -6."""
    with _Deflated(path) as sink:
        _write_weights(sink, seed=3, content=_float32, scale=scale)


def make_stored_archive(path, scale=1):
    """Random bytes of 1 GiB in four members, in stored blocks of the greatest length."""
    with _Stored(path) as sink:
        _write_weights(sink, seed=4, content=random.Random.randbytes, scale=scale)


MAKERS = {
    "text": make_text_archive,
    "float32": make_float32_archive,
    "stored": make_stored_archive,
    "small-members": make_small_members_archive,
}


def _write_members(path, seed, members, mean_size):
    """Members that are pieces of one long text, in directories of a hundred."""
    generator = random.Random(seed)
    text = _code(generator, 16 * MIB)
    with _Deflated(path) as sink:
        for index in range(members):
            if index % 100 == 0:
                directory = f"src/package_{index // 100:04}"
                sink.write(_header(f"{directory}/", 0, tarfile.DIRTYPE, 0o755))
            size = int(mean_size * generator.uniform(0.2, 1.8))
            start = generator.randrange(len(text) - size)
            sink.write(_header(f"{directory}/module_{index:06}.py", size))
            sink.write(text[start : start + size])
            sink.write(bytes(-size % tarfile.BLOCKSIZE))
        sink.write(bytes(2 * tarfile.BLOCKSIZE))


def _write_weights(sink, seed, content, scale):
    generator = random.Random(seed)
    pieces = max(1, int(256 * scale))
    for shard in range(4):
        sink.write(_header(f"model-{shard + 1:05}-of-00004.safetensors", pieces * MIB))
        start = safetensors.header(pieces * MIB)
        sink.write(start + content(generator, MIB)[len(start) :])
        for _ in range(pieces - 1):
            sink.write(content(generator, MIB))
    sink.write(bytes(2 * tarfile.BLOCKSIZE))


def _header(name, size, kind=tarfile.REGTYPE, mode=0o644):
    member = tarfile.TarInfo(name)
    member.size, member.type, member.mode, member.mtime = size, kind, mode, 1_700_000_000
    return member.tobuf(tarfile.GNU_FORMAT)


def _code(generator, size):
    """Lines that look like code: words as unevenly frequent as in a language (Zipf's law), few of which make a piece."""
    syllables = [a + b for a in "bcdfglmnprstv" for b in ("a", "e", "i", "o", "u", "er", "an", "st")]
    words = ["".join(generator.choices(syllables, k=generator.randint(1, 4))) for _ in range(20_000)]
    weights = list(itertools.accumulate(1 / rank for rank in range(1, len(words) + 1)))
    shapes = ["self.{} = {}({}, {})", "for {} in {}.{}:", "return {}[{}] + {}", "# {} {} {} {} {}", "{}({}={}, {}={})"]
    lines, length = [], 0
    while length < size:
        piece = generator.choices(words, cum_weights=weights, k=40)
        for shape in generator.choices(shapes, k=250):
            chosen = generator.choices(piece, k=shape.count("{}"))
            lines.append("    " * generator.randrange(4) + shape.format(*chosen))
            length += len(lines[-1]) + 1
    return "\n".join(lines).encode()[:size]


def _float32(generator, size):
    """Normally distributed numbers: the bytes of the fraction are random, the sign and the exponent are unevenly spread."""
    values = bytearray(generator.randbytes(size))
    values[3::4] = values[3::4].translate(_sign_and_exponent())
    return bytes(values)


def _sign_and_exponent(deviation=0.02):
    """For each of 256 equally probable bytes, the highest byte of a little-endian float32."""
    table = []
    below = 0.0
    for exponent in range(100, 128, 2):
        # The byte holds seven of the eight bits of the exponent, so two powers of two share it.
        limit = math.erf(2.0 ** (exponent + 2 - 127) / deviation / math.sqrt(2))
        table += [exponent >> 1] * (round(128 * limit) - round(128 * below))
        below = limit
    table += [table[-1]] * (128 - len(table))
    return bytes(table) + bytes(byte | 0x80 for byte in table)


class _Deflated:
    """A gzip file of one member, compressed by zlib as gzip -6 does it."""

    def __init__(self, path):
        self._file = open(path, "wb")
        self._compressor = zlib.compressobj(6, zlib.DEFLATED, 31)

    def write(self, data):
        self._file.write(self._compressor.compress(data))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._file.write(self._compressor.flush())
        self._file.close()


class _Stored:
    """A gzip file of one member whose blocks are all stored."""

    def __init__(self, path):
        self._file = open(path, "wb")
        self._file.write(bytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]))
        self._pending = bytearray()
        self._checksum = self._length = 0

    def write(self, data):
        self._checksum = zlib.crc32(data, self._checksum)
        self._length += len(data)
        self._pending += data
        whole = len(self._pending) // STORED_BLOCK * STORED_BLOCK
        for start in range(0, whole, STORED_BLOCK):
            self._write_block(self._pending[start : start + STORED_BLOCK], is_last=False)
        del self._pending[:whole]

    def _write_block(self, data, is_last):
        length = len(data)
        self._file.write(bytes([is_last]) + length.to_bytes(2, "little") + (length ^ 0xFFFF).to_bytes(2, "little"))
        self._file.write(data)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._write_block(self._pending, is_last=True)
        self._file.write(self._checksum.to_bytes(4, "little"))
        self._file.write((self._length % (1 << 32)).to_bytes(4, "little"))
        self._file.close()


if __name__ == "__main__":
    directory = pathlib.Path(sys.argv[1])
    for name in sys.argv[2:] or MAKERS:
        MAKERS[name](directory / f"{name}.tar.gz")
