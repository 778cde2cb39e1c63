from __future__ import annotations

import hashlib
import tarfile
from pathlib import Path

import optml_cli
import pytest
from optml_cli import OptmlError

URI = "s3://my-models/sentiment/"


def test_an_etag_is_an_md5(model: Path) -> None:
    file = model / "config.json"
    etag = optml_cli.etag(file)
    assert etag.etag == str(etag) == hashlib.md5(file.read_bytes()).hexdigest()
    assert etag and etag.size == file.stat().st_size and etag.part_size is None and etag.matches is None


def test_an_etag_of_parts_is_found_again(tmp_path: Path) -> None:
    file = tmp_path / "weights.bin"
    file.write_bytes(bytes(17 << 20))
    etag = optml_cli.etag(file, uploader="boto3")
    assert etag.part_size == 8 << 20 and etag.etag.endswith("-3")
    found = optml_cli.etag(file, expect=etag.etag)
    assert found and found.matches
    assert any(match.part_size == 8 << 20 and "boto3" in match.uploaders for match in found.matches)
    assert not optml_cli.etag(file, expect="0" * 32 + "-3")


def test_packing(model: Path, tmp_path: Path) -> None:
    archive = optml_cli.pack(model, tmp_path / "model.tar.gz", exclude="code/*")
    assert [member.path for member in archive.members] == ["config.json"]
    data = Path(archive).read_bytes()
    assert archive.size == len(data) and archive.etag == hashlib.md5(data).hexdigest()
    with tarfile.open(archive) as tar:
        assert tar.getnames() == ["config.json"]
    assert optml_cli.check(archive)


def test_an_archive_that_would_not_work_is_not_packed(model: Path, tmp_path: Path) -> None:
    (model / "link").symlink_to("nowhere")
    with pytest.raises(OptmlError) as caught:
        optml_cli.pack(model, tmp_path / "model.tar.gz")
    assert caught.value.status == 1 and not (tmp_path / "model.tar.gz").exists()


def test_a_manifest(model: Path, tmp_path: Path) -> None:
    file = tmp_path / "manifest.csv"
    manifest = optml_cli.manifest(model, s3_uri=URI, output=file)
    assert manifest == optml_cli.manifest(model, s3_uri=URI)
    assert file.read_text() == str(manifest) and len(manifest) == 2
    assert manifest.columns == ("s3_uri", "path", "etag", "size", "part_size")
    assert [row["path"] for row in manifest.rows] == ["code/inference.py", "config.json"]


def test_verifying(model: Path, tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.csv"
    optml_cli.manifest(model, s3_uri=URI, output=manifest)
    same = optml_cli.verify(manifest, model)
    assert same and same.summary.same == 2 and same.differences == ()
    (model / "config.json").write_text("{}")
    (model / "new").write_text("new")
    differs = optml_cli.verify(manifest, model)
    assert not differs and (differs.summary.changed, differs.summary.unexpected) == (1, 1)
    changed = {each.path: each for each in differs.differences}["config.json"]
    assert changed.status == "changed" and changed.expected and changed.actual
    assert changed.actual.size == 2 and changed.expected.etag != changed.actual.etag
    assert differs._repr_html_().startswith("<iframe ")
    assert optml_cli.verify(manifest, model, allow_unexpected=True).differences == (changed,)
