from __future__ import annotations

import pickle
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import optml_cli
import pytest
from optml_cli import OptmlError


def test_a_model_that_deploys_passes(model: Path) -> None:
    report = optml_cli.check(model, s3_uri="s3://my-models/sentiment/")
    assert report
    assert report.findings == () and report.errors == ()
    assert report.summary.objects == report.summary.files == 2
    assert report.summary.bytes == sum(path.stat().st_size for path in model.rglob("*") if path.is_file())
    files = {entry.path: entry for entry in report.entries if entry.type == "file"}
    assert set(files) == {"/opt/ml/model/config.json", "/opt/ml/model/code/inference.py"}
    assert files["/opt/ml/model/config.json"].key == "sentiment/config.json"
    assert report.json["modelDataSource"]["s3Uri"] == "s3://my-models/sentiment/"


def test_an_error_makes_it_false(model: Path) -> None:
    (model / "link").symlink_to("nowhere")
    report = optml_cli.check(str(model))
    assert not report
    (finding,) = report.errors
    assert (finding.rule, finding.severity, finding.path) == ("broken-symlink", "error", "/opt/ml/model/link")
    assert finding.help and "link" in finding.message
    assert "error broken-symlink: " in str(report)


def test_options_decide(model: Path) -> None:
    (model / ".DS_Store").write_text("junk")
    (model / "._a").write_text("junk")
    assert optml_cli.check(model)
    assert {finding.rule for finding in optml_cli.check(model).warnings} == {"platform-metadata"}
    assert not optml_cli.check(model, fail_on="warning")
    assert optml_cli.check(model, fail_on="warning", exclude_junk=True)
    assert optml_cli.check(model, fail_on="warning", exclude_junk=False, exclude=[".DS_Store", "._*"])
    assert optml_cli.check(model, fail_on="warning", ignore="platform-metadata", jobs=1, config=None)
    assert not optml_cli.check(model, severity={"platform-metadata": "error"})


def test_without_layout_there_are_no_entries(model: Path) -> None:
    assert optml_cli.check(model, with_layout=False).entries == ()


def test_uses_of_a_framework(model: Path) -> None:
    (model / "model.pth").write_bytes(b"PK\x03\x04")
    report = optml_cli.check(model, framework="pytorch", env={"SAGEMAKER_PROGRAM": "inference.py"})
    uses = {entry.path.removeprefix("/opt/ml/model/"): entry.use for entry in report.entries if entry.type == "file"}
    assert uses["code/inference.py"] == "loads"


def test_names_that_are_no_text(tmp_path: Path) -> None:
    name = b"caf\xe9.bin"
    with open(str(tmp_path).encode() + b"/" + name, "wb") as file:
        file.write(b"weights")
    (entry,) = optml_cli.check(tmp_path, s3_uri="s3://my-models/a/").entries
    assert entry.path == "/opt/ml/model/caf\N{REPLACEMENT CHARACTER}.bin"
    assert entry.path_bytes == b"/opt/ml/model/" + name


@pytest.mark.parametrize("form", ["pages", "page", "objects", "keys", "file"])
def test_listings(form: str, tmp_path: Path) -> None:
    when = datetime(2026, 1, 1, tzinfo=timezone.utc)
    objects = [
        {"Key": f"a/{name}", "LastModified": when, "ETag": '"' + "0" * 32 + '"', "Size": 3, "StorageClass": "STANDARD"}
        for name in ["one", "two", "x//y"]
    ]
    pages = [
        {"Name": "my-models", "Prefix": "a/", "IsTruncated": True, "NextContinuationToken": "t", "Contents": objects[:1]},
        {"Name": "my-models", "Prefix": "a/", "IsTruncated": False, "Contents": objects[1:]},
    ]
    keys = tmp_path / "keys"
    keys.write_text("".join(f"{thing['Key']}\n" for thing in objects))
    whole = {"Name": "my-models", "Prefix": "a/", "IsTruncated": False, "Contents": objects}
    listing: Any = {"pages": iter(pages), "page": whole, "objects": objects, "keys": [thing["Key"] for thing in objects], "file": keys}[form]
    report = optml_cli.check(listing=listing, s3_uri="s3://my-models/a/")
    assert [finding.rule for finding in report.errors] == ["empty-name"]
    assert report.summary.objects == 3


def test_a_report_in_a_notebook_stands_in_a_frame(model: Path) -> None:
    report = optml_cli.check(model)
    assert report.html.startswith("<!doctype html>")
    frame = report._repr_html_()
    assert frame.startswith("<iframe sandbox ") and "&lt;!doctype html&gt;" in frame and "<script" not in frame


def test_what_cannot_be_finished_is_raised(tmp_path: Path) -> None:
    with pytest.raises(OptmlError) as caught:
        optml_cli.check(tmp_path / "missing")
    assert caught.value.status == 2 and "missing" in caught.value.message and caught.value.arguments[0] == "check"
    with pytest.raises(OptmlError) as usage:
        optml_cli.check(tmp_path, no_such_option="x")
    assert usage.value.status == 64 and "no-such-option" in str(usage.value)
    copy = pickle.loads(pickle.dumps(usage.value))
    assert (copy.status, copy.message, copy.arguments) == (64, usage.value.message, usage.value.arguments)


@pytest.mark.parametrize("name", ["format", "report", "output", "color", "quiet", "write_baseline"])
def test_options_of_the_terminal_are_refused(name: str, model: Path) -> None:
    options: Any = {name: "x"}
    with pytest.raises(TypeError, match=name):
        optml_cli.check(model, **options)


def test_a_source_is_no_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("--help").mkdir()
    (Path("--help") / "weights.bin").write_bytes(b"weights")
    assert optml_cli.check("--help").summary.files == 1


def test_a_missing_command_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPTML_EXECUTABLE", "/no/such/optml")
    with pytest.raises(OptmlError, match="/no/such/optml") as caught:
        optml_cli.check(".")
    assert caught.value.status == 2
