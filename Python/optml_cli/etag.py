"""What ``etag`` says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Mapping, Optional


@dataclass(frozen=True)
class Upload:
    """A way to upload a file that gives an ETag."""

    #: The names of those that upload like this.
    uploaders: tuple[str, ...] = ()
    #: In bytes; None for a single PUT.
    part_size: Optional[int] = None
    part_count: Optional[int] = None


@dataclass(frozen=True)
class ETag:
    """The ETag of a file in S3. False if an ETag was expected and no known way to upload the file gives it."""

    path: str
    etag: str
    #: In bytes.
    size: int
    #: In bytes; None for a single PUT.
    part_size: Optional[int] = None
    #: The ways to get the ETag that was expected; None if none was.
    matches: Optional[tuple[Upload, ...]] = None
    #: Why no way can give it.
    reason: Optional[str] = None

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> ETag:
        """Reads an element of ``etags``."""
        matches = None
        if "matches" in value:
            matches = tuple(
                Upload(tuple(match.get("uploaders", ())), match.get("partSize"), match.get("partCount"))
                for match in value["matches"]
            )
        return cls(value["path"], value["etag"], value["size"], value.get("partSize"), matches, value.get("reason"))

    def __bool__(self) -> bool:
        return self.matches is None or bool(self.matches)

    def __str__(self) -> str:
        return self.etag
