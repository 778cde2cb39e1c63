"""What ``verify`` says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Mapping, Optional

from .page import framed


@dataclass(frozen=True)
class ObjectState:
    """An object on one side."""

    etag: Optional[str] = None
    #: In bytes.
    size: Optional[int] = None


@dataclass(frozen=True)
class Comparison:
    """An object on both sides."""

    path: str
    #: ``same``, ``changed``, ``missing``, ``unexpected`` or ``unverifiable``.
    status: str
    key: Optional[str] = None
    #: Whether an option accepts it as it is.
    accepted: bool = False
    expected: Optional[ObjectState] = None
    actual: Optional[ObjectState] = None
    reason: Optional[str] = None

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> Comparison:
        """Reads an element of ``objects``."""
        sides = {
            side: ObjectState(value[side].get("etag"), value[side].get("size"))
            for side in ("expected", "actual")
            if value.get(side) is not None
        }
        return cls(
            path=value.get("path", value.get("key", "")),
            status=value["status"],
            key=value.get("key"),
            accepted=value.get("accepted", False),
            reason=value.get("reason"),
            **sides,
        )


@dataclass(frozen=True)
class VerificationSummary:
    """How many objects have each status."""

    same: int = 0
    changed: int = 0
    missing: int = 0
    unexpected: int = 0
    unverifiable: int = 0


@dataclass(frozen=True)
class Verification:
    """What differs. True if nothing does."""

    passes: bool
    objects: tuple[Comparison, ...]
    summary: VerificationSummary
    #: All of it, as the command printed it.
    json: Mapping[str, Any] = field(repr=False)
    #: The report as a page that stands alone.
    html: str = field(repr=False)

    @classmethod
    def of(cls, value: Mapping[str, Any], passes: bool, html: str) -> Verification:
        """Reads the result of ``verify``."""
        counts = value["summary"]
        names = VerificationSummary.__dataclass_fields__
        return cls(
            passes=passes,
            objects=tuple(map(Comparison.of, value["objects"])),
            summary=VerificationSummary(**{name: counts[name] for name in names if name in counts}),
            json=value,
            html=html,
        )

    def __bool__(self) -> bool:
        return self.passes

    @property
    def differences(self) -> tuple[Comparison, ...]:
        """The objects that are not the same and not accepted."""
        return tuple(object for object in self.objects if object.status != "same" and not object.accepted)

    def _repr_html_(self) -> str:
        return framed(self.html)
