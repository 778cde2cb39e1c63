"""What the tests of packages share.

They need what Sources/build-packages has made. Without it they are skipped, and with CI=true they fail.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent.parent
PACKAGES = CHECKOUT / ".build-packages"
TESTDATA = CHECKOUT / "testdata"
#: The command that the other tests are about.
BUILT = CHECKOUT / ".build-tests" / "release" / "optml"
# A configuration above the checkout or the folders of the tests is none of theirs.
os.environ.setdefault("OPTML_CEILING_DIRECTORIES", f"{CHECKOUT}:{CHECKOUT.parent}:{tempfile.gettempdir()}")


def run(*command: object, **options: object) -> str:
    """Runs a command and returns what it printed; a test fails with what it said if it fails."""
    result = subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)  # type: ignore[call-overload]
    assert result.returncode == 0, f"{command} ended with {result.returncode}:\n{result.stdout}{result.stderr}"
    return str(result.stdout)


@pytest.fixture(scope="session")
def packages() -> Path:
    """The folder of the packages."""
    if not (PACKAGES / "SHA256SUMS").exists():
        reason = "there are no packages; run Sources/build-static and Sources/build-packages"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return PACKAGES


def package(folder: Path, pattern: str) -> Path:
    """The one package of a form."""
    (path,) = folder.glob(pattern)
    return path


@pytest.fixture(scope="session")
def debian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of a bare Debian 12, without ISA-L and Swift, kept in a cache from run to run; each run has a copy."""
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "optml" / "bookworm.tar"
    root = tmp_path_factory.mktemp("debian")
    if not cache.exists():
        run("debootstrap", "--variant=minbase", "bookworm", root / "new", "http://deb.debian.org/debian")
        cache.parent.mkdir(parents=True, exist_ok=True)
        part = cache.with_suffix(f".{os.getpid()}")
        run("tar", "-C", root / "new", "--exclude=./dev/*", "--exclude=./var/cache/apt/*", "--exclude=./var/lib/apt/lists/*", "-cf", part, ".")
        part.rename(cache)
    (root / "bare").mkdir()
    run("tar", "-C", root / "bare", "-xf", cache)
    # Some programs of packages want it.
    (root / "bare" / "dev" / "null").touch()
    assert not list((root / "bare").rglob("libisal*"))
    return root / "bare"


def in_root(root: Path, *command: object, proc: bool = False) -> str:
    """Runs a command in a root, without /proc or with it."""
    script = 'if [ "$1" = proc ]; then mount -t proc proc "$2/proc"; fi; shift; exec chroot "$@"'
    bare = ["/usr/bin/env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root"]
    return run("unshare", "--mount", "sh", "-ec", script, "sh", "proc" if proc else "bare", root, *bare, *command)


def files(root: Path) -> set[str]:
    """All that a root holds, but for what package managers note."""
    noted = ("var/lib/dpkg", "var/log", "var/cache", "var/lib/rpm", "usr/lib/sysimage/rpm", "root/.rpmdb")
    names = {path.relative_to(root).as_posix() for path in root.rglob("*")}
    return {name for name in names if not name.startswith(noted)}


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """A fresh environment of Python."""
    run(sys.executable, "-m", "venv", tmp_path / "venv")
    return tmp_path / "venv"
