"""What ``manifest`` wrote."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass


@dataclass(frozen=True)
class Manifest:
    """The objects that there are, or will be, in S3."""

    #: The file as it is to be written.
    csv: str
    #: The names of the columns.
    columns: tuple[str, ...]
    #: A value for each column of each object, as text.
    rows: tuple[dict[str, str], ...]

    @classmethod
    def of(cls, text: str) -> Manifest:
        """Reads a manifest with a header row."""
        reader = csv.DictReader(io.StringIO(text, newline=""))
        rows = tuple(reader)
        return cls(text, tuple(reader.fieldnames or ()), rows)

    def __str__(self) -> str:
        return self.csv

    def __len__(self) -> int:
        return len(self.rows)
