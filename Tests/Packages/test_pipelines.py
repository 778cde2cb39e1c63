"""The pieces for pipelines: what they run is run, and what describes them is checked by those who read it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Optional

import pytest
import yaml
from conftest import BUILT, CHECKOUT, TESTDATA, package, run

ACTION = CHECKOUT / ".github" / "actions" / "optml" / "action.yml"
GUIDE = CHECKOUT / "Sources" / "OptmlCommands" / "OptmlCommands.docc" / "CI.md"


def blocks(language: str) -> list[str]:
    """The blocks of a language in the guide."""
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE.read_text(), re.M | re.S)


def block(language: str, words: str) -> str:
    """The one block that has the words."""
    (found,) = [text for text in blocks(language) if words in text]
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with a model in it."""
    shutil.copytree(TESTDATA / "readme" / "model", tmp_path / "repository" / "model")
    return tmp_path / "repository"


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """An archive as a release has it, of the command that the other tests are about."""
    tree = tmp_path / "tree" / "bin"
    tree.mkdir(parents=True)
    (tree / "optml").symlink_to(BUILT)
    run("tar", "-C", tree.parent, "-czf", tmp_path / "optml-0.1.0-x86_64-linux.tar.gz", ".")
    return tmp_path / "optml-0.1.0-x86_64-linux.tar.gz"


class Runner:
    """Runs the steps of the action as GitHub's runner does."""

    def __init__(self, folder: Path, temporary: Path) -> None:
        self.folder = folder
        self.temporary = temporary
        self.summary = temporary / "summary.md"
        self.outputs: dict[str, str] = {}
        self.log = ""

    def value(self, expression: str, inputs: dict[str, str], steps: dict[str, dict[str, str]]) -> str:
        """What the service puts in place of an expression."""
        words = expression.split(".")
        if words[0] == "inputs":
            return inputs[words[1]]
        assert words[0] == "steps" and words[2] == "outputs"
        return steps[words[1]].get(words[3], "")

    def run(self, path: str, **given: str) -> int:
        action = yaml.safe_load(ACTION.read_text())
        for name, entry in action["inputs"].items():
            assert not entry.get("required") or name in given
        inputs = {name: str(given.get(name, entry.get("default", ""))) for name, entry in action["inputs"].items()}
        assert set(given) <= set(inputs)
        steps: dict[str, dict[str, str]] = {}

        def filled(text: str) -> str:
            return re.sub(r"\$\{\{ ([a-z0-9.-]+) \}\}", lambda match: self.value(match[1], inputs, steps), text)

        status = 0
        for step in action["runs"]["steps"]:
            assert step["shell"] == "bash" and "${{" not in step["run"]
            output = self.temporary / "output"
            output.write_text("")
            environment = {"PATH": path, "HOME": str(self.temporary), "RUNNER_TEMP": str(self.temporary)}
            environment |= {"GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(self.summary)}
            environment |= {name: os.environ[name] for name in os.environ if name.startswith(("PIP_", "SSL_"))}
            environment |= {name: filled(text) for name, text in step.get("env", {}).items()}
            script = self.temporary / "step.sh"
            script.write_text(step["run"])
            command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", script]
            result = subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True)
            self.log += result.stdout + result.stderr
            steps[step["id"]] = dict(line.split("=", 1) for line in output.read_text().splitlines())
            status = status or result.returncode
            if status:
                break
        self.outputs = {name: filled(entry["value"]) for name, entry in action["outputs"].items() if all(
            word in steps for word in re.findall(r"steps\.(\w+)", entry["value"]))}
        return status


@pytest.fixture
def runner(folder: Path, tmp_path: Path) -> Runner:
    (tmp_path / "temp").mkdir()
    return Runner(folder, tmp_path / "temp")


SYSTEM = "/usr/bin:/bin"


def test_the_action_takes_a_release(runner: Runner, release: Path) -> None:
    given = {"url": release.as_uri(), "sha256": hashlib.sha256(release.read_bytes()).hexdigest()}
    arguments = "--s3-uri\ns3://my-models/sentiment/\n\n--ignore\nno-objects\nmodel"
    assert runner.run(SYSTEM, arguments=arguments, **given) == 0, runner.log
    assert (runner.outputs["errors"], runner.outputs["warnings"]) == ("0", "0")
    assert json.loads(Path(runner.outputs["json"]).read_text())["modelDataSource"]["s3Uri"] == "s3://my-models/sentiment/"
    assert json.loads(Path(runner.outputs["sarif"]).read_text())["version"] == "2.1.0"
    assert Path(runner.outputs["html"]).read_text().startswith("<!doctype html>")
    assert run(runner.outputs["optml"], "--version") == run(BUILT, "--version")


