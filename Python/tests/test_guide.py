"""The blocks of the guide and of the package's page, as they stand there."""

from __future__ import annotations

import re
from pathlib import Path

import boto3
import pytest

CHECKOUT = Path(__file__).parent.parent.parent
GUIDE = CHECKOUT / "Sources" / "OptmlCommands" / "OptmlCommands.docc" / "Python.md"


def blocks(page: Path) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```$", page.read_text(), re.M | re.S)


def test_the_guide(
    aws: str, model: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(model.parent)
    for file in model.rglob("*.*"):
        boto3.client("s3").upload_file(str(file), "my-models", f"sentiment/{file.relative_to(model)}")
    shown = []
    for block in blocks(GUIDE):
        exec(compile(block, str(GUIDE), "exec"), {})
        shown.append(capsys.readouterr().out)
    first, second, third = shown
    assert "/opt/ml/model/code/inference.py" in first
    assert second == "True\n"
    assert third.startswith("2 ") and "nowhere" in third


def test_the_page_of_the_package(model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import optml_cli

    monkeypatch.chdir(tmp_path)
    optml_cli.pack(model, "model.tar.gz")
    (block,) = blocks(CHECKOUT / "Python" / "README.md")
    values: dict[str, object] = {}
    exec(compile(block, "README.md", "exec"), values)
    request = values["request"]
    assert isinstance(request, dict) and request["ModelName"] == "sentiment-1"
