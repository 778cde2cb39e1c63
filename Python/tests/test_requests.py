from __future__ import annotations

import json
from pathlib import Path

import optml_cli
import pytest
from optml_cli import OptmlError

URI = "s3://my-models/sentiment/"
ROLE = "arn:aws:iam::123456789012:role/sagemaker"
IMAGE = "123456789012.dkr.ecr.us-east-1.amazonaws.com/pytorch:2.4"


def test_the_block(model: Path) -> None:
    block = optml_cli.model_data_source(model, s3_uri=URI)
    assert block == {"S3DataSource": {"S3Uri": URI, "S3DataType": "S3Prefix", "CompressionType": "None"}}


def test_a_request_that_is_right(model: Path) -> None:
    request = optml_cli.create_model(
        model, s3_uri=URI, model_name="sentiment-1", role_arn=ROLE, image=IMAGE, env={"LOG_LEVEL": "info"}
    )
    assert request["ModelName"] == "sentiment-1"
    assert request["PrimaryContainer"]["Environment"] == {"LOG_LEVEL": "info"}
    assert optml_cli.check_request(request)


def test_a_request_that_is_wrong(model: Path, tmp_path: Path) -> None:
    request = optml_cli.create_model(model, s3_uri=URI, model_name="sentiment-1", role_arn=ROLE, image=IMAGE)
    request["PrimaryContainer"]["ModelDataSource"]["S3DataSource"]["CompressionType"] = "GZIP"
    report = optml_cli.check_request(request)
    assert not report and report.entries == ()
    assert "PrimaryContainer.ModelDataSource.S3DataSource.CompressionType" in {each.json_path for each in report.errors}
    assert report.html.startswith("<!doctype html>")
    file = tmp_path / "request.json"
    file.write_text(json.dumps(request))
    assert optml_cli.check_request(file).errors == report.errors


def test_findings_stop_what_would_be_written(model: Path) -> None:
    (model / "link").symlink_to("nowhere")
    with pytest.raises(OptmlError, match="broken-symlink") as caught:
        optml_cli.create_model(model, s3_uri=URI, model_name="sentiment-1", role_arn=ROLE, image=IMAGE)
    assert caught.value.status == 1
    assert optml_cli.create_model(
        model, s3_uri=URI, model_name="sentiment-1", role_arn=ROLE, image=IMAGE, force=True
    )["ModelName"]
