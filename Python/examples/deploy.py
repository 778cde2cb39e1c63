"""Packs a model, checks it, uploads it with boto3, verifies what S3 holds, and makes the model with the SageMaker SDK.

    python deploy.py DIRECTORY s3://BUCKET/KEY.tar.gz MODEL-NAME IMAGE ROLE-ARN SUBNET SECURITY-GROUP
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from urllib.parse import urlparse

import boto3
import optml_cli
from sagemaker_core.main.code_injection.codec import transform
from sagemaker_core.resources import Model
from sagemaker_core.shapes import ContainerDefinition, VpcConfig


def deploy(directory: str, uri: str, name: str, image: str, role: str, subnet: str, group: str) -> Model:
    """Nothing is uploaded that would not deploy, and no model is made of anything else than what was checked."""
    with tempfile.TemporaryDirectory() as folder:
        archive = optml_cli.pack(directory, Path(folder) / "model.tar.gz", uploader="boto3")
        report = optml_cli.check(archive, s3_uri=uri, image=image, fail_on="warning")
        if not report:
            sys.exit(str(report))

        place = urlparse(uri)
        boto3.client("s3").upload_file(archive.path, place.netloc, place.path.lstrip("/"))
        manifest = optml_cli.manifest(archive, s3_uri=uri, uploader="boto3", output=Path(folder) / "manifest.csv")
        verification = optml_cli.verify(Path(folder) / "manifest.csv", uri)
        if not verification:
            sys.exit(f"S3 holds something else than {manifest.rows}: {verification.differences}")

        request = optml_cli.create_model(
            uri, model_name=name, image=image, role_arn=role, subnet=subnet, security_group=group
        )
    # The ETag in the request makes SageMaker load this archive and no other.
    source = request["PrimaryContainer"]["ModelDataSource"]["S3DataSource"]
    assert source["ETag"] == archive.etag
    return Model.create(
        model_name=request["ModelName"],
        execution_role_arn=request["ExecutionRoleArn"],
        primary_container=ContainerDefinition(**transform(request["PrimaryContainer"], "ContainerDefinition")),
        vpc_config=VpcConfig(**transform(request["VpcConfig"], "VpcConfig")),
    )


if __name__ == "__main__":
    if len(sys.argv) != 8:
        sys.exit(__doc__)
    print(deploy(*sys.argv[1:]))
