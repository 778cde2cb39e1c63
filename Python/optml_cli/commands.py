"""The commands as functions."""

from __future__ import annotations

import json
import os
import tempfile
from typing import Any, Iterable, Mapping, Optional, Union

from .archive import Archive
from .errors import OptmlError
from .etag import ETag
from .manifest import Manifest
from .options import Option, arguments
from .report import Report
from .running import read_json, run
from .verification import Verification

#: A path, or ``s3://bucket/prefix/`` by the AWS CLI.
Source = Union[str, "os.PathLike[str]"]
#: A path, or pages of ``list_objects_v2`` as boto3 returns them, or objects or keys.
Listing = Union[Source, Iterable[Any]]


def check(
    source: Optional[Source] = None, *, listing: Optional[Listing] = None, with_layout: bool = True, **options: Option
) -> Report:
    """Reports everything that would make a deployment fail or surprise its owner.

    :param source: a directory, a tar.gz archive, any other file, or ``s3://bucket/prefix/``.
    :param listing: a listing of keys in place of a source; needs ``s3_uri``.
    :param with_layout: whether the report has entries; without, it stays small however many there are.
    :param options: those of ``optml check``.
    :raises OptmlError: if it cannot finish, or an option is wrong.
    """
    if with_layout:
        options["with_layout"] = True
    stdin = _listing(listing, options)
    value, passes, page = _report("check", _paths(source), options, stdin)
    return Report.of(value, passes, page)


def check_request(request: Union[Source, Mapping[str, Any]], **options: Option) -> Report:
    """Checks a request of CreateModel, or of another operation that takes model data, that someone else wrote.

    :param request: a file, or the members of a request, as those that ``client.create_model`` takes.
    :param options: those of ``optml check-request``.
    :raises OptmlError: if it cannot finish, or an option is wrong.
    """
    stdin = None
    paths = ["-"]
    if isinstance(request, Mapping):
        stdin = json.dumps(request).encode()
    else:
        paths = _paths(request)
    value, passes, page = _report("check-request", paths, options, stdin)
    return Report.of(value, passes, page)


def verify(
    expected: Optional[Source] = None,
    actual: Optional[Source] = None,
    *,
    listing: Optional[Listing] = None,
    **options: Option,
) -> Verification:
    """Compares what should be there with what is.

    :param expected: a manifest or a directory; none with ``request``.
    :param actual: a directory, a file, a listing or ``s3://bucket/prefix/``.
    :param listing: a listing of keys in place of ``actual``.
    :param options: those of ``optml verify``.
    :raises OptmlError: if it cannot finish, or an option is wrong.
    """
    stdin = _listing(listing, options)
    value, passes, page = _report("verify", _paths(expected, actual), options, stdin)
    return Verification.of(value, passes, page)


def etag(path: Source, **options: Option) -> ETag:
    """The ETag that a file has in S3, depending on what uploads it.

    :param options: those of ``optml etag``, such as ``uploader="boto3"``, or ``expect`` to find how a file was uploaded.
    :raises OptmlError: if it cannot finish, or an option is wrong.
    """
    line = ["etag", "--format=json", *arguments(options, ["output"]), "--", *_paths(path)]
    return ETag.of(read_json(run(line, accepted=(0, 1)), line)["etags"][0])


def manifest(source: Optional[Source] = None, *, listing: Optional[Listing] = None, **options: Option) -> Manifest:
    """The manifest of a source: a row for each object with its ETag.

    :param options: those of ``optml manifest``; ``s3_uri`` is required. With ``output`` it is written to that file as well.
    :raises OptmlError: with status 1 if there are errors; otherwise as the others do.
    """
    output = options.pop("output", None)
    stdin = _listing(listing, options)
    line = ["manifest", "--no-progress", *arguments(options, ["no_header"])]
    if isinstance(output, (str, os.PathLike)):
        run([*line, f"--output={os.fspath(output)}", "--", *_paths(source)], stdin)
        with open(output, encoding="utf-8", newline="") as file:
            return Manifest.of(file.read())
    return Manifest.of(run([*line, "--", *_paths(source)], stdin).output.decode())


def pack(directory: Source, output: Source, **options: Option) -> Archive:
    """Packs a directory into the tar.gz that SageMaker wants.

    :param output: where the archive is to be; what is there is replaced once it is whole.
    :param options: those of ``optml pack``.
    :raises OptmlError: with status 1 if there are errors; otherwise as the others do.
    """
    line = ["pack", "--format=json", "--no-progress", f"--output={os.fspath(output)}", *arguments(options)]
    line += ["--", *_paths(directory)]
    return Archive.of(read_json(run(line), line))


def model_data_source(
    source: Optional[Source] = None, *, listing: Optional[Listing] = None, **options: Option
) -> dict[str, Any]:
    """The ModelDataSource block for a source.

    :param options: those of ``optml model-data-source``; ``s3_uri`` is required unless the source is in S3.
    :raises OptmlError: with status 1 if there are errors; otherwise as the others do.
    """
    stdin = _listing(listing, options)
    line = ["model-data-source", "--no-progress", *arguments(options, ["output"]), "--", *_paths(source)]
    return read_json(run(line, stdin), line)


def create_model(
    source: Optional[Source] = None, *, listing: Optional[Listing] = None, **options: Option
) -> dict[str, Any]:
    """A whole request of CreateModel: ``client.create_model(**request)``.

    :param options: those of ``optml create-model``; ``model_name`` and, unless the source is in S3, ``s3_uri`` are required.
    :raises OptmlError: with status 1 if there are errors; otherwise as the others do.
    """
    stdin = _listing(listing, options)
    line = ["create-model", "--format=json", "--no-progress", *arguments(options, ["output"]), "--", *_paths(source)]
    return read_json(run(line, stdin), line)


def _paths(*sources: Optional[Source]) -> list[str]:
    return [os.fspath(source) for source in sources if source is not None]


def _listing(listing: Optional[Listing], options: dict[str, Option]) -> Optional[bytes]:
    """Puts a listing among the options; one that is no file is for standard input."""
    if listing is None:
        return None
    if isinstance(listing, (str, os.PathLike)):
        options["listing"] = listing
        return None
    options["listing"] = "-"
    elements = [listing] if isinstance(listing, Mapping) else list(listing)
    if elements and all(isinstance(element, Mapping) and "Key" not in element for element in elements):
        # Pages, one behind the other.
        return "\n".join(json.dumps(page, default=str) for page in elements).encode()
    return json.dumps(elements, default=str).encode()


def _report(
    command: str, paths: list[str], options: Mapping[str, Option], stdin: Optional[bytes]
) -> tuple[dict[str, Any], bool, str]:
    """Runs a command that reports: what it says, whether it passes, and the page of it."""
    with tempfile.TemporaryDirectory(prefix="optml-") as folder:
        page = os.path.join(folder, "report.html")
        line = [command, "--format=json", "--no-progress", f"--report=html={page}", *arguments(options, ["output"])]
        line += ["--", *paths]
        result = run(line, stdin, accepted=(0, 1))
        value = read_json(result, line)
        if not os.path.exists(page):
            raise OptmlError(2, result.message or "optml wrote no page", line)
        with open(page, encoding="utf-8") as file:
            return value, result.status == 0, file.read()
