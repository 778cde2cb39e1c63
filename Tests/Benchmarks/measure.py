"""Runs commands in turn on a quiet machine and compares their times."""

import os
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass, field


class Failure(Exception):
    """A command did not do what the benchmark measures, so that its time means nothing."""


@dataclass
class Command:
    """What is measured: arguments for a process, or a pipeline for the shell."""

    name: str
    arguments: list | str
    environment: dict = field(default_factory=dict)
    # The exit status that shows that it did its work; with another its time means nothing.
    status: int = 0


@dataclass
class Run:
    """One run: seconds of wall clock and of processor, and the peak of the largest process in bytes."""

    wall: float
    processor: float
    peak: int


def run(command):
    """Runs a command to its end with its output in files, and says how long it took."""
    environment = {**os.environ, "LC_ALL": "C", **command.environment}
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        arguments = command.arguments
        if isinstance(arguments, str):
            arguments = ["/bin/sh", "-c", arguments]
        begin = time.perf_counter()
        # No threads and no descriptors to close, so the process is made by vfork and its start costs next to nothing.
        process = subprocess.Popen(
            arguments, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, env=environment, close_fds=False)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != command.status:
            last = last_line(errors) or last_line(output)
            raise Failure(f"{command.name} exits with {process.returncode} where {command.status} is right: {last}")
    # Linux counts the peak in KiB, macOS in bytes.
    unit = 1 if os.uname().sysname == "Darwin" else 1024
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


def last_line(file):
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - 4096))
    lines = file.read().decode(errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "")


def compare(commands, rounds, has_first_round=True):
    """Runs the commands in turn, `rounds` times, after a round that does not count if there is to be one; the runs of each."""
    runs = [[] for _ in commands]
    for round in range(0 if has_first_round else 1, rounds + 1):
        for command, results in zip(commands, runs):
            result = run(command)
            if round > 0:
                results.append(result)
    return runs


def size(path):
    """The bytes of a file, or of all files below a directory."""
    if not os.path.isdir(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(path) for name in names)


def median(runs, value):
    return statistics.median(value(run) for run in runs)


def ratio(runs, peers):
    """How many times the peer takes: the median of the rounds, each compared within itself, since machines drift."""
    return statistics.median(peer.wall / run.wall for run, peer in zip(runs, peers))


def idle_share(seconds):
    """The share of processor time, from 0 to 1, in which the machine did nothing."""
    def ticks():
        with open("/proc/stat") as file:
            values = [int(value) for value in file.readline().split()[1:]]
        return values[3] + values[4], sum(values[:8])

    idle, total = ticks()
    time.sleep(seconds)
    idle_after, total_after = ticks()
    return (idle_after - idle) / max(1, total_after - total)


def wait_until_quiet(limit):
    """Waits until the machine is idle for two seconds, at most `limit` seconds; whether it is."""
    if not os.path.exists("/proc/stat"):
        return True
    end = time.monotonic() + limit
    while idle_share(2) < 0.97:
        if time.monotonic() > end:
            return False
    return True


def wait_until_settled(path, seconds=65):
    """Waits until nobody can take the data for changing: optml reads small files twice that are younger than a minute."""
    # It got its name when it was complete.
    time.sleep(max(0, os.stat(path).st_ctime + seconds - time.time()))


def fill_page_cache(path):
    """Reads all of a file or a tree, so that what is measured afterwards does not wait for the disk."""
    paths = [path]
    if os.path.isdir(path):
        paths = [os.path.join(root, name) for root, _, names in os.walk(path) for name in names]
    buffer = bytearray(1 << 20)
    for path in paths:
        with open(path, "rb", buffering=0) as file:
            while file.readinto(buffer):
                pass