def test_the_action_fails_and_says_why(runner: Runner, release: Path, folder: Path) -> None:
    (folder / "model" / "link to nowhere").symlink_to("nowhere")
    given = {"url": release.as_uri(), "sha256": hashlib.sha256(release.read_bytes()).hexdigest()}
    assert runner.run(SYSTEM, arguments="model", **given) == 1
    assert "::error" in runner.log and "broken-symlink" in runner.summary.read_text()
    assert runner.outputs["errors"] == "1"


def test_the_action_takes_nothing_else_than_that_release(runner: Runner, release: Path) -> None:
    assert runner.run(SYSTEM, arguments="model", url=release.as_uri(), sha256="0" * 64) == 1
    assert "FAILED" in runner.log and "json" not in runner.outputs
    assert runner.run(SYSTEM, arguments="model", url=release.as_uri()) == 64
    assert "::error::" in runner.log


def test_the_action_takes_what_is_there_and_runs_other_commands(runner: Runner, folder: Path) -> None:
    path = f"{BUILT.parent}:{SYSTEM}"
    assert runner.run(path, command="manifest", arguments="model\n--s3-uri\ns3://my-models/a/\n-o\nmanifest.csv") == 0, runner.log
    assert (folder / "manifest.csv").read_text().count("\n") == 3
    assert runner.run(path, command="verify", arguments="manifest.csv\nmodel") == 0, runner.log
    (folder / "model" / "config.json").write_text("{}")
    assert runner.run(path, command="verify", arguments="manifest.csv\nmodel") == 1
    assert "config.json" in runner.summary.read_text()


def test_the_action_installs_the_package(runner: Runner, packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(packages))
    assert runner.run(SYSTEM, arguments="model") == 0, runner.log
    assert runner.outputs["optml"].endswith("/optml/bin/optml")


def tool(name: str) -> Path:
    return Path(sys.executable).parent / name


def test_the_action_is_in_order(tmp_path: Path) -> None:
    run(tool("check-jsonschema"), "--builtin-schema", "vendor.github-actions", ACTION)
    run(tool("zizmor"), "--offline", "--no-progress", "--quiet", ACTION)
    for index, step in enumerate(yaml.safe_load(ACTION.read_text())["runs"]["steps"]):
        (tmp_path / f"{index}.sh").write_text(step["run"])
        # In these, names in capitals come from outside.
        run("shellcheck", "--shell", "bash", "--exclude", "SC2153", tmp_path / f"{index}.sh")


def test_all_are_of_one_version() -> None:
    version = run(BUILT, "--version").strip()
    assert yaml.safe_load(ACTION.read_text())["inputs"]["version"]["default"] == version
    assert f'"optml-cli=={version}"' in (CHECKOUT / "pyproject.toml").read_text()
    assert f'__version__ = "{version}"' in (CHECKOUT / "Python" / "optml_cli" / "__init__.py").read_text()
    pages = GUIDE.read_text() + GUIDE.with_name("Installation.md").read_text()
    assert set(re.findall(r"optml(?:-cli==|[-_@]v?)([0-9]+\.[0-9]+\.[0-9]+)", pages)) == {version}


def test_the_workflow_is_in_order(tmp_path: Path) -> None:
    workflow = tmp_path / ".github" / "workflows" / "model.yml"
    workflow.parent.mkdir(parents=True)
    workflow.write_text(block("yaml", "runs-on"))
    run(tool("check-jsonschema"), "--builtin-schema", "vendor.github-workflows", workflow)
    inputs = yaml.safe_load(ACTION.read_text())["inputs"]
    outputs = yaml.safe_load(ACTION.read_text())["outputs"]
    (job,) = yaml.safe_load(workflow.read_text())["jobs"].values()
    (step,) = [step for step in job["steps"] if "actions/optml" in step.get("uses", "")]
    assert set(step["with"]) <= set(inputs)
    assert set(re.findall(r"steps\.optml\.outputs\.([a-z]+)", workflow.read_text())) <= set(outputs)


