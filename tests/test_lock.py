"""What continuous integration installs from names every package that the project asks for, wherever it runs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / ".ci" / "requirements.txt").read_text(encoding="utf-8")
RENEW = "It is renewed as CONTRIBUTING.md says."
SYSTEMS = [
    {"sys_platform": "linux", "os_name": "posix", "platform_machine": "x86_64"},
    {"sys_platform": "linux", "os_name": "posix", "platform_machine": "aarch64"},
    {"sys_platform": "darwin", "os_name": "posix", "platform_machine": "arm64"},
    {"sys_platform": "win32", "os_name": "nt", "platform_machine": "AMD64"},
]
VERSIONS = ["3.11", "3.12", "3.13", "3.14"]


def asked() -> Iterator[Requirement]:
    """What the project needs to run, to be tested and to be built."""
    project = PROJECT["project"]
    needs = [*project["dependencies"], *project["optional-dependencies"]["dev"], *PROJECT["build-system"]["requires"]]
    return map(Requirement, needs)


def locked() -> Iterator[tuple[Requirement, list[str]]]:
    """Each package of the lock file, with its hashes."""
    for entry in re.sub(r"\\\n", " ", re.sub(r"(?m)^\s*#.*\n", "", LOCK)).splitlines():
        words, *hashes = entry.split(" --hash=")
        yield Requirement(words), [one.strip() for one in hashes]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: "-".join(system.values()))
def test_the_lock_has_every_package_that_the_project_asks_for(system: dict[str, str], version: str) -> None:
    where = {**system, "python_version": version, "python_full_version": f"{version}.1"}
    found: dict[str, list[str]] = {}
    for package, _ in locked():
        if package.marker is None or package.marker.evaluate(where):
            (pin,) = package.specifier
            found.setdefault(canonicalize_name(package.name), []).append(pin.version)
    for need in asked():
        if need.marker is None or need.marker.evaluate(where):
            pins = found.get(canonicalize_name(need.name), [])
            assert len(pins) == 1, f"the lock has {pins or 'nothing'} for '{need}'. {RENEW}"
            assert need.specifier.contains(pins[0], prereleases=True), f"{pins[0]} is not '{need}'. {RENEW}"


def test_every_package_of_the_lock_is_pinned_and_has_hashes() -> None:
    packages = list(locked())
    assert len(packages) > 30
    for package, hashes in packages:
        assert [pin.operator for pin in package.specifier] == ["=="], package
        assert hashes, package
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", one) for one in hashes), package
