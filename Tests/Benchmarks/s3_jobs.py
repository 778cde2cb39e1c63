"""Questions to S3, next to those of others, of a server on 127.0.0.1 that takes 30 ms for each answer."""

import atexit
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping

from job import Contender, Job, MiB
from measure import Command

HERE = os.path.dirname(os.path.abspath(__file__))
STANDIN = os.path.join(os.path.dirname(HERE), "PeerTests", "Python", "s3_standin.py")
TOOLS = os.path.join(os.path.dirname(os.path.dirname(HERE)), ".venv", "bin")
# The peers are there.
PYTHON = os.path.join(TOOLS, "python")
LATENCY = 0.03


class Server(Mapping):
    """The environment of commands that ask the server, which is started when the first one does."""

    def __init__(self, description, folder, name):
        self.description, self.path, self.values = description, os.path.join(folder, name), None

    def started(self):
        if self.values is None:
            with open(self.path, "w") as file:
                json.dump(self.description(), file)
            process = subprocess.Popen([sys.executable, STANDIN, self.path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            # It ends with its standard input.
            atexit.register(process.stdin.close)
            port = process.stdout.readline().split()[0].decode()
            self.values = {
                "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}", "AWS_ACCESS_KEY_ID": "AK", "AWS_SECRET_ACCESS_KEY": "SK",
                "AWS_REGION": "us-east-1", "AWS_DEFAULT_REGION": "us-east-1", "AWS_CONFIG_FILE": "/dev/null",
                "AWS_SHARED_CREDENTIALS_FILE": "/dev/null", "OPTML_S3": "native", "NO_PROXY": "127.0.0.1",
                "S3_ENDPOINT_URL": f"http://127.0.0.1:{port}"}
        return self.values

    def __getitem__(self, name):
        return self.started()[name]

    def __iter__(self):
        return iter(self.started())

    def __len__(self):
        return len(self.started())


def objects_and_files(folder, count):
    """Objects under SSE-KMS, whose ETags tell nothing, and the files that they were made of."""
    directory = os.path.join(folder, "s3-heads")
    os.makedirs(directory, exist_ok=True)
    # As the server makes its contents.
    content = hashlib.sha256(b"0" + bytes(8)).digest()[:7]
    for index in range(count):
        with open(os.path.join(directory, f"{index:05}"), "wb") as file:
            file.write(content)
    kind = {"encryption": "aws:kms", "checksums": {"CRC32": "auto"}}
    rule = {"pattern": "p/{0:05}", "count": count, "object": kind}
    return {"latency": LATENCY, "buckets": {"bucket": {"generate": [rule]}}}


def s3_jobs(optml, folder, scale):
    """Listings of one level and of directories; a million keys for the memory."""
    def listing(count, pattern):
        return lambda: {"latency": LATENCY, "buckets": {"bucket": {"generate": [{"pattern": pattern, "count": int(count * scale)}]}}}

    def peer(name, environment):
        return Command(name, [PYTHON, os.path.join(HERE, "s3_peers.py"), "list"], environment)

    def ours(environment):
        # Of the listing only, as the peers.
        return Command("optml check", [optml, "check", "--names-only", "s3://bucket/p/"], environment)

    flat = Server(listing(200_000, "p/{0:06}"), folder, "s3-flat.json")
    directories = Server(listing(200_000, "p/{1:03}/{2:03}"), folder, "s3-directories.json")
    million = Server(listing(1_000_000, "p/{1:04}/{2:03}"), folder, "s3-million.json")
    s5cmd, aws = os.path.join(TOOLS, "s5cmd"), os.path.join(TOOLS, "aws")
    count = ["s3api", "list-objects-v2", "--bucket", "bucket", "--prefix", "p/", "--query", "length(Contents)"]
    pages = 200 * LATENCY
    heads = Server(lambda: objects_and_files(folder, int(20_000 * scale)), folder, "s3-heads.json")
    # The questions, 64 at a time, and the pages of the listing, which come one after the other; the files are read meanwhile.
    head_seconds = 1.1 * LATENCY * (20_000 / 64 + 20)
    return [
        Job(
            "S3, checksums of 20,000 objects", [], Command("boto3", [PYTHON, os.path.join(HERE, "s3_peers.py"), "head"], heads),
            [
                Contender(
                    Command("optml verify", [optml, "verify", os.path.join(folder, "s3-heads"), "s3://bucket/p/"], heads),
                    seconds=head_seconds, peak=150 * MiB)
            ], rounds=3),
        Job(
            "S3, list 200,000 keys of one level", [], peer("boto3", flat),
            [Contender(ours(flat), seconds=1.1 * pages + 0.05, peak=64 * MiB)], rounds=3),
        Job(
            "S3, list 200,000 keys of one level, next to s5cmd", [],
            Command("s5cmd ls", [s5cmd, "ls", "s3://bucket/p/*"], flat), [Contender(ours(flat), 1)], rounds=3),
        Job(
            "S3, list 200,000 keys of one level, next to the AWS CLI", [], Command("aws s3api list-objects-v2", [aws, *count], flat),
            [Contender(ours(flat), 1)], rounds=1, has_first_round=False),
        Job(
            "S3, list 200,000 keys in 200 directories", [], peer("boto3", directories),
            [Contender(ours(directories), seconds=pages / 5, peak=64 * MiB)], rounds=3),
        Job(
            "S3, list a million keys in 1,000 directories", [], peer("boto3", million),
            [Contender(ours(million), 5, peak=64 * MiB)], rounds=1),
    ]
