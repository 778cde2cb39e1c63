"""Each package where its users are: installed, used and removed in a bare system."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import BUILT, CHECKOUT, TESTDATA, files, in_root, package, run
from packaging.version import Version

#: The newest symbols of the systems it is to run on: Amazon Linux 2023, RHEL 9 and Ubuntu 22.04 have these, or newer ones.
OLDEST = {"GLIBC": "2.34", "GLIBCXX": "3.4.29", "CXXABI": "1.3.13", "GCC": "7.0.0"}


def expect_it_works(optml: list[object], root: Path, isal: bool) -> None:
    """It runs, reads an archive, and finds ISA-L or does without."""
    shutil.copy(TESTDATA / "readme" / "model.tar.gz", root / "model.tar.gz")
    # The loader finds what is beside an executable by /proc.
    about = in_root(root, *optml, "version", "--verbose", proc=True)
    assert re.search(r"^decompressor: (ISA-L|zlib)", about, re.M)[1] == ("ISA-L" if isal else "zlib"), about  # type: ignore[index]
    shown = in_root(root, *optml, "etag", "/model.tar.gz", proc=True)
    assert shown.endswith("  /model.tar.gz\n")
    # Swift itself reads the arguments there.
    check = [*optml, "check", "/model.tar.gz", "--format", "json", "--fail-on", "never"]
    # What watches threads would end some of these runs where there is no /proc.
    reports = [json.loads(in_root(root, *check)) for _ in range(20)]
    assert all(report["summary"]["files"] == 5 and report["summary"]["errors"] == 1 for report in reports)
    (root / "model.tar.gz").unlink()


def test_sums(packages: Path) -> None:
    run("sha256sum", "--check", "SHA256SUMS", cwd=packages)
    assert len((packages / "SHA256SUMS").read_text().splitlines()) == 4


def test_the_same_executable_gives_the_same_bytes(packages: Path) -> None:
    sums = (packages / "SHA256SUMS").read_text()
    run(CHECKOUT / "Sources" / "build-packages", env={**os.environ, "TZ": "Asia/Tokyo"})
    assert (packages / "SHA256SUMS").read_text() == sums


def test_it_needs_no_newer_system(packages: Path) -> None:
    for file in [packages / "tree/bin/optml", packages / "tree/lib/optml/libisal.so.2"]:
        symbols = set(re.findall(r"@([A-Z]+)_([0-9.]+)", run("readelf", "--dyn-syms", "--wide", file)))
        assert symbols
        for library, version in symbols:
            assert Version(version) <= Version(OLDEST[library]), (file, library, version)


def test_it_answers_as_the_command_that_is_tested(packages: Path) -> None:
    """The linker leaves out much, and stands something in for Foundation."""
    for arguments in (
        ["--experimental-dump-help"],
        ["rules", "--format", "json"],
        ["check", "testdata/readme/model.tar.gz", "--with-layout", "--format", "json", "--fail-on", "never"],
        ["check", "testdata/readme/model.tar.gz", "--format", "html", "--fail-on", "never"],
        ["check", "testdata/readme/model.tar.gz", "--format", "sarif", "--fail-on", "never"],
        ["check-request", "testdata/readme/request.json", "--fail-on", "never"],
        ["pack", "testdata/readme/model", "-o", "/dev/stdout", "--quiet"],
        ["check", "testdata/none"],
        ["check", "--no-such-option"],
    ):
        static, built = (
            subprocess.run([optml, *arguments], cwd=CHECKOUT, capture_output=True)
            for optml in (packages / "tree/bin/optml", BUILT)
        )
        assert (static.returncode, static.stdout, static.stderr) == (built.returncode, built.stdout, built.stderr), arguments


def test_the_archive(packages: Path, debian: Path) -> None:
    local = debian / "usr" / "local"
    before = files(debian)
    run("tar", "-xzf", package(packages, "optml-*.tar.gz"), "-C", local)
    expect_it_works(["/usr/local/bin/optml"], debian, isal=True)
    (local / "lib" / "optml" / "libisal.so.2").unlink()
    expect_it_works(["/usr/local/bin/optml"], debian, isal=False)
    for name in sorted(files(debian) - before, reverse=True):
        path = debian / name
        path.rmdir() if path.is_dir() else path.unlink()


def test_the_debian_package(packages: Path, debian: Path) -> None:
    before = files(debian)
    deb = shutil.copy(package(packages, "optml_*.deb"), debian / "optml.deb")
    in_root(debian, "dpkg", "--install", "/optml.deb")
    Path(deb).unlink()
    assert "install ok installed" in in_root(debian, "dpkg-query", "--status", "optml")
    expect_it_works(["optml"], debian, isal=True)
    # The sums of the files are those that the package says.
    assert in_root(debian, "dpkg", "--verify", "optml") == ""
    in_root(debian, "dpkg", "--purge", "optml")
    assert files(debian) == before


def test_the_rpm(packages: Path, debian: Path) -> None:
    before = files(debian)
    rpm = package(packages, "optml-*.rpm")
    # Debian's packages are not in the database of rpm, so what it requires is looked at by itself.
    required = run("rpm", "--query", "--package", "--requires", rpm)
    libraries = set(re.findall(r"^(lib[^(]+\.so\.\d+)\(", required, re.M))
    assert libraries == {"libc.so.6", "libm.so.6", "libstdc++.so.6", "libgcc_s.so.1"}
    assert "libisal" not in run("rpm", "--query", "--package", "--provides", rpm)
    arguments = ["rpm", "--root", debian]
    run(*arguments, "--nodeps", "--install", rpm)
    assert run(*arguments, "--query", "optml").startswith("optml-")
    expect_it_works(["optml"], debian, isal=True)
    assert run(*arguments, "--nodeps", "--verify", "optml") == ""
    run(*arguments, "--nodeps", "--erase", "optml")
    assert files(debian) == before


def test_the_wheel_is_in_order(packages: Path) -> None:
    wheel = package(packages, "*.whl")
    shown = run(sys.executable, "-m", "auditwheel", "show", wheel)
    assert re.search(r'consistent\s+with\s+the\s+following\s+platform\s+tag:\s+"manylinux_2_34_x86_64"', shown), shown
    run(sys.executable, "-m", "twine", "check", "--strict", wheel)


def python_of(environment: Path) -> Path:
    return environment / "bin" / "python"


def install(packages: Path, environment: Path) -> None:
    run(python_of(environment), "-m", "pip", "install", "--no-index", "--find-links", packages, "optml-cli")


def test_the_wheel_in_a_fresh_environment(packages: Path, environment: Path, tmp_path: Path) -> None:
    before = files(environment)
    install(packages, environment)
    version = run(packages / "tree/bin/optml", "--version")
    assert run(environment / "bin" / "optml", "--version") == version
    assert run(python_of(environment), "-m", "optml_cli", "--version") == version
    assert "\ndecompressor: ISA-L " in run(environment / "bin" / "optml", "version", "--verbose")
    broken = subprocess.run([python_of(environment), "-m", "optml_cli", "check", "/no/such/model"], capture_output=True)
    assert broken.returncode == 2 and b"/no/such/model" in broken.stderr
    code = f"import optml_cli; report = optml_cli.check({str(TESTDATA / 'readme/model')!r}); print(bool(report), report.summary.files)"
    bare = {"PATH": "/usr/bin:/bin"}
    assert run(python_of(environment), "-c", code, cwd=tmp_path, env=bare) == "True 2\n"
    run(python_of(environment), "-m", "pip", "uninstall", "--yes", "optml-cli")
    left = {name for name in files(environment) - before if not (environment / name).is_dir()}
    assert left == set()


def test_the_wheel_in_another_folder(packages: Path, tmp_path: Path) -> None:
    """As `pip install --target`, for layers and bundles."""
    target = tmp_path / "target"
    run(sys.executable, "-m", "pip", "install", "--no-index", "--find-links", packages, "--target", target, "optml-cli")
    code = "import optml_cli; print(optml_cli.executable())"
    assert run(sys.executable, "-c", code, env={"PYTHONPATH": str(target), "PATH": "/usr/bin:/bin"}) == f"{target}/bin/optml\n"


@pytest.mark.parametrize("minor", [9, 10, 12, 13])
def test_the_wheel_with_other_versions_of_python(minor: int, packages: Path, tmp_path: Path) -> None:
    # What pyenv has installed is behind its shims only where it is chosen.
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = [shutil.which(f"python3.{minor}"), *versions.glob(f"3.{minor}.*/bin/python")]
    pythons = [each for each in found if each and subprocess.run([each, "-c", "import ensurepip"], capture_output=True).returncode == 0]
    if not pythons:
        pytest.skip(f"there is no Python 3.{minor} on this machine")
    # The pip of some versions leaves a file behind.
    run(pythons[0], "-m", "venv", tmp_path / "venv", env={**os.environ, "TMPDIR": str(tmp_path)})
    install(packages, tmp_path / "venv")
    model = str(TESTDATA / "readme" / "model")
    code = f"import optml_cli; print(optml_cli.etag({model!r} + '/config.json'), bool(optml_cli.check({model!r})))"
    shown = run(python_of(tmp_path / "venv"), "-W", "error", "-c", code, env={"PATH": "/usr/bin:/bin"})
    assert shown.endswith(" True\n")