def test_the_hooks(packages: Path, tmp_path: Path, folder: Path) -> None:
    """pre-commit installs them by the package index and runs them."""
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in (".pre-commit-hooks.yaml", "pyproject.toml"):
        shutil.copy(CHECKOUT / name, hooks / name)
    identity = ["git", "-c", "user.name=test", "-c", "user.email=test@example.com"]
    for repository in (hooks, folder):
        run("git", "init", "--quiet", cwd=repository)
    run("git", "add", ".", cwd=hooks)
    run(*identity, "commit", "--quiet", "-m", "hooks", cwd=hooks)
    revision = run("git", "rev-parse", "HEAD", cwd=hooks).strip()
    run(tool("pre-commit"), "validate-manifest", hooks / ".pre-commit-hooks.yaml")
    text = block("yaml", "repos:")
    assert yaml.safe_load(text)["repos"][0]["hooks"][0]["id"] == "optml-check"
    configuration = yaml.safe_load(text)
    configuration["repos"][0] |= {"repo": str(hooks), "rev": revision}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(configuration))
    run(tool("pre-commit"), "validate-config", folder / ".pre-commit-config.yaml")

    request = folder / "create-model 1.json"
    shutil.copy(TESTDATA / "readme" / "request.json", request)
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "cache"), "PIP_FIND_LINKS": str(packages)}

    def commit() -> subprocess.CompletedProcess[str]:
        run("git", "add", ".", cwd=folder)
        return subprocess.run([tool("pre-commit"), "run"], cwd=folder, env=environment, capture_output=True, text=True)

    result = commit()
    assert result.returncode == 1 and "create-model 1.json" in result.stdout, result.stdout + result.stderr
    assert re.search(r"optml check\.+Passed", result.stdout), result.stdout
    request.unlink()
    (folder / "model" / "link").symlink_to("nowhere")
    result = commit()
    assert result.returncode == 1 and "broken-symlink" in result.stdout, result.stdout + result.stderr
    (folder / "model" / "link").unlink()
    assert commit().returncode == 0


def shell(script: str, folder: Path, packages: Optional[Path] = None) -> subprocess.CompletedProcess[str]:
    """Runs lines as a shell of a pipeline does: with optml on the path, or with the packages as the index."""
    environment = {"PATH": f"{BUILT.parent}:{SYSTEM}", "HOME": str(folder)}
    if packages:
        python = str(Path(sys.executable).parent)
        environment |= {"PATH": f"{python}:{SYSTEM}", "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(packages)}
    return subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=folder, env=environment, capture_output=True, text=True)


def test_the_gitlab_component(tmp_path: Path, folder: Path, packages: Path) -> None:
    header, _, body = block("yaml", "spec:").partition("\n---\n")
    inputs: dict[str, Any] = {name: (entry or {}).get("default") for name, entry in yaml.safe_load(header)["spec"]["inputs"].items()}
    assert inputs["source"] is None
    inputs["source"] = "model"
    text = re.sub(r"\$\[\[ inputs\.([a-z0-9-]+) \]\]", lambda match: str(inputs[match[1]]), body)
    assert "$[[" not in text
    (tmp_path / ".gitlab-ci.yml").write_text(text)
    run(tool("check-jsonschema"), "--builtin-schema", "vendor.gitlab-ci", tmp_path / ".gitlab-ci.yml")
    (job,) = yaml.safe_load(text).values()
    result = shell("\n".join(job["script"]), folder, packages)
    assert result.returncode == 0, result.stderr
    reports = job["artifacts"]["reports"]
    assert json.loads((folder / reports["codequality"]).read_text()) == []
    assert (folder / reports["junit"]).read_text().startswith("<?xml")
    (folder / "model" / "link").symlink_to("nowhere")
    assert shell("\n".join(job["script"]), folder, packages).returncode == 1
    assert json.loads((folder / reports["codequality"]).read_text())[0]["check_name"] == "broken-symlink"


def test_the_jenkinsfile(folder: Path, packages: Path) -> None:
    text = block("groovy", "pipeline {")
    scripts = re.findall(r"sh '''\n(.*?)'''", text, re.S)
    assert len(scripts) == 1 and text.count("{") == text.count("}")
    result = shell(scripts[0], folder, packages)
    assert result.returncode == 0, result.stderr
    for file in re.findall(r"junit '([^']+)'|artifacts: '([^']+)'", text):
        assert (folder / "".join(file)).exists(), file
    (folder / "model" / "link").symlink_to("nowhere")
    assert shell(scripts[0], folder, packages).returncode == 1


def test_the_buildspec(folder: Path, packages: Path) -> None:
    specification = yaml.safe_load(block("yaml", "phases:"))
    assert specification["version"] == 0.2
    lines = [line for phase in ("install", "build") for line in specification["phases"][phase]["commands"]]
    result = shell("\n".join(lines), folder, packages)
    assert result.returncode == 0, result.stderr
    for group in specification["reports"].values():
        for file in group["files"]:
            assert (folder / group.get("base-directory", ".") / file).exists()
    (folder / "model" / "link").symlink_to("nowhere")
    assert shell("\n".join(lines), folder, packages).returncode == 1
