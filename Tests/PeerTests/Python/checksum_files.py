"""Prints the checksums that S3 keeps, of all files below a directory, as a JSON object by path and algorithm.

usage: checksum_files.py DIRECTORY PART_SIZE
Base64, of the whole files, or composite with their number behind a hyphen if PART_SIZE is more than 0. By hashlib and zlib,
and by the AWS Common Runtime where it is installed; elsewhere by the definition of the CRCs, a bit at a time.
"""

import base64
import hashlib
import json
import pathlib
import sys
import zlib

try:
    from awscrt import checksums as crt
except ImportError:
    crt = None

root, part_size = pathlib.Path(sys.argv[1]), int(sys.argv[2])


def table(polynomial):
    entries = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ (polynomial if value & 1 else 0)
        entries.append(value)
    return entries


CRC32C, CRC64NVME = table(0x82F63B78), table(0x9A6C9329AC4BC9B5)


def crc(content, entries, ones):
    value = ones
    for byte in content:
        value = value >> 8 ^ entries[(value ^ byte) & 0xFF]
    return value ^ ones


def crc32c(content):
    return crt.crc32c(content) if crt else crc(content, CRC32C, 0xFFFFFFFF)


def crc64nvme(content):
    return crt.crc64nvme(content) if crt else crc(content, CRC64NVME, 0xFFFFFFFFFFFFFFFF)


ALGORITHMS = {
    "CRC32": lambda content: zlib.crc32(content).to_bytes(4, "big"),
    "CRC32C": lambda content: crc32c(content).to_bytes(4, "big"),
    "CRC64NVME": lambda content: crc64nvme(content).to_bytes(8, "big"),
    "SHA1": lambda content: hashlib.sha1(content).digest(),
    "SHA256": lambda content: hashlib.sha256(content).digest(),
}


def checksum(content, name):
    of = ALGORITHMS[name]
    if part_size == 0 or name == "CRC64NVME":
        return base64.b64encode(of(content)).decode()
    parts = [content[start : start + part_size] for start in range(0, max(len(content), 1), part_size)]
    return base64.b64encode(of(b"".join(map(of, parts)))).decode() + f"-{len(parts)}"


result = {}
for path in root.rglob("*"):
    if path.is_file():
        content = path.read_bytes()
        result[str(path.relative_to(root))] = {name: checksum(content, name) for name in ALGORITHMS}
print(json.dumps(result))
