"""What ``pack`` wrote."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any, Mapping, Optional


@dataclass(frozen=True)
class Member:
    """A member of an archive."""

    path: str
    #: ``file``, ``directory`` or ``symlink``.
    type: str
    #: In bytes.
    size: Optional[int] = None
    #: In octal digits.
    mode: Optional[str] = None
    target: Optional[str] = None


@dataclass(frozen=True)
class Archive:
    """An archive that was packed. It can be opened like a path."""

    path: str
    #: In bytes.
    size: int
    #: What it will have in S3.
    etag: str
    #: In bytes; None for a single PUT.
    part_size: Optional[int]
    members: tuple[Member, ...]
    #: All of it, as the command printed it.
    json: Mapping[str, Any] = field(repr=False)

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> Archive:
        """Reads the result of ``pack``."""
        archive = value["archive"]
        return cls(
            path=archive["path"],
            size=archive["size"],
            etag=archive["etag"],
            part_size=archive.get("partSize"),
            members=tuple(
                Member(member["path"], member["type"], member.get("size"), member.get("mode"), member.get("target"))
                for member in value["members"]
            ),
            json=value,
        )

    def __fspath__(self) -> str:
        return os.fspath(self.path)
