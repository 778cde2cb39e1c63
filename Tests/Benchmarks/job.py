"""What one benchmark compares."""

from dataclasses import dataclass, field

from measure import Command

MiB = 1 << 20


@dataclass
class Contender:
    """A command of optml, and what it has to reach."""

    command: Command
    # How many times the peer takes, at least; none where only the limits below count.
    at_least: float | None = None
    # Bytes that it may have in memory at its peak.
    peak: int | None = None
    # Seconds that it may take.
    seconds: float | None = None
    # The file that it writes, the one that the peer writes, and how many times the size of that it may have, if that counts.
    size: tuple | None = None
    # What has to succeed afterwards, once, without being measured.
    proofs: list = field(default_factory=list)
    # The exit status that says that this machine cannot run it.
    unavailable: int | None = None


@dataclass
class Job:
    """One peer, which a user would pick instead, and what is compared with it on the same data."""

    name: str
    # Files or directories that have to be there, by the names that `data.py` makes them under.
    data: list
    peer: Command
    contenders: list
    rounds: int = 5
    # Whether a round comes first that does not count; what takes minutes does without.
    has_first_round: bool = True


@dataclass
class WorstOf:
    """The same job on data of many shapes. Its row is that of the shape in which the first contender is worst next to its limits."""

    name: str
    # Each named after its shape.
    jobs: list
