"""Tells what Amazon SageMaker will put under /opt/ml/model before anything is uploaded.

Each function runs the ``optml`` command of this package and reads its JSON. Options are keywords, named as on the command line::

    import optml_cli

    report = optml_cli.check("model.tar.gz", s3_uri="s3://my-models/sentiment/model.tar.gz", framework="pytorch")
    if not report:
        for finding in report.findings:
            print(finding.severity, finding.rule, finding.message)

``optml COMMAND --help`` lists the options; :mod:`optml_cli.options` says how a keyword becomes one.
"""

from .archive import Archive, Member
from .commands import (
    check,
    check_request,
    create_model,
    etag,
    manifest,
    model_data_source,
    pack,
    verify,
)
from .errors import OptmlError
from .etag import ETag, Upload
from .executable import executable, version
from .manifest import Manifest
from .report import Entry, Finding, Related, Report, Summary
from .verification import Comparison, ObjectState, Verification, VerificationSummary

__version__ = "0.1.0"

__all__ = [
    "Archive",
    "Comparison",
    "ETag",
    "Entry",
    "Finding",
    "Manifest",
    "Member",
    "ObjectState",
    "OptmlError",
    "Related",
    "Report",
    "Summary",
    "Upload",
    "Verification",
    "VerificationSummary",
    "__version__",
    "check",
    "check_request",
    "create_model",
    "etag",
    "executable",
    "manifest",
    "model_data_source",
    "pack",
    "verify",
    "version",
]
