"""What is written in C, compiled for arm64 and run by qemu: it computes what hashlib, zlib and this machine compute."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest
from conftest import CHECKOUT, run

KERNELS = CHECKOUT / "Sources" / "CKernels"


def needs(*programs: str) -> None:
    missing = [program for program in programs if shutil.which(program) is None]
    if missing and os.environ.get("CI") == "true":
        pytest.fail(f"Tests/run installs {missing}")
    if missing:
        pytest.skip(f"{', '.join(missing)} is not installed; Tests/run installs it")


def compiled(target: list[object], linker: str, folder: Path) -> Path:
    """The driver and all kernels, compiled by the compiler that the package is built with."""
    folder.mkdir(parents=True)
    options = ["-std=gnu11", "-O2", "-Wall", "-Wextra", "-Werror", "-I", KERNELS / "include"]
    for source in [*KERNELS.glob("*.c"), Path(__file__).parent / "kernels.c"]:
        run("clang", *target, *options, "-c", source, "-o", folder / f"{source.stem}.o")
    run(linker, "-static", *sorted(folder.glob("*.o")), "-lm", "-o", folder / "kernels")
    return folder / "kernels"


def test_the_kernels(tmp_path: Path) -> None:
    needs("clang", "aarch64-linux-gnu-gcc", "qemu-aarch64")
    seed = int(os.environ.get("OPTML_TEST_SEED", random.getrandbits(64)))
    print(f"OPTML_TEST_SEED={seed}")
    source = random.Random(seed)
    # All that fits a block or not, and some long ones; bytes that shrink and bytes that do not.
    lengths = [*range(0, 3), *range(54, 67), *range(118, 130), *(source.randrange(1 << 14) for _ in range(20))]
    messages = [bytes(source.choices(range(256 >> source.randrange(8)), k=length)) for length in lengths]
    compressor = zlib.compressobj(wbits=-15)
    stream = compressor.compress(b"".join(messages)) + compressor.flush()
    data = b"".join(len(part).to_bytes(4, "little") + part for part in [stream, *messages])

    headers = ["--target=aarch64-linux-gnu", "-isystem", "/usr/aarch64-linux-gnu/include"]
    foreign = ["qemu-aarch64", compiled(headers, "aarch64-linux-gnu-gcc", tmp_path / "arm64")]
    native = [compiled([], "clang", tmp_path / "native")]
    lines = {}
    for name, command in {"neon": foreign, "scalar": foreign, "sse2": native}.items():
        result = subprocess.run([*command, name], input=data, capture_output=True, check=True)
        lines[name] = result.stdout.decode().splitlines()
    assert lines["neon"] == lines["scalar"] == lines["sse2"]

    values: dict[str, list[str]] = {}
    for line in lines["neon"]:
        kind, _, value = line.partition(" ")
        values.setdefault(kind, []).append(value)
    assert values["md5"] == values["md5-lanes"] == [hashlib.md5(message).hexdigest() for message in messages]
    assert values["sha256"] == [hashlib.sha256(message).hexdigest() for message in messages]
    assert values["crc32"] == [f"{zlib.crc32(message):08x}" for message in messages]
    shrunk = [bytes.fromhex(value) for value in values["literals"]]
    for message, piece in zip([message for message in messages if message], shrunk):
        # A piece of a stream, which an empty last block ends.
        assert not piece or zlib.decompress(piece + b"\x03\x00", wbits=-15) == message
    assert any(shrunk)
    (continued,) = values["continued"]
    assert zlib.decompress(bytes.fromhex(continued) + b"\x03\x00", wbits=-15) == b"".join(messages)


def test_no_neon_here(tmp_path: Path) -> None:
    needs("clang")
    program = compiled([], "clang", tmp_path / "native")
    if os.uname().machine == "x86_64":
        assert subprocess.run([program, "neon"], stdin=subprocess.DEVNULL).returncode == 64
