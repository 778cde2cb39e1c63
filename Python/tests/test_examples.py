"""The examples of the guide, as they stand there."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import boto3
import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

EXAMPLES = Path(__file__).parent.parent / "examples"
URI = "s3://my-models/sentiment/model.tar.gz"
ROLE = "arn:aws:iam::123456789012:role/sagemaker"
IMAGE = "123456789012.dkr.ecr.us-east-1.amazonaws.com/my-server:1"


@pytest.mark.usefixtures("aws")
def test_deploying(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    network = ["subnet-0a1b2c3d", "sg-0b2c3d4e"]
    monkeypatch.setattr(sys, "argv", ["deploy.py", str(model), URI, "sentiment-1", IMAGE, ROLE, *network])
    runpy.run_path(str(EXAMPLES / "deploy.py"), run_name="__main__")
    container = boto3.client("sagemaker").describe_model(ModelName="sentiment-1")["PrimaryContainer"]
    held = boto3.client("s3").head_object(Bucket="my-models", Key="sentiment/model.tar.gz")
    assert container["Image"] == IMAGE
    assert container["ModelDataSource"]["S3DataSource"] == {
        "S3Uri": URI,
        "S3DataType": "S3Object",
        "CompressionType": "Gzip",
        "ETag": held["ETag"].strip('"'),
    }


@pytest.mark.usefixtures("aws")
def test_nothing_is_uploaded_that_would_not_deploy(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (model / "._config.json").write_text("junk")
    network = ["subnet-0a1b2c3d", "sg-0b2c3d4e"]
    monkeypatch.setattr(sys, "argv", ["deploy.py", str(model), URI, "sentiment-1", IMAGE, ROLE, *network])
    with pytest.raises(SystemExit, match="platform-metadata"):
        runpy.run_path(str(EXAMPLES / "deploy.py"), run_name="__main__")
    assert boto3.client("s3").list_objects_v2(Bucket="my-models")["KeyCount"] == 0


def test_the_notebook(model: Path) -> None:
    notebook = nbformat.reads((EXAMPLES / "check.ipynb").read_text(), as_version=4)  # type: ignore[no-untyped-call]
    (model / "._config.json").write_text("junk")
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(model.parent)}}).execute()
    pages = [
        output["data"]["text/html"]
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if "text/html" in output.get("data", {})
    ]
    assert len(pages) == 1
    assert pages[0].startswith("<iframe sandbox ") and "platform-metadata" in pages[0]


def test_the_notebook_stops_where_the_model_would_fail(model: Path) -> None:
    notebook = nbformat.reads((EXAMPLES / "check.ipynb").read_text(), as_version=4)  # type: ignore[no-untyped-call]
    (model / "link").symlink_to("nowhere")
    with pytest.raises(CellExecutionError, match="AssertionError"):
        NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(model.parent)}}).execute()
