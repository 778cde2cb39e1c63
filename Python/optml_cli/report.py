"""What ``check`` and ``check_request`` say."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import Any, Mapping, Optional

from .page import framed


def exact(value: Mapping[str, Any], name: str) -> Optional[bytes]:
    """A name as it is: where it is not UTF-8, its bytes stand beside the text."""
    if f"{name}Bytes" in value:
        return base64.b64decode(value[f"{name}Bytes"])
    text = value.get(name)
    return None if text is None else str(text).encode()


@dataclass(frozen=True)
class Related:
    """Another place that a finding is about."""

    key: Optional[str] = None
    path: Optional[str] = None


@dataclass(frozen=True)
class Finding:
    """One thing that a rule has to say."""

    rule: str
    #: ``error``, ``warning`` or ``note``.
    severity: str
    message: str
    key: Optional[str] = None
    #: Absolute, below ``/opt/ml``; with U+FFFD where it is not UTF-8, see ``path_bytes``.
    path: Optional[str] = None
    #: The member of an archive.
    member: Optional[str] = None
    #: The member of a request, such as ``Containers[0].Image``.
    json_path: Optional[str] = None
    #: From 1.
    line: Optional[int] = None
    #: From 1, in bytes.
    column: Optional[int] = None
    #: From 0.
    byte_offset: Optional[int] = None
    #: How many it stands for.
    count: Optional[int] = None
    related: tuple[Related, ...] = ()
    #: What to do.
    help: Optional[str] = None
    key_bytes: Optional[bytes] = None
    path_bytes: Optional[bytes] = None

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> Finding:
        """Reads an element of ``findings``."""
        return cls(
            rule=value["rule"],
            severity=value["severity"],
            message=value["message"],
            key=value.get("key"),
            path=value.get("path"),
            member=value.get("member"),
            json_path=value.get("jsonPath"),
            line=value.get("line"),
            column=value.get("column"),
            byte_offset=value.get("byteOffset"),
            count=value.get("count"),
            related=tuple(Related(other.get("key"), other.get("path")) for other in value.get("related", ())),
            help=value.get("help"),
            key_bytes=exact(value, "key"),
            path_bytes=exact(value, "path"),
        )


@dataclass(frozen=True)
class Entry:
    """A file, a directory or a symbolic link that SageMaker would create."""

    #: Absolute, below ``/opt/ml``; with U+FFFD where it is not UTF-8, see ``path_bytes``.
    path: str
    #: ``file``, ``directory`` or ``symlink``.
    type: str
    #: In bytes.
    size: Optional[int] = None
    #: Of a directory, how many files it holds, and how many bytes these have.
    files: Optional[int] = None
    total_bytes: Optional[int] = None
    #: With ``existing``, whether the file comes from the source or is in S3 already.
    origin: Optional[str] = None
    key: Optional[str] = None
    etag: Optional[str] = None
    #: What a link points to.
    target: Optional[str] = None
    channel: Optional[str] = None
    #: What the container does with it, where a framework is told: ``loads``, ``ignores``, ``downloads-for-nothing``,
    #: ``depends-on-script``.
    use: Optional[str] = None
    #: What it loads it as, such as ``weights``.
    role: Optional[str] = None
    path_bytes: bytes = b""

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> Entry:
        """Reads an element of ``layout``."""
        return cls(
            path=value["path"],
            type=value["type"],
            size=value.get("size"),
            files=value.get("files"),
            total_bytes=value.get("bytes"),
            origin=value.get("origin"),
            key=value.get("key"),
            etag=value.get("etag"),
            target=value.get("target"),
            channel=value.get("channel"),
            use=value.get("use"),
            role=value.get("role"),
            path_bytes=exact(value, "path") or b"",
        )


@dataclass(frozen=True)
class Summary:
    """How much there is. All numbers are exact, even where not all findings are listed."""

    errors: int = 0
    warnings: int = 0
    notes: int = 0
    #: What S3 holds or would hold; 1 for an archive. 0 for a request.
    objects: int = 0
    #: What arrives under ``/opt/ml/model``.
    files: int = 0
    directories: int = 0
    bytes: int = 0
    #: Findings that the configuration ignores by their path.
    ignored: int = 0
    #: Findings that the baseline holds.
    known: int = 0

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> Summary:
        """Reads ``summary``."""
        return cls(**{name: value[name] for name in cls.__dataclass_fields__ if name in value})


@dataclass(frozen=True)
class Report:
    """What was found. True if it passes: if there is nothing at or above ``fail_on``, by default no error."""

    passes: bool
    findings: tuple[Finding, ...]
    #: What SageMaker would create, in the order of the paths; empty for a request.
    entries: tuple[Entry, ...]
    summary: Summary
    #: Of the rules with more findings than are listed, how many they have.
    truncated: Mapping[str, int]
    #: How far contents were looked at: ``all``, ``some``, or ``none``, as of a listing.
    contents: str
    #: What could not be looked at.
    notes: tuple[str, ...]
    #: All of it, as the command printed it.
    json: Mapping[str, Any] = field(repr=False)
    #: The report as a page that stands alone.
    html: str = field(repr=False)

    @classmethod
    def of(cls, value: Mapping[str, Any], passes: bool, html: str) -> Report:
        """Reads a report."""
        return cls(
            passes=passes,
            findings=tuple(map(Finding.of, value["findings"])),
            entries=tuple(map(Entry.of, value.get("layout", ()))),
            summary=Summary.of(value["summary"]),
            truncated={rest["rule"]: rest["total"] for rest in value.get("truncated", ())},
            contents=value.get("source", {}).get("contents", "all"),
            notes=tuple(value.get("notes", ())),
            json=value,
            html=html,
        )

    def __bool__(self) -> bool:
        return self.passes

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that make a deployment fail."""
        return tuple(finding for finding in self.findings if finding.severity == "error")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that are probably mistakes."""
        return tuple(finding for finding in self.findings if finding.severity == "warning")

    def __str__(self) -> str:
        lines = [f"{finding.severity} {finding.rule}: {finding.message}" for finding in self.findings]
        summary = self.summary
        lines.append(f"errors: {summary.errors}, warnings: {summary.warnings}, notes: {summary.notes}")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return framed(self.html)
