"""What the tests share: a model to look at, and S3 and SageMaker by moto."""

from __future__ import annotations

import os
import sys
import tempfile
import urllib.request
from pathlib import Path
from typing import Iterator

import boto3
import pytest
from moto.server import ThreadedMotoServer

#: What `aws` and boto3 need, and nothing of the machine's own configuration.
CREDENTIALS = {
    "AWS_ACCESS_KEY_ID": "test",
    "AWS_SECRET_ACCESS_KEY": "test",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_CONFIG_FILE": "/dev/null",
    "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
    "AWS_EC2_METADATA_DISABLED": "true",
    "NO_PROXY": "127.0.0.1",
}

FOLDER = Path(__file__).parent.parent
# The command of the checkout, unless another is to be tested, for the processes that tests start too.
os.environ.setdefault("OPTML_EXECUTABLE", str(FOLDER.parent / ".build-tests" / "release" / "optml"))
os.environ.setdefault("PYTHONPATH", str(FOLDER))
# A configuration above the checkout or the folders of the tests is none of theirs.
os.environ.setdefault("OPTML_CEILING_DIRECTORIES", f"{FOLDER.parent}:{FOLDER.parent.parent}:{tempfile.gettempdir()}")


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A directory that deploys."""
    folder = tmp_path / "model"
    (folder / "code").mkdir(parents=True)
    (folder / "config.json").write_text('{"model_type": "bert"}\n')
    (folder / "code" / "inference.py").write_text("def model_fn(path): ...\n")
    return folder


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A bucket `my-models` of a server on this machine, whose URL it is, which `aws` and boto3 find by the environment."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    url = f"http://{host}:{port}"
    for name, value in {**CREDENTIALS, "AWS_ENDPOINT_URL": url}.items():
        monkeypatch.setenv(name, value)
    # Where the `aws` of this environment is.
    monkeypatch.setenv("PATH", os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    boto3.client("s3").create_bucket(Bucket="my-models")
    yield url
    # What the server holds is of the process and not of the server.
    urllib.request.urlopen(urllib.request.Request(f"{url}/moto-api/reset", method="POST")).close()
    server.stop()
