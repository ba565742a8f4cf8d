"""The pinned requirements are those of pyproject.toml, each with its hashes, and name no place to take them from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parent.parent
TABLES = tomllib.loads((PROJECT / "pyproject.toml").read_text())
DECLARED = {
    "requirements.txt": TABLES["project"]["dependencies"] + TABLES["project"]["optional-dependencies"]["postgresql"],
    "requirements-dev.txt": TABLES["dependency-groups"]["dev"],
}


def pins(name):
    """Return each pin of a requirements file: its package, its version, its hashes and who wants it."""
    text = (PROJECT / name).read_text()
    found = {}
    for entry in re.split(r"\n(?=[a-z0-9])", text.strip()):
        package, version = re.match(r"([\w.-]+)==([^\s;]+)", entry).groups()
        wanted_by = re.findall(r"^ +#(?: via)? +(\S.*)$", entry, re.MULTILINE)
        found[canonicalize_name(package)] = version, re.findall(r"--hash=sha256:[0-9a-f]{64}", entry), wanted_by
    return found


@pytest.mark.parametrize("name", DECLARED)
def test_each_declared_dependency_is_pinned_within_its_limits(name):
    pinned = pins(name)
    for declared in map(Requirement, DECLARED[name]):
        version, _hashes, _wanted_by = pinned[canonicalize_name(declared.name)]
        assert declared.specifier.contains(version), f"{declared} is pinned to {version}: run `make requirements`"


@pytest.mark.parametrize("name", DECLARED)
def test_nothing_is_pinned_that_nobody_wants(name):
    declared = {canonicalize_name(Requirement(line).name) for line in DECLARED[name]}
    by_us = {
        package
        for package, (_version, _hashes, wanted_by) in pins(name).items()
        if any(one.startswith(TABLES["project"]["name"]) for one in wanted_by)
    }
    assert by_us == declared, "run `make requirements`"


@pytest.mark.parametrize("name", DECLARED)
def test_each_pin_has_hashes_and_no_address(name):
    assert [package for package, (_version, hashes, _wanted_by) in pins(name).items() if not hashes] == []
    assert not re.search(r"://|--(extra-)?index|--find-links", (PROJECT / name).read_text())


def test_both_files_agree():
    run, development = pins("requirements.txt"), pins("requirements-dev.txt")
    shared = run.keys() & development.keys()
    assert {name: run[name][0] for name in shared} == {name: development[name][0] for name in shared}
